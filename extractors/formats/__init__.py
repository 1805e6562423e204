"""File formats, one module each, found by folder: `NAME`, `sniff(data)`, `read(data)`. Sub-packages are their helpers.

A format module imports its libraries inside its functions, so that looking for the right one costs nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from extractors.model import Document


class Format(Protocol):
    """What a module in this folder offers."""

    NAME: str

    def sniff(self, data: bytes) -> bool:
        """Whether these bytes are of this format, whatever the file is called."""

    def read(self, data: bytes) -> Document:
        """The document. Raises DocumentError."""


@cache
def formats() -> tuple[Format, ...]:
    """All formats in this folder, by name."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.ispkg)
    return tuple(cast(Format, import_module(f"{__name__}.{name}")) for name in names)


def claimant(data: bytes) -> Format | None:
    """The format that claims these bytes, None where none does."""
    return next((format_ for format_ in formats() if format_.sniff(data)), None)
