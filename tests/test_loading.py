"""The frames of 2019 against figures typed by hand from the report, and the way back to a cell."""

import gc
import pickle
import shutil
from pathlib import Path

import pandas as pd
import pytest
from declared import BERKAS
from places import LAPORAN

from lkjlib.data import Data
from lkjlib.errors import AnnexError, LkjError
from lkjlib.loading import load, read_table

# The contract with the analyst: the columns a frame holds at least, in this order.
KOLOM = {
    "koperasi": ["kelompok", "aktif", "tidak_aktif", "total"],
    "pemeringkatan": ["peringkat", "skor_min", "skor_maks", "koperasi"],
    "umkm": ["kecamatan", "bidang", "baru", "binaan"],
    "omzet_kelas": ["batas_bawah", "batas_atas", "usaha"],
    "omzet_kenaikan": ["batas_bawah", "batas_atas", "usaha"],
    "omzet": ["tahun", "omzet"],
    "tenaga_kerja": ["rincian", "kategori", "penganggur", "angkatan_kerja"],
    "tpt_wilayah": ["wilayah", "tahun", "tpt"],
    "kasus": ["perusahaan", "alamat", "hasil", "pekerja"],
    "anggaran": [
        *("urusan", "program", "kegiatan", "alokasi", "realisasi", "saldo", "serapan", "fisik")
    ],
    "belanja": ["kelompok", "uraian", "anggaran", "realisasi"],
    "perjanjian_anggaran": ["sasaran", "program", "anggaran"],
    "anggaran_sasaran": ["sasaran", "program", "kegiatan", "pagu", "realisasi", "sisa"],
    "indikator": ["kode", "sasaran", "indikator", "satuan", "rumus", "polaritas"],
    "kinerja": ["kode", "tahun", "target", "realisasi", "capaian"],
    "pembanding": ["kode", "acuan", "tahun", "nilai", "jenis"],
    "tpak": ["jenis_kelamin", "tahun", "tpak", "penganggur"],
    "wajib_lapor": ["tahun", "perusahaan"],
}
BARIS = {
    "koperasi": 22,
    "pemeringkatan": 5,
    "umkm": 35,
    "omzet_kelas": 6,
    "omzet_kenaikan": 5,
    "omzet": 2,
    "tenaga_kerja": 8,
    "tpt_wilayah": 5,
    "kasus": 10,
    "anggaran": 45,
    "belanja": 4,
    "perjanjian_anggaran": 7,
    "anggaran_sasaran": 19,
    "indikator": 5,
    "kinerja": 15,
    "pembanding": 30,
    "tpak": 2,
    "wajib_lapor": 1,
}
TIPE = {
    "int64": "aktif tidak_aktif total koperasi baru binaan usaha omzet tahun penganggur "
    "angkatan_kerja pekerja nomor perusahaan alokasi realisasi saldo anggaran pagu sisa",
    "float64": "tpak tpt serapan fisik target capaian nilai",
}
KODE = ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]


def test_load_returns_the_frames_of_the_design(data):
    assert set(data.frames) == set(KOLOM)
    assert {name: len(frame) for name, frame in data.frames.items()} == BARIS


@pytest.mark.parametrize("nama", KOLOM)
def test_frame_columns_stand_in_the_order_of_the_design(data, nama):
    assert list(getattr(data, nama).columns)[: len(KOLOM[nama])] == KOLOM[nama]


@pytest.mark.parametrize("nama", KOLOM)
def test_frame_numbers_have_the_types_of_the_design(data, nama):
    types = {name: tipe for tipe, names in TIPE.items() for name in names.split()}
    types |= {"realisasi": "float64"} if nama == "kinerja" else {}
    types |= {"perusahaan": "str"} if nama == "kasus" else {}
    frame = getattr(data, nama)
    wrong = {n: str(frame[n].dtype) for n in frame if n in types and frame[n].dtype != types[n]}
    assert not wrong


@pytest.mark.parametrize("nama", KOLOM)
def test_frame_holds_no_total_row_and_no_duplicate(data, nama):
    frame = getattr(data, nama)
    texts = {str(text).casefold() for text in frame.select_dtypes("str").to_numpy().flat}
    assert not texts & {"total", "total keseluruhan", "jumlah", "sub total"}
    assert not frame.duplicated().any()


def test_koperasi_holds_the_printed_units(data):
    # Bab III A.3, sasaran 1, Rekapitulasi Data Keragaan Koperasi
    frame = data.koperasi
    # fmt: off
    assert frame["aktif"].tolist() == [
        1, 54, 13, 0, 31, 7, 0, 2, 2, 1, 1, 1, 0, 2, 1, 1, 4, 6, 1, 2, 1, 1,
    ]
    assert frame["tidak_aktif"].tolist() == [
        1, 13, 7, 2, 8, 0, 2, 2, 2, 0, 1, 2, 3, 3, 1, 0, 1, 0, 0, 0, 0, 0,
    ]
    assert frame["total"].tolist() == [
        2, 67, 20, 2, 39, 7, 2, 4, 4, 1, 2, 3, 3, 5, 2, 1, 5, 6, 1, 2, 1, 1,
    ]
    # fmt: on
    assert frame[["aktif", "tidak_aktif", "total"]].sum().tolist() == [132, 48, 180]
    assert frame["kelompok"].iloc[[0, 5, 20, 21]].tolist() == [
        "KUD",
        "KOPERASI FUNGSIONAL (ANGKATAN / POL)",
        "KOPERASI JASA ANGKUT DARATA",
        "KOPERASI SEKUNDER",
    ]


def test_pemeringkatan_holds_bands_and_counts(data):
    # Bab III A.3, sasaran 1, tabel skor dan Rekapitulasi Hasil Pemeringkatan
    frame = data.pemeringkatan
    assert frame["peringkat"].tolist() == [
        *("Sangat Berkualitas", "Berkualitas", "Cukup Berkualitas"),
        *("Kurang Berkualitas", "Tidak Berkualitas"),
    ]
    assert frame["koperasi"].tolist() == [0, 5, 26, 2, 4]
    assert frame["skor_min"].tolist() == [419, 340, 260, 180, pd.NA]
    assert frame["skor_maks"].tolist() == [pd.NA, 419, 339, 259, 180]
    assert frame["skor"].tolist() == [">419", "340 – 419", "260 – 339", "180 – 259", "<180"]


def test_umkm_holds_both_tables_by_kecamatan_and_bidang(data):
    # Bab III A.3, sasaran 2.1, Rekapitulasi Data UMKM Baru dan UMKM Binaan
    frame = data.umkm
    kecamatan = frame.groupby("kecamatan", sort=False)
    bidang = frame.groupby("bidang", sort=False)
    assert kecamatan["baru"].sum().to_dict() == {
        "Banjarbaru Selatan": 153,
        "Banjarbaru Utara": 110,
        "Cempaka": 42,
        "Landasan Ulin": 109,
        "Liang Anggang": 44,
    }
    assert kecamatan["binaan"].sum().tolist() == [607, 596, 193, 256, 193]
    assert bidang["baru"].sum().to_dict() == {
        "Kuliner": 226,
        "Fashion": 38,
        "Pendidikan": 2,
        "Otomotif": 5,
        "Agribisnis": 10,
        "Jasa": 34,
        "Bidang Lainnya": 143,
    }
    assert bidang["binaan"].sum().tolist() == [792, 93, 3, 50, 20, 109, 778]
    assert frame[["baru", "binaan"]].sum().tolist() == [458, 1845]


@pytest.mark.parametrize(
    ("kecamatan", "bidang", "baru", "binaan"),
    [  # Bab III A.3, sasaran 2.1, single cells of both tables
        ("Banjarbaru Selatan", "Kuliner", 77, 295),
        ("Banjarbaru Selatan", "Agribisnis", 3, 0),
        ("Banjarbaru Utara", "Otomotif", 0, 25),
        ("Cempaka", "Fashion", 18, 31),
        ("Landasan Ulin", "Agribisnis", 5, 5),
        ("Liang Anggang", "Pendidikan", 1, 1),
        ("Liang Anggang", "Bidang Lainnya", 17, 72),
    ],
)
def test_umkm_cell_is_the_printed_one(data, kecamatan, bidang, baru, binaan):
    row = data.umkm.query("kecamatan == @kecamatan and bidang == @bidang").iloc[0]
    assert (row["baru"], row["binaan"]) == (baru, binaan)


def test_omzet_classes_hold_printed_bounds_and_counts(data):
    # Bab III A.3, sasaran 2.2, Kategori omzet dan Persentase kenaikan omzet
    sales, growth = data.omzet_kelas, data.omzet_kenaikan
    assert sales["usaha"].tolist() == [459, 955, 306, 83, 40, 2]
    assert sales["batas_atas"].tolist()[:-1] == [
        *(20_000_000, 30_000_000, 40_000_000, 50_000_000, 80_000_000)
    ]
    assert sales["batas_bawah"].tolist()[1:] == sales["batas_atas"].tolist()[:-1]
    assert pd.isna(sales["batas_bawah"].iloc[0])
    assert pd.isna(sales["batas_atas"].iloc[-1])
    assert growth["usaha"].tolist() == [1313, 125, 75, 104, 228]
    assert growth["batas_bawah"].tolist()[1:] == [10, 20, 30, 40]
    assert growth["batas_atas"].tolist()[:-1] == [10, 20, 30, 40]
    assert sales["usaha"].sum() == growth["usaha"].sum() == 1845


def test_omzet_holds_two_yearly_totals(data):
    # Bab III A.3, sasaran 2.2, alinea setelah Tabel I
    assert data.omzet.set_index("tahun")["omzet"].to_dict() == {
        2018: 43_361_776_341,
        2019: 47_797_383_121,
    }


def test_tenaga_kerja_holds_bps_figures_by_education_and_sex(data):
    # Bab III A.3, sasaran 3, Data Pengangguran dan Data Angkatan Kerja
    schooling = data.tenaga_kerja.query("rincian == 'pendidikan'")
    assert schooling["kategori"].iloc[[0, 3, 4]].tolist() == [
        "Tidak/Belum Pernah Sekolah/Belum Tamat SD",
        "Sekolah Menengah Atas",
        "Diploma I/II/III/Akademi",
    ]
    assert schooling["penganggur"].tolist() == [216, 745, 891, 3069, 171, 1088]
    assert schooling["angkatan_kerja"].tolist() == [13233, 13762, 18698, 45433, 4168, 26869]
    assert schooling["bekerja"].isna().all()
    sex = data.tenaga_kerja.query("rincian == 'jenis_kelamin'").set_index("kategori")
    assert sex.loc["Laki-laki", ["penganggur", "angkatan_kerja"]].tolist() == [3482, 77655]
    assert sex.loc["Perempuan", ["penganggur", "angkatan_kerja"]].tolist() == [2698, 44508]
    assert sex["bekerja"].to_dict() == {"Laki-laki": 74173, "Perempuan": 41810}


def test_tenaga_kerja_totals_agree_by_both_breakdowns(data):
    # Bab III A.3, sasaran 3: 6.180 penganggur, 122.163 angkatan kerja, 115.983 bekerja
    sums = data.tenaga_kerja.groupby("rincian")[["penganggur", "angkatan_kerja"]].sum()
    assert sums.loc["pendidikan"].tolist() == sums.loc["jenis_kelamin"].tolist() == [6180, 122163]
    assert data.tenaga_kerja["bekerja"].sum() == 115983


def test_tpak_and_regions_hold_what_the_text_gives(data):
    # Bab III A.3, sasaran 3, alinea perbandingan 2018–2019 dan Tabel III
    assert data.tpak.values.tolist() == [
        ["Perempuan", 2018, 52.02, 1998],
        ["Perempuan", 2019, 47.62, 2698],
    ]
    assert data.tpt_wilayah.set_index("wilayah")["tpt"].to_dict() == {
        "Kota Banjarbaru": 5.06,
        "Kabupaten Banjar": 3.01,
        "Kabupaten Tanah Laut": 3.41,
        "Kota Banjarmasin": 7.69,
        "Provinsi Kalimantan Selatan": 4.31,
    }
    assert data.tpt_wilayah["tahun"].unique().tolist() == [2019]


def test_kasus_holds_ten_cases_without_names(data):
    # Bab III A.3, sasaran 4, Data kasus ketenagakerjaan
    frame = data.kasus
    assert frame["nomor"].tolist() == list(range(1, 11))
    assert frame["hasil"].value_counts().to_dict() == {"PB": 5, "Anjuran": 4, "PB & Anjuran": 1}
    assert frame.loc[4, ["perusahaan", "alamat", "hasil", "pekerja"]].tolist() == [
        *("PT. Catur Sedulur", "Banjarbaru", "PB", 19)
    ]
    assert frame.loc[8, ["perusahaan", "alamat", "hasil"]].tolist() == [
        *("PT. Inhutani III", "Guntung Manggis", "PB & Anjuran")
    ]
    assert frame["perusahaan"].eq("PT. Inhutani III").sum() == 3
    assert frame["pekerja"].drop(4).eq(1).all()
    # alinea setelah Tabel I: 420 perusahaan wajib lapor
    assert data.wajib_lapor.values.tolist() == [[2019, 420]]


def test_anggaran_programmes_add_up_to_the_printed_subtotals(data):
    # Bab III B, tabel Program / Kegiatan: kegiatan, alokasi, realisasi, saldo of each programme
    programmes = data.anggaran.groupby("program", sort=False)
    sums = programmes[["alokasi", "realisasi", "saldo"]].sum()
    sums.insert(0, "kegiatan", programmes.size())
    assert sums.values.tolist() == [
        [9, 845_109_560, 775_778_303, 69_331_257],
        [9, 348_242_530, 331_683_800, 16_558_730],
        [3, 61_487_900, 60_847_900, 640_000],
        [3, 356_188_000, 350_108_000, 6_080_000],
        [3, 676_133_000, 655_933_000, 20_200_000],
        [2, 77_393_500, 74_703_500, 2_690_000],
        [5, 570_540_000, 562_313_350, 8_226_650],
        [1, 523_667_600, 515_658_100, 8_009_500],
        [2, 271_119_480, 271_068_250, 51_230],
        [8, 194_067_650, 153_651_150, 40_416_500],
    ]
    assert sums.sum().tolist() == [45, 3_923_949_220, 3_751_745_353, 172_203_867]


def test_anggaran_urusan_is_missing_before_heading_a(data):
    # Bab III B: programmes 1–3 stand before heading A, 4–7 under A, 8–10 under B
    urusan = data.anggaran.groupby("program", sort=False)["urusan"].first().tolist()
    assert pd.isna(urusan[:3]).all()
    assert urusan[3:] == [
        *["Urusan Koperasi, Usaha Kecil Menengah"] * 4,
        *["Urusan Tenaga Kerja"] * 3,
    ]


@pytest.mark.parametrize(
    ("kegiatan", "alokasi", "realisasi", "saldo", "serapan"),
    [  # Bab III B, tabel Program / Kegiatan, single rows
        (
            "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
            *(125_052_560, 92_483_713, 32_568_847, 73.96),
        ),
        (
            "Penyediaan Peralatan dan Perlengkapan Kantor",
            *(31_392_000, 31_342_000, 50_000, 99.84),
        ),
        ("Rutin / Berkala Mebeleur", 1_922_800, 1_920_000, 2_800, 99.85),
        (
            "Sosialisasi Berbagai Peraturan Pelaksanaan Tentang Ketenagakerjaan",
            *(42_428_500, 23_462_500, 18_966_000, 55.30),
        ),
        ("Forum Lembaga Kerjasama Tripartit", 21_710_750, 18_068_750, 3_642_000, 83.22),
        ("Survey Kebutuhan Hidup Layak (KHL)", 15_818_000, 13_102_000, 2_716_000, 82.83),
    ],
)
def test_anggaran_row_is_the_printed_one(data, kegiatan, alokasi, realisasi, saldo, serapan):
    row = data.anggaran.query("kegiatan == @kegiatan").iloc[0]
    assert row[["alokasi", "realisasi", "saldo"]].tolist() == [alokasi, realisasi, saldo]
    assert row["serapan"] == serapan
    assert row["fisik"] == 100


def test_anggaran_fisik_is_missing_where_the_report_leaves_a_blank(data):
    # Bab III B: only the DAK entrepreneurship training has no physical percentage
    blank = data.anggaran[data.anggaran["fisik"].isna()]
    assert blank["kegiatan"].tolist() == ["Penyelenggaraan Pelatihan Kewirausahaan (DAK)"]


def test_belanja_holds_kinds_of_spending(data):
    # Bab III B, tabel sumber dana APBD
    assert data.belanja.values.tolist() == [
        ["Belanja Tidak Langsung", "Gaji dan Tunjangan", 4_893_879_330, 4_797_797_779],
        ["Belanja Langsung", "Belanja Pegawai", 231_855_000, 214_555_000],
        ["Belanja Langsung", "Belanja Barang dan Jasa", 3_525_921_470, 3_375_795_353],
        ["Belanja Langsung", "Belanja Modal", 166_172_750, 161_395_000],
    ]
    # alinea di bawahnya: sisa anggaran Rp 268.285.418
    assert data.belanja["anggaran"].sum() - data.belanja["realisasi"].sum() == 268_285_418


def test_perjanjian_anggaran_holds_the_agreed_programmes(data):
    # Bab II A, Jumlah Anggaran Untuk Sasaran
    frame = data.perjanjian_anggaran
    assert frame["anggaran"].tolist() == [
        *(570_540_000, 356_188_000, 636_973_000, 90_491_250),
        *(523_667_600, 271_119_480, 194_067_650),
    ]
    assert frame.groupby("sasaran", sort=False).size().tolist() == [1, 3, 2, 1]
    assert frame.loc[1, "program"].endswith("Usaha Kecil Menengah Yang Konduksif")


def test_anggaran_sasaran_holds_four_tables(data):
    # Bab III A.3, Realisasi Anggaran of each sasaran; sums added by hand
    frame = data.anggaran_sasaran
    sums = frame.groupby("sasaran", sort=False)[["pagu", "realisasi", "sisa"]].sum()
    assert frame.groupby("sasaran", sort=False).size().tolist() == [4, 5, 3, 7]
    assert sums.values.tolist() == [
        [505_230_500, 497_003_850, 8_226_650],
        [950_121_000, 923_841_000, 26_280_000],
        [794_787_080, 786_726_350, 8_060_730],
        [178_249_650, 140_549_150, 37_700_500],
    ]
    assert frame["sasaran"].unique().tolist() == data.indikator["sasaran"].unique().tolist()
    assert frame.loc[13, ["pagu", "realisasi", "sisa"]].tolist() == [
        *(42_428_500, 23_462_500, 18_966_000)
    ]


def test_indikator_holds_five_indicators_with_formula_and_polarity(data):
    # Bab III A.3, rumus setiap indikator
    frame = data.indikator.set_index("kode")
    assert frame.index.tolist() == KODE
    assert frame["rumus"].tolist() == ["positif"] * 3 + ["negatif"] * 2
    assert frame["polaritas"].tolist() == frame["rumus"].tolist()
    assert frame["satuan"].unique().tolist() == ["%"]
    assert frame.loc["tpt", "sasaran"] == "Menurunnya Tingkat Pengangguran Terbuka"
    assert frame.loc["kasus", "penyebut"] == "jumlah perusahaan wajib lapor"


NAN = float("nan")


@pytest.mark.parametrize(
    ("kode", "realisasi", "capaian", "target"),
    [  # Bab III A.3, Tabel II of each indicator; target: Bab II A, Sasaran Strategis
        ("koperasi", [22.32, 19.84, 23.48], [100, 88.57, 78.27], 30),
        ("wirausaha", [11.51, 19.31, 24.82], [81.63, 101.42, 103.55], 23.97),
        ("omzet", [NAN, 9, 10], [NAN, 100, 100], 10),
        ("tpt", [5.51, 5.20, 5.06], [111.13, 115.45, 117.05], 6.10),
        ("kasus", [2.6, 2.91, 2.38], [100, 85.88, 104.8], 2.5),
    ],
)
def test_kinerja_holds_printed_years_and_the_target_of_2019(data, kode, realisasi, capaian, target):
    frame = data.kinerja.query("kode == @kode")
    assert frame["tahun"].tolist() == [2017, 2018, 2019]
    assert frame["realisasi"].tolist() == pytest.approx(realisasi, nan_ok=True)
    assert frame["capaian"].tolist() == pytest.approx(capaian, nan_ok=True)
    assert frame["target"].tolist() == pytest.approx([NAN, NAN, target], nan_ok=True)


def test_pembanding_holds_references_and_leaves_dashes_missing(data):
    # Bab III A.3, Tabel III and Tabel IV of each indicator
    frame = data.pembanding.pivot(index="kode", columns="acuan", values="nilai").loc[KODE]
    assert frame["RPJMD 2021"].tolist() == [35, 33.85, 12, 5.95, 2.4]
    assert frame["RPJMN 2019"].dropna().to_dict() == {"tpt": 5}
    regions = frame.drop(columns=["RPJMD 2021", "RPJMN 2019"])
    assert regions.drop("tpt").isna().all(axis=None)
    assert regions.loc["tpt"].to_dict() == {
        "Kabupaten Banjar": 3.01,
        "Kabupaten Tanah Laut": 3.41,
        "Kota Banjarmasin": 7.69,
        "Provinsi Kalimantan Selatan": 4.31,
    }
    years = data.pembanding.groupby("acuan")["tahun"].unique().str[0]
    assert years["RPJMD 2021"] == 2021
    assert (years.drop("RPJMD 2021") == 2019).all()


@pytest.mark.parametrize(
    ("bingkai", "baris", "kolom", "alamat"),
    [
        ("koperasi", 1, "aktif", "koperasi.xlsx!Keragaan!C8"),
        ("koperasi", 0, "kelompok", "koperasi.xlsx!Keragaan!B7"),
        ("pemeringkatan", 1, "skor_min", "koperasi.xlsx!Pemeringkatan!C7"),
        ("umkm", 17, "baru", "umkm.xlsx!UMKM Baru!F9"),
        ("umkm", 17, "binaan", "umkm.xlsx!UMKM Binaan!F9"),
        ("omzet", 1, "omzet", "umkm.xlsx!Total Omzet!C7"),
        ("tenaga_kerja", 3, "penganggur", "ketenagakerjaan.xlsx!Pengangguran!D9"),
        ("tenaga_kerja", 3, "angkatan_kerja", "ketenagakerjaan.xlsx!Angkatan Kerja!D9"),
        ("kasus", 4, "pekerja", "kasus.xlsx!Kasus!E10"),
        ("anggaran", 21, "urusan", "anggaran.xlsx!Program Kegiatan!B32"),
        ("belanja", 2, "kelompok", "anggaran.xlsx!Belanja!B9"),
        ("perjanjian_anggaran", 2, "sasaran", "anggaran.xlsx!Perjanjian Kinerja!B7"),
        ("kinerja", 9, "capaian", "kinerja.xlsx!Capaian!E10"),
        ("kinerja", 11, "target", "kinerja.xlsx!Perjanjian Kinerja!E8"),
        ("pembanding", 20, "nilai", "kinerja.xlsx!Pembanding!F9"),
    ],
)
def test_asal_gives_the_cell(data, bingkai, baris, kolom, alamat):
    assert data.asal(bingkai, baris, kolom) == alamat


def test_asal_of_every_number_leads_to_the_same_value_in_the_workbook(data, frozen):
    from openpyxl import load_workbook

    books = {b: load_workbook(frozen / b, data_only=True) for b in BERKAS}
    wrong = []
    for bingkai, rows in data.entries.items():
        frame = getattr(data, bingkai)
        for baris, row in enumerate(rows):
            for kolom in frame.select_dtypes("number").columns:
                entry = row.get(kolom)
                if entry is None or entry.nilai is None or kolom == "tahun" or "_m" in kolom:
                    continue
                berkas, lembar, sel = data.asal(bingkai, baris, kolom).split("!")
                value = books[berkas][lembar][sel].value
                if not isinstance(value, str) and value != frame[kolom].iloc[baris]:
                    wrong.append((bingkai, baris, kolom))
    assert not wrong


@pytest.mark.parametrize(
    ("bingkai", "baris", "kolom"),
    [
        ("kinerja", 0, "target"),
        ("anggaran", 0, "urusan"),
        ("koperasi", 22, "aktif"),
        ("koperasi", -1, "aktif"),
        ("koperasi", 0, "pengurus"),
        ("koperasa", 0, "aktif"),
    ],
)
def test_asal_of_what_no_cell_holds_is_refused(data, bingkai, baris, kolom):
    with pytest.raises(LkjError, match=bingkai):
        data.asal(bingkai, baris, kolom)


@pytest.mark.parametrize(
    ("bingkai", "baris", "kolom", "teks"),
    [  # decimals as the report prints them, Bab III A.3 Tabel II and Bab III B
        ("kinerja", 12, "realisasi", "2,6"),
        ("kinerja", 14, "capaian", "104,8"),
        ("kinerja", 2, "realisasi", "23,48"),
        ("kinerja", 10, "realisasi", "5,20"),
        ("kinerja", 0, "capaian", "100"),
        ("kinerja", 7, "realisasi", "9"),
        ("kinerja", 6, "realisasi", "–"),
        ("kinerja", 11, "target", "6,10"),
        ("kinerja", 14, "target", "2,5"),
        ("kinerja", 0, "target", "–"),
        ("kinerja", 0, "tahun", "2017"),
        ("pembanding", 24, "nilai", "2,40"),
        ("pembanding", 19, "nilai", "5"),
        ("pembanding", 1, "nilai", "–"),
        ("omzet", 1, "omzet", "47.797.383.121"),
        ("omzet", 1, "tahun", "2019"),
        ("anggaran", 38, "serapan", "55,30"),
        ("anggaran", 0, "fisik", "100"),
        ("anggaran", 26, "fisik", "–"),
        ("tenaga_kerja", 3, "penganggur", "3.069"),
        ("koperasi", 0, "kelompok", "KUD"),
    ],
)
def test_tercetak_gives_the_printed_string(data, bingkai, baris, kolom, teks):
    assert data.tercetak(bingkai, baris, kolom) == teks


def test_frame_is_a_copy_so_one_reader_does_not_change_another(data):
    mine = data.koperasi
    mine.loc[0, "aktif"] = 999
    assert data.koperasi.loc[0, "aktif"] == 1


def test_data_of_unknown_frame_lists_the_known_ones(data):
    with pytest.raises(AttributeError, match=r"'koprasi'.*koperasi, pemeringkatan"):
        _ = data.koprasi


def test_data_shows_its_frames_to_completion_and_in_repr(data):
    assert set(KOLOM) <= set(dir(data))
    assert repr(data) == "Data LKj 2019: 18 bingkai, 226 baris"


def test_data_survives_pickling(data):
    kembali = pickle.loads(pickle.dumps(data))
    assert isinstance(kembali, Data)
    assert kembali.koperasi.equals(data.koperasi)
    assert kembali.asal("koperasi", 1, "aktif") == data.asal("koperasi", 1, "aktif")


def test_load_by_year_finds_the_folder_from_below(frozen, monkeypatch, data):
    monkeypatch.chdir(frozen)
    assert load(2019).koperasi.equals(data.koperasi)


def test_load_of_unknown_year_says_which_years_there_are():
    with pytest.raises(LkjError, match=r"'data/1999' tidak ada.*Yang ada: 2019"):
        load(1999)


def test_load_lists_every_fault_of_every_workbook_at_once(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima puluh")
    annexes.edit("umkm.xlsx", "UMKM Baru", D7=None)
    annexes.edit("kinerja.xlsx", "Capaian", B9="omset")
    (annexes.folder / "kasus.xlsx").unlink()
    with pytest.raises(AnnexError) as galat:
        load(path=annexes.folder)
    assert {f.alamat for f in galat.value.faults} >= {
        "koperasi.xlsx!Keragaan!C8",
        "umkm.xlsx!UMKM Baru!D7",
        "kinerja.xlsx!Capaian!B9",
        "kasus.xlsx",
    }
    assert str(galat.value).startswith("Lampiran tidak dapat dipakai: 5 galat.\n")
    assert galat.value.__cause__ is None


def test_read_table_gives_declared_columns_and_types(frozen):
    frame = read_table(frozen / "koperasi.xlsx", "koperasi.Keragaan")
    assert frame.dtypes.astype(str).to_dict() == {
        "kelompok": "str",
        "aktif": "int64",
        "tidak_aktif": "int64",
        "total": "int64",
    }
    assert len(frame) == 22


def test_read_table_of_levels_gives_one_row_per_kegiatan(frozen):
    frame = read_table(frozen / "anggaran.xlsx", "anggaran.Program Kegiatan")
    assert list(frame.columns[:4]) == ["urusan", "program", "kegiatan", "alokasi"]
    assert len(frame) == 45


def test_read_table_takes_any_file_name_and_one_sheet_of_any_name(root, make_workbook):
    path = make_workbook(
        {"Lembar1": [["Tahun", "Jumlah Perusahaan Wajib Lapor"], [2020, 431]]}, nama="kiriman.xlsx"
    )
    assert read_table(path, "kasus.Wajib Lapor").values.tolist() == [[2020, 431]]


def test_read_table_fault_names_the_file_that_was_read(make_workbook):
    rows = [["Tahun", "Jumlah Perusahaan Wajib Lapor"], [2020, "banyak"], [2020, 7]]
    path = make_workbook({"Wajib Lapor": rows}, nama="kiriman.xlsx")
    with pytest.raises(AnnexError) as galat:
        read_table(path, "kasus.Wajib Lapor")
    assert [f.alamat for f in galat.value.faults] == [
        "kiriman.xlsx!Wajib Lapor!B2",
        "kiriman.xlsx!Wajib Lapor!A3",
    ]


def test_read_table_of_undeclared_name_lists_the_declared_ones(frozen):
    with pytest.raises(LkjError, match=r"'koperasi\.Keragan'.*koperasi\.Keragaan"):
        read_table(frozen / "koperasi.xlsx", "koperasi.Keragan")


def test_read_table_reads_a_sheet_of_the_ledger(frozen):
    frame = read_table(frozen / "klaim.xlsx", "klaim.Temuan")
    assert list(frame.columns) == ["nomor", "konsekuensi", "judul"]
    assert frame["nomor"].tolist() == list(range(1, len(frame) + 1))


def test_load_of_a_path_takes_the_year_from_the_report_whatever_its_folder_is_called(
    frozen, tmp_path
):
    shutil.copytree(frozen, tmp_path / "2020")
    assert load(path=tmp_path / "2020").tahun == 2019
    assert load(2019, path=tmp_path / "2020").tahun == 2019
    with pytest.raises(LkjError, match="tentang 2019, bukan 2020"):
        load(2020, path=tmp_path / "2020")


def test_load_takes_the_name_of_a_folder_and_its_path():
    assert load("2019").folder == load("data/2019").folder


@pytest.mark.parametrize("wrong", [True, 2019.0, ["2019"]])
def test_load_of_what_is_no_year_and_no_folder_says_so(wrong):
    with pytest.raises(LkjError, match="bukan tahun maupun folder"):
        load(wrong)


@pytest.mark.parametrize("path", [2019, 20.5, ["data/2019"]])
def test_a_path_that_is_none_is_refused_in_words(path):
    with pytest.raises(LkjError, match="bukan folder"):
        load(path=path)


def test_load_reads_once_what_a_folder_holds_and_anew_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "2019"
    shutil.copytree(LAPORAN / "data" / "2019", folder)
    first = load(path=folder)
    frame = first.koperasi
    frame["aktif"] = 0
    again = load(path=folder)
    assert again is first
    assert int(again.koperasi["aktif"].sum()) == 132
    for name in ("laporan.toml", "temuan.toml"):
        (folder / name).write_text((folder / name).read_text(encoding="utf-8") + "\n# lagi\n")
        changed = load(path=folder)
        assert changed is not again
        again = changed
    (folder / "klaim.xlsx").unlink()  # the ledger is judged by the data it is loaded with
    assert load(path=folder) is not again


@pytest.mark.parametrize("collecting", [True, False])
def test_read_table_leaves_the_collector_as_it_was(frozen, collecting):
    try:
        gc.enable() if collecting else gc.disable()
        read_table(frozen / "koperasi.xlsx", "koperasi.Keragaan")
        with pytest.raises(LkjError):
            read_table(frozen / "koperasi.xlsx", "koperasi.Tiada")
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
