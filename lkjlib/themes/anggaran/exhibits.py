"""Its tables, each declared once for notebook, workbook, Word and site."""

from lkjlib.themes.exhibit import Exhibit

EXHIBITS: tuple[Exhibit, ...] = ()
