// How the network is looked at: so that entities fit into the view with their names.

const NATURAL = 1.25, READABLE = 0.3;

// The camera that shows all of some entities, or null where the view has no room. Names keep their size when the picture
// shrinks, so the frame is found in a few steps.
function lookAtAll(entities) {
  const { clientWidth: width, clientHeight: height } = $("canvas"), edge = 16;
  if (!width || !height) return null;
  const rooms = entities.map((entity) => ({ at: places.of(entity), radius: radiusOf(entity), ...roomOf(shownName(entity)) }));
  let look = { x: 0, y: 0, scale: NATURAL };
  for (let round = 0; round < 5; round++) {
    const { scale } = look;
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const { at: [x, y], radius, width: wide, height: high } of rooms) {
      const half = Math.max(radius, wide / 2 / scale);
      left = Math.min(left, x - half);
      right = Math.max(right, x + half);
      top = Math.min(top, y - radius);
      bottom = Math.max(bottom, y + radius + (high + 2) / scale);
    }
    const fits = Math.min((width - 2 * edge) / (right - left), (height - 2 * edge) / (bottom - top), NATURAL);
    // What would be names alone, at any scale, is shown small rather than not at all.
    look = { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(Math.min(fits, scale * 1.5), scale / 3) };
  }
  return look;
}

// The first look is at all; where what nothing joins would shrink the rest, at the rest; and on a small screen, where
// nothing could be read, at the middle of the matter. `fitted` are the entities that stay fitted.
function firstLook(entities) {
  const worth = worthSeeing(entities), near = lookAtAll(worth), far = lookAtAll(entities);
  if (!near) return null;
  const readable = near.scale >= READABLE || $("canvas").clientWidth > 600;
  if (readable && far.scale >= 0.8 * near.scale) return { look: far, fitted: entities };
  if (readable) return { look: near, fitted: worth };
  const [x, y] = places.of(worth.reduce((best, each) => (graph.degree[each] > graph.degree[best] ? each : best)));
  return { look: { x, y, scale: READABLE }, fitted: null };
}
