"""styles.xml → for each paragraph style its heading level, its list, if it is a title."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from paitou.text.readers.wordml import Node, W, integer, value

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = ("title", "标题")
_DEEPEST = 20


@frozen(kw_only=True)
class Style:
    """What a paragraph takes from its style; level 0 and an empty list are none."""

    level: int = 0
    list_id: str = ""
    list_level: int = 0
    is_title: bool = False


def read_styles(root: Node | None) -> dict[str, Style]:
    """Return the paragraph styles by id, each with what it inherits."""
    if root is None:
        return {}
    nodes = {value(item, "styleId"): item for item in root.iterchildren(W + "style")}
    return {name: _style(nodes, name, _DEEPEST) for name in nodes}


def _style(nodes: dict[str, Node], name: str, depth: int) -> Style:
    """Return the style on top of those it is based on; a circle ends at `depth`."""
    node = nodes.get(name)
    if node is None or not depth:
        return Style()
    based = _style(nodes, value(node.find(W + "basedOn")), depth - 1)
    own = value(node.find(W + "name")).strip()
    style = evolve(based, is_title=own.lower() in _TITLES)
    heading = _HEADING.fullmatch(own)
    if heading:
        style = evolve(style, level=int(heading[1]))
    return with_properties(style, node.find(W + "pPr"))


def with_properties(style: Style, properties: Node | None) -> Style:
    """Return the style with what a paragraph's own properties set differently."""
    if properties is None:
        return style
    outline = properties.find(W + "outlineLvl")
    if outline is not None:  # 0–8 are headings, 9 is body text
        level = integer(value(outline), 9) + 1
        style = evolve(style, level=level if 1 <= level <= 9 else 0)
    numbers = properties.find(W + "numPr")
    if numbers is None:
        return style
    list_id, list_level = numbers.find(W + "numId"), numbers.find(W + "ilvl")
    if list_id is not None:
        style = evolve(style, list_id=value(list_id))
    if list_level is not None:
        style = evolve(style, list_level=integer(value(list_level)))
    return style
