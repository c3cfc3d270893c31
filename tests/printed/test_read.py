"""A tidy frame printed with any layout of headings is read back as the same frame."""

import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

import lkjlib as lkj
from lkjlib.numbers.format import format_angka

LEVELS = {
    "tahun": (2021, 2022, 2023),
    "periode": ("Februari", "Agustus"),
    "jenis_kelamin": ("Laki-laki", "Perempuan"),
    "daerah": ("Perkotaan", "Perdesaan"),
    "kelompok_umur": ("15-24", "25-34", "35-44"),
    "skala": ("Mikro", "Kecil", "Menengah"),
}
STUBS = {"kecamatan": "Kecamatan", "wilayah": "Kabupaten/Kota", "uraian": "Uraian"}
STYLES = ("sel", "indonesia", "inggris")


@dataclass(frozen=True)
class Layout:
    """How a frame is printed."""

    stub: str
    levels: tuple[str, ...]
    rows: int
    style: str
    merged: bool
    title: bool
    notes: bool
    numbered: bool
    ordinals: bool
    years_as_text: bool


@st.composite
def layouts(draw):
    names = draw(st.permutations(sorted(LEVELS)))[: draw(st.integers(1, 3))]
    flags = [draw(st.booleans()) for _ in range(6)]
    stub, rows = draw(st.sampled_from(sorted(STUBS))), draw(st.integers(2, 6))
    return Layout(stub, tuple(names), rows, draw(st.sampled_from(STYLES)), *flags)


def _columns(layout):
    return list(product(*(LEVELS[name] for name in layout.levels)))


@st.composite
def printed(draw):
    layout = draw(layouts())
    cents = st.integers(1, 9_999_999).filter(lambda n: n % 10)
    cells = st.one_of(st.none(), cents.map(lambda n: n / 100), cents.map(lambda n: n / 100))
    width = len(_columns(layout))
    row = st.lists(cells, min_size=width, max_size=width).filter(any)
    body = draw(st.lists(row, min_size=layout.rows, max_size=layout.rows))
    return layout, body


def _number(value, style):
    if value is None:
        return "-"
    text = format_angka(value, 2)
    english = text.translate(str.maketrans(",.", ".,"))
    return {"sel": value, "indonesia": text, "inggris": english}[style]


def _print(layout, body, path):
    """Write a sheet as an office would."""
    sheet = (book := Workbook()).active
    labels = (["No"] if layout.numbered else []) + [STUBS[layout.stub]]
    columns = _columns(layout)
    top = 1
    if layout.title:
        sheet.append(["Tabel 7.1 Keadaan Angkatan Kerja di Negeri Contoh"])
        sheet.append([])
        top = 3
    for level, name in enumerate(layout.levels):
        own = [column[level] for column in columns]
        shown = [f"Tahun {v}" if name == "tahun" and layout.years_as_text else v for v in own]
        starts = [
            i
            for i, c in enumerate(columns)
            if not i or c[: level + 1] != columns[i - 1][: level + 1]
        ]
        if level < len(layout.levels) - 1:
            shown = [v if i in starts else None for i, v in enumerate(shown)]
        sheet.append([*(labels if not level else [None] * len(labels)), *shown])
        for start, stop in zip(starts, [*starts[1:], len(columns)], strict=True):
            if layout.merged and stop - start > 1 and level < len(layout.levels) - 1:
                first, last = (get_column_letter(len(labels) + 1 + i) for i in (start, stop - 1))
                sheet.merge_cells(f"{first}{top + level}:{last}{top + level}")
    if layout.ordinals:
        sheet.append([f"({i})" for i in range(1, len(labels) + len(columns) + 1)])
    for number, row in enumerate(body, start=1):
        label = [number, f"Tempat {number}"] if layout.numbered else [f"Tempat {number}"]
        sheet.append([*label, *(_number(value, layout.style) for value in row)])
    if layout.notes:
        sheet.append([])
        sheet.append(["Sumber: Survei Contoh"])
        sheet.append(["*) Angka sementara"])
    book.save(path)


@settings(deadline=None, derandomize=True, max_examples=80)
@given(printed())
def test_printed_frame_is_read_back(case):
    layout, body = case
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tabel.xlsx")
        _print(layout, body, path)
        [table] = lkj.read_printed(path)
    expected = pd.DataFrame(
        [
            (f"Tempat {number}", *column, value)
            for number, row in enumerate(body, start=1)
            for column, value in zip(_columns(layout), row, strict=True)
        ],
        columns=[layout.stub, *layout.levels, "nilai"],
    )
    got = table.frame[[layout.stub, *layout.levels, "nilai"]]
    pd.testing.assert_frame_equal(got, expected, check_dtype=False)
    assert table.frame["nilai"].dtype != object
    assert set(table.frame) == {*got, "total", "asal"}
    assert bool(table.judul) == layout.title
    assert table.catatan == (("Sumber: Survei Contoh", "*) Angka sementara") * layout.notes)
    assert not [fault for fault in table.peringatan if "angka bergaya" in fault.diharapkan]
