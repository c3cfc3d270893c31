"""A finding as a notebook and a report writer use it: heading, sentence with numbers, verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten
from typing import overload

JAWABAN, CATATAN, ABSTRAK = "Jawaban", "Catatan", "English abstract"
"""Headings of sentences that are no findings of their own: answers, remarks on a table."""
_LAIN = (JAWABAN, CATATAN, ABSTRAK)


@dataclass(frozen=True)
class Temuan:
    """A finding: `judul` a full sentence, `kalimat` the numbers, `vonis` how sure.

    Parameters
    ----------
    judul, kalimat, vonis : the finding; `vonis` may be empty.
    boleh, jangan : what may be concluded from it, and what may not.
    bagian : section it belongs to.
    berlaku : whether the data bear it out; None where a measure that it needs is missing.
    ukuran : the measures it rests on, those of its condition first.
    tempat : where it stands in temuan.toml.
    """

    judul: str
    kalimat: str
    vonis: str = ""
    boleh: tuple[str, ...] = ()
    jangan: tuple[str, ...] = ()
    bagian: str = ""
    berlaku: bool | None = True
    ukuran: tuple[str, ...] = ()
    tempat: str = ""

    @property
    def tentang(self) -> str:
        """The frame it is about: that of the first measure of its condition."""
        return self.ukuran[0].partition(".")[0] if self.ukuran else ""

    @property
    def sebutan(self) -> str:
        """Its heading, or how its sentence begins where the heading says nothing of its own."""
        if self.judul not in _LAIN:
            return self.judul
        return f"{self.judul}, {shorten(self.kalimat, 70, placeholder=' …')}"

    def _repr_markdown_(self) -> str:
        return _plain(repr(self) if self.judul in _LAIN else f"**{self.judul}**\n\n{self._told()}")

    def __repr__(self) -> str:
        return self._told() if self.judul in _LAIN else f"{self.judul}\n{self._told()}"

    def _told(self) -> str:
        return f"{self.kalimat} **Vonis: {self.vonis}.**" if self.vonis else self.kalimat


@dataclass(frozen=True)
class Kalimat:
    """Sentences shown in a notebook, as Markdown; `bahasa` is named where it is not Indonesian.

    `lipatan` is the heading that they are folded under; empty for what is read at once.
    """

    teks: str
    bahasa: str = ""
    lipatan: str = ""

    def dilipat(self, judul: str) -> Kalimat:
        """The same sentences folded under a heading: for what is looked up, not read."""
        return replace(self, lipatan=judul)

    def _repr_markdown_(self) -> str:
        text = _plain(self.teks)
        if text and self.bahasa:
            text = f'<div lang="{self.bahasa}">\n\n{text}\n\n</div>'
        return _folded(_plain(self.lipatan), text) if text and self.lipatan else text

    def __repr__(self) -> str:
        return self.teks


@dataclass(frozen=True, repr=False)
class Uraian:
    """Findings read at a glance: title and verdict; the sentence with the numbers opens below.

    A remark is folded with the finding that it follows; one that follows none stands alone.
    """

    temuan: tuple[Temuan, ...]

    @property
    def teks(self) -> str:
        """All that is said, whole."""
        return "\n\n".join(map(_headed, self.temuan))

    @property
    def terbuka(self) -> Kalimat:
        """The same told whole, for the answer that a notebook begins with."""
        return Kalimat(self.teks)

    def dilipat(self, judul: str) -> Kalimat:
        """The same told whole, folded under a heading."""
        return self.terbuka.dilipat(judul)

    def _repr_markdown_(self) -> str:
        return "\n\n".join(map(_at_a_glance, _with_remarks(self.temuan)))

    def __repr__(self) -> str:
        return self.teks


@dataclass(frozen=True)
class TemuanBagian(Sequence[Temuan]):
    """The findings of a section that hold, in order; those that do not are named apart.

    `semua` are all that were written of the section, answers and remarks among them.
    """

    semua: tuple[Temuan, ...]
    _ditanyakan: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @overload
    def __getitem__(self, nomor: int) -> Temuan: ...
    @overload
    def __getitem__(self, nomor: slice) -> tuple[Temuan, ...]: ...
    def __getitem__(self, nomor: int | slice) -> Temuan | tuple[Temuan, ...]:
        return self._of_their_own()[nomor]

    def __len__(self) -> int:
        return len(self._of_their_own())

    def _of_their_own(self) -> tuple[Temuan, ...]:
        return tuple(one for one in self._holding() if one.judul not in _LAIN)

    def _holding(self) -> tuple[Temuan, ...]:
        return tuple(one for one in self.semua if one.berlaku)

    @property
    def jawaban(self) -> Kalimat:
        """The sentences that answer the section's question, those that hold."""
        return self._told(JAWABAN)

    @property
    def abstrak(self) -> Kalimat:
        """The answer in English, as far as it holds."""
        return self._told(ABSTRAK, "en")

    def _told(self, judul: str, bahasa: str = "") -> Kalimat:
        told = (one.kalimat for one in self._holding() if one.judul == judul)
        return Kalimat(" ".join(told), bahasa)

    def tentang(self, *bingkai: str) -> Uraian:
        """What is said of some frames: findings with title, sentence and verdict, and remarks.

        Parameters
        ----------
        bingkai : first parts of measures' names; a finding is about the frame of the measure
            that its condition names first.
        """
        self._ditanyakan.update(bingkai)
        return Uraian(tuple(one for one in self._without_answers() if one.tentang in bingkai))

    @property
    def selebihnya(self) -> Uraian:
        """What is said of any frame that `tentang` was not yet asked about."""
        rest = (one for one in self._without_answers() if one.tentang not in self._ditanyakan)
        return Uraian(tuple(rest))

    def _without_answers(self) -> tuple[Temuan, ...]:
        return tuple(one for one in self._holding() if one.judul not in (JAWABAN, ABSTRAK))

    @property
    def boleh(self) -> Kalimat:
        """What may be concluded, as a list."""
        return _listed(text for one in self._holding() for text in one.boleh)

    @property
    def jangan(self) -> Kalimat:
        """What may not be concluded, as a list."""
        return _listed(text for one in self._holding() for text in one.jangan)

    @property
    def ditulis_ulang(self) -> Kalimat:
        """What the data no longer bear out, with its place in temuan.toml; empty when all holds."""
        old = [one for one in self.semua if not one.berlaku]
        if not old:
            return Kalimat("")
        places = "\n".join(f"- `{one.tempat}`: {one.sebutan}" for one in old)
        return Kalimat(
            f"**Perlu ditulis ulang.** {len(old)} temuan dalam temuan.toml tidak lagi sesuai "
            f"dengan datanya dan tidak ditampilkan:\n\n{places}"
        )


def kalimat(temuan: Temuan) -> Kalimat:
    """Sentence of a finding with its verdict, ready to be shown.

    Examples
    --------
    >>> kalimat(Temuan("Judul.", "Dari 132 koperasi aktif, 37 diperingkat.", "cocok"))
    Dari 132 koperasi aktif, 37 diperingkat. **Vonis: cocok.**
    """
    return Kalimat(temuan._told())


def _with_remarks(found: Iterable[Temuan]) -> list[list[Temuan]]:
    """Each finding with the remarks that follow it."""
    groups: list[list[Temuan]] = []
    for one in found:
        if one.judul in _LAIN and groups:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _at_a_glance(group: list[Temuan]) -> str:
    sentences = _plain("\n\n".join(one.kalimat for one in group))
    first = group[0]
    if first.judul in _LAIN:
        return sentences
    verdict = f" Vonis: {_plain(first.vonis)}." if first.vonis else ""
    return _folded(f"<b>{_plain(first.judul)}</b>{verdict}", sentences)


def _folded(summary: str, text: str) -> str:
    return f'<details class="lkj-lipat"><summary>{summary}</summary>\n\n{text}\n\n</details>'


def _headed(one: Temuan) -> str:
    told = kalimat(one).teks
    return told if one.judul in _LAIN else f"**{one.judul}** {told}"


def _listed(texts: Iterable[str]) -> Kalimat:
    return Kalimat("\n".join(f"- {text}" for text in texts))


def _plain(text: str) -> str:
    return text.replace("<", "&lt;")  # a name from an annex stays text
