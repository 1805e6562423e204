"""Patterns that `re` would try at every character, tried only where they can begin.

A search is fast where the pattern begins with a literal or a set of characters: `re` then skips to it. A look-behind, a
group that may be missing or a lookahead in front takes that away, and most constructs over Chinese numerals have one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.language.signs import ALL, Alphabet


@dataclass(frozen=True, slots=True)
class Scanner:
    """`pattern`, every match of which is not empty and begins where `heads` matches. `heads` begins with one set of
    characters, which `re` skips to, and may look ahead for what must follow soon. `sign` is that of a `Gate`."""

    heads: re.Pattern[str]
    pattern: re.Pattern[str]
    sign: int = ALL

    @classmethod
    def of(cls, heads: str, pattern: str, flags: int = 0, alphabet: Alphabet | None = None) -> Scanner:
        """Both as text; `flags` are the pattern's, `alphabet` is that of the texts, where their signs are asked for."""
        return cls(re.compile(heads), re.compile(pattern, flags), alphabet.gate(pattern, flags).sign if alphabet else ALL)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What `pattern.search` finds from `start` on."""
        match = self.pattern.match
        for head in self.heads.finditer(text, start):
            found = match(text, head.start())
            if found is not None:
                return found
        return None

    def finditer(self, text: str) -> Sequence[re.Match[str]]:
        """What `pattern.finditer` finds, all at once: mostly that is nothing, which costs less than to begin a generator."""
        match, end, all_found = self.pattern.match, 0, []
        for head in self.heads.finditer(text):
            at = head.start()
            if at >= end and (found := match(text, at)) is not None:
                end = found.end()
                all_found.append(found)
        return all_found
