"""How the values that pass from stage to stage are declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value_class(cls: type[_Class]) -> type[_Class]:
    """A slotted, hashable dataclass whose fields are never set again: the type checker refuses it (`make lint`).

    `dataclass(frozen=True)` would refuse it at run time too, by a detour that makes each value four times as slow to
    build. A form is some five hundred values, so that detour cost more than finding the form."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
