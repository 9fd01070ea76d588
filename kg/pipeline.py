"""The whole story on one page: inputs → documents → extractions → graph → files → answers.

Composes the floors and decides nothing. `import kg` gives these functions, and the commands are calls of them; what
only one command needs (a store, the shapes, the endpoint) it takes from its floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.evaluate.reading import load_records
from kg.evaluate.scores import Scores, evaluate
from kg.export.files import write_text
from kg.export.rdf.counts import told_counts
from kg.export.records import FILENAME as RECORDS
from kg.export.records import write_records
from kg.export.registry import find_writers, writers
from kg.export.report import FILENAME as REPORT
from kg.export.report import write_report
from kg.export.staging import staged
from kg.export.turtle import FILENAME as TURTLE
from kg.extract.check import check_rules
from kg.extract.confidence import at_least
from kg.extract.extractor import Extractor
from kg.extract.given import known
from kg.extract.workers import Item, extract_all
from kg.graph.flatten import labels_of
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.missing import Candidate, CandidateKind
from kg.graph.report import Failure as Unread
from kg.graph.report import Report, build_report
from kg.graph.review import ReviewRow, review_graph
from kg.model.curation import CurationLine
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.ontology.check import check_pack as check_terms
from kg.ontology.curation import FILENAME as CURATION
from kg.ontology.curation import append_line, load_curation, render_curation
from kg.ontology.equivalences import equivalences_of
from kg.ontology.pack import Pack, find_pack, load_pack, read_pack
from kg.ontology.problem import Problem
from kg.ontology.resolution import read_resolution
from kg.ontology.vocabulary import load_vocabulary
from kg.query.explain import Explainer, Explanation
from kg.query.questions import answer, check_questions, find_question, is_name, load_questions
from kg.query.sparql import ask
from kg.query.store import QueryGraph, load_graph
from kg.query.table import Table
from kg.resolve.candidates import find_merge_candidates
from kg.resolve.curation import curate
from kg.resolve.metrics import MetricNames
from kg.resolve.reasons import MergeReason, with_curation
from kg.resolve.resolver import resolve
from kg.resolve.rules import rules_of
from kg.resolve.workbench import World
from kg.text.quantities import QuantityFinder
from kg.text.quoted import QuotedNameFinder
from kg.text.reading import Failure, ReadOptions, read_documents
from kg.text.script import ScriptReader
from kg.text.sentences import SentenceSplitter

__all__ = [
    "Build",
    "Document",
    "ReadOptions",
    "add_curation",
    "build_graph",
    "check_pack",
    "evaluate_records",
    "explain",
    "extract_document",
    "extract_inputs",
    "load_graph",
    "load_pack",
    "load_questions",
    "query_graph",
    "read_curation",
    "read_inputs",
    "review",
    "write_graph",
]

FINANCE = "finance"
"""The pack that is used where none is named."""


@dataclass(frozen=True, slots=True)
class Build:
    """A graph with what it was made of.

    `extractions` are in the order of their documents' ids; `failures` tell what could not be read; `reasons` why
    names met in one entity.
    """

    graph: KnowledgeGraph
    extractions: tuple[Extraction, ...]
    failures: tuple[Failure, ...] = ()
    reasons: tuple[MergeReason, ...] = ()


def read_inputs(
    inputs: Iterable[str], options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """Every document and record of files, folders and `-`, in order; what cannot be read is a failure among them."""
    return read_documents(inputs, options, stdin)


def extract_inputs(
    items: Iterable[Item], pack: Pack | str = FINANCE, *, jobs: int = 1, min_confidence: float = 0.0
) -> Iterator[Extraction | Failure]:
    """What each document says, in order; facts that are less sure than `min_confidence` (0 to 1) are left out.

    `pack` is a loaded pack, or the name or folder of one. Records among the items pass as they are; one that names a
    type or relation which the pack does not define is a failure.

    Raises:
        OntologyError: the pack is missing or faulty.
    """
    domain = load_pack(pack) if isinstance(pack, str) else pack
    for each in extract_all(known(items, domain.ontology), domain, jobs=jobs):
        yield at_least(each, min_confidence) if isinstance(each, Extraction) else each


def extract_document(document: Document, pack: Pack) -> Extraction:
    """What one document says. For many, `extract_inputs` compiles the pack once only."""
    return Extractor(pack).extract(document)


def build_graph(outcomes: Iterable[Extraction | Failure], pack: Pack, curation: Iterable[CurationLine] = ()) -> Build:
    """The graph of a set of records; any order gives the same. Lines of curation are applied in their order.

    Raises:
        RecordError: two different records are of one document.
    """
    extractions: list[Extraction] = []
    failures: list[Failure] = []
    for each in outcomes:
        if isinstance(each, Failure):
            failures.append(each)
        else:
            extractions.append(each)
    extractions.sort(key=lambda each: each.document.id)
    rules = rules_of(pack)
    resolution = resolve(extractions, rules)
    documents = {each.document.id: each.document for each in extractions}
    world = World(documents, rules.equivalences, pack.ontology, MetricNames(rules.options.metrics))
    curated = curate(resolution.knowledge, curation, world)
    graph = KnowledgeGraph(curated.knowledge, documents.values(), curated.curation)
    reasons = with_curation(resolution.reasons, curated.curation)
    return Build(graph, tuple(extractions), tuple(failures), reasons)


def read_curation(path: Path, pack: Pack) -> tuple[CurationLine, ...]:
    """The lines of a file of curation; none where there is no such file.

    Raises:
        CurationError: a line has faults.
    """
    return load_curation(path, pack.ontology)


def add_curation(path: Path, line: CurationLine, pack: Pack) -> None:
    """Add a line to a file of curation, which is made where it is missing.

    Raises:
        CurationError: the file has faults or cannot be written, or the pack lacks a term of the line.
    """
    append_line(path, line, pack.ontology)


def write_graph(build: Build, pack: Pack, folder: Path, formats: Sequence[str] | None = None) -> tuple[str, ...]:
    """Write a graph's files, its records, its curation and the report.

    The old files stay whole until all new ones are there.

    Args:
        build: what to write.
        pack: the pack it was built with.
        folder: made where it is missing.
        formats: names of the formats; None for all.

    Returns:
        The names of the files, in the order in which they were written.

    Raises:
        ExportError: a format is unknown, or the folder cannot be written.
    """
    chosen = find_writers(formats if formats is not None else writers())
    with staged(folder) as staging:
        for writer in chosen:
            writer.write(build.graph, pack, staging)
        write_records(build.extractions, staging / RECORDS)
        if build.graph.curation.lines:
            write_text(staging / CURATION, [render_curation(build.graph.curation.lines)])
        rdf = told_counts(build.graph, pack, staging / TURTLE)
        write_report(report_of(build, pack), build.graph, staging / REPORT, rdf)
        return tuple(sorted(path.name for path in staging.iterdir()))


def report_of(build: Build, pack: Pack) -> Report:
    """What a build came to: counts, failures, contradictions, and the numbers and quoted names that gave no fact."""
    failures = (Unread(each.place, each.error.reason) for each in build.failures)
    return build_report(build.graph, failures, _candidates(build.graph.documents.values(), pack))


def _candidates(documents: Iterable[Document], pack: Pack) -> Iterator[Candidate]:
    """Where numbers and quoted names stand in documents."""
    numbers, names = QuantityFinder(pack.language), QuotedNameFinder(pack.language.punctuation)
    script = ScriptReader(pack.language.script)
    for document in documents:
        text = script.plain(document.text)
        for mention in numbers.find(text):
            yield Candidate(document.id, mention.span, CandidateKind.NUMBER)
        for span in names.find(text):
            yield Candidate(document.id, span, CandidateKind.NAME)


def query_graph(
    graph: QueryGraph,
    question: str,
    pack: Pack,
    values: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
) -> Table:
    """The answer of a graph to a question.

    Args:
        graph: what `load_graph` gives for a graph's file.
        question: SPARQL, or the name of one of the pack's questions.
        pack: the pack that has the questions.
        values: other values for some of a named question's own.
        limit: the most rows to give.

    Raises:
        QueryError: there is no such question, or the query is faulty or asks for what is refused.
    """
    if is_name(question):
        return answer(graph, find_question(pack, question), values, limit=limit)
    return ask(graph, question, limit=limit)


def explain(build: Build, asked: str, pack: Pack) -> tuple[Explanation, ...]:
    """Every sentence behind a name, an alias, an id or an IRI; empty where the graph holds nothing of it."""
    splitter = SentenceSplitter(pack.language.punctuation)
    return Explainer(build.graph, labels_of(pack), splitter, build.reasons).explain(asked)


def review(build: Build, pack: Pack) -> tuple[ReviewRow, ...]:
    """What of a graph deserves a curator's look, the most useful first."""
    splitter = SentenceSplitter(pack.language.punctuation)
    documents = build.graph.documents.values()
    sentences = ((document.id, each.span) for document in documents for each in splitter.split(document.text))
    near = find_merge_candidates(build.graph.entities.values(), rules_of(pack))
    return review_graph(build.graph, near, sentences)


def evaluate_records(gold: Path, records: Path, *, pack: str = FINANCE) -> Scores:
    """Precision, recall and F1 of records against gold records of the same ids.

    Raises:
        RecordError: there are no records, or one lacks a field that is needed to count.
    """
    return evaluate(load_records(gold), load_records(records), equivalences_of(load_pack(pack)))


def check_pack(name: str) -> list[Problem]:
    """Every fault of a pack, sorted by file and line.

    Raises:
        OntologyError: there is no such pack.
    """
    problems: list[Problem] = []
    pack = read_pack(find_pack(name), problems)
    if pack is not None:
        read_resolution(pack.files("resolution.yaml"), problems)
        problems += [*check_terms(pack), *check_rules(pack), *check_questions(pack, load_vocabulary(pack).prefixes)]
    return sorted(set(problems))
