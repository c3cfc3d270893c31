"""Makes reference.docx, the page and the styles of the Word chapter.

Run ``python -m lkjlib.products.word.reference`` after a change here; a test compares the two.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from lkjlib.products.word.styles import W, styles_xml

REFERENCE = Path(__file__).with_name("reference.docx")
_PAGE, _MARGIN = (11906, 16838), 1417  # A4 and 2.5 cm in twentieths of a point
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {"styles": "styles", "settings": "settings", "footer1": "footer"}  # file -> kind


def write_reference(path: Path) -> None:
    """Write the reference document: A4, 2.5 cm margins, Indonesian, numbered pages."""
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            file.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')


def parts() -> dict[str, str]:
    """Every part of the document by its name in the archive."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"document": "officeDocument"}, "word/"),
        "word/_rels/document.xml.rels": _relations(_PARTS),
        "word/document.xml": f'<w:document {W} xmlns:r="{_R}"><w:body><w:p/>{_section()}'
        "</w:body></w:document>",
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/footer1.xml": f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
    }


def _section() -> str:
    width, height = _PAGE
    sides = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {sides} w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )


def _settings() -> str:
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {"document": "document.main", **_PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{part}+xml"/>'
        for name, part in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(kinds: dict[str, str], folder: str = "") -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{folder}{name}.xml"/>'
        for name, kind in kinds.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


if __name__ == "__main__":
    write_reference(REFERENCE)
