"""Findings on the indicators: their sentences carry the numbers."""

import pytest
from small import LAPORAN, write_report

from lkjlib.loading import load
from lkjlib.numbers.compare import TIDAK_COCOK
from lkjlib.themes.indikator.temuan import temuan


@pytest.mark.parametrize(
    ("nomor", "isi"),
    [
        (0, "tercetak realisasi 10 dan capaian 100 (Baik)"),
        (0, "10,23 dan 102,29 (Baik Sekali)"),
        (1, "Yang tidak: Koperasi berkualitas (target 30,00 %, realisasi 23,48 %)."),
        (2, "Kurang (skala PermenPANRB 8/2021)"),
        (3, "tahun lalu 5,20 %, target 6,10 %"),
        (4, "10 dari 420; target masih menampung 0 kasus tambahan"),
        (5, "dicapai 0,58, diperlukan 5,76 poin persen setahun"),
        (6, "minimum memberi Baik. Dari hitungan eksak: semua aturan memberi Baik Sekali"),
    ],
)
def test_temuan_sentences_carry_the_numbers(data, nomor, isi):
    assert isi in temuan(data)[nomor].kalimat


def test_category_that_rounding_moves_does_not_hold(data):
    assert [temuan(data)[i].vonis for i in (0, 1)] == [TIDAK_COCOK, ""]


def test_rules_that_judge_no_printed_statement_have_no_verdict(data):
    judged = {one.tentang for one in temuan(data) if one.vonis}
    assert judged == {"kategori", "agregasi"}


KARTU = [
    ["Kode", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Rumus", "Polaritas", "Hitungan"],
    ["peserta", "Pelatihan", "Peserta pelatihan", "orang", "positif", "positif", None],
    ["mutu", "Pelatihan", "Indeks mutu", "indeks", "positif", "positif", None],
]
HEAD = ["Kode", "Indikator Kinerja", 2030, None, None, 2031], [None, None]
PAIR = ["Target", "Realisasi", "Capaian"]
SKALA = LAPORAN[LAPORAN.index("[skala]") :]
LAIN = LAPORAN.replace(SKALA, 'skala = "permendagri-54-2010"\n').replace('["anggaran"]', "[]")


def told(folder, peserta, mutu, kartu=KARTU, laporan=LAIN, **sheets):
    """The generic findings of a report of two indicators, by the names of their rules."""
    laporan = laporan.replace("[2030, 2031, 2032]", "[2030, 2031]")
    rows = [HEAD[0], [*HEAD[1], *PAIR, *PAIR]]
    rows += [["peserta", "Peserta pelatihan", *peserta], ["mutu", "Indeks mutu", *mutu]]
    write_report(folder, laporan, Indikator=kartu, Capaian=rows, **sheets)
    (folder / "anggaran.xlsx").unlink()
    return {one.tentang: one for one in temuan(load(path=folder))}


def test_what_is_not_known_is_not_told(tmp_path):
    """No results at all, no last year, no medium-term target, no counts: no sentence on them."""
    told_of = told(tmp_path, [None, None, None, 0, 5, None], [None, None, None, 3.5, None, None])
    assert set(told_of) == {"target"}
    assert told_of["target"].judul == "Semua target yang dapat dinilai tercapai."
    assert told_of["target"].kalimat == (
        "1 dari 1 indikator mencapai targetnya. Tidak dapat dinilai: Indeks mutu."
    )


def test_without_counts_the_printed_results_are_the_basis_and_nothing_is_fragile(tmp_path):
    told_of = told(tmp_path, [900, 950, 105.56, 1000, 1000, 120], [3.5, 3.4, 97, 3.6, 3.7, 102.78])
    assert not {"kerapuhan", "laju"} & set(told_of)
    assert (
        told_of["kategori"].judul == "Tidak satu pun kategori berubah bila capaian dihitung ulang."
    )
    assert told_of["target"].judul == "Semua target tercapai."


def test_a_category_that_moves_without_counts_says_from_what(tmp_path):
    told_of = told(tmp_path, [900, 950, 105.56, 1000, 500, 120], [3.5, 3.4, 97, 3.6, 3.7, 102.78])
    assert told_of["kategori"].kalimat.endswith(
        "tercetak capaian 120 (Sangat Tinggi); dari realisasi dan target tercetaknya 50,00 "
        "(Sangat Rendah)."
    )


def test_a_count_without_a_whole_is_told_without_one(tmp_path):
    kartu = [KARTU[0], [*KARTU[1][:6], "cacah"], KARTU[2]]
    cacah = [["Kode", "Tahun", "Pembilang", "Penyebut"], ["peserta", 2031, 1200, None]]
    renstra = 'acuan = [{nama = "Renstra", jenis = "menengah", tahun = 2033}]\nskala'
    told_of = told(
        tmp_path,
        [900, 950, 105.56, 1000, 1200, 120],
        [3.5, 3.4, 97, 3.6, 3.7, 102.78],
        kartu,
        LAIN.replace("skala", renstra),
        Cacah=cacah,
        Pembanding=[["Kode", "Indikator Kinerja", "Renstra"],
                    ["peserta", "Peserta pelatihan", 5000], ["mutu", "Indeks mutu", 3.8]],
    )  # fmt: skip
    assert "Peserta pelatihan: 1.200; target masih tercapai" in told_of["kerapuhan"].kalimat
    assert "diperlukan 1.900 orang setahun" in told_of["laju"].kalimat
