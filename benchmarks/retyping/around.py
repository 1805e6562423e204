"""What stands over a form, below it, and at the edges of its pages; and how its title is written."""

from __future__ import annotations

import re
from functools import partial

from benchmarks.retyping.sheet import Sheet, listed, titles
from benchmarks.retyping.word import element, paragraph, rewrite, text_of

_OVER = {
    "letterhead": ("翠屏山市松针镇委员会文件", "松针委〔2012〕17号"),
    "annex": ("附件2：",),
    "annex-bare": ("附件3",),
    "kept": ("（此件公开发布）",),
    "number-first": ("松针委〔2012〕17号", "翠屏山市松针镇委员会文件"),
    "house-and-number": ("中共翠屏山市松针镇委员会", "松针发[2012]第9号"),
    "signed-letter": ("翠屏山市教育局机关党委文件", "翠教党〔2012〕8号　　　　签发人：苔小青"),
    "slogan": ("推动科学发展　促进社会和谐",),
    "slogan-of-four": ("不忘初心 牢记使命",),
    "slogan-shouted": ("深入开展创先争优活动，为民服务！",),
    "serial": ("编号：017",),
    "annex-of-annex": ("附件2-1",),
    "table-number": ("附表一：",),
    "running-head": ("松针镇创先争优活动资料汇编",),
}
_BELOW = {
    "copies": ("注：本表一式三份，一份公示，一份报上级党组织，一份由本支部留存。",),
    "hotline": ("注：本表一式三份。", "监督电话：5550199　　电子邮箱：songzhen@example.com"),
    "explained": ("填写说明：", "1.本表由承诺人如实填写，字迹要工整。", "2.承诺事项要具体、可行，并注明完成时限。", "3.本表一式两份，党支部和承诺人各执一份。"),
    "printed-by": ("松针镇党委组织办公室印制",),
    "issued": ("松针镇党委办公室　　　　2012年3月20日印发",),
    "copied-to": ("抄送：松针镇纪委。", "（共印30份）"),
    "complaints": ("举报电话：5550199　　举报邮箱：songzhen@example.com",),
    "watched-by": ("监督单位：松针镇纪委　　监督电话：5550199",),
    "call-us": ("群众监督电话：5550199（工作时间）",),
    "one-note": ("备注：承诺期满后由党支部组织评议。",),
    "explained-in-line": ("说明：1.本表由承诺人填写；2.承诺事项要写明完成时限；3.本表一式两份。",),
    "shown-for": ("公示时间：2012年3月5日至2012年3月11日",),
    "judged": ("群众评议：满意□　基本满意□　不满意□",),
    "to-come": ("年终兑现情况：",),
}
_PAGES = ("— 1 —", "第 1 页 共 2 页", "- 1 -")
_TITLE = re.compile(r"(?P<whose>.*?)(?:公\s*开\s*)?承\s*诺\s*书\s*")
_SHORTEST_OWNER = 4


def _over(sheet: Sheet, said: tuple[str, ...]) -> bool:
    """What the paper over it says of its sender and its number is none of the form's."""
    for line in reversed(said):
        sheet.body.insert(0, paragraph(line))
    return True


def _below(sheet: Sheet, said: tuple[str, ...]) -> bool:
    """How a form is to be filled in and kept, and whom to call, is none of its promises and none of its owner's data."""
    sheet.append(*map(paragraph, said))
    return True


def _page_end(sheet: Sheet, number: str) -> bool:
    """A page number that was typed says nothing, at the end of the form or between two promises."""
    found = listed(sheet)
    if found and sheet.dice.random() < 0.5:
        found[0][len(found[0]) // 2].paragraph.addprevious(paragraph(number))
    else:
        sheet.append(paragraph(number))
    return True


def _retitled(sheet: Sheet, ending: str) -> bool:
    """A form may be called otherwise as long as its title names the same owner."""
    found = [(p, m) for p in titles(sheet) if (m := _TITLE.fullmatch(text_of(p))) is not None]
    for p, match in found:
        rewrite(p, match["whose"] + ending)
    return bool(found)


def _year(sheet: Sheet, sample: str) -> bool:
    """The year of the form, before its title or in brackets below it."""
    found = [p for p in titles(sheet) if not re.search(r"\d{4}|[〇○零一二]{4}|年", text_of(p))]
    year = {str(gold.get("year")) for gold in sheet.golds}
    if not found or len(year) > 1 or not min(year).isdigit():
        return False
    line = sample.replace("Y", min(year))
    if line.startswith("（"):
        found[0].addnext(paragraph(line))
    else:
        rewrite(found[0], line + text_of(found[0]).strip())
    return True


def _two_lines(sheet: Sheet) -> bool:
    """A title in two lines, the owner over the kind of paper."""
    found = [(p, m) for p in titles(sheet) if (m := _TITLE.fullmatch(text_of(p))) is not None and len(m["whose"].strip()) >= _SHORTEST_OWNER]
    for p, match in found:
        p.addprevious(paragraph(match["whose"].strip()))
        rewrite(p, text_of(p)[match.end("whose") :])
    return bool(found)


def _gap(sheet: Sheet) -> bool:
    """Empty lines over the form."""
    for _ in range(3):
        sheet.body.insert(0, element("p"))
    return True


EDITS = {
    **{f"over:{name}": partial(_over, said=said) for name, said in _OVER.items()},
    **{f"below:{name}": partial(_below, said=said) for name, said in _BELOW.items()},
    **{f"page:{number}": partial(_page_end, number=number) for number in _PAGES},
    **{f"title:{ending}": partial(_retitled, ending=ending) for ending in ("公开承诺书", "承诺书", "承 诺 书", "公　开　承　诺　书", "公开承诺")},
    "title:year": partial(_year, sample="Y年度"),
    "title:(year)": partial(_year, sample="（Y年度）"),
    "title:two-lines": _two_lines,
    "gap-above": _gap,
}
