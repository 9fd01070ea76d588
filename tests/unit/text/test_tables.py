"""Finding tables in a text."""

import pytest

from kg.text.tables import find_tables, written


def rows(text):
    return [[[cell and cell.of(text) for cell in row] for row in table.rows] for table in find_tables(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲|1\n乙 | 2\n", [["甲", "1"], ["乙", "2"]]),
        ("| 甲 | 1 |\r\n|---|:--:|\r\n| 乙 | 2 |\r\n", [["甲", "1"], ["乙", "2"]]),
        ("甲｜１\n乙｜２", [["甲", "１"], ["乙", "２"]]),
        ("\t2022\t2023\n甲\t1\t2\n乙\t\t3\n", [[None, "2022", "2023"], ["甲", "1", "2"], ["乙", None, "3"]]),
        ("|  | 1 | 2 |\n甲 | 3 | 4", [[None, "1", "2"], ["甲", "3", "4"]]),
        ("甲|1|2\n乙|3\n丙|4|5", [["甲", "1", "2"], [], ["丙", "4", "5"]]),
    ],
)
def test_cells_stand_between_bars_or_tabs(text, expected):
    assert rows(text) == [expected]


def test_other_lines_end_a_table_and_head_the_next():
    text = "上文。\n表1\n甲|1\n表2\n单位：亿元\n\n乙|2\n"
    tables = find_tables(text)
    assert rows(text) == [[["甲", "1"]], [["乙", "2"]]]
    assert [[each.of(text) for each in table.caption] for table in tables] == [["上文。", "表1"], ["表2", "单位：亿元"]]


def test_a_long_line_is_no_caption():
    assert find_tables("甲" * 61 + "\n乙|1")[0].caption == ()


@pytest.mark.parametrize("cells", [["甲", "1"], ["", "1"], ["甲", ""], ["", "1", ""], ["", ""]])
def test_a_written_row_is_read_again(cells):
    assert rows(f"甲{' |' * (len(cells) - 1)} 乙\n{written(cells)}")[0][1] == [each or None for each in cells]


@pytest.mark.parametrize("text", ["", "\n\n", "没有表格，只有一行。\n", "|\n", "||||\n\t\t\n|"])
def test_nothing_is_made_of_nothing(text):
    assert all(cell is None for table in rows(text) for row in table for cell in row)
