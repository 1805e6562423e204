"""Lines of the paper that a form came with, over its title: whose letter it is, its number, how far it may go, which annex."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.text import is_blank, is_sheet_line, squeeze
from extractors.forms.titles import house_name, org_name
from extractors.forms.webpages import Cleared
from extractors.model import Block, Paragraph

_MOST = 6
"""So many lines of the paper stand over a form at most."""
_LONGEST = 40
_NUMBER = re.compile(r"[一-鿿A-Za-z]{1,16}[〔[(【](?:19|20)\d\d[〕\])】]第?\d{1,4}号(?:签发人:.*)?")
"""The number of a letter (松针委〔2012〕17号), whoever signs it beside it."""
_HEAD = re.compile(r"(?!.*诺)[^\W\d_][^。;:,!?]{3,30}文件(?:[(][^()]{1,10}[)])?")
"""The head of a letter (某镇委员会文件)."""
_LIMITS = re.compile(r"[(【[](?:此件|本件|此文)[^()]{1,14}[)】\]]|(?:内部(?:资料|文件|材料)|特急|加急|急件)[^。;:,]{0,6}|(?:密级|紧急程度|签发人|发文字号|文号):.{0,16}")


def without_paper(blocks: Sequence[Block]) -> Cleared:
    """The blocks without such lines before everything else; the name of a house right over or under a letter's number is that of
    its sender. All of them stay where nothing would be left."""
    over: list[int] = []
    filled = [n for n, block in enumerate(blocks[: _MOST * 3]) if not (isinstance(block, Paragraph) and is_blank(block.text))]
    for at, n in enumerate(filled[:_MOST]):
        if not (_of_paper(blocks[n]) or _sends(blocks, filled, at)):
            break
        over.append(n)
    if not over or len(filled) == len(over):
        return Cleared(list(blocks), ())
    taken = tuple(b.passage.strip() for n in over if isinstance(b := blocks[n], Paragraph) and not is_sheet_line(b.text))
    return Cleared([block for n, block in enumerate(blocks) if n not in over], taken)


def _of_paper(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return False
    return is_sheet_line(block.text) or _numbers(block) or _HEAD.fullmatch(squeeze(block.text)) is not None or _LIMITS.fullmatch(squeeze(block.text)) is not None


def _numbers(block: Block) -> bool:
    """Whether a line is the number of a letter."""
    return isinstance(block, Paragraph) and "号" in block.text and _NUMBER.fullmatch(squeeze(block.text)) is not None


def _sends(blocks: Sequence[Block], filled: Sequence[int], at: int) -> bool:
    """Whether a line is the name of a house and no more, over the number of its letter."""
    block, below = blocks[filled[at]], filled[at + 1 : at + 2]
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST or not below or not _numbers(blocks[below[0]]):
        return False
    return bool(house_name(block.text) or org_name(block.text))
