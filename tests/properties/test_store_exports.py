"""Whatever way documents came into a store, its export is that of the documents it holds."""

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.export.nquads import render_nquads
from kg.export.turtle import render_turtle
from kg.extract.extractor import Extractor
from kg.store.feeding import Feed
from kg.store.records import RecordStore
from tests.builders import document

TEXTS = {
    "a": "截至2023年6月末，云杉消费金融有限公司（以下简称“云杉消金”）累计服务新市民120万人，发放贷款超24亿元。",
    "b": "云杉消费金融推出“安家计划”，运用大数据服务个体工商户。云杉消金董事长林远山表示，将推出“筑巢贷”。",
    "c": "有消费金融公司针对新市民推出“乐居行动”。截至2023年6月末，云杉消金累计服务新市民118万人。",
    "d": "远岫银行与云杉消费金融合作，为小微企业提供经营贷款。远岫银行董事长林远山出席。",
    "e": "国家金融监督管理总局对青禾支付有限公司罚款20万元。",
}
CHANGED = {"a": "云杉消费金融有限公司推出“启明贷”，服务农民工30万人。"}


@pytest.fixture(scope="module")
def made(finance):
    """Records of all texts, and what the graph of some of them looks like, built at once."""
    extractor = Extractor(finance)
    records = {id_: extractor.extract(document(text, id_)) for id_, text in TEXTS.items()}
    changed = {id_: extractor.extract(document(text, id_)) for id_, text in CHANGED.items()}
    written = {}

    def export(extractions):
        graph = pipeline.build_graph(extractions, finance).graph
        return "".join(render_turtle(graph, finance)), "".join(render_nquads(graph, finance))

    def at_once(of):
        key = tuple(sorted((each.document.id, each.document.text) for each in of))
        if key not in written:
            written[key] = export(of)
        return written[key]

    return records, changed, export, at_once


def keep(store, extractions):
    feed = Feed(store, "p")
    return list(feed.keep(feed.needed(extractions)))


orders = st.permutations(sorted(TEXTS))
quick = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(order=orders, cuts=st.sets(st.integers(1, len(TEXTS) - 1)))
@quick
def test_one_by_one_in_batches_or_at_once_gives_the_same_bytes(made, order, cuts):
    records, _, export, at_once = made
    with tempfile.TemporaryDirectory() as folder, RecordStore.create(Path(folder)) as store:
        marks = [0, *sorted(cuts), len(order)]
        for start, end in itertools.pairwise(marks):
            keep(store, (records[id_] for id_ in order[start:end]))
        assert export(store.extractions()) == at_once(list(records.values()))


@given(order=orders, removed=st.sets(st.sampled_from(sorted(TEXTS)), min_size=1))
@quick
def test_a_removed_document_leaves_no_trace(made, order, removed):
    records, _, export, at_once = made
    with tempfile.TemporaryDirectory() as folder, RecordStore.create(Path(folder)) as store:
        keep(store, (records[id_] for id_ in order))
        store.remove(sorted(removed))
        assert export(store.extractions()) == at_once([records[id_] for id_ in TEXTS if id_ not in removed])


@given(order=orders, again=st.booleans())
@quick
def test_a_changed_text_replaces_every_fact_of_the_old_one(made, order, again):
    records, changed, export, at_once = made
    with tempfile.TemporaryDirectory() as folder, RecordStore.create(Path(folder)) as store:
        keep(store, (records[id_] for id_ in order))
        keep(store, changed.values())
        expected = list((records | changed).values())
        if again:
            keep(store, (records[id_] for id_ in changed))
            expected = list(records.values())
        assert export(store.extractions()) == at_once(expected)
