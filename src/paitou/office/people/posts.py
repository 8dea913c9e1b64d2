"""What the security administrator does: posts, and who holds which from when."""

from __future__ import annotations

import datetime as dt

from paitou.office.journal.actions import Done, NotAllowed, Refused, perform
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Right, Role, clash
from paitou.office.people.states import post_state, subject_of, tenure_state


def add_post(actor: Actor, org: str, title: str, role: Role) -> Post:
    """Return a new post of an organisation.

    Raises:
        NotAllowed: they may not.
        Refused: there is no such organisation, or it has a post of that title.
    """

    def added() -> Done[Post]:
        actor.must(Right.GRANT_POSTS)
        if not Body.objects.filter(code=org).exists():
            raise Refused(f"没有代码为“{org}”的单位，请先在单位里设立。")
        if Post.objects.filter(org=org, title=title).exists():
            raise Refused(f"这个单位已经有岗位“{title}”，请换一个名称。")
        post = Post.objects.create(org=org, title=title, role=role.value)
        change = Change(
            action="people.add_post", subject=subject_of(post), after=post_state(post)
        )
        return Done(post, (change,), org)

    return perform(actor, added)


def close_post(actor: Actor, post: Post, day: dt.date, reason: str) -> None:
    """Close a post from a day on.

    Raises:
        NotAllowed: they may not.
        Refused: somebody holds it on that day or later.
    """

    def closed() -> Done[None]:
        actor.must(Right.GRANT_POSTS)
        if Tenure.objects.between(day, None).filter(post=post).exists():
            raise Refused("还有人在任：请先免去任职，再撤销岗位。")
        before = post_state(post)
        post.closed_on = day
        post.save(update_fields=["closed_on"])
        change = Change(
            action="people.close_post",
            subject=subject_of(post),
            reason=reason,
            before=before,
            after=post_state(post),
        )
        return Done(None, (change,), post.org)

    perform(actor, closed)


def grant(
    actor: Actor,
    user: User,
    post: Post,
    days: tuple[dt.date, dt.date | None],
    *,
    is_acting: bool = False,
) -> Tenure:
    """Return somebody's tenure of a post, from the first day to before the second.

    Raises:
        NotAllowed: they may not, or it is for themselves.
        Refused: they hold it then, it is closed, or their posts would clash (三员分立).
    """
    begins, ends = days

    def granted() -> Done[Tenure]:
        actor.must(Right.GRANT_POSTS)
        if user.pk == actor.user_id:
            raise NotAllowed("不能给自己授予岗位")
        # Two who grant at once to the same person go one after the other.
        holder = User.objects.select_for_update().get(pk=user.pk)
        _may_hold(holder, post, begins, ends)
        if is_acting and ends is None:
            raise Refused("代行职务要写明到哪一天为止。")
        tenure = Tenure.objects.create(
            user=holder, post=post, begins=begins, ends=ends, is_acting=is_acting
        )
        holder.end_sessions()
        change = Change(
            action="people.grant_post",
            subject=subject_of(tenure),
            after=tenure_state(tenure),
        )
        return Done(tenure, (change,), post.org)

    return perform(actor, granted)


def end_tenure(actor: Actor, tenure: Tenure, day: dt.date, reason: str) -> None:
    """Let somebody hold a post only to before a day.

    Raises:
        NotAllowed: they may not.
        Refused: the day is not after the first one, or they would hold it longer.
    """

    def ended() -> Done[None]:
        actor.must(Right.GRANT_POSTS)
        if tenure.user_id == actor.user_id:
            raise NotAllowed("不能免去自己的岗位，请由另一位安全管理员办理")
        if day <= tenure.begins:
            raise Refused(f"免职日期要晚于任职日期 {tenure.begins:%Y-%m-%d}。")
        if tenure.ends and day > tenure.ends:
            raise Refused("只能提前免职；要延长任期，请另行授予。")
        before = tenure_state(tenure)
        tenure.ends = day
        tenure.save(update_fields=["ends"])
        tenure.user.end_sessions()
        change = Change(
            action="people.end_tenure",
            subject=subject_of(tenure),
            reason=reason,
            before=before,
            after=tenure_state(tenure),
        )
        return Done(None, (change,), tenure.post.org)

    perform(actor, ended)


def _may_hold(user: User, post: Post, begins: dt.date, ends: dt.date | None) -> None:
    if not user.is_active:
        raise Refused("账号已停用，不能授予岗位。")
    if ends and ends <= begins:
        raise Refused("止期要晚于起期。")
    if post.closed_on and (ends is None or ends > post.closed_on):
        raise Refused(f"岗位自 {post.closed_on:%Y-%m-%d} 起撤销，任期不能超过这一天。")
    meanwhile = Tenure.objects.between(begins, ends).filter(user=user)
    held = [tenure.post for tenure in meanwhile.select_related("post")]
    if any(each.pk == post.pk for each in held):
        raise Refused("这段时间里已经任这个岗位。")
    if told := clash([Role(each.role) for each in held], Role(post.role)):
        raise Refused(f"{told}。")
    _is_one_person(user, Role(post.role), begins, ends)


def _is_one_person(user: User, role: Role, begins: dt.date, ends: dt.date | None) -> None:
    """Keep the three apart also where one person has two accounts, as far as names tell."""
    if not user.name:
        return
    meanwhile = Tenure.objects.between(begins, ends).filter(user__name=user.name)
    others = meanwhile.exclude(user=user).select_related("post", "user")
    for each in others:
        if told := clash([Role(each.post.role)], role):
            raise Refused(
                f"同名的账号“{each.user.login}”：{told}。"
                "一个人有两个账号也不行；确是重名的，请先在姓名后加注区别。"
            )
