"""The whole picture: names apart, parts packed, the unlinked below, communities where there are many."""

import random

from kg.export.html.arrangement import COLLAPSED, WHOLE, arrange
from kg.export.html.spacing import label_box


def names_of(count):
    lot = random.Random(2)
    return ["".join(lot.choices("云杉红松银行科技集团计划", k=lot.randint(2, 9))) for _ in range(count)]


def pairs_of(count, seed=3):
    lot = random.Random(seed)
    return [
        (a, min(a // 40 * 40 + lot.randrange(40), count - 1)) for a in (lot.randrange(count) for _ in range(2 * count))
    ]


def boxes(names, arrangement):
    for name, x, y in zip(names, arrangement.x, arrangement.y, strict=True):
        width, height = label_box(name)
        yield x - width / 2, y - (height + 34) / 2, x + width / 2, y + (height + 34) / 2


def overlapping(all_boxes):
    found = 0
    for i, a in enumerate(all_boxes):
        found += sum(a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1 for b in all_boxes[:i])
    return found


def test_names_have_room():
    names = names_of(120)
    assert overlapping(list(boxes(names, arrange(names, pairs_of(120))))) == 0


def test_what_nothing_joins_stands_below_the_rest():
    names = names_of(40)
    arrangement = arrange(names, [(i, i + 1) for i in range(19)])
    assert min(arrangement.y[20:]) > max(arrangement.y[:20])
    assert overlapping(list(boxes(names, arrangement))) == 0


def test_parts_stand_side_by_side():
    names = names_of(30)
    arrangement = arrange(names, [(i, i + 1) for i in range(29) if i % 5 != 4])
    assert overlapping(list(boxes(names, arrangement))) == 0
    assert max(arrangement.x) - min(arrangement.x) < 3000


def test_the_same_graph_gives_the_same_picture():
    for count in (50, WHOLE + 50):
        assert arrange(names_of(count), pairs_of(count)) == arrange(names_of(count), pairs_of(count))


def test_few_have_no_communities_and_many_have():
    assert arrange(names_of(WHOLE + 10), pairs_of(WHOLE + 10)).communities == ()
    many = arrange(names_of(COLLAPSED + 500), pairs_of(COLLAPSED + 500))
    sizes = [many.communities.count(each) for each in sorted(set(many.communities) - {-1})]
    assert len(sizes) > 50
    assert sizes == sorted(sizes, reverse=True)


def test_many_without_any_relation_are_all_scattered():
    many = arrange(names_of(COLLAPSED + 1), [])
    assert set(many.communities) <= {-1}
    assert len(set(zip(many.x, many.y, strict=True))) == COLLAPSED + 1


def test_nothing_gives_nothing():
    assert arrange([], []).x == ()
    assert arrange(["云杉"], []).communities == ()
