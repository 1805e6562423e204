"""A worksheet of xlsxwriter for tables with a formula in each of their rows."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class QuickSheet(Worksheet):  # type: ignore[misc]  # the library gives no types
    """Takes formulas as they are. The library looks for some hundred names of newer functions in every formula, which is a
    sixth of the time that a ledger of 300,000 promises takes; the formulas of the program's own use none of them. To be
    given to `Workbook.add_worksheet` as `worksheet_class`."""

    def _prepare_formula(self, formula: str, expand_future_functions: Any = False) -> str:
        del expand_future_functions
        return formula.removeprefix("=")
