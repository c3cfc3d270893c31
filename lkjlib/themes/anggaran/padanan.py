"""Pair names that two sources spell differently: by a stated similarity rule, never unseen."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

import pandas as pd

from lkjlib.errors import LkjError

AMBANG_KEMIRIPAN = 0.9


@lru_cache(maxsize=1024)
def kemiripan(nama: str, lain: str) -> float:
    """Similarity of two names, 0 to 1, blind to capitals and spacing (difflib ratio).

    Examples
    --------
    >>> kemiripan("Yang  Konduksif", "yang konduksif")
    1.0
    """
    return SequenceMatcher(None, _normal(nama), _normal(lain), autojunk=False).ratio()


def _normal(nama: str) -> str:
    return " ".join(nama.casefold().split())


def padankan_program(nama: Iterable[str], acuan: Iterable[str]) -> pd.DataFrame:
    """Pair programme names of one source with those of another.

    A name is paired with the one reference name that is at least `AMBANG_KEMIRIPAN` like it.
    Two such names, none, or two names for one reference are refused, never chosen between.

    Parameters
    ----------
    nama : names to be paired.
    acuan : names of the reference source.

    Returns
    -------
    DataFrame
        nama, acuan, kemiripan [0 to 1], kemiripan_kedua (of the next best reference name),
        sama (spelled alike), one row per distinct name.

    Raises
    ------
    LkjError
        When a name has no single partner.

    Examples
    --------
    >>> padankan_program(["Iklim Usaha Konduksif"], ["Iklim Usaha Kondusif", "Koperasi"])["acuan"]
    0    Iklim Usaha Kondusif
    Name: acuan, dtype: str
    """
    names, references = list(dict.fromkeys(nama)), list(dict.fromkeys(acuan))
    rows = [_partner(name, references) for name in names]
    frame = pd.DataFrame(rows, columns=["nama", "acuan", "kemiripan", "kemiripan_kedua", "sama"])
    twice = frame.loc[frame["acuan"].duplicated(keep=False), "nama"]
    if not twice.empty:
        raise LkjError(f"Program dengan padanan yang sama: {'; '.join(twice)}.")
    return frame


def _partner(nama: str, acuan: list[str]) -> tuple[str, str, float, float, bool]:
    scores = sorted(((kemiripan(nama, lain), lain) for lain in acuan), reverse=True)
    close = [lain for score, lain in scores if score >= AMBANG_KEMIRIPAN]
    if len(close) != 1:
        found = "tidak ada" if not close else "; ".join(close)
        raise LkjError(
            f"Program '{nama}' harus punya tepat satu padanan (kemiripan >= "
            f"{AMBANG_KEMIRIPAN}); ditemukan: {found}. Samakan ejaannya di lampiran."
        )
    second = scores[1][0] if len(scores) > 1 else float("nan")
    return nama, close[0], scores[0][0], second, nama == close[0]
