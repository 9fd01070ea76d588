// The outlines of types: for the canvas, for drawings, for the legend. The same shapes that vis-network draws.

const SHAPES = {
  dot: null,
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  triangle: [[0, -1.15], [1.05, 0.75], [-1.05, 0.75]],
  triangleDown: [[0, 1.15], [1.05, -0.75], [-1.05, -0.75]],
  hexagon: [0, 1, 2, 3, 4, 5].map((i) => [1.1 * Math.cos((i * Math.PI) / 3), 1.1 * Math.sin((i * Math.PI) / 3)]),
  star: Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 ? 0.58 : 1.3;
    return [reach * Math.sin((i * Math.PI) / 5), -reach * Math.cos((i * Math.PI) / 5)];
  }),
};

const shapeOf = (type) => (graph.types[type].shape in SHAPES ? graph.types[type].shape : "dot");

function traceShape(context, shape, x, y, radius) {
  const corners = SHAPES[shape];
  if (!corners) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], i) => context[i ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  context.closePath();
}

function shapePath(shape, x, y, radius) {
  const at = (value) => value.toFixed(2);
  const corners = SHAPES[shape];
  if (corners) return `M${corners.map(([dx, dy]) => `${at(x + dx * radius)} ${at(y + dy * radius)}`).join("L")}Z`;
  return `M${at(x - radius)} ${at(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function swatch(type, size = 16) {
  const path = shapePath(shapeOf(type), size / 2, size / 2, size * 0.36);
  return drawn("svg", { viewBox: `0 0 ${size} ${size}`, class: "swatch", "aria-hidden": "true" },
    drawn("path", { d: path, fill: `var(--type-${type})` }));
}

const radiusOf = (entity) => Math.min(7 + 3 * Math.sqrt(graph.degree[entity]), 26);
