"""Spending: values of Bab III B, laws, and what happens at the edges."""

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.numbers.compare import COCOK
from lkjlib.themes.anggaran.spending import (
    belanja,
    fisik,
    jumlah_pembentuk,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    sisa_anggaran,
)

ADMINISTRASI = "Program Pelayanan Administrasi Perkantoran"
PERLINDUNGAN = "Program Perlindungan dan Pengembangan Lembaga Ketenagakerjaan"
WIRAUSAHA = (
    "Program Pengembangan Kewirausahaan dan Keunggulan Kompetitif Usaha Mikro Kecil Menengah"
)
PENDUKUNG = "Program Pengembangan Sistem Pendukung Usaha Bagi Usaha Mikro Kecil Menengah"


# Bab III B, programme rows: alokasi, realisasi, saldo, % anggaran
PROGRAM = [
    (ADMINISTRASI, 845_109_560, 775_778_303, 69_331_257, 91.80),
    ("Program Peningkatan Sarana dan Prasarana Aparatur", 348_242_530, 331_683_800, 16_558_730,
     95.25),
    ("Program Peningkatan Pengembangan Sistem Pelaporan Capaian Kinerja dan Keuangan", 61_487_900,
     60_847_900, 640_000, 98.96),
    ("Program Penciptaan Iklim Usaha Usaha Kecil Menengah Yang Kondusif", 356_188_000,
     350_108_000, 6_080_000, 98.29),
    (WIRAUSAHA, 676_133_000, 655_933_000, 20_200_000, 97.01),
    (PENDUKUNG, 77_393_500, 74_703_500, 2_690_000, 96.52),
    ("Program Peningkatan Kualitas Kelembagaan Koperasi", 570_540_000, 562_313_350, 8_226_650,
     98.56),
    ("Program Peningkatan Kualitas dan Produktivitas Tenaga Kerja", 523_667_600, 515_658_100,
     8_009_500, 98.47),
    ("Program Peningkatan Kesempatan Kerja", 271_119_480, 271_068_250, 51_230, 99.98),
    (PERLINDUNGAN, 194_067_650, 153_651_150, 40_416_500, 79.17),
]  # fmt: skip


def test_serapan_by_program_is_the_printed_table(data):
    frame = serapan(data, "program")
    money = frame[["program", "alokasi", "realisasi", "saldo"]]
    assert list(money.itertuples(index=False, name=None)) == [row[:4] for row in PROGRAM]
    assert frame["serapan"].round(2).tolist() == [row[4] for row in PROGRAM]


def test_serapan_by_urusan_keeps_programmes_without_urusan(data):
    frame = serapan(data, "urusan")
    assert frame["urusan"].isna().tolist() == [True, False, False]
    assert frame["alokasi"].sum() == 3_923_949_220  # Bab III B, TOTAL
    assert frame["bagian"].sum() == pytest.approx(100)


@pytest.mark.parametrize("tingkat", ["urusan", "program", "kegiatan"])
def test_serapan_at_every_level_adds_up_to_the_total(data, tingkat):
    frame = serapan(data, tingkat)
    assert frame["realisasi"].sum() == 3_751_745_353
    assert frame["saldo"].sum() == 172_203_867
    assert (frame["alokasi"] - frame["realisasi"]).equals(frame["saldo"])


def test_serapan_unknown_level_names_the_levels(data):
    with pytest.raises(LkjError, match="urusan, program, kegiatan"):
        serapan(data, "bidang")


def test_periksa_serapan_finds_every_printed_percentage_right(data):
    frame = periksa_serapan(data)
    assert frame["vonis"].eq(COCOK).all()
    assert frame["tercetak"].iloc[0] == "73,96"  # Jasa Komunikasi, Sumber Daya Air dan Listrik


def test_konsentrasi_saldo_four_kegiatan_make_half(data):
    frame = konsentrasi_saldo(data)
    # the four largest saldo of Bab III B
    assert frame["saldo"].head(4).tolist() == [32_568_847, 19_971_000, 18_966_000, 16_750_000]
    assert jumlah_pembentuk(frame, 50) == 4
    assert frame["kumulatif"].iloc[-1] == pytest.approx(100)
    assert frame["kumulatif"].is_monotonic_increasing


def test_konsentrasi_saldo_pooled_rest_keeps_the_total(data):
    frame = konsentrasi_saldo(data, teratas=10)
    assert len(frame) == 11
    assert frame["saldo"].sum() == 172_203_867
    assert frame.iloc[-1][["kegiatan"]].item() == "35 kegiatan lain"
    assert pd.isna(frame["peringkat"].iloc[-1])


def test_konsentrasi_saldo_more_rows_than_kegiatan_pools_nothing(data):
    assert len(konsentrasi_saldo(data, teratas=99)) == 45


@pytest.mark.parametrize(("persen", "jumlah"), [(50, 1), (50.1, 2), (100, 3)])
def test_jumlah_pembentuk_counts_up_to_the_share(persen, jumlah):
    frame = pd.DataFrame({"kumulatif": [50.0, 80.0, 100.0]})
    assert jumlah_pembentuk(frame, persen) == jumlah


def test_sisa_anggaran_takes_both_kinds_together(data):
    frame = sisa_anggaran(data).set_index("kelompok")
    assert frame["sisa"].tolist() == [96_081_551, 172_203_867, 268_285_418]  # Bab III B, prose
    assert frame["serapan"].round(2).tolist()[:2] == [98.04, 95.61]  # Bab III B, first table
    assert frame["anggaran"].iloc[-1] == 4_893_879_330 + 3_923_949_220


def test_belanja_direct_kinds_make_direct_spending(data):
    frame = belanja(data)
    direct = frame[frame["kelompok"] == "Belanja Langsung"]
    assert direct["anggaran"].tolist() == [231_855_000, 3_525_921_470, 166_172_750]
    assert direct["anggaran"].sum() == data.anggaran["alokasi"].sum()
    assert frame["bagian"].sum() == pytest.approx(100)


def test_fisik_tells_full_and_missing_apart(data):
    frame = fisik(data)
    assert frame["jumlah_kegiatan"].tolist() == [44, 1]
    assert pd.isna(frame["fisik"].iloc[1])
    assert frame["serapan_min"].round(2).iloc[0] == 55.30  # Sosialisasi Berbagai Peraturan
