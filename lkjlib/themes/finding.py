"""A finding as a notebook and a report writer use it: heading, sentence with numbers, verdict."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Temuan:
    """A finding: `judul` a full sentence, `kalimat` the numbers, `vonis` how sure."""

    judul: str
    kalimat: str
    vonis: str


@dataclass(frozen=True)
class Kalimat:
    """A sentence shown in a notebook."""

    teks: str

    def _repr_markdown_(self) -> str:
        return self.teks.replace("<", "&lt;")  # a name from an annex stays text

    def __repr__(self) -> str:
        return self.teks


def kalimat(temuan: Temuan) -> Kalimat:
    """Sentence of a finding with its verdict, ready to be shown.

    Examples
    --------
    >>> kalimat(Temuan("Judul.", "Dari 132 koperasi aktif, 37 diperingkat.", "cocok"))
    Dari 132 koperasi aktif, 37 diperingkat. **Vonis: cocok.**
    """
    return Kalimat(f"{temuan.kalimat} **Vonis: {temuan.vonis}.**")
