"""Adding to a full store costs what it costs in an empty one, counted in steps of the engine, which no load changes."""

from kg.model.extraction import Extraction
from kg.store.records import RecordStore
from tests.builders import document, entity


def extraction(number):
    text = f"第{number}银行服务新市民。"
    return Extraction(document(text, f"a{number:05}"), (entity(text, "e1", "Company", f"第{number}银行"),))


def steps_of_one_more(folder, count):
    with RecordStore.create(folder) as store:
        store.add((extraction(number), "p") for number in range(0, 2 * count, 2))
        steps = []
        store._connection.set_progress_handler(lambda: steps.append(1), 10)
        store.add([(extraction(count + 1), "p")])
        store._connection.set_progress_handler(None, 0)
        return len(steps)


def test_one_more_record_takes_no_more_steps_among_many(tmp_path):
    few, many = (steps_of_one_more(tmp_path / str(count), count) for count in (10, 3000))
    assert many <= 2 * few
