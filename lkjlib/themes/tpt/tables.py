"""Annex ketenagakerjaan.xlsx: labour force survey figures of BPS, their frames and their rules."""

from collections.abc import Iterator

from lkjlib.annexes.check import (
    Rule,
    by_key,
    fault_at,
    key_of,
    nearest,
    pairs,
    same_keys,
    same_value,
)
from lkjlib.annexes.declaration import (
    Table,
    count_column,
    percent_column,
    text_column,
    year_column,
)
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, FrameColumn, by_row, columns_of
from lkjlib.data import Entry, Known, Row
from lkjlib.errors import Fault, closest
from lkjlib.numbers.format import quote_angka
from lkjlib.report import Report

HITUNGAN = "tpt"  # column Hitungan of the indicator that these sheets count
KELAS = "kelas"  # what frames of groups know of them, in `attrs`
_SURVEI = (  # of the report's own year and place where a sheet says nothing else
    year_column("tahun", "Tahun", "tahun survei", boleh_tiada=True),
    text_column("wilayah", "Wilayah", "kota, kabupaten atau provinsi", boleh_tiada=True),
)
_RINCIAN = (
    *_SURVEI,
    text_column(
        "rincian",
        "Rincian",
        "pembagian: Pendidikan atau Jenis Kelamin",
        pilihan=("Pendidikan", "Jenis Kelamin"),
    ),
    text_column(
        "kategori",
        "Kategori",
        "kelompok di dalam rincian",
    ),
)
_PENGANGGUR = count_column("penganggur", "Pengangguran (orang)", "orang", "penganggur terbuka")

PENGANGGURAN = Table(
    "ketenagakerjaan.xlsx",
    "Pengangguran",
    "tabel data pengangguran (BPS)",
    (*_RINCIAN, _PENGANGGUR),
    kunci=("tahun", "wilayah", "rincian", "kategori"),
    label="rincian",
    jumlah="rincian",
)
ANGKATAN_KERJA = Table(
    "ketenagakerjaan.xlsx",
    "Angkatan Kerja",
    "tabel data angkatan kerja dan penduduk yang bekerja (BPS)",
    (
        *_RINCIAN,
        count_column("angkatan_kerja", "Angkatan Kerja (orang)", "orang", "angkatan kerja 15+"),
        count_column(
            "bekerja",
            "Bekerja (orang)",
            "orang",
            "penduduk yang bekerja, di mana tercetak",
            boleh_kosong=True,
            boleh_tiada=True,
        ),
    ),
    kunci=("tahun", "wilayah", "rincian", "kategori"),
    label="rincian",
    jumlah="rincian",
)
TPAK = Table(
    "ketenagakerjaan.xlsx",
    "TPAK",
    "TPAK menurut jenis kelamin (BPS)",
    (
        text_column("jenis_kelamin", "Jenis Kelamin", "jenis kelamin"),
        year_column("tahun", "Tahun", "tahun survei"),
        percent_column("tpak", "TPAK (%)", "tingkat partisipasi angkatan kerja"),
        _PENGANGGUR,
    ),
    kunci=("jenis_kelamin", "tahun"),
    wajib=False,
)
TPT_WILAYAH = Table(
    "ketenagakerjaan.xlsx",
    "TPT Wilayah",
    "TPT kabupaten, kota dan provinsi (BPS)",
    (
        text_column("wilayah", "Wilayah", "kota, kabupaten atau provinsi"),
        year_column("tahun", "Tahun", "tahun survei"),
        percent_column("tpt", "TPT (%)", "tingkat pengangguran terbuka, seperti tercetak"),
    ),
    kunci=("wilayah", "tahun"),
    wajib=False,
)


def kelas(laporan: Report) -> dict[str, object]:
    """What frames of groups know of them, as `attrs`: short names, the classes to be joined.

    laporan.toml says them: a short name as an alias, the lowest classes of education, whose split
    is doubtful, as kosakata ``terendah``.
    """
    lowest = list(laporan.kosakata.get("terendah", ()))
    short = {name: laporan.ringkas(name) for name in (*laporan.alias.values(), *lowest)}
    joined = f"{short[lowest[-1]]} ke bawah (digabung)" if lowest else ""
    if lowest:
        short[joined] = f"≤ {short[lowest[-1]]}*"
    return {KELAS: Known(ringkas=short, terendah=lowest, gabungan=joined)}


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets on the labour force."""
    return PENGANGGURAN, ANGKATAN_KERJA, TPAK, TPT_WILAYAH


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""

    def groups(tables: Tables) -> list[Row]:
        """Groups of the labour force with their unemployed."""
        idle = {
            key_of(tables[PENGANGGURAN.nama], row): row for row in tables[PENGANGGURAN.nama].rows
        }
        force, rows = tables[ANGKATAN_KERJA.nama], []
        for row in force.rows:
            cell = row["rincian"]
            rincian = cell.nilai.casefold().replace(" ", "_")
            rows.append(
                {
                    "tahun": cell._replace(nilai=report.tahun),
                    "wilayah": cell._replace(nilai=report.wilayah),
                    **row,
                    "rincian": cell._replace(nilai=rincian),
                    "penganggur": idle[key_of(force, row)]["penganggur"],
                }
            )
        return rows

    return {
        "tenaga_kerja": Frame(
            "kelompok angkatan kerja",
            (
                FrameColumn("rincian", "str", "", "pendidikan atau jenis_kelamin"),
                *columns_of(PENGANGGURAN, "kategori", "penganggur"),
                *columns_of(ANGKATAN_KERJA, "angkatan_kerja", "bekerja", "tahun", "wilayah"),
            ),
            groups,
            frozenset({PENGANGGURAN.nama, ANGKATAN_KERJA.nama}),
            kelas(report),
        ),
        "tpak": by_row(TPAK, "jenis kelamin × tahun"),
        "tpt_wilayah": by_row(TPT_WILAYAH, "wilayah"),
    }


def _same_group_totals(tables: Tables) -> Iterator[Fault]:
    """Persons by pendidikan and by jenis kelamin are the same persons, in each year and place."""
    for name, column in (
        (PENGANGGURAN.nama, "penganggur"),
        (ANGKATAN_KERJA.nama, "angkatan_kerja"),
    ):
        first: dict[tuple, Entry] = {}
        totals = tables[name].totals if name in tables else []
        for total in (total for total in totals if total.rows):
            one = total.entries[column]
            known = first.setdefault(_survey(tables[name].rows[total.rows[0]]), one)
            if known is not one:
                yield from same_value(one, known, "rincian lain")


def _survey(row: Row) -> tuple:
    """Year and place of a row; of the report's own where the sheet does not say."""
    cells = (row.get(name) for name in ("tahun", "wilayah"))
    return tuple(str(cell.nilai).casefold() if cell else "" for cell in cells)


def _working(tables: Tables) -> Iterator[Fault]:
    """Bekerja = angkatan kerja - penganggur, and no more unemployed than labour force."""
    for idle, force in pairs(tables, PENGANGGURAN.nama, ANGKATAN_KERJA.nama):
        unemployed = by_key(idle)
        for row in force.rows:
            match = unemployed.get(key_of(force, row))
            if match is None:
                continue
            rest = row["angkatan_kerja"].nilai - match["penganggur"].nilai
            if rest < 0:
                yield fault_at(
                    match["penganggur"],
                    quote_angka(match["penganggur"].nilai),
                    f"paling banyak {quote_angka(row['angkatan_kerja'].nilai)} (angkatan kerja)",
                )
            if "bekerja" in row and row["bekerja"].nilai not in (None, rest):
                yield fault_at(
                    row["bekerja"],
                    quote_angka(row["bekerja"].nilai),
                    f"{quote_angka(rest)} (angkatan kerja − penganggur)",
                )


def _of_own_place(report: Report) -> Rule:
    """Of the years and places in a sheet, one is the report's own."""

    def rule(tables: Tables) -> Iterator[Fault]:
        for name in (PENGANGGURAN.nama, ANGKATAN_KERJA.nama, TPT_WILAYAH.nama):
            own_year = [
                row
                for row in (tables[name].rows if name in tables else ())
                if "wilayah" in row and _year(report, row) == report.tahun
            ]
            if own_year and not any(_is_own(report, row) for row in own_year):
                places = dict.fromkeys(str(row["wilayah"].nilai) for row in own_year)
                yield fault_at(
                    own_year[-1]["wilayah"],
                    ", ".join(places),
                    f"baris {report.wilayah} tahun {report.tahun}",
                    "Tambahkan barisnya, atau nyatakan ejaan itu pada [alias] di laporan.toml.",
                )

    return rule


def _year(report: Report, row: Row) -> object:
    return row["tahun"].nilai if "tahun" in row else report.tahun


def _is_own(report: Report, row: Row) -> bool:
    """Is a row on the report's own place, in whatever year?"""
    return "wilayah" not in row or report.di_sini(str(row["wilayah"].nilai))


def _women(report: Report) -> Rule:
    """The text's comparison repeats the table by jenis kelamin, in each year that both have."""

    def rule(tables: Tables) -> Iterator[Fault]:
        for idle, rates in pairs(tables, PENGANGGURAN.nama, TPAK.nama):
            unemployed = {
                (_year(report, row), row["kategori"].nilai.casefold()): row["penganggur"]
                for row in idle.rows
                if _is_own(report, row)
            }
            for row in rates.rows:
                match = unemployed.get((row["tahun"].nilai, row["jenis_kelamin"].nilai.casefold()))
                if match:
                    yield from same_value(row["penganggur"], match, "tabel jenis kelamin")

    return rule


def _lowest_classes(report: Report) -> Rule:
    """The classes that laporan.toml joins are those of the sheet: other spelling joins nothing."""

    def rule(tables: Tables) -> Iterator[Fault]:
        rows = tables[ANGKATAN_KERJA.nama].rows if ANGKATAN_KERJA.nama in tables else []
        names = [str(row["kategori"].nilai) for row in rows]
        for word in report.kosakata.get("terendah", ()) if names else ():
            if word not in names:
                near = closest(word, names)
                place = rows[names.index(near) if near else 0]["kategori"]
                yield fault_at(
                    place,
                    str(place.nilai),
                    f"kategori '{word}' (kosakata terendah di laporan.toml)",
                    "Samakan ejaannya di lembar ini dan di laporan.toml.",
                )

    return rule


def _region_rates(report: Report) -> Rule:
    regions = {one.nama: one.tahun for one in report.acuan_jenis("wilayah")}

    def rule(tables: Tables) -> Iterator[Fault]:
        """Regional rates stand with the regions and among the references."""
        for rates, references in pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Pembanding"):
            row = by_key(references).get(_own_row(tables), {})
            for region in rates.rows:
                name = region["wilayah"].nilai
                if name in row and region["tahun"].nilai == regions.get(name):
                    yield from same_value(region["tpt"], row[name], "pembanding")

    return rule


def _own_rate(report: Report) -> Rule:
    regions = tuple(one.nama for one in report.acuan_jenis("wilayah"))

    def rule(tables: Tables) -> Iterator[Fault]:
        """The report's own rate stands with the regions and, as realisasi, among the results."""
        for rates, table in pairs(tables, "ketenagakerjaan.TPT Wilayah", "kinerja.Capaian"):
            own = by_key(table).get(_own_row(tables), {}).get(f"realisasi_{report.tahun}")
            this_year = [r for r in rates.rows if r["tahun"].nilai == report.tahun]
            rest = [r for r in this_year if r["wilayah"].nilai not in regions]
            if len(rest) == 1 and own is not None:
                yield from same_value(rest[0]["tpt"], own, "realisasi pada Tabel II")
            known = {r["wilayah"].nilai for r in this_year}
            for region in rest if len(rest) > 1 else ():
                near = closest(region["wilayah"].nilai, regions)
                if near and near not in known:
                    yield fault_at(
                        region["wilayah"],
                        region["wilayah"].nilai,
                        "nama wilayah seperti pada kinerja.xlsx!Pembanding",
                        nearest(region["wilayah"].nilai, regions) + "Samakan ejaannya.",
                    )

    return rule


def _own_row(tables: Tables) -> tuple[str, ...]:
    """What the rows of kinerja.xlsx on the indicator that is counted so are known by."""
    cards = tables.get("kinerja.Indikator")
    for row in cards.rows if cards else ():
        if "hitungan" in row and row["hitungan"].nilai == HITUNGAN:
            return key_of(cards, row)
    return ()


def rules(report: Report) -> tuple[Rule, ...]:
    """What must hold between the sheets."""
    return (
        same_keys(PENGANGGURAN.nama, ANGKATAN_KERJA.nama, key=key_of),
        _same_group_totals,
        _working,
        _of_own_place(report),
        _women(report),
        _lowest_classes(report),
        _region_rates(report),
        _own_rate(report),
    )
