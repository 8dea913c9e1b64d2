"""What many tests start from: the worked example, and the material beside the project."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KUNMING = ROOT / "examples" / "kunming-2023" / "plan.txt"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def kunming_file():
    return KUNMING


@pytest.fixture(scope="session")
def kunming_plan():
    from paitou import compile_document, read_document

    return compile_document(read_document(KUNMING))


@pytest.fixture(scope="session")
def shared():
    if not SHARED.is_dir():
        pytest.skip("../shared is not there")
    return SHARED


@pytest.fixture(scope="session")
def corpus(shared):
    if not (texts := sorted((shared / "corpus").glob("*.txt"))):
        pytest.skip("../shared/corpus is not there")
    return texts
