"""Annex anggaran.xlsx: spending, programmes, the agreement budget, per-sasaran tables.

Their frames are the tables row by row; what must hold between them stands at the end.
"""

from collections.abc import Iterator

from lkjlib.annexes.check import Rule, by_key, fault_at, nearest, pairs, same_value
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
from lkjlib.errors import Fault

TAHUN = 2019
TIDAK_LANGSUNG, LANGSUNG = "Belanja Tidak Langsung", "Belanja Langsung"

BELANJA = Table(
    "anggaran.xlsx",
    "Belanja",
    "Bab III B, tabel sumber dana APBD",
    (
        text_column("label", "Uraian", "uraian belanja"),
        money_column("anggaran", f"Tahun {TAHUN}|Anggaran", "anggaran", alias=("Anggaran",)),
        money_column(
            "realisasi", f"Tahun {TAHUN}|Realisasi", "realisasi anggaran", alias=("Realisasi",)
        ),
        percent_column(
            "serapan",
            f"Tahun {TAHUN}|%",
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
        ),
        Level("uraian", "data", no="", keterangan="uraian belanja"),
    ),
    aturan=(Ratio("serapan", "realisasi", "anggaran"),),
)
PROGRAM_KEGIATAN = Table(
    "anggaran.xlsx",
    "Program Kegiatan",
    "Bab III B, tabel Program / Kegiatan",
    (
        text_column("label", "Program / Kegiatan", "urusan, program atau kegiatan"),
        money_column("alokasi", "Anggaran|Alokasi", "alokasi anggaran", alias=("Alokasi",)),
        money_column("realisasi", "Anggaran|Realisasi", "realisasi anggaran", alias=("Realisasi",)),
        money_column(
            "saldo",
            "Anggaran|Saldo",
            "alokasi dikurangi realisasi, seperti tercetak",
            alias=("Saldo",),
        ),
        percent_column("serapan", "Presentasi (%)|Anggaran", "realisasi/alokasi, seperti tercetak"),
        percent_column(
            "fisik", "Presentasi (%)|Fisik", "realisasi fisik, seperti tercetak", boleh_kosong=True
        ),
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
        Level("program", "jumlah", no=r"\d+\.?", keterangan="program"),
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
    "Bab II A, tabel Jumlah Anggaran Untuk Sasaran",
    (
        text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True),
        text_column("program", "Program/Kegiatan", "program, ejaan perjanjian kinerja"),
        money_column("anggaran", "Anggaran (Rp)", "anggaran perjanjian kinerja"),
    ),
    kunci=("program",),
)
ANGGARAN_SASARAN = Table(
    "anggaran.xlsx",
    "Anggaran Sasaran",
    "Bab III A.3, keempat tabel Realisasi Anggaran per sasaran",
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
)

TABLES = (BELANJA, PROGRAM_KEGIATAN, PERJANJIAN, ANGGARAN_SASARAN)
FRAMES: dict[str, Frame] = {
    "anggaran": by_row(PROGRAM_KEGIATAN, "kegiatan"),
    "belanja": by_row(BELANJA, "uraian belanja", "kelompok", "uraian", "anggaran", "realisasi"),
    "perjanjian_anggaran": by_row(PERJANJIAN, "program pada perjanjian kinerja"),
    "anggaran_sasaran": by_row(ANGGARAN_SASARAN, "kegiatan pada tabel anggaran sasaran"),
}


def _direct_spending(tables: Tables) -> Iterator[Fault]:
    for spending, programmes in pairs(tables, BELANJA.nama, PROGRAM_KEGIATAN.nama):
        groups = [total.label for total in spending.totals]
        for name in (TIDAK_LANGSUNG, LANGSUNG):
            if name not in groups:
                yield fault_at(
                    spending.rows[0]["kelompok"],
                    f"kelompok {', '.join(groups)}",
                    f"kelompok '{name}'",
                    "Lengkapi kelompok belanja itu.",
                )
        direct = [total for total in spending.totals if total.label == LANGSUNG]
        grand = [t for t in programmes.totals if t.label == "total"]
        for a, b in zip(direct, grand, strict=False):
            for left, right in (("anggaran", "alokasi"), ("realisasi", "realisasi")):
                yield from same_value(b.entries[right], a.entries[left], "belanja langsung")


def _sasaran_budget(tables: Tables) -> Iterator[Fault]:
    """The per-sasaran tables repeat figures of the programme table."""
    for part, whole in pairs(tables, ANGGARAN_SASARAN.nama, PROGRAM_KEGIATAN.nama):
        known = by_key(whole)
        kegiatan = [str(row["kegiatan"].nilai) for row in whole.rows]
        for row in part.rows:
            match = known.get(tuple(str(row[k].nilai).casefold() for k in whole.table.kunci))
            if match is None:
                yield fault_at(
                    row["kegiatan"],
                    str(row["kegiatan"].nilai),
                    f"program dan kegiatan yang ada di lembar '{whole.lembar}'",
                    f"{nearest(row['kegiatan'].nilai, kegiatan)}Samakan ejaan program dan "
                    "kegiatan di kedua lembar.",
                )
                continue
            for left, right in (("pagu", "alokasi"), ("realisasi", "realisasi")):
                yield from same_value(row[left], match[right], "tabel Program / Kegiatan")


RULES: tuple[Rule, ...] = (_direct_spending, _sasaran_budget)
