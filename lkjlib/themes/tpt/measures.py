"""Measures of unemployment; `data` is the exact one."""

from dataclasses import replace

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.exact import Exact
from lkjlib.themes.measure import Measure, Measures, per_group, per_row, slug
from lkjlib.themes.tpt.analysis import anatomi, jarak
from lkjlib.themes.tpt.women import tpak_tetap

_ANATOMI = (
    *("bekerja", "tpt", "kontribusi", "kelebihan"),
    *("pangsa_penganggur", "pangsa_angkatan_kerja"),
)
_TPAK_TETAP = ("perubahan", "arah_tpak", "arah_penganggur", "bila_tpak_tetap", "efek_tpak")


def measures(data: Data) -> Measures:
    """Groups as printed and taken apart, the city against references, participation."""
    counts = ("penganggur", "angkatan_kerja")
    yield from per_row("tenaga_kerja", data.tenaga_kerja, ["kategori"], counts)
    yield from per_group("tenaga_kerja", data.tenaga_kerja, "rincian", counts)
    groups = _groups(data)
    yield from per_row("anatomi", groups, ["kategori"], _ANATOMI)
    yield from per_group("anatomi", groups, "rincian", ("bekerja",))
    for rincian, rows in groups.groupby("rincian", sort=False):
        yield from _ranks(rincian, rows)
    sums = sorted(groups.groupby("rincian")["penganggur"].sum())
    gap = sums[-1] - sums[0]
    yield Measure("anatomi.selisih_rincian.penganggur", gap, "selisih jumlah kedua rincian")
    yield from per_row("tpak", data.tpak, ["jenis_kelamin", "tahun"], ("tpak", "penganggur"))
    yield from _people(data)
    yield from per_row("tpak_tetap", tpak_tetap(data), ["jenis_kelamin"], _TPAK_TETAP)
    yield from per_row("tpt_wilayah", data.tpt_wilayah, ["wilayah"], ("tpt",))
    yield from _distances(data)


def _groups(data: Data) -> pd.DataFrame:
    """`anatomi` of every breakdown; a group without labour force has no rate and is left out."""
    force = data.tenaga_kerja
    frames = {**data.frames, "tenaga_kerja": force[force["angkatan_kerja"].astype(bool)]}
    names = force["rincian"].unique()
    parts = [anatomi(replace(data, frames=frames), name).assign(rincian=name) for name in names]
    return pd.concat(parts, ignore_index=True)


def _ranks(rincian: str, rows: pd.DataFrame) -> Measures:
    """Who has most unemployed, and whose rate is highest."""
    for key, column in (("terbanyak", "penganggur"), ("tertinggi", "tpt")):
        numbers: tuple[Exact, ...] = tuple(rows[column])
        ranked = rows.sort_values(column, ascending=False, kind="stable").head(2)
        for place, row in enumerate(ranked.to_dict(orient="records"), 1):
            where = f"{rincian}.{place}"
            words = f"{column} urutan {place} menurut {rincian}"
            yield Measure(f"anatomi.{key}.{where}", row["kategori"], words, dari=numbers)
            yield Measure(f"anatomi.{column}_{key}.{where}", row[column], f"{words}, nilainya")


def _people(data: Data) -> Measures:
    """Population of 15 and over that the labour force and TPAK of the report's year imply."""
    force = data.tenaga_kerja.set_index("kategori")["angkatan_kerja"]
    for row in data.tpak.query("tahun == @data.tahun").to_dict(orient="records"):
        sex = row["jenis_kelamin"]
        key = f"tpak.penduduk_15.{slug(sex)}.{data.tahun}"
        yield Measure(key, force[sex] / row["tpak"] * 100, f"angkatan kerja / TPAK, {sex}")


def _distances(data: Data) -> Measures:
    """The city's rate, its distance to every reference, and on which side of it it lies."""
    idle, force = data.hitungan["tpt"](data)
    yield Measure("anatomi.tpt.kota", idle / force * 100, "penganggur / angkatan kerja × 100")
    distances = jarak(data)
    peers = distances.loc[distances["jenis"] == "wilayah", "selisih"]
    place = 1 + int((peers < 0).sum())
    words = "peringkat TPT kota di antara kabupaten/kota, tertinggi lebih dulu"
    yield Measure("jarak_tpt.peringkat.wilayah", place, words, dari=tuple(peers))
    yield from per_row("jarak_tpt", distances, ["acuan"], ("nilai", "selisih", "orang"))
    for row in distances.to_dict(orient="records"):
        gap = row["selisih"]
        word = "lebih tinggi" if gap > 0 else "lebih rendah" if gap < 0 else "sama"
        key = f"jarak_tpt.letak.{slug(row['acuan'])}"
        yield Measure(key, word, f"TPT kota dibanding {row['acuan']}", dari=(gap,))
