"""Three sources of one budget: values of Bab II, III A.3 and III B, and what they leave out."""

from dataclasses import replace

import pandas as pd
import pytest

from lkjlib.errors import LkjError
from lkjlib.report_file import read_report
from lkjlib.themes.anggaran.sources import (
    beda_nama,
    nama_program,
    padankan_program,
    per_sasaran,
    program_sasaran,
    tidak_tercantum,
    tiga_sumber,
    untuk_sasaran,
)

PERLINDUNGAN = "Program Perlindungan dan Pengembangan Lembaga Ketenagakerjaan"
WIRAUSAHA = (
    "Program Pengembangan Kewirausahaan dan Keunggulan Kompetitif Usaha Mikro Kecil Menengah"
)
PENDUKUNG = "Program Pengembangan Sistem Pendukung Usaha Bagi Usaha Mikro Kecil Menengah"


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
    frame = untuk_sasaran(data, kode)
    assert len(frame) == jumlah
    assert frame.loc[~frame["tercantum"], "kegiatan"].tolist() == hilang
    assert frame["pagu"].isna().tolist() == (~frame["tercantum"]).tolist()
    listed = frame[frame["tercantum"]]
    assert (listed["pagu"] == listed["alokasi"]).all()


def test_untuk_sasaran_keeps_rupiah_whole(data):
    types = untuk_sasaran(data, "kasus").dtypes.astype(str)
    assert types[["pagu", "alokasi", "realisasi", "saldo"]].tolist() == ["Int64"] + ["int64"] * 3


def test_untuk_sasaran_indicators_of_one_sasaran_share_the_budget(data):
    first, second = (untuk_sasaran(data, kode) for kode in ("wirausaha", "omzet"))
    assert first.equals(second)


def test_untuk_sasaran_unknown_indicator_names_those_there_are(data):
    with pytest.raises(LkjError, match="koperasi, wirausaha, omzet, tpt, kasus"):
        untuk_sasaran(data, "tpk")


def test_beda_nama_lists_both_spellings_of_the_pk(data):
    frame = beda_nama(data)
    assert frame["nama"].tolist() == [
        # Bab II, "Jumlah Anggaran Untuk Sasaran"
        "Program Penciptaan Iklim Usaha Usaha Kecil Menengah Yang Konduksif",
        "Program Pengembangan Kewirausahaan dan Keunggulan Kompetitif Usaha Kecil Menengah",
    ]
    assert frame["acuan"].isin(data.anggaran["program"]).all()


def test_program_sasaran_gives_every_pk_programme_its_name_in_the_realisation(data):
    frame = program_sasaran(data)
    assert set(frame["program"]) < set(data.anggaran["program"])
    assert frame["anggaran_pk"].sum() == 2_643_046_980  # Bab II, the seven rows added up


def test_tiga_sumber_lists_every_difference_with_its_amount(data):
    frame = tiga_sumber(data).set_index("program")
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
    frame = tiga_sumber(data)
    outside = frame[frame["anggaran_pk"].isna()]
    assert len(outside) == 3
    assert outside["sama"].isna().all()


def test_tidak_tercantum_adds_up_to_the_gap_of_the_tables(data):
    frame = tidak_tercantum(data)
    assert frame["alokasi"].sum() == -tiga_sumber(data)["pagu_kurang_alokasi"].sum()
    assert frame.loc[frame["seprogram"], "program"].unique().tolist() == [PENDUKUNG]


def test_per_sasaran_leaves_only_administration_outside(data):
    frame = per_sasaran(data)
    assert frame["alokasi"].tolist() == [570_540_000, 1_109_714_500, 794_787_080, 194_067_650]
    administration = 845_109_560 + 348_242_530 + 61_487_900
    assert frame["alokasi"].sum() + administration == 3_923_949_220
    assert frame["indikator"].tolist()[1] == "Wirausaha baru dan Peningkatan omzet"


def test_nama_program_shortens_names_without_losing_words():
    assert nama_program(PENDUKUNG) == "Pengembangan Sistem Pendukung Usaha Bagi UMKM"
    assert nama_program(PERLINDUNGAN) == PERLINDUNGAN.removeprefix("Program ")


def test_padankan_program_pairs_as_it_is_stated():
    stated = {"Program Iklim Usaha Konduksif": "Program Iklim Usaha Kondusif"}
    names = ["Program Iklim Usaha Konduksif", "Program Koperasi"]
    frame = padankan_program(names, ["Program Koperasi", "Program Iklim Usaha Kondusif"], stated)
    assert frame["acuan"].tolist() == ["Program Iklim Usaha Kondusif", "Program Koperasi"]
    assert frame["sama"].tolist() == [False, True]


def test_padankan_program_ignores_capitals_and_spacing():
    frame = padankan_program(["program  KOPERASI"], ["Program Koperasi"])
    assert frame["acuan"].tolist() == ["Program Koperasi"]


def test_padankan_program_never_guesses_but_says_what_to_state():
    with pytest.raises(LkjError, match="tepat satu padanan") as caught:
        padankan_program(["Program Usaha Konduksif"], ["Program Usaha Kondusif"])
    assert '"Program Usaha Konduksif" = "Program Usaha Kondusif"' in str(caught.value)
    assert "laporan.toml, bagian [alias]" in str(caught.value)


@pytest.mark.parametrize(
    ("nama", "acuan"),
    [
        (["Program Koperasi"], ["Program Tenaga Kerja"]),  # none is it
        (["Program Usaha"], ["Program Usaha", "PROGRAM USAHA"]),  # two are
        (["Program Koperasi"], []),
    ],
)
def test_padankan_program_without_single_partner_is_refused(nama, acuan):
    with pytest.raises(LkjError, match="tepat satu padanan"):
        padankan_program(nama, acuan)


def test_padankan_program_two_names_for_one_partner_are_refused():
    stated = {"Program Usaha B": "Program Usaha A"}
    with pytest.raises(LkjError, match="padanan yang sama"):
        padankan_program(["Program Usaha A", "Program Usaha B"], ["Program Usaha A"], stated)


def test_beda_nama_without_the_stated_spellings_is_refused(data, annexes):
    file = annexes.folder / "laporan.toml"
    file.write_text(file.read_text(encoding="utf-8").partition("\n[alias]")[0], encoding="utf-8")
    with pytest.raises(LkjError, match="Konduksif' harus punya tepat satu padanan"):
        beda_nama(replace(data, laporan=read_report(annexes.folder)))
