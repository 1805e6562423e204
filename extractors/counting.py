"""Words and cells that do no more than count promises: 承诺一, 实事2, 第三件事, 承诺卡第1号; （三）, ③, 3."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.numerals import NTH, NUMERALS

OF_A_KIND = "(?:[件桩条项句点步个样](?:[小大实好]?事|话|承诺|任务|工作|项目)?(?:情|儿)?)"
"""What is counted where 第一 does not stand alone (第一件事：, 第二句话，); a part of the time (第一季度) is none of it."""
_NAME = re.compile(
    rf"(?:公开|重点|具体|我的)?(?:实事|承诺|事项|项目|任务|目标)(?:事项|项目|内容|卡|书)?第?(?:之)?{NTH}[号项件条]?|第{NTH}(?:{OF_A_KIND}|号)"
)
_LONGEST = 40
"""Letters of such a name at most, its blanks and line breaks counted."""
_NUMBER = re.compile(rf"[(（]?(?:\d{{1,3}}|[{NUMERALS}]{{1,3}})[)）]?[.．、]?")
_WIDEST = 60
"""The same of a cell with a number."""


@lru_cache(maxsize=4096)
def counts_promise(name: str) -> bool:
    """Whether a name does nothing but count a promise, a colon behind it or not."""
    return 0 < len(name) <= _LONGEST and _NAME.fullmatch(_squeezed(name).rstrip(":")) is not None


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Whether a cell holds only the number of its row."""
    return len(text) <= _WIDEST and _NUMBER.fullmatch(_squeezed(text)) is not None


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
