"""Sockets of killed runs go; those of living ones, of young ones and whatever else is in such a folder stay."""

from __future__ import annotations

import os
import socket
import tempfile
import time
from pathlib import Path

import pytest

from pipeline.executors.leftovers import sweep_sockets

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in files here")


def folder(where: Path, name: str, age: float = 7200) -> tuple[Path, socket.socket]:
    """A folder with a socket that is listened at."""
    made = where / f"pymp-{name}"
    made.mkdir()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(made / "listener-x"))
    listener.listen()
    os.utime(made, (time.time() - age, time.time() - age))
    return made, listener


def test_only_dead_sockets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(prefix="s") as where:  # short: the address of a socket may have 107 bytes
        monkeypatch.setattr(tempfile, "tempdir", where)
        dead, living, young, mixed = (folder(Path(where), name, age) for name, age in (("a", 7200), ("b", 7200), ("c", 60), ("d", 7200)))
        (mixed[0] / "notes.txt").write_text("x")
        (Path(where) / "pymp-e").mkdir()
        os.utime(mixed[0], (1, 1))
        os.utime(Path(where) / "pymp-e", (1, 1))
        for _, listener in (dead, young, mixed):
            listener.close()
        sweep_sockets()
        assert sorted(path.name for path in Path(where).iterdir()) == ["pymp-b", "pymp-c", "pymp-d", "pymp-e"]
        living[1].close()
        sweep_sockets()
        assert not living[0].exists()
