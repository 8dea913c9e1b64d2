"""Addresses of the pages about people."""

from __future__ import annotations

from django.urls import path

from paitou.office.people import org_views, sign_views, single_views, views

urlpatterns = [
    path("sign-in/", sign_views.sign_in, name="sign_in"),
    path("sign-in/single/", single_views.begin, name="single_begin"),
    path("sign-in/single/back/", single_views.back, name="single_back"),
    path("sign-out/", sign_views.sign_out, name="sign_out"),
    path("password/", sign_views.password, name="password"),
    path("second-step/", sign_views.enter_code, name="enter_code"),
    path("second-step/new/", sign_views.set_second_step, name="set_second_step"),
    path("recovery-codes/", sign_views.renew_recovery, name="renew_recovery"),
    path("people/", views.home, name="people"),
    path("people/users/", views.users, name="users"),
    path("people/users/<int:number>/", views.user, name="user"),
    path("people/users/<int:number>/renew/", views.renew_password, name="renew_password"),
    path("people/users/<int:number>/stop/", views.stop_user, name="stop_user"),
    path("people/users/<int:number>/resume/", views.resume_user, name="resume_user"),
    path("people/users/<int:number>/unlock/", views.unlock_user, name="unlock_user"),
    path("people/users/<int:number>/erase/", views.erase_user, name="erase_user"),
    path(
        "people/users/<int:number>/second-step/",
        views.clear_second_step,
        name="clear_second_step",
    ),
    path("people/users/<int:number>/unlink/", views.unlink_user, name="unlink_user"),
    path("people/posts/", views.post_list, name="posts"),
    path("people/posts/<int:number>/", views.post, name="post"),
    path("people/posts/<int:number>/close/", views.close_post, name="close_post"),
    path("people/tenures/<int:number>/end/", views.end_tenure, name="end_tenure"),
    path("people/orgs/", org_views.org_tree, name="orgs"),
    path("people/found-org/", org_views.found_org, name="found_org"),
    path("people/import-orgs/", org_views.import_orgs, name="import_orgs"),
    path("people/orgs/<str:code>/", org_views.org, name="org"),
    path("people/orgs/<str:code>/<str:way>/", org_views.change_org, name="change_org"),
]
