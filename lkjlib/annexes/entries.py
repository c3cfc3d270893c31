"""What is read of an annex table: typed values with their cells, sum rows, faults."""

from collections import Counter
from dataclasses import dataclass, field

from lkjlib.annexes.declaration import Table
from lkjlib.data import Entry
from lkjlib.errors import MOST_FAULTS, Fault, any_galat, too_many


@dataclass(frozen=True)
class Total:
    """A row of sums or means: its label, its entries, the data rows that it sums up."""

    label: str
    entries: dict[str, Entry]
    rows: range


@dataclass
class TableRows:
    """What was read of one table: data rows, sum rows, rows of means, faults.

    `berkas` and `lembar` are the names of the file and sheet that were read, which need not be
    the declared ones; `table` is what of the declaration the sheet holds. `typed_as_text` are
    cells with a number that a spreadsheet takes for text, `titles` the words above the header by
    cell, `places` the header cell of each column.
    """

    table: Table
    lembar: str
    rows: list[dict[str, Entry]] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    means: list[Total] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    berkas: str = ""
    typed_as_text: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter, repr=False)
    titles: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def find(
        self, sel: str, ditemukan: str, diharapkan: str, saran: str, tingkat: str = "galat"
    ) -> None:
        """Add a fault at a cell of this table; beyond a good many, only that there are more."""
        berkas = self.berkas or self.table.berkas
        fault = Fault(tingkat, berkas, self.lembar, sel, ditemukan, diharapkan, saran)
        self.counts[tingkat] += 1
        if self.counts[tingkat] <= MOST_FAULTS:
            self.faults.append(fault)
        elif self.counts[tingkat] == MOST_FAULTS + 1:
            self.faults.append(too_many(fault))

    def values(self, name: str, rows: range) -> list:
        """What a column holds in some of the rows, from the first to the last of them."""
        return [row[name].nilai for row in self.rows[rows.start : rows.stop]]

    @property
    def is_whole(self) -> bool:
        """Read without an error; warnings do not count."""
        return not any_galat(self.faults)


Tables = dict[str, TableRows]  # by the name of the table: "koperasi.Keragaan"
