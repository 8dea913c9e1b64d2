import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.indicators import load_indicators, standard
from paitou.model import Level

SOUND = """\
[[indicator]]
id = "lake-grade"
name = "滇池外海水质"
aliases = ["滇池水质"]
dimension = "grade"

[[indicator]]
id = "gdp"
aliases = ["昆明总量"]
"""


@pytest.fixture
def load(tmp_path):
    def loaded(content: str | bytes):
        path = tmp_path / "indicators.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_indicators(path)

    return loaded


def test_a_sound_file_extends_the_standard(load) -> None:
    found, issues = load(SOUND)
    assert issues == ()
    own = standard().extended(found)
    assert own.resolve("滇池水质") == "lake-grade"
    assert own.resolve("昆明总量") == own.resolve("GDP") == "gdp"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_other_encodings_are_read(load, encoding) -> None:
    assert len(load(SOUND.encode(encoding))[0]) == 2


def test_an_empty_file_says_nothing(load) -> None:
    assert load("") == ((), ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("id = [", "格式有误"),
        (b"\xff\xfe\x00\xd8", "不是文本文件"),
        ("indicator = 3", "[[indicator]]"),
        ("[indicator]\nid = 'a'", "[[indicator]]"),
        ("indicator = [3]", "第1项"),
        ("plan = 1", "“plan”"),
        ("#" * 1_000_001, "1MB"),
        ("a = " + "[" * 5000, "读不出"),
    ],
)
def test_what_cannot_be_read_is_told(load, content, words) -> None:
    found, issues = load(content)
    assert found == ()
    assert {issue.code for issue in issues} == {"indicators-unreadable"}
    assert any(words in issue.message for issue in issues)


def test_a_file_that_is_not_there_is_told(tmp_path) -> None:
    for path in (tmp_path / "no.toml", tmp_path):
        _, issues = load_indicators(path)
        assert "打不开" in issues[0].message


def test_wrong_entries_leave_the_others(load) -> None:
    found, issues = load(SOUND + '[[indicator]]\nid = "B"\n')
    assert [each.id for each in found] == ["lake-grade", "gdp"]
    assert {issue.where for issue in issues} == {"indicators.toml 第3项"}


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('id = "lake-grade"\nname = "别的"', "lake-grade"),
        ('id = "other"\nname = "“滇池”水质"', "“滇池”水质"),
    ],
)
def test_what_is_said_twice_is_told(load, entry, words) -> None:
    found, issues = load(f'{SOUND}[[indicator]]\n{entry}\ndimension = "grade"\n')
    assert len(found) == 2
    assert [issue.code for issue in issues] == ["indicator-repeated"]
    assert words in issues[0].message


def test_taking_a_standard_name_is_hinted_at(load) -> None:
    found, issues = load('[[indicator]]\nid="own"\nname="经济总量"\ndimension="money"\n')
    assert len(found) == 1
    assert [(issue.code, issue.level) for issue in issues] == [
        ("indicator-name-taken", Level.HINT)
    ]
    assert "gdp" in issues[0].remedy


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_no_bytes_break_it(tmp_path_factory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("hostile") / "indicators.toml"
    path.write_bytes(content)
    load_indicators(path)
