"""结论 of a check sheet as people write it."""

from __future__ import annotations

import re

from pipeline.answering import NOT, bare

GOOD, BAD = "合格", "需整改"
_FIT = "合格|符合(?:要求)?|通过|达标|达到要求|过关"
_GOOD = re.compile(rf"(?:抽查|检查|均|已|完全)*(?:{_FIT})|{NOT}(?:发现)?问题|(?:不(?:用|必|需要?)?|无[需须])整改")
_BAD = re.compile(rf"{NOT}(?:{_FIT})|(?:需要?|须|要|应|限期|责令|立即|尽快|马上)*整改")


def verdict_of(text: str) -> str | None:
    """结论 as people write it: "" where there is none, None where it is neither of the two."""
    word = bare(text)
    if not word:
        return "" if not text.strip() else None
    for verdict, pattern in ((BAD, _BAD), (GOOD, _GOOD)):
        if pattern.fullmatch(word):
            return verdict
    return None
