"""The category scales as a reader needs them: bounds in words, and the rule that closes gaps."""

from __future__ import annotations

import pandas as pd

from lkjlib.rules.category import SKALA, tabel_skala


def pita_skala() -> pd.DataFrame:
    """Bands of every scale, best first, with the bounds that are applied.

    Returns
    -------
    DataFrame
        skala, kategori, batas (text) [percent].

    Examples
    --------
    >>> pita_skala()["batas"].tolist()[:4]
    ['> 100', '> 75 dan ≤ 100', '≥ 55 dan ≤ 75', '< 55']
    """
    rows = [
        (nama, band.kategori, _bounds(band))
        for nama in SKALA
        for band in tabel_skala(nama).itertuples()
    ]
    return pd.DataFrame(rows, columns=["skala", "kategori", "batas"])


def _bounds(band) -> str:
    parts = []
    if pd.notna(band.batas_bawah):
        parts.append(f"{'≥' if band.batas_bawah_termasuk else '>'} {band.batas_bawah}")
    if pd.notna(band.batas_atas):
        parts.append(f"{'≤' if band.batas_atas_termasuk else '<'} {band.batas_atas}")
    exactly = len(parts) == 2 and band.batas_bawah == band.batas_atas
    return f"tepat {band.batas_bawah}" if exactly else " dan ".join(parts)


def aturan_skala() -> pd.DataFrame:
    """Source of every scale and the rule that leaves no value between two of its bands.

    Returns
    -------
    DataFrame
        skala, sumber, aturan (text).
    """
    rows = [(skala.nama, skala.sumber, skala.aturan) for skala in SKALA.values()]
    return pd.DataFrame(rows, columns=["skala", "sumber", "aturan"])
