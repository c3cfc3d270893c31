"""Findings that set the city's rate against references, other regions, years and targets."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_selisih,
    sebut_bilangan,
    sebut_daftar,
    sebut_persen,
)
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.api import tabel_ii
from lkjlib.themes.tpt.kelompok import jarak
from lkjlib.themes.tpt.presisi import Z, galat_baku, kota, sebut_asumsi
from lkjlib.themes.tpt.temuan_kelompok import points
from lkjlib.themes.tpt.wilayah import jarak_teruji

_IN_ERROR = "arahnya cocok, besarnya di dalam galat survei"


def on_national(data: Data) -> Temuan:
    """The city against the national reference."""
    row = jarak_teruji(data).set_index("acuan").loc["RPJMN 2019"]
    own = kota(data).iloc[0]
    needed, force = round(row["n_perlu"], -4), own["angkatan_kerja"]
    more = "lebih" if needed > force else "kurang"
    passed = "terlewat" if row["selisih"] > 0 else "tidak terlewat"
    title = f"Acuan nasional {passed}, di dalam ketelitian surveinya."
    if row["melebihi"]:
        title = f"Acuan nasional {passed}, di luar galat surveinya."
    elif row["selisih"] > 0 and needed > force:
        title = "Acuan nasional terlewat tipis, jauh di bawah ketelitian surveinya."
    return Temuan(
        title,
        f"TPT {format_persen(own['tpt'])} lawan {sebut_persen(row['nilai'])}: selisih "
        f"{points(row['selisih'])} poin, sama dengan {format_angka(abs(row['orang']))} orang. "
        f"Rentang 95 % kota {format_angka(own['bawah'], 1)}–{format_persen(own['atas'], 1)} "
        f"({sebut_asumsi()}); supaya selisih sekecil itu tampak, perlu sampel sekitar "
        f"{format_angka(needed)} orang, {more} dari angkatan kerja kota "
        f"({format_angka(force)} orang).",
        COCOK if row["melebihi"] else _IN_ERROR,
    )


def on_neighbours(data: Data) -> Temuan:
    """The city among province, regencies and cities, against what the report says of it."""
    frame = jarak_teruji(data).query("jenis != 'target'").sort_values("nilai")
    lower, higher = frame[frame["selisih"] > 0], frame[frame["selisih"] <= 0]
    sides = (("di atas", lower), ("di bawah", higher))
    places = ", ".join(f"{word} {_names(part)}" for word, part in sides if len(part))
    seen = int(frame["melebihi"].sum())
    against = higher[~higher["acuan"].str.startswith("Kota ")]
    holds = f"benar, tetapi {_names(higher)} lebih tinggi lagi" if len(higher) else "benar"
    holds = holds if against.empty else f"tidak benar, sebab {_names(against)} lebih tinggi"
    verdict = COCOK if seen == len(frame) else _IN_ERROR
    return Temuan(
        f"TPT kota {places}.",
        f"Selisih kota {'; '.join(_distances(part) for _, part in sides if len(part))}. Laporan "
        f"menyebut masih tinggi dibanding provinsi dan kabupaten sekitar: {holds}. Dari "
        f"{len(frame)} selisih, {seen} melebihi batas galatnya ({sebut_asumsi()}).",
        verdict if against.empty else TIDAK_COCOK,
    )


def _names(frame: pd.DataFrame) -> str:
    """Regions in words: the province, the regencies by number, cities by name."""
    regencies = [name for name in frame["acuan"] if name.startswith("Kabupaten ")]
    many = [f"{sebut_bilangan(len(regencies))} kabupaten"] if len(regencies) > 1 else regencies
    province = ["provinsi"] if frame["jenis"].eq("provinsi").any() else []
    cities = [name.removeprefix("Kota ") for name in frame["acuan"] if name.startswith("Kota ")]
    return sebut_daftar([*province, *many, *cities])


def _distances(frame: pd.DataFrame) -> str:
    listed = ", ".join(
        f"{row.acuan} {format_selisih(row.selisih, 2)} poin (±{points(row.margin)})"
        for row in frame.itertuples()
    )
    return f"terhadap {listed}"


def on_trend(data: Data) -> Temuan:
    """Two years of change against the survey's error."""
    years = tabel_ii(data, "tpt")
    first, before, last = (years["realisasi"].iloc[i] for i in (0, -2, -1))
    margin = Z * (galat_baku(before) ** 2 + galat_baku(last) ** 2) ** 0.5
    falls, small = bool((years["perubahan"].dropna() < 0).all()), first - last <= margin
    both = _direction(first, last) if _direction(first, last) != _direction(before, last) else ""
    title, sure = "TPT tidak turun setiap tahun.", "tidak sesuai angka tercetak"
    if falls:
        size = "tetapi dengan langkah yang kecil" if small else "lebih dari batas galatnya"
        title = f"TPT turun dua tahun berturut-turut, {size}."
        able = "tidak dapat" if small else "dapat"
        sure = f"sesuai angka tercetak, {able} dipastikan dari surveinya"
    return Temuan(
        title,
        f"Tercetak {format_persen(first)}, {format_persen(before)} lalu {format_persen(last)}: "
        f"{_direction(before, last)} {points(before - last)} poin dalam tahun terakhir dan "
        f"{both}{' ' if both else ''}{points(first - last)} poin dalam dua tahun. Batas galat "
        f"selisih dua tahun ±{points(margin)} poin ({sebut_asumsi()}): “semakin tahun semakin "
        f"menurun” {sure}.",
        (_IN_ERROR if small else COCOK) if falls else TIDAK_COCOK,
    )


def _direction(before: float, after: float) -> str:
    return "turun" if after < before else "naik"


def on_targets(data: Data) -> Temuan:
    """Targets of the year and of RPJMD against what had been reached."""
    years = tabel_ii(data, "tpt").set_index("tahun")
    target, before = years.loc[data.tahun, "target"], years["realisasi"].iloc[-2]
    rpjmd = jarak(data).set_index("acuan").loc["RPJMD 2021"]
    reached = int((years["realisasi"] <= rpjmd["nilai"]).sum())
    loose, room = target > before, rpjmd["orang"] <= 0
    people = f"{format_angka(abs(rpjmd['orang']))} penganggur"
    now = f"ada ruang {people} sebelum batas itu terlewati" if room else f"kelebihan {people}"
    return Temuan(
        _loose_title(loose, years["realisasi"].iloc[-1] < rpjmd["nilai"]),
        f"Target {data.tahun} {format_persen(target)} berada {points(target - before)} poin di "
        f"{'atas' if loose else 'bawah'} realisasi tahun sebelumnya ({format_persen(before)}). "
        f"Target RPJMD 2021 {format_persen(rpjmd['nilai'])} sudah dipenuhi pada {reached} dari "
        f"{len(years)} tahun; sekarang masih {now}."
        + (" Capaian di atas seratus persen karena itu bukan ukuran kemajuan." if loose else ""),
        COCOK,
    )


def _loose_title(target: bool, rpjmd: bool) -> str:
    looser = "lebih longgar daripada yang sudah dicapai"
    if target == rpjmd:
        return f"Target tahun ini dan target RPJMD {'' if target else 'tidak '}{looser}."
    one, other = ("tahun ini", "RPJMD") if target else ("RPJMD", "tahun ini")
    return f"Target {one} {looser}, target {other} tidak."
