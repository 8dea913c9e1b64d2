"""The journal, the deposits and the kept files → whether all of it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings

from paitou.office.files.store import ContentStore
from paitou.office.journal.verifying import verify
from paitou.office.journal.writing import Change
from paitou.office.tasks.backing_up import stores
from paitou.office.tasks.depositing import Deposit, read_deposits
from paitou.office.tasks.duties import Outcome

_SHOWN = 20


def check_everything(now: dt.datetime) -> Outcome:
    """Verify the journal against itself and the deposits, and every file by its hash."""
    deposits = kept_deposits()
    found = verify(*((one.number, one.digest) for one in deposits))
    faults = [*found.faults, *_spoilt()]
    if not faults:
        return Outcome(f"留痕{found.entries}条、留存{len(deposits)}次，核对无误。")
    change = Change(
        action="tasks.verify",
        subject=f"verification:{now.date()}",
        after={"faults": len(faults), "first": faults[0]},
    )
    told = "；".join(faults[:_SHOWN])
    return Outcome(f"发现{len(faults)}处问题：{told}", is_well=False, changes=(change,))


def kept_deposits() -> list[Deposit]:
    """Return what was deposited in the file of the settings."""
    path = settings.DEPOSIT_FILE
    return [*read_deposits(path)] if path.exists() else []


def _spoilt() -> Iterator[str]:
    for folder in stores():
        store = ContentStore(folder)
        for one in store.hashes():
            if fault := store.fault_of(one):
                yield f"{folder.name}/{one[:12]}{fault}"
