"""Styles of the Word chapter, by the names that Word shows: declared here, written as XML.

Restyle the chapter in Word under these names, or for good here (see `reference`).
"""

from __future__ import annotations

from dataclasses import dataclass

LETTERS, NAVY, GREY, ACCENT = "Arial", "1B3A5C", "555555", "A23E12"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Gaya:
    """One style: Word's name for it, what it builds on, size [half points], look, spacing."""

    nama: str
    dasar: str = "Normal"
    ukuran: int = 0
    tebal: bool = False
    miring: bool = False
    warna: str = ""
    jarak: tuple[int, int] | None = None  # before, after [twentieths of a point]
    alinea: str = ""  # further paragraph properties
    jenis: str = "paragraph"
    kapital: bool = False

    @property
    def id(self) -> str:
        """Word's identifier of the style: the name without spaces, its own for lists."""
        name = self.nama.replace("toc ", "TOC ")
        words = (w if w == "of" else w[0].upper() + w[1:] for w in name.split())
        return "".join(words)


_KEEP, _LINES = "<w:keepNext/>", "<w:keepLines/>"
_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'


def _toc(level: int) -> Gaya:
    indent = f'<w:ind w:left="{(level - 1) * 284}" w:right="567"/>'
    return Gaya(f"toc {level}", ukuran=19, jarak=(0, 12), alinea=_TAB + indent)


STYLES = (
    Gaya("Body Text", jarak=(140, 120)),
    Gaya("First Paragraph", "BodyText"),
    Gaya("Compact", "BodyText", jarak=(20, 20)),
    Gaya("Title", ukuran=44, tebal=True, warna=NAVY, jarak=(0, 120)),
    Gaya("Subtitle", ukuran=26, warna=GREY, jarak=(0, 240)),
    Gaya("heading 1", "Normal", 34, True, False, NAVY, (0, 240), _KEEP + _LINES),
    Gaya("heading 2", "Normal", 28, True, False, NAVY, (360, 160), _KEEP + _LINES),
    Gaya("heading 3", "Normal", 25, True, False, NAVY, (360, 140), _KEEP + _LINES),
    Gaya("heading 4", "Normal", 22, True, False, NAVY, (280, 120), _KEEP + _LINES),
    Gaya("heading 5", "Normal", 21, True, True, GREY, (200, 100), _KEEP + _LINES),
    Gaya("TOC Heading", "Normal", 26, True, False, NAVY, (360, 140), _KEEP),
    *(_toc(level) for level in range(1, 5)),
    Gaya("table of figures", ukuran=19, jarak=(0, 12), alinea=_TAB + '<w:ind w:right="567"/>'),
    Gaya("caption", ukuran=19, tebal=True, warna=NAVY, jarak=(200, 80)),
    Gaya("Table Caption", "Caption", alinea=_KEEP + _LINES),
    Gaya("Image Caption", "Caption", jarak=(60, 260), alinea=_LINES),
    Gaya("Figure", jarak=(120, 0)),
    Gaya("Captioned Figure", "Figure", alinea=_KEEP),
    Gaya("Kepala Tabel", ukuran=18, tebal=True, jarak=(40, 40), alinea=_KEEP + _LINES),
    Gaya("Kepala Tabel Kecil", "KepalaTabel", 16),
    Gaya("Isi Tabel", ukuran=18, jarak=(34, 34), alinea=_LINES),
    Gaya("Isi Tabel Utuh", "IsiTabel", alinea=_KEEP),
    Gaya("Isi Tabel Kecil", "IsiTabel", 16),
    Gaya("Isi Tabel Anggota", "IsiTabelKecil", alinea='<w:ind w:left="227"/>'),
    Gaya("Isi Tabel Kelompok", "IsiTabelKecil", alinea=_KEEP),
    Gaya("Isi Tabel Induk", "IsiTabelKelompok", warna=NAVY, jarak=(120, 34), kapital=True),
    Gaya("Sumber Tabel", ukuran=17, miring=True, warna=GREY, jarak=(60, 200)),
    Gaya("footer", ukuran=17, warna=GREY, alinea='<w:jc w:val="right"/>'),
    Gaya("Usulan Kalimat", "DefaultParagraphFont", warna=ACCENT, jenis="character"),
    Gaya("Hyperlink", "DefaultParagraphFont", jenis="character"),
)


def styles_xml() -> str:
    """The part word/styles.xml: Indonesian, the styles above, and the style of every table."""
    styles = "".join(map(_style, STYLES))
    return f"<w:styles {W}>{_defaults()}{styles}{_table_style()}</w:styles>"


def _defaults() -> str:
    fonts = " ".join(f'w:{kind}="{LETTERS}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="271" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
    )


def _style(gaya: Gaya) -> str:
    custom = "" if gaya.nama[0].islower() or gaya.nama in _BUILT_IN else ' w:customStyle="1"'
    level = f'<w:outlineLvl w:val="{int(gaya.nama[-1]) - 1}"/>' if "heading " in gaya.nama else ""
    start = "<w:pageBreakBefore/>" if gaya.nama == "heading 1" else ""
    gap = '<w:spacing w:before="{}" w:after="{}"/>'.format(*gaya.jarak) if gaya.jarak else ""
    paragraph = _ordered(gaya.alinea + start, gap) + level
    letters = "".join(
        (
            "<w:b/><w:bCs/>" if gaya.tebal else "",
            "<w:i/><w:iCs/>" if gaya.miring else "",
            "<w:caps/>" if gaya.kapital else "",
            f'<w:color w:val="{gaya.warna}"/>' if gaya.warna else "",
            f'<w:sz w:val="{gaya.ukuran}"/><w:szCs w:val="{gaya.ukuran}"/>' if gaya.ukuran else "",
        )
    )
    return (
        f'<w:style w:type="{gaya.jenis}"{custom} w:styleId="{gaya.id}">'
        f'<w:name w:val="{gaya.nama}"/><w:basedOn w:val="{gaya.dasar}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


_BUILT_IN = ("Body Text", "Title", "Subtitle", "TOC Heading", "Hyperlink")


def _ordered(properties: str, gap: str) -> str:
    """Paragraph properties in the order that the format asks for: tabs, spacing, indent."""
    for later in ("<w:ind", "<w:jc"):
        before, found, after = properties.partition(later)
        if found:
            return before + gap + found + after
    return properties + gap


def _table_style() -> str:
    thin = 'w:val="single" w:sz="4" w:space="0"'
    edges = "".join(
        f'<w:{side} {thin} w:color="{colour}"/>'
        for side, colour in (("top", NAVY), ("bottom", NAVY), ("insideH", "C9D1D9"))
    )
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 100), ("bottom", 0), ("right", 100))
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{cells}</w:tblCellMar>"
        "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom {thin} w:color="{NAVY}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF2"/><w:vAlign w:val="bottom"/>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )
