import subprocess
import sys
from collections import Counter

import pytest

from paitou.indicators import Additivity, Catalogue, Dimension, standard
from paitou.indicators.relations import Denominator, Relation, RelationKind, read_relations
from paitou.model import InternalError, Unit

SHIPPED = read_relations()
SUMS = [r for r in SHIPPED if r.kind is RelationKind.SUM]
PARTS = [r for r in SHIPPED if r.kind is RelationKind.PART]
RATIOS = [r for r in SHIPPED if r.kind is RelationKind.RATIO]


def base(indicator_id: str) -> str:
    return Unit.parse(standard().get(indicator_id).unit).base


def test_every_indicator_of_a_relation_is_standard() -> None:
    known = standard()
    assert [m for r in SHIPPED for m in r.members if known.get(m) is None] == []
    assert set(known.relations) == set(SHIPPED)
    assert len(RATIOS) > 40
    assert len(SUMS) > 10


def test_every_relation_is_written_once_and_says_its_source() -> None:
    ids = Counter(relation.id for relation in SHIPPED)
    assert [each for each, times in ids.items() if times > 1] == []
    assert [relation.id for relation in SHIPPED if not relation.note] == []


def test_sums_add_what_adds_up_in_one_kind_of_unit() -> None:
    known = standard()
    for relation in SUMS:
        kinds = {known.get(member).dimension for member in relation.members}
        assert len(kinds) == 1, relation.id
        assert kinds <= {Dimension.MONEY, Dimension.COUNT, Dimension.POWER}
        assert relation.whole not in relation.parts


def test_parts_are_of_the_dimension_of_their_whole_and_in_no_circle() -> None:
    known = standard()
    above = {}
    for relation in PARTS:
        (part,) = relation.parts
        assert known.get(part).dimension is known.get(relation.whole).dimension
        above.setdefault(part, set()).add(relation.whole)
    for part in above:
        reached, waiting = set(), [part]
        while waiting:
            waiting += [w for w in above.get(waiting.pop(), ()) if w not in reached]
            reached |= set(waiting)
        assert part not in reached


@pytest.mark.parametrize("relation", RATIOS, ids=lambda relation: relation.whole)
def test_a_ratio_has_terms_that_divide(relation) -> None:
    result = standard().get(relation.whole)
    assert result.additivity is Additivity.NONE
    top, under = map(base, relation.parts)
    if result.unit in ("%", ":1"):
        assert top == under
    else:
        assert result.dimension in (Dimension.PER_CAPITA, Dimension.RATE)
        assert under == "人"
    is_own = relation.numerator == relation.denominator
    assert is_own == (relation.denominator_of is Denominator.ABOVE)


def test_relations_are_found_by_any_of_their_indicators() -> None:
    found = {relation.id for relation in standard().relations_of("value-added-tertiary")}
    assert {"ratio-share-tertiary", "ratio-share-modern-services"} <= found
    assert any(each.startswith("sum-gdp-of-") for each in found)
    assert standard().relations_of("x-0123456789") == ()


def test_a_plans_relation_replaces_a_ratio_and_joins_the_rest() -> None:
    own = [
        Relation(kind="ratio", whole="rd-intensity", parts=("rd-expenditure", "gdp")),
        Relation(kind="sum", whole="gdp", parts=("marine-gdp", "value-added-digital")),
    ]
    catalogue = standard().related(own)
    assert len(catalogue.relations) == len(SHIPPED) + 1
    assert list(catalogue.relations_of("rd-intensity")) == own[:1]
    assert catalogue.extended(()).relations == catalogue.relations
    assert standard().relations == SHIPPED


def test_a_catalogue_has_only_relations_of_what_it_knows() -> None:
    assert Catalogue().relations == ()
    assert Catalogue().relations_of("gdp") == ()


def test_compiling_reads_no_relations() -> None:
    code = (
        "import sys, paitou.compile, paitou.indicators as i; i.standard().resolve('GDP');"
        "sys.exit('paitou.indicators.relations' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_wrong_head_is_our_fault(tmp_path, monkeypatch) -> None:
    (tmp_path / "relations.csv").write_text("关系\n", encoding="utf-8")
    monkeypatch.setattr("paitou.indicators.relations.DATA", tmp_path)
    with pytest.raises(InternalError, match="表头"):
        read_relations.__wrapped__()
