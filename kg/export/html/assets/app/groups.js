// Communities on the map: discs until they are opened, then their entities.

const groups = (() => {
  const TIES = 3, DISC = 18, REACH = 1.7;
  let made = null, last = -1;

  // Entities that belong to no community stand together as one more.
  function groupOf(entity) {
    if (last < 0) last = graph.communities.reduce((most, each) => Math.max(most, each), -1) + 1;
    return graph.communities[entity] < 0 ? last : graph.communities[entity];
  }

  function make() {
    groupOf(0);
    const size = last + 1;
    const list = Array.from({ length: size }, (_, number) => ({ number, members: [], x: 0, y: 0, radius: 0, names: [] }));
    made = { list, ties: [], shown: [] };
    for (const entity of graph.byDegree) list[groupOf(entity)].members.push(entity);
    for (const group of list) measure(group);
    made.ties = strongest(size);
  }

  // The links between communities that are drawn: the strongest of each. All of them would be a grey sheet.
  function strongest(size) {
    const weights = new Map(), per = Array.from({ length: size }, () => []), kept = new Map();
    for (let relation = 0; relation < graph.m; relation++) {
      const a = groupOf(graph.from[relation]), b = groupOf(graph.to[relation]), key = Math.min(a, b) * size + Math.max(a, b);
      if (a !== b) weights.set(key, (weights.get(key) || 0) + 1);
    }
    for (const [key, weight] of weights) {
      const tie = { a: Math.floor(key / size), b: key % size, weight };
      per[tie.a].push(tie);
      per[tie.b].push(tie);
    }
    for (const ties of per) for (const tie of ties.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b).slice(0, TIES)) kept.set(tie, tie);
    return [...kept.keys()];
  }

  function measure(group) {
    const { members } = group;
    if (!members.length) return;
    for (const entity of members) { group.x += graph.x[entity] / members.length; group.y += graph.y[entity] / members.length; }
    const spread = members.reduce((sum, entity) => sum + (graph.x[entity] - group.x) ** 2 + (graph.y[entity] - group.y) ** 2, 0) / members.length;
    // A disc is as large as its community; those that belong to none need no room for links: theirs stays modest.
    const fair = DISC * Math.sqrt(members.length);
    group.radius = Math.max(group.number === last ? Math.min(fair, 300) : fair, 20);
    group.reach = Math.max(group.radius, REACH * Math.sqrt(spread));
    group.names = members.slice(0, 2).map((entity) => graph.name[entity]);
    const types = new Map();
    for (const entity of members) types.set(graph.type[entity], (types.get(graph.type[entity]) || 0) + 1);
    group.types = [...types].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    group.type = group.types[0][0];
  }

  // Which discs are shown: those not opened, with members that pass the filters.
  function update() {
    if (!made) make();
    made.shown = made.list.map((group) => ({ ...group, count: group.members.reduce((sum, entity) => sum + visible.entity[entity], 0) }))
      .filter((group) => group.count && !state.opened.has(group.number));
    return made.shown;
  }

  const isOpen = (entity) => state.opened.has(groupOf(entity));

  const nameOf = (group) => (group.number === last ? say("unlinked") : group.names.join(" · "));

  const list = () => made.list.filter((group) => group.members.length);

  const draw = (context, place, scale) => groupDiscs.draw(context, made, place, scale);
  const toSvg = (place, scale) => groupDiscs.toSvg(made, place, scale);

  // Keys of names: below those of entities, and their own inverse.
  const keyOf = (number) => -2 - number;

  function labelsOf(place, scale) {
    return [...made.shown].sort((a, b) => b.count - a.count).map((group) => {
      const { x, y } = place(group.x, group.y), r = Math.max(group.radius * scale, 4);
      return { key: keyOf(group.number), name: `${group.names[0] && group.number < last ? group.names[0] : nameOf(group)} ${count(group.count)}`, x, y: y - 2, r: r > 22 ? -8 : r, weighty: true };
    });
  }

  function open(number) {
    change({ opened: withItem(state.opened, number) });
    const { x, y, reach } = made.list[number];
    map.lookAt({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  }

  const close = (number) => change({ opened: without(state.opened, number) });

  function render() {
    if (!made) make();
    const row = (group) => {
      const opened = state.opened.has(group.number);
      const members = group.members.filter((entity) => visible.entity[entity]);
      return h("li", { class: opened ? "open" : null },
        h("button", { type: "button", class: "chip", "aria-expanded": String(opened), data: { group: group.number }, on: { click: () => (opened ? close(group.number) : open(group.number)) } },
          swatch(group.type), h("span", {}, nameOf(group))),
        h("span", { class: "count" }, count(members.length)),
        button("focus", say("workOn"), () => actions.focusOnMany(members), { bare: true }));
    };
    const opened = state.opened.size > 0 && button("collapse", say("closeAll"), () => change({ opened: new Set() }), { data: { act: "closeAll" } });
    return [h("h2", { tabindex: -1 }, say("communities")), h("p", { class: "aside" }, say("communitiesText", { count: list().length, ties: TIES })),
      opened && h("div", { class: "doing" }, opened), longList(list(), row, { first: 60, properties: { class: "facts groups" } })];
  }

  return { update, isOpen, groupOf, draw, toSvg, labelsOf, open, render, nameOf, numberOf: keyOf, shown: () => made.shown };
})();
