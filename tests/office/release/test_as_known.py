"""Whatever can be read as known on a day reads the same later, though figures changed."""

import hashlib
import re

from django.urls import resolve

from office.release.asking import asked
from office.release.conftest import NAME
from office.reporting.conftest import SPRING
from paitou.office.journal.actions import perform
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Reported

KNOWN = "2026-04-10"
#: What a page says besides: the token of its forms.
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
PAPERS = (
    "leader.docx", "circular.docx", "contest-quarterly.docx", "scores-quarterly.xlsx",
    "breakdown.xlsx", "progress.xlsx", "balance.docx", "final.docx", "panel.pdf",
)  # fmt: skip
#: These speak of today whatever is asked: what was issued, and what is decided.
TODAY = {"issued", "issued_file", "release", "issue_paper", "paper_level"}

#: What is in them was never judged: the words of the plan alone.
DAYLESS = {"breakdown"}


def seen(client, wanted):
    """What each address answers: a page's main part, else the hash of the bytes."""
    found = {}
    for address in wanted:
        answer = client.get(address)
        data = answer.getvalue() if answer.streaming else answer.content
        if answer.status_code == 200 and b"<main" in data:
            text = _TOKEN.sub("", data.decode())
            found[address] = text[text.index("<main") : text.index("</main>")]
        elif answer.status_code == 200:
            found[address] = hashlib.sha256(data).hexdigest()
    return found


def judged(round_):
    """Every address of the book that takes a day, as known on that day."""
    for paper in PAPERS:
        yield f"/plans/{NAME}/papers/{paper}?period=2026Q1&as_of={KNOWN}"
    yield f"/desk/rounds/{round_}/figures.csv?as_of={KNOWN}"
    for address in asked():
        plain = address.partition("?")[0]
        is_of_book = plain.startswith((f"/plans/{NAME}/", f"/api/books/{NAME}/"))
        if not is_of_book or resolve(plain).url_name in TODAY:
            continue
        if address.endswith(f"?as_of={KNOWN}"):
            yield address
        elif "?" in address and "as_of" not in address:
            yield f"{address}&as_of={KNOWN}"
        elif plain.startswith("/api/") and "?" not in address:
            yield f"{address}?as_of={KNOWN}"


def test_every_page_and_every_file_of_a_day_stays_as_it_was(
    approved, signed_in, on_day, settings, tmp_path
):
    settings.DATA_DIR = tmp_path / "var"
    on_day("2026-04-16")
    wanted = [*judged(approved.round.pk)]
    before = seen(signed_in("office"), wanted)
    assert {one for one in wanted if "/papers/" in one and "period=" in one} <= set(before)
    assert len(before) > 80
    plain = {address.partition("?")[0] for address in before}
    kinds = {one.rpartition(".")[2] for one in plain if not one.endswith("/")}
    assert {"csv", "xlsx", "docx", "json", "parquet", "pdf"} <= kinds
    on_day("2026-04-20")
    actor = approved.actor("office-two")
    for row in Reported.objects.filter(vintage=1):
        said = Typed(text="987.6", note="")
        perform(actor, correct, actor, NAME, row.key, said, "核减", approved.book)
    approved.approve(SPRING)
    after = seen(signed_in("office"), wanted)
    assert [one for one in before if before[one] != after.get(one)] == []
    now = {address.replace(KNOWN, "2026-04-20") for address in wanted}
    latest = seen(signed_in("office"), [one for one in now if "/targets/" in one])
    assert any("987.6" in page for page in latest.values())


def test_every_page_of_a_book_takes_a_day(approved, signed_in):
    client, deaf = signed_in("office"), set()
    for address in asked():
        if address.startswith(f"/plans/{NAME}/") and "?" not in address:
            name = resolve(address).url_name
            if name not in TODAY and client.get(address).status_code == 200:
                answer = client.get(f"{address}?as_of=yesterday")
                deaf |= {name} if answer.status_code != 400 else set()
    assert deaf == DAYLESS
