"""C03: a promise without measures."""

from __future__ import annotations

from extractors.model import Annotation
from rules.looking import ElementRule
from rules.model import Verdict
from rules.packs import Pack


class MeasuresStated(ElementRule):
    """每项承诺有没有管用措施：除事项本身之外，怎么做、靠什么保证。多数承诺只写事项，所以一般只作提示。

    全表各项都没有措施的，由 C08 合并为一条（通知启用 C08 时）。多半有措施的（likely），不作无法判定。

    依据: 审核标准“有管用措施”（csust-2012 三（二），N0.9）；措施实在（xinbei-2010 五2）；实事要有具体措施（campus-2010 三（一）2（2））。
    反例: 安装路灯40盏。
    正例: 安装路灯40盏，由支部牵头筹资，每周检查进度。
    """

    code = "C03"

    def verdict(self, annotation: Annotation, pack: Pack) -> Verdict:
        if annotation.measures.spans or annotation.measures.chance >= pack.rule(self.code).params.get("likely", 1):
            return Verdict.OK
        return Verdict.DEFICIENT if annotation.measures.sure else Verdict.UNKNOWN
