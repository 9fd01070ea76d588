"""`kg explain`: from a name or a fact to every sentence behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.cli.stored import stored_graph
from kg.errors import QueryError
from kg.model.fact import Part
from kg.query.explain import ExplainedFact, Explanation, Passage, names_near
from kg.resolve.reasons import MergeReason

_COLOURS = {Part.SUBJECT: "blue", Part.CUE: "magenta", Part.OBJECT: "green", Part.NUMBER: "red", Part.PERIOD: "cyan"}


@click.command()
@click.argument("asked", metavar="NAME|IRI|FACT")
@click.option(
    "--graph",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="DIR|STORE",
    help="The output folder of a build, or a store.",
)
@pack_option
@json_option
def explain(*, asked: str, graph: Path, pack: str, as_json: bool) -> None:
    """Show every sentence behind an entity (by name, alias or IRI) or a fact (by id), and the rule that found it.

    Words of the evidence are coloured on a terminal and bracketed elsewhere: [subject], [cue], [object], [number] …

    Example: kg explain 招联消费金融
    """
    domain = pipeline.load_pack(pack)
    folder = graph.parent if graph.is_file() else graph
    build = stored_graph(folder, domain)
    explanations = pipeline.explain(build, asked, domain)
    if not explanations:
        near = ", ".join(names_near(build.graph, asked))
        remedy = f"names like it are {near}" if near else "give a name, an alias, an id or an IRI"
        raise QueryError(f"holds nothing named {asked!r}", place=str(folder), remedy=remedy)
    if as_json:
        click.echo(json.dumps([_json(each) for each in explanations], ensure_ascii=False, indent=1))
        return
    for line in (line for each in explanations for line in _lines(each)):
        click.echo(line)


def _lines(explanation: Explanation) -> Iterator[str]:
    entity = explanation.entity
    if entity is not None:
        aliases = f" ({', '.join(entity.aliases)})" if entity.aliases else ""
        yield click.style(f"{entity.name}{aliases}  {entity.type}  {entity.id}", bold=True)
        for reason in explanation.reasons:
            yield f"  {_because(reason)}"
    for fact in explanation.facts:
        yield f"\n{fact.id}  {fact.words}"
        for passage in fact.passages:
            about = ", ".join(
                str(each) for each in (passage.document.title, passage.document.source, passage.document.date) if each
            )
            yield f"  {passage.document.id} {passage.span.start}..{passage.span.end}  {about}"
            yield f"    {_marked(passage)}"
            yield f"    by {passage.extractor} {passage.rule}, confidence {passage.confidence:.2f}"


def _because(reason: MergeReason) -> str:
    """Why a form of the name is the entity's."""
    said_by = f" ({reason.because.document})" if reason.because.document else ""
    return f"{reason.form} = {reason.because.words}: {reason.because.rule.value}{said_by}"


def _marked(passage: Passage) -> str:
    """The passage with the words of the evidence marked; what is carried from elsewhere stands in front."""
    text = passage.document.text
    inside = sorted({span: part for part, span in passage.marks if passage.span.contains(span)}.items())
    carried = [f"{part.value} [{span.of(text)}] … " for part, span in passage.marks if not passage.span.contains(span)]
    pieces, last = ["".join(carried)], passage.span.start
    for span, part in inside:
        if span.start >= last:
            pieces += [text[last : span.start], click.style(f"[{span.of(text)}]", fg=_COLOURS.get(part, "yellow"))]
            last = span.end
    return " ".join("".join([*pieces, text[last : passage.span.end]]).split("\n"))


def _json(explanation: Explanation) -> dict[str, Any]:
    entity = explanation.entity
    told = {"id": entity.id, "name": entity.name, "type": entity.type, "aliases": entity.aliases} if entity else None
    return {
        "entity": told,
        "names_are_one": [_because(each) for each in explanation.reasons],
        "facts": [_json_fact(each) for each in explanation.facts],
    }


def _json_fact(fact: ExplainedFact) -> dict[str, Any]:
    return {"id": fact.id, "words": fact.words, "passages": [_json_passage(each) for each in fact.passages]}


def _json_passage(passage: Passage) -> dict[str, Any]:
    document = passage.document
    return {
        "document": document.id,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "marks": [
            {"part": part.value, "start": span.start, "end": span.end, "text": span.of(document.text)}
            for part, span in passage.marks
        ],
        "extractor": passage.extractor,
        "rule": passage.rule,
        "confidence": passage.confidence,
    }
