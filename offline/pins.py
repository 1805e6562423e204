"""The lock file: each package's version and the digests of its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>\S+)(?P<rest>(?:\s*\\\n\s*--hash=\S+)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of a lock file."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """As pip wants it."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash={h}" for h in self.hashes)))


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(*files: Path) -> dict[str, Pin]:
    """The packages of lock files by their plain names; a later file adds to an earlier one."""
    found: dict[str, Pin] = {}
    for file in files:
        for match in _PIN.finditer(file.read_text("utf-8")):
            hashes = tuple(re.findall(r"--hash=(\S+)", match["rest"]))
            found.setdefault(plain(match["name"]), Pin(match["name"], match["version"], hashes))
    return found
