"""Findings on unemployment by pendidikan and jenis_kelamin, as sentences from the frames."""

from __future__ import annotations

from lkjlib.dataset import Data
from lkjlib.findings import Temuan
from lkjlib.formatting import format_angka, format_persen
from lkjlib.ketenagakerjaan.andaian import andaikan
from lkjlib.ketenagakerjaan.kelompok import DIGABUNG, TERENDAH, acuan_tpt, anatomi
from lkjlib.ketenagakerjaan.presisi import beda_kelompok, ketelitian, sebut_asumsi
from lkjlib.verdicts import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI


def points(value: float) -> str:
    """Size of a difference in percentage points, two decimals."""
    return format_angka(abs(value), 2)


def on_education(data: Data) -> Temuan:
    """Who is most of the unemployed, and who more than its share."""
    frame = anatomi(data, "pendidikan", gabung=True)
    top = frame.loc[frame["penganggur"].idxmax()]
    rest = frame[frame["kategori"] != top["kategori"]]
    return Temuan(
        "Lulusan SMA lebih dari sepertiga angkatan kerja, tetapi separuh penganggur.",
        f"{top['kategori']}: {format_angka(top['penganggur'])} penganggur, "
        f"{format_persen(top['pangsa_penganggur'], 1)} dari semua penganggur dan "
        f"{format_persen(top['pangsa_angkatan_kerja'], 1)} dari angkatan kerja. Dari TPT kota "
        f"{format_persen(frame['kontribusi'].sum())} kelompok ini menyumbang "
        f"{points(top['kontribusi'])} poin; tingkatnya sendiri {format_persen(top['tpt'])}, "
        f"{format_angka(top['kelebihan'])} orang di atas jumlah menurut rata-rata kota. Kelas "
        f"lain paling tinggi {format_persen(rest['tpt'].max())}. Pernyataan laporan bahwa "
        "kelas ini penyumbang terbesar sesuai data.",
        COCOK if top["kategori"] == "Sekolah Menengah Atas" else TIDAK_COCOK,
    )


def on_lowest(data: Data) -> Temuan:
    """Why the two lowest classes are joined."""
    split = ketelitian(anatomi(data, "pendidikan")).set_index("kategori").loc[list(TERENDAH)]
    joined = anatomi(data, "pendidikan", gabung=True).set_index("kategori").loc[DIGABUNG]
    first, second = split.iloc[0], split.iloc[1]
    same = "persis sama" if first["bekerja"] == second["bekerja"] else "berbeda"
    return Temuan(
        "Dua kelas pendidikan terendah tidak layak dibandingkan satu sama lain.",
        f"TPT tercatat {format_persen(first['tpt'])} untuk yang belum tamat SD dan "
        f"{format_persen(second['tpt'])} untuk lulusan SD, padahal angkatan kerja dikurangi "
        f"penganggur memberi jumlah yang bekerja {same} di kedua kelas: "
        f"{format_angka(first['bekerja'])} dan {format_angka(second['bekerja'])} orang. RSE "
        f"keduanya {format_persen(first['rse'], 0)} dan {format_persen(second['rse'], 0)} "
        f"({sebut_asumsi()}). Digabung, TPT-nya {format_persen(joined['tpt'])}.",
        TIDAK_DAPAT_DIUJI,
    )


def on_sex(data: Data) -> Temuan:
    """Counts against rates."""
    frame = anatomi(data, "jenis_kelamin").set_index("kategori")
    men, women = frame.loc["Laki-laki"], frame.loc["Perempuan"]
    pair = beda_kelompok(data, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    more = men["penganggur"] > women["penganggur"]
    return Temuan(
        "Penganggur laki-laki lebih banyak orangnya, perempuan lebih tinggi tingkatnya.",
        f"Laki-laki {format_angka(men['penganggur'])} orang, perempuan "
        f"{format_angka(women['penganggur'])} orang; tetapi laki-laki "
        f"{format_persen(men['pangsa_angkatan_kerja'], 1)} angkatan kerja dan hanya "
        f"{format_persen(men['pangsa_penganggur'], 1)} penganggur. TPT perempuan "
        f"{format_persen(women['tpt'])}, laki-laki {format_persen(men['tpt'])}: selisih "
        f"{points(pair['selisih'])} poin, rasio {format_angka(pair['rasio'], 2)}; "
        f"batas galat selisih itu ±{points(pair['margin'])} poin ({sebut_asumsi()}). Kata "
        "“didominasi laki-laki” hanya benar untuk jumlah orang.",
        "cocok untuk jumlah, bukan untuk tingkat" if more else TIDAK_COCOK,
    )


def on_what_if(data: Data) -> Temuan:
    """Women at men's rate."""
    scenario = andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki")
    national = acuan_tpt(data).set_index("acuan")["nilai"]["RPJMN 2019"]
    side = "di bawah" if scenario.tpt_kota_andaian < national else "di atas"
    return Temuan(
        "Bila tingkat perempuan sama dengan laki-laki, TPT kota berada di bawah acuan nasional.",
        f"{scenario.kalimat} Itu {side} acuan nasional {format_persen(national, 0)}.",
        "perhitungan, bukan ramalan",
    )
