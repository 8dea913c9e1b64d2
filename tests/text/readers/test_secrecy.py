import pytest

from paitou.text.readers.secrecy import secrecy_mark


@pytest.mark.parametrize(
    "mark",
    [
        "机密★5年",
        "秘密★",
        "绝密★1年",
        "秘 密 ★ 10年",
        "绝密",
        "机　密",
        "机密★长期",
        "秘密5年",
        "机密 十年",
        "000123 机密★1年",
        "份号：000001　绝密",
        "密级：秘密",
        "密级和保密期限：机密★3年",
        "机密★5年 特急",
        "绝密 特急",
        "【秘密】",
        "昆明市人民政府文件 机密★5年",
        "# 机密★5年",
        "**秘密★**",
    ],
)
def test_a_mark_at_the_head_is_found(mark):
    assert secrecy_mark(f"\n　　{mark}\r\n\n昆明市行动方案\n") is not None


@pytest.mark.parametrize(
    "line",
    [
        "加强商业秘密保护。",
        "保守国家秘密，人人有责",
        "做好机密文件管理",
        "涉及国家秘密、商业秘密的除外",
        "中华人民共和国保守国家秘密法",
        "商业秘密",
        "工作秘密",
        "绝密级、机密级、秘密级国家秘密的保密期限",
        "机密要件不得外传，标注“机密★5年”字样的文件按规定处理。",
        "秘密花园项目★建成开园",
        "★机密机要岗位培训",
        "秘密",
    ],
)
def test_words_in_running_text_are_no_mark(line):
    text = "昆明市行动方案\n" + "到2025年，经济总量达到1万亿元以上。\n" * 16 + line
    assert secrecy_mark(text) is None


def test_running_text_at_the_head_is_no_mark():
    assert secrecy_mark("关于加强商业秘密保护的意见\n保守国家秘密，人人有责\n") is None


def test_a_mark_deep_in_the_text_is_not_the_documents_own():
    assert secrecy_mark("正文\n" * 100 + "机密★5年\n") is None
