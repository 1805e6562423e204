"""F05: the number of members is no number, or another than the roster's."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.values import field_count


class MemberCount(Rule):
    """党员人数是否是一个数；与名册登记的人数是否一致。

    依据: 承诺书样式的“党员人数”栏（xinbei-2010 附件1）。
    反例: 党员人数填“若干”或0。
    正例: 46；三十一；37人；46人（正式45人，预备1人）。与名册不一致时，可能是名册没有更新，只提示核对；“正式23人，预备2人”“30余人”这样没有总数、不确切或相加不符的写法也只提示核对。
    """

    code = "F05"
    scope = Scope.FIELD
    says = ("label", "value", "known")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        found = facts.form.field("member_count")
        if not found or not found.value:
            return
        known = facts.unit.member_count if facts.unit and facts.match == "exact" else None
        values = (("value", found.text.strip()), ("known", str(known)))
        count = field_count(found.text)
        if count is None or (count.sure and count.number == 0):
            yield field_hit(found, values=values)
        elif not count.sure:
            yield field_hit(found, verdict=Verdict.UNKNOWN, variant="wordy", values=values)
        elif known is not None and count.number != known:
            yield field_hit(found, verdict=Verdict.UNKNOWN, variant="roster", values=values)
