import tomllib

from attrs import evolve

from paitou.model import Subject
from paitou.review import parse_toml, read_review, starting_files
from review.plans import PLAN


def test_the_files_begin_with_nothing_decided():
    files = starting_files(PLAN, "plan.txt")
    assert set(files) == {
        "book.toml",
        "review.toml",
        "breakdown.csv",
        "orgs.csv",
        "README.md",
    }
    assert tomllib.loads(files["book.toml"]) == {
        "title": "试验市三年行动方案",
        "plan": "plan.txt",
    }
    review, issues = read_review(files["review.toml"])
    assert (review.decisions, issues) == ((), ())


def test_every_task_has_a_block_that_works_once_uncommented():
    text = starting_files(PLAN, "plan.txt")["review.toml"]
    block = text[text.index("# [task.t2]") :]
    opened = "\n".join(
        line.removeprefix("# ") for line in block.split("\n\n")[0].split("\n")
    )
    review, issues = read_review(opened.replace('lead_org = ""', 'lead_org = "市商务局"'))
    assert issues == ()
    assert review.on(Subject.TASK, "t2").assignment.lead_org == "市商务局"
    assert "进出口总额突破3000亿元" in opened


def test_hostile_titles_do_no_harm():
    document = evolve(PLAN.document, title='坏"]\n[x]\x07')
    section = evolve(document.sections[0], id='a]"b', title="坏\x00\n[x]")
    document = evolve(document, sections=(section, *document.sections[1:]))
    statement = evolve(PLAN.statements[0], section=section.id)
    files = starting_files(
        evolve(PLAN, document=document, statements=(statement,)), 'p".txt'
    )
    assert tomllib.loads(files["book.toml"])["plan"] == 'p".txt'
    assert parse_toml(files["review.toml"]).faults == ()


def test_every_example_in_the_comments_works():
    text = starting_files(PLAN, "plan.txt")["review.toml"]
    lines = [
        line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   ")
    ]
    review, issues = read_review("\n".join(lines))
    assert issues == ()
    assert len(review.decisions) == 4
    assert (len(review.merges), len(review.milestones)) == (1, 1)


def test_what_stands_in_no_section_is_listed_too():
    homeless = evolve(PLAN.statements[0], section="")
    text = starting_files(evolve(PLAN, statements=(homeless,)), "plan.txt")["review.toml"]
    assert f"# # 目标 {homeless.id}" in text
