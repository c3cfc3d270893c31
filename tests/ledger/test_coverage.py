"""Every printed number is explained, and a number that is not explained is found."""

from dataclasses import replace
from hashlib import sha256

import pytest

from lkjlib.errors import LkjError
from lkjlib.excel.workbook import Books
from lkjlib.ledger.basis import DARI_SINI, DIHITUNG_ULANG, TIDAK_TERCAKUP
from lkjlib.ledger.claims import NUMBER, ledger_tables
from lkjlib.ledger.coverage import (
    ACUAN,
    MACAM,
    altered_cells,
    angka,
    cakupan,
    cakupan_per_bagian,
    holds,
)
from lkjlib.ledger.judge import klaim

# Fingerprint of the text edition: every number of the report with its line and place.
TEXT_EDITION = "85de8c2b4301624aba5c0d9c797eb0445e0a102da4e4e3077af1824f4f61f174"
NUMBERS, LINES = 1442, 499


@pytest.fixture(scope="module")
def frame(data):
    return angka(data)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("tanpa angka", []),
        ("23.48% (31 / 132 x100)", ["23.48", "31", "132", "100"]),
        ("21/Oer/M.KUKM/IX/2015", ["21", "2015"]),
        ("Rp. 268.285.418,-", ["268.285.418"]),
        ("4 (empat) dari 5,06 %, 122.163.", ["4", "5,06", "122.163"]),
        ("(2)\t3\t-\t0,14", ["2", "3", "0,14"]),
        ("2016-2021", ["2016", "2021"]),
        ("1..2 3,,4", ["1", "2", "3", "4"]),
    ],
)
def test_numbers_of_a_text_keep_their_strings(text, wanted):
    assert NUMBER.findall(text) == wanted


def test_cakupan_of_the_report_is_whole(data):
    assert cakupan(data) == 100.0


def test_angka_is_every_number_of_the_text_edition(frame):
    triples = frame[["baris", "urutan", "tercetak"]].sort_values(["baris", "urutan"])
    assert len(triples) == NUMBERS
    assert triples["baris"].nunique() == LINES
    lines = "\n".join("\t".join(map(str, row)) for row in triples.itertuples(index=False))
    assert sha256(lines.encode()).hexdigest() == TEXT_EDITION


def test_angka_urutan_runs_from_one_on_each_line(frame):
    for _, places in frame.groupby("baris")["urutan"]:
        assert sorted(places) == list(range(1, len(places) + 1))


def test_angka_columns_and_kinds_are_the_contract(frame):
    columns = ["baris", "urutan", "bagian", "tabel", "tercetak", "jenis", "rujukan", "terjelaskan"]
    assert frame.columns.tolist() == [*columns, "dasar"]
    assert set(frame["dasar"]) <= set(MACAM)
    assert set(frame["jenis"]) == {"data", "klaim", "acuan"}
    assert frame["terjelaskan"].dtype == bool
    assert frame["tercetak"].map(NUMBER.fullmatch).notna().all()
    assert frame["rujukan"].notna().all()


def test_angka_data_is_an_address_and_klaim_a_kode(frame, data):
    kode = set(klaim(data)["kode"])
    cells = frame.loc[frame["jenis"] == "data", "rujukan"]
    assert cells.str.fullmatch(r"[a-z]+\.xlsx![^!]+![A-Z]+\d+").all()
    assert set(frame.loc[frame["jenis"] == "klaim", "rujukan"]) <= kode


def test_angka_reference_numbers_are_of_a_named_kind(frame):
    # what may be a mere reference is a short list: no judged figure hides among them
    assert set(frame.loc[frame["jenis"] == "acuan", "rujukan"]) <= {
        "halaman",
        "nama",
        "nomor baris",
        "nomor daftar",
        "nomor kolom",
        "nomor peraturan",
        "nomor tabel/bagian",
        "rumus",
        "tahun",
        "tahun peraturan",
        "tanggal",
    }


@pytest.mark.parametrize("pola", [r"[\d.]+,\d+", r"\d+(?:\.\d{3})+"])
def test_angka_no_decimal_and_no_sum_of_money_is_a_mere_reference(frame, pola):
    figures = frame[frame["tercetak"].str.fullmatch(pola)]
    assert len(figures) > 100
    assert "acuan" not in set(figures["jenis"])


@pytest.mark.parametrize(
    ("baris", "tercetak", "jenis"),
    [
        (551, "54", "data"),  # sasaran 1, Keragaan, KPRI aktif: an annex cell
        (575, "180", "data"),  # its TOTAL: a cell with a formula
        (1097, "23.462.500", "data"),  # Bab III B, realisasi of an activity
        (609, "3,65", "klaim"),
        (656, "332", "klaim"),
        (1019, "268.285.418", "klaim"),
        (531, "3502", "acuan"),  # number of the law's gazette
        (491, "54", "acuan"),  # Permendagri
    ],
)
def test_angka_says_what_a_number_is(frame, baris, tercetak, jenis):
    found = frame[(frame["baris"] == baris) & (frame["tercetak"] == tercetak)]
    assert found["jenis"].tolist() == [jenis]


@pytest.mark.parametrize(
    ("baris", "tercetak", "dasar"),
    [
        (551, "54", DARI_SINI),  # a cell of Keragaan, and nothing else says it
        (575, "180", DIHITUNG_ULANG),  # its TOTAL, summed from the other cells
        (445, "30", DARI_SINI),  # the target where Perjanjian Kinerja prints it
        (656, "332", DIHITUNG_ULANG),
        (531, "3502", ACUAN),
    ],
)
def test_angka_says_what_was_done_with_a_number(frame, baris, tercetak, dasar):
    found = frame[(frame["baris"] == baris) & (frame["tercetak"] == tercetak)]
    assert found["dasar"].tolist() == [dasar]


def test_cakupan_of_each_kind_adds_up_to_all_numbers(data):
    assert sum(cakupan(data, one) for one in MACAM) == pytest.approx(100)
    with pytest.raises(LkjError, match="dihitung ulang"):
        cakupan(data, "dihitung")


def test_altered_cell_is_named_with_both_numbers_and_where_it_is_printed(annexes, data):
    sheet_angka = ledger_tables(data)["klaim.Angka"]
    assert altered_cells(Books(annexes.folder), sheet_angka) == []

    def alter(sheet):
        sheet["G11"].value = 85.99

    annexes.change("kinerja.xlsx", "Capaian", alter)
    (fault,) = altered_cells(Books(annexes.folder), sheet_angka)
    assert fault.tingkat == "peringatan"
    assert (fault.berkas, fault.lembar, fault.sel) == ("kinerja.xlsx", "Capaian", "G11")
    assert fault.ditemukan == "85,99"
    assert fault.diharapkan.startswith("85,88 (tercetak di Bab III A.3 sasaran 4, Tabel II")


def spoil(sheet, changes):
    """Give rows of sheet Angka, found by line and string, another rujukan."""
    head = next(r for r in sheet.iter_rows() if r[0].value == "Baris")
    column = {cell.value: cell.column for cell in head}
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        line, text = (row[column[name] - 1].value for name in ("Baris", "Tercetak"))
        if (line, text) in changes:
            row[column["Rujukan"] - 1].value = changes[line, text]


def test_cakupan_of_wrong_references_is_not_whole_and_angka_marks_them(annexes, data):
    wrong = {
        (551, "54"): "koperasi.xlsx!Keragaan!D8",  # the neighbour cell holds 13
        (656, "332"): "Z999",  # no such kode
        (609, "3,65"): "W018",  # a kode of another line
        (893, "74.173"): "kinerja.xlsx!Indikator!A1",  # a title
    }
    annexes.change("klaim.xlsx", "Angka", lambda sheet: spoil(sheet, wrong))
    copy = replace(data, laporan=replace(data.laporan, folder=annexes.folder))
    frame = angka(copy)
    marked = frame[~frame["terjelaskan"]]
    assert set(zip(marked["baris"], marked["tercetak"], strict=True)) == set(wrong)
    assert cakupan(copy) == pytest.approx(100 * (NUMBERS - len(wrong)) / NUMBERS)
    assert set(marked["dasar"]) == {TIDAK_TERCAKUP}


def test_angka_of_no_cell_address_names_it(annexes, data):
    wrong = {(551, "54"): "koperasi.xlsx!Tidak Ada!C8"}
    annexes.change("klaim.xlsx", "Angka", lambda sheet: spoil(sheet, wrong))
    with pytest.raises(LkjError, match=r"koperasi\.xlsx!Tidak Ada!C8"):
        angka(replace(data, laporan=replace(data.laporan, folder=annexes.folder)))


@pytest.mark.parametrize(
    ("value", "text", "wanted"),
    [
        (458, "458", True),
        (458, "332", False),
        (4893879330, "4.893.879.330", True),
        (23.48, "23,48", True),
        (23.48, "23.48", True),
        (23.484848, "23,48", True),
        (23.48, "23,5", True),  # fewer decimals: the same number, rounded
        (2.6, "2,61", False),
        ("23.48% (31 / 132 x100)", "132", True),
        ("23.48% (31 / 132 x100)", "13", False),
        ("NA", "0", False),
        (None, "0", False),
        (True, "1", False),
        (0, "0", True),
    ],
)
def test_holds_a_number_as_value_or_within_the_text(value, text, wanted):
    assert holds(value, text) is wanted


def test_cakupan_per_bagian_explains_every_number(data):
    frame = cakupan_per_bagian(data)
    assert frame["bagian"].iloc[0] == "Sampul"
    assert frame["jumlah"].sum() == 1442
    assert (frame[list(MACAM)].sum(axis=1) == frame["jumlah"]).all()
    assert (frame["terjelaskan"] == 100).all()
