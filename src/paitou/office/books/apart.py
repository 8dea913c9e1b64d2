"""A book's name and a day → its outlooks, worked out by a process of its own.

Forecasting four thousand series takes a minute, and done by a thread it would slow every
request down meanwhile.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

from paitou.model import UsageError

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

#: Whatever answers requests goes first.
_NICE = 10
_LONGEST = 3600
_PROGRAM = f"import sys; from {__name__} import main; sys.exit(main())"


def outlooks_apart(name: str, day: dt.date, *, is_public: bool) -> tuple[Outlook, ...]:
    """Return the outlooks of a book that is served, worked out by another process.

    Raises:
        UsageError: it could not work them out.
    """
    seen = "public" if is_public else "all"
    command = [sys.executable, "-c", _PROGRAM, name, day.isoformat(), seen]
    done = subprocess.run(  # noqa: S603 (our own program)
        command, stdout=subprocess.PIPE, timeout=_LONGEST, check=False
    )
    if done.returncode:
        raise UsageError("测算没有做成，原因见服务器日志。")
    return tuple(pickle.loads(done.stdout))  # noqa: S301 (our own process wrote it)


def main() -> int:
    """Write the outlooks of the book that the arguments name to standard output."""
    from paitou.office.config.starting import open_database

    os.nice(_NICE)
    open_database()
    from paitou.office.books import served_shelf
    from paitou.office.release.audience import public_book
    from paitou.outlook.plan import outlooks

    name, day, seen = sys.argv[1:]
    shelved = public_book(name) if seen == "public" else served_shelf().find(name)
    found = outlooks(shelved.book, dt.date.fromisoformat(day)) if shelved else ()
    sys.stdout.buffer.write(pickle.dumps(found))
    return 0
