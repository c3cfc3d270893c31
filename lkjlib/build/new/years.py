"""How the years of a report move on: in its texts, and in its laporan.toml with every comment."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lkjlib.errors import LkjError
from lkjlib.report import Report

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# years of a regulation or of a plan are no years of the report
_STAYS = r"(?:\d+/|\b(?:No\.?|Nomor) ?\d+ [Tt]ahun )(?:19|20)\d\d\b"
_PLAN = r"\b(?:RPJ\w*|Renstra\w*)\b[^\d|,;.]{0,12}(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?\b"


@dataclass(frozen=True)
class Years:
    """The years of a report, and by how many they move on.

    Only years of its trend move; those of regulations, of plans and of the references that stay
    are left alone.
    """

    report: Report
    langkah: int

    @property
    def tahun(self) -> int:
        """The year that the report's year becomes."""
        return self.report.tahun + self.langkah

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        stays = [re.escape(one.nama) for one in self.report.acuan if one.jenis != "wilayah"]
        return re.compile("|".join([*stays, _STAYS, _PLAN, f"(?P<tahun>{_YEAR.pattern})"]), re.I)

    def move(self, text: str) -> str:
        """A text with its years moved on.

        Examples
        --------
        >>> from lkjlib.report import find_folder
        >>> from lkjlib.report_file import read_report
        >>> years = Years(read_report(find_folder(2019)), 1)
        >>> years.move("TAHUN 2017-2019"), years.move("RPJMD 2021; UU 13/2003; LKj 2019")
        ('TAHUN 2018-2020', 'RPJMD 2021; UU 13/2003; LKj 2020')
        """

        def moved(match: re.Match[str]) -> str:
            year = match["tahun"]
            return str(self.move_number(int(year))) if year else match.group()

        return self._pattern.sub(moved, text)

    def move_number(self, value: int) -> int:
        """A number that is a year of the report's trend, moved on; any other as it is."""
        years = self.report.tahun_tren
        return value + self.langkah if years[0] <= value <= years[-1] else value


def moved_report(text: str, years: Years) -> str:
    """laporan.toml of the next report: years moved on, comments and all else as they stand.

    References of kind `wilayah` move on, medium-term and national targets stay; sums that were
    known to be wrong are not known of the next report.

    Raises
    ------
    LkjError
        When the text is written in a way in which the years cannot be told from the rest.
    """
    moved = re.sub(r"(?m)^(tahun\s*=\s*)\d{4}\b", lambda m: f"{m[1]}{years.tahun}", text, count=1)
    moved = re.sub(
        r"(?m)^(tahun_tren\s*=\s*\[)([^\]]*)",
        lambda m: m[1] + _YEAR.sub(lambda year: str(int(year[0]) + years.langkah), m[2]),
        moved,
        count=1,
    )
    moved = re.sub(r"(?m)^(seperti_tercetak\s*=\s*\[)[^\]]*", r"\1", moved, count=1)
    region = re.compile(r"""\bjenis\s*=\s*["']wilayah["']""")
    moved = re.sub(
        r"\{[^{}]*\}|(?m:^\[\[acuan\]\][^\[]*)",
        lambda m: _moved_reference(m.group(), years) if region.search(m.group()) else m.group(),
        moved,
    )
    if tomllib.loads(moved) != _expected(tomllib.loads(text), years):
        raise LkjError(
            "laporan.toml ditulis dengan cara yang tahunnya tidak dapat dimajukan tanpa mengubah "
            "yang lain. Tulis setiap kunci pada barisnya sendiri: tahun = …, tahun_tren = […]."
        )
    return moved


def _moved_reference(text: str, years: Years) -> str:
    def year(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + years.langkah}"

    text = re.sub(r"(\btahun\s*=\s*)(\d{4})\b", year, text)
    title = re.compile(r"""(\bjudul\s*=\s*)("[^"]*"|'[^']*')""")
    return title.sub(lambda match: match[1] + years.move(match[2]), text)


def _expected(content: Mapping[str, object], years: Years) -> dict[str, object]:
    """What the moved text must say, worked out from the values."""
    expected = dict(content)
    expected["tahun"] = years.tahun
    expected["tahun_tren"] = [year + years.langkah for year in content["tahun_tren"]]
    if "seperti_tercetak" in content:
        expected["seperti_tercetak"] = []
    if "acuan" in content:
        expected["acuan"] = [_expected_reference(one, years) for one in content["acuan"]]
    return expected


def _expected_reference(one: Mapping[str, object], years: Years) -> Mapping[str, object]:
    if one["jenis"] != "wilayah":
        return one
    title = {"judul": years.move(one["judul"])} if "judul" in one else {}
    return {**one, "tahun": one["tahun"] + years.langkah, **title}
