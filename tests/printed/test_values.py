"""Numbers as printed: Indonesian or English by what their column shows, or left open and named."""

import pytest

from lkjlib.printed.values import read_columns, read_text


def _read(*cells, rate=False):
    [column] = read_columns([cells], [rate])
    return column


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1 234 567", 1234567),
        ("Rp 5.000.000,-", 5000000),
        ("5,06 %", 5.06),
        ("−0,14", -0.14),
        ("(1.234,5)", -1234.5),
        ("12 orang", 12),
        ("1.234.567*)", 1234567),
    ],
)
def test_text_that_one_style_reads_is_that_number(text, number):
    assert _read(text).numbers == [number]


@pytest.mark.parametrize("text", ["25,224,375,042,00", "1.23.456", "12,34,5", "1.234.56"])
def test_text_that_no_style_reads_stays_missing_and_is_named(text):
    column = _read(text, 5)
    assert column.numbers == [None, 5]
    assert column.flagged == {0: (text, "bukan angka yang dapat dibaca")}


@pytest.mark.parametrize("text", ["-", "–", "—", "...", "…", "n/a", "NA", " ", ""])
def test_marks_and_blanks_are_missing_and_not_named(text):
    column = _read(text, 1)
    assert (column.numbers, column.flagged) == ([None, 1], {})


@pytest.mark.parametrize(("decided", "number"), [("12,5", 3069), ("12.5", 3.069)])
def test_rest_of_the_column_decides_what_can_be_read_twice(decided, number):
    assert _read("3.069", decided).numbers[0] == number


def test_other_columns_decide_where_the_own_one_does_not():
    first, _ = read_columns([["3.069"], ["1.234.567"]], [False, False])
    assert first.numbers == [3069]


def test_number_that_nothing_decides_stays_missing_and_says_both_readings():
    column = _read("3.069", "-")
    assert column.numbers == [None, None]
    assert column.flagged[0] == ("3.069", "dapat berarti 3069 atau 3,069")


def test_groups_of_three_throughout_are_thousands_unless_the_heading_speaks_of_rates():
    cells = ("1.234", "12.345", "900", "3.456")
    assert _read(*cells).numbers == [1234, 12345, 900, 3456]
    assert _read(*cells, rate=True).numbers == [None, None, 900, None]


def test_groups_that_speak_against_the_table_are_left_open():
    first, _ = read_columns([["1.234", "2.345", "3.456"], ["1.5", "2.25"]], [False, False])
    assert first.numbers == [None, None, None]


def test_column_of_both_styles_leaves_open_what_can_be_read_twice():
    column = _read("1.234", "12,5", "12.5")
    assert column.numbers == [None, 12.5, 12.5]


def test_truth_date_and_error_in_a_column_of_numbers_are_named():
    from datetime import date

    column = _read(1, True, date(2024, 7, 12), "#REF!")
    assert column.numbers == [1, None, None, None]
    assert [found for found, _ in column.flagged.values()] == ["TRUE", "2024-07-12", "#REF!"]


def test_words_in_a_column_of_numbers_are_named_without_quoting_them():
    assert _read(1, 2, "Nama Orang").flagged[2][0] == "teks"


def test_bracket_that_is_not_closed_is_no_number():
    assert read_text("(12").english is None
