"""One part of a benchmark of the office that works on the database itself.

python benchmarks/office_at_work.py prepare|fill|check FOLDER
python benchmarks/office_at_work.py approve SECONDS
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

import large_city
from paitou.model import Book

PERIOD = "2026Q1"
EVERY = 10


def main() -> int:
    """Do what is asked for."""
    from paitou.office.config.starting import open_database

    open_database()
    what, given = sys.argv[1:3]
    if what == "approve":
        approve(int(given))
        return 0
    {"prepare": prepare, "fill": fill, "check": check}[what](large_city.load(Path(given)))
    return 0


def prepare(book: Book) -> None:
    """Make the people and open a round."""
    large_city.open_quarter(book, _staff(book), PERIOD)


def fill(book: Book) -> None:
    """Report and approve 25 quarters; of a last one everything waits for approval."""
    staff, chance = _staff(book), random.Random(large_city.SEED)
    periods = [
        f"{year}Q{quarter}" for year in range(2020, 2027) for quarter in (1, 2, 3, 4)
    ]
    for period in periods[:25]:
        count = large_city.report_quarter(book, staff, period, chance)
        print(f"{period}: {count} figures", file=sys.stderr)
    large_city.report_quarter(book, staff, periods[25], chance, is_approved=False)


def approve(seconds: int) -> None:
    """Approve a form every ten seconds."""
    import os

    from paitou.office.journal.actions import perform
    from paitou.office.reporting.actions import pass_on
    from paitou.office.reporting.models import Submission

    book = large_city.load(Path(os.environ["PAITOU_DATA_DIR"]) / large_city.NAME)
    officer = large_city.acting("officer")
    waiting = Submission.objects.filter(stage="review", step=1)
    for form in list(waiting[: max(1, seconds // EVERY - 1)]):
        time.sleep(EVERY)
        perform(officer, pass_on, officer, form.pk, form.turn, book)


def check(_book: Book) -> None:
    """Print each value that was acknowledged and is not there, and what is not verified."""
    from paitou.office.journal.verifying import verify
    from paitou.office.reporting.models import Cell, Submission

    told = json.load(sys.stdin)
    forms = {f"r{form.org.lower()}": form for form in Submission.objects.all()}
    for login, values in told.items():
        form = forms[login]
        cells = dict(Cell.objects.filter(submission=form).values_list("key", "text"))
        lost = [key for key, value in values.items() if cells.get(key) != value]
        if lost or len(values) != len(cells):
            print(f"{login}: {len(lost)} of {len(values)} lost, {len(cells)} cells")
        if (form.stage, form.turn) != ("review", 1):
            print(f"{login}: the form is {form.stage}, handed in {form.turn} times")
    for fault in verify().faults:
        print(fault)


def _staff(book: Book) -> large_city.Staff:
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=large_city.QUICK):
        staff = large_city.people(book)
    large_city.set_passwords(staff)
    return staff


if __name__ == "__main__":
    sys.exit(main())
