// How entities and relations look in the network view: the data that vis-network draws.

const DASHES = { asserted: false, planned: [7, 5], possible: [2, 4], negated: [10, 4, 2, 4] };

// Which places are taken: the reader's own, the drawing's, or those of the whole picture.
const places = {
  drawing: null,
  of(entity) {
    return state.pinned.get(entity) || this.drawing?.get(entity) || [graph.x[entity], graph.y[entity]];
  },
};

// What the selection is about, asked for in every frame and reckoned anew when it changes.
const focusOfAttention = (() => {
  let of = [], found = null;
  return () => {
    const now = [state.selected, state.fact, visible.fact];
    if (now.some((each, i) => each !== of[i])) { of = now; found = attended(); }
    return found;
  };
})();

// One entity with its neighbours, several by themselves, or the ends of the open relation.
function attended() {
  if (state.fact >= 0 && !isFigure(state.fact)) return new Set([graph.from[state.fact], graph.to[state.fact]]);
  const near = new Set(state.selected);
  if (near.size === 1) {
    for (const entity of state.selected) {
      for (const relation of graph.relationsOf(entity)) {
        if (visible.fact[relation]) near.add(graph.otherEnd(relation, entity));
      }
    }
  }
  return near.size ? near : null;
}

// Whether a relation belongs to what the selection is about.
function isNear(relation) {
  if (state.fact >= 0 && !isFigure(state.fact)) return relation === state.fact;
  const ends = [graph.from[relation], graph.to[relation]].filter(isSelected);
  return state.selected.length > 1 ? ends.length === 2 : ends.length > 0;
}

function lookOfEntity(entity, attention) {
  const tone = theme.type[graph.type[entity]], unnamed = graph.unnamed[entity];
  const chosen = isSelected(entity), pinned = state.pinned.has(entity);
  const [x, y] = places.of(entity);
  const border = chosen ? theme.ink.accent : unnamed ? tone : theme.ink.paper;
  const paint = { background: unnamed ? theme.ink.paper : tone, border };
  return {
    id: entity, x, y,
    shape: shapeOf(graph.type[entity]),
    size: radiusOf(entity),
    color: { ...paint, highlight: paint, hover: { ...paint, border: theme.ink.accent } },
    borderWidth: chosen ? 3 : pinned || unnamed ? 2.5 : 1.5,
    borderWidthSelected: chosen ? 3 : 2,
    shapeProperties: { borderDashes: unnamed ? [5, 4] : false },
    opacity: attention && !attention.has(entity) ? 0.3 : 1,
  };
}

// Parallel relations bow apart: each gets its own bend, told from the lower end's side.
function bendsOf(relations) {
  const pairs = new Map(), bends = new Map();
  for (const relation of relations) {
    const ends = [graph.from[relation], graph.to[relation]].sort((a, b) => a - b).join();
    pairs.get(ends)?.push(relation) ?? pairs.set(ends, [relation]);
  }
  for (const group of pairs.values()) {
    const step = Math.min(0.22, 1.2 / group.length);
    group.forEach((relation, i) => {
      const bend = (i - (group.length - 1) / 2) * step;
      bends.set(relation, graph.from[relation] < graph.to[relation] ? bend : -bend);
    });
  }
  return bends;
}

function lookOfRelation(relation, bend, attention) {
  const modality = modalityOf(relation), open = state.fact === relation;
  const ends = [graph.from[relation], graph.to[relation]];
  const near = !attention || isNear(relation);
  const tone = open ? theme.ink.accent : modality === "negated" ? theme.ink.warn : theme.ink.edge;
  const round = ends[0] === ends[1] || Math.abs(bend) < 0.01 ? false
    : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
  return {
    id: relation, from: ends[0], to: ends[1],
    arrows: { to: { enabled: true, scaleFactor: 0.45 } },
    color: { color: tone, highlight: theme.ink.accent, hover: theme.ink.accent, opacity: near ? 1 : 0.18 },
    width: open ? 3 : Math.min(1 + 0.4 * graph.sourcesOf.of(relation).length, 4),
    dashes: DASHES[modality],
    smooth: round,
    selfReference: { size: 16 + 40 * Math.abs(bend), angle: Math.PI / 4 },
  };
}
