"""duties.toml, and what an office changes of it → what is due at a moment."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen
from django.conf import settings
from django.utils.module_loading import import_string

from paitou.model import UsageError
from paitou.office.journal.writing import Change

_SHIPPED = Path(__file__).with_name("duties.toml")
_CHANGED = "duties.toml"
_DAY = 24 * 60


@frozen
class Outcome:
    """What came of a duty: a sentence, whether all is well, and what the journal says."""

    words: str
    is_well: bool = field(default=True, kw_only=True)
    changes: tuple[Change, ...] = field(default=(), kw_only=True)


@frozen(kw_only=True)
class Duty:
    """Something that the machine does by itself, once a day or every so many minutes.

    Attributes:
        at: the time of day, None where it has a rhythm of minutes.
        minutes: of the rhythm, counted from midnight.
        does: where the function is that does it.
        days: of a reminder: how many working days before the last day.
    """

    name: str
    label: str
    does: str
    at: dt.time | None = None
    minutes: int = _DAY
    days: tuple[int, ...] = ()

    def slot(self, now: dt.datetime) -> str:
        """Return the name of the last moment before now at which it was due."""
        if self.at is not None:
            day = now.date() - dt.timedelta(days=now.time() < self.at)
            return day.isoformat()
        passed = now.hour * 60 + now.minute
        begun = passed - passed % self.minutes
        return f"{now:%Y-%m-%d}T{begun // 60:02}:{begun % 60:02}"

    @property
    def rhythm(self) -> str:
        """Return when it is done, in Chinese."""
        return f"每天{self.at:%H:%M}" if self.at else f"每{self.minutes}分钟"

    def do(self, now: dt.datetime) -> Outcome:
        """Do it, and return what came of it."""
        function: Callable[[dt.datetime], Outcome] = import_string(self.does)
        return function(now)


def read_duties() -> tuple[Duty, ...]:
    """Return what is to be done here.

    Raises:
        UsageError: the office's own file cannot be read, or names what there is not.
    """
    shipped = tomllib.loads(_SHIPPED.read_text("utf-8"))
    duties = {name: _made(name, table) for name, table in shipped.items()}
    path = settings.DATA_DIR / _CHANGED
    for name, table in _changes(path).items():
        if name not in duties or not isinstance(table, dict):
            known = "、".join(shipped)
            raise UsageError(f"{path}里的“{name}”没有这项任务，现有：{known}。")
        if table.get("off") is True:
            del duties[name]
        else:
            duties[name] = _changed(duties[name], table, path)
    return tuple(duties.values())


# TOML has tables of anything; what is read of them is checked here.
def _changes(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise UsageError(f"{path}读不出来（{fault}）：请改正或移走。") from fault


def _made(name: str, table: Mapping[str, Any]) -> Duty:
    return _timed(Duty(name=name, label=table["label"], does=table["does"]), table)


def _changed(duty: Duty, table: Mapping[str, Any], path: Path) -> Duty:
    try:
        return _timed(duty, table)
    except (TypeError, ValueError) as fault:
        raise UsageError(
            f'{path}的[{duty.name}]写得不对：at 写时刻，如 "01:30"；'
            "minutes 写 1 到 1440 的整数；days 写天数，如 [3, 1]；不做的写 off = true。"
        ) from fault


def _timed(duty: Duty, table: Mapping[str, Any]) -> Duty:
    if "days" in table:
        days = tuple(table["days"])
        if any(type(day) is not int or day < 0 for day in days):
            raise ValueError(days)
        duty = evolve(duty, days=days)
        if "at" not in table and "minutes" not in table:
            return duty
    if "at" in table:
        return evolve(duty, at=dt.time.fromisoformat(table["at"]), minutes=_DAY)
    minutes = table.get("minutes")
    if type(minutes) is not int or not 1 <= minutes <= _DAY:
        raise ValueError(minutes)
    return evolve(duty, at=None, minutes=minutes)
