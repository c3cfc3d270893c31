"""The report after the frozen one: calm while blank, whole once filled in with other figures."""

import re

import pytest
from next_year import figures
from openpyxl import load_workbook

from lkjlib.build.inspection import find_faults
from lkjlib.build.many import load_many
from lkjlib.charts.house import text_of
from lkjlib.cli import main
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.measures import known_measures
from lkjlib.ledger.sentences import check_sentences, findings, outdated, read_sentences
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, VONIS
from lkjlib.products.catalogue import draw
from lkjlib.themes.indikator.analysis import ringkasan

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def new(next_report):
    return load(path=next_report)


def test_a_blank_report_is_told_calmly_what_is_still_to_be_filled_in(blank_report, capsys):
    assert main(["check", str(blank_report)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("Belum diisi. Isi seperti tercetak di laporan")
    assert "Tingkat" not in told  # no table of errors
    sheets = re.findall(r"^  \S+\.xlsx!", told, re.M)
    assert len(sheets) == len(find_faults(blank_report)) < 25


def test_filled_in_it_has_no_error_and_one_finding_to_write_anew(next_report):
    (fault,) = find_faults(next_report)
    assert (fault.tingkat, fault.berkas) == ("peringatan", "temuan.toml")
    # nine of 430 companies: one case more, and the target would still be met
    assert "satu kejadian menentukan tercapai tidaknya target" in fault.ditemukan
    assert "Perlu ditulis ulang" in fault.saran


def test_its_years_are_those_of_its_folder(new, data):
    assert new.tahun == 2020
    tpt = new.kinerja.query("kode == 'tpt'").set_index("tahun")["realisasi"]
    assert tpt.to_dict() == {2018: 5.2, 2019: 5.06, 2020: 6.47}
    assert new.omzet.values.tolist() == [[2019, 47_797_383_121], [2020, 44_900_000_000]]
    assert len(new.kasus) == 9 and len(data.kasus) == 10


def test_what_was_met_is_missed_and_what_was_missed_is_met(new, data):
    before, after = (ringkasan(one).set_index("kode")["tercapai"] for one in (data, new))
    assert before.to_dict() == {
        "koperasi": False, "wirausaha": True, "omzet": True, "tpt": True, "kasus": True,
    }  # fmt: skip
    assert after.to_dict() == {
        "koperasi": True, "wirausaha": False, "omzet": False, "tpt": False, "kasus": True,
    }  # fmt: skip


def test_a_trend_has_turned_and_a_rank_is_reversed(new, data):
    known = known_measures(new)
    ways = {kode: known[f"kinerja.arah.{kode}.lalu_ini"].nilai for kode in new.indikator["kode"]}
    assert ways == {
        "koperasi": "meningkat", "wirausaha": "menurun", "omzet": "menurun",
        "tpt": "meningkat", "kasus": "menurun",
    }  # fmt: skip
    ranks = [_rank_of_banjarmasin(one) for one in (data, new)]
    assert ranks == [1, 2]


def _rank_of_banjarmasin(data):
    rates = data.tpt_wilayah.set_index("wilayah")["tpt"].sort_values(ascending=False)
    return list(rates.index).index("Kota Banjarmasin") + 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tren-koperasi", "naik ke 30,77 %; target 28 % tercapai"),
        ("tren-tpt", "naik ke 6,47 %, perubahannya di dalam galat survei; target 6,05 % tidak"),
        ("umkm-bidang", "Bidang Lainnya 46,4 % UMKM baru"),
        ("omzet-kenaikan", "totalnya turun 6,06 %"),
        ("bagian-perempuan", "Naiknya TPAK sendiri menambah penganggur perempuan"),
        (
            "representasi-tpt",
            "Universitas dan laki-laki berlebih di antara penganggur, di dalam galat",
        ),
        ("serapan-program", "Satu program menyerap 60,00 %"),
    ],
)
def test_titles_of_its_charts_tell_the_new_story(new, name, words):
    text = text_of(draw(name, new))
    assert words in text.title
    assert "naik −" not in text.title + text.alt


def test_every_row_of_its_drafted_ledger_is_judged(new):
    ledger = klaim(new)
    assert len(ledger) == 83
    assert ledger["ukuran"].ne("").all()
    assert not ledger["ukuran"].str.contains(r"\.(?:2019|2020)$").any()  # named from the year
    verdicts = ledger.set_index("pernyataan")["vonis"]
    wrong = set(figures()["salah_cetak"])
    assert set(verdicts.index[verdicts == TIDAK_COCOK]) == wrong
    # capaian that the report reckons from a rounded realisasi
    rounded = verdicts[verdicts == PEMBULATAN].index
    assert all(said.startswith("capaian") and said.endswith("2020") for said in rounded)
    assert (verdicts == COCOK).sum() == 83 - len(wrong) - len(rounded)


def test_every_number_of_its_ledger_is_explained_be_it_negative(new):
    numbers = angka(new)
    assert {"−6,06", "−55,09"} <= set(numbers["tercetak"])
    assert numbers["terjelaskan"].all()


def test_its_drafted_findings_hold_or_are_to_be_written_anew(next_report, new):
    sentences, faults = read_sentences(next_report)
    known = known_measures(new)
    assert faults == check_sentences(sentences, known, new.laporan, list(new.indikator["kode"]))
    assert faults == [] and len(sentences) == 21
    told = findings(sentences, known)
    assert [one.bagian for one in told if not one.berlaku] == ["kasus"]
    assert [fault.tingkat for fault in outdated(told)] == ["peringatan"]
    said = {one.bagian: one.judul for one in told if ": target " in one.judul}
    assert {kode: judul.rpartition("target ")[2] for kode, judul in said.items()} == {
        "koperasi": "tercapai", "wirausaha": "tidak tercapai", "omzet": "tidak tercapai",
        "tpt": "tidak tercapai", "kasus": "tercapai",
    }  # fmt: skip


def test_its_workbooks_hold_no_figure_that_was_not_typed_or_carried(blank_report, frozen):
    """What `lkj new` leaves in a cell is a name, a formula, last year's result or a reference."""
    book = load_workbook(blank_report / "kinerja.xlsx")["Capaian"]
    old = load_workbook(frozen / "kinerja.xlsx")["Capaian"]
    for row in range(7, 12):
        assert [book[f"{c}{row}"].value for c in "DEFG"] == [old[f"{c}{row}"].value for c in "FGHI"]
        assert book[f"H{row}"].value is None and book[f"I{row}"].value is None


def test_both_years_stand_side_by_side(frozen, next_report):
    """What an analyst would do: TPT by sex, and what every programme spent, over the years."""
    many = load_many([frozen, next_report])
    sexes = many.tenaga_kerja.query("rincian == 'jenis_kelamin'")
    tpt = sexes.assign(tpt=sexes["penganggur"] / sexes["angkatan_kerja"] * 100)
    table = tpt.pivot(index="kategori", columns="tahun", values="tpt").round(2)
    assert table.loc["Laki-laki"].to_dict() == {2019: 4.48, 2020: 7.09}
    assert table.loc["Perempuan"].to_dict() == {2019: 6.06, 2020: 5.44}
    spent = many.anggaran.groupby(["program", "laporan_tahun"])[["alokasi", "realisasi"]].sum()
    shares = (spent["realisasi"] / spent["alokasi"] * 100).unstack()
    assert shares.shape == (10, 2) and shares.notna().all(axis=None)
    assert shares.idxmin().to_dict() == {
        2019: "Program Perlindungan dan Pengembangan Lembaga Ketenagakerjaan",
        2020: "Program Peningkatan Kualitas dan Produktivitas Tenaga Kerja",
    }
    judged = many.ringkas.set_index("laporan_tahun")[list(VONIS)].sum(axis=1)
    assert judged.to_dict() == {2019: 733, 2020: 83}
