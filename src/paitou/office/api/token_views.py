"""Requests of somebody about their own tokens → pages."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from paitou.office.api.models import ApiToken
from paitou.office.api.scopes import Scope, useful_scopes
from paitou.office.api.tokens import (
    MOST_DAYS,
    USUAL_DAYS,
    Made,
    Wanted,
    make_token,
    revoke_token,
)
from paitou.office.config.faults import filling_in
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor
from paitou.office.people.asking import Asked, ask, is_done, shown
from paitou.office.people.gate import actor_in, by_whom
from paitou.office.people.rules import for_signed_in


class NewToken(forms.Form):
    """What a token is for, what it may do, and how long."""

    name = forms.CharField(label="用途（哪个系统用）", max_length=60)
    scopes = forms.MultipleChoiceField(
        label="范围（只列出您的岗位用得上的）", widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(
        label="有效天数", min_value=1, max_value=MOST_DAYS, initial=USUAL_DAYS
    )

    def __init__(self, actor: Actor, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        choices = [(scope.value, scope.label) for scope in useful_scopes(actor)]
        self.fields["scopes"].choices = choices  # type: ignore[attr-defined]


@for_signed_in
@filling_in
def tokens(request: HttpRequest) -> HttpResponse:
    """Show one's own tokens, and make one: its text is shown once."""
    actor = actor_in(request)
    form = NewToken(actor, request.POST or None)
    made: list[Made] = []

    def make() -> None:
        chosen = form.cleaned_data
        scopes = frozenset(Scope(one) for one in chosen["scopes"])
        wanted = Wanted(
            name=chosen["name"], scopes=scopes, days=chosen["days"], by=by_whom(request)
        )
        made.append(perform(actor, make_token, actor, wanted))

    if is_done(request, form, make):
        return render(request, "api/token.html", {"made": made[0]})
    owned = ApiToken.objects.filter(owner=actor.user_id)
    rows = [(one, [Scope(each).label for each in one.scopes]) for one in owned]
    return shown(request, "api/tokens.html", {"rows": rows, "form": form})


@for_signed_in
@filling_in
def end_token(request: HttpRequest, number: int) -> HttpResponse:
    """Ask once more, and let nobody use the token any more."""
    actor = actor_in(request)
    token = ApiToken.objects.filter(owner=actor.user_id, pk=number).first()
    if token is None:
        raise Http404
    asked = Asked(
        form=forms.Form(request.POST if request.method == "POST" else None),
        title=f"停用令牌：{token.name}",
        do=lambda: perform(actor, revoke_token, actor, number),
        then=reverse("tokens"),
        back=reverse("tokens"),
        told=f"{token.prefix}…停用后立即不能用，也不能恢复。",
        button="停用",
    )
    return ask(request, asked)
