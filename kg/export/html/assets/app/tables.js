// Entities as CSV: for spreadsheets, hence guarded: no cell begins a formula, and the file says that it is UTF-8.

const tables = (() => {
  // A cell that a spreadsheet would take for a formula gets an apostrophe before it. East Asian ones take full-width signs
  // for such, too.
  function cell(value) {
    const text = String(value ?? "");
    const number = /^-?\d+(\.\d+)?$/.test(text);
    const guarded = !number && /^[\s\u0000-\u0020]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
  }

  const line = (cells) => cells.map(cell).join(",") + "\r\n";

  function rowsOf(entities) {
    const chosen = new Set(entities), rows = [];
    for (const entity of entities) {
      const { name } = typeOf(entity), at = [graph.id[entity], graph.name[entity], name];
      rows.push(["entity", ...at, "", "", "", "", "", "", "", "", aliasesOf(entity).join("; ")]);
      for (const relation of graph.relationsOf(entity)) {
        const to = graph.to[relation];
        if (graph.from[relation] !== entity || !chosen.has(to) || !visible.fact[relation]) continue;
        rows.push(["relation", ...at, predicateOf(relation).name, graph.id[to], graph.name[to], "", "", "", "", modalityOf(relation), graph.data.relations.role[relation] || ""]);
      }
      for (const figure of figures.of(entity)) {
        const value = figure.to === undefined ? figure.value : `${figure.value}..${figure.to}`;
        rows.push(["figure", ...at, figure.metric, "", "", figure.bound, value, figure.unit, [figure.start, figure.end].map((each) => each || "").join("/"), figure.modality, figure.dimensions.map((each) => graph.name[each]).join("; ")]);
      }
    }
    return rows;
  }

  const HEAD = ["kind", "id", "name", "type", "predicate", "object_id", "object", "bound", "value", "unit", "period", "modality", "more"];

  function render(entities) {
    const table = rowsOf(entities);
    return line(HEAD) + table.map(line).join("");
  }

  const save = (entities) => saveFile(fileName("csv"), ["\ufeff", render(entities)], "text/csv;charset=utf-8");

  return { save, render };
})();
