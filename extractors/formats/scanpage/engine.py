"""rapidocr, loaded once a process and only where a picture is to be read. Its models lie in its package; nothing is
fetched at run time: a model that is not there is an engine that is not there."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from extractors.formats.pdfpage.letters import WIDE

SWITCH = "CHENGNUO_OCR"
"""Environment variable: `0` reads no pictures, as if the extra were not installed."""
EXTRA = 'pip install "chengnuo[ocr]"'
_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx", "Cls": "*cls*.onnx"}
_FULL = {half: chr(ord(half) + 0xFEE0) for half in "(),:;!?"}
_MOST_THREADS = 2
"""Threads for a picture where no other worker wants them; more bring little on these small models."""
_STRIP, _SPECK = 40, 12
"""How many times longer than broad a picture is that can hold no page; pixels along the longer side of one without a letter."""
_DECIDED, _ASKED, _BETTER = 0.6, 2, 1.2
"""The share of the votes that decides which way is up; how many lines are read both ways where none does, and how much better
they must read on their head."""


class Letter(NamedTuple):
    """A character that was read: its middle as a share of the crop's width (0 to 1), and how sure the model is (0 to 1)."""

    char: str
    at: float
    sure: float


@cache
def installed() -> bool:
    """Whether the extra is there, models and all. Looks at files only: imports nothing."""
    if any(find_spec(name) is None for name in ("rapidocr", "onnxruntime", "cv2")):
        return False
    return all(_model(pattern) for pattern in _MODELS.values())


def available() -> bool:
    """Whether pictures can be read here and now."""
    return os.environ.get(SWITCH, "") not in ("0", "off") and installed()


def _model(pattern: str) -> Path | None:
    spec = find_spec("rapidocr")
    folders = [Path(f) / "models" for f in (spec.submodule_search_locations or ())] if spec else []
    return next((found for folder in folders for found in sorted(folder.glob(pattern))), None)


def threads() -> int:
    """One in a worker, where each processor has a worker of its own; else as many as help."""
    return 1 if multiprocessing.parent_process() else min(_MOST_THREADS, os.cpu_count() or 1)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    params: dict[str, Any] = {
        "Global.log_level": "critical",
        "EngineConfig.onnxruntime.intra_op_num_threads": threads(),
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    params.update({f"{part}.model_path": str(_model(pattern)) for part, pattern in _MODELS.items()})
    return RapidOCR(params=params)


def is_strip(image: Any) -> bool:
    """Whether a picture is too narrow for a page, or too small for a letter."""
    short, long = sorted(image.shape[:2])
    return bool(long > _STRIP * short or long < _SPECK)


def find_lines(image: Any) -> list[Any]:
    """The stretches of text in a picture: 4 × 2 corners in pixels each, clockwise from the first character's top. A strip holds
    none: it would be blown up to the size of many pages, or shrunk to nothing."""
    if is_strip(image):
        return []
    boxes = _engine()(image, use_det=True, use_cls=False, use_rec=False).boxes
    return [] if boxes is None else list(boxes)


def upside_down(crops: Sequence[Any]) -> bool:
    """Whether most of these lines stand on their head; where votes part (worn print), whether the longest read better so."""
    votes = 0.0
    for crop in crops:
        told = _engine()(crop, use_det=False, use_cls=True, use_rec=False).cls_res
        for label, score in told or ():
            votes += score if label == "180" else -score
    if abs(votes) >= _DECIDED * len(crops):
        return votes > 0
    return reads_better_turned(crops[:_ASKED])


def reads_better_turned(crops: Sequence[Any]) -> bool:
    """Whether more is read in these lines, and more surely, when they are turned upside down."""
    read = sum(letter.sure for crop in crops for letter in read_line(crop))
    turned = sum(letter.sure for crop in crops for letter in read_line(crop[::-1, ::-1].copy()))
    return turned > _BETTER * read


def read_line(crop: Any) -> list[Letter]:
    """The characters of one line, blanks left out."""
    told = _engine()(crop, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not told.txts or not told.txts[0].strip():
        return []
    text, words = told.txts[0], told.word_results[0]
    columns = [column for word in words.word_cols for column in word]
    shown = [(char, sure) for char, sure in zip(text, words.confs, strict=False) if not char.isspace()]
    wide = max(float(words.line_txt_len), max(columns, default=0) + 1.0)
    chars = _full_width([char for char, _ in shown])
    return [Letter(c, (at + 0.5) / wide, float(sure)) for c, (_, sure), at in zip(chars, shown, columns, strict=False)]


def _full_width(chars: list[str]) -> list[str]:
    """Marks beside ideographs in the full width that they are printed in: the model knows most in half width only.
    Between digits and letters (9:30, 1,200) they stay."""
    padded = ["", *chars, ""]
    beside = (max(padded[i], padded[i + 2]) for i in range(len(chars)))
    return [_FULL.get(char, char) if near >= WIDE else char for char, near in zip(chars, beside, strict=True)]
