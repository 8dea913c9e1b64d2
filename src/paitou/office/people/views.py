"""Requests of the administrators about accounts and posts → pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from paitou.office.config.faults import filling_in, only_reading
from paitou.office.people import accounts, posts
from paitou.office.people.acting import Actor
from paitou.office.people.asking import Asked, ask, is_done, shown
from paitou.office.people.forms import Ending, Grant, NewPost, NewUser, Reason, days_of
from paitou.office.people.gate import actor_in
from paitou.office.people.limits import is_locked
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Right, Role
from paitou.office.people.rules import for_signed_in, needs

_MANAGING = (Right.EDIT_USERS, Right.GRANT_POSTS)


@for_signed_in
@only_reading
def home(request: HttpRequest) -> HttpResponse:
    """Show somebody their posts, and what they may administer."""
    actor = actor_in(request)
    held = Tenure.objects.on(timezone.localdate()).filter(user=actor.user_id)
    context = {
        "tenures": held.select_related("post"),
        "manages": any(actor.may(right) for right in _MANAGING),
        "grants": actor.may(Right.GRANT_POSTS),
        "edits_orgs": actor.may(Right.EDIT_ORGS),
        "reads_journal": actor.may(Right.READ_JOURNAL),
        "names": names(),
    }
    return render(request, "people/home.html", context)


@needs(*_MANAGING)
@filling_in
def users(request: HttpRequest) -> HttpResponse:
    """Show the accounts, and open a new one."""
    actor = actor_in(request)
    form = NewUser(request.POST or None)
    handed: list[accounts.Handed] = []

    def add() -> None:
        login, name = form.cleaned_data["login"], form.cleaned_data["name"]
        handed.append(accounts.add_user(actor, login, name))

    if is_done(request, form, add):
        return render(request, "people/handed.html", {"handed": handed[0]})
    today = timezone.localdate()
    held = Tenure.objects.on(today).select_related("post")
    by_user: dict[int, list[Post]] = {}
    for tenure in held:
        by_user.setdefault(tenure.user_id, []).append(tenure.post)
    listed = User.objects.for_actor(actor)
    rows = [(user, by_user.get(user.pk, ())) for user in listed]
    context = {
        "rows": rows,
        "form": form if actor.may(Right.EDIT_USERS) else None,
        "names": names(),
    }
    return shown(request, "people/users.html", context)


@needs(*_MANAGING)
@only_reading
def user(request: HttpRequest, number: int) -> HttpResponse:
    """Show an account, the posts it held, and what may be done with it."""
    actor = actor_in(request)
    one = _user(actor, number)
    may_manage = not accounts.is_administrator(one) and one.pk != actor.user_id
    context = {
        "one": one,
        "tenures": Tenure.objects.filter(user=one).select_related("post"),
        "edits": actor.may(Right.EDIT_USERS) and may_manage,
        "grants": actor.may(Right.GRANT_POSTS),
        "clears": actor.may(Right.GRANT_POSTS) and may_manage and one.totp_key,
        "unlinks": actor.may(Right.GRANT_POSTS) and may_manage and one.single,
        "is_locked": is_locked(one.login),
        "names": names(),
    }
    return render(request, "people/user.html", context)


@needs(Right.EDIT_USERS)
@filling_in
def renew_password(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and show a new one-time password."""
    actor = actor_in(request)
    one = _user(actor, number)
    form = Reason(request.POST or None)
    handed: list[accounts.Handed] = []

    def renew() -> None:
        reason = form.cleaned_data["reason"]
        handed.append(accounts.renew_password(actor, one, reason))

    if is_done(request, form, renew):
        return render(request, "people/handed.html", {"handed": handed[0]})
    told = f"{one.login}原来的口令立即失效，新口令只显示一次。"
    asked = _asked(form, "重置口令", lambda: None, _user_page(number), told)
    return shown(request, "people/ask.html", {"asked": asked, "form": form})


@needs(Right.EDIT_USERS)
@filling_in
def stop_user(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and stop the account."""
    told = "停用后不能登录，任职和留痕都保留；可以随时恢复。"
    return _with_reason(request, number, "停用账号", accounts.stop_user, told)


@needs(Right.EDIT_USERS)
@filling_in
def resume_user(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and let the account be used again."""
    return _with_reason(request, number, "恢复账号", accounts.resume_user)


@needs(Right.EDIT_USERS)
@filling_in
def unlock_user(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and end the lock."""
    return _with_reason(request, number, "解除锁定", accounts.unlock_user)


@needs(Right.EDIT_USERS)
@filling_in
def erase_user(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and erase the person."""
    told = "账号、姓名、任职和登录地址将被抹去，不能恢复；岗位做过的事仍在留痕里。"
    then = reverse("users")
    return _with_reason(request, number, "抹去个人信息", accounts.erase_user, told, then)


@needs(Right.GRANT_POSTS)
@filling_in
def clear_second_step(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and take the second step off."""
    told = "本人登录后可以重新设置。"
    act = accounts.clear_second_step
    return _with_reason(request, number, "取消两步验证", act, told)


@needs(Right.GRANT_POSTS)
@filling_in
def unlink_user(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and forget who somebody is to the provider of single sign-on."""
    told = "本人下次用统一身份认证登录时重新绑定。"
    act = accounts.unlink_user
    return _with_reason(request, number, "解除统一身份认证绑定", act, told)


@needs(Right.GRANT_POSTS)
@filling_in
def post_list(request: HttpRequest) -> HttpResponse:
    """Show the posts by organisation with who holds them, and add one."""
    actor = actor_in(request)
    form = NewPost(request.POST or None)

    def add() -> None:
        chosen = form.cleaned_data
        posts.add_post(actor, chosen["org"], chosen["title"], Role(chosen["role"]))

    if is_done(request, form, add):
        return redirect("posts")
    holders: dict[int, list[Tenure]] = {}
    for tenure in Tenure.objects.on(timezone.localdate()).select_related("user"):
        holders.setdefault(tenure.post_id, []).append(tenure)
    listed = Post.objects.all().for_actor(actor)
    rows = [(post, holders.get(post.pk, ())) for post in listed]
    context = {"rows": rows, "form": form, "names": names()}
    return shown(request, "people/posts.html", context)


@needs(Right.GRANT_POSTS)
@filling_in
def post(request: HttpRequest, number: int) -> HttpResponse:
    """Show a post with everybody who held it, and give it to somebody."""
    actor = actor_in(request)
    one = get_object_or_404(Post.objects.all().for_actor(actor), pk=number)
    form = Grant(request.POST or None)

    def give() -> None:
        chosen = form.cleaned_data
        posts.grant(
            actor, chosen["user"], one, days_of(form), is_acting=chosen["is_acting"]
        )

    if is_done(request, form, give):
        return redirect("post", number=number)
    context = {
        "one": one,
        "tenures": Tenure.objects.filter(post=one).select_related("user"),
        "form": form,
        "names": names(),
    }
    return shown(request, "people/post.html", context)


@needs(Right.GRANT_POSTS)
@filling_in
def close_post(request: HttpRequest, number: int) -> HttpResponse:
    """Ask from when and why, and close the post."""
    actor = actor_in(request)
    one = get_object_or_404(Post.objects.all().for_actor(actor), pk=number)
    form = Ending(request.POST or None)

    def close() -> None:
        chosen = form.cleaned_data
        posts.close_post(actor, one, chosen["day"], chosen["reason"])

    there = reverse("post", kwargs={"number": number})
    return ask(request, _asked(form, f"撤销岗位：{one.title}", close, there))


@needs(Right.GRANT_POSTS)
@filling_in
def end_tenure(request: HttpRequest, number: int) -> HttpResponse:
    """Ask from when and why, and let somebody hold a post no longer."""
    actor = actor_in(request)
    one = get_object_or_404(Tenure.objects.all().for_actor(actor), pk=number)
    form = Ending(request.POST or None)

    def end() -> None:
        chosen = form.cleaned_data
        posts.end_tenure(actor, one, chosen["day"], chosen["reason"])

    there = reverse("post", kwargs={"number": one.post_id})
    title = f"免去任职：{one.user.login} {one.post.title}"
    return ask(request, _asked(form, title, end, there))


def names() -> dict[str, str]:
    """Return the last name of every organisation by its code."""
    return dict(Body.objects.order_by("begins").values_list("code", "name"))


def _user(actor: Actor, number: int) -> User:
    return get_object_or_404(User.objects.for_actor(actor), pk=number)


def _user_page(number: int) -> str:
    return reverse("user", kwargs={"number": number})


def _with_reason(
    request: HttpRequest,
    number: int,
    title: str,
    act: Callable[[Actor, User, str], None],
    told: str = "",
    then: str = "",
) -> HttpResponse:
    actor = actor_in(request)
    one = _user(actor, number)
    form = Reason(request.POST or None)
    there = _user_page(number)
    asked = Asked(
        form=form,
        title=f"{title}：{one.login}",
        do=lambda: act(actor, one, form.cleaned_data["reason"]),
        then=then or there,
        back=there,
        told=told,
        button=title,
    )
    return ask(request, asked)


def _asked(
    form: Reason, title: str, do: Callable[[], object], there: str, told: str = ""
) -> Asked:
    button = title.split("：", maxsplit=1)[0]
    return Asked(
        form=form, title=title, do=do, then=there, back=there, told=told, button=button
    )
