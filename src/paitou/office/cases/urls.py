"""Addresses of the pages about supervised items."""

from __future__ import annotations

from django.urls import path

from paitou.office.cases import views

_ITEM = "desk/items/<int:number>/"

urlpatterns = [
    path("desk/items/", views.ledger, name="items"),
    path("desk/items.xlsx", views.ledger_file, name="items_file"),
    path("desk/items/new/", views.new, name="new_item"),
    path(_ITEM, views.item, name="item"),
    path(f"{_ITEM}moves/<str:move>/", views.move, name="item_move"),
    path(f"{_ITEM}sheets/", views.send, name="item_send"),
    path(f"{_ITEM}sheets/<int:step>/", views.sheet, name="item_sheet"),
]
