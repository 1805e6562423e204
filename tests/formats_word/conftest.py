from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Converts a file with LibreOffice; skips the test where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(path: Path, kind: str) -> Path:
        out = path.parent / "converted"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        return out / (path.stem + "." + kind.split(":")[0])

    return convert


@pytest.fixture
def office_text(office: Callable[[Path, str], Path]) -> Callable[[Path], str]:
    return lambda path: office(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
