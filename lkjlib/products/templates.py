"""HTML and Markdown from the templates that stand beside the code as ``*.j2``.

In HTML every value is escaped; a name that a template asks for and nobody gives is an error.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> str:
    """Fill in a template.

    Parameters
    ----------
    template : its path in this room, for example ``"site/findings.html.j2"``.
    values : what it shows, by name.

    Examples
    --------
    >>> print(render("cards.html.j2", cards=[]))
    <BLANKLINE>
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # late: 30 ms

    from lkjlib.numbers.format import format_angka

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["angka"] = format_angka
    return environment
