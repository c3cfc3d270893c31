"""Annex kinerja.xlsx: indicators, targets, achievements, references, and their frames.

What must hold between them, and with the regions that repeat them, stands at the end.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from lkjlib.annexes.check import Rule, by_key, fault_at, nearest, pairs, same_keys, same_value
from lkjlib.annexes.declaration import Column, Table, percent_column, text_column
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, FrameColumn, by_row, columns_of
from lkjlib.data import Entry, Row
from lkjlib.errors import Fault
from lkjlib.rules.capaian import RUMUS_SATU_TARGET

TAHUN_CAPAIAN = (2017, 2018, 2019)
TAHUN = TAHUN_CAPAIAN[-1]
ACUAN = {
    "RPJMD 2021": ("Target RPJMD|2021", 2021),
    "RPJMN 2019": ("Target RPJMN|2019", 2019),
    "Kabupaten Banjar": ("Realisasi 2019|Kabupaten Banjar", 2019),
    "Kabupaten Tanah Laut": ("Realisasi 2019|Kabupaten Tanah Laut", 2019),
    "Kota Banjarmasin": ("Realisasi 2019|Kota Banjarmasin", 2019),
    "Provinsi Kalimantan Selatan": ("Realisasi 2019|Provinsi Kalimantan Selatan", 2019),
}

_KODE = text_column(
    "kode",
    "Kode",
    "kode indikator: koperasi, wirausaha, omzet, tpt, kasus",
    pilihan=("koperasi", "wirausaha", "omzet", "tpt", "kasus"),
)
_INDIKATOR = text_column("indikator", "Indikator Kinerja", "nama indikator seperti tercetak")
_SASARAN = text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True)


def _capaian_columns() -> tuple[Column, ...]:
    return tuple(
        percent_column(
            f"{nama}_{tahun}", f"{tahun}|{nama.title()}", f"{nama} {tahun}", boleh_kosong=True
        )
        for tahun in TAHUN_CAPAIAN
        for nama in ("realisasi", "capaian")
    )


def _pembanding_columns() -> tuple[Column, ...]:
    return tuple(
        percent_column(acuan, header, f"acuan {acuan}", boleh_kosong=True)
        for acuan, (header, _) in ACUAN.items()
    )


INDIKATOR = Table(
    "kinerja.xlsx",
    "Indikator",
    "Bab III A.3, alinea pembuka dan rumus setiap indikator",
    (
        _KODE,
        _SASARAN,
        _INDIKATOR,
        text_column("satuan", "Satuan", "satuan indikator"),
        text_column("definisi", "Definisi", "apa yang diukur"),
        text_column("pembilang", "Pembilang", "pembilang menurut kalimat rumus laporan"),
        text_column("penyebut", "Penyebut", "penyebut menurut kalimat rumus laporan"),
        text_column(
            "rumus",
            "Rumus",
            "nama rumus capaian (registri `lkj.RUMUS`)",
            pilihan=RUMUS_SATU_TARGET,
        ),
        text_column(
            "polaritas",
            "Polaritas",
            "positif: lebih tinggi lebih baik; negatif: sebaliknya",
            pilihan=("positif", "negatif"),
        ),
        text_column("sumber_data", "Sumber Data", "asal data menurut laporan"),
    ),
    kunci=("kode",),
)
PERJANJIAN = Table(
    "kinerja.xlsx",
    "Perjanjian Kinerja",
    "Bab II A, tabel Sasaran Strategis",
    (
        _SASARAN,
        _KODE,
        _INDIKATOR,
        percent_column("target", f"Target {TAHUN} (%)", f"target {TAHUN} pada perjanjian kinerja"),
    ),
    kunci=("kode",),
)
CAPAIAN = Table(
    "kinerja.xlsx",
    "Capaian",
    "Bab III A.3, Tabel II setiap indikator",
    (_KODE, _INDIKATOR, *_capaian_columns()),
    kunci=("kode",),
)
PEMBANDING = Table(
    "kinerja.xlsx",
    "Pembanding",
    "Bab III A.3, Tabel III dan Tabel IV setiap indikator",
    (_KODE, _INDIKATOR, *_pembanding_columns()),
    kunci=("kode",),
)


def _kinerja_rows(tables: Tables) -> list[Row]:
    """indicator x year: printed realisasi and capaian, and the target where one is printed."""
    agreed = tables[PERJANJIAN.nama].rows
    targets = {row["kode"].nilai: row["target"] for row in agreed}
    missing = Entry(None, "")
    return [
        {
            "kode": row["kode"],
            "tahun": row[f"realisasi_{tahun}"]._replace(nilai=tahun),
            "target": targets[row["kode"].nilai] if tahun == TAHUN else missing,
            "realisasi": row[f"realisasi_{tahun}"],
            "capaian": row[f"capaian_{tahun}"],
        }
        for row in tables[CAPAIAN.nama].rows
        for tahun in TAHUN_CAPAIAN
    ]


def _pembanding_rows(tables: Tables) -> list[Row]:
    """indicator x reference."""
    return [
        {
            "kode": row["kode"],
            "acuan": row[acuan]._replace(nilai=acuan),
            "tahun": row[acuan]._replace(nilai=tahun),
            "nilai": row[acuan],
        }
        for row in tables[PEMBANDING.nama].rows
        for acuan, (_, tahun) in ACUAN.items()
    ]


TABLES = (INDIKATOR, PERJANJIAN, CAPAIAN, PEMBANDING)
FRAMES: dict[str, Frame] = {
    "indikator": by_row(
        INDIKATOR,
        "indikator",
        *("kode", "sasaran", "indikator", "satuan", "rumus", "polaritas"),
        *("definisi", "pembilang", "penyebut", "sumber_data"),
    ),
    "kinerja": Frame(
        "indikator × tahun",
        (
            *columns_of(CAPAIAN, "kode"),
            FrameColumn("tahun", "int64", "tahun", "tahun"),
            FrameColumn(
                "target",
                "float64",
                "persen",
                f"target perjanjian kinerja; tercetak hanya untuk {TAHUN}",
            ),
            FrameColumn("realisasi", "float64", "persen", "realisasi seperti tercetak"),
            FrameColumn("capaian", "float64", "persen", "capaian seperti tercetak"),
        ),
        _kinerja_rows,
    ),
    "pembanding": Frame(
        "indikator × acuan",
        (
            *columns_of(PEMBANDING, "kode"),
            FrameColumn("acuan", "str", "", "RPJMD, RPJMN, kabupaten/kota, provinsi"),
            FrameColumn("tahun", "int64", "tahun", "tahun"),
            FrameColumn(
                "nilai",
                "float64",
                "persen",
                "nilai tercetak; kosong di mana laporan menulis '-'",
            ),
        ),
        _pembanding_rows,
    ),
}


def _regions(tables: Tables) -> Iterator[Fault]:
    """Regional rates stand in Tabel III and in the references of kinerja.xlsx."""
    for regions, references in pairs(tables, "ketenagakerjaan.TPT Wilayah", PEMBANDING.nama):
        row = by_key(references).get(("tpt",), {})
        for region in regions.rows:
            name = region["wilayah"].nilai
            if name in row and region["tahun"].nilai == ACUAN[name][1]:
                yield from same_value(region["tpt"], row[name], "pembanding")


def _own_rate(tables: Tables) -> Iterator[Fault]:
    """The city's own rate stands in Tabel III and, as realisasi, in Tabel II."""
    for regions, results in pairs(tables, "ketenagakerjaan.TPT Wilayah", CAPAIAN.nama):
        own = by_key(results).get(("tpt",), {}).get(f"realisasi_{TAHUN}")
        this_year = [r for r in regions.rows if r["tahun"].nilai == TAHUN]
        others = [r for r in this_year if r["wilayah"].nilai not in ACUAN]
        if len(others) == 1 and own is not None:
            yield from same_value(others[0]["tpt"], own, "realisasi pada Tabel II")
        for region in others if len(others) > 1 else ():
            near = get_close_matches(region["wilayah"].nilai, tuple(ACUAN), 1)
            if near and near[0] not in {r["wilayah"].nilai for r in this_year}:
                yield fault_at(
                    region["wilayah"],
                    region["wilayah"].nilai,
                    "nama wilayah seperti pada kinerja.xlsx!Pembanding",
                    nearest(region["wilayah"].nilai, tuple(ACUAN)) + "Samakan ejaannya.",
                )


RULES: tuple[Rule, ...] = (
    same_keys(INDIKATOR.nama, PERJANJIAN.nama),
    same_keys(INDIKATOR.nama, CAPAIAN.nama),
    same_keys(INDIKATOR.nama, PEMBANDING.nama),
    _regions,
    _own_rate,
)
