"""The commitments of the Kunming plan against the table that was made by hand."""

import csv
from collections import Counter

import pytest

#: What issue and standard ask for, over the kinds that the table covers.
RECALL, PRECISION = 0.95, 0.85
KINDS = {"action_plan", "project", "duty", "qualitative"}


@pytest.fixture(scope="module")
def gold(shared):
    table = shared / "gold" / "kunming-2023.commitments.tsv"
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def bigrams(words):
    return Counter(words[i : i + 2] for i in range(len(words) - 1)) or Counter([words])


def agree(one, other):
    left, right = bigrams(one), bigrams(other)
    return 2 * (left & right).total() >= 0.8 * (left.total() + right.total())


def matches(row, commitment):
    overlaps = commitment.start < int(row["end"]) and int(row["start"]) < commitment.end
    same_kind = commitment.kind == row["kind"]
    return same_kind and overlaps and agree(commitment.object, row["object"])


def pairs(gold, commitments):
    left = list(commitments)
    for row in gold:
        found = next((c for c in left if matches(row, c)), None)
        if found is not None:
            left.remove(found)
            yield row, found


def test_recall_and_precision(gold, kunming_plan):
    said = [c for c in kunming_plan.commitments if c.kind in KINDS]
    matched = len(list(pairs(gold, said)))
    assert matched / len(gold) >= RECALL
    assert matched / len(said) >= PRECISION


def test_cadence_and_nature(gold, kunming_plan):
    for row, found in pairs(gold, kunming_plan.commitments):
        assert (found.cadence or "", found.nature or "") == (row["cadence"], row["nature"])
