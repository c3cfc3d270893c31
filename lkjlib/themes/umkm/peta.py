"""The map of kecamatan by bidang with its totals, in the order in which it is drawn."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import TANDA_KOSONG, format_angka
from lkjlib.themes.umkm.rasio import DIBANDINGKAN, UKURAN, lebarkan, with_rasio

SEMUA = "Semua"


def peta(data: Data) -> pd.DataFrame:
    """Cells with the totals of their kecamatan and bidang, as the heatmap draws them.

    Returns
    -------
    DataFrame
        Columns of `rasio_sel`; kecamatan "Semua" and bidang "Semua" are the totals. Kecamatan
        by falling ratio, bidang by falling binaan with the residual class last.
    """
    cells = data.umkm
    rows = cells.groupby("kecamatan", sort=False)[list(UKURAN)].sum().reset_index()
    columns = cells.groupby("bidang", sort=False)[list(UKURAN)].sum().reset_index()
    kota = cells[list(UKURAN)].sum().to_frame().T
    frame = with_rasio(
        pd.concat(
            [
                cells,
                rows.assign(bidang=SEMUA),
                columns.assign(kecamatan=SEMUA),
                kota.assign(kecamatan=SEMUA, bidang=SEMUA),
            ],
            ignore_index=True,
        )
    )
    rows["rasio"] = rows["baru"] / rows["binaan"]
    columns["lainnya"] = columns["bidang"].str.endswith("Lainnya")
    by_row = rows.sort_values("rasio", ascending=False)["kecamatan"].tolist()
    by_column = columns.sort_values(["lainnya", "binaan"], ascending=[True, False])["bidang"]
    order = {n: i for i, n in enumerate([*by_row, *by_column, SEMUA])}
    return frame.sort_values(["kecamatan", "bidang"], key=lambda s: s.map(order), ignore_index=True)


def lebar(peta: pd.DataFrame) -> pd.DataFrame:
    """The map of `peta` as a table of text: "52 (57/110)", only counts where not compared."""
    compared = peta["status"] == DIBANDINGKAN
    ratio = peta["rasio"].map(format_angka).where(compared, TANDA_KOSONG)
    counts = peta["baru"].map(format_angka) + "/" + peta["binaan"].map(format_angka)
    return lebarkan(peta.assign(isi=ratio + " (" + counts + ")"), "isi").reset_index()
