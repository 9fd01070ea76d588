// A rectangle drawn with Shift held chooses all that lies in it, in either drawing.

const band = (() => {
  let from = null;

  const place = (event) => {
    const box = $("canvas").getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function rectangle(to) {
    return { left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) };
  }

  function down(event) {
    if (!event.shiftKey || event.button !== 0 || stage.drawing().entityAt(place(event)) >= 0) return;
    event.stopPropagation();
    event.preventDefault();
    from = place(event);
    $("canvas").setPointerCapture(event.pointerId);
  }

  function move(event) {
    if (!from) return;
    event.stopPropagation();
    const { left, right, top, bottom } = rectangle(place(event)), { style } = $("band");
    $("band").hidden = false;
    Object.assign(style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  }

  function up(event) {
    if (!from) return;
    event.stopPropagation();
    const { left, right, top, bottom } = rectangle(place(event)), view = stage.drawing();
    from = null;
    $("band").hidden = true;
    if (right - left < 5 && bottom - top < 5) return;
    const inside = view.entities().filter((entity) => {
      const { x, y } = view.onScreen(entity);
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    if (inside.length) actions.selectMany([...inside].sort((a, b) => a - b));
  }

  function start() {
    for (const [event, heard] of Object.entries({ pointerdown: down, pointermove: move, pointerup: up })) $("canvas").addEventListener(event, heard, true);
  }

  return { start };
})();
