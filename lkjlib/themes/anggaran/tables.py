"""Annex anggaran.xlsx: spending, programmes, the agreement budget, per-sasaran tables.

Their frames are the tables row by row; what must hold between them stands in `checks`.
"""

from dataclasses import replace

from lkjlib.annexes.declaration import (
    Equation,
    Level,
    Ratio,
    Table,
    money_column,
    percent_column,
    text_column,
)
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, by_row
from lkjlib.data import Entry, Row
from lkjlib.report import Report

_BEBAS = {"boleh_kosong": True, "boleh_tiada": True}  # may be blank, the column may be absent
TIDAK_LANGSUNG, LANGSUNG = "Belanja Tidak Langsung", "Belanja Langsung"

PROGRAM_KEGIATAN = Table(
    "anggaran.xlsx",
    "Program Kegiatan",
    "tabel program dan kegiatan",
    (
        text_column("label", "Program / Kegiatan", "urusan, program atau kegiatan"),
        text_column(
            "kode",
            "Kode",
            "kode program atau kegiatan, seperti tercetak",
            alias=("Kode Rekening", "Kode Program/Kegiatan"),
            persis=True,
            penomor=True,
            **_BEBAS,
        ),
        money_column(
            "alokasi_awal",
            "Anggaran|Sebelum Perubahan",
            "alokasi anggaran sebelum perubahan",
            alias=("Sebelum Perubahan",),
            **_BEBAS,
        ),
        money_column(
            "alokasi",
            "Anggaran|Alokasi",
            "alokasi anggaran",
            alias=("Alokasi", "Anggaran|Sesudah Perubahan", "Anggaran|Setelah Perubahan"),
        ),
        money_column("realisasi", "Anggaran|Realisasi", "realisasi anggaran", alias=("Realisasi",)),
        money_column(
            "saldo",
            "Anggaran|Saldo",
            "alokasi dikurangi realisasi; seperti tercetak, bila tercetak",
            alias=("Saldo",),
            boleh_tiada=True,
        ),
        percent_column("serapan", "Presentasi (%)|Anggaran", "realisasi/alokasi, seperti tercetak"),
        percent_column("fisik", "Presentasi (%)|Fisik", "realisasi fisik, tercetak", **_BEBAS),
    ),
    kunci=("program", "kegiatan"),
    label="label",
    tingkat=(
        Level(
            "urusan",
            "kosong",
            no=r"[A-Z]\.?",
            keterangan="urusan pemerintahan; kosong sebelum huruf A tercetak",
        ),
        Level("program", "jumlah", no=r"\d+\.?", kode=r"\d+([. ]+\d+)*\.?", keterangan="program"),
        Level("kegiatan", "data", no="", keterangan="kegiatan"),
    ),
    jumlah="akhir",
    aturan=(
        Equation("saldo", ("alokasi",), ("realisasi",)),
        Ratio("serapan", "realisasi", "alokasi"),
    ),
)
PERJANJIAN = Table(
    "anggaran.xlsx",
    "Perjanjian Kinerja",
    "perjanjian kinerja, anggaran untuk sasaran",
    (
        text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True),
        text_column("program", "Program/Kegiatan", "program, ejaan perjanjian kinerja"),
        money_column("anggaran", "Anggaran (Rp)", "anggaran perjanjian kinerja"),
    ),
    kunci=("program",),
    wajib=False,
)
ANGGARAN_SASARAN = Table(
    "anggaran.xlsx",
    "Anggaran Sasaran",
    "tabel realisasi anggaran per sasaran",
    (
        text_column("label", "Program / Kegiatan", "sasaran, program atau kegiatan"),
        money_column("pagu", "Pagu Anggaran (Rp.)", "pagu anggaran"),
        money_column("realisasi", "Realisasi Anggaran (Rp.)", "realisasi anggaran"),
        money_column("sisa", "Sisa Anggaran (Rp.)", "pagu dikurangi realisasi, seperti tercetak"),
    ),
    kunci=("sasaran", "program", "kegiatan"),
    label="label",
    tingkat=(
        Level(
            "sasaran",
            "kosong",
            no="",
            label=r"Sasaran \d+\s*:\s*(.+)",
            keterangan="sasaran strategis",
        ),
        Level("program", "kosong", no=r"[A-Z]\.?", keterangan="program"),
        Level("kegiatan", "data", no=r"\d+\.?", keterangan="kegiatan"),
    ),
    aturan=(Equation("sisa", ("pagu",), ("realisasi",)),),
    wajib=False,
)


def _spending(report: Report) -> Table:
    year = f"Tahun {report.tahun}"
    return Table(
        "anggaran.xlsx",
        "Belanja",
        "tabel belanja",
        (
            text_column("label", "Uraian", "uraian belanja"),
            money_column("anggaran", f"{year}|Anggaran", "anggaran", alias=("Anggaran",)),
            money_column(
                "realisasi", f"{year}|Realisasi", "realisasi anggaran", alias=("Realisasi",)
            ),
            percent_column(
                "serapan",
                f"{year}|%",
                "serapan seperti tercetak, hanya pada kelompok",
                alias=("%",),
                boleh_kosong=True,
            ),
        ),
        kunci=("kelompok", "uraian"),
        label="label",
        tingkat=(
            Level(
                "kelompok",
                "jumlah",
                no=r"\d+\.?",
                keterangan="kelompok belanja",
                pilihan=(TIDAK_LANGSUNG, LANGSUNG),
                mandiri=True,
            ),
            Level("uraian", "data", no="", keterangan="uraian belanja"),
        ),
        aturan=(Ratio("serapan", "realisasi", "anggaran"),),
    )


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on the budget."""
    return _spending(report), PROGRAM_KEGIATAN, PERJANJIAN, ANGGARAN_SASARAN


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    kegiatan = by_row(
        PROGRAM_KEGIATAN,
        "kegiatan",
        *("urusan", "program", "kegiatan", "alokasi", "realisasi", "saldo", "serapan", "fisik"),
        *("kode", "alokasi_awal"),
    )
    return {
        "anggaran": replace(kegiatan, susun=_with_saldo),
        "belanja": by_row(
            _spending(report), "uraian belanja", "kelompok", "uraian", "anggaran", "realisasi"
        ),
        "perjanjian_anggaran": by_row(PERJANJIAN, "program pada perjanjian kinerja"),
        "anggaran_sasaran": by_row(ANGGARAN_SASARAN, "kegiatan pada tabel anggaran sasaran"),
    }


def _with_saldo(tables: Tables) -> list[Row]:
    """The kegiatan; where the sheet prints no saldo, what is left of each, without a cell."""
    return [
        row
        if "saldo" in row
        else {**row, "saldo": Entry(row["alokasi"].nilai - row["realisasi"].nilai, "")}
        for row in tables[PROGRAM_KEGIATAN.nama].rows
    ]
