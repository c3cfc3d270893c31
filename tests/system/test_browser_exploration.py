"""Eksplorasi TPT in a real browser: every number and sentence of it is that of lkjlib."""

from __future__ import annotations

import base64
import csv
import json
import re
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from chromium import Browser, Page
from PIL import Image
from places import LAPORAN

import lkjlib as lkj
from lkjlib.charts import house
from lkjlib.numbers.format import format_angka, format_selisih
from lkjlib.products.csv_text import csv_text
from lkjlib.products.site.exploration_page import NAMA, exploration_data, group_key
from lkjlib.themes.tpt import charts_exploration as charts
from lkjlib.themes.tpt import choices as tpt_choices
from lkjlib.themes.tpt import exploration, what_if
from lkjlib.themes.tpt.analysis import anatomi
from lkjlib.themes.tpt.exploration import UKURAN, eksplorasi
from lkjlib.themes.tpt.precision import kota, tanda_rse
from lkjlib.themes.tpt.what_if import andaikan

# what the theme still uses of Sphinx is not ours to mend
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)

BREAKDOWNS = [("pendidikan", False), ("pendidikan", True), ("jenis_kelamin", False)]
ASSUMPTIONS = [(1100, 2.0), (350, 4.5), (5000, 1.5), (10_000, 1.0)]
NUMBERS = ["nilai", "acuan", "selisih", "margin", "bawah", "atas"]


@pytest.fixture
def explorer(page: Page, site: Path) -> Page:
    """The page at its default choice, in light mode."""
    page.resize(1300, 900)
    page.scheme("light")
    page.open(address(site))
    return page


def address(site: Path, name: str = NAMA, view: str = "") -> str:
    return (site / f"{name}.html").as_uri() + view


def text(page: Page, name: str) -> str:
    return plain(page.run(f"document.getElementById('ek-{name}').innerText"))


def plain(words: str) -> str:
    """Words without the blanks that keep a number on its line."""
    return words.replace("\u00a0", " ")


def cells(page: Page, name: str = "tabel") -> list[list[str]]:
    rows = f"document.querySelectorAll('#ek-{name} tbody tr')"
    return page.run(f"[...{rows}].map((r) => [...r.cells].map((c) => c.innerText))")


def choose(page: Page, name: str, value: str) -> None:
    """Set a select or a slider as a reader does: the value, then the event."""
    page.run(
        f"(() => {{ const e = document.getElementById('ek-{name}'); e.value = '{value}';"
        "for (const t of ['input', 'change']) e.dispatchEvent(new Event(t, {bubbles: true})) })()"
    )


def shown(frame: pd.DataFrame, ukuran: str) -> list[list[str]]:
    """The rows of the page's table that this frame should give."""
    places = UKURAN[ukuran].desimal

    def number(value: float) -> str:
        return format_angka(value, places)

    return [
        [
            row.kategori,
            number(row.nilai),
            f"{number(row.bawah)} – {number(row.atas)}",
            number(row.acuan),
            f"{format_selisih(row.selisih, places)} ± {number(row.margin)}",
            row.catatan,
        ]
        for row in frame.itertuples()
    ]


@pytest.fixture
def groups_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """`eksplorasi` and `andaikan` ask anew for the same groups and references on every call."""

    def once(compute: Callable[..., object]) -> Callable[..., object]:
        answers: dict[tuple, object] = {}

        def ask(data: lkj.Data, *args: object, **options: object) -> object:
            key = (args, *options.items())
            if key not in answers:
                answers[key] = compute(data, *args, **options)
            return answers[key]

        return ask

    for name in ("bahan", "groups"):
        answered = once(getattr(tpt_choices, name))
        for module in (exploration, what_if):
            monkeypatch.setattr(module, name, answered)


@pytest.mark.usefixtures("groups_once")
def test_hitung_of_every_choice_agrees_with_lkjlib(explorer: Page, data: lkj.Data) -> None:
    choices = [
        (rincian, gabung, ukuran, acuan, n, deff)
        for rincian, gabung in BREAKDOWNS
        for ukuran, acuan in product(UKURAN, references(data, rincian, gabung))
        for n, deff in ASSUMPTIONS
    ]
    found = compute(explorer, [state(*choice) for choice in choices])
    assert len(choices) == len(found) == 4 * 5 * (14 + 13 + 10)
    for choice, result in zip(choices, found, strict=True):
        rincian, gabung, ukuran, acuan, n, deff = choice
        frame = eksplorasi(data, rincian, ukuran=ukuran, acuan=acuan, n=n, deff=deff, gabung=gabung)
        rows = result["baris"]
        assert [r["kategori"] for r in rows] == frame["kategori"].tolist(), choice
        assert [r["catatan"] for r in rows] == frame["catatan"].tolist(), choice
        for name in NUMBERS:
            expected = pytest.approx(frame[name].tolist(), rel=1e-9, abs=1e-9)
            assert [r[name] for r in rows] == expected, (choice, name)
        words = charts.wording(frame)
        told = dict(zip(words, ("judul", "subjudul", "sumber", "alt"), strict=True))
        assert {k: result["kata"][v] for k, v in told.items()} == words, choice


@pytest.mark.usefixtures("groups_once")
def test_hitung_of_every_what_if_says_what_andaikan_says(explorer: Page, data: lkj.Data) -> None:
    choices = [
        (rincian, gabung, kelompok, seperti)
        for rincian, gabung in BREAKDOWNS
        for kelompok in anatomi(data, rincian, gabung=gabung)["kategori"]
        for seperti in references(data, rincian, gabung)
    ]
    states = [state(r, g, kelompok=k, seperti=s) for r, g, k, s in choices]
    for choice, result in zip(choices, compute(explorer, states), strict=True):
        rincian, gabung, kelompok, seperti = choice
        expected = andaikan(data, rincian, kelompok, seperti, gabung=gabung)
        assert result["andaian"]["kalimat"] == expected.kalimat
        names = ["sekarang", "andaian", "selisih", "margin"]
        rows = [[r[name] for name in names] for r in result["andaian"]["angka"]]
        numbers = expected.angka[names].to_numpy()
        assert rows == [pytest.approx(row, rel=1e-9, abs=1e-9) for row in numbers.tolist()]


@pytest.mark.parametrize(("n", "deff"), ASSUMPTIONS)
def test_hitung_city_precision_is_that_of_lkjlib(
    explorer: Page, data: lkj.Data, n: int, deff: float
) -> None:
    (found,) = compute(explorer, [state("pendidikan", True, n=n, deff=deff)])
    expected = kota(data, n=n, deff=deff).iloc[0]
    names = {"tpt": "tpt", "galat": "galat_baku", "bawah": "bawah", "atas": "atas"}
    for here, there in names.items():
        assert found["kota"][here] == pytest.approx(expected[there], rel=1e-9)


def test_hitung_code_gives_the_same_table_in_python(explorer: Page, data: lkj.Data) -> None:
    choice = ("pendidikan", True, "kontribusi", "Kota Banjarmasin", 5000, 1.5)
    (found,) = compute(explorer, [state(*choice, kelompok="Universitas")])
    first, second = found["kode"].splitlines()
    frame = eval(first, {"lkj": lkj, "data": data})
    assert [r["nilai"] for r in found["baris"]] == pytest.approx(frame["nilai"].tolist())
    assert eval(second, {"lkj": lkj, "data": data}).kalimat == found["andaian"]["kalimat"]


@pytest.mark.parametrize(
    "value", [0, -0.001, 0.5, 1.5, 2.675, 0.285, -2.5, 1234.5, 1e6, 1e-7, 999.995, -0.005]
)
def test_angka_rounds_and_writes_as_format_angka(explorer: Page, value: float) -> None:
    for places in (0, 1, 2):
        found = explorer.run(f"eksplorasi.angka({value!r}, {places})")
        assert found == format_angka(value, places)


@pytest.mark.parametrize("rse", [0.1, 24.9, 25, 25.1, 49.9, 50, 50.1, 300])
def test_rse_is_marked_as_in_lkjlib(explorer: Page, rse: float) -> None:
    assert explorer.run(f"eksplorasi.tandaRse({rse})") == tanda_rse(rse)


def references(data: lkj.Data, rincian: str, gabung: bool) -> list[str]:
    fixed = lkj.daftar_acuan(data, rincian).query("jenis != 'kelompok'")["acuan"]
    return [*fixed, *anatomi(data, rincian, gabung=gabung)["kategori"]]


@cache
def _groups() -> pd.DataFrame:
    """Groups that know their short names."""
    return anatomi(lkj.load(path=LAPORAN / "data" / "2019"), "pendidikan")


def state(
    rincian: str,
    gabung: bool = False,
    ukuran: str = "tpt",
    acuan: str = "kota",
    n: float = 1100,
    deff: float = 2.0,
    **what_if: str,
) -> dict:
    """A choice as the page holds it."""
    first = {"pendidikan": "Universitas", "jenis_kelamin": "Laki-laki"}[rincian]
    names = {"acuan": acuan, "kelompok": first, "seperti": first} | what_if
    keys = {name: group_key(_groups(), value) for name, value in names.items()}
    return {"rincian": rincian, "gabung": gabung, "ukuran": ukuran, "n": n, "deff": deff} | keys


def compute(page: Page, states: list[dict]) -> list[dict]:
    return page.run(f"{json.dumps(states)}.map(eksplorasi.hitung)")


def test_exploration_opens_at_the_default_of_eksplorasi(explorer: Page, data: lkj.Data) -> None:
    assert cells(explorer) == shown(eksplorasi(data), "tpt")
    assert text(explorer, "judul").startswith("SMA +1,70 ± 2,52 poin terhadap Banjarbaru, di dalam")
    sentence = andaikan(data, "pendidikan", "SMA", "Universitas").kalimat
    assert text(explorer, "kalimat") == sentence
    assert explorer.run("location.hash") == ""


def test_exploration_controls_change_the_numbers_to_the_right_ones(
    explorer: Page, data: lkj.Data
) -> None:
    choose(explorer, "ukuran", "penganggur")
    choose(explorer, "acuan", "provinsi-kalimantan-selatan")
    explorer.run("document.querySelector('[name=gabung]').click()")
    acuan = "Provinsi Kalimantan Selatan"
    frame = eksplorasi(data, ukuran="penganggur", acuan=acuan, gabung=True)
    assert cells(explorer) == shown(frame, "penganggur")
    choose(explorer, "n", "5000")
    choose(explorer, "deff", "1.5")
    frame = eksplorasi(data, ukuran="penganggur", acuan=acuan, gabung=True, n=5000, deff=1.5)
    assert cells(explorer) == shown(frame, "penganggur")
    assert "n = 5.000 orang AK, efek rancangan 1,5" in text(explorer, "sumber")
    assert "4,31 sampai 5,80 %" in text(explorer, "asumsi")


def test_exploration_slider_redraws_the_intervals(explorer: Page) -> None:
    widths = (
        "[...document.querySelectorAll('#ek-grafik rect')].map((r) => +r.getAttribute('width'))"
    )
    before = explorer.run(widths)
    choose(explorer, "n", "10000")
    assert all(a < b for a, b in zip(explorer.run(widths), before, strict=True))


def test_exploration_breakdown_drops_a_reference_that_is_no_more(
    explorer: Page, data: lkj.Data
) -> None:
    choose(explorer, "acuan", "sma")
    explorer.run("document.querySelector('[value=jenis_kelamin]').click()")
    assert cells(explorer) == shown(eksplorasi(data, "jenis_kelamin"), "tpt")
    assert (
        text(explorer, "kalimat")
        == andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki").kalimat
    )
    assert explorer.run("document.querySelector('[name=gabung]').disabled")


def test_exploration_what_if_warns_of_a_group_that_may_not_be_compared(
    explorer: Page, data: lkj.Data
) -> None:
    assert text(explorer, "peringatan") == ""
    choose(explorer, "kelompok", "diploma")
    choose(explorer, "seperti", "kota-banjarmasin")
    expected = andaikan(data, "pendidikan", "Diploma", "Kota Banjarmasin")
    assert text(explorer, "kalimat") == expected.kalimat
    assert cells(explorer, "andai-tabel")[1] == [
        "penganggur Diploma I/II/III/Akademi [orang]",
        "171",
        "321",
        "+150 ± 385",
    ]
    assert "Diploma I/II/III/Akademi (tidak andal)" in text(explorer, "peringatan")


def test_exploration_of_a_larger_sample_tells_a_group_from_the_whole(explorer: Page) -> None:
    choose(explorer, "n", "3000")
    title = "SMA +1,70 ± 1,53 poin terhadap Banjarbaru, melebihi galat"
    assert text(explorer, "judul") == title
    assert cells(explorer)[3][4:] == ["+1,70 ± 1,53", "selisih melebihi galat"]


BOXES = """[...document.querySelectorAll('.ek-kendali, .ek-meja figure')].map((e) => {
  const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"""


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_exploration_first_screen_shows_controls_left_and_chart_right(
    page: Page, site: Path, size: tuple[int, int]
) -> None:
    page.resize(*size)
    page.open(address(site))
    controls, chart = page.run(BOXES)
    assert controls[2] <= chart[0]
    assert chart[2] <= size[0]
    bottom = page.run("document.querySelector('#ek-grafik').getBoundingClientRect().bottom")
    assert max(controls[3], bottom) <= size[1]


def test_exploration_on_a_phone_stands_in_one_column(page: Page, site: Path) -> None:
    page.resize(390, 844)
    page.open(address(site))
    controls, chart = page.run(BOXES)
    assert controls[3] <= chart[1]
    assert chart[2] <= 390
    plot = "document.querySelector('.ek-nol').getBoundingClientRect().left"
    labels = "[...document.querySelectorAll('#ek-grafik text')].map((t) => "
    labels += "Number(t.getAttribute('font-size')))"
    assert min(page.run(labels)) >= 12
    assert page.run(plot) < 195
    assert page.run("document.documentElement.scrollWidth") <= 390


def test_exploration_works_with_the_keyboard_alone(explorer: Page, data: lkj.Data) -> None:
    explorer.run("document.getElementById('ek-ukuran').focus()")
    explorer.press("ArrowDown", 40)
    assert explorer.run("document.getElementById('ek-ukuran').value") == "penganggur"
    assert cells(explorer) == shown(eksplorasi(data, ukuran="penganggur"), "penganggur")
    explorer.run("document.getElementById('ek-n').focus()")
    explorer.press("ArrowRight", 39)
    assert text(explorer, "n-angka") == "1.150"
    assert cells(explorer) == shown(eksplorasi(data, ukuran="penganggur", n=1150), "penganggur")
    assert "n=1150" in explorer.run("location.hash")


def test_exploration_address_restores_the_view(page: Page, site: Path, data: lkj.Data) -> None:
    page.resize(1300, 900)
    view = "#rincian=jenis_kelamin&ukuran=kelebihan&acuan=laki-laki&n=2000&deff=1.2"
    page.open(address(site, view=view))
    chosen = {"ukuran": "kelebihan", "acuan": "Laki-laki", "n": 2000, "deff": 1.2}
    assert cells(page) == shown(eksplorasi(data, "jenis_kelamin", **chosen), "kelebihan")
    assert page.run("document.querySelector('[value=jenis_kelamin]').checked")
    assert text(page, "keluhan") == ""


def test_exploration_back_and_forward_walk_through_the_views(
    explorer: Page, data: lkj.Data
) -> None:
    moved = "new Promise((done) => {{ addEventListener('hashchange', () => done(1)); {}() }})"
    choose(explorer, "ukuran", "kontribusi")
    choose(explorer, "acuan", "rpjmn-2019")
    explorer.run(moved.format("history.back"))
    assert cells(explorer) == shown(eksplorasi(data, ukuran="kontribusi"), "kontribusi")
    explorer.run(moved.format("history.forward"))
    frame = eksplorasi(data, ukuran="kontribusi", acuan="RPJMN 2019")
    assert cells(explorer) == shown(frame, "kontribusi")


def test_exploration_address_with_unknown_words_says_so_and_shows_the_default(
    page: Page, site: Path, data: lkj.Data
) -> None:
    page.resize(1300, 900)
    view = "#ukuran=tpak&acuan=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&n=1e9&deff=x"
    page.open(address(site, view=view))
    assert cells(page) == shown(eksplorasi(data), "tpt")
    complaint = text(page, "keluhan")
    for word in ('ukuran "tpak"', 'n "1e9"', 'deff "x"', '"<img src=x onerror=alert(1)>"'):
        assert word in complaint
    assert complaint.endswith("dipakai nilai bawaan.")
    assert page.complaints() == []


def test_exploration_reset_brings_the_default_back(explorer: Page, data: lkj.Data) -> None:
    choose(explorer, "ukuran", "representasi")
    choose(explorer, "deff", "4")
    explorer.run("document.getElementById('ek-awal').click()")
    assert cells(explorer) == shown(eksplorasi(data), "tpt")


@pytest.fixture
def downloads(browser: Browser, tmp_path: Path) -> Path:
    browser.send(
        "Browser.setDownloadBehavior",
        behavior="allow",
        downloadPath=str(tmp_path),
        eventsEnabled=True,
    )
    return tmp_path


def download(page: Page, name: str, folder: Path) -> Path:
    page.browser.events.clear()
    page.run(f"document.getElementById('ek-{name}').click()")
    page.browser.wait("Browser.downloadProgress", state="completed")
    (file,) = folder.iterdir()
    return file


def test_exploration_csv_holds_the_table_and_its_assumptions(
    explorer: Page, data: lkj.Data, downloads: Path
) -> None:
    choose(explorer, "ukuran", "kelebihan")
    file = download(explorer, "csv", downloads)
    assert file.name == "tpt-2019-pendidikan-kelebihan-kota.csv"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    frame = eksplorasi(data, ukuran="kelebihan")
    for name in NUMBERS:
        assert [float(row[name]) for row in rows] == pytest.approx(frame[name].tolist(), abs=1e-9)
    assert [row["kategori"] for row in rows] == frame["kategori"].tolist()
    assert [row["catatan"] for row in rows] == frame["catatan"].tolist()
    assert {(row["n"], row["deff"], row["nama_acuan"]) for row in rows} == {("1100", "2", "kota")}


def test_exploration_csv_has_no_noise_where_nothing_differs(explorer: Page, data: lkj.Data) -> None:
    states = [
        state(rincian, gabung, ukuran, acuan)
        for rincian, gabung in BREAKDOWNS
        for ukuran, acuan in product(UKURAN, references(data, rincian, gabung))
    ]
    numbers = explorer.run(
        f"{json.dumps(states)}.flatMap((s) => eksplorasi.hitung(s).baris"
        ".flatMap((b) => [b.selisih, b.margin, b.acuan, b.nilai]))"
    )
    assert [number for number in numbers if number and abs(number) < 1e-6] == []


@pytest.mark.parametrize(
    "value", ["=1+1", "+a", "-b", "@c", "\td", "\re", 'f,"g"', "h\ni", "≤ SD*"]
)
def test_csv_cell_is_safe_text_as_in_lkjlib(explorer: Page, value: str) -> None:
    written = explorer.run(f"eksplorasi.csvSel({json.dumps(value)})")
    (row,) = csv.reader(written.splitlines(keepends=True))
    assert row == [csv_text(value)]


def test_exploration_png_is_a_light_sheet_even_in_dark_mode(
    page: Page, site: Path, downloads: Path
) -> None:
    page.scheme("dark")
    page.open(address(site))
    file = download(page, "png", downloads)
    with Image.open(file) as picture:
        assert picture.width == 3 * 720
        assert picture.height > 1000
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert tuple(bytes.fromhex(house.NAVY[1:])) in colours
    assert tuple(bytes.fromhex(house.ACCENT[1:])) in colours


def test_exploration_prints_on_one_sheet(explorer: Page) -> None:
    sheet = explorer.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    assert len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(sheet))) == 1


def test_exploration_controls_have_names_and_its_sentences_are_live(explorer: Page) -> None:
    tree = explorer.send("Accessibility.getFullAXTree")["nodes"]
    named = {}
    for node in tree:
        role, name = (node.get(k, {}).get("value", "") for k in ("role", "name"))
        named.setdefault(role, []).append(name)
    wanted = {"combobox": 4, "slider": 2, "radio": 2, "checkbox": 1}
    for role, count in wanted.items():
        assert len([name for name in named[role] if name]) >= count, role
    for role in (*wanted, "button", "columnheader", "rowheader"):
        assert all(named[role]), role
    assert any(name.startswith("TPT menurut pendidikan") for name in named["image"])
    assert len(named["status"]) >= 3


def test_exploration_palette_is_that_of_the_charts(root: Path) -> None:
    css = (root / "lkjlib/products/site/assets/eksplorasi.css").read_text(encoding="utf-8")
    light = css[: css.index('html[data-theme="dark"] .eksplorasi')]
    first = dict(re.findall(r"--ek-(\w+): (#\w+);", light))
    wanted = {"biru": house.NAVY, "aksen": house.ACCENT, "rentang": house.MUTED}
    wanted |= {"baja": house.STEEL, "tinta": house.INK}
    assert {name: first[name] for name in wanted} == wanted


def test_exploration_data_keys_are_one_name_each(data: lkj.Data) -> None:
    values = exploration_data(data)
    fixed = [reference["kunci"] for reference in values["acuan"]]
    for breakdown in values["rincian"].values():
        for version in ("asli", "gabung"):
            groups = breakdown.get(version, {"kelompok": []})["kelompok"]
            keys = fixed + [group["kunci"] for group in groups]
            assert len(set(keys)) == len(keys)
