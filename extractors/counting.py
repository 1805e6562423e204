"""Names that do no more than count promises: 承诺一, 实事2, 第三件事, 承诺卡第1号."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

OF_A_KIND = "(?:[件桩条项句点步个样](?:[小大实好]?事|话|承诺|任务|工作|项目)?(?:情|儿)?)"
"""What is counted where 第一 does not stand alone (第一件事：, 第二句话，); a part of the time (第一季度) is none of it."""
_N = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_NAME = re.compile(
    rf"(?:公开|重点|具体|我的)?(?:实事|承诺|事项|项目|任务|目标)(?:事项|项目|内容|卡|书)?第?(?:之)?{_N}[号项件条]?|第{_N}(?:{OF_A_KIND}|号)"
)
_LONGEST = 40
"""Letters of such a name at most, its blanks and line breaks counted."""


@lru_cache(maxsize=4096)
def counts_promise(name: str) -> bool:
    """Whether a name does nothing but count a promise, a colon behind it or not."""
    return 0 < len(name) <= _LONGEST and _NAME.fullmatch("".join(unicodedata.normalize("NFKC", name).split()).rstrip(":")) is not None
