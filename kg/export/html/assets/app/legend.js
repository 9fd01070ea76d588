// The legend, which is also the filter: types and predicates with their counts, modalities, unnamed actors, time.
// On paper it is the key to the picture: the style sheet leaves out what is no mark of it or is switched off.

const legend = (() => {
  function counted(numbers, kinds) {
    const counts = new Array(kinds).fill(0);
    for (const each of numbers) counts[each]++;
    return counts;
  }

  function row(key, mark, label, total, on, act, only) {
    const box = h("input", { type: "checkbox", "data-key": key, on: { change: act } });
    box.checked = on;
    const lone = only && h("button", { type: "button", class: "only", "aria-label": say("onlyThis", { name: label }), on: { click: only } }, say("only"));
    return h("li", {}, h("label", {}, box, mark, h("span", { class: "name" }, label), h("span", { class: "count" }, count(total))), lone);
  }

  function group(key, title, rows, off, all) {
    if (!rows.some(Boolean)) return null;
    const every = h("button", { type: "button", class: "every", on: { click: all } }, say(off ? "showEvery" : "hideEvery"));
    return h("section", { class: "filter", "data-filter": key }, h("header", {}, h("h2", {}, title), all && every), h("ul", {}, rows));
  }

  // Kinds that the graph holds none of are left out.
  function kinds(name, title, looks, counts, mark) {
    const off = state[name], used = looks.map((_, i) => i).filter((i) => counts[i]);
    const rows = used.map((i) => row(looks[i].name, mark(i), labelOf(looks[i]), counts[i], !off.has(i),
      () => change({ [name]: toggled(state[name], i) }), () => change({ [name]: new Set(used.filter((each) => each !== i)) })));
    return group(name, title, rows, off.size, () => change({ [name]: off.size ? new Set() : new Set(used) }));
  }

  const dashOf = (modality) => {
    const dashes = DASHES[modality], paint = { stroke: modality === "negated" ? "var(--warn)" : "var(--muted)", "stroke-width": 2 };
    return drawn("svg", { viewBox: "0 0 24 8", class: "swatch wide", "aria-hidden": "true" },
      drawn("line", { x1: 0, y1: 4, x2: 24, y2: 4, ...paint, "stroke-dasharray": dashes ? dashes.join(" ") : null }));
  };

  const hollow = () => drawn("svg", { viewBox: "0 0 16 16", class: "swatch", "aria-hidden": "true" },
    drawn("circle", { cx: 8, cy: 8, r: 5, fill: "none", stroke: "var(--muted)", "stroke-width": 1.8, "stroke-dasharray": "3 2" }));

  function modalities() {
    const names = graph.data.modalities, counts = counted(graph.modality, names.length);
    const rows = names.map((name, i) => counts[i] > 0 && row(name, dashOf(name), say(`modality.${name}`), counts[i], !state.offModalities.has(i),
      () => change({ offModalities: toggled(state.offModalities, i) })));
    return group("modalities", say("modality"), rows);
  }

  function others() {
    const rows = [], unnamed = graph.unnamed.reduce((sum, each) => sum + each, 0);
    if (unnamed) rows.push(row("unnamed", hollow(), say("unnamed"), unnamed, state.unnamed, () => change({ unnamed: !state.unnamed })));
    const alone = graph.degree.reduce((sum, each) => sum + !each, 0);
    if (alone && alone < graph.n) rows.push(row("unlinked", null, say("unlinkedOnes"), alone, state.unlinked, () => change({ unlinked: !state.unlinked })));
    return group("others", say("others"), rows);
  }

  function update() {
    const at = document.activeElement?.dataset?.key;
    const hiddenNow = state.hidden.size && h("section", { class: "filter" },
      button("reset", say("bringBack", { count: state.hidden.size }), () => change({ hidden: new Set() }), { class: "wide" }));
    $("legend").replaceChildren(...[
      hiddenNow,
      kinds("offTypes", say("types"), graph.types, counted(graph.type, graph.types.length), (i) => swatch(i)),
      kinds("offPredicates", say("predicates"), graph.predicates, counted(graph.predicate, graph.predicates.length), () => null),
      modalities(),
      others(),
      timeline.element(),
    ].filter(Boolean));
    if (at) [...$("legend").querySelectorAll("[data-key]")].find((each) => each.dataset.key === at)?.focus({ preventScroll: true });
  }

  return { update };
})();
