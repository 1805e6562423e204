"""Seals and signatures as they come out of an ink pad and a pen: no two alike."""

from __future__ import annotations

import random
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

REDS = ((205, 35, 40), (222, 52, 38), (230, 84, 60), (176, 24, 52), (150, 20, 60), (226, 60, 92))
"""Cinnabar, vermilion, faded, crimson, old ink, fluorescent."""
PENS = ((18, 18, 22), (28, 30, 70), (30, 50, 150))
NAMES = ("中共某某学院示例支部委员会", "中国共产党示例市样本局机关支部委员会", "样例县虚构镇人民政府", "示例大学后勤集团总支部委员会")
Spot = tuple[float, float]


class Stamp(NamedTuple):
    """One seal: `radius` in points, `strength` 0 to 1 (how much ink), `turn` in degrees, `away` from the date in points."""

    name: str
    colour: tuple[int, int, int]
    radius: float
    ring: float
    inner: bool
    star: bool
    below: str
    strength: float
    uneven: float
    turn: float
    away: Spot

    @classmethod
    def drawn(cls, chance: random.Random) -> Stamp:
        """Any of those that offices have; most cover the date, some stand beside it."""
        away = (chance.uniform(-45, 45), chance.uniform(-28, 28))
        return cls(
            chance.choice(NAMES), chance.choice(REDS), chance.uniform(48, 62), chance.uniform(1.6, 3.4), chance.random() < 0.3,
            chance.random() < 0.8, chance.choice(("", "", "党支部", "专用章")), chance.uniform(0.45, 1.0), chance.uniform(0, 0.6),
            chance.gauss(0, 14), away,
        )  # fmt: skip


def press(image: Image.Image, at: Spot, scale: float, stamp: Stamp, font: str, seed: int) -> Image.Image:
    """The page with the seal pressed on it; print shows through."""
    r = stamp.radius * scale
    side = round(2.5 * r)
    mask = _face(side, r, scale, stamp, font).rotate(stamp.turn, resample=Image.Resampling.BICUBIC)
    ink = np.asarray(mask.filter(ImageFilter.GaussianBlur(0.25 * scale))).astype(np.float32) / 255
    ink *= stamp.strength * (1 - stamp.uneven * _blotches(side, seed))
    page = np.asarray(image).astype(np.float32)
    x, y = round(at[0] + stamp.away[0] * scale - side / 2), round(at[1] + stamp.away[1] * scale - side / 2)
    x0, y0, x1, y1 = max(0, x), max(0, y), min(page.shape[1], x + side), min(page.shape[0], y + side)
    part = ink[y0 - y : y1 - y, x0 - x : x1 - x, None]
    page[y0:y1, x0:x1] *= 1 - part * (1 - np.array(stamp.colour, np.float32) / 255)
    return Image.fromarray(page.astype(np.uint8))


def _face(side: int, r: float, scale: float, stamp: Stamp, font: str) -> Image.Image:
    """What the seal prints, as a mask."""
    mask = Image.new("L", (side, side), 0)
    pen, c = ImageDraw.Draw(mask), side / 2
    pen.ellipse((c - r, c - r, c + r, c + r), outline=255, width=max(2, round(stamp.ring * scale)))
    if stamp.inner:
        pen.ellipse((c - 0.92 * r, c - 0.92 * r, c + 0.92 * r, c + 0.92 * r), outline=255, width=max(1, round(0.6 * scale)))
    if stamp.star:
        radii = (0.32 * r, 0.125 * r)
        pen.polygon([(c + radii[i % 2] * np.sin(i * np.pi / 5), c - radii[i % 2] * np.cos(i * np.pi / 5)) for i in range(10)], fill=255)
    type_ = ImageFont.truetype(font, round(0.25 * r))
    if stamp.below:
        pen.text((c, c + 0.6 * r), stamp.below, fill=255, font=type_, anchor="mm")
    for i, char in enumerate(stamp.name):
        turn = (i - (len(stamp.name) - 1) / 2) * 4.4 / len(stamp.name)
        letter = Image.new("L", (round(0.4 * r),) * 2, 0)
        ImageDraw.Draw(letter).text((0.2 * r, 0.2 * r), char, fill=255, font=type_, anchor="mm")
        letter = letter.rotate(-float(np.degrees(turn)), resample=Image.Resampling.BICUBIC)
        mask.paste(255, (round(c + 0.76 * r * np.sin(turn) - 0.2 * r), round(c - 0.76 * r * np.cos(turn) - 0.2 * r)), letter)
    return mask


def _blotches(side: int, seed: int) -> np.ndarray:
    """Where the pad was dry, 0 to 1: noise of three sizes."""
    dice = np.random.default_rng(seed)
    total = np.zeros((side, side), np.float32)
    for cells in (5, 14, side // 2):
        small = Image.fromarray((dice.random((cells, cells)) * 255).astype(np.uint8))
        total += np.asarray(small.resize((side, side), Image.Resampling.BICUBIC)) / 255 / 3
    return np.clip((total - 0.35) * 3, 0, 1)


def sign(image: Image.Image, at: Spot, scale: float, font: str | None, chance: random.Random) -> None:
    """A name right of the place: in handwriting (with a font for it) or as strokes of a pen."""
    colour, width = chance.choice(PENS), round(chance.uniform(0.9, 1.8) * scale)
    x, y = at[0] + chance.uniform(2, 20) * scale, at[1] + chance.uniform(-5, 5) * scale
    if font and chance.random() < 0.6:
        name = "".join(chance.sample("麦苗禾穗谷雨霜露夏秋荞粟", chance.choice((2, 3))))
        size = round(chance.uniform(17, 26) * scale)
        layer = Image.new("L", (size * 4, size * 2), 0)
        ImageDraw.Draw(layer).text((size * 2, size), name, fill=255, font=ImageFont.truetype(font, size), anchor="mm")
        layer = layer.rotate(chance.uniform(-12, 12), resample=Image.Resampling.BICUBIC)
        image.paste(colour, (round(x), round(y - size)), layer)
        return
    pen = ImageDraw.Draw(image)
    for _ in range(chance.randint(5, 9)):
        points = [(x + chance.uniform(0, 55) * scale, y + chance.uniform(-9, 9) * scale) for _ in range(4)]
        pen.line(points, fill=colour, width=max(1, width), joint="curve")
