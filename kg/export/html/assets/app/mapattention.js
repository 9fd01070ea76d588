// What the reader has chosen, opened or points at on the map: over everything else, which is dimmed.

const mapAttention = (() => {
  const LEAST = 5, MANY = 1000; // beyond so many chosen, they are marked without their relations, which would be a sheet
  const openRelation = () => (state.fact >= 0 && !isFigure(state.fact) ? state.fact : -1);
  const centre = (hovered) => (state.selected.length ? state.selected : hovered >= 0 ? [hovered] : []);

  // The open relation, and those of the chosen, or among them where they are several.
  function * relations(hovered) {
    const several = state.selected.length > 1;
    if (openRelation() >= 0) yield state.fact;
    if (state.selected.length > MANY) return;
    for (const entity of centre(hovered)) {
      for (const relation of graph.relationsOf(entity)) {
        if (visible.fact[relation] && (!several || isNear(relation))) yield relation;
      }
    }
  }

  function draw(context, { onScreen, hovered }) {
    if (state.selected.length > MANY && openRelation() < 0) return drawMany(context, onScreen);
    const open = openRelation(), chosen = new Set(open < 0 || state.selected.length <= MANY ? centre(hovered) : []);
    if (open >= 0) { chosen.add(graph.from[open]); chosen.add(graph.to[open]); }
    context.lineWidth = 1.3;
    context.strokeStyle = theme.ink.accent;
    for (const relation of relations(hovered)) {
      context.globalAlpha = open < 0 ? 0.75 : relation === open ? 1 : 0.15;
      context.setLineDash(DASHES[modalityOf(relation)] || []);
      drawLine(context, onScreen(graph.from[relation]), onScreen(graph.to[relation]));
    }
    context.globalAlpha = 1;
    for (const entity of new Set([...(focusOfAttention() || []), ...chosen])) drawShape(context, entity, onScreen(entity));
    context.setLineDash([]);
    for (const entity of chosen) drawRing(context, onScreen(entity));
  }

  function drawMany(context, onScreen) {
    context.fillStyle = theme.ink.accent;
    for (const entity of state.selected) {
      const { x, y, r } = onScreen(entity), half = Math.max(r, 1.5);
      context.fillRect(x - half, y - half, 2 * half, 2 * half);
    }
  }

  function drawLine(context, a, b) {
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }

  // Unnamed actors are hollow, as everywhere.
  function drawShape(context, entity, { x, y, r }) {
    const tone = theme.type[graph.type[entity]], unnamed = graph.unnamed[entity];
    context.beginPath();
    traceShape(context, shapeOf(graph.type[entity]), x, y, Math.max(r, LEAST));
    context.fillStyle = unnamed ? theme.ink.paper : tone;
    context.fill();
    context.lineWidth = unnamed ? 1.5 : 1;
    context.strokeStyle = unnamed ? tone : theme.ink.paper;
    context.setLineDash(unnamed ? [3, 2] : []);
    context.stroke();
  }

  function drawRing(context, { x, y, r }) {
    context.beginPath();
    context.arc(x, y, Math.max(r, LEAST) + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = theme.ink.accent;
    context.stroke();
  }

  return { draw, relations };
})();
