"""What a pattern takes out of a part is what the parser reads there; else it leaves it alone."""

from datetime import datetime

import pytest
from raw_workbook import MAIN

from lkjlib.excel.cells import Used, read_cells
from lkjlib.excel.contents import Contents, read_contents
from lkjlib.excel.formats import Format
from lkjlib.excel.guard import unpack
from lkjlib.excel.limits import Refused
from lkjlib.excel.plain import PlainRow, split_rows, split_texts

STYLES = [Format.of("General"), Format.of("0.0")]
CONTENTS = Contents((), ["KUD", "KSP"], STYLES, datetime(1900, 1, 1), False)
REMARK = b"<!-- read by the parser alone -->"
LONG = "a" * 32_768
C7 = '<c r="C7"><v>54</v></c>'


def part(*rows: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()


def plain_rows(content: bytes) -> int:
    return sum(isinstance(piece, PlainRow) for piece in split_rows(content))


def read(content: bytes, contents: Contents = CONTENTS):
    used = Used()
    return read_cells(content, contents, used), used


def test_read_cells_reads_every_annex_alike_by_pattern_and_by_parser(frozen):
    found = 0
    for path in sorted(frozen.glob("*.xlsx")):
        parts = unpack(path).parts
        contents = read_contents(parts)
        for listed in contents.sheets:
            content = parts[listed.part]
            found += plain_rows(content)
            assert plain_rows(content + REMARK) == 0
            assert read(content, contents) == read(content + REMARK, contents)
    assert found > 100


@pytest.mark.parametrize(
    "row",
    [
        f'<row r="7">{C7}</row>',
        f'<row r="7" spans="1:3" hidden="1">{C7}</row>',
        f'<row r="7" x="hidden=1">{C7}</row>',
        '<row r="7"><c r="A7" s="1"/><c r="B7" t="s"><v>1</v></c><c r="D7" s="1"/></row>',
        '<row r="7"><c r="A7" s="1"><v>5.0</v></c></row>',
        '<row r="7"><c r="B7" t="b"><v>1</v></c><c r="C7" t="e"><v>#REF!</v></c></row>',
        '<row r="7"><c r="B7" t="str"><v>é</v></c><c r="C7"><v>1E3</v></c></row>',
        '<row r="7"><c r="A7" s="1"/></row>',
        '<row r="7"><c r="A7" s="1" t="n" /><c r="B7" t="n"><v>2</v></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t>KUD</t></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t xml:space="preserve"> é </t></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t>a\u200bb_x000A_c</t></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t>\u200b</t></is></c></row>',
        '<row r="7"></row>',
    ],
)
def test_read_cells_of_a_plain_row_is_what_the_parser_reads(row):
    content = part('<row r="3"><c r="A3"><v>1</v></c></row>', row)
    assert plain_rows(content) == 2
    assert read(content) == read(content + REMARK)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="7"><c r="C7"><f>1+1</f><v>2</v></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t></t></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><r><t>KUD</t></r></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><is><t>KUD</t></is><f>1</f></c></row>',
        '<row r="7"><c r="C7" t="inlineStr"><v>KUD</v></c></row>',
        '<row r="7"><c r="C7" t="s"><is><t>KUD</t></is></c></row>',
        '<row r="7"><c r="C7" t="str"><v>a &amp; b</v></c></row>',
        '<row r="7"><c r="C7" t="str"><v>a\nb</v></c></row>',
        "<row r='7'><c r='C7'><v>54</v></c></row>",
        "<row><c><v>54</v></c></row>",
        '<row r="7"><c r="C7"><v></v></c></row>',
        f'<x:row xmlns:x="{MAIN}" r="7"><x:c r="C7"><x:v>54</x:v></x:c></x:row>',
    ],
)
def test_split_rows_leaves_every_other_row_to_the_parser(row):
    assert plain_rows(part(row)) == 0


@pytest.mark.parametrize("around", ["<!--{}-->", "<?lain {}?>", "<![CDATA[{}]]>"])
def test_read_cells_does_not_count_a_row_within_a_remark(around):
    found, _ = read(part(around.format(f'<row r="7">{C7}</row>')))
    assert found.rows == []


def test_read_cells_does_not_count_a_row_within_another_one():
    inner = f'<row r="7"><c r="A7"><v>1</v></c><extLst><row r="8">{C7}</row></extLst></row>'
    found, _ = read(part(inner))
    assert [row for row in found.rows if row] == [(1,)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((f'<row r="7">{C7}</row>', f'<row r="7">{C7}</row>'), "baris '7' ganda"),
        ((f'<row r="07">{C7}</row>',), "baris '07' ganda"),
        ((f'<row r="8">{C7}</row>',), "sel 'C7' di baris 8"),
        ((f'<row r="7">{C7}{C7}</row>',), "sel C7 ganda"),
        ((f'<row r="7">{C7}<c r="B7"><v>1</v></c></row>',), "sel B7 ganda"),
        (('<row r="7"><c r="ZZZ7"><v>1</v></c></row>',), "kolom terisi sampai ZZZ"),
        (('<row r="7"><c r="C7" t="x"><v>1</v></c></row>',), "jenis sel 'x'"),
        (('<row r="8"><c r="C7" t="inlineStr"><is><t>a</t></is></c></row>',), "sel 'C7' di baris"),
        ((f'<row r="7"><c r="C7" t="inlineStr"><is><t>{LONG}</t></is></c></row>',), "32.768 huruf"),
    ],
)
def test_read_cells_refuses_in_a_plain_row_what_the_parser_refuses(rows, found):
    content = part(*rows)
    assert plain_rows(content) == len(rows)
    for one in (content, content + REMARK):
        with pytest.raises(Refused) as refused:
            read(one)
        assert refused.value.ditemukan.startswith(found)


@pytest.mark.parametrize(
    "texts",
    [
        "<si><t>KUD</t></si><si><t>a &amp; b</t></si>",
        "<si><t>KUD</t></si><si><r><t>KSP</t></r></si>",
        "<si><t>KUD</t></si><si/>",
        "<si><t>KUD</t></si><!--<si><t>KSP</t></si>-->",
    ],
)
def test_split_texts_takes_all_or_none(texts):
    content = f'<sst xmlns="{MAIN}">{texts}</sst>'.encode()
    assert split_texts(content) == ([], content)
