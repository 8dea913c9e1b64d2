"""An office whose writer is killed again and again → what was lost, and what is half done.

    python benchmarks/killing.py --kills 20 --seed 1

It works on the database of PAITOU_DATABASE_URL, which must be empty. A process fills in,
hands in, endorses, approves and corrects forms, keeps files, and tells each thing that it
has done once it is done; after a random moment it is killed with SIGKILL. Whatever it told
must be there, and nothing may be there in part. Prints what was found as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from attrs import define, field

import large_city
from paitou.model import Book

ORGS, TARGETS = 3, 8
#: A writer lives at the most so many seconds after the first thing that it did.
LONGEST = 0.4
_FIRST, _LAST = 2012, 2025


def main() -> int:
    """Kill so many writers and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(json.dumps(run(asked.kills, asked.seed)))
    return 0


def run(kills: int, seed: int) -> dict[str, object]:
    """Return what was acknowledged, how often, and every fault."""
    from paitou.office.config.starting import open_database

    open_database()  # and closes it again: nothing is shared with the processes below
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        city = large_city.write_city(Path(folder), ORGS, TARGETS, _FIRST)
        book = large_city.load(city)
        [staff] = _apart(lambda: iter([_made(book)]))
        files = Path(folder, "files")
        told: list[dict[str, object]] = []
        faults: list[str] = []
        for _ in range(kills):
            writer = Writer(book, large_city.Staff(**staff), files, len(told))
            told += _killed(writer.work, chance.uniform(0, LONGEST))
            faults += _apart(partial(found_wrong, told, files))
    counts = Counter(str(one["did"]) for one in told)
    return {"kills": kills, "acknowledged": dict(counts), "faults": faults}


@define
class Writer:
    """Does one thing after another and yields what it did."""

    book: Book
    staff: large_city.Staff
    files: Path
    number: int = 0
    _steps: dict[str, Callable[..., dict[str, object] | None]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Set what is done with a form, by where it stands."""
        self._steps = {"draft": self._fill, "review": self._review, "approved": self._mend}

    def work(self) -> Iterator[dict[str, object]]:
        """Yield what was done, for as long as the process lives."""
        from paitou.office.files.store import ContentStore
        from paitou.office.reporting.models import Submission

        store = ContentStore(self.files)
        while True:
            if not Submission.objects.exclude(stage="approved").exists():
                self._open()
            for form in Submission.objects.select_related("round").order_by("?"):
                self.number += 1
                done = self._steps[form.stage](form)
                if done:
                    yield {**done, "form": form.pk, "number": self.number}
                content = f"{self.number}\n".encode() * 20_000
                yield {"did": "keep", "sha256": store.keep(content)}

    def _open(self) -> None:
        from paitou.office.reporting.models import Round

        year, quarter = divmod(Round.objects.count(), 4)
        if _FIRST + year <= _LAST:
            period = f"{_FIRST + year}Q{quarter + 1}"
            large_city.open_quarter(self.book, self.staff, period)

    def _fill(self, form: object) -> dict[str, object]:
        """Write the same number into every cell; every third time hand the form in."""
        from paitou.office.reporting.actions import save_cells, submit
        from paitou.office.reporting.entry import Typed

        clerk = self.staff.reporters[form.org]
        if self.number % 3 == 0 and form.cells.exclude(text="").exists():
            _do(clerk, submit, form.pk, self.book)
            return {"did": "submit"}
        keys = form.cells.values_list("key", flat=True)
        _do(clerk, save_cells, form.pk, {key: Typed(text=str(self.number)) for key in keys})
        return {"did": "save"}

    def _review(self, form: object) -> dict[str, object]:
        from paitou.office.reporting.actions import pass_on

        login = self.staff.heads[form.org] if form.step == 0 else self.staff.officer
        done = _do(login, pass_on, form.pk, form.turn, self.book)
        return {"did": "approve" if done.stage == "approved" else "endorse"}

    def _mend(self, form: object) -> dict[str, object] | None:
        from paitou.office.reporting.entry import Typed
        from paitou.office.reporting.freezing import correct
        from paitou.office.reporting.models import Cell

        key = Cell.objects.filter(submission=form).order_by("?").first().key
        said = (large_city.NAME, key, Typed(text=str(self.number)), "核减", self.book)
        row = _do(self.staff.officer, correct, *said)
        return {"did": "correct", "key": key, "vintage": row.vintage}


def found_wrong(told: list[dict[str, object]], files: Path) -> Iterator[str]:
    """Yield what is not as it was told, and what is there only in part."""
    from paitou.office.files.store import ContentStore
    from paitou.office.journal.verifying import verify
    from paitou.office.reporting.models import Reported, Submission

    yield from verify().faults
    forms = {form.pk: form for form in Submission.objects.prefetch_related("cells")}
    for form in forms.values():
        texts = {cell.text for cell in form.cells.all()}
        if len(texts) != 1:
            yield f"form {form.pk} holds {sorted(texts)}"
        frozen = form.figures.filter(vintage=1).count()
        if frozen != (TARGETS if form.stage == "approved" else 0):
            yield f"form {form.pk} ({form.stage}) has {frozen} figures"
    store = ContentStore(files)
    yield from (f"file {each} is broken" for each in store.hashes() if store.fault_of(each))
    known = set(Reported.objects.values_list("key", "vintage"))
    for one in told:
        yield from _missing(one, forms, known, store)


def _missing(one, forms, known, store) -> Iterator[str]:  # noqa: ANN001 (of the office)
    form = forms.get(one.get("form"))
    match one["did"]:
        case "save":
            texts = [int(cell.text or 0) for cell in form.cells.all()]
            is_there = min(texts) >= one["number"]
        case "submit":
            is_there = form.turn >= 1 and form.stage in ("review", "approved")
        case "endorse":
            is_there = form.step >= 1
        case "approve":
            is_there = form.stage == "approved"
        case "correct":
            is_there = (one["key"], one["vintage"]) in known
        case "keep":
            is_there = store.fault_of(one["sha256"]) == ""
    if not is_there:
        yield f"lost: {one}"


def _do(login: str, action: Callable[..., object], *given: object) -> object:
    from paitou.office.journal.actions import perform

    actor = large_city.acting(login)
    return perform(actor, action, actor, *given)


def _made(book: Book) -> dict[str, object]:
    """Make the people; hashing slowly is of no use here."""
    from attrs import asdict
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=large_city.QUICK):
        return asdict(large_city.people(book))


def _apart(make: Callable[[], Iterator[object]]) -> list[object]:
    """Return what is made in a process of its own, which shares no connection."""
    process, pipe = _start(make)
    with os.fdopen(pipe, encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    if os.waitpid(process, 0)[1]:
        raise SystemExit("the process that looks or prepares has failed")
    return found


def _killed(
    work: Callable[[], Iterator[dict[str, object]]], seconds: float
) -> list[dict[str, object]]:
    """Return what was told until the process was killed, after its first word."""
    process, pipe = _start(work)
    with os.fdopen(pipe, encoding="utf-8") as lines:
        first = lines.readline()
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        written = [first, *lines]
    _, status = os.waitpid(process, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the writer ended before it was killed")
    return [json.loads(line) for line in written if line.endswith("\n")]


def _start(make: Callable[[], Iterator[object]]) -> tuple[int, int]:
    """Return a process that writes a line for each thing made, and where to read them."""
    read, write = os.pipe()
    process = os.fork()
    if process:
        os.close(write)
        return process, read
    os.close(read)
    status = 1
    try:
        for one in make():
            os.write(write, json.dumps(one).encode() + b"\n")
        status = 0
    except BaseException as fault:  # the process ends here, whatever it was
        sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
