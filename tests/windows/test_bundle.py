"""What an office without network installs from is whole, for Windows too."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from offline.bundle import LOCKS, make, wanted
from offline.pins import pins, plain
from offline.platforms import PLATFORMS
from offline.scripts import write_scripts

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("target", PLATFORMS)
def test_the_lock_names_all_that_a_package_asks_for_there(target: str) -> None:
    """The lock file is made on Linux, where nobody misses what only Windows needs."""
    locked = pins(LOCKS[0])
    environment = PLATFORMS[target].environment("3.11")
    missing = set()
    for name in locked:
        for text in importlib.metadata.requires(name) or []:
            asked = Requirement(text)
            if (asked.marker is None or asked.marker.evaluate(environment)) and plain(asked.name) not in locked:
                missing.add(f"{name}: {asked}")
    assert len(locked) > 60
    assert missing == set()


def test_every_file_of_a_lock_is_held_by_a_digest() -> None:
    for file in LOCKS:
        text = file.read_text("utf-8")
        assert len(pins(file)) == sum("==" in line and not line.startswith(" ") for line in text.splitlines())
        assert all(pin.hashes for pin in pins(file).values())


def test_what_a_package_asks_for_is_judged_by_the_target(tmp_path: Path) -> None:
    _wheel(tmp_path, "chengnuo", ["a", 'b; sys_platform == "win32"', 'c; extra == "ocr"', "d[fast]"])
    _wheel(tmp_path, "d", ['e; extra == "fast"', 'f; extra == "slow"', 'g; python_version < "3.11"'])
    assert wanted(tmp_path, PLATFORMS["linux"], "3.11") == {"chengnuo", "a", "d", "e"}
    assert wanted(tmp_path, PLATFORMS["windows"], "3.11", frozenset({"ocr"})) == {"chengnuo", "a", "b", "c", "d", "e"}


def test_scripts_are_as_cmd_reads_them(tmp_path: Path) -> None:
    """In the code page of a Chinese Windows, with its line ends, and nothing but files beside it named."""
    write_scripts(tmp_path, "windows", "3.11")
    for name in ("安装.bat", "打开承诺书审核.bat"):
        raw = (tmp_path / name).read_bytes()
        assert raw.count(b"\n") == raw.count(b"\r\n") > 3
        assert "承诺书" in raw.decode("gbk")


@pytest.mark.skipif(platform.machine() != "x86_64" or sys.platform != "linux", reason="the bundle for this computer")
def test_a_bundle_installs_without_network(tmp_path: Path) -> None:
    python = ".".join(map(str, sys.version_info[:2]))
    folder = make("linux", python, tmp_path / "离线 安装")
    home = tmp_path / "home"
    home.mkdir()
    apart = ["unshare", "-n"] if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("unshare") else []
    base = Path(sys.base_prefix, "bin")
    clean = {"HOME": str(home), "PATH": f"{base}:/usr/bin:/bin", "PIP_CONFIG_FILE": os.devnull}
    told = subprocess.run([*apart, "sh", str(folder / "安装.sh")], env=clean, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stderr
    form = next(p for p in sorted((ROOT / "samples" / "inbox").rglob("*.docx")) if "党总支" in p.name or "承诺书" in p.name)
    command = [*apart, str(home / ".local/bin/chengnuo"), "check", str(form), "--notice", "csust-2012"]
    checked = subprocess.run(command, env=clean, capture_output=True, text=True, encoding="utf-8", check=False)
    assert checked.returncode in (0, 1), checked.stderr
    assert "承诺事项" in checked.stdout
    damaged = next((folder / "wheels").glob("click-*.whl"))
    damaged.write_bytes(damaged.read_bytes() + b"\0")
    again = subprocess.run([*apart, "sh", str(folder / "安装.sh"), str(tmp_path / "other")], env=clean, capture_output=True, check=False)
    assert again.returncode != 0


def _wheel(folder: Path, name: str, requires: list[str]) -> None:
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as out:
        lines = "".join(f"Requires-Dist: {text}\n" for text in requires)
        out.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{lines}\n")


def test_the_page_names_what_there_is() -> None:
    """Platforms, scripts and make's variables as docs/离线安装.md prints them."""
    page = (ROOT / "docs" / "离线安装.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"`{target}`" in page for target in PLATFORMS)
    for variable in ("FOR", "PYTHON_VERSION", "EXTRA"):
        assert f"{variable}=" in page or f"`{variable}`" in page
        assert f"$({variable})" in makefile
    told = subprocess.run(["make", "-n", "bundle", "FOR=windows", "EXTRA=ocr"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "offline.bundle windows --python 3.11 --out dist --extra ocr" in told.stdout
