"""What every `plot_…` shares: it refuses a frame it cannot draw, and a failure leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import matplotlib as mpl
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from lkjlib.charts.house import use_style
from lkjlib.errors import LkjError

Plot = Callable[..., Axes]


def draws(kolom: str, dari: str) -> Callable[[Plot], Plot]:
    """Make a function that draws into a `plot_…` of the house.

    While it runs the house style holds, unless the caller gave axes; afterwards matplotlib is
    as it was, and after a failure no figure stays open.

    Parameters
    ----------
    kolom : columns that the function needs, as they are listed to the reader: ``"tahun, tpt"``.
    dari : call that makes the frame, as an analyst would type it.

    Raises
    ------
    LkjError : (the decorated function) not a frame, no row, or a column missing
    """

    def decorate(plot: Plot) -> Plot:
        @wraps(plot)
        def drawn(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
            fault = _fault(frame, kolom.split(", "))
            if fault:
                raise LkjError(f"{plot.__name__}: {fault}. Berikan bingkai dari {dari}.")
            before = set(plt.get_fignums())
            with mpl.rc_context():
                if ax is None:
                    use_style()
                try:
                    return plot(frame, ax=ax)
                except BaseException:
                    for number in set(plt.get_fignums()) - before:
                        plt.close(number)
                    raise

        return drawn

    return decorate


def _fault(frame: object, columns: list[str]) -> str:
    """What keeps a frame from being drawn; empty when nothing does."""
    if not isinstance(frame, pd.DataFrame):
        return f"yang digambar harus bingkai (DataFrame), bukan {type(frame).__name__}"
    missing = [name for name in columns if name not in frame]
    if missing:
        return f"bingkai tanpa kolom {', '.join(missing)}"
    return "bingkai kosong" if frame.empty else ""
