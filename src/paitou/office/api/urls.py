"""Addresses of the API and of the pages of tokens."""

from __future__ import annotations

from django.urls import include, path

from paitou.office.api import token_views

urlpatterns = [
    path("people/tokens/", token_views.tokens, name="tokens"),
    path("people/tokens/<int:number>/end/", token_views.end_token, name="end_token"),
    path("api/", include("paitou.office.api.site")),
]
