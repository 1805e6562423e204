"""How a promise stands on a day: 蓝 near its limit, 黄 behind, 红 overdue; 督查 where nothing was heard for long."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from pipeline.ledger.book.life import RUNNING, State
from rules.year_settings import LightData


class Light(StrEnum):
    """The lights; the values are what people read."""

    NONE = ""
    BLUE = "蓝"
    YELLOW = "黄"
    RED = "红"


SILENT = "督查"


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise's light with the reason in words. `limit` is the day that binds now (of 限期整改 where it is in it),
    `silent` that nothing was heard for so long that 督查 is due."""

    light: Light
    silent: bool
    limit: date | None
    why: str

    @property
    def shown(self) -> bool:
        """Whether anybody has to look at it."""
        return self.light is not Light.NONE or self.silent


class Timed(Protocol):
    """What a light depends on: an item, or as much of it."""

    @property
    def state(self) -> State: ...
    @property
    def since(self) -> date: ...
    @property
    def due(self) -> date | None: ...
    @property
    def rectify_by(self) -> date | None: ...
    @property
    def progress_on(self) -> date | None: ...


def standing(item: Timed, lights: LightData, today: date) -> Standing:
    """How an item stands; items that are not under way have no light."""
    if item.state not in RUNNING:
        return Standing(Light.NONE, False, None, "")
    limit = item.rectify_by if item.state is State.PUT_RIGHT else item.due
    heard = last_heard(item)
    silent = heard <= months_before(today, lights.silent_months)
    light, why = _light(item, limit, heard, lights, today)
    if silent:
        told = f"{months_between(heard, today)}个月没有进展（{'上次' if item.progress_on else '开始'}{heard.isoformat()}）"
        why = f"{why}；{told}" if why else told
    return Standing(light, silent, limit, why)


def _light(item: Timed, limit: date | None, heard: date, lights: LightData, today: date) -> tuple[Light, str]:
    if limit and limit < today:
        what = "整改期限" if item.state is State.PUT_RIGHT else "完成时限"
        return Light.RED, f"{what}{limit.isoformat()}，逾期{(today - limit).days}天"
    if item.state is State.NOT_KEPT:
        return Light.YELLOW, "已报未兑现，尚未明确整改期限"
    if limit and (today - heard).days >= lights.behind_days and _gone(item.since, limit, today) >= lights.behind_share:
        return Light.YELLOW, f"时间已过{_gone(item.since, limit, today):.0%}，{(today - heard).days}天没有进展"
    if limit and (limit - today).days <= lights.near_days:
        return Light.BLUE, f"距时限还有{(limit - today).days}天" if limit > today else "今天到期"
    return Light.NONE, ""


def last_heard(item: Timed) -> date:
    """The day of the last progress or of the last move, whichever is later."""
    return max(item.progress_on or item.since, item.since)


@lru_cache(maxsize=4096)
def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, the month's last where it has no such day."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def months_between(first: date, last: date) -> int:
    """Whole months from one day to another."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_before(last, months) < first)


def horizon_days(lights: LightData, today: date) -> tuple[date, date]:
    """The last limit and the last day heard of that can light anything up: (limit, heard)."""
    silent = months_before(today, lights.silent_months)
    return today + timedelta(days=lights.near_days), max(silent, today - timedelta(days=lights.behind_days))


def _gone(start: date, limit: date, today: date) -> float:
    """Which share of its time an item has used up."""
    return (today - start).days / max((limit - start).days, 1)
