// What the reader sees and has chosen. Every change goes through `change`, which tells all parts of the page.
//
// Sets and maps are replaced, never altered, so that an earlier state stays what it was.

const state = {
  view: "graph",        // graph: everything in the network; focus: some of it; map: everything on the canvas; list
  stage: "graph",       // the drawing behind the list
  focus: [],            // entities of the focus view
  hidden: new Set(),    // entities taken away by hand
  pinned: new Map(),    // entity → its place
  selected: [],         // entities
  fact: -1,             // the relation or figure whose evidence is open
  step: 0,              // which of its places
  path: null,           // [from, to] of the path shown
  opened: new Set(),    // communities opened on the map
  flat: true,           // whether the map shows entities rather than communities
  offTypes: new Set(), offPredicates: new Set(), offModalities: new Set(),
  unnamed: true,        // whether unnamed actors are shown
  unlinked: true,       // whether entities without relations are shown
  fromDay: 0, toDay: 0, // the time range; 0: no bound
  undated: true,        // whether facts without a date pass the range
};

const START = { ...state };
const listeners = [];
const onChange = (heard) => listeners.push(heard);

function change(changes, { silent = false } = {}) {
  const before = { ...state };
  Object.assign(state, changes);
  const changed = new Set(Object.keys(changes).filter((key) => before[key] !== state[key]));
  if (!changed.size) return;
  for (const heard of listeners) heard(changed, { silent });
}

// Whether an entity is among the chosen, of whom there may be very many.
const isSelected = (() => {
  let chosen = null, set = null;
  return (entity) => {
    if (chosen !== state.selected) { chosen = state.selected; set = new Set(chosen); }
    return set.has(entity);
  };
})();

const without = (set, item) => { const copy = new Set(set); copy.delete(item); return copy; };
const withItem = (set, item) => new Set(set).add(item);
const toggled = (set, item) => (set.has(item) ? without(set, item) : withItem(set, item));
