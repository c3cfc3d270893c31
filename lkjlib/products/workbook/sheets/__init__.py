"""The sheets of the workbook of computed tables, in its order."""

from lkjlib.data import Data
from lkjlib.products.catalogue import exhibits
from lkjlib.products.workbook.sheets import ringkasan
from lkjlib.products.workbook.sheets.spec import SheetSpec
from lkjlib.themes.exhibit import Isi

SHEETS = (*ringkasan.SHEETS,)


def tables(data: Data) -> dict[str, Isi]:
    """The sheets of a report by name: those that themes declare as exhibits, and those here."""
    declared = {e.lembar: e.isi(data) for e in exhibits().values() if e.lembar}
    here = {spec.nama: spec.isi(data) for spec in SHEETS}
    first = list(here)[: len(ringkasan.SHEETS)]
    return {**{nama: here[nama] for nama in first}, **declared, **here}


__all__ = ["SHEETS", "SheetSpec", "tables"]
