"""Reading a record: the extraction that its JSON states, by us or by another extractor.

Checks that every field is of its form, that every quote is what its offsets give and that facts are between entities of
the record. The record's form is told in `kg.model.record`; whether a pack has the types and relations is for the floors
that know packs.
"""

from __future__ import annotations

import datetime
import reprlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from kg.errors import RecordError
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.fact import Evidence, Modality, ObservationMention, Part, RelationMention
from kg.model.mention import Mention, NamedEntity, Reference
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span

FOREIGN = "record"
"""Extractor named in the evidence of a record that does not say what found it."""

Row = Mapping[str, Any]
EnumT = TypeVar("EnumT", bound=StrEnum)

_KINDS: Mapping[type, str] = {str: "text", int: "a whole number", float: "a number", list: "a list", dict: "an object"}
_MOST_DIGITS = 40
"""Of a number before or behind its point: none that is reported has more, and some would fill the memory."""


def from_json(row: Row, *, place: str = "") -> Extraction:
    """The extraction that a record states.

    Args:
        row: the parsed record.
        place: where it was read, for errors (`records.jsonl:3`).

    Raises:
        RecordError: a field is missing or of the wrong form, a quote is not what its offsets give, or a fact names
            an entity that the record does not hold.
    """
    reader = _Reader()
    try:
        return reader.extraction(row)
    except ValueError as error:
        what = f"{reader.at}: {error}" if reader.at else str(error)
        raise RecordError(what, place=place, remedy="write the record as its JSON schema asks") from error


class _Reader:
    """Reads one record; knows its text and its entity ids, and raises `ValueError`.

    `at` is the thing or fact that is being read, as `relations[3]`, counted from 0; empty before the first.
    """

    def __init__(self) -> None:
        self.at = ""
        self._text = ""
        self._ids: set[str] = set()

    def extraction(self, row: Row) -> Extraction:
        self._text = _words(row, "text")
        document = Document(
            id=_words(row, "id"),
            text=self._text,
            title=_words_or(row, "title"),
            date=_date(row, "date"),
            source=_words_or(row, "source"),
        )
        entities = tuple(map(self._entity, self._each(row, "entities")))
        self._ids = {entity.id for entity in entities}
        return Extraction(
            document,
            entities,
            tuple(map(self._relation, self._each(row, "relations"))),
            tuple(map(self._observation, self._each(row, "observations"))),
        )

    def _each(self, row: Row, name: str) -> Iterator[Row]:
        """The things or facts of a list, one after the other."""
        for number, each in enumerate(_required(row, name, list)):
            self.at = f"{name}[{number}]"
            yield _is(each, dict, "it")

    def _span(self, quote: Row) -> Span:
        span = Span(_required(quote, "start", int), _required(quote, "end", int))
        words = _words(quote, "text")
        if span.of(self._text) != words:
            told = f"characters {span.start}..{span.end} of the text are not {reprlib.repr(words)}"
            raise ValueError(f"{told} (offsets count code points, the end is exclusive)")
        return span

    def _entity(self, row: Row) -> NamedEntity:
        type_, canonical = _words(row, "type"), _words_or(row, "canonical")
        mentions = tuple(
            Mention(
                self._span(quote),
                type_,
                _words_or(quote, "rule") or FOREIGN,
                canonical,
                _confidence(quote),
                Reference.NAMED,
            )
            for quote in _objects(row, "mentions")
        )
        return NamedEntity(_words(row, "id"), type_, _words(row, "name"), mentions, canonical)

    def _known(self, reference: object) -> str:
        if reference not in self._ids:
            raise ValueError(f"names the entity {reference!r}, which the record does not hold")
        return str(reference)

    def _evidence(self, row: Row) -> Evidence:
        parts = _objects(row, "parts") if row.get("parts") else ()
        return Evidence(
            self._span(_required(row, "evidence", dict)),
            _words_or(row, "extractor") or FOREIGN,
            _words_or(row, "pattern") or FOREIGN,
            _confidence(row),
            tuple((_one_of(Part, part, "part"), self._span(part)) for part in parts),
        )

    def _relation(self, row: Row) -> RelationMention:
        return RelationMention(
            self._known(_words(row, "subject")),
            _words(row, "predicate"),
            self._known(_words(row, "object")),
            self._evidence(row),
            _one_of(Modality, row, "modality", Modality.ASSERTED),
            _words_or(row, "role"),
            bool(row.get("subject_unnamed", False)),
        )

    def _observation(self, row: Row) -> ObservationMention:
        quantity = Quantity(
            _number(row, "value"),
            _words(row, "unit"),
            _one_of(Bound, row, "bound", Bound.EXACT),
            None if row.get("value_to") is None else _number(row, "value_to"),
        )
        dimensions = _required(row, "dimensions", list) if row.get("dimensions") else ()
        return ObservationMention(
            self._known(_words(row, "subject")),
            _words(row, "metric"),
            quantity,
            self._evidence(row),
            _period(_required(row, "period", dict) if row.get("period") else {}),
            tuple(self._known(_is(each, str, "a dimension")) for each in dimensions),
            _one_of(Modality, row, "modality", Modality.ASSERTED),
            bool(row.get("subject_unnamed", False)),
        )


def _is(value: Any, kind: type, what: str) -> Any:
    """A value that must be of a kind of JSON.

    Raises:
        ValueError: it is of another.
    """
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{what} is {reprlib.repr(value)}, which is not {_KINDS[kind]}")
    return value


def _required(row: Row, name: str, kind: type) -> Any:
    if name not in row:
        raise ValueError(f"the field {name!r} is missing")
    return _is(row[name], kind, f"the field {name!r}")


def _objects(row: Row, name: str) -> Iterator[Row]:
    return (_is(each, dict, f"one of {name!r}") for each in _required(row, name, list))


def _words(row: Row, name: str) -> str:
    words: str = _required(row, name, str)
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"the field {name!r} holds half a character, which no file can hold") from error
    return words


def _words_or(row: Row, name: str) -> str | None:
    return None if row.get(name) is None else _words(row, name)


def _one_of(kind: type[EnumT], row: Row, name: str, otherwise: EnumT | None = None) -> EnumT:
    if otherwise is not None and row.get(name) is None:
        return otherwise
    word = _words(row, name)
    if word not in {each.value for each in kind}:
        raise ValueError(f"the field {name!r} is {word!r}, and may be {', '.join(each.value for each in kind)}")
    return kind(word)


def _confidence(row: Row) -> float:
    value = row.get("confidence")
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"the field 'confidence' is {reprlib.repr(value)}, which is not between 0 and 1")
    return float(value)


def _number(row: Row, name: str) -> Decimal:
    value = row.get(name)
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"the field {name!r} is {reprlib.repr(value)}, which is no number that is reported")
    return number


def _date(row: Row, name: str) -> datetime.date | None:
    words = _words_or(row, name)
    return datetime.date.fromisoformat(words) if words else None


def _period(row: Row) -> Period:
    basis = None if row.get("basis") is None else _one_of(DateBasis, row, "basis")
    return Period(_date(row, "start"), _date(row, "end"), basis)
