"""`python -m pipeline.reference` writes the generated pages; `--check` fails where one is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.reference.cli_page import cli_page
from pipeline.reference.lifecycle_page import lifecycle_page
from pipeline.reference.requirements_page import requirements_page
from pipeline.reference.rules_page import rules_page
from pipeline.reference.schema import pack_schema, results_schema

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    "cli.md": cli_page,
    "lifecycle.md": lifecycle_page,
    "rules.md": rules_page,
    "requirements.md": requirements_page,
    "results.schema.json": results_schema,
    "pack.schema.json": pack_schema,
}


def main(check: bool) -> int:
    """Write or compare every page; the number of pages that differ."""
    stale = 0
    for name, make in PAGES.items():
        path, text = DOCS / name, make()
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        if check:
            stale += 1
            sys.stderr.write(f"docs/{name} is out of date: run `make docs`\n")
        else:
            path.write_text(text, "utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    sys.exit(1 if main("--check" in sys.argv[1:]) else 0)
