"""The store gives back what it was given, whatever the order, and says what changed when."""

import datetime
from dataclasses import replace

import pytest

from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.store.digest import digest_of
from kg.store.records import GIVEN, Kept, RecordStore, Status
from tests.builders import document, entity

PACK = "p1"


def extraction(id_, text="甲银行服务新市民。", date=None):
    return Extraction(document(text, id_, date=date), (entity(text, "e1", "Company", "甲银行"),))


def made(extractions):
    return ((each, PACK) for each in extractions)


@pytest.fixture
def store(tmp_path):
    with RecordStore.create(tmp_path / "store") as store:
        yield store


def ids(store, **asked):
    return [each.document.id for each in store.extractions(**asked)]


def test_gives_back_records_in_the_order_of_ids(store):
    store.add(made([extraction("b")]))
    store.add(made([extraction("a"), extraction("c")]))
    assert list(store.extractions()) == [extraction("a"), extraction("b"), extraction("c")]


def test_a_changed_text_replaces_the_old_record(store):
    store.add(made([extraction("a")]))
    assert store.add(made([extraction("a", "甲银行，甲银行。")])) == Kept(new=0, changed=1)
    assert list(store.extractions()) == [extraction("a", "甲银行，甲银行。")]


def test_of_two_records_of_one_document_in_a_batch_the_last_holds(store):
    store.add(made([extraction("a"), extraction("a", "甲银行，甲银行。")]))
    assert list(store.extractions()) == [extraction("a", "甲银行，甲银行。")]


def test_a_removed_document_is_gone_and_can_come_back(store):
    store.add(made([extraction("a"), extraction("b")]))
    assert store.remove(["a", "x"]) == ("a",)
    assert ids(store) == ["b"]
    store.add(made([extraction("a")]))
    assert ids(store) == ["a", "b"]


def test_every_revision_can_be_read_again(store):
    store.add(made([extraction("a")]))
    store.add(made([extraction("b")]))
    store.remove(["a"])
    assert [ids(store, revision=number) for number in range(4)] == [[], ["a"], ["a", "b"], ["b"]]


def test_knows_what_was_published_by_a_day(store):
    early, late = datetime.date(2023, 1, 5), datetime.date(2023, 6, 1)
    store.add(made([extraction("a", date=early), extraction("b", date=late), extraction("c")]))
    assert ids(store, until=datetime.date(2023, 5, 31)) == ["a"]


def test_knows_which_text_and_pack_a_record_is_of(store):
    store.add(made([extraction("a")]))
    digest = digest_of(extraction("a").document)
    assert store.holds("a", digest, PACK)
    assert not store.holds("a", digest, "p2")
    assert not store.holds("a", digest_of(document("x", "a")), PACK)
    assert not store.holds("b", digest, PACK)
    assert store.status().packs == ((PACK, 1),)


def test_another_date_title_or_source_makes_another_document():
    same = document("甲银行", "a")
    others = [replace(same, date=datetime.date(2023, 1, 5)), replace(same, title="甲"), replace(same, source="甲")]
    assert len({digest_of(each) for each in (same, *others)}) == 4


def test_what_is_there_to_the_letter_makes_no_revision(store):
    assert store.add(made([extraction("a")])) == Kept(new=1, changed=0)
    assert store.add(made([extraction("a")])) == Kept(new=0, changed=0)
    assert store.remove(["x"]) == ()
    assert store.status() == Status(1, 1, ((PACK, 1),))


def test_knows_what_another_state_of_the_pack_made_and_leaves_given_records_out(store):
    store.add([(extraction("a"), "p0"), (extraction("b"), PACK), (extraction("c"), GIVEN)])
    assert store.stale(PACK) == ("a",)
    assert store.extraction("a") == extraction("a")
    assert store.extraction("x") is None


def test_keeps_what_curation_was_at_every_revision(store):
    store.add(made([extraction("a")]))
    store.curate(lambda: "first")
    store.add(made([extraction("b")]))
    store.curate(lambda: "first")
    store.curate(lambda: "second")
    assert [store.curation(number) for number in range(5)] == ["", "", "first", "first", "second"]
    assert store.curation() == "second"
    rows = [(each.number, each.added, each.ended, each.curation) for each in store.revisions()]
    assert rows == [(1, 1, 0, False), (2, 0, 0, True), (3, 1, 0, False), (4, 0, 0, True)]


def test_a_store_of_the_first_format_is_brought_to_this_one(tmp_path):
    with RecordStore.create(tmp_path) as store:
        store.add(made([extraction("a")]))
        for statement in (
            "DROP TABLE curation",
            "ALTER TABLE revision DROP COLUMN at",
            "PRAGMA user_version = 1",
        ):
            store._connection.execute(statement)
    with RecordStore.open(tmp_path) as store:
        store.curate(lambda: "line")
        assert ids(store) == ["a"]
        assert [each.curation for each in store.revisions()] == [False, True]


def test_a_store_whose_making_was_killed_is_made_on(tmp_path):
    for name in ("opened", "made"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "records.sqlite").touch()
    with RecordStore.open(tmp_path / "opened") as store:
        assert store.status().documents == 0
    with RecordStore.create(tmp_path / "made") as store:
        assert store.status().documents == 0


def test_a_store_of_a_later_version_is_refused(tmp_path):
    with RecordStore.create(tmp_path) as store:
        store._connection.execute("PRAGMA user_version = 9")
    with pytest.raises(StoreError, match="format 9"):
        RecordStore.open(tmp_path)


def test_a_batch_that_fails_leaves_nothing(store):
    def broken():
        yield extraction("a")
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        store.add(made(broken()))
    assert ids(store) == []
    assert store.status().revision == 0


def test_a_folder_without_a_store_is_refused(tmp_path):
    with pytest.raises(StoreError, match="kg init"):
        RecordStore.open(tmp_path)


def test_a_store_is_not_made_twice(tmp_path):
    RecordStore.create(tmp_path).close()
    with pytest.raises(StoreError, match="already"):
        RecordStore.create(tmp_path)


def test_a_damaged_store_is_told(tmp_path):
    (tmp_path / "records.sqlite").write_bytes(b"not a database at all, but long enough to be read" * 40)
    with pytest.raises(StoreError, match="cannot be used"):
        RecordStore.open(tmp_path)


@pytest.mark.parametrize("asked", ["extractions", "curation"])
def test_a_revision_that_is_not_there_is_refused(store, asked):
    with pytest.raises(StoreError, match="no revision 9 yet; the latest is 0"):
        list(getattr(store, asked)(9))


def test_a_record_that_was_damaged_is_told_with_its_document(store):
    store.add(made([extraction("a")]))
    store._connection.execute("UPDATE version SET record = ?", (b"junk",))
    with pytest.raises(StoreError, match="#a: the record kept is damaged; take it out with `kg remove"):
        store.extraction("a")
    assert store.remove(["a"]) == ("a",)


@pytest.mark.parametrize(
    "read",
    [
        lambda store: store.status(),
        lambda store: store.ids(),
        lambda store: store.stale(PACK),
        lambda store: store.holds("a", "", ""),
        lambda store: store.extraction("a"),
        lambda store: list(store.extractions()),
        lambda store: store.revisions(),
        lambda store: store.curation(),
    ],
)
def test_whatever_is_read_of_a_damaged_file_tells_so(store, read):
    for table in ("version", "revision", "curation"):
        store._connection.execute(f"DROP TABLE {table}")
    with pytest.raises(StoreError, match=r"cannot be used \(no such table"):
        read(store)
