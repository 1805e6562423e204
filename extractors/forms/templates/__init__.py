"""The printed forms as data: one YAML file each, compiled once when the first document is matched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractors.forms.text import label_key
from extractors.model import FormKind
from extractors.model.value_class import value_class

FREE = "free"


class TemplateError(ValueError):
    """A template file that does not say what a template must say; the message names the file and the entry."""


@value_class
class Template:
    """A form's layout. `fields` maps field keys to printed labels; `means` turns the meaning of a label that the form
    does not ask for into one that it does (所在党支部 on an organisation's form is the organisation)."""

    id: str
    kind: FormKind
    titles: tuple[str, ...]
    fields: Mapping[str, str]
    commitment: str
    approval: str
    means: Mapping[str, str]
    keys: Mapping[str, str]
    """The printed labels of `fields` as label keys."""

    def likeness(self, labels: Mapping[str, str], kind: FormKind) -> float:
        """How well a form of this kind that prints these labels (field key → label key) fits: own fields found, strangers
        counted against; of two templates with the same fields, the one that prints them so."""
        if not self.fields:
            return 0.1
        own = {self.means.get(k, k) for k in labels}
        shared = len(own & self.fields.keys())
        alike = sum([self.keys.get(k) == label for k, label in labels.items()])
        fits = shared - 0.5 * (len(own) - shared) + 0.01 * alike
        return fits + (3.0 if kind == self.kind else 0.0) * bool(shared)


def load(path: Path) -> Template:
    """The template in a YAML file; raises TemplateError where an entry is missing, unknown or of the wrong type."""
    import yaml

    printed = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    wanted = {"id": str, "kind": str, "titles": list, "fields": dict, "commitment": str, "approval": str, "means": dict}
    _check(path, printed, wanted)
    titles = tuple(label_key(t) for t in printed["titles"])
    keys = {key: label_key(label) for key, label in printed["fields"].items()}
    return Template(
        printed["id"], FormKind(printed["kind"]), titles, printed["fields"], printed["commitment"], printed["approval"], printed["means"], keys
    )


def _check(path: Path, printed: Any, wanted: Mapping[str, type]) -> None:
    if not isinstance(printed, dict):
        raise TemplateError(f"{path.name}: not a mapping")
    if unknown := printed.keys() - wanted.keys():
        raise TemplateError(f"{path.name}: unknown entries {sorted(unknown)}")
    for entry, kind in wanted.items():
        if not isinstance(printed.get(entry), kind):
            raise TemplateError(f"{path.name}: {entry} must be {kind.__name__}")
    if wrong := [title for title in printed["titles"] if "诺" not in str(title)]:
        raise TemplateError(f"{path.name}: titles without 诺, by which a title's line is found: {wrong}")
    if printed["kind"] not in set(FormKind):
        raise TemplateError(f"{path.name}: kind {printed['kind']!r}")


@cache
def templates() -> tuple[Template, ...]:
    """All templates of this folder, by id."""
    return tuple(load(path) for path in sorted(Path(__file__).parent.glob("*.yaml")))


def means(kind: FormKind) -> Mapping[str, str]:
    """How forms of this kind read labels that they do not print themselves."""
    return next((t.means for t in templates() if t.kind == kind and t.fields), {})


def choose(labels: Mapping[str, str], kind: FormKind) -> Template:
    """The template that a form with these labels (field key → label key) follows; the free one where none comes close."""
    if not labels:
        return next(t for t in templates() if not t.fields)
    return max(templates(), key=lambda t: t.likeness(labels, kind))


@cache
def titles() -> Mapping[str, FormKind]:
    """Every template's titles, as label keys, and who promises under them."""
    return {title: template.kind for template in templates() for title in template.titles}
