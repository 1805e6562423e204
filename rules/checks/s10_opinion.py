"""S10: what the approval says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_REFUSED = re.compile(r"不(?:予)?(?:同意|通过|批准|认可)(?!见)|未(?:予)?(?:通过|批准)|退回|重新(?:填写|拟定|上报|报送|修改)|暂(?:缓|不)(?:同意|通过|批准|公示)?")
_CONSENT = re.compile(r"(?<![不未暂缓没])(?<!不予)(?<!未予)(?<!没有)(?:同意|批准|准予)(?!退回|重新|见)")
"""Plain consent. Where it stands beside a refusal, one of them speaks of an earlier version (退回后已重新填写，同意公示), of a part or of a day to come."""
_WISHES = re.compile(r"修改|完善|补充|细化|量化|充实|调整")
_CONTENT = re.compile(
    r"(?:无[需须]?|不[需须用必再作做]+)要?[^，。；;]{0,3}(?:修改|补充|调整)"
    r"|(?:^|(?<=[，。；;、]))[^，。；;、不欠未没无待缺差尚仍还请应要须宜需再望把将对可议希加进续逐补修后尽抓]{2,10}(?:完善|充实|细化|量化)(?=[，。；;、]|$)"
)
"""Nothing is to be mended (无修改意见), or it is praised (内容充实，措施完善)."""
_POINTS = re.compile(
    r"(?:第[\d一二三四五六七八九十、，和至]+[项条款点][^。；;]{0,12}?[请应要须宜需再改写删加建不]|但(?!愿)[^。；;]{0,16}[请应要须宜需改建])(?![^。；;]*(?:抓|落实|督|践|兑现|做好|带头|检查|确保))"
    r"|(?:再|更|进一步)[要应写说为]?(?:明确|具体|详细|实在?|细致?|清楚|斟酌|考虑)(?!地|[^。；;]{0,4}落实)"
    r"|[请应须宜需议][^。；;]{0,10}(?:写[明清]|注明|标明|改[为成]|删[去除]|加上|列明)"
)
"""A part of the form is pointed at, or said not to be clear enough; to exhort (望抓好落实) is no such wish."""
_AGAIN = re.compile(rf"(?:{_WISHES.pattern})[^。；;]{{0,12}}?(?:再(?:行|次)?上?|重新)[报审送交议]")
"""Something is to be mended and the form to come again (请细化后再报); what only goes on to others (审核后再报总支) is no refusal."""
_SEEN = re.compile(r"已?阅(?:悉|处|示)?|圈阅|(?:已)?(?:知悉|收到|存档|备案|登记)")
_AGREED = re.compile(r"同意|通过|批准|可行|认可|符合|合格|属实|审定|审核无误|准予|赞成|支持|(?:没有|无)(?:异议|意见)|可以(?:公示|上报)?[。！]?$")


class Opinion(Rule):
    """审定意见是什么意见：不同意的不能公示；同意但附有修改要求、或同时提到退回重报的请核对；只写“已阅”等看不出态度的作提示；别的话是否同意，程序不能断定。

    依据: 审核把关，不符合要求的要指导修改（csust-2012 二（三），xinbei-2010 五3，campus-2010 四（一）2）。
    反例: 内容空泛，不同意，请重新修改。
    正例: 同意。经审核，承诺事项符合支部实际，同意公示。
    """

    code = "S10"
    scope = Scope.FORM
    says = ("opinion",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        approval = facts.form.approval
        text = "".join(approval.opinion.split())
        values = (("opinion", text[:40]),)
        if not text:
            return
        consents = _CONSENT.search(text) is not None
        refused = _REFUSED.search(text) is not None
        if (refused and not consents) or (_AGAIN.search(text) and not _AGREED.search(text)):
            yield place_hit(facts, approval.passage, variant="refused", values=values)
        elif refused or _WISHES.search(_CONTENT.sub("", text)) or _POINTS.search(text):
            yield place_hit(facts, approval.passage, verdict=Verdict.UNKNOWN, variant="wishes", values=values)
        elif not _AGREED.search(text):
            if _SEEN.search(text):
                yield place_hit(facts, approval.passage, values=values)
            else:
                yield place_hit(facts, approval.passage, verdict=Verdict.UNKNOWN, variant="unclear", values=values)
