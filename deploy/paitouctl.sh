#!/bin/sh
# 用网站的用户和设置运行 paitou 的命令：paitouctl doctor，paitouctl backup 文件。
set -eu
settings=${PAITOU_ENV:-/etc/paitou/paitou.env}
[ -r "$settings" ] || { echo "读不到 $settings：请用 root 运行。" >&2; exit 2; }
set -a
# shellcheck disable=SC1090
. "$settings"
set +a
umask 077
program=${PAITOU_PROGRAM:-/opt/paitou/current/bin/paitou}
[ "$(id -u)" = 0 ] || exec "$program" "$@"
exec runuser -u paitou -- "$program" "$@"
