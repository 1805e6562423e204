"""Lines under a label of their own inside a promise: 目标：…… 措施：…… 时限：…… 责任人：……"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"[（(【\[]?(?:\d{1,2}[、.．])?(?:(?:工作|学习|生活|服务|思想|业务|岗位|年度|总体|承诺|具体|主要|完成|预期|整改|推进|落实|工程|建设|实施|目标|项目|办结|责任|量化|达到)?(?:目\s*标|项\s*目|措\s*施|举\s*措|做\s*法|步\s*骤|时\s*限|时\s*间|期\s*限|标\s*准|指\s*标|效\s*果|成\s*效|节\s*点|进\s*度|方\s*法|办\s*法|途\s*径|任\s*务|要\s*求|保\s*障))(?:要求|内容|安排|任务|名称)?[】\]）)]?\s*[：:]"
    r"|[（(【\[]?(?:责\s*任\s*(?:人|单位|部门|领导|主体|科室)|负责(?:人|部门|单位)?|牵头(?:人|单位|领导|部门)|落实(?:人|单位)|承办(?:人|单位|部门)|配合(?:单位|部门)|经办人|包抓(?:人|领导)|分管领导|协办单位|资金(?:来源)?|经费)[】\]）)]?\s*[：:]"
)
# 承诺：…… among such lines is the promise of its point; with nothing or a number behind it, it opens a list.
_OWN_WORDS = re.compile(r"承\s*诺(?:事项|内容)?\s*[：:]\s*(?=[^\s①-⑳（(【])(?!(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.．是)）])")
_BINDING = re.compile(r"[（(【]?(?:承诺|完成|办结|整改|落实|实施)?(?:时\s*限|期\s*限|时\s*间|节点|责任人|责任单位|负责人)")
COLON = re.compile(r"：|:(?!\d)")
"""What ends a label; before a digit it stands within a time (8:30)."""


def is_label(text: str) -> bool:
    """A line 目标：… 措施：… 时限：… 责任人：…"""
    return _LABEL.match(text) is not None


def label_kind(text: str) -> str:
    """The last two letters of a line's label, 目标 of 学习目标：; nothing where it has none."""
    return re.split("[：:]", text, maxsplit=1)[0].strip()[-2:] if is_label(text) else ""


def is_own_words(text: str) -> bool:
    """A line 承诺：…… that says what a point with labelled lines promises."""
    return text[:1] == "承" and _OWN_WORDS.match(text) is not None


def binds_all(label: str) -> bool:
    """A time or a name that stands once, below the whole list."""
    return _BINDING.match(label) is not None


def names_bound(title: str) -> bool:
    """Whether a section is called by what binds the promises of the section before it (完成时限, 责任人)."""
    return _BINDING.fullmatch(title.strip()) is not None
