"""Every rulebook that ships, its published numbers checked by hand."""

from fractions import Fraction
from pathlib import Path

import pytest

from paitou.contest.formulas.case import Case, Peers
from paitou.contest.formulas.registry import work
from paitou.contest.rulebooks import (
    check_rulebook,
    preset,
    preset_text,
    presets,
    read_rulebook,
    read_rulebook_file,
)
from paitou.model import ClassRule, Fact, Level, Missing, UsageError, VetoEffect

IDS = [each.id for each in presets()]
YUNZE = Path(__file__).parents[3] / "examples" / "yunze-2024" / "rulebooks"


def _marks(book, name, group="", peers=(), **facts):
    """What an item gives for facts written as people write them, exactly."""
    item = book.item(name)
    full = Fraction(
        book.weight(item, next((g for g in book.groups if g.id == group), None))
    )
    values = tuple(sorted(map(Fraction, peers)))
    case = Case(
        formula=item.formula,
        direction=item.direction,
        full=full,
        facts={Fact(fact): Fraction(value) for fact, value in facts.items()},
        city={fact: Fraction(facts.get("city", 0)) for fact in Fact},
        peers={fact: Peers(values=values, bounds=(values[0], values[-1])) for fact in Fact}
        if values
        else {},
    )
    return work(case).share * full


def _by_ratio(book, group, values):
    return {name: _marks(book, name, group, value=each) for name, each in values.items()}


def _bases(book):
    return {item.id: item.formula.parameters["base"] for item in book.scored}


def _shares(book):
    assert book.classes.rule is ClassRule.SHARE
    return [str(band.share) for band in book.classes.bands]


@pytest.mark.parametrize("name", IDS)
def test_every_preset_is_sound_and_says_where_it_is_from(name):
    book, issues = read_rulebook(preset_text(name), f"{name}.toml")
    assert not issues
    assert not check_rulebook(book)
    assert book.id == name
    assert book.source
    assert "http" not in preset_text(name)


@pytest.mark.parametrize("name", IDS)
def test_what_is_ours_is_said(name):
    book = preset(name)
    assert book.is_ours == bool(book.ours)


def test_an_unknown_preset_is_refused_with_those_that_there_are():
    with pytest.raises(UsageError, match="huangyan-2023"):
        preset("huangyan")


def test_huangyan_2023_gives_full_marks_at_its_bases():
    book = preset("huangyan-2023")
    values = {
        "tax": "24.097", "value_added": "136.16", "energy": "2.694",
        "emission": "4929.81", "labour": "18.14", "research": "0.0302",
    }  # fmt: skip
    marks = _by_ratio(book, "large", values)
    assert list(marks.values()) == [30, 20, 20, 10, 10, 10]
    assert _by_ratio(book, "small", {"tax_small": "11.5932", "power": "0.2352"}) == {
        "tax_small": 50,
        "power": 50,
    }


def test_huangyan_2023_by_hand():
    marks = _by_ratio(
        preset("huangyan-2023"), "large", {"tax": "12.0485", "energy": "5.388"}
    )
    assert marks == {"tax": 15, "energy": 40}
    assert preset("huangyan-2023").item("emission").missing is Missing.GROUP_MEAN
    assert all(
        "cap" not in item.formula.parameters for item in preset("huangyan-2023").items
    )


def test_huangyan_2022_has_bases_of_its_own():
    book = preset("huangyan-2022")
    large = ["26.01", "132.27", "2.54", "4861.08", "17.45", "0.0305"]
    assert [str(base) for base in _bases(book).values()] == [
        *large,
        "16.601058",
        "0.236565",
    ]
    assert round(_by_ratio(book, "small", {"tax_small": "16.601"})["tax_small"], 2) == 50


def test_linhai_weights_and_bases():
    book = preset("linhai-2014")
    assert [item.weight for item in book.items] == [40, 10, 20, 15, 5, 10]
    assert [str(base) for base in _bases(book).values()] == [
        "15", "300", "3", "500", "0.1", "15",
    ]  # fmt: skip
    values = dict(zip(_bases(book), ("7.5", "600", "3", "100", "0.2", "18"), strict=True))
    assert sum(_by_ratio(book, "", values).values()) == 20 + 20 + 20 + 3 + 10 + 12


def test_chuzhou_mixes_static_and_dynamic_and_compares_with_the_city():
    book = preset("chuzhou-quarterly")
    counted = [item for item in book.scored if not item.is_on_top]
    assert len(counted) == 16
    for item in counted:
        told = [(str(share), part.on) for share, part in item.formula.parts]
        assert told == [("0.4", Fact.VALUE), ("0.6", Fact.GROWTH)]
        assert {part.parameters["base"] for _, part in item.formula.parts} == {60}
    points = _marks(book, "gdp", peers=(1, 5, 9), value="5", growth="9")
    assert points == Fraction("6.25") * (Fraction("0.4") * 80 + Fraction("0.6") * 100) / 100
    assert _marks(book, "gdp_city", value="6.3", city="6.0") == Fraction("0.3")
    assert _marks(book, "gdp_city", value="5.5", city="6.0") == Fraction("-0.5")
    assert [str(extra.each) for extra in book.extras] == ["-0.5", "-1"]


def test_jiangxi_has_efficacy_and_control():
    book = preset("jiangxi-2012")
    growth, air = book.item("industry_growth").formula, book.item("air").formula
    assert (growth.name, growth.parameters) == ("efficacy", {"base": 60, "span": 40})
    assert (air.name, air.parameters) == ("control", {"each": 2})
    assert len([item for item in book.items if not item.parent]) == 8
    assert _marks(book, "industry_growth", peers=(4, 7, 10), value="7") == Fraction("10")
    assert _marks(book, "air", value="3") == Fraction("6.5")
    assert _marks(book, "service_share", value="1") == 10
    assert _marks(book, "service_share", value="0.9") == 9


def test_anqing_has_a_red_and_a_black_list():
    book = preset("anqing-2023")
    assert len(book.scored) == 6
    told = {honours.id: dict(honours.counts) for honours in book.lists}
    assert told == {"red": {"county": 2, "urban": 1}, "black": {"county": 1, "urban": 1}}


def test_jingde_by_hand():
    """30 × [20 + 80 × (7 − 1) ÷ (9 − 1)] ÷ 100 = 24."""
    book = preset("jingde-2022")
    assert _marks(book, "tax", "large", (1, 7, 9), value="7") == 24
    assert _marks(book, "tax", "small", (1, 7, 9), value="1") == 12
    assert len([item for item in book.items if item.weight]) == 7
    small = book.groups[1]
    assert len([weight for weight in small.weights.values() if weight]) == 3


def test_yanan_adds_up_project_by_project():
    book = preset("yanan-2017")
    assert (book.full, book.item("progress").weight) == (60, 60)
    each = {item.id: item.formula.parameters["each"] for item in book.scored[1:]}
    assert all(item.is_on_top for item in book.scored[1:])
    assert [each[key] for key in ("new", "continued")] == [5, 2]
    assert [each[key] for key in ("size_10", "size_5", "size_1", "size_0")] == [
        20,
        10,
        6,
        3,
    ]
    assert [each[key] for key in ("industrial", "livelihood", "functional")] == [15, 8, 6]
    assert _marks(book, "progress", value="6", target="8") == 45
    assert _marks(book, "size_10", value="3") == 60
    extras = {extra.id: (extra.each, extra.cap) for extra in book.extras}
    assert extras["joint_start"] == (30, 120)
    assert extras["monthly_investment"] == (30, None)


def test_bengbu_grades_by_score():
    bands = preset("bengbu-2011").classes.bands
    assert [(band.name, band.least) for band in bands] == [
        ("优秀", 90), ("良好", 80), ("合格", 60), ("不合格", None),
    ]  # fmt: skip


def test_classes_by_share_with_exemptions_and_vetoes():
    assert _shares(preset("mu-classes")) == ["0.25", "0.7", "0.95", "1"]
    assert set(preset("mu-classes").classes.exempt.values()) == {"B类"}
    assert [item.weight for item in preset("mu-classes").items] == [45, 20, 15, 15, 5]
    changle = preset("changle-2023")
    assert _shares(changle) == ["0.2", "0.75", "0.95", "1"]
    lowest = {changle.classes.bands[2].name}
    assert {veto.class_name for veto in changle.vetoes} == lowest
    assert {veto.effect for veto in changle.vetoes} == {VetoEffect.NOT_ABOVE}
    assert set(changle.classes.not_below.values()) == lowest


def test_kunming_zones_have_the_bases_of_the_plan(kunming_file):
    text = kunming_file.read_text("utf-8")
    assert "国家级、省级开发区亩均营业收入分别达到600万元、400万元" in text
    book = preset("kunming-zones")
    marks = _by_ratio(book, "national", {"revenue_national": "600"})
    assert marks | _by_ratio(book, "provincial", {"revenue_provincial": "200"}) == {
        "revenue_national": 70,
        "revenue_provincial": 35,
    }


def test_the_six_programmes_say_on_their_face_that_weights_are_ours(kunming_file):
    book, text = preset("kunming-programmes"), kunming_file.read_text("utf-8")
    assert "权重为本项目所拟" in book.title
    top = [item.name for item in book.items if not item.parent]
    assert len(top) == 6
    assert all(name in text for name in top)
    stated = [base for base in map(_base, book.scored) if base]
    assert all(f"{base:f}%" in text for base in stated)


def _base(item):
    return item.formula.parameters.get("base")


@pytest.mark.parametrize("name", ["quarterly", "departments"])
def test_the_rulebooks_of_the_fictitious_city_are_sound_and_say_so(name):
    book, issues = read_rulebook_file((YUNZE / f"{name}.toml").read_bytes(), f"{name}.toml")
    assert not issues
    assert not [each for each in check_rulebook(book) if each.level is not Level.HINT]
    assert "虚构" in book.title
