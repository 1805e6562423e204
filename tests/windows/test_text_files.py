"""Windows turns every "\\n" of a text file into two bytes unless told otherwise: results would differ from computer to
computer, and what counts bytes would miscount. And without a word it writes in the code page of the country."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(p for top in ("extractors", "rules", "pipeline") for p in (ROOT / top).rglob("*.py"))
WRITING = set("wax+")


def faults(source: str) -> Iterator[str]:
    """What a module does to text files without saying how lines end, or without saying the encoding."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        told = {keyword.arg for keyword in node.keywords}
        if name == "write_text" and "newline" not in told:
            yield f"{node.lineno}: write_text without newline="
        if name in ("write_text", "read_text") and "encoding" not in told and len(node.args) < (2 if name == "write_text" else 1):
            yield f"{node.lineno}: {name} without encoding="
        if name in ("open", "fdopen") and _text_mode(node) is not None:
            mode = _text_mode(node) or ""
            if "encoding" not in told:
                yield f"{node.lineno}: {name} without encoding="
            if WRITING & set(mode) and "newline" not in told:
                yield f"{node.lineno}: {name} without newline="
        bare = ast.unparse(node.func) == "os.open" and not any(w in ast.unparse(node) for w in ("devnull", "O_BINARY"))
        if bare and "fdopen" not in source:
            yield f"{node.lineno}: os.open without O_BINARY"


def _text_mode(node: ast.Call) -> str | None:
    """The mode of a call that opens a text file; None for a binary one, and for what opens no file of text."""
    modes = [a.value for a in [*node.args, *(k.value for k in node.keywords if k.arg == "mode")] if isinstance(a, ast.Constant)]
    found = [m for m in modes if isinstance(m, str) and m and set(m) <= set("rwaxbt+")]
    return found[0] if found and "b" not in found[0] else None


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_text_files_say_how_lines_end_and_what_encoding_they_have(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'path.open("a", encoding="utf-8")', 'path.write_text("x", "utf-8")', 'open(path, "w", newline="")',
        'path.write_text("x", newline="\\n")', "path.read_text()", "os.open(path, os.O_WRONLY)", 'path.open(mode="w")',
    ],
)  # fmt: skip
def test_the_look_sees_what_it_looks_for(source: str) -> None:
    assert list(faults(source))
