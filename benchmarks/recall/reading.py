"""Our reading of one file in a killable child, with its time and peak memory; pdfium's text of a PDF likewise."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.executors.local import Done, Limits, LocalExecutor

LIMITS = Limits(60.0, 1536 * 2**20)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file. `outcome` is read, refused, timeout, memory, crashed or bug; `why` is the refusal's code
    and sentence, or what the child last said; `peak` is in bytes, 0 where the system does not tell."""

    path: Path
    format: str
    outcome: str
    why: str = ""
    text: str = ""
    seconds: float = 0.0
    peak: int = 0


def readings(files: Iterable[Path], workers: int) -> Iterator[Reading]:
    """Ours of every file, in order."""
    with LocalExecutor(workers, LIMITS, _nothing) as pool:
        for done in pool.map(_read, files):
            yield done.value or Reading(done.task, _suffix(done.task), done.failure, done.detail[-400:])


def pdfium_texts(files: Iterable[Path], workers: int) -> Iterator[tuple[Path, str]]:
    """pdfium's text of each PDF, "" where it cannot open the file or does not come back."""
    with LocalExecutor(workers, LIMITS, _nothing) as pool:
        done: Done[Path, str]
        for done in pool.map(_pdfium, files):
            yield done.task, done.value or ""


def _nothing() -> None:
    """Workers need no preparation."""


def _suffix(path: Path) -> str:
    return path.suffix.lower().lstrip(".") or "none"


def _read(path: Path) -> Reading:
    from extractors.errors import DocumentError
    from extractors.reading import read

    forget_peak()
    start = time.perf_counter()
    try:
        document = read(path)
    except DocumentError as error:
        why = f"{error.reason}: {error.message}"
        return Reading(path, _suffix(path), "refused", why, "", time.perf_counter() - start, peak())
    seconds = time.perf_counter() - start
    return Reading(path, document.format, "read", " ".join(document.warnings), document.text, seconds, peak())


def _pdfium(path: Path) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return ""
    document.init_forms()
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)  # what lies outside of the visible box is cut off


_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def forget_peak() -> None:
    """From now on `peak` counts anew (Linux only)."""
    if _CLEAR.exists():
        _CLEAR.write_text("5", encoding="utf-8")


def peak() -> int:
    """The most memory that this process held since its peak was forgotten (Linux only)."""
    lines = _STATUS.read_text(encoding="utf-8").splitlines() if _STATUS.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
