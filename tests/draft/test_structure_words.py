"""Each rule on sentences: silent where table and words agree, with both numbers where not."""

import pytest
from printed_report import TITLE, report_text

from lkjlib.draft.draft import draft_of
from lkjlib.draft.read import from_found
from lkjlib.draft.read_text import parse_text
from lkjlib.draft.structure_words import (
    counts_of_categories,
    counts_of_met,
    counts_said_twice,
    lists,
    means_said,
)
from lkjlib.report import Pita, Skala

SKALA = Skala("uji", (Pita("Baik Sekali", di_atas=100), Pita("Baik", mulai=75), Pita("Kurang")))
RESULTS = """No\tSasaran\tIndikator\tTarget\tRealisasi\tCapaian\tKategori
1.\tMutu\tAkreditasi\t80\t84\t105\tBaik Sekali
2.\tAkses\tPutus sekolah\t5\t6\t80\tBaik
\t\tGuru\t50\t45\t90\tBaik
"""


def said(rule, read, text, *more):
    """What a rule finds: printed and set against."""
    return [(one.tercetak, one.pembanding) for one in rule(read(f"BAB III\n\n{text}"), *more)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ada 4 (empat) sasaran.", []),
        ("Ada 12 (dua belas) sasaran.", []),
        ("Ada 4 (lima) sasaran.", [("4 (lima)", "5")]),
    ],
)
def test_digits_and_the_word_behind_them_agree(read, text, wanted):
    assert said(counts_said_twice, read, text) == wanted


THREE = "\n\n1. Rapat\n2. Pameran\n3. Pelatihan\n"
SPREAD = "\n\n1) Seksi Satu\n\nTugasnya satu.\n\n2) Seksi Dua\n\nTugasnya dua.\n\n1) Lain\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Terdapat 3 (tiga) kegiatan yaitu :{THREE}", []),
        (f"Terdapat tiga kegiatan sebagai berikut :{THREE}", []),
        (f"Terdapat 5 (lima) kegiatan yaitu :{THREE}", [("5", "3")]),
        (f"Terdapat empat kegiatan sebagai berikut :{THREE}", [("4", "3")]),
        (f"Terdiri dari 2 (dua) seksi yaitu :{SPREAD}", []),
        (f"Terdiri dari 3 (tiga) seksi yaitu :{SPREAD}", [("3", "2")]),
        ("Terdapat 2 kategori sebagai berikut :\n\nNo\tNama\n1.\tBaik\n2.\tKurang\n", []),
        ("Terdapat 5 kategori sebagai berikut :\n\nNo\tNama\n1.\tBaik\n2.\tKurang\n", [("5", "2")]),
        (f"Di antara 9 kegiatan, berikut contohnya antara lain :{THREE}", []),
        (f"Tahun 2019 dilaksanakan :{THREE}", []),
    ],
)
def test_list_is_as_long_as_the_sentence_before_it_says(read, text, wanted):
    assert said(lists, read, text) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Terdapat 2 (dua) indikator dengan kategori Baik.", []),
        ("Terdapat 1 indikator berpredikat Baik Sekali.", []),
        ("Terdapat 3 indikator dengan kategori Baik.", [("2")]),
        ("Terdapat 2 (dua) sasaran dengan predikat Baik.", [("1")]),
        ("Terdapat enam indikator berkategori Baik Sekali.", [("1")]),
        ("Terdapat 7 kecamatan dengan layanan Baik.", []),
    ],
)
def test_counts_of_categories_are_those_of_the_table(read, sentence, wanted):
    found = said(counts_of_categories, read, f"{RESULTS}\n{sentence}", SKALA)
    assert [other for _, other in found] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Sebanyak 1 (satu) sasaran dapat tercapai.", []),
        ("Sebanyak 1 indikator tercapai dan 2 indikator tidak tercapai.", []),
        ("Ada 1 sasaran dapat tercapai dan 1 sasaran dapat tercapai dengan predikat Baik.", ["1"]),
        ("Sebanyak 3 indikator telah mencapai target.", ["1"]),
    ],
)
def test_counts_of_targets_met_are_those_of_the_table(read, sentence, wanted):
    found = said(counts_of_met, read, f"{RESULTS}\n{sentence}")
    assert [other for _, other in found] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Rata-rata capaian kinerja sebesar 91,67%.", []),
        ("Rata-rata capaian kinerja mencapai 92 persen.", []),
        ("Rata-rata capaian kinerja sebesar 127,32%.", ["91,67"]),
        ("Rata-rata nilai ujian sebesar 70 persen.", []),
    ],
)
def test_mean_of_the_capaian_is_that_of_the_table(read, sentence, wanted):
    assert [other for _, other in said(means_said, read, f"{RESULTS}\n{sentence}")] == wanted


@pytest.fixture(scope="module")
def contradicted(jabar):
    """The made-up report with three contradictions between places that lie far apart."""
    text = report_text(jabar)
    card = jabar.indikator.iloc[5]
    place = text.index(f"“{card['indikator']}”")
    first, after = text[:place], text[place:]
    after = after.replace("90,70", "97,00", 1)  # its result, printed otherwise in the table
    after = after.replace("(kategori Sangat Baik)", "(kategori Sedang)", 1)
    after = after.replace("\n\nIndikator", " Target tidak tercapai.\n\nIndikator", 1)
    content = first + after
    return draft_of(from_found("laporan.txt", parse_text(content), jabar), jabar).janggal


@pytest.mark.parametrize(
    ("rule", "printed", "other"),
    [
        ("dua cetakan", "97,00", "90,70"),
        ("kategori", "Sedang", "Sangat Baik"),
        ("tercapai", "tidak tercapai", "139,54 % (2016)"),
    ],
)
def test_contradiction_with_another_place_is_found(contradicted, rule, printed, other):
    (fault,) = [one for one in contradicted if one.aturan == rule]
    assert fault.tercetak == printed
    assert fault.pembanding.startswith(other)


def test_report_that_agrees_with_itself_raises_no_alarm(drafted):
    assert TITLE in "".join(block.grid.judul for block in drafted.naskah.tables())
    assert drafted.janggal == ()
