"""The sheets of the workbook of computed tables, in its order."""

from lkjlib.products.workbook.sheets import anggaran, klaim, ringkasan, tenaga, usaha
from lkjlib.products.workbook.sheets.spec import SheetSpec

SHEETS = (
    *ringkasan.SHEETS,
    *usaha.SHEETS,
    *tenaga.SHEETS,
    *anggaran.SHEETS,
    *klaim.SHEETS,
)

__all__ = ["SHEETS", "SheetSpec"]
