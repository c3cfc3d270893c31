"""Findings on the targets of the five indicators: how tough, how close, how fast."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK
from lkjlib.numbers.format import format_angka, format_persen, sebut_bilangan, sebut_daftar
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.sekilas.lima import ambisi, kerapuhan, laju


def on_ambition(data: Data) -> Temuan:
    """Targets that last year's result had already passed."""
    frame = ambisi(data)
    loose, tougher = frame[frame["lebih_longgar"]], int((frame["ambisi"] > 0).sum())
    parts = [
        f"{row.indikator} (tahun lalu {format_persen(row.realisasi_lalu)}, target "
        f"{format_persen(row.target)})"
        for row in loose.itertuples()
    ]
    names = sebut_daftar(loose["indikator"].tolist())
    return Temuan(
        f"Target {names} lebih longgar daripada hasil tahun sebelumnya."
        if parts
        else "Tidak ada target yang lebih longgar daripada hasil tahun sebelumnya.",
        f"{len(loose)} dari {len(frame)} target sudah terlampaui sebelum tahunnya mulai: "
        f"{sebut_daftar(parts)}. {tougher} target {'lain ' if parts else ''}meminta hasil yang "
        "lebih baik daripada tahun lalu.",
        COCOK,
    )


def on_margin(data: Data) -> Temuan:
    """The target that is met most narrowly, and those that are missed."""
    frame = kerapuhan(data).assign(naik=data.indikator["polaritas"].eq("positif"))
    met, missed = frame[frame["tercapai"]], frame[~frame["tercapai"]]
    title, text = "Tidak satu pun target tercapai.", ""
    if len(met):
        title, text = _tightest(met.sort_values("jarak_persen").iloc[0])
    parts = [
        f"{row.indikator} {'kurang' if row.naik else 'kelebihan'} {format_angka(-row.jarak)} "
        f"{row.satuan}"
        for row in missed.itertuples()
    ]
    short = f"{sebut_daftar(parts)} untuk mencapai target, bila penyebutnya tetap." if parts else ""
    return Temuan(title, f"{text} {short}".strip(), COCOK)


def _tightest(row) -> tuple[str, str]:
    name, spare = row["indikator"], f"{format_angka(row['jarak'])} {row['satuan']}"
    short = name if name.isupper() else name[0].lower() + name[1:]
    if row["jarak"]:
        title = f"Secara nisbi, sisa paling tipis sampai target ada pada {short}: {spare}."
    elif row["naik"]:
        title = f"Kurang satu {row['satuan']} saja, dan target {short} tidak tercapai."
    else:
        title = f"Satu {row['satuan']} lagi, dan target {short} tidak tercapai."
    room = (
        "masih tercapai dengan {} lebih sedikit" if row["naik"] else "masih menampung {} tambahan"
    )
    return title, (
        f"{name}: {format_angka(row['pembilang'])} dari {format_angka(row['penyebut'])}; target "
        f"{room.format(spare)}."
    )


def on_pace(data: Data) -> Temuan:
    """Indicators whose yearly pace is below what RPJMD still asks for."""
    frame = laju(data)
    slow, passed = frame[~frame["cukup"]], frame[frame["diperlukan"] < 0]
    parts = [
        f"{row.indikator} (dicapai {format_angka(row.dicapai, 2)}, diperlukan "
        f"{format_angka(row.diperlukan, 2)} poin setahun)"
        for row in slow.itertuples()
    ]
    many = {0: "Tidak satu pun", 1: "Hanya satu"}.get(
        len(slow), sebut_bilangan(len(slow)).capitalize()
    )
    return Temuan(
        f"{many} indikator harus melaju lebih cepat untuk target RPJMD.",
        f"Yang lajunya belum cukup: {sebut_daftar(parts)}. Yang sudah melewati target "
        f"RPJMD: {sebut_daftar(passed['indikator'].tolist())}. Ini aritmetika dua titik, bukan "
        "ramalan.",
        COCOK,
    )
