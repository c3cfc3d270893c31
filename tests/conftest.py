"""Fixtures shared by the tests: the frozen annexes, editable copies of them, small workbooks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import next_year
import pytest
from chromium import Browser, Page, open_chromium
from office import Office
from openpyxl import Workbook as NewWorkbook
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from places import LAPORAN, ROOT
from programs import CHROMIUM, LIBREOFFICE, not_tried

from lkjlib.build.inspection import find_faults
from lkjlib.data import Data
from lkjlib.errors import Fault
from lkjlib.ledger.sentences import BERKAS as TEMUAN
from lkjlib.loading import load


@dataclass(frozen=True)
class Annexes:
    """An editable copy of the frozen annexes."""

    folder: Path

    def change(self, berkas: str, lembar: str, what: Callable[[Worksheet], object]) -> None:
        """Let `what` change a sheet, then save as openpyxl does: no formula keeps its value."""
        book = load_workbook(self.folder / berkas)
        what(book[lembar])
        book.save(self.folder / berkas)

    def edit(self, berkas: str, lembar: str, **cells: object) -> None:
        """Type values into cells (``C8=54``)."""
        self.change(berkas, lembar, lambda sheet: _type(sheet, cells))

    def add_findings(self) -> None:
        """The findings of the frozen report."""
        shutil.copy(LAPORAN / "data" / "2019" / TEMUAN, self.folder)

    def faults(self) -> list[Fault]:
        """Every fault of the copy."""
        return find_faults(self.folder)

    def addresses(self) -> list[str]:
        """Where the faults are: ``koperasi.xlsx!Keragaan!C8``."""
        return [fault.alamat for fault in self.faults()]


def _type(sheet: Worksheet, cells: Mapping[str, object]) -> None:
    for sel, value in cells.items():
        sheet[sel] = value


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives another program (``pytest -m program`` runs only that) or wants the site."""
    for item in items:
        wanted = set(getattr(item, "fixturenames", ()))
        if {"chromium", "office"} & wanted:
            item.add_marker("program")
        if "site" in wanted:
            item.add_marker("lambat")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, at the end of a run, what was not tried and how to install what it needs."""
    skipped = terminalreporter.getreports("skipped")
    lines = not_tried(str(report.longrepr) for report in skipped)
    if lines:
        terminalreporter.section("tidak dicoba", sep="-", yellow=True)
        for line in lines:
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def frozen() -> Path:
    """Folder of the frozen annexes: a copy of data/2019 that no correction changes."""
    return LAPORAN / "data" / "2019"


@pytest.fixture(scope="session")
def data() -> Data:
    """The frozen annexes, loaded."""
    return load(path=LAPORAN / "data" / "2019")


@pytest.fixture(scope="session")
def copy_annexes(frozen: Path) -> Callable[[Path], Annexes]:
    """Maker of an editable copy of the frozen annexes in a folder, without the findings on them.

    They are what `Annexes.add_findings` adds: an annex that is altered in a test would make
    warnings of those that no longer hold.
    """
    ignored = shutil.ignore_patterns(TEMUAN)
    return lambda folder: Annexes(Path(shutil.copytree(frozen, folder / "2019", ignore=ignored)))


@pytest.fixture
def annexes(copy_annexes: Callable[[Path], Annexes], tmp_path: Path) -> Annexes:
    """An editable copy of the frozen annexes."""
    return copy_annexes(tmp_path)


@pytest.fixture(scope="session")
def blank_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report after the frozen one as `lkj new` makes it: nothing is filled in yet."""
    return next_year.make_blank(tmp_path_factory.mktemp("kosong") / "data" / str(next_year.TAHUN))


@pytest.fixture(scope="session")
def next_report(blank_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That report, filled in with invented figures."""
    folder = tmp_path_factory.mktemp("terisi") / "data" / blank_report.name
    return next_year.fill(Path(shutil.copytree(blank_report, folder)))


@pytest.fixture
def make_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Builder of a small workbook: sheet name -> rows, merged areas, number formats of cells."""

    def build(
        sheets: Mapping[str, Iterable[Sequence[object]]],
        *,
        nama: str = "buku.xlsx",
        gabung: Iterable[str] = (),
        format_angka: Mapping[str, str] | None = None,
    ) -> Path:
        book = NewWorkbook()
        book.remove(book.active)
        for lembar, rows in sheets.items():
            sheet = book.create_sheet(lembar)
            for row in rows:
                sheet.append(list(row))
            for area in gabung:
                sheet.merge_cells(area)
            for sel, number_format in (format_angka or {}).items():
                sheet[sel].number_format = number_format
        book.save(tmp_path / nama)
        return tmp_path / nama

    return build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed notebooks and the frozen annexes as a site, as `make report` writes it."""
    from lkjlib.build.produce import _write_site

    folder = tmp_path_factory.mktemp("situs")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copytree(LAPORAN / "data", folder / "data")
    assert _write_site(folder, folder, folder / "data" / "2019") == []
    return folder / "site"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium, for tests that drive it."""
    return CHROMIUM.path()


@pytest.fixture(scope="session")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One headless Chromium for all tests that want one."""
    with open_chromium(chromium, tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture(scope="session")
def page(browser: Browser) -> Page:
    """A page of that browser; a test sizes it and opens what it wants."""
    return browser.page()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, for tests that open or save with it."""
    return Office(LIBREOFFICE.path(), tmp_path_factory.mktemp("libreoffice") / "profil")
