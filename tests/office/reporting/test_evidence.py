"""Tests of what proves a form: attached, kept once handed in, signed on paper."""

import pytest

from paitou.office.files.checking import Checked
from paitou.office.files.kept import file_store
from paitou.office.files.models import Attachment
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.people.models import Post, Tenure, User
from paitou.office.reporting.actions import pass_on, save_cells, send_back, withdraw
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.evidence import (
    Signed,
    add_evidence,
    endorse_by_paper,
    files_of,
    form_of,
    remove_evidence,
)
from paitou.office.reporting.fingerprint import fingerprint, is_same
from paitou.office.reporting.policies import as_post
from paitou.office.reporting.states import Move

SCAN = Checked(name="签字表.pdf", media_type="application/pdf", content=b"%PDF-1.7 scan")


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def proof(number=1):
    name, content = f"报表{number}.pdf", b"%d" % number
    return Checked(name=name, media_type="application/pdf", content=content)


def strays():
    """What was changed past the journal; the people of the tests always were."""
    return [words for words in verify().strays if words.startswith("attachment")]


def do(desk, login, what, *args, org="YZ01"):
    actor = desk.actor(login)
    return perform(actor, what, actor, desk.form(org).pk, *args)


def test_a_file_is_attached_to_a_cell_with_its_entry(desk):
    key = desk.form().cells.first().key
    row = do(desk, "clerk", add_evidence, proof(), key)
    assert file_store().read(row.sha256) == b"1"
    assert (row.part, row.level, row.added_post) == (key, "internal", "YZ01·clerk")
    entry = Entry.objects.last()
    assert (entry.words, entry.org) == ("上传文件", "YZ01")
    assert entry.after["name"] == "报表1.pdf"
    assert not strays()


def test_a_file_is_taken_away_only_before_it_is_handed_in(desk):
    first = do(desk, "clerk", add_evidence, proof())
    do(desk, "clerk", remove_evidence, first.pk)
    entry = Entry.objects.last()
    assert (entry.words, entry.before["sha256"]) == ("删去文件", first.sha256)
    second = do(desk, "clerk", add_evidence, proof(2))
    desk.submit()
    with pytest.raises(Refused, match="不能"):
        do(desk, "clerk", remove_evidence, second.pk)
    do(desk, "clerk", withdraw)
    with pytest.raises(Refused, match="长期保存"):
        do(desk, "clerk", remove_evidence, second.pk)
    third = do(desk, "clerk", add_evidence, proof(3))
    do(desk, "clerk", remove_evidence, third.pk)
    assert [f.name for f in files_of(desk.form())] == ["报表2.pdf"]
    assert not strays()


def test_nobody_attaches_to_the_form_of_others_or_takes_their_files(desk):
    row = do(desk, "clerk", add_evidence, proof())
    for login in ("other", "office", "leader", "audit", "source"):
        with pytest.raises(NotAllowed):
            do(desk, login, add_evidence, proof(2))
        with pytest.raises(NotAllowed):
            do(desk, login, remove_evidence, row.pk)
    with pytest.raises(NotAllowed, match="没有这份文件"):
        do(desk, "other", remove_evidence, row.pk, org="YZ02")
    with pytest.raises(Refused, match="没有这一格"):
        do(desk, "clerk", add_evidence, proof(2), "n-of-another-form")


def test_the_same_file_twice_and_too_many_are_refused(desk, monkeypatch):
    do(desk, "clerk", add_evidence, proof())
    with pytest.raises(Refused, match="已经传过"):
        do(desk, "clerk", add_evidence, proof())
    monkeypatch.setattr("paitou.office.files.actions.MOST_FILES", 1)
    with pytest.raises(Refused, match="最多1份"):
        do(desk, "clerk", add_evidence, proof(2))


def test_a_round_may_want_evidence(desk):
    desk.round.needs_evidence = True
    desk.round.save()
    with pytest.raises(Refused, match="佐证材料"):
        desk.submit()
    do(desk, "clerk", add_evidence, proof())
    desk.submit()
    assert desk.form().stage == "review"


def test_who_sees_the_form_sees_what_proves_it(desk):
    thing = form_of(do(desk, "clerk", add_evidence, proof()))
    assert thing.is_seen_by(desk.actor("head"))
    assert not thing.is_seen_by(desk.actor("office"))
    desk.submit()
    assert thing.is_seen_by(desk.actor("office"))
    assert not thing.is_seen_by(desk.actor("other"))
    assert not thing.is_seen_by(desk.actor("audit"))


def test_a_file_that_somebody_altered_is_found(desk):
    row = do(desk, "clerk", add_evidence, proof())
    place = file_store().place(row.sha256)
    place.chmod(0o644)
    place.write_bytes(b"other")
    assert strays()
    Attachment.objects.update(name="b.pdf")
    assert "name" in strays()[0]


# ---- the signed sheet ----------------------------------------------------------------


@pytest.fixture
def on_paper(desk):
    desk.round.on_paper = True
    desk.round.save()
    return desk


def sign(desk, code, turn=None, login="clerk", signer="李某某 局长"):
    form = desk.form()
    turn = form.turn if turn is None else turn
    return do(desk, login, endorse_by_paper, turn, SCAN, Signed(code=code, signer=signer))


def test_a_signed_sheet_passes_the_review_of_the_own_organisation(on_paper):
    on_paper.submit()
    code = fingerprint(on_paper.form())
    sign(on_paper, code.lower().replace("-", " "))
    form = on_paper.form()
    assert (form.stage, form.step) == ("review", 1)
    review = form.reviews.last()
    assert review.label == "纸质签批"
    assert "李某某 局长签字" in review.reason
    assert code in review.reason
    assert [f.purpose for f in files_of(form)] == ["signed"]
    assert Entry.objects.filter(action="reporting.paper", org="YZ01").count() == 1
    on_paper.pass_on("office")
    assert on_paper.form().stage == "approved"


def test_a_sheet_printed_before_it_was_handed_in_holds(on_paper):
    on_paper.fill()
    code = fingerprint(on_paper.form())
    on_paper.submit()
    assert fingerprint(on_paper.form()) == code
    sign(on_paper, code)


def test_a_value_changed_after_printing_makes_the_sheet_stale(on_paper):
    on_paper.submit()
    code = fingerprint(on_paper.form())
    do(on_paper, "clerk", withdraw)
    key = on_paper.form().cells.first().key
    values = on_paper.values() | {key: Typed(text="11.5")}
    do(on_paper, "clerk", save_cells, values)
    actor = on_paper.actor("clerk")
    from paitou.office.reporting.actions import submit

    perform(actor, submit, actor, on_paper.form().pk, on_paper.book)
    with pytest.raises(Refused, match="校验码与现在的数不符"):
        sign(on_paper, code)
    assert not files_of(on_paper.form())
    sign(on_paper, fingerprint(on_paper.form()))


@pytest.mark.parametrize("change", ["text", "note", "turn", "org"])
def test_the_code_changes_with_everything_that_is_signed(desk, change):
    desk.submit()
    form, cell = desk.form(), desk.form().cells.first()
    code = fingerprint(form)
    if change in ("text", "note"):
        setattr(cell, change, "1")
        cell.save()
    else:
        setattr(form, change, form.turn + 1 if change == "turn" else "YZ02")
    assert fingerprint(form) != code


def test_codes_are_read_however_they_are_typed():
    assert is_same(" 3f7a 92c1—ob4e ", "3F7A-92C1-0B4E")
    assert not is_same("", "3F7A-92C1-0B4E")
    assert not is_same("3F7A-92C1", "3F7A-92C1-0B4E")


def test_a_sheet_counts_only_where_the_round_says_so_and_only_once(desk, on_paper):
    on_paper.submit()
    code = fingerprint(on_paper.form())
    with pytest.raises(Refused, match="谁签的字"):
        sign(on_paper, code, signer=" ")
    with pytest.raises(Refused, match="又提交过"):
        sign(on_paper, code, turn=0)
    for login in ("other", "office", "leader"):
        with pytest.raises(NotAllowed):
            sign(on_paper, code, login=login)
    sign(on_paper, code)
    with pytest.raises(Refused, match="不能凭纸质签批"):
        sign(on_paper, code)
    desk.round.on_paper = False
    desk.round.save()
    do(desk, "office", send_back, 1, "核实")
    desk.submit()
    with pytest.raises(Refused, match="不能凭纸质签批"):
        sign(desk, fingerprint(desk.form()))


# ---- deputies ------------------------------------------------------------------------


def test_who_acts_for_the_head_endorses_and_the_record_says_so(desk, on_day):
    """A clerk of another department who acts for the head until the end of April."""
    from datetime import date

    stand_in = User.objects.get(login="owner")
    post = Post.objects.get(org="YZ01", role="head")
    days = {"begins": date(2026, 4, 1), "ends": date(2026, 5, 1)}
    Tenure.objects.create(user=stand_in, post=post, is_acting=True, **days)
    desk.submit()
    form, actor = desk.form(), desk.actor("owner")
    actor = as_post(actor, form, Move.PASS)
    perform(actor, pass_on, actor, form.pk, form.turn, desk.book)
    assert form.reviews.last().post == "YZ01·head（代）"
    assert Entry.objects.last().post == "YZ01·head（代）"


def test_the_stand_in_is_not_one_any_more_when_the_days_are_over(desk, on_day):
    test_day = on_day("2026-05-01")
    post = Post.objects.get(org="YZ01", role="head")
    Tenure.objects.create(
        user=User.objects.get(login="owner"),
        post=post,
        is_acting=True,
        begins=test_day.replace(month=4),
        ends=test_day,
    )
    desk.submit()
    form, actor = desk.form(), desk.actor("owner")
    with pytest.raises(NotAllowed):
        perform(actor, pass_on, actor, form.pk, form.turn, desk.book)


def test_a_deputy_endorses_as_deputy(desk):
    desk.submit()
    desk.pass_on("deputy")
    assert desk.form().reviews.last().post == "YZ01·deputy"
