"""Findings on unemployment by pendidikan and jenis_kelamin, as sentences from the frames."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import format_angka, format_persen, sebut_persen
from lkjlib.themes.finding import Temuan
from lkjlib.themes.tpt.andaian import andaikan
from lkjlib.themes.tpt.kelompok import DIGABUNG, TERENDAH, acuan_tpt, anatomi, ringkas
from lkjlib.themes.tpt.presisi import TIDAK_ANDAL, beda_kelompok, ketelitian, sebut_asumsi

_DISEBUT = "Sekolah Menengah Atas"  # the class that the report calls the largest part
_DIDOMINASI = {  # are men more by number, by rate: what becomes of the report's word
    (True, False): (
        "hanya benar untuk jumlah orang",
        f"{COCOK} untuk jumlah, bukan untuk tingkat",
    ),
    (True, True): ("benar untuk jumlah orang dan untuk tingkat", COCOK),
    (False, True): ("hanya benar untuk tingkat", f"{COCOK} untuk tingkat, bukan untuk jumlah"),
    (False, False): ("tidak benar", TIDAK_COCOK),
}


def points(value: float) -> str:
    """Size of a difference in percentage points, two decimals."""
    return format_angka(abs(value), 2)


def on_education(data: Data) -> Temuan:
    """Who is most of the unemployed, and who more than its share."""
    frame = anatomi(data, "pendidikan", gabung=True)
    top = frame.loc[frame["penganggur"].idxmax()]
    rest = frame[frame["kategori"] != top["kategori"]]
    claimed = top["kategori"] == _DISEBUT
    said = "kelas ini penyumbang terbesar" if claimed else f"{_DISEBUT} penyumbang terbesar tidak"
    return Temuan(
        _largest_title(ringkas(top["kategori"]), top),
        f"{top['kategori']}: {format_angka(top['penganggur'])} penganggur, "
        f"{format_persen(top['pangsa_penganggur'], 1)} dari semua penganggur dan "
        f"{format_persen(top['pangsa_angkatan_kerja'], 1)} dari angkatan kerja. Dari TPT kota "
        f"{format_persen(frame['kontribusi'].sum())} kelompok ini menyumbang "
        f"{points(top['kontribusi'])} poin; tingkatnya sendiri {format_persen(top['tpt'])}, "
        f"{format_angka(abs(top['kelebihan']))} orang di "
        f"{'atas' if top['kelebihan'] > 0 else 'bawah'} jumlah menurut rata-rata kota. Kelas "
        f"lain paling tinggi {format_persen(rest['tpt'].max())}. Pernyataan laporan bahwa "
        f"{said} sesuai data.",
        COCOK if claimed else TIDAK_COCOK,
    )


def _largest_title(name: str, row: pd.Series) -> str:
    force, jobless = row["pangsa_angkatan_kerja"], row["pangsa_penganggur"]
    if 100 / 3 < force < 40 and 45 < jobless < 55:
        return f"Lulusan {name} lebih dari sepertiga angkatan kerja, tetapi separuh penganggur."
    share = "lebih besar" if jobless > force else "tidak lebih besar"
    return f"Penganggur terbanyak lulusan {name}, {share} daripada bagiannya di angkatan kerja."


def on_lowest(data: Data) -> Temuan:
    """Why the two lowest classes are joined."""
    split = ketelitian(anatomi(data, "pendidikan")).set_index("kategori").loc[list(TERENDAH)]
    joined = anatomi(data, "pendidikan", gabung=True).set_index("kategori").loc[DIGABUNG]
    first, second = split.iloc[0], split.iloc[1]
    same = first["bekerja"] == second["bekerja"]
    weak = same or TIDAK_ANDAL in set(split["tanda"])
    return Temuan(
        "Dua kelas pendidikan terendah tidak layak dibandingkan satu sama lain."
        if weak
        else "Dua kelas pendidikan terendah dapat dibandingkan bila sampelnya sebesar asumsi.",
        f"TPT tercatat {format_persen(first['tpt'])} untuk yang belum tamat SD dan "
        f"{format_persen(second['tpt'])} untuk lulusan SD{', padahal' if same else ';'} angkatan "
        "kerja dikurangi penganggur memberi jumlah yang bekerja "
        f"{'persis sama' if same else 'berbeda'} di kedua kelas: "
        f"{format_angka(first['bekerja'])} dan {format_angka(second['bekerja'])} orang. RSE "
        f"keduanya {format_persen(first['rse'], 0)} dan {format_persen(second['rse'], 0)} "
        f"({sebut_asumsi()}). Digabung, TPT-nya {format_persen(joined['tpt'])}.",
        TIDAK_DAPAT_DIUJI if weak else "perhitungan dengan asumsi sampel",
    )


def on_sex(data: Data) -> Temuan:
    """Counts against rates."""
    frame = anatomi(data, "jenis_kelamin").set_index("kategori")
    men, women = frame.loc["Laki-laki"], frame.loc["Perempuan"]
    pair = beda_kelompok(data, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    less = men["pangsa_penganggur"] < men["pangsa_angkatan_kerja"]
    more, higher = men["penganggur"] > women["penganggur"], men["tpt"] > women["tpt"]
    many, high = ("laki-laki" if is_men else "perempuan" for is_men in (more, higher))
    says, verdict = _DIDOMINASI[bool(more), bool(higher)]
    return Temuan(
        f"Penganggur {many} lebih banyak orangnya{' dan' if many == high else f', {high}'} lebih "
        "tinggi tingkatnya.",
        f"Laki-laki {format_angka(men['penganggur'])} orang, perempuan "
        f"{format_angka(women['penganggur'])} orang; {'tetapi ' if less else ''}laki-laki "
        f"{format_persen(men['pangsa_angkatan_kerja'], 1)} angkatan kerja dan "
        f"{'hanya ' if less else ''}{format_persen(men['pangsa_penganggur'], 1)} penganggur. TPT "
        f"perempuan {format_persen(women['tpt'])}, laki-laki {format_persen(men['tpt'])}: selisih "
        f"{points(pair['selisih'])} poin, rasio {format_angka(pair['rasio'], 2)}; "
        f"batas galat selisih itu ±{points(pair['margin'])} poin ({sebut_asumsi()}). Kata "
        f"“didominasi laki-laki” {says}.",
        verdict,
    )


def on_what_if(data: Data) -> Temuan:
    """Women at men's rate."""
    scenario = andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki")
    national = acuan_tpt(data).set_index("acuan")["nilai"]["RPJMN 2019"]
    side = "di bawah" if scenario.tpt_kota_andaian < national else "di atas"
    return Temuan(
        f"Bila tingkat perempuan sama dengan laki-laki, TPT kota berada {side} acuan nasional.",
        f"{scenario.kalimat} Itu {side} acuan nasional {sebut_persen(national)}.",
        "perhitungan, bukan ramalan",
    )
