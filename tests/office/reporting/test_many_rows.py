"""Pages with fifty rows ask the database no more than those with five."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from paitou.office.cases.models import Item, Step, Support
from paitou.office.reporting.models import Cell, Extension, Review, Submission

FEW, MANY = 5, 50
DAY = dt.date(2026, 4, 1)


@pytest.fixture
def add_forms(desk):
    """A function that adds forms which wait for the office, each with two cells."""
    pattern = list(desk.form().cells.all()[:2])

    def add(numbers: range) -> None:
        for number in numbers:
            org = f"T{number:02}"
            form = Submission.objects.create(
                round=desk.round,
                org=org,
                org_name=org,
                stage="review",
                step=1,
                turn=1,
                submitted_on=DAY,
                submitted_by_id=desk.actor("clerk").user_id,
            )
            for place, cell in enumerate(pattern):
                cell.pk, cell.submission = None, form
                cell.key, cell.text = f"{org}-{place}", "12.5"
            Cell.objects.bulk_create(pattern)
            Extension.objects.create(round=desk.round, org=org, due=DAY, reason="晚出")
            Review.objects.create(
                submission=form,
                turn=1,
                move="pass",
                at=timezone.now(),
                post="负责人",
            )

    return add


@pytest.fixture
def add_items(desk):
    """A function that adds supervised items that wait for the district's clerk."""

    def add(numbers: range) -> None:
        for number in numbers:
            item = Item.objects.create(
                number=f"督办〔2026〕{number}号",
                title="供电",
                demand="拿出方案",
                kind="meeting",
                source="常务会议",
                source_on=DAY,
                org="YZ01",
                org_name="东溪区",
                state="assigned" if number % 2 else "in_progress",
                due=DAY,
                first_due=DAY,
                created_on=DAY,
                assigned_on=dt.date(2026, 3, 2),
            )
            Support.objects.create(item=item, org="YZ02", org_name="墨泉区")
            Step.objects.create(
                item=item, move="draft_feedback", at=timezone.now(), on=DAY, text="已办"
            )

    return add


def queries(client, address):
    """Return how many queries a page takes when it is opened again."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(caught), answer


@pytest.mark.parametrize(
    ("login", "address"),
    [
        ("office", "/desk/queue/"),
        ("office", "/desk/"),
        ("office", "/desk/rounds/1/"),
    ],
)
def test_forms(desk, add_forms, enter, login, address):
    address = address.replace("/1/", f"/{desk.round.pk}/")
    client = enter(login)
    add_forms(range(FEW))
    few, _ = queries(client, address)
    add_forms(range(FEW, MANY))
    many, answer = queries(client, address)
    assert "T49" in answer.content.decode()
    assert many == few


@pytest.mark.parametrize(
    ("login", "address"),
    [
        ("office", "/desk/items/"),
        ("office", "/desk/items/?view=late"),
        ("clerk", "/desk/items/?view=mine"),
        ("office", "/desk/items.xlsx"),
        ("clerk", "/desk/"),
        ("clerk", "/plans/yunze-2024/overview/"),
    ],
)
def test_items(add_items, enter, login, address):
    client = enter(login)
    add_items(range(FEW))
    few, _ = queries(client, address)
    add_items(range(FEW, MANY))
    many, _ = queries(client, address)
    assert many == few
