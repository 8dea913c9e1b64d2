"""Files and a minute → who may be given each, besides those who see what it belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen
from django.utils import timezone

from paitou.model import Publicity
from paitou.office.files.models import Attachment
from paitou.office.release.levels import Decision, level_of, next_change
from paitou.office.release.models import Kind, Release


@frozen(kw_only=True)
class FileLevel:
    """The level of a file now.

    Attributes:
        opens: when everybody may be given it, where that is still to come.
    """

    level: Publicity
    opens: dt.datetime | None = None

    @property
    def words(self) -> str:
        """Return it as people say it; what opens later says when."""
        if self.opens is None:
            return self.level.label
        day = timezone.localtime(self.opens)
        return f"{day.year}年{day.month}月{day.day}日起主动公开"


def levels_of(files: Iterable[Attachment], now: dt.datetime) -> Mapping[int, FileLevel]:
    """Return the level of each file by its key, all by one query."""
    known = {str(one.pk): one for one in files}
    made: dict[str, list[Decision]] = {}
    rows = Release.objects.filter(kind=Kind.FILE, key__in=known, is_cancelled=False)
    for row in rows if known else ():
        made.setdefault(row.key, []).append(row.decision)
    return {one.pk: _level(one, made.get(key, ()), now) for key, one in known.items()}


def _level(one: Attachment, made: Iterable[Decision], now: dt.datetime) -> FileLevel:
    decisions, today = tuple(made), timezone.localtime(now).date()
    waiting = next_change(decisions, now, today)
    is_opening = waiting is not None and waiting.level is Publicity.PUBLIC
    return FileLevel(
        level=level_of(decisions, Publicity(one.level), now, today),
        opens=waiting.starts if waiting and is_opening else None,
    )
