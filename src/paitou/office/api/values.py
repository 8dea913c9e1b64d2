"""What is sent to the API and what it answers, as types that check themselves."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from django.utils import timezone
from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from paitou.model import Period
from paitou.office.api.answers import Stopped
from paitou.office.books import Day, read_day

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: No control characters: no database and no sheet takes all of them.
_PLAIN = r"^[^\x00-\x1f\x7f]*$"
_PERIOD = r"^(19|20)[0-9]{2}(Q[1-4]|H[12]|-(0[1-9]|1[0-2])|M01-(0[1-9]|1[0-2]))?$"


class Taken(BaseModel):
    """What is sent: only the fields that are named, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Given(BaseModel):
    """What is answered."""


class Told(BaseModel):
    """What is answered as a command prints it; more keys may be added (contracts)."""

    model_config = ConfigDict(extra="allow")


def _day(value: object) -> object:
    """Take a day only as it is written everywhere: a number is none."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return dt.date.fromisoformat(value)
    raise ValueError("请写成 2026-04-15 这样")


def _minute(value: object) -> object:
    """Take a minute only as it is written: a number is none."""
    if not isinstance(value, str):
        raise ValueError("请写成 2026-04-15T09:00:00+08:00 这样")  # noqa: TRY004 (pydantic's)
    return value


def _whole(value: object) -> object:
    """Take 3.0 for 3, as JSON does; neither yes nor a text is a number."""
    is_whole = isinstance(value, float) and value.is_integer()
    return int(value) if is_whole else value  # type: ignore[call-overload]


WHOLE = BeforeValidator(_whole)
DayIn = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date"}),
]
MinuteIn = Annotated[AwareDatetime, Field(strict=False), BeforeValidator(_minute)]
Short = Annotated[str, StringConstraints(max_length=60, pattern=_PLAIN)]
Line = Annotated[str, StringConstraints(max_length=200, pattern=_PLAIN)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_PLAIN)]
Code = Annotated[
    str, StringConstraints(max_length=30, pattern=r"^[0-9A-Za-z][0-9A-Za-z_-]{0,29}$")
]
PeriodText = Annotated[str, StringConstraints(max_length=10, pattern=_PERIOD)]
Search = Annotated[str, StringConstraints(max_length=160, pattern=_PLAIN)]
Limit = Annotated[int, Field(ge=1, le=1000)]
Start = Annotated[int, Field(ge=0, le=10_000_000)]
AsOf = Annotated[
    DayIn | None, Field(description="按这一天已知的数据，写成 2026-03-31；不写是今天")
]
Vintages = Literal["in_force", "all"]


class Reasoned(Taken):
    """Why something is done; it stands in the journal."""

    reason: Reason


class Number(Given):
    """The number of what was made or changed."""

    id: int


def day_of(as_of: dt.date | None) -> Day:
    """Return the day that is asked for, today where none is.

    Raises:
        WrongDay: it has not come yet, or is too long ago.
    """
    return read_day({"as_of": as_of.isoformat()} if as_of else {})


def period_of(text: str) -> Period:
    """Return the period that is asked for.

    Raises:
        Stopped: there is none of this name.
    """
    try:
        return Period.parse(text)
    except ValueError as fault:
        raise Stopped(404, f"没有“{text[:20]}”这个时期，请写成 2025Q3 这样") from fault


def today() -> dt.date:
    """Return the day that it is in the office."""
    return timezone.localdate()
