"""The database of the settings → one that has every table, or a sentence why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import DatabaseError, connection, connections
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor

from paitou.model import UsageError

#: Only one program at a time changes the tables of a PostgreSQL database.
_LOCK = 7_246_881


def prepare_database() -> None:
    """Set Django up and bring the tables to where this program needs them.

    Raises:
        UsageError: there is no such database, it may not be changed, or a newer program
            has changed it already.
    """
    django.setup()
    try:
        with _alone():
            migrate()
    except (DatabaseError, MigrationSchemaMissing, OSError) as fault:
        raise UsageError(_sentence(fault)) from fault
    finally:
        # A process that is made from this one must not share a connection with it.
        connections.close_all()


def migrate() -> None:
    """Bring the tables to where this program needs them.

    Raises:
        UsageError: a newer program has changed them already.
    """
    if connection.vendor == "sqlite":
        _make_folder(str(connection.settings_dict["NAME"]))
    executor = MigrationExecutor(connection)
    if newer := _newer(executor):
        raise UsageError(
            f"数据库已由更新版本的程序升级过（{newer}），本版本不能使用："
            "请换用新版程序，或换一个空库，用 paitou restore 恢复升级以前的备份。"
        )
    wanted = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(wanted):
        executor.migrate(wanted)


def _newer(executor: MigrationExecutor) -> str:
    """Which migration this program does not know, of the apps that it has."""
    loader = executor.loader
    unknown = set(loader.applied_migrations) - set(loader.disk_migrations)
    ours = sorted(key for key in unknown if key[0] in loader.migrated_apps)
    return ".".join(ours[0]) if ours else ""


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the others back while the tables change; SQLite does so by itself."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _make_folder(name: str) -> None:
    if name != ":memory:" and not name.startswith("file:"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)


def _sentence(fault: Exception) -> str:
    told = " ".join(str(fault).split())
    if connection.vendor == "sqlite":
        return (
            f"数据库文件“{connection.settings_dict['NAME']}”不能用（{told}）："
            "请检查目录的权限，或用 PAITOU_DATA_DIR、PAITOU_DATABASE_URL 换一个位置。"
        )
    return (
        f"数据库连不上或不能建表（{told}）：请检查 PAITOU_DATABASE_URL 的主机、库名、"
        "账号和口令，以及数据库是否已启动。"
    )
