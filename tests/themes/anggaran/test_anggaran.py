"""Budget: golden values typed from the report, laws, and what happens at the edges."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import format_rupiah
from lkjlib.themes.anggaran import api as anggaran

ADMINISTRASI = "Program Pelayanan Administrasi Perkantoran"
PERLINDUNGAN = "Program Perlindungan dan Pengembangan Lembaga Ketenagakerjaan"
WIRAUSAHA = (
    "Program Pengembangan Kewirausahaan dan Keunggulan Kompetitif Usaha Mikro Kecil Menengah"
)
PENDUKUNG = "Program Pengembangan Sistem Pendukung Usaha Bagi Usaha Mikro Kecil Menengah"


def with_frame(data, name, frame):
    """The same data with one frame exchanged."""
    return replace(data, frames={**data.frames, name: frame})


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
    frame = anggaran.serapan(data, "program")
    money = frame[["program", "alokasi", "realisasi", "saldo"]]
    assert list(money.itertuples(index=False, name=None)) == [row[:4] for row in PROGRAM]
    assert frame["serapan"].round(2).tolist() == [row[4] for row in PROGRAM]


def test_serapan_by_urusan_keeps_programmes_without_urusan(data):
    frame = anggaran.serapan(data, "urusan")
    assert frame["urusan"].isna().tolist() == [True, False, False]
    assert frame["alokasi"].sum() == 3_923_949_220  # Bab III B, TOTAL
    assert frame["bagian"].sum() == pytest.approx(100)


@pytest.mark.parametrize("tingkat", ["urusan", "program", "kegiatan"])
def test_serapan_at_every_level_adds_up_to_the_total(data, tingkat):
    frame = anggaran.serapan(data, tingkat)
    assert frame["realisasi"].sum() == 3_751_745_353
    assert frame["saldo"].sum() == 172_203_867
    assert (frame["alokasi"] - frame["realisasi"]).equals(frame["saldo"])


def test_serapan_unknown_level_names_the_levels(data):
    with pytest.raises(LkjError, match="urusan, program, kegiatan"):
        anggaran.serapan(data, "bidang")


def test_periksa_serapan_finds_every_printed_percentage_right(data):
    frame = anggaran.periksa_serapan(data)
    assert frame["vonis"].eq(COCOK).all()
    assert frame["tercetak"].iloc[0] == "73,96"  # Jasa Komunikasi, Sumber Daya Air dan Listrik


def test_konsentrasi_saldo_four_kegiatan_make_half(data):
    frame = anggaran.konsentrasi_saldo(data)
    # the four largest saldo of Bab III B
    assert frame["saldo"].head(4).tolist() == [32_568_847, 19_971_000, 18_966_000, 16_750_000]
    assert anggaran.jumlah_pembentuk(frame, 50) == 4
    assert frame["kumulatif"].iloc[-1] == pytest.approx(100)
    assert frame["kumulatif"].is_monotonic_increasing


def test_konsentrasi_saldo_pooled_rest_keeps_the_total(data):
    frame = anggaran.konsentrasi_saldo(data, teratas=10)
    assert len(frame) == 11
    assert frame["saldo"].sum() == 172_203_867
    assert frame.iloc[-1][["kegiatan"]].item() == "35 kegiatan lain"
    assert pd.isna(frame["peringkat"].iloc[-1])


def test_konsentrasi_saldo_more_rows_than_kegiatan_pools_nothing(data):
    assert len(anggaran.konsentrasi_saldo(data, teratas=99)) == 45


@pytest.mark.parametrize(("persen", "jumlah"), [(50, 1), (50.1, 2), (100, 3)])
def test_jumlah_pembentuk_counts_up_to_the_share(persen, jumlah):
    frame = pd.DataFrame({"kumulatif": [50.0, 80.0, 100.0]})
    assert anggaran.jumlah_pembentuk(frame, persen) == jumlah


def test_sisa_anggaran_takes_both_kinds_together(data):
    frame = anggaran.sisa_anggaran(data).set_index("kelompok")
    assert frame["sisa"].tolist() == [96_081_551, 172_203_867, 268_285_418]  # Bab III B, prose
    assert frame["serapan"].round(2).tolist()[:2] == [98.04, 95.61]  # Bab III B, first table
    assert frame["anggaran"].iloc[-1] == 4_893_879_330 + 3_923_949_220


def test_belanja_direct_kinds_make_direct_spending(data):
    frame = anggaran.belanja(data)
    direct = frame[frame["kelompok"] == "Belanja Langsung"]
    assert direct["anggaran"].tolist() == [231_855_000, 3_525_921_470, 166_172_750]
    assert direct["anggaran"].sum() == data.anggaran["alokasi"].sum()
    assert frame["bagian"].sum() == pytest.approx(100)


def test_fisik_tells_full_and_missing_apart(data):
    frame = anggaran.fisik(data)
    assert frame["jumlah_kegiatan"].tolist() == [44, 1]
    assert pd.isna(frame["fisik"].iloc[1])
    assert frame["serapan_min"].round(2).iloc[0] == 55.30  # Sosialisasi Berbagai Peraturan


@pytest.mark.parametrize(
    ("kode", "jumlah", "hilang"),
    [
        ("koperasi", 5, ["Pembinaan dan Pembenahan Kelompok Usaha Rakyat"]),
        ("tpt", 3, []),
        ("kasus", 8, ["Survey Kebutuhan Hidup Layak (KHL)"]),
        (
            "omzet",
            8,
            [
                "Penyelenggaraan Pelatihan Kewirausahaan (DAK)",
                "Pemantauan Pengelolaan Penggunaan Dana Pemerintah bagi Usaha Mikro Kecil dan "
                "Menengah",
                "Pembinaan dan Pengawasan Lembaga Keuangan Masyarakat",
            ],
        ),
    ],
)
def test_untuk_sasaran_lists_omitted_kegiatan_without_pagu(data, kode, jumlah, hilang):
    frame = anggaran.untuk_sasaran(data, kode)
    assert len(frame) == jumlah
    assert frame.loc[~frame["tercantum"], "kegiatan"].tolist() == hilang
    assert frame["pagu"].isna().tolist() == (~frame["tercantum"]).tolist()
    listed = frame[frame["tercantum"]]
    assert (listed["pagu"] == listed["alokasi"]).all()


def test_untuk_sasaran_keeps_rupiah_whole(data):
    types = anggaran.untuk_sasaran(data, "kasus").dtypes.astype(str)
    assert types[["pagu", "alokasi", "realisasi", "saldo"]].tolist() == ["Int64"] + ["int64"] * 3


def test_untuk_sasaran_indicators_of_one_sasaran_share_the_budget(data):
    first, second = (anggaran.untuk_sasaran(data, kode) for kode in ("wirausaha", "omzet"))
    assert first.equals(second)


def test_untuk_sasaran_unknown_indicator_names_those_there_are(data):
    with pytest.raises(LkjError, match="koperasi, wirausaha, omzet, tpt, kasus"):
        anggaran.untuk_sasaran(data, "tpk")


def test_padankan_program_pairs_by_similarity_and_says_how_sure():
    frame = anggaran.padankan_program(
        ["Program Iklim Usaha Konduksif"], ["Program Iklim Usaha Kondusif", "Program Koperasi"]
    )
    row = frame.iloc[0]
    assert row["acuan"] == "Program Iklim Usaha Kondusif"
    assert row["kemiripan"] >= anggaran.AMBANG_KEMIRIPAN > row["kemiripan_kedua"]
    assert not row["sama"]


def test_padankan_program_ignores_capitals_and_spacing():
    frame = anggaran.padankan_program(["program  KOPERASI"], ["Program Koperasi"])
    assert frame["kemiripan"].tolist() == [1.0]


@pytest.mark.parametrize(
    ("nama", "acuan"),
    [
        (["Program Koperasi"], ["Program Tenaga Kerja"]),  # none is like it
        (["Program Usaha Mikro A"], ["Program Usaha Mikro B", "Program Usaha Mikro C"]),  # two are
        (["Program Koperasi"], []),
    ],
)
def test_padankan_program_without_single_partner_is_refused(nama, acuan):
    with pytest.raises(LkjError, match="tepat satu padanan"):
        anggaran.padankan_program(nama, acuan)


def test_padankan_program_two_names_for_one_partner_are_refused():
    with pytest.raises(LkjError, match="padanan yang sama"):
        anggaran.padankan_program(["Program Usaha A", "Program Usaha B"], ["Program Usaha C"])


def test_beda_nama_lists_both_spellings_of_the_pk(data):
    frame = anggaran.beda_nama(data)
    assert frame["nama"].tolist() == [
        # Bab II, "Jumlah Anggaran Untuk Sasaran"
        "Program Penciptaan Iklim Usaha Usaha Kecil Menengah Yang Konduksif",
        "Program Pengembangan Kewirausahaan dan Keunggulan Kompetitif Usaha Kecil Menengah",
    ]
    assert (frame["kemiripan_kedua"] < anggaran.AMBANG_KEMIRIPAN).all()


def test_program_sasaran_gives_every_pk_programme_its_name_in_the_realisation(data):
    frame = anggaran.program_sasaran(data)
    assert set(frame["program"]) < set(data.anggaran["program"])
    assert frame["anggaran_pk"].sum() == 2_643_046_980  # Bab II, the seven rows added up


def test_tiga_sumber_lists_every_difference_with_its_amount(data):
    frame = anggaran.tiga_sumber(data).set_index("program")
    moved = frame["alokasi_kurang_pk"].dropna()
    assert moved[moved != 0].to_dict() == {
        WIRAUSAHA: 676_133_000 - 636_973_000,
        PENDUKUNG: 77_393_500 - 90_491_250,
    }
    short = frame["pagu_kurang_alokasi"].dropna()
    assert short[short != 0].to_dict() == {
        WIRAUSAHA: -82_200_000,
        PENDUKUNG: -77_393_500,
        "Program Peningkatan Kualitas Kelembagaan Koperasi": -65_309_500,
        PERLINDUNGAN: -15_818_000,
    }
    assert pd.isna(frame.loc[PENDUKUNG, "pagu_sasaran"])


def test_tiga_sumber_programmes_outside_the_pk_are_neither_same_nor_different(data):
    frame = anggaran.tiga_sumber(data)
    outside = frame[frame["anggaran_pk"].isna()]
    assert len(outside) == 3
    assert outside["sama"].isna().all()


def test_tidak_tercantum_adds_up_to_the_gap_of_the_tables(data):
    frame = anggaran.tidak_tercantum(data)
    assert frame["alokasi"].sum() == -anggaran.tiga_sumber(data)["pagu_kurang_alokasi"].sum()
    assert frame.loc[frame["seprogram"], "program"].unique().tolist() == [PENDUKUNG]


def test_per_sasaran_leaves_only_administration_outside(data):
    frame = anggaran.per_sasaran(data)
    assert frame["alokasi"].tolist() == [570_540_000, 1_109_714_500, 794_787_080, 194_067_650]
    administration = sum(row[1] for row in PROGRAM[:3])
    assert frame["alokasi"].sum() + administration == 3_923_949_220
    assert frame["indikator"].tolist()[1] == "Wirausaha baru dan Peningkatan omzet"


def test_serapan_capaian_has_a_row_per_indicator(data):
    frame = anggaran.serapan_capaian(data).set_index("kode")
    # Bab III A.2
    assert frame["capaian"].tolist() == [78.27, 103.55, 100.00, 117.05, 104.80]
    assert frame.loc["wirausaha", "serapan"] == frame.loc["omzet", "serapan"]
    assert frame["serapan"].idxmin() == "kasus"
    assert frame["capaian_dihitung"].idxmin() == "koperasi"


def test_efisiensi_sasaran_three_readings_from_printed_capaian(data):
    frame = anggaran.efisiensi_sasaran(data, "capaian")
    assert frame["capaian"].tolist() == pytest.approx([78.27, 101.775, 117.05, 104.80])
    assert frame["capaian_kurang_serapan"].round(2).tolist() == [-20.29, 4.39, 18.06, 25.63]
    assert frame["sisa"].round(2).tolist() == [1.44, 2.61, 1.01, 20.83]
    # one output: 1 - serapan/capaian
    expected = (1 - frame["serapan"] / frame["capaian"]) * 100
    assert frame["pmk"].tolist() == pytest.approx(expected.tolist())


def test_efisiensi_sasaran_readings_disagree_about_koperasi(data):
    row = anggaran.efisiensi_sasaran(data).iloc[0]
    assert row["capaian_kurang_serapan"] < 0 and row["pmk"] < 0 < row["sisa"]


def test_nama_program_shortens_names_without_losing_words():
    assert anggaran.nama_program(PENDUKUNG) == "Pengembangan Sistem Pendukung Usaha Bagi UMKM"
    assert anggaran.nama_program(PERLINDUNGAN) == PERLINDUNGAN.removeprefix("Program ")


def test_temuan_verdicts_follow_from_the_data(data):
    verdicts = [fault.vonis for fault in anggaran.temuan(data)]
    assert verdicts == [COCOK, COCOK, TIDAK_COCOK, TIDAK_COCOK, COCOK] + [TIDAK_DAPAT_DIUJI] * 3


@pytest.mark.parametrize(
    ("nomor", "isi"),
    [
        (0, "79,17 %"),
        (1, "Sebanyak 4 dari 45 kegiatan"),
        (2, "+Rp 39.160.000"),
        (2, "−Rp 13.097.750"),
        (3, format_rupiah(240_721_000)),
        (4, "Rp 268.285.418"),
        (5, "tidak searah"),
        (6, "Sebanyak 44 dari 45 kegiatan"),
        (7, "4 sasaran terlalu sedikit"),
    ],
)
def test_temuan_sentences_carry_the_numbers(data, nomor, isi):
    assert isi in anggaran.temuan(data)[nomor].kalimat


def test_temuan_without_differences_says_so(data):
    pk = data.perjanjian_anggaran
    names = anggaran.program_sasaran(data)["program"]
    pk["anggaran"] = names.map(data.anggaran.groupby("program")["alokasi"].sum())
    fault = anggaran.temuan(with_frame(data, "perjanjian_anggaran", pk))[2]
    assert fault.vonis == COCOK
    assert "Sebanyak 0 dari 7 program berbeda: tidak ada" in fault.kalimat
