"""Indicators side by side: printed and recomputed, targets, trend, references (Tabel I-IV)."""

from __future__ import annotations

import pandas as pd

from lkjlib.dataset import Data
from lkjlib.errors import LkjError
from lkjlib.evaluation import capaian
from lkjlib.formatting import format_angka
from lkjlib.inverse import target_tersirat
from lkjlib.judgement import ambisi, laju
from lkjlib.scales import SKALA, kategori
from lkjlib.verdicts import vonis

LULUS = ("Berkualitas", "Cukup Berkualitas")
NAMA_PENDEK = {
    "koperasi": "Koperasi berkualitas",
    "wirausaha": "Wirausaha baru",
    "omzet": "Peningkatan omzet",
    "tpt": "TPT",
    "kasus": "Perusahaan berkasus",
}
RPJMD = "RPJMD 2021"


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
    rating, omzet = data.pemeringkatan, data.omzet.set_index("tahun")["omzet"]
    by_sex = data.tenaga_kerja.query("rincian == 'jenis_kelamin'")
    last = data.tahun
    counts = {
        "koperasi": (
            rating.loc[rating["peringkat"].isin(LULUS), "koperasi"].sum(),
            data.koperasi["aktif"].sum(),
        ),
        "wirausaha": (data.umkm["baru"].sum(), data.umkm["binaan"].sum()),
        "omzet": (omzet[last] - omzet[last - 1], omzet[last - 1]),
        "tpt": (by_sex["penganggur"].sum(), by_sex["angkatan_kerja"].sum()),
        "kasus": (len(data.kasus), data.wajib_lapor.set_index("tahun")["perusahaan"][last]),
    }
    frame = pd.DataFrame(
        [(kode, int(n), int(d)) for kode, (n, d) in counts.items()],
        columns=["kode", "pembilang", "penyebut"],
    )
    return frame.assign(realisasi=frame["pembilang"] / frame["penyebut"] * 100)


def ringkasan(data: Data) -> pd.DataFrame:
    """Every indicator in one row: target, realisasi and capaian, printed and recomputed.

    Returns
    -------
    DataFrame
        kode, indikator, rumus, target, realisasi (printed), realisasi_dihitung,
        capaian (printed), capaian_dari_tercetak (from the rounded realisasi),
        capaian_dihitung (from the exact counts) [percent], and one category column per scale.
    """
    frame = (
        data.indikator[["kode", "indikator", "rumus"]]
        .merge(data.kinerja.query("tahun == @data.tahun").drop(columns="tahun"), on="kode")
        .merge(cacah(data)[["kode", "realisasi"]], on="kode", suffixes=("", "_dihitung"))
    )
    frame["capaian_dari_tercetak"] = _capaian(frame, "realisasi")
    frame["capaian_dihitung"] = _capaian(frame, "realisasi_dihitung")
    for skala in SKALA:
        frame[skala] = kategori(frame["capaian_dihitung"], skala)
    return frame


def _capaian(frame: pd.DataFrame, realisasi: str) -> list[float]:
    return [
        capaian(r, t, rumus)
        for r, t, rumus in zip(frame[realisasi], frame["target"], frame["rumus"], strict=True)
    ]


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


def kartu(data: Data, kode: str) -> pd.DataFrame:
    """Indicator card: what is measured, how, from what, with what result."""
    row = satu(data, kode)
    card = data.indikator.set_index("kode").loc[kode]
    counts = cacah(data).set_index("kode").loc[kode]
    lines = [
        ("Sasaran", card["sasaran"]),
        ("Indikator", card["indikator"]),
        ("Definisi", card["definisi"]),
        ("Pembilang / penyebut (laporan)", f"{card['pembilang']} / {card['penyebut']}"),
        ("Pembilang / penyebut (lampiran)", _ratio(counts["pembilang"], counts["penyebut"])),
        ("Polaritas; rumus capaian", f"{card['polaritas']}; {card['rumus']}"),
        ("Sumber data", card["sumber_data"]),
        ("Target 2019 [%]", row["target"]),
        ("Realisasi tercetak [%]", row["realisasi"]),
        ("Realisasi dihitung [%]", row["realisasi_dihitung"]),
        ("Capaian tercetak [%]", row["capaian"]),
        ("Capaian dihitung [%]", row["capaian_dihitung"]),
        *((f"Kategori menurut {skala}", row[skala]) for skala in SKALA),
    ]
    return pd.DataFrame(lines, columns=["unsur", "isi"])


def _ratio(pembilang: float, penyebut: float) -> str:
    return f"{format_angka(int(pembilang))} / {format_angka(int(penyebut))}"


def tabel_i(data: Data, kode: str) -> pd.DataFrame:
    """Tabel I, capaian of the report year: printed beside recomputed [percent].

    Returns
    -------
    DataFrame
        Rows target, realisasi, capaian; columns tercetak, dari_tercetak (capaian out of the
        rounded realisasi, as the report computes it), dihitung (out of the exact counts).
    """
    row = satu(data, kode)
    return pd.DataFrame(
        {
            "uraian": ["target", "realisasi", "capaian"],
            "tercetak": [row["target"], row["realisasi"], row["capaian"]],
            "dari_tercetak": [None, row["realisasi"], row["capaian_dari_tercetak"]],
            "dihitung": [None, row["realisasi_dihitung"], row["capaian_dihitung"]],
        }
    ).astype({"dari_tercetak": "float64", "dihitung": "float64"})


def tabel_ii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel II, three years: printed realisasi and capaian, and the target behind them.

    Returns
    -------
    DataFrame
        tahun, realisasi, capaian (printed), target, jenis_target ("tercetak", or "tersirat":
        the roundest target that gives the printed capaian), target_min, target_maks (bounds of
        the implied target), perubahan (realisasi against the year before, percentage points).
    """
    rumus = satu(data, kode)["rumus"]
    rows = []
    for index, row in data.kinerja.query("kode == @kode").iterrows():
        known = pd.notna(row["target"])
        implied = None
        if not known and pd.notna(row["realisasi"]) and pd.notna(row["capaian"]):
            printed = [data.tercetak("kinerja", index, c) for c in ("realisasi", "capaian")]
            implied = target_tersirat(*printed, rumus)
        rows.append(
            {
                "tahun": row["tahun"],
                "realisasi": row["realisasi"],
                "capaian": row["capaian"],
                "target": row["target"] if known else _as_float(implied, "terbulat"),
                "jenis_target": "tercetak" if known else "tersirat" if implied else None,
                "target_min": _as_float(implied, "bawah"),
                "target_maks": _as_float(implied, "atas"),
            }
        )
    frame = pd.DataFrame(rows)
    return frame.assign(perubahan=frame["realisasi"].diff())


def _as_float(implied: object, name: str) -> float:
    return float("nan") if implied is None else float(getattr(implied, name))


def tabel_iii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel III, other regions: printed value and the city's distance to it [percentage points].

    A region for which the report prints "-" stays with a missing value.
    """
    return _references(data, kode, lambda acuan: not acuan.startswith("RPJM"))


def tabel_iv(data: Data, kode: str) -> pd.DataFrame:
    """Tabel IV, RPJMD 2021 and RPJMN 2019: printed value and distance [percentage points]."""
    return _references(data, kode, lambda acuan: acuan.startswith("RPJM"))


def _references(data: Data, kode: str, wanted) -> pd.DataFrame:
    row = satu(data, kode)
    frame = data.pembanding.query("kode == @kode")
    frame = frame[frame["acuan"].map(wanted)].drop(columns="kode").reset_index(drop=True)
    distance = row["realisasi"] - frame["nilai"]
    better = distance if row["rumus"].startswith("positif") else -distance
    return frame.assign(
        realisasi=row["realisasi"],
        selisih=distance,
        terpenuhi=(better >= 0).where(frame["nilai"].notna()).astype("boolean"),
    )


def tren(data: Data, kode: str) -> pd.DataFrame:
    """Three yearly points with their targets and the RPJMD target, as the trend chart draws them.

    Returns
    -------
    DataFrame
        kode, tahun, realisasi, target [percent], jenis_target (tercetak, tersirat, RPJMD),
        naik_lebih_baik.
    """
    years = tabel_ii(data, kode)[["tahun", "realisasi", "target", "jenis_target"]]
    rpjmd = data.pembanding.query("kode == @kode and acuan == @RPJMD").iloc[0]
    goal = pd.DataFrame(
        {
            "tahun": [rpjmd["tahun"]],
            "realisasi": [float("nan")],
            "target": [rpjmd["nilai"]],
            "jenis_target": ["RPJMD"],
        }
    )
    frame = pd.concat([years, goal], ignore_index=True)
    frame.insert(0, "kode", kode)
    positive = data.indikator.set_index("kode").loc[kode, "polaritas"] == "positif"
    return frame.assign(naik_lebih_baik=positive)


def ambisi_dan_laju(data: Data) -> pd.DataFrame:
    """Was the target tougher than last year's result, and what pace does RPJMD 2021 ask?

    Returns
    -------
    DataFrame
        kode, realisasi_lalu, target, ambisi [points in the direction of improvement],
        laju_dicapai, laju_diperlukan [points a year, signed]. Arithmetic, no forecast.
    """
    rows = []
    for kode, polaritas in data.indikator[["kode", "polaritas"]].itertuples(index=False):
        frame = tren(data, kode).set_index("tahun")
        known = frame["realisasi"].dropna()
        first, last, goal = known.index[0], known.index[-1], frame.index[-1]
        pace = laju(known[first], first, known[last], last, frame.loc[goal, "target"], goal)
        rows.append(
            {
                "kode": kode,
                "realisasi_lalu": known.iloc[-2],
                "target": frame.loc[last, "target"],
                "ambisi": ambisi(frame.loc[last, "target"], known.iloc[-2], polaritas),
                "sejak": first,
                "laju_dicapai": pace.dicapai_per_tahun,
                "laju_diperlukan": pace.diperlukan_per_tahun,
            }
        )
    return pd.DataFrame(rows)


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
