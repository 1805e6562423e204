"""Facts of the ledger from the YAML of a case: `kind` of the form, and one of

hung:       days, least
promise:    today, limit, words, until, put_right, silent, undated
report:     quarter, due, today, received, opened, blank
evaluated:  title, end, today, parts, missing, few, begun
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.model import FormKind
from rules.facts import Evaluated, Hung, LedgerFacts, OwedReport, UnderWay

PARTS = {"hung": Hung, "promise": UnderWay, "report": OwedReport, "evaluated": Evaluated}


def ledger_facts_of(told: Mapping[str, Any]) -> LedgerFacts:
    """The facts that a case writes down. Raises TypeError, KeyError where it names what there is not."""
    made = {name: _part(name, said) for name, said in told.items() if name != "kind" and said is not None}
    return LedgerFacts(FormKind(told["kind"]), **made)


def _part(name: str, said: Mapping[str, Any]) -> Any:
    return PARTS[name](**{key: tuple(value) if isinstance(value, list) else value for key, value in said.items()})
