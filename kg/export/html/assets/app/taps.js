// Two clicks at one place: the second means what lay there at the first, for the picture moves when the panel opens.

const taps = (() => {
  const SOON = 450, NEAR = 6;
  let last = { x: 0, y: 0, time: -SOON, entity: -1 };

  // Whether a click is the second of two; else it is remembered with the entity under it.
  function second({ x, y }, entity) {
    const time = performance.now();
    if (last.entity >= 0 && time - last.time < SOON && Math.hypot(x - last.x, y - last.y) < NEAR) return true;
    last = { x, y, time, entity };
    return false;
  }

  return { second, entity: () => last.entity };
})();
