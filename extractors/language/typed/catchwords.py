"""What a promise calls itself before it says anything (抓教学：建成课程3门。 抓实事。购置棉被40床。 【民生】修路2公里): a heading of its own."""

from __future__ import annotations

import re

from extractors.language.signs import TYPED

COLON = TYPED.gate("[\\s\u3000]*(?P<called>[^:：,，。;；\\n\\d０-９]{2,16})[:：](?=\\s*[^\\s:：][^:：]{3})")
STOP = TYPED.gate("[\\s\u3000]*(?P<called>(?![不无未没禁严拒戒勿切])[一-龥]{2,6})。(?=[^。\n]{8})")
BRACKETS = TYPED.gate("[\\s\u3000]*【(?P<called>[一-龥、]{2,10})】[:：]?(?=[^\n]{4})")
_TIME = re.compile("[年月日旬季周天晚内前底末期节时分钟旦至逢岁夜早午]")
"""What may be a limit stays with the promise (长期：…, 每周五：…)."""
_LABEL = re.compile(
    "(?:目标|任务|指标|标准|成效|效果|要求|项目|事项|内容|措施|举措|做法|办法|方法|方式|途径|步骤|进度|责任人|牵头人|负责人|落实人|联系人|承诺人|领导|单位|部门|"
    "电话|热线|邮箱|承诺|保证|如下|做到|坚持|确保|实现|完成|[是为])$"
)
"""A label of one element, or words that go on behind the colon."""
_LIST = re.compile("\\s*(?:[一1][是要、.．]|[（(][一1][)）]|[①⑴]|第一)")
_MERE_AMOUNT = re.compile("(?<=[:：])[^，。；\n]{0,2}[\\d０-９][^，。；\n]{0,6}(?:[，。；、\n]|$)")
"""What only says how much of the thing before the colon."""


_COUNTS = re.compile("[\\d０-９]|(?:[二两三四五六七八九十百千半]|每|一)[年月周天日季个名户次件场篇本条项间盏台套期人]")
"""What stands behind a catchword and its colon is a promise of its own where it counts something. Else the words before the colon may be the deed and
those behind it what it is for (修好三组的桥：方便群众出行)."""


def catchword(text: str) -> re.Match[str] | None:
    """The catchword at the head of a promise, None where there is none or where it is what is promised."""
    found = COLON.match(text) or STOP.match(text) or BRACKETS.match(text)
    if found is None or _TIME.search(found["called"]) or _LABEL.search(found["called"]):
        return None
    if _LIST.match(text, found.end()) or _MERE_AMOUNT.match(text, found.end()):
        return None
    colon = found.re is COLON.pattern
    return None if colon and _COUNTS.search(text, found.end()) is None else found
