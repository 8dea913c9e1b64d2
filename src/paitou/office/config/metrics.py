"""Counts of requests and the signs of the office → text as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from django.db import DatabaseError
from django.utils import timezone

from paitou.office.config.counting import BOUNDS, Counts, counters
from paitou.office.tasks.models import State
from paitou.office.tasks.signs import Signs, read_signs


def metrics_text(*, is_up: bool) -> str:
    """Return all that is measured; what only the database knows, where it answers."""
    lines = [*_family("paitou_database_up", "gauge", "数据库是否连得上", {"": int(is_up)})]
    if is_up:
        with suppress(DatabaseError, OSError):  # went away meanwhile: the next one says so
            lines += _signs(read_signs())
    lines += _requests(counters().all())
    return "\n".join(lines) + "\n"


def _signs(signs: Signs) -> Iterator[str]:
    now = timezone.now()
    yield from _family("paitou_journal_entries", "counter", "留痕条数", {"": signs.entries})
    yield from _family("paitou_queue_length", "gauge", "排队的后台任务", {"": signs.queue})
    yield from _family("paitou_disk_free_bytes", "gauge", "磁盘剩余", {"": signs.free})
    ages = {
        "paitou_backup_age_seconds": ("最近一份备份距今", signs.backup_at),
        "paitou_verify_age_seconds": (
            "最近一次核对距今",
            signs.verified.ended if signs.verified else None,
        ),
        "paitou_tick_age_seconds": ("后台任务最近一次运行距今", signs.seen),
    }
    for name, (words, moment) in ages.items():
        if moment is not None:  # never is not long ago: no line
            age = round((now - moment).total_seconds())
            yield from _family(name, "gauge", words, {"": age})
    if signs.verified:
        holds = int(signs.verified.state == State.DONE)
        yield from _family(
            "paitou_verify_holds", "gauge", "最近一次核对是否无误", {"": holds}
        )
    failing = {duty.name for duty in signs.failing}
    duties = {f'{{duty="{duty.name}"}}': duty.name in failing for duty, _ in signs.last}
    yield from _family(
        "paitou_duty_failing",
        "gauge",
        "定时任务最近一期没有做成或发现问题",
        {label: int(is_bad) for label, is_bad in duties.items()},
    )


def _requests(counts: Counts) -> Iterator[str]:
    """Requests by page and status, and the histogram of their seconds by page."""
    told: dict[str, int] = {}
    seconds: dict[str, float] = {}
    total: dict[str, int] = {}
    for key, number in sorted(counts.items()):
        view, what = _quoted(key).rsplit("|", 1)
        if what.isdigit():
            told[f'{{view="{view}",status="{what}"}}'] = number
            total[view] = total.get(view, 0) + number
        elif what == "sum":
            seconds[view] = number / 1_000_000
    yield from _family("paitou_requests_total", "counter", "答复的请求", told)
    name = "paitou_request_seconds"
    yield f"# HELP {name} 答复用的时间"
    yield f"# TYPE {name} histogram"
    for view, number in total.items():
        for bound in BOUNDS:
            within = counts[f"{view}|≤{bound:g}"]
            yield f'{name}_bucket{{view="{view}",le="{bound:g}"}} {within}'
        yield f'{name}_bucket{{view="{view}",le="+Inf"}} {number}'
        yield f'{name}_sum{{view="{view}"}} {seconds.get(view, 0):.6f}'
        yield f'{name}_count{{view="{view}"}} {number}'


def _family(name: str, kind: str, words: str, values: dict[str, int]) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} {kind}"
    for label, value in values.items():
        yield f"{name}{label} {value}"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
