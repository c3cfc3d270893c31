"""Annex umkm.xlsx: new and coached firms, the frame that holds both, what must hold between.

Kecamatan and bidang are those that the sheets print.
"""

from collections.abc import Iterator

from lkjlib.annexes.check import Rule, fault_at, nearest, pairs, same_keys
from lkjlib.annexes.declaration import Equation, Table, count_column, text_column
from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.annexes.frames import Frame, FrameColumn, columns_of
from lkjlib.data import Entry, Row
from lkjlib.errors import Fault
from lkjlib.report import Report

HITUNGAN = "wirausaha-baru"  # column Hitungan of the indicator that these sheets count
_MISSING = Entry(None, "")


def _firms(lembar: str, arti: str, *, wajib: bool) -> Table:
    return Table(
        "umkm.xlsx",
        lembar,
        f"tabel rekapitulasi {arti} per bidang usaha",
        (
            text_column("kecamatan", "KECAMATAN", "kecamatan"),
            count_column("bidang", "BIDANG", "unit", f"{arti} menurut bidang", keluarga=True),
            count_column("total", "UMKM", "unit", f"{arti}, semua bidang"),
        ),
        kunci=("kecamatan",),
        label="kecamatan",
        jumlah="akhir",
        aturan=(Equation("total", ("bidang",)),),
        wajib=wajib,
    )


BARU = _firms("UMKM Baru", "UMKM baru", wajib=False)
BINAAN = _firms("UMKM Binaan", "UMKM binaan", wajib=True)


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on firms."""
    return BARU, BINAAN


def _rows(tables: Tables) -> list[Row]:
    """kecamatan x bidang, new and coached firms side by side."""
    coached, new = tables[BINAAN.nama], tables.get(BARU.nama)
    of_new = {row["kecamatan"].nilai: row for row in new.rows} if new else {}
    return [
        {
            "kecamatan": row["kecamatan"],
            "bidang": row[bidang]._replace(nilai=bidang),
            "baru": of_new.get(row["kecamatan"].nilai, {}).get(bidang, _MISSING),
            "binaan": row[bidang],
        }
        for row in coached.rows
        for bidang in _fields(coached)
    ]


def _fields(table: TableRows) -> list[str]:
    """The bidang that a sheet prints, in its order."""
    return [c.nama for c in table.table.kolom if c.nama not in ("kecamatan", "total")]


def frames(report: Report) -> dict[str, Frame]:
    """The frame of firms."""
    return {
        "umkm": Frame(
            "kecamatan × bidang usaha",
            (
                *columns_of(BARU, "kecamatan"),
                FrameColumn("bidang", "str", "", "bidang usaha"),
                FrameColumn("baru", "int64", "unit", "UMKM baru (IUMK terbit)"),
                FrameColumn("binaan", "int64", "unit", "UMKM binaan"),
            ),
            _rows,
            frozenset({BINAAN.nama}),
        )
    }


def rules(report: Report) -> tuple[Rule, ...]:
    """New and coached firms stand by the same names."""
    return same_keys(BARU.nama, BINAAN.nama), _same_fields


def _same_fields(tables: Tables) -> Iterator[Fault]:
    """Both sheets print the same bidang."""
    for new, coached in pairs(tables, BARU.nama, BINAAN.nama):
        for one, other in ((new, coached), (coached, new)):
            known = _fields(other)
            for name in _fields(one):
                if name not in known:
                    entry = one.rows[0][name]._replace(sel=one.places[name])
                    yield fault_at(
                        entry,
                        name,
                        f"bidang yang juga ada di {other.berkas}!{other.lembar}",
                        f"{nearest(name, known)}Samakan judul kolomnya di kedua lembar.",
                    )
