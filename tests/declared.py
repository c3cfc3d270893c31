"""What the frozen report declares: its tables, frames and rules by name; what of it it holds."""

from places import LAPORAN

from lkjlib.report_file import read_report
from lkjlib.themes import books_of, frames_of, rules_of, tables_of

REPORT = read_report(LAPORAN / "data" / "2019")
TABLES = tables_of(REPORT)
FRAMES = frames_of(REPORT)
RULES = rules_of(REPORT)
BERKAS = books_of(REPORT)
ADA = {name: table for name, table in TABLES.items() if name != "kinerja.Cacah"}  # its sheets
BINGKAI = {name: frame for name, frame in FRAMES.items() if frame.tabel <= set(ADA)}
