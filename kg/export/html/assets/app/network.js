// The network view: vis-network with places that are known before it draws, and names of our own over it.

const network = (() => {
  let drawing = null, nodes = null, edges = null, shown = [], relations = [], labels = [], pendingFit = true, fitted = null;
  let hovered = -1, hoveredRelation = -1;
  const MOST_EDGE_LABELS = 60;

  const OPTIONS = {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, selectable: false, tooltipDelay: 100000, zoomSpeed: 0.7 },
    nodes: { scaling: { min: 1, max: 100 } },
    edges: { hoverWidth: 1, selectionWidth: 1, endPointOffset: { to: 2 } },
  };

  function create() {
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    drawing = new vis.Network($("network"), { nodes, edges }, OPTIONS);
    drawing.on("afterDrawing", drawNames);
    drawing.on("click", clicked);
    drawing.on("doubleClick", ({ pointer }) => { const at = entityAt(pointer.DOM); if (at >= 0) actions.expand(at); });
    drawing.on("hoverNode", ({ node }) => { hovered = node; drawing.redraw(); });
    drawing.on("blurNode", () => { hovered = -1; drawing.redraw(); });
    drawing.on("hoverEdge", ({ edge }) => { hoveredRelation = edge; drawing.redraw(); });
    drawing.on("blurEdge", () => { hoveredRelation = -1; drawing.redraw(); });
    drawing.on("dragEnd", dragged);
    for (const ended of ["zoom", "dragEnd"]) drawing.on(ended, () => { fitted = null; });
    for (const ended of ["zoom", "dragEnd", "animationFinished"]) drawing.on(ended, () => address.noteCamera());
    new ResizeObserver(() => { if (fitted && !$("network").hidden) fitTo(fitted, true); }).observe($("canvas"));
  }

  function clicked({ pointer, event }) {
    const source = event.srcEvent || event, more = source.ctrlKey || source.metaKey || source.shiftKey;
    const entity = entityAt(pointer.DOM);
    if (entity >= 0) return actions.select(entity, { more });
    const relation = drawing.getEdgeAt(pointer.DOM);
    if (relation !== undefined) return actions.openFact(relation);
    if (!more) actions.clearSelection();
  }

  // A name belongs to its node: a click on it is a click on the node.
  function entityAt({ x, y }) {
    const node = drawing.getNodeAt({ x, y });
    if (node !== undefined) return node;
    const label = labels.find((box) => box.key >= 0 && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return label ? label.key : -1;
  }

  function dragged({ nodes: moved }) {
    if (!moved.length) return;
    const pinned = new Map(state.pinned), at = drawing.getPositions(moved);
    for (const entity of moved) pinned.set(entity, [Math.round(at[entity].x), Math.round(at[entity].y)]);
    change({ pinned });
  }

  function update(changed) {
    if (!drawing) create();
    const entities = drawnEntities(), attention = focusOfAttention();
    relations = drawnRelations(entities);
    const bends = bendsOf(relations);
    sync(edges, relations.map((each) => lookOfRelation(each, bends.get(each), attention)), nodes, entities.map((each) => lookOfEntity(each, attention)));
    drawing.setOptions({ interaction: { hideEdgesOnDrag: relations.length > 2000 } });
    shown = entities.slice().sort((a, b) => graph.degree[b] - graph.degree[a] || a - b);
    if (pendingFit || changed.has("focus") || changed.has("stage")) fitTo(worthSeeing(entities), pendingFit);
    pendingFit = false;
    drawing.redraw();
  }

  // Nodes leave after their edges and come before them.
  function sync(edgeSet, edgeLooks, nodeSet, nodeLooks) {
    const keep = (set, looks) => {
      const ids = new Set(looks.map((look) => look.id));
      return set.getIds().filter((id) => !ids.has(id));
    };
    edgeSet.remove(keep(edgeSet, edgeLooks));
    nodeSet.remove(keep(nodeSet, nodeLooks));
    nodeSet.update(nodeLooks);
    edgeSet.update(edgeLooks);
  }

  function camera() {
    const { x, y } = drawing.getViewPosition();
    return { x, y, scale: drawing.getScale() };
  }

  function onScreen(entity) {
    const [x, y] = places.of(entity), look = camera(), box = $("canvas");
    return {
      key: entity,
      x: (x - look.x) * look.scale + box.clientWidth / 2,
      y: (y - look.y) * look.scale + box.clientHeight / 2,
      r: radiusOf(entity) * look.scale + 1,
    };
  }

  function drawNames(context) {
    const ratio = context.canvas.width / context.canvas.clientWidth, box = $("canvas");
    const within = ({ x, y }) => x > -20 && y > -20 && x < box.clientWidth + 20 && y < box.clientHeight + 20;
    const discs = shown.map(onScreen).filter(within);
    const first = new Set([hovered, ...state.selected]), attention = focusOfAttention();
    const candidates = discs.map((disc) => ({
      ...disc,
      name: shownName(disc.key),
      italic: !!graph.unnamed[disc.key],
      first: first.has(disc.key),
      strong: first.has(disc.key),
      weight: (first.has(disc.key) ? 2 : 0) + (attention?.has(disc.key) ? 1 : 0),
    })).filter((each) => !attention || each.weight || each.r > 9);
    candidates.sort((a, b) => b.weight - a.weight);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    labels = placeLabels(context, candidates, discs);
    drawLabels(context, labels);
    drawEdgeNames(context, within, discs);
    context.restore();
  }

  function drawEdgeNames(context, within, discs) {
    const look = camera(), box = $("canvas"), candidates = [];
    const chosen = (relation) => relation === state.fact || relation === hoveredRelation;
    const all = relations.length <= MOST_EDGE_LABELS && !focusOfAttention();
    for (const relation of relations) {
      const named = all || chosen(relation) || isNear(relation);
      const edge = named && drawing.body.edges[relation];
      if (!edge || !edge.connected) continue;
      const middle = edge.edgeType.getPoint(0.5);
      const at = { x: (middle.x - look.x) * look.scale + box.clientWidth / 2, y: (middle.y - look.y) * look.scale + box.clientHeight / 2 };
      if (within(at)) candidates.push({ ...at, relation, weight: chosen(relation) ? 1 : 0 });
    }
    candidates.sort((a, b) => b.weight - a.weight);
    drawEdgeLabels(context, candidates, labels, discs);
  }

  // Where each relation can be pointed at, on the screen.
  function middles() {
    const look = camera(), box = $("canvas");
    return relations.map((relation) => {
      const { x, y } = drawing.body.edges[relation].edgeType.getPoint(0.5);
      return { relation, x: (x - look.x) * look.scale + box.clientWidth / 2, y: (y - look.y) * look.scale + box.clientHeight / 2 };
    });
  }

  const fit = ({ still = false } = {}) => fitTo(drawnEntities(), still);

  // What was fitted stays fitted while the window or the panel changes its size, until the reader moves the picture.
  function fitTo(entities, still) {
    if (entities.length) lookAt(boundsOf(entities), still);
    fitted = entities;
  }

  function boundsOf(entities) {
    const at = entities.map((each) => places.of(each)), xs = at.map((each) => each[0]), ys = at.map((each) => each[1]);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }

  function lookAt({ left, right, top, bottom }, still) {
    const box = $("canvas"), margin = 60;
    if (!box.clientWidth || !box.clientHeight) return;
    const across = (box.clientWidth - 2 * margin) / Math.max(right - left, 1);
    const down = (box.clientHeight - 2 * margin) / Math.max(bottom - top, 1);
    moveTo({ x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min(across, down, 1.25) }, { still });
  }

  function moveTo({ x, y, scale }, { still = false } = {}) {
    fitted = null;
    const animation = still || stillness.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
    drawing.moveTo({ position: { x, y }, scale, animation });
    if (!animation) address.noteCamera();
  }

  // Brings an entity into the middle, unless it is well in view already.
  function show(entity) {
    const [x, y] = places.of(entity), at = onScreen(entity), box = $("canvas"), edge = 60;
    const inView = at.x > edge && at.y > edge && at.x < box.clientWidth - edge && at.y < box.clientHeight - edge;
    if (inView && camera().scale > 0.5) return;
    moveTo({ x, y, scale: Math.max(camera().scale, 0.8) });
  }

  return {
    update, fit, fitTo, camera, moveTo, show, onScreen, entityAt,
    zoomBy: (factor) => moveTo({ ...camera(), scale: Math.min(Math.max(camera().scale * factor, 0.02), 8) }),
    panBy: (dx, dy) => { const { x, y, scale } = camera(); moveTo({ x: x + dx / scale, y: y + dy / scale, scale }, { still: true }); },
    ready: () => !!drawing,
    keepCamera: () => { pendingFit = false; },
    rest: () => fitTo(worthSeeing(drawnEntities())),
    canvas: () => $("network").querySelector("canvas"),
    labels: () => labels,
    entities: () => shown,
    relations: () => relations,
    middles,
    busy: () => false,
    redraw: () => drawing && drawing.redraw(),
  };
})();
