from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.contest.rulebooks import (
    check_rulebook,
    fingerprint,
    preset,
    presets,
    read_rulebook,
    write_rulebook,
)
from paitou.contest.rulebooks.words import RulebookRhythm, Tone
from paitou.model import (
    ClassBand,
    Classes,
    ClassRule,
    Contestants,
    Extra,
    Fact,
    Flat,
    Formula,
    Gate,
    Honours,
    Item,
    ListRule,
    Measure,
    Missing,
    Rulebook,
    SmallGroup,
    Ties,
    Unit,
    Veto,
    VetoEffect,
)

ids = st.text("abc甲乙-_.=[]\"'#\\", min_size=1, max_size=6)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip)
names = texts.filter(bool)
numbers = st.decimals(-1000, 1000, places=3, allow_nan=False)
marks = st.decimals(0, 1000, places=4, allow_nan=False)
above = st.decimals(Decimal("0.001"), 100, places=3)
shares = st.decimals(Decimal("0.01"), 1, places=2)
pairs = st.tuples(numbers, numbers).map(lambda pair: tuple(sorted(pair)))
maybe = st.none()
facts = st.sampled_from(Fact)
parameters = st.one_of(
    st.builds(dict, base=numbers, span=marks, clip=st.booleans()),
    st.just({}),
)
simple = st.builds(Formula, name=st.just("efficacy"), on=facts, parameters=parameters)
ranked = st.builds(
    Formula,
    name=st.just("rank"),
    on=facts,
    parameters=st.builds(dict, steps=st.lists(shares, min_size=1, max_size=4).map(tuple)),
)
mixed = st.builds(
    lambda share, first, second, on: Formula(
        name="mix", on=on, parts=((share, first), (1 - share, second))
    ),
    st.decimals(Decimal("0.1"), Decimal("0.9"), places=2),
    simple,
    ranked,
    facts,
)


def _unique(parts):
    return st.lists(parts, max_size=4, unique_by=lambda part: part.id).map(tuple)


@st.composite
def rulebooks(draw):
    """Rulebooks with every key, whose names lead somewhere or nowhere."""
    items = draw(
        st.lists(
            st.builds(
                Item,
                id=ids, name=names, weight=marks, indicator=texts, source=texts,
                measure=st.sampled_from(Measure), unit_note=texts,
                unit=st.sampled_from(["", "%", "亿元", "万元/亩", "个"]).map(Unit.parse),
                direction=st.sampled_from([1, -1]), is_self_reported=st.booleans(),
                formula=st.one_of(maybe, simple, ranked, mixed), is_on_top=st.booleans(),
                missing=st.one_of(maybe, st.sampled_from(Missing)),
                bounds=st.dictionaries(st.one_of(ids, st.just("")), pairs, max_size=2),
                fact_bounds=st.dictionaries(
                    st.tuples(st.one_of(ids, st.just("")), facts), pairs, max_size=2
                ),
            ),
            min_size=1, max_size=4, unique_by=lambda item: item.id,
        )
    )  # fmt: skip
    for nth in range(1, len(items)):
        parent = draw(st.sampled_from(["", *(item.id for item in items[:nth])]))
        items[nth] = evolve(items[nth], parent=parent)
    is_ours = draw(st.booleans())
    return Rulebook(
        id=draw(ids), title=draw(names), source=draw(names), is_ours=is_ours,
        ours=draw(texts) if is_ours else "", note=draw(texts),
        rhythm=draw(st.sampled_from(RulebookRhythm)).value, full=draw(above),
        decimals=draw(st.integers(0, 8)), items=tuple(items), groups=draw(groups),
        extras=draw(extras), extras_cap=draw(st.one_of(maybe, above)), vetoes=draw(vetoes),
        gates=draw(gates), classes=draw(classes), lists=draw(lists), ties=draw(ties),
        missing=draw(st.sampled_from(Missing)), flat=draw(st.sampled_from(Flat)),
        small=draw(st.integers(0, 9)), small_group=draw(st.sampled_from(SmallGroup)),
    )  # fmt: skip


orgs = st.lists(names, max_size=3, unique=True).map(tuple)
groups = _unique(
    st.builds(
        Contestants,
        id=ids, name=names, orgs=orgs, kind=texts, group=texts,
        weights=st.dictionaries(ids, marks, max_size=3),
    )
)  # fmt: skip
extras = _unique(
    st.builds(
        Extra,
        id=ids, name=names, each=st.one_of(maybe, numbers), cap=st.one_of(maybe, above),
        gate=texts, note=texts,
    )
)  # fmt: skip
vetoes = _unique(
    st.builds(
        Veto,
        id=ids, name=names, effect=st.sampled_from(VetoEffect), class_name=texts,
        note=texts,
    )
)  # fmt: skip
gates = _unique(
    st.builds(
        Gate,
        id=ids, name=names, item=names, at_least=st.one_of(maybe, numbers),
        at_most=st.one_of(maybe, numbers),
    )
)  # fmt: skip
lists = _unique(
    st.builds(
        Honours,
        id=ids, name=names, rule=st.sampled_from(ListRule), by=texts, gate=texts,
        count=st.one_of(maybe, st.integers(1, 9)), threshold=st.one_of(maybe, numbers),
        counts=st.dictionaries(ids, st.integers(0, 9), max_size=2),
        tone=st.sampled_from(Tone).map(lambda tone: tone.value),
    )
)  # fmt: skip
bands = st.builds(
    ClassBand,
    name=names, least=st.one_of(maybe, numbers), share=st.one_of(maybe, shares), gate=texts,
)  # fmt: skip
classes = st.one_of(
    maybe,
    st.builds(
        Classes,
        rule=st.sampled_from(ClassRule), most=st.one_of(maybe, shares),
        bands=st.lists(bands, max_size=3, unique_by=lambda band: band.name).map(tuple),
        exempt=st.dictionaries(ids, texts, max_size=2),
        not_below=st.dictionaries(ids, texts, max_size=2),
    ),
)  # fmt: skip
chains = st.lists(names, max_size=2, unique=True).map(tuple)
ties = st.builds(Ties, tolerance=marks, chain=chains)


@settings(deadline=None)
@given(rulebooks())
def test_what_is_written_reads_back_the_same(book):
    text = write_rulebook(book)
    back, issues = read_rulebook(text, "x.toml")
    assert not [issue for issue in issues if issue.code.startswith("review-")]
    assert evolve(back, sha256="") == book
    assert write_rulebook(back) == text
    assert read_rulebook(write_rulebook(back))[0] == back
    check_rulebook(back)


@pytest.mark.parametrize("name", [each.id for each in presets()])
def test_every_preset_reads_back_the_same(name):
    book = preset(name)
    text = write_rulebook(book)
    back, issues = read_rulebook(text, f"{name}.toml")
    assert not issues
    assert evolve(back, sha256=book.sha256) == book
    assert back.unsaid == book.unsaid


def test_what_was_left_open_stays_open():
    text = (
        'title="甲"\nsource="乙"\n[[item]]\nid="a"\nname="a"\nweight=100\nformula="rank"\n'
    )
    book, _ = read_rulebook(text)
    assert read_rulebook(write_rulebook(book))[0].unsaid == book.unsaid


def test_how_lines_end_does_not_change_the_hash():
    text = write_rulebook(preset("anqing-2023"))
    same = {fingerprint(text), fingerprint(text.replace("\n", "\r\n"))}
    assert same | {fingerprint("\ufeff" + text.replace("\n", "\r"))} == same
    assert len(same) == 1
    assert fingerprint(text + " ") not in same
