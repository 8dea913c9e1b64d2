import re
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from paitou.indicators import Additivity, Dimension, normalise, standard
from paitou.indicators.shipped import DATA, HEAD, RELATIONS, read_shipped
from paitou.model import InternalError, Unit

SHIPPED = read_shipped()
#: What the usual unit may be built on, by what is measured.
BASES = {
    Dimension.MONEY: r"美?元(/[月年])?",
    Dimension.SHARE: "%",
    Dimension.LENGTH: "公里",
    Dimension.AREA: "亩|公顷|平方米|平方公里",
    Dimension.VOLUME: "立方米(/日)?",
    Dimension.MASS: "吨(标准煤)?",
    Dimension.ENERGY: "千瓦时",
    Dimension.POWER: "千瓦",
    Dimension.TIME: "小时|天|年|岁",
    Dimension.CONCENTRATION: "微克/立方米",
    Dimension.TURNOVER: "人公里|吨公里",
    Dimension.COMPUTING: "EFLOPS",
    Dimension.INTENSITY: ".+/.+",
}


def test_enough_are_shipped() -> None:
    assert len(SHIPPED) >= 350


def test_every_id_is_unique_and_kebab_case() -> None:
    ids = [each.id for each in SHIPPED]
    assert [each for each, times in Counter(ids).items() if times > 1] == []
    assert [each for each in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each)] == []
    assert not any(each.startswith("x-") for each in ids)


def test_no_name_belongs_to_two() -> None:
    owners = defaultdict(set)
    for each in SHIPPED:
        for word in each.words:
            owners[normalise(word)].add(each.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_every_name_resolves_to_its_own() -> None:
    catalogue = standard()
    lost = [
        (word, each.id)
        for each in SHIPPED
        for word in each.words
        if catalogue.resolve(word) != each.id
    ]
    assert lost == []


def test_no_name_is_blank_or_written_twice() -> None:
    for each in SHIPPED:
        assert all(map(normalise, each.words)), each.id
        assert len(set(each.words)) == len(each.words), each.id


@pytest.mark.parametrize("dimension", BASES)
def test_the_unit_fits_what_is_measured(dimension: Dimension) -> None:
    wrong = [
        (each.id, each.unit)
        for each in SHIPPED
        if each.dimension is dimension
        and not re.fullmatch(BASES[dimension], Unit.parse(each.unit).base)
    ]
    assert wrong == []


def test_money_says_its_prices_and_shares_do_not_add() -> None:
    for each in SHIPPED:
        if each.dimension is Dimension.MONEY:
            assert each.nominal, each.id
        if each.dimension in {Dimension.SHARE, Dimension.RATE, Dimension.INDEX}:
            assert each.additivity is Additivity.NONE, each.id


def test_units_have_a_scale() -> None:
    assert Unit.parse(standard().get("gdp").unit).scale == Decimal(100_000_000)


def test_every_indicator_says_where_its_definition_is() -> None:
    assert [each.id for each in SHIPPED if not each.note] == []


def test_a_wrong_head_is_our_fault(tmp_path, monkeypatch) -> None:
    (tmp_path / "a.csv").write_text("编号,名称\n", encoding="utf-8")
    monkeypatch.setattr("paitou.indicators.shipped.DATA", tmp_path)
    with pytest.raises(InternalError, match="表头"):
        read_shipped()


def test_the_tables_have_one_head() -> None:
    for path in set(DATA.glob("*.csv")) - {DATA / RELATIONS}:
        assert path.read_text(encoding="utf-8").startswith(HEAD + "\n")
