"""The registry of formulas: complete, described, strict about names."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lkjlib.errors import RumusError
from lkjlib.ledger.measures import measures
from lkjlib.ledger.measures.andaian import if_printed
from lkjlib.loading import load
from lkjlib.products.workbook.sheets import SHEETS
from lkjlib.rules.capaian import RUMUS, RUMUS_SATU_TARGET, capaian, require_rumus, tabel_rumus
from lkjlib.rules.targets import target_tersirat
from lkjlib.themes import indikator as kinerja
from lkjlib.themes import omzet


def test_registry_holds_the_five_named_formulas():
    assert list(RUMUS) == ["positif", "negatif", "negatif-rasio", "negatif-baseline", "rentang"]


def test_tabel_rumus_describes_every_formula():
    tabel = tabel_rumus()
    assert list(tabel.columns) == ["nama", "rumus", "polaritas", "sumber", "keterangan"]
    assert tabel["nama"].to_list() == list(RUMUS)
    assert (tabel != "").all(axis=None)


def test_require_rumus_of_unknown_name_lists_names_and_closest():
    with pytest.raises(RumusError, match=r"Pilihan: positif, .*Mungkin maksudnya 'negatif'"):
        require_rumus("negatf")


def test_persen_of_a_zero_denominator_is_refused():
    with pytest.raises(RumusError, match="'negatif-rasio' tidak terdefinisi karena realisasi = 0"):
        RUMUS["negatif-rasio"].persen(Fraction(0), Fraction(6))


@pytest.mark.parametrize("nama", RUMUS_SATU_TARGET)
def test_words_of_a_formula_are_its_fraction(nama):
    words = RUMUS[nama].dalam_kata("realisasi", "target")
    exact = RUMUS[nama].persen(Fraction(5), Fraction(8))
    assert eval(words, {"realisasi": Fraction(5), "target": Fraction(8)}) == exact
    assert capaian(Decimal(5), Decimal(8), nama) == pytest.approx(Decimal(float(exact)))
    tersirat = target_tersirat("5,00", f"{float(exact):.4f}".replace(".", ","), nama)
    assert tersirat.bawah <= 8 <= tersirat.atas


def _as_a_sheet(words, row):
    """Value of a workbook's formula in words for a row of its frame."""
    names = dict(row) | {"IF": lambda test, yes, no: yes if test else no}
    return eval(words.replace(" = ", " == "), names)


@pytest.mark.parametrize("nama", RUMUS_SATU_TARGET)
def test_every_capaian_of_the_project_follows_the_declared_formula(annexes, nama):
    for cell in ("I7", "I8", "I9"):  # wirausaha, omzet, tpt
        annexes.edit("kinerja.xlsx", "Indikator", **{cell: nama})
    data = load(path=annexes.folder)
    rows, known = kinerja.ringkasan(data).set_index("kode"), measures(data)
    sheet = next(spec for spec in SHEETS if spec.nama == "Ringkasan")
    for kode in ("wirausaha", "omzet", "tpt"):
        row = rows.loc[kode]
        expected = RUMUS[nama].persen(known[f"kinerja.realisasi.{kode}.2019"].nilai, row["target"])
        assert row["capaian_dihitung"] == pytest.approx(float(expected))
        assert float(known[f"kinerja.capaian.{kode}.2019"].nilai) == pytest.approx(float(expected))
        for column, words in sheet.rumus.items():
            assert _as_a_sheet(words, row) == pytest.approx(row[column])
    growth = omzet.pembulatan(data).iloc[-1]["capaian"]
    real = omzet.kenaikan_riil(data).set_index("inflasi").loc[0, "capaian_riil"]
    assert [growth, real] == pytest.approx([rows.loc["omzet", "capaian_dihitung"]] * 2)
    same = int(known["umkm.baru.total"].nilai)
    bila = {m.ukuran: m.nilai for m in if_printed(known, same)}
    assert (
        bila["wirausaha.capaian_bila_baru_tercetak"]
        == known["kinerja.capaian.wirausaha.2019"].nilai
    )
