"""The Word fields that pandoc's markdown has no words for: numbered captions and lists of them.

The lists show their entries at once, also in programs that update no fields; page numbers are
Word's to fill in, so the fields are marked for updating when the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

BAB = 3
ISI = r'TOC \o "1-4" \h \z \u'
_MARK_FROM = 9000  # bookmarks need numbers of their own; pandoc counts from 1


def caption_number(label: str, nomor: int, tanda: str) -> str:
    """Inline markdown of "Tabel 3.1. ": the number is a SEQ field inside a bookmark.

    Parameters
    ----------
    label : "Tabel" or "Gambar".
    nomor : number in the chapter, shown until Word counts anew.
    tanda : name of the bookmark that the list of tables or pictures points to.
    """
    first = _MARK_FROM + nomor + (5000 if label == "Gambar" else 0)
    return _inline(
        f'<w:bookmarkStart w:id="{first}" w:name="{tanda}"/>'
        + _text(f"{label} {BAB}.")
        + _field(rf"SEQ {label} \* ARABIC", str(nomor))
        + f'<w:bookmarkEnd w:id="{first}"/>'
        + _text(". ")
    )


def list_of(instruction: str, entries: Iterable[tuple[str, str, str]]) -> str:
    """Block markdown of a table of contents or a list of captions.

    Parameters
    ----------
    instruction : of the field, for example ``TOC \\h \\z \\c "Tabel"``.
    entries : (paragraph style, text, bookmark) of each entry, shown until Word updates.
    """
    entries = list(entries)
    begin = _char("begin", ' w:dirty="true"') + _code(instruction) + _char("separate")
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
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(instruction: str, shown: str) -> str:
    return _char("begin") + _code(instruction) + _char("separate") + _text(shown) + _char("end")


def _char(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}/></w:r>'


def _code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
