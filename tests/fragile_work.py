"""Work for other processes: such work must stand in a module that they can import."""

import os
from collections.abc import Sequence


def shout(piece: Sequence[str]) -> list[str]:
    """The words in capitals; `mati` ends the process, `salah` fails."""
    if "mati" in piece:
        os._exit(3)
    if "salah" in piece:
        raise ValueError("salah")
    return [word.upper() for word in piece]
