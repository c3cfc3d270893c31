"""LibreOffice without a window, for tests that open what people take away."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PASANG = "apt-get install libreoffice-writer libreoffice-calc"


def convert(path: Path, kind: str, folder: Path) -> list[Path]:
    """Let LibreOffice open a file and save it as another kind; the files it wrote.

    Parameters
    ----------
    path : the file to open.
    kind : as ``soffice --convert-to`` takes it, for example ``"txt:Text (encoded):UTF8"``.
    folder : where the results and a profile of its own go.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:  # in CI a failure, on a person's machine a skip that says what to do
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing(f"LibreOffice tidak ada di komputer ini. Pasang: {PASANG}")
    profile = (folder / "profil").resolve().as_uri()
    target = folder / "hasil"
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", kind, "--outdir", str(target), str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    written = sorted(target.iterdir()) if target.is_dir() else []
    if not written:
        pytest.fail(f"LibreOffice tidak membuka {path.name}: {run.stderr} Pasang: {PASANG}")
    return written
