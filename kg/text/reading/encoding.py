"""Bytes become text: which encoding, and where it breaks.

Strict UTF-8 first; then what charset-normalizer finds among the encodings of Chinese. Knows no format but the marks
by which a file that is no text is told.
"""

from __future__ import annotations

import codecs
import logging
import re

from charset_normalizer import from_bytes

from kg.errors import DocumentError

_log = logging.getLogger(__name__)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be"]
_MESS = 0.8
"""How odd a text may look to charset-normalizer. Its own 0.2 refuses one news text in eighty; among these few
candidates 0.8 refuses none and takes none for another."""
_BIG5 = ("big5", "cp950", "big5hkscs")
_WIDER = {"gb2312": ("gb18030",), "gbk": ("gb18030",), **dict.fromkeys(_BIG5, _BIG5)}
"""What really stands in files of these declared encodings, to be tried in order."""
_UTF8_RUN = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){8,}")
"""Eight Chinese signs of UTF-8 in a row: other encodings of Chinese give that by chance once in 10^13 places."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive, as .docx files are"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
ONE_ENCODING = "save it in one encoding, UTF-8 say, or name the one it has"


def decode(data: bytes, place: str, *, forced: str | None = None, declared: str | None = None) -> str:
    """The text of some bytes, without a byte order mark; line ends stay as they are.

    Args:
        data: the whole file.
        place: for errors and the log.
        forced: the encoding that the caller names; nothing else is tried.
        declared: the encoding that the file names, tried where it is not UTF-8.

    Raises:
        DocumentError: it is no text, or breaks its encoding; the first byte that does is named.

    >>> decode("截至今年9月末".encode("gb18030") * 5, "news.txt")[:7]
    '截至今年9月末'
    """
    _refuse_marked_binary(data, place)
    encoding = known_encoding(forced, place) if forced else find_encoding(data, place, declared=declared)
    text = decode_strictly(data, encoding, place)
    _refuse_control_signs(text, place)
    _log.info("%s: read as %s", place, encoding)
    return text


def find_encoding(data: bytes, place: str, *, declared: str | None = None) -> str:
    """The Python name of the encoding that some bytes are in.

    Raises:
        DocumentError: they mix encodings, or are in none that is known.
    """
    marked = _marked(data)
    if marked:
        return marked
    broken = _first_broken(data, "utf-8")
    if broken is None and b"\x00" not in data:
        return "utf-8"
    _refuse_mixed(data, place, broken)
    for name in _wider(declared) if declared else ():
        if _first_broken(data, name) is None:
            return name
    found = _detect(data)
    if found is None:
        reason = "is in no encoding that is known, or is no text"
        where = "" if broken is None else f" (byte {broken} is not UTF-8)"
        raise DocumentError(reason + where, place=place, remedy=ONE_ENCODING)
    return found


def find_line_encoding(sample: bytes, place: str) -> str:
    """The encoding of a file whose lines are decoded one by one, from its beginning.

    Where nothing fits it is UTF-8: each line that breaks it is then told by itself.

    Raises:
        DocumentError: the file is no text.
    """
    _refuse_marked_binary(sample, place)
    marked = _marked(sample)
    if marked:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError:
        # No sign of several bytes ends within bytes below 0x30, so a cut behind one cuts none in two.
        cut = max((at for at, byte in enumerate(sample[-64:], len(sample) - len(sample[-64:]) + 1) if byte < 0x30), default=None)
        found = None if _UTF8_RUN.search(sample) else _detect(sample[:cut])
        return found or "utf-8"
    return "utf-8"


def decode_strictly(data: bytes, encoding: str, place: str) -> str:
    """The text of some bytes in a known encoding.

    Raises:
        DocumentError: a byte breaks the encoding; it is named.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} cannot be read as {encoding}"
        raise DocumentError(reason, place=place, remedy=ONE_ENCODING) from error


def known_encoding(name: str, place: str) -> str:
    """The Python name of a named encoding, the widest that goes by it.

    Raises:
        DocumentError: there is none of that name, or it is none of text.
    """
    wider = _wider(name)
    if not wider:
        remedy = "name one such as utf-8, gb18030, big5 or utf-16"
        raise DocumentError(f"there is no encoding {name!r}", place=place, remedy=remedy)
    return wider[-1]


def _wider(name: str) -> tuple[str, ...]:
    """The encodings that may stand behind a declared name, none where the name is unknown."""
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return ()
    is_of_text = isinstance(known.decode(b"")[0], str)
    return _WIDER.get(known.name, (known.name,)) if is_of_text else ()


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _first_broken(data: bytes, encoding: str) -> int | None:
    """The offset of the first byte that breaks an encoding, None where none does."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _detect(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=_CANDIDATES, threshold=_MESS).best()
    names = _WIDER.get(best.encoding, (best.encoding,)) if best else ()
    return next((name for name in names if _first_broken(data, name) is None), None)


def _refuse_marked_binary(data: bytes, place: str) -> None:
    kind = next((kind for mark, kind in _BINARY if data.startswith(mark)), None)
    if kind:
        remedy = "give it the ending of what it is, or leave it out"
        raise DocumentError(f"is {kind} and no text", place=place, remedy=remedy)


def _refuse_mixed(data: bytes, place: str, broken: int | None) -> None:
    """UTF-8 in one part and something else in another reads as nonsense in any one encoding."""
    run = _UTF8_RUN.search(data)
    if run is None or broken is None:
        return
    at, what = (broken, "is not UTF-8, as the text before it is")
    if broken < run.start():
        at, what = (run.start(), "begins a part in UTF-8, which the text before it is not")
    raise DocumentError(f"mixes encodings: byte {at} {what}", place=place, remedy=ONE_ENCODING)


def _refuse_control_signs(text: str, place: str) -> None:
    signs = _CONTROL.findall(text)
    if "\x00" in text or len(signs) * 100 > len(text):
        first = _CONTROL.search(text)
        at = first.start() if first else 0
        reason = f"is no text: control characters stand in it, the first at character {at}"
        raise DocumentError(reason, place=place, remedy="give a file of text, or leave it out")
