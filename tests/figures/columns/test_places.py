import pytest

from paitou.figures.columns.places import is_place, place_in_title, reporter_in


@pytest.mark.parametrize(
    "text", ["五华区", "安宁市", "滇中新区", "全市合计", "高新区", "东　川　区", "合计"]
)
def test_places(text):
    assert is_place(text)


@pytest.mark.parametrize("text", ["县区", "地区生产总值", "2023年", "园区", "增速", "区"])
def test_what_is_no_place(text):
    assert not is_place(text)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("昆明市官渡区2023年主要经济指标", "官渡区"),
        ("2023年昆明市主要经济指标", "昆明市"),
        ("全市2023年主要指标", "全市"),
        ("2023年各县（市）区主要指标", ""),
        ("主要经济指标完成情况（呈贡区）", "呈贡区"),
        ("附件3：石林县2023年报表", "石林县"),
        ("城市建设情况", ""),
        ("2023年1—9月主要经济指标", ""),
    ],
)
def test_the_place_of_a_title(title, place):
    assert place_in_title(title) == place


def test_who_has_filled_it_in():
    assert reporter_in("填报单位：官渡区统计局（盖章）") == "官渡区"
    assert reporter_in("填报单位(盖章)：昆明市盘龙区人民政府") == "盘龙区"
    assert reporter_in("单位：亿元") == ""
