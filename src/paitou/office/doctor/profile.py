"""The settings → what of them is not yet safe for an office that others use."""

from __future__ import annotations

import os
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import INFO, run_checks

from paitou.model import Issue, Level

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
#: What Django says about settings that are told here in our own words.
_TOLD = frozenset(f"security.W{number:03}" for number in (4, 5, 8, 9, 12, 16, 18, 20, 21))
_HALF_A_YEAR = 183


def profile_issues() -> Iterator[Issue]:
    """Yield what is not safe about the settings."""
    yield from _reached()
    yield from _signing_in()
    yield from _logged()
    yield from _django()


def _reached() -> Iterator[Issue]:
    """How the site is reached."""
    if settings.DEBUG:
        yield Issue(
            code="deploy-debug",
            level=Level.ERROR,
            message="调试开着，出错时会把内部情况显示给来访的人",
            remedy="去掉 PAITOU_DEBUG",
        )
    if not settings.HTTPS:
        yield Issue(
            code="deploy-plain-http",
            level=Level.ERROR,
            message="没有只走 HTTPS，口令和会话会在网络上明文传送",
            remedy="在前面放带证书的反向代理，设 PAITOU_HTTPS=1、PAITOU_TRUSTED_PROXIES=1",
        )
    elif not settings.TRUSTED_PROXIES:
        yield Issue(
            code="deploy-proxy-unnamed",
            level=Level.ERROR,
            message="只走 HTTPS，却没有写明前面有反向代理，网页会一直跳转",
            remedy="设 PAITOU_TRUSTED_PROXIES=1，并让代理送 X-Forwarded-Proto",
        )
    hosts = {*settings.ALLOWED_HOSTS}
    if "*" in hosts:
        yield Issue(
            code="deploy-hosts",
            level=Level.ERROR,
            message="任何主机名都可以访问，页面里的地址可以被伪造",
            remedy="在 PAITOU_ALLOWED_HOSTS 写明域名，并写上 127.0.0.1 供监测用",
        )
    elif hosts <= _LOCAL:
        yield Issue(
            code="deploy-hosts",
            level=Level.WARNING,
            message="只有本机可以访问，别的电脑打开时会被拒绝",
            remedy="在 PAITOU_ALLOWED_HOSTS 写明域名，并写上 127.0.0.1 供监测用",
        )


def _signing_in() -> Iterator[Issue]:
    if settings.SECOND_STEP != "everybody":
        whose = "三员以外的人" if settings.SECOND_STEP == "administrators" else "所有人"
        yield Issue(
            code="deploy-second-step",
            level=Level.WARNING,
            message=f"{whose}只凭口令就能登录",
            remedy="设 PAITOU_SECOND_STEP=everybody（等保三级要求两种鉴别）",
        )
    if not settings.PASSWORD_DAYS:
        yield Issue(
            code="deploy-password-days",
            level=Level.HINT,
            message="口令永远不用改",
            remedy="设 PAITOU_PASSWORD_DAYS，如 90",
        )
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield Issue(
            code="deploy-as-root",
            level=Level.WARNING,
            message="正以 root 运行",
            remedy="为网站建一个单独的用户，用它来运行网站和命令",
        )


def _logged() -> Iterator[Issue]:
    if not settings.ACCESS_LOG:
        yield Issue(
            code="deploy-log-off",
            level=Level.WARNING,
            message="没有访问日志",
            remedy="设 PAITOU_ACCESS_LOG 为一个文件夹；交给 journald 保管的写“-”",
        )
    elif 0 < settings.LOG_DAYS < _HALF_A_YEAR:
        yield Issue(
            code="deploy-log-short",
            level=Level.ERROR,
            message=f"访问日志只留{settings.LOG_DAYS}天，网络安全法要求不少于六个月",
            remedy="设 PAITOU_LOG_DAYS=200，或 0（一直保留）",
        )


def _django() -> Iterator[Issue]:
    """What Django itself finds, besides what is told above."""
    for found in run_checks(include_deployment_checks=True):
        if found.id in _TOLD or found.is_silenced() or found.level < INFO:
            continue
        yield Issue(
            code="deploy-django",
            level=Level.ERROR if found.is_serious() else Level.WARNING,
            message=f"Django 的检查 {found.id}：{' '.join(found.msg.split())}",
            remedy=" ".join((found.hint or "按提示修改设置").split()),
        )
