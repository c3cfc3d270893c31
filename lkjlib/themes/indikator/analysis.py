"""The indicators in one row each: counts, target, realisasi, capaian, printed beside recomputed.

Neither the printed nor the recomputed number replaces the other.
"""

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError
from lkjlib.numbers.compare import vonis
from lkjlib.numbers.format import format_angka
from lkjlib.rules.capaian import capaian
from lkjlib.rules.category import SKALA, kategori
from lkjlib.rules.targets import memenuhi

SKALA_LAPORAN = "lkj-2019"  # the scale that the report tables
RPJMD = "RPJMD 2021"
NAMA_PENDEK = {
    "koperasi": "Koperasi berkualitas",
    "wirausaha": "Wirausaha baru",
    "omzet": "Peningkatan omzet",
    "tpt": "TPT",
    "kasus": "Perusahaan berkasus",
}


@once
def cacah(data: Data) -> pd.DataFrame:
    """Numerator and denominator of each indicator's realisasi, from the annexes.

    Returns
    -------
    DataFrame
        One row per indicator: kode, pembilang, penyebut, realisasi [percent, exact counts].
        For omzet the numerator is the growth in rupiah and the denominator last year's sales.

    Source
    ------
    Formula sentences of Bab III A.3, each indicator's section.

    Examples
    --------
    >>> from lkjlib import load
    >>> cacah(load(2019)).loc[0, ["pembilang", "penyebut"]].tolist()
    [31, 132]
    """
    counts = {kode: count(data) for kode, count in data.hitungan.items()}
    frame = pd.DataFrame(
        [(kode, n, d) for kode, (n, d) in counts.items()],
        columns=["kode", "pembilang", "penyebut"],
    )
    return frame.assign(realisasi=frame["pembilang"] / frame["penyebut"] * 100)


@once
def ringkasan(data: Data) -> pd.DataFrame:
    """Every indicator in one row: target, realisasi and capaian, printed and recomputed.

    Returns
    -------
    DataFrame
        kode, indikator, nama (short), rumus, polaritas, target, realisasi (printed),
        realisasi_dihitung, capaian (printed), capaian_dari_tercetak (from the rounded
        realisasi), capaian_dihitung (from the exact counts) [percent], a column per scale with
        the category of capaian_dihitung, kategori (of the printed capaian) and
        kategori_dihitung on the report's scale, tercapai (does the recomputed realisasi meet
        the target?).

    Source
    ------
    Bab III A.2, table of all indicators.

    Examples
    --------
    >>> from lkjlib import load
    >>> ringkasan(load(2019)).loc[2, ["kategori", "kategori_dihitung"]].tolist()
    ['Baik', 'Baik Sekali']
    """
    frame = (
        data.indikator[["kode", "indikator", "rumus", "polaritas"]]
        .merge(data.kinerja.query("tahun == @data.tahun").drop(columns="tahun"), on="kode")
        .merge(cacah(data)[["kode", "realisasi"]], on="kode", suffixes=("", "_dihitung"))
    )
    frame["capaian_dari_tercetak"] = _capaian(frame, "realisasi")
    frame["capaian_dihitung"] = _capaian(frame, "realisasi_dihitung")
    for skala in SKALA:
        frame[skala] = kategori(frame["capaian_dihitung"], skala)
    rows = zip(frame["realisasi_dihitung"], frame["target"], frame["polaritas"], strict=True)
    return frame.assign(
        nama=frame["kode"].map(NAMA_PENDEK),
        kategori=kategori(frame["capaian"], SKALA_LAPORAN),
        kategori_dihitung=kategori(frame["capaian_dihitung"], SKALA_LAPORAN),
        tercapai=pd.array([memenuhi(*row) for row in rows], dtype="boolean"),
    )


def _capaian(frame: pd.DataFrame, realisasi: str) -> list[float]:
    return [
        capaian(r, t, rumus)
        for r, t, rumus in zip(frame[realisasi], frame["target"], frame["rumus"], strict=True)
    ]


@once
def satu(data: Data, kode: str) -> pd.Series:
    """The row of `ringkasan` of one indicator.

    Raises
    ------
    LkjError
        When there is no such indicator.
    """
    frame = ringkasan(data).set_index("kode")
    if kode not in frame.index:
        raise LkjError(f"Tidak ada indikator '{kode}'. Yang ada: {', '.join(frame.index)}.")
    return frame.loc[kode]


def of_indicator(frame: pd.DataFrame, kode: str) -> pd.DataFrame:
    """The rows of one indicator, of `data.kinerja` or `data.pembanding`."""
    return frame[frame["kode"] == kode]


def selisih(data: Data, kode: str) -> pd.DataFrame:
    """Printed realisasi and capaian of an indicator against the recomputed ones.

    Returns
    -------
    DataFrame
        uraian, tercetak (as printed), dihitung [percent], vonis.
    """
    row = satu(data, kode)
    index = data.kinerja.query("kode == @kode and tahun == @data.tahun").index[0]
    rounded = {"realisasi": (), "capaian": (row["capaian_dari_tercetak"],)}
    lines = []
    for nama, inputs in rounded.items():
        printed = data.tercetak("kinerja", index, nama)
        decimals = len(printed.partition(",")[2])
        exact = row[f"{nama}_dihitung"]
        lines.append((nama, printed, exact, vonis(row[nama], decimals, exact, inputs)))
    return pd.DataFrame(lines, columns=["uraian", "tercetak", "dihitung", "vonis"])


def kartu(data: Data, kode: str) -> pd.DataFrame:
    """Indicator card: what is measured, how, from what, with what result."""
    row = satu(data, kode)
    card = data.indikator.set_index("kode").loc[kode]
    counts = cacah(data).set_index("kode").loc[kode]
    lines = [
        ("Sasaran", card["sasaran"]),
        ("Indikator", card["indikator"]),
        ("Definisi (menurut laporan)", card["definisi"]),
        ("Pembilang / penyebut (laporan)", f"{card['pembilang']} / {card['penyebut']}"),
        ("Pembilang / penyebut (lampiran)", _ratio(counts["pembilang"], counts["penyebut"])),
        ("Polaritas; rumus capaian", f"{card['polaritas']}; {card['rumus']}"),
        ("Sumber data", card["sumber_data"]),
        (f"Target {data.tahun} (%)", row["target"]),
        ("Realisasi tercetak (%)", row["realisasi"]),
        ("Realisasi dihitung (%)", row["realisasi_dihitung"]),
        ("Capaian tercetak (%)", row["capaian"]),
        ("Capaian dihitung (%)", row["capaian_dihitung"]),
        *((f"Kategori menurut {skala}", row[skala]) for skala in SKALA),
    ]
    return pd.DataFrame(lines, columns=["unsur", "isi"])


def _ratio(pembilang: float, penyebut: float) -> str:
    return f"{format_angka(int(pembilang))} / {format_angka(int(penyebut))}"
