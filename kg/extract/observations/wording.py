"""What a figure counts, in the text's own words: 累计服务新市民用户, 净利润同比下降.

Knows how to cut the words around a number down to the metric, and which metrics go on with the one before. Whose
figure it is, is for `subjects`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.observations.manners import MannerReader
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of, apart, not_after, not_before, sides_of
from kg.text.tokenizer import LISTED, Tokenizer, Word

_ONWARD = frozenset({"v", "p", "d"})
"""Tags of words that begin what is told of things: verbs, prepositions, adverbs."""

_SIGNED = 2
"""What has no more signs loses none at its end."""

_PREDICATE = 6
"""How many signs what is told of things has at least."""

_PICTURES = "[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]"
"""Signs that only picture something."""

_HELD = 16
"""How many signs may name who holds what is counted."""

_LONG = 40
"""A metric is cut to so many signs at its front."""


def kept(text: str, span: Span, cuts: Sequence[Span]) -> str:
    """The characters of a span that no cut covers."""
    if not cuts:  # as mostly
        return span.of(text)
    parts: list[str] = []
    start = span.start
    for cut in sorted(cuts):
        if cut.end <= start or cut.start >= span.end:
            continue
        parts.append(text[start : max(start, cut.start)])
        start = cut.end
    parts.append(text[start : span.end])
    return "".join(parts)


class Wording:
    """Cuts the words around a number down to its metric."""

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        words = language.reporting
        marks = language.punctuation
        self._tokenizer = tokenizer
        self._lead = frozenset((*words.lead, *words.anaphor))
        self._joining = frozenset(words.joining)
        self._tail = frozenset(words.tail)
        self._light = frozenset(words.light)
        edges = re.escape(marks.clause + marks.list + marks.sentence + "".join(marks.brackets))
        # A class of shares (-W), a sign of more, or the number of a paragraph may stand before the words.
        front = rf"[\s{edges}+\u2460-\u2473]|[0-9]{{1,2}}[{edges}.]|-[A-Z]{{1,2}}(?![A-Za-z0-9])"
        # What is told by a word of the language is a word of the tail, a code or sign none.
        codes = any_of(form for form in language.units.currencies() if not form[-1].isalpha() or form.isascii())
        self._edges = re.compile(rf"^(?:{front}|{_PICTURES})+|(?:[\s{edges}+]|{codes}|{_PICTURES})+$")
        self._source = re.compile(
            rf"^.{{0,30}}?{not_after(words.source_not_after)}{any_of(words.source)}(?!{any_of(language.numerals.from_)})(?=.{{2}})"
        )
        self._relative = re.compile(rf"(?!{any_of(words.not_relative)}){any_of(words.relative)}")
        self._change = re.compile(rf"(?:{any_of(words.change)}|\s)+")
        self._examples = re.compile(rf"{words.examples}{not_before(words.examples_not_before)}")
        opens, closes = sides_of(marks.quotes)
        self._quoted = re.compile(rf"[{opens}][^{closes}]*[{closes}]?$")
        # Names in marks of which a cut took one half.
        self._unopened = re.compile(rf"^[^{opens}{closes}]*[{closes}]")
        self._unclosed = re.compile(rf"[{opens}](?=[^{closes}]*$)")
        self._list = re.compile(f"[{re.escape(marks.list)}]|(?<=[{closes}])(?=[{opens}])")
        self._empty = frozenset((*words.list_, *words.hollow))
        self._generic, self._ratios = frozenset(words.generic), tuple(words.ratios)
        self._others = re.compile(rf"(?<=..){words.examples}(?={any_of(words.together)})")
        self._changed = re.compile(rf"{any_of(words.relative_inside)}$")
        self._during, self._no_during = frozenset(words.during), words.during_not_before
        self._sign = re.compile(f"{apart(words.tail_signs, words.tail_signs_not_after)}$")
        led = [(word[:-1], word[-1]) for word in words.led_to]
        turns, to = (any_of(part) for part in zip(*led, strict=True))
        self._led = re.compile(rf"(?P<turn>{turns})(?P<to>{to}){words.possessive}?$")
        turned = (word for led in language.units.only_after.values() for word in led)
        self._quoting = re.compile(rf"(?:{any_of((*words.quoting, *turned))}|(?<=..){any_of(words.lasting)})$")
        self._moving, self._compound = tuple(words.moving), frozenset(language.phrases.modifier_verbs)
        self._than, self._more, self._already = map(frozenset, (words.than, words.more, words.already))
        self._manners = MannerReader(language, edges)
        self._lead_not_before, self._lead_before = words.lead_not_before, words.lead_before
        self._row = re.compile(rf"[{re.escape(marks.list)}]")
        self._means, self._by_means = frozenset(words.means), tuple(words.means_ends)
        # 15%的股权由甲持有: who has it is told by whose figure it is.
        self._held = re.compile(rf"{any_of(words.agent)}.{{0,{_HELD}}}{any_of(words.holding)}$")
        self._pivots = re.compile(rf"{any_of(words.pivot)}$")
        self._possessive = words.possessive
        self._inside = re.compile(
            rf"(?<=..){not_after(words.relative_inside_not_after)}{any_of(words.relative_inside)}.*$"
        )

    def core(self, before: str) -> str:
        """The words before a number without those that only lead to it: 其中实现净利润为 gives 净利润."""
        text = self._manners.without(self._edges.sub("", self._source.sub("", before)))
        if found := list(self._examples.finditer(text)):
            text = self._without_examples(text, found[-1].start(), found[-1].end())
        words = [word for word in self._tokenizer.cut(text) if word.text.strip()]
        core = self._whole(str(self._edges.sub("", _joined(self._trimmed(words)))))[-_LONG:]
        if (led := self._led.search(text)) and core.endswith(led["turn"]):
            return core + led["to"]  # 下降至2亿元 is not 下降2亿元
        # A cut may join the sign to the word before: 占 比达.
        return core[:-1] if len(core) > _SIGNED and self._sign.search(core) else core

    def _without_examples(self, text: str, stop: int, end: int) -> str:
        """The words without a list of examples, which a word from `stop` to `end` ends: 涵盖 of 涵盖餐饮、宠物等."""
        mark = self._list.search(text, 0, stop)
        if mark is None and not text[end:]:
            return text[:stop]  # 发放社保补贴等3亿元
        # A name in quotes holds no verb that leads to the list.
        words = self._tokenizer.cut(self._quoted.sub("", text[: mark.start() if mark else stop]))
        verb = next((word.end for word in reversed(list(words)) if word.tag[0] in "vu"), None)
        return text if verb is None else text[:verb] + text[end:]

    def _trimmed(self, words: Sequence[Word]) -> Sequence[Word]:
        start, end = 0, len(words)
        compared = any(word.text in self._than for word in words)
        while (
            end > start and words[end - 1].text in self._tail and not (compared and words[end - 1].text in self._more)
        ):
            end -= 1
        start = self._told(words, start, end)
        while start < end and (length := self._leading(words[start:end])):
            start += length
        during = [
            index
            for index in range(start + 1, end - 1)
            if words[index].text in self._during and words[index + 1].text[0] not in self._no_during
        ]
        start = during[-1] + 1 if during else start
        while start + 1 < end and words[start].text in self._light:
            start += 1
        return words[start:end]

    def _told(self, words: Sequence[Word], start: int, end: int) -> int:
        """Where what is told begins, if a described thing stands before it: 自研的“天眼”系统已覆盖 gives 已覆盖."""
        for index in range(end - 2, start, -1):
            adverb, next_ = words[index], words[index + 1]
            if adverb.text in self._already and (adverb.tag == "d" or next_.tag[0] == "v"):
                front = words[start:index]
                described = any(word.text == self._possessive for word in front[:-1])
                return index if described and sum(len(word.text) for word in front) >= _PREDICATE else start
        return start

    def _leading(self, words: Sequence[Word]) -> int:
        """How many words at the front only lead on: one, or two that make one (该 and 基金)."""
        if len(words) > 1 and words[0].text + words[1].text in self._lead:
            return 2
        if words[0].text in self._joining and any(word.text == self._possessive for word in words[1:]):
            return 0  # 与甲的差距
        if len(words) > 1 and words[1].text in self._lead_not_before.get(words[0].text, ()):
            return 0  # 在管基金
        if len(words) > 1 and words[1].text.startswith(self._lead_before.get(words[0].text, ())):
            return 1  # 为亏损
        return int(words[0].text in self._lead)

    def is_relative(self, core: str, *, generic: bool = True) -> bool:
        """Whether the words go on with the metric before: 同比增长, 占比, 增幅; `generic` lets 规模 do so too."""
        if core in self._generic:
            return generic
        return self.compares(core) or self.is_change(core)

    def is_change(self, core: str) -> bool:
        """Whether the words say nothing but change: 下跌."""
        return self._change.fullmatch(core) is not None

    def moves(self, metric: str) -> bool:
        """Whether a metric says only that something moves, with which no other figure goes on: 下跌, 甲股涨."""
        return self.is_change(metric) or metric.endswith(self._moving)

    def is_generic(self, core: str) -> bool:
        """Whether the words say only that something is counted: 余额, 总额."""
        return core in self._generic

    def compares(self, core: str) -> bool:
        """Whether the words begin with a comparison: 同比, 占."""
        return self._relative.match(core) is not None

    def base(self, metric: str) -> str:
        """A metric without the words of change at its end: 餐饮收入 of 餐饮收入增长."""
        return str(self._quoting.sub("", self._inside.sub("", metric) or metric))

    def grown(self, core: str) -> str:
        """What a clause without figures tells to have changed, without how: 营收 of 营收也有显著增长."""
        change = self._changed.search(core)
        words = list(self._tokenizer.cut(core[: change.start()])) if change else []
        while words and words[-1].tag[0] != "n" and not words[-1].text.endswith(self._ratios):
            words.pop()
        return _joined(words) or core

    def noun(self, after: str) -> str:
        """The noun that words behind a number begin with, all of them where they begin with none."""
        words = self._tokenizer.cut(after)
        if len(words) and words[0].tag[0] == "n" and len(words[0].text) > 1:
            # A metric is no part of the noun before it: 3家股东持股比例.
            rest = list(words)[1:]
            end = next((word.start for word in rest if word.tag[0] != "n" or word.tag == LISTED), len(after))
            return after[:end]
        return self.after(after)

    def changes(self, core: str) -> bool:
        """Whether the words before a number end with a change: 销售下滑."""
        return self._changed.search(core) is not None

    def is_means(self, core: str) -> bool:
        """Whether words say, or end by saying, that a sum is only the means of what stands behind it: 公告以."""
        return core in self._means or core.endswith(self._by_means)

    def is_row(self, core: str) -> bool:
        """Whether the words before a number only list those whom it counts: 甲、乙代表等共计."""
        return self._row.search(core) is not None

    def is_deed(self, after: str) -> bool:
        """Whether the words behind a number begin with a verb: 参加了会议."""
        words = self._tokenizer.cut(after)
        return len(words) > 0 and words[0].tag[0] == "v"

    def acts(self, core: str) -> bool:
        """Whether the words before a number end with what is done to what it counts: 带领, but not 帮助."""
        words = self._tokenizer.cut(core)
        return len(words) > 0 and words[-1].tag[0] == "v" and self._pivots.search(core) is None

    def thing(self, after: str) -> str:
        """The noun phrase that words behind a number begin with: 救援车辆 of 救援车辆沿公路查勘."""
        words = list(self._tokenizer.cut(after))
        last = ""
        for word in words:
            rest = after[word.start :]
            # 排放单位 after 重点 is still of the noun.
            told = word.tag in _ONWARD and word.text not in self._compound
            if last == "n" and told and len(rest) >= _PREDICATE and self._possessive not in rest:
                return self.after(after[: word.start])
            last = word.tag[0]
        return self.after(after)

    def deed(self, after: str) -> str:
        """What those do that a number counts, where the words end with a verb (9家企业获得投资), else their noun."""
        words = self._trimmed([word for word in self._tokenizer.cut(after) if word.text.strip()])
        return self.after(after) if words and words[-1].tag[0] == "v" else self.noun(after)

    def after(self, after: str) -> str:
        """The words after a number that say what it counts; what only joins it to the next says nothing."""
        text = self._held.sub("", self._edges.sub("", after)).removeprefix(self._possessive)
        if others := self._others.search(text):
            # 20家实验室等组成的体系: what is told of all of a list is not of its last member.
            text = text[: others.start()]
        return "" if text in self._empty or text in self._tail else self._whole(str(text))

    def _whole(self, words: str) -> str:
        """The words without the half of a name in marks: 覆盖产业带 of 织网”覆盖产业带."""
        return self._unclosed.sub("", self._unopened.sub("", words) or words)


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)
