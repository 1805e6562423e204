"""What people are asked about the ledger, and the answers that there are."""

from __future__ import annotations

import re

from pipeline.answering import assent, bare

CONFLICT, SAME, CHANGED, GONE, ORIGIN, RENAMED = "conflict", "same", "changed", "gone", "origin", "renamed"
KEEP, TAKE = "按台账", "按填报"
ONE, TWO = "同一事项", "不是同一事项"
NEWER, OLDER = "采用新稿", "维持原文"
DROP, STAY = "撤下", "保留"
NEW_NAME, WENT_IN, OTHER_UNIT = "改名", "并入", "另一个单位"
GOES_ON, OTHER_MATTER = "接续去年", "不是接续"
ANSWERS: dict[str, tuple[str, ...]] = {
    CONFLICT: (KEEP, TAKE), SAME: (ONE, TWO), CHANGED: (NEWER, OLDER), GONE: (STAY, DROP), ORIGIN: (GOES_ON, OTHER_MATTER),
    RENAMED: (NEW_NAME, WENT_IN, OTHER_UNIT),
}  # fmt: skip
"""The answers to each kind of question."""
ASKED = {
    CONFLICT: "同一格有两个值，以哪个为准？",
    SAME: "新稿里的这一项，与台账里的那一项是不是同一事项？",
    CHANGED: "审定以后报来的新稿改了这一项，是否采用？（采用的，要重新审定）",
    GONE: "审定以后报来的新稿里没有这一项，是否撤下？",
    ORIGIN: "今年的这一项，是不是去年没有完成的那一项的接续？",
    RENAMED: "名册里新出现的这个单位，是不是台账里的单位改的名，或并入的单位？（答复后再登记一次）",
}
_YES_NO = {SAME: (ONE, TWO), CHANGED: (NEWER, OLDER), GONE: (DROP, STAY), ORIGIN: (GOES_ON, OTHER_MATTER)}
"""Questions that are asked as 是否 or 是不是: what yes and what no says."""
_ABOUT = re.compile("(?:按照?|以|用|采用|取)?(?P<what>.+?)(?:的|为准|计|办理)*")


def meant_answer(said: str, kind: str) -> str:
    """The answer of the list that words say (以填报为准; 是, where it is asked 是否); as they were typed where they say none."""
    word, choices = bare(said), ANSWERS[kind]
    if word in choices:
        return word
    about = _ABOUT.fullmatch(word)
    named = [choice for choice in choices if about and choice.removeprefix("按") == about["what"]]
    if not named and kind in _YES_NO and (yes := assent(word)) is not None:
        return _YES_NO[kind][0 if yes else 1]
    return named[0] if len(named) == 1 else said
