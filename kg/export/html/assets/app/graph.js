// The graph as the page holds it: columns of numbers, and who is joined to whom. Never changed after it is read.
//
// Facts are relations (0 … m-1) and, after them, figures (m …), in one numbering. Sources are numbered in the order of
// the articles.

const graph = {};

// For each of `size` owners the numbers that belong to it, in order: those of owner i are at items[start[i]] … start[i+1].
function grouped(size, owners) {
  const start = new Uint32Array(size + 1);
  for (const owner of owners) start[owner + 1]++;
  for (let i = 0; i < size; i++) start[i + 1] += start[i];
  const next = start.slice(), items = new Uint32Array(owners.length);
  for (let i = 0; i < owners.length; i++) items[next[owners[i]]++] = i;
  return { start, items, of: (owner) => items.subarray(start[owner], start[owner + 1]) };
}

function readGraph(data) {
  const { entities, relations, figures, documents } = data;
  Object.assign(graph, { data, title: data.title, types: data.types, predicates: data.predicates });
  graph.n = entities.id.length;
  graph.m = relations.from.length;
  graph.facts = graph.m + figures.id.length;
  graph.id = entities.id;
  graph.numberOf = new Map(entities.id.map((id, number) => [id, number]));
  graph.name = entities.label;
  graph.type = Uint16Array.from(entities.type);
  graph.x = Float32Array.from(entities.x);
  graph.y = Float32Array.from(entities.y);
  graph.unnamed = new Uint8Array(graph.n);
  for (const each of entities.unnamed) graph.unnamed[each] = 1;
  graph.from = Uint32Array.from(relations.from);
  graph.to = Uint32Array.from(relations.to);
  graph.predicate = Uint16Array.from(relations.predicate);
  graph.modality = Uint8Array.from([...relations.modality, ...figures.modality]);
  graph.communities = data.communities.length ? Int32Array.from(data.communities) : null;
  readNeighbours();
  graph.figuresOf = grouped(graph.n, Uint32Array.from(figures.subject));
  readSources(documents);
}

function readNeighbours() {
  const { n, m, from, to } = graph;
  const start = new Uint32Array(n + 1);
  graph.degree = new Uint32Array(n);
  for (let e = 0; e < m; e++) {
    start[from[e] + 1]++;
    if (to[e] !== from[e]) start[to[e] + 1]++;
  }
  for (let i = 0; i < n; i++) { graph.degree[i] = start[i + 1]; start[i + 1] += start[i]; }
  const next = start.slice(), items = new Uint32Array(start[n]);
  for (let e = 0; e < m; e++) {
    items[next[from[e]]++] = e;
    if (to[e] !== from[e]) items[next[to[e]]++] = e;
  }
  graph.relationsOf = (entity) => items.subarray(start[entity], start[entity + 1]);
  graph.otherEnd = (relation, entity) => (from[relation] === entity ? to[relation] : from[relation]);
  graph.byDegree = Uint32Array.from(graph.degree.keys()).sort((a, b) => graph.degree[b] - graph.degree[a] || a - b);
}

// A fact's time: the period of a figure, else the days on which its articles appeared. Day 0 stands for unknown.
function readSources(documents) {
  const owners = documents.facts;
  graph.sourceDocument = new Uint32Array(owners.length);
  graph.firstSource = new Uint32Array(documents.id.length + 1);
  let source = 0;
  documents.factCounts.forEach((facts, number) => {
    graph.firstSource[number] = source;
    graph.sourceDocument.fill(number, source, (source += facts));
  });
  graph.firstSource[documents.id.length] = source;
  graph.sourcesOf = grouped(graph.facts, owners);
  const days = documents.date.map(dayOf), { start, end } = graph.data.figures;
  graph.fromDay = new Int32Array(graph.facts);
  graph.toDay = new Int32Array(graph.facts);
  owners.forEach((fact, number) => {
    const day = days[graph.sourceDocument[number]];
    if (!day) return;
    graph.fromDay[fact] = graph.fromDay[fact] ? Math.min(graph.fromDay[fact], day) : day;
    graph.toDay[fact] = Math.max(graph.toDay[fact], day);
  });
  for (let i = 0; i < end.length; i++) {
    if (!start[i] && !end[i]) continue;
    graph.fromDay[graph.m + i] = dayOf(start[i] || end[i]);
    graph.toDay[graph.m + i] = dayOf(end[i] || start[i]);
  }
}

// The articles that name an entity: those in which a fact of it stands, and those that are told beside.
function documentsOf(entity) {
  const found = new Set(graph.data.entities.documents[entity] || []);
  const add = (fact) => { for (const source of graph.sourcesOf.of(fact)) found.add(graph.sourceDocument[source]); };
  graph.relationsOf(entity).forEach(add);
  for (const figure of graph.figuresOf.of(entity)) add(graph.m + figure);
  return [...found];
}

// The pinyin initials of a name, letter by letter; names that read otherwise have theirs told as a whole.
const initialsOf = (name) => Array.from(name.toLowerCase(), (each) => graph.data.entities.letters[each] || "").join("");

function figureOf(fact) {
  const { figures, modalities } = graph.data, i = fact - graph.m;
  return {
    fact,
    subject: figures.subject[i],
    metric: figures.metrics[figures.metric[i]],
    value: figures.value[i],
    to: figures.to[i],
    unit: figures.units[figures.unit[i]],
    bound: figures.bounds[figures.bound[i]],
    start: figures.start[i],
    end: figures.end[i],
    basis: figures.bases[figures.basis[i]],
    dimensions: figures.dimensions[i] || [],
    modality: modalities[figures.modality[i]],
  };
}

const isFigure = (fact) => fact >= graph.m;
const modalityOf = (fact) => graph.data.modalities[graph.modality[fact]];
const typeOf = (entity) => graph.types[graph.type[entity]];
const predicateOf = (relation) => graph.predicates[graph.predicate[relation]];
const aliasesOf = (entity) => graph.data.entities.aliases[entity] || [];
