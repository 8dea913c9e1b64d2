"""A view → who may open it; a view that says nothing opens for nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from attrs import frozen

from paitou.office.people.roles import Right

View = TypeVar("View", bound=Callable[..., object])
_NAME = "rule"


class Entering(Protocol):
    """Whoever opens a page."""

    @property
    def is_signed_in(self) -> bool:
        """Return whether it is somebody with an account."""

    def may(self, right: Right, org: str | None = None) -> bool:
        """Return whether they may do something."""


@frozen(kw_only=True)
class Rule:
    """Who may open a page.

    Attributes:
        is_public: whoever comes.
        rights: one of these is needed; none means that signing in is enough.
        is_for_unfinished: open also to who must still change the password or set up the
            second step.
    """

    is_public: bool = False
    rights: tuple[Right, ...] = ()
    is_for_unfinished: bool = False

    def admits(self, actor: Entering) -> bool:
        """Return whether somebody may open the page."""
        if self.is_public:
            return True
        if not actor.is_signed_in:
            return False
        return not self.rights or any(actor.may(right) for right in self.rights)

    @property
    def words(self) -> str:
        """Return who may open it, in Chinese."""
        if self.is_public:
            return "所有人"
        labels = "、".join(right.label for right in self.rights)
        return f"有“{labels}”权限的岗位" if labels else "已登录的人"


EVERYBODY = Rule(is_public=True)
SIGNED_IN = Rule()
UNFINISHED = Rule(is_for_unfinished=True)


def needs(*rights: Right) -> Callable[[View], View]:
    """Return what lets only those open a view who have one of the rights."""
    return lambda view: _declared(view, Rule(rights=rights))


def for_everybody(view: View) -> View:
    """Let everybody open the view, the public too."""
    return _declared(view, EVERYBODY)


def for_signed_in(view: View) -> View:
    """Let everybody open the view who has signed in."""
    return _declared(view, SIGNED_IN)


def for_unfinished(view: View) -> View:
    """Let everybody open the view who has an account, whatever they must still do."""
    return _declared(view, UNFINISHED)


def rule_of(view: Callable[..., object]) -> Rule | None:
    """Return who may open a view, None where nobody has said."""
    return getattr(view, _NAME, None)


def _declared(view: View, rule: Rule) -> View:
    setattr(view, _NAME, rule)
    return view
