// Names on a drawing: of constant size, never over each other, the weightiest first.

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';
const LINE = 16, ONE_LINE = 12, PER_LINE = 11, SIZE = 13;

const wideness = (character) => (character.codePointAt(0) > 0x2e7f ? 1 : 0.55);

// A name in one line, or in two of like length; what is too long ends in an ellipsis.
function linesOf(name) {
  const characters = [...name.replace(/\s+/g, " ")], wide = characters.reduce((sum, each) => sum + wideness(each), 0);
  if (wide <= ONE_LINE) return [characters.join("")];
  const most = Math.min(Math.ceil(wide / 2), PER_LINE), lines = ["", ""];
  let width = 0, line = 0;
  for (const character of characters) {
    if (width + wideness(character) > most + 0.5) {
      if (line) { lines[1] = lines[1].slice(0, -1) + "…"; break; }
      line = 1;
      width = 0;
    }
    lines[line] += character;
    width += wideness(character);
  }
  return lines;
}

const lineCache = new Map();
function measured(context, name, italic) {
  const key = italic ? `/${name}` : name;
  let known = lineCache.get(key);
  if (!known) {
    const lines = linesOf(name);
    context.font = `${italic ? "italic " : ""}${SIZE}px ${FONT}`;
    known = { lines, width: Math.max(...lines.map((line) => context.measureText(line).width)), height: lines.length * LINE };
    if (lineCache.size > 5000) lineCache.clear();
    lineCache.set(key, known);
  }
  return known;
}

class Boxes {
  constructor() { this.cells = new Map(); }

  * #around(box) {
    for (let x = Math.floor(box.left / 80); x <= box.right / 80; x++) {
      for (let y = Math.floor(box.top / 40); y <= box.bottom / 40; y++) yield x * 65536 + y;
    }
  }

  add(box) {
    for (const cell of this.#around(box)) this.cells.get(cell)?.push(box) ?? this.cells.set(cell, [box]);
  }

  // How many boxes of other owners a box lies over.
  count(box, own) {
    const found = new Set();
    for (const cell of this.#around(box)) {
      for (const other of this.cells.get(cell) || []) {
        if ((own === undefined || other.owner !== own) && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) found.add(other);
      }
    }
    return found.size;
  }
}

// The room that a name takes, as nearly as can be told without a drawing to measure in.
function roomOf(name) {
  const lines = linesOf(name), wide = lines.map((line) => [...line].reduce((sum, each) => sum + wideness(each), 0));
  return { width: Math.max(...wide) * SIZE + 4, height: lines.length * LINE };
}

// Below, above, at the sides, at the corners.
function placesAround({ x, y, r }, width, height) {
  const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  const corner = r * 0.7 + 2, below = y + r + 2, above = y - r - 2 - height;
  return [
    at(x - width / 2, below), at(x - width / 2, above), at(x + r + 4, y - height / 2), at(x - r - 4 - width, y - height / 2),
    at(x + corner, y + corner), at(x - corner - width, y + corner), at(x + corner, y - corner - height), at(x - corner - width, y - corner - height),
  ];
}

// Whether the line between two points runs through a box.
function crosses({ left, right, top, bottom }, a, b) {
  let from = 0, to = 1;
  for (const [step, room] of [[a.x - b.x, a.x - left], [b.x - a.x, right - a.x], [a.y - b.y, a.y - top], [b.y - a.y, bottom - a.y]]) {
    if (step === 0) { if (room < 0) return false; continue; }
    if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from < to;
}

// The best of some boxes: inside the view, over the fewest nodes and the fewest of the node's own lines. Over nodes of
// others only a weighty name may stand, and out of the view only one that must be shown.
function clearest(boxes, each, discs, view) {
  let best = null, least = Infinity;
  for (const box of boxes) {
    const out = !!view && (box.left < 0 || box.top < 0 || box.right > view.width || box.bottom > view.height);
    const over = discs.count(box, each.key);
    if ((out && !each.first) || (over && !each.first && !each.weighty)) continue;
    const lines = each.joined ? each.joined.reduce((sum, other) => sum + crosses(box, each, other), 0) : 0;
    const cost = 100 * out + 10 * over + lines;
    if (cost < least) { least = cost; best = box; }
    if (!cost) break;
  }
  return best;
}

// What of the view lies under the buttons and the status line: a name there could not be read.
function coveredBoxes() {
  const { x, y } = $("canvas").getBoundingClientRect();
  return ["zoom", "foot"].map((id) => $(id).getBoundingClientRect()).map((box) => ({ left: box.left - x, right: box.right - x, top: box.top - y, bottom: box.bottom - y, owner: -1 }));
}

// Candidates come in the order of their weight: {key, name, x, y, r, italic, first, weighty, joined}. `nodes` are the discs
// to keep clear of, `joined` the ends of a node's own lines.
function placeLabels(context, candidates, nodes, { most = 400, view = null } = {}) {
  const taken = new Boxes(), discs = new Boxes(), placed = [];
  if (view) for (const box of coveredBoxes()) taken.add(box);
  for (const { key, x, y, r } of nodes) discs.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: key });
  for (const each of candidates) {
    const { lines, width, height } = measured(context, each.name, each.italic);
    const box = clearest(placesAround(each, width + 4, height).filter((place) => !taken.count(place)), each, discs, view);
    if (!box) continue;
    taken.add(box);
    placed.push({ ...box, lines, key: each.key, italic: each.italic, strong: each.strong });
    if (placed.length >= most) break;
  }
  return placed;
}

function drawLabels(context, placed) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = theme.ink.halo;
  for (const label of placed) {
    context.font = `${label.italic ? "italic " : ""}${label.strong ? "600 " : ""}${SIZE}px ${FONT}`;
    context.fillStyle = label.colour || theme.ink.ink;
    const middle = (label.left + label.right) / 2;
    label.lines.forEach((line, i) => {
      const y = label.top + LINE * (i + 0.5);
      context.strokeText(line, middle, y);
      context.fillText(line, middle, y);
    });
  }
}

const shownName = (entity) => (graph.unnamed[entity] ? say("unnamedName", { name: graph.name[entity] }) : graph.name[entity]);
