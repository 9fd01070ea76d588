// Hands on the map: drag, wheel, pinch, click, double click.

const mapPointer = (() => {
  function start({ aim, hover, clicked, opened, camera, place }) {
    const canvas = $("map"), held = new Map();
    let moved = 0, span = 0;

    const middle = () => {
      const all = [...held.values()];
      return { x: all.reduce((sum, at) => sum + at.x, 0) / all.length, y: all.reduce((sum, at) => sum + at.y, 0) / all.length };
    };
    const reach = () => { const [a, b] = [...held.values()]; return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0; };

    function zoomAt(at, factor) {
      const { x, y, scale } = camera(), next = Math.min(Math.max(scale * factor, 0.004), 6);
      const dx = at.x - canvas.clientWidth / 2, dy = at.y - canvas.clientHeight / 2;
      aim({ x: x + dx / scale - dx / next, y: y + dy / scale - dy / next, scale: next });
    }

    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      held.set(event.pointerId, place(event));
      if (held.size === 1) moved = 0;
      span = reach();
    });

    canvas.addEventListener("pointermove", (event) => {
      if (!held.has(event.pointerId)) return hover(place(event));
      const before = middle();
      held.set(event.pointerId, place(event));
      const now = middle(), { x, y, scale } = camera();
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      if (moved > 3) aim({ x: x - (now.x - before.x) / scale, y: y - (now.y - before.y) / scale, scale });
      if (held.size > 1 && span) { zoomAt(now, reach() / span); span = reach(); }
    });

    const release = (event) => {
      const was = held.delete(event.pointerId);
      span = reach();
      if (was && event.type === "pointerup" && moved <= 3 && !held.size) clicked(place(event), event.ctrlKey || event.metaKey || event.shiftKey);
    };
    canvas.addEventListener("pointerup", release);
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("pointerleave", () => hover(null));
    canvas.addEventListener("dblclick", () => opened());
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoomAt(place(event), Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)));
    }, { passive: false });
  }

  return { start };
})();
