"""WordprocessingML's own words: its namespace, and how its values are read."""

from __future__ import annotations

from typing import Any

Node = Any  # lxml ships no types
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(node: Node | None, name: str = "val") -> str:
    """Return the attribute of the node, "" where either is missing."""
    return "" if node is None else str(node.get(W + name, ""))


def integer(text: str, default: int = 0) -> int:
    """Return the text as a number; what people's tools write there is not always one."""
    try:
        return int(text)
    except ValueError:
        return default


def is_on(node: Node | None, name: str) -> bool:
    """Return whether the node has the property `name`, and not switched off."""
    found = None if node is None else node.find(W + name)
    return found is not None and value(found) not in ("0", "false", "off")


def local(node: Node) -> str:
    """Return the name of the element without namespace, "" for comments and the like."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
