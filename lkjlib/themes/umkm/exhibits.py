"""Tables of new and coached firms, each declared once for notebook, workbook, Word and site."""

from functools import partial

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.umkm.analysis import (
    TOTAL,
    bauran,
    bukan_bagian,
    konsentrasi,
    kuosien_lokasi,
    lebar,
    peringkat,
    peta,
    rasio_menurut,
    rasio_sel,
    tabel_bidang,
)
from lkjlib.themes.umkm.sensitivity import kepekaan, rentang_efek

_SUMBER = "{dokumen} {tahun}, Bab III"
_DUA_KELOMPOK = "Rasio dua kelompok usaha, bukan persentase dari UMKM binaan."
_KECAMATAN = Kolom("kecamatan", "Kecamatan")
_BIDANG = Kolom("bidang", "Bidang usaha")
_USAHA = (
    Kolom("baru", "UMKM baru", jumlah=True, satuan="usaha"),
    Kolom("binaan", "UMKM binaan", jumlah=True, satuan="usaha"),
)
_RASIO = Kolom("rasio", "Baru per 100 binaan", rumus="baru / binaan * 100")


def _fields(ukuran: str) -> Exhibit:
    """The firms of a kind by kecamatan and bidang, as the report prints them."""

    def without_total(data: Data) -> pd.DataFrame:
        return tabel_bidang(data, ukuran).iloc[:-1]

    def columns(frame: pd.DataFrame) -> list[Kolom]:
        of_usaha = partial(Kolom, jumlah=True, satuan="usaha")
        bidang = [of_usaha(name, name) for name in frame.columns[1:-1]]
        return [_KECAMATAN, *bidang, of_usaha("UMKM", "Jumlah", rumus="SUM(kiri)")]

    return Exhibit(
        f"umkm.{ukuran}",
        f"UMKM {ukuran} menurut kecamatan dan bidang usaha, {{tahun}} (usaha)",
        without_total,
        columns,
        sumber=_SUMBER,
        lembar=f"UMKM {ukuran}",
        baris_jumlah=TOTAL,
    )


def _quotients(ukuran: str) -> Exhibit:
    """The location quotients of a kind of firms."""
    return Exhibit(
        f"umkm.kuosien_{ukuran}",
        f"Kuosien lokasi UMKM {ukuran}, {{tahun}} (1 = sama dengan {{kota}})",
        lambda data: kuosien_lokasi(data, ukuran),
        _as_printed,
        "–: kurang dari 5 usaha.",
        _SUMBER,
    )


def _as_printed(frame: pd.DataFrame) -> list[Kolom]:
    """A column for each bidang, under its own name."""
    return [_KECAMATAN, *(Kolom(name, name) for name in frame.columns[1:])]


def _ratios(menurut: Kolom) -> Exhibit:
    """The ratio and the shares by kecamatan or by bidang; the sums are the city."""
    return Exhibit(
        f"umkm.{menurut.nama}",
        f"UMKM baru per 100 UMKM binaan menurut {menurut.judul.lower()}, {{tahun}}",
        lambda data: rasio_menurut(data, menurut.nama).iloc[:-1],
        (
            menurut,
            *_USAHA,
            _RASIO,
            Kolom("bagian_baru", "Bagian UMKM baru (%)", jumlah=True),
            Kolom("bagian_binaan", "Bagian UMKM binaan (%)", jumlah=True),
            Kolom("rasio_tanpa", f"Rasio {{kota}} tanpa {menurut.judul.lower()} ini"),
        ),
        _DUA_KELOMPOK,
        _SUMBER,
        baris_jumlah=TOTAL,
    )


EXHIBITS = (
    _fields("baru"),
    _fields("binaan"),
    _ratios(_KECAMATAN),
    _ratios(_BIDANG),
    Exhibit(
        "umkm.peta",
        "UMKM baru per 100 UMKM binaan menurut kecamatan dan bidang, {tahun} (baru/binaan)",
        lambda data: lebar(peta(data)),
        _as_printed,
        "–: kurang dari 20 UMKM binaan, rasio tidak diperbandingkan.",
        _SUMBER,
    ),
    Exhibit(
        "umkm.sel",
        "UMKM baru per 100 UMKM binaan, kecamatan × bidang, {tahun} (usaha)",
        rasio_sel,
        (
            _KECAMATAN,
            _BIDANG,
            *_USAHA,
            _RASIO,
            Kolom("status", "Status"),
            Kolom("bagian", "Dapat bagian dari binaan"),
        ),
        _DUA_KELOMPOK,
        _SUMBER,
        "UMKM sel",
    ),
    Exhibit(
        "umkm.peringkat",
        "Sel yang diperbandingkan, rasio tertinggi dahulu, {tahun}",
        peringkat,
        (
            _KECAMATAN,
            _BIDANG,
            Kolom("baru", "UMKM baru"),
            Kolom("binaan", "UMKM binaan"),
            _RASIO,
            Kolom("selisih_kota", "Selisih dari {kota} (poin)"),
        ),
        "Sel dengan kurang dari 20 UMKM binaan tidak diperbandingkan.",
        _SUMBER,
    ),
    Exhibit(
        "umkm.bukan_bagian",
        "Sel dengan UMKM baru lebih banyak daripada UMKM binaan, {tahun} (usaha)",
        bukan_bagian,
        (_KECAMATAN, _BIDANG, Kolom("baru", "UMKM baru"), Kolom("binaan", "UMKM binaan")),
        sumber=_SUMBER,
    ),
    _quotients("binaan"),
    _quotients("baru"),
    Exhibit(
        "umkm.konsentrasi",
        "Pemusatan bidang usaha menurut kecamatan, {tahun}",
        konsentrasi,
        (
            _KECAMATAN,
            Kolom("hhi_baru", "HHI UMKM baru", 3),
            Kolom("hhi_binaan", "HHI UMKM binaan", 3),
            Kolom("setara_baru", "Bidang setara, UMKM baru"),
            Kolom("setara_binaan", "Bidang setara, UMKM binaan"),
        ),
        "HHI: jumlah kuadrat bagian bidang; bidang setara: kebalikannya.",
        _SUMBER,
    ),
    Exhibit(
        "umkm.bauran",
        "UMKM baru dan yang sepadan bauran bidangnya, {tahun} (usaha; kali)",
        bauran,
        (
            _KECAMATAN,
            *reversed(_USAHA),
            Kolom("terharap", "Sepadan bauran bidang", jumlah=True, satuan="usaha"),
            Kolom("selisih", "Selisih", rumus="baru - terharap", jumlah=True, satuan="usaha"),
            _RASIO,
            Kolom("indeks", "Baru / sepadan bauran (kali)", rumus="baru / terharap"),
        ),
        "Sepadan bauran: UMKM binaan tiap bidang × rasio {kota} bidang itu.",
        _SUMBER,
        "UMKM bauran",
    ),
    Exhibit(
        "umkm.kepekaan",
        "Satu usaha lebih atau kurang, dan hitungan di tepi target, {tahun}",
        kepekaan,
        (
            Kolom("uraian", "Uraian"),
            Kolom("baru", "UMKM baru"),
            Kolom("binaan", "UMKM binaan"),
            Kolom("rasio", "Rasio (%)", 3, "baru / binaan * 100"),
            Kolom("perubahan", "Perubahan (poin)", 3),
            Kolom("target", "Target (%)"),
            Kolom("terpenuhi", "Target terpenuhi"),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "umkm.rentang_efek",
        "Hitungan tahun-tahun lalu yang mungkin, dan akibatnya (usaha; poin persen)",
        rentang_efek,
        (
            Kolom("tahun", "Tahun"),
            Kolom("tercetak", "Tercetak (%)"),
            Kolom("pasangan", "Pasangan yang mungkin"),
            Kolom("binaan_min", "Binaan, paling sedikit"),
            Kolom("binaan_maks", "Binaan, paling banyak"),
            Kolom("baru_maks", "Baru, paling banyak"),
            Kolom("binaan_tetap", "Mungkin dengan binaan sekarang"),
            Kolom("pembilang_min", "Karena pembilang, paling sedikit (poin)"),
            Kolom("pembilang_maks", "Karena pembilang, paling banyak (poin)"),
            Kolom("penyebut_min", "Karena penyebut, paling sedikit (poin)"),
            Kolom("penyebut_maks", "Karena penyebut, paling banyak (poin)"),
            Kolom("binaan_impas", "Binaan, impas"),
        ),
        "Andaian: UMKM binaan dahulu tidak lebih banyak daripada {tahun}. Impas: UMKM binaan "
        "paling sedikit yang membuat UMKM baru dahulu tidak lebih sedikit daripada sekarang.",
        _SUMBER,
    ),
)
