"""The entry points of `paitou.products` → products by name, and what they make."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from paitou.model import Book, Issue, Period, UsageError
from paitou.report.issuance import Issuance

GROUP = "paitou.products"
Maker: TypeAlias = Callable[..., object]
#: What a product may be told besides its settings: the day, the period, a template, and
#: how it is issued.
_SHARED = ("as_of", "period", "template", "issuance")
_PAPER, _SHEET = (".docx", ".pdf"), (".xlsx",)
#: What the products that ship are called, what each is in a sentence, and its formats.
_ABOUT: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "leader": ("领导参阅", "一页：方案提了什么、到了哪一步、缺什么、要决定什么。", _PAPER),
    "circular": (
        "季度督查通报",
        "总体情况、做得好的、存在的问题、下一步要求，附三张进展表和事实核实单。",
        _PAPER,
    ),
    "contest": (
        "竞赛通报",
        "分组名次、单项前三后三、加减分与否决、名单，附得分明细、数据来源和计分办法。",
        _PAPER,
    ),
    "scores": ("得分明细表", "竞赛每一分的算式，都由表格自己算出，可以改数试算。", _SHEET),
    "breakdown": (
        "任务分解表",
        "每项任务和目标一行，照方案原文，填责任单位和年度目标。",
        _SHEET,
    ),
    "progress": (
        "任务进展月报表",
        "已知的累计完成、完成率、序时差先填好，其余由单位填报。",
        _SHEET,
    ),
    "comparison": ("目标任务完成情况对照表", "用后来的报告逐项核对方案的目标。", _SHEET),
    "balance": (
        "目标衔接平衡分析",
        "各项目标能不能同时实现：一页结论，附件逐项论证。",
        _PAPER,
    ),
    "panel": (
        "展板",
        "亮成绩、晒差距：全市、一个工程、一个单位或竞赛，80×120厘米或 A3，可以直接印。",
        (".pdf",),
    ),
    "final": (
        "评估报告",
        "规划期满为终期评估，未满为中期评估；附主要指标完成情况表和数据出处。",
        _PAPER,
    ),
}


@frozen(kw_only=True)
class Wish:
    """What somebody asks of a product.

    Attributes:
        as_of: the day by whose knowledge it speaks.
        period: what it speaks of; None is what the product takes by itself.
        template: a .docx that is filled instead of the layout of ours.
        settings: further words for the product, by name.
        issuance: how it is issued; None makes a draft, and so do sheets in any case.
    """

    as_of: dt.date
    period: Period | None = None
    template: Path | None = None
    settings: Mapping[str, str] = field(factory=dict)
    issuance: Issuance | None = None


@frozen(kw_only=True, slots=False)
class Product:
    """Something that is made of a book as a file.

    Attributes:
        endings: of the files that it can be, the usual one first; empty is any.
    """

    name: str
    title: str
    told: str = ""
    endings: tuple[str, ...] = ()
    entry: EntryPoint = field(repr=False, eq=False)

    @cached_property
    def make(self) -> Maker:
        """Return the function that writes the file."""
        maker: Maker = self.entry.load()
        return maker

    @cached_property
    def taken(self) -> tuple[str, ...]:
        """Return what it may be told besides the book and the file."""
        parameters = inspect.signature(self.make).parameters
        return tuple(name for name in parameters if name not in ("book", "path"))

    @property
    def settings(self) -> tuple[str, ...]:
        """Return the names of its own settings."""
        return tuple(name for name in self.taken if name not in _SHARED)

    def write(self, book: Book, path: Path, wish: Wish) -> tuple[Issue, ...]:
        """Write the file; what comes back is what whoever prints it should know.

        Raises:
            UsageError: it is asked what it does not know, or cannot be made.
        """
        self.check(wish)
        told: dict[str, object] = dict(wish.settings)
        for name in _SHARED:
            value = getattr(wish, name)
            if name in self.taken and value is not None:
                told[name] = value
        found = self.make(book, path, **told)
        listed = found if isinstance(found, tuple) else ()
        return tuple(one for one in listed if isinstance(one, Issue))

    def check(self, wish: Wish) -> None:
        """Raise a `UsageError` where it is told what it does not take."""
        if wish.period is not None and "period" not in self.taken:
            raise UsageError(f"成品“{self.name}”用不上 --period，请去掉这个选项")
        if unknown := [name for name in wish.settings if name not in self.settings]:
            known = "、".join(self.settings)
            told = f"可以写的有：{known}" if known else "它没有可以写的选项"
            raise UsageError(f"成品“{self.name}”没有“{unknown[0]}”这个选项，{told}")

    def check_ending(self, path: Path) -> None:
        """Raise a `UsageError` where it cannot be a file with this ending."""
        if self.endings and path.suffix.lower() not in self.endings:
            told = "、".join(self.endings)
            raise UsageError(
                f"“{self.title}”只能写成 {told}，请改文件名“{path.name}”的后缀"
            )


def products() -> tuple[Product, ...]:
    """Return every product that is installed, those that ship first."""
    known = {one.name: one for one in entry_points(group=GROUP)}
    order = [name for name in _ABOUT if name in known]
    order += sorted(name for name in known if name not in _ABOUT)
    return tuple(_product(known[name]) for name in order)


def find_product(name: str) -> Product:
    """Return the product of this name.

    Raises:
        UsageError: there is none.
    """
    known = products()
    found = next((one for one in known if one.name == name), None)
    if found is None:
        named = "、".join(sorted(one.name for one in known))
        raise UsageError(f"没有“{name}”这种成品，现有：{named}")
    return found


def _product(entry: EntryPoint) -> Product:
    title, told, endings = _ABOUT.get(entry.name, (entry.name, "", ()))
    return Product(name=entry.name, title=title, told=told, endings=endings, entry=entry)
