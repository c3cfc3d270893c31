"""Which candidate a printed number is: by its words first, then by its value."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lkjlib.draft.candidates import Calon
from lkjlib.draft.context import Konteks, context_of
from lkjlib.draft.printed import Angka

_DUST = 1e-9  # of binary fractions
USULAN, BERBEDA, TIADA = "usulan", "berbeda", "tak ada"


@dataclass(frozen=True)
class Bobot:
    """Weights of the parts of a score, found by measuring (benchmarks/draft.py)."""

    baris: float = 0.45
    kolom: float = 0.35
    judul: float = 0.15
    tahun: float = 0.15
    lain_tahun: float = 0.4
    tetangga: float = 0.5
    nilai: float = 0.12
    rumit: float = 0.02
    yakin: float = 0.32
    cukup: float = 0.25
    besaran: float = 0.08
    terjauh: float = 0.4
    tanpa_baris: float = 0.6


@dataclass(frozen=True)
class Padanan:
    """What a number was found to be: its state and the candidates, best first, with scores."""

    angka: Angka
    konteks: Konteks
    keadaan: str
    calon: tuple[tuple[Calon, float, bool], ...] = ()


class Matcher:
    """Scores every candidate against a context at once."""

    def __init__(self, candidates: Sequence[Calon], bobot: Bobot | None = None) -> None:
        self.calon = list(candidates)
        self.bobot = bobot or Bobot()
        parts = [part for c in self.calon for part in (c.baris, c.kolom, c.judul)]
        words = sorted({word for part in parts for word in part})
        self.place = {word: n for n, word in enumerate(words)}
        self.rows, self.columns, self.tops = (
            self._matrix([getattr(c, name) for c in self.calon])
            for name in ("baris", "kolom", "judul")
        )
        present = (self.rows + self.columns + self.tops) > 0
        self.idf = np.log((1 + len(self.calon)) / (1 + present.sum(axis=0))).astype(np.float32)
        for matrix in (self.rows, self.columns, self.tops):
            matrix *= self.idf
            norm = np.linalg.norm(matrix, axis=1, keepdims=True)
            np.divide(matrix, norm, out=matrix, where=norm > 0)
        self.values = np.array([float(c.nilai) for c in self.calon])
        rounded = [(place, float(v)) for place, c in enumerate(self.calon) for v in c.bulatan]
        self.rounded_at = np.array([place for place, _ in rounded], dtype=int)
        self.rounded = np.array([value for _, value in rounded])
        self.groups = self._codes([c.kelompok for c in self.calon])
        self.series = self._codes([c.deret for c in self.calon])
        self.costs = np.array([np.log(c.rumit) for c in self.calon]) * self.bobot.rumit
        self.rowless = ~(self.rows.any(axis=1))
        self.sizes = np.log10(np.maximum(np.abs(self.values), 0.1))
        self.dated = np.array([bool(c.tahun) for c in self.calon])
        self._years: dict[frozenset[int], np.ndarray] = {}

    def _matrix(self, texts: Sequence[dict[str, float]]) -> np.ndarray:
        matrix = np.zeros((len(texts), len(self.place)), dtype=np.float32)
        for row, words in enumerate(texts):
            for word, weight in words.items():
                matrix[row, self.place[word]] = weight
        return matrix

    @staticmethod
    def _codes(names: Sequence[str]) -> np.ndarray:
        known = {name: n for n, name in enumerate(dict.fromkeys(names))}
        return np.array([known[name] for name in names])

    def _cosine(self, matrix: np.ndarray, words: dict[str, float]) -> np.ndarray:
        at = [(self.place[w], weight) for w, weight in words.items() if w in self.place]
        if not at:
            return np.zeros(len(self.calon), dtype=np.float32)
        columns = np.array([place for place, _ in at])
        vector = np.array([weight for _, weight in at], dtype=np.float32) * self.idf[columns]
        norm = np.linalg.norm(vector)
        return matrix[:, columns] @ (vector / norm) if norm else np.zeros(len(self.calon))

    def words(self, context: Konteks) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Likeness of each candidate's row words, of its other words, and its fit by year."""
        row = self._cosine(self.rows, context.baris)
        column = self._cosine(self.columns, context.kolom)
        top = self._cosine(self.tops, context.judul)
        bobot = self.bobot
        row = np.where(self.rowless, bobot.tanpa_baris * column, row)
        score = bobot.baris * row + bobot.kolom * column + bobot.judul * top - self.costs
        return score + self._year(context), row, column

    def _year(self, context: Konteks) -> np.ndarray:
        if context.tahun not in self._years:
            fits = [bool(c.tahun & context.tahun) for c in self.calon]
            self._years[context.tahun] = np.array(fits, dtype=bool)
        fits = self._years[context.tahun]
        bobot = self.bobot
        wrong = bobot.lain_tahun * (1.0 if context.tegas else 0.5)
        return np.where(fits, bobot.tahun, np.where(self.dated, -wrong, 0.0))

    def equal(self, number: Angka) -> np.ndarray:
        """Which candidates print as the number does, at its decimals, rounded half up.

        One that prints so when its inputs are rounded first counts as well; a sign is not
        compared, a report often says "turun 0,14".
        """
        if number.nilai is None:
            return np.zeros(len(self.calon), dtype=bool)
        scale = 10.0**number.nilai.decimals
        wanted = abs(round(float(number.nilai.value) * scale))
        same = np.floor(np.abs(self.values) * scale + 0.5 + _DUST) == wanted
        rounded = np.floor(np.abs(self.rounded) * scale + 0.5 + _DUST) == wanted
        same[self.rounded_at[rounded]] = True
        return same

    def match(self, numbers: Sequence[Angka], year: int) -> list[Padanan]:
        """What each number is; numbers of one table are seen together."""
        return [self.decide(*one) for one in self.scored(numbers, year)]

    def scored(
        self, numbers: Sequence[Angka], year: int
    ) -> list[tuple[Angka, Konteks, np.ndarray]]:
        """Numbers with their contexts and the score of each candidate, whatever their own value."""
        asked = [n for n in numbers if not n.acuan]
        contexts = [context_of(n, year) for n in asked]
        words = [self.words(c) for c in contexts]
        support = self._support(asked, words, [self.equal(n) for n in asked])
        return [
            (n, c, w[0] + s) for n, c, w, s in zip(asked, contexts, words, support, strict=True)
        ]

    def _support(self, numbers, words, equals) -> list[np.ndarray]:
        """What the other numbers of a column and of a row say about where this one belongs."""
        columns: dict[tuple, list[int]] = {}
        rows: dict[tuple, list[int]] = {}
        for place, number in enumerate(numbers):
            if number.sel is not None and number.utama:
                table = id(number.blok)
                columns.setdefault((table, number.sel[1]), []).append(place)
                rows.setdefault((table, number.sel[0]), []).append(place)
        total = [np.zeros(len(self.calon)) for _ in numbers]
        for places in columns.values():
            self._vote(places, self.groups, [words[p][1] * equals[p] for p in places], total, 1.0)
        for places in rows.values():
            self._vote(places, self.series, [words[p][2] * equals[p] for p in places], total, 0.3)
        return total

    def _vote(self, places, codes, likeness, total, weight) -> None:
        if len(places) < 2:
            return
        count = codes.max() + 1
        votes = np.zeros((len(places), count))
        for row, like in enumerate(likeness):
            np.maximum.at(votes[row], codes, like)
        sums = votes.sum(axis=0)
        for row, place in enumerate(places):
            others = (sums - votes[row]) / (len(places) - 1)
            total[place] += self.bobot.tetangga * weight * others[codes]

    def decide(
        self,
        number: Angka,
        context: Konteks,
        score: np.ndarray,
        equal: np.ndarray | None = None,
    ) -> Padanan:
        """State and candidates of a number by their scores and by its value.

        `equal` says which candidates say the same, where it is no number that is compared.
        """
        bobot, equal = self.bobot, self.equal(number) if equal is None else equal
        if number.nilai is not None:
            size = np.log10(max(abs(float(number.nilai.value)), 0.1))
            away = np.maximum(np.abs(self.sizes - size) - 0.5, 0)
            score = score - np.minimum(bobot.besaran * away, bobot.terjauh)
        ranked = score + bobot.nilai * equal
        order = np.argsort(-ranked, kind="stable")[:12]
        best = int(order[0])
        chosen = [(self.calon[k], float(score[k]), bool(equal[k])) for k in order]
        if equal[best] and score[best] >= bobot.cukup:
            state = USULAN
        elif score[best] >= bobot.yakin:
            state = BERBEDA
        else:
            state = TIADA
        return Padanan(number, context, state, tuple(chosen))
