"""LibreOffice without a window, for tests that open what people take away."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from programs import LIBREOFFICE


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own, which its first start fills and all others use."""

    program: str
    profile: Path

    def convert(self, kind: str, folder: Path, *files: Path) -> list[Path]:
        """Open files and save each as another kind, in one start.

        Parameters
        ----------
        kind : as ``soffice --convert-to`` takes it, for example ``"txt:Text (encoded):UTF8"``.
        folder : where the results go; it holds nothing else.
        files : what to open.

        Returns
        -------
        list of Path
            The files written, by name.
        """
        command = [self.program, f"-env:UserInstallation={self.profile.as_uri()}", "--headless"]
        command += ["--norestore", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        written = sorted(folder.iterdir()) if folder.is_dir() else []
        if len(written) < len(files):
            names = ", ".join(path.name for path in files)
            pytest.fail(
                f"LibreOffice tidak membuka {names}: {run.stderr} Pasang: {LIBREOFFICE.install}"
            )
        return written
