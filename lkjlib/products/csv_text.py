"""Text in a CSV file that no spreadsheet takes for a formula."""

from lkjlib.numbers.format import is_missing

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(value: object) -> object:
    """A value that no spreadsheet takes for a formula.

    Examples
    --------
    >>> csv_text("=1+1"), csv_text("2,6"), csv_text(-0.5)
    ("'=1+1", '2,6', -0.5)
    """
    if is_missing(value):
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
