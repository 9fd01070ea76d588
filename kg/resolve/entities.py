"""The entities behind rows: name, other forms, places, identifiers, and why each form belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model.entity import Entity, Occurrence
from kg.ontology.lexicon import Name
from kg.resolve.clusters import Clusters
from kg.resolve.context import Identified
from kg.resolve.keys import Key
from kg.resolve.naming import plain
from kg.resolve.reasons import Because, MergeReason, MergeRule
from kg.resolve.rows import Row


def entity_of(id_: str, rows: Iterable[Row], entry: Name | None) -> Entity:
    """The entity of all rows that mean it.

    It goes by the name that most documents give it, of equally common ones by that which tells most; a legal form is
    left out where a text does: 招联消费金融, neither 招联 nor 招联消费金融有限公司.

    Args:
        id_: its id.
        rows: at least one.
        entry: what the lexicon knows of it.
    """
    rows = tuple(rows)
    forms = Counter(words for row in rows for _, words in row.places)
    forms.update(row.name for row in rows)
    name = _name(rows, forms)
    others = {*forms, *((entry.canonical,) if entry else ())} - {name}
    occurrences = sorted({Occurrence(row.document, span) for row in rows for span, _ in row.places})
    identifiers = entry.identifiers if entry else ()
    return Entity(id_, rows[0].type, name, tuple(sorted(others)), tuple(occurrences), identifiers)


def _name(rows: tuple[Row, ...], forms: Counter[str]) -> str:
    names = Counter(row.own.text for row in rows)
    text = min(names, key=lambda each: (-names[each], -len(each), each))
    bare = [form for form in forms if plain(form) == text]
    fitting = bare or [row.name for row in rows if row.own.text == text]
    return min(fitting, key=lambda form: (-forms[form], len(form), form))


def reasons_of(entity: Entity, rows: Iterable[Row], clusters: Clusters, people: Identified) -> Iterable[MergeReason]:
    """Why each name that documents give an entity besides its own is a name of it, in the order of names.

    A shared name is explained too where it brought several documents' people together.
    """
    rows = tuple(rows)
    own = {row.own for row in rows if row.name == entity.name}
    found: dict[str, Because] = {}
    for row in sorted(rows, key=lambda each: (each.name, each.document, each.local)):
        context = people.because.get((row.document, row.local))
        if context:
            found.setdefault(row.name, context)
        elif row.name != entity.name:
            built_alike = row.canonical is None and row.own in own
            found.setdefault(row.name, _because(row, {} if built_alike else clusters.because))
    return [MergeReason(entity.id, form, because) for form, because in found.items()]


def _because(row: Row, joined: Mapping[Key, Because]) -> Because:
    if row.canonical is not None:
        return Because(MergeRule.LISTED, row.canonical)
    return joined.get(row.key) or Because(MergeRule.BUILT, row.key.text)
