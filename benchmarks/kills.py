"""Kill the run at random moments, in random ways, start it again, and see that nothing is lost and nothing is otherwise.

    python -m benchmarks.kills [--rounds 20] [--kills 4] [--seed N] [--files 12]

Each round begins with a finished working folder in which a clerk has typed decisions, is killed some times (the program,
one of its workers, all of them at once; by SIGKILL, SIGTERM or SIGINT; at a random moment, or just when the database of
decisions is written) and then runs to its end. Its results, the cells of its workbook, its letters and copies and the
events of its database must be those of a run that was never disturbed."""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import psutil

from pipeline.ledger.store.store import open_store

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "inbox" / "机电学院"
PROGRAM = """
import faulthandler, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs in the background deaf to it
faulthandler.register(signal.SIGUSR1, open(sys.argv.pop(1), "w"))
from pipeline.cli.main import main
main()
"""
PATIENCE = 150
"""Seconds after which a run that was told to end, or whose worker was killed, is taken to hang; more where an undisturbed run
takes long, as on a busy machine: one that is deaf to interrupts or lost a worker goes on to its end."""
DATABASE = Path(".chengnuo") / "台账.db"
TYPED = (("不采纳", "已当面核实"), ("同意", ""), ("改写", "请写明几月几日前完成。"))
WAYS = ("program", "program", "worker", "all", "terminate", "interrupt", "database")


@dataclass(frozen=True)
class Seen:
    """All that a run leaves behind which anybody would look at; no clock times."""

    results: str
    sheets: dict[str, tuple[Any, ...]]
    files: tuple[str, ...]
    events: tuple[tuple[str, ...], ...]

    def differs(self, other: Seen) -> list[str]:
        """What is otherwise, by name."""
        told = ["results.jsonl"] if self.results != other.results else []
        told += [name for name in {*self.sheets, *other.sheets} if self.sheets.get(name) != other.sheets.get(name)]
        told += ["files: " + ", ".join(sorted({*self.files} ^ {*other.files}))] if self.files != other.files else []
        return told + (["events"] if self.events != other.events else [])


class Bench:
    """An inbox, a working folder with decisions typed in, and what an undisturbed run makes of it."""

    def __init__(self, root: Path, files: int) -> None:
        self.inbox, self.out, self._typed, self._stacks = root / "收件", root / "结果", root / "typed", root / "stacks"
        _fill_inbox(self.inbox, files)
        self.run()
        _type_decisions(self.out / "台账.xlsx")
        self.out.rename(self._typed)
        self.begin()
        start = time.monotonic()
        self.run()
        self.seconds = time.monotonic() - start
        self.expected = self.seen()
        assert len(self.expected.events) == len(TYPED)

    def begin(self) -> None:
        """The working folder as the clerk left it."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self._typed, self.out)

    def command(self) -> list[str]:
        roster = str(ROOT / "samples" / "roster.xlsx")
        return [
            sys.executable, "-c", PROGRAM, str(self._stacks), "run", str(self.inbox), "--notice", "csust-2012", "--roster", roster,
            "--out", str(self.out), "-j", "2", "-q",
        ]  # fmt: skip

    def run(self) -> None:
        """To the end."""
        done = subprocess.run(self.command(), cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr

    def kill(self, dice: random.Random) -> str:
        """Start a run and end it; in which way, when, and whether it had come to its end before."""
        way, after = dice.choice(WAYS), dice.uniform(0.0, self.seconds)
        running = subprocess.Popen(self.command(), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            if way == "database":
                self._until_the_database_is_written(running, dice)
            else:
                running.wait(after)
        self._strike(running, way, dice)
        return f"{way} after {after:.2f} s: {self._ended(running, way)}"

    def _ended(self, running: subprocess.Popen[bytes], way: str) -> int:
        try:
            return running.wait(max(PATIENCE, 8 * self.seconds))
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGUSR1)
            time.sleep(1)
            running.kill()
            raise AssertionError(f"hangs after {way}:\n{self._stacks.read_text()}") from None

    def _until_the_database_is_written(self, running: subprocess.Popen[bytes], dice: random.Random) -> None:
        times = dice.randint(1, 4)
        wal = self.out / f"{DATABASE}-wal"
        last: object = None
        until = time.monotonic() + 2 * self.seconds
        while running.poll() is None and time.monotonic() < until:
            with suppress(OSError):
                now = (wal.stat().st_mtime_ns, wal.stat().st_size)
                times -= now != last
                last = now
                if times < 0:
                    time.sleep(dice.choice((0, 0, 0.0005, 0.002, 0.01)))
                    return

    def _strike(self, running: subprocess.Popen[bytes], way: str, dice: random.Random) -> None:
        if running.poll() is not None:
            return
        with suppress(psutil.Error, IndexError):
            family = psutil.Process(running.pid).children(recursive=True)
            if way == "worker":
                dice.choice(family).kill()
                return
            running.send_signal({"terminate": signal.SIGTERM, "interrupt": signal.SIGINT}.get(way, signal.SIGKILL))
            for child in family if way == "all" else ():
                with suppress(psutil.Error):
                    child.kill()

    def seen(self) -> Seen:
        """What lies there now."""
        sheets = {}
        for path in self.out.glob("*.xlsx"):
            book = openpyxl.load_workbook(path, read_only=True)
            sheets |= {f"{path.name} {s.title}": tuple(_row(r) for r in s.iter_rows(values_only=True)) for s in book}
            book.close()
        files = sorted(
            f"{path.relative_to(self.out).as_posix()} {_digest(path)}"
            for path in self.out.rglob("*")
            if path.is_file() and ".chengnuo" not in path.parts and path.parent != self.out
        )
        with open_store(self.out) as store:
            events = tuple((e.statement.state or "", e.statement.text, e.subject.code, e.outcome.value) for e in store.events())
        return Seen(_digest(self.out / "results.jsonl"), sheets, tuple(files), tuple(map(tuple, events)))


def one_round(bench: Bench, dice: random.Random, kills: int) -> tuple[list[str], list[str]]:
    """How it was killed, and what is otherwise in the end."""
    bench.begin()
    told = [bench.kill(dice) for _ in range(dice.randint(1, kills))]
    bench.run()
    return told, bench.seen().differs(bench.expected)


def _type_decisions(path: Path) -> None:
    """As a clerk does it in Excel: into the first rows, one after the other."""
    book = openpyxl.load_workbook(path)
    sheet = book["问题清单"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row, (word, text) in enumerate(TYPED, start=2):
        sheet.cell(row, columns["复核意见"]).value = word
        sheet.cell(row, columns["复核说明"]).value = text or None
    book.save(path)


def _fill_inbox(inbox: Path, files: int) -> None:
    inbox.mkdir()
    found = [*sorted(SAMPLES.glob("教师/*.docx")), *sorted(SAMPLES.glob("学生/*.docx")), *sorted(SAMPLES.glob("*.docx"))][:files]
    for path in found[1:]:
        shutil.copy(path, inbox)
    with zipfile.ZipFile(inbox / "补报.zip", "w") as packed:
        packed.write(found[0], found[0].name)
        packed.writestr("坏.docx", b"PK\x03\x04 broken")
    (inbox / "空.docx").write_bytes(b"")


def _row(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row without the moment at which it was heard."""
    return tuple(v for v in values if not hasattr(v, "hour") and not (isinstance(v, str) and v[:2] == "20" and v[13:14] == ":"))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Rounds until one is otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.files)
        print(f"undisturbed: {bench.seconds:.1f} s", flush=True)
        for n in range(given.rounds):
            told, otherwise = one_round(bench, random.Random(given.seed + n), given.kills)
            bad += bool(otherwise)
            print(f"{n}: {'; '.join(told)} -> {'; '.join(otherwise) or 'the same'}", flush=True)
    print(f"{given.rounds} rounds, {bad} otherwise")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
