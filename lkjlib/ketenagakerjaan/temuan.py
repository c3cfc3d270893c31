"""Findings on unemployment as sentences; every number comes from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.dataset import Data
from lkjlib.findings import Temuan
from lkjlib.formatting import format_angka, format_persen, format_selisih
from lkjlib.ketenagakerjaan.kelompok import anatomi, jarak
from lkjlib.ketenagakerjaan.partisipasi import (
    galat_perempuan,
    perempuan,
    titik_impas,
    uraian_perempuan,
)
from lkjlib.ketenagakerjaan.presisi import Z, galat_baku, kota, sebut_asumsi
from lkjlib.ketenagakerjaan.temuan_kelompok import (
    on_education,
    on_lowest,
    on_sex,
    on_what_if,
    points,
)
from lkjlib.ketenagakerjaan.wilayah import jarak_teruji
from lkjlib.kinerja import tabel_ii
from lkjlib.verdicts import COCOK, TIDAK_COCOK, TIDAK_DIDUKUNG

_IN_ERROR = "arahnya cocok, besarnya di dalam galat survei"


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of sasaran 3 in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> [t.vonis for t in temuan(load(2019))][-2:]
    ['tidak didukung data', 'tidak cocok']
    """
    return (
        on_education(data),
        on_lowest(data),
        on_sex(data),
        on_what_if(data),
        _national(data),
        _neighbours(data),
        _trend(data),
        _targets(data),
        _women(data),
        _definition(data),
    )


def _national(data: Data) -> Temuan:
    row = jarak_teruji(data).set_index("acuan").loc["RPJMN 2019"]
    own = kota(data).iloc[0]
    return Temuan(
        "Acuan nasional terlewat tipis, jauh di bawah ketelitian surveinya.",
        f"TPT {format_persen(own['tpt'])} lawan {format_persen(row['nilai'], 0)}: selisih "
        f"{points(row['selisih'])} poin, sama dengan {format_angka(row['orang'])} orang. "
        f"Rentang 95 % kota {format_angka(own['bawah'], 1)}–{format_persen(own['atas'], 1)} "
        f"({sebut_asumsi()}); supaya selisih sekecil itu tampak, perlu sampel sekitar "
        f"{format_angka(round(row['n_perlu'], -4))} orang, lebih dari angkatan kerja kota "
        f"({format_angka(own['angkatan_kerja'])} orang).",
        _IN_ERROR if not row["melebihi"] else COCOK,
    )


def _neighbours(data: Data) -> Temuan:
    frame = jarak_teruji(data).query("jenis != 'target'").sort_values("nilai")
    lower = frame[frame["selisih"] > 0]
    higher = frame[frame["selisih"] <= 0]
    seen = int(frame["melebihi"].sum())
    return Temuan(
        "TPT kota di atas provinsi dan dua kabupaten, di bawah Banjarmasin.",
        f"Selisih kota terhadap {_distances(lower)}; terhadap {_distances(higher)}. Laporan "
        "menyebut masih tinggi dibanding provinsi dan kabupaten sekitar: benar, tetapi "
        f"Banjarmasin lebih tinggi lagi. Dari {len(frame)} selisih, {seen} melebihi batas "
        f"galatnya ({sebut_asumsi()}).",
        COCOK if seen == len(frame) else _IN_ERROR,
    )


def _distances(frame: pd.DataFrame) -> str:
    return ", ".join(
        f"{row.acuan} {format_selisih(row.selisih, 2)} poin (±{points(row.margin)})"
        for row in frame.itertuples()
    )


def _trend(data: Data) -> Temuan:
    years = tabel_ii(data, "tpt")
    first, before, last = (years["realisasi"].iloc[i] for i in (0, -2, -1))
    margin = Z * (galat_baku(before) ** 2 + galat_baku(last) ** 2) ** 0.5
    falls = bool((years["perubahan"].dropna() < 0).all())
    return Temuan(
        "TPT turun dua tahun berturut-turut, tetapi dengan langkah yang kecil.",
        f"Tercetak {format_persen(first)}, {format_persen(before)} lalu {format_persen(last)}: "
        f"turun {points(before - last)} poin dalam tahun terakhir dan {points(first - last)} "
        f"poin dalam dua tahun. Batas galat selisih dua tahun ±{points(margin)} poin "
        f"({sebut_asumsi()}): “semakin tahun semakin menurun” sesuai angka tercetak, tidak "
        "dapat dipastikan dari surveinya.",
        _IN_ERROR if falls else TIDAK_COCOK,
    )


def _targets(data: Data) -> Temuan:
    years = tabel_ii(data, "tpt").set_index("tahun")
    target = years.loc[data.tahun, "target"]
    before = years["realisasi"].iloc[-2]
    frame = jarak(data).set_index("acuan")
    rpjmd = frame.loc["RPJMD 2021"]
    reached = int((years["realisasi"] <= rpjmd["nilai"]).sum())
    return Temuan(
        "Target tahun ini dan target RPJMD lebih longgar daripada yang sudah dicapai.",
        f"Target {data.tahun} {format_persen(target)} berada {points(target - before)} poin di "
        f"atas realisasi tahun sebelumnya ({format_persen(before)}). Target RPJMD 2021 "
        f"{format_persen(rpjmd['nilai'])} sudah dipenuhi pada {reached} dari {len(years)} tahun; "
        f"sekarang masih ada ruang {format_angka(abs(rpjmd['orang']))} penganggur sebelum batas "
        "itu terlewati. Capaian di atas seratus persen karena itu bukan ukuran kemajuan.",
        COCOK,
    )


def _women(data: Data) -> Temuan:
    before, now = (row for _, row in perempuan(data).iterrows())
    part = uraian_perempuan(data, (0.0,)).iloc[0]["bagian_tpak"]
    change = now["penganggur"] - before["penganggur"]
    error = galat_perempuan(data).iloc[0]
    size = "lebih besar" if error["melebihi"] else "lebih kecil"
    even = titik_impas(data).set_index("besaran")["pertumbuhan"]
    return Temuan(
        "Turunnya TPAK perempuan tidak menjelaskan naiknya penganggur perempuan.",
        f"Penganggur perempuan {format_angka(before['penganggur'])} → "
        f"{format_angka(now['penganggur'])} (+{format_angka(change)}), TPAK "
        f"{format_persen(before['tpak'])} → {format_persen(now['tpak'])}. Penganggur = penduduk "
        f"× TPAK × TPT: bagian TPAK {format_angka(abs(part))} orang ke bawah, bagian penduduk "
        f"dan TPT bersama {format_angka(change - part)} orang ke atas; keduanya tidak dapat "
        f"dipisahkan tanpa penduduk 15 tahun ke atas tahun {before['tahun']:.0f}. "
        "Batasnya: angkatan kerja perempuan menyusut kecuali penduduknya tumbuh sedikitnya "
        f"{format_persen(even['angkatan kerja'], 1)} setahun, yang bekerja menyusut "
        f"kecuali {format_persen(even['bekerja'], 1)}, dan TPT perempuan naik kecuali "
        f"{format_persen(even['TPT'], 1)}. Kenaikan {format_angka(change)} orang itu sendiri "
        f"{size} daripada batas galatnya, ±{format_angka(error['margin'])} orang "
        f"({sebut_asumsi()}).",
        TIDAK_DIDUKUNG,
    )


def _definition(data: Data) -> Temuan:
    card = data.indikator.set_index("kode").loc["tpt"]
    jobless = anatomi(data, "jenis_kelamin")["penganggur"].sum()
    return Temuan(
        "Rumus di teks memakai pencari kerja, angkanya memakai penganggur.",
        f"Rumus laporan: {card['pembilang']} dibagi {card['penyebut']}. Angka "
        f"{format_angka(jobless)} adalah penganggur menurut survei BPS; pencari kerja terdaftar "
        "adalah hitungan lain dan tidak tercetak di laporan. Yang disarankan: jumlah penganggur "
        "dibagi angkatan kerja.",
        TIDAK_COCOK if "pencari kerja" in card["pembilang"] else COCOK,
    )
