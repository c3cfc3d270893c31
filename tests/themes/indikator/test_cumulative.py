"""Targets that are running totals, and yearly amounts that add up to a later target."""

import pytest
from small import CAPAIAN, INDIKATOR, LAPORAN, altered, write_report

from lkjlib.loading import load
from lkjlib.themes.indikator.analysis import satu
from lkjlib.themes.indikator.comparison import MENENGAH_JUMLAH, tabel_iv, tren
from lkjlib.themes.indikator.cumulative import hasil_berjalan, jenis_target, sampai_tahun_ini
from lkjlib.themes.indikator.distance import ambisi_dan_laju

LATER = 'acuan = [{nama = "Renstra 2033", jenis = "menengah", tahun = 2033}]\n[skala]'
PEMBANDING = [
    ["Kode", "Indikator Kinerja", "Renstra 2033"],
    ["lpk", "Jumlah LPK", 126],
    ["kasus", "Penyelesaian kasus", 80],
    ["turun", "Penurunan kecelakaan", None],
]


def _report(folder, kind, **cells):
    cards = altered(INDIKATOR, H1="Jenis Target", H2=kind)
    return load(
        write_report(
            folder,
            LAPORAN.replace("[skala]", LATER),
            Indikator=cards,
            Capaian=altered(CAPAIAN, **cells),
            Pembanding=PEMBANDING,
        )
    )


def test_yearly_amounts_are_summed_before_the_later_target_is_set_against_them(tmp_path):
    data = _report(tmp_path, "jumlah")
    assert jenis_target(data, "lpk") == "jumlah"
    assert sampai_tahun_ini(data, "lpk", 21) == 45 + 21
    row = tabel_iv(data, "lpk").iloc[0]
    assert (row["realisasi"], row["selisih"], row["terpenuhi"]) == (66, -60, False)
    pace = ambisi_dan_laju(data).set_index("kode").loc["lpk"]
    assert (pace["laju_dicapai"], pace["laju_diperlukan"]) == (33, 30)  # 66 / 2 and 60 / 2
    assert pace["cukup"]
    assert tren(data, "lpk")["jenis_target"].iloc[-1] == MENENGAH_JUMLAH


def test_a_year_without_amount_leaves_the_sum_unknown(tmp_path):
    data = _report(tmp_path, "jumlah", D3=None, C3=40)
    assert sampai_tahun_ini(data, "lpk", 21) is None
    assert tabel_iv(data, "lpk")["selisih"].isna().all()
    pace = ambisi_dan_laju(data).set_index("kode").loc["lpk"]
    assert pace[["laju_dicapai", "laju_diperlukan"]].isna().all()


@pytest.mark.parametrize(
    ("target", "capaian", "sebelum"),
    [(30, 70, 0), (100, 66, 45)],  # 21 / 30; (45 + 21) / 100
)
def test_running_targets_are_compared_as_the_printed_capaian_was(
    tmp_path, target, capaian, sebelum
):
    data = _report(tmp_path, "akumulasi", F3=target, H3=capaian)
    assert hasil_berjalan(data, "lpk").sebelum == sebelum
    row = satu(data, "lpk")
    assert row["capaian_dari_tercetak"] == pytest.approx(capaian)
    assert row["realisasi"] == 21


def test_a_later_target_that_is_not_printed_asks_for_no_pace(tmp_path):
    row = ambisi_dan_laju(_report(tmp_path, None)).set_index("kode").loc["turun"]
    assert row["laju_dicapai"] == pytest.approx(-7.2 - 28.35)
    assert row[["laju_diperlukan", "cukup"]].isna().all()
