"""Lines of the paper that a form came with, over its title: whose letter it is, its number, how far it may go, which annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.text import is_blank, is_sheet_line, squeeze
from extractors.forms.titles import NAMES_END, house_name, is_motto, org_name
from extractors.forms.webpages import Cleared
from extractors.model import Block, Paragraph, Table

_MOST = 6
"""So many lines of the paper stand over a form at most."""
_LONGEST, _PAGE = 40, 24
"""Letters of such a line, of a page's number, at most."""
_NUMBER = re.compile(r"[一-鿿A-Za-z]{1,16}[〔[(【](?:19|20)\d\d[〕\])】]第?\d{1,4}号(?:签发人:.*)?")
"""The number of a letter (松针委〔2012〕17号), whoever signs it beside it."""
_HEAD = re.compile(r"(?!.*诺)[^\W\d_][^。;:,!?]{3,30}文件(?:[(][^()]{1,10}[)])?")
"""The head of a letter (某镇委员会文件)."""
_SHOUTED = re.compile("(?!.*(?:诺|我|们!))[^。;:]{6,30}!")
"""A slogan with its mark."""
_OPENS = frozenset("第-—–（(请后未接转续见上下附次另背反")
"""The letters that the number of a page begins with."""
_COLOPHON = re.compile(
    r"(?P<by>[^由把将给,。;:]{2,24}?)(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?)?(?:印制|印发|监制|编印|翻印)(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?)?|[(](?:共|计)?印\d+份[)]|(?:抄送|抄报|主题词|印发机关|印发日期):.{0,40}"
)
"""Who had the paper printed, how often, who else gets it."""
_LIMITS = re.compile(r"[(【[](?:此件|本件|此文)[^()]{1,14}[)】\]]|(?:内部(?:资料|文件|材料)|特急|加急|急件)[^。;:,]{0,6}|(?:密级|紧急程度|签发人|发文字号|文号):.{0,16}")


def without_paper(blocks: Sequence[Block]) -> Cleared:
    """The blocks without such lines before and behind everything else, and without the numbers of pages in cells; the name of a
    house right over a letter's number is that of its sender. All of them stay where nothing would be left."""
    over = [*_over(blocks), *_behind(blocks)]
    kept = [_without_pages(block) if isinstance(block, Table) else block for n, block in enumerate(blocks) if n not in over]
    if all(isinstance(block, Paragraph) and is_blank(block.text) for block in kept):
        return Cleared(list(blocks), ())
    taken = tuple(b.passage.strip() for n in over if isinstance(b := blocks[n], Paragraph) and not is_sheet_line(b.text))
    return Cleared(kept, taken)


def _over(blocks: Sequence[Block]) -> list[int]:
    """The places of such lines over everything else."""
    found: list[int] = []
    for n, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or len(found) == _MOST:
            break
        if is_blank(block.text):
            continue
        if not (_of_paper(block) or _sends(block, blocks[n + 1 : n + 4])):
            break
        found.append(n)
    return found


def _behind(blocks: Sequence[Block]) -> list[int]:
    """The places of such lines behind everything else."""
    found: list[int] = []
    for n in range(len(blocks) - 1, -1, -1):
        block = blocks[n]
        if not isinstance(block, Paragraph) or len(found) == _MOST:
            break
        if not is_blank(block.text):
            if not _prints(block.text):
                break
            found.append(n)
    return found[::-1]


def _prints(text: str) -> bool:
    """Whether a line says who had the paper printed."""
    said = _COLOPHON.fullmatch(squeeze(text)) if len(text) <= _LONGEST and "诺" not in text else None
    return said is not None and (said["by"] is None or said["by"].endswith(NAMES_END))


def _without_pages(table: Table) -> Table:
    """The table without the numbers of pages that stand between the lines of a cell."""
    short = [b for c in table.cells if c.blocks[1:] for b in c.blocks if isinstance(b, Paragraph) and not b.passage.text[_PAGE:]]
    pages = [b for b in short if b.passage.text.strip()[:1] in _OPENS and _numbers_page(b.text)]
    if not pages:
        return table
    return replace(table, cells=tuple(replace(c, blocks=tuple(b for b in c.blocks if b not in pages)) if c.blocks[1:] else c for c in table.cells))


def _numbers_page(text: str) -> bool:
    """Whether a line is the number of a page or points to another one; a bare number may count what stands below it."""
    return is_sheet_line(text) and not text.strip().isdigit() and "附件" not in text


def _of_paper(block: Paragraph) -> bool:
    if len(block.text) > _LONGEST:
        return False
    if is_sheet_line(block.text) or _numbers(block) or is_motto(block.text):
        return True
    return any(p.fullmatch(squeeze(block.text)) for p in (_HEAD, _LIMITS, _SHOUTED))


def _numbers(block: Block) -> bool:
    """Whether a line is the number of a letter."""
    return isinstance(block, Paragraph) and "号" in block.text and _NUMBER.fullmatch(squeeze(block.text)) is not None


def _sends(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether a line is the name of a house and no more, over the number of its letter."""
    below = next((b for b in after if not (isinstance(b, Paragraph) and is_blank(b.text))), None)
    if below is None or len(block.text) > _LONGEST or not _numbers(below):
        return False
    return bool(house_name(block.text) or org_name(block.text))
