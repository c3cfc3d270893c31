"""The benchmark's table: medians, limits, and where it is written."""

import argparse
import importlib.util
import sys
from pathlib import Path

import pytest
from places import ROOT

PROJECT = ROOT


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench", PROJECT / "benchmarks" / "bench.py")
    module = sys.modules["bench"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_alternate_measures_in_turn_and_returns_medians(bench) -> None:
    order, left, right = [], iter([1.0, 9.0, 2.0]), iter([5.0, 4.0, 6.0])
    sides = (
        lambda: order.append("l") or [next(left)],
        lambda: order.append("r") or [next(right)],
    )
    assert bench.alternate(3, *sides) == [[2.0], [5.0]]
    assert "".join(order) == "lrlrlr"


def test_ratio_over_its_limit_is_marked(bench) -> None:
    assert not bench.ratio("x", 1, "y", 2, 0.5).over
    row = bench.ratio("x", 1.5, "y", 2, 0.5)
    assert row.over
    assert str(row) == "| x | 1.5 s | y 2.0 s | **over** 0.75 × | ≤ 0.5 × |"


def test_write_replaces_only_what_stands_between_the_markers(bench, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"atas\n{bench.START}\nlama\n{bench.END}\nbawah\n")
    bench.write(readme, "| baru |")
    assert readme.read_text() == f"atas\n{bench.START}\n| baru |\n{bench.END}\nbawah\n"


def test_write_without_markers_stops(bench, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("tanpa penanda")
    with pytest.raises(SystemExit):
        bench.write(tmp_path / "README.md", "")


def test_readme_of_the_project_has_the_markers(bench) -> None:
    text = (PROJECT / "README.md").read_text("utf-8")
    assert text.index(bench.START) < text.index(bench.END)


def test_pages_are_weighed_and_timed_and_the_heaviest_is_named(bench, chromium, tmp_path) -> None:
    (tmp_path / "ringan.html").write_text("<p>a</p>")
    (tmp_path / "berat.html").write_text(f"<p>{'a' * 90_000}</p>")
    heaviest, _ = bench.measure_pages(tmp_path, chromium)
    assert heaviest.ours == "`berat`"
    assert 0.09 < heaviest.value < 0.1


def test_without_a_browser_nothing_is_measured(bench, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit):
        bench.find_browser(argparse.ArgumentParser())
    assert "Pasang" in capsys.readouterr().err
