"""Tables of the indicators, each declared once for notebook, workbook, Word and site."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET
from lkjlib.rules.category import SKALA
from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, SKALA_LAPORAN, cacah, kartu, ringkasan
from lkjlib.themes.indikator.comparison import (
    ambisi_dan_laju,
    kerapuhan,
    tabel_i,
    tabel_ii,
    tabel_iii,
    tabel_iv,
)
from lkjlib.themes.indikator.scales import (
    agregasi,
    aturan_skala,
    kategori_skala,
    pita_skala,
    predikat_sasaran,
)

_BAB = "LKj {tahun}, Bab III A.3, "
_LAMPIRAN = "lampiran LKj {tahun}"
_BUKAN_RAMALAN = (
    "Poin persen ke arah membaik. Ambisi negatif: target lebih longgar daripada hasil tahun lalu; "
    "laju diperlukan negatif: target RPJMD sudah terlewati. Hitungan, bukan ramalan."
)


def _capaian(realisasi: str) -> str:
    """Formula of a sheet: that of the registry which the row's `rumus` names."""
    *others, last = (RUMUS[nama] for nama in RUMUS_SATU_TARGET)
    words = last.dalam_kata(realisasi, "target")
    for rule in reversed(others):
        words = f'IF(rumus = "{rule.nama}", {rule.dalam_kata(realisasi, "target")}, {words})'
    return words


def _every_year(data: Data) -> pd.DataFrame:
    """Tabel II of every indicator, one under the other."""
    codes = data.indikator["kode"]
    frames = [tabel_ii(data, kode).assign(indikator=NAMA_PENDEK[kode]) for kode in codes]
    return pd.concat(frames, ignore_index=True)


def _tabel_i(data: Data, kode: str) -> pd.DataFrame:
    frame = tabel_i(data, kode)
    return frame.assign(uraian=frame["uraian"].str.capitalize())


def _ambisi_dan_laju(data: Data, *kode: str) -> pd.DataFrame:
    """Of the indicators that are named, or of all."""
    frame = ambisi_dan_laju(data)
    return frame[frame["kode"].isin(kode)] if kode else frame


_TAHUN = (
    Kolom("tahun", "Tahun"),
    Kolom("realisasi", "Realisasi"),
    Kolom("capaian", "Capaian"),
    Kolom("target", "Target"),
    Kolom("jenis_target", "Asal target"),
    Kolom("target_min", "Target tersirat, dari"),
    Kolom("target_maks", "Target tersirat, sampai"),
    Kolom("perubahan", "Perubahan (poin persen)"),
)
_TERSIRAT = "Target tersirat: angka paling bulat yang memberi capaian tercetak, bukan kutipan."


def _acuan(acuan: str, nilai: str, terpenuhi: str) -> tuple[Kolom, ...]:
    return (
        Kolom("acuan", acuan),
        Kolom("tahun", "Tahun"),
        Kolom("nilai", nilai),
        Kolom("realisasi", "Realisasi tercetak"),
        Kolom("selisih", "Selisih (poin persen)"),
        Kolom("terpenuhi", terpenuhi),
    )


_OF_ALL = (
    Exhibit(
        "indikator.ringkasan",
        "Capaian kinerja sasaran strategis {tahun}: tercetak dan dihitung ulang, persen",
        ringkasan,
        (
            Kolom("nama", "Indikator"),
            Kolom("rumus", "Rumus capaian", lembar_saja=True),
            Kolom("target", "Target"),
            Kolom("realisasi", "Realisasi tercetak"),
            Kolom("realisasi_dihitung", "Realisasi dihitung"),
            Kolom("capaian", "Capaian tercetak"),
            Kolom(
                "capaian_dari_tercetak",
                "Capaian dari realisasi tercetak",
                rumus=_capaian("realisasi"),
                lembar_saja=True,
            ),
            Kolom("capaian_dihitung", "Capaian dihitung", rumus=_capaian("realisasi_dihitung")),
            Kolom("kategori", "Kategori tercetak"),
            Kolom("kategori_dihitung", "Kategori dihitung"),
        ),
        sumber=f"{_BAB}Tabel I setiap indikator; lampiran",
        lembar="Ringkasan",
    ),
    Exhibit(
        "indikator.tahunan",
        "Realisasi, capaian dan target menurut tahun, persen",
        _every_year,
        (Kolom("indikator", "Indikator"), *_TAHUN),
        _TERSIRAT,
        f"{_BAB}Tabel II setiap indikator",
        "Tiga tahun",
    ),
    Exhibit(
        "indikator.ambisi_dan_laju",
        "Target {tahun} terhadap hasil {lalu}, dan laju per tahun menuju target RPJMD",
        _ambisi_dan_laju,
        (
            Kolom("indikator", "Indikator"),
            Kolom("realisasi_lalu", "Realisasi tahun lalu (%)"),
            Kolom("target", "Target (%)"),
            Kolom("ambisi", "Ambisi (poin)"),
            Kolom("lebih_longgar", "Lebih longgar"),
            Kolom("sejak", "Laju sejak"),
            Kolom("laju_dicapai", "Laju dicapai (poin/tahun)"),
            Kolom("laju_diperlukan", "Laju diperlukan (poin/tahun)"),
            Kolom("cukup", "Cukup"),
        ),
        _BUKAN_RAMALAN,
        f"{_BAB}Tabel I, II dan IV; lampiran",
        "Ambisi dan laju",
    ),
    Exhibit(
        "indikator.kerapuhan",
        "Satuan pembilang yang memisahkan hasil {tahun} dari sisi seberang target",
        kerapuhan,
        (
            Kolom("indikator", "Indikator"),
            Kolom("satuan", "Satuan"),
            Kolom("pembilang", "Pembilang"),
            Kolom("penyebut", "Penyebut"),
            Kolom("target", "Target (%)"),
            Kolom("realisasi_dihitung", "Realisasi dihitung (%)", 2, "pembilang / penyebut * 100"),
            Kolom("tercapai", "Tercapai"),
            Kolom("jarak", "Jarak (satuan)"),
            Kolom("jarak_persen", "Jarak (% pembilang)", 2, "jarak / pembilang * 100"),
        ),
        "Penyebut tetap. Angka negatif: masih kurang; nol: satu satuan lagi, dan target meleset.",
        _LAMPIRAN,
        "Kerapuhan",
    ),
    Exhibit(
        "indikator.cacah",
        "Pembilang dan penyebut realisasi {tahun} menurut lampiran",
        cacah,
        (
            Kolom("kode", "Kode"),
            Kolom("pembilang", "Pembilang"),
            Kolom("penyebut", "Penyebut"),
            Kolom("realisasi", "Realisasi (%)", 2, "pembilang / penyebut * 100"),
        ),
        sumber=_LAMPIRAN,
        lembar="Cacah",
    ),
)

_OF_ONE = (
    Exhibit(
        "indikator.kartu",
        "Kartu indikator: {indikator}",
        kartu,
        (Kolom("unsur", "Unsur"), Kolom("isi", "Isi")),
    ),
    Exhibit(
        "indikator.tabel_i",
        "Tabel I. Target, realisasi dan capaian {tahun}, persen: {indikator}",
        _tabel_i,
        (
            Kolom("uraian", "Uraian"),
            Kolom("tercetak", "Tercetak"),
            Kolom("dari_tercetak", "Dari realisasi tercetak"),
            Kolom("dihitung", "Dihitung dari lampiran"),
        ),
    ),
    Exhibit(
        "indikator.tabel_ii",
        "Tabel II. Realisasi, capaian dan target menurut tahun, persen: {indikator}",
        tabel_ii,
        _TAHUN,
        _TERSIRAT,
    ),
    Exhibit(
        "indikator.tabel_iii",
        "Tabel III. Kabupaten, kota dan provinsi, persen: {indikator}",
        tabel_iii,
        _acuan("Wilayah", "Nilai", "Lebih baik daripada wilayah ini"),
    ),
    Exhibit(
        "indikator.tabel_iv",
        "Tabel IV. Target jangka menengah dan nasional, persen: {indikator}",
        tabel_iv,
        _acuan("Acuan", "Target", "Terpenuhi"),
    ),
)

_OF_SCALES = (
    Exhibit(
        "indikator.kategori_skala",
        "Kategori menurut setiap skala, dari capaian tercetak dan dari hitungan eksak",
        kategori_skala,
        (
            Kolom("indikator", "Indikator"),
            Kolom("skala", "Skala"),
            Kolom("kategori", "Kategori tercetak"),
            Kolom("kategori_dihitung", "Kategori dihitung"),
            Kolom("berubah", "Berubah"),
        ),
    ),
    Exhibit(
        "indikator.pita_skala",
        "Pita setiap skala dengan batas yang dipakai, persen",
        lambda data: pita_skala(),
        (Kolom("skala", "Skala"), Kolom("kategori", "Kategori"), Kolom("batas", "Capaian")),
    ),
    Exhibit(
        "indikator.skala",
        "Kategori capaian kinerja, persen",
        lambda data: pita_skala(SKALA_LAPORAN),
        (Kolom("batas", "Capaian"), Kolom("kategori", "Kategori"), Kolom("kode", "Kode")),
    ),
    Exhibit(
        "indikator.aturan_skala",
        "Sumber setiap skala dan aturan penutup celah di antara dua pita",
        lambda data: aturan_skala(),
        (Kolom("skala", "Skala"), Kolom("sumber", "Sumber"), Kolom("aturan", "Aturan")),
    ),
    Exhibit(
        "indikator.agregasi",
        "Satu capaian untuk sasaran berindikator banyak menurut beberapa aturan, persen",
        agregasi,
        (
            Kolom("sasaran", "Sasaran"),
            Kolom("aturan", "Aturan"),
            Kolom("capaian", "Capaian dari tercetak"),
            Kolom("kategori", "Kategori dari tercetak"),
            Kolom("capaian_dihitung", "Capaian dihitung"),
            Kolom("kategori_dihitung", "Kategori dihitung"),
        ),
    ),
    Exhibit(
        "indikator.predikat_sasaran",
        "Predikat sasaran menurut setiap skala, dari rata-rata capaian tercetak, persen",
        predikat_sasaran,
        (
            Kolom("sasaran", "Sasaran"),
            Kolom("jumlah_indikator", "Indikator"),
            Kolom("capaian", "Capaian"),
            *(Kolom(skala, f"Skala {skala}") for skala in SKALA),
        ),
    ),
)

EXHIBITS = (*_OF_ALL, *_OF_ONE, *_OF_SCALES)
