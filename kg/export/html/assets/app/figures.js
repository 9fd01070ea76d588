// An entity's figures: a table of all, and small charts of those that are told for several times.

const figures = (() => {
  const inOrder = (a, b) => a.metric.localeCompare(b.metric, "zh") || (b.end || b.start || "").localeCompare(a.end || a.start || "") || a.fact - b.fact;

  const of = (entity) => [...graph.figuresOf.of(entity)].map((each) => figureOf(each + graph.m)).filter((each) => visible.fact[each.fact]).sort(inOrder);

  function row(figure, name = figure.metric) {
    const asked = () => actions.openFact(figure.fact);
    const dimensions = figure.dimensions.map(shownName).join(" · ");
    const value = h("button", { type: "button", class: "fact", title: exactAmount(figure), data: { fact: figure.fact }, on: { click: asked } }, amountOf(figure));
    return h("tr", { class: state.fact === figure.fact ? "open" : null },
      h("th", { scope: "row" }, name, dimensions && h("small", {}, dimensions)),
      h("td", { class: "amount" }, value, badgeOf(figure.modality)),
      h("td", {}, unbroken(periodOf(figure.start, figure.end), noteOfBasis(figure))));
  }

  // A period breaks between its ends only.
  const unbroken = (period, note) => period.split(/(?<= – )/).map((end, i, ends) => h("span", { class: "unbroken" }, end, i + 1 === ends.length && note));

  // How a period was found, as a mark behind it; in its place where none is known.
  function noteOfBasis({ basis, start, end }) {
    if (!basis || basis === "stated") return null;
    const note = say(`basis.${basis}`);
    return start || end ? h("abbr", { title: note }, "*") : h("span", { class: "aside" }, note);
  }

  function table(list, { first = say("metric"), caption = h("caption", { class: "unseen" }, say("figures")), make = (figure) => row(figure) } = {}) {
    const head = h("thead", {}, h("tr", {}, ...[first, say("amount"), say("period")].map((word) => h("th", { scope: "col" }, word))));
    const body = longList(list, make, { tag: "tbody", first: 12 });
    return [h("table", { class: "figures" }, caption, head, body[0]), body[1]];
  }

  // The metrics that are told of several entities, side by side: those of the most entities first.
  function compared(entities) {
    const groups = new Map();
    for (const figure of entities.flatMap(of)) groups.get(figure.metric)?.push(figure) ?? groups.set(figure.metric, [figure]);
    const owners = (list) => new Set(list.map((each) => each.subject)).size;
    const shared = [...groups.values()].filter((list) => owners(list) > 1).sort((a, b) => owners(b) - owners(a));
    if (!shared.length) return null;
    const one = (list) => h("li", {}, table(list, { first: say("column.name"), caption: h("caption", {}, list[0].metric), make: (figure) => row(figure, shownName(figure.subject)) }));
    return h("section", {}, h("h3", {}, say("figures"), h("span", { class: "count" }, count(shared.length))), longList(shared, one, { first: 8, properties: { class: "compared" } }));
  }

  // Figures of the same metric, unit and dimensions with two times or more.
  function series(list) {
    const groups = new Map();
    for (const figure of list) {
      if (!figure.end && !figure.start) continue;
      const key = [figure.metric, figure.unit, ...figure.dimensions].join("\u001f");
      groups.get(key)?.push(figure) ?? groups.set(key, [figure]);
    }
    const times = (group) => new Set(group.map((each) => each.end || each.start)).size;
    return [...groups.values()].filter((group) => times(group) > 1);
  }

  function chart(group) {
    const W = 300, H = 92, LEFT = 8, RIGHT = 8, TOP = 20, BOTTOM = 18;
    const points = group.map((figure) => ({ figure, day: dayOf(figure.end || figure.start), value: Number(figure.value) })).sort((a, b) => a.day - b.day);
    const days = points.map((each) => each.day), values = points.map((each) => each.value);
    const [first, last] = [Math.min(...days), Math.max(...days)], low = Math.min(0, ...values), high = Math.max(...values, low + 1e-9);
    const x = (day) => LEFT + ((day - first) / (last - first)) * (W - LEFT - RIGHT);
    const y = (value) => TOP + (1 - (value - low) / (high - low)) * (H - TOP - BOTTOM);
    const line = points.map(({ day, value }, i) => `${i ? "L" : "M"}${x(day).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    const dots = points.map(({ figure, day, value }) => drawn("circle", { cx: x(day), cy: y(value), r: 4.5, class: figure.modality === "asserted" ? "dot" : "dot hollow", on: { click: () => actions.openFact(figure.fact) } },
      drawn("title", {}, `${periodOf(figure.start, figure.end)}: ${amountOf(figure)}`)));
    const word = (text, at, anchor, top) => drawn("text", { x: at, y: top, "text-anchor": anchor }, text);
    const name = [group[0].metric, ...group[0].dimensions.map(shownName)].join(" · ");
    return h("figure", { class: "chart" },
      h("figcaption", {}, name),
      drawn("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-label": say("chartOf", { name }) },
        drawn("line", { x1: LEFT, x2: W - RIGHT, y1: H - BOTTOM, y2: H - BOTTOM, class: "axis" }),
        drawn("path", { d: line, class: "curve" }), dots,
        ends(points, x, y).map(({ figure, at, top, anchor }) => word(amountOf(figure), at, anchor, top)),
        word(isoOf(first), LEFT, "start", H - 4), word(isoOf(last), W - RIGHT, "end", H - 4)));
  }

  // The first and the last value are written at their points.
  function ends(points, x, y) {
    const [first, last] = [points[0], points[points.length - 1]];
    return [
      { figure: first.figure, at: Math.max(x(first.day) - 4, 2), top: y(first.value) - 9, anchor: "start" },
      { figure: last.figure, at: Math.min(x(last.day) + 4, 298), top: y(last.value) - 9, anchor: "end" },
    ];
  }

  function section(entity) {
    const list = of(entity);
    if (!list.length) return null;
    return h("section", {}, h("h3", {}, say("figures"), h("span", { class: "count" }, count(list.length))),
      series(list).slice(0, 6).map(chart), table(list));
  }

  return { of, section, compared, noteOfBasis };
})();
