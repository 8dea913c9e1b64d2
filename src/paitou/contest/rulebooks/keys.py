"""What may be written in a rulebook, table by table; docs/rulebooks.md explains each."""

from __future__ import annotations

from paitou.model import Fact

#: Lowest and highest of a fact that only a part of a mix looks at.
BOUNDS_OF = {f"bounds_{fact.value}": fact for fact in Fact}

TOP_KEYS = frozenset(
    {"id", "title", "source", "ours", "note", "rhythm", "full", "decimals", "extras_cap"}
    | {"missing", "flat", "small", "small_group", "ties", "group", "item", "extra", "veto"}
    | {"gate", "list", "classes", "class"}
)
ITEM_KEYS = frozenset(
    {"id", "name", "parent", "weight", "indicator", "measure", "unit", "unit_note"}
    | {"direction", "source", "self_reported", "missing", "on_top", "bounds"}
    | {"formula", "on", "mix", *BOUNDS_OF}
)
GROUP_KEYS = frozenset({"id", "name", "orgs", "kind", "group", "weights"})
TIES_KEYS = frozenset({"tolerance", "chain"})
EXTRA_KEYS = frozenset({"id", "name", "each", "cap", "gate", "note"})
VETO_KEYS = frozenset({"id", "name", "effect", "class", "note"})
GATE_KEYS = frozenset({"id", "name", "item", "at_least", "at_most"})
LIST_KEYS = frozenset(
    {"id", "name", "rule", "count", "counts", "by", "threshold", "gate", "tone"}
)
CLASSES_KEYS = frozenset({"rule", "most", "exempt", "not_below"})
CLASS_KEYS = frozenset({"name", "least", "share", "gate"})
#: Keys by the table that they stand in, as the documentation has them.
KEYS = {
    "": TOP_KEYS,
    "item": ITEM_KEYS,
    "group": GROUP_KEYS,
    "ties": TIES_KEYS,
    "extra": EXTRA_KEYS,
    "veto": VETO_KEYS,
    "gate": GATE_KEYS,
    "list": LIST_KEYS,
    "classes": CLASSES_KEYS,
    "class": CLASS_KEYS,
}
#: Rules that change results where a text does not state them.
OPEN_RULES = ("ties", "missing", "flat", "small_group")
