"""Book → a table for the terminal: the reviewed plan and what was decided about it."""

from __future__ import annotations

from attrs import evolve

from paitou.cli.book_record import every_issue
from paitou.cli.plan_table import plan_table
from paitou.model import Book


def book_table(book: Book) -> str:
    """Return the book as lines that a person reads, its children after it."""
    plan = evolve(book.plan, issues=every_issue(book))
    counts = (
        (len(book.decisions), "项决定"),
        (len(book.quotas), "条分解"),
        (len(book.milestones), "个节点"),
        (len(book.orgs), "个单位"),
        (len(book.children), "个专项方案"),
    )
    held = "、".join(f"{count}{words}" for count, words in counts if count)
    head = f"工作文件夹 {book.name}：{held or '还没有决定'}"
    if book.is_simulated:
        head = f"模拟数据\n{head}"
    return "\n\n".join((head, plan_table(plan), *map(book_table, book.children)))
