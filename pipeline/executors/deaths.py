"""What a pool is told of workers that died.

Pebble looks for dead workers in one thread and reads what they said last in another. A worker that dies right after it
took a task would be taken for an idle one: its task waits for its whole time limit or is laid to another worker's door,
and where nobody else is at work the pool is given up with everything that waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

Deaths = tuple[tuple[int, int], ...]
GRACE = 1.0
"""Seconds after which all that a dead worker said has been read."""
MOST_IDLE = 10
"""So many deaths in a row with nobody at work mean that workers cannot be set up at all."""


class Watch:
    """Stands before the pool's own look at its workers, and tells of each death a moment later, and only where a task
    died with it; an idle worker is replaced without a word."""

    def __init__(self, pool_manager: Any) -> None:
        self._look: Callable[[], Deaths] = pool_manager.worker_manager.inspect_workers
        self._tasks: dict[int, Any] = pool_manager.task_manager.tasks
        self._dead: dict[int, tuple[float, int]] = {}
        self._idle = 0

    def __call__(self) -> Deaths:
        """Workers that died at their task, with their exit codes."""
        now = time.monotonic()
        self._dead.update({worker: (now, code) for worker, code in self._look()})
        ripe = tuple((worker, code) for worker, (seen, code) in self._dead.items() if now - seen >= GRACE)
        for worker, _ in ripe:
            del self._dead[worker]
        at_work = {task.worker_id for task in list(self._tasks.values()) if task.worker_id}
        told = tuple(death for death in ripe if death[0] in at_work)
        self._idle = 0 if at_work else self._idle + len(ripe)
        return ripe if self._idle > MOST_IDLE else told
