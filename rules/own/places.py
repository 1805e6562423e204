"""The places of a form that a rule on words may look at, and hits there."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Passage, Span
from extractors.model.document import paragraphs
from extractors.model.value_class import value_class
from rules.facts import FormFacts
from rules.looking import field_hit, form_hit, item_hit, place_hit
from rules.model import Hit, Scope, Verdict
from rules.own.base import OwnCheck, Settings
from rules.own_settings import Placed

Values = tuple[tuple[str, str], ...]


@value_class
class Spot:
    """A text to look at: a promise (`item`), a field, a passage, or (nothing of these) several passages in one."""

    text: str
    item: int | None = None
    field: str | None = None
    passage: Passage | None = None

    def hit(
        self, facts: FormFacts, span: Span | None = None, *, verdict: Verdict = Verdict.DEFICIENT, variant: str = "",
        values: Values = (),
    ) -> Hit:  # fmt: skip
        """A hit at that span of it, or at the whole of it."""
        if self.item is not None:
            return item_hit(facts, self.item, [span] if span else (), verdict=verdict, variant=variant, values=values)
        found = facts.form.field(self.field) if self.field else None
        if found:
            return field_hit(found, verdict=verdict, variant=variant, values=values)
        if self.passage is not None and span:
            evidence = self.passage.text[span.start : span.end]
            return Hit(self.passage.anchor(*span), evidence, verdict, variant=variant, values=values)
        if self.passage is not None:
            return place_hit(facts, self.passage, verdict=verdict, variant=variant, values=values)
        return form_hit(facts, verdict=verdict, variant=variant, values=values)


class PlacedCheck(OwnCheck[Settings]):
    """A rule about words at a place of the form. Where nothing is written there other rules speak, and this one is silent."""

    settings: Placed  # type: ignore[assignment]

    def place(self) -> Scope:
        """See `Placed`."""
        return {"each": Scope.ITEM, "field": Scope.FIELD}.get(self.settings.place, Scope.FORM)

    def apart(self, facts: FormFacts) -> Iterator[Spot]:
        """Each written text of the place, for what must not be there."""
        place, form = self.settings.place, facts.form
        if place in ("items", "each"):
            yield from (Spot(item.text, item=n) for n, item in enumerate(facts.items))
        elif place == "field":
            yield from self._field(facts)
        else:
            passages = {"title": [form.title], "opinion": [form.approval.passage], "body": _body(facts)}[place]
            if place != "opinion" or form.approval.opinion.strip():
                yield from (Spot(p.text, passage=p) for p in passages if p.text.strip())

    def together(self, facts: FormFacts) -> Iterator[Spot]:
        """The written text of the place in one piece, for what must be there; in `each`, every promise."""
        spots = list(self.apart(facts))
        if self.settings.place == "each" or (len(spots) == 1 and spots[0].item is None):
            yield from spots
        elif spots:
            headings = [h for item in facts.items for h in item.headings] if self.settings.place == "items" else []
            yield Spot("\n".join([*(s.text for s in spots), *headings]))

    def _field(self, facts: FormFacts) -> Iterator[Spot]:
        found = facts.form.field(self.settings.field)
        if found and found.value:
            yield Spot(found.text, field=found.key)


def _body(facts: FormFacts) -> list[Passage]:
    return [p.passage for p in paragraphs(facts.form.body)] or [item.passage for item in facts.items]
