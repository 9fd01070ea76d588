"""Where names begin whose own words are all trades: the brand before them belongs to them.

自如 + 生活企业管理有限公司, 石河子 + 春晓 + 股权投资管理有限公司: what the cut of words takes for a time, a verb or
another name's short form ends the walk to the left, but trades alone name no firm.
"""

from __future__ import annotations

from kg.extract.mentions.candidate import Found
from kg.extract.mentions.page import Page
from kg.ontology.phrases import Phrases
from kg.text.tokenizer import Word

_WORDS = 2
"""Words of a brand, at most."""
_SIGNS = 6
# 上海 + 共同 + 创业投资有限公司 is one name, 双方 + 共同 + 投资有限公司 is not.
_HELPING = ("v", "d", "m", "q", "r", "p", "c", "u", "f")
"""Tags of words that are a brand only behind a place."""


def brand_start(
    page: Page, start: int, found: Found, phrases: Phrases, types: tuple[tuple[str, ...], ...]
) -> int | None:
    """Where the brand before trades begins, None where no brand stands there.

    Args:
        page: the document.
        start: where the trades begin.
        found: names found before.
        phrases: the language's, for what bounds names.
        types: the types of firms, and those of places.
    """
    firms, places = types
    listed = found.ending(start, firms)
    if listed is not None:
        return listed.start
    words = page.words_at(start)
    first = words.at(start) if words is not None else 0
    taken: list[Word] = []
    for index in range(first - 1, max(first - 1 - _WORDS, -1) - 1, -1):
        word: Word | None = words[index] if words is not None and index >= 0 else None
        if taken and (place := found.ending(taken[-1].start, places)) is not None:
            return place.start
        if word is None or not _may_be_brand(word, phrases) or start - word.start > _SIGNS:
            break
        taken.append(word)
    helps = any(word.text in phrases.bounding or word.tag.startswith(_HELPING) for word in taken)
    return None if helps or not taken else taken[-1].start


def _may_be_brand(word: Word, phrases: Phrases) -> bool:
    return word.text.isalpha() and word.text not in phrases.particles and word.text not in phrases.joiners
