"""Every case of cases/ as an official would write it, and what holds of all cases."""

from decimal import Decimal

import pytest
from tracking.judged import CASES, cases, judged

WRITTEN = tuple(cases())


def _param(case):
    marks = [pytest.mark.xfail(reason=case.fault, strict=False)] if case.fault else []
    return pytest.param(case, marks=marks, id=case.id)


@pytest.mark.parametrize("case", [_param(case) for case in WRITTEN])
def test_case(case):
    found = judged(case)
    expected = dict(case.expected)
    told = f"{found.verdict.value} {found.reason}"
    assert found.verdict.value == expected.pop("verdict"), told
    why = expected.pop("why", None)
    assert (found.why_unknown.value if found.why_unknown else None) == why, told
    for piece in _pieces(expected.pop("reason", ())):
        assert piece in found.reason
    for piece in _pieces(expected.pop("absent", ())):
        assert piece not in found.reason
    for name, wanted in expected.items():
        assert _seen(found, name, wanted), (name, _value(found, name), told)


def _pieces(words):
    return [words] if isinstance(words, str) else words


def _seen(found, name, wanted):
    value = _value(found, name)
    if isinstance(value, float) and not isinstance(wanted, bool):
        return value == pytest.approx(float(wanted), abs=5e-4)
    if isinstance(value, Decimal):
        return value == Decimal(str(wanted))
    return value == wanted


def _value(found, name):
    match name:
        case "pace":
            return found.pace_pp
        case "period":
            return str(found.period)
        case "light":
            return found.light.value
        case "held":
            return [test.held if test.held is not None else "?" for test in found.tests]
        case "bounds":
            return [bound.relation for bound in found.bounds]
        case "under":
            return [reading.verdict.value for reading in found.readings]
    return getattr(found, name)


def test_cases_are_many_and_their_titles_are_their_own():
    titles = [case.title for case in WRITTEN]
    assert len(titles) >= 120
    assert len(set(titles)) == len(titles)
    assert len(tuple(CASES.glob("*.toml"))) >= 10
