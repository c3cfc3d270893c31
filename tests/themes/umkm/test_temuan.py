"""Findings on new and coached UMKM: their numbers, their place in the notebook."""

from dataclasses import replace

from lkjlib.themes.umkm.temuan import temuan


def test_temuan_say_the_numbers(data):
    target, population, kuliner, kecamatan, years = temuan(data)
    assert "paling sedikit 443" in target.kalimat
    assert "3 UMKM baru dan 0 UMKM binaan" in population.kalimat
    assert "226 dari 458" in kuliner.kalimat
    assert "49,34 %" in kuliner.kalimat
    assert "21,96 %" in kecamatan.kalimat
    assert years.vonis == "tidak dapat diuji"


def test_temuan_without_impossible_cells_still_reads(data):
    frame = data.umkm.assign(baru=lambda f: f[["baru", "binaan"]].min(axis=1))
    population = temuan(replace(data, frames={**data.frames, "umkm": frame}))[1]
    assert population.kalimat.startswith("Tidak ada sel")


def test_temuan_are_the_headings_of_the_notebook(data, root):
    text = (root / "notebooks" / "02-umkm.ipynb").read_text(encoding="utf-8")
    assert [t.judul for t in temuan(data) if f"### {t.judul}" not in text] == []
