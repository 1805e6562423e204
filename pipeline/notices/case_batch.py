"""Facts of the whole batch from the compact YAML of a case.

    batch: kind, promises [a text, or {t: text, peers}], peers [{whose, likeness}], left_open, concrete, others
"""

from __future__ import annotations

from extractors.model import FormKind
from pipeline.notices.case_facts import Case, Page
from rules.facts import BatchFacts, OpenItem, Peer, PromiseFacts


def batch_facts_of(case: Case) -> tuple[BatchFacts, Page]:
    """Facts and the page on which their words stand. Raises KeyError, ValueError or TypeError for a case that does not fit."""
    page, batch = Page(), case["batch"]
    promises = [{"t": p} if isinstance(p, str) else p for p in batch.get("promises", [])]
    return BatchFacts(
        kind=FormKind(batch.get("kind", "org")),
        promises=tuple(
            PromiseFacts(n, p["t"], page.passage(p["t"]).anchor(), _peers_of(p)) for n, p in enumerate(promises, 1)
        ),
        peers=_peers_of(batch),
        left_open=tuple(OpenItem(**o) for o in batch.get("left_open", [])),
        concrete=batch.get("concrete", 0),
        others=tuple(batch["others"]) if "others" in batch else None,
    ), page


def _peers_of(case: Case) -> tuple[Peer, ...]:
    return tuple(Peer(**p) for p in case.get("peers", []))
