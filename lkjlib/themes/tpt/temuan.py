"""Findings on unemployment as sentences; every number comes from the frames."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import format_angka, format_persen, format_selisih
from lkjlib.themes.finding import Temuan
from lkjlib.themes.tpt.kelompok import anatomi
from lkjlib.themes.tpt.partisipasi import galat_perempuan, perempuan, titik_impas, uraian_perempuan
from lkjlib.themes.tpt.presisi import sebut_asumsi
from lkjlib.themes.tpt.temuan_kelompok import on_education, on_lowest, on_sex, on_what_if
from lkjlib.themes.tpt.temuan_wilayah import on_national, on_neighbours, on_targets, on_trend


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
        on_national(data),
        on_neighbours(data),
        on_trend(data),
        on_targets(data),
        _women(data),
        _definition(data),
    )


def _women(data: Data) -> Temuan:
    before, now = (row for _, row in perempuan(data).iterrows())
    part = uraian_perempuan(data, (0.0,)).iloc[0]["bagian_tpak"]
    change = now["penganggur"] - before["penganggur"]
    error = galat_perempuan(data).iloc[0]
    size = "lebih besar" if error["melebihi"] else "lebih kecil"
    fell, rose = now["tpak"] < before["tpak"], change > 0
    apart = bool(fell == rose)
    even = titik_impas(data).set_index("besaran")["pertumbuhan"]
    return Temuan(
        f"{'Turunnya' if fell else 'Naiknya'} TPAK perempuan "
        f"{'tidak menjelaskan' if apart else 'searah dengan'} "
        f"{'naiknya' if rose else 'turunnya'} penganggur perempuan.",
        f"Penganggur perempuan {format_angka(before['penganggur'])} → "
        f"{format_angka(now['penganggur'])} ({format_selisih(change)}), TPAK "
        f"{format_persen(before['tpak'])} → {format_persen(now['tpak'])}. Penganggur = penduduk "
        f"× TPAK × TPT: bagian TPAK {_way(part)}, bagian penduduk "
        f"dan TPT bersama {_way(change - part)}; keduanya tidak dapat "
        f"dipisahkan tanpa penduduk 15 tahun ke atas tahun {before['tahun']:.0f}. "
        "Batasnya: angkatan kerja perempuan menyusut kecuali penduduknya tumbuh sedikitnya "
        f"{format_persen(even['angkatan kerja'], 1)} setahun, yang bekerja menyusut "
        f"kecuali {format_persen(even['bekerja'], 1)}, dan TPT perempuan naik kecuali "
        f"{format_persen(even['TPT'], 1)}. {'Kenaikan' if rose else 'Penurunan'} "
        f"{format_angka(abs(change))} orang itu sendiri {size} daripada batas galatnya, "
        f"±{format_angka(error['margin'])} orang ({sebut_asumsi()}).",
        TIDAK_DIDUKUNG if apart else TIDAK_DAPAT_DIUJI,
    )


def _way(orang: float) -> str:
    return f"{format_angka(abs(orang))} orang ke {'atas' if orang > 0 else 'bawah'}"


def _definition(data: Data) -> Temuan:
    card = data.indikator.set_index("kode").loc["tpt"]
    jobless = anatomi(data, "jenis_kelamin")["penganggur"].sum()
    formula = (
        f"Rumus laporan: {card['pembilang']} dibagi {card['penyebut']}. Angka "
        f"{format_angka(jobless)} adalah penganggur menurut survei BPS"
    )
    if "pencari kerja" not in card["pembilang"]:
        return Temuan("Rumus di teks tidak memakai pencari kerja.", f"{formula}.", COCOK)
    return Temuan(
        "Rumus di teks memakai pencari kerja, angkanya memakai penganggur.",
        f"{formula}; pencari kerja terdaftar adalah hitungan lain dan tidak tercetak di laporan. "
        "Yang disarankan: jumlah penganggur dibagi angkatan kerja.",
        TIDAK_COCOK,
    )
