"""Facts of a form from compact YAML; the builder is the program's own, packs outside the repository use it too."""

from __future__ import annotations

from pipeline.notices.case_batch import batch_facts_of
from pipeline.notices.case_facts import Page, facts_of, read_facts_of

__all__ = ["Page", "batch_facts_of", "facts_of", "read_facts_of"]
