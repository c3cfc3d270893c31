"""Number formats: those that a file names by number only, and which of all make dates of numbers.

openpyxl has the same; whoever asks it for that much waits until it has loaded everything else.

Source
------
ECMA-376, part 1, 18.8.30 (numFmt): the formats 0 to 49 of every workbook.
"""

import re
from dataclasses import dataclass

GENERAL = "General"
BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
_ASIDE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')  # words, colours, conditions
_DATE = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DURATION = re.compile(
    r"\[hh?\](:mm(:ss(\.0*)?)?)?|\[mm?\](:ss(\.0*)?)?|\[ss?\](\.0*)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Format:
    """A number format, and whether it makes a date or a duration of a number.

    >>> Format.of("d mmm yyyy").is_date, Format.of("[h]:mm").is_duration, Format.of("0.00").is_date
    (True, True, False)
    """

    kode: str
    is_date: bool = False
    is_duration: bool = False

    @classmethod
    def of(cls, kode: str) -> "Format":
        """The format of a code; what it says of positive numbers counts."""
        positive = kode.split(";")[0]
        date, duration = _DATE.search(_ASIDE.sub("", positive)), _DURATION.search(positive)
        return cls(kode, date is not None, duration is not None)
