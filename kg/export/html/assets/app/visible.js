// Which entities, relations and figures pass the filters. Recomputed as a whole: some milliseconds at 150,000.

const visible = { entity: null, fact: null, entities: 0, relations: 0 };

function passes(fact) {
  if (state.offModalities.has(graph.modality[fact])) return false;
  if (!state.fromDay && !state.toDay) return true;
  if (!graph.toDay[fact]) return state.undated;
  return (!state.fromDay || graph.toDay[fact] >= state.fromDay) && (!state.toDay || graph.fromDay[fact] <= state.toDay);
}

// An entity whose facts are all filtered away goes with them; one that never had a fact stays.
function computeVisible() {
  const { n, m, facts, from, to } = graph, { offTypes, offPredicates, hidden } = state;
  const entity = new Uint8Array(n), fact = new Uint8Array(facts), had = new Uint8Array(n), has = new Uint8Array(n);
  for (let i = 0; i < n; i++) entity[i] = !offTypes.has(graph.type[i]) && (state.unnamed || !graph.unnamed[i]) && (state.unlinked || graph.degree[i] > 0) && !hidden.has(i);
  for (let e = 0; e < m; e++) {
    const ends = entity[from[e]] && entity[to[e]];
    if (ends) had[from[e]] = had[to[e]] = 1;
    fact[e] = ends && !offPredicates.has(graph.predicate[e]) && passes(e);
    if (fact[e]) has[from[e]] = has[to[e]] = 1;
  }
  for (let f = m; f < facts; f++) {
    const subject = graph.data.figures.subject[f - m];
    fact[f] = entity[subject] && passes(f);
    had[subject] = 1;
    if (fact[f]) has[subject] = 1;
  }
  for (const each of state.selected) has[each] = 1;
  for (let i = 0; i < n; i++) if (had[i] && !has[i]) entity[i] = 0;
  Object.assign(visible, { entity, fact });
  visible.entities = entity.reduce((sum, each) => sum + each, 0);
  visible.relations = fact.subarray(0, m).reduce((sum, each) => sum + each, 0);
}

const FILTERS = ["offTypes", "offPredicates", "offModalities", "unnamed", "unlinked", "fromDay", "toDay", "undated", "hidden", "selected"];

// Entities and relations of the drawing in the network: all of the graph, or those in focus, as far as they are visible.
function drawnEntities() {
  const chosen = state.stage === "focus" ? state.focus : graph.x.keys();
  return Array.from(chosen).filter((each) => visible.entity[each]);
}

// What the first look is at: who has relations and, on a map, belongs to a community; the rest lies below.
function worthSeeing(entities) {
  const linked = entities.filter((each) => graph.degree[each] > 0), together = linked.filter((each) => graph.communities?.[each] >= 0);
  return together.length > 1 ? together : linked.length > 1 ? linked : entities;
}

function drawnRelations(entities) {
  const inside = new Set(entities), found = [];
  for (const entity of entities) {
    for (const relation of graph.relationsOf(entity)) {
      if (graph.from[relation] === entity && visible.fact[relation] && inside.has(graph.to[relation])) found.push(relation);
    }
  }
  return found;
}

const neighboursOf = (entity) => {
  const strength = new Map();
  for (const relation of graph.relationsOf(entity)) {
    const other = graph.otherEnd(relation, entity);
    if (other === entity || !visible.fact[relation]) continue;
    const sources = graph.sourcesOf.of(relation).length;
    strength.set(other, (strength.get(other) || 0) + sources);
  }
  return [...strength.keys()].sort((a, b) => strength.get(b) - strength.get(a) || graph.degree[b] - graph.degree[a] || a - b);
};
