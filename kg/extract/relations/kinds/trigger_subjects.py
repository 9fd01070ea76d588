"""Whose deed a word tells, given its object: the subject before it, behind it, or of what was made before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.annotated import EntityMention
from kg.extract.relations import frames
from kg.extract.relations.actors import Wanted, is_free
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.heads import acts_through
from kg.extract.relations.kinds.trigger_options import TriggerOptions
from kg.extract.relations.makings import PURPOSES, Makings, made_by, purposed
from kg.extract.relations.rows import Rows
from kg.extract.relations.rule import RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import Subjects, find_subjects, last_named
from kg.ontology.pack import Pack


class TriggerSubjects:
    """Finds the subjects of a rule's words; `types` are theirs, `range_` those of the objects."""

    def __init__(
        self, head: RuleHead, options: TriggerOptions, pack: Pack, types: frozenset[str], range_: frozenset[str]
    ) -> None:
        self._options = options
        self._domain, self._range = types, range_
        self.wanted = Wanted(
            types,
            options.topics & types,
            head.actors - types,
            options.back,
            options.both,
            options.causes,
            options.focus,
            options.partners,
            options.cited,
            head.places,
        )
        self._owners = replace(self.wanted, types=types - options.near, topics=frozenset(), back=2)
        self._makings = Makings(pack.language)
        self._rows = Rows(pack.language)
        self._saying = pack.language.reporting.saying
        self._modifying = pack.language.clauses.possessive

    def are_replaced(self, scene: Scene, group: Group, subjects: Subjects) -> bool:
        """Whether the clause of an object has a maker of its own, so that none is carried there."""
        return bool(subjects.carried) and self._makings.is_replaced(scene, group, self.wanted.topics, subjects.members)

    def of(self, view: View, hit: Hit, group: Group) -> Subjects | None:
        """The subject before the word; behind the object where a frame opens the clause (针对新市民，甲推出)."""
        scene = view.scene
        if self._options.makes:
            return purposed(scene, group, self._domain, self._options.makes)
        modified = frames.modified_by(scene, hit, group, (self._domain, self._modifying))
        if modified is not None and not frames.is_given(scene, group, modified, (self.wanted.topics, self._modifying)):
            return Subjects(modified.of_types(self._domain))
        wanted = self._owners if acts_through(scene, hit, self._options.through) else self.wanted
        found = find_subjects(view.scenes, min(hit.start, group.start), wanted)
        if self._options.latest and (found is None or found.carried):
            last = last_named(view.scenes, hit.start, self._domain, self._options.back)
            found = Subjects((last,), carried=1) if last else None
        is_made = self._options.made and found is not None and found.made
        if is_made or (found is not None and not found.carried) or not frames.opens_clause(scene, hit):
            return found
        if scene.text.startswith(self._saying, group.end):
            return found  # 在北京表示，…: what follows is not there
        behind = self._behind(scene, group)
        if found is not None and found.topic and frames.is_parted(scene, hit):
            found = None  # 推出甲；在医疗方面，…: what was made before is not for it
        if behind is None or behind.carried == 0:
            return self._here(scene, found, behind)
        own = (each for each in scene.in_clause(group.clause) if each.end <= hit.start)
        # “乐业计划”面向甲开课，乙表示满意: the clause has its actor and takes none from the next.
        goes_on = found and not found.sentences and not frames.begins_anew(scene, hit)
        stays = goes_on or any(map(frames.acts_there, own))
        return found if stays else self._makings.joined(scene, found, behind, self.wanted.topics)

    def _here(self, scene: Scene, found: Subjects | None, behind: Subjects | None) -> Subjects | None:
        """What is spoken of, what the clause makes, or both."""
        if found is None or behind is None:
            return behind or found
        if self._makings.gives(scene, found, behind, self.wanted.topics):
            return replace(found, members=found.members + behind.members)
        return found if self._makings.names(scene, found, behind) else behind

    def _behind(self, scene: Scene, group: Group) -> Subjects | None:
        main = next((each.clause for each in scene.groups if each.clause > group.clause and frames.acts_there(each)), 0)
        last = max(group.clause + 1, min(main, group.clause + PURPOSES))
        for other in scene.groups:
            if other.start >= group.end and other.clause <= last:
                far = other.clause - group.clause > 1
                members = other.of_types(self._domain - self._options.near if far else self._domain)
                along = other.mark & Mark.COMPANION and not other.owns  # 在教育方面，联合甲提供…
                if members and not along and (is_free(other) or other.of_types(self.wanted.topics)):
                    made = made_by(scene, other, self.wanted.topics) if self._options.both and is_free(other) else ()
                    return Subjects(members + made, carried=other.clause - group.clause)
        return None

    def standing(self, scene: Scene, hit: Hit, group: Group, subjects: Subjects) -> Iterator[EntityMention]:
        """The subjects without those of types that have to stand near, or alone."""
        is_far = (
            (subjects.topic and not (subjects.made and self._options.made))
            or (subjects.carried > 1 and not self._makings.is_told_of(scene, group, subjects))
            or subjects.sentences
            or (subjects.carried and self._makings.has_own(scene, group, self._options.near))
        )
        kinds = [each.mention.type for each in subjects.members]
        # 推出甲、乙，满足丙: each of them meets the one thing.
        many = hit.mark & Mark.PATIENT or len(group.of_types(self._range)) > 1
        in_row = subjects.carried and many and not self._rows.is_each(scene, hit)
        several = {kind for kind in self._options.single if in_row and kinds.count(kind) > 1}
        barred = several | self._options.near if is_far else several
        return (each for each in subjects.members if each.mention.type not in barred)

    def joining(self, scene: Scene, group: Group) -> tuple[EntityMention, ...]:
        """Those who join in at the start of the next clause (甲推出 O，联合乙、丙…)."""
        if not self._options.joined:
            return ()
        for other in scene.in_clause(group.clause + 1):
            start = scene.clauses[group.clause + 1].start
            own = any(each.start >= other.end and each.of_types(self._range) for each in scene.in_clause(other.clause))
            if own:  # 推出 O，与乙合作推出 P: what he joins in is named with him
                return ()
            if other.mark & Mark.COMPANION and scene.adverbs.fullmatch(scene.text, start, scene.hits[other.cue].start):
                return other.of_types(self._domain)
        return ()
