"""Makes samples/inbox, samples/roster.xlsx and the table of files in samples/README.md."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from samples.make import book, broken, drawn, office, web, word
from samples.make.entries import Entry, load
from samples.make.fixed import fixed_zip, member

SAMPLES = Path(__file__).parents[1]
INBOX = SAMPLES / "inbox"
NEEDS_PDF = {"encrypted_pdf", "truncated_pdf", "scan", "photo"}
MAKERS: dict[str, Callable[[Entry], bytes]] = {
    "word": word.write, "ruled_pdf": drawn.ruled, "free_pdf": drawn.free, "html": web.page,
}
FROM_DOCX: dict[str, Callable[[bytes], bytes]] = {
    "encrypted_docx": broken.encrypted_docx, "truncated_docx": broken.truncated,
}
FROM_PDF: dict[str, Callable[[bytes], bytes]] = {
    "encrypted_pdf": broken.encrypted_pdf, "truncated_pdf": broken.truncated, "scan": office.scan,
    "photo": lambda pdf: office.picture(pdf, angle=-2.2, seal=False, quality=35),
}
FROM_NOTHING: dict[str, Callable[[], bytes]] = {
    "empty": bytes, "lock": broken.lock_file, "workbook": lambda: fixed_zip(book.leftover()),
}
START, END = "<!-- files -->\n", "<!-- end of files -->"


class _GbkMember(zipfile.ZipInfo):
    """A member whose name is written in GBK without the UTF-8 flag, as Windows Explorer does in China."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def main() -> None:
    """Write everything anew."""
    entries = list(load())
    shutil.rmtree(INBOX, ignore_errors=True)
    for entry, data in zip(entries, _contents(entries), strict=True):
        target = INBOX / entry.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (SAMPLES / "roster.xlsx").write_bytes(fixed_zip(book.roster()))
    _list_files(entries)
    size = sum(p.stat().st_size for p in INBOX.rglob("*") if p.is_file())
    print(f"{len(entries)} files, {size / 2**20:.1f} MiB")


def _contents(entries: Sequence[Entry]) -> list[bytes]:
    """The bytes of each file; all conversions of one kind go through LibreOffice together."""
    made = [_first(entry) for entry in entries]
    for suffix in ("pdf", "doc"):
        chosen = [n for n, e in enumerate(entries) if e.via == suffix or (suffix == "pdf" and e.broken in NEEDS_PDF)]
        for n, data in zip(chosen, office.convert([made[n] for n in chosen], suffix), strict=True):
            made[n] = data
    return [_spoil(entry, data) for entry, data in zip(entries, made, strict=True)]


def _first(entry: Entry) -> bytes:
    if entry.broken in FROM_NOTHING:
        return FROM_NOTHING[entry.broken]()
    return _archive(entry) if entry.zip else MAKERS[entry.maker](entry)


def _spoil(entry: Entry, data: bytes) -> bytes:
    change = {**FROM_DOCX, **FROM_PDF}.get(entry.broken)
    return change(data) if change else data


def _archive(entry: Entry) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for inner in entry.zip:
            archive.writestr(member(inner.file, _GbkMember), word.write(inner))
    return out.getvalue()


def _list_files(entries: Sequence[Entry]) -> None:
    """Put the list of files between the marks of the README."""
    readme = SAMPLES / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(START)
    rows = [f"| `{e.file}` | {e.why} |" for e in sorted(entries, key=lambda e: e.file)]
    table = "\n".join(["| file | what it is for |", "|---|---|", *rows])
    readme.write_text(f"{before}{START}{table}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
