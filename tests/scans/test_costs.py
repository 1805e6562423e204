"""What nobody needs costs nothing, and pages that are pictures get the seconds that they take."""

from __future__ import annotations

import subprocess
import sys
import time

from extractors import pace
from extractors.formats.scanpage.engine import SWITCH
from pipeline.executors.local import Limits, LocalExecutor
from tests.scans.sheets import SAMPLES


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


def asks_and_sleeps(seconds: float) -> str:
    pace.ask(seconds)
    time.sleep(6.0)
    return "done"


def asks_twice_for_half_a_second(_: object) -> str:
    for _ in range(2):
        pace.ask(0.5)
        time.sleep(0.75)
    return "done"


def asks_or_sleeps(seconds: float) -> str:
    if not seconds:
        time.sleep(6.0)
    pace.ask(seconds)
    return "asked"


def nothing() -> None:
    pass


def test_a_task_gets_the_seconds_that_it_asks_for_and_no_more() -> None:
    with LocalExecutor(2, Limits(1.0), nothing) as pool:
        patient, hasty = pool.map(asks_and_sleeps, [30.0, 0.5])
    assert (patient.value, patient.failure) == ("done", "")
    assert (hasty.value, hasty.failure) == (None, "timeout")


def test_there_is_an_end_to_what_a_task_may_ask_for_and_each_has_its_own() -> None:
    with LocalExecutor(1, Limits(1.0, more=1.0), nothing) as pool:
        greedy = next(pool.map(asks_and_sleeps, [1000.0]))
        after = next(pool.map(asks_twice_for_half_a_second, [None]))
    assert (greedy.value, greedy.failure) == (None, "timeout")
    assert (after.value, after.failure) == ("done", "")


def test_a_task_that_asked_answers_as_any_other_and_the_next_one_has_the_usual_time() -> None:
    with LocalExecutor(1, Limits(2.0), nothing) as pool:
        asked, usual = pool.map(asks_or_sleeps, [60.0, 0.0])
    assert (asked.value, asked.failure) == ("asked", "")
    assert (usual.value, usual.failure) == (None, "timeout")
