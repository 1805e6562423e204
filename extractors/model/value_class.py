"""How the values that pass from stage to stage are declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value_class(cls: type[_Class]) -> type[_Class]:
    """A slotted, hashable dataclass whose fields are never set again: the type checker refuses it (`make lint`).

    `dataclass(frozen=True)` would refuse it at run time too, by a detour that makes a value three to six times as slow to
    build (a Paragraph 1.2 µs instead of 0.2), and a form is made of hundreds of them."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
