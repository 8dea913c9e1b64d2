"""Addresses of the pages on which an office reports and approves."""

from __future__ import annotations

from django.urls import path

from paitou.office.reporting import calendar_views, change_views, round_views, views

_FORM = "desk/forms/<int:number>/"
_ROUND = "desk/rounds/<int:number>/"

urlpatterns = [
    path("desk/", views.work, name="work"),
    path("desk/queue/", views.queue, name="queue"),
    path(_FORM, views.form, name="form"),
    path(f"{_FORM}paste/", views.paste, name="form_paste"),
    path(f"{_FORM}upload/", views.upload, name="form_upload"),
    path(f"{_FORM}template.xlsx", views.template, name="form_template"),
    path(f"{_FORM}sheet/", views.sheet, name="form_sheet"),
    path(f"{_FORM}paper/", views.paper, name="form_paper"),
    path(f"{_FORM}withdraw/", views.take_back, name="form_withdraw"),
    path(f"{_FORM}review/", views.review, name="form_review"),
    path("desk/figures/<str:book>/<str:key>/", views.history, name="figure_history"),
    path("desk/calendar/", calendar_views.calendar, name="calendar"),
    path("desk/calendar/<int:number>/", calendar_views.cancel, name="calendar_cancel"),
    path("desk/rounds/", round_views.rounds, name="rounds"),
    path(_ROUND, round_views.round_page, name="round"),
    path(f"{_ROUND}extend/", round_views.extend_round, name="round_extend"),
    path(f"{_ROUND}remind/", round_views.remind, name="round_remind"),
    path(f"{_ROUND}close/", round_views.end_round, name="round_close"),
    path(f"{_ROUND}changes/", change_views.round_changes, name="round_changes"),
    path("desk/changes/<str:book>/", change_views.book_changes, name="book_changes"),
    path(f"{_ROUND}figures.csv", round_views.round_csv, name="round_csv"),
]
