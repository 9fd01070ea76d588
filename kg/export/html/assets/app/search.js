// Search: by name, alias, pinyin initials, id or IRI, and by the metric of a figure, with suggestions. A combobox as ARIA
// describes it.

const search = (() => {
  const MOST = 12, METRICS = 5;
  let index = null, metrics = null, found = [], choices = [], active = -1;

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
    const query = plain(text), fits = [], meant = graph.numberOf.get(text.trim().split("/").pop().replace(/^id:|>$/g, ""));
    if (!query) return [];
    if (meant !== undefined) return [meant];
    rows().forEach((row, entity) => {
      const rank = fit(row, query);
      if (rank < 9) fits.push([rank, entity]);
    });
    fits.sort((a, b) => a[0] - b[0] || graph.degree[b[1]] - graph.degree[a[1]] || a[1] - b[1]);
    return fits.map(([, entity]) => entity);
  }

  // The metrics with whom they are told of, the most connected first.
  function told() {
    if (!metrics) {
      const { figures } = graph.data, owners = figures.metrics.map(() => new Set());
      figures.metric.forEach((metric, figure) => owners[metric].add(figures.subject[figure]));
      const inOrder = (a, b) => graph.degree[b] - graph.degree[a] || a - b;
      metrics = figures.metrics.map((name, i) => ({ name, plain: plain(name), entities: [...owners[i]].sort(inOrder) }));
    }
    return metrics;
  }

  function findMetrics(text) {
    const query = plain(text), rank = (each) => (each.plain === query ? 0 : each.plain.startsWith(query) ? 1 : 2);
    if (!query) return [];
    return told().filter((each) => each.plain.includes(query))
      .sort((a, b) => rank(a) - rank(b) || b.entities.length - a.entities.length || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  }

  // Each choice: what its row holds, and what it does.
  function entityChoice(entity) {
    const query = plain($("query").value), alias = aliasesOf(entity).find((each) => plain(each).includes(query) || (query && initialsOf(each).startsWith(query)));
    const row = [swatch(graph.type[entity]), h("span", { class: "name" }, shownName(entity)),
      alias && h("span", { class: "aside" }, alias), h("span", { class: "aside end" }, labelOf(typeOf(entity)))];
    return { row, act: () => choose(entity) };
  }

  function metricChoice({ name, entities }) {
    const row = [h("span", { class: "name" }, name), h("span", { class: "aside" }, say("toldOf", { count: entities.length })), h("span", { class: "aside end" }, say("metric"))];
    return { row, act: () => (entities.length > 1 ? compare(entities) : choose(entities[0])) };
  }

  const allChoice = () => ({ id: "option-all", kind: "all", row: [say("showAll", { count: found.length })], act: () => together(found) });

  function choicesFor(text) {
    found = find(text);
    const all = found.length > MOST ? [allChoice()] : [];
    return [...found.slice(0, MOST).map(entityChoice), ...all, ...findMetrics(text).slice(0, METRICS).map(metricChoice)];
  }

  function option({ id, kind = null, row, act }, i) {
    const mark = { id: id ?? `option-${i}`, role: "option", class: kind, "aria-selected": i === active ? "true" : "false" };
    return h("li", { ...mark, on: { pointerdown: (event) => event.preventDefault(), click: act } }, ...row);
  }

  function suggest() {
    choices = choicesFor($("query").value);
    const rows = choices.map(option);
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

  function together(entities) {
    close();
    actions.focusOnMany(entities);
  }

  function compare(entities) {
    together(entities);
    actions.selectMany(entities);
  }

  function pressed(event) {
    const many = choices.length;
    if (event.key === "ArrowDown" && many) active = (active + 1) % many;
    else if (event.key === "ArrowUp" && many) active = (active + many - (active < 0 ? 0 : 1)) % many;
    else if (event.key === "Enter" && many) return choices[Math.max(active, 0)].act();
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
