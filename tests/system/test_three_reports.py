"""One library, one set of notebooks, three reports: the next year and another office besides 2019.

data/2019 itself is built by CI and looked at in tests/test_2019_as_published.py.
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from false_words import ELSEWHERE, FALSE, SHOWN
from openpyxl import load_workbook
from places import LAPORAN, ROOT
from told import products

pytestmark = pytest.mark.lambat

NEXT, OTHER = "2020", "jabar-disnakertrans-2016"
BOOKS = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
# stem of a notebook -> why another office has none
SKIPPED = {
    "01-koperasi": "tema 'koperasi' tidak disebut di laporan.toml",
    "02-umkm": "tema 'umkm' atau 'omzet' tidak disebut di laporan.toml",
    "03-tpt": "tema 'tpt' tidak disebut di laporan.toml",
    "04-kasus": "tema 'kasus' tidak disebut di laporan.toml",
    "06-rekonsiliasi": "laporan ini tidak mempunyai buku klaim (klaim.xlsx)",
    "07-eksplorasi-tpt": "tema 'tpt' tidak disebut di laporan.toml",
}
# what has turned between 2019 and the invented 2020, as the follow tests name it
TURNED = (
    *("koperasi met", "wirausaha missed", "wirausaha falls", "another bidang leads"),
    *("omzet missed", "omzet falls", "tpt missed", "tpt rises", "men have the higher rate"),
    *("another class of education leads", "a neighbour changes sides", "women take part more"),
)
# where last year may be named: in a trend or beside its figure, as a reference, as a scale
LAST_YEAR = re.compile(
    r"RPJMN (?:/ )?2019(?: 2019)?|rpjmn_2019|lkj-2019(?: LKj 2019)?|Skala laporan LKj 2019"
    r"|2019\W{0,3}\d|2018(?:,| dan) 2019|2019 dan 2020"
    r"|omzet(?:\. 2019: Rp| \w+ [^.]{5,40} dari 2019)"
    r"|Penduduk 2019 tidak tercetak|2019 / (?:Target|Realisasi|Capaian|Kategori)"
    r"|\b(?:hasil|pada tahun|membuat|target|realisasi|capaian) (?:[\w ]{0,30} )?2019"
)


@dataclass(frozen=True)
class Built:
    """A report as the command made it: what it printed, its folder, the text of its products."""

    printed: str
    folder: Path
    told: dict[str, str]

    def names(self, folder: str, suffix: str) -> set[str]:
        """Stems of the files of a kind in one of its folders."""
        return {path.stem for path in (self.folder / folder).glob(f"*{suffix}")}


@pytest.fixture(scope="module")
def built(next_report: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Both reports, built by the command with nothing edited between them."""
    root = tmp_path_factory.mktemp("proyek")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    shutil.copytree(next_report, root / "data" / NEXT)
    shutil.copytree(ROOT / "data" / OTHER, root / "data" / OTHER)
    return {name: _build(root, name) for name in (NEXT, OTHER)}


def _build(root: Path, name: str) -> Built:
    command = [Path(sys.executable).with_name("lkj"), "build", f"data/{name}"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    folder = root / "build" / name
    return Built(run.stdout + run.stderr, folder, dict(products(folder)))


def test_every_product_is_there_under_the_reports_own_name(built):
    made = {name: {path for path in one.told if "/" not in path} for name, one in built.items()}
    assert made[NEXT] == {
        "klaim-2020.csv",
        "klaim-2020.xlsx",
        "lkj-2020-bab-iii.docx",
        "lkj-2020-usulan-perbaikan.docx",
    }
    assert made[OTHER] == {f"lkip-{OTHER}-bab-iii.docx"}
    for name, document in ((NEXT, "lkj"), (OTHER, "lkip")):
        assert f"tabel/{document}-{name}.xlsx" in built[name].told
        assert {"site/index.html", "gambar/indeks.html"} <= set(built[name].told)


def test_the_next_year_has_every_notebook_and_chart_of_this_one(built):
    one = built[NEXT]
    told = BOOKS - {"10-indikator"}  # for indicators that no theme tells
    assert one.names("notebooks", ".ipynb") == told
    assert one.names("site", ".html") >= told
    charts = one.names("gambar", ".png")
    assert {"tren-tpt", "umkm-peta", "omzet-kelas", "satuan-kasus", "vonis-bagian"} <= charts
    assert one.printed.count("dilewati") == 1
    assert "10-indikator  dilewati: setiap indikator laporan ini sudah" in one.printed


def test_another_office_skips_what_it_has_no_theme_for_and_says_so(built):
    one = built[OTHER]
    assert one.names("notebooks", ".ipynb") == BOOKS - set(SKIPPED)
    for stem, why in SKIPPED.items():
        assert f"{stem}  dilewati: {why}" in one.printed
        assert re.search(rf"Tanpa [^.]*{stem}[^.]*: {re.escape(why)}", one.told["site/index.html"])
        assert stem not in one.names("site", ".html")
    charts = one.names("gambar", ".png")
    assert {"tren-serapan", "tren-transmigran", "capaian-semua", "serapan-program"} <= charts
    assert not [name for name in charts if re.search("koperasi|umkm|omzet|tpt|kasus", name)]
    sheets = load_workbook(one.folder / "tabel" / f"lkip-{OTHER}.xlsx").sheetnames
    assert not [name for name in sheets if re.search("(?i)koperasi|umkm|omzet|tpt|kasus", name)]


def test_another_office_is_never_told_as_this_one(built):
    for path, text in built[OTHER].told.items():
        assert not re.search(r"Banjarbaru|Kalimantan|LKj 2019|2019/", text), path


def test_notebooks_of_another_report_tell_that_report(built):
    for name, one in built.items():
        for path in (one.folder / "notebooks").glob("*.ipynb"):
            cells = json.loads(path.read_text("utf-8"))["cells"]
            (told,) = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]
            assert f'laporan = "data/{name}"' in "".join(told["source"]), path.name


def test_no_figure_of_last_year_is_told_as_this_years(built):
    """Whatever 2019 printed and 2020 does not print again stands nowhere."""
    numbers = _numbers(LAPORAN / "data" / "2019") - _numbers(_source(built))
    gone = {f"{number:,}".replace(",", ".") for number in numbers}
    assert "3.482" in gone and "2.698" not in gone  # unemployed men; women stand in a trend
    whole = re.compile(r"(?<![\d.,])(?:" + "|".join(map(re.escape, gone)) + r")(?!\d|[.,]\d)")
    found = {
        (path, text[max(0, match.start() - 60) : match.end() + 30])
        for path, text in built[NEXT].told.items()
        for match in whole.finditer(text)
    }
    assert found == set()


def test_nothing_of_last_years_story_is_told(built):
    """Words that became false in 2020, wherever notebooks, charts, chapter or ledger say them."""
    words = {w for name in TURNED for w in (*FALSE[name][1], *SHOWN.get(name, ()))} - ELSEWHERE
    told = built[NEXT].told.items()
    assert {(word, path) for word in words for path, text in told if word in text} == set()


def test_last_year_is_named_only_in_trends_references_and_scales(built):
    left = {
        (path, text[max(0, match.start() - 60) : match.end() + 30])
        for path, text in built[NEXT].told.items()
        for text in [LAST_YEAR.sub("·", text)]
        for match in re.finditer("2019", text)
    }
    assert left == set()


def _source(built: dict[str, Built]) -> Path:
    return built[NEXT].folder.parents[1] / "data" / NEXT


def _numbers(folder: Path) -> set[int]:
    """Every count and amount of a report's annexes that nothing else prints by chance."""
    return {
        value
        for path in folder.glob("*.xlsx")
        if path.name != "klaim.xlsx"
        for sheet in load_workbook(path)
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, int) and value > 1000 and value % 1000
    }
