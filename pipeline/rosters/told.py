"""The roster as the office wrote it: every column under its own heading, also those that the program has no use for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.rosters.columns import head
from pipeline.rosters.pages import Row
from pipeline.rosters.rows import text_of


@dataclass(slots=True)
class Told:
    """One list of the roster. `rows` has, by the roster's id of a unit or person, the text under each heading; `uses` says
    under which heading stands what the program uses (parent → 所属总支)."""

    headings: dict[str, None] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    uses: dict[str, str] = field(default_factory=dict)

    def heads(self, columns: Mapping[str, int], values: Sequence[object]) -> list[str]:
        """Take a row of headings; returns what each column is called, of two alike the first."""
        found = [head(value) for value in values]
        self.uses = {**{use: found[at] for use, at in columns.items()}, **self.uses}
        names = [name if name not in found[:n] else "" for n, name in enumerate(found)]
        self.headings.update(dict.fromkeys(name for name in names if name))
        return names

    def keep(self, roster_id: str, heads: Sequence[str], row: Row) -> None:
        """Take the row of a unit or person."""
        texts = zip(heads, map(text_of, row.values), strict=False)
        self.rows.setdefault(roster_id, {}).update({name: text for name, text in texts if name and text})

    def called(self, name: str, words: Mapping[str, Sequence[str]]) -> str:
        """The heading that somebody means: by its own words, or by another word for the same use (`words`); "" where there
        is none."""
        wanted = head(name)
        if wanted in self.headings:
            return wanted
        return next((self.uses[use] for use, known in words.items() if wanted in known and use in self.uses), "")
