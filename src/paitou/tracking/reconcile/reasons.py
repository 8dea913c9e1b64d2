"""A judged pair → one Chinese sentence that says why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from paitou.model import Comparator, Measure, Statement
from paitou.tracking.reconcile.candidates import Candidate, Sums
from paitou.tracking.reconcile.judging import Judgement
from paitou.tracking.reconcile.measures import measure_of
from paitou.tracking.reconcile.result import Evidence, Pair, PairVerdict, Side
from paitou.tracking.reconcile.subjects import Subject
from paitou.tracking.reconcile.times import Timing, Years
from paitou.tracking.reconcile.units import is_rate

MEASURE_WORDS = {
    Measure.LEVEL: "水平值",
    Measure.GROWTH: "当年增速",
    Measure.GROWTH_AVG: "年均增速",
    Measure.GROWTH_EACH: "每年增速",
    Measure.PER_YEAR: "每年完成量",
    Measure.TOTAL: "完成量",
    Measure.CHANGE: "变动量",
    Measure.CHANGE_RATE: "变动幅度",
    Measure.MULTIPLE: "倍数",
    Measure.MAINTAIN: "持续保持的数值",
    Measure.GRADE: "等级",
}
_RISING = {
    Measure.GROWTH: "增长",
    Measure.GROWTH_AVG: "年均增长",
    Measure.GROWTH_EACH: "每年增长",
    Measure.CHANGE: "提高",
    Measure.CHANGE_RATE: "提高",
    Measure.PER_YEAR: "每年",
}
_FALLING = {
    Measure.GROWTH: "下降",
    Measure.GROWTH_AVG: "年均下降",
    Measure.GROWTH_EACH: "每年下降",
    Measure.CHANGE: "降低",
    Measure.CHANGE_RATE: "降低",
}
_FORMS = {
    Comparator.GE: "{}以上",
    Comparator.GT: "超过{}",
    Comparator.LE: "{}以内",
    Comparator.LT: "低于{}",
    Comparator.APPROX: "{}左右",
    Comparator.EQ: "{}",
    Comparator.RANGE: "{}",
}
_INNER = str.maketrans("“”", "‘’")
_SAID = {
    Comparator.GE: ("以上", "不低于", "不少于", "不小于", "至少"),
    Comparator.LE: ("以内", "以下", "不高于", "不超过", "不多于", "不大于"),
}
#: A shorter name (储能) may well be mentioned, in another matter.
_CLEAR = 4
#: An amount so many times the target is more likely of other years than a success.
_MANIFOLD = 3
_CLOSE_WORDS = {True: "不超过0.5个百分点", False: "不超过目标的10%"}


def plain(value: Decimal) -> str:
    """Return a number without an exponent and without idle zeros."""
    step = Decimal("0.01") if abs(value) >= 1 else Decimal("0.0001")
    exact = value.as_tuple().exponent in (0, -1, -2)
    text = format(value if exact else value.quantize(step), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quoted(words: str) -> str:
    """Return the words in quotation marks, those inside them made single."""
    return f"“{words.translate(_INNER)}”"


def value_words(statement: Statement) -> str:
    """Return measure, value and bound in words: 增长5.5%左右, 2000公里以上."""
    unit = statement.unit.text
    if isinstance(statement.value, str):
        return f"{statement.value}{'' if statement.value.endswith(unit) else unit}"
    falls = statement.value < 0 and statement.measure in _FALLING
    leading = (_FALLING if falls else _RISING).get(statement.measure, "")
    if leading == "提高" and "增长" in statement.quote:
        leading = "增长"
    size = abs(statement.value) if falls else statement.value
    number = format(size, "f")
    if statement.value_high is not None:
        number += f"—{abs(statement.value_high) if falls else statement.value_high:f}"
    return leading + _form(statement).format(f"{number}{unit}")


def _form(statement: Statement) -> str:
    """A plain value (2900个, 达到69%) is not dressed up as 以上."""
    words, span = _SAID.get(statement.comparator), statement.spans.comparator
    said = ""
    if span is not None:
        said = statement.quote[span.start - statement.start : span.end - statement.start]
    is_plain = words is not None and not any(word in said for word in words)
    return "{}" if is_plain else _FORMS[statement.comparator]


def shortfall_words(pair: Pair) -> str:
    """Return how far an outcome is from its target: 低0.2个百分点, empty where unknown."""
    short = pair.shortfall
    if short is None:
        return ""
    if not short:
        return "持平" if pair.verdict is PairVerdict.MET else "略有不足"
    return _apart(pair.target, short, pair.side or Side.FLOOR)


def _apart(target: Statement, short: Decimal, side: Side) -> str:
    size = _size(target, abs(short))
    falls = isinstance(target.value, Decimal) and target.value < 0
    if falls and target.measure in _FALLING:
        return f"降幅{'低' if short > 0 else '高'}{size}"
    if side is Side.BOTH:
        return f"相差{size}"
    return f"{'低' if (short > 0) == (side is Side.FLOOR) else '高'}{size}"


def judged(one: Candidate, judgement: Judgement) -> str:
    """Return why a pair is met, close or missed."""
    target, outcome = one.target.statement, one.outcome.statement
    said = f"目标为{value_words(target)}，后续报告为{value_words(outcome)}"
    parts = [
        said,
        *_converted(one),
        _distance(one, judgement),
        *_named(one),
        *_warned(one),
    ]
    return "，".join(part for part in parts if part) + "。"


def _converted(one: Candidate) -> list[str]:
    reading = one.reading
    if reading is None or not isinstance(reading.value, Decimal):
        return []
    unit = one.target.statement.unit.text
    if Evidence.BASE_USED in reading.how:
        return [f"按上年基数测算为{plain(reading.value)}{unit}"]
    changed = {Evidence.UNIT_CONVERTED} & set(reading.how)
    same = reading.value == one.outcome.statement.value
    return [f"合{plain(reading.value)}{unit}"] if changed and not same else []


def _distance(one: Candidate, judgement: Judgement) -> str:
    target, short = one.target.statement, judgement.shortfall
    if short is None:
        return ""
    if short == 0 and judgement.verdict is PairVerdict.MET:
        return "与目标持平"
    if short == 0 and one.reading and one.reading.tilt < 0:
        return "略低于目标"
    if short == 0:
        return "刚到而未超过目标" if judgement.side is not Side.CEILING else "未低于目标"
    words = _apart(target, short, judgement.side)
    if judgement.verdict is PairVerdict.CLOSE:
        return f"{words}，{_CLOSE_WORDS[is_rate(target.unit)]}"
    return words


def _size(target: Statement, short: Decimal) -> str:
    unit = "个百分点" if is_rate(target.unit) else target.unit.text
    return f"{plain(short)}{unit}"


def _warned(one: Candidate) -> list[str]:
    """Say what a reader should look at: work only begun, an amount far higher."""
    found = []
    if _phase(one.target.before) > _phase(one.outcome.before) > 0:
        found.append("后续报告说的是开工，不是完工")
    if one.sums is Sums.TARGET:
        found.append("后续报告只是其中一部分，已达到合计目标")
    reading, wanted = one.reading, one.target.statement.value
    if reading and isinstance(reading.value, Decimal) and isinstance(wanted, Decimal):
        is_amount = not is_rate(one.target.statement.unit)
        if is_amount and wanted and reading.value / wanted >= _MANIFOLD:
            found.append("远高于目标，请核对口径和年份")
    return found


def _phase(words: str) -> int:
    """Return how far work is said to be: 1 begun, 2 finished, 0 not said."""
    if any(word in words for word in ("完成", "建成", "竣工", "投产", "完工")):
        return 2
    return 1 if any(word in words for word in ("开工", "启动", "在建", "动工")) else 0


def _named(one: Candidate) -> list[str]:
    """Say that the two texts use other words, so that a reader checks."""
    exact = {Evidence.SAME_INDICATOR, Evidence.SAME_WORDING}
    if exact & set(one.evidence):
        return []
    return [
        f"{quoted(one.target.statement.indicator)}与"
        f"{quoted(one.outcome.statement.indicator)}按同一指标核对"
    ]


def silent(target: Statement, mention: str) -> str:
    """Return that the later report says nothing, or nothing that can be compared."""
    if mention:
        return f"后续报告提到{quoted(mention)}，没有可以直接核对的数字。"
    name = target.indicator if len(target.indicator) >= _CLEAR else target.quote
    return f"后续报告未提及{quoted(name)}。"


def not_due(due: Years, past: int) -> str:
    """Return that the deadline lies ahead of what is reported."""
    return f"期限为{_span(due)}，后续报告只报到{past}年，尚未到期。"


def incomparable(one: Candidate) -> str:
    """Return what the later report has instead, and why that settles nothing."""
    target, outcome = one.target, one.outcome
    said = f"后续报告只有{quoted(outcome.statement.quote)}"
    if one.reading is None:
        if outcome.is_to_date and not target.is_to_date:
            return f"{said}，是累计数，目标是{_years(target)}的，不可比。"
        known = target.known or outcome.known
        wanted, told = (
            MEASURE_WORDS[measure_of(s, known)]
            for s in (target.statement, outcome.statement)
        )
        if wanted != told:
            return f"{said}，是{told}，目标是{wanted}，不可比。"
        return f"{said}，计量单位不同，不可比。"
    if one.timing is Timing.OTHER:
        return f"{said}，说的是{_years(outcome)}，目标是{_years(target)}的，不可比。"
    if one.sums is Sums.OUTCOME:
        return f"{said}，是合计数，目标只是其中一部分，不可比。"
    if one.is_far:
        return f"{said}，与目标相差悬殊，口径可能不同，需人工核对。"
    return f"{said}，不可比。"


def only_part(one: Candidate) -> str:
    """Return that only a part of what the target adds up is reported."""
    return (
        f"后续报告只有{quoted(one.outcome.statement.quote)}，是目标的一部分，不能核对合计。"
    )


def ambiguous(found: Sequence[Candidate]) -> str:
    """Return that several outcomes could be meant and lead to different verdicts."""
    quotes = "".join(quoted(one.outcome.statement.quote) for one in found)
    return f"后续报告中{quotes}都可能与之对应，结论不一，需人工核对。"


def unsure(one: Candidate) -> str:
    """Return that an outcome sounds alike, so that a person must say if it is meant."""
    said = quoted(one.outcome.statement.quote)
    return f"后续报告的{said}可能与之对应，名称不尽相同，需人工核对。"


def partial(one: Candidate, judgement: Judgement) -> str:
    """Return that one year of a promise for each year was kept."""
    year = one.outcome.years.last if one.outcome.years else ""
    met = judgement.verdict is PairVerdict.MET
    told = f"后续报告只有{year}年的{value_words(one.outcome.statement)}"
    return f"{told}，{'达到' if met else '接近'}当年要求，其余年份未报。"


def misplaced(places: tuple[str, str]) -> str:
    """Return that the two texts speak of different places."""
    return f"两份文本分别说的是{places[0]}和{places[1]}，不作对照。"


def _years(subject: Subject) -> str:
    return _span(subject.years) if subject.years else "当年"


def _span(years: Years) -> str:
    if years.first == years.last:
        return f"{years.last}年"
    return f"{years.first}—{years.last}年{'每年' if years.each else ''}"
