"""Makes the folder that an office without network installs from: `python -m offline.bundle windows --out dist`.

Every package is the one of the lock file, checked against its digest; what exists as source only is built here. What a
package asks for on the target computer is looked up in its own metadata, as the lock file was made on another kind."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from email.parser import BytesParser
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement

from offline.pins import Pin, pins, plain
from offline.platforms import PLATFORMS, Platform
from offline.scripts import write_scripts

ROOT = Path(__file__).parents[1]
LOCKS = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")


class BundleError(Exception):
    """The bundle cannot be made whole; the message says of what."""


def make(target: str, python: str, out: Path, extras: Iterable[str] = ()) -> Path:
    """The finished folder in `out`. Raises BundleError, and CalledProcessError where pip fails."""
    platform = PLATFORMS[target]
    folder = out / f"chengnuo-offline-{target}-py{python.replace('.', '')}"
    with TemporaryDirectory(prefix="chengnuo-bundle-") as place:
        work = Path(place) / "bundle"
        wheels = work / "wheels"
        wheels.mkdir(parents=True)
        _own(wheels)
        _collect(wheels, platform, python, frozenset(extras))
        _write_lock(work, wheels, extras)
        write_scripts(work, target, python)
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(work, folder)
    return folder


def _own(wheels: Path) -> None:
    """The program itself, built from a copy, so that nothing of an earlier build travels along."""
    with TemporaryDirectory(prefix="chengnuo-source-") as place:
        source = Path(place) / "source"
        shutil.copytree(ROOT, source, ignore=lambda folder, names: [n for n in names if folder == str(ROOT) and n not in _SOURCES])
        subprocess.run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(source)], check=True)


_SOURCES = ("extractors", "rules", "pipeline", "pyproject.toml", "README.md", "LICENSE")


def _collect(wheels: Path, platform: Platform, python: str, extras: frozenset[str]) -> None:
    """Everything that the program asks for, and that those ask for, until nothing is missing."""
    locked = pins(*LOCKS)
    while missing := sorted(wanted(wheels, platform, python, extras) - {plain(w.name.split("-")[0]) for w in wheels.iterdir()}):
        if unpinned := [name for name in missing if name not in locked]:
            raise BundleError(f"not in the lock files, though needed on {platform.system}: {', '.join(unpinned)}")
        _download([locked[name] for name in missing], wheels, platform, python)


def wanted(wheels: Path, platform: Platform, python: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """The plain names of what the wheels of a folder ask for on that platform; `extras` are those of the program."""
    environment = platform.environment(python)
    told = {plain(wheel.name.split("-")[0]): [Requirement(r) for r in _requires(wheel)] for wheel in wheels.glob("*.whl")}
    found: dict[str, set[str]] = {"chengnuo": set(extras)}
    waiting = ["chengnuo"]
    while waiting:
        name = waiting.pop()
        for asked in told.get(name, ()):
            if asked.marker is None or any(asked.marker.evaluate({**environment, "extra": e}) for e in ("", *found[name])):
                other, before = plain(asked.name), found.get(plain(asked.name))
                if before is None or not asked.extras <= before:
                    found[other] = (before or set()) | asked.extras
                    waiting.append(other)
    return set(found)


def _requires(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as packed:
        name = next(n for n in packed.namelist() if n.endswith(".dist-info/METADATA") and n.count("/") == 1)
        return BytesParser().parsebytes(packed.read(name)).get_all("Requires-Dist") or []


def _download(wanted: list[Pin], wheels: Path, platform: Platform, python: str) -> None:
    """Wheels for the platform; of what has none, the source, built here, which must not depend on the computer."""
    with TemporaryDirectory(prefix="chengnuo-download-") as place:
        lock = Path(place) / "lock.txt"
        lock.write_text("".join(pin.line() + "\n" for pin in wanted), "utf-8", newline="\n")
        tags = [word for tag in platform.tags for word in ("--platform", tag)]
        command = [*PIP, "download", "--no-deps", "--require-hashes", "--python-version", python, *tags, "--prefer-binary", "-d", place, "-r", str(lock)]
        subprocess.run(command, check=True)
        lock.unlink()
        for file in sorted(Path(place).iterdir()):
            if file.suffix == ".whl":
                shutil.move(file, wheels / file.name)
            else:
                _build(file, wheels)


def _build(source: Path, wheels: Path) -> None:
    with TemporaryDirectory(prefix="chengnuo-build-") as place:
        subprocess.run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", place, str(source)], check=True)
        (built,) = Path(place).glob("*.whl")
        if not built.name.endswith("-none-any.whl"):
            raise BundleError(f"{source.name} has no wheel for this platform and cannot be built on another")
        shutil.move(built, wheels / built.name)


def _write_lock(work: Path, wheels: Path, extras: Iterable[str]) -> None:
    """The digests of exactly these files: a bundle that was damaged on the way is not installed."""
    lines = []
    for wheel in sorted(wheels.iterdir()):
        name, version = wheel.name.split("-")[:2]
        extra = f"[{','.join(extras)}]" if extras and plain(name) == "chengnuo" else ""
        lines.append(f"{name}{extra}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    (work / "requirements.txt").write_text("".join(lines), "utf-8", newline="\n")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m offline.bundle", description=__doc__)
    parser.add_argument("platform", choices=PLATFORMS)
    parser.add_argument("--python", default="3.11", help="the Python that the office has (default 3.11)")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--extra", action="append", default=[], choices=["ocr", "postgres"], help="with reading of scans, or PostgreSQL")
    told = parser.parse_args()
    try:
        sys.stdout.write(f"{make(told.platform, told.python, told.out, told.extra)}\n")
    except (BundleError, subprocess.CalledProcessError) as error:
        sys.exit(f"offline.bundle: {error}")


if __name__ == "__main__":
    main()
