"""The measured results beside the project, read in place, or a reason to skip."""

import csv
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "reference" / "coinr"


def rows(name):
    if not (FOLDER / name).is_file():
        pytest.skip("../shared/reference/coinr is not there")
    with (FOLDER / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    return float("nan") if text in {"", "NA", "NaN"} else float(text)


def columns(table, names):
    return np.array([[number(row[name]) for name in names] for row in table])


def table(name):
    """Return the codes of the units, the names of the indicators, and the figures."""
    found = rows(name)
    names = [key for key in found[0] if key not in {"uCode", "Rank"}]
    return [row["uCode"] for row in found], names, columns(found, names)


def by_code(codes, others, figures):
    """Return rows in the order of these codes."""
    return figures[[others.index(code) for code in codes]]
