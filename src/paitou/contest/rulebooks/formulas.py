"""The keys of an item or of a part of a mix → a formula with its parameters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from paitou.contest.formulas.descriptions import (
    FormulaDescription,
    ParameterDescription,
    ParameterKind,
    describe,
    descriptions,
)
from paitou.contest.formulas.registry import added
from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.keys import ITEM_KEYS
from paitou.contest.rulebooks.words import chosen
from paitou.model import Fact, Formula, Parameter
from paitou.review.values import TomlValue, text

#: Tells a fault: the key it is at, what is wrong, how to mend it.
Tell = Callable[[str, str, str], None]
_PART = frozenset({"share", "formula", "on", "mix"})
_DEEPEST = 3
MIX = "mix"


@frozen(kw_only=True)
class FormulaReader:
    """Reads formulas; `others` are names that others registered, None for all of them."""

    others: Collection[str] | None = None

    def read(self, keys: Mapping[str, TomlValue], tell: Tell) -> Formula | None:
        """Return the formula that the keys spell out, None where they spell none."""
        return self._formula(keys, tell, 0)

    def allowed(self, keys: Mapping[str, TomlValue]) -> frozenset[str] | None:
        """Return the parameters that may stand here; None is any."""
        called = keys.get("formula")
        described = describe(called) if isinstance(called, str) else None
        if described:
            return frozenset(each.name for each in described.parameters)
        return frozenset() if called is None else None

    def _formula(
        self, keys: Mapping[str, TomlValue], tell: Tell, depth: int
    ) -> Formula | None:
        called = self._called(keys, tell)
        on = _fact(keys, tell)
        if called is None or on is None:
            return None
        if called == MIX:
            parts = self._parts(keys.get("mix"), tell, depth)
            return Formula(name=MIX, on=on, parts=parts) if parts else None
        described = describe(called)
        if described is None:
            return Formula(name=called, on=on, parameters=_foreign(keys, tell))
        parameters = _parameters(described, keys, tell)
        if parameters is None:
            return None
        return Formula(name=called, on=on, parameters=parameters)

    def _called(self, keys: Mapping[str, TomlValue], tell: Tell) -> str | None:
        """Return the name of the formula; a mix need not be named."""
        if "formula" not in keys:
            return MIX if "mix" in keys else None
        try:
            called = text(keys["formula"])
        except ValueError as error:
            tell("formula", f"的 formula {error}", "写公式的名称，如 efficacy")
            return None
        if "mix" in keys and called != MIX:
            tell("mix", "又写了 formula 又写了 mix", "只留一个")
            return None
        if describe(called):
            return called
        known = {each.name for each in descriptions()}
        known |= set(added() if self.others is None else self.others)
        if called in known:
            return called
        remedy = read.nearest(called, known) or f"可用的公式：{'、'.join(sorted(known))}"
        tell("formula", f"不认识公式“{called[:30]}”", remedy)
        return None

    def _parts(
        self, value: TomlValue, tell: Tell, depth: int
    ) -> tuple[tuple[Decimal, Formula], ...]:
        if not isinstance(value, list) or not value or depth >= _DEEPEST:
            trouble = "套得太深" if depth >= _DEEPEST else "没有写或写法不对"
            key = "formula" if value is None else "mix"
            tell(key, f"的 mix {trouble}", "写成 mix = [ { share = 0.4, formula = … }, … ]")
            return ()
        parts = []
        for nth, each in enumerate(value, 1):
            part = self._part(each, nth, tell, depth)
            if part is None:
                return ()
            parts.append(part)
        if (total := sum((part[0] for part in parts), Decimal(0))) != 1:
            tell("mix", f"各部分的 share 合计 {total:f}，应为 1", "改正 share")
            return ()
        return tuple(parts)

    def _part(
        self, value: TomlValue, nth: int, tell: Tell, depth: int
    ) -> tuple[Decimal, Formula] | None:
        def inner(_: str, trouble: str, remedy: str) -> None:
            tell("mix", f"的 mix 第 {nth} 部分{trouble}", remedy)

        if not isinstance(value, dict):
            inner("", "写法不对", "写成 { share = 0.4, formula = … }")
            return None
        allowed = self.allowed(value)
        for key in sorted(
            set(value) - _PART - (allowed or set()) if allowed is not None else ()
        ):
            inner(
                key, f"不认识键“{key[:30]}”", read.nearest(key, _PART | (allowed or set()))
            )
        try:
            share = read.share(value.get("share"))
        except ValueError as error:
            inner("share", f"的 share {error}", "写这一部分所占的比重")
            return None
        formula = self._formula(value, inner, depth + 1)
        if formula is None and not {"formula", "mix"} & set(value):
            inner("formula", "没有写公式", "补上 formula")
        return None if formula is None else (share, formula)


def _fact(keys: Mapping[str, TomlValue], tell: Tell) -> Fact | None:
    try:
        return chosen(Fact)(keys.get("on", Fact.VALUE.value))
    except ValueError as error:
        tell("on", f"的 on {error}", "改成可选的一个")
        return None


def _parameters(
    described: FormulaDescription, keys: Mapping[str, TomlValue], tell: Tell
) -> dict[str, Parameter] | None:
    """Return the parameters given; None where one is wrong or lacking."""
    found: dict[str, Parameter] = {}
    is_sound = True
    for each in described.parameters:
        if each.name in keys:
            try:
                found[each.name] = _parameter(each, keys[each.name])
            except ValueError as error:
                tell(each.name, f"的 {each.name}({each.title}) {error}", "按提示改正")
                is_sound = False
        elif each.is_needed:
            trouble = f"的公式 {described.name} 缺少 {each.name}({each.title})"
            tell("formula", trouble, f"补上 {each.name}")
            is_sound = False
    if is_sound and (trouble := _contradiction(described.name, found)):
        tell("formula", f"的公式 {described.name} {trouble}", "改正后重新装载")
        is_sound = False
    return found if is_sound else None


def _parameter(described: ParameterDescription, value: TomlValue) -> Parameter:
    if described.kind is ParameterKind.FLAG:
        return read.flag(value)
    if described.kind is ParameterKind.NUMBERS:
        return read.numbers(value)
    if described.kind is ParameterKind.WORD:
        word = text(value)
        if described.choices and word not in described.choices:
            raise ValueError(f"“{word[:20]}”不在可选之列：{'、'.join(described.choices)}")
        return word
    found = read.amount(value)
    if described.least is not None and found < described.least:
        raise ValueError(f"不能小于 {described.least:f}")
    return found


def _contradiction(name: str, given: Mapping[str, Parameter]) -> str:
    """Return what in the parameters taken together cannot be, empty where all can."""
    match name, given:
        case "goalposts", {"low": low, "high": high} if low == high:
            return "的 low 和 high 相等，分不出高低"
        case (("ratio" | "done"), {"base": Decimal() as base}) if (
            base == 0 and name == "ratio"
        ):
            return "的 base 是 0，不能作除数"
        case _, {"cap": Decimal() as cap, "floor": Decimal() as floor} if floor > cap:
            return "的 floor 大于 cap"
        case _, {"most": Decimal() as most, "least": Decimal() as least} if least > most:
            return "的 least 大于 most"
        case "steps", {"from": tuple() as starts, "points": tuple() as points}:
            return _steps_trouble(starts, points)
        case "peer", {"shares": tuple() as shares} if sum(shares) != 1:
            return f"的 shares 合计 {sum(shares):f}，应为 1"
    return ""


def _steps_trouble(starts: tuple[Decimal, ...], points: tuple[Decimal, ...]) -> str:
    if len(starts) != len(points):
        return f"的 from 有 {len(starts)} 个、points 有 {len(points)} 个，应当一样多"
    rising = all(low < high for low, high in pairwise(starts))
    return "" if rising else "的 from 应从低到高"


def _foreign(keys: Mapping[str, TomlValue], tell: Tell) -> dict[str, Parameter]:
    """Return whatever a formula of others is told, as far as a parameter can be that."""
    found: dict[str, Parameter] = {}
    for key in sorted(set(keys) - ITEM_KEYS - _PART):
        try:
            found[key] = _any(keys[key])
        except ValueError as error:
            tell(key, f"的 {key[:30]} {error}", "按提示改正")
    return found


def _any(value: TomlValue) -> Parameter:
    if isinstance(value, bool | str):
        return value
    return read.numbers(value) if isinstance(value, list) else read.amount(value)
