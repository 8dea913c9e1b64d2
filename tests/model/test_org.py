from paitou.model import Org, OrgKind


def test_an_org_is_called_by_code_name_or_alias():
    org = Org(code="530111", name="官渡区", kind="county", aliases=("官渡",))
    assert all(org.is_called(name) for name in ("530111", "官渡区", "官渡"))
    assert not org.is_called("西山区")
    assert org.kind.is_area


def test_every_kind_has_a_chinese_word():
    assert [kind.label for kind in OrgKind if not kind.label] == []
    assert not OrgKind.DEPARTMENT.is_area
