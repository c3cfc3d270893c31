"""Where things are, for tests that run from any folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The annexes as they were when the tests were written, frozen: a correction of data/2019 changes
# what is published, not whether the library reckons well.
LAPORAN = ROOT / "tests" / "laporan"
