"""A columns.toml → which column of an office's own sheet holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from attrs import field, frozen

from paitou.model import UnreadableFile, UsageError
from paitou.report.breakdown.fields import FORMS, Target, column_target
from paitou.review import parse_toml
from paitou.tables import head_key

#: A key in Chinese without quotes, as people write it; TOML wants them.
_BARE = re.compile(
    r"""^(\s*)([^\s"'#=\[\]]*[^\x00-\x7f"'#=\[\]][^"'#=\[\]]*?)(\s*=)""", re.M
)
_IGNORED = ("", "/", "不用", "忽略")


@frozen(kw_only=True)
class ColumnMapping:
    """What an office's own columns hold; None for a column that is left out.

    Attributes:
        columns: titles of the sheet, as titles are compared, with what they hold.
        header_row: the row of the head as people count rows; None where it is looked for.
        sheet: the name of the sheet; empty for the first.
    """

    columns: dict[str, Target | None] = field(factory=dict)
    header_row: int | None = None
    sheet: str = ""

    def target_of(self, title: str) -> Target | None:
        """Return what a column holds: as mapped, else as its title says."""
        for name in (title, title.rpartition("/")[2]):
            if head_key(name) in self.columns:
                return self.columns[head_key(name)]
        return column_target(title)


def read_mapping(path: Path) -> ColumnMapping:
    """Return the mapping that a file spells out.

    Raises:
        UsageError: a line cannot be read, or a column is mapped to nothing known.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"读不了“{path.name}”，请检查路径，并存为 UTF-8 编码"
        ) from error
    return mapping_from_text(text, path.name)


def mapping_from_text(text: str, file: str = "columns.toml") -> ColumnMapping:
    """Return the mapping that the text of a columns.toml spells out.

    Raises:
        UsageError: a line cannot be read, or a column is mapped to nothing known.
    """
    toml = parse_toml(_BARE.sub(r'\1"\2"\3', text))
    for fault in toml.faults:
        raise UsageError(f"“{file}”第 {fault.line} 行：{fault.trouble}")
    data = dict(toml.data)
    row, sheet = data.pop("header_row", None), data.pop("sheet", "")
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or row < 1):
        raise UsageError(f"“{file}”的 header_row 应是表头所在的行号，如 3")
    if not isinstance(sheet, str):
        raise UsageError(f"“{file}”的 sheet 应是工作表的名称")
    columns = {head_key(title): _target(words, file) for title, words in _pairs(data)}
    return ColumnMapping(columns=columns, header_row=row, sheet=sheet)


def _pairs(data: dict[str, Any]) -> Iterator[tuple[str, object]]:  # what TOML holds
    """Yield the columns, which may stand at the top or under [columns]."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _pairs(value)
        else:
            yield key, value


def _target(words: object, file: str) -> Target | None:
    if not isinstance(words, str):
        raise UsageError(f'“{file}”里等号右边应是加引号的栏目名，如 "牵头单位"')
    if words.strip() in _IGNORED:
        return None
    target = column_target(words)
    if target is None:
        titles = [form.title for form in FORMS.values()]
        near = get_close_matches(words, titles, n=1, cutoff=0.3)
        hint = f"，是否为“{near[0]}”" if near else ""
        raise UsageError(
            f"“{file}”里的栏目“{words}”不认识{hint}；可用：{'、'.join(titles)}，或“2023年”等年份"
        )
    return target
