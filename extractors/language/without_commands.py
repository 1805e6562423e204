"""spaCy without its command line.

`import spacy` also imports its commands, for the sake of `spacy.info`, and with them three clients for the network: a
third of its time, 350 modules, in every worker that Windows starts afresh, for nothing that this program uses."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_NAMES = ("spacy.cli", "spacy.cli.info")


def load_spacy() -> None:
    """Import spaCy with a `spacy.info` that loads the commands when it is called. Whoever imports `spacy.cli` later gets the real one."""
    if "spacy" in sys.modules:
        return
    package, module = map(ModuleType, _NAMES)
    module.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_NAMES[0]: package, _NAMES[1]: module}
    try:
        import spacy  # noqa: F401
    finally:
        for name in _NAMES:
            sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
