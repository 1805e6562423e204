"""Text that somebody else's recogniser laid, unseen, over the picture of a page: what it is worth.

A scanner's layer may be faultless or nonsense (a copier set to another language), and nothing in the file tells how sure it
was. So the picture is read anew where pictures can be read, and the layer is only compared; else the layer is read as
doubtful, so that no rule calls it deficient, unless it is plainly no Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.formats.pdfpage.content import PageContent, Run
from extractors.formats.pdfpage.garbled import commonness

UNSURE = 0.6
"""How sure each character of such a layer counts as (0 to 1): below 0.9, where values are shown as 待核."""
_CHINESE, _COMMON = 0.35, 0.75
"""The least share of ideographs among letters, figures and ideographs, and of common ones among the ideographs."""
_ENOUGH = 20
"""Characters below which a layer says too little to be weighed."""
_ALIKE, _MORE = 0.8, 3.0
"""The share of pairs of characters on which two readings of a page agree, from which they count as the same; how many times
more a layer must hold than was read anew to be preferred."""


def sensible(content: PageContent) -> bool:
    """Whether the text can be what stands on a Chinese page."""
    text = _text(content)
    letters = [char for char in text if char.isalnum()]
    ideographs = [char for char in letters if "\u4e00" <= char <= "\u9fff"]
    if len(text) < _ENOUGH:
        return bool(letters)
    if len(letters) < len(text) / 2 or len(ideographs) < _CHINESE * len(letters):
        return False
    return commonness(ideographs) >= _COMMON and content.unmapped < 0.3 * max(1, content.printed)


def doubted(content: PageContent) -> PageContent:
    """The page with none of its characters sure."""
    return replace(content, runs=[run._replace(sure=(UNSURE,) * len(run.text)) for run in content.runs])


def weighed(layer: PageContent, read: list[PageContent]) -> tuple[list[PageContent], str]:
    """The pages to go by, and what is to be said of them in Chinese: what was `read` from the picture (two pages where two
    lie side by side), save where that is hardly anything beside a sensible layer."""
    page = f"第{layer.number + 1}页"
    told, seen = _text(layer), "".join(_text(part) for part in read)
    if len(told) > _MORE * len(seen) + _ENOUGH and sensible(layer):
        return [doubted(layer)], f"{page}是扫描件，图像认不清，文字取自文件自带的识别层，一律列为待核，请与图像核对。"
    share = agreement(told, seen)
    if share >= _ALIKE:
        return read, f"{page}是扫描件，已按图像重新识别，与文件自带的识别层基本一致。"
    return read, f"{page}自带的识别层与图像不符（一致的约{share:.0%}），未采用，已按图像重新识别。"


def agreement(a: str, b: str) -> float:
    """The share (0 to 1) of pairs of neighbouring characters that two readings have in common, in whatever order."""
    first, second = Counter(pairwise(a)), Counter(pairwise(b))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def unread(numbers: Sequence[int]) -> list[str]:
    """What is said of pages whose layer makes no sense and whose picture cannot be read here."""
    return [f"第{number + 1}页是图片，自带的识别层是乱码，没有读取。" for number in numbers]


def _text(content: PageContent) -> str:
    return "".join("".join(run.text for run in _in_order(content.runs)).split())


def _in_order(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (-round(run.y), run.xs[0]))
