"""A large inbox through the whole of `chengnuo run`: CPU seconds of each stage, memory of the main process, what lies on
the disk in the end. Two sizes tell what grows faster than the inbox does.

    python -m benchmarks.whole_run [--forms 2000 4000] [--cache DIR] [--archives]

The forms are those of the tuning set, rendered once; of each copy the names of units and persons get a number, and long
texts are spliced anew from all promises, so that hardly any two are alike. With `--archives` they come in zips of 500."""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import tempfile
import threading
import time
import zipfile
from datetime import datetime
from pathlib import Path

import psutil
import yaml

from benchmarks.corpus_made import GOLD
from pipeline.batch import Settings
from pipeline.rosters.roster import Roster
from pipeline.whole_round import judge_inbox
from tests.gold.render import render

PART = "word/document.xml"
PIECE, LONG = 12, 24
MEMBERS_A_UNIT = 20


class Source:
    """Rendered forms to be varied: the parts of each and what in it names its owner."""

    def __init__(self, scratch: Path) -> None:
        self.forms: list[tuple[dict[str, bytes], str, list[str]]] = []
        texts: list[str] = []
        for path in sorted(GOLD.glob("*.yaml"))[:60]:
            gold = yaml.safe_load(path.read_bytes())
            render(gold, scratch / "form.docx")
            with zipfile.ZipFile(scratch / "form.docx") as opened:
                parts = {name: opened.read(name) for name in opened.namelist()}
            fields = gold.get("fields") or {}
            names = [str(fields[k]) for k in ("org_name", "name", "branch") if fields.get(k)]
            self.forms.append((parts, parts.pop(PART).decode(), names))
            texts += [str(item["text"]) for item in gold.get("items") or ()]
        self.words = "".join(texts)

    def write(self, target: Path | io.BytesIO, n: int) -> None:
        """The form number `n`."""
        parts, body, names = self.forms[n % len(self.forms)]
        dice = random.Random(n)
        for name in names:
            body = body.replace(name, f"{name}{n // MEMBERS_A_UNIT}")
        body = re.sub(rf"(?<=>)([^<>]{{{LONG},}})(?=</w:t>)", lambda found: self._spliced(dice, found[1]), body)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            out.writestr(PART, body)
            for name, data in parts.items():
                out.writestr(name, data)

    def _spliced(self, dice: random.Random, text: str) -> str:
        starts = (dice.randrange(len(self.words) - PIECE) for _ in range(len(text) // PIECE))
        spliced = "".join(self.words[at : at + PIECE] for at in starts)
        return text[:4] + spliced.replace("&", "和").replace("<", "（").replace("\n", "")


def make(inbox: Path, count: int, source: Source, archives: bool) -> None:
    """The inbox: a folder for each thousand, or zips."""
    for first in range(0, count, 500):
        numbers = range(first, min(first + 500, count))
        if archives:
            with zipfile.ZipFile(inbox / f"{first:06d}.zip", "w") as packed:
                for n in numbers:
                    buffer = io.BytesIO()
                    source.write(buffer, n)
                    packed.writestr(f"{n:06d}.docx", buffer.getvalue())
        else:
            (inbox / f"{first:06d}").mkdir()
            for n in numbers:
                source.write(inbox / f"{first:06d}" / f"{n:06d}.docx", n)


class Meter:
    """CPU seconds and memory by stage, of this process and of those that it started."""

    def __init__(self) -> None:
        self.stages: dict[str, list[float]] = {}
        self._me = psutil.Process()
        self._spent: dict[int, float] = {}
        self._stage, self._base = "", (0.0, 0.0, 0.0)
        self._lock, self._over = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def __call__(self, stage: str, *_: int) -> None:
        if stage != self._stage:
            self.close()
            self._stage, self._base = stage, self._now()
            self.stages.setdefault(stage, [0.0] * 4)

    def close(self) -> None:
        """The stage ends."""
        if self._stage:
            now, kept = self._now(), self.stages[self._stage]
            for k in range(3):
                kept[k] += now[k] - self._base[k]

    def _now(self) -> tuple[float, float, float]:
        with self._lock:
            own = self._me.cpu_times()
            self._sample()
            return time.perf_counter(), own.user + own.system, sum(self._spent.values())

    def _look(self) -> None:
        while not self._over.wait(0.2):
            with self._lock:
                self._sample()
                if self._stage in self.stages:
                    kept = self.stages[self._stage]
                    kept[3] = max(kept[3], self._me.memory_info().rss / 2**20)

    def _sample(self) -> None:
        for child in self._me.children(recursive=True):
            try:
                spent = child.cpu_times()
                self._spent[child.pid] = max(self._spent.get(child.pid, 0.0), spent.user + spent.system)
            except psutil.Error:
                continue


def run(count: int, source: Source, archives: bool, cache: Path | None) -> None:
    """One size from end to end."""
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        inbox, out = Path(folder) / "in", Path(folder) / "out"
        inbox.mkdir()
        make(inbox, count, source, archives)
        meter = Meter()
        done = judge_inbox(Settings(inbox, "csust-2012", Roster(), 2), out, datetime.now(), meter, lambda: None)
        meter.close()
        print(f"\n{count} files, {len(done.result.forms)} forms, {len(done.result.alike)} rows of likeness", flush=True)
        print("| stage | wall s | main CPU s | workers' CPU s | ms CPU a form | peak MB of main |\n|---|---|---|---|---|---|")
        for stage, (wall, own, others, peak) in meter.stages.items():
            print(f"| {stage} | {wall:.1f} | {own:.1f} | {others:.1f} | {(own + others) * 1000 / count:.2f} | {peak:.0f} |")
        _disk(inbox, out)
        shutil.rmtree(out)


def _disk(inbox: Path, out: Path) -> None:
    def size(paths: list[Path]) -> str:
        return f"{sum(p.stat().st_size for p in paths) / 2**20:.1f} MB in {len(paths)} files"

    files = [p for p in out.rglob("*") if p.is_file()]
    print(f"inbox {size([p for p in inbox.rglob('*') if p.is_file()])}")
    for name in ("results.jsonl", "台账.xlsx"):
        print(f"{name} {(out / name).stat().st_size / 2**20:.1f} MB")
    for name in ("反馈", ".chengnuo"):
        print(f"{name} {size([p for p in files if name in p.parts])}")
    print(f"folders {len(list((out / '反馈').iterdir()))}", flush=True)


def main() -> None:
    """All sizes, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, nargs="+", default=[2000, 4000])
    parser.add_argument("--cache", type=Path, help="where there is room for the inbox and the results")
    parser.add_argument("--archives", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        source = Source(Path(scratch))
    for count in given.forms:
        run(count, source, given.archives, given.cache)


if __name__ == "__main__":
    main()
