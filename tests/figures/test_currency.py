from decimal import Decimal

import pytest

from paitou.figures.currency import currency_of, parse_rate, read_rates
from paitou.model import Period, Unit
from paitou.tables import Sheet


@pytest.mark.parametrize(
    ("unit", "currency"),
    [("亿美元", "美元"), ("万港币", "港元"), ("亿元", ""), ("户", ""), ("亿日元", "日元")],
)
def test_the_currency_of_a_unit(unit, currency):
    assert currency_of(Unit.parse(unit)) == currency


@pytest.mark.parametrize(
    ("text", "currency", "rate"),
    [
        ("7.05", "美元", "7.05"),
        ("1美元=7.05元", "美元", "7.05"),
        ("1美元＝7.05元人民币", "美元", "7.05"),
        ("100日元=4.9元", "日元", "0.049"),
        ("7.05元", "美元", "7.05"),
    ],
)
def test_rates_as_people_write_them(text, currency, rate):
    assert parse_rate(text, currency).value == Decimal(rate)


@pytest.mark.parametrize("text", ["", "0", "-7", "随行就市", "1欧元=7.8元", "约7", "7—8"])
def test_what_is_no_rate(text):
    with pytest.raises(ValueError, match=r"."):
        parse_rate(text, "美元")


def test_a_table_of_rates():
    rows = (("币种", "期别", "汇率", "来源"), ("USD", "2023年1—6月", "6.93", "外汇局"))
    rates, issues = read_rates(Sheet(file="rates.csv", rows=rows))
    assert issues == ()
    assert rates.find("美元", Period.parse("2023H1")).words == "按1美元=6.93元折算(外汇局)"
    assert rates.find("美元", Period.of_year(2023)) is None


@pytest.mark.parametrize(
    "row", [("金元", "2023", "7"), ("美元", "某年", "7"), ("美元", "2023", "")]
)
def test_a_row_of_rates_that_cannot_be_read(row):
    rows = (("currency", "period", "rate"), row, ("港元", "2023", "0.9"))
    rates, issues = read_rates(Sheet(file="rates.csv", rows=rows))
    assert (len(rates), [i.code for i in issues]) == (1, ["figure-rate-unreadable"])
    assert "第2行" in issues[0].where


def test_two_rates_for_one_period():
    rows = (("currency", "period", "rate"), ("美元", "2023", "7"), ("美元", "2023", "7.1"))
    assert len(read_rates(Sheet(file="rates.csv", rows=rows))[1]) == 1
