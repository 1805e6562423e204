"""Where errors of our own go: into a log file for the program's maintainers, while the clerk reads one Chinese sentence."""

from __future__ import annotations

import errno
import logging
import sys
from pathlib import Path
from tempfile import gettempdir

LOG_NAME = "程序日志.log"
_WHY = {
    errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.ENOSPC: "磁盘已满", errno.EROFS: "磁盘只读",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹", errno.EEXIST: "已有同名文件", errno.EISDIR: "是文件夹，不是文件",
    errno.ENAMETOOLONG: "名称太长", errno.ENOENT: "找不到", errno.EBUSY: "正被其他程序使用", errno.EDQUOT: "磁盘配额已用完",
}  # fmt: skip

_IN_USE, _TOO_LONG, _NO_PATH = (32, 33), (111, 206), 3
"""Windows' own numbers: shared or locked by another, name too long, no such path."""
LONGEST_PATH = 260


class ResultsError(ValueError):
    """A line of results.jsonl that is not whole, as after a full disk or an edit; the message is Chinese and says what to do."""

    def __init__(self) -> None:
        super().__init__("审核结果 results.jsonl 不完整，或被改动过，读不出来。请再运行一次 chengnuo run 重新生成，然后做这一步。")


def log_to(folder: Path | None = None) -> None:
    """Send errors of this process to the log file in `folder`, for a command without an output folder to the system's
    own for temporary files. The file comes into being with the first error."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _Log)]:
        root.removeHandler(handler)
        handler.close()
    root.addHandler(_Log(folder or Path(gettempdir())))
    logging.captureWarnings(capture=True)  # an upgrade notice of a library is nothing for a clerk


def log_file() -> Path | None:
    """The file that errors go to."""
    found = (Path(h.baseFilename) for h in logging.getLogger().handlers if isinstance(h, _Log))
    return next(found, None)


def log_size() -> int:
    """Bytes in the log, 0 where there is none; whether it grew tells whether something went wrong on the way."""
    path = log_file()
    return path.stat().st_size if path and path.exists() else 0


def report(error: Exception) -> str:
    """Write the traceback to the log; what to tell the clerk."""
    logging.getLogger(__name__).error("%s", " ".join(sys.argv), exc_info=error)
    path = log_file()
    kept = f"详情已记入“{path}”，请把这个文件发给维护程序的同志" if path and path.exists() else "请告知维护程序的同志"
    return f"程序内部出错（{type(error).__name__}），没有做完。{kept}。原文件没有改动；再次运行同一命令，会接着已完成的部分做。"


def why(error: OSError) -> str:
    """The reason of a failed read or write in Chinese, where it is a usual one. Windows says "no permission" of a file that is
    open in another program, and "not found" of a path that is too long."""
    told = getattr(error, "winerror", None)
    if told in _IN_USE:
        return "正被其他程序使用，请先在 Word、Excel、WPS 里关闭"
    if told in _TOO_LONG or (told == _NO_PATH and len(str(error.filename or "")) >= LONGEST_PATH):
        return f"路径太长，Windows 一般不能超过{LONGEST_PATH}个字符，请把文件夹移到层次浅的地方，如 D:\\承诺书"
    return _WHY.get(error.errno or 0) or error.strerror or type(error).__name__


class _Log(logging.FileHandler):
    """Errors only: libraries warn of every odd PDF. A log that cannot be written must not hide what went wrong."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOG_NAME, "a", "utf-8", delay=True)
        self.setLevel(logging.ERROR)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing: the clerk hears of the error itself."""

    def emit(self, record: logging.LogRecord) -> None:
        """As always, but for a file that cannot be opened."""
        try:
            super().emit(record)
        except OSError:
            self.handleError(record)
