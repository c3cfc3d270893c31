"""What LKj 2019 printed, and what becomes of it: the one place that looks at data/2019 itself.

Every other test reckons with the frozen annexes. When a cell of data/2019 is corrected, the tests
here are the ones to bring up to date, together with the notebooks and
the README (`make notebooks docs`).
"""

import io
import re

import pytest
from PIL import Image, ImageChops
from places import ROOT

import lkjlib as lkj
from lkjlib.ledger.sentences import read_sentences, report_findings
from lkjlib.themes.indikator.analysis import cacah, ringkasan

FOLDER = ROOT / "data" / "2019"
NAN = float("nan")

VERDICTS = {
    "cocok": 508,
    "beda pembulatan": 25,
    "tidak cocok": 114,
    "tidak didukung data": 37,
    "tidak dapat diuji": 49,
}
# Bab III A.2, Pengukuran Kinerja: target, realisasi, capaian as printed; capaian from the counts
INDICATORS = {
    "koperasi": (30, 23.48, 78.27, 78.28, "Baik"),
    "wirausaha": (23.97, 24.82, 103.55, 103.56, "Baik Sekali"),
    "omzet": (10, 10, 100, 102.29, "Baik Sekali"),  # the report prints Baik
    "tpt": (6.10, 5.06, 117.05, 117.07, "Baik Sekali"),
    "kasus": (2.5, 2.38, 104.8, 104.76, "Baik Sekali"),
}
# Bab III A.3, Tabel I of each indicator, and the annex
FRACTIONS = {
    "koperasi": (31, 132),
    "wirausaha": (458, 1845),
    "omzet": (4_435_606_780, 43_361_776_341),  # 47.797.383.121 − 43.361.776.341
    "tpt": (6180, 122_163),
    "kasus": (10, 420),
}
# Bab III A.3, Tabel II: realisasi 2017, 2018, 2019 and capaian of the same years
YEARS = {
    "koperasi": ([22.32, 19.84, 23.48], [100, 88.57, 78.27]),
    "wirausaha": ([11.51, 19.31, 24.82], [81.63, 101.42, 103.55]),
    "omzet": ([NAN, 9, 10], [NAN, 100, 100]),
    "tpt": ([5.51, 5.20, 5.06], [111.13, 115.45, 117.05]),
    "kasus": ([2.6, 2.91, 2.38], [100, 85.88, 104.8]),
}
# Sums as the report prints them, where the annex has them: Bab III A.3 and Bab III B
SUMS = {
    ("koperasi", "aktif"): 132,
    ("koperasi", "tidak_aktif"): 48,
    ("koperasi", "total"): 180,
    ("umkm", "baru"): 458,
    ("umkm", "binaan"): 1845,
    ("omzet_kelas", "usaha"): 1845,
    ("omzet_kenaikan", "usaha"): 1845,
    ("kasus", "nomor"): sum(range(1, 11)),
}

# Bab III B (TOTAL of the activities; both kinds of spending) and Bab II A (budget of each sasaran)
BUDGET = {
    "anggaran": [3_923_949_220, 3_751_745_353, 172_203_867],
    "belanja": [8_817_828_550, 8_549_543_132],
    "perjanjian": [570_540_000, 1_083_652_250, 794_787_080, 194_067_650],
}


@pytest.fixture(scope="module")
def published() -> lkj.Data:
    """The annexes of the report as the project holds them today."""
    return lkj.load(path=FOLDER)


def test_annexes_of_2019_are_clean():
    found = lkj.check(FOLDER)
    assert found.empty, found.to_string()


def test_verdicts_of_the_733_statements(published):
    counts = lkj.klaim(published)["vonis"].value_counts()
    assert counts.to_dict() == VERDICTS
    assert sum(VERDICTS.values()) == 733


@pytest.fixture(scope="module")
def ledger(published):
    return lkj.klaim(published).set_index("kode")


def test_every_statement_that_does_not_hold_has_a_sentence_to_print(ledger):
    failing = ledger[ledger["vonis"] != "cocok"]
    assert failing.index[failing["saran"] == ""].tolist() == []
    assert (ledger.loc[ledger["vonis"] == "cocok", "saran"] == "").all()


@pytest.mark.parametrize("kode", ["R017", "U023", "O007", "O011", "O027", "L013", "L053"])
def test_omzet_capaian_is_proposed_with_the_realisasi_it_follows_from(ledger, kode):
    # 100 of a realisasi rounded to 10: another category than 102,29 of 10,23
    row = ledger.loc[kode]
    assert row["vonis"] == "tidak cocok"
    for number in ("10,23", "102,29", "Baik Sekali (BS)"):
        assert number in row["saran"]


def test_capaian_of_a_rounded_realisasi_is_kept_and_its_rule_told(ledger):
    rows = ledger[ledger["vonis"] == "beda pembulatan"]
    assert len(rows) == 25
    for row in rows.itertuples():
        assert f"= {row.tercetak.rstrip('%')} persen." in row.saran or row.tercetak == "104,80"
        assert "dari realisasi yang sudah dibulatkan" in row.saran


@pytest.mark.parametrize(
    ("kode", "vonis", "dasar"),
    [
        ("K048", "tidak cocok", "dihitung ulang"),  # 3,65 for 23,48 − 19,84
        ("K049", "tidak cocok", "dinalar"),  # % for a difference of percentages
        ("T021", "tidak cocok", "cetakan lain"),  # Bab III B spells the name otherwise
        ("J033", "cocok", "cetakan lain"),  # "&" is "dan"
        ("K038", "cocok", "dihitung ulang"),  # two years before, as W054 says
        ("W054", "cocok", "dihitung ulang"),
        ("S065", "tidak cocok", "dinalar"),
        ("B062", "tidak dapat diuji", "tidak tercakup"),  # one of three kegiatan is blank
        ("B069", "tidak dapat diuji", "tidak tercakup"),
        ("J002", "cocok", "diketik dari sini"),
        ("T107", "tidak didukung data", "dinalar"),  # a target looser than last year's result
        ("T108", "tidak didukung data", "dinalar"),  # more men, but a higher rate of women
        ("T109", "tidak dapat diuji", "dinalar"),  # two classes with as many employed
        ("S066", "tidak didukung data", "dinalar"),  # workers per case
        ("O058", "tidak cocok", "dinalar"),  # a year or a month
        ("O059", "tidak didukung data", "dinalar"),  # classes with firms that have no past year
    ],
)
def test_verdict_of_a_statement_once_judged_otherwise(ledger, kode, vonis, dasar):
    assert ledger.loc[kode, ["vonis", "dasar"]].tolist() == [vonis, dasar]


def test_one_printed_category_of_a_sasaran_has_one_verdict(ledger):
    words = ledger[ledger["pernyataan"].str.startswith("predikat sasaran")]
    places = words.assign(sasaran=words["pernyataan"].str.extract(r"(sasaran \d)", expand=False))
    assert not places.duplicated(["baris", "sasaran"]).any()


def test_words_on_law_and_general_knowledge_are_marked_and_dated(ledger):
    texts = ledger[["penjelasan", "saran", "catatan"]].agg(" ".join, axis=1)
    told = texts.str.contains(r"pengetahuan umum|bahan publik")
    assert told.sum() > 25
    assert texts[told].str.contains(r"(?:pengetahuan umum|bahan publik) per \w+ 20\d\d").all()
    law = texts.str.contains(
        r"\(UU \d|\bUU \d+/\d+ Pasal|RPJMN 2015.2019 mencantumkan|meminta lembaga"
    )
    assert law.sum() >= 5
    assert told[law].all()


def test_what_a_finding_holds_against_the_report_is_judged_in_the_ledger_too(published):
    against = ("tidak cocok", "tidak didukung data", "beda pembulatan")
    written = report_findings(published)
    numbered = {one.tempat for one in read_sentences(FOLDER)[0] if one.temuan_klaim is not None}
    held_against = [one for one in written if one.vonis.startswith(against)]
    assert held_against
    assert [one.judul for one in held_against if one.tempat not in numbered] == []


def test_every_printed_number_is_explained(published):
    assert lkj.cakupan(published) == 100
    assert len(lkj.angka(published)) == 1442


def test_five_indicators_as_printed_and_recomputed(published):
    frame = ringkasan(published).set_index("kode")
    columns = ["target", "realisasi", "capaian", "capaian_dihitung"]
    found = {
        kode: (*frame.loc[kode, columns].round(2), frame.loc[kode, "lkj-2019"])
        for kode in frame.index
    }
    assert found == INDICATORS


def test_counts_behind_the_five_indicators(published):
    frame = cacah(published).set_index("kode")
    found = {k: tuple(frame.loc[k, ["pembilang", "penyebut"]]) for k in frame.index}
    assert found == FRACTIONS


def test_three_years_of_the_five_indicators(published):
    for kode, rows in published.kinerja.groupby("kode", sort=False):
        realisasi, capaian = YEARS[kode]
        rows = rows.sort_values("tahun")
        assert rows["realisasi"].tolist() == pytest.approx(realisasi, nan_ok=True), kode
        assert rows["capaian"].tolist() == pytest.approx(capaian, nan_ok=True), kode


@pytest.mark.parametrize(("frame", "column"), SUMS)
def test_sums_of_the_annexes(published, frame, column):
    assert published.frames[frame][column].sum() == SUMS[frame, column]


def test_unemployment_and_turnover_as_printed(published):
    force = published.tenaga_kerja.groupby("rincian")[["penganggur", "angkatan_kerja"]].sum()
    assert force.to_numpy().tolist() == [[6180, 122_163]] * 2
    sexes = published.tenaga_kerja.query("rincian == 'jenis_kelamin'").set_index("kategori")
    assert sexes.loc["Laki-laki", ["penganggur", "angkatan_kerja"]].tolist() == [3482, 77_655]
    assert sexes.loc["Perempuan", ["penganggur", "angkatan_kerja"]].tolist() == [2698, 44_508]
    turnover = published.omzet.set_index("tahun")["omzet"].to_dict()
    assert turnover == {2018: 43_361_776_341, 2019: 47_797_383_121}


def test_budget_as_printed(published):
    activities = published.anggaran[["alokasi", "realisasi", "saldo"]].sum().tolist()
    assert activities == BUDGET["anggaran"]
    assert published.belanja[["anggaran", "realisasi"]].sum().tolist() == BUDGET["belanja"]
    promised = published.perjanjian_anggaran.groupby("sasaran", sort=False)["anggaran"].sum()
    assert promised.tolist() == BUDGET["perjanjian"]


def test_readme_picture_equals_a_fresh_drawing(published):
    stored = Image.open(ROOT / ".github" / "tren-tpt.png").convert("RGB")
    drawn = Image.open(io.BytesIO(lkj.gambar(published, "tren-tpt").png)).convert("RGB")
    assert stored.size == drawn.size
    assert ImageChops.difference(stored, drawn).getbbox() is None


def test_no_text_of_the_ledger_names_a_line_of_a_text_edition(published):
    ledger = lkj.klaim(published)
    texts = ledger[["pernyataan", "penjelasan", "saran", "catatan"]].to_numpy().ravel()
    assert not [text for text in texts if re.search(r"\b[Bb]aris \d", text)]
