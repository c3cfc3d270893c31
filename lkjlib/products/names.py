"""What the products of a report are called, so that each can point to the others."""

import re

from lkjlib.report import Report


def stem(report: Report) -> str:
    """Beginning of the names of what is built: what the office calls its report, and the folder.

    >>> from lkjlib.report_file import read_report
    >>> from lkjlib.report import find_folder
    >>> stem(read_report(find_folder(2019)))
    'lkj-2019'
    """
    kind = re.sub(r"[^a-z0-9]+", "-", report.dokumen.lower()).strip("-") or "laporan"
    return f"{kind}-{report.nama}"


def chapter_name(report: Report) -> str:
    """Name of the Word chapter in a build."""
    return f"{stem(report)}-bab-iii.docx"


def revisions_name(report: Report) -> str:
    """Name of the proposals, a Word file too, in a build."""
    return f"{stem(report)}-usulan-perbaikan.docx"


def workbook_name(report: Report) -> str:
    """Path of the workbook of computed tables in a build."""
    return f"tabel/{stem(report)}.xlsx"


def ledger_names(report: Report) -> tuple[str, str]:
    """Names of the judged ledger in a build, as workbook and as CSV."""
    return f"klaim-{report.nama}.xlsx", f"klaim-{report.nama}.csv"
