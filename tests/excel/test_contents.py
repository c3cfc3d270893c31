"""Elements of a part, one after the other, wherever the parser's pieces of it end."""

from xml.etree.ElementTree import ParseError

import pytest

from lkjlib.excel.contents import elements

CHUNK = 65_536


@pytest.mark.parametrize("end", range(CHUNK - 8, CHUNK + 8))
def test_elements_are_all_found_where_a_piece_ends_within_one(end):
    between = b" " * (end - len(b'<w><row r="1"/>'))
    part = b'<w><row r="1"/>' + between + b'<row r="2"><c/></row></w>'
    assert [(row.get("r"), len(row)) for row in elements(part, "row")] == [("1", 0), ("2", 1)]


def test_elements_of_a_part_without_any_are_none():
    assert [*elements(b"<w/>", "row")] == []


@pytest.mark.parametrize("part", [b"", b"<w><row/>", b"<w><row/></w><w/>"])
def test_elements_of_a_damaged_part_are_refused(part):
    with pytest.raises(ParseError):
        [*elements(part, "row")]
