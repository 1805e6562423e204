"""Kinds of files to be damaged, one module each, found by name: seeds of a folder, the damage, what is done with a file."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

LARGEST_SEED = 400_000
"""Bytes: the time is better spent on many inputs than on long ones."""

Draft = Callable[[bytes], Iterator[bytes]]


class Kind(Protocol):
    """What a module in this folder offers."""

    SUFFIX: str
    """Of what is kept."""

    def seeds(self, folder: Path | None) -> list[bytes]:
        """Good files, of the folder where the kind needs one."""

    def damaged(self, data: bytes, dice: random.Random) -> bytes:
        """A seed with a few faults."""

    def use(self, data: bytes, marked: bool) -> None:
        """Reads the file, now and then with comments and back; raises DocumentError for a refusal, anything else is a failure."""

    def smaller(self, data: bytes) -> Iterator[bytes]:
        """The file with less in it, the largest steps first."""


def names() -> list[str]:
    """All kinds."""
    return sorted(module.name for module in iter_modules(__path__))


def named(name: str) -> Kind:
    """The kind of that name."""
    return cast(Kind, import_module(f"{__name__}.{name}"))


def of_suffix(folder: Path | None, *suffixes: str) -> list[bytes]:
    """The files of a folder with one of these suffixes, the long ones left out."""
    if folder is None:
        raise SystemExit("this kind needs a folder of good files")
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in suffixes and path.is_file())
    return [data for path in files if 0 < len(data := path.read_bytes()) <= LARGEST_SEED]
