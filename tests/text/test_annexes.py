from paitou.model import BlockKind
from paitou.text.annexes import is_annex, mark_annexes
from paitou.text.lines import split_lines
from paitou.text.paragraphs import join_lines


def tail(text):
    paragraphs = mark_annexes(text, join_lines(text, split_lines(text)))
    return [text[p.start : p.end] for p in paragraphs if p.kind is BlockKind.TAIL]


def test_a_list_of_annexes_is_told_from_the_annexes():
    listed = "附件：1.指标体系\n2.任务分工表\n"
    text = f"一、任务\n{listed}云桥市人民政府\n附件1\n指标体系\n附件2\n任务分工表\n"
    assert tail(text) == listed.splitlines()


def test_the_name_of_a_single_annex_may_stand_on_the_next_line():
    assert tail("附件：\n考评指标\n附件\n考评指标\n一、服务\n") == ["附件：", "考评指标"]


def test_an_annex_without_a_list_stays():
    assert tail("一、任务\n附件：任务分工表\n1.完成审批。\n2.加强监管。\n") == []


def test_a_glossary_runs_to_the_next_annex():
    text = "附件1\n名词解释\n1.可信管控。指身份认证。\n2.沙箱。一种技术。\n附件2\n分工表\n"
    assert tail(text) == ["1.可信管控。指身份认证。", "2.沙箱。一种技术。"]


def test_a_glossary_without_a_title_is_known_by_its_terms():
    terms = [f"{n}.“工程{n}”：是指第{n}项工程。" for n in range(1, 7)]
    text = "让我们团结奋斗！\n" + "\n".join(terms)
    assert tail(text) == terms


def test_notes_in_square_brackets_are_a_glossary():
    notes = [f"［{n}］两重：\n重大战略实施。" for n in range(1, 7)]
    assert len(tail("让我们团结奋斗！\n" + "\n".join(notes))) == 12


def test_a_list_of_measures_is_no_glossary():
    text = "\n".join(f"{n}.组织保障{n}：成立领导小组，加强统筹。" for n in range(1, 9))
    assert tail(text) == []


def test_an_annex_is_known_by_its_number():
    text = "附件\n附近居民\n"
    first, second = join_lines(text, split_lines(text))
    assert is_annex(text, first)
    assert not is_annex(text, second)
