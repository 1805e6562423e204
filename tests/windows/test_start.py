"""What a command loads: nothing that it does not need. On Windows every worker starts anew, and a scanner reads every file."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORM = next(p for p in sorted((ROOT / "samples" / "inbox").rglob("*.docx")) if "承诺书" in p.name and p.read_bytes().startswith(b"PK"))
CODE = """
import sys
from pipeline.cli.main import main
try:
    main()
except SystemExit:
    sys.stderr.write(" ".join(sys.modules))
"""
HEAVY = {"spacy", "numpy", "lxml", "pydantic", "sqlalchemy", "openpyxl", "docx", "pikepdf", "pdfplumber", "pypdfium2", "psutil", "rjieba", "yaml"}
NETWORK = {"requests", "httpx", "urllib3", "weasel", "typer"}
OTHERS = {"openpyxl", "sqlalchemy", "alembic", "pikepdf", "pdfplumber", "pypdfium2", "xlsxwriter", "docx", "cv2"}


def loaded(*words: str) -> set[str]:
    told = subprocess.run([sys.executable, "-c", CODE, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(told.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["ledger", "--help"], ["check", "--help"], ["ledger", "export", "--help"]])
def test_help_loads_no_library(words: list[str]) -> None:
    assert loaded(*words) & HEAVY == set()


def test_checking_a_word_file_loads_what_that_takes() -> None:
    found = loaded("check", str(FORM), "--notice", "csust-2012")
    assert found & (NETWORK | OTHERS) == set()
    assert {"spacy", "lxml"} <= found


def test_spacys_own_commands_are_still_there() -> None:
    code = (
        "from extractors.language.without_commands import load_spacy; load_spacy(); import spacy, sys;"
        "assert 'spacy.cli' not in sys.modules; assert spacy.info(silent=True)['spacy_version']; import spacy.cli.train"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
