// The names on the network: of entities first, of relations where there is room.

const MOST_EDGE_LABELS = 60, MOST_LINES = 8;

// Names what is shown and tells where: {labels, edgeNames}. `onScreen` gives an entity's disc, `spotsOf` the places on a
// relation's line, `chosen` whether a relation is open or pointed at.
function nameNetwork(context, { shown, relations, onScreen, spotsOf, hovered, chosen }) {
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const within = ({ x, y }) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
  const discs = shown.map(onScreen).filter(within), attention = focusOfAttention();
  const candidates = candidatesOf(discs, linesAt(relations, onScreen), { hovered, attention });
  const labels = placeLabels(context, candidates, discs, { view: { width, height } });
  drawLabels(context, labels);
  stage.tellNames(labels.length, attention ? 0 : discs.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height).length);
  return { labels, edgeNames: nameRelations(context, { relations, spotsOf, chosen, within, attention, labels, discs }) };
}

// The other ends of each entity's lines, for entities with so few that a name can keep clear of them.
function linesAt(relations, onScreen) {
  const lines = new Map();
  const add = (entity, other) => lines.get(entity)?.push(other) ?? lines.set(entity, [other]);
  for (const relation of relations) { add(graph.from[relation], graph.to[relation]); add(graph.to[relation], graph.from[relation]); }
  return (entity) => { const others = lines.get(entity) || []; return others.length > MOST_LINES ? [] : others.map(onScreen); };
}

function candidatesOf(discs, joinedTo, { hovered, attention }) {
  const first = new Set([hovered, ...state.selected]);
  const candidates = discs.map((disc, i) => ({
    ...disc,
    name: shownName(disc.key),
    italic: !!graph.unnamed[disc.key],
    first: first.has(disc.key),
    strong: first.has(disc.key),
    weighty: i < Math.max(5, discs.length * 0.12),
    weight: (first.has(disc.key) ? 2 : 0) + (attention?.has(disc.key) ? 1 : 0),
    joined: joinedTo(disc.key),
  })).filter((each) => !attention || each.weight || each.r > 9);
  return candidates.sort((a, b) => b.weight - a.weight);
}

function nameRelations(context, { relations, spotsOf, chosen, within, attention, labels, discs }) {
  const all = relations.length <= MOST_EDGE_LABELS && !attention, candidates = [];
  for (const relation of relations) {
    if (!all && !chosen(relation) && !isNear(relation)) continue;
    const spots = spotsOf(relation).filter(within);
    if (spots.length) candidates.push({ spots, relation, weight: chosen(relation) ? 1 : 0 });
  }
  return drawEdgeLabels(context, candidates.sort((a, b) => b.weight - a.weight), labels, discs);
}
