"""Converting with LibreOffice: own profile, own session, a time limit, and a look at what came out.

LibreOffice exits with 0 when a conversion failed, and two runs on one profile disturb each other. Each conversion has one
folder, profile and all, named after the process that made it: it is gone when the conversion ends, and where the process
was killed in the midst of it, `sweep` removes what it left.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from extractors.errors import Corrupt, TimedOut, Unsupported
from extractors.programs import program

PRINTING = 20.0
"""Seconds more that each file of a print job may take."""
TIME_LIMIT = 45.0
"""Seconds, less than a task of a batch may take, so that the office program is ended by us and not orphaned. One takes about 4 s, most of it for the new profile."""
_PREFIX = "chengnuo-office-"


def office() -> str | None:
    """The LibreOffice program of this machine, None where there is none."""
    for name in ("soffice", "libreoffice"):
        found = program(name)
        if found:
            return found
    for root in ("ProgramFiles", "ProgramFiles(x86)"):
        usual = Path(os.environ.get(root, "")) / "LibreOffice" / "program" / "soffice.exe"
        if os.environ.get(root) and usual.is_file():
            return str(usual)
    return None


def convert(data: bytes) -> bytes:
    """An old Word document as .docx. Raises Unsupported without LibreOffice, TimedOut, Corrupt."""
    program = office()
    if program is None:
        raise Unsupported(
            "这是 Word 95 或更早版本的文件，本机没有安装 LibreOffice，无法读取。",
            "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹；或者安装 LibreOffice 后重新运行。",
        )
    sweep()
    with TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "in.doc"
        source.write_bytes(data)
        _run([*_start(program, Path(folder)), "docx", "--outdir", folder, str(source)])
        target = source.with_suffix(".docx")
        converted = target.read_bytes() if target.is_file() else b""
    if not converted.startswith(b"PK\x03\x04"):
        raise Corrupt("旧版 Word 文件（.doc）转换失败，可能已损坏。")
    return converted


def print_pdf(sources: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Documents as PDF files in `folder`, named by their stems, which must differ. Those that LibreOffice did not manage are
    not in the answer; all are left out where it hangs, or is not installed. Links in them are not followed (see `_start`)."""
    program = office()
    if program is None or not sources:
        return {}
    sweep()
    with TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as own, suppress(TimedOut):
        command = [*_start(program, Path(own)), "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, sources)]
        _run(command, TIME_LIMIT + PRINTING * len(sources))
    made = {source: folder / f"{source.stem}.pdf" for source in sources}
    return {source: target for source, target in made.items() if _whole(target)}


def _whole(pdf: Path) -> bool:
    """Whether a PDF was written to its end."""
    return pdf.is_file() and b"%%EOF" in pdf.read_bytes()[-1024:]


def sweep() -> None:
    """Remove the folders of conversions whose process is gone."""
    import psutil

    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not owner.isdecimal() or not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _start(program: str, folder: Path) -> list[str]:
    """How a conversion begins, with a profile of its own below `folder`, in which LibreOffice runs no macro and loads nothing
    that a document links to."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8", newline="\n")
    profile = (folder / "profile").as_uri()
    return [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to"]


_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def _run(command: list[str], limit: float = TIME_LIMIT) -> None:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired as error:
        raise TimedOut("旧版 Word 文件（.doc）转换超时，已跳过。") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the program and what it started, however the wait ended."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        _end_tree(process.pid)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _end_tree(pid: int) -> None:
    import psutil

    with suppress(psutil.Error):
        top = psutil.Process(pid)
        for member in (*top.children(recursive=True), top):
            with suppress(psutil.Error):
                member.kill()
