"""Keep of the theme's icons only those that the pages show: the theme has no setting for that.

Measured in Chromium: the heaviest page weighs 3.07 MB with all icons, 1.51 MB with the font in
place of the script, 1.43 MB so; the limit is 1.5 MB.

The theme brings each icon three times: in a script (that draws it), in a style sheet and in fonts.
The script suffices, and works from a folder in every browser; it names each icon and its outline
as ``name:[width,height,[aliases],"code","path"]``.
"""

import re
from pathlib import Path

SCRIPT = "_static/scripts/fontawesome.js"
STYLE = "_static/styles/pydata-sphinx-theme.css"

_ICON = re.compile(
    r"""(?P<quote>"?)(?P<name>[\w$-]+)(?P=quote)        # bars or "arrow-up"
    :\[\d+,\d+,\[[^\]]*\],"[0-9a-f]+",                  # width, height, aliases, code
    (?:"[^"]*"|\[[^\]]*\])\],?                          # one outline or several
    """,
    re.VERBOSE,
)
_RULE = re.compile(
    r"""(?:\.fa-[\w-]+,?)+\{--fa:"[^"]*"\}              # an icon as a letter of the font
    |@font-face\{[^}]*vendor/fontawesome[^}]*\}         # the font
    """,
    re.VERBOSE,
)
_USED = re.compile(r"\bfa-([a-z0-9-]+)")


def keep_used_icons(folder: Path) -> None:
    """Take the icons that no page or script of a site names out of the theme's files.

    Parameters
    ----------
    folder : Path
        The built site; a file that it does not have is passed over.
    """
    script, style = folder / SCRIPT, folder / STYLE
    pages = [*folder.glob("*.html"), *script.parent.glob("*theme.js")]
    used = {name for page in pages for name in _USED.findall(page.read_text(encoding="utf-8"))}
    if script.exists():
        _rewrite(script, without_icons(script.read_text(encoding="utf-8"), used))
    if style.exists():
        _rewrite(style, without_font(style.read_text(encoding="utf-8")))


def without_icons(script: str, used: set[str]) -> str:
    """The script with only the icons in `used`.

    Examples
    --------
    >>> without_icons('{bars:[4,5,[],"f0","M0"],"x-ray":[4,5,[1],"f1",["M1","M2"]]}', {"bars"})
    '{bars:[4,5,[],"f0","M0"],}'
    """
    return _ICON.sub(lambda found: found[0] if found["name"] in used else "", script)


def without_font(style: str) -> str:
    """The style sheet without the icon font and its letters.

    Examples
    --------
    >>> without_font('a{b:c}.fa-bars,.fa-x{--fa:"x"}@font-face{src:url(vendor/fontawesome/y)}')
    'a{b:c}'
    """
    return _RULE.sub("", style)


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
