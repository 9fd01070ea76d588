"""From what a rule found to a relation with evidence: the clauses that state it, its parts, its modality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.modality import ModalityReader
from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Mark
from kg.extract.relations.rule import Finding, RuleHead
from kg.extract.relations.scene import Scene
from kg.model.fact import Evidence, Modality, Part, RelationMention
from kg.model.mention import Reference
from kg.model.span import Span

# What somebody is asked to do is neither.
_SO = frozenset({Modality.ASSERTED, Modality.PLANNED})


class Witness:
    """Turns findings into relations, by one language's cues of modality.

    Args:
        modality: reads the cues.
        demands: words by which somebody is asked to act; what is asked may be, and is not so yet.
        asked: the types that are asked so.
    """

    def __init__(self, modality: ModalityReader, demands: Iterable[str], asked: Iterable[str]) -> None:
        self._modality = modality
        self._demands, self._asked = frozenset(demands), frozenset(asked)

    def relation(self, scene: Scene, head: RuleHead, finding: Finding) -> RelationMention:
        """The relation that a finding states."""
        modality, cue = self._modality_of(scene, finding)
        parts = [
            (Part.SUBJECT, finding.subject.span),
            (Part.CUE, finding.cue),
            (Part.OBJECT, finding.object.span),
            *([(Part.ROLE, finding.role)] if finding.role else []),
            *([(Part.MODALITY, cue)] if cue else []),
        ]
        span = _clauses(scene, [finding.cue, finding.object.span, finding.subject.span])
        evidence = Evidence(span, head.kind, head.name, round(finding.confidence, 3), tuple(parts))
        return RelationMention(
            finding.subject.entity,
            head.relation,
            finding.object.entity,
            evidence,
            modality,
            finding.role.of(scene.text) if finding.role else None,
            subject_unnamed=finding.subject.mention.reference is Reference.INDEFINITE,
        )

    def _modality_of(self, scene: Scene, finding: Finding) -> tuple[Modality, Span | None]:
        """What the rule says, else what stands before the verb in its clause, else what is carried from before."""
        if finding.modality is not None:
            return finding.modality, None
        number = scene.clause_at(finding.cue.start)
        position = finding.cue.start
        modality, cue = self._of_clause(scene, number, finding.scope or position)
        while modality is Modality.ASSERTED and number > 0 and not _has_subject(scene, number, position):
            number, position = number - 1, scene.clauses[number].start
            modality, cue = self._of_clause(scene, number, scene.clauses[number].end)
            if not self._modality.is_carried(modality):
                modality, cue = Modality.ASSERTED, None
        demand = self._demand(scene, finding) if modality in _SO else None
        return (Modality.POSSIBLE, demand) if demand else (modality, cue)

    def _demand(self, scene: Scene, finding: Finding) -> Span | None:
        """The word by which the subject, or who acts in its clause, is asked to act (鼓励银行支持…), None for none."""
        clause = scene.clause_at(finding.cue.start)
        for group in scene.groups:
            if group.cue < 0 or finding.cue.start < group.end or not group.of_types(self._asked):
                continue
            word = Span(scene.hits[group.cue].start, scene.hits[group.cue].end)
            if (group.clause == clause or finding.subject in group.members) and word.of(scene.text) in self._demands:
                return word
        return None

    def _of_clause(self, scene: Scene, number: int, position: int) -> tuple[Modality, Span | None]:
        names = [each.span for group in scene.in_clause(number) for each in group.members]
        names += _handling(scene, number)
        return self._modality.of(scene.text, scene.clauses[number], position, names)


def _has_subject(scene: Scene, clause: int, position: int) -> bool:
    """Whether someone acts in a clause before a position."""
    return any(is_free(group) and not group.mark and group.start < position for group in scene.in_clause(clause))


def _clauses(scene: Scene, spans: Sequence[Span]) -> Span:
    """The run of whole clauses that holds the first two spans, and the others where they lie in the sentence's run."""
    inside = [each for each in spans if scene.sentence.span.contains(each)]
    near = _run(scene, inside[:2])
    for each in inside[2:]:
        run = _run(scene, [each])
        if near.overlaps(run):
            near = near.through(run)
    return near


def _run(scene: Scene, spans: Sequence[Span]) -> Span:
    start, end = min([each.start for each in spans]), max([each.end for each in spans])
    first, last = scene.clauses[scene.clause_at(start)], scene.clauses[scene.clause_at(end - 1)]
    return Span(min(start, first.start), max(end, last.end))


def _handling(scene: Scene, clause: int) -> list[Span]:
    """The words that only put a name before its verb, which plan nothing: 率先 + 将 + 甲应用于…."""
    groups = scene.in_clause(clause)
    places = []
    for group in groups:
        word = scene.hits[group.cue] if group.cue >= 0 and group.mark & Mark.HANDLED else None
        if word is None or group.start - word.end > 1:
            continue
        behind = scene.hits_between(group.end, scene.clauses[clause].end)
        verbs = [hit for hit in behind if hit.mark & Mark.OBJECT and not hit.is_noun]
        # 将甲所持乙抵偿给丙: what the name has is put before the verb.
        other = next((each for each in groups if verbs and 0 <= each.start - verbs[0].end <= 1), None)
        if verbs and not (other is not None and any(hit.start >= other.end for hit in verbs)):
            places.append(Span(word.start, word.end))
    return places
