// Several entities at once: what they are, and what can be done with all of them.

const selection = (() => {
  function render(entities) {
    const inside = drawnRelationsAmong(entities);
    const row = (entity) => h("li", {}, chip(entity, () => actions.select(entity)),
      button("close", say("dropOne", { name: shownName(entity) }), () => actions.select(entity, { more: true }), { bare: true }));
    return [
      h("h2", { tabindex: -1 }, say("chosen", { count: entities.length })),
      h("div", { class: "doing", role: "group", "aria-label": say("actions") },
        button("focus", say("onlyThese"), () => actions.focusOnMany(entities)),
        entities.length === 2 && button("path", say("pathBetween"), () => paths.show(...entities), { data: { act: "path" } }),
        button("hide", say("hide"), () => actions.hide(entities), { data: { act: "hide" } }),
        button("out", say("csv"), () => tables.save(entities), { data: { act: "csv" } }),
        button("out", say("turtle"), () => turtle.save(entities), { data: { act: "turtle" } })),
      longList(entities, row, { first: 40, properties: { class: "facts" } }),
      figures.compared(entities),
      inside.length > 0 && h("section", {}, h("h3", {}, say("relationsAmong"), h("span", { class: "count" }, count(inside.length))), longList(inside, fact, { properties: { class: "facts" } })),
    ];
  }

  const drawnRelationsAmong = (entities) => drawnRelations(entities.filter((each) => visible.entity[each]));

  function fact(relation) {
    return h("li", {}, h("button", { type: "button", class: "why wide", data: { fact: relation }, on: { click: () => actions.openFact(relation) } },
      `${shownName(graph.from[relation])} — ${nameOfRelation(relation)} → ${shownName(graph.to[relation])}`));
  }

  return { render };
})();
