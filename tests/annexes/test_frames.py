"""The declared frames: explained columns, known types, and rows shaped without losing a cell."""

from dataclasses import replace

import pytest
from declared import BINGKAI, FRAMES, REPORT, TABLES

from lkjlib.annexes.declaration import Level, Table, class_column, count_column, text_column
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.frames import by_row, columns_of, tabulate, with_bounds
from lkjlib.data import Entry

SATUAN = {"", "orang", "persen", "rupiah", "rupiah per tahun", "skor", "tahun", "unit", "usaha"}
SATUAN |= {"perusahaan", "satuan indikator", "cacah", "desimal"}
TIPE = {"str", "int64", "Int64", "float64"}


@pytest.mark.parametrize("nama", FRAMES)
def test_every_frame_column_is_explained_and_typed(nama):
    frame = FRAMES[nama]
    assert frame.baris.strip()
    for column in frame.kolom:
        assert column.keterangan.strip(), column.nama
        assert column.tipe in TIPE, column.nama
        assert column.satuan in SATUAN, column.nama
        assert column.satuan or column.tipe in ("str", "int64"), column.nama
    assert len(set(frame.nama_kolom)) == len(frame.kolom)


@pytest.mark.parametrize("nama", FRAMES)
def test_no_frame_declares_a_column_of_person_names(nama):
    names = set(FRAMES[nama].nama_kolom) - {"nama_pendek"}  # of an indicator
    assert not [name for name in names if "nama" in name or "pegawai" in name]


@pytest.mark.parametrize("nama", BINGKAI)
def test_every_row_of_a_frame_carries_the_cell_of_each_value(data, nama):
    frame = getattr(data, nama)
    for baris, row in enumerate(data.entries[nama]):
        for kolom in frame.columns:
            if frame[kolom].notna().iloc[baris]:
                assert row[kolom].sel, (baris, kolom)
                assert row[kolom].lembar.split("!")[0].endswith(".xlsx")


def _table(nama, rows):
    entries = [
        {key: Entry(value, f"{key}{i}", 0, "a.xlsx!B") for key, value in row.items()}
        for i, row in enumerate(rows)
    ]
    keys = tuple(key for key in TABLES[nama].kunci if key in entries[0])
    return {nama: TableRows(replace(TABLES[nama], kunci=keys), TABLES[nama].lembar, entries)}


LADANG = Table(
    "ladang.xlsx",
    "Ladang",
    "Bab I",
    (
        text_column("label", "Uraian", "desa atau kebun"),
        class_column("luas", "Luas", "persen", "luas seperti tercetak"),
        count_column("pohon", "Pohon", "pohon", "pohon", boleh_kosong=True),
        count_column("buah", "Buah", "buah", "buah"),
    ),
    kunci=("desa", "kebun"),
    label="label",
    tingkat=(Level("desa", "kosong", keterangan="desa"), Level("kebun", "data")),
)


def test_columns_of_a_table_are_its_levels_and_its_columns_but_the_one_they_share():
    found = [(c.nama, c.tipe, c.satuan, c.keterangan) for c in columns_of(LADANG)]
    assert found == [
        ("desa", "str", "", "desa"),
        ("kebun", "str", "", ""),
        ("luas", "str", "", "luas seperti tercetak"),
        ("pohon", "Int64", "pohon", "pohon"),
        ("buah", "int64", "buah", "buah"),
    ]
    assert [c.nama for c in columns_of(LADANG, "buah", "desa")] == ["buah", "desa"]


def test_columns_of_an_undeclared_name_are_refused():
    with pytest.raises(KeyError, match="daun"):
        columns_of(LADANG, "daun")


def test_by_row_gives_the_rows_of_the_table():
    tables = _table("kasus.Wajib Lapor", [{"tahun": 2019, "perusahaan": 420}])
    frame = by_row(TABLES["kasus.Wajib Lapor"], "tahun")
    assert frame.susun(tables) == tables["kasus.Wajib Lapor"].rows
    assert [(c.nama, c.tipe, c.satuan) for c in frame.kolom] == [
        ("tahun", "int64", "tahun"),
        ("perusahaan", "int64", "perusahaan"),
    ]


def test_with_bounds_adds_both_bounds_at_the_cell_of_the_class():
    tables = _table("umkm.Omzet", [{"kelas": "> Rp. 80.000.000", "usaha": 2}])
    frame = with_bounds(TABLES["umkm.Omzet"], "kelas", "kelas", ("bawah", "dari"), ("atas", "s/d"))
    (row,) = frame.susun(tables)
    assert (row["bawah"].nilai, row["atas"].nilai) == (80_000_000, None)
    assert row["bawah"].sel == row["kelas"].sel == "kelas0"


def test_with_bounds_puts_both_bounds_in_place_of_the_class_and_the_class_last():
    frame = with_bounds(LADANG, "kebun", "luas", ("luas_min", "dari"), ("luas_maks", "sampai"))
    assert frame.nama_kolom == ("desa", "kebun", "luas_min", "luas_maks", "pohon", "buah", "luas")
    assert [(c.tipe, c.satuan, c.keterangan) for c in frame.kolom[2:4]] == [
        ("float64", "persen", "dari"),
        ("float64", "persen", "sampai"),
    ]


def test_tabulate_leaves_missing_what_a_row_has_not():
    rows = [{"kebun": Entry("A", "B2"), "buah": Entry(3, "D2")}]
    frame = tabulate(columns_of(LADANG, "kebun", "pohon", "buah"), rows)
    assert frame.dtypes.astype(str).tolist() == ["str", "Int64", "int64"]
    assert frame["pohon"].isna().all()
    assert frame["buah"].tolist() == [3]


def test_umkm_pairs_both_tables_by_kecamatan_not_by_row():
    bidang = [c.nama for c in TABLES["umkm.UMKM Baru"].kolom[1:-1]]
    new = [{"kecamatan": k, **dict.fromkeys(bidang, n)} for k, n in (("A", 1), ("B", 2))]
    coached = [{"kecamatan": k, **dict.fromkeys(bidang, n)} for k, n in (("B", 20), ("A", 10))]
    rows = FRAMES["umkm"].susun(
        {**_table("umkm.UMKM Baru", new), **_table("umkm.UMKM Binaan", coached)}
    )
    assert [row["bidang"].nilai for row in rows] == bidang * 2
    assert {(r["kecamatan"].nilai, r["baru"].nilai, r["binaan"].nilai) for r in rows} == {
        ("A", 1, 10),
        ("B", 2, 20),
    }


def test_tenaga_kerja_pairs_groups_by_name_and_shortens_the_breakdown():
    force = [{"rincian": "Jenis Kelamin", "kategori": k, "angkatan_kerja": n, "bekerja": None}
             for k, n in (("L", 10), ("P", 20))]  # fmt: skip
    idle = [{"rincian": "Jenis Kelamin", "kategori": k, "penganggur": n}
            for k, n in (("P", 2), ("L", 1))]  # fmt: skip
    tables = {
        **_table("ketenagakerjaan.Angkatan Kerja", force),
        **_table("ketenagakerjaan.Pengangguran", idle),
    }
    rows = FRAMES["tenaga_kerja"].susun(tables)
    assert [(r["kategori"].nilai, r["penganggur"].nilai) for r in rows] == [("L", 1), ("P", 2)]
    assert {r["rincian"].nilai for r in rows} == {"jenis_kelamin"}


def test_kinerja_gives_the_target_to_the_last_year_only(data):
    tables = {
        name: TableRows(TABLES[name], "", rows)
        for name, rows in (
            (
                "kinerja.Perjanjian Kinerja",
                [{"kode": Entry("tpt", "C8"), "target": Entry(6.1, "E8", 2)}],
            ),
            (
                "kinerja.Capaian",
                [
                    {"kode": Entry("tpt", "B10")}
                    | {
                        f"{nama}_{tahun}": Entry(float(tahun), f"{nama}{tahun}")
                        for tahun in REPORT.tahun_tren
                        for nama in ("realisasi", "capaian")
                    }
                ],
            ),
        )
    }
    rows = FRAMES["kinerja"].susun(tables)
    assert [row["target"].nilai for row in rows] == [None, None, 6.1]
    assert [row["realisasi"].nilai for row in rows] == list(map(float, REPORT.tahun_tren))


def test_references_and_years_are_those_the_annex_declares():
    columns = {c.nama for c in TABLES["kinerja.Pembanding"].kolom}
    assert {acuan.nama for acuan in REPORT.acuan} <= columns
    assert {f"realisasi_{t}" for t in REPORT.tahun_tren} <= {
        c.nama for c in TABLES["kinerja.Capaian"].kolom
    }
