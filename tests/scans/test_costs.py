"""What nobody needs costs nothing, and pages that are pictures get the seconds that they take."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from extractors import pace
from extractors.formats.scanpage.engine import SWITCH, installed
from extractors.reading import seconds_for_pictures
from pipeline.executors.local import Limits, LocalExecutor
from tests.scans.sheets import PHOTO, SAMPLES, SCAN, needs_ocr


def test_reading_print_loads_no_ocr() -> None:
    word = next(SAMPLES.rglob("图书馆党支部公开承诺书.docx"))
    printed = next(SAMPLES.rglob("饮食服务中心党支部承诺书.pdf"))
    code = f"""
import sys
from pathlib import Path
from extractors.reading import read
read(Path({str(word)!r})); read(Path({str(printed)!r}))
print(sorted(set(sys.modules) & {{"cv2", "rapidocr", "onnxruntime", "PIL.Image", "numpy"}}))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**__import__("os").environ, SWITCH: "1"})
    assert told.stdout.strip() == "[]"


@needs_ocr
def test_the_limit_of_a_file_grows_by_its_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    assert seconds_for_pictures(SCAN) == seconds_for_pictures(PHOTO) > 60
    assert seconds_for_pictures(SAMPLES / "没有这个文件") == 0
    monkeypatch.setenv(SWITCH, "0")
    assert installed()
    assert seconds_for_pictures(SCAN) == 0


def asks_and_sleeps(seconds: float) -> str:
    pace.ask(seconds)
    time.sleep(6.0)
    return "done"


def nothing() -> None:
    pass


def test_a_task_gets_the_seconds_that_it_asks_for_and_no_more() -> None:
    with LocalExecutor(2, Limits(1.0), nothing) as pool:
        patient, hasty = pool.map(asks_and_sleeps, [30.0, 0.5], lambda _: 60.0)
    assert (patient.value, patient.failure) == ("done", "")
    assert (hasty.value, hasty.failure) == (None, "timeout")
