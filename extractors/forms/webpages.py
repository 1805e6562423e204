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
_ABOUT = r"(?:信息|文章|稿件|新闻)?(?:(?:发布|发表|更新|录入)(?:时间|日期|者|人)|来\s?源)|(?:浏览|点击|访问|阅读)(?:次数|数|量|人次)|所属栏目|栏\s?目|文章分类|分\s?类|责任编辑"
_PATH = r"您?(?:现在|目前)?(?:的|所在的?)?(?:当前)?位置(?:是)?\s*:|(?:网站)?首\s?页\s*(?:>|»|→|\|)"
_CLICKS = r"(?:[【\[(]?\s*(?:打印(?:本页|文章)?|关闭(?:窗口|本页)?|加入收藏|收藏(?:本页)?|返回(?:顶部|首页|列表)|分享到?|我要纠错|字[体号]:?|[大中小])\s*[】\])]?\s*){2,}"
_LINE = re.compile(
    rf"[-—·\[【( ]*(?:{_ABOUT})\s*:[^。;,]{{0,24}}(?:\s(?:{_ABOUT})?.*)?|(?:{_PATH}).*|[上下]一[篇条]\s*:.*|{_CLICKS}|(?:分享到|相关(?:新闻|链接|阅读|推荐)|扫一扫[^，。]{{0,20}})\s*:?|(?:版权所有|Copyright).*",
    re.IGNORECASE,
)


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
    return frozenset(n for n in ends if of_page(blocks[n]))


def _empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_blank(block.text)


def of_page(block: Block) -> bool:
    """Whether a block is such a line."""
    return isinstance(block, Paragraph) and len(block.text) <= _LONGEST and _LINE.fullmatch(half(block.text).strip()) is not None
