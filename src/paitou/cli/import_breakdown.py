"""`paitou import-breakdown`: a filled-in 任务分解表 → the files of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from paitou.cli.options import PATH
from paitou.cli.output import write_file
from paitou.cli.plan_table import issue_lines
from paitou.model import Book, Issue, Level, UnreadableFile, UsageError

_REVIEW, _SPLITS = "review.toml", "breakdown.csv"
#: Words of these files that were not understood would be lost when they are written anew.
_LOSSY = frozenset(
    {"file-unreadable", "quota-unreadable", "quota-duplicate", "table-without-columns"}
)
_HELP = """\
把填好的任务分解表读回工作文件夹的 review.toml 和 breakdown.csv。

Read a filled-in sheet back. 空着的格子不改变原有内容，填 / 表示取消；读不懂的行逐行说明。

\b
例：
  paitou import-breakdown kunming/ 任务分解表.xlsx
  paitou import-breakdown kunming/ 旧表.xlsx --columns columns.toml --dry-run
"""


@click.command("import-breakdown", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.argument("sheet", metavar="表格", type=PATH)
@click.option("--columns", type=PATH, help="列名对照（.toml），用于单位自己的旧表。")
@click.option("--dry-run", is_flag=True, help="只检查，不写入。")
def import_breakdown_command(
    folder: Path, sheet: Path, columns: Path | None, *, dry_run: bool
) -> int:
    """Take the sheet over and return the exit status."""
    from paitou.folder import load
    from paitou.report.breakdown.mapping import read_mapping
    from paitou.report.breakdown_import import read_breakdown
    from paitou.report.breakdown_merge import merge_breakdown
    from paitou.review import write_breakdown, write_review

    book = load(folder)
    _check_readable(book)
    mapping = read_mapping(columns) if columns else None
    filled = read_breakdown(sheet, book.plan, mapping)
    merged = merge_breakdown(book, filled)
    texts = {
        _REVIEW: write_review(merged.review, _current(folder / _REVIEW)),
        _SPLITS: write_breakdown(merged.quotas),
    }
    issues = (*filled.issues, *merged.issues)
    if said := issue_lines(issues):
        click.echo(said, err=True)
    for name, text in texts.items():
        click.echo(_put(folder / name, text, dry_run=dry_run))
    return int(any(issue.level is Level.ERROR for issue in issues))


def _check_readable(book: Book) -> None:
    """Refuse where something would be lost.

    Raises:
        UsageError: a file of the folder holds what could not be read.
    """
    lossy = [issue for issue in book.issues if _is_lossy(issue)]
    if lossy:
        where = lossy[0].where or _REVIEW
        raise UsageError(
            f"工作文件夹里有读不懂的内容（{where}：{lossy[0].message}），"
            "写回会丢掉它，请先改正"
        )


def _is_lossy(issue: Issue) -> bool:
    return issue.code in _LOSSY or issue.code.startswith("review-")


def _current(path: Path) -> str:
    """Return the text of a file that is there, in whatever encoding it was kept."""
    data = path.read_bytes() if path.exists() else b""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(f"“{path}”的编码无法识别，请另存为 UTF-8")


def _put(path: Path, text: str, *, dry_run: bool) -> str:
    """Write the text if it is another one, and return what was done in words."""
    old = _current(path)
    added, removed = _difference(old.splitlines(), text.splitlines())
    if not added and not removed:
        return f"{path.name}：没有变化"
    if not dry_run:
        # Excel takes a CSV without the mark for GBK.
        encoding = "utf-8-sig" if path.suffix == ".csv" else "utf-8"
        write_file(lambda part: part.write_bytes(text.encode(encoding)), path)
    done = "将写入" if dry_run else "已写入"
    return f"{path.name}：{done}，新增 {added} 行，去掉 {removed} 行"


def _difference(old: Iterable[str], new: Iterable[str]) -> tuple[int, int]:
    before, after = Counter(old), Counter(new)
    return (after - before).total(), (before - after).total()
