// Entities as Turtle, in the terms of the program's own Turtle: what is written here is a part of graph.ttl.
//
// Asserted relations are direct triples; others are statements with their modality, never bare triples.

const turtle = (() => {
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const BASES = { stated: "YearStated", publication: "YearOfPublication", inferred: "YearInferred", open: "YearOpen" };

  const escaped = (character) => ESCAPES[character] || `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const words_ = (text) => `"${text.replace(/[\u0000-\u001f\u007f"\\]/g, escaped)}"@${graph.data.rdf.language}`;
  const iri = (address) => `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, "0")}`)}>`;
  const thing = (id) => iri(graph.data.rdf.instances + id);
  const core = (name) => `core:${name[0].toUpperCase()}${name.slice(1)}`;
  const typed = (text, type) => `"${text}"^^xsd:${type}`;

  function decimal(text) {
    return typed(text.includes(".") ? text.replace(/\.?0+$/, "") : text, "decimal");
  }

  function block(subject, properties) {
    const given = properties.filter(([, objects]) => objects.length);
    return given.length ? `${subject} ${given.map(([predicate, objects]) => `${predicate} ${objects.join(" , ")}`).join(" ;\n  ")} .\n` : "";
  }

  function entityBlock(entity, chosen) {
    const type = typeOf(entity).iri, direct = new Map();
    for (const relation of graph.relationsOf(entity)) {
      const to = graph.to[relation], predicate = predicateOf(relation).iri;
      if (graph.from[relation] !== entity || !chosen.has(to) || !predicate || modalityOf(relation) !== "asserted" || !visible.fact[relation]) continue;
      direct.set(iri(predicate), (direct.get(iri(predicate)) || new Set()).add(thing(graph.id[to])));
    }
    return block(thing(graph.id[entity]), [
      ["a", [...(type ? [iri(type)] : []), ...(graph.unnamed[entity] ? ["core:UnnamedAgent"] : [])]],
      ["skos:prefLabel", [words_(graph.name[entity])]],
      ["skos:altLabel", aliasesOf(entity).map(words_)],
      ...[...direct].sort().map(([predicate, objects]) => [predicate, [...objects].sort()]),
    ]);
  }

  function statementBlocks(relation) {
    const { statements } = graph.data.rdf, role = graph.data.relations.role[relation], predicate = predicateOf(relation).iri;
    return (statements[relation] || []).map((id) => block(thing(id), [
      ["a", ["core:Statement"]],
      ["core:subject", [thing(graph.id[graph.from[relation]])]],
      ["core:relation", predicate ? [iri(predicate)] : []],
      ["core:object", [thing(graph.id[graph.to[relation]])]],
      ["core:modality", [core(modalityOf(relation))]],
      ["core:role", role ? [words_(role)] : []],
    ])).join("");
  }

  function figureBlock(figure) {
    const { rdf, figures: columns } = graph.data, asserted = figure.modality === "asserted";
    return block(thing(columns.id[figure.fact - graph.m]), [
      ["a", [asserted ? "core:Observation" : "core:Projection"]],
      ["core:modality", asserted ? [] : [core(figure.modality)]],
      ["sosa:hasFeatureOfInterest", [thing(graph.id[figure.subject])]],
      ["sosa:observedProperty", [thing(rdf.metrics[figure.metric])]],
      ["core:dimension", figure.dimensions.map((each) => thing(graph.id[each]))],
      ["sosa:hasSimpleResult", [decimal(figure.value)]],
      ["core:valueTo", figure.to === undefined ? [] : [decimal(figure.to)]],
      ["core:unit", [iri(rdf.units[figure.unit])]],
      ["core:bound", [core(figure.bound)]],
      ["core:periodStart", figure.start ? [typed(figure.start, "date")] : []],
      ["core:periodEnd", figure.end ? [typed(figure.end, "date")] : []],
      ["core:dateBasis", figure.basis ? [`core:${BASES[figure.basis]}`] : []],
    ]);
  }

  function render(entities) {
    const chosen = new Set(entities), { prefixes } = graph.data.rdf;
    const stated = drawnRelationsOf(entities, chosen).filter((relation) => modalityOf(relation) !== "asserted");
    return [
      ...Object.keys(prefixes).map((prefix) => `@prefix ${prefix}: ${iri(prefixes[prefix])} .\n`), "\n",
      ...entities.map((entity) => entityBlock(entity, chosen)), "\n",
      ...stated.map(statementBlocks), "\n",
      ...entities.flatMap((entity) => figures.of(entity)).map(figureBlock),
    ].join("");
  }

  const drawnRelationsOf = (entities, chosen) => entities.flatMap((entity) => [...graph.relationsOf(entity)]
    .filter((relation) => graph.from[relation] === entity && chosen.has(graph.to[relation]) && visible.fact[relation]));

  const save = (entities) => saveFile(fileName("ttl"), [render(entities)], "text/turtle;charset=utf-8");

  return { save, render };
})();
