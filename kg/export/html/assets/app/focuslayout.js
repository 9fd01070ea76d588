// Places for the few entities of the focus view: forces, then room for names. Deterministic: no lot is drawn.
//
// Entities that stood already keep their places, and those pinned keep theirs; newcomers start around whom they know.

const focusPlaces = { entities: [], at: new Map() };

function arrangeFocus(entities) {
  const count = entities.length, numbers = new Map(entities.map((entity, i) => [entity, i]));
  const kept = focusPlaces.at, overlap = entities.filter((each) => kept.has(each)).length;
  const stays = overlap > 2 && overlap >= Math.min(kept.size, count) * 0.6;
  const fixed = entities.map((entity) => state.pinned.has(entity) || (stays && kept.has(entity)));
  const xs = new Float64Array(count), ys = new Float64Array(count);
  const springs = springsAmong(entities, numbers);
  entities.forEach((entity, i) => {
    const known = state.pinned.get(entity) || (stays && kept.get(entity));
    const [x, y] = known || start(entity, i, numbers, stays ? kept : new Map());
    xs[i] = x;
    ys[i] = y;
  });
  relax({ count, xs, ys, fixed, springs });
  makeRoom({ count, xs, ys, fixed, entities });
  focusPlaces.at = new Map(entities.map((entity, i) => [entity, [Math.round(xs[i]), Math.round(ys[i])]]));
  return focusPlaces.at;
}

function springsAmong(entities, numbers) {
  const springs = new Map(), count = entities.length;
  for (const entity of entities) {
    for (const relation of graph.relationsOf(entity)) {
      const other = graph.to[relation];
      if (graph.from[relation] !== entity || other === entity || !numbers.has(other)) continue;
      const ends = [numbers.get(entity), numbers.get(other)].sort((a, b) => a - b);
      springs.set(ends[0] * count + ends[1], ends);
    }
  }
  return [...springs.values()];
}

// On a spiral, or beside the first neighbour that stands already.
function start(entity, i, numbers, kept) {
  const angle = i * 2.39996, reach = 46 * Math.sqrt(i + 0.3);
  const friend = Array.from(graph.relationsOf(entity), (relation) => graph.otherEnd(relation, entity)).find((other) => kept.has(other));
  const [x, y] = friend === undefined ? [0, 0] : kept.get(friend);
  const far = friend === undefined ? reach : 110 + 6 * (i % 7);
  return [x + far * Math.cos(angle) * 1.3, y + far * Math.sin(angle)];
}

function relax({ count, xs, ys, fixed, springs }) {
  // The denser the links, the longer a natural one, or all would fall into a clump.
  const rounds = count > 400 ? 60 : 220, ideal = 130 * Math.sqrt(1 + springs.length / Math.max(count, 1) / 2);
  for (let round = 0; round < rounds; round++) {
    const fx = new Float64Array(count), fy = new Float64Array(count), heat = 60 * (1 - round / rounds) + 1;
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const dx = xs[i] - xs[j] || 0.01 * (i - j), dy = ys[i] - ys[j] || 0.01;
        const push = (ideal * ideal) / (dx * dx + dy * dy + 25);
        fx[i] += dx * push; fy[i] += dy * push;
        fx[j] -= dx * push; fy[j] -= dy * push;
      }
    }
    for (const [a, b] of springs) {
      const dx = xs[b] - xs[a], dy = ys[b] - ys[a], pull = Math.hypot(dx, dy) / ideal;
      fx[a] += dx * pull; fy[a] += dy * pull;
      fx[b] -= dx * pull; fy[b] -= dy * pull;
    }
    for (let i = 0; i < count; i++) {
      if (fixed[i]) continue;
      const gx = fx[i] - xs[i] * 0.25, gy = fy[i] - ys[i] * 0.4, force = Math.hypot(gx, gy) || 1, step = Math.min(force, heat);
      xs[i] += (gx / force) * step;
      ys[i] += (gy / force) * step;
    }
  }
}

function makeRoom({ count, xs, ys, fixed, entities }) {
  const boxes = entities.map((entity) => {
    const { width, height } = roomOf(shownName(entity));
    return [Math.max(width, 34) / 2 + 6, (height + 2 * radiusOf(entity)) / 2 + 4];
  });
  for (let round = 0, touching = true; round < 200 && touching; round++) {
    touching = false;
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const dx = xs[j] - xs[i], dy = ys[j] - ys[i];
        const overX = boxes[i][0] + boxes[j][0] - Math.abs(dx), overY = boxes[i][1] + boxes[j][1] - Math.abs(dy);
        if (overX <= 0 || overY <= 0 || (fixed[i] && fixed[j])) continue;
        touching = true;
        const across = overX < overY, axis = across ? xs : ys, push = (across ? overX : overY) * 0.5 * ((across ? dx : dy) < 0 ? -1 : 1);
        if (!fixed[i]) axis[i] -= fixed[j] ? 2 * push : push;
        if (!fixed[j]) axis[j] += fixed[i] ? 2 * push : push;
      }
    }
  }
}
