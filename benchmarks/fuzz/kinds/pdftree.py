"""PDF files damaged in their structure and written anew: sound to the eye of a parser, odd in what they say. Some are locked with
an empty password, kept in object streams, made linear, or broken once more in their bytes."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.fuzz.damage import mutated
from benchmarks.fuzz.kinds import of_suffix, pdf
from benchmarks.fuzz.lessening import without_pieces
from benchmarks.fuzz.pdf_objects import built_anew
from extractors.formats.pdf import sniff

SUFFIX = ".pdf"
SECONDS = 60
"""What the product gives a file."""
smaller = without_pieces
use = pdf.use
_TABLE = (b"startxref\n0\n", b"xref\n0 1\n", b"/Prev 15", b"trailer<</Root 1 0 R>>", b"0000000015 00000 n ", b"/Index[0 9]", b"/W[1 2 1]", b"65535 f")


def seeds(folder: Path | None) -> list[bytes]:
    """The files of the folder that pikepdf opens and that have a page."""
    import pikepdf

    found = []
    for data in of_suffix(folder, ".pdf"):
        try:
            with pikepdf.open(BytesIO(data)) as document:
                if sniff(data) and len(data) < 120_000 and 0 < len(document.pages) < 8:
                    found.append(data)
        except Exception:  # a seed that is broken already
            continue
    return found


def damaged(data: bytes, dice: random.Random) -> bytes:
    import pikepdf

    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as document:
            built_anew(document, dice)
            document.save(out, **_way(dice))
    except Exception:  # damage that pikepdf will not write
        return _table_damaged(data, dice)
    return _table_damaged(out.getvalue(), dice) if dice.random() < 0.3 else out.getvalue()


def _way(dice: random.Random) -> dict[str, Any]:
    import pikepdf

    modes = (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate)
    way: dict[str, Any] = {"object_stream_mode": dice.choice(modes), "compress_streams": dice.random() < 0.5, "fix_metadata_version": False}
    if dice.random() < 0.15:
        way["encryption"] = pikepdf.Encryption(owner="a", user="", R=dice.choice((4, 6)))
    elif dice.random() < 0.1:
        way["linearize"] = True
    return way


def _table_damaged(data: bytes, dice: random.Random) -> bytes:
    """The last part, which says where everything is, or any part of the file."""
    at = max(data.rfind(b"xref", 0, data.rfind(b"startxref")), 0) if dice.random() < 0.7 else 0
    return data[:at] + mutated(data[at:], _TABLE, dice)
