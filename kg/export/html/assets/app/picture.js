// The view as a picture: PNG from the canvas as it stands, SVG drawn anew from the same places and names.

const picture = (() => {
  function copied() {
    const source = stage.drawing().canvas(), copy = h("canvas", { width: source.width, height: source.height }), context = copy.getContext("2d");
    context.fillStyle = theme.ink.paper;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(source, 0, 0);
    return copy;
  }

  // Printers get the drawing as a picture, in the ink of paper: a canvas would be stretched to it, or print a dark sheet.
  function print() {
    inInkOf({ paper: true });
    if (state.view === "list") $("printed").removeAttribute("src");
    else if (graph.data && stage.drawing().ready() && stage.drawing().canvas().width) $("printed").src = state.stage === "map" ? pixels() : lines();
    $("printed").alt = $("status").textContent;
  }

  // The map as pixels, for it may hold very many lines; the network as lines, which print sharp.
  const pixels = () => { map.settle(); return copied().toDataURL("image/png"); };
  const lines = () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(render())}`;

  function inInkOf({ paper }) {
    if (!graph.data) return;
    theme.onPaper = paper;
    applyTheme();
    if (!paper && state.stage === "map") map.settle();
  }

  function savePng() {
    if (state.stage === "map") map.settle();
    copied().toBlob((blob) => saveFile(fileName("png"), [blob], "image/png"), "image/png");
  }

  const at = (value) => value.toFixed(1);
  const within = ({ x, y }, box, margin = 40) => x > -margin && y > -margin && x < box.clientWidth + margin && y < box.clientHeight + margin;

  function lineOf(relation, bend) {
    const view = stage.drawing(), a = view.onScreen(graph.from[relation]), b = view.onScreen(graph.to[relation]);
    const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy);
    if (far < a.r + b.r) return null;
    const middle = { x: (a.x + b.x) / 2 + dy * bend, y: (a.y + b.y) / 2 - dx * bend };
    const dashes = DASHES[modalityOf(relation)];
    const open = state.fact === relation, faint = focusOfAttention() && !isNear(relation);
    const stroke = open ? theme.ink.accent : modalityOf(relation) === "negated" ? theme.ink.warn : theme.ink.edge;
    const toward = Math.hypot(b.x - middle.x, b.y - middle.y), end = { x: b.x - ((b.x - middle.x) / toward) * (b.r + 5), y: b.y - ((b.y - middle.y) / toward) * (b.r + 5) };
    return drawn("path", { d: `M${at(a.x)} ${at(a.y)}Q${at(middle.x)} ${at(middle.y)} ${at(end.x)} ${at(end.y)}`, fill: "none", stroke, "stroke-width": open ? 2.5 : 1.2, opacity: faint ? 0.25 : null, "stroke-dasharray": dashes ? dashes.join(" ") : null, "marker-end": "url(#arrow)" });
  }

  function nodeOf(entity) {
    const { x, y, r } = stage.drawing().onScreen(entity), tone = theme.type[graph.type[entity]];
    const paint = graph.unnamed[entity] ? { fill: theme.ink.paper, stroke: tone, "stroke-dasharray": "4 3", "stroke-width": 2 } : { fill: tone, stroke: theme.ink.paper, "stroke-width": 1 };
    if (isSelected(entity)) Object.assign(paint, { stroke: theme.ink.accent, "stroke-width": 3 });
    const attention = focusOfAttention(), faint = attention && !attention.has(entity);
    return drawn("path", { d: shapePath(shapeOf(graph.type[entity]), x, y, Math.max(r - 1, 1)), ...paint, opacity: faint ? 0.3 : null }, drawn("title", {}, shownName(entity)));
  }

  function textOf(label) {
    const x = at((label.left + label.right) / 2);
    const lines = label.lines.map((line, i) => drawn("tspan", { x, y: at(label.top + LINE * (i + 0.5)) }, line));
    return drawn("text", { "text-anchor": "middle", "dominant-baseline": "central", "font-size": SIZE, fill: theme.ink.ink, stroke: theme.ink.halo, "stroke-width": 3, "paint-order": "stroke", "font-style": label.italic ? "italic" : null }, lines);
  }

  const wordOf = ({ x, y, name, relation }) => drawn("text", { x: at(x), y: at(y), "text-anchor": "middle", "dominant-baseline": "central", "font-size": 11, fill: relation === state.fact ? theme.ink.accent : theme.ink.muted, stroke: theme.ink.halo, "stroke-width": 3, "paint-order": "stroke" }, name);

  function render() {
    const view = stage.drawing(), box = $("canvas"), relations = view.relations(), bends = bendsOf(relations);
    const entities = view.entities().filter((entity) => within(view.onScreen(entity), box));
    const near = relations.filter((relation) => within(view.onScreen(graph.from[relation]), box) || within(view.onScreen(graph.to[relation]), box));
    const arrow = drawn("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 4, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse" }, drawn("path", { d: "M0 0L8 4L0 8Z", fill: theme.ink.edge }));
    const image = drawn("svg", { viewBox: `0 0 ${box.clientWidth} ${box.clientHeight}`, width: box.clientWidth, height: box.clientHeight, "font-family": FONT },
      drawn("title", {}, graph.title), drawn("defs", {}, arrow),
      drawn("rect", { width: "100%", height: "100%", fill: theme.ink.paper }),
      view.backdrop(), near.map((relation) => lineOf(relation, bends.get(relation))), entities.map(nodeOf), view.edgeNames().map(wordOf), view.labels().map(textOf));
    // XML holds no control characters, not even escaped; names of articles may.
    return new XMLSerializer().serializeToString(image).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  }

  const saveSvg = () => saveFile(fileName("svg"), [render()], "image/svg+xml;charset=utf-8");

  addEventListener("beforeprint", print);
  addEventListener("afterprint", () => inInkOf({ paper: false }));

  return { savePng, saveSvg };
})();
