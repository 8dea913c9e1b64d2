import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.indicators.normalise import keys_of, normalise
from paitou.indicators.shipped import read_shipped

NAMES = [word for each in read_shipped() for word in each.words]
SIGNS = st.sampled_from(list("“”‘’\"'《》 \u3000\u00a0\t_、"))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("规模以上工业增加值", "规上工业增加值"),
        ("全市 GDP", "GDP"),
        ("我省的生产总值", "GDP"),
        ("PM_2.5 浓度", "PM2.5浓度"),
        ("细颗粒物（ＰＭ２．５）浓度", "PM2.5浓度"),
        ("专精特新“小巨人”企业", "专精特新小巨人企业"),
        ("上市(挂牌)公司数量", "上市挂牌公司"),
        ("常住人口(万人)", "常住人口"),
        ("固定资产投资（不含农户）", "固定资产投资"),
        ("高新技术企业户数年均增速", "高新技术企业"),
        ("全市各类市场主体总数", "经营主体"),
    ],
)
def test_wordings_have_one_key(name: str, key: str) -> None:
    assert normalise(name) == key


@pytest.mark.parametrize(
    "name",
    [
        "全国文明村镇",
        "全国重点实验室",
        "全区域覆盖率",
        "参数量",
        "农户数",
        "专家数",
        "保税物流中心B型",
    ],
)
def test_what_makes_it_another_stays(name: str) -> None:
    assert normalise(name) == name


@pytest.mark.parametrize("name", ["增速", "数量", "全市", "总数", "增长"])
def test_a_name_of_nothing_but_words_left_out_stays(name: str) -> None:
    assert normalise(name) == name


def test_a_bracket_that_opens_a_name_is_read() -> None:
    assert normalise("(R&D)经费投入") == normalise("研发经费投入")


def test_letters_of_a_class_in_brackets_are_kept() -> None:
    assert normalise("保税物流中心(A型)") != normalise("保税物流中心(B型)")


def test_a_sign_inside_an_idle_word_does_not_hide_it() -> None:
    assert normalise("各“项存款余额") == normalise("存款余额")


@given(st.sampled_from(NAMES), SIGNS, st.integers(0, 30))
def test_quotes_and_spaces_change_nothing(name: str, sign: str, place: int) -> None:
    assert normalise(name[:place] + sign + name[place:]) == normalise(name)


@given(st.sampled_from(NAMES), st.sampled_from(["全市", "我省的", "全区", "本县", "年末"]))
def test_the_place_in_front_changes_nothing(name: str, scope: str) -> None:
    if not name.startswith("全国"):
        assert normalise(scope + name) == normalise(name)


@given(st.sampled_from(NAMES))
def test_a_key_is_its_own_key(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@given(st.lists(st.text(max_size=12)))
def test_many_at_once_are_as_one_by_one(names: list[str]) -> None:
    assert keys_of(names) == [normalise(name) for name in names]


@given(st.text())
def test_any_text_has_a_key(name: str) -> None:
    assert isinstance(normalise(name), str)
