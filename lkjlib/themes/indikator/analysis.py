"""The indicators in one row each: counts, target, realisasi, capaian, printed beside recomputed.

Neither the printed nor the recomputed number replaces the other.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import LkjError, RumusError
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI, Kelas, vonis
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import TANDA_KOSONG, format_angka, is_missing
from lkjlib.numbers.parse import parse_printed
from lkjlib.rules.capaian import RUMUS, capaian
from lkjlib.rules.category import Skala, kategori, skala_dibandingkan
from lkjlib.rules.targets import memenuhi
from lkjlib.themes.indikator.cumulative import hasil_berjalan
from lkjlib.themes.indikator.units import (
    Satuan,
    nama_pendek,
    of_indicator,
    satuan,
    with_names,
)

TANPA_CACAH = "Lampiran tidak memuat cacah di balik realisasi ini, sehingga tidak dihitung ulang."
ARAH = {"positif": "naik = membaik", "negatif": "turun = membaik"}
MAKIN_RENDAH = "makin_rendah"  # in the attrs: names of indicators of which less is better


@once
def cacah(data: Data) -> pd.DataFrame:
    """Numerator and denominator of each indicator's realisasi, from the annexes.

    Returns
    -------
    DataFrame
        One row per indicator that has counts: kode, pembilang, penyebut (missing where the count
        is the value), realisasi [unit of the indicator, exact counts]. For omzet the numerator is
        the growth in rupiah and the denominator last year's sales.

    Source
    ------
    Formula sentences of Bab III A.3, each indicator's section; or sheet Cacah.

    Examples
    --------
    >>> from lkjlib import load
    >>> cacah(load(2019)).loc[0, ["pembilang", "penyebut"]].tolist()
    [31, 132]
    """
    rows = []
    for kode, count in data.hitungan.items():
        n, d = (_whole(number) for number in count(data))
        share = n if d is None else n / d * (100 if satuan(data, kode).persen else 1)
        rows.append((kode, n, d, share))
    frame = pd.DataFrame(rows, columns=["kode", "pembilang", "penyebut", "realisasi"])
    if rows and any(isinstance(row[1], Exact) for row in rows):
        return frame.astype({"penyebut": object, "realisasi": object})
    if rows and frame["penyebut"].isna().any():
        frame["penyebut"] = pd.array([row[2] for row in rows], dtype="Float64").astype("Int64")
    return frame.astype({"realisasi": float})


def _whole(number: object) -> object:
    """A whole number as one, a missing one as None, an exact one as it is."""
    if is_missing(number):
        return None
    if isinstance(number, Exact):
        return number
    return int(number) if float(number).is_integer() else float(number)


@once
def ringkasan(data: Data) -> pd.DataFrame:
    """Every indicator in one row: target, realisasi and capaian, printed and recomputed.

    Returns
    -------
    DataFrame
        kode, indikator, nama (short), satuan, rumus, polaritas, target, realisasi (printed) and
        realisasi_dihitung (of the exact counts; missing where the annexes hold none) [unit of the
        indicator], capaian (printed), capaian_dari_tercetak (from the rounded realisasi),
        capaian_dihitung (from the exact counts, or from the printed realisasi where there are
        none) [percent], a column per scale with the category of capaian_dihitung, kategori (of
        the printed capaian) and kategori_dihitung on the report's scale, tercapai (does the
        recomputed realisasi meet the target?).

    Source
    ------
    Bab III A.2, table of all indicators.

    Examples
    --------
    >>> from lkjlib import load
    >>> ringkasan(load(2019)).loc[2, ["kategori", "kategori_dihitung"]].tolist()
    ['Baik', 'Baik Sekali']
    """
    this_year = _this_year(data).drop(columns=["tahun", "kategori"])
    frame = data.indikator[["kode", "indikator", "satuan", "rumus", "polaritas"]].merge(
        this_year, on="kode"
    )
    counted = cacah(data).set_index("kode")["realisasi"]
    frame["realisasi_dihitung"] = frame["kode"].map(counted)
    to_date = frame.assign(
        **{
            name: [_to_date(data, *row) for row in zip(frame["kode"], frame[name], strict=True)]
            for name in ("realisasi", "realisasi_dihitung")
        }
    )
    frame["capaian_dari_tercetak"] = _capaian(to_date, "realisasi")
    exact = pd.Series(_capaian(to_date, "realisasi_dihitung"), frame.index)
    frame["capaian_dihitung"] = exact.where(exact.notna(), frame["capaian_dari_tercetak"])
    for skala in skala_dibandingkan(data.laporan.skala):
        frame[skala.nama] = kategori(frame["capaian_dihitung"], skala)
    known = frame["realisasi_dihitung"].notna()
    results = to_date["realisasi_dihitung"].where(known, to_date["realisasi"])
    rows = zip(results, frame["target"], frame["polaritas"], strict=True)
    frame = frame.assign(
        nama=frame["kode"].map(nama_pendek(data)),
        kategori=kategori(frame["capaian"], data.laporan.skala),
        kategori_dihitung=kategori(frame["capaian_dihitung"], data.laporan.skala),
        tercapai=pd.array([memenuhi(*row) for row in rows], dtype="boolean"),
    )
    frame.attrs["dari_cacah"] = bool(known.all())
    frame.attrs[MAKIN_RENDAH] = frame.loc[frame["polaritas"] == "negatif", "nama"].tolist()
    return with_names(frame, data)


def _this_year(data: Data) -> pd.DataFrame:
    """The rows of `data.kinerja` of the report's year."""
    frame = data.kinerja
    return frame[frame["tahun"] == data.tahun]


def _to_date(data: Data, kode: str, realisasi: object) -> object:
    """What a year's target is compared with: its realisasi, or all so far (`hasil_berjalan`)."""
    if is_missing(realisasi):
        return realisasi
    so_far = hasil_berjalan(data, kode)
    return so_far.sebelum + realisasi if so_far.dijumlah else realisasi


def _capaian(frame: pd.DataFrame, realisasi: str) -> list[float]:
    return [
        _one_capaian(r, t, rumus)
        for r, t, rumus in zip(frame[realisasi], frame["target"], frame["rumus"], strict=True)
    ]


def _one_capaian(realisasi: object, target: object, rumus: str) -> object:
    """Capaian; missing where it is not defined, as for a target of nought."""
    try:
        return capaian(realisasi, target, rumus)
    except RumusError:
        return np.nan


def kelas_capaian(skala: str | Skala) -> Kelas:
    """What a capaian says: its category on a scale, and whether the target is met."""
    return lambda persen: (kategori(Exact(persen), skala), persen >= 100)


def kelas_realisasi(target: object, polaritas: str) -> Kelas:
    """What a realisasi says: whether the target is met."""
    return lambda nilai: memenuhi(Exact(nilai), target, polaritas)


@once
def realisasi_dibulatkan(data: Data) -> dict[str, bool]:
    """Is the printed realisasi of each indicator the exact one, rounded half up?

    What is computed from a printed realisasi that is not so is no rounding difference.
    Without counts, or without a printed realisasi, nothing contradicts it.
    """
    frame = ringkasan(data)
    this_year = _this_year(data)["kode"]
    rows = dict(zip(this_year, this_year.index, strict=True))
    printed = [data.tercetak("kinerja", rows[kode], "realisasi") for kode in frame["kode"]]
    pairs = zip(frame["kode"], printed, frame["realisasi_dihitung"], strict=True)
    untested = (COCOK, TIDAK_DAPAT_DIUJI)
    return {kode: _verdict(text, exact) in untested for kode, text, exact in pairs}


def _verdict(text: str, *exact_and_how: object) -> str:
    """Verdict on a number as printed, "–" where none is; see `vonis`."""
    if text == TANDA_KOSONG:
        return TIDAK_DAPAT_DIUJI
    printed = parse_printed(text)
    return vonis(printed.value, printed.decimals, *exact_and_how)


@once
def satu(data: Data, kode: str) -> pd.Series:
    """The row of `ringkasan` of one indicator.

    Raises
    ------
    LkjError
        When there is no such indicator.
    """
    frame = _by_kode(data)
    if kode not in frame.index:
        raise LkjError(f"Tidak ada indikator '{kode}'. Yang ada: {', '.join(frame.index)}.")
    return frame.loc[kode]


@once
def _by_kode(data: Data) -> pd.DataFrame:
    frame = ringkasan(data).set_index("kode")
    frame.attrs = {}  # what charts ask of a frame, and every step on a row would copy
    return frame


def selisih(data: Data, kode: str) -> pd.DataFrame:
    """Printed realisasi and capaian of an indicator against the recomputed ones.

    Returns
    -------
    DataFrame
        uraian, tercetak (as printed), dihitung [unit of the indicator; capaian percent], vonis.
        Without counts in the annexes only capaian can be recomputed.
    """
    row = satu(data, kode)
    index = next(
        row["baris"] for row in of_indicator(data, "kinerja", kode) if row["tahun"] == data.tahun
    )
    rightly = realisasi_dibulatkan(data)[kode]
    rounded = (row["capaian_dari_tercetak"],) if rightly else ()
    tested = {"capaian": (rounded, kelas_capaian(data.laporan.skala))}
    if not is_missing(row["realisasi_dihitung"]):
        tested = {"realisasi": ((), kelas_realisasi(row["target"], row["polaritas"])), **tested}
    lines = []
    for nama, how in tested.items():
        printed, exact = data.tercetak("kinerja", index, nama), row[f"{nama}_dihitung"]
        if not is_missing(row[nama]):
            lines.append((nama, printed, exact, _verdict(printed, exact, *how)))
    return pd.DataFrame(lines, columns=["uraian", "tercetak", "dihitung", "vonis"])


def kartu(data: Data, kode: str) -> pd.DataFrame:
    """Indicator card: what is measured, how, from what, with what result.

    Without counts in the annexes it has no recomputed realisasi, and says why.
    """
    row = satu(data, kode)
    card = data.indikator.set_index("kode").loc[kode]
    unit = satuan(data, kode)
    known = cacah(data).set_index("kode")
    counted = kode in known.index
    counts = _ratio(*known.loc[kode, ["pembilang", "penyebut"]]) if counted else TANPA_CACAH
    results = [(f"Target {data.tahun}", row["target"]), ("Realisasi tercetak", row["realisasi"])]
    if counted:
        results.append(("Realisasi dihitung", row["realisasi_dihitung"]))
    basis = "" if counted else " dari realisasi tercetak"
    lines = [
        ("Sasaran", card["sasaran"]),
        ("Indikator", card["indikator"]),
        ("Definisi (menurut laporan)", card["definisi"]),
        ("Pembilang / penyebut (laporan)", _joined(card[["pembilang", "penyebut"]])),
        ("Pembilang / penyebut (lampiran)", counts),
        ("Arah", ARAH[card["polaritas"]]),
        ("Rumus capaian", RUMUS[card["rumus"]].tertulis),
        ("Sumber data", card["sumber_data"]),
        *(_with_unit(name, value, unit) for name, value in results),
        ("Capaian tercetak (%)", row["capaian"]),
        (f"Capaian dihitung{basis} (%)", row["capaian_dihitung"]),
        *(
            (f"Kategori menurut {skala.sebutan}", row[skala.nama])
            for skala in skala_dibandingkan(data.laporan.skala)
        ),
    ]
    known_lines = [line for line in lines if not is_missing(line[1])]
    return pd.DataFrame(known_lines, columns=["unsur", "isi"])


def _with_unit(name: str, value: object, unit: Satuan) -> tuple[str, object]:
    return (f"{name} (%)", value) if unit.persen else (name, unit.sebut_hitungan(value))


def _joined(texts: Iterable[object]) -> str | None:
    known = [str(text) for text in texts if not is_missing(text)]
    return " / ".join(known) or None


def _ratio(pembilang: object, penyebut: object) -> str:
    parts = [part for part in (pembilang, penyebut) if not is_missing(part)]
    return " / ".join(format_angka(part, 0 if part == int(part) else 2) for part in parts)
