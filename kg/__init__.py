"""Chinese financial news in, a knowledge graph with evidence out.

The library is the functions of `kg.pipeline`, which the command line uses too:

    import kg
    pack = kg.load_pack()
    build = kg.build_graph(kg.extract_inputs(kg.read_inputs(["articles/"]), pack), pack)
    kg.write_graph(build, pack, Path("output"))
    table = kg.query_graph(kg.load_graph(Path("output/graph.ttl")), "who-serves-with-programmes", pack)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import (
        Build,
        Document,
        ReadOptions,
        add_curation,
        build_graph,
        check_pack,
        evaluate_records,
        explain,
        extract_document,
        extract_inputs,
        load_graph,
        load_pack,
        load_questions,
        query_graph,
        read_curation,
        read_inputs,
        review,
        write_graph,
    )

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


def __getattr__(name: str) -> Any:
    """The pipeline is imported when it is first asked for: every module below imports this one."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg import pipeline  # noqa: PLC0415 (see above)

    return getattr(pipeline, name)
