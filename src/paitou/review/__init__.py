"""What people decide about a plan: read, written, applied on top, and held against it."""

from paitou.review.applying import apply
from paitou.review.breakdown import BREAKDOWN_COLUMNS, read_breakdown, write_breakdown
from paitou.review.orgs import ORG_COLUMNS, read_orgs, unknown_orgs, write_orgs
from paitou.review.reading import read_review
from paitou.review.review import Review
from paitou.review.splits import check_quotas
from paitou.review.starting import starting_files
from paitou.review.tasks import tasks_of
from paitou.review.toml_text import TomlBlock, TomlFault, TomlText, parse_toml
from paitou.review.writing import write_review

__all__ = [
    "BREAKDOWN_COLUMNS",
    "ORG_COLUMNS",
    "Review",
    "TomlBlock",
    "TomlFault",
    "TomlText",
    "apply",
    "check_quotas",
    "parse_toml",
    "read_breakdown",
    "read_orgs",
    "read_review",
    "starting_files",
    "tasks_of",
    "unknown_orgs",
    "write_breakdown",
    "write_orgs",
    "write_review",
]
