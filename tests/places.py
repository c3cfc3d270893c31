"""Where things are, for tests that run from any folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
