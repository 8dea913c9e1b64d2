"""What is in the database, and what the journal says of it → where they disagree.

Whatever only actions may change is yielded, with what it is now, by a function that the
setting JOURNAL_KEPT names; the last entry about it must say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.module_loading import import_string

from paitou.office.journal.chain import Plain
from paitou.office.journal.models import Entry
from paitou.office.journal.words import words_of
from paitou.office.journal.writing import plain

_BATCH = 2000


def strays() -> Iterator[str]:
    """Yield a sentence for everything that somebody changed past the journal."""
    last = _last()
    for kind, dotted in settings.JOURNAL_KEPT.items():
        known = {s: last.pop(s) for s in [*last] if s.startswith(f"{kind}:")}
        for subject, state in import_string(dotted)():
            yield from _held(subject, plain(state), known.pop(subject, None))
        for subject, (number, _action, after) in known.items():
            if after is not None:
                yield f"{subject} 在库里不见了，第{number}条留痕没有说它已取消"


_Said = tuple[int, str, Plain]


def _last() -> dict[str, _Said]:
    """The last entry about each subject: its number, what was done, what it became."""
    said: dict[str, _Said] = {}
    rows = Entry.objects.order_by("number").values_list(
        "subject", "number", "action", "after"
    )
    for subject, number, action, after in rows.iterator(chunk_size=_BATCH):
        said[subject] = (number, action, after)
    return said


def _held(subject: str, now: Plain, said: _Said | None) -> Iterator[str]:
    if said is None:
        yield f"{subject} 没有留痕，是绕过系统加进去的"
        return
    number, action, after = said
    if now != after:
        told = "、".join(_different(now, after))
        yield f"{subject} 与第{number}条留痕（{words_of(action)}）不符，被改过：{told}"


def _different(now: Plain, after: Plain) -> list[str]:
    if not isinstance(now, Mapping) or not isinstance(after, Mapping):
        return ["全部"]
    return sorted(name for name in {*now, *after} if now.get(name) != after.get(name))
