"""How figures of any unit are said."""

import pytest
from small import INDIKATOR, altered, write_report

from lkjlib.loading import load
from lkjlib.themes.indikator.units import Satuan, nama_pendek, named, satuan, with_names


@pytest.mark.parametrize(
    ("nama", "nilai", "tercetak", "selisih"),
    [
        ("%", 2.6, "2,60 %", "poin persen"),
        ("persen", 30, "30 %", "poin persen"),
        ("orang", 1000.0, "1.000 orang", "orang"),
        ("KK", -5, "−5 KK", "KK"),
        ("rupiah", 2_500_000, "Rp 2.500.000", "rupiah"),
        ("rupiah", -2_500_000, "−Rp 2.500.000", "rupiah"),
        ("indeks", 72.5, "72,50", "indeks"),
        ("orang", None, "–", "orang"),
    ],
)
def test_figures_have_their_unit(nama, nilai, tercetak, selisih):
    unit = Satuan(nama, 2)
    assert (unit.sebut(nilai), unit.selisih) == (tercetak, selisih)


def test_recomputed_figures_have_two_decimals_unless_whole():
    unit = Satuan("orang", 0)
    assert (unit.sebut_hitungan(640), unit.sebut_hitungan(12.345)) == ("640 orang", "12,35 orang")


def test_decimals_are_those_of_the_column_or_of_the_cells(tmp_path):
    cards = altered(INDIKATOR, H1="Desimal", H3=1)
    data = load(write_report(tmp_path, Indikator=cards))
    found = {kode: satuan(data, kode) for kode in data.indikator["kode"]}
    assert found["lpk"] == Satuan("LPK", 0)  # as its cells print
    assert found["kasus"] == Satuan("persen", 1)  # as the column says
    assert found["turun"] == Satuan("persen", 2)


def test_an_indicator_without_short_name_has_its_own(tmp_path):
    cards = altered(INDIKATOR, H1="Nama Pendek", H2="LPK")
    data = load(write_report(tmp_path, Indikator=cards))
    assert nama_pendek(data).tolist() == ["LPK", "Penyelesaian kasus", "Penurunan kecelakaan"]


def test_a_frame_knows_what_its_indicators_are_called(data):
    known = named(with_names(data.kinerja, data).query("tahun == 2019"), "tpt")
    assert (known.nama, known.satuan, known.sumber) == (
        "TPT",
        Satuan("%", 2),
        "BPS Kota Banjarbaru",
    )
