"""What was spent: by kind, programme and kegiatan; what was left, and what "fisik" can tell.

Money is rupiah; absorption (serapan) is computed from it, not read from the printed column.
"""

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.numbers.compare import vonis

JAUH = 10  # percentage points
TINGKAT = {
    "urusan": ["urusan"],
    "program": ["urusan", "program"],
    "kegiatan": ["urusan", "program", "kegiatan"],
}


@once
def serapan(data: Data, tingkat: str = "program") -> pd.DataFrame:
    """Absorption of direct spending by urusan, programme or kegiatan, in the report's order.

    The three administrative programmes stand before any urusan: their urusan stays missing.

    Parameters
    ----------
    tingkat : "urusan", "program" or "kegiatan".

    Returns
    -------
    DataFrame
        The names down to `tingkat`, jumlah_kegiatan (not for "kegiatan"), alokasi, realisasi,
        saldo [rupiah], serapan [percent of alokasi], bagian [percent of all direct spending].

    Raises
    ------
    LkjError
        When there is no such level.

    Source
    ------
    Bab III B, table of programmes and activities.

    Examples
    --------
    >>> from lkjlib import load
    >>> serapan(load(2019), "urusan")["jumlah_kegiatan"].tolist()
    [21, 13, 11]
    """
    if tingkat not in TINGKAT:
        raise LkjError(explain_unknown("tingkat", tingkat, TINGKAT))
    keys = TINGKAT[tingkat]
    groups = data.anggaran.groupby(keys, sort=False, dropna=False)
    frame = groups[["alokasi", "realisasi", "saldo"]].sum().reset_index()
    if tingkat != "kegiatan":
        frame.insert(len(keys), "jumlah_kegiatan", groups.size().to_numpy())
    return frame.assign(
        serapan=frame["realisasi"] / frame["alokasi"] * 100,
        bagian=frame["alokasi"] / frame["alokasi"].sum() * 100,
    )


def tertinggal(persen: pd.Series) -> bool:
    """Is the lowest absorption far below, by `JAUH` points, every other?

    Examples
    --------
    >>> tertinggal(pd.Series([79.2, 91.8, 99.9])), tertinggal(pd.Series([79.2, 80, 99.9]))
    (True, False)
    """
    low, second = persen.nsmallest(2)
    return bool(second - low >= JAUH)


def konsentrasi_saldo(data: Data, *, teratas: int | None = None) -> pd.DataFrame:
    """Kegiatan by the money they left unspent, largest first, with their cumulative share.

    Parameters
    ----------
    teratas : rows to keep; the others become one last row without a programme. None keeps all.

    Returns
    -------
    DataFrame
        peringkat (missing for the pooled row), program, kegiatan, alokasi, saldo [rupiah],
        serapan [percent], bagian, kumulatif [percent of all saldo].

    Examples
    --------
    >>> from lkjlib import load
    >>> konsentrasi_saldo(load(2019)).loc[0, "saldo"]
    np.int64(32568847)
    """
    frame = data.anggaran[["program", "kegiatan", "alokasi", "saldo"]]
    frame = frame.sort_values("saldo", ascending=False, kind="stable", ignore_index=True)
    frame.insert(0, "peringkat", pd.array(range(1, len(frame) + 1), dtype="Int64"))
    if teratas is not None and teratas < len(frame):
        frame = _pool(frame, teratas)
    share = frame["saldo"] / frame["saldo"].sum() * 100
    return frame.assign(
        serapan=(1 - frame["saldo"] / frame["alokasi"]) * 100,
        bagian=share,
        kumulatif=share.cumsum(),
    )


def _pool(frame: pd.DataFrame, teratas: int) -> pd.DataFrame:
    rest = frame.iloc[teratas:]
    row = {
        "kegiatan": [f"{len(rest)} kegiatan lain"],
        "alokasi": [rest["alokasi"].sum()],
        "saldo": [rest["saldo"].sum()],
    }
    return pd.concat([frame.iloc[:teratas], pd.DataFrame(row)], ignore_index=True)


def jumlah_pembentuk(konsentrasi: pd.DataFrame, persen: float) -> int:
    """How few kegiatan, largest first, make at least that share of all saldo.

    Parameters
    ----------
    konsentrasi : of `konsentrasi_saldo`, not pooled.
    persen : share [percent].

    Examples
    --------
    >>> jumlah_pembentuk(pd.DataFrame({"kumulatif": [40.0, 50.0, 100.0]}), 50)
    2
    """
    return int((konsentrasi["kumulatif"] < persen - 1e-9).sum()) + 1


def periksa_serapan(data: Data) -> pd.DataFrame:
    """Printed absorption of every kegiatan against the one its rupiah give.

    Returns
    -------
    DataFrame
        program, kegiatan, alokasi, realisasi, saldo [rupiah], tercetak (text as printed),
        dihitung [percent, exact], vonis.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(periksa_serapan(load(2019)))
    45
    """
    frame = data.anggaran
    exact = frame["realisasi"] / frame["alokasi"] * 100
    printed = [data.tercetak("anggaran", row, "serapan") for row in frame.index]
    verdicts = [
        vonis(value, len(text.partition(",")[2]), found)
        for value, text, found in zip(frame["serapan"], printed, exact, strict=True)
    ]
    columns = frame[["program", "kegiatan", "alokasi", "realisasi", "saldo"]]
    return columns.assign(tercetak=printed, dihitung=exact, vonis=verdicts)


def fisik(data: Data) -> pd.DataFrame:
    """What the physical progress column tells apart: its values and the absorption under each.

    Returns
    -------
    DataFrame
        fisik [percent; missing where the report prints none], jumlah_kegiatan, alokasi, saldo
        [rupiah], serapan_min, serapan_maks [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> fisik(load(2019))["jumlah_kegiatan"].tolist()
    [44, 1]
    """
    frame = serapan(data, "kegiatan").assign(fisik=data.anggaran["fisik"])
    groups = frame.groupby("fisik", dropna=False, sort=False)
    table = groups[["alokasi", "saldo"]].sum()
    table.insert(0, "jumlah_kegiatan", groups.size())
    spent = groups["serapan"]
    table = table.assign(serapan_min=spent.min(), serapan_maks=spent.max())
    return table.reset_index().sort_values("fisik", ignore_index=True)


def belanja(data: Data) -> pd.DataFrame:
    """Spending by kind: gaji, pegawai, barang dan jasa, modal.

    Returns
    -------
    DataFrame
        kelompok, uraian, anggaran, realisasi, sisa [rupiah], serapan [percent],
        bagian [percent of the whole budget, both kinds].

    Source
    ------
    Bab III B, first table.

    Examples
    --------
    >>> from lkjlib import load
    >>> belanja(load(2019))["sisa"].tolist()
    [96081551, 17300000, 150126117, 4777750]
    """
    return _with_rest(data.belanja)


def sisa_anggaran(data: Data) -> pd.DataFrame:
    """Unspent money of each kind of spending and of both together (row "Kedua jenis belanja").

    Returns
    -------
    DataFrame
        kelompok, anggaran, realisasi, sisa [rupiah], serapan [percent], bagian [percent].

    Examples
    --------
    >>> from lkjlib import load
    >>> int(sisa_anggaran(load(2019))["sisa"].iloc[-1])
    268285418
    """
    kinds = data.belanja.groupby("kelompok", sort=False)[["anggaran", "realisasi"]].sum()
    frame = _with_rest(kinds.reset_index())
    sums = {name: [frame[name].sum()] for name in ("anggaran", "realisasi", "sisa", "bagian")}
    both = pd.DataFrame({"kelompok": ["Kedua jenis belanja"], **sums})
    both["serapan"] = both["realisasi"] / both["anggaran"] * 100
    return pd.concat([frame, both[frame.columns]], ignore_index=True)


def _with_rest(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(
        sisa=frame["anggaran"] - frame["realisasi"],
        serapan=frame["realisasi"] / frame["anggaran"] * 100,
        bagian=frame["anggaran"] / frame["anggaran"].sum() * 100,
    )
