"""`paitou tick` → what is due done, once or again and again, and a line about each."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterable, Sequence
from threading import Event
from typing import TYPE_CHECKING

import click

from paitou.cli.columns import aligned
from paitou.cli.options import form_option
from paitou.cli.output import write_lines
from paitou.model import UsageError
from paitou.office.config.starting import open_database
from paitou.office.options import Whole

if TYPE_CHECKING:  # models can be loaded only when Django is set up
    from paitou.office.tasks.duties import Duty
    from paitou.office.tasks.models import Run

_FAULTS_FOUND = 1
_LONGEST = 3600
_BAD = ("found", "failed")
_HELP = """\
做到时候该做的事：存留校验值、备份、核对、催办、清理；同时开几个也只做一次。

Do what is due: deposit, back up, verify, remind, clean up.

\b
例：
  paitou tick
  paitou tick --only backup
  paitou tick --every 60
"""


@click.command("tick", help=_HELP, short_help="做到时候该做的事")
@click.option("--every", type=Whole(1, _LONGEST), help="每隔多少秒做一次，直到停止。")
@click.option("--only", metavar="名称", multiple=True, help="只做这一项，可以写几次。")
@form_option("table", "json")
def tick_command(every: int | None, only: tuple[str, ...], form: str) -> int:
    """Do what is due, once or until somebody stops it."""
    open_database()
    from paitou.office.tasks.duties import read_duties
    from paitou.office.tasks.ticking import tick

    known = {one.name for one in read_duties()}
    if unknown := [name for name in only if name not in known]:
        raise UsageError(f"没有“{unknown[0]}”这项任务，现有：{'、'.join(sorted(known))}。")
    if every is not None:
        return _go_on(every, only)
    runs = tick(only)
    write_lines(_as_json(runs) if form == "json" else _as_table(runs), None)
    return _FAULTS_FOUND if any(run.state in _BAD for _, run in runs) else 0


def _go_on(every: int, only: tuple[str, ...]) -> int:
    """Work until a signal comes; what is being done then is finished."""
    from paitou.office.tasks.ticking import tick_until

    over = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    click.echo(f"每{every}秒看一次有没有该做的事，按 Ctrl+C 结束。", err=True)
    tick_until(over, every, only, _tell)
    return 0


def _tell(runs: Iterable[tuple[Duty, Run]]) -> None:
    if ended := [*runs]:
        for line in _as_table(ended):
            click.echo(line, err=True)


def _as_table(runs: Sequence[tuple[Duty, Run]]) -> list[str]:
    rows = [(d.name, d.label, r.slot, r.state_words, r.words) for d, r in runs]
    return aligned(rows) if rows else ["没有要做的事。"]


def _as_json(runs: Sequence[tuple[Duty, Run]]) -> list[str]:
    duties = [
        {
            "name": duty.name,
            "label": duty.label,
            "slot": run.slot,
            "state": run.state,
            "attempts": run.attempts,
            "begun": run.begun.isoformat() if run.begun else None,
            "ended": run.ended.isoformat() if run.ended else None,
            "words": run.words,
        }
        for duty, run in runs
    ]
    return [json.dumps({"duties": duties}, ensure_ascii=False, indent=2)]
