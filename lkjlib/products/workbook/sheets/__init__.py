"""The sheets of the workbook of computed tables, in its order."""

from lkjlib.data import Data
from lkjlib.products.catalogue import exhibits
from lkjlib.products.workbook.sheets import anggaran, klaim, ringkasan, tenaga, usaha
from lkjlib.products.workbook.sheets.spec import SheetSpec
from lkjlib.themes.exhibit import Exhibit

SHEETS = (
    *ringkasan.SHEETS,
    *usaha.SHEETS,
    *tenaga.SHEETS,
    *anggaran.SHEETS,
    *klaim.SHEETS,
)


def specs(data: Data) -> list[SheetSpec]:
    """The sheets of a report: those that themes declare as exhibits, and those declared here."""
    declared = [_of(exhibit, data) for exhibit in exhibits().values() if exhibit.lembar]
    first = len(ringkasan.SHEETS)
    return [*SHEETS[:first], *declared, *SHEETS[first:]]


def _of(exhibit: Exhibit, data: Data) -> SheetSpec:
    isi = exhibit.isi(data)
    return SheetSpec(
        exhibit.lembar,
        isi.judul,
        "",
        isi.sumber,
        lambda _: isi.frame,
        isi.catatan,
        tuple(column.nama for column in isi.kolom if column.jumlah),
        {column.nama: column.rumus for column in isi.kolom if column.rumus},
        {column.nama: column.judul for column in isi.kolom},
    )


__all__ = ["SHEETS", "SheetSpec"]
