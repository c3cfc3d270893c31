"""Tables of the budget, each declared once for notebook, workbook, Word and site."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.anggaran.efficiency import efisiensi_sasaran, serapan_capaian
from lkjlib.themes.anggaran.sources import (
    beda_nama,
    per_sasaran,
    tidak_tercantum,
    tiga_sumber,
    untuk_sasaran,
)
from lkjlib.themes.anggaran.spending import (
    belanja,
    fisik,
    konsentrasi_saldo,
    periksa_serapan,
    serapan,
    sisa_anggaran,
)
from lkjlib.themes.exhibit import Exhibit, Kolom

_B = "{dokumen} {tahun}, Bab III B"
_TIGA = "{dokumen} {tahun}, Bab II A, Bab III A.3 dan Bab III B"
_SERAPAN = "realisasi / alokasi * 100"
_MONEY = (
    Kolom("alokasi", "Alokasi (Rp)", jumlah=True),
    Kolom("realisasi", "Realisasi (Rp)", jumlah=True),
    Kolom("saldo", "Saldo (Rp)", rumus="alokasi - realisasi", jumlah=True),
)
_PERSEN = Kolom("serapan", "Serapan (%)", rumus=_SERAPAN)
_BAGIAN = Kolom("bagian", "Bagian (%)", rumus="alokasi / jumlah(alokasi) * 100", jumlah=True)
_SPENT = (
    Kolom("anggaran", "Anggaran (Rp)", jumlah=True),
    Kolom("realisasi", "Realisasi (Rp)", jumlah=True),
    Kolom("sisa", "Sisa (Rp)", rumus="anggaran - realisasi", jumlah=True),
    Kolom("serapan", "Serapan (%)", rumus="realisasi / anggaran * 100"),
    Kolom("bagian", "Bagian (%)", rumus="anggaran / jumlah(anggaran) * 100", jumlah=True),
)
_LEFT = (  # both kinds together stand in a row of their own
    Kolom("kelompok", "Kelompok belanja"),
    *(Kolom(column.nama, column.judul) for column in _SPENT),
)
_READINGS = (
    Kolom("sasaran", "Sasaran"),
    Kolom("indikator", "Indikator"),
    Kolom("jumlah_indikator", "Banyaknya indikator"),
    Kolom("capaian", "Capaian (%)"),
    Kolom("serapan", "Serapan (%)"),
    Kolom("capaian_kurang_serapan", "Capaian − serapan (poin)", rumus="capaian - serapan"),
    Kolom("pmk", "Bentuk PMK 214/2017 (%)"),
    Kolom("sisa", "100 − serapan (%)", rumus="100 - serapan"),
)
_NO_OUTPUT = (
    "Sasaran dengan beberapa indikator memakai rata-rata capaiannya. Serapan rendah bukan "
    "efisiensi bila keluaran tidak ditunjukkan."
)


def _checked(data: Data) -> pd.DataFrame:
    """Absorption of every kegiatan, the printed one as a number, under its urusan."""
    rows = data.anggaran
    return periksa_serapan(data).assign(tercetak=rows["serapan"], urusan=rows["urusan"])


def _checked_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    """Without urusan where the report prints none."""
    return (
        Kolom("kegiatan", "Kegiatan"),
        Kolom("program", "Program"),
        *([Kolom("urusan", "Urusan")] if frame["urusan"].notna().any() else []),
        *_MONEY,
        Kolom("tercetak", "Serapan tercetak (%)"),
        Kolom("dihitung", "Serapan dihitung (%)", rumus=_SERAPAN),
        Kolom("vonis", "Vonis"),
    )


def _without_urusan(data: Data) -> str:
    known = data.anggaran["urusan"].notna()
    if known.all() or not known.any():
        return ""
    return "Program yang dicetak sebelum urusan mana pun: urusannya dibiarkan kosong."


SPENDING = (
    Exhibit(
        "anggaran.sisa",
        "Anggaran, realisasi dan sisa menurut kelompok belanja, {tahun} (rupiah dan persen)",
        sisa_anggaran,
        _LEFT,
        sumber=_B,
    ),
    Exhibit(
        "anggaran.belanja",
        "Anggaran dan realisasi menurut jenis belanja, {tahun} (rupiah dan persen)",
        belanja,
        (Kolom("kelompok", "Kelompok belanja"), Kolom("uraian", "Uraian"), *_SPENT),
        sumber=_B,
        lembar="Belanja",
    ),
    Exhibit(
        "anggaran.urusan",
        "Belanja langsung menurut urusan, {tahun} (rupiah dan persen)",
        lambda data: serapan(data, "urusan"),
        (
            Kolom("urusan", "Urusan"),
            Kolom("jumlah_kegiatan", "Kegiatan", jumlah=True),
            *_MONEY,
            _PERSEN,
            _BAGIAN,
        ),
        "Tanpa nama: program yang dicetak sebelum urusan mana pun.",
        _B,
    ),
    Exhibit(
        "anggaran.program",
        "Belanja langsung menurut program, {tahun} (rupiah dan persen)",
        serapan,
        (
            Kolom("program", "Program"),
            Kolom("jumlah_kegiatan", "Kegiatan", jumlah=True),
            *_MONEY,
            _PERSEN,
            _BAGIAN,
        ),
        sumber=_B,
        lembar="Anggaran program",
    ),
    Exhibit(
        "anggaran.kegiatan",
        "Serapan menurut kegiatan, tercetak dan dihitung, {tahun} (rupiah dan persen)",
        _checked,
        _checked_columns,
        _without_urusan,
        _B,
        "Serapan kegiatan",
    ),
    Exhibit(
        "anggaran.saldo",
        "Saldo menurut kegiatan, terbesar dahulu, {tahun} (rupiah dan persen)",
        konsentrasi_saldo,
        (
            Kolom("kegiatan", "Kegiatan"),
            Kolom("program", "Program"),
            Kolom("alokasi", "Alokasi (Rp)", jumlah=True),
            Kolom("saldo", "Saldo (Rp)", jumlah=True),
            Kolom("serapan", "Serapan (%)", rumus="(1 - saldo / alokasi) * 100"),
            Kolom("bagian", "Bagian (%)", rumus="saldo / jumlah(saldo) * 100", jumlah=True),
            Kolom("kumulatif", "Kumulatif (%)", rumus="kumulatif(bagian)"),
        ),
        sumber=_B,
        lembar="Anggaran kegiatan",
    ),
    Exhibit(
        "anggaran.fisik",
        "Kegiatan menurut kolom fisik, {tahun} (persen dan rupiah)",
        fisik,
        (
            Kolom("fisik", "Fisik tercetak (%)"),
            Kolom("jumlah_kegiatan", "Kegiatan"),
            Kolom("alokasi", "Alokasi (Rp)"),
            Kolom("saldo", "Saldo (Rp)"),
            Kolom("serapan_min", "Serapan terendah (%)"),
            Kolom("serapan_maks", "Serapan tertinggi (%)"),
        ),
        sumber=_B,
    ),
)
SOURCES = (
    Exhibit(
        "anggaran.sasaran",
        "Anggaran dan serapan menurut sasaran, {tahun} (rupiah; persen belanja langsung)",
        per_sasaran,
        (
            Kolom("sasaran", "Sasaran"),
            Kolom("indikator", "Indikator"),
            Kolom("jumlah_program", "Program", jumlah=True),
            Kolom("jumlah_kegiatan", "Kegiatan", jumlah=True),
            *_MONEY,
            _PERSEN,
            Kolom("bagian", "Bagian (%)", jumlah=True),
        ),
        "Semua kegiatan di bawah program yang oleh Perjanjian Kinerja diberikan kepada sasaran "
        "itu; bagian dari seluruh belanja langsung.",
        "{dokumen} {tahun}, Bab II A dan Bab III B",
        "Anggaran sasaran",
    ),
    Exhibit(
        "anggaran.untuk_sasaran",
        "Kegiatan yang mendukung sasaran dari indikator: {indikator}, {tahun} (rupiah; persen)",
        untuk_sasaran,
        (
            Kolom("program", "Program"),
            Kolom("kegiatan", "Kegiatan"),
            Kolom("pagu", "Pagu di tabel sasaran (Rp)", jumlah=True),
            *_MONEY,
            _PERSEN,
            Kolom("tercantum", "Tercantum di tabel sasaran"),
        ),
        "–: tidak tercantum pada tabel anggaran sasaran di laporan. Alokasi dan realisasi dari "
        "tabel Bab III B; serapan dihitung dari rupiahnya.",
        _TIGA,
    ),
    Exhibit(
        "anggaran.tiga_sumber",
        "Anggaran program di tiga tempat laporan, {tahun} (rupiah)",
        tiga_sumber,
        (
            Kolom("program", "Program"),
            Kolom("anggaran_pk", "Perjanjian Kinerja", jumlah=True, satuan="Rp"),
            Kolom("alokasi", "Tabel realisasi", jumlah=True, satuan="Rp"),
            Kolom("pagu_sasaran", "Tabel sasaran", jumlah=True, satuan="Rp"),
            Kolom(
                "alokasi_kurang_pk",
                "Realisasi − PK",
                rumus="alokasi - anggaran_pk",
                jumlah=True,
                satuan="Rp",
            ),
            Kolom("pagu_kurang_alokasi", "Sasaran − realisasi", jumlah=True, satuan="Rp"),
            Kolom("sama", "Sama di ketiganya"),
        ),
        "–: program di luar Perjanjian Kinerja, atau tidak tercantum pada tabel sasaran. Selisih "
        "hanya dihitung untuk program pada Perjanjian Kinerja.",
        _TIGA,
        "Tiga sumber",
    ),
    Exhibit(
        "anggaran.ejaan",
        "Nama program yang dieja berbeda dari tabel realisasi, {tahun}",
        beda_nama,
        (
            Kolom("sumber", "Sumber"),
            Kolom("nama", "Nama di sana"),
            Kolom("acuan", "Nama di tabel realisasi"),
        ),
        "Dipadankan menurut bagian [alias] di laporan.toml: dinyatakan, tidak ditebak.",
        _TIGA,
    ),
    Exhibit(
        "anggaran.tidak_tercantum",
        "Kegiatan program sasaran yang tidak tercantum di tabel sasaran, {tahun} (rupiah)",
        tidak_tercantum,
        (
            Kolom("sasaran", "Sasaran"),
            Kolom("program", "Program"),
            Kolom("kegiatan", "Kegiatan"),
            *_MONEY,
            Kolom("seprogram", "Seluruh program hilang"),
        ),
        sumber=_TIGA,
    ),
)
EFFICIENCY = (
    Exhibit(
        "anggaran.serapan_capaian",
        "Serapan anggaran sasaran dan capaian indikatornya, {tahun} (rupiah dan persen)",
        serapan_capaian,
        (
            Kolom("indikator", "Indikator"),
            Kolom("sasaran", "Sasaran"),
            Kolom("alokasi", "Alokasi sasaran (Rp)"),
            Kolom("serapan", "Serapan (%)"),
            Kolom("capaian", "Capaian tercetak (%)"),
            Kolom("capaian_dihitung", "Capaian dihitung (%)"),
        ),
        "Indikator-indikator satu sasaran memakai anggaran yang sama.",
        "{dokumen} {tahun}, Bab III A dan B",
    ),
    Exhibit(
        "anggaran.efisiensi",
        "Tiga bacaan efisiensi menurut sasaran, dari capaian yang dihitung, {tahun}",
        efisiensi_sasaran,
        _READINGS,
        _NO_OUTPUT,
        "{dokumen} {tahun}, Bab III A dan B",
        "Efisiensi",
    ),
    Exhibit(
        "anggaran.efisiensi_tercetak",
        "Tiga bacaan efisiensi menurut sasaran, dari capaian tercetak, {tahun}",
        lambda data: efisiensi_sasaran(data, "capaian"),
        _READINGS,
        _NO_OUTPUT,
        "{dokumen} {tahun}, Bab III A dan B",
    ),
)
EXHIBITS = (*SPENDING, *SOURCES, *EFFICIENCY)
