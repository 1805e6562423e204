"""B03: a promise says nearly the same as one in somebody else's form."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import BatchFacts
from rules.looking import named_peers, own_words
from rules.model import BatchRule, Hit
from rules.packs import Pack


class Alike(BatchRule):
    """承诺事项与别人的是否文字相近。只说文字相近、请核对，不说谁抄谁；上下级之间、本支部与其成员之间相承接的不算。

    先去掉通知原文和许多表都有的套话，数字不同也算相近。整份都相近的归 B04，不再逐项说。

    依据: 结合本单位、本岗位实际（csust-2012 二（二），N0.9；xinbei-2010 五2，N1.9；campus-2010 四（一）2，N2.10）。
    反例: “每周到学生宿舍走访2次，帮助学生解决困难”与另一位老师的只差一个数字。
    正例: 与别人同是走访宿舍，但写了自己联系的班级和办法；与上级党组织的承诺相承接。
    """

    code = "B03"
    says = ("whose", "own")

    def check_batch(self, facts: BatchFacts, pack: Pack) -> Iterator[Hit]:
        for index, promise in enumerate(facts.promises):
            if promise.peers:
                values = (("whose", named_peers(promise.peers)), ("own", own_words(facts.kind)))
                yield Hit(promise.anchor, promise.text, item=index, values=values)
