"""Eksplorasi TPT as a page: the counts, references and assumptions of a year, as JSON, in a page.

The page repeats the formulas of `lkjlib.themes.tpt.exploration` in JavaScript; a browser test holds
it against them over all choices.
"""

import json
import re

import pandas as pd

from lkjlib.data import Data
from lkjlib.products.templates import render
from lkjlib.themes.tpt.analysis import anatomi, gabungan, kelompok, ringkas, terendah
from lkjlib.themes.tpt.exploration import UKURAN
from lkjlib.themes.tpt.precision import TIDAK_ANDAL, Z, asumsi, ketelitian
from lkjlib.themes.tpt.references import KOTA, daftar_acuan

NAMA = "eksplorasi-tpt"
BATAS = {"n": (200, 10_000), "deff": (1, 5)}

_SINGKAT = {"tpt": " %", "penganggur": " orang", "kontribusi": " poin", "kelebihan": " orang"}
_ARTI = {
    "tpt": "penganggur kelompok dibagi angkatan kerjanya.",
    "penganggur": "banyaknya penganggur kelompok; acuannya banyak penganggur seandainya "
    "kelompok itu bertingkat seperti acuan.",
    "kontribusi": "penganggur kelompok dibagi angkatan kerja seluruhnya; jumlah semua kelompok "
    "adalah TPT seluruhnya.",
    "representasi": "pangsa kelompok di antara penganggur dibagi pangsanya di antara angkatan "
    "kerja; 1 berarti sama seperti seluruhnya.",
    "kelebihan": "penganggur di atas banyaknya seandainya kelompok itu bertingkat seperti acuan; "
    "di bawah nol berarti lebih sedikit.",
}


def exploration_page(data: Data) -> str:
    """Source of the page (Markdown): title, abstract, controls, data and its scripts."""
    values = json.dumps(exploration_data(data), ensure_ascii=False, separators=(",", ":"))
    values = values.replace("<", "\\u003c")  # no text of ours can end the script element
    return render("site/eksplorasi.md.j2", laporan=data.laporan, data=values)


def exploration_data(data: Data) -> dict:
    """All that the page needs to know.

    Returns
    -------
    dict
        tahun, laporan, wilayah, wilayah_pendek, z, n, deff, batas (slider ends); ukuran:
        name -> judul, satuan, desimal, terhadap, singkat, arti; acuan: references, no groups;
        rincian: name -> label and its two versions, ``asli`` and ``gabung``, each with kelompok
        (counts in persons) and the default what-if.

    Examples
    --------
    >>> from lkjlib import load
    >>> exploration_data(load(2019))["rincian"]["jenis_kelamin"]["asli"]["andaian"]
    ['perempuan', 'laki-laki']
    """
    references, (n, deff) = daftar_acuan(data).query("jenis != 'kelompok'"), asumsi(data)
    whole = f"{data.laporan.wilayah_pendek} seluruhnya"
    return {
        "tahun": data.tahun,
        "laporan": data.laporan.judul,
        "wilayah": data.laporan.wilayah,
        "wilayah_pendek": data.laporan.wilayah_pendek,
        "z": Z,
        "n": n,
        "deff": deff,
        "batas": BATAS,
        "ukuran": {
            name: {
                "judul": spec.judul,
                "satuan": spec.satuan,
                "desimal": spec.desimal,
                "terhadap": spec.terhadap,
                "singkat": _SINGKAT.get(name, ""),
                "arti": _ARTI[name],
            }
            for name, spec in UKURAN.items()
        },
        "acuan": [
            {
                "nama": r.acuan,
                "label": whole if r.acuan == KOTA else r.acuan,
                "kunci": key_of(r.acuan),
                "jenis": r.jenis,
                "tpt": r.tpt,
            }
            for r in references.itertuples()
        ],
        "rincian": {
            name: _breakdown(data, name) for name in kelompok(data)["rincian"].unique().tolist()
        },
    }


def group_key(frame: pd.DataFrame, kategori: str) -> str:
    """A group as it stands in the address of a view: short, but for the joined classes."""
    return key_of(kategori if kategori == gabungan(frame) else ringkas(frame, kategori))


def key_of(nama: str) -> str:
    """A name as it stands in the address of a view.

    Examples
    --------
    >>> key_of("Tamat SD"), key_of("SD ke bawah (digabung)")
    ('tamat-sd', 'sd-ke-bawah')
    """
    words = nama.partition("(")[0].lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def _breakdown(data: Data, rincian: str) -> dict:
    plain, joined = (anatomi(data, rincian, gabung=gabung) for gabung in (False, True))
    versions = {"asli": plain} | ({"gabung": joined} if len(joined) < len(plain) else {})
    groups = {name: _groups(data, frame) for name, frame in versions.items()}
    return {"label": rincian.replace("_", " ")} | groups


def _groups(data: Data, frame: pd.DataFrame) -> dict:
    n, deff = asumsi(data)
    known, doubtful = ketelitian(frame, n=n, deff=deff), terendah(frame)
    usable = known[(known["tanda"] != TIDAK_ANDAL) & ~known["kategori"].isin(doubtful)]
    by_rate = (known if usable.empty else usable).sort_values("tpt")["kategori"]
    return {
        "kelompok": [
            {
                "nama": r.kategori,
                "ringkas": ringkas(frame, r.kategori),
                "kunci": group_key(frame, r.kategori),
                "penganggur": r.penganggur,
                "angkatan_kerja": r.angkatan_kerja,
                "ragu": r.kategori in doubtful,
            }
            for r in frame.itertuples()
        ],
        # the highest rate that may be read, at the lowest
        "andaian": [group_key(frame, by_rate.iloc[at]) for at in (-1, 0)],
    }
