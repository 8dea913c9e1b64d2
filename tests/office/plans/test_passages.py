"""The text cut into pieces."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import (
    Commitment,
    CommitmentKind,
    Document,
    Mention,
    Plan,
    Span,
)
from paitou.office.plans.marks import marks_of
from paitou.office.plans.passages import Shown, passages


def runs_of(plan, shown=None):
    cut = passages(plan.document, marks_of(plan), shown or Shown())
    return [run for passage in cut for run in (*passage.head, *passage.body)]


def words(plan, run):
    return "".join(plan.document.text[p.start : p.end] for p in run.pieces)


def owned(plan, item_id, shown=None):
    runs = runs_of(plan, shown)
    return [words(plan, run) for run in runs if run.mark and run.mark.id == item_id]


def test_nothing_is_lost_and_nothing_is_shown_twice(plan):
    shown = "".join(words(plan, run) for run in runs_of(plan))
    assert shown == "".join(plan.document.text.split("\n"))


def test_nested_quotes_each_keep_their_own_words(plan):
    assert (
        owned(plan, "s5") == ["航运企业", "分别达到50家"]
        or owned(plan, "s5")[0] == "航运企业、"
    )
    assert "2万人" in owned(plan, "s6")[-1]
    assert any("船员" in part for part in owned(plan, "s6"))


def test_equal_quotes_are_told_apart_by_their_objects(plan):
    assert "东渡港区" in "".join(owned(plan, "c1"))
    assert owned(plan, "c2") == ["南塘港区"]


def test_every_mark_begins_once(plan):
    runs = runs_of(plan)
    begun = [run.mark.id for run in runs if run.is_first]
    begun += [mark.id for run in runs for mark in run.strays]
    assert sorted(begun) == sorted(mark.id for mark in marks_of(plan))


def test_a_mark_without_words_of_its_own_is_kept_as_a_stray(plan):
    twin = evolve(plan.commitments[2], id="c4", object="别的")
    runs = runs_of(evolve(plan, commitments=(*plan.commitments, twin)))
    assert [mark.id for run in runs for mark in run.strays] == ["c4"]


def test_the_chosen_mark_shows_its_fields(plan):
    chosen = marks_of(plan)[0]
    pieces = [p for run in runs_of(plan, Shown(chosen=chosen)) for p in run.pieces]
    named = {name: plan.document.text[p.start : p.end] for p in pieces for name in p.names}
    assert named["is-when"] == "到2025年"
    assert named["is-value"] == "3亿吨"
    assert named["is-indicator"] == "港口吞吐量"


def test_a_filter_fades_the_others(plan):
    runs = runs_of(plan, Shown(matching=frozenset({"s3"})))
    faded = {run.mark.id: run.is_faded for run in runs if run.mark}
    assert faded.pop("s3") is False
    assert all(faded.values())


def test_hits_and_numbers_can_be_linked_to(plan):
    at = plan.document.text.index("双百")
    mention = Mention(start=at, end=at + 1, text="双", name="name")
    shown = Shown(mentions=(mention,), hits=(Span(0, 3),))
    anchors = [p.anchor for run in runs_of(plan, shown) for p in run.pieces if p.anchor]
    assert anchors == ["h-1", f"m-{at}"]


def test_text_outside_every_block_is_shown(plan):
    document = evolve(plan.document, blocks=plan.document.blocks[3:])
    shown = "".join(words(plan, run) for run in runs_of(evolve(plan, document=document)))
    assert shown == "".join(plan.document.text.split("\n"))


def test_page_numbers_inside_a_sentence_are_left_out(plan):
    block = evolve(plan.document.blocks[0], gaps=(Span(2, 4),))
    document = evolve(plan.document, blocks=(block, *plan.document.blocks[1:]))
    cut = evolve(plan, document=document, statements=(), commitments=())
    shown = passages(cut.document, (), Shown(hits=(Span(2, 4),)))
    assert words(plan, shown[0].body[0]) == "云汀海图强三年行动方案"


def test_the_title_is_found_once(plan):
    cut = passages(plan.document, marks_of(plan), Shown())
    assert [p.block.start for p in cut if p.is_title] == [0]


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20)), max_size=12))
def test_any_overlap_gives_the_text_back(places):
    text = "一二三四五六七八九十" * 4
    items = tuple(
        Commitment(
            id=f"c{n}", kind=CommitmentKind.DUTY, section="", start=a,
            end=min(a + length, 40), quote=text[a : a + length], object=text[a : a + 3],
        )
        for n, (a, length) in enumerate(places)
    )  # fmt: skip
    document = Document(title="", file="", sha256="", text=text)
    plan = Plan(document=document, statements=(), commitments=items, mentions=())
    runs = runs_of(plan)
    assert "".join(words(plan, run) for run in runs) == text
    reached = [run.mark.id for run in runs if run.is_first]
    reached += [mark.id for run in runs for mark in run.strays]
    assert sorted(reached) == sorted(item.id for item in items)
