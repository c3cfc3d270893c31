"""Findings as a table that fits the terminal."""

import shutil
import textwrap
from collections.abc import Sequence

from lkjlib.errors import Finding

_HEAD = ("Tingkat", "Letak", "Ditemukan", "Diharapkan", "Saran")
_SENTENCES = (2, 3, 4)
_GAP = "  "
_LEAST = 12


def findings_table(findings: Sequence[Finding], width: int | None = None) -> str:
    """Lay out findings as a table: one row each, long cells folded.

    Parameters
    ----------
    findings : sequence of Finding
        What was found in the annexes.
    width : int, optional
        Characters in a line; those of the terminal by default.

    Examples
    --------
    >>> f = Finding("galat", "kasus.xlsx", "Kasus", "E5", "dua", "bilangan bulat", "Tulis 2.")
    >>> print(findings_table([f], width=80))
    Tingkat  Letak                Ditemukan  Diharapkan      Saran
    -------  -------------------  ---------  --------------  --------
    galat    kasus.xlsx!Kasus!E5  dua        bilangan bulat  Tulis 2.
    """
    rows = [_HEAD, *(_cells(finding) for finding in findings)]
    widths = _widths(rows, width or shutil.get_terminal_size((100, 24)).columns)
    lines = [*_fold(rows[0], widths), _GAP.join("-" * w for w in widths)]
    for row in rows[1:]:
        lines += _fold(row, widths)
    return "\n".join(lines)


def count_findings(findings: Sequence[Finding]) -> str:
    """Say how many findings there are.

    >>> count_findings([])
    '0 temuan (0 galat, 0 peringatan).'
    """
    errors = sum(finding.tingkat == "galat" for finding in findings)
    total = len(findings)
    return f"{total} temuan ({errors} galat, {total - errors} peringatan)."


def _cells(finding: Finding) -> tuple[str, ...]:
    found = finding.ditemukan if finding.ditemukan.strip() else "(kosong)"
    cells = (finding.tingkat, finding.alamat, found, finding.diharapkan, finding.saran)
    return tuple(map(one_line, cells))


def one_line(text: str) -> str:
    """A text on one line, without control characters: a cell cannot steer the terminal.

    >>> one_line("dua\\n tiga\\x1b[2J")
    'dua tiga�[2J'
    """
    return "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))


def _widths(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """Give every column what it needs; where that is too much, sentences give way first."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    room = max(width, len(_HEAD) * _LEAST) - len(_GAP) * (len(_HEAD) - 1)
    for columns in (_SENTENCES, range(len(_HEAD))):
        while sum(widths) > room:
            widest = max(columns, key=widths.__getitem__)
            if widths[widest] <= _LEAST:
                break
            widths[widest] -= 1
    return widths


def _fold(row: tuple[str, ...], widths: Sequence[int]) -> list[str]:
    folded = [textwrap.wrap(c, w) or [""] for c, w in zip(row, widths, strict=True)]
    return [
        _GAP.join(
            (cell[i] if i < len(cell) else "").ljust(w)
            for cell, w in zip(folded, widths, strict=True)
        ).rstrip()
        for i in range(max(map(len, folded)))
    ]
