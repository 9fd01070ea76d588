// Starts the page: reads the graph, restores the state of the address, and keeps every part up to date.

const page = (() => {
  function update(changed) {
    if (!visible.entity || FILTERS.some((key) => changed.has(key))) computeVisible();
    legend.update();
    if (["view", "selected", "fact", "step", "path", "hidden", "pinned", "focus", "stage", "offTypes", "offPredicates", "offModalities", "unnamed", "unlinked", "fromDay", "toDay", "undated", "opened", "flat"].some((key) => changed.has(key))) panel.update(changed);
    stage.update(changed);
  }

  // After a change of language or theme everything says and shows itself anew.
  function refresh() {
    applyTheme();
    sayAll();
    toolbar.build();
    update(new Set(["selected"]));
  }

  async function start() {
    const block = document.querySelector(".kg-graph");
    let data;
    try {
      data = await articles.unpack(block);
    } catch {
      $("failure").hidden = false;
      return;
    }
    block.remove();
    words.messages = data.messages;
    readGraph(data);
    START.view = START.stage = home();
    START.flat = graph.n <= data.collapsed;
    Object.assign(state, START);
    const { camera, language, theme: tone, ...told } = address.read();
    Object.assign(state, told);
    words.chosen = ["zh", "en"].includes(language) ? language : null;
    words.language = words.chosen || (/^zh/i.test(navigator.language) ? "zh" : "en");
    theme.chosen = ["dark", "light"].includes(tone) ? tone : null;
    onChange(update);
    if (state.stage !== "map") await librariesRead();
    open(camera);
  }

  // vis-network stands last in the page, and starts when a network is first drawn, so that a map need not wait for it.
  const librariesRead = () => new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });

  function open(camera) {
    if (camera) stage.drawing().keepCamera();
    applyTheme();
    sayAll();
    toolbar.build();
    search.start();
    keyboard.start();
    band.start();
    update(new Set(Object.keys(state)));
    if (camera) stage.moveTo(camera);
    $("skip").addEventListener("click", () => $("canvas").focus());
    $("dialog").addEventListener("click", (event) => { if (event.target === $("dialog")) $("dialog").close(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      document.documentElement.dataset.ready = "yes";
      performance.mark("kg-ready");
    }));
  }

  start();
  return { refresh };
})();

// For scripts beside the page, such as its tests: where things stand on the screen. Reads only.
window.kg = Object.freeze({
  place(id) {
    const box = $("canvas").getBoundingClientRect(), { x, y } = stage.drawing().onScreen(graph.numberOf.get(id));
    return { x: box.x + x, y: box.y + y };
  },
  relations() {
    const box = $("canvas").getBoundingClientRect(), name = (entity) => graph.id[entity];
    return stage.drawing().middles().map(({ relation, x, y }) => ({
      from: name(graph.from[relation]), to: name(graph.to[relation]), predicate: predicateOf(relation).name, modality: modalityOf(relation), x: box.x + x, y: box.y + y,
    }));
  },
  labels: () => stage.drawing().labels().map(({ left, top, right, bottom, lines }) => ({ left, top, right, bottom, text: lines.join("") })),
  relationNames: () => stage.drawing().edgeNames().map(({ relation, name }) => ({ relation, name })),
  drawn: () => ({ entities: [...stage.drawing().entities()].map((entity) => graph.id[entity]), relations: stage.drawing().relations().length }),
  busy: () => stage.drawing().busy(),
});
