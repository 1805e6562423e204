"""How far a run's findings went out: what the summary says of itself, and whether a release may be made of it."""

from __future__ import annotations

from pathlib import Path

from pipeline.decisions.readback import unread
from pipeline.ledger.store.releases import last_sent, releases
from pipeline.ledger.store.store import Store
from pipeline.outputs import OutputFolder, sha256_of
from pipeline.release.plan import UnitPlan
from pipeline.release.said import change, said_to
from pipeline.wording import DRAFT, chinese_day

UNFINISHED = Path(".chengnuo") / "results.part"


class ReleaseError(Exception):
    """Nothing can be released now; the message says in Chinese why and what to do."""


def standing(store: Store, results: Path, plan: list[UnitPlan]) -> str:
    """草稿 until all known units were told just what these results say."""
    sent = last_sent(releases(store))
    if not sent:
        return DRAFT
    told = [unit for unit in said_to(results, plan) if unit.plan.known]
    out = [u for u in told if u.plan.unit in sent and not change(sent[u.plan.unit][1].said, u.said)]
    if not told or len(out) < len(told):
        return f"{DRAFT}（{len(told)}个单位中{len(out)}个已按此发出）"
    last = max(sent[u.plan.unit][0].at for u in told)
    return f"已于{chinese_day(last.date())}发出"


def check(out: OutputFolder, store: Store) -> None:
    """Raises ReleaseError where what lies in the folder is not what the decisions ask for: a run that was stopped, or
    decisions that no run has applied yet."""
    results = out.root / "results.jsonl"
    if not results.exists():
        raise ReleaseError(f"“{out.root}”里没有审核结果。请写 chengnuo run 的结果文件夹（--out 所指的）。")
    last = store.last_run()
    if (out.root / UNFINISHED).exists() or last is None or last.results_sha256 != sha256_of(results):
        raise ReleaseError("上次运行没有做完，或结果被改动过。请再运行一次 chengnuo run，然后打包。")
    if last.last_event != store.last_event():
        raise ReleaseError("有复核意见还没有用到结果里。请再运行一次 chengnuo run，然后打包。")
    if waiting := unread(out, results):
        raise ReleaseError(f"台账里有 {waiting} 条复核意见还没有读回。请再运行一次 chengnuo run，然后打包。")
