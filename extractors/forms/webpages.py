"""Lines that a web page puts around its text, left in a form that was copied from it: where one is, where the text comes from,
when it was put there, what comes before and after it, what may be clicked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.forms.text import half, is_blank
from extractors.model import Block, Paragraph

_LONGEST = 90
_EDGE = 5
"""So many lines at most stand over the text, and under it."""
_ABOUT = r"(?:信息|文章|稿件|新闻)?(?:(?:发布|发表|更新|录入)(?:时间|日期|者|人)|来\s?源)|(?:浏览|点击|访问|阅读)(?:次数|数|量|人次)?|所属栏目|栏\s?目|文章分类|分\s?类|(?:责任)?编辑|作者|供稿(?:人|单位)?|原标题|原文(?:链接|地址)|关键[词字]|标\s?签"
_PATH = r"您?(?:现在|目前)?(?:的|所在的?)?(?:当前)?位置(?:是)?\s*:|(?:网站)?首\s?页\s*(?:>|»|→|\||[-—–])"
_DAY = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[ \t]+\d{1,2}:\d{2}(?::\d{2})?)?\s+"
_CLICKS = r"(?:[【\[(]?\s*(?:打印(?:本页|文章)?|关闭(?:窗口|本页)?|加入收藏|收藏(?:本页)?|返回(?:顶部|首页|列表)|分享到?|我要纠错|字[体号]:?|[大中小])\s*[】\])]?\s*){2,}"
_OTHERS = r"[【\[(]?\s*(?:延伸|相关|推荐)(?:阅读|推荐|链接|文章|新闻)\s*[】\])]?(?:\s*:|\s|$).*|猜你喜欢.*|[上下]一[篇条]\s*:.*|(?=.*页)(?:[\[(]?(?:\d{1,2}|[上下]一页|[首末尾]页|共\s?\d+\s?页|第\s?\d+\s?页)[\])]?\s*){2,}"
"""What else may be read on the page, wherever that is said: between two papers of a collection as well."""
_OWNER = r"(?:版权所有|Copyright|免责声明|声明\s*:.*(?:网络|网站|转载|版权|侵权)|转载请注明|本(?:文|站)(?:内容|资料)?(?:来自|来源于|转自)).*"
_LINE = re.compile(
    rf"(?:(?:[^\s:。;,]{{2,16}}\s+)?{_DAY})?[-—·\[【( ]*(?:{_ABOUT})\s*:[^。;,]{{0,24}}(?:\s(?:{_ABOUT})?.*)?|(?:{_PATH}).*|{_CLICKS}|(?:分享到|扫一扫[^，。]{{0,20}})\s*:?|{_OTHERS}|{_OWNER}",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(_OTHERS)
_OPENS = frozenset("【[(（延相推猜上下首共第")
"""The letters that such a line begins with, wherever it stands."""


def without_page(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such lines at either end."""
    edge = _edge(blocks)
    if not edge:
        return list(blocks)
    kept = [block for n, block in enumerate(blocks) if n not in edge]
    return kept if any(not _empty(b) for b in kept) else list(blocks)


def _edge(blocks: Sequence[Block]) -> frozenset[int]:
    """Which blocks near either end are lines of a page."""
    filled = [n for n, block in enumerate(blocks) if not _empty(block)]
    ends = (*islice(filled, _EDGE), *islice(reversed(filled), _EDGE))
    between = (n for n in filled if isinstance(line := blocks[n], Paragraph) and line.text[:1] in _OPENS and _is(_ANYWHERE, line))
    return frozenset((*(n for n in ends if of_page(blocks[n])), *between))


def _empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_blank(block.text)


def of_page(block: Block) -> bool:
    """Whether a block is such a line."""
    return _is(_LINE, block)


def _is(pattern: re.Pattern[str], block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= _LONGEST and pattern.fullmatch(half(block.text).strip()) is not None
