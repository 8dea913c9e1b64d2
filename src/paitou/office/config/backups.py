"""The database → one file that holds everything, while the site goes on.

SQLite is copied as it is (`.sqlite3`). Otherwise rows are written as lines (`.jsonl.gz`),
which either database takes back: what tables there were, each row, and a sum at the end.
With the files that people brought and that were issued it is one archive (`.tar`).
"""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from paitou.model import UsageError
from paitou.office.config.whole import ENDING, write_archive

FORM = 1
#: The queue of work in the background: of the moment, and its tables have no way back.
QUEUE = "django_tasks_database"
#: Sessions and counters of failures are of the moment; types are made anew.
_LEFT_OUT = frozenset({"sessions", "contenttypes", "auth", QUEUE})
_LEFT_OUT_MODELS = frozenset({"people.attempt"})
_BATCH = 2000


class _Written(Protocol):
    def write(self, data: bytes, /) -> int: ...


def back_up(path: Path) -> int:
    """Write everything into a file that only its owner may read, and return its size.

    Raises:
        UsageError: the file is there already, cannot be written, or is of no known sort.
    """
    write = _writer(path)
    partial = path.with_name(f".{path.name}.part")
    try:
        if path.exists():
            raise UsageError(f"文件“{path}”已经有了：请换一个名字，备份不覆盖旧文件。")
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        write(partial)
        partial.rename(path)
    except (OSError, sqlite3.Error) as fault:
        raise UsageError(
            f"备份文件“{path}”写不了（{fault}）：请检查目录和剩余空间。"
        ) from fault
    finally:
        partial.unlink(missing_ok=True)
    return path.stat().st_size


def kept_models() -> list[type[models.Model]]:
    """Return the tables that a backup holds."""
    return [
        each
        for each in apps.get_models(include_auto_created=True)
        if each._meta.managed
        and each._meta.app_label not in _LEFT_OUT
        and each._meta.label_lower not in _LEFT_OUT_MODELS
    ]


def _writer(path: Path) -> Callable[[Path], None]:
    if path.name.endswith(".jsonl.gz"):
        return _write_rows
    if path.suffix == ENDING:
        return lambda partial: write_archive(partial, _write_rows)
    if path.suffix == ".sqlite3" and connection.vendor == "sqlite":
        return _copy
    known = ".jsonl.gz 或 .tar"
    if connection.vendor == "sqlite":
        known = f".sqlite3、{known}"
    raise UsageError(f"备份文件“{path.name}”的类型不对：请以 {known} 结尾。")


def _copy(path: Path) -> None:
    """Copy page by page; whoever writes meanwhile waits for nothing (SQLite's own way)."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy, pages=1000)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        copy.execute("DELETE FROM django_session")
        copy.commit()


def _write_rows(path: Path) -> None:
    with gzip.open(path, "wb") as file, transaction.atomic():
        if connection.vendor == "postgresql":  # all tables as of one moment
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        _write_lines(file)


def _write_lines(file: _Written) -> None:
    summed, count = hashlib.sha256(), 0
    for line in _lines():
        written = json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"
        summed.update(written)
        file.write(written)
        count += 1
    end = {"lines": count, "sha256": summed.hexdigest()}
    file.write(json.dumps(end).encode("utf-8") + b"\n")


def _lines() -> Iterator[dict[str, object]]:
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    yield {"paitou": FORM, "migrations": [list(each) for each in leaves]}
    for model in kept_models():
        for row in model._base_manager.order_by("pk").iterator(chunk_size=_BATCH):
            fields = model._meta.concrete_fields
            yield {
                "table": model._meta.label_lower,
                "row": {f.attname: _written(f.value_from_object(row)) for f in fields},
            }


def _written(value: object) -> object:
    """A value as JSON has it; Django's own way would cut a moment to milliseconds."""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value
