// The map: the whole graph on one canvas, for overview. Moves a ready picture while the reader drags and zooms.

const map = (() => {
  let look = null, picture = null, job = null, dirty = false, later = 0, keep = false;
  let entities = [], relations = [], labels = [], hovered = -1, fitted = null;
  const MOST_LABELS = 45, ATTENTION = ["selected", "fact", "step", "path"];
  const SLICE = 9, FIRST_SLICE = 40; // milliseconds of drawing in a frame: more while there is no picture to be moved

  // The view's size, asked of the document once a frame; places on the screen are reckoned from it by the thousand.
  let extent = { width: 0, height: 0, ratio: 1 };
  const size = () => (extent = { width: $("canvas").clientWidth, height: $("canvas").clientHeight, ratio: Math.min(devicePixelRatio || 1, 2) });
  const sides = () => `${$("canvas").clientWidth} ${$("canvas").clientHeight}`;
  const grouped_ = () => !state.flat && graph.communities;

  function update(changed) {
    if (!picture || [...changed].some((key) => !ATTENTION.includes(key))) collect();
    if (!look) { look = { x: 0, y: 0, scale: 1 }; start(); if (!keep) fitTo(worthSeeing(everyone())); }
    render();
    repaint();
  }

  function collect() {
    if (grouped_()) groups.update();
    const inside = (entity) => visible.entity[entity] && (!grouped_() || groups.isOpen(entity));
    entities = Array.from(graph.byDegree).filter(inside);
    relations = [];
    for (let relation = 0; relation < graph.m; relation++) {
      if (visible.fact[relation] && inside(graph.from[relation]) && inside(graph.to[relation])) relations.push(relation);
    }
    picture = null;
  }

  const place = (x, y) => ({ x: (x - look.x) * look.scale + extent.width / 2, y: (y - look.y) * look.scale + extent.height / 2 });
  const onScreen = (entity) => ({ key: entity, ...place(graph.x[entity], graph.y[entity]), r: mapRadius(entity, look.scale) });

  // A new picture is begun now, or once the reader's hand rests.
  function render({ rest = 0 } = {}) {
    clearTimeout(later);
    later = setTimeout(() => {
      job = begun();
      if (job) repaint();
    }, rest);
  }

  function begun() {
    const { width, height, ratio } = size();
    return width && height ? new Raster({ look: { ...look }, width, height, ratio, entities, relations, backdrop: grouped_() ? groups.draw : null }) : null;
  }

  // The picture is drawn to its end at once: for what is saved or printed.
  function settle() {
    clearTimeout(later);
    job = null;
    picture = begun() || picture;
    if (!picture) return;
    picture.work(Infinity);
    paint();
  }

  function repaint() {
    if (!dirty) { dirty = true; requestAnimationFrame(frame); }
  }

  function frame() {
    dirty = false;
    if (!look || $("map").hidden) return;
    if (!picture && !job) { clearTimeout(later); job = begun(); }
    if (job && job.work(performance.now() + (picture ? SLICE : FIRST_SLICE))) {
      picture = job;
      job = null;
      if (picture.look.x !== look.x || picture.look.y !== look.y) render({ rest: leftBehind() ? 0 : 70 });
    }
    if (picture) paint();
    if (job) repaint();
  }

  function paint() {
    const { width, height, ratio } = size(), canvas = $("map");
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = theme.ink.paper;
    context.fillRect(0, 0, width, height);
    if (picture) {
      const by = look.scale / picture.look.scale, { x, y } = place(picture.look.x, picture.look.y);
      context.globalAlpha = focusOfAttention() ? 0.35 : 1;
      context.drawImage(picture.canvas, x - (picture.width * by) / 2, y - (picture.height * by) / 2, picture.width * by, picture.height * by);
      context.globalAlpha = 1;
    }
    mapAttention.draw(context, { onScreen, hovered });
    drawNames(context, width, height);
  }

  function drawNames(context, width, height) {
    const within = ({ x, y }) => x > -10 && y > -10 && x < width + 10 && y < height + 10;
    const chosen = state.selected.length <= MOST_LABELS ? state.selected : [];
    const first = new Set([...chosen, hovered].filter((each) => each >= 0)), candidates = [];
    const add = (entity) => {
      const at = onScreen(entity);
      if (within(at)) candidates.push({ ...at, name: shownName(entity), italic: !!graph.unnamed[entity], first: first.has(entity), strong: first.has(entity) });
    };
    const attention = focusOfAttention(), rest = attention && state.selected.length < entities.length ? entities.filter((each) => attention.has(each)) : entities;
    for (const entity of first) add(entity);
    if (grouped_() && !attention) candidates.push(...groups.labelsOf(place, look.scale).filter(within));
    for (let i = 0; i < rest.length && candidates.length < 500; i++) if (!first.has(rest[i])) add(rest[i]);
    labels = placeLabels(context, candidates, [], { view: { width, height }, most: MOST_LABELS + first.size + (grouped_() ? 40 : 0) });
    drawLabels(context, labels);
    stage.tellNames(labels.length, candidates.length);
    stage.tellDrawn();
  }

  const entityAt = (at) => mapHits.entity(at, { entities, onScreen, labels });
  const relationAt = (at) => (state.selected.length ? mapHits.relation(at, { relations: mapAttention.relations(hovered), onScreen }) : -1);
  const groupAt = (at) => (grouped_() ? mapHits.group(at, { shown: groups.shown(), place, scale: look.scale, labels }) : -1);

  function hover(at) {
    const entity = at ? entityAt(at) : -1;
    $("map").classList.toggle("pointing", entity >= 0 || (!!at && (relationAt(at) >= 0 || groupAt(at) >= 0)));
    if (entity !== hovered) { hovered = entity; repaint(); }
  }

  function clicked(at, more) {
    const entity = entityAt(at);
    if (taps.second(at, entity)) return;
    if (entity >= 0) return actions.select(entity, { more });
    const relation = relationAt(at);
    if (relation >= 0) return actions.openFact(relation);
    const group = groupAt(at);
    if (group >= 0) return groups.open(group);
    if (!more) actions.clearSelection();
  }

  function aim(next) {
    fitted = null;
    look = { ...next, scale: Math.min(Math.max(next.scale, 0.004), 6) };
    if (job && job.look.scale !== look.scale) job = null;
    if (!job) render({ rest: leftBehind() ? 0 : 70 });
    repaint();
    address.noteCamera();
  }

  const everyone = () => Array.from(graph.x.keys()).filter((entity) => visible.entity[entity]);
  const fit = () => fitTo(everyone());

  // Whether the view has moved so far that the ready picture no longer covers it.
  function leftBehind() {
    if (!picture || picture.look.scale !== look.scale) return false;
    const { width, height } = size();
    return Math.abs(picture.look.x - look.x) * look.scale > width * MARGIN * 0.6 || Math.abs(picture.look.y - look.y) * look.scale > height * MARGIN * 0.6;
  }

  function fitTo(chosen) {
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const i of chosen) {
      left = Math.min(left, graph.x[i]); right = Math.max(right, graph.x[i]);
      top = Math.min(top, graph.y[i]); bottom = Math.max(bottom, graph.y[i]);
    }
    if (left <= right) lookAt({ left, right, top, bottom });
    fitted = chosen;
  }

  function lookAt({ left, right, top, bottom }) {
    const { width, height } = size(), margin = 50;
    if (!width || !height) return;
    const scale = Math.min((width - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(bottom - top, 1), 1.6);
    aim({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
  }

  function start() {
    mapPointer.start({ aim, hover, clicked, camera: () => look, place: (event) => ({ x: event.offsetX, y: event.offsetY }), opened: () => { if (taps.entity() >= 0) actions.focusOn(taps.entity()); } });
    let before = sides();
    new ResizeObserver(() => {
      if ($("map").hidden || sides() === before) return;
      before = sides();
      if (fitted) fitTo(fitted);
      else { render({ rest: 30 }); repaint(); }
    }).observe($("canvas"));
  }

  return {
    update, fit, fitTo, lookAt, onScreen, entityAt,
    camera: () => ({ ...look }),
    moveTo: (next) => aim(next),
    show: (entity) => aim({ x: graph.x[entity], y: graph.y[entity], scale: Math.max(look.scale, 0.5) }),
    zoomBy: (factor) => aim({ ...look, scale: look.scale * factor }),
    panBy: (dx, dy) => aim({ ...look, x: look.x + dx / look.scale, y: look.y + dy / look.scale }),
    ready: () => !!look,
    keepCamera: () => { keep = true; },
    rest: () => fitTo(worthSeeing(everyone())),
    canvas: () => $("map"),
    labels: () => labels,
    edgeNames: () => [],
    backdrop: () => (grouped_() ? groups.toSvg(place, look.scale) : []),
    settle,
    entities: () => entities,
    relations: () => relations,
    middles: () => [...mapAttention.relations(hovered)].map((relation) => {
      const a = onScreen(graph.from[relation]), b = onScreen(graph.to[relation]);
      return { relation, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    }),
    busy: () => !!job || dirty,
    redraw: repaint,
  };
})();
