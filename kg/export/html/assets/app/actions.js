// What a reader can do with entities and facts, from wherever it is asked: a click, a key, a button.

const home = () => (graph.n <= graph.data.whole && graph.m <= 3 * graph.data.whole ? "graph" : "map");

const actions = (() => {
  const NEIGHBOURS = 40;

  function select(entity, { more = false } = {}) {
    const selected = !more ? [entity] : isSelected(entity)
      ? state.selected.filter((each) => each !== entity) : [...state.selected, entity];
    change({ selected, fact: -1, path: null });
    announce(selected.length > 5 ? say("chosen", { count: selected.length }) : say("selected", { name: selected.map(shownName).join(", ") }));
  }

  const selectMany = (entities) => change({ selected: entities, fact: -1, path: null });
  const clearSelection = () => change({ selected: [], fact: -1, path: null });
  const openFact = (fact, step = 0) => change({ fact, step });

  // Show where an entity lies in the drawing at hand; where it is not in it, go to its neighbourhood.
  function jump(entity) {
    const changes = { selected: [entity], fact: -1, path: null, hidden: without(state.hidden, entity), view: state.stage };
    if (state.stage === "focus" && !state.focus.includes(entity)) Object.assign(changes, neighbourhood(entity));
    if (state.stage === "map" && !state.flat) changes.opened = withItem(state.opened, groups.groupOf(entity));
    if (!graph.degree[entity]) changes.unlinked = true;
    if (graph.unnamed[entity]) changes.unnamed = true;
    if (state.offTypes.has(graph.type[entity])) changes.offTypes = without(state.offTypes, graph.type[entity]);
    change(changes);
    stage.show(entity);
    announce(say("selected", { name: shownName(entity) }));
  }

  const neighbourhood = (entity) => {
    return { view: "focus", stage: "focus", focus: [entity, ...neighboursOf(entity).slice(0, NEIGHBOURS)] };
  };

  const focusOn = (entity) => change({ ...neighbourhood(entity), selected: [entity], fact: -1, path: null });
  // The network shows so many at once; who is left out is said, and still stands in the map and the list.
  function focusOnMany(entities) {
    const most = graph.data.whole / 4;
    change({ view: "focus", stage: "focus", focus: entities.slice(0, most), fact: -1, path: null });
    if (entities.length > most) toolbar.tell(say("cutTo", { count: most, all: entities.length }));
  }


  function locate(entity) {
    change({ view: home(), stage: home(), selected: [entity], opened: state.flat ? state.opened : withItem(state.opened, groups.groupOf(entity)) });
    stage.show(entity);
  }

  // The next strongest neighbours come into the drawing; those taken away by hand come back.
  function expand(entity) {
    if (state.stage === "map") return focusOn(entity);
    const hidden = new Set(state.hidden), come = hiddenNeighbours(entity).slice(0, NEIGHBOURS);
    for (const each of come) hidden.delete(each);
    const focus = state.stage === "focus" ? [...new Set([...state.focus, ...come])] : state.focus;
    if (come.length) change({ hidden, focus, selected: [entity], fact: -1 });
    announce(say("expanded", { count: come.length }));
  }

  function hiddenNeighbours(entity) {
    const others = new Set([...graph.relationsOf(entity)].map((relation) => graph.otherEnd(relation, entity)));
    others.delete(entity);
    const inDrawing = (each) => !state.hidden.has(each) && (state.stage !== "focus" || state.focus.includes(each));
    return [...others].filter((each) => !inDrawing(each)).sort((a, b) => graph.degree[b] - graph.degree[a] || a - b);
  }

  // The neighbours that hang on this entity alone go away.
  function collapse(entity) {
    const drawn = new Set(drawnEntities());
    const leaf = (each) => [...graph.relationsOf(each)].every((relation) => {
      const other = graph.otherEnd(relation, each);
      return other === entity || other === each || !drawn.has(other) || !visible.fact[relation];
    });
    const gone = neighboursOf(entity).filter((each) => drawn.has(each) && leaf(each));
    if (state.stage === "focus") change({ focus: state.focus.filter((each) => !gone.includes(each)), selected: [entity], fact: -1 });
    else change({ hidden: new Set([...state.hidden, ...gone]), selected: [entity], fact: -1 });
    announce(say("collapsed", { count: gone.length }));
  }

  function hide(entities) {
    change({ hidden: new Set([...state.hidden, ...entities]), selected: [], fact: -1, path: null });
    announce(say("hiddenNow", { count: entities.length }));
  }

  function togglePin(entity) {
    const pinned = new Map(state.pinned);
    if (!pinned.delete(entity)) pinned.set(entity, places.of(entity).map(Math.round));
    change({ pinned });
  }

  // What is chosen goes a step in a direction, and stays there.
  function push([dx, dy]) {
    if (state.stage === "map" || !state.selected.length) return;
    const pinned = new Map(state.pinned);
    for (const entity of state.selected) { const [x, y] = places.of(entity); pinned.set(entity, [Math.round(x) + dx, Math.round(y) + dy]); }
    change({ pinned });
  }

  function reset() {
    address.forget();
    change({ ...START, view: home(), stage: home(), flat: START.flat });
    stage.drawing().rest();
  }

  return { select, selectMany, clearSelection, openFact, jump, focusOn, focusOnMany, locate, expand, hiddenNeighbours, collapse, hide, togglePin, push, reset };
})();
