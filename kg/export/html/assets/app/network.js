// The network view: vis-network with places that are known before it draws, and names of our own over it.

const network = (() => {
  let drawing = null, nodes = null, edges = null, shown = [], relations = [], labels = [], edgeNames = [], pendingFit = true, fitted = null;
  let hovered = -1, hoveredRelation = -1, seenAt = 1;
  const LEAST = 4;

  const OPTIONS = {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, selectable: false, tooltipDelay: 100000, zoomSpeed: 0.7 },
    nodes: { scaling: { min: 1, max: 100 } },
    edges: { hoverWidth: 1, selectionWidth: 1, endPointOffset: { to: 2 } },
  };

  function create() {
    if (!window.vis) window.networkLibrary();
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    drawing = new vis.Network($("network"), { nodes, edges }, OPTIONS);
    drawing.on("afterDrawing", drawNames);
    drawing.on("click", clicked);
    drawing.on("doubleClick", () => { if (taps.entity() >= 0) actions.expand(taps.entity()); });
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
    if (taps.second(pointer.DOM, entity)) return;
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
    shown.forEach(resize);
    if (pendingFit || changed.has("focus") || changed.has("stage")) open(pendingFit);
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
      r: Math.max(radiusOf(entity) * look.scale, LEAST) + 1,
    };
  }

  function drawNames(context) {
    const ratio = context.canvas.width / context.canvas.clientWidth;
    keepSeen();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const chosen = (relation) => relation === state.fact || relation === hoveredRelation;
    ({ labels, edgeNames } = nameNetwork(context, { shown, relations, onScreen, spotsOf, hovered, chosen }));
    context.restore();
    stage.tellDrawn();
  }

  // However small the picture, its nodes are not: they grow as it shrinks. Vis-network's own way to alter sizes would
  // build every node anew.
  function keepSeen() {
    const { scale } = camera();
    if (Math.abs(Math.log(scale / seenAt)) < 0.02) return;
    seenAt = scale;
    for (const entity of shown) resize(entity);
    requestAnimationFrame(() => drawing.redraw());
  }

  function resize(entity) {
    const node = drawing.body.nodes[entity];
    if (!node) return; // just taken away, and the drawing is not told yet
    const least = isSelected(entity) ? LEAST + 3 : LEAST;
    node.options.size = Math.max(radiusOf(entity), least / seenAt) * (node.options.shape === "star" ? 1.35 : 1);
    node.shape.refreshNeeded = true;
  }

  // Places on a relation's line where its name may stand, on the screen; the middle first.
  function spotsOf(relation) {
    const edge = drawing.body.edges[relation], look = camera(), box = $("canvas");
    if (!edge || !edge.connected) return [];
    return [0.5, 0.36, 0.64, 0.25, 0.75].map((part) => edge.edgeType.getPoint(part)).map(({ x, y }) => ({ x: (x - look.x) * look.scale + box.clientWidth / 2, y: (y - look.y) * look.scale + box.clientHeight / 2 }));
  }

  // Where each relation can be pointed at, on the screen.
  const middles = () => relations.map((relation) => ({ relation, ...spotsOf(relation)[0] }));

  const fit = ({ still = false } = {}) => fitTo(drawnEntities(), still);

  // What was fitted stays fitted while the window or the panel changes its size, until the reader moves the picture.
  function fitTo(entities, still) {
    const look = entities.length && lookAtAll(entities);
    if (look) moveTo(look, { still });
    fitted = entities;
  }

  // The first look.
  function open(still) {
    const entities = drawnEntities(), first = entities.length && firstLook(entities);
    if (!first) return;
    moveTo(first.look, { still });
    fitted = first.fitted;
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
    rest: () => open(false),
    canvas: () => $("network").querySelector("canvas"),
    labels: () => labels,
    edgeNames: () => edgeNames,
    backdrop: () => [],
    entities: () => shown,
    relations: () => relations,
    middles,
    busy: () => false,
    redraw: () => drawing && drawing.redraw(),
  };
})();
