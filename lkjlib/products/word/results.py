"""The results that the chapter tells: computed out of the annexes wherever they hold the counts."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import is_missing
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.comparison import tabel_ii

_COMPUTED = {
    "realisasi": "realisasi_dihitung",
    "capaian": "capaian_dihitung",
    "kategori": "kategori_dihitung",
}


def with_results(data: Data) -> Data:
    """The data as if the report printed the year's computed results.

    Parameters
    ----------
    data : the report's data; stays as it is.

    Returns
    -------
    Data
        In frame `kinerja`, rows of the report's year, realisasi [unit of the indicator], capaian
        [percent] and kategori are those that the counts of the annexes give. An indicator without
        counts keeps its realisasi; its capaian is computed from that.

    Examples
    --------
    >>> from lkjlib import load
    >>> rows = with_results(load(2019)).kinerja.query("tahun == 2019").set_index("kode")
    >>> round(float(rows.loc["omzet", "realisasi"]), 2), rows.loc["omzet", "kategori"]
    (10.23, 'Baik Sekali')
    """
    known = ringkasan(data).set_index("kode")
    table = data.kinerja
    table = table.astype({"realisasi": "float64", "capaian": "float64", "kategori": object})
    for place, row in table[table["tahun"] == data.tahun].iterrows():
        for name, computed in _COMPUTED.items():
            result = known.loc[row["kode"], computed]
            table.loc[place, name] = row[name] if is_missing(result) else result
    return replace(data, frames={**data.frames, "kinerja": table})


def years(data: Data, kode: str) -> pd.DataFrame:
    """An indicator year by year, with those targets only that the report prints.

    Returns
    -------
    DataFrame
        tahun, target, realisasi, perubahan (against the year before) [unit of the indicator],
        capaian [percent]. Years of which nothing is known are left out.
    """
    frame = tabel_ii(data, kode)
    target = frame["target"].where(frame["jenis_target"] == "tercetak")
    told = frame.assign(target=target)[["tahun", "target", "realisasi", "perubahan", "capaian"]]
    return told.dropna(how="all", subset=["target", "realisasi"]).reset_index(drop=True)
