import re

from paitou.render.document.open_fonts import STAND_INS, fontconfig


def test_every_font_has_an_open_one_in_its_place():
    named = re.findall(r'<alias binding="strong"><family>([^<]+)<', fontconfig())
    assert named == list(STAND_INS)
    assert all(any("CJK" in name for name in names) for names in STAND_INS.values())
