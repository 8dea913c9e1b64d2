"""Who may be shown something, and the kinds of pages that a book has."""

from __future__ import annotations

from enum import StrEnum


class Publicity(StrEnum):
    """公开属性, in the words of the 政府信息公开条例; the rest is internal."""

    PUBLIC = "public"
    ON_REQUEST = "on_request"
    INTERNAL = "internal"

    @property
    def label(self) -> str:
        """Return the Chinese word for it, as it is printed on papers."""
        return _LABELS[self.value]

    @property
    def mark(self) -> str:
        """Return what stands on such a page or sheet; nothing where it is public."""
        return _MARKS[self.value]

    @classmethod
    def named(cls, text: str) -> Publicity:
        """Return what is called this, in either language.

        Raises:
            ValueError: nothing is.
        """
        found = next((one for one in cls if text in (one.value, *_NAMES[one.value])), None)
        if found is None:
            raise ValueError("只能写 主动公开、依申请公开 或 内部")
        return found


class PageKind(StrEnum):
    """What a page of a book is about; `[release]` in book.toml speaks of pages so."""

    PLAN = "plan"
    STATEMENTS = "statements"
    OVERVIEW = "overview"
    TARGET = "target"
    FINAL = "final"
    BALANCE = "balance"
    CONTEST = "contest"
    CONTEST_ORG = "contest_org"
    ISSUED = "issued"
    OFF_COURSE = "off_course"
    OUTLOOK = "outlook"
    CONTEST_LISTS = "contest_lists"
    CONTEST_ANALYSIS = "contest_analysis"
    PAPERS = "papers"

    @property
    def label(self) -> str:
        """Return what the page is called."""
        return _PAGES[self.value]

    @property
    def usual(self) -> Publicity:
        """Return who may be shown it where nobody decided anything."""
        return Publicity.INTERNAL if self in _INTERNAL else Publicity.PUBLIC

    @property
    def is_warning(self) -> bool:
        """Return whether it names those that lag: public only once approved, for a time."""
        return self in _WARNINGS


_LABELS = {"public": "主动公开", "on_request": "依申请公开", "internal": "不予公开"}
_MARKS = {"public": "", "on_request": "依申请公开", "internal": "内部资料，注意保管"}
_NAMES = {
    "public": ("主动公开", "公开"),
    "on_request": ("依申请公开",),
    "internal": ("内部", "不予公开", "不公开"),
}
_PAGES = {
    "plan": "方案正文",
    "statements": "目标清单、任务清单和任务分解表",
    "overview": "总览",
    "target": "各项目标和进展表",
    "final": "终期评估",
    "balance": "衔接分析",
    "contest": "竞赛评比",
    "contest_org": "各单位得分",
    "issued": "已印发文稿",
    "off_course": "偏离与缺数",
    "outlook": "趋势测算",
    "contest_lists": "竞赛名单",
    "contest_analysis": "竞赛测算",
    "papers": "文稿（代拟稿）",
}
_WARNINGS = frozenset({PageKind.OFF_COURSE, PageKind.CONTEST_LISTS})
_INTERNAL = _WARNINGS | {PageKind.OUTLOOK, PageKind.CONTEST_ANALYSIS, PageKind.PAPERS}
