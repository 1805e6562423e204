"""The shingle file of a pack, made from the text of its notice: `python -m pipeline.notice_shingles 通知.txt > shingles.txt`.

A pack keeps these hashes in place of the notice's sentences, so that a promise copied from the notice is known again
(rule W04). Run it anew when `extractors/language/shingles.py` changes; a test compares the two."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from extractors.language.shingles import of_notice

SHORTEST = 24
"""Shorter paragraphs are headings, names and labels of the form's own layout: a promise may hold those words."""


def shingle_lines(text: str) -> str:
    """The hashes of a notice's sentences in hexadecimal, one a line, in ascending order."""
    return "".join(f"{value:08x}\n" for value in sorted(of_notice(sentences(text))))


def sentences(text: str) -> Iterable[str]:
    """The paragraphs that are prose."""
    return (line for line in map(str.strip, text.splitlines()) if len(line) >= SHORTEST)


def main(arguments: list[str]) -> int:
    """Write the shingle file of the given notices (UTF-8 texts) to standard output."""
    if not arguments:
        sys.stderr.write("用法：python -m pipeline.notice_shingles 通知.txt… > shingles.txt\n")
        return 2
    sys.stdout.write(shingle_lines("\n".join(Path(name).read_text("utf-8") for name in arguments)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
