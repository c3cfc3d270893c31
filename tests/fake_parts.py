"""Stand-ins for the slow parts of a build; worker processes import them from here."""

import time
from pathlib import Path

from lkjlib.products.site.workshop import Workshop


def figures(annexes: Path, folder: Path, piece: int, earlier: Path | None) -> str:
    (folder / f"gambar-{piece}.png").write_bytes(b"gambar")
    _tell(annexes, "gambar", earlier)
    return f"gambar-{piece}"


def endless_figures(annexes: Path, folder: Path, piece: int, earlier: Path | None) -> None:
    time.sleep(600)


def index(annexes: Path, folder: Path, drawn: list[str]) -> None:
    (folder / "indeks.csv").write_text("\n".join(drawn))


def workbook(annexes: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"tabel")


def ledger(annexes: Path, path: Path) -> None:
    path.write_bytes(b"klaim")


def chapter(annexes: Path, pictures: Path, path: Path) -> None:
    path.write_bytes(b"bab " + b" ".join(p.name.encode() for p in pictures.iterdir()))


def revisions(annexes: Path, path: Path) -> None:
    path.write_bytes(b"usulan")


def site(
    root: Path, folder: Path, annexes: Path, earlier: Path | None, workshop: Workshop
) -> list[str]:
    (folder / "site").mkdir()
    pages = sorted(path.name for path in (folder / "notebooks").iterdir())
    (folder / "site" / "index.html").write_text(" ".join(pages))
    _tell(annexes, "site", earlier)
    return []


def _tell(annexes: Path, part: str, earlier: Path | None) -> None:
    """Leave word of what the part could be taken from."""
    root = annexes.parents[1]
    place = earlier and earlier.relative_to(root).as_posix()
    (root / f"{part}-dari").write_text(str(place))


PARTS = {
    "_draw_figures": figures,
    "_write_index": index,
    "_write_workbook": workbook,
    "_write_ledger": ledger,
    "_write_chapter": chapter,
    "_write_revisions": revisions,
    "_write_site": site,
}
