"""What a workbook lists: its sheets, and the texts and number formats that its cells refer to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from posixpath import join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lkjlib.excel.formats import BUILT_IN, GENERAL, Format
from lkjlib.excel.limits import Refused, limit
from lkjlib.excel.plain import split_texts

MAX_SHEETS = 200
MAX_STRINGS = 500_000
MAX_TEXT = 32_767  # characters that a spreadsheet allows in one cell

ROOT = "_rels/.rels"
MAIN = re.compile(r"xl/[^/]+\.xml")  # whatever a program calls the part that lists the sheets
_NO_TABLE = ("chartsheets", "dialogsheets", "macrosheets")
_SPACES = re.compile("_x(0009|000[AaDd]|005[Ff])_")  # how a text holds what XML would change
# what a reader does not see, and would not find: zero-width characters, soft hyphens
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_RAISED = {"superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹", "subscript": "₀₁₂₃₄₅₆₇₈₉"}
_STRUCK = "\u0336"
_EPOCH, _MAC_EPOCH = datetime(1899, 12, 30), datetime(1904, 1, 1)  # day 0 of dates
_CHUNK = 65_536  # bytes given to the parser at a time
_WHOLE = "setiap bagian ada di dalam berkas"


@dataclass(frozen=True)
class Listed:
    """A sheet as the workbook lists it: name, part of the archive, hidden or not."""

    nama: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Contents:
    """What the cells of a workbook refer to; `stale` where formulas wait to be calculated."""

    sheets: tuple[Listed, ...]
    texts: list[str]
    formats: list[Format]
    epoch: datetime
    stale: bool


def read_contents(parts: Mapping[str, bytes]) -> Contents:
    """What a workbook lists.

    Raises
    ------
    Refused
        When a part is missing, lies outside the archive, or lists what cannot be.

    Examples
    --------
    >>> from lkjlib.excel.guard import unpack
    >>> [sheet.nama for sheet in read_contents(unpack("data/2019/koperasi.xlsx").parts).sheets]
    ['Keragaan', 'Pemeringkatan']
    """
    main = main_part(parts)
    if relations_of(main) not in parts:
        raise Refused(f"bagian {relations_of(main)} tidak ada", _WHOLE)
    relations = [r for r in ElementTree.fromstring(parts[relations_of(main)]) if r.get("Target")]
    book = ElementTree.fromstring(parts[main])
    found = {local_name(element): element for element in book.iter()}
    properties, calculation = found.get("workbookPr"), found.get("calcPr")
    return Contents(
        _list_sheets(book, {r.get("Id"): r for r in relations}, parts),
        _read_texts(_related(relations, "/sharedStrings", parts)),
        _read_formats(_related(relations, "/styles", parts)),
        _MAC_EPOCH if is_true(properties, "date1904") else _EPOCH,
        is_true(calculation, "fullCalcOnLoad"),
    )


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part that lists the sheets: a program opens what `_rels/.rels` names, no other.

    Raises
    ------
    Refused
        When it names none, several, or one outside the folder of workbooks.

    Examples
    --------
    >>> root = b'<r><x Type="a/officeDocument" Target="/xl/workbook22.xml"/></r>'
    >>> main_part({ROOT: root})
    'xl/workbook22.xml'
    """
    root = ElementTree.fromstring(parts[ROOT]) if ROOT in parts else ()
    mains = [r.get("Target", "") for r in root if r.get("Type", "").endswith("/officeDocument")]
    names = [normpath(target.replace("\\", "/").lstrip("/")) for target in mains]
    if len(names) != 1 or not MAIN.fullmatch(names[0]):
        raise Refused("arsip tanpa penunjuk ke buku kerjanya", "buku kerja yang utuh")
    return names[0]


def relations_of(part: str) -> str:
    """The part that says what a part of a workbook refers to.

    >>> relations_of("xl/workbook.xml")
    'xl/_rels/workbook.xml.rels'
    """
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def local_name(element: Element) -> str:
    """Name of an element without its namespace.

    >>> local_name(ElementTree.fromstring('<x:row xmlns:x="main"/>'))
    'row'
    """
    return element.tag.rpartition("}")[2]


def is_true(element: Element | None, name: str) -> bool:
    """Is an attribute set?

    >>> is_true(ElementTree.fromstring('<row hidden="1"/>'), "hidden"), is_true(None, "hidden")
    (True, False)
    """
    return element is not None and element.get(name) in ("1", "true")


def text_of(element: Element) -> str:
    """Text of a shared or inline string, without its reading aids for Asian scripts.

    A footnote's number stays raised and a struck-out digit struck out: glued to a number they
    would make another one of it.

    Raises
    ------
    Refused
        When it is longer than a spreadsheet allows.

    Examples
    --------
    >>> text_of(ElementTree.fromstring("<si><r><t>Landasan </t></r><r><t>Ulin</t></r></si>"))
    'Landasan Ulin'
    """
    pieces = []
    for child in element:
        name = local_name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces.append(_run(child))
    return as_meant("".join(pieces))


def as_meant(text: str) -> str:
    """A stored text as a reader sees it.

    Raises
    ------
    Refused
        When it is longer than a spreadsheet allows.

    Examples
    --------
    >>> as_meant("Landasan\\u200b Ulin_x0021_")[:13]
    'Landasan Ulin'
    """
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if "_x" in text:
        text = _SPACES.sub(lambda match: chr(int(match[1], 16)), text)
    if len(text) > MAX_TEXT:
        limit(len(text), MAX_TEXT, "huruf dalam satu sel")
    return text


def _run(element: Element) -> str:
    """Text of a run of one look."""
    text = "".join(t.text or "" for t in element if local_name(t) == "t")
    for look in (look for part in element if local_name(part) == "rPr" for look in part):
        if local_name(look) == "vertAlign" and look.get("val") in _RAISED:
            text = text.translate(str.maketrans("0123456789", _RAISED[look.get("val")]))
        elif local_name(look) == "strike" and look.get("val") not in ("0", "false"):
            text = "".join(letter + _STRUCK for letter in text)
    return text


def elements(part: bytes, *names: str) -> Iterator[Element]:
    """The elements of these names, each whole, in order; emptied when the next is asked for.

    >>> [element.get("r") for element in elements(b'<w><row r="1"/><row r="2"/></w>', "row")]
    ['1', '2']
    """
    wanted, parser = frozenset(names), ElementTree.XMLPullParser(("end",))
    for start in range(0, len(part) + _CHUNK, _CHUNK):
        if start < len(part):
            parser.feed(part[start : start + _CHUNK])
        else:
            parser.close()  # what the parser had kept back comes now
        for _, element in parser.read_events():
            if element.tag.rpartition("}")[2] in wanted:
                yield element
                element.clear()


def _list_sheets(
    book: Element, relations: Mapping[str | None, Element], parts: Mapping[str, bytes]
) -> tuple[Listed, ...]:
    sheets: list[Listed] = []
    for sheet in (element for element in book.iter() if local_name(element) == "sheet"):
        name = sheet.get("name", "")
        key = next((v for k, v in sheet.items() if k.endswith("}id")), None)
        part = _inside(relations.get(key))
        if part.startswith(tuple(f"xl/{folder}/" for folder in _NO_TABLE)):
            continue
        if not part.startswith("xl/worksheets/") or part not in parts:
            raise Refused(
                f"lembar '{name}' menunjuk bagian di luar arsip",
                "setiap lembar ada di dalam berkas",
            )
        sheets.append(Listed(name, part, sheet.get("state", "visible") != "visible"))
        limit(len(sheets), MAX_SHEETS, "lembar")
    for what in ({sheet.nama.casefold() for sheet in sheets}, {sheet.part for sheet in sheets}):
        if len(what) < len(sheets):
            raise Refused("lembar ganda", "setiap lembar satu kali")
    return tuple(sheets)


def _inside(relation: Element | None) -> str:
    """Part of the archive that a relation names; nothing where it leads outside."""
    if relation is None or relation.get("TargetMode") == "External":
        return ""
    target = relation.get("Target", "").replace("\\", "/")
    return normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))


def _related(relations: list[Element], kind: str, parts: Mapping[str, bytes]) -> bytes | None:
    """The part of one kind; None where the workbook has none."""
    for relation in relations:
        if relation.get("Type", "").endswith(kind):
            if _inside(relation) not in parts:
                raise Refused(f"bagian {relation.get('Target')} tidak ada", _WHOLE)
            return parts[_inside(relation)]
    return None


def _read_texts(part: bytes | None) -> list[str]:
    plain, rest = split_texts(part) if part else ([], b"")
    limit(len(plain), MAX_STRINGS, "teks")
    texts = [as_meant(text) for text in plain]
    for element in elements(rest, "si") if rest else ():
        texts.append(text_of(element))
        limit(len(texts), MAX_STRINGS, "teks")
    return texts


def _read_formats(part: bytes | None) -> list[Format]:
    """Number format of every style that a cell may name."""
    own: dict[str, str] = {}
    formats: list[Format] = []
    for element in elements(part, "numFmt", "cellXfs") if part else ():
        if local_name(element) == "numFmt":
            own[element.get("numFmtId", "")] = element.get("formatCode", "")
        else:
            formats += [_format(style.get("numFmtId", "0"), own) for style in element]
    return formats or [_format("0", own)]


def _format(number: str, own: Mapping[str, str]) -> Format:
    return Format.of(own.get(number) or BUILT_IN.get(int(number), GENERAL))
