"""Which of two names that stand together is the one that a clause speaks of: 甲公司第一大股东乙, 甲的新款乙.

Knows the words between them and their types; where in a clause they stand is for the reader of subjects.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.extract.observations.voices import VoiceReader
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.tokenizer import Tokenizer

_WINDOW = 12
"""How many signs beside a name are read."""

# First letters of the tags of words that a stock is named with: 各项贷款余额, 新发放贷款.
_STOCK = "nalbrm"


class HeadReader:
    """Reads which of two names describes the other."""

    def __init__(
        self,
        language: Language,
        figures: Figures,
        tokenizer: Tokenizer,
        voices: VoiceReader,
        rank: Callable[[EntityMention], int | None],
    ) -> None:
        words = language.reporting
        self._tokenizer = tokenizer
        self._voices = voices
        self._rank = rank
        self._list = frozenset(language.punctuation.list)
        self._possessive = words.possessive
        self._opening = frozenset(pair[0] for pair in language.punctuation.quotes)
        having, marks = any_of(words.having), re.escape("".join(sorted(self._opening)))
        self._having = re.compile(rf"{having}(?:{words.possessive}|{having})*")
        self._owning = re.compile(rf"(?:{having}{words.possessive}?)*[{marks}]?")
        kinds, links = any_of((*words.holder_kinds, "%", "％")), any_of(words.holder_links)
        office = rf"(?:{any_of(words.list_)}.{{0,{_WINDOW}}}?)?"
        self._holding = re.compile(rf"(?:{kinds}|[0-9.])*{any_of(words.holders)}{office}(?:{links})?")
        self._making = re.compile(rf".{{0,3}}?{any_of(words.making)}.{{0,1}}{words.possessive}.{{0,{_WINDOW}}}")
        self._dash = re.compile(r"\s*[-－—]\s*")
        self._rated = re.compile(rf"[0-9.]+[%％]{words.possessive}")
        self._places = frozenset(figures.place_types)
        self._acting = frozenset(figures.acting_types)
        self._owned = self._acting | (frozenset(figures.speaker_types) - self._places)
        self._things = frozenset(figures.product_types)
        self._common = (*figures.kinds, *figures.channels)
        self._kinds, self._stock = tuple(figures.kinds), re.compile(any_of((*words.stock, *words.stock_changes)))

    def describes(self, text: str, clause: Clause, first: EntityMention, second: EntityMention, *, aside: bool) -> bool:
        """Whether the first of two names describes the second: side by side, or with only nouns between.

        `aside` says that something else takes the second (甲向乙): then words between describe nothing.
        """
        between = text[first.span.end : second.span.start]
        # A product may stand in marks: 青禾银行“青禾贷”, 青禾信托旗下“青禾”系列信托.
        if not between or (self._owning.fullmatch(between) and second.mention.type in self._things):
            is_kind = bool(between) and second.mention.type == first.mention.type
            return is_kind or self._has(text, first, second)
        owned = self._belongs(first, second, between)
        made = owned or self._is_made(first, second, between)
        if made or self._is_shown(text, first, second, between) or self._dash.fullmatch(between):
            return True
        if self._rank(first) != self._rank(second) or self._having.fullmatch(between):
            return self._rank(first) == self._rank(second)
        if self._holding.fullmatch(between):
            # 甲的大股东乙解释称: what 乙 says is of 甲.
            return not self._voices.says(text, clause, second)
        if aside:
            return False
        words = self._tokenizer.cut(between)
        # 甲的创始人、董事长乙: two offices of one; but not 父亲甲、母亲乙.
        listed = self._list if second.mention.type != first.mention.type else frozenset[str]()
        nouns = all(word.tag[0] in "nmqabfj" or word.text in listed for word in words)
        return nouns and bool(len(words)) and words[-1].tag[0] == "n" and words[0].text not in self._list

    def _is_made(self, first: EntityMention, second: EntityMention, between: str) -> bool:
        """Whether the second of two names is what the first has made (甲自主研发的乙), or its own (平台“乙”)."""
        type_ = second.mention.type
        if between in self._opening:
            return type_ == first.mention.type
        if self._possessive not in between or first.mention.type not in self._acting:
            return False
        return type_ not in self._owned and type_ not in self._places and self._making.fullmatch(between) is not None

    def _is_shown(self, text: str, first: EntityMention, second: EntityMention, between: str) -> bool:
        """Whether a product is that of the one named before it, with its kind: 其线上产品“青禾贷”, 甲的新款乙."""
        if second.mention.type not in self._things or first.mention.type not in self._acting or len(between) > _WINDOW:
            return False
        kind = between.removeprefix(self._possessive)
        if between[-1] in self._opening:
            kind = kind[:-1]
        elif kind == between or self._is_common(text, second.span):
            return False
        return all(word.tag[0] in "nabfsl" for word in self._tokenizer.cut(kind))

    def _is_common(self, text: str, span: Span) -> bool:
        """Whether a product is named by its kind alone, and no name in marks follows: 甲的存款, 甲的养老保险“乙”."""
        return text.endswith(self._common, span.start, span.end) and text[span.end : span.end + 1] not in self._opening

    def _has(self, text: str, first: EntityMention, second: EntityMention) -> bool:
        """Whether the second of two names side by side is the head: 该行云州分行, 青禾银行青禾贷, 云州银行业.

        A stock is told of the whole: where a noun follows, it is the place's (云州银行业资产总额) or the bank's
        (该行理财产品余额).
        """
        type_ = second.mention.type
        if first.mention.type in self._acting and type_ in self._acting:
            return True
        if first.mention.type in self._places and type_ in self._places:
            # 云州青江: the place within the other.
            return True
        if not (type_ in self._acting if first.mention.type in self._places else type_ in self._things):
            return False
        if first.mention.type not in self._places and first.mention.type not in self._acting:
            return False
        return text[second.span.start] in self._opening or self._is_head(text, second)

    def _is_head(self, text: str, second: EntityMention) -> bool:
        """Whether no stock of a thing is told right behind its name, nor a change of it where it is a kind."""
        start = self._voices.past(text, second)
        if text.endswith(self._kinds, second.span.start, second.span.end) and self._stock.match(text, start):
            return False
        if self._rated.match(text, start):
            return True  # 我国中小银行11.5%的准备金率
        words = self._tokenizer.cut(text[start : second.span.end + _WINDOW].removeprefix(self._possessive))
        return bool(len(words)) and words[0].tag[0] not in _STOCK

    def _belongs(self, first: EntityMention, second: EntityMention, between: str) -> bool:
        """Whether those who act belong to a place told before them: 云州、青江等16个地区的银行."""
        if first.mention.type not in self._places or second.mention.type not in self._owned:
            return False
        if not between.endswith(self._possessive) or len(between) > _WINDOW:
            return False
        if between == self._possessive:
            return True
        words = self._tokenizer.cut(between[: -len(self._possessive)])
        return bool(len(words)) and words[-1].tag[0] in "nlsj"
