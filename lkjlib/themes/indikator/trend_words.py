"""What a trend says: its figures as written, whether the target is met, title and alt text."""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from lkjlib.numbers.format import bulatkan, format_angka
from lkjlib.themes.indikator.analysis import NAMA_PENDEK


def shown(value: float) -> str:
    """Two decimals unless the figure is whole."""
    return format_angka(value, 0 if float(value).is_integer() else 2)


def is_met(frame: pd.DataFrame) -> bool:
    """Does the last result of an indicator meet its target, in its direction?"""
    last = frame.dropna(subset="realisasi").iloc[-1]
    if frame["naik_lebih_baik"].iloc[0]:
        return bool(last["realisasi"] >= last["target"])
    return bool(last["realisasi"] <= last["target"])


def computed_otherwise(realisasi: float, dihitung: float) -> float | None:
    """What the counts give, where it is known and would have been printed otherwise."""
    if pd.isna(dihitung) or shown(realisasi) == shown(float(bulatkan(dihitung, 2))):
        return None
    return float(dihitung)


def trend_words(frame: pd.DataFrame, known: pd.DataFrame) -> tuple[str, str]:
    """Title (the finding) and alternative text."""
    name = NAMA_PENDEK[frame["kode"].iloc[0]]
    last = known.iloc[-1]
    exact = computed_otherwise(last["realisasi"], last["dihitung"])
    up = bool(frame["naik_lebih_baik"].iloc[0])
    met = is_met(frame)
    result = "tercapai" if met else "tidak tercapai"
    goal = f"target {shown(last['target'])} {result}"
    before = known["realisasi"].iloc[-2]
    if met and (before > last["target"] if up else before < last["target"]):
        goal = f"target {shown(last['target'])} lebih longgar daripada hasil tahun lalu"
    result = f"{_moves(known)} ke {shown(last['realisasi'])} %"
    if exact is not None:
        result = f"tercetak {shown(last['realisasi'])} %, dihitung {format_angka(exact, 2)} %"
    title = f"{name} {result}; {goal}"
    points = ", ".join(f"{r.tahun}: {shown(r.realisasi)} %" for r in known.itertuples())
    targets = ", ".join(
        f"{r.tahun}: {shown(r.target)} % ({r.jenis_target})"
        for r in frame.dropna(subset="target").itertuples()
    )
    counted = "" if exact is None else f" Dihitung dari lampiran: {format_angka(exact, 2)} %."
    alt = f"Grafik garis {name}. Realisasi {points}.{counted} Target {targets}."
    return title, f"{alt} {goal.capitalize()}."


def _moves(known: pd.DataFrame) -> str:
    """Directions in order, each said once: "turun lalu naik"."""
    change = known["realisasi"].diff().dropna()
    words = ["naik" if c > 0 else "turun" if c < 0 else "tetap" for c in change]
    return " lalu ".join(word for word, _ in groupby(words))
