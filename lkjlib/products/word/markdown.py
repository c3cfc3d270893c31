"""Writes the blocks of a chapter as pandoc markdown, tables and pictures numbered in order.

Markdown has no words for Word's fields, so captions and the lists of them are written as XML. The
lists show their entries at once, also in programs that update no fields; page numbers are Word's
to fill in, so the fields are marked for updating when the file is opened.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape as escape_xml

from lkjlib.products.word.blocks import (
    SUMBER,
    USULAN,
    Blok,
    Daftar,
    GambarWord,
    Judul,
    Paragraf,
    TabelWord,
)
from lkjlib.products.word.lines import bind

TEXT_WIDTH = "14cm"
_DASHES = 120  # over pandoc's --columns: the dashes under a heading are then relative widths
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_DEEPEST = 5
_CONTENTS = rf'TOC \o "1-{_DEEPEST}" \h \z \u'
_MARK_FROM = 9000  # bookmarks need numbers of their own; pandoc counts from 1
_MARKS = ("**", "", "*")  # of the parts of a point


def render(front: Iterable[Blok], body: Iterable[Blok], alt: Mapping[str, str]) -> str:
    """The whole chapter: front matter, contents, lists of tables and pictures, body.

    Parameters
    ----------
    front : blocks before the table of contents; nothing in them is listed.
    body : the chapter.
    alt : alternative text of each picture by name.
    """
    body = list(body)
    lists = "\n\n".join(_lists(body))
    return f"{_blocks(front, alt, None)}\n\n{lists}\n\n{_blocks(body, alt, 'judul')}\n"


def escape(text: str) -> str:
    """Text that pandoc reads as it stands; a number stays on one line with its sign and unit.

    >>> escape("-2 % dari Rp 30") == "−2\\u00a0\\\\% dari Rp\\u00a030"
    True
    """
    return _PUNCTUATION.sub(r"\\\1", bind(text))


def _lists(body: list[Blok]) -> Iterator[str]:
    headings = [
        (f"TOC{b.tingkat}", bind(b.teks), f"judul-{i}")
        for i, b in enumerate(b for b in body if isinstance(b, Judul))
        if b.tingkat <= _DEEPEST
    ]
    yield _styled("Daftar isi", "TOC Heading")
    yield _list_of(_CONTENTS, headings)
    for label, kind in (("Tabel", TabelWord), ("Gambar", GambarWord)):
        entries = [
            ("TableofFigures", bind(f"{label} {n}. {b.judul}"), f"_Toc{label}{n}")
            for n, b in enumerate((b for b in body if isinstance(b, kind)), 1)
        ]
        yield _styled(f"Daftar {label.lower()}", "TOC Heading")
        yield _list_of(rf'TOC \h \z \c "{label}"', entries)


def _blocks(blocks: Iterable[Blok], alt: Mapping[str, str], marks: str | None) -> str:
    count = {Judul: 0, TabelWord: 0, GambarWord: 0}
    written = []
    for block in blocks:
        if isinstance(block, Judul):
            mark = f" {{#{marks}-{count[Judul]}}}" if marks else ""
            written.append(f"{'#' * block.tingkat} {escape(block.teks)}{mark}")
            count[Judul] += 1
        elif isinstance(block, Paragraf):
            written.append(_styled(block.teks, block.gaya))
        elif isinstance(block, Daftar):
            written.append(_points(block))
        elif isinstance(block, TabelWord):
            count[TabelWord] += 1
            written.append(_table(block, count[TabelWord]))
        else:
            count[GambarWord] += 1
            written.append(_picture(block, count[GambarWord], alt[block.nama]))
    return "\n\n".join(written)


def _styled(text: str, style: str) -> str:
    return f'::: {{custom-style="{style}"}}\n{escape(text)}\n:::' if style else escape(text)


def _points(block: Daftar) -> str:
    """A list with space between the points: pandoc gives a tight one the style of table cells."""
    return "\n\n".join(
        f"{n}.  " + " ".join(_marked(part, mark) for part, mark in zip(point, _MARKS, strict=True))
        for n, point in enumerate(block.butir, 1)
    )


def _marked(text: str, mark: str) -> str:
    return f"{mark}{escape(text)}{mark}" if text else ""


def _table(block: TabelWord, nomor: int) -> str:
    shown = block.isi
    number = _caption_number("Tabel", nomor, f"_TocTabel{nomor}")
    style = "Isi Tabel Kecil" if block.kecil else "Isi Tabel"
    levels = f' tingkat="{"".join(map(str, block.tingkat))}"' if block.tingkat else ""
    caption = f': {number}{escape(block.judul)} {{sel="{style}"{levels}}}'
    dashes = [max(3, round(_DASHES * w / sum(block.lebar))) for w in block.lebar]
    ruler = [
        f"{'-' * (n - 1)}:" if is_number else f":{'-' * (n - 1)}"
        for n, is_number in zip(dashes, shown.angka, strict=True)
    ]
    rows = [_row(escape(cell) for cell in shown.kolom), f"|{'|'.join(ruler)}|"]
    for place, cells in enumerate(shown.baris):
        rows.append(_row(_cell(block, place, column, c) for column, c in enumerate(cells)))
    note = f"\n\n{_styled(shown.catatan, SUMBER)}" if shown.catatan else ""
    return "\n".join([caption, "", *rows]) + note


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(block: TabelWord, row: int, column: int, text: str) -> str:
    if row in block.tebal:
        return _marked(text, "**")
    if column == block.usulan:
        return f'[{escape(text)}]{{custom-style="{USULAN}"}}'
    return escape(text)


def _picture(block: GambarWord, nomor: int, alt: str) -> str:
    number = _caption_number("Gambar", nomor, f"_TocGambar{nomor}")
    quoted = alt.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'![{number}{escape(block.judul)}]({block.nama}.png){{width={TEXT_WIDTH} alt="{quoted}"}}'
    )


def _caption_number(label: str, nomor: int, tanda: str) -> str:
    """Inline markdown of "Tabel 1. ": the number is a SEQ field inside a bookmark.

    Parameters
    ----------
    label : "Tabel" or "Gambar".
    nomor : number in the chapter, shown until Word counts anew.
    tanda : name of the bookmark that the list of tables or pictures points to.
    """
    first = _MARK_FROM + nomor + (5000 if label == "Gambar" else 0)
    return _inline(
        f'<w:bookmarkStart w:id="{first}" w:name="{tanda}"/>'
        + _text(f"{label}\u00a0")
        + _field(rf"SEQ {label} \* ARABIC", str(nomor))
        + f'<w:bookmarkEnd w:id="{first}"/>'
        + _text(". ")
    )


def _list_of(instruction: str, entries: Iterable[tuple[str, str, str]]) -> str:
    """Block markdown of a table of contents or a list of captions.

    Parameters
    ----------
    instruction : of the field, for example ``TOC \\h \\z \\c "Tabel"``.
    entries : (paragraph style, text, bookmark) of each entry, shown until Word updates.
    """
    entries = list(entries)
    begin = _char("begin") + _code(instruction) + _char("separate")
    paragraphs = [
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{begin if place == 1 else ""}'
        f'<w:hyperlink w:anchor="{mark}" w:history="1">{_text(text)}</w:hyperlink>'
        f"{_char('end') if place == len(entries) else ''}</w:p>"
        for place, (style, text, mark) in enumerate(entries, 1)
    ]
    return f"```{{=openxml}}\n{''.join(paragraphs)}\n```"


def _inline(xml: str) -> str:
    return f"`{xml}`{{=openxml}}"


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape_xml(text)}</w:t></w:r>'


def _field(instruction: str, shown: str) -> str:
    return _char("begin") + _code(instruction) + _char("separate") + _text(shown) + _char("end")


def _char(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}/></w:r>'


def _code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape_xml(instruction)} </w:instrText></w:r>'
