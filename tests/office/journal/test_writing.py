import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction

from paitou.model import InternalError
from paitou.office.journal.models import Actor, Entry, Head, Kept
from paitou.office.journal.verifying import verify
from paitou.office.journal.writing import Change, Who, plain, record
from paitou.office.people.models import User

WHO = Who(post="东溪区·填报员", org="YZ01")
CHANGE = Change(
    action="figure.report", subject="figure:1", after={"value": Decimal("1.50")}
)


@pytest.mark.django_db
def test_entries_follow_each_other_and_hold():
    with transaction.atomic():
        first, second = record(WHO, CHANGE), record(WHO, CHANGE)
    assert second.previous == first.digest
    assert verify().breaks == ()
    assert verify((1, first.digest)).breaks == ()


@pytest.mark.django_db
def test_what_was_written_to_the_database_by_hand_is_found():
    with transaction.atomic():
        record(WHO, CHANGE)
        record(WHO, CHANGE)
    raw = Entry._base_manager.model.objects.none().__class__
    super(raw, Entry.objects.filter(number=1)).update(after={"value": "9.00"})
    assert [b.number for b in verify().breaks] == [1]


@pytest.mark.django_db
def test_an_entry_that_was_deleted_by_hand_is_found():
    with transaction.atomic():
        record(WHO, CHANGE)
        last = record(WHO, CHANGE)
    raw = type(Entry.objects.all())
    super(raw, Entry.objects.filter(number=2)).delete()
    assert [b.number for b in verify((2, last.digest)).breaks] == [2, 2]


@pytest.mark.django_db
def test_nothing_changes_or_deletes_an_entry():
    with transaction.atomic():
        entry = record(WHO, CHANGE)
    for attempt in (
        entry.save,
        entry.delete,
        lambda: Entry.objects.update(reason="改"),
        Entry.objects.all().delete,
        lambda: Entry.objects.bulk_create([entry]),
    ):
        with pytest.raises(Kept):
            attempt()


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_nothing_is_recorded():
    with pytest.raises(InternalError):
        record(WHO, CHANGE)
    assert not Head.objects.exists()


@pytest.mark.django_db
def test_a_person_may_be_erased_and_the_chain_holds():
    user = User.objects.create_user("li", "a-long-password-1", name="某人")
    with transaction.atomic():
        entry = record(Who(post="东溪区·填报员", org="YZ01", user_id=user.pk), CHANGE)
    user.delete()
    assert Actor.objects.get(entry=entry).user is None
    assert verify().breaks == ()


def test_values_become_plain():
    assert plain({"日": dt.date(2024, 1, 2), "数": [Decimal("1.0"), None, True]}) == {
        "日": "2024-01-02",
        "数": ["1.0", None, True],
    }
