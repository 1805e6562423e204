"""What a heading of a roster says, in whatever words an office puts it: what a cell holds is told by the last word of its heading,
whose it is by the words before."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARTY = "党组织|党支部|党总支部?|支部委员会|支部|支委会|总支部?|党委|党工委|党组|党小组"
_HOUSE = f"{_PARTY}|单位|部门|科室|窗口|机构"
_ABOVE = "上一?级|隶属|所属|主管|归口|领导"
_PLACES = "乡镇|街道|镇街|街镇|学院|院系|片区|学区|系统|战线"
"""Superiors that a list of their branches names by what they are."""
_CALLED = "(?:的?(?:全称|名称|名|简称))?"
_OWN = "(?:本级?|各|基层|下属|下级|所辖|直属|二级|现任?)*"

PATTERNS: dict[str, dict[str, str]] = {
    "unit": {
        "name": f"{_OWN}(?:{_PARTY}|单位|部门|科室){_CALLED}|(?:单位)?(?:全称|名称)",
        "parent": f"(?:{_ABOVE})(?:的?(?:二级|上级|基层|机关|直属))*(?:{_HOUSE}|工委|系统)?(?:党委)?{_CALLED}|(?:党委|党工委|工委|党总支部?|总支|{_PLACES}){_CALLED}",
        "level": "(?:党组织|组织|支部)?(?:(?:组建|设置)(?:形式|类型|方式)|层级|层次|建制)|(?:党组织|组织)(?:的?(?:类别|类型|形式|级别|设置|性质))",
        "category": "(?:单位|党?支部|所在单位|行业)?(?:的?性质)?(?:的?(?:类别|类型|性质|分类|属性))",
        "secretary": f"(?:{_OWN}(?:{_PARTY}))?(?:现任)?(?:党务)?(?:书记|负责人|负责同志)(?:姓名)?",
        "member_count": f"(?:(?:{_PARTY}|现有|在册|其中)*党员|支部)?(?:总?人数|总数|数量?|总计|合计|小计)(?:合计|总计|小计|总数)?|(?:现有|在册|共有)?党员",
        "regular": "(?:其中)?(?:党员)?(?:总?人数|数)?(?:其中)?正式(?:党员)?(?:人数|数)?",
        "probationary": "(?:其中)?(?:党员)?(?:总?人数|数)?(?:其中)?预备(?:党员)?(?:人数|数)?",
        "window": "(?:是否|是不是)?(?:为|属于?)?窗口(?:服务)?(?:单位|部门|行业)?",
        "contact": f"(?:{_HOUSE}|本单位)?(?:党建|党务)?(?:联系人|联络员|联系领导|经办人|党务干部|党务工作者)(?:姓名)?",
        "exempt": "(?:免|不|未|缓)报(?:送)?(?:的?(?:原因|理由|情况|说明))?",
    },
    "person": {
        "name": "(?:党员|干部|承诺人|本人)?(?:姓名|名字)",
        "branch": f"(?:所在|所属|隶属|现在?|组织关系|所在地)*的?(?:{_PARTY}){_CALLED}",
        "parent": f"(?:{_ABOVE})(?:的?(?:二级|上级|机关))*(?:{_HOUSE}|工委)?{_CALLED}|(?:所在)?(?:党委|党工委|工委|党总支部?|总支|{_PLACES}){_CALLED}",
        "post": "(?:行政|现任|工作|业务|单位)?(?:职务|岗位|职称|职业|工种|职级)(?:名称)?(?:(?:或|及|与|和|、|/)(?:职务|岗位|职称|职业|级别|职级))*",
        "category": "(?:人员|党员|成员)(?:的?(?:类别|类型|身份))",
        "oral": "(?:是否)?(?:口头承诺|承诺(?:的?(?:方式|形式)))",
        "applicant": "(?:是否|是不是)?(?:为)?(?:入党)?积极分子",
        "exempt": "(?:免|不|未|缓)报(?:送)?(?:的?(?:原因|理由|情况|说明))?",
    },
    "receipt": {
        "parent": f"(?:{_ABOVE})(?:的?(?:二级|上级|机关))*(?:{_HOUSE}|工委)?{_CALLED}|(?:党委|党工委|工委|党总支部?|总支|{_PLACES}){_CALLED}",
        "unit": f"(?:报送|上报|填报|呈报|送交|交来|承诺)?(?:{_HOUSE}){_CALLED}",
        "person": "(?:党员|承诺人?)(?:的?姓名)?|党政一把手|(?:主要)?负责人",
        "key": "(?:电子|承诺书)?文件(?:名称?)?|(?:姓名|个人|单位|支部)(?:或|及|、|/)(?:单位|姓名|支部|个人)|来件|来件(?:内容|情况)",
        "day": "(?:收[到件文表取讫]|报送|上报|上交|交来|接收|登记|签收|送达|送交|来件)的?(?:日期|时间)|日期|时间|何时收到",
        "paper": "(?:收到)?(?:纸质|书面)?(?:承诺书|原件|材料|文本)?的?(?:份数|件数|数量)|纸质(?:件|版|稿|材料)?(?:份数|数量)?",
        "signed": "(?:是否)?已?(?:签[字章名](?:盖章)?|盖章)(?:件|版)?",
        "material": "(?:报送|收到|所报)?的?(?:材料|文件|文种|资料|内容|类别|种类)(?:的?名称|种类)?",
        "bringer": "(?:报送|呈报|送[件交达文来]?|来[人件]|交件|递交)(?:的?人员?|者)(?:姓名|签[字名])?",
    },
    "companion": {
        "unit": f"(?:报送|上报|填报)?(?:{_HOUSE}){_CALLED}",
        "material": "(?:报送|配套|所报)?(?:材料|文件|资料|文本)(?:的?名称)?",
        "day": "(?:收[到件文表取]|报送|上报|上交|交来|接收|登记|签收)(?:的?(?:日期|时间))",
        "exempt": "(?:免|不|未|缓)报(?:送)?(?:的?(?:原因|理由|情况|说明))?",
    },
    "open": {
        "unit": f"(?:承诺|责任|所在)?(?:{_HOUSE}){_CALLED}",
        "person": "(?:党员|承诺人?|责任人?)(?:的?姓名)?",
        "text": r"(?:上年度?|去年|\d{4}年度?)(?:公开)?承诺(?:的?(?:事项|项目|内容))?|(?:上年度?|去年|\d{4}年度?)?(?:公开)?(?:承诺)?(?:的?)(?:未|没有?)(?:完成|兑现|落实|履行|办结|办好)(?:的?)(?:公开)?(?:承诺)?(?:的?(?:事项|项目|内容|任务))?",
        "explained": "(?:未[一-鿿]{2})?(?:的?(?:原因|情况))?(?:及|和|与|、)?说明(?:情况)?|(?:未[一-鿿]{2})?原因",
    },
}
"""By list and use, what the whole heading may say where it is none of the words that the manual names."""

_PATTERNS = {kind: {use: re.compile(pattern) for use, pattern in uses.items()} for kind, uses in PATTERNS.items()}


DOCUMENT = re.compile("(?P<name>[一-鿿]{0,14}[一-鿿]{2}(?:方案|报告|总结|计划|名单|台账|安排|通知|记录|纪要|清单|汇总表|一览表|承诺书?|意见|制度|简报|照片)|(?:公开)?承诺书?(?:党组织|党?支部|总支|党委|书记|党员|个人))(?:(?P<day>的?(?:收到|上交|报送)?(?:日期|时间|月日|日)|收到|何时)|(?P<paper>的?(?:收到|上交|报送)?(?:份数|件数|数量|[份件]数?)))?")
"""The name of a document that heads a column of its own (实施方案 | 活动总结), or one of its day and one of its copies."""


def says(kind: str, use: str, heading: str) -> bool:
    """Whether a heading (without blanks and brackets) names a use of a column in a list of that kind."""
    pattern = _PATTERNS[kind].get(use)
    return pattern is not None and pattern.fullmatch(heading) is not None


def patterned(kind: str) -> Iterable[str]:
    """The uses that a heading of that kind of list may name in other words; `parent` also where the list has no column of it."""
    return _PATTERNS[kind]
