"""A report without a theme, a sheet or a ledger costs what is told from them, and it is said."""

import pytest
from places import ROOT
from small import LAPORAN, write_report

from lkjlib.errors import LkjError
from lkjlib.loading import load
from lkjlib.products.absent import absent_books, sentences, tried
from lkjlib.products.catalogue import charts, exhibits, find_chart, find_exhibit, temuan
from lkjlib.products.site.front import front_page
from lkjlib.products.word.blocks import GambarWord, Judul
from lkjlib.products.word.contents import body
from lkjlib.products.workbook.computed import sheets_of

FOLDER = ROOT / "data" / "jabar-disnakertrans-2016"
BOOKS = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]


@pytest.fixture(scope="module")
def jabar():
    return load(path=FOLDER)


def test_a_whole_report_leaves_nothing_out(data):
    left_out = {}
    assert sheets_of(data, left_out)
    assert body(data, left_out=left_out)
    page = front_page(data, BOOKS)
    assert (left_out, list(page.tanpa)) == ({}, [])
    assert page.klaim == ("klaim-2019.xlsx", "klaim-2019.csv")
    assert list(page.halaman) == ["eksplorasi-tpt"]


def test_the_catalogue_of_a_report_holds_what_its_themes_and_ledger_give(data, jabar):
    assert set(charts(data)) > {"tren-tpt", "vonis-klaim", "tiga-sumber"} & set(charts())
    trends = {f"tren-{kode}" for kode in jabar.indikator["kode"]}
    assert trends < set(charts(jabar))
    themes = {kode.partition(".")[0] for kode in exhibits(jabar)}
    assert themes == {"indikator", "anggaran", "laporan"}
    with pytest.raises(LkjError, match="tidak ada pada laporan ini"):
        find_chart("keragaan-koperasi", jabar)
    with pytest.raises(LkjError, match="tidak mempunyai buku klaim"):
        find_exhibit("klaim.temuan", jabar)
    with pytest.raises(LkjError, match="bagian 'koperasi' tidak dikenal"):
        temuan(jabar, "koperasi")


def test_only_what_its_sheets_lack_is_left_out_of_the_second_report(jabar):
    left_out = {}
    blocks = body(jabar, left_out=left_out)
    sheets_of(jabar, left_out)
    assert set(left_out.values()) == {
        "tidak ada bingkai 'perjanjian_anggaran' pada laporan ini",
    }
    headings = [block.teks for block in blocks if isinstance(block, Judul)]
    assert "2. Anggaran sasaran" not in headings  # nothing would stand under it
    assert "B. Realisasi Anggaran" in headings
    pictures = {block.nama for block in blocks if isinstance(block, GambarWord)}
    assert {f"tren-{kode}" for kode in jabar.indikator["kode"]} < pictures


def test_its_front_page_names_its_office_and_what_is_absent(jabar):
    page = front_page(jabar, BOOKS)
    assert (page.hasil.judul, page.tahun_tren) == (
        "Enam dari 11 target tidak tercapai.",
        "2013–2018",
    )
    assert page.klaim == () and page.usulan == ""
    assert "kecelakaan justru bertambah" in page.jawaban  # what the analyst says of the result
    assert "daftarnya sendiri memuat 5" in page.temuan  # what temuan.toml says against the report
    assert "127,32, diharapkan 114,78" in page.temuan  # and where the report contradicts itself
    assert page.bab == "lkip-jabar-disnakertrans-2016-bab-iii.docx"
    said = " ".join(page.tanpa)
    assert "koperasi, umkm, omzet, tpt, kasus" in said
    assert "klaim.xlsx" in said
    assert "Wirausaha baru (orang)" in page.indikator
    assert "Banjarbaru" not in page.indikator + page.temuan + said
    assert "2019" not in page.indikator + page.temuan + said


def test_absent_books_are_those_of_themes_and_ledger_that_are_not_there(data, jabar):
    assert list(absent_books(data, BOOKS)) == ["10-indikator"]  # each has one of its own
    absent = absent_books(jabar, BOOKS)
    assert set(BOOKS) - set(absent) == {"00-ringkasan", "05-anggaran", "10-indikator"}
    assert "buku klaim" in absent["06-rekonsiliasi"]


def test_without_a_ledger_the_other_products_are_as_before(annexes):
    (annexes.folder / "klaim.xlsx").unlink()
    data, left_out = load(path=annexes.folder), {}
    headings = [b.teks for b in body(data, left_out=left_out) if isinstance(b, Judul)]
    assert left_out == {}
    assert "Usulan kalimat" not in headings
    assert "Yang mengubah penilaian" not in headings
    assert "klaim.daftar" not in exhibits(data)
    assert sentences(data.laporan, {}) == [
        "Tanpa penilaian pernyataan: laporan ini tidak mempunyai klaim.xlsx."
    ]


@pytest.mark.parametrize(
    ("berkas", "lembar", "kode"),
    [
        ("koperasi.xlsx", "Pemeringkatan", "koperasi"),
        ("kasus.xlsx", "Wajib Lapor", "kasus"),
        ("umkm.xlsx", "UMKM Baru", "wirausaha"),
    ],
)
def test_a_sheet_that_counts_an_indicator_costs_its_counts_and_no_other_indicator(
    annexes, berkas, lembar, kode
):
    annexes.change(berkas, lembar, lambda sheet: sheet.parent.remove(sheet))
    (annexes.folder / "klaim.xlsx").unlink()
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.lembar) == ("peringatan", "Indikator")
    assert "tidak dapat dihitung (tidak ada " in fault.ditemukan
    data, left_out = load(path=annexes.folder), {}
    assert kode not in data.hitungan
    assert len(data.hitungan) == 4
    assert body(data, left_out=left_out)
    assert not [name for name in left_out if name.startswith(("indikator.", "kalimat capaian"))]


CARDS = [
    ["Kode", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Rumus", "Polaritas",
     "Jenis Target"],
    *([unit.lower(), f"Sasaran {place % 2}", f"Banyaknya {unit}", unit, "positif", "positif", kind]
      for place, (unit, kind) in enumerate(
          [("orang", "jumlah"), ("LPK", "akumulasi"), ("KK", None), ("rupiah", None),
           ("indeks", None), ("persen", None)])),
]  # fmt: skip
FIGURES = {
    "as usual": (10, 9, 90), "far over": (10, 45, 450), "below zero": (10, -7.2, -72),
    "target of nil": (0, 5, None), "all nil": (0, 0, None), "no result": (10, None, None),
}  # fmt: skip
BARE = LAPORAN.replace('["anggaran"]', "[]").replace(
    LAPORAN[LAPORAN.index("[skala]") :], 'skala = "permendagri-54-2010"\n'
)


@pytest.mark.parametrize(
    "years", [[2031], [2030, 2031], [2025, 2026, 2027, 2028, 2029, 2030, 2031]]
)
@pytest.mark.parametrize("figures", FIGURES.values(), ids=FIGURES)
def test_indicators_of_any_kind_leave_out_nothing_for_an_error(tmp_path, years, figures):
    """What `tried` notes as not to be computed would be a failure that nobody looks at."""
    heads = [["Kode", "Indikator Kinerja"], [None, None]]
    for year in years:
        heads[0] += [year, None, None]
        heads[1] += ["Target", "Realisasi", "Capaian"]
    usual = {"kk": (10, 12, 120)}  # one result at least
    rows = [[k[0], k[2], *(usual.get(k[0], figures) * len(years))] for k in CARDS[1:]]
    text = BARE.replace("[2030, 2031, 2032]", str(years))
    write_report(tmp_path, text, Indikator=CARDS, Capaian=[*heads, *rows])
    (tmp_path / "anggaran.xlsx").unlink()
    data, left_out = load(path=tmp_path), {}
    assert body(data, left_out=left_out)
    assert sheets_of(data, left_out)
    assert not [why for why in left_out.values() if "tidak dapat dihitung" in why]
    assert "1.000,00 persen" not in str(front_page(data, BOOKS))


def test_what_is_tried_hides_no_error_of_another_kind():
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tried({}, "bagian", stop)
