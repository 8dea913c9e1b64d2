from paitou.model import Mention, Plan
from review.plans import PLAN


def test_mentions_are_counted_and_the_unexplained_shown():
    loose = Mention(start=0, end=1, text="三", name="unexplained")
    plan = Plan(
        document=PLAN.document,
        statements=(),
        commitments=(),
        mentions=(*PLAN.mentions, loose),
    )
    assert plan.mention_counts() == {"statement": 4, "unexplained": 1}
    assert plan.unexplained == (loose,)
    assert plan.sections == PLAN.document.sections


def test_issue_levels_have_words():
    from paitou.model import Level

    assert [level.label for level in Level] == ["错误", "警告", "提示"]
