"""A JSON file of constraints → a system; numbers are exact decimals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

from paitou.consistency.system import Constraint, Kind, System
from paitou.model import UnreadableFile, UsageError

MAX_CONSTRAINTS, MAX_TERMS = 5_000, 50_000
_MAX_BYTES = 20_000_000
#: Beyond what any plan says; longer numbers only make exact arithmetic slow.
_MAX_DIGITS, _MAX_EXPONENT = 60, 100
_SHOWN = 20
_KEYS = ("name", "kind", "coef", "lo", "hi")


def read_system(path: Path) -> System:
    """Return the system that a file describes.

    Raises:
        UnreadableFile: there is no such file, it is too large, or something in it is not
            as docs/commands.md describes it.
    """
    try:
        return parse_system(_text(path))
    except UsageError as fault:
        raise UnreadableFile(f"“{path}”：{fault}") from fault


def parse_system(text: str) -> System:
    """Return the system that a JSON text describes.

    Raises:
        UsageError: something in it is not as docs/commands.md describes it.
    """
    record = _json(text)
    if not isinstance(record, dict) or not isinstance(record.get("constraints"), list):
        raise UsageError("最外层要是一个对象，其中 constraints 是约束的列表")
    nonnegative = record.get("variables_nonnegative")
    if not isinstance(nonnegative, bool):
        raise UsageError("variables_nonnegative 要写 true 或 false")
    rows = record["constraints"]
    _check_size(rows)
    constraints = [_constraint(row, place) for place, row in enumerate(rows, start=1)]
    return System(constraints, nonnegative)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"文件超过{_MAX_BYTES // 1_000_000}MB，请拆小后再检查")
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"文件读不了（{error.strerror or error}）") from error
    except UnicodeDecodeError as error:
        raise UsageError("文件不是 UTF-8 编码的文本") from error


def _json(text: str) -> object:
    try:
        return json.loads(
            text,
            parse_float=_decimal,
            parse_int=_decimal,
            parse_constant=_no_number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        place = f"第{error.lineno}行第{error.colno}个字符"
        raise UsageError(f"不是完整的 JSON，问题在{place}附近") from error
    except RecursionError as error:
        raise UsageError("括号套得太深，不是约束文件") from error


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent beyond what even Decimal can hold
        number = Decimal("Infinity")
    if not number:
        return Decimal(0)  # 0e999999999 would take its time
    if number.is_infinite() or not _is_measurable(number):
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise UsageError(
            f"数字 {shown} 太长或太大，最多{_MAX_DIGITS}位、10 的 ±{_MAX_EXPONENT} 次方"
        )
    return number


def _is_measurable(number: Decimal) -> bool:
    is_short = len(number.as_tuple().digits) <= _MAX_DIGITS
    return is_short and abs(number.adjusted()) <= _MAX_EXPONENT


def _no_number(text: str) -> NoReturn:
    raise UsageError(f"{text} 不是可以计算的数，请改为数字或 null")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UsageError(f"同一个对象里“{twice}”写了两次")
    return made


def _check_size(rows: list[object]) -> None:
    if len(rows) > MAX_CONSTRAINTS:
        raise UsageError(
            f"有{len(rows)}条约束，一次最多检查{MAX_CONSTRAINTS}条，请按领域分开检查"
        )
    forms = [row.get("coef") for row in rows if isinstance(row, dict)]
    terms = sum(len(form) for form in forms if isinstance(form, dict))
    if terms > MAX_TERMS:
        raise UsageError(f"共有{terms}个系数，一次最多检查{MAX_TERMS}个，请按领域分开检查")


def _constraint(row: object, place: int) -> Constraint:
    where = f"第{place}条约束"
    if not isinstance(row, dict):
        raise UsageError(f"{where}不是对象，要有 {'、'.join(_KEYS)}")
    if missing := [key for key in _KEYS if key not in row]:
        raise UsageError(f"{where}缺少 {'、'.join(missing)}")
    name = row["name"]
    if not isinstance(name, str) or not _is_sayable(name):
        raise UsageError(f"{where}的 name 要是一段文字")
    where = f"{where}“{name}”"
    if row["kind"] not in list(Kind):
        raise UsageError(f"{where}的 kind 要是 {'、'.join(Kind)} 之一")
    return Constraint(
        name=name,
        kind=Kind(row["kind"]),
        terms=_weights(row["coef"], where),
        lo=_bound(row["lo"], f"{where}的 lo"),
        hi=_bound(row["hi"], f"{where}的 hi"),
    )


def _weights(record: object, where: str) -> Mapping[str, Fraction]:
    if not isinstance(record, dict):
        raise UsageError(f"{where}的 coef 要是“变量: 系数”的对象")
    return {
        _variable(x, where): _number(w, f"{where}里“{x}”的系数") for x, w in record.items()
    }


def _variable(name: str, where: str) -> str:
    if not _is_sayable(name):
        raise UsageError(f"{where}的 coef 里有没写名称的变量")
    return name


def _is_sayable(name: str) -> bool:
    """Something to see, and nothing that cannot be written as UTF-8."""
    return bool(name.strip()) and not any("\ud800" <= sign <= "\udfff" for sign in name)


def _bound(value: object, where: str) -> Fraction | None:
    return None if value is None else _number(value, where)


def _number(value: object, where: str) -> Fraction:
    if not isinstance(value, Decimal):
        raise UsageError(f"{where}要是数字，没有界限的 lo、hi 写 null")
    return Fraction(value)
