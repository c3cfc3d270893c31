"""Formulas of a sheet out of formulas in words, as the columns of an exhibit declare them."""

import re

from xlsxwriter.utility import xl_col_to_name

_TOKEN = re.compile(r'"[^"]*"|(jumlah|kumulatif)\(([\w-]+)\)|\b[A-Za-z_][\w]*\b| ')


def formula(rumus: str, kolom: list[str], letak: int, baris: int, awal: int, akhir: int) -> str:
    """A formula of a sheet out of one in words.

    Parameters
    ----------
    rumus : the formula in words, see `lkjlib.themes.exhibit.Kolom`.
    kolom : names of the columns, in order.
    letak : place of the formula's own column, from 0.
    baris, awal, akhir : its row, and the first and last row of data, from 1; sums stand below.

    Examples
    --------
    >>> formula("b / jumlah(b) * 100", ["a", "b", "c"], 2, 6, 5, 9)
    '=B6/B$10*100'
    >>> formula("SUM(kiri)", ["a", "b", "c", "d"], 3, 6, 5, 9)
    '=SUM(B6:C6)'
    >>> formula('IF(a = "b / c", b, c)', ["a", "b", "c", "d"], 3, 6, 5, 9)
    '=IF(A6="b / c",B6,C6)'
    """

    def reference(match: re.Match[str]) -> str:
        function, inside = match.groups()
        if function:
            letter = xl_col_to_name(kolom.index(inside))
            if function == "jumlah":
                return f"{letter}${akhir + 1}"
            return f"SUM({letter}${awal}:{letter}{baris})"
        word = match.group()
        if word == " ":
            return ""
        if word == "kiri":
            return f"B{baris}:{xl_col_to_name(letak - 1)}{baris}"
        return f"{xl_col_to_name(kolom.index(word))}{baris}" if word in kolom else word

    return "=" + _TOKEN.sub(reference, rumus)
