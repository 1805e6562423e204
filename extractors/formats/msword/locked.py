"""Encrypted packages that Office opens without asking: those locked with its own default password ([MS-OFFCRYPTO] 2.3.4)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

DEFAULT_PASSWORD = "VelvetSweatshop"
_MOST_TURNS = 500_000
"""How often a password is hashed at most: Office does it 100,000 times, a hostile file may ask for any number."""


def unlocked(data: bytes) -> bytes | None:
    """The document inside, None where the default password does not open it."""
    from msoffcrypto.format.ooxml import OOXMLFile

    try:
        container: Any = OOXMLFile(BytesIO(data))
        if getattr(container, "type", "") == "agile" and int(container.info["spinValue"]) > _MOST_TURNS:
            return None
        container.load_key(password=DEFAULT_PASSWORD)  # its own check fails on right ones where hashes are padded
        opened = BytesIO()
        container.decrypt(opened)
    except Exception:  # a broken container lets KeyError, struct.error, ValueError and the library's own errors escape
        return None
    content = opened.getvalue()
    return content if content.startswith(b"PK\x03\x04") else None
