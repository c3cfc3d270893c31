"""What a theme is: one subject of the report from its annex sheets to its charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lkjlib.annexes.declaration import Table
from lkjlib.annexes.entries import Tables
from lkjlib.annexes.frames import Frame
from lkjlib.errors import Fault

Rule = Callable[[Tables], Iterator[Fault]]


@dataclass(frozen=True)
class Theme:
    """One subject: the sheets it declares, the frames they become, what must hold between them."""

    nama: str
    tables: tuple[Table, ...]
    frames: Mapping[str, Frame]
    rules: tuple[Rule, ...] = field(default=())
