"""How omzet is spread over the firms: bounds only, for a class tells how many, not how much.

The total is exact, the classes give bounds. The highest class has no end unless the caller
gives one, for example the legal limit of a micro firm.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lkjlib.data import Data, once
from lkjlib.themes.omzet.analysis import sebaran

AMBANG_MIKRO = 300_000_000  # yearly sales of a micro firm: UU 20/2008, Perda 7/2015


@dataclass(frozen=True)
class Kelas:
    """Classes as arrays: bounds [rupiah], firms, and the exact total omzet [rupiah]."""

    bawah: np.ndarray
    atas: np.ndarray
    usaha: np.ndarray
    omzet: int

    def paling_sedikit(self) -> np.ndarray:
        """Cumulated omzet with every firm at the bottom of its class, from 0 firms on."""
        return np.append(0.0, np.cumsum(self.bawah * self.usaha))

    def paling_banyak(self) -> np.ndarray:
        """Cumulated omzet with every firm at the top of its class, from 0 firms on."""
        return np.append(0.0, np.cumsum(self.atas * self.usaha))


def _kelas(data: Data, atas: float | None) -> Kelas:
    frame = sebaran(data)
    top = np.inf if atas is None else atas
    return Kelas(
        frame["batas_bawah"].to_numpy(dtype=float),
        frame["batas_atas"].astype("Float64").fillna(top).to_numpy(dtype=float),
        frame["usaha"].to_numpy(),
        int(data.omzet.set_index("tahun")["omzet"][data.tahun]),
    )


@once
def batas_rata_rata(data: Data, *, atas: float | None = None) -> pd.DataFrame:
    """Whether total / firms can be the mean of firms that lie in these classes.

    Parameters
    ----------
    data : the year's data.
    atas : end of the open class [rupiah]; without it the upper bound stays missing.

    Returns
    -------
    DataFrame
        One row: paling_sedikit, rata_rata, paling_banyak [rupiah per firm], cocok.

    Examples
    --------
    >>> from lkjlib import load
    >>> bool(batas_rata_rata(load(2019))["cocok"].iloc[0])
    True
    """
    frame = sebaran(data)
    usaha, ends = frame["usaha"], frame["batas_atas"]
    firms = usaha.sum()
    mean = data.omzet.set_index("tahun")["omzet"][data.tahun] / firms
    low, high = (frame["batas_bawah"] * usaha).sum() / firms, float("nan")
    holds = low <= mean
    if atas is not None:
        ends = ends.fillna(atas)
    if ends.notna().all():
        high = (ends * usaha).sum() / firms
        holds = holds and mean <= high
    line = {
        "paling_sedikit": low,
        "rata_rata": mean,
        "paling_banyak": high,
        "cocok": bool(holds),
    }
    return pd.DataFrame([line])


@once
def pita_lorenz(data: Data, *, atas: float | None = None) -> pd.DataFrame:
    """Between which bounds the Lorenz curve of omzet lies.

    For each share of firms, from the smallest up: the least and the most of the total omzet
    that they can hold, given the classes and the exact total. Each bound can be reached, not
    all of them by one and the same curve.

    Parameters
    ----------
    data : the year's data.
    atas : end of the open class [rupiah]; without it only the total limits its firms.

    Returns
    -------
    DataFrame
        bagian_usaha, omzet_min, omzet_maks [percent, cumulated], batas_kelas (whether a class
        ends here); at every tenth percent and wherever a bound bends, so that straight lines
        between the rows are exact.

    Source
    ------
    Bab III: class table and total omzet of the year.
    """
    kelas = _kelas(data, atas)
    ends = np.append(0, np.cumsum(kelas.usaha)).astype(float)
    firms = _grid(kelas, ends)
    bounds = [_bounds(kelas, ends, k) for k in firms]
    low, high = (np.array(values) / kelas.omzet * 100 for values in zip(*bounds, strict=True))
    return pd.DataFrame(
        {
            "bagian_usaha": firms / ends[-1] * 100,
            "omzet_min": low,
            "omzet_maks": high,
            "batas_kelas": np.isin(firms, ends),
        }
    )


def _grid(kelas: Kelas, ends: np.ndarray) -> np.ndarray:
    """Numbers of firms at which to take the bounds: tenths, class ends, bends of the lower one."""
    points = [*ends, *(ends[-1] * np.arange(11) / 10)]
    if np.isinf(kelas.atas[-1]):  # one firm may hold all that the others do not
        return np.unique(np.append(points, ends[-1] - 1))
    least = kelas.paling_sedikit()
    for j, firms in enumerate(kelas.usaha):
        rest = kelas.omzet - (kelas.atas[j:] * kelas.usaha[j:]).sum()
        bend = (least[j] - rest) / (kelas.atas[j] - kelas.bawah[j])
        if 0 < bend < firms:
            points.append(ends[j] + bend)
    return np.unique(np.array(points))


def _bounds(kelas: Kelas, ends: np.ndarray, k: float) -> tuple[float, float]:
    """Least and most omzet of the k smallest firms [rupiah]."""
    j = min(int(np.searchsorted(ends, k, side="right")) - 1, len(kelas.usaha) - 1)
    within = k - ends[j]
    low, high = kelas.paling_sedikit(), kelas.paling_banyak()
    least = low[j] + within * kelas.bawah[j]
    above = (ends[j + 1] - k) * kelas.atas[j] if k < ends[j + 1] else 0.0
    above += (kelas.atas[j + 1 :] * kelas.usaha[j + 1 :]).sum()
    slack = kelas.omzet - low[-1]
    below = min(slack, high[j] - low[j])
    # the rest of the class must sell as much as its first firms do, so raising them costs all n
    room = min(kelas.atas[j] - kelas.bawah[j], (slack - below) / kelas.usaha[j])
    return max(least, kelas.omzet - above), least + below + within * room


def batas_gini(pita: pd.DataFrame) -> tuple[float, float]:
    """Least and most Gini coefficient that a band of `pita_lorenz` allows (outer bounds)."""
    share = pita["bagian_usaha"] / 100
    area = [np.trapezoid(pita[c] / 100, share) for c in ("omzet_maks", "omzet_min")]
    return tuple(float(1 - 2 * a) for a in area)


def pangsa_teratas(data: Data, *, atas: float | None = None) -> pd.DataFrame:
    """Share of the total omzet that the firms above each class bound hold.

    Parameters
    ----------
    data : the year's data.
    atas : end of the open class [rupiah].

    Returns
    -------
    DataFrame
        omzet_di_atas [rupiah], usaha [firms], bagian_usaha, omzet_min, omzet_maks [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> pangsa_teratas(load(2019))["usaha"].tolist()
    [1845, 1386, 431, 125, 42, 2]
    """
    band = pita_lorenz(data, atas=atas)
    band = band[band["batas_kelas"]].iloc[:-1]
    frame = sebaran(data)
    return pd.DataFrame(
        {
            "omzet_di_atas": frame["batas_bawah"],
            "usaha": frame["usaha"][::-1].cumsum()[::-1],
            "bagian_usaha": 100 - band["bagian_usaha"].to_numpy(),
            "omzet_min": 100 - band["omzet_maks"].to_numpy(),
            "omzet_maks": 100 - band["omzet_min"].to_numpy(),
        }
    )
