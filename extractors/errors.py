"""Why a file could not be read. Every error says what happened and what the clerk does next, in Chinese."""

from __future__ import annotations

from typing import ClassVar


class DocumentError(Exception):
    """A file that cannot be read. `reason` is the code in results.jsonl; `message` and `next_step` are for people;
    `format_name` is set by `reading.read` once it knows the format."""

    reason: ClassVar[str] = "unreadable"
    format_name: str = "unknown"
    message: str = "文件无法读取。"
    next_step: str = "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹。"

    def __init__(self, message: str = "", next_step: str = "") -> None:
        self.message = message or type(self).message
        self.next_step = next_step or type(self).next_step
        super().__init__(self.message)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.next_step, self.format_name)


def _rebuild(kind: type[DocumentError], message: str, next_step: str, format_name: str) -> DocumentError:
    """For pickling: an error crosses from the worker to the batch whole."""
    error = kind(message, next_step)
    error.format_name = format_name
    return error


class Encrypted(DocumentError):
    """A password is needed to open the file."""

    reason = "encrypted"
    message = "文件设了打开密码，程序无法读取。"
    next_step = "请与报送单位联系，取消密码后重新报送。"


class Corrupt(DocumentError):
    """The file is broken or cut off."""

    reason = "corrupt"
    message = "文件已损坏或不完整。"
    next_step = "请与报送单位联系，重新发送一份；能用 Word 或 WPS 打开的，另存后再放入。"


class Empty(DocumentError):
    """A file of zero bytes."""

    reason = "empty"
    message = "文件是空的（0 字节）。"
    next_step = "多为传输中断所致，请报送单位重新发送。"


class TooLarge(DocumentError):
    """The file, or what it unpacks to, passes the limits."""

    reason = "too_large"
    message = "文件超出大小限制。"
    next_step = "请确认是否误放；确为承诺书的，压缩其中图片后重新保存。"


class TimedOut(DocumentError):
    """Reading took longer than the limit."""

    reason = "timeout"
    message = "文件读取超时，已跳过。"
    next_step = "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹。"


class OutOfMemory(DocumentError):
    """Reading took more memory than the limit."""

    reason = "memory"
    message = "文件读取时占用内存超限，已跳过。"
    next_step = "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹。"


class ReaderCrashed(DocumentError):
    """The worker process died on this file."""

    reason = "crashed"
    message = "读取该文件时程序异常退出，已跳过，不影响其他文件。"
    next_step = "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹。"


class Scan(DocumentError):
    """Pictures only; no text to read, where pictures cannot be read or show none."""

    reason = "scan"
    message = "文件是扫描件或照片，没有可读取的文字。"
    next_step = "请报送单位补发 Word 电子版；要由本程序识别扫描件的，请先安装识别组件（pip install \"chengnuo[ocr]\"），再重新运行。"


class Unsupported(DocumentError):
    """A format that no reader claims."""

    reason = "unsupported"
    message = "不支持的文件格式。"
    next_step = "请转换为 Word（.docx）或 PDF 后重新放入。"


class LockFile(DocumentError):
    """The owner file that Word leaves beside an open document."""

    reason = "lock_file"
    message = "这是 Word 打开文档时产生的临时文件（~$ 开头），不是承诺书。"
    next_step = "可以忽略；请确认同名的正式文件已经放入。"


class NoFormFound(DocumentError):
    """Readable, but no 公开承诺书 in it; the message says what it seems to be."""

    reason = "no_form"
    message = "文件可以读取，但没有找到公开承诺书。"
    next_step = "请核对是否放错文件；确为承诺书的，请改用通知所附样式填写。"
