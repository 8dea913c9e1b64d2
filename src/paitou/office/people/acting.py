"""A request → who acts: the person, the posts they hold today, and their rights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, frozen
from django.db.models import Q

from paitou.office.journal.actions import NotAllowed
from paitou.office.journal.writing import Who
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Right, Role, may


@frozen(kw_only=True)
class Actor:
    """Somebody with the posts that they hold on a day; the public holds none.

    Attributes:
        posts: those held, the one that acts first.
        acting_posts: the keys of those that are held for somebody else.
        org_name: of the organisation of the first post.
        is_alone: whether it is the one person of a site without accounts, at its machine.
    """

    user_id: int | None = None
    posts: tuple[Post, ...] = ()
    acting_posts: frozenset[int] = frozenset()
    org_name: str = ""
    address: str = ""
    is_alone: bool = False

    @property
    def is_signed_in(self) -> bool:
        """Return whether it is somebody with an account."""
        return self.user_id is not None

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles of the posts."""
        return tuple(Role(post.role) for post in self.posts)

    @property
    def orgs(self) -> frozenset[str]:
        """Return the codes of the organisations that the posts belong to."""
        return frozenset(post.org for post in self.posts)

    @property
    def who(self) -> Who:
        """Return who it is for the journal: a post, never a name."""
        first = self.posts[0] if self.posts else None
        return Who(
            post=self.title,
            org=first.org if first else "",
            user_id=self.user_id,
            address=self.address,
        )

    @property
    def title(self) -> str:
        """Return the post that acts, as it is printed: 东溪区·填报员, 代 for a deputy."""
        if not self.posts:
            return "未任岗位" if self.is_signed_in else "公众"
        first = self.posts[0]
        acting = "（代）" if first.pk in self.acting_posts else ""
        of_org = f"{self.org_name}·" if self.org_name else ""
        return f"{of_org}{first.title}{acting}"

    def may(self, right: Right, org: str | None = None) -> bool:
        """Return whether they may do something, for an organisation where one is named.

        Who reads or approves for all does so for every organisation; who fills or
        endorses, only for those of their own posts.
        """
        if not may(self.roles, right):
            return False
        if org is None or right not in _OF_ONE:
            return True
        return any(may((Role(p.role),), right) and p.org == org for p in self.posts)

    def must(self, right: Right, org: str | None = None) -> None:
        """Do nothing.

        Raises:
            NotAllowed: they may not.
        """
        if not self.may(right, org):
            raise NotAllowed(f"您的岗位没有“{right.label}”的权限")

    def acting_for(self, org: str) -> Actor:
        """Return them with the post of this organisation first, where they hold one."""
        ordered = sorted(self.posts, key=lambda post: post.org != org)
        return evolve(self, posts=tuple(ordered), org_name=_name(ordered))


@frozen
class Machine:
    """A command of the machine itself: who may start it rules over everything anyway."""

    @property
    def who(self) -> Who:
        """Return who it is for the journal."""
        return Who(post="系统")


_OF_ONE = frozenset({Right.FILL, Right.ENDORSE, Right.READ_OWN})
PUBLIC = Actor()


def actor_of(user: User, day: dt.date, address: str = "") -> Actor:
    """Return who a user is on a day."""
    held = Tenure.objects.on(day).filter(user=user).select_related("post")
    held = held.filter(Q(post__closed_on=None) | Q(post__closed_on__gt=day))
    posts = [tenure.post for tenure in held]
    return Actor(
        user_id=user.pk,
        posts=tuple(posts),
        acting_posts=frozenset(each.post_id for each in held if each.is_acting),
        org_name=_name(posts),
        address=address,
    )


def _name(posts: Iterable[Post]) -> str:
    first = next(iter(posts), None)
    if first is None:
        return ""
    body = Body.objects.filter(code=first.org).order_by("-begins").first()
    return body.name if body else first.org
