"""A form that was sent → what it asks for is done, or the form is shown again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from paitou.office.journal.actions import Refused


@frozen(kw_only=True)
class Asked:
    """A form on a page of its own.

    Attributes:
        do: what is done with the form once it is valid.
        then: where to go afterwards.
        told: what whoever fills it in should know.
    """

    form: forms.Form
    title: str
    do: Callable[[], object]
    then: str
    back: str
    told: str = ""
    button: str = "确定"


def ask(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Return the page of the form, or go on when it is done."""
    if is_done(request, asked.form, asked.do):
        return redirect(asked.then)
    return shown(request, "people/ask.html", {"asked": asked, "form": asked.form})


def is_done(request: HttpRequest, form: forms.Form, do: Callable[[], object]) -> bool:
    """Do what a form asks for; what cannot be done is told on the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do()
    except Refused as fault:
        form.add_error(None, str(fault))
        return False
    return True


def shown(
    request: HttpRequest, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """Return a page with forms; one that was filled in wrongly has the status 400."""
    wrong = request.method == "POST"
    return render(request, template, dict(context), status=400 if wrong else 200)
