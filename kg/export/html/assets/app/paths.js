// The shortest way between two entities, over what is visible, either way along relations.

const paths = (() => {
  function shortest(from, to) {
    const came = new Map([[from, -1]]), queue = [from];
    for (let i = 0; i < queue.length && !came.has(to); i++) {
      for (const relation of graph.relationsOf(queue[i])) {
        const other = graph.otherEnd(relation, queue[i]);
        if (visible.fact[relation] && !came.has(other)) { came.set(other, queue[i]); queue.push(other); }
      }
    }
    if (!came.has(to)) return null;
    const way = [];
    for (let at = to; at !== -1; at = came.get(at)) way.unshift(at);
    return way;
  }

  const between = (a, b) => [...graph.relationsOf(a)].filter((relation) => visible.fact[relation] && graph.otherEnd(relation, a) === b);

  function show(from, to) {
    const way = shortest(from, to);
    const changes = { path: [from, to], selected: way || [from, to], fact: -1 };
    if (way) Object.assign(changes, state.stage === "graph" ? { view: "graph" } : { view: "focus", stage: "focus", focus: way });
    change(changes);
    if (way && state.stage === "graph") stage.drawing().fitTo(way);
    announce(way ? say("pathFound", { count: way.length - 1 }) : say("noPath"));
  }

  function step(a, b) {
    return between(a, b).map((relation) => h("li", { class: "link" },
      h("button", { type: "button", class: "why", data: { fact: relation }, on: { click: () => actions.openFact(relation) } },
        graph.from[relation] === a ? "↓ " : "↑ ", nameOfRelation(relation))));
  }

  function render(from, to) {
    const way = shortest(from, to);
    const heading = h("h2", { tabindex: -1 }, say("path"));
    if (!way) return [heading, h("p", {}, chip(from), chip(to)), h("p", { class: "none" }, say("noPath"))];
    const rows = way.flatMap((entity, i) => [h("li", {}, chip(entity)), ...(i + 1 < way.length ? step(entity, way[i + 1]) : [])]);
    return [heading, h("p", { class: "aside" }, say("pathFound", { count: way.length - 1 })), h("ol", { class: "way" }, rows)];
  }

  // A dialog that asks for both ends, or the other end.
  function ask(entity) {
    const chosen = [entity ?? state.selected[0] ?? -1, entity === undefined ? state.selected[1] ?? -1 : -1];
    const fields = ["pathStart", "pathEnd"].map((key, i) => picker(key, chosen, i));
    const go = h("button", { type: "submit", class: "main" }, say("findPath"));
    const form = h("form", { method: "dialog", on: { submit: (event) => {
      event.preventDefault();
      if (chosen.some((each) => each < 0)) return;
      $("dialog").close();
      show(...chosen);
    } } }, h("h2", {}, say("path")), fields, h("p", { class: "buttons" }, button(null, say("cancel"), () => $("dialog").close()), go));
    dialogs.open(form);
    (chosen[0] >= 0 ? fields[1] : fields[0]).querySelector("input").focus();
  }

  function picker(key, chosen, i) {
    const list = h("ul", { class: "picks", role: "listbox" }), input = h("input", { type: "text", "aria-label": say(key), autocomplete: "off" });
    if (chosen[i] >= 0) input.value = graph.name[chosen[i]];
    const pick = (entity) => { chosen[i] = entity; input.value = graph.name[entity]; list.replaceChildren(); };
    input.addEventListener("input", () => {
      const found = search.find(input.value);
      chosen[i] = found.length ? found[0] : -1;
      list.replaceChildren(...found.slice(0, 6).map((each) => h("li", { role: "option" }, chip(each, () => pick(each)))));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && chosen[i] >= 0 && list.children.length) { event.preventDefault(); pick(chosen[i]); $("dialog").querySelectorAll("input")[1].focus(); }
    });
    return h("label", { class: "picker" }, h("span", {}, say(key)), input, list);
  }

  return { shortest, show, render, ask };
})();
