"""A day → what the city's leaders and meetings ordered before it, and how far that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, field, frozen

from paitou.model import Part
from paitou.office.demo.cast import LATE, RETURNED, STATISTICS, UNENDORSED
from paitou.office.demo.quarters import days_after, days_before
from paitou.office.demo.scenario import at_work
from paitou.office.reporting.workdays import work_calendar

_OUTPUT = "规模以上工业总产值"


@frozen(kw_only=True)
class Register:
    """The office registers a matter, and its director gives it out.

    Attributes:
        about: the indicator of the target that it is about; empty where there is none.
        supports: who helps.
    """

    key: str
    org: str
    title: str
    demand: str
    kind: str
    source: str
    source_on: dt.date
    source_number: str = ""
    said_by: str = ""
    words: str = ""
    about: str = ""
    supports: tuple[str, ...] = ()


@frozen(kw_only=True)
class Proceed:
    """Somebody moves a matter on; `is_chief`: the director, where another must decide."""

    key: str
    move: str
    by: Part
    text: str = ""
    is_chief: bool = False


@frozen(kw_only=True)
class Urge:
    """The office sends a numbered sheet about a matter."""

    key: str
    sheet: str
    text: str


Errand: TypeAlias = Register | Proceed | Urge


@frozen
class Planned:
    """An errand and when it is done."""

    at: dt.datetime
    deed: Errand


def matters_until(today: dt.date) -> tuple[Planned, ...]:
    """Return what was ordered before a day, step by step, each at its time.

    One is done, one is late and was urged, one is soon due, one waits for the office.
    """
    stories = (_finished(today), _late(today), _soon_due(today), _answered(today))
    planned = sorted((one for story in stories for one in story), key=lambda one: one.at)
    seconds = dt.timedelta(seconds=1)
    return tuple(evolve(p, at=p.at + (30 + n) * seconds) for n, p in enumerate(planned))


@frozen
class _Story:
    """A matter that is given out on the first working day after it was ordered."""

    told: Register
    day: dt.date = field(init=False)

    def __attrs_post_init__(self) -> None:
        ordered = self.told.source_on + dt.timedelta(days=1)
        object.__setattr__(self, "day", work_calendar().next_worked(ordered))

    def opening(self) -> Iterator[Planned]:
        """Yield how it is registered, approved and, the next day, signed for."""
        key = self.told.key
        yield Planned(at_work(self.day, 9), self.told)
        yield self.office(self.day, 10, "submit")
        yield self.office(self.day, 15, "approve", is_chief=True)
        sign = Proceed(key=key, move="sign", by=Part.STAFF)
        yield Planned(at_work(days_after(self.day, 1), 9), sign)

    def feedback(self, day: dt.date, text: str) -> Iterator[Planned]:
        """Yield how it is answered: by who does it, then by their head."""
        drafted = Proceed(
            key=self.told.key, move="draft_feedback", by=Part.STAFF, text=text
        )
        yield Planned(at_work(day, 10), drafted)
        passed = Proceed(key=self.told.key, move="feedback", by=Part.HEAD)
        yield Planned(at_work(day, 16), passed)

    def office(
        self, day: dt.date, hour: int, move: str, text: str = "", *, is_chief: bool = False
    ) -> Planned:
        """Return a move of the office."""
        deed = Proceed(
            key=self.told.key, move=move, by=Part.OFFICE, text=text, is_chief=is_chief
        )
        return Planned(at_work(day, hour), deed)


def _finished(today: dt.date) -> Iterator[Planned]:
    story = _Story(
        Register(
            key="overlap",
            org=STATISTICS,
            title="核减规模以上工业企业重复计算的产值",
            demand="逐户核对两个区同时上报的企业，核减重复部分，明确归属，并报送核对结果。",
            kind="document",
            source="关于开展统计数据核查的通知（模拟）",
            source_number="云政办函〔模拟〕8号",
            source_on=today - dt.timedelta(days=58),
            about=_OUTPUT,
            supports=(RETURNED,),
        )
    )
    yield from story.opening()
    answered = days_after(story.day, 8)
    yield from story.feedback(
        answered, "已逐户核对，两户企业重复计算，已经核减并明确归属。"
    )
    yield story.office(days_after(answered, 1), 9, "propose_close")
    checked = "查阅核对底稿，电话核实两户企业，情况属实，同意办结。"
    yield story.office(days_after(answered, 2), 11, "close", checked, is_chief=True)


def _late(today: dt.date) -> Iterator[Planned]:
    story = _Story(
        Register(
            key="housing",
            org=LATE,
            title="解决保障性租赁住房配套管网滞后问题",
            demand="倒排工期，明确完工时间和责任人，20日内报送解决方案。",
            kind="meeting",
            source="市政府常务会议（模拟）",
            source_number="云政阅〔模拟〕12号",
            source_on=today - dt.timedelta(days=33),
            words="会议议定：由石笠县牵头，市住房城乡建设局配合，限期解决配套管网滞后问题。",
            about="保障性租赁住房",
            supports=("YZ38",),
        )
    )
    yield from story.opening()
    wish = "已超过办理时限，请于三个工作日内报送进展、原因和完成时间。"
    sheet = Urge(key="housing", sheet="urge", text=wish)
    yield Planned(at_work(days_before(today, 3), 10), sheet)


def _soon_due(today: dt.date) -> Iterator[Planned]:
    story = _Story(
        Register(
            key="power",
            org=RETURNED,
            title="解决标准厂房供电容量不足问题",
            demand="会同供电部门提出增容方案，明确完成时间。",
            kind="instruction",
            source="关于东溪区标准厂房供电情况的报告（模拟）",
            source_on=today - dt.timedelta(days=13),
            said_by="分管工业的副市长",
            words="请东溪区会同市工信局抓紧研究，半个月内拿出办法。",
            about=_OUTPUT,
            supports=(UNENDORSED,),
        )
    )
    yield from story.opening()


def _answered(today: dt.date) -> Iterator[Planned]:
    story = _Story(
        Register(
            key="firms",
            org=UNENDORSED,
            title="摸清新增规模以上工业企业进度滞后的原因",
            demand="逐县（市、区）分析差距，提出下一步措施。",
            kind="urgent",
            source="工业经济运行分析（模拟）",
            source_on=days_before(today, 5),
            said_by="分管工业的副市长",
            words="请市工信局五个工作日内分析原因，提出措施。",
            about="新增规模以上工业企业",
        )
    )
    yield from story.opening()
    told = "已走访四个县区，主要是在建项目投产推迟；拟对接近规模的企业逐户跟踪服务。"
    yield from story.feedback(days_before(today, 1), told)
