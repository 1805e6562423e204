"""Rougher ways from the sheet to the file than `benchmarks.scans_wear` knows: a copy of a copy, a telephone held aslant, a
picture of a screen, a picture sent on by a chat program."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.scans_made import FONT

ROUGH = ("copy", "slanted", "screen", "chat")
"""The ways, all equally often."""
_STAMPED = ("已收讫", "存档", "复印件")


def roughly(sheet: Image.Image, way: str, scale: float, chance: random.Random) -> bytes:
    """The sheet as a file, with an office's own stamp over the print of every third."""
    dice = np.random.default_rng(chance.randrange(2**32))
    if chance.random() < 0.33:
        sheet = _filed(sheet, scale, chance)
    return _WAYS[way](sheet, scale, chance, dice)


def _filed(sheet: Image.Image, scale: float, chance: random.Random) -> Image.Image:
    """With an office's oblong stamp, anywhere, blue or violet."""
    layer = Image.new("RGB", (round(120 * scale), round(50 * scale)), "white")
    pen, ink = ImageDraw.Draw(layer), chance.choice(((60, 80, 190), (120, 70, 170)))
    pen.rectangle((3, 3, layer.width - 4, layer.height - 4), outline=ink, width=max(2, round(1.5 * scale)))
    pen.text((layer.width / 2, layer.height / 2), chance.choice(_STAMPED), fill=ink, font=ImageFont.truetype(FONT, round(20 * scale)), anchor="mm")
    layer = layer.rotate(chance.uniform(-15, 15), expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    at = round(chance.uniform(0, 0.75) * sheet.width), round(chance.uniform(0, 0.9) * sheet.height)
    page = Image.new("RGB", sheet.size, "white")
    page.paste(layer, at)
    return Image.fromarray(np.minimum(np.asarray(sheet.convert("RGB")), np.asarray(page)))


def _copied(sheet: Image.Image, scale: float, chance: random.Random, dice: np.random.Generator) -> bytes:
    """A copy of a copy: thin strokes broken, specks, streaks of the drum, a dark edge."""
    grey = np.asarray(sheet.convert("L").rotate(chance.uniform(-2, 2), fillcolor=255, resample=Image.Resampling.BICUBIC)).astype(np.float32)
    high, wide = grey.shape
    for _ in range(2):
        grey = cv2.GaussianBlur(grey, (0, 0), 0.2 * scale)
        grey += cv2.GaussianBlur(dice.normal(0, 32, grey.shape).astype(np.float32), (0, 0), 1.2)
        grey = np.clip((grey - 128) * 1.7 + 128 + chance.uniform(0, 25), 0, 255)
    specks = dice.random((high, wide)) < 0.0002
    grey[cv2.dilate(specks.astype(np.uint8), np.ones((2, 2), np.uint8)) > 0] = 40
    grey[:, : round(chance.uniform(0, 0.012) * wide)] = 30
    for _ in range(chance.randint(0, 3)):
        grey[:, round(chance.random() * (wide - 3))] *= 0.6
    return _jpeg(grey, chance.randint(40, 75))


def _slanted(sheet: Image.Image, scale: float, chance: random.Random, dice: np.random.Generator) -> bytes:
    """Taken aslant from one side, at any turn, the far side smaller and out of focus; the desk as good as paper-white at times."""
    wide, high = round(sheet.width * 1.25), round(sheet.height * 1.15)
    near, far = 0.05, chance.uniform(0.10, 0.17)
    tops = [(far, 0.09), (1 - far, 0.09), (1 - near, 0.95), (near, 0.95)]
    seen = np.array([(x * wide + chance.uniform(-9, 9), y * high + chance.uniform(-9, 9)) for x, y in tops], np.float32)
    flat = np.array([(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)], np.float32)
    way = cv2.getPerspectiveTransform(flat, seen)
    desk = np.array(chance.choice(((92, 70, 52), (60, 62, 66), (196, 190, 180))), np.float32)
    ground = np.broadcast_to(desk, (high, wide, 3)) + dice.normal(0, 5, (high, wide, 1))
    laid = cv2.warpPerspective(np.asarray(sheet).astype(np.float32), way, (wide, high), flags=cv2.INTER_AREA)
    lies = cv2.warpPerspective(np.ones((sheet.height, sheet.width), np.float32), way, (wide, high))[:, :, None]
    pixels = ground * (1 - lies) + laid * lies
    soft = cv2.GaussianBlur(pixels, (0, 0), 0.35 * scale)
    depth = np.linspace(1, 0, high)[:, None, None]
    pixels = (soft * depth + pixels * (1 - depth)) * (1 - 0.35 * np.linspace(0, 1, wide)[None, :, None] * chance.random())
    pixels += dice.normal(0, 5, (high, wide, 1))
    return _jpeg(np.rot90(pixels, chance.choice((0, 0, 1, 2, 3))), chance.randint(50, 85))


def _screened(sheet: Image.Image, scale: float, chance: random.Random, dice: np.random.Generator) -> bytes:
    """A picture of a screen: a pattern of waves, light from behind."""
    pixels = np.asarray(sheet.rotate(chance.uniform(-3, 3), fillcolor="white", resample=Image.Resampling.BICUBIC)).astype(np.float32)
    rows, cols = np.indices(pixels.shape[:2])
    for _ in range(2):
        turn, step = chance.uniform(0, np.pi), chance.uniform(4, 11)
        pixels += (chance.uniform(7, 16) * np.sin((cols * np.cos(turn) + rows * np.sin(turn)) * 2 * np.pi / step))[:, :, None]
    pixels = cv2.GaussianBlur(pixels * np.array((0.92, 0.97, 1.0), np.float32), (0, 0), 0.2 * scale)
    return _jpeg(pixels + dice.normal(0, 4, (*pixels.shape[:2], 1)), chance.randint(50, 80))


def _chatted(sheet: Image.Image, _scale: float, chance: random.Random, dice: np.random.Generator) -> bytes:
    """A scan that a chat program made smaller, twice compressed."""
    turned = sheet.rotate(chance.uniform(-3, 3), fillcolor=(246, 246, 244), resample=Image.Resampling.BICUBIC)
    once = Image.open(io.BytesIO(_jpeg(np.asarray(turned).astype(np.float32) + dice.normal(0, 4, (turned.height, turned.width, 1)), 50)))
    longest = chance.choice((1280, 1440, 1600))
    ratio = longest / max(once.size)
    return _jpeg(np.asarray(once.resize((round(once.width * ratio), round(once.height * ratio)), Image.Resampling.BILINEAR)).astype(np.float32), chance.randint(35, 60))


def _jpeg(pixels: np.ndarray, quality: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


_WAYS: dict[str, Callable[[Image.Image, float, random.Random, np.random.Generator], bytes]] = {
    "copy": _copied, "slanted": _slanted, "screen": _screened, "chat": _chatted,
}  # fmt: skip
