"""What is said of characters that a page holds and does not show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.formats.pdfpage.fonts import Hidden
from extractors.model import Picture
from extractors.model.passage import Box

_SCAN = 0.5
"""The share of the page that a picture covers where invisible text belongs to it."""

_LAYER = 0.8
"""The share of a page's characters that are unseen where its text is such a layer."""

HiddenText = tuple[Hidden, float, float, int]
"""Why it is hidden, where it stands (reading space), and how many characters it has."""


def is_layer(found: Iterable[HiddenText], printed: int, pictures: Sequence[Picture], bounds: Box) -> bool:
    """Whether nearly all of the `printed` characters of a page are an unseen layer over a picture of it."""
    unseen = sum(count for why, _, _, count in found if why is Hidden.INVISIBLE)
    return unseen > _LAYER * printed and _pictured(pictures, bounds)


def _pictured(pictures: Sequence[Picture], bounds: Box) -> bool:
    size = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    return sum(p.width * p.height for p in pictures) > _SCAN * size


def notices(number: int, found: Iterable[HiddenText], dark: Sequence[Box], pictures: Sequence[Picture], bounds: Box) -> list[str]:
    """Chinese sentences on the hidden characters of page `number` (from 0); `dark` areas (reading space) show white ones."""
    unseen = white = 0
    for why, x, y, count in found:
        if why is Hidden.INVISIBLE:
            unseen += count
        elif not any(a <= x <= c and b <= y <= d for a, b, c, d in dark):
            white += count
    scanned = _pictured(pictures, bounds)
    said = []
    if unseen:
        where = f"第{number + 1}页"
        said.append(
            f"{where}是扫描件，文字取自其中的识别层，可能有错字，一律列为待核，请与图像核对。" if scanned
            else f"{where}有{unseen}个不显示的字符，已一并读入，请核对原件。"
        )
    if white and not scanned:
        said.append(f"第{number + 1}页有{white}个白色字符（纸上看不见），已一并读入，请核对原件。")
    return said
