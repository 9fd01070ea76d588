// The state in the address: what stands after the # brings the same view back, here or at a colleague's.
//
// Things are named by their ids, never by their numbers. Each step of the reader is a step of the browser's history.

const address = (() => {
  const TOLD = ["view", "stage", "focus", "hidden", "pinned", "selected", "fact", "path", "opened", "flat", "offTypes", "offPredicates", "offModalities", "unnamed", "unlinked", "fromDay", "toDay", "undated"];
  let at = 0, last = 0, camera = null, timer = 0;

  // Addresses are typed and cut by hand, too: what cannot be read names nothing.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return ""; }
  }

  const FAR = 1e6, within = (told) => Math.min(Math.max(+told || 0, -FAR), FAR);
  const listed = (items) => Array.from(items, (each) => encodeURIComponent(each)).join(",");
  const unlisted = (text) => (text ? text.split(",").map(decoded) : []);
  const ids = (entities) => listed(Array.from(entities, (each) => graph.id[each]));
  const numbers = (text) => unlisted(text).map((id) => graph.numberOf.get(id)).filter((each) => each !== undefined);
  const named = (set, looks) => listed(Array.from(set, (each) => looks[each].name).sort());
  const placed = (text, looks) => new Set(unlisted(text).map((name) => looks.findIndex((look) => look.name === name)).filter((each) => each >= 0));

  // A relation by its ends, predicate and modality, a figure by its entity; then which of those that are alike.
  function alike(fact) {
    if (isFigure(fact)) return [...graph.figuresOf.of(figureOf(fact).subject)].map((each) => each + graph.m);
    const same = (each) => ["from", "to", "predicate", "modality"].every((key) => graph[key][each] === graph[key][fact]);
    return [...graph.relationsOf(graph.from[fact])].filter(same);
  }

  function toldFact(fact) {
    const which = alike(fact).indexOf(fact);
    if (isFigure(fact)) return listed(["f", graph.id[figureOf(fact).subject], which]);
    return listed(["r", graph.id[graph.from[fact]], graph.id[graph.to[fact]], predicateOf(fact).name, modalityOf(fact), which]);
  }

  function foundFact(text) {
    const [kind, from, to, predicate, modality, which] = unlisted(text), subject = graph.numberOf.get(from);
    if (subject === undefined) return -1;
    if (kind === "f") return (graph.figuresOf.of(subject)[+to] ?? -1 - graph.m) + graph.m;
    const fits = (each) => graph.id[graph.to[each]] === to && predicateOf(each).name === predicate && modalityOf(each) === modality;
    return [...graph.relationsOf(subject)].filter((each) => graph.from[each] === subject && fits(each))[+which] ?? -1;
  }

  function written() {
    const parts = {
      v: state.view === home() ? "" : state.view,
      g: state.stage === home() ? "" : state.stage,
      s: ids(state.selected),
      f: ids(state.focus),
      h: ids(state.hidden),
      p: listed([...state.pinned].map(([entity, [x, y]]) => [graph.id[entity], x, y].join(" "))),
      e: state.fact >= 0 ? toldFact(state.fact) : "",
      n: state.step || "",
      q: state.path ? ids(state.path) : "",
      o: listed(state.opened),
      m: state.flat === START.flat ? "" : String(+state.flat),
      t: named(state.offTypes, graph.types),
      x: named(state.offPredicates, graph.predicates),
      y: listed([...state.offModalities].map((each) => graph.data.modalities[each])),
      u: state.unnamed ? "" : "0",
      i: state.unlinked ? "" : "0",
      d: state.fromDay || state.toDay ? [state.fromDay, state.toDay].map((day) => (day ? isoOf(day) : "")).join("_") : "",
      z: state.undated ? "" : "0",
      k: camera ? [camera.x.toFixed(0), camera.y.toFixed(0), camera.scale.toPrecision(3)].join("_") : "",
      l: words.chosen || "",
      c: theme.chosen || "",
    };
    return "#" + Object.entries(parts).filter(([, value]) => value !== "").map(([key, value]) => `${key}=${value}`).join("&");
  }

  function read() {
    const told = Object.fromEntries(location.hash.slice(1).split("&").filter(Boolean).map((part) => {
      const cut = part.indexOf("=");
      return [part.slice(0, cut), part.slice(cut + 1)];
    }));
    const modalities = unlisted(told.y).map((each) => graph.data.modalities.indexOf(each)).filter((each) => each >= 0);
    const [fromDay, toDay] = (told.d || "_").split("_").map((day) => dayOf(day) || 0), path = numbers(told.q);
    const views = [home(), "focus", "list"];
    return {
      view: views.includes(told.v) ? told.v : home(),
      stage: told.g === "focus" ? "focus" : home(),
      selected: numbers(told.s), focus: numbers(told.f).slice(0, graph.data.whole / 2), hidden: new Set(numbers(told.h)),
      pinned: new Map(unlisted(told.p).map((each) => each.split(" ")).filter(([id]) => graph.numberOf.has(id))
        .map(([id, x, y]) => [graph.numberOf.get(id), [x, y].map(within)])),
      fact: told.e ? foundFact(told.e) : -1, step: Math.max(0, Math.trunc(+told.n) || 0),
      path: path.length === 2 ? path : null,
      opened: new Set(unlisted(told.o).map(Number)), flat: told.m ? told.m === "1" : START.flat,
      offTypes: placed(told.t, graph.types), offPredicates: placed(told.x, graph.predicates), offModalities: new Set(modalities),
      unnamed: told.u !== "0", unlinked: told.i !== "0", fromDay, toDay: toDay || 0, undated: told.z !== "0",
      camera: readCamera(told.k),
      language: told.l, theme: told.c,
    };
  }

  function readCamera(text) {
    const [x, y, scale] = (text || "").split("_").map(Number);
    return [x, y].every(Number.isFinite) && scale > 0 && scale < 100 ? { x, y, scale } : null;
  }

  function put(step, how) {
    try { history[how]({ at: step }, "", written()); } catch { /* an embedding page may forbid it; the view still works */ }
  }

  onChange((changed, { silent }) => {
    if (silent) return;
    const steps = TOLD.some((key) => changed.has(key));
    if (steps) last = ++at;
    put(at, steps ? "pushState" : "replaceState");
    toolbar.update();
  });

  function restore() {
    const { camera: seen, language, theme: _, ...told } = read();
    change(told, { silent: true });
    camera = seen;
    if (camera) stage.moveTo(camera);
    toolbar.update();
  }

  addEventListener("popstate", (event) => {
    at = event.state?.at ?? at;
    last = Math.max(last, at);
    restore();
  });

  function noteCamera() {
    clearTimeout(timer);
    timer = setTimeout(() => { camera = stage.camera(); put(at, "replaceState"); }, 200);
  }

  return {
    read, restore, noteCamera, written,
    note: () => put(at, "replaceState"),
    forget: () => { camera = null; },
    canGoBack: () => at > 0,
    canGoForward: () => at < last,
  };
})();
