"""Tables of unemployment, each declared once for notebook, workbook, Word and site."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.tpt.analysis import anatomi, terendah
from lkjlib.themes.tpt.precision import (
    asumsi,
    batas_galat,
    beda_kelompok,
    jarak_teruji,
    ketelitian,
    kota,
    sebut_asumsi,
)
from lkjlib.themes.tpt.women import galat_perempuan, perempuan, titik_impas, uraian_perempuan

_SUMBER = "{dokumen} {tahun}, Bab III (BPS)"
_DUA_RINCIAN = "Kedua rincian menghitung orang yang sama, maka tidak dijumlahkan bersama."
_SURVEI = "Estimasi survei BPS; galatnya tidak tercetak di laporan."
_KELOMPOK = Kolom("kategori", "Kelompok")
_ORANG = (
    Kolom("penganggur", "Penganggur (orang)"),
    Kolom("bekerja", "Bekerja (orang)", rumus="angkatan_kerja - penganggur"),
    Kolom("angkatan_kerja", "Angkatan kerja (orang)"),
)
_TPT = Kolom("tpt", "TPT (%)", rumus="penganggur / angkatan_kerja * 100")
_PANGSA = (
    Kolom("pangsa_penganggur", "Pangsa penganggur (%)"),
    Kolom("pangsa_angkatan_kerja", "Pangsa angkatan kerja (%)"),
)
_TANDA = Kolom("tanda", "Ketelitian")
_RSE = Kolom("rse", "RSE (%)", 0)
_RENTANG = (
    Kolom("n_kelompok", "n, asumsi (orang)", 0),
    Kolom("galat_baku", "Galat baku (poin)"),
    _RSE,
    Kolom("bawah", "Batas bawah 95 % (%)"),
    Kolom("atas", "Batas atas 95 % (%)"),
)
_BATAS = (Kolom("margin", "Batas galat (poin)"), Kolom("melebihi", "Melebihi galat"))


def _assumed(sesudah: str = "", sebelum: str = "") -> Callable[[Data], str]:
    """A note that says what the errors of a table assume."""

    def note(data: Data) -> str:
        assumed = f"{_SURVEI} Galat dihitung dengan {sebut_asumsi(*asumsi(data))}."
        return " ".join(part for part in (sebelum, assumed, sesudah) if part)

    return note


def _precise(data: Data, rincian: str) -> pd.DataFrame:
    """The groups of a breakdown with the precision that is assumed for the report."""
    n, deff = asumsi(data)
    return ketelitian(anatomi(data, rincian), n=n, deff=deff)


def _summed(*columns: Kolom) -> tuple[Kolom, ...]:
    return tuple(replace(column, jumlah=True) for column in columns)


def _groups(rincian: str, words: str) -> tuple[Exhibit, Exhibit]:
    """The groups of a breakdown: their persons, and how they stand to the city."""
    return (
        Exhibit(
            f"tpt.{rincian}",
            f"Penganggur dan angkatan kerja menurut {words}, {{tahun}}",
            lambda data: _precise(data, rincian),
            (_KELOMPOK, *_summed(*_ORANG), _TPT, _TANDA),
            f"{_SURVEI} Bekerja: angkatan kerja dikurangi penganggur. Ketelitian menurut batas RSE "
            "BPS, dihitung dari ukuran sampel dan efek rancangan yang diasumsikan.",
            _SUMBER,
        ),
        Exhibit(
            f"tpt.{rincian}_pangsa",
            f"Andil kelompok menurut {words}, {{tahun}}",
            lambda data: anatomi(data, rincian),
            (
                _KELOMPOK,
                Kolom("kontribusi", "Kontribusi ke TPT {kota} (poin)", jumlah=True),
                *_summed(*_PANGSA),
                Kolom("representasi", "Representasi (rasio)"),
                Kolom("kelebihan", "Kelebihan penganggur (orang)", 0),
            ),
            "Representasi: pangsa penganggur dibagi pangsa angkatan kerja. Kelebihan: orang di "
            f"atas (+) atau di bawah (−) jumlah menurut TPT {{kota}}. {_SURVEI}",
            _SUMBER,
        ),
    )


_SEMUA = (Kolom("rincian", "Rincian"), _KELOMPOK)


def _all_groups(data: Data) -> pd.DataFrame:
    """Groups by education and by sex, one under the other, with their precision."""
    frames = [
        _precise(data, name).assign(rincian=name.replace("_", " "))
        for name in ("pendidikan", "jenis_kelamin")
    ]
    return pd.concat(frames, ignore_index=True)


def _lowest(data: Data) -> pd.DataFrame:
    frame = _precise(data, "pendidikan")
    return frame[frame["kategori"].isin(terendah(frame))]


def _margin_columns(frame: pd.DataFrame) -> tuple[Kolom, ...]:
    return (
        Kolom("n", "n (orang AK)"),
        *(Kolom(name, f"{name} (± poin)") for name in frame.columns[1:]),
    )


EXHIBITS = (
    *_groups("pendidikan", "pendidikan"),
    *_groups("jenis_kelamin", "jenis kelamin"),
    Exhibit(
        "tpt.pendidikan_digabung",
        "Pangsa, TPT dan kelebihan menurut pendidikan, kelas terendah digabung, {tahun}",
        lambda data: anatomi(data, "pendidikan", gabung=True),
        (
            _KELOMPOK,
            *reversed(_PANGSA),
            Kolom("tpt", "TPT (%)"),
            Kolom("kontribusi", "Kontribusi ke TPT {kota} (poin)"),
            Kolom("kelebihan", "Kelebihan penganggur (orang)", 0),
        ),
        _SURVEI,
        _SUMBER,
    ),
    Exhibit(
        "tpt.terendah",
        "Kelas pendidikan terendah, {tahun}",
        _lowest,
        (_KELOMPOK, *_ORANG, _TPT, _RSE, _TANDA),
        _assumed(),
        _SUMBER,
    ),
    Exhibit(
        "tpt.pendidikan_ketelitian",
        "Ketelitian TPT menurut pendidikan, {tahun}",
        lambda data: _precise(data, "pendidikan"),
        (_KELOMPOK, Kolom("tpt", "TPT (%)"), *_RENTANG, _TANDA),
        _assumed(
            "n dibagi menurut pangsa angkatan kerja; batas bawah dipotong di nol. Ketelitian "
            "menurut batas RSE BPS: sampai seperempat andal, sampai separuh perlu hati-hati, di "
            "atasnya tidak andal."
        ),
        _SUMBER,
    ),
    Exhibit(
        "tpt.kelompok",
        "Anatomi TPT menurut pendidikan dan menurut jenis kelamin, {tahun}",
        _all_groups,
        (
            *_SEMUA,
            *_ORANG,
            _TPT,
            Kolom("kontribusi", "Kontribusi ke TPT {kota} (poin)"),
            *_PANGSA,
            Kolom(
                "representasi",
                "Representasi (rasio)",
                rumus="pangsa_penganggur / pangsa_angkatan_kerja",
            ),
            Kolom("kelebihan", "Kelebihan penganggur (orang)", 0),
        ),
        f"{_DUA_RINCIAN} {_SURVEI} Galatnya pada lembar TPT ketelitian.",
        _SUMBER,
        "TPT kelompok",
    ),
    Exhibit(
        "tpt.kelompok_ketelitian",
        "Ketelitian TPT menurut pendidikan dan menurut jenis kelamin, {tahun}",
        _all_groups,
        (*_SEMUA, Kolom("tpt", "TPT (%)"), *_RENTANG, _TANDA),
        _assumed(_DUA_RINCIAN),
        _SUMBER,
        "TPT ketelitian",
    ),
    Exhibit(
        "tpt.beda_jenis_kelamin",
        "TPT perempuan dan laki-laki, {tahun}",
        lambda data: beda_kelompok(data, "jenis_kelamin", "Perempuan", "Laki-laki"),
        (
            _KELOMPOK,
            Kolom("dengan", "Pembanding"),
            Kolom("tpt", "TPT (%)"),
            Kolom("tpt_dengan", "TPT pembanding (%)"),
            Kolom("selisih", "Selisih (poin)"),
            Kolom("rasio", "Rasio"),
            *_BATAS,
        ),
        _assumed(),
        _SUMBER,
    ),
    Exhibit(
        "tpt.kota",
        "Ketelitian TPT {kota}, {tahun}",
        kota,
        (Kolom("tpt", "TPT (%)"), *_RENTANG),
        _assumed(),
        _SUMBER,
    ),
    Exhibit(
        "tpt.batas_galat",
        "Batas galat 95 % TPT {kota} menurut ukuran sampel (n) dan efek rancangan, {tahun}",
        batas_galat,
        _margin_columns,
        "n dan efek rancangan adalah asumsi pembaca; laporan tidak mencetak keduanya.",
        _SUMBER,
    ),
    Exhibit(
        "tpt.jarak",
        "Jarak TPT {kota} ke target, acuan nasional dan wilayah lain, {tahun}",
        jarak_teruji,
        (
            Kolom("acuan", "Acuan"),
            Kolom("jenis", "Jenis"),
            Kolom("nilai", "Acuan (%)"),
            Kolom("selisih", "Selisih (poin)"),
            Kolom("orang", "Selisih (orang)"),
            *_BATAS,
            Kolom("n_perlu", "n yang perlu (orang)"),
        ),
        _assumed(
            sebelum="Orang: di atas nol, penganggur yang perlu berkurang sampai acuan; di bawah "
            "nol, yang masih boleh bertambah; angkatan kerja tetap."
        ),
        _SUMBER,
        "TPT jarak",
    ),
    Exhibit(
        "tpt.perempuan",
        "Perempuan di angkatan kerja sampai dengan {tahun}",
        perempuan,
        (
            Kolom("tahun", "Tahun"),
            Kolom("tpak", "TPAK (%)"),
            _ORANG[0],
            _ORANG[2],
            Kolom("bekerja", "Bekerja (orang)"),
            _TPT,
            Kolom("penduduk_15", "Penduduk 15+ tersirat (orang)", 0),
            Kolom("penduduk_min", "Paling sedikit (orang)", 0),
            Kolom("penduduk_maks", "Paling banyak (orang)", 0),
        ),
        "Penduduk 15 tahun ke atas tersirat dari angkatan kerja dan TPAK, yang dibulatkan. Yang "
        f"tidak tercetak dibiarkan kosong. {_SURVEI}",
        _SUMBER,
        "TPT perempuan",
    ),
    Exhibit(
        "tpt.uraian_perempuan",
        "Perubahan penganggur perempuan menurut asumsi pertumbuhan penduduknya, {lalu}–{tahun}",
        uraian_perempuan,
        (
            Kolom("pertumbuhan", "Asumsi pertumbuhan (%)", 0),
            Kolom("penduduk_lalu", "Penduduk 15+ tahun lalu (orang)", 0),
            Kolom("angkatan_kerja_lalu", "Angkatan kerja tahun lalu (orang)", 0),
            Kolom("bekerja_lalu", "Bekerja tahun lalu (orang)", 0),
            Kolom("tpt_lalu", "TPT tahun lalu (%)"),
            Kolom("bagian_penduduk", "Karena penduduk (orang)", 0),
            Kolom("bagian_tpak", "Karena TPAK (orang)", 0),
            Kolom("bagian_tpt", "Karena TPT (orang)", 0),
        ),
        "Penganggur = penduduk × TPAK × TPT; pembagian logaritmik tanpa sisa. Hitungan, bukan "
        "ramalan.",
        _SUMBER,
    ),
    Exhibit(
        "tpt.titik_impas",
        "Pertumbuhan penduduk perempuan setahun yang membuat {lalu} sama dengan {tahun}",
        titik_impas,
        (
            Kolom("besaran", "Besaran"),
            Kolom("pertumbuhan", "Pertumbuhan (%)"),
        ),
        "Di bawah pertumbuhan itu angkatan kerja dan yang bekerja menyusut, dan TPT naik.",
        _SUMBER,
    ),
    Exhibit(
        "tpt.galat_perempuan",
        "Perubahan penganggur perempuan dan batas galatnya, {lalu}–{tahun}",
        galat_perempuan,
        (
            Kolom("perubahan", "Perubahan (orang)"),
            Kolom("margin", "Batas galat (orang)", 0),
            Kolom("melebihi", "Melebihi galat"),
        ),
        _assumed(),
        _SUMBER,
    ),
)
