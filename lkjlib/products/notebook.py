"""What a notebook shows: tables in Indonesian numbers, pictures with their alternative text."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import TANDA_KOSONG, format_angka, is_missing
from lkjlib.rules.category import SKALA, judul_skala
from lkjlib.themes.exhibit import Isi

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABEL = {
    "angkatan_kerja": "angkatan kerja",
    "tpt": "TPT",
    "tpak": "TPAK",
    "rse": "RSE",
    "anggaran_pk": "anggaran PK",
    "rpjmd": "RPJMD",
    **{nama: judul_skala(nama) for nama in SKALA},
}
_ROOM = ((60, 12), (30, 9))  # cells longer than so many letters -> least width [em]
_UNITS = ("persen", "poin", "rupiah", "orang")
PLAIN = ("tahun", "nomor", "baris", "sejak")
LIPAT = 12
"""Rows that a page shows at once: a longer table is folded under its title."""
TANPA_BARIS = "Tidak ada barisnya pada laporan ini."


@dataclass(frozen=True)
class Tabel:
    """A table ready to be read: title, column labels, cells as text, which columns are numbers.

    `lipat`: folded under its title whatever its length.
    """

    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    angka: tuple[bool, ...]
    catatan: str = ""
    lipat: bool = False

    def _repr_html_(self) -> str:
        head = "".join(
            f'<th scope="col"{_align(n, _room(cells))}>{escape(k)}</th>'
            for k, n, cells in zip(self.kolom, self.angka, self._columns(), strict=True)
        )
        body = "\n".join(
            "<tr>"
            + "".join(
                f"<td{_align(n)}>{_breakable(escape(cell))}</td>"
                for cell, n in zip(row, self.angka, strict=True)
            )
            + "</tr>"
            for row in self.baris
        )
        caption = f"<caption>{escape(self.judul)}</caption>" if self.judul else ""
        note = f'<p class="lkj-catatan">{escape(self.catatan)}</p>' if self.catatan else ""
        table = (
            f'<table class="lkj-tabel">{caption}<thead><tr>{head}</tr></thead>'
            f"<tbody>\n{body}\n</tbody></table>{note}"
        )
        return self._folded(table) if self.lipat or len(self.baris) > LIPAT else table

    def _folded(self, table: str) -> str:
        title = escape(self.judul) or "Tabel"
        rows = f"{len(self.baris)} baris" if self.baris else "tidak ada baris"
        summary = f"<summary>{title}: {rows}</summary>"
        return f'<details class="lkj-lipat">{summary}\n{table}\n</details>'

    def _columns(self) -> list[tuple[str, ...]]:
        return list(zip(*self.baris, strict=True)) or [()] * len(self.kolom)

    def __repr__(self) -> str:
        rows = [self.kolom, *self.baris]
        widths = [max(len(row[i]) for row in rows) for i in range(len(self.kolom))]
        lines = [
            "  ".join(
                cell.rjust(w) if n else cell.ljust(w)
                for cell, w, n in zip(row, widths, self.angka, strict=True)
            ).rstrip()
            for row in rows
        ]
        return "\n".join(t for t in (self.judul, *lines, self.catatan) if t)


def _align(is_number: bool, room: int = 0) -> str:
    width = f";min-width:{room}em" if room else ""
    kind, side = (' class="angka"', "right") if is_number else ("", "left")
    return f'{kind} style="text-align:{side}{width}"'


def _breakable(text: str) -> str:
    """The address of a cell may go on in the next line after its workbook and its sheet."""
    return text.replace("!", "!<wbr>")


def _room(cells: Iterable[str]) -> int:
    """Least width [em] of a column of text, so that sentences are not set a word to a line."""
    longest = max(map(len, cells), default=0)
    return next((width for length, width in _ROOM if longest > length), 0)


def tabel(
    isi: pd.DataFrame | Data,
    judul: str = "",
    *argumen: str,
    desimal: int | Mapping[str, int] = 2,
    label: Mapping[str, str] | None = None,
    catatan: str = "",
    lipat: bool = False,
) -> Tabel:
    """Show a table in Indonesian numbers: one that the project declares, or any frame.

    Parameters
    ----------
    isi : the report's data, to show a declared table or what a chart draws; or any frame, whose
        index is not shown.
    judul : code of the table (``"koperasi.cakupan"``) or name of the chart; of a frame its
        caption: what, unit, period.
    argumen : what a declared table asks for besides, such as the code of an indicator.
    desimal : decimals of float columns, or column -> decimals (of a frame).
    label : column -> heading, where the column's name is not to be shown (of a frame).
    catatan : a note under the table (of a frame).
    lipat : fold the table under its title, however short: for what is looked up, not read.

    Returns
    -------
    Tabel
        Shown as an HTML table in Jupyter, folded under its title where it is longer than 12
        rows or `lipat` says so, and as text elsewhere; missing values are "–".

    Raises
    ------
    LkjError
        When no table and no chart has that name; the names are listed.

    Examples
    --------
    >>> tabel(pd.DataFrame({"tahun": [2019], "omzet": [47797383121], "kenaikan": [10.2293]}))
    Tahun           Omzet  Kenaikan
     2019  47.797.383.121     10,23
    """
    if isinstance(isi, Data):
        return replace(_declared(isi, judul, argumen), lipat=lipat)
    label = label or {}
    columns = [
        [_show(value, name, desimal) for value in isi[name].tolist()] for name in isi.columns
    ]
    return Tabel(
        judul,
        tuple(heading(label[str(n)]) if str(n) in label else label_of(str(n)) for n in isi.columns),
        tuple(zip(*columns, strict=True)),
        tuple(is_number(isi[name]) for name in isi.columns),
        catatan,
        lipat,
    )


def _declared(data: Data, nama: str, argumen: tuple[str, ...]) -> Tabel:
    """A table that a theme declares, or what one of its charts draws."""
    from lkjlib.products.catalogue import charts, find_exhibit

    chart = charts(data).get(nama)
    if chart is not None:
        frame = chart.bingkai(data)
        return tabel(frame, chart.judul, desimal=chart.desimal, label=chart.label)
    return table_of(find_exhibit(nama, data).isi(data, *argumen))


def table_of(isi: Isi) -> Tabel:
    """An exhibit as a table ready to be read, its row of sums included."""
    columns = [column for column in isi.kolom if not column.lembar_saja]
    return tabel(
        isi.dengan_jumlah()[[column.nama for column in columns]],
        isi.judul,
        desimal={column.nama: column.desimal for column in columns},
        label={column.nama: column.judul for column in columns},
        catatan=isi.catatan if len(isi.frame) else TANPA_BARIS,
    )


def label_of(nama: str) -> str:
    """Heading of a column: its name in words, with the unit that the name ends in.

    >>> label_of("tidak_aktif"), label_of("jarak_persen"), label_of("tpt"), label_of("n")
    ('Tidak aktif', 'Jarak (persen)', 'TPT', 'n')
    """
    stem, _, unit = nama.rpartition("_")
    words = f"{stem} ({unit})" if stem and unit in _UNITS else nama
    return heading(LABEL.get(nama, words.replace("_", " ")))


def heading(words: str) -> str:
    """A heading begins with a capital; a symbol, as n, stays as it is."""
    return words if len(words.partition(" ")[0]) == 1 else words[:1].upper() + words[1:]


def is_number(column: pd.Series) -> bool:
    """Does a column hold numbers, to be set flush right?

    A column that mixes whole numbers with others keeps them as they are, as objects.

    >>> is_number(pd.Series([1, 2])), is_number(pd.Series([True]))
    (True, False)
    >>> is_number(pd.Series([30, 23.48, None], dtype=object))
    True
    """
    if column.dtype == object:
        known = [value for value in column if not is_missing(value)]
        numbers = [isinstance(v, int | float) and not isinstance(v, bool) for v in known]
        return bool(numbers) and all(numbers)
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _show(value: object, name: object, desimal: int | Mapping[str, int]) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if is_missing(value):
        return TANDA_KOSONG
    if isinstance(value, int):
        return str(value) if name in PLAIN else format_angka(value)
    if isinstance(value, float):
        places = desimal if isinstance(desimal, int) else desimal.get(str(name), 2)
        return format_angka(value, places)
    return str(value)


@dataclass(frozen=True)
class Gambar:
    """A drawn picture: PNG bytes and the words that stand for it."""

    nama: str
    png: bytes
    alt: str

    def _repr_mimebundle_(self, **_: object) -> tuple[dict, dict]:
        encoded = base64.b64encode(self.png).decode()
        return {"image/png": encoded, "text/plain": self.alt}, {"image/png": {"alt": self.alt}}


def gambar(data: Data, nama: str, *, dpi: int = 110) -> Gambar:
    """Draw a chart of the catalogue for showing.

    Parameters
    ----------
    data : the year's data.
    nama : name of the chart, for example ``"tren-tpt"``.
    dpi : dots per inch.

    Raises
    ------
    LkjError
        When there is no such chart; the names are listed.
    """
    from lkjlib.products.catalogue import draw

    return tampilkan(draw(nama, data), nama, dpi=dpi)


def tampilkan(ax: Axes, nama: str = "gambar", *, dpi: int = 110) -> Gambar:
    """Turn what a `plot_…` of this library returned into a picture, and close its figure.

    Parameters and errors as in `gambar`: LkjError when the chart is not one of this library's.
    """
    from matplotlib import pyplot as plt

    from lkjlib.charts.house import text_of

    alt = text_of(ax).alt
    buffer = io.BytesIO()
    ax.figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    plt.close(ax.figure)
    return Gambar(nama, buffer.getvalue(), alt)
