"""Which forms the program is not sure of, and who they might belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.rosters.roster import Answer, Roster, plain
from pipeline.status import FormSummary

MOST = 4
LEAST = 0.34
"""Share of letter pairs in common from which a unit is offered as a candidate."""


@dataclass(frozen=True, slots=True)
class Question:
    """A form with what is doubtful of it. `taken` is whose it is held to be for the time being ("" nobody's), `maybe` who
    else it might belong to, `answer` what was answered before."""

    form: FormSummary
    why: str
    taken: str
    maybe: tuple[str, ...]
    answer: Answer | None = None


def questions(forms: Iterable[FormSummary], roster: Roster) -> tuple[Question, ...]:
    """Open questions first, then those that were answered, each in the order of the files. None without a roster."""
    known = _Candidates(roster)
    found = [q for form in forms if (q := _question(form, roster, known))] if roster else []
    return tuple(sorted(found, key=lambda q: (q.answer is not None, bool(q.taken), q.form.file, q.form.index)))


def _question(form: FormSummary, roster: Roster, known: _Candidates) -> Question | None:
    taken = _name(form)
    if answer := roster.answer(form.sha256, form.index):
        return Question(form, "已按填写的处理", _name(form, answer.person), (), answer)
    if form.kind in ("member", "secretary") and roster.people and form.person_id is None:
        maybe = tuple(known.people(form))
        why = "名册中有重名" if any(m.endswith(f"　{form.person}") for m in maybe) and len(maybe) > 1 else "名册中没有找到此人"
        return Question(form, why if form.person else "表上没有读出姓名", "", maybe[:MOST])
    if roster.units and form.unit_id is None and form.kind in ("org", "unknown"):
        return Question(form, "名册中没有找到这个单位" if form.printed else "表上没有读出单位名称", "", tuple(known.units(form.printed))[:MOST])
    if form.match == "likely":
        return Question(form, "名称与名册不完全一致，或按文件名认定", taken, ())
    return None


def _name(form: FormSummary, answered: str = "") -> str:
    """Unit and person as they are written into the sheet: 教务处党支部　魏试填; the person that was `answered`, if any."""
    known, person = form.unit if form.unit_id else "", answered or form.person
    return f"{known}　{person}" if person and form.person_id else known


class _Candidates:
    """The roster by name, by branch and by letter pairs: made once, asked for every doubtful form."""

    def __init__(self, roster: Roster) -> None:
        self._named: dict[str, list[str]] = defaultdict(list)
        self._branch: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._pairs = [(_pairs(u.name), u.name) for u in roster.units]
        for person in roster.people:
            shown = f"{person.branch}　{person.name}"
            self._named[plain(person.name)].append(shown)
            self._branch[plain(person.branch)].append((plain(person.name), shown))

    def people(self, form: FormSummary) -> Iterator[str]:
        """Namesakes first, then people of the form's unit whose name differs in one letter."""
        name = plain(form.person or "")
        if not name:
            return
        yield from self._named.get(name, ())
        for other, shown in self._branch.get(plain(form.unit), ()) if form.unit_id else ():
            if len(other) == len(name) > 1 and sum(a != b for a, b in zip(other, name, strict=True)) == 1:
                yield shown

    def units(self, printed: str) -> list[str]:
        """Units whose names have most letter pairs in common with what is printed."""
        wanted = _pairs(printed)
        scored = [(len(wanted & pairs) / max(len(wanted | pairs), 1), name) for pairs, name in self._pairs]
        return [name for score, name in sorted(scored, key=lambda s: (-s[0], s[1])) if score >= LEAST]


def _pairs(text: str) -> frozenset[str]:
    letters = plain(text)
    return frozenset(letters[n : n + 2] for n in range(len(letters) - 1))
