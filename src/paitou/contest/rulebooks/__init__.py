"""The text of a rulebook → its values and every fault; presets with their source."""

from __future__ import annotations

from paitou.contest.rulebooks.checking import check_rulebook
from paitou.contest.rulebooks.fingerprint import fingerprint
from paitou.contest.rulebooks.freezing import check_frozen, freeze, frozen_record
from paitou.contest.rulebooks.reading import read_rulebook, read_rulebook_file
from paitou.contest.rulebooks.shipped import Preset, preset, preset_text, presets
from paitou.contest.rulebooks.writing import write_rulebook

__all__ = [
    "Preset",
    "check_frozen",
    "check_rulebook",
    "fingerprint",
    "freeze",
    "frozen_record",
    "preset",
    "preset_text",
    "presets",
    "read_rulebook",
    "read_rulebook_file",
    "write_rulebook",
]
