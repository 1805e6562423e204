"""A real PostgreSQL in a temporary folder, for tests: started, given a database for each test, stopped."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

USER = "postgres"


class Missing(Exception):
    """Why no server can be started here."""


class Server:
    """A running server that listens on a socket in its own folder only."""

    def __init__(self, bin_: Path, folder: Path) -> None:
        self.bin, self.folder = bin_, folder
        self._numbers = count(1)

    def new_database(self, template: str = "template0") -> str:
        """The address of a database that was just made, empty or as a copy of another one."""
        import psycopg

        name = f"t{next(self._numbers)}"
        with psycopg.connect(f"postgresql://{USER}@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        return f"postgresql://{USER}@/{name}?host={self.folder}"

    def name_of(self, url: str) -> str:
        """The name of the database at that address."""
        return url.removeprefix(f"postgresql://{USER}@/").partition("?")[0]


def run(*command: object) -> None:
    """As the user who may: PostgreSQL refuses root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", USER, "--", *words]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, cwd="/", check=False)
    if done.returncode:
        raise Missing(f"{words[-3:]}: {done.stderr.strip()[-300:]}")


@contextmanager
def started() -> Iterator[Server]:
    """Raises Missing where there is no PostgreSQL, or root has no `postgres` user to be."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if not found:
        raise Missing("PostgreSQL is not installed (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            try:
                os.chown(folder, pwd.getpwnam(USER).pw_uid, -1)
            except KeyError as error:
                raise Missing("root without a user `postgres`: PostgreSQL refuses root") from error
        yield from _running(found[-1].parent, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(bin_: Path, folder: Path) -> Iterator[Server]:
    data = folder / "data"
    run(bin_ / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    settings = f"-k {folder} -c listen_addresses= -c fsync=off"
    run(bin_ / "pg_ctl", "-D", data, "-o", settings, "-l", folder / "log", "-w", "start")
    try:
        yield Server(bin_, folder)
    finally:
        run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
