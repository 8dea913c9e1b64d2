"""Posts, and who holds which from when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.routers.orgs import MaybeCode
from paitou.office.api.routers.users import TenureOut, tenure_out
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting
from paitou.office.api.values import WHOLE, DayIn, Given, Reason, Taken
from paitou.office.people import posts
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.roles import Right, Role

desk = Desk("岗位")
_GRANTING = use(Scope.MANAGE, Right.GRANT_POSTS)
_SEEN = use(Scope.READ, rule=SIGNED_IN)
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$")
]
Id = Annotated[int, Field(ge=1, le=2**31), WHOLE]


class PostOut(Given):
    """A post of an organisation."""

    id: int
    org: str
    title: str
    role: str
    closed_on: dt.date | None


class PostList(Given):
    """The posts that whoever asks may see."""

    posts: list[PostOut]


class PostDetail(PostOut):
    """A post with everybody who held it."""

    tenures: list[TenureOut]


class PostIn(Taken):
    """A new post."""

    org: MaybeCode
    title: Title
    role: Annotated[Role, Field(strict=False)]


class GrantIn(Taken):
    """Who holds the post, from `begins` to before `ends`."""

    user: Id
    begins: DayIn
    ends: DayIn | None = None
    is_acting: bool = False


class EndIn(Taken):
    """From which day something is no more, and why."""

    day: DayIn
    reason: Reason


@desk.reads(
    "/posts", PostList, _SEEN, told="列出岗位；没有管理或综合岗位的，只看到本单位的。"
)
def list_posts(request: Asking) -> Record:
    """Return the posts that whoever asks may see."""
    seen = Post.objects.all().for_actor(acting(request))
    return {"posts": [_out(one) for one in seen]}


@desk.reads("/posts/{int:number}", PostDetail, _GRANTING, told="查看一个岗位和历任。")
def get_post(request: Asking, number: int) -> Record:
    """Return a post with everybody who held it."""
    post = _post(request, number)
    tenures = Tenure.objects.filter(post=post).select_related("post", "user")
    return _out(post) | {"tenures": [tenure_out(one) for one in tenures]}


@desk.changes("/posts", PostOut, _GRANTING, told="新设岗位。")
def add_new_post(request: Asking, wanted: PostIn) -> Record:
    """Add a post."""
    actor = acting(request)
    return _out(posts.add_post(actor, wanted.org, wanted.title, wanted.role))


@desk.changes("/posts/{int:number}/close", PostOut, _GRANTING, told="撤销岗位。")
def close_one_post(request: Asking, number: int, ending: EndIn) -> Record:
    """Close a post."""
    post = _post(request, number)
    posts.close_post(acting(request), post, ending.day, ending.reason)
    return _out(post)


@desk.changes("/posts/{int:number}/tenures", TenureOut, _GRANTING, told="授予岗位。")
def grant_post(request: Asking, number: int, wanted: GrantIn) -> Record:
    """Give a post to somebody."""
    post = _post(request, number)
    user = User.objects.for_actor(acting(request)).filter(pk=wanted.user).first()
    if user is None:
        raise Stopped(404)
    days = (wanted.begins, wanted.ends)
    made = posts.grant(acting(request), user, post, days, is_acting=wanted.is_acting)
    return tenure_out(made)


@desk.changes("/tenures/{int:number}/end", TenureOut, _GRANTING, told="免去任职。")
def end_one_tenure(request: Asking, number: int, ending: EndIn) -> Record:
    """Let somebody hold a post no longer."""
    seen = Tenure.objects.all().for_actor(acting(request)).select_related("post", "user")
    tenure = seen.filter(pk=number).first()
    if tenure is None:
        raise Stopped(404)
    posts.end_tenure(acting(request), tenure, ending.day, ending.reason)
    return tenure_out(tenure)


def _post(request: Asking, number: int) -> Post:
    found = Post.objects.all().for_actor(acting(request)).filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def _out(post: Post) -> Record:
    return {name: getattr(post, name) for name in PostOut.model_fields}
