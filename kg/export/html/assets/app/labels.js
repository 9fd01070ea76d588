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

  hits(box, own) {
    for (const cell of this.#around(box)) {
      for (const other of this.cells.get(cell) || []) {
        if ((own === undefined || other.owner !== own) && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}

function placesAround({ x, y, r }, width, height) {
  const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    at(x - width / 2, y + r + 2),
    at(x - width / 2, y - r - 2 - height),
    at(x + r + 4, y - height / 2),
    at(x - r - 4 - width, y - height / 2),
  ];
}

// Candidates come in the order of their weight: {key, name, x, y, r, italic, first}. Those marked `first` may stand over
// nodes, the others not. `nodes` are the discs to keep clear of.
function placeLabels(context, candidates, nodes, { most = 400 } = {}) {
  const taken = new Boxes(), discs = new Boxes(), placed = [];
  for (const { key, x, y, r } of nodes) discs.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: key });
  for (const each of candidates) {
    const { lines, width, height } = measured(context, each.name, each.italic);
    const free = placesAround(each, width + 4, height).filter((box) => !taken.hits(box));
    const box = free.find((place) => !discs.hits(place, each.key)) || (each.first && free[0]);
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
