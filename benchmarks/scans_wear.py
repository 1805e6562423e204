"""What happens to a sheet between the printer and the file: folds, stains, shadows; scanner, fax machine or telephone."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WAYS = ("colour", "colour", "colour", "grey", "fax", "photo")
"""How sheets are taken in, by how often."""


def worn(sheet: Image.Image, way: str, scale: float, chance: random.Random) -> bytes:
    """The sheet as a file: JPEG of quality 40 to 90, or a black-and-white PNG from a fax machine."""
    dice = np.random.default_rng(chance.randrange(2**32))
    sheet = _stained(_folded(sheet, chance), scale, chance)
    return TAKEN[way](sheet, chance, dice)


def _folded(sheet: Image.Image, chance: random.Random) -> Image.Image:
    """With up to two folds across."""
    pixels = np.asarray(sheet).astype(np.float32)
    for _ in range(chance.choice((0, 0, 1, 2))):
        at, broad, depth = chance.uniform(0.2, 0.85) * len(pixels), chance.uniform(2, 9), chance.uniform(0.05, 0.28)
        away = np.arange(len(pixels)) - at
        pixels *= (1 - depth * np.exp(-((away / broad) ** 2)) - 0.06 * (away > 0) * np.exp(-away.clip(0) / 90))[:, None, None]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _stained(sheet: Image.Image, scale: float, chance: random.Random) -> Image.Image:
    """With a stain or a cup's ring on every third, and punched holes on every fourth."""
    layer = Image.new("RGB", sheet.size, "white")
    pen = ImageDraw.Draw(layer)
    if chance.random() < 0.33:
        x, y, r = chance.uniform(0.1, 0.9) * sheet.width, chance.uniform(0.1, 0.9) * sheet.height, chance.uniform(20, 60) * scale
        brown = (226, 205, 170)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=brown if chance.random() < 0.5 else None, outline=brown, width=round(4 * scale))
    layer = layer.filter(ImageFilter.GaussianBlur(1.5 * scale))
    page = Image.fromarray((np.asarray(sheet).astype(np.uint16) * np.asarray(layer) // 255).astype(np.uint8))
    if chance.random() < 0.25:
        for y in (0.36, 0.64):
            at, r = (26 * scale, y * sheet.height), 8 * scale
            ImageDraw.Draw(page).ellipse((at[0] - r, at[1] - r, at[0] + r, at[1] + r), fill=(60, 58, 55))
    return page


def _scanned(sheet: Image.Image, chance: random.Random, dice: np.random.Generator) -> bytes:
    turned = sheet.rotate(chance.uniform(-4, 4), fillcolor=(248, 247, 243), resample=Image.Resampling.BICUBIC)
    return _jpeg(_noisy(_shaded(_soft(turned, chance), chance, 0.28), chance, dice), chance)


def _grey(sheet: Image.Image, chance: random.Random, dice: np.random.Generator) -> bytes:
    return _scanned(sheet.convert("L").convert("RGB"), chance, dice)


def _faxed(sheet: Image.Image, chance: random.Random, dice: np.random.Generator) -> bytes:
    turned = sheet.convert("L").rotate(chance.uniform(-2.5, 2.5), fillcolor=250, resample=Image.Resampling.BICUBIC)
    pixels = np.asarray(_soft(turned, chance)).astype(np.float32) + dice.normal(0, 9, (turned.height, turned.width))
    out = io.BytesIO()
    Image.fromarray(pixels > chance.uniform(125, 175)).save(out, "PNG")
    return out.getvalue()


def _photographed(sheet: Image.Image, chance: random.Random, dice: np.random.Generator) -> bytes:
    """From above with a telephone: on a desk, in perspective, in the light of one side, any way up."""
    wide, high = round(sheet.width * 1.12), round(sheet.height * 1.1)
    desk = np.array(chance.choice(((92, 70, 52), (60, 62, 66), (150, 128, 100))), np.float32)
    grain = dice.normal(0, 6, (1, wide, 1)) + dice.normal(0, 4, (high, wide, 1))
    ground = Image.fromarray((desk + grain).clip(0, 255).astype(np.uint8))
    corners = [(x * wide + chance.uniform(-0.025, 0.025) * wide, y * high + chance.uniform(-0.025, 0.025) * high) for x, y in ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95))]
    way = _perspective(corners, [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)])
    laid = sheet.transform((wide, high), Image.Transform.PERSPECTIVE, way, Image.Resampling.BICUBIC)
    lies = Image.new("L", sheet.size, 255).transform((wide, high), Image.Transform.PERSPECTIVE, way)
    ground.paste(laid, (0, 0), lies)
    pixels = _shaded(_soft(ground, chance), chance, 0.42) * np.array(chance.choice(((1, 0.97, 0.9), (0.95, 0.98, 1), (1, 1, 1))), np.float32)
    quarter = chance.choice((0, 0, 90, 180, 270))
    return _jpeg(np.rot90(_noisy(pixels, chance, dice), quarter // 90), chance)


def _perspective(seen: list[tuple[float, float]], flat: list[tuple[float, float]]) -> list[float]:
    """The eight numbers that lead from the picture to the sheet."""
    rows, right = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(v) for v in np.linalg.solve(np.array(rows), np.array(right))]


def _soft(image: Image.Image, chance: random.Random) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.8)))


def _shaded(image: Image.Image, chance: random.Random, most: float) -> np.ndarray:
    pixels = np.asarray(image).astype(np.float32)
    high, wide = pixels.shape[:2]
    across = np.linspace(0.0, 1.0, wide)[None, :] * chance.uniform(-1, 1) + np.linspace(0.0, 1.0, high)[:, None] * chance.uniform(-1, 1)
    return pixels * (1.0 - most * (across - across.min()) / max(float(np.ptp(across)), 0.01))[:, :, None]


def _noisy(pixels: np.ndarray, chance: random.Random, dice: np.random.Generator) -> np.ndarray:
    return (pixels + dice.normal(0, chance.uniform(3, 8), (*pixels.shape[:2], 1))).clip(0, 255).astype(np.uint8)


def _jpeg(pixels: np.ndarray, chance: random.Random) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=chance.randint(40, 90), dpi=(200, 200))
    return out.getvalue()


TAKEN: dict[str, Callable[[Image.Image, random.Random, np.random.Generator], bytes]] = {
    "colour": _scanned, "grey": _grey, "fax": _faxed, "photo": _photographed,
}  # fmt: skip
