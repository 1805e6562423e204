"""What people are asked about the ledger, and the answers that there are."""

from __future__ import annotations

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
