"""A corpus for measuring: the tuning forms rendered to Word and PDF, numbers varied so that no two files are alike."""

from __future__ import annotations

import copy
import random
import re
from pathlib import Path
from typing import Any

import yaml

from tests.gold.render import render, to_pdf

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "tune"


def make(folder: Path, count: int, pdf: bool) -> list[Path]:
    """`count` files in `folder`; what is there already is kept, so that a second run starts at once."""
    folder.mkdir(parents=True, exist_ok=True)
    forms = [yaml.safe_load(p.read_bytes()) for p in sorted(GOLD.glob("*.yaml"))]
    words = [folder / f"{n:05d}.docx" for n in range(count)]
    for n, path in enumerate(words):
        if not path.exists():
            render(varied(forms[n % len(forms)], n), path)
    if not pdf:
        return words
    missing = [w for w in words if not w.with_suffix(".pdf").exists()]
    if missing:
        to_pdf(missing, folder)
    return [w.with_suffix(".pdf") for w in words]


def varied(form: dict[str, Any], n: int) -> dict[str, Any]:
    dice = random.Random(n)

    def vary(value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(r"(?<!\d)[2-9](?=[户人次件台名个项场])", lambda _: str(dice.randint(2, 9)), value)
        if isinstance(value, list):
            return [vary(v) for v in value]
        return {k: vary(v) for k, v in value.items()} if isinstance(value, dict) else value

    varied = copy.deepcopy(form)
    varied["blocks"] = vary(varied["blocks"])
    return varied
