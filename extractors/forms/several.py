"""Letters of several promisers one below the other on a page, with nothing between them but signature and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.signlines import sign_line
from extractors.forms.text import has_ordinal, is_blank, squeeze
from extractors.forms.titles import house_name, org_name
from extractors.model import Paragraph
from extractors.model.value_class import value_class

_SHORT = 40
"""Letters of a line that holds a signature and its day at most."""
_ANNOUNCES = re.compile("承诺(?:如下|以下|事项)?[：:]|承诺如下|(?:我|本人|支部|我们)[^，。；：:]{0,16}承诺(?!书|人)")
_JUDGES = re.compile(r"[^。；：:]{0,14}意见\s*[：:]")
"""An opinion on promises (支部意见：同意支部承诺。) announces none."""
_NUMBERED = 2
"""So many numbered lines are promises."""


@value_class
class _End:
    """Where a letter ends, and who has signed it."""

    at: int
    signer: str


def letters(lines: Sequence[Paragraph]) -> list[int]:
    """Where each letter but the first begins; none where fewer than two people sign promises of their own with a day."""
    dated = [i for i, line in enumerate(lines) if _may_end(line.text)]
    ends = [end for i in dated if (end := _end(lines, i)) is not None] if len(dated) > 1 else []
    if len(ends) < 2:
        return []
    found = [ends[0]]
    for end in ends[1:]:
        if end.signer != found[-1].signer and _promises(lines[found[-1].at + 1 : end.at]):
            found.append(end)
    if len(found) < 2 or not _promises(lines[: found[0].at]):
        return []
    return [before.at + 1 for before, _ in pairwise(found)]


def _may_end(text: str) -> bool:
    return len(text) <= _SHORT and "年" in text and not has_ordinal(text.lstrip())


def _end(lines: Sequence[Paragraph], i: int) -> _End | None:
    """The end of a letter in line `i`: a day with somebody's name, on the line or right above."""
    line = sign_line(lines[i].passage)
    if line is None or not any(h.day for h in line.dates):
        return None
    if line.rest:
        return _End(i, squeeze(line.rest))
    above = next((b for b in reversed(lines[max(i - 2, 0) : i]) if not is_blank(b.text)), None)
    signed = sign_line(above.passage) if above is not None and len(above.text) <= _SHORT else None
    if signed is None or not signed.rest or not (signed.label or signed.mark or signed.person or org_name(signed.rest) or house_name(signed.rest)):
        return None
    return _End(i, squeeze(signed.rest))


def _promises(lines: Sequence[Paragraph]) -> bool:
    """Whether the lines announce promises, or number some."""
    return any(_ANNOUNCES.search(p.text) and not _JUDGES.match(p.text) for p in lines) or sum(has_ordinal(p.text) for p in lines) >= _NUMBERED
