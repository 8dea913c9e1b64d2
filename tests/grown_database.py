"""A database as an earlier version left it → used by this one; a program, run by itself.

python tests/grown_database.py STATE, with PAITOU_DATA_DIR and PAITOU_DATABASE_URL of an
empty database. Prints what this version finds there as JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import sys

#: Every set of tables that ever stood on the main branch, the oldest first.
LANDED = {
    "people and reporting": {"journal": 1, "people": 1, "reporting": 1},
    "files, release and API": {
        "journal": 1,
        "people": 2,
        "reporting": 2,
        "api": 1,
        "cases": 1,
        "files": 1,
        "papers": 1,
        "release": 1,
        "tasks": 1,
    },
}
DAY, PASSWORD = dt.date(2026, 4, 1), "Grown-up-4711"


def main() -> None:
    """Make the old database, let this version grow it, and tell what is there."""
    from paitou.office.config.starting import settle

    settle()
    import django

    django.setup()
    _make(LANDED[sys.argv[1]])
    from paitou.office.config.database import migrate

    migrate()
    sys.stdout.write(json.dumps(_found(), ensure_ascii=False))


def _make(wanted: dict[str, int]) -> None:
    """Bring the tables to where they were, and put a little of everything in."""
    from django.contrib.auth.hashers import make_password
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.utils import timezone

    executor = MigrationExecutor(connection)
    names = {(app, name[:4]): name for app, name in executor.loader.disk_migrations}
    targets = [(app, names[app, f"{number:04}"]) for app, number in wanted.items()]
    others = (
        "sessions",
        "contenttypes",
        "auth",
        "django_tasks_db",
        "django_tasks_database",
    )
    targets += [key for key in executor.loader.graph.leaf_nodes() if key[0] in others]
    executor.migrate(targets)
    apps = executor.loader.project_state(targets).apps

    def add(app: str, model: str, **values: object) -> object:
        return apps.get_model(app, model).objects.create(**values)

    user = add(
        "people",
        "User",
        login="office",
        password=make_password(PASSWORD),
        name="某人",
        changed_on=timezone.localdate(),
    )
    for code, name in (("YZ00", "云泽市"), ("YZ01", "东溪区")):
        add("people", "Body", code=code, name=name, kind="city", begins=DAY)
    post = add("people", "Post", org="YZ00", title="督查科科长", role="supervision")
    add("people", "Tenure", user=user, post=post, begins=DAY)
    round_ = add(
        "reporting",
        "Round",
        book="yunze-2024",
        period="2026Q1",
        title="2026年一季度填报",
        opens=DAY,
        due=dt.date(2099, 4, 20),
        route=["endorse", "approve"],
    )
    form = add("reporting", "Submission", round=round_, org="YZ01", org_name="东溪区")
    add(
        "reporting",
        "Reported",
        book="yunze-2024",
        key="n1",
        vintage=1,
        submission=form,
        indicator="工业投资",
        indicator_id="industrial-investment",
        measure="level",
        org="东溪区",
        period="2026Q1",
        value="12.50",
        unit="亿元",
        state="confirmed",
        bound="none",
        source="东溪区",
        known_on=DAY,
        figure_id="f1",
        approver="督查室",
    )
    if "api" in wanted:
        add(
            "api",
            "ApiToken",
            owner=user,
            name="对接",
            prefix="ptk_1",
            digest="0" * 64,
            made_on=DAY,
            ends=dt.date(2099, 1, 1),
        )


def _found() -> dict[str, object]:
    """Return what this version reads, and that its people can go on working."""
    from django.apps import apps
    from django.db import connection
    from django.test import Client

    from paitou.office.journal.actions import perform
    from paitou.office.journal.verifying import verify
    from paitou.office.people.acting import actor_of
    from paitou.office.people.models import User
    from paitou.office.reporting.models import Reported, Round
    from paitou.office.reporting.rounds import extend

    client = Client(HTTP_HOST="127.0.0.1")
    sent = {"login": "office", "password": PASSWORD}
    entered = client.post("/sign-in/", sent).status_code
    actor = actor_of(User.objects.get(login="office"), dt.date(2026, 4, 2))
    round_ = Round.objects.get()
    perform(actor, extend, actor, round_.pk, "YZ01", dt.date(2099, 5, 6), "系统改造")
    figure = Reported.objects.get()
    columns = {
        model._meta.db_table: {field.column for field in model._meta.local_concrete_fields}
        for model in apps.get_models()
        if model.__module__.startswith("paitou.")
    }
    with connection.cursor() as cursor:
        there = {
            table: {
                one.name
                for one in connection.introspection.get_table_description(cursor, table)
            }
            for table in columns
        }
    return {
        "entered": entered,
        "desk": client.get("/desk/").status_code,
        "round": [round_.needs_evidence, round_.on_paper],
        "figure": [figure.value, figure.unit, figure.vintage],
        "tokens": list(
            apps.get_model("api", "ApiToken").objects.values_list("name", "bound")
        ),
        "chain": verify().entries > 0,
        "wrong": sorted(name for name in columns if columns[name] != there[name]),
    }


if __name__ == "__main__":
    main()
