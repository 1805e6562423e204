"""Putting a marked-up copy in its place."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.putting import put


def keep_original(source: Path, target: Path) -> None:
    """Raises ValueError where the copy would be written over the submitted file."""
    if target.exists() and target.samefile(source):
        raise ValueError("the submitted file must never be written over")


def write_copy(content: bytes, target: Path) -> None:
    """Write `target` whole or not at all."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        put(draft, target)
    finally:
        draft.unlink(missing_ok=True)
