import pytest

from paitou.model import Document
from paitou.tracking.reconcile.places import different_places, place_of


def _document(title, issuer=None, file="x.txt", text=""):
    return Document(title=title, file=file, sha256="", text=text, issuer=issuer)


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (_document("政府工作报告", "宁夏回族自治区人民政府"), "宁夏"),
        (_document("2025年上海市政府工作报告"), "上海"),
        (_document("云山市政府工作报告"), "云山"),
        (_document("关于印发云山市行动方案的通知"), "云山"),
        (_document("浙江省杭州市行动方案"), "杭州"),
        (_document("人工智能发展规划", "国务院"), "国家"),
        (_document("方案", text="云山市三年行动方案\n\n正文。"), "云山"),
        (_document("智慧城市建设方案", text="为落实国务院部署，制定本方案。"), ""),
    ],
)
def test_a_document_speaks_for_a_place(document, place):
    assert place_of(document) == place


def test_unknown_places_do_not_differ():
    known, unknown = _document("云山市方案"), _document("工作报告")
    assert different_places(known, unknown) is None
    assert different_places(known, _document("四川省报告")) == ("云山", "四川")
