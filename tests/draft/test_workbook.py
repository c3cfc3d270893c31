"""The draft as klaim.xlsx: it loads, judges nothing by itself, and takes nobody's work away."""

import shutil

import pytest
from openpyxl import load_workbook
from places import ROOT

from lkjlib.build.inspection import check
from lkjlib.draft.workbook import draft_bytes, write_draft
from lkjlib.errors import LkjError
from lkjlib.ledger.coverage import angka, cakupan
from lkjlib.ledger.judge import klaim
from lkjlib.loading import load


@pytest.fixture
def folder(tmp_path, drafted, jabar):
    """A copy of the report's folder with the draft as its ledger."""
    copy = tmp_path / "laporan"
    shutil.copytree(ROOT / "data" / "jabar-disnakertrans-2016", copy)
    write_draft(drafted, jabar, copy / "klaim.xlsx")
    return copy


def fill_in(folder, sheet, heading, pick, value):
    """Type into a column where `pick` holds for the row as a dict; how many cells that were."""
    book = load_workbook(folder / "klaim.xlsx")
    rows = list(book[sheet].iter_rows())
    head = next(r for r in rows if r[0].value in ("Kode", "Baris"))
    names = [cell.value for cell in head]
    count = 0
    for row in rows[head[0].row :]:
        cells = dict(zip(names, row, strict=True))
        if cells["Baris"].value and pick({name: cell.value for name, cell in cells.items()}):
            text = value({name: cell.value for name, cell in cells.items()})
            cells[heading].value = text
            count += 1
    book.save(folder / "klaim.xlsx")
    return count


def test_draft_is_a_sound_ledger(folder):
    assert check(folder).query("berkas == 'klaim.xlsx'").empty


def test_nothing_is_judged_and_nothing_covered_before_a_person_confirms_it(folder, drafted):
    data = load(path=folder)
    assert klaim(data).empty
    assert cakupan(data) == 0
    assert len(angka(data)) == len(drafted.angka)


def test_measure_that_a_person_sets_is_judged_and_counts(folder):
    target = fill_in(
        folder,
        "Klaim",
        "Ukuran",
        lambda row: str(row["Usulan 1"]).startswith("kinerja.capaian."),
        lambda row: row["Usulan 1"],
    )
    data = load(path=folder)
    ledger = klaim(data)
    assert len(ledger) == target == 22  # in the table and in the sentences
    assert set(ledger["vonis"]) >= {"cocok", "tidak cocok"}
    numbers = angka(data)
    assert numbers["terjelaskan"].sum() == target
    assert cakupan(data) == pytest.approx(100 * target / len(numbers))


def test_reference_counts_once_its_draft_is_cleared(folder):
    years = fill_in(
        folder, "Angka", "Draf", lambda row: row["Rujukan"] == "tahun", lambda row: None
    )
    assert years > 10
    assert angka(load(path=folder))["terjelaskan"].sum() == years


def test_statement_counts_once_it_has_a_reasoned_verdict(folder):
    judged = fill_in(
        folder,
        "Klaim",
        "Vonis Nalar",
        lambda row: row["Draf"] == "pernyataan" and row["Jenis"] == "nalar",
        lambda row: "tidak didukung data",
    )
    assert len(klaim(load(path=folder))) == judged


def test_existing_ledger_is_never_written_over(folder, drafted, jabar):
    before = (folder / "klaim.xlsx").read_bytes()
    with pytest.raises(LkjError, match="sudah ada"):
        write_draft(drafted, jabar, folder / "klaim.xlsx")
    assert (folder / "klaim.xlsx").read_bytes() == before


def test_draft_has_the_same_bytes_on_every_run(drafted, jabar):
    assert draft_bytes(drafted, jabar) == draft_bytes(drafted, jabar)
