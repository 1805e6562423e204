"""Field labels printed almost as the vocabulary has them: with words before or behind, or with a slip of the pen.

Most cells that stand where a label could are values, and none looks like another: so each question is a few look-ups,
never a walk over all names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_HIDDEN = "\0"


class FieldNames:
    """Label keys and the field keys that they mean."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self._mistaken: dict[str, list[str]] = {}
        self._shortened: dict[str, list[str]] = {}
        self._ends = {name[-2:] for name in keys}
        self._begins = {name[:3] for name in keys}
        self._letters = frozenset("".join(keys))
        for name in keys:
            for form in _mistaken(name) if len(name) > 2 else ():
                self._mistaken.setdefault(form, []).append(name)
            for form in _shortened(name) if len(name) > 2 else ():
                self._shortened.setdefault(form, []).append(name)

    def alike(self, key: str) -> tuple[str, float] | None:
        """The field that a label key is like, with how sure that is: it ends in a name, begins with one, or differs
        from one by a single letter put in, left out or mistaken. None where it is like none."""
        for start in range(len(key) - 1) if key[-2:] in self._ends else ():
            if found := self._keys.get(key[start:]):
                return found, 0.85
        for end in range(len(key), max(2, len(key) - 4), -1) if key[:3] in self._begins else ():
            if found := self._keys.get(key[:end]):
                return found, 0.75
        found = self.slip(key)
        return (found, 0.7) if found else None

    def slip(self, key: str) -> str | None:
        """What a label key means that differs from a name by a single letter put in, left out or mistaken."""
        if len(set(key) - self._letters) > 1:
            return None  # more than one letter that no name has
        slips = [(len(name), self._keys[name]) for name in self._slips(key) if len(set(name) & set(key)) > 1]
        return max(slips)[1] if slips else None

    def _slips(self, key: str) -> Iterator[str]:
        for form in _mistaken(key):
            yield from self._mistaken.get(form, ())
        yield from self._shortened.get(key, ())
        yield from (form for form in _shortened(key) if len(form) > 2 and form in self._keys)


def _mistaken(name: str) -> Iterator[str]:
    """The name with each of its letters hidden in turn."""
    return (name[:at] + _HIDDEN + name[at + 1 :] for at in range(len(name)))


def _shortened(name: str) -> Iterator[str]:
    """The name with each of its letters left out in turn."""
    return (name[:at] + name[at + 1 :] for at in range(len(name)))
