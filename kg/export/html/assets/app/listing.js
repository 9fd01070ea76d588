// The same facts as a table: for screen readers, for keyboards, and for whoever likes tables better.

const listing = (() => {
  const PAGE = 50;
  let kind = "entities", order = { entities: ["links", -1], facts: ["subject", 1] }, from = 0;

  const text = (a, b) => a.localeCompare(b, "zh");
  const COLUMNS = {
    entities: {
      name: { of: (e) => shownName(e), by: (a, b) => text(graph.name[a], graph.name[b]) },
      type: { of: (e) => labelOf(typeOf(e)), by: (a, b) => graph.type[a] - graph.type[b] },
      links: { of: (e) => count(graph.degree[e]), by: (a, b) => graph.degree[a] - graph.degree[b] },
      figures: { of: (e) => count(graph.figuresOf.of(e).length), by: (a, b) => graph.figuresOf.of(a).length - graph.figuresOf.of(b).length },
    },
    facts: {
      subject: { of: (r) => shownName(graph.from[r]), by: (a, b) => text(graph.name[graph.from[a]], graph.name[graph.from[b]]) },
      predicate: { of: (r) => nameOfRelation(r), by: (a, b) => graph.predicate[a] - graph.predicate[b] },
      object: { of: (r) => shownName(graph.to[r]), by: (a, b) => text(graph.name[graph.to[a]], graph.name[graph.to[b]]) },
      evidence: { of: (r) => count(graph.sourcesOf.of(r).length), by: (a, b) => graph.sourcesOf.of(a).length - graph.sourcesOf.of(b).length },
    },
  };

  function rows() {
    const entities = drawnEntities(), list = kind === "entities" ? entities : drawnRelations(entities);
    const [key, way] = order[kind], { by } = COLUMNS[kind][key];
    return list.sort((a, b) => way * by(a, b) || a - b);
  }

  function head() {
    const [sorted, way] = order[kind];
    return h("tr", {}, Object.keys(COLUMNS[kind]).map((key) => h("th", { scope: "col", "aria-sort": key !== sorted ? "none" : way > 0 ? "ascending" : "descending" },
      h("button", { type: "button", data: { sort: key }, on: { click: () => { order[kind] = [key, key === sorted ? -way : 1]; from = 0; update(); } } },
        say(`column.${key}`), key === sorted ? (way > 0 ? " ▲" : " ▼") : ""))));
  }

  function row(each) {
    const open = () => (kind === "entities" ? actions.select(each) : actions.openFact(each));
    const chosen = kind === "entities" ? isSelected(each) : state.fact === each;
    return h("tr", { class: chosen ? "open" : null }, Object.entries(COLUMNS[kind]).map(([, { of }], i) => (i
      ? h("td", {}, of(each))
      : h("th", { scope: "row" }, h("button", { type: "button", on: { click: open } }, kind === "entities" && swatch(graph.type[each]), of(each))))));
  }

  function update() {
    const list = rows();
    from = Math.min(from, Math.max(0, Math.floor((list.length - 1) / PAGE) * PAGE));
    const to = Math.min(from + PAGE, list.length);
    const choice = (each) => h("button", { type: "button", "aria-pressed": String(kind === each), data: { list: each }, on: { click: () => { kind = each; from = 0; update(); } } }, say(`list.${each}`));
    const move = (key, by, can) => button(by < 0 ? "back" : "forward", say(key), () => { from += by; update(); }, { bare: true, disabled: !can });
    $("listing").replaceChildren(
      h("div", { class: "listbar" }, choice("entities"), choice("facts"), h("span", { class: "gap" }),
        h("span", { class: "aside", role: "status" }, list.length ? say("rows", { from: from + 1, to, all: list.length }) : say("nothing")),
        move("previous", -PAGE, from > 0), move("next", PAGE, to < list.length)),
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say(`list.${kind}`) },
        h("table", { class: "list" }, h("caption", { class: "unseen" }, say(`list.${kind}`)), h("thead", {}, head()), h("tbody", {}, list.slice(from, to).map(row)))));
  }

  return { update };
})();
