"""Annex kinerja.xlsx: indicators, targets, achievements, references, and their frames.

Its years are those of the report's trend, its references those that laporan.toml lists. What must
hold between its sheets stands in `checks`.
"""

from lkjlib.annexes.declaration import (
    Column,
    Table,
    number_column,
    text_column,
    year_column,
)
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame, FrameColumn, by_row, columns_of
from lkjlib.data import Entry, Row
from lkjlib.report import Report
from lkjlib.rules.capaian import RUMUS_SATU_TARGET

_BERKAS = "kinerja.xlsx"
PERSEN = ("%", "persen")  # spellings of the unit of a percentage
_KODE = text_column("kode", "Kode", "kode indikator", pola="[a-z0-9_]+")
_NAMA = text_column("indikator", "Indikator Kinerja", "nama indikator seperti tercetak")
_SASARAN = text_column("sasaran", "Sasaran Strategis", "sasaran strategis", turun=True)
_BEBAS = {"boleh_kosong": True, "boleh_tiada": True}  # may be blank, the column may be absent
JENIS_TARGET = ("tahunan", "akumulasi", "jumlah")
MISSING = Entry(None, "")

INDIKATOR = Table(
    _BERKAS,
    "Indikator",
    "definisi dan rumus setiap indikator",
    (
        _KODE,
        _SASARAN,
        _NAMA,
        text_column("nama_pendek", "Nama Pendek", "nama untuk judul dan sumbu", **_BEBAS),
        text_column("satuan", "Satuan", "satuan indikator; persen sama dengan %"),
        number_column("desimal", "Desimal", "desimal pada tampilan", satuan="desimal", **_BEBAS),
        text_column("definisi", "Definisi", "apa yang diukur", **_BEBAS),
        text_column("pembilang", "Pembilang", "pembilang menurut rumus laporan", **_BEBAS),
        text_column("penyebut", "Penyebut", "penyebut menurut rumus laporan", **_BEBAS),
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
        text_column(
            "jenis_target",
            "Jenis Target",
            "tahunan; akumulasi: target berjalan; jumlah: target tahunan yang dijumlah",
            pilihan=JENIS_TARGET,
            **_BEBAS,
        ),
        text_column(
            "hitungan", "Hitungan", "hitungan di balik realisasi; kosong: hanya tercetak", **_BEBAS
        ),
        text_column("sumber_data", "Sumber Data", "asal data menurut laporan", **_BEBAS),
    ),
    kunci=("kode",),
)
CACAH = Table(
    _BERKAS,
    "Cacah",
    "cacah di balik realisasi",
    (
        _KODE,
        year_column("tahun", "Tahun", "tahun"),
        number_column("pembilang", "Pembilang", "pembilang realisasi", satuan="cacah"),
        number_column(
            "penyebut", "Penyebut", "kosong: cacah itu nilainya", satuan="cacah", **_BEBAS
        ),
    ),
    kunci=("kode", "tahun"),
    wajib=False,
)


def _agreement(report: Report) -> Table:
    header = f"Target {report.tahun}"
    return Table(
        _BERKAS,
        "Perjanjian Kinerja",
        "perjanjian kinerja, tabel Sasaran Strategis",
        (
            _SASARAN,
            _KODE,
            _NAMA,
            number_column("target", header, "target perjanjian kinerja", alias=(f"{header} (%)",)),
        ),
        kunci=("kode",),
        wajib=False,
    )


def _columns_of(year: int, tahun: int) -> tuple[Column, ...]:
    """What Capaian prints of a year; years ahead have no results yet."""
    result = {"boleh_kosong": True, "boleh_tiada": year > tahun}
    return (
        number_column(f"target_{year}", f"{year}|Target", f"target {year}", **_BEBAS),
        number_column(f"realisasi_{year}", f"{year}|Realisasi", f"realisasi {year}", **result),
        number_column(f"capaian_{year}", f"{year}|Capaian", f"capaian {year}", **result),
        text_column(f"kategori_{year}", f"{year}|Kategori", f"kategori {year}, tercetak", **_BEBAS),
    )


def _results(report: Report) -> Table:
    years = (_columns_of(year, report.tahun) for year in report.tahun_tren)
    columns = [column for of_year in years for column in of_year]
    return Table(
        _BERKAS,
        "Capaian",
        "realisasi dan capaian setiap indikator",
        (_KODE, _NAMA, *columns),
        kunci=("kode",),
    )


def _references(report: Report) -> Table:
    return Table(
        _BERKAS,
        "Pembanding",
        "target menengah dan nasional, daerah lain",
        (
            _KODE,
            _NAMA,
            *(
                number_column(
                    *(one.nama, one.judul, f"acuan {one.nama}"),
                    boleh_kosong=True,
                    dinyatakan=True,
                )
                for one in report.acuan
            ),
        ),
        kunci=("kode",),
    )


def tables(report: Report) -> tuple[Table, ...]:
    """The sheets of kinerja.xlsx that a report needs or may have."""
    references = (_references(report),) if report.acuan else ()
    return INDIKATOR, _agreement(report), _results(report), *references, CACAH


def frames(report: Report) -> dict[str, Frame]:
    """The frames that they become."""
    results = _results(report)

    def performance(tables: Tables) -> list[Row]:
        """indicator x year: printed realisasi and capaian, and the target where one is printed."""
        targets = agreed_targets(tables)
        rows = []
        for row in tables[results.nama].rows:
            for year in report.tahun_tren:
                of_year = {
                    name: row.get(f"{name}_{year}", MISSING)
                    for name in ("target", "realisasi", "capaian", "kategori")
                }
                if of_year["target"].nilai is None and year == report.tahun:
                    of_year["target"] = targets.get(row["kode"].nilai, MISSING)
                place = next((e for e in of_year.values() if e.sel), row["kode"])
                rows.append({"kode": row["kode"], "tahun": place._replace(nilai=year), **of_year})
        return rows

    def references(tables: Tables) -> list[Row]:
        """indicator x reference."""
        table = tables.get("kinerja.Pembanding")
        return [
            {
                "kode": row["kode"],
                "acuan": row[one.nama]._replace(nilai=one.nama),
                "jenis": row[one.nama]._replace(nilai=one.jenis),
                "tahun": row[one.nama]._replace(nilai=one.tahun),
                "nilai": row[one.nama],
            }
            for row in (table.rows if table else ())
            for one in report.acuan
        ]

    number = ("float64", "satuan indikator")
    return {
        "indikator": by_row(
            INDIKATOR,
            "indikator",
            *("kode", "sasaran", "indikator", "satuan", "rumus", "polaritas"),
            *("definisi", "pembilang", "penyebut", "sumber_data"),
            *("nama_pendek", "desimal", "jenis_target", "hitungan"),
        ),
        "kinerja": Frame(
            "indikator × tahun",
            (
                *columns_of(results, "kode"),
                FrameColumn("tahun", "int64", "tahun", "tahun"),
                FrameColumn("target", *number, "target, di mana tercetak"),
                FrameColumn("realisasi", *number, "realisasi seperti tercetak"),
                FrameColumn("capaian", "float64", "persen", "capaian seperti tercetak"),
                FrameColumn("kategori", "str", "", "kategori, di mana tercetak"),
            ),
            performance,
            frozenset({results.nama}),
        ),
        "pembanding": Frame(
            "indikator × acuan",
            (
                *columns_of(results, "kode"),
                FrameColumn("acuan", "str", "", "target menengah atau nasional, daerah lain"),
                FrameColumn("tahun", "int64", "tahun", "tahun"),
                FrameColumn("nilai", *number, "nilai tercetak; kosong di mana tertulis '-'"),
                FrameColumn("jenis", "str", "", "menengah, nasional, atau wilayah"),
            ),
            references,
            frozenset({"kinerja.Pembanding"}) if report.acuan else frozenset(),
        ),
        "cacah": by_row(CACAH, "indikator × tahun"),
    }


def agreed_targets(tables: Tables) -> dict[str, Entry]:
    """Targets of the performance agreement by indicator; none where it is no sheet."""
    table = tables.get("kinerja.Perjanjian Kinerja")
    return {row["kode"].nilai: row.get("target", MISSING) for row in table.rows} if table else {}
