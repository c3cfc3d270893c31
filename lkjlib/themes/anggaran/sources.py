"""The budget of programmes and sasaran in three sources: agreement, realisation, sasaran tables.

The sources spell some programmes differently; `padankan_program` pairs them as laporan.toml
states it, never by guessing, and `beda_nama` lists every pair that is not spelled alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd
from pandas.api.extensions import ExtensionArray

from lkjlib.data import Data, once
from lkjlib.errors import LkjError, closest, explain_unknown
from lkjlib.numbers.exact import Exact
from lkjlib.report import BERKAS
from lkjlib.themes.indikator.units import nama_pendek


def nama_program(nama: str) -> str:
    """Short name of a programme for labels and sentences.

    Examples
    --------
    >>> nama_program("Program Pengembangan Sistem Pendukung Usaha Bagi Usaha Mikro Kecil Menengah")
    'Pengembangan Sistem Pendukung Usaha Bagi UMKM'
    """
    short = nama.removeprefix("Program ")
    for long, abbreviation in (
        ("Usaha Mikro Kecil Menengah", "UMKM"),
        ("Usaha Kecil Menengah", "UKM"),
    ):
        short = short.replace(long, abbreviation)
    return short


@once
def program_sasaran(data: Data) -> pd.DataFrame:
    """Programmes that the Perjanjian Kinerja gives to each sasaran, as the realisation names them.

    Returns
    -------
    DataFrame
        sasaran, program (name in the realisation table), program_pk (name in the PK),
        anggaran_pk [rupiah]; one row per programme in the PK.

    Source
    ------
    Bab II, table "Jumlah Anggaran Untuk Sasaran".

    Examples
    --------
    >>> from lkjlib import load
    >>> len(program_sasaran(load(2019)))
    7
    """
    pk = data.perjanjian_anggaran
    return pd.DataFrame(
        {
            "sasaran": pk["sasaran"],
            "program": _renamed(data, pk["program"]),
            "program_pk": pk["program"],
            "anggaran_pk": pk["anggaran"],
        }
    )


@once
def pagu_sasaran(data: Data) -> pd.Series:
    """Pagu [rupiah] of the per-sasaran tables by program and kegiatan, as the realisation names
    the programme.

    Source
    ------
    Bab III A.3, "Realisasi Anggaran (program yang mendukung sasaran)" of each sasaran.
    """
    table = data.anggaran_sasaran
    table["program"] = _renamed(data, table["program"])
    return table.set_index(["program", "kegiatan"])["pagu"]


def _renamed(data: Data, program: pd.Series) -> pd.Series:
    return program.map(_paired(program, data.anggaran["program"], data.laporan.alias))


def padankan_program(
    nama: Iterable[str], acuan: Iterable[str], alias: Mapping[str, str] = MappingProxyType({})
) -> pd.DataFrame:
    """Pair programme names of one source with those of another, blind to capitals and spacing.

    Parameters
    ----------
    nama : names to be paired.
    acuan : names of the reference source.
    alias : spelling found -> spelling it is matched with.

    Returns
    -------
    DataFrame
        nama, acuan, sama (spelled alike), one row per distinct name.

    Raises
    ------
    LkjError
        When a name has no single partner, or two names have the same one.

    Examples
    --------
    >>> stated = {"Usaha Konduksif": "Usaha Kondusif"}
    >>> padankan_program(["usaha  konduksif"], ["Usaha Kondusif", "Koperasi"], stated)["acuan"][0]
    'Usaha Kondusif'
    """
    rows = [(name, meant, name == meant) for name, meant in _paired(nama, acuan, alias).items()]
    return pd.DataFrame(rows, columns=["nama", "acuan", "sama"])


def _paired(nama: Iterable[str], acuan: Iterable[str], alias: Mapping[str, str]) -> dict[str, str]:
    """The pairs of `padankan_program`."""
    references: dict[str, list[str]] = {}
    for name in dict.fromkeys(acuan):
        references.setdefault(_plain(name), []).append(name)
    stated = {_plain(found): _plain(meant) for found, meant in alias.items()}
    pairs = {name: _partner(name, references, stated) for name in dict.fromkeys(nama)}
    known = Counter(pairs.values())
    twice = [name for name, meant in pairs.items() if known[meant] > 1]
    if twice:
        raise LkjError(f"Program dengan padanan yang sama: {'; '.join(twice)}.")
    return pairs


def _plain(nama: str) -> str:
    return " ".join(nama.casefold().split())


def _partner(nama: str, acuan: Mapping[str, list[str]], alias: Mapping[str, str]) -> str:
    """The one reference name that a name is matched with."""
    found = acuan.get(alias.get(_plain(nama), _plain(nama)), [])
    if len(found) == 1:
        return found[0]
    near = closest(_plain(nama), acuan)
    example = acuan[near][0] if near else "ejaan di tabel Program / Kegiatan"
    listed = "; ".join(found) or "tidak ada"
    raise LkjError(
        f"Program '{nama}' harus punya tepat satu padanan di tabel Program / Kegiatan; ditemukan: "
        f"{listed}. Samakan ejaannya di anggaran.xlsx, atau nyatakan di {BERKAS}, bagian [alias]: "
        f'"{nama}" = "{example}"'
    )


def beda_nama(data: Data) -> pd.DataFrame:
    """Programmes that the PK or a per-sasaran table spells otherwise than the realisation does.

    Returns
    -------
    DataFrame
        sumber, nama (there), acuan (in the realisation table); empty when every name is
        spelled alike.

    Examples
    --------
    >>> from lkjlib import load
    >>> beda_nama(load(2019))["sumber"].tolist()
    ['Perjanjian Kinerja', 'Perjanjian Kinerja']
    """
    sources = {
        "Perjanjian Kinerja": data.perjanjian_anggaran["program"],
        "Tabel per sasaran": data.anggaran_sasaran["program"],
    }
    known, alias = data.anggaran["program"], data.laporan.alias
    rows = [
        (source, name, meant)
        for source, names in sources.items()
        for name, meant in _paired(names, known, alias).items()
        if name != meant
    ]
    return pd.DataFrame(rows, columns=["sumber", "nama", "acuan"])


def tiga_sumber(data: Data) -> pd.DataFrame:
    """Budget of each programme in the PK, the realisation table and the per-sasaran tables.

    Returns
    -------
    DataFrame
        program (as the realisation names it), sasaran, anggaran_pk (both missing for a
        programme outside the PK), alokasi, pagu_sasaran (missing where no per-sasaran table
        names the programme), alokasi_kurang_pk, pagu_kurang_alokasi [rupiah; a programme
        that no table names counts as 0 there], sama (three equal figures; missing outside the PK).

    Source
    ------
    Bab II "Jumlah Anggaran Untuk Sasaran"; Bab III B; Bab III A.3 "Realisasi Anggaran".

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = tiga_sumber(load(2019))
    >>> frame["alokasi_kurang_pk"].dropna().sum(), frame["sama"].sum()
    (np.int64(26062250), np.int64(3))
    """
    allotted = data.anggaran.groupby("program", sort=False)["alokasi"].sum()
    promised = program_sasaran(data).set_index("program")
    listed = pagu_sasaran(data).groupby("program").sum()
    agreed = promised["anggaran_pk"].to_dict()
    moved = {name: allotted[name] - money for name, money in agreed.items()}
    short = {name: listed.get(name, 0) - allotted[name] for name in agreed}
    same = {name: moved[name] == 0 and short[name] == 0 for name in agreed}
    return pd.DataFrame(
        {
            "program": allotted.index,
            "sasaran": promised["sasaran"].reindex(allotted.index).array,
            "anggaran_pk": _some(agreed, allotted),
            "alokasi": allotted.array,
            "pagu_sasaran": _some(listed.to_dict(), allotted),
            "alokasi_kurang_pk": _some(moved, allotted),
            "pagu_kurang_alokasi": _some(short, allotted),
            "sama": pd.array([same.get(name) for name in allotted.index], dtype="boolean"),
        }
    )


def _some(known: dict[str, int | Exact], programmes: pd.Series) -> ExtensionArray:
    """What is known of some programmes [rupiah], for all of them: whole numbers, or exact ones."""
    values = [known.get(name) for name in programmes.index]
    exact = any(isinstance(value, Exact) for value in values)
    return pd.array(values, dtype=object if exact else "Int64")


def tidak_tercantum(data: Data) -> pd.DataFrame:
    """Kegiatan under the PK's programmes that no per-sasaran table lists.

    Returns
    -------
    DataFrame
        sasaran, program, kegiatan, alokasi, realisasi, saldo [rupiah], seprogram (true where
        the tables leave out the whole programme).

    Examples
    --------
    >>> from lkjlib import load
    >>> tidak_tercantum(load(2019))["seprogram"].tolist()
    [False, True, True, False, False]
    """
    promised = program_sasaran(data).set_index("program")["sasaran"]
    listed = pagu_sasaran(data).index
    frame = data.anggaran[data.anggaran["program"].isin(promised.index)]
    missing = ~pd.MultiIndex.from_frame(frame[["program", "kegiatan"]]).isin(listed)
    frame = frame.loc[missing, ["program", "kegiatan", "alokasi", "realisasi", "saldo"]]
    frame.insert(0, "sasaran", frame["program"].map(promised))
    whole = ~frame["program"].isin(listed.get_level_values("program"))
    return frame.assign(seprogram=whole).reset_index(drop=True)


@once
def per_sasaran(data: Data) -> pd.DataFrame:
    """Budget of each sasaran: all kegiatan of the programmes that the PK gives to it.

    Returns
    -------
    DataFrame
        sasaran, indikator (short names of its indicators), jumlah_program, jumlah_kegiatan,
        alokasi, realisasi, saldo [rupiah], serapan [percent of alokasi], bagian [percent of all
        direct spending].

    Examples
    --------
    >>> from lkjlib import load
    >>> per_sasaran(load(2019))["jumlah_kegiatan"].tolist()
    [5, 8, 3, 8]
    """
    frame = data.anggaran.merge(program_sasaran(data)[["sasaran", "program"]], on="program")
    cards = data.indikator
    names = cards["kode"].map(nama_pendek(data)).groupby(cards["sasaran"], sort=False)
    groups = frame.groupby("sasaran")
    table = groups[["alokasi", "realisasi", "saldo"]].sum()
    table.insert(0, "jumlah_program", groups["program"].nunique())
    table.insert(1, "jumlah_kegiatan", groups.size())
    table = names.agg(" dan ".join).rename("indikator").to_frame().join(table).reset_index()
    return table.assign(
        serapan=table["realisasi"] / table["alokasi"] * 100,
        bagian=table["alokasi"] / data.anggaran["alokasi"].sum() * 100,
    )


def untuk_sasaran(data: Data, kode: str) -> pd.DataFrame:
    """Every kegiatan under the programmes that the PK gives to an indicator's sasaran.

    Parameters
    ----------
    kode : indicator; the two indicators of one sasaran share its budget.

    Returns
    -------
    DataFrame
        program, kegiatan, pagu (of the report's per-sasaran table, missing where that table
        leaves the kegiatan out), alokasi, realisasi, saldo [rupiah], serapan [percent, exact],
        tercantum (listed in the per-sasaran table).

    Raises
    ------
    LkjError
        When there is no such indicator.

    Source
    ------
    Bab III A.3, "Realisasi Anggaran" of each sasaran, against Bab III B.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = untuk_sasaran(load(2019), "kasus")
    >>> frame.loc[~frame["tercantum"], ["kegiatan", "alokasi"]].values.tolist()
    [['Survey Kebutuhan Hidup Layak (KHL)', 15818000]]
    """
    sasaran = data.indikator.set_index("kode")["sasaran"]
    if kode not in sasaran.index:
        raise LkjError(explain_unknown("indikator", kode, sasaran.index))
    given = program_sasaran(data)
    programmes = given.loc[given["sasaran"] == sasaran[kode], "program"]
    frame = data.anggaran[data.anggaran["program"].isin(programmes)].reset_index(drop=True)
    listed = pagu_sasaran(data)
    key = pd.MultiIndex.from_frame(frame[["program", "kegiatan"]])
    return pd.DataFrame(
        {
            "program": frame["program"],
            "kegiatan": frame["kegiatan"],
            "pagu": listed.reindex(key).astype("Int64").array,
            "alokasi": frame["alokasi"],
            "realisasi": frame["realisasi"],
            "saldo": frame["saldo"],
            "serapan": frame["realisasi"] / frame["alokasi"] * 100,
            "tercantum": key.isin(listed.index),
        }
    )
