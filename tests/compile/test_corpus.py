"""Plans and reports of other places: numbers explained, statements as in the tables."""

import csv
import importlib.util
import json
import re

import pytest

from conftest import ROOT
from paitou import compile_document, read_document
from paitou.compile.record import plan_record

pytestmark = pytest.mark.corpus
#: Of the tables beside the corpus: the document, and its table.
ANNOTATED = {
    "39_宁夏回族自治区_政府工作报告2025.txt": "39_ningxia_2025.tsv",
    "65_宁夏回族自治区_政府工作报告2026.txt": "65_ningxia_2026.tsv",
    "24_国家_十四五软件规划2021.txt": "24_software_plan.tsv",
}
DOCUMENTED = re.findall(
    r"^\| `(\w+)` \|", (ROOT / "docs" / "mentions.md").read_text("utf-8"), re.MULTILINE
)


@pytest.fixture(scope="module")
def plans(corpus):
    return {path.name: compile_document(read_document(path)) for path in corpus}


def test_nearly_every_number_is_explained(plans):
    mentions = sum(len(plan.mentions) for plan in plans.values())
    assert sum(len(plan.unexplained) for plan in plans.values()) < mentions / 100


def test_every_class_is_documented(plans):
    found = {name for plan in plans.values() for name in plan.mention_counts()}
    assert found <= set(DOCUMENTED)


def test_quotes_are_the_text_s_own_words(plans):
    for plan in plans.values():
        text = plan.document.text
        for said in (*plan.statements, *plan.commitments):
            written = text[said.start : said.end]
            assert said.quote == written.replace("\n", "").replace("\r", "")


def test_ids_are_the_plan_s_own(plans):
    for plan in plans.values():
        ids = [said.id for said in (*plan.statements, *plan.commitments)]
        assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def judge(shared):
    path = shared / "tools" / "score_compile.py"
    spec = importlib.util.spec_from_file_location("score_compile", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def together(judge, plans, shared, role):
    """Return F1 and strict F1 over all annotated documents together."""
    found = right = counted = needed = 0
    for name, table in ANNOTATED.items():
        with (shared / "gold" / table).open(encoding="utf-8", newline="") as lines:
            listed = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            gold = [{"sign": "", **row} for row in listed]
        result = judge(json.loads(json.dumps(plan_record(plans[name]))), gold, role)
        hits = round(result["recall"] * result["gold"])
        found, right = found + hits, right + result["strict_hits"]
        needed += result["gold"]
        counted += round(hits / result["precision"]) if hits else 0
    return 2 * found / (counted + needed), 2 * right / (counted + needed)


@pytest.mark.parametrize(
    ("role", "f1", "strict"), [("target", 0.96, 0.86), ("outcome", 0.94, 0.84)]
)
def test_annotated_documents_together(judge, plans, shared, role, f1, strict):
    found = together(judge, plans, shared, role)
    assert found[0] >= f1
    assert found[1] >= strict
