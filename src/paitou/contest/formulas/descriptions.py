"""What each formula is called, needs and may be told, as data to check rulebooks by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from attrs import frozen

from paitou.model import Parameter


class Need(StrEnum):
    """What a formula looks at beside the value of the organisation itself."""

    TARGET = "target"
    PREVIOUS = "previous"
    CITY = "city"
    PEERS = "peers"
    MARKS = "marks"
    PARTS = "parts"


class ParameterKind(StrEnum):
    """What a parameter is written as."""

    NUMBER = "number"
    NUMBERS = "numbers"
    WORD = "word"
    FLAG = "flag"


@frozen(kw_only=True)
class ParameterDescription:
    """A parameter of a formula.

    Attributes:
        title: in Chinese.
        default: None where there is none: it is then left out of the sum, or needed.
        is_needed: whether a rulebook must give it.
        choices: the words it may be; empty is any.
        least: the smallest number that makes sense; None is any.
    """

    name: str
    kind: ParameterKind
    title: str
    default: Parameter | None = None
    is_needed: bool = False
    choices: tuple[str, ...] = ()
    least: Decimal | None = None


@frozen(kw_only=True)
class FormulaDescription:
    """A formula that is registered.

    Attributes:
        needs: what it looks at beside the value; a need that a parameter can stand in for
            is in `replaceable` (a target by `base`).
        source: where the rule was published, or empty for what any textbook has.
        compares: whether the others' values change the points, unless bounds are frozen.
    """

    name: str
    title: str
    needs: tuple[Need, ...] = ()
    parameters: tuple[ParameterDescription, ...] = ()
    replaceable: Mapping[Need, str] = MappingProxyType({})
    source: str = ""

    @property
    def compares(self) -> bool:
        """Return whether points depend on the others of the group."""
        return Need.PEERS in self.needs

    def parameter(self, name: str) -> ParameterDescription | None:
        """Return the parameter of this name, None where the formula has none."""
        return next((each for each in self.parameters if each.name == name), None)


def describe(name: str) -> FormulaDescription | None:
    """Return the description of a formula that ships, None where there is none."""
    return _BY_NAME.get(name)


def descriptions() -> tuple[FormulaDescription, ...]:
    """Return every formula that ships, in the order of the documentation."""
    return _DESCRIPTIONS


def _number(
    name: str, title: str, default: str | None = None, *, least: str | None = None
) -> ParameterDescription:
    return ParameterDescription(
        name=name,
        kind=ParameterKind.NUMBER,
        title=title,
        default=None if default is None else Decimal(default),
        least=None if least is None else Decimal(least),
    )


def _needed(name: str, title: str) -> ParameterDescription:
    return ParameterDescription(
        name=name, kind=ParameterKind.NUMBER, title=title, is_needed=True
    )


def _numbers(name: str, title: str, default: str = "") -> ParameterDescription:
    given = tuple(Decimal(each) for each in default.split())
    return ParameterDescription(
        name=name, kind=ParameterKind.NUMBERS, title=title, default=given or None
    )


def _clip(title: str) -> ParameterDescription:
    return ParameterDescription(
        name="clip", kind=ParameterKind.FLAG, title=title, default=True
    )


def _listed(name: str, title: str) -> ParameterDescription:
    return ParameterDescription(
        name=name, kind=ParameterKind.NUMBERS, title=title, is_needed=True
    )


_START = _number("start", "基础分，不写为满分")
_OF = _number("of", "按几分制打分", "100", least="0")
_OUTSIDE = _clip("超出最高值、最低值的按最高值、最低值计")

_DESCRIPTIONS = (
    FormulaDescription(
        name="done",
        title="目标完成计分法",
        needs=(Need.TARGET,),
        parameters=(_number("base", "没有逐个下达目标时的统一达标值"),),
        replaceable={Need.TARGET: "base"},
        source="practice.md §6 F_DONE",
    ),
    FormulaDescription(
        name="ratio",
        title="完成率法",
        needs=(Need.TARGET,),
        parameters=(
            _number("base", "基准值，代替目标值"),
            _number("cap", "完成率最高计到几倍，不写为不封顶"),
            _number("floor", "完成率最低计到几倍", "0"),
            ParameterDescription(
                name="reverse",
                kind=ParameterKind.WORD,
                title="逆向指标：inverse 为目标÷实际，two_minus 为 2−实际÷目标",
                default="inverse",
                choices=("inverse", "two_minus"),
            ),
        ),
        replaceable={Need.TARGET: "base"},
        source="practice.md §6 F_RATIO，§7",
    ),
    FormulaDescription(
        name="rank",
        title="争先进位法",
        needs=(Need.PEERS,),
        parameters=(
            _number("step", "每低一位少得满分的几成", "0.05", least="0"),
            _number("least", "最少得满分的几成", "0"),
            _numbers("steps", "各名次得满分的几成，从第 1 名起，代替 step"),
        ),
        source="practice.md §6 F_RANK",
    ),
    FormulaDescription(
        name="efficacy",
        title="功效系数法",
        needs=(Need.PEERS,),
        parameters=(
            _number("base", "最低值得几分（百分制）", "60"),
            _number("span", "最高值比最低值多得几分（百分制）", "40", least="0"),
            _OUTSIDE,
        ),
        source="practice.md §6 F_EFF60，江西 2012",
    ),
    FormulaDescription(
        name="mix",
        title="分部加权",
        needs=(Need.PARTS,),
        source="practice.md §6 F_EFF60_SD、F_MIX",
    ),
    FormulaDescription(
        name="versus_city",
        title="与全市比",
        needs=(Need.CITY,),
        parameters=(
            _START,
            _needed("per_point", "每高（低）一个单位加（减）几分"),
            _number("most", "最多得几分"),
            _number("least", "最少得几分"),
        ),
        source="practice.md §6 F_VS_CITY，滁州",
    ),
    FormulaDescription(
        name="over",
        title="超额分段",
        needs=(Need.TARGET,),
        parameters=(
            _START,
            _number("short", "完成率每短一个百分点扣几分", "0.1", least="0"),
            _number("over", "100% 以上每个百分点加几分", "0.2", least="0"),
            _number("until", "按 over 加分到百分之几为止", "130"),
            _number("beyond", "until 以上每个百分点加几分", "0.1", least="0"),
            _number("most", "加减分最多几分，不写为不封顶", "10", least="0"),
        ),
        source="practice.md §6 F_OVER",
    ),
    FormulaDescription(
        name="taper",
        title="递减加分",
        needs=(Need.CITY,),
        parameters=(
            _START,
            _number("band", "每档几个百分点", "10", least="0"),
            _numbers("divisors", "各档每个百分点加基础分的几分之一", "20 40 60"),
        ),
        source="practice.md §6 F_TAPER，黑龙江",
    ),
    FormulaDescription(
        name="control",
        title="控制性指标",
        parameters=(_needed("each", "每起扣几分"),),
        source="practice.md §6 F_CONTROL，江西",
    ),
    FormulaDescription(
        name="satisfaction",
        title="满意度",
        needs=(Need.MARKS,),
        parameters=(_numbers("levels", "各档折多少分，依票数的次序", "100 80 60 30 0"),),
        source="practice.md §6 F_SAT",
    ),
    FormulaDescription(
        name="peer",
        title="捆绑互评",
        needs=(Need.MARKS,),
        parameters=(_numbers("shares", "各方评分所占比重", "0.7 0.3"), _OF),
        source="practice.md §6 F_PEER",
    ),
    FormulaDescription(
        name="jury",
        title="观摩点评",
        needs=(Need.MARKS,),
        parameters=(
            _number("drop_high", "去掉几个最高分", "1", least="0"),
            _number("drop_low", "去掉几个最低分", "1", least="0"),
            _OF,
        ),
    ),
    FormulaDescription(
        name="goalposts",
        title="阈值法",
        parameters=(
            _needed("low", "下限：正向指标在此得零分，逆向指标得满分"),
            _needed("high", "上限：正向指标在此得满分，逆向指标得零分"),
            _clip("超出阈值的按阈值计"),
        ),
        source="contest.md §3.2",
    ),
    FormulaDescription(
        name="minmax",
        title="极差法",
        needs=(Need.PEERS,),
        parameters=(_OUTSIDE,),
        source="contest.md §3.2",
    ),
    FormulaDescription(
        name="zscore",
        title="标准分",
        needs=(Need.PEERS,),
        parameters=(
            _number("mean", "平均数得几分（百分制）", "50"),
            _number("spread", "高一个标准差多得几分（百分制）", "10", least="0"),
        ),
        source="contest.md §3.2",
    ),
    FormulaDescription(
        name="percentile", title="位次百分比", needs=(Need.PEERS,), source="contest.md §3.2"
    ),
    FormulaDescription(
        name="borda",
        title="胜出家数",
        needs=(Need.PEERS,),
        parameters=(_number("each", "每胜出一家得几分，不写为满分按家数均分"),),
        source="contest.md §3.2",
    ),
    FormulaDescription(
        name="distance",
        title="目标差距",
        needs=(Need.TARGET,),
        parameters=(
            _needed("from", "起点值"),
            _number("cap", "最高计到满分的几倍", "1"),
            _number("floor", "最低计到满分的几倍", "0"),
        ),
        source="contest.md §3.2",
    ),
    FormulaDescription(
        name="improvement",
        title="进步幅度",
        needs=(Need.PREVIOUS,),
        parameters=(
            _needed("best", "最好能到的值"),
            _number("floor", "退步时最低计到满分的几倍", "0"),
        ),
        source="contest.md §8.4",
    ),
    FormulaDescription(
        name="count",
        title="按量计分",
        parameters=(
            _needed("each", "每一个单位得几分"),
            _number("most", "最多得几分，不写为不封顶"),
        ),
        source="practice.md §5.2 延安 2017",
    ),
    FormulaDescription(
        name="steps",
        title="分档计分",
        parameters=(
            _listed("from", "各档从多少起"),
            _listed("points", "各档得几分"),
        ),
        source="practice.md §5.2 延安 2017",
    ),
    FormulaDescription(name="given", title="直接得分", parameters=(_OF,), source=""),
)
_BY_NAME = {each.name: each for each in _DESCRIPTIONS}
