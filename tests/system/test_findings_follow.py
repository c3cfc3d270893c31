"""Findings on altered annexes: no sentence is shown that the altered cells make false."""

import re
from collections import defaultdict

import pytest
from false_words import (
    ACUAN,
    BARU,
    ELSEWHERE,
    FALSE,
    HASIL,
    IDLE,
    INDIKATOR,
    KASUS,
    KERAGAAN,
    MEN_HIGHER,
    MET,
    MIXED,
    NAIK,
    PERINGKAT,
    PK,
    PROGRAM,
    ROUNDED_LESS,
    SHOWN,
    STRICT,
    TARGET,
    TOTAL,
    TPAK,
    WAJIB,
    WILAYAH,
)
from matplotlib import pyplot as plt
from openpyxl import load_workbook
from told import one_line, plain

import lkjlib as lkj
from lkjlib.charts.house import text_of
from lkjlib.ledger.sentences import report_findings
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.products.catalogue import charts, draw
from lkjlib.products.site.front import front_page
from lkjlib.products.word.contents import body, front
from lkjlib.products.word.markdown import render
from lkjlib.themes.anggaran.charts import plot_serapan_program
from lkjlib.themes.anggaran.spending import serapan

pytestmark = pytest.mark.lambat

# rules of any report: title and verdict turn with the numbers
RULES = [
    (ROUNDED_LESS, 0, "Tidak satu pun kategori berubah", COCOK),
    (STRICT, 0, "Empat kategori berubah", TIDAK_COCOK),
    (MET, 1, "Semua target tercapai.", TIDAK_COCOK),
    (STRICT, 1, "Lima dari lima target tidak tercapai.", TIDAK_COCOK),
    (((TARGET, {"E8": 5}),), 3, "Tidak ada target yang lebih longgar", ""),
    (((TARGET, {"E9": 3}),), 3, "Target TPT dan Perusahaan berkasus lebih longgar", ""),
    (((TARGET, {"E9": 3}),), 4, "Secara nisbi, sisa paling tipis", ""),
    (((TARGET, {"E6": 24.8, "E9": 3}),), 4, "Kurang satu UMKM baru saja, dan target", ""),
    (STRICT, 4, "Tidak satu pun target tercapai.", ""),
    (((ACUAN, {"D6": 24}),), 5, "Tidak satu pun indikator harus melaju", ""),
    (((ACUAN, {"D8": 15}),), 5, "Dua indikator harus melaju", ""),
    (ROUNDED_LESS, 6, "berindikator lebih dari satu tidak bergantung pada", COCOK),
]  # fmt: skip

# section -> alterations, each with the finding of data/2019 that it makes false
WRITTEN = {
    "ringkasan": [
        (((HASIL, {"I7": 100.5}),), 7),  # the first seven are rules
        (((TARGET, {"E5": 20}),), 7),
    ],
    "koperasi": [
        (MET, 0),
        (((PERINGKAT, {"D8": 6, "D9": 22}),), 1),
        (((PERINGKAT, {"D9": 97}),), 1),
        (((PERINGKAT, {f"D{row}": 0 for row in range(6, 11)}),), 1),
        (MET, 2),
        (((TARGET, {"E5": 60}),), 2),
        (((HASIL, {"F7": 25}),), 3),
        (((KERAGAAN, {"D8": 113, "E8": 167}),), 3),  # 280 cooperatives: several fractions fit
        (((HASIL, {"D7": 18}),), 4),
    ],
    "umkm": [
        (STRICT, 0),
        (((TARGET, {"E6": 20}),), 0),
        (((BARU, {"G7": 0, "J7": 150}),), 1),
        (((BARU, {"C7": 107, "J7": 183}),), 2),
        (((BARU, {"I7": 200, "J7": 300}),), 2),
        (((BARU, {"C10": 20, "J10": 72}),), 3),
        (((HASIL, {"F8": 30}),), 4),
    ],
    "omzet": [
        (ROUNDED_LESS, 0),
        (STRICT, 0),
        (STRICT, 1),
        (((TARGET, {"E7": 9}),), 1),
        (STRICT, 2),
        (((TARGET, {"E7": 9}),), 2),
        (((NAIK, {"C5": 800, "C6": 638}),), 2),
        (((TOTAL, {"C7": 97_797_383_121}),), 3),
        (((TOTAL, {"C7": 42_000_000_000}),), 2),
    ],
    "anggaran": [
        (((PK, {"D8": 676_133_000, "D9": 77_393_500}),), 2),
        (MIXED, 5),
        (((PROGRAM, {"G9": 90}),), 6),
        (((TARGET, {"E5": 20, "E9": 1.5}),), 7),
    ],
    "tpt": [
        (((IDLE, {"D8": 2891, "D9": 1069}),), 0),
        (((IDLE, {"D9": 3500, "D11": 657}),), 0),
        (((IDLE, {"D6": 1500, "D7": 1600, "D9": 930}),), 1),
        (MEN_HIGHER, 2),
        (MEN_HIGHER, 3),
        (((ACUAN, {"E9": 5.5}),), 4),
        (((ACUAN, {"E9": 3}),), 4),
        (((ACUAN, {"H9": 4}), (WILAYAH, {"D9": 4})), 5),
        (((ACUAN, {"I9": 6}), (WILAYAH, {"D10": 6})), 5),
        (((HASIL, {"F10": 5.6}),), 6),
        (((HASIL, {"F10": 5}),), 6),
        (((HASIL, {"D10": 9}),), 6),
        (((TARGET, {"E8": 5}),), 7),
        (((TARGET, {"E8": 5}), (ACUAN, {"D9": 5})), 7),
        (MEN_HIGHER, 8),
        (((TPAK, {"D6": 45}),), 8),
        (((INDIKATOR, {"G9": "jumlah penganggur"}),), 9),
    ],
    "kasus": [
        (((WAJIB, {"C6": 399}),), 0),
        (((WAJIB, {"C6": 460}),), 0),
        (((KASUS, {"B13": "PT. Satu", "B14": "PT. Dua"}),), 1),
        (((KASUS, {"E10": 1}),), 2),
        (((KASUS, {"B15": "PT. Padang Golf"}),), 3),
        (((KASUS, {"D14": "Anjuran"}),), 4),
        (((HASIL, {"F11": 2}),), 5),
    ],
}
ROWS = [
    pytest.param(bagian, changes, nomor, id=f"{bagian} {nomor} {place}")
    for bagian, cases in WRITTEN.items()
    for place, (changes, nomor) in enumerate(cases)
]

# alterations that do not meet in one cell stand together in one report, looked at as a whole
TOGETHER = {
    "missed and turned": [
        "koperasi rises first", "wirausaha missed", "wirausaha falls", "omzet missed",
        "tpt missed", "tpt rises", "men have the higher rate",
        "a neighbour changes sides", "national reference met", "kasus missed", "kasus rises",
        "budget of the agreement is that of the table",
    ],
    "met and turned": [
        "every target met", "koperasi met", "another kecamatan leads", "another bidang leads",
        "omzet falls", "another class of education leads", "women take part more",
    ],
}  # fmt: skip


def altered(annexes, changes=()):
    """The report with some cells changed, and the findings that were written on it."""
    for (berkas, lembar), cells in changes:
        annexes.edit(berkas, lembar, **cells)
    annexes.add_findings()
    return load(path=annexes.folder)


@pytest.fixture(scope="module")
def reports(copy_annexes, tmp_path_factory):
    """Data of the altered report by its changes, each read once."""
    known = {}

    def report(changes):
        key = repr(changes)
        if key not in known:
            known[key] = altered(copy_annexes(tmp_path_factory.mktemp("ubah")), changes)
        return known[key]

    return report


@pytest.mark.parametrize(("changes", "nomor", "judul", "vonis"), RULES)
def test_title_and_verdict_of_a_rule_turn_with_the_annexes(
    reports, data, changes, nomor, judul, vonis
):
    finding = lkj.temuan(reports(changes), "ringkasan")[nomor]
    assert judul in finding.judul
    assert finding.vonis == vonis
    before = lkj.temuan(data, "ringkasan")[nomor]
    assert (finding.judul, finding.vonis) != (before.judul, before.vonis)


@pytest.mark.parametrize(("bagian", "changes", "nomor"), ROWS)
def test_finding_that_the_annexes_no_longer_bear_out_is_written_anew(
    reports, data, bagian, changes, nomor
):
    gone = lkj.temuan(data, bagian)[nomor]
    assert gone.tempat
    found = lkj.temuan(reports(changes), bagian)
    assert gone.tempat not in [one.tempat for one in found]
    assert f"`{gone.tempat}`" in found.ditulis_ulang.teks


@pytest.mark.parametrize("case", FALSE)
def test_no_word_that_became_false_is_shown(reports, data, case):
    changes, words = FALSE[case]
    before, after = said(report_findings(data)), said(report_findings(reports(changes)))
    assert [word for word in words if word not in before and not word.startswith("turun 0")] == []
    assert [word for word in words if word in after] == []


def said(found) -> str:
    """All that is shown of some findings."""
    return "\n".join(
        "\n".join((one.judul, one.kalimat, *one.boleh, *one.jangan)) for one in found if one.berlaku
    )


@pytest.fixture(scope="module")
def untouched(data):
    """What every product says of the report as it is."""
    return told_in_products(data)


@pytest.mark.parametrize("together", TOGETHER)
def test_no_product_says_a_word_that_became_false(reports, untouched, together):
    cases = [(FALSE[name], SHOWN.get(name, [])) for name in TOGETHER[together]]
    after = told_in_products(reports(tuple(one for (found, _), _ in cases for one in found)))
    shown = {word for _, said in cases for word in said}
    assert {word for word in shown if not any(word in text for text in untouched.values())} == {
        *({"TPT turun 0,06"} & shown),  # what that sentence would come to
    }
    words = shown.union(*(said for (_, said), _ in cases)) - ELSEWHERE
    assert {(word, name) for word in words for name, text in after.items() if word in text} == set()


def told_in_products(data) -> dict[str, str]:
    """Words of the charts, Word chapter, own words of the ledger, front page of the site."""
    told = {}
    for name in charts(data):
        words = text_of(draw(name, data))
        told[name] = f"{words.title}\n{words.subtitle}\n{words.source}\n{words.alt}"
        plt.close("all")
    chapter = render([*front(data)], [*body(data)], defaultdict(str))
    told["Word"] = one_line(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", chapter))
    page = front_page(data, ())
    told["buku klaim"] = one_line(" ".join(lkj.klaim(data)[["penjelasan", "saran"]].stack()))
    told["situs"] = plain(page.indikator + page.temuan)
    return told


def test_check_lists_what_is_to_be_written_anew_as_warnings(annexes):
    annexes.edit(*TARGET, E8=5)
    annexes.add_findings()
    faults = annexes.faults()
    assert {fault.tingkat for fault in faults} == {"peringatan"}
    faults = [fault for fault in faults if fault.berkas == "temuan.toml"]
    assert all("erlu ditulis ulang" in fault.saran for fault in faults)
    assert any(fault.ditemukan.startswith("Target tahun ini") for fault in faults)


def test_top_class_of_omzet_is_a_bound_of_the_table(annexes):
    def move(sheet):
        for sel in ("B7", "B8"):
            sheet[sel] = sheet[sel].value.replace("40.000.000", "45.000.000")

    annexes.change("umkm.xlsx", "Omzet", move)
    assert "125 usaha di atas Rp 45 juta" in lkj.temuan(altered(annexes), "omzet")[4].kalimat


def test_all_cooperatives_active_are_not_called_unevenly_idle(annexes):
    def activate(sheet):
        for row in range(7, 29):
            sheet[f"C{row}"], sheet[f"D{row}"] = sheet[f"E{row}"].value, 0

    annexes.change(*KERAGAAN, activate)
    assert not any("tersebar" in one.judul for one in lkj.temuan(altered(annexes), "koperasi"))


def spend(annexes, done_of) -> None:
    """Give every kegiatan the realisasi of `done_of(row, budget, realisasi)`, here and there."""
    path = annexes.folder / "anggaran.xlsx"
    book = load_workbook(path)
    sheet, spent, part = book["Program Kegiatan"], {}, []
    for row in range(64, 7, -1):
        budget = sheet[f"C{row}"].value
        if isinstance(budget, int):
            done = done_of(row, budget, sheet[f"D{row}"].value)
            sheet[f"D{row}"], sheet[f"E{row}"] = done, budget - done
            spent[sheet[f"B{row}"].value] = done
            part.append((budget, done))
            sheet[f"F{row}"] = round(done / budget * 100, 2)
        elif budget:
            sheet[f"F{row}"] = _share(part)
            part = []
    listed = book["Anggaran Sasaran"]
    for row in range(6, 35):
        if listed[f"B{row}"].value in spent and listed[f"C{row}"].value:
            done = spent[listed[f"B{row}"].value]
            listed[f"D{row}"], listed[f"E{row}"] = done, listed[f"C{row}"].value - done
    kinds, total = book["Belanja"], sum(spent.values())
    kinds["D11"] = total - kinds["D10"].value - kinds["D12"].value
    kinds["E9"] = sheet["F65"] = round(total / 3_923_949_220 * 100, 2)
    book.save(path)


def _share(part) -> float:
    return round(sum(done for _, done in part) / sum(budget for budget, _ in part) * 100, 2)


def test_programme_that_is_not_alone_far_below_is_not_called_so(annexes):
    spend(annexes, lambda row, budget, done: budget if row == 58 else done)
    titles = [one.judul for one in lkj.temuan(altered(annexes), "anggaran")]
    assert not any(title.startswith("Satu program menyerap") for title in titles)
    frame = serapan(load(path=annexes.folder))
    assert text_of(plot_serapan_program(frame)).title.startswith("10 program menyerap 8")


def test_money_left_everywhere_is_not_called_that_of_a_handful(annexes):
    spend(annexes, lambda row, budget, done: budget - 1_000_000)
    titles = [one.judul for one in lkj.temuan(altered(annexes), "anggaran")]
    assert not any("segelintir" in title for title in titles)


def test_complete_tables_per_sasaran_are_called_complete(annexes):
    book = load_workbook(annexes.folder / "anggaran.xlsx")
    sheet = book["Program Kegiatan"]
    missing = {37: (40,), 41: (42, 43), 44: (48,), 56: (63,)}

    def complete(listed):
        listed.insert_rows(35, 9)
        row = 35
        for programme, kegiatan in missing.items():
            listed[f"A{row}"], listed[f"B{row}"] = "B", sheet[f"B{programme}"].value
            for number, source in enumerate(kegiatan, start=1):
                listed[f"A{row + number}"] = f"{number}."
                for column in "BCDE":
                    listed[f"{column}{row + number}"] = sheet[f"{column}{source}"].value
            row += len(kegiatan) + 1

    annexes.change("anggaran.xlsx", "Anggaran Sasaran", complete)
    titles = [one.judul for one in lkj.temuan(altered(annexes), "anggaran")]
    assert not any("tidak lengkap" in title for title in titles)
