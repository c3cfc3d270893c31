"""Takes personal data out of a report as it is read: names in a column of names, NIP and NIK."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lkjlib.draft.document import Found, Tabel
from lkjlib.excel.cells import Cells
from lkjlib.excel.persons import hide_names

_ID = re.compile(r"\b(NIP|NIK|NPWP)\b\W{0,3}\d[\d .-]*")
_COUNT = re.compile(r"\(?\b\d{1,4}\s*(?:orang|org)\b\.?\)?", re.IGNORECASE)


def without_persons(found: Iterable[Found]) -> Iterator[Found]:
    """The same texts and tables without names of workers and numbers of persons.

    How many persons a cell counts stays: "(19 org)".
    """
    for one in found:
        if isinstance(one, Tabel):
            yield replace(one, rows=_hidden(one.rows))
        else:
            yield replace(one, isi=_ID.sub(r"\1", one.isi))


def _hidden(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, what stands under a heading of names left out.

    >>> _hidden((("No", "Nama Pekerja"), ("1", "Fulan (3 org)")))
    (('No', 'Nama Pekerja'), ('1', '(3 org)'))
    """
    cells = Cells([tuple(text or None for text in row) for row in rows])
    hide_names(cells)
    return tuple(
        tuple(
            _ID.sub(r"\1", text) if kept is not None else " ".join(_COUNT.findall(text))
            for text, kept in zip(row, left, strict=True)
        )
        for row, left in zip(rows, cells.rows, strict=True)
    )
