from hypothesis import given
from hypothesis import strategies as st

from paitou.office.journal.chain import ORIGIN, Algorithm, Link, breaks, digest

CONTENTS = st.lists(
    st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.none(), max_size=3),
    min_size=2,
    max_size=8,
)


def chain(contents, algorithm=Algorithm.SHA256):
    links, previous = [], ORIGIN
    for number, content in enumerate(contents, 1):
        made = digest(number, content, algorithm, previous)
        links.append(
            Link(
                number=number,
                content=content,
                algorithm=algorithm,
                previous=previous,
                digest=made,
            )
        )
        previous = made
    return links


@given(CONTENTS)
def test_a_chain_that_nobody_touched_holds(contents):
    links = chain(contents)
    assert list(breaks(links, (len(links), links[-1].digest))) == []


@given(CONTENTS, st.data())
def test_an_altered_entry_is_found(contents, data):
    links = chain(contents)
    at = data.draw(st.integers(0, len(links) - 1))
    changed = {**contents[at], "改": "过"}
    links[at] = Link(
        number=at + 1,
        content=changed,
        algorithm="sha256",
        previous=links[at].previous,
        digest=links[at].digest,
    )
    assert [b.number for b in breaks(links)] == [at + 1]


@given(CONTENTS, st.data())
def test_a_removed_entry_is_found(contents, data):
    links = chain(contents)
    at = data.draw(st.integers(0, len(links) - 1))
    head = (len(links), links[-1].digest)
    assert list(breaks(links[:at] + links[at + 1 :], head))


@given(CONTENTS)
def test_entries_that_changed_places_are_found(contents):
    links = chain(contents)
    links[0], links[1] = links[1], links[0]
    assert list(breaks(links))


def test_a_chain_written_anew_is_found_by_a_head_that_was_deposited():
    before, after = chain([{"值": "1"}, {"值": "2"}]), chain([{"值": "1"}, {"值": "3"}])
    found = list(breaks(after, (2, before[-1].digest)))
    assert [b.words for b in found] == ["第2条与留存的校验值不符，被换过"]


def test_each_entry_names_how_it_was_hashed():
    first = chain([{"值": "1"}])
    second = digest(2, {"值": "2"}, Algorithm.SM3, first[0].digest)
    link = Link(
        number=2,
        content={"值": "2"},
        algorithm="sm3",
        previous=first[0].digest,
        digest=second,
    )
    assert list(breaks([*first, link])) == []
