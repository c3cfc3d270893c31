"""Damaged by chance, many times, always the same way: only the library's own errors escape."""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from places import LAPORAN

import lkjlib
from lkjlib.loading import read_folder
from lkjlib.report_file import read_report

pytestmark = pytest.mark.lambat

RUNS = 24  # of every kind of damage
BERKAS = ("koperasi.xlsx", "anggaran.xlsx", "kasus.xlsx", "umkm.xlsx")
WORDS = (
    *("", "0", "-1", "1e999", "NaN", "٣", "9" * 400, "1.5", "=A1", "#REF!", "&#48;", "&lt;b&gt;"),
    *("A1", "XFD1048576", "C8", "s", "str", "b", "d", "e", "n", "inlineStr", "TOTAL", "Sumber: x"),
    *("2019", "General", "0%", "[h]:mm", "SUM(A1:A9)", "../../x", "rId1", "rId9", "true", "\ud7ff"),
)

Damage = Callable[[random.Random, bytes], bytes]


def flip(dice: random.Random, content: bytes) -> bytes:
    """Some bytes of the file changed."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 20)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(dice: random.Random, content: bytes) -> bytes:
    """The end of the file lost, or something from its middle."""
    start = dice.randrange(len(content))
    stop = len(content) if dice.random() < 0.5 else dice.randrange(start, len(content))
    return content[:start] + content[stop:]


def _each_part(change: Callable[[random.Random, str], str], folder: str = "xl/") -> Damage:
    """Damage to the XML of one part, in an archive that is whole."""

    def damage(dice: random.Random, content: bytes) -> bytes:
        saved = BytesIO()
        with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(saved, "w") as target:
            names = [n for n in source.namelist() if n.startswith(folder) and "theme" not in n]
            chosen = dice.choice(names)
            for name in source.namelist():
                part = source.read(name)
                if name == chosen:
                    part = change(dice, part.decode()).encode("utf-8", "surrogatepass")
                target.writestr(zipfile.ZipInfo(name), part)
        return saved.getvalue()

    return damage


def _swap_values(dice: random.Random, part: str) -> str:
    """Attributes and texts changed for others that may occur."""
    places = list(re.finditer(r'"[^"]*"|>[^<>]+<', part))
    for place in sorted(dice.sample(places, min(len(places), dice.randint(1, 6))), key=_end)[::-1]:
        first, last = place.group()[0], place.group()[-1]
        part = part[: place.start()] + first + dice.choice(WORDS) + last + part[place.end() :]
    return part


def _end(match: re.Match[str]) -> int:
    return match.end()


def _lose_or_double(dice: random.Random, part: str) -> str:
    """Whole elements lost, doubled or moved."""
    pieces = re.findall(r"<[^<>]*>[^<]*", part)
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(max(1, len(pieces) - 1))
        stop = min(len(pieces), start + dice.randint(1, 8))
        span = pieces[start:stop]
        where = dice.randrange(max(1, len(pieces) - 1))
        pieces = dice.choice(
            (
                pieces[:start] + pieces[stop:],
                pieces[:stop] + span + pieces[stop:],
                pieces[:where] + span + pieces[where:],
            )
        )
    return "".join(pieces)


def _change_cells(dice: random.Random, part: str) -> str:
    """Cells that hold something else, the XML staying well formed."""
    cells = list(re.finditer(r"<c [^<>]*>(?:<f>[^<]*</f>)?<v>([^<]*)</v></c>", part))
    for cell in sorted(dice.sample(cells, min(len(cells), dice.randint(1, 8))), key=_end)[::-1]:
        kind = dice.choice(
            ("", ' t="str"', ' t="b"', ' t="e"', ' t="s"', f' s="{dice.randint(0, 9)}"')
        )
        sel = re.search(r'r="[A-Z]+\d+"', cell.group())[0]
        value = dice.choice(WORDS)
        formula = f"<f>{dice.choice(('SUM(C7:C9)', 'C7+C8', 'C7*2', 'A1'))}</f>" * dice.randint(
            0, 1
        )
        stored = f"<v>{value}</v>" * dice.randint(0, 3)
        new = f"<c {sel}{kind}>{formula}{stored}</c>"
        part = part[: cell.start()] + new + part[cell.end() :]
    return part


DAMAGES: dict[str, Damage] = {
    "flip": flip,
    "cut": cut,
    "values": _each_part(_swap_values),
    "elements": _each_part(_lose_or_double),
    "cells": _each_part(_change_cells, "xl/worksheets/"),
}


def trial(folder: Path, berkas: str, content: bytes) -> str:
    """Read a folder with one damaged file in every way; what came of it."""
    (folder / berkas).write_bytes(content)
    shutil.copy(LAPORAN / "data" / "2019" / "laporan.toml", folder)
    read_folder(read_report(folder))
    try:
        lkjlib.load(path=folder)
    except lkjlib.LkjError as error:
        assert str(error)
        return "ditolak"
    return "dibaca"


@pytest.mark.parametrize("name", DAMAGES)
def test_only_the_library_s_own_errors_escape_from_damaged_workbooks(annexes, frozen, name):
    results = []
    for number in range(RUNS):
        dice = random.Random(f"{name} {number}")
        berkas = dice.choice(BERKAS)
        original = (frozen / berkas).read_bytes()
        results.append(trial(annexes.folder, berkas, DAMAGES[name](dice, original)))
        shutil.copy(frozen / berkas, annexes.folder)
    print(f"{name}: {results.count('ditolak')} ditolak, {results.count('dibaca')} dibaca")
    assert len(results) == RUNS


@pytest.mark.parametrize("nama", ["koperasi.Keragaan", "anggaran.Program Kegiatan", "kasus.Kasus"])
def test_read_table_of_damaged_workbooks_raises_only_its_own_errors(tmp_path, frozen, nama):
    berkas = f"{nama.partition('.')[0]}.xlsx"
    original = (frozen / berkas).read_bytes()
    for number in range(RUNS):
        dice = random.Random(f"{nama} {number}")
        damage = DAMAGES[dice.choice(tuple(DAMAGES))]
        (tmp_path / "rusak.xlsx").write_bytes(damage(dice, original))
        try:
            lkjlib.read_table(tmp_path / "rusak.xlsx", nama)
        except lkjlib.LkjError as error:
            assert str(error)
