"""Addresses say the same as openpyxl's, and what is none is refused."""

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from lkjlib.excel.addresses import boundaries, column_letters, column_number


def test_every_column_has_its_letters_and_they_its_number():
    for column in range(1, 18_279):
        letters = column_letters(column)
        assert letters == get_column_letter(column)
        assert column_number(letters) == column == column_index_from_string(letters)


@pytest.mark.parametrize("column", [0, -1, 18_279])
def test_a_column_that_is_none_is_refused(column):
    with pytest.raises(ValueError, match=str(column)):
        column_letters(column)


@pytest.mark.parametrize("letters", ["", "AAAA", "A1", "Ä", "ß", "ı"])
def test_letters_of_no_column_are_refused(letters):
    with pytest.raises(ValueError):
        column_number(letters)


@pytest.mark.parametrize("area", ["A1", "$C$8", "B2:D10", "b2:$d$10", "XFD1048576"])
def test_areas_have_the_boundaries_that_openpyxl_sees(area):
    assert boundaries(area) == range_boundaries(area)


@pytest.mark.parametrize("area", ["", "A", "1", "A:C", "1:3", "A1:B", "Lembar!A1", "A1:B2:C3"])
def test_an_area_without_corners_is_refused(area):
    with pytest.raises(ValueError):
        boundaries(area)
