"""Boards on which several promise, one below the other: a line that names somebody, and what he promises under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.items import letters
from extractors.items.cuts import Cut
from extractors.items.roles import Role, is_story, role_of
from extractors.offices import POSTS

_LONGEST = 26
"""A line that names somebody has so many letters at most."""
_NAME = "[一-鿿]{1,6}·[一-鿿·]{1,8}|[一-鿿](?:[一-鿿]{1,2}|[ \u3000][一-鿿])"
_OFFICE = rf"[一-鿿、（）()\d]{{0,14}}(?:{POSTS}|会计|出纳|文书|干部|党员|医生|教授|司机|代表|[长师员工兵岗民户])"
"""What somebody is; a board may call him by his post or household (安全岗, 示范户) as well."""
_INSIDE = r"(?![^（）()]*(?:[章签印]|手写|[前底内完]成?[）)]|共?[\d一二两三四五六七八九十]{1,2}[条项件个]))[^（）()，。；;：:\d]{2,18}"
_LINE = re.compile(
    rf"(?:承诺人|承诺党员|党员|姓名)?\s*[：:]?\s*(?:{_NAME})(?:同志)?\s*[（(]{_INSIDE}[）)]\s*[：:]?"
    rf"|(?:承诺人|承诺党员|党员|姓名)\s*[：:]\s*(?:{_NAME})(?:[ \u3000]+\S{{2,14}})?"
    rf"|{_OFFICE}[ \u3000\t]+(?:{_NAME})\s*[：:]?|(?:{_NAME})[ \u3000\t]+{_OFFICE}\s*[：:]?"
)
_MARKS = frozenset("）):： \u3000\t")
"""One of these has every such line."""


def names_somebody(text: str) -> bool:
    """Whether a line only says who he is that promises what stands below (桑木秀（会计）, 村主任　桑木秀, 承诺人：桑木秀)."""
    return 4 <= len(text) <= _LONGEST and not _MARKS.isdisjoint(text) and _LINE.fullmatch(text) is not None


def promisers(cuts: Sequence[Cut]) -> frozenset[int]:
    """Which lines name the promisers, each over his own promises; none where the names stand below them, or alone."""
    found = [i for i, c in enumerate(cuts) if c.ordinal is None and not c.inner and names_somebody(c.content)]
    if len(found) < 2 or found[-1] == len(cuts) - 1 or any(b - a == 1 for a, b in pairwise(found)):
        return frozenset()
    return frozenset(found) if all(_introduces(c) for c in cuts[: found[0]]) else frozenset()


def _introduces(cut: Cut) -> bool:
    """Whether a line over the first name may stand there and promises nothing."""
    role = role_of(cut.content)
    return cut.ordinal is None and (role is not Role.TEXT or is_story(cut.content) or letters.tells(cut.content))
