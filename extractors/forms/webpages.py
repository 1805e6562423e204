"""Lines that a web page puts around its text, left in a form that was copied from it: where one is, where the text comes from,
when it was put there, what comes before and after it, what may be clicked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.text import half, has_ordinal, is_blank
from extractors.forms.titles import house_name, org_name
from extractors.model import Block, Paragraph, Passage
from extractors.model.value_class import value_class

_LONGEST = 90
_EDGE = 5
"""So many lines at most stand over the text, and under it."""
_MENU, _TITLE = 24, 45
"""Letters of a line of a page's menu, and of a title, at most."""
_ABOUT = r"(?:信息|文章|稿件|新闻)?(?:(?:发布|发表|更新|录入)(?:时间|日期|者|人)|来\s?源)|(?:浏览|点击|访问|阅读)(?:次数|数|量|人次)?|所属栏目|栏\s?目|文章分类|分\s?类|(?:责任)?编辑|作者|供稿(?:人|单位)?|原标题|原文(?:链接|地址)|关键[词字]|标\s?签"
_DAY = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[ \t]+\d{1,2}:\d{2}(?::\d{2})?)?\s+"
_PATH = r"您?(?:现在|目前|当前)?(?:的|所在的?)?(?:当前)?位\s?置(?:是|导航)?\s*:?|(?:网站)?首\s?页\s*(?:>|»|→|\||[-—–])"
_CLICKS = r"(?:[【\[(]?\s*(?:打印(?:本页|文章)?|关闭(?:窗口|本页)?|加入收藏|收藏(?:本页)?|返回(?:顶部|首页|列表)|分享到?|我要纠错|字[体号]:?|[大中小])\s*[】\])]?\s*){2,}"
_LIBRARY = r"[-—·\s\d、.]*[^。]{0,30}(?:下载(?:本?文档|后?请)|在线预览|部分预览|侵犯您的权益|网友(?:上传|投稿)|资料由网络收集).*"
"""What a library of documents says to its readers."""
_WELCOME = r"[^\w]*(?:您好[,!]?)?欢迎您?(?:访问|光临|来到|浏览)(?!.*监督)[^。;]{2,30}"
_OTHERS = r"[【\[(]?\s*(?:延伸|相关|推荐)(?:阅读|推荐|链接|文章|新闻)\s*[】\])]?(?:\s*:|\s|$).*|猜你喜欢.*|[上下]一[篇条]\s*:.*|(?=.*页)(?:[\[(]?(?:\d{1,2}|[上下]一页|[首末尾]页|共\s?\d+\s?页|第\s?\d+\s?页)[\])]?\s*){2,}"
"""What else may be read on the page, wherever that is said: between two papers of a collection as well."""
_OWNER = r"(?:版权所有|Copyright|免责声明|声明\s*:.*(?:网络|网站|转载|版权|侵权)|转载请注明|本(?:文|站)(?:内容|资料)?(?:来自|来源于|转自)).*"
_LINE = re.compile(
    rf"(?:(?:[^\s:。;,]{{2,16}}\s+)?{_DAY})?[-—·\[【( ]*(?:{_ABOUT})\s*:[^。;,]{{0,24}}(?:\s(?:{_ABOUT})?.*)?|(?:{_PATH}).*|[^。;,:]{{0,16}}>[^。;,:]*|{_WELCOME}|{_LIBRARY}|{_CLICKS}|(?:分享到|扫一扫[^，。]{{0,20}})\s*:?|{_OTHERS}|{_OWNER}",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(_OTHERS)
_OPENS = frozenset("【[(（延相推猜上下首共第")
"""The letters that such a line begins with, wherever it stands."""
_RIGHTS = re.compile("声明|转|本|载|览|权|网")
_PARTICULAR = re.compile(rf"(?P<page>{_ABOUT}|来自|作者|编辑|责任者|字\s?[体号]|阅读|点击|浏览)\s*:|(?:时间|日期)\s*:")
"""What a page says about its text; two such words, not both of time, and no sentence make a line of it."""


@value_class
class Cleared:
    """The blocks that are left, and the lines of the page that were taken out."""

    blocks: list[Block]
    page: tuple[Passage, ...]


def without_page(blocks: Sequence[Block]) -> Cleared:
    """The blocks without such lines at either end; a menu over a title that such a line stands under goes with them."""
    edge = _edge(blocks)
    if not edge:
        return Cleared(list(blocks), ())
    kept = [block for n, block in enumerate(blocks) if n not in edge]
    if all(map(_empty, kept)):
        return Cleared(list(blocks), ())
    return Cleared(kept, tuple(b.passage.strip() for n in sorted(edge) if isinstance(b := blocks[n], Paragraph)))


def _edge(blocks: Sequence[Block]) -> frozenset[int]:
    """Which blocks near either end are lines of a page."""
    filled = [n for n, block in enumerate(blocks) if not (isinstance(block, Paragraph) and is_blank(block.passage.text))]
    found = {n for n in reversed(filled[-_EDGE:]) if of_page(blocks[n])}
    found |= {n for n in filled if isinstance(line := blocks[n], Paragraph) and line.passage.text[:1] in _OPENS and _between(line.text)}
    seen = 0
    for at, n in enumerate(filled):
        if seen == _EDGE:
            break
        if of_page(blocks[n]):
            found |= {n, *_menu(blocks, filled[:at], found)}
        else:
            seen += 1
    return frozenset(found)


def _between(text: str) -> bool:
    return len(text) <= _LONGEST and _ANYWHERE.fullmatch(half(text).strip()) is not None


def _menu(blocks: Sequence[Block], above: Sequence[int], known: set[int]) -> Sequence[int]:
    """The lines above a title right over a line of the page, where they are short and none names a house or a promise."""
    rest = [n for n in above if n not in known]
    if len(rest) < 2 or not _titled(blocks[rest[-1]]):
        return ()
    return rest[:-1] if all(_of_menu(blocks[n]) for n in rest[:-1]) else ()


def _titled(block: Block) -> bool:
    return isinstance(block, Paragraph) and "诺" in block.text and len(block.text) <= _TITLE and not has_ordinal(block.text)


def _of_menu(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(text := block.text.strip()) > _MENU or "诺" in text or "：" in text:
        return False
    return not (any(c.isdigit() for c in text) or text[-1] in "。；" or org_name(text) or house_name(text))


def _empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_blank(block.text)


def of_page(block: Block) -> bool:
    """Whether a block is such a line."""
    if not isinstance(block, Paragraph) or len(text := block.passage.text) > _LONGEST or _is_sentence(text):
        return False
    plain = half(text).strip()
    if _LINE.fullmatch(plain) is not None:
        return True
    if plain.count(":") < 2 or "。" in plain:
        return False
    said = list(_PARTICULAR.finditer(plain))
    return len(said) > 1 and any(m["page"] for m in said)


def _is_sentence(text: str) -> bool:
    """Whether a line ends as sentences do, which of a page's lines only those about its rights do: most lines need no closer look."""
    last = text[-1:]
    return last in ("；", ";", "，") or (last == "。" and _RIGHTS.search(text) is None)
