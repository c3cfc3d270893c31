"""Opens a report that is to be drafted, whatever kind of file it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from lkjlib.data import Data
from lkjlib.draft.addresses import arrange
from lkjlib.draft.document import Found, Naskah
from lkjlib.draft.persons import without_persons
from lkjlib.draft.read_pdf import read_pdf
from lkjlib.draft.read_text import read_text
from lkjlib.draft.read_word import read_word
from lkjlib.errors import LkjError
from lkjlib.ledger.sections import sections_in

READERS: dict[str, Callable[[Path], Iterator[Found]]] = {
    ".docx": read_word,
    ".pdf": read_pdf,
    ".txt": read_text,
}


def read_document(path: Path, data: Data) -> Naskah:
    """A report as blocks, each in its section.

    Parameters
    ----------
    path : .txt, .docx or .pdf.
    data : of the report, whose names of sasaran and indicators open sections.

    Raises
    ------
    LkjError
        When there is no such file, it is of another kind or damaged, or the library that reads
        its kind is not installed.
    """
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        kinds = ", ".join(READERS)
        raise LkjError(f"'{path.name}' bukan naskah yang dapat dibaca. Yang dapat: {kinds}.")
    if not path.is_file():
        raise LkjError(f"Berkas '{path.name}' tidak ada.")
    return from_found(path.name, reader(path), data)


def from_found(name: str, found: Iterator[Found], data: Data) -> Naskah:
    """A report as blocks from what a reader found."""
    sasaran = list(dict.fromkeys(data.indikator["sasaran"]))
    indikator = list(data.indikator["indikator"])
    blocks = arrange(without_persons(found), sections_in(data.laporan), sasaran, indikator)
    return Naskah(name, blocks)
