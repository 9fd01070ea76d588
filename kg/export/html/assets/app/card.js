// An entity's card: what it is, its names, its figures, its relations by predicate, the articles that name it.

const badgeOf = (modality) => modality !== "asserted" && h("span", { class: `badge ${modality}` }, say(`modality.${modality}`));

const chip = (entity, act = () => actions.jump(entity)) =>
  h("button", { type: "button", class: "chip", data: { entity: graph.id[entity] }, on: { click: act } },
    swatch(graph.type[entity]), h("span", {}, shownName(entity)));

const card = (() => {
  const ADDRESSES = { wikidata: (value) => `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` };

  function head(entity) {
    const type = h("p", { class: "kind" }, swatch(graph.type[entity]), labelOf(typeOf(entity)), graph.unnamed[entity] ? h("span", { class: "badge" }, say("unnamed")) : null);
    const aliases = aliasesOf(entity);
    return [
      type,
      h("h2", { tabindex: -1, lang: "zh-CN" }, shownName(entity)),
      aliases.length > 0 && h("p", { class: "aliases" }, h("span", { class: "aside" }, say("aliases")), ...aliases.slice(0, 12).map((alias) => h("span", { class: "alias", lang: "zh-CN" }, alias))),
      identifiers(entity),
    ];
  }

  // A pack may know schemes that the page has no word for.
  const nameOfScheme = (scheme) => words.messages[words.language][`scheme.${scheme}`] ?? scheme;

  function identifiers(entity) {
    const pairs = graph.data.entities.identifiers[entity] || [];
    if (!pairs.length) return null;
    const rows = pairs.map(([scheme, value]) => [h("dt", {}, nameOfScheme(scheme)), h("dd", {}, link(Object.hasOwn(ADDRESSES, scheme) ? ADDRESSES[scheme](value) : value, value))]);
    return h("dl", { class: "identifiers" }, rows);
  }

  function doing(entity) {
    const more = actions.hiddenNeighbours(entity).length, pinned = state.pinned.has(entity), onMap = state.stage === "map";
    return h("div", { class: "doing", role: "group", "aria-label": say("actions") },
      button("focus", say("neighbourhood"), () => actions.focusOn(entity)),
      !onMap && button("expand", more ? say("expandMore", { count: more }) : say("expand"), () => actions.expand(entity), { disabled: !more, data: { act: "expand" } }),
      !onMap && button("collapse", say("collapse"), () => actions.collapse(entity), { data: { act: "collapse" } }),
      button("hide", say("hide"), () => actions.hide([entity]), { data: { act: "hide" } }),
      !onMap && button("pin", say(pinned ? "unpin" : "pin"), () => actions.togglePin(entity), { "aria-pressed": String(pinned), data: { act: "pin" } }),
      button("path", say("pathFrom"), () => paths.ask(entity), { data: { act: "path" } }),
      state.stage === "focus" && button("locate", say("locate"), () => actions.locate(entity), { data: { act: "locate" } }));
  }

  // Relations by predicate and direction, in the order of the legend.
  function groups(entity) {
    const found = new Map();
    for (const relation of graph.relationsOf(entity)) {
      if (!visible.fact[relation]) continue;
      const key = graph.predicate[relation] * 2 + (graph.from[relation] === entity ? 0 : 1);
      found.get(key)?.push(relation) ?? found.set(key, [relation]);
    }
    return [...found.entries()].sort((a, b) => a[0] - b[0]);
  }

  function relationRow(entity, relation) {
    const other = graph.otherEnd(relation, entity), role = graph.data.relations.role[relation], sources = graph.sourcesOf.of(relation).length;
    const why = h("button", { type: "button", class: "why", data: { fact: relation }, "aria-label": say("evidenceOf", { name: shownName(other), count: sources }), title: say("evidence"), on: { click: () => actions.openFact(relation) } }, say("places", { count: sources }));
    return h("li", { class: state.fact === relation ? "open" : null }, chip(other), role && h("span", { class: "aside" }, role), badgeOf(modalityOf(relation)), why);
  }

  function relations(entity) {
    const all = groups(entity);
    if (!all.length) return null;
    const total = all.reduce((sum, [, list]) => sum + list.length, 0);
    return h("section", {}, h("h3", {}, say("relations"), h("span", { class: "count" }, count(total))),
      all.map(([key, list]) => {
        const name = labelOf(graph.predicates[key >> 1]), outward = key % 2 === 0;
        list.sort((a, b) => graph.sourcesOf.of(b).length - graph.sourcesOf.of(a).length || a - b);
        return h("div", { class: "predicate" },
          h("h4", {}, h("span", { class: "arrow", "aria-hidden": "true" }, outward ? "→" : "←"), name, !outward && h("span", { class: "unseen" }, say("incoming")), h("span", { class: "count" }, count(list.length))),
          longList(list, (relation) => relationRow(entity, relation), { first: 10, properties: { class: "facts" } }));
      }));
  }

  function documents(entity) {
    const numbers = documentsOf(entity), { title, date, id } = graph.data.documents;
    if (!numbers.length) return null;
    const rows = [...numbers].sort((a, b) => (date[b] || "").localeCompare(date[a] || "") || a - b);
    const row = (number) => h("li", {}, h("button", { type: "button", class: "article", lang: "zh-CN", on: { click: () => evidence.openArticle(number, entity) } }, title[number] || id[number]), h("span", { class: "aside" }, date[number] || ""));
    return h("section", {}, h("h3", {}, say("articles"), h("span", { class: "count" }, count(numbers.length))), longList(rows, row, { first: 6, properties: { class: "articles" } }));
  }

  const render = (entity) => [head(entity), doing(entity), figures.section(entity), relations(entity), documents(entity)];

  return { render };
})();
