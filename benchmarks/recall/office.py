"""LibreOffice's reading of many files, kept in a folder so that a second run starts at once.

Two conversions a file: `.txt` has automatic numbers, but neither text boxes nor notes, and shows deleted and hidden text;
`.fodt` has boxes, notes and margins and tells what is deleted or hidden, but no numbers. Both are kept beside each other."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.recall.flat import Flat, read_flat
from benchmarks.recall.measure import Reference

KINDS = {"txt": "txt:Text (encoded):UTF8", "fodt": "fodt"}
BATCHES = (80, 8, 1)
"""Files a call. What a call did not bring is asked for again in smaller ones: one bad file ends a call for all after it."""


def office_readings(files: Mapping[str, Path], cache: Path) -> dict[str, Reference]:
    """LibreOffice's reading of each file by key (its digest); a file that it cannot open reads as nothing."""
    cache.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        for size in BATCHES:
            missing = [key for key in sorted(files) if not _kept(cache, key, kind).exists()]
            for first in range(0, len(missing), size):
                _convert({key: files[key] for key in missing[first : first + size]}, kind, cache, last=size == 1)
    return {key: _reference(cache, key) for key in files}


def _kept(cache: Path, key: str, kind: str) -> Path:
    return cache / f"{key}.{kind}"


def _reference(cache: Path, key: str) -> Reference:
    plain = _kept(cache, key, "txt").read_text(encoding="utf-8-sig", errors="replace")
    visible, _, unseen = _kept(cache, key, "fodt").read_text(encoding="utf-8").partition("\0")
    return Reference(plain, visible, unseen)


def _convert(files: Mapping[str, Path], kind: str, cache: Path, last: bool) -> None:
    """One call of LibreOffice; what it did not bring is noted as empty if nobody asks again."""
    with TemporaryDirectory(prefix="recall-", ignore_cleanup_errors=True) as folder:
        sources = []
        for key, path in files.items():
            sources.append(Path(folder) / f"{key}{path.suffix.lower()}")
            shutil.copyfile(path, sources[-1])
        out = Path(folder) / "out"
        _run(sources, KINDS[kind], out, Path(folder) / "profile")
        for key in files:
            made = out / f"{key}.{kind}"
            if made.is_file() or last:
                _keep(made, _kept(cache, key, kind), kind)


def _keep(made: Path, kept: Path, kind: str) -> None:
    data = made.read_bytes() if made.is_file() else b""
    if kind == "fodt":
        flat = read_flat(data) if data else Flat("", "")
        data = f"{flat.visible}\0{flat.unseen}".encode()
    draft = kept.with_suffix(".tmp")
    draft.write_bytes(data)
    draft.replace(kept)


def _run(sources: Sequence[Path], kind: str, out: Path, profile: Path) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", kind,
               "--outdir", str(out), *map(str, sources)]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(30 + 5 * len(sources))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
