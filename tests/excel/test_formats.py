"""Number formats are told apart as openpyxl tells them."""

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from lkjlib.excel.formats import BUILT_IN, Format

OWN = [
    'd mmm yyyy;"–"',
    '#,##0 "hari"',
    '"d" 0',
    "[Red]0.00",
    "[$-421]d mmmm yyyy",
    "[hh]:mm:ss",
    "[mm]:ss.0",
    "[ss]",
    r"0\d",
    "_d0",
    "[h]0;d",
    "",
]


def test_the_formats_of_every_workbook_are_those_of_the_standard():
    # 44 as the standard has it: openpyxl leaves the semicolons out
    assert BUILTIN_FORMATS | {44: BUILT_IN[44]} == BUILT_IN
    assert BUILT_IN[44].count(";") == BUILT_IN[43].count(";") == 3


@pytest.mark.parametrize("code", [*BUILT_IN.values(), *OWN])
def test_dates_and_durations_are_told_apart_as_openpyxl_does(code):
    found = Format.of(code)
    assert (found.is_date, found.is_duration) == (is_date_format(code), is_timedelta_format(code))
