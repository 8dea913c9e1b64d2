"""Tables as offices send them → typed values with places, and the head found."""

from paitou.tables.header import Header, find_header, head_key
from paitou.tables.number import Content, NumberCell, parse_number
from paitou.tables.read import read_table, sheet_names
from paitou.tables.sheet import (
    Cell,
    Merge,
    Sheet,
    Value,
    column_name,
    place_name,
    text_of,
)

__all__ = [
    "Cell",
    "Content",
    "Header",
    "Merge",
    "NumberCell",
    "Sheet",
    "Value",
    "column_name",
    "find_header",
    "head_key",
    "parse_number",
    "place_name",
    "read_table",
    "sheet_names",
    "text_of",
]
