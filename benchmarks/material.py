"""Where the texts are that benchmarks and fuzz runs work on."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
KUNMING = ROOT / "examples" / "kunming-2023" / "plan.txt"
#: Beside the project on machines that have it, and nowhere else.
CORPUS = ROOT.parent / "shared" / "corpus"
#: Sets of constraints with every conflict listed, beside the project as well.
CASES = ROOT.parent / "shared" / "reference" / "consistency" / "cases.json"
