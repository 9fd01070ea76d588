"""Writes docs/ontology.md from the Turtle files: `make docs`. A test looks that it is fresh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, VANN
from rdflib.term import Node

from kg.ontology.namespaces import CORE, local_name
from kg.ontology.turtle import load_turtle

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).parent / "ontology.md"
ONTOLOGY = ROOT / "ontology"

WITHOUT_PREFIX = {"edmcouncil.org": "fibo", "omg.org": "omg"}
"""Vocabularies of many namespaces, by their hosts, with the short name that the page gives them."""

HEAD = (Path(__file__).parent / "ontology-head.md").read_text("utf-8")


def render() -> str:
    """The page."""
    core, finance = load_turtle(ONTOLOGY / "core.ttl"), load_turtle(ONTOLOGY / "finance" / "schema.ttl")
    alignment = load_turtle(ONTOLOGY / "alignment.ttl") + load_turtle(ONTOLOGY / "finance" / "alignment.ttl")
    schemes = load_turtle(ONTOLOGY / "finance" / "schemes.ttl")
    sections = [
        HEAD,
        *_picture(core, finance),
        *_ontology(core, alignment),
        *_ontology(finance, alignment),
        *_schemes(schemes),
        *_shapes(),
    ]
    return "\n".join(sections) + "\n"


def _picture(core: Graph, finance: Graph) -> Iterator[str]:
    """The classes, each under its parent, and how the core's hang together."""
    yield "## The classes in a picture\n\n```mermaid\nclassDiagram\n  direction LR"
    for graph in (core, finance):
        for node in _named(graph, OWL.Class):
            for parent in sorted(graph.objects(node, RDFS.subClassOf)):
                yield f"  {local_name(str(parent))} <|-- {local_name(node)}"
    for node in _named(core, OWL.ObjectProperty):
        for start in _classes(core, core.value(node, RDFS.domain)):
            for end in _classes(core, core.value(node, RDFS.range)):
                yield f"  {start} --> {end} : {local_name(node)}"
    yield "  Evidence --> Article : oa hasSource"
    yield "  Figure --> Entity : sosa hasFeatureOfInterest"
    yield "  Figure --> Metric : sosa observedProperty"
    yield "```\n"


def _ontology(graph: Graph, alignment: Graph) -> Iterator[str]:
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    prefix = str(graph.value(header, VANN.preferredNamespacePrefix))
    yield f"## {_text(graph, header, DCTERMS.title, 'en')} ({_text(graph, header, DCTERMS.title, 'zh')})\n"
    yield f"{_text(graph, header, DCTERMS.abstract, 'en')} {_text(graph, header, DCTERMS.abstract, 'zh')}\n"
    yield f"- namespace `{graph.value(header, VANN.preferredNamespaceUri)}`, prefix `{prefix}`"
    yield f"- version `{graph.value(header, OWL.versionIRI)}`, before it `{graph.value(header, OWL.priorVersion)}`\n"
    yield "| class | zh | en | means | under | elsewhere |\n|---|---|---|---|---|---|"
    for node in _named(graph, OWL.Class):
        under = ", ".join(f"`{_short(graph, each)}`" for each in sorted(graph.objects(node, RDFS.subClassOf)))
        yield _row(_told(graph, node, prefix), under, _elsewhere(alignment, node))
    members = _named(graph, OWL.NamedIndividual)
    if members:
        yield "\n| value | zh | en | means | of |\n|---|---|---|---|---|"
        for node in members:
            kind = next(each for each in graph.objects(node, RDF.type) if each != OWL.NamedIndividual)
            yield _row(_told(graph, node, prefix), f"`{_short(graph, kind)}`")
    yield "\n| property | zh | en | means | from → to | inverse | elsewhere |\n|---|---|---|---|---|---|---|"
    yield from _properties(graph, alignment, prefix)
    yield ""


def _properties(graph: Graph, alignment: Graph, prefix: str) -> Iterator[str]:
    inverses = {of: URIRef(inverse) for inverse, of in graph.subject_objects(OWL.inverseOf)}
    for node in (*_named(graph, OWL.ObjectProperty), *_named(graph, OWL.DatatypeProperty)):
        if (node, OWL.inverseOf, None) in graph:
            continue
        symmetric = (node, RDF.type, OWL.SymmetricProperty) in graph
        other = "itself" if symmetric else f"`{prefix}:{local_name(str(inverses[node]))}`" if node in inverses else ""
        ends = _ends(graph, node, "↔" if symmetric else "→")
        elsewhere = [_elsewhere(alignment, node)]
        if node in inverses and (matches := _elsewhere(alignment, inverses[node])):
            elsewhere.append(f"inverse {matches}")
        yield _row(_told(graph, node, prefix), ends, other, ", ".join(filter(None, elsewhere)))


def _ends(graph: Graph, node: URIRef, arrow: str) -> str:
    """From which classes a property goes to which."""
    start = ", ".join(_classes(graph, graph.value(node, RDFS.domain))) or "anything"
    value = "a value" if (node, RDF.type, OWL.DatatypeProperty) in graph else "anything"
    end = ", ".join(_classes(graph, graph.value(node, RDFS.range)))
    return f"{start} {arrow} {value if value == 'a value' else end or value}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _told(graph: Graph, node: URIRef, prefix: str) -> str:
    """The cells that every term has: its name, its labels, its meaning."""
    return " | ".join((f"`{prefix}:{local_name(node)}`", _labels(graph, node), _meaning(graph, node)))


def _schemes(graph: Graph) -> Iterator[str]:
    yield "## Concept schemes\n\n| scheme | zh | en | holds |\n|---|---|---|---|"
    for node in _named(graph, SKOS.ConceptScheme):
        members = _short(graph, graph.value(node, CORE.schemeOf))
        titles = f"{_text(graph, node, DCTERMS.title, 'zh')} | {_text(graph, node, DCTERMS.title, 'en')}"
        yield f"| `fin:{local_name(node)}` | {titles} | `{members}` |"
    yield ""


def _shapes() -> Iterator[str]:
    yield "## What a graph must look like\n\n| shape or query | zh | en |\n|---|---|---|"
    for name in ("core.shacl.ttl", "finance/shapes.ttl"):
        graph = load_turtle(ONTOLOGY / name)
        for node in sorted({each for each in graph.subjects(SH.message, None) if isinstance(each, URIRef)}):
            yield _row(f"`{local_name(node)}`", *(_text(graph, node, SH.message, each) for each in ("zh", "en")))
    for path in sorted((ONTOLOGY / "hygiene").glob("*.rq")):
        words = dict(line[2:].split(": ", 1) for line in path.read_text("utf-8").splitlines()[:2])
        yield f"| `{path.stem}` | {words['zh']} | {words['en']} |"


def _named(graph: Graph, kind: Node) -> list[URIRef]:
    return sorted(
        each for each in graph.subjects(RDF.type, kind) if isinstance(each, URIRef) and _is_defined(graph, each)
    )


def _is_defined(graph: Graph, node: URIRef) -> bool:
    return bool(_text(graph, node, RDFS.label, "en") or _text(graph, node, DCTERMS.title, "en"))


def _classes(graph: Graph, expression: Node | None) -> list[str]:
    if expression is None:
        return []
    if isinstance(expression, BNode):
        union = graph.value(expression, OWL.unionOf)
        return sorted(local_name(str(each)) for each in Collection(graph, union)) if union is not None else []
    return [local_name(str(expression))]


def _text(graph: Graph, node: Node, predicate: URIRef, language: str) -> str:
    return next(
        (str(each) for each in graph.objects(node, predicate) if getattr(each, "language", None) == language), ""
    )


def _labels(graph: Graph, node: Node) -> str:
    return f"{_text(graph, node, RDFS.label, 'zh')} | {_text(graph, node, RDFS.label, 'en')}"


def _meaning(graph: Graph, node: Node) -> str:
    meant = f"{_text(graph, node, SKOS.definition, 'zh')} {_text(graph, node, SKOS.definition, 'en')}"
    examples = "、".join(sorted(str(each) for each in graph.objects(node, SKOS.example)))
    return f"{meant} ({examples})" if examples else meant


def _short(graph: Graph, node: Node | None) -> str:
    return graph.namespace_manager.normalizeUri(URIRef(str(node)))


def _elsewhere(alignment: Graph, node: URIRef) -> str:
    kinds = ((RDFS.subClassOf, "⊑"), (RDFS.subPropertyOf, "⊑"), (SKOS.closeMatch, "≈"))
    return ", ".join(_matches(alignment, node, kinds))


def _matches(alignment: Graph, node: URIRef, kinds: Iterable[tuple[URIRef, str]]) -> Iterator[str]:
    for predicate, sign in kinds:
        for other in sorted(alignment.objects(node, predicate)):
            place = next((name for name in WITHOUT_PREFIX if name in str(other)), None)
            short = f"{WITHOUT_PREFIX[place]}:{local_name(str(other))}" if place else _short(alignment, other)
            yield f"{sign} `{short}`"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
