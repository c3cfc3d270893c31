"""Annex koperasi.xlsx: cooperatives by kind and by rating class, and the frames they become."""

from collections.abc import Iterator

from lkjlib.annexes.check import Rule, fault_at
from lkjlib.annexes.declaration import Equation, Table, class_column, count_column, text_column
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, by_row, with_bounds
from lkjlib.errors import Fault, closest
from lkjlib.report import BERKAS, Report

HITUNGAN = "koperasi-berkualitas"  # column Hitungan of the indicator that these sheets count
KERAGAAN = Table(
    "koperasi.xlsx",
    "Keragaan",
    "tabel rekapitulasi keragaan koperasi",
    (
        text_column(
            "kelompok",
            "IDENTITAS/ KELOMPOK KOPERASI",
            "jenis koperasi seperti tercetak",
            alias=("Kelompok Koperasi", "Identitas/Kelompok Koperasi", "Kabupaten/Kota"),
        ),
        count_column("aktif", "AKTIF|(UNIT)", "unit", "koperasi aktif", alias=("AKTIF",)),
        count_column(
            "tidak_aktif",
            "TIDAK AKTIF|(UNIT)",
            "unit",
            "koperasi tidak aktif",
            alias=("TIDAK AKTIF",),
        ),
        count_column(
            "total",
            "TOTAL KOP",
            "unit",
            "seluruh koperasi, seperti tercetak",
            alias=("TOTAL KOPERASI",),
        ),
    ),
    kunci=("kelompok",),
    label="kelompok",
    jumlah="akhir",
    aturan=(Equation("total", ("aktif", "tidak_aktif")),),
)
PEMERINGKATAN = Table(
    "koperasi.xlsx",
    "Pemeringkatan",
    "tabel rekapitulasi hasil pemeringkatan koperasi",
    (
        text_column("peringkat", "Peringkat", "kelas peringkat"),
        class_column("skor", "Skor", "skor", "rentang skor seperti tercetak"),
        count_column("koperasi", "Jumlah Koperasi", "unit", "koperasi pada kelas itu"),
    ),
    kunci=("peringkat",),
    label="peringkat",
    wajib=False,
)


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on cooperatives."""
    return KERAGAAN, PEMERINGKATAN


def rules(report: Report) -> tuple[Rule, ...]:
    """What must hold between the sheets and laporan.toml."""

    def passing_classes(tables: Tables) -> Iterator[Fault]:
        """The classes that pass are classes of the sheet: another spelling would count nothing."""
        table = tables.get(PEMERINGKATAN.nama)
        names = [row["peringkat"].nilai for row in table.rows] if table else []
        if any(names) and not report.kosakata.get("lulus"):
            words = ", ".join(f'"{name}"' for name in names if name)
            wanted = "kelas pemeringkatan yang terhitung berkualitas"
            advice = f"Tulis di bawah [kosakata]: lulus = […], pilihan: {words}."
            yield Fault("galat", BERKAS, "", "kosakata.lulus", "", wanted, advice)
        for word in report.kosakata.get("lulus", ()) if names else ():
            if word not in names:
                near = closest(word, [n for n in names if n])
                place = table.rows[names.index(near) if near else 0]["peringkat"]
                yield fault_at(
                    place,
                    str(place.nilai),
                    f"kelas '{word}' (kosakata lulus di laporan.toml)",
                    "Samakan ejaannya di lembar ini dan di laporan.toml.",
                )

    return (passing_classes,)


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    return {
        "koperasi": by_row(KERAGAAN, "jenis koperasi, atau kabupaten/kota"),
        "pemeringkatan": with_bounds(
            PEMERINGKATAN,
            "kelas peringkat",
            "skor",
            bawah=("skor_min", "batas bawah tercetak; pada '>419' tidak termasuk"),
            atas=("skor_maks", "batas atas tercetak; pada '<180' tidak termasuk"),
        ),
    }
