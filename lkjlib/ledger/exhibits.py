"""Tables of the ledger, each declared once for notebook, workbooks and cards."""

import pandas as pd

from lkjlib.ledger.basis import DASAR
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.coverage import MACAM, cakupan_per_bagian
from lkjlib.ledger.findings import alasan_temuan, temuan_klaim
from lkjlib.ledger.views import klaim_terlacak, ringkasan_klaim, tidak_teruji
from lkjlib.themes.exhibit import Exhibit, Kolom

_SUMBER = "buku klaim {dokumen} {tahun}, dinilai terhadap lampirannya"
_BAGIAN = Kolom("bagian", "Bagian")
_TABEL = Kolom("tabel", "Tabel")
_PERNYATAAN = Kolom("pernyataan", "Pernyataan")
_TERCETAK = Kolom("tercetak", "Tercetak")
_DIHITUNG = Kolom("dihitung", "Dihitung")
_VONIS = Kolom("vonis", "Vonis")
_NOMOR = Kolom("nomor", "Nomor")
_AKIBAT = Kolom("akibat", "Akibat")
_TEMUAN = Kolom("judul", "Temuan")


def _with_words(findings: pd.DataFrame) -> pd.DataFrame:
    """What follows from each finding, in words."""
    return findings.assign(akibat=findings["konsekuensi"].map(KONSEKUENSI))


ALASAN = Exhibit(
    "klaim.alasan",
    "Temuan menurut akibat, satu alasan tiap baris",
    lambda data: _with_words(alasan_temuan(data)),
    (
        _NOMOR,
        _AKIBAT,
        _TEMUAN,
        Kolom("alamat", "Alamat"),
        _PERNYATAAN,
        _DIHITUNG,
        _VONIS,
        Kolom("alasan", "Mengapa"),
        Kolom("saran", "Kalimat yang lebih baik"),
    ),
    sumber=_SUMBER,
)
DAFTAR = Exhibit(
    "klaim.daftar",
    "Setiap pernyataan {dokumen} {tahun} dan vonisnya",
    klaim_terlacak,
    (
        Kolom("kode", "Kode"),
        _BAGIAN,
        _TABEL,
        _PERNYATAAN,
        _TERCETAK,
        _DIHITUNG,
        _VONIS,
        Kolom("selisih", "Selisih"),
        Kolom("penjelasan", "Penjelasan"),
        Kolom("saran", "Saran"),
        Kolom("dasar", "Dasar"),
        Kolom("tercetak_angka", "Tercetak angka"),
        Kolom("dihitung_angka", "Dihitung angka"),
        Kolom("ukuran", "Ukuran"),
        Kolom("sel_lampiran", "Sel lampiran"),
        Kolom("catatan", "Catatan"),
    ),
    sumber=_SUMBER,
)
VONIS = Exhibit(
    "klaim.vonis",
    "Pernyataan laporan menurut vonis dan dasarnya, banyaknya",
    ringkasan_klaim,
    (
        _VONIS,
        *(Kolom(name, name.capitalize(), jumlah=True) for name in DASAR),
        Kolom("jumlah", "Jumlah", jumlah=True),
    ),
    "; ".join(f"{name}: {meaning}" for name, meaning in DASAR.items()),
    sumber=_SUMBER,
)
TIDAK_TERUJI = Exhibit(
    "klaim.tidak_teruji",
    "Pernyataan yang tidak dapat diuji dengan lampiran",
    tidak_teruji,
    (
        Kolom("kode", "Klaim"),
        _BAGIAN,
        _TABEL,
        _PERNYATAAN,
        _TERCETAK,
        Kolom("penjelasan", "Penjelasan"),
        Kolom("data_penentu", "Data penentu"),
    ),
    sumber=_SUMBER,
)

EXHIBITS = (
    VONIS,
    DAFTAR,
    Exhibit(
        "klaim.temuan",
        "Pernyataan yang tidak terbukti, menurut akibat",
        lambda data: _with_words(temuan_klaim(data)),
        (
            _NOMOR,
            _AKIBAT,
            _TEMUAN,
            _VONIS,
            Kolom("banyak", "Pernyataan"),
            Kolom("mengubah_kategori", "Mengubah kategori"),
            _BAGIAN,
        ),
        "Setiap pernyataan dengan alasan dan usulannya: buku klaim, satu folder di atas.",
        _SUMBER,
        "Temuan klaim",
    ),
    ALASAN,
    TIDAK_TERUJI,
    Exhibit(
        "klaim.cakupan",
        "Angka tercetak menurut bagian dan penjelasnya, banyaknya",
        cakupan_per_bagian,
        (
            _BAGIAN,
            *(Kolom(name, name.capitalize(), jumlah=True) for name in MACAM),
            Kolom("jumlah", "Jumlah", jumlah=True),
            Kolom("terjelaskan", "Terjelaskan (%)", 1),
        ),
        sumber=_SUMBER,
    ),
)
