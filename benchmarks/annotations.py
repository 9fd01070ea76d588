"""Articles of the corpus beside the checkout, annotated by the project's makers as the gold records are.

`annotations/studied.jsonl` was read error by error when rules were written, `annotations/held.jsonl` only measured.
`annotations/broad.jsonl.xz` are 3,965 articles of the field at large, read quickly: what the rules found was put right,
so its bar is not quite the gold's (`benchmarks/broad.py` works with it).
`annotations/written.jsonl.xz` are whole records of articles that the makers wrote themselves and annotated before
anything was found in them; of those with odd numbers only totals were looked at.
The other texts are not the project's to pass on, so a line holds places in them alone: the article's `id` and a hash
of its `text`; `entities` as type and spans; `relations` as subject, predicate, object (numbers of entities), span,
modality if it is not asserted; `observations` with the metric's words. Spans count code points, end exclusive.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "annotations"
WRITTEN = "written"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "news.jsonl.xz"


def read_annotated(name: str) -> list[dict[str, Any]]:
    """The annotated articles of a set as records.

    Raises:
        ValueError: an article's text is not the one that was annotated.
    """
    if name == WRITTEN:
        return [json.loads(line) for line in _lines(name)]
    marked = {each["id"]: each for each in map(json.loads, _lines(name))}
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = (json.loads(line) for line in lines)
        return [_record(each, marked[each["id"]]) for each in articles if each["id"] in marked]


def half(records: list[dict[str, Any]], *, held: bool) -> list[dict[str, Any]]:
    """The records with odd numbers, which are held back, or the others."""
    return [each for each in records if int(each["id"][1:]) % 2 == held]


def _lines(name: str) -> list[str]:
    packed = FOLDER / f"{name}.jsonl.xz"
    if packed.exists():
        return lzma.decompress(packed.read_bytes()).decode().splitlines()
    return (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()


def _record(article: dict[str, Any], marks: dict[str, Any]) -> dict[str, Any]:
    text = article["text"]
    if hashlib.blake2b(text.encode(), digest_size=8).hexdigest() != marks["text"]:
        raise ValueError(f"{article['id']}: its text is not the one that was annotated")
    return {
        **{key: article.get(key) for key in ("id", "title", "date", "source", "text")},
        "entities": [_entity(text, number, *each) for number, each in enumerate(marks["entities"])],
        "relations": [_relation(text, each) for each in marks["relations"]],
        "observations": [_observation(text, **each) for each in marks["observations"]],
    }


def _quote(text: str, span: tuple[int, int]) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]}


def _entity(text: str, number: int, type_: str, *spans: tuple[int, int]) -> dict[str, Any]:
    mentions = [_quote(text, span) for span in spans]
    name = max((each["text"] for each in mentions), key=len)
    return {"id": f"e{number}", "type": type_, "name": name, "mentions": mentions}


def _relation(text: str, marks: list[Any]) -> dict[str, Any]:
    subject, predicate, object_, span, *rest = marks
    modality = rest[0] if rest else "asserted"
    ends = {"subject": f"e{subject}", "predicate": predicate, "object": f"e{object_}"}
    return {**ends, "modality": modality, "evidence": _quote(text, span)}


def _observation(text, subject, evidence, start=None, end=None, **said) -> dict[str, Any]:
    period = {"start": start, "end": end}
    return {"subject": f"e{subject}", "period": period, "dimensions": [], "evidence": _quote(text, evidence), **said}
