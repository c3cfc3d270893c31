"""What the tests of the charts read off their axes."""

from matplotlib.axes import Axes


def texts(ax: Axes) -> list[str]:
    """Texts written on the axes themselves."""
    return [text.get_text() for text in ax.texts]
