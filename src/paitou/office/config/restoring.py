"""A backup → the database as it was, brought forward to what this program needs."""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from attrs import frozen
from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from paitou.model import UsageError
from paitou.office.config.backups import FORM, QUEUE, kept_models
from paitou.office.config.database import migrate
from paitou.office.config.whole import is_archive, opened_archive, put_files_back

_SQLITE = b"SQLite format 3\0"
_BATCH = 500
_BROKEN = "备份文件“{name}”不完整或被改动过（{told}）：请换用另一份备份。"
Node = tuple[str, str]


def restore(path: Path, *, replace: bool) -> int:
    """Put everything back as a backup has it; nothing is touched before it is checked.

    Returns how many files were put back besides the database.

    Raises:
        UsageError: the file is none of ours, broken or newer than this program, or the
            database holds something and `replace` is not said.
    """
    if not is_archive(path):
        _restore_database(path, replace=replace)
        return 0
    with opened_archive(path) as rows:
        _restore_database(rows, replace=replace)
    return put_files_back(path)


def _restore_database(path: Path, *, replace: bool) -> None:
    is_copy = _first(path) == _SQLITE
    nodes = _nodes_of_copy(path) if is_copy else _nodes_of_rows(path)
    _know(nodes, path)
    if is_copy and connection.vendor != "sqlite":
        raise UsageError(
            f"“{path.name}”是 SQLite 的备份，现在的数据库不是：请用 .jsonl.gz 的备份。"
        )
    if not replace and is_used():
        raise UsageError("库里已有数据：确定要用备份换掉，请加上 --replace。")
    if is_copy:
        _copy_back(path)
    else:
        _empty()
        _fill(path, nodes)
    migrate()
    _forget_the_moment()


def is_used() -> bool:
    """Return whether the database holds anything that a backup would."""
    return any(model._base_manager.exists() for model in kept_models())


def _first(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE))
    except OSError as fault:
        raise UsageError(f"备份文件“{path}”读不出来：请检查路径和权限。") from fault


def _nodes_of_copy(path: Path) -> list[Node]:
    try:
        with closing(_opened(path)) as copy:
            told = str(copy.execute("PRAGMA integrity_check").fetchone()[0])
            if told != "ok":
                raise UsageError(_BROKEN.format(name=path.name, told=told[:60]))
            return copy.execute("SELECT app, name FROM django_migrations").fetchall()
    except sqlite3.Error as fault:
        raise UsageError(_BROKEN.format(name=path.name, told=fault)) from fault


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _nodes_of_rows(path: Path) -> list[Node]:
    """Read the whole file against its sum, and return what tables it speaks of."""
    summed, count, head, last = hashlib.sha256(), 0, b"", b""
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                if last:
                    summed.update(last)
                    count += 1
                head, last = head or line, line
        end, begin = json.loads(last), json.loads(head)
        whole = end == {"lines": count, "sha256": summed.hexdigest()}
        if not whole or begin["paitou"] != FORM:
            raise UsageError(_BROKEN.format(name=path.name, told="与末尾的校验值不符"))
        return [(app, name) for app, name in begin["migrations"]]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as fault:
        raise UsageError(_BROKEN.format(name=path.name, told="不是本系统的备份")) from fault


def _know(nodes: list[Node], path: Path) -> None:
    known = MigrationExecutor(connection).loader.disk_migrations
    ours = {app for app, _name in known}
    if newer := [node for node in nodes if node[0] in ours and node not in known]:
        raise UsageError(
            f"备份“{path.name}”来自更新版本的程序（{'.'.join(newer[0])}）：请换用新版程序。"
        )


def _copy_back(path: Path) -> None:
    connection.close()
    name = str(connection.settings_dict["NAME"])
    with closing(_opened(path)) as copy, closing(sqlite3.connect(name)) as ours:
        copy.backup(ours)


def _empty() -> None:
    executor = MigrationExecutor(connection)
    apps_to_empty = sorted(executor.loader.migrated_apps - {QUEUE})
    executor.migrate([(app, None) for app in apps_to_empty])


def _fill(path: Path, nodes: list[Node]) -> None:
    """Make the tables of that time, and put each row into its own."""
    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    wanted = [node for node in nodes if node in known and node[0] != QUEUE]
    executor.migrate(wanted)
    then = executor.loader.project_state(wanted).apps
    try:
        with transaction.atomic():
            for table, rows in groupby(_rows(path), key=lambda row: row.table):
                model = then.get_model(table)
                _take_as_they_are(model)
                made = (model(**_read(model, row.values)) for row in rows)
                while batch := list(islice(made, _BATCH)):
                    model._base_manager.bulk_create(batch)
            _count_on()
    except (DatabaseError, LookupError) as fault:
        told = " ".join(str(fault).split())[:200]
        raise UsageError(_BROKEN.format(name=path.name, told=told)) from fault


@frozen
class _Row:
    table: str
    values: dict[str, Any]  # as JSON has them; each field reads its own


def _rows(path: Path) -> Iterator[_Row]:
    with gzip.open(path, "rb") as file:
        for line in file:
            read = json.loads(line)
            if "table" in read:
                yield _Row(read["table"], read["row"])


def _read(model: type[models.Model], values: dict[str, Any]) -> dict[str, object]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in values.items()}


def _take_as_they_are(model: type[models.Model]) -> None:
    """Keep the moments of the backup where a field would take that of now."""
    for field in model._meta.concrete_fields:
        if isinstance(field, models.DateField):
            field.auto_now = field.auto_now_add = False


def _count_on() -> None:
    """Let numbers go on after the last that was put back."""
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _forget_the_moment() -> None:
    for app in ("sessions", QUEUE):
        for model in apps.get_app_config(app).get_models():
            model._base_manager.all().delete()
