// Keys: everything that the mouse can do. Letters count only where no text is being typed.

const keyboard = (() => {
  const typing = (element) => element.matches("input:not([type=checkbox]):not([type=range]),textarea,select");
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const one = () => (state.selected.length === 1 ? state.selected[0] : -1);

  // The entity that lies next in a direction, nearest along it, or the weightiest where none is chosen.
  function nextTowards([dx, dy]) {
    const view = stage.drawing(), all = view.entities();
    const from = state.selected[state.selected.length - 1];
    if (from === undefined || !all.includes(from)) return all[0];
    const at = view.onScreen(from);
    let best = -1, least = Infinity;
    for (const each of all) {
      const to = view.onScreen(each), along = (to.x - at.x) * dx + (to.y - at.y) * dy, off = Math.abs((to.x - at.x) * dy) + Math.abs((to.y - at.y) * dx);
      if (each === from || along <= 0.5 || along + 2 * off >= least) continue;
      best = each;
      least = along + 2 * off;
    }
    return best;
  }

  function arrow(event) {
    const direction = ARROWS[event.key];
    if (event.shiftKey && event.ctrlKey) return actions.push(direction.map((each) => each * 20));
    if (event.shiftKey) return stage.drawing().panBy(direction[0] * 80, direction[1] * 80);
    const next = nextTowards(direction);
    if (next < 0 || next === undefined) return;
    actions.select(next, { more: event.ctrlKey });
    const { x, y } = stage.drawing().onScreen(next), box = $("canvas");
    if (x < 30 || y < 30 || x > box.clientWidth - 30 || y > box.clientHeight - 30) stage.show(next);
  }

  function step(by) {
    const total = state.fact >= 0 ? graph.sourcesOf.of(state.fact).length : 0;
    if (total) change({ step: (state.step + by + total) % total });
  }

  const ON_ENTITY = {
    e: (entity) => actions.expand(entity),
    c: (entity) => actions.collapse(entity),
    p: (entity) => state.stage !== "map" && actions.togglePin(entity),
    f: (entity) => actions.focusOn(entity),
  };

  const ANYWHERE = {
    "/": () => { $("query").focus(); $("query").select(); },
    "?": () => dialogs.help(),
    "+": () => stage.drawing().zoomBy(1.4),
    "=": () => stage.drawing().zoomBy(1.4),
    "-": () => stage.drawing().zoomBy(1 / 1.4),
    0: () => stage.fit(),
    "[": () => history.back(),
    "]": () => history.forward(),
    n: () => step(1),
    b: () => step(-1),
    m: () => (state.selected.length === 2 ? paths.show(...state.selected) : paths.ask()),
    h: () => state.selected.length && actions.hide(state.selected),
    r: () => actions.reset(),
    g: () => change({ view: state.stage }),
    l: () => change({ view: "list" }),
  };

  function escape() {
    if (document.body.classList.contains("filtering")) document.body.classList.remove("filtering");
    else if (state.fact >= 0) change({ fact: -1 });
    else if (state.selected.length || state.path) actions.clearSelection();
    else if (state.stage === "map" && state.opened.size) change({ opened: new Set() });
  }

  function pressed(event) {
    if ($("dialog").open || event.altKey || event.metaKey || typing(event.target)) return;
    const onCanvas = event.target === $("canvas") || event.target === document.body;
    if (event.key === "Escape") return escape();
    if (event.key in ARROWS && onCanvas) { event.preventDefault(); return arrow(event); }
    if (event.key === "Enter" && onCanvas && one() >= 0) {
      event.preventDefault();
      return $("panel").querySelector("h2,button")?.focus();
    }
    if (event.ctrlKey) return;
    const key = event.key.toLowerCase();
    if (key in ON_ENTITY && one() >= 0) { event.preventDefault(); return ON_ENTITY[key](one()); }
    if (key in ANYWHERE) { event.preventDefault(); ANYWHERE[key](); }
  }

  return { start: () => addEventListener("keydown", pressed) };
})();
