"""What a file that holds no 公开承诺书 seems to be, said to the clerk in one sentence."""

from __future__ import annotations

import re

from extractors.forms.text import squeeze
from extractors.forms.webpages import of_page
from extractors.model import Document, Place, Table
from extractors.model.document import paragraphs

_KINDS = (
    ("会议记录", re.compile(r"会议记录|(?:大会|支委会|党课|讨论会|生活会)记录$|会议纪要|座谈会记录|记录本$")),
    ("通知", re.compile(r"通知$|^关于.*的通知|^通知")),
    ("工作计划", re.compile(r"计划$|工作要点$|工作思路")),
    ("实施方案", re.compile(r"方案$|安排$|安排意见$")),
    ("花名册", re.compile(r"花名册|名册|名单|党员信息|人员信息|通讯录|基本信息表")),
    ("思想汇报", re.compile(r"思想汇报")),
    ("总结或报告", re.compile(r"总结$|报告$|汇报$|小结$|汇报材料|述职")),
    ("评议表或考核表", re.compile(r"考核表|测评表|评议表")),
    ("汇总表或台账", re.compile(r"汇总表|统计表|登记表|情况表|一览表|台账|明细")),
    ("征求意见表", re.compile(r"征求[^。：:]{0,20}意见表?$|征集表$|调查表$|调查问卷|问卷$")),
    ("申请书", re.compile(r"申请书?$|志愿书")),
    ("讲话稿", re.compile(r"讲话|发言稿")),
    ("心得体会", re.compile(r"心得|体会|读后感")),
    ("检查材料", re.compile(r"对照检查|(?:检查|剖析)材料$|自查报告$")),
    ("意见或规定", re.compile(r"意见$|办法$|规定$|制度$|细则$|决定$")),
    ("公示或公告", re.compile(r"公示$|公告$")),
    ("答复函", re.compile(r"^关于.*的(?:答复|复函|批复|公?函)$")),
    ("简报", re.compile(r"简报|信息第?\d*期|快讯|(?:召开|举[行办])[^。：:]{0,20}(?:大会|会议?|仪式|活动)$")),
)
_NAMES = (
    ("倡议书", re.compile(r"倡议书?$")),
    ("责任书", re.compile(r"责任[书状]$|军令状$")),
    ("办事指南", re.compile(r"(?:指南|须知|流程)(?:[(].*[)])?$")),
    ("发票或单据", re.compile(r"发票$|收据$|报价单$|结算单$|清单明细$")),
    ("邮件", re.compile(r"^发件人[:：]")),
    ("聊天记录", re.compile(r"聊天记录|^\S{1,12}(?:20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?)?\d{1,2}:\d\d(?::\d\d)?$")),
    ("事迹材料", re.compile(r"事迹(?:材料|简介)?$")),
    ("合同或协议", re.compile(r"(?:合同|协议书?)$")),
    ("日记", re.compile(r"日[记志]$")),
    ("新闻稿", re.compile(r"^[(（【\[]?本[报网台刊站]讯|[(（]\s*(?:本报)?(?:记者|通讯员)")),
)
"""More names, which say what a file is where no form was found; a form may be called so too."""
OTHERS = "其他用途的承诺书（如安全、保密、投标、防疫），不是党组织或党员的公开承诺"
"""What binds others by law or contract."""
_REPORTED = re.compile(r"[（(]\s*(?:通讯员|记者|撰稿人?|供稿人?|文/|图/)")
"""Who has written a report, at its end."""
_END = 80
"""Letters of that end."""
_MEETING = re.compile(r"(?:会议)?(?:时间|地点|主持人|参会人员|记录人|出席)[：:]")
"""Particulars of a meeting; the time alone is that of a signature as well."""
_ROSTER = re.compile(r"姓名|性别|民族|出生|入党|学历|序号|编号|电话")


def seems_to_be(document: Document) -> str:
    """A Chinese noun for the file (通知, 花名册 …), "" where nothing shows it."""
    lines = _first_lines(document)
    if not lines:
        return "空白文档"
    if len(document.text.strip()) < 8:
        return "空白文档"
    for name, pattern in _KINDS:
        if any(pattern.search(line) for line in lines[:6] if len(line) <= 60):
            return name
    if any(re.fullmatch(r"各(?!位)(?!.*(?:同志|朋友|乡亲|父老|居民|村民|家长|同学|战友)们?[：:]).{2,60}[：:]", line) for line in lines[:12]):
        return "通知"
    if len({found[0] for line in lines[:12] if (found := _MEETING.match(line))}) > 1:
        return "会议记录"
    if _REPORTED.search(document.text[-_END:]):
        return "新闻稿"
    return "花名册" if _roster(document) else ""


def _first_lines(document: Document) -> list[str]:
    found: list[str] = []
    for paragraph in paragraphs(document.blocks):
        if paragraph.place in (Place.COMMENT, Place.FOOTNOTE, Place.FOOTER, Place.PROMPT) or of_page(paragraph):
            continue
        found += [plain for line in paragraph.text.split("\n") if (plain := squeeze(line))]
        if len(found) > 20:
            break
    # A heading may run over several lines: the first two and three are looked at together as well.
    return [*found[:4], *("".join(found[:n]) for n in (2, 3) if len(found) >= n), *found[4:20]]


def _roster(document: Document) -> bool:
    """A table whose first rows name particulars of people and that goes on for rows."""
    tables = [b for b in document.blocks if isinstance(b, Table)]
    for table in tables:
        rows = table.rows()
        heads = sum(bool(_ROSTER.search(squeeze(c.text))) for row in rows[:2] for c in row)
        if heads >= 3 and len(rows) >= 4:
            return True
    return False


def no_form_message(document: Document, seen: str = "") -> str:
    """The sentence for NoFormFound; `seen` is what the file is, where that is known already."""
    seen = seen or seems_to_be(document) or _named(document)
    if seen == "空白文档":
        return "没有找到公开承诺书：看起来是一份空白文档，没有文字内容。"
    hint = _beginning(document)
    if seen:
        return f"文件可以读取，但没有找到公开承诺书：看起来是一份{seen}{hint}。"
    return f"文件可以读取，但没有找到公开承诺书{hint}。"


def _named(document: Document) -> str:
    """What a file calls itself, where that alone does not tell that it holds no form."""
    lines = [line for line in _first_lines(document)[:8] if line]
    return next((name for name, pattern in _NAMES if any(pattern.search(line) for line in lines)), "")


def _beginning(document: Document) -> str:
    """The first words of a document, in brackets."""
    titled = next((p.text for p in paragraphs(document.blocks) if p.text.strip()), "")
    return f"（开头为“{squeeze(titled)[:30]}”）" if titled else ""


_CARRIES = ("通知", "实施方案", "总结或报告", "意见或规定", "简报", "答复函")
"""Papers to which templates are attached."""


def blank_message(document: Document) -> str:
    """The sentence for NoFormFound where all forms are blank templates."""
    seen = seems_to_be(document)
    what = f"{seen}，所附的承诺书没有填写" if seen in _CARRIES else "空白承诺书（没有填写）"
    return f"文件可以读取，但没有找到公开承诺书：看起来是一份{what}{_beginning(document)}。"
