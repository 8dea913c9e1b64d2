"""The sentence of counts is true in every number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Attainment, Standing, WhyUnknown
from paitou.report.progress import progress_of, worst_first


def standing(verdict, why=None, share=None):
    return Standing(statement="s", org="", verdict=verdict, why_unknown=why, share=share)


def test_the_sentence_counts_all():
    found = [standing("met")] * 7 + [standing("missed")] * 2
    found += [standing("unknown", WhyUnknown.NOT_PUBLISHED)] * 3
    found += [standing("unknown", WhyUnknown.DEFINITION_OPEN)]
    assert progress_of(found).sentence == (
        "13项目标中，7项已达到，2项低于目标，4项无法评价（未发布3项、口径待明确1项）。"
    )
    assert progress_of(found).open_share == "30.8%"


def test_one_reason_is_not_counted_twice():
    found = [standing("unknown", WhyUnknown.NOT_PUBLISHED)] * 2
    assert progress_of(found).sentence == "2项目标中，2项无法评价（未发布）。"


def test_nothing_is_told():
    assert progress_of([]).sentence == "没有可以评价的目标。"


@given(st.lists(st.sampled_from(Attainment)))
def test_parts_of_the_bar_fill_it(verdicts):
    progress = progress_of([standing(one) for one in verdicts])
    assert sum(part.width for part in progress.parts) == len(verdicts)
    assert progress.judged_count + progress.open_count == len(verdicts)


def test_the_gravest_and_furthest_come_first():
    near, far = standing("missed", share=0.9), standing("missed", share=0.2)
    met, broken = standing("met"), standing("broken")
    assert worst_first([met, near, broken, far]) == (far, near, broken, met)
