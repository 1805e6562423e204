"""What is done with a file that Word can comment on: read, comment, read the copy."""

from __future__ import annotations

import tempfile
from pathlib import Path

from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up


def use_word(data: bytes, marked: bool, suffix: str = ".docx") -> None:
    """Read; where `marked`, comment on the first, a middle and the last paragraph and read again. Raises DocumentError."""
    document = read_bytes(data)
    if not marked:
        return
    found = paragraphs(document.blocks)
    picked = {0, len(found) // 2, len(found) - 1} if found else set()
    remarks = [Remark(found[n].passage.anchor(), f"第{n}处") for n in sorted(picked)]
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        source, target = Path(folder) / f"in{suffix}", Path(folder) / "out.docx"
        source.write_bytes(data)
        mark_up(source, remarks, target)
        again = read_bytes(target.read_bytes())
    assert again.text == document.text or again.sights, "the commented copy reads otherwise"
