// The middle of the page: which view is shown, and what every view can do.

const stage = (() => {
  const drawing = () => (state.stage === "map" ? map : network);
  let dirty = false, drawn_ = false;

  function tabs() {
    const views = [home(), ...(state.focus.length ? ["focus"] : []), "list"];
    $("views").replaceChildren(...views.map((view) => h("button", {
      type: "button", role: "tab", "aria-selected": String(state.view === view), tabindex: state.view === view ? 0 : -1, data: { view },
      on: { click: () => show(view), keydown: (event) => turn(event, views, view) },
    }, say(`view.${view}`))), ...(state.stage === "map" && graph.communities && state.view !== "list" ? [switcher()] : []));
  }

  function switcher() {
    return h("label", { class: "switch" }, (() => {
      const box = h("input", { type: "checkbox", data: { act: "flat" }, on: { change: () => change({ flat: !state.flat }) } });
      box.checked = !state.flat;
      return box;
    })(), say("communities"));
  }

  function turn(event, views, view) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(views[(views.indexOf(view) + step + views.length) % views.length]);
    $("views").querySelector('[aria-selected="true"]').focus();
  }

  function show(view) {
    if (view === "list") return change({ view });
    change({ view, stage: view });
  }

  function zoomBar() {
    const act = (icon, key, todo) => button(icon, say(key), todo, { bare: true, data: { act: key } });
    $("zoom").replaceChildren(act("plus", "zoomIn", () => drawing().zoomBy(1.4)), act("minus", "zoomOut", () => drawing().zoomBy(1 / 1.4)), act("fit", "fit", () => fit()));
  }

  function status() {
    const values = { entities: visible.entities, relations: visible.relations, allEntities: graph.n, allRelations: graph.m };
    if (state.stage === "focus") {
      const entities = drawnEntities();
      Object.assign(values, { entities: entities.length, relations: drawnRelations(entities).length });
    }
    const whole = values.entities === graph.n && values.relations === graph.m;
    const text = say(whole ? "statusWhole" : state.stage === "focus" ? "statusFocus" : "statusPart", values);
    $("status").textContent = graph.n ? text : say("empty");
  }

  // Names that found no room are told of: they come as the reader zooms in.
  function tellNames(shown, all) {
    const text = shown < all ? say("namesShown", { shown }) : "";
    if ($("named").textContent !== text) $("named").textContent = text;
  }

  // Marks when the first picture stands on the screen: in the frame after the one that drew it.
  function tellDrawn() {
    if (drawn_) return;
    drawn_ = true;
    requestAnimationFrame(() => performance.mark("kg-drawn"));
  }

  function update(changed) {
    const list = state.view === "list", onMap = state.stage === "map";
    if (changed.has("stage") || changed.has("focus")) places.drawing = state.stage === "focus" ? arrangeFocus(state.focus) : null;
    $("canvas").hidden = list;
    $("zoom").hidden = list;
    $("named").hidden = list;
    $("listing").hidden = !list;
    $("map").hidden = !onMap;
    $("network").hidden = onMap;
    tabs();
    zoomBar();
    status();
    if (list) { listing.update(); dirty = true; return; }
    drawing().update(dirty ? new Set([...changed, "stage"]) : changed);
    dirty = false;
  }

  const fit = (how) => drawing().fit(how);

  return {
    update, fit, tellNames, tellDrawn, show: (entity) => drawing().show(entity), drawing,
    camera: () => (drawing().ready() ? drawing().camera() : null),
    moveTo: (camera) => drawing().moveTo(camera, { still: true }),
    redraw: () => drawing().redraw(),
  };
})();
