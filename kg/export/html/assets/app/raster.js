// The map's picture, drawn in slices of some milliseconds so that the page never stands still.
//
// Relations are counted into pixels and shown by how many cross each, which costs the same for any number of them;
// entities are drawn over them, one path a type.

const MARGIN = 0.25;

class Raster {
  // `look` is the camera, `width` and `height` the view's; the picture reaches a quarter further on each side.
  // `backdrop` draws what lies under the entities.
  constructor({ look, width, height, ratio, entities, relations, backdrop }) {
    this.look = look;
    this.width = Math.ceil(width * (1 + 2 * MARGIN));
    this.height = Math.ceil(height * (1 + 2 * MARGIN));
    this.ratio = ratio;
    this.entities = entities;
    this.relations = relations;
    this.backdrop = backdrop;
    this.canvas = document.createElement("canvas");
    this.canvas.width = Math.ceil(this.width * ratio);
    this.canvas.height = Math.ceil(this.height * ratio);
    this.steps = this.draw();
  }

  // Works until the time is up; true once the picture is done.
  work(until) {
    while (performance.now() < until) if (this.steps.next().done) return true;
    return false;
  }

  * draw() {
    const { relations, width, height } = this;
    if (relations.length) {
      const counts = new Uint16Array(width * height);
      for (let at = 0; at < relations.length; at += 1500) { this.countLines(counts, at, Math.min(at + 1500, relations.length)); yield; }
      const lines = document.createElement("canvas");
      lines.width = width;
      lines.height = height;
      const context = lines.getContext("2d"), image = context.createImageData(width, height);
      for (let row = 0; row < height; row += 64) { this.shade(image, counts, row * width, Math.min(row + 64, height) * width); yield; }
      context.putImageData(image, 0, 0);
      yield;
      this.canvas.getContext("2d").drawImage(lines, 0, 0, this.canvas.width, this.canvas.height);
    }
    const context = this.canvas.getContext("2d");
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    if (this.backdrop) yield* this.backdrop(context, (x, y) => this.place(x, y), this.look.scale);
    yield* this.drawEntities(context);
  }

  place(x, y) {
    const { look, width, height } = this;
    return { x: (x - look.x) * look.scale + width / 2, y: (y - look.y) * look.scale + height / 2 };
  }

  countLines(counts, from, to) {
    const { relations, width, height, look } = this, { x, y } = graph, { scale } = look;
    const left = width / 2 - look.x * scale, top = height / 2 - look.y * scale;
    for (let i = from; i < to; i++) {
      const a = graph.from[relations[i]], b = graph.to[relations[i]];
      this.countLine(counts, x[a] * scale + left, y[a] * scale + top, x[b] * scale + left, y[b] * scale + top, width, height);
    }
  }

  countLine(counts, x1, y1, x2, y2, width, height) {
    let from = 0, to = 1;
    const dx = x2 - x1, dy = y2 - y1;
    for (const [step, room] of [[-dx, x1], [dx, width - 1.01 - x1], [-dy, y1], [dy, height - 1.01 - y1]]) {
      if (step === 0) { if (room < 0) return; continue; }
      const at = room / step;
      if (step < 0) { if (at > from) from = at; } else if (at < to) to = at;
    }
    if (from >= to) return;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from)));
    const stepX = (dx * (to - from)) / steps, stepY = (dy * (to - from)) / steps;
    let px = x1 + dx * from, py = y1 + dy * from;
    for (let i = 0; i <= steps; i++) {
      counts[(py | 0) * width + (px | 0)]++;
      px += stepX;
      py += stepY;
    }
  }

  shade(image, counts, from, to) {
    const pixels = new Uint32Array(image.data.buffer), tints = this.tints ||= this.makeTints();
    for (let i = from; i < to; i++) if (counts[i]) pixels[i] = tints[Math.min(counts[i], 255)];
  }

  // The more relations cross a pixel, the stronger its tint: by the logarithm, and fainter where there are many in all.
  makeTints() {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(theme.ink.edge.slice(at, at + 2), 16));
    const many = this.relations.length, first = many > 60000 ? 16 : many > 15000 ? 30 : many > 4000 ? 55 : 120;
    return Uint32Array.from({ length: 256 }, (_, n) => {
      const alpha = Math.min(215, Math.round(first * (1 + Math.log2(Math.max(n, 1)) * 0.9)));
      return ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
    });
  }

  // Entities by type, the weighty ones last so that they lie on top within theirs.
  * drawEntities(context) {
    const { scale } = this.look, perType = graph.types.map(() => []);
    for (let i = this.entities.length - 1; i >= 0; i--) perType[graph.type[this.entities[i]]].push(this.entities[i]);
    yield;
    for (let type = 0; type < perType.length; type++) {
      for (let at = 0; at < perType[type].length; at += 800) {
        this.drawSome(context, type, perType[type].slice(at, at + 800), scale);
        yield;
      }
    }
  }

  drawSome(context, type, entities, scale) {
    const shape = shapeOf(type), named = [], unnamed = [];
    for (const entity of entities) (graph.unnamed[entity] ? unnamed : named).push(entity);
    const trace = (list) => {
      context.beginPath();
      for (const entity of list) {
        const r = mapRadius(entity, scale), { x, y } = this.place(graph.x[entity], graph.y[entity]);
        if (x < -r || y < -r || x > this.width + r || y > this.height + r) continue;
        if (r < 2) context.rect(x - r, y - r, 2 * r, 2 * r);
        else traceShape(context, shape, x, y, r);
      }
    };
    context.fillStyle = theme.type[type];
    trace(named);
    context.fill();
    if (scale > 0.25) { context.lineWidth = 1; context.strokeStyle = theme.ink.paper; context.stroke(); }
    if (!unnamed.length) return;
    trace(unnamed);
    context.fillStyle = theme.ink.paper;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.type[type];
    context.setLineDash([3, 2]);
    context.stroke();
    context.setLineDash([]);
  }
}

// No entity is too small to see; where there are fewer, the smallest are larger.
const leastRadius = () => (graph.n < 2500 ? 2.4 : graph.n < 10000 ? 1.7 : 1.1);
const mapRadius = (entity, scale) => Math.min(Math.max((6 + 2.6 * Math.sqrt(graph.degree[entity])) * scale, leastRadius()), 18);
