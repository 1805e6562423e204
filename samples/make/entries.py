"""What a sample file should hold: the entries of texts/*.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TEXTS = Path(__file__).parent / "texts"
SOURCES = (
    "org_jidian", "org_houqin", "org_jiguan", "heads", "members_jidian", "members_houqin", "members_jiguan", "other",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One form or other document, and how its file is made.

    `kind`: org, member, secretary (printed tables), free (title, text, closing lines), text (no form at all).
    `make`: oddities of a Word file, see word.py. `maker`: word, ruled_pdf, free_pdf, html. `via`: what LibreOffice turns
    the Word file into (pdf, doc). `rename`: the suffix of `file` is wrong on purpose. `broken`: see broken.py.
    `font` of a drawn PDF: ttf (a subset is embedded) or cid (a name only, the viewer has to have the font).
    `zip` and `several` hold entries of their own. In `promises`, {-…-} is a tracked deletion and {+…+} an insertion."""

    file: str = ""
    why: str = ""
    kind: str = "text"
    title: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    promises: str = ""
    ledger: tuple[tuple[str, ...], ...] = ()
    continued: str = ""
    signing: tuple[str, ...] = ()
    signer: str = ""
    sign: str = ""
    opinion: str = ""
    approved: str = ""
    make: tuple[str, ...] = ()
    maker: str = "word"
    look: str = "song"
    size: int = 12
    font: str = "ttf"
    header: str = ""
    footer: str = ""
    via: str = ""
    rename: bool = False
    broken: str = ""
    zip: tuple[Entry, ...] = ()
    several: tuple[Entry, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The promises line by line."""
        return [line.strip() for line in self.promises.splitlines() if line.strip()]

    @property
    def more(self) -> list[str]:
        """The lines on the continuation sheet."""
        return [line.strip() for line in self.continued.splitlines() if line.strip()]


def load() -> Iterator[Entry]:
    """All entries, in the order of their files. Raises TypeError where a text names a key that does not exist."""
    for source in SOURCES:
        for raw in yaml.safe_load((TEXTS / f"{source}.yaml").read_text(encoding="utf-8")):
            yield _entry(raw)


def _entry(raw: Mapping[str, Any]) -> Entry:
    given = dict(raw)
    given["fields"] = {k: str(v) for k, v in given.get("fields", {}).items()}
    given["ledger"] = tuple(tuple(map(str, row)) for row in given.get("ledger", ()))
    for key in ("signing", "make"):
        given[key] = tuple(given.get(key, ()))
    for key in ("zip", "several"):
        given[key] = tuple(_entry(inner) for inner in given.get(key, ()))
    return Entry(**given)
