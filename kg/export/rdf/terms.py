"""Terms of RDF as N-Triples writes them: text to text, nothing kept. Fast, since millions of them are made."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from rdflib.namespace import XSD

from kg.ontology.namespaces import INSTANCES

_ESCAPES = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)
_LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*")

_DATE = f"^^<{XSD.date}>"
_DECIMAL = f"^^<{XSD.decimal}>"
_INTEGER = f"^^<{XSD.integer}>"


def iri(address: str) -> str:
    """An IRI that is known to be well formed."""
    return f"<{address}>"


def instance(name: str) -> str:
    """The IRI of an entity, statement, figure or article, by its opaque id."""
    return f"<{INSTANCES}{name}>"


def is_address(text: str) -> bool:
    """Whether a text may stand as an IRI in every parser: absolute, ASCII, without brackets, quotes or blanks.

    >>> is_address("https://www.example.cn/a?b=1"), is_address("https://例.cn"), is_address("www.example.cn")
    (True, False, False)
    """
    return bool(_LEGAL.fullmatch(text)) and not {"[", "]"} & set(text)


def literal(text: str) -> str:
    r"""A plain string.

    >>> literal('称“"新市民"”\n')
    '"称“\\"新市民\\"”\\n"'
    """
    return f'"{text.translate(_ESCAPES)}"'


def worded(text: str, language: str) -> str:
    """A string in a language.

    >>> worded("新市民", "zh")
    '"新市民"@zh'
    """
    return f'"{text.translate(_ESCAPES)}"@{language}'


def decimal(value: Decimal) -> str:
    """A decimal in its canonical form: exact, no exponent, no needless zero.

    >>> decimal(Decimal("9641000")), decimal(Decimal("26.670"))
    ('"9641000"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"26.67"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f'"{text}"{_DECIMAL}'


def integer(value: int) -> str:
    """An integer."""
    return f'"{value}"{_INTEGER}'


def date(day: datetime.date) -> str:
    """A day."""
    return f'"{day.isoformat()}"{_DATE}'
