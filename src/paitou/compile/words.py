"""data/words.txt → the words that the grammar knows, one tuple a list."""

from __future__ import annotations

from importlib import resources


def _lists() -> dict[str, tuple[str, ...]]:
    text = resources.files(__package__).joinpath("data", "words.txt").read_text("utf-8")
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return {name: tuple(words) for name, words in lists.items()}


def _coded(prefix: str) -> dict[str, str]:
    """Comparators: the word and what it says (不低于: ge)."""
    return {
        word: name.removeprefix(prefix)
        for name, words in _LISTS.items()
        if name.startswith(prefix)
        for word in words
    }


def _guards() -> dict[str, str]:
    pairs = (word.partition("!") for word in _LISTS["guards"])
    return {word: before for word, _, before in pairs}


_LISTS = _lists()

MONEY = _LISTS["units.money"]
PERCENT = _LISTS["units.percent"]
COUNTED = _LISTS["units.counted"]
MEASURED = _LISTS["units.measured"]
MULTIPLES = _LISTS["units.multiples"]
SCORED = _LISTS["units.scored"]
GRADED = _LISTS["units.graded"]
DURATIONS = frozenset(_LISTS["units.durations"])
REACH = _LISTS["verbs.reach"]
LOWER_TO = _LISTS["verbs.lower"]
KEEP = _LISTS["verbs.keep"]
GROW = _LISTS["verbs.grow"]
FALL = _LISTS["verbs.fall"]
CUT = frozenset(_LISTS["verbs.cut"])
MULTIPLY = _LISTS["verbs.multiply"]
DONE = _LISTS["verbs.done"]
NOMINAL = frozenset(_LISTS["verbs.nominal"])
HAVE = _LISTS["verbs.have"]
WORKS = _LISTS["verbs.works"]
LESS = frozenset(_LISTS["verbs.less"])
TRANSITIVE = _LISTS["verbs.transitive"]
KEPT = _LISTS["verbs.kept"]
YEARLY = _LISTS["verbs.yearly"]
SPENT = _LISTS["verbs.spent"]
GROWTH_NOUNS = _LISTS["nouns.growth"]
HEADS = _LISTS["nouns.heads"]
FLOW = _LISTS["nouns.flow"]
DONE_NOUNS = _LISTS["nouns.done"]
ADVERBS = _LISTS["adverbs"]
STRETCH = _LISTS["stretch"]
LEADING = _LISTS["leading"]
SCOPES = _LISTS["scopes"]
WHOLE = _LISTS["whole"]
BEFORE = _coded("before.")
AFTER = _coded("after.")
GUARDS = _guards()
