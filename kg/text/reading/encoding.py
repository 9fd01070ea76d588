"""Bytes become text: which encoding, and where it breaks.

Strict UTF-8 first; then what the file declares; then what charset-normalizer finds among the encodings of Chinese.
"""

from __future__ import annotations

import codecs
import logging
import re

from charset_normalizer import from_bytes

from kg.errors import DocumentError
from kg.text.reading.binary import refuse_control_signs, refuse_marked

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
_UTF_16 = ("utf_16_le", "utf_16_be")
_CHINESE = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x09-\x7e]")
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
    refuse_marked(data, place)
    encoding = known_encoding(forced, place) if forced else find_encoding(data, place, declared=declared)
    text = decode_strictly(data, encoding, place).removeprefix("\ufeff")
    refuse_control_signs(text, place)
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
    if found is None and broken is not None:
        reason = f"is in no encoding that is known, or is no text (byte {broken} is not UTF-8)"
        raise DocumentError(reason, place=place, remedy=ONE_ENCODING)
    return found or "utf-8"


def find_line_encoding(sample: bytes, place: str) -> str:
    """The encoding of a file whose lines are decoded one by one, from its beginning.

    Where nothing fits it is UTF-8: each line that breaks it is then told by itself.

    Raises:
        DocumentError: the file is no text.
    """
    refuse_marked(sample, place)
    marked = _marked(sample)
    if marked:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError:
        return (None if _UTF8_RUN.search(sample) else _detect(_uncut(sample))) or "utf-8"
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
        "a".encode(name)  # refuses what is no encoding of text, as hex is
    except (LookupError, ValueError):
        return ()
    known = codecs.lookup(name).name
    return _WIDER.get(known, (known,))


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
    # A few signs in two bytes each are also signs of UTF-16, but seldom Chinese ones.
    if best and best.encoding in _UTF_16 and len(_CHINESE.findall(str(best))) * 2 < len(str(best)):
        names = ("gb18030", *names)
    return next((name for name in names if _first_broken(data, name) is None), None)


def _uncut(sample: bytes) -> bytes:
    """A sample without a sign of several bytes that its end cuts in two: none of them ends below 0x30."""
    end = next((at for at in range(len(sample), 0, -1) if sample[at - 1] < 0x30), len(sample))
    return sample[:end]


def _refuse_mixed(data: bytes, place: str, broken: int | None) -> None:
    """UTF-8 in one part and something else in another reads as nonsense in any one encoding."""
    run = _UTF8_RUN.search(data)
    if run is None or broken is None:
        return
    at, what = (broken, "is not UTF-8, as the text before it is")
    if broken < run.start():
        at, what = (run.start(), "begins words in UTF-8, which the text before it is not")
    raise DocumentError(f"mixes encodings: byte {at} {what}", place=place, remedy=ONE_ENCODING)
