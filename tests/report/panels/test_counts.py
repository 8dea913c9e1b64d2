from paitou.model import Standing, WhyUnknown
from paitou.report.panels.counts import counts_of, counts_told


def _standings(**counts):
    return [
        Standing(statement="a", org="", verdict=verdict)
        for verdict, count in counts.items()
        for _ in range(count)
    ]


def test_the_numbers_add_up():
    held = _standings(met=3, on_track=2, behind=4, missed=1, unknown=5, not_due=1)
    cells = counts_of(held).cells
    assert sum(int(cell.number) for cell in cells) == len(held)
    assert [cell.word for cell in cells][:3] == ["已达到", "达到序时进度", "需要加力"]


def test_a_verdict_alone_is_told_by_its_own_word():
    words = [cell.word for cell in counts_of(_standings(unlikely=2)).cells]
    assert words == ["已达到", "预计难以达到（测算）", "无法评价"]


def test_what_several_verdicts_make_together_is_told():
    held = _standings(met=1, behind=2, missed=1)
    held.append(
        Standing(
            statement="a", org="", verdict="unknown", why_unknown=WhyUnknown.UNVERIFIED
        )
    )
    assert list(counts_told(held)) == [
        "共5项量化目标；无法评价的占20.0%，不等于没有完成。",
        "需要加力的3项：滞后于序时进度2项、低于目标1项。",
    ]


def test_without_targets_it_says_so():
    assert list(counts_told([])) == ["没有可以评价的量化目标。"]
