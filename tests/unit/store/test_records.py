"""The store gives back what it was given, whatever the order, and says what changed when."""

import datetime

import pytest

from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.store.records import RecordStore, digest_of
from tests.builders import document, entity

PACK = "p1"


def extraction(id_, text="甲银行服务新市民。", date=None):
    return Extraction(document(text, id_, date=date), (entity(text, "e1", "Company", "甲银行"),))


@pytest.fixture
def store(tmp_path):
    with RecordStore.create(tmp_path / "store") as store:
        yield store


def ids(store, **asked):
    return [each.document.id for each in store.extractions(**asked)]


def test_gives_back_records_in_the_order_of_ids(store):
    store.add([extraction("b")], PACK)
    store.add([extraction("a"), extraction("c")], PACK)
    assert list(store.extractions()) == [extraction("a"), extraction("b"), extraction("c")]


def test_a_changed_text_replaces_the_old_record(store):
    store.add([extraction("a")], PACK)
    store.add([extraction("a", "甲银行，甲银行。")], PACK)
    assert list(store.extractions()) == [extraction("a", "甲银行，甲银行。")]


def test_of_two_records_of_one_document_in_a_batch_the_last_holds(store):
    store.add([extraction("a"), extraction("a", "甲银行，甲银行。")], PACK)
    assert list(store.extractions()) == [extraction("a", "甲银行，甲银行。")]


def test_a_removed_document_is_gone_and_can_come_back(store):
    store.add([extraction("a"), extraction("b")], PACK)
    assert store.remove(["a", "x"]) == ("a",)
    assert ids(store) == ["b"]
    store.add([extraction("a")], PACK)
    assert ids(store) == ["a", "b"]


def test_every_revision_can_be_read_again(store):
    store.add([extraction("a")], PACK)
    store.add([extraction("b")], PACK)
    store.remove(["a"])
    assert [ids(store, revision=number) for number in range(4)] == [[], ["a"], ["a", "b"], ["b"]]


def test_knows_what_was_published_by_a_day(store):
    early, late = datetime.date(2023, 1, 5), datetime.date(2023, 6, 1)
    store.add([extraction("a", date=early), extraction("b", date=late), extraction("c")], PACK)
    assert ids(store, until=datetime.date(2023, 5, 31)) == ["a"]


def test_knows_which_text_and_pack_a_record_is_of(store):
    store.add([extraction("a")], PACK)
    digest = digest_of("甲银行服务新市民。")
    assert store.holds("a", digest, PACK)
    assert not store.holds("a", digest, "p2")
    assert not store.holds("a", digest_of("x"), PACK)
    assert not store.holds("b", digest, PACK)
    assert store.status().packs == ((PACK, 1),)


def test_a_batch_that_fails_leaves_nothing(store):
    def broken():
        yield extraction("a")
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        store.add(broken(), PACK)
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
