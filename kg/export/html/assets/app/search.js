// Search: by name, alias or pinyin initials, with suggestions. A combobox as ARIA describes it.

const search = (() => {
  const MOST = 12;
  let index = null, found = [], active = -1;

  const plain = (text) => text.toLowerCase().normalize("NFKC").replace(/\s+/g, "");

  // Made at the first search: the page opens sooner without.
  function rows() {
    if (!index) {
      const { aliases, initials } = graph.data.entities;
      index = graph.name.map((name, entity) => {
        const others = aliases[entity] || [];
        return { name: plain(name), aliases: others.map(plain), initials: initials[entity] ?? initialsOf(name), aliasInitials: others.map(initialsOf) };
      });
    }
    return index;
  }

  // How well an entity fits, the less the better; 9: not at all.
  function fit({ name, aliases, initials, aliasInitials }, query) {
    if (name === query) return 0;
    if (aliases.includes(query)) return 1;
    if (name.startsWith(query)) return 2;
    if (initials && initials.startsWith(query)) return initials === query ? 2 : 4;
    if (aliases.some((alias) => alias.startsWith(query))) return 3;
    if (aliasInitials.some((each) => each.startsWith(query))) return 4;
    if (name.includes(query)) return 5;
    if (aliases.some((alias) => alias.includes(query))) return 6;
    return initials && query.length > 1 && initials.includes(query) ? 7 : 9;
  }

  function find(text) {
    const query = plain(text), fits = [];
    if (!query) return [];
    rows().forEach((row, entity) => {
      const rank = fit(row, query);
      if (rank < 9) fits.push([rank, entity]);
    });
    fits.sort((a, b) => a[0] - b[0] || graph.degree[b[1]] - graph.degree[a[1]] || a[1] - b[1]);
    return fits.map(([, entity]) => entity);
  }

  function option(entity, i) {
    const query = plain($("query").value), alias = aliasesOf(entity).find((each) => plain(each).includes(query) || (query && initialsOf(each).startsWith(query)));
    const mark = { id: `option-${i}`, role: "option", "aria-selected": i === active ? "true" : "false" };
    const chosen = { pointerdown: (event) => event.preventDefault(), click: () => choose(entity) };
    const name = h("span", { class: "name" }, shownName(entity));
    return h("li", { ...mark, on: chosen }, swatch(graph.type[entity]), name,
      alias && h("span", { class: "aside" }, alias), h("span", { class: "aside end" }, labelOf(typeOf(entity))));
  }

  function suggest() {
    found = find($("query").value);
    const rows = found.slice(0, MOST).map(option);
    if (found.length > MOST) {
      const all = { id: "option-all", role: "option", class: "all", "aria-selected": active === MOST ? "true" : "false" };
      rows.push(h("li", { ...all, on: { pointerdown: (event) => event.preventDefault(), click: showAll } }, say("showAll", { count: found.length })));
    }
    if (!rows.length && $("query").value.trim()) rows.push(h("li", { class: "none" }, say("nothingFound")));
    $("suggestions").replaceChildren(...rows);
    const open = rows.length > 0;
    $("suggestions").hidden = !open;
    $("query").setAttribute("aria-expanded", String(open));
    const at = $("suggestions").querySelector('[aria-selected="true"]');
    if (at) { $("query").setAttribute("aria-activedescendant", at.id); at.scrollIntoView({ block: "nearest" }); }
    else $("query").removeAttribute("aria-activedescendant");
  }

  function close() {
    active = -1;
    $("suggestions").hidden = true;
    $("query").setAttribute("aria-expanded", "false");
  }

  function choose(entity) {
    close();
    $("query").value = graph.name[entity];
    actions.jump(entity);
    $("canvas").focus({ preventScroll: true });
  }

  function showAll() {
    close();
    actions.focusOnMany(found);
  }

  function pressed(event) {
    const choices = Math.min(found.length, MOST + 1);
    if (event.key === "ArrowDown" && choices) active = (active + 1) % choices;
    else if (event.key === "ArrowUp" && choices) active = (active + choices - (active < 0 ? 0 : 1)) % choices;
    else if (event.key === "Enter" && active === MOST) return showAll();
    else if (event.key === "Enter" && found.length) return choose(found[Math.max(active, 0)]);
    else if (event.key === "Escape") { event.stopPropagation(); return $("suggestions").hidden ? $("canvas").focus() : close(); }
    else return;
    event.preventDefault();
    suggest();
  }

  function start() {
    $("query").addEventListener("input", () => { active = -1; suggest(); });
    $("query").addEventListener("keydown", pressed);
    $("query").addEventListener("focus", () => { if ($("query").value) suggest(); });
    $("query").addEventListener("blur", close);
  }

  return { start, find };
})();
