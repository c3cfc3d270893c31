"""Women in two years: what the change in unemployed persons can be split into, and what not.

unemployed = population 15+ × TPAK × TPT. The report prints the unemployed and TPAK of both
years, but the labour force of its own only: the parts of population and rate stay joined unless
the reader assumes how fast the population grew.
"""

from math import hypot, log

import pandas as pd

from lkjlib.data import Data, by_key, once, rows_of
from lkjlib.errors import LkjError
from lkjlib.themes.measure import direction
from lkjlib.themes.tpt.analysis import anatomi, kelompok
from lkjlib.themes.tpt.precision import Z, asumsi, galat_baku, ketelitian

PERTUMBUHAN = (0.0, 2.0, 4.0, 6.0)
PEREMPUAN = "Perempuan"  # as the sheets say


def tpak_tetap(data: Data) -> pd.DataFrame:
    """What the change in TPAK does by itself to the unemployed of a sex: plain proportion.

    Returns
    -------
    DataFrame
        For each sex printed in two years: jenis_kelamin, sejak (first year), tahun, tpak_lalu,
        tpak [percent], penganggur_lalu, penganggur, perubahan [persons], arah_tpak,
        arah_penganggur (meningkat, menurun, tetap), bila_tpak_tetap [persons: this year's
        population and rate at the first year's TPAK], efek_tpak [persons, penganggur less that].

    Source
    ------
    Bab III, prose after the BPS tables (annex sheet TPAK).

    Examples
    --------
    >>> from lkjlib import load
    >>> tpak_tetap(load(2019))[["perubahan", "arah_tpak", "efek_tpak"]].round().to_dict("records")
    [{'perubahan': 700, 'arah_tpak': 'menurun', 'efek_tpak': -249.0}]
    """
    rows = []
    for sex, years in data.tpak.sort_values("tahun").groupby("jenis_kelamin", sort=False):
        first, last = years.iloc[0], years.iloc[-1]
        if first["tahun"] == last["tahun"]:
            continue
        steady = last["penganggur"] * first["tpak"] / last["tpak"]
        rows.append(
            {
                "jenis_kelamin": sex,
                "sejak": first["tahun"],
                "tahun": last["tahun"],
                "tpak_lalu": first["tpak"],
                "tpak": last["tpak"],
                "penganggur_lalu": first["penganggur"],
                "penganggur": last["penganggur"],
                "perubahan": last["penganggur"] - first["penganggur"],
                "arah_tpak": direction(first["tpak"], last["tpak"]),
                "arah_penganggur": direction(first["penganggur"], last["penganggur"]),
                "bila_tpak_tetap": steady,
                "efek_tpak": last["penganggur"] - steady,
            }
        )
    return pd.DataFrame(rows)


@once
def perempuan(data: Data) -> pd.DataFrame:
    """What is known of women in the years up to the report's own, earliest first.

    What the report does not print stays missing.

    Returns
    -------
    DataFrame
        tahun, tpak [percent], penganggur [persons], angkatan_kerja, bekerja [persons, the
        report's year only], tpt [percent], penduduk_15 [persons 15 and over, implied: labour force
        over TPAK], penduduk_min, penduduk_maks [its bounds, as TPAK is rounded].

    Source
    ------
    Bab III, prose after the BPS tables (annex sheet TPAK).

    Examples
    --------
    >>> from lkjlib import load
    >>> perempuan(load(2019))["penduduk_15"].round().tolist()
    [nan, 93465.0]
    """
    frame = data.tpak[data.tpak["jenis_kelamin"] == PEREMPUAN].drop(columns="jenis_kelamin")
    frame = frame[frame["tahun"] <= data.tahun].sort_values("tahun")
    women = by_key(kelompok(data), "kategori", "angkatan_kerja")[PEREMPUAN]
    force = frame["tahun"].map({data.tahun: women}).astype("Int64")
    known = force.astype("float64")
    return frame.assign(
        angkatan_kerja=force,
        bekerja=force - frame["penganggur"],
        tpt=frame["penganggur"] / known * 100,
        penduduk_15=known / frame["tpak"] * 100,
        penduduk_min=known / (frame["tpak"] + 0.005) * 100,
        penduduk_maks=known / (frame["tpak"] - 0.005) * 100,
    ).reset_index(drop=True)


def _two_years(data: Data) -> tuple[pd.Series, pd.Series]:
    """Women in the report's year and in the last one before it that is printed."""
    frame = perempuan(data)
    if len(frame) < 2 or frame["tahun"].iloc[-1] != data.tahun:
        printed = ", ".join(map(str, frame["tahun"])) or "tidak satu tahun pun"
        raise LkjError(
            f"TPAK {PEREMPUAN}: perlu tahun {data.tahun} dan satu tahun sebelumnya; tercetak: "
            f"{printed}."
        )
    return frame.iloc[-2], frame.iloc[-1]


def uraian_perempuan(data: Data, pertumbuhan: tuple[float, ...] = PERTUMBUHAN) -> pd.DataFrame:
    """Split the change in unemployed women for each assumed growth of the population.

    Parameters
    ----------
    pertumbuhan : assumed growth of women aged 15 and over, between the two years [percent].

    Returns
    -------
    DataFrame
        pertumbuhan [percent]; penduduk_lalu, angkatan_kerja_lalu, bekerja_lalu [persons, that
        would follow]; tpt_lalu [percent]; bagian_penduduk, bagian_tpak, bagian_tpt [persons,
        logarithmic split without remainder; they add up to the change]. bagian_tpak is the same
        whatever is assumed.

    Examples
    --------
    >>> from lkjlib import load
    >>> uraian_perempuan(load(2019), (0, 2)).filter(like="bagian").round()
       bagian_penduduk  bagian_tpak  bagian_tpt
    0              0.0       -206.0       906.0
    1             46.0       -206.0       860.0
    """
    before, now = _two_years(data)
    mean = _log_mean(before["penganggur"], now["penganggur"])
    rows = []
    for growth in pertumbuhan:
        people = now["penduduk_15"] / (1 + growth / 100)
        force = people * before["tpak"] / 100
        rate = before["penganggur"] / force * 100
        rows.append(
            {
                "pertumbuhan": float(growth),
                "penduduk_lalu": people,
                "angkatan_kerja_lalu": force,
                "bekerja_lalu": force - before["penganggur"],
                "tpt_lalu": rate,
                "bagian_penduduk": mean * log(now["penduduk_15"] / people),
                "bagian_tpak": mean * log(now["tpak"] / before["tpak"]),
                "bagian_tpt": mean * log(now["tpt"] / rate),
            }
        )
    return pd.DataFrame(rows)


def _log_mean(a: float, b: float) -> float:
    return float(a) if a == b else float((b - a) / log(b / a))


def bagian_perempuan(data: Data) -> pd.DataFrame:
    """The split that needs no assumption: participation apart, population and rate together.

    Returns
    -------
    DataFrame
        uraian, penganggur [persons], jenis ("keadaan" = a count, "bagian" = a change); the
        first count and the changes add up to the last.

    Examples
    --------
    >>> from lkjlib import load
    >>> bagian_perempuan(load(2019))["penganggur"].round().tolist()
    [1998.0, -206.0, 906.0, 2698.0]
    """
    first, last = _two_years(data)
    part = uraian_perempuan(data, (0.0,)).iloc[0]
    return pd.DataFrame(
        [
            (str(int(first["tahun"])), float(first["penganggur"]), "keadaan"),
            ("TPAK", part["bagian_tpak"], "bagian"),
            ("penduduk dan TPT bersama", part["bagian_penduduk"] + part["bagian_tpt"], "bagian"),
            (str(int(last["tahun"])), float(last["penganggur"]), "keadaan"),
        ],
        columns=["uraian", "penganggur", "jenis"],
    )


def galat_perempuan(
    data: Data, *, n: float | None = None, deff: float | None = None
) -> pd.DataFrame:
    """Is the change in unemployed women larger than its own margin?

    The rate of the earlier year is that of an unchanged population, the only one that can be
    computed; the sample of women is their share of the labour force in both years.

    Returns
    -------
    DataFrame
        One row: perubahan, margin [persons, 1,96 standard errors], melebihi.

    Examples
    --------
    >>> from lkjlib import load
    >>> galat_perempuan(load(2019))[["perubahan", "melebihi"]].to_dict("records")
    [{'perubahan': 700, 'melebihi': False}]
    """
    n, deff = asumsi(data, n, deff)
    groups = rows_of(ketelitian(anatomi(data, "jenis_kelamin"), n=n, deff=deff))
    women = {row["kategori"]: row for row in groups}[PEREMPUAN]
    past = uraian_perempuan(data, (0.0,)).iloc[0]
    errors = (
        women["galat_baku"] / 100 * women["angkatan_kerja"],
        galat_baku(past["tpt_lalu"], women["n_kelompok"], deff) / 100 * past["angkatan_kerja_lalu"],
    )
    before, now = _two_years(data)
    change = int(now["penganggur"] - before["penganggur"])
    margin = Z * float(hypot(*errors))
    return pd.DataFrame(
        {"perubahan": [change], "margin": [margin], "melebihi": [abs(change) > margin]}
    )


def titik_impas(data: Data) -> pd.DataFrame:
    """Growth of the population at which a quantity of the first year would equal the last one.

    Below it the labour force and the employed fell and the rate rose.

    Returns
    -------
    DataFrame
        besaran, nilai (of the last year), pertumbuhan [percent a year, women 15 and over].

    Examples
    --------
    >>> from lkjlib import load
    >>> titik_impas(load(2019))["pertumbuhan"].round(1).tolist()
    [9.2, 11.0, 47.5]
    """
    before, now = _two_years(data)
    forces = {
        "angkatan kerja": (now["angkatan_kerja"], now["angkatan_kerja"]),
        "bekerja": (now["bekerja"], now["bekerja"] + before["penganggur"]),
        "TPT": (now["tpt"], before["penganggur"] / now["tpt"] * 100),
    }
    return pd.DataFrame(
        [
            (name, float(value), (now["penduduk_15"] / (force / before["tpak"] * 100) - 1) * 100)
            for name, (value, force) in forces.items()
        ],
        columns=["besaran", "nilai", "pertumbuhan"],
    )
