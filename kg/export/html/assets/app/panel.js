// The panel at the side: the evidence of the open fact, a path, the chosen entities, or one entity's card.

const panel = (() => {
  let dismissed = false;  // whether the list of communities was closed, until the map is drawn another way

  function put(content, { back = null, leave = () => change({ selected: [], fact: -1, path: null }) } = {}) {
    const close = button("close", say("close"), leave, { bare: true, data: { act: "close" } });
    const bar = h("div", { class: "panelbar" }, back && button("back", say("backToCard"), back, { data: { act: "card" } }), close);
    $("panel").replaceChildren(bar, ...content.flat(Infinity).filter(Boolean));
    $("panel").hidden = false;
    document.body.classList.add("paneled");
  }

  const communities = () => state.stage === "map" && state.view !== "list" && !state.flat && graph.communities && !dismissed;

  function dismiss() {
    dismissed = true;
    update();
  }

  function update(changed = new Set()) {
    if (changed.has("flat") || changed.has("stage")) dismissed = false;
    const { selected, fact, path } = state, at = $("panel").contains(document.activeElement);
    if (fact >= 0) put(evidence.render(fact), { back: selected.length || path ? () => change({ fact: -1 }) : null });
    else if (path) put(paths.render(...path));
    else if (selected.length > 1) put(selection.render(selected));
    else if (selected.length) put(card.render(selected[0]));
    else if (communities()) put(groups.render(), { leave: dismiss });
    else {
      $("panel").hidden = true;
      document.body.classList.remove("paneled");
      if (at) $("canvas").focus({ preventScroll: true });
      return;
    }
    if (at) $("panel").querySelector("[data-act=card],h2,[data-act=close]")?.focus({ preventScroll: true });
    $("panel").scrollTop = 0;
  }

  return { put, update };
})();
