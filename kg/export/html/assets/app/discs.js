// Communities as discs with a ring that tells how their types share them, and the links between them: on canvas and in SVG.

const groupDiscs = (() => {
  const sizeOf = (group, scale) => Math.max(group.radius * scale, 4);
  const ringOf = (r) => Math.min(5, r / 3);
  const fillOf = (group) => mixed(theme.ink.paper, theme.type[group.type], theme.dark ? 0.3 : 0.16);
  const placed = ({ shown }, place) => new Map(shown.map((group) => [group.number, place(group.x, group.y)]));

  // The links whose both ends are shown, stronger ones bolder; thinner where they are many, fainter where communities are
  // open between them.
  function linksOf({ ties }, at) {
    const most = Math.max(1, ...ties.map((tie) => tie.weight)), faint = state.opened.size ? 0.3 : 1, bold = ties.length > 200 ? 1 : 5;
    return ties.filter(({ a, b }) => at.has(a) && at.has(b)).map(({ a, b, weight }) => ({
      from: at.get(a), to: at.get(b), alpha: (0.2 + (0.5 * weight) / most) * faint, width: 0.8 + (bold * faint * weight) / most,
    }));
  }

  // In steps, like the rest of the map's picture.
  function * draw(context, made, place, scale) {
    const at = placed(made, place);
    context.strokeStyle = theme.ink.edge;
    let steps = 0;
    for (const { from, to, alpha, width } of linksOf(made, at)) {
      context.globalAlpha = alpha;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
      if (++steps % 200 === 0) yield;
    }
    context.globalAlpha = 1;
    for (const group of made.shown) {
      drawDisc(context, group, at.get(group.number), sizeOf(group, scale));
      if (++steps % 50 === 0) yield;
    }
  }

  function drawDisc(context, group, { x, y }, r) {
    const ring = ringOf(r), total = group.members.length;
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fillStyle = theme.ink.paper;
    context.fill();
    context.fillStyle = fillOf(group);
    context.fill();
    context.lineWidth = ring;
    let from = -Math.PI / 2;
    for (const [type, members] of group.types) {
      const to = from + (2 * Math.PI * members) / total;
      context.beginPath();
      context.arc(x, y, r - ring / 2, from, to);
      context.strokeStyle = theme.type[type];
      context.stroke();
      from = to;
    }
  }

  function toSvg(made, place, scale) {
    const at = placed(made, place), cut = (value) => value.toFixed(1);
    const lines = linksOf(made, at).map(({ from, to, alpha, width }) => drawn("line", {
      x1: cut(from.x), y1: cut(from.y), x2: cut(to.x), y2: cut(to.y), stroke: theme.ink.edge, "stroke-width": cut(width), opacity: alpha.toFixed(2),
    }));
    return [...lines, ...made.shown.map((group) => svgDisc(group, at.get(group.number), sizeOf(group, scale), cut))];
  }

  function svgDisc(group, { x, y }, r, cut) {
    const ring = ringOf(r), total = group.members.length, circle = { cx: cut(x), cy: cut(y), r: cut(r - ring / 2) };
    let before = 25;
    const arcs = group.types.map(([type, members]) => {
      const share = (100 * members) / total, offset = before;
      before -= share;
      return drawn("circle", { ...circle, fill: "none", stroke: theme.type[type], "stroke-width": cut(ring), pathLength: 100, "stroke-dasharray": `${share.toFixed(2)} ${(100 - share).toFixed(2)}`, "stroke-dashoffset": offset.toFixed(2) });
    });
    return drawn("g", {}, drawn("title", {}, groups.nameOf(group)), drawn("circle", { ...circle, fill: fillOf(group) }), arcs);
  }

  return { draw, toSvg };
})();
