"""Form → its promises: numbering, nesting, inherited headings and time frames, ledgers, running text.

`GUIDELINE.md` of the gold sets says what an item is; each module says which part of that it carries out."""

from __future__ import annotations

from extractors.items.assembly import split

__all__ = ["split"]
