#!/bin/sh
# 在一台没有互联网的机器上安装或升级：解开压缩包，在里面运行 ./install.sh。
#
#   ./install.sh                     装到 /opt/paitou，建用户、目录和 systemd 服务（要 root）
#   ./install.sh --prefix 目录 --only-program   只装程序，不动系统
#   PYTHON=python3.11 ./install.sh   用哪个 Python
set -eu
umask 022
cd "$(dirname "$0")"

prefix=/opt/paitou system=1
while [ $# -gt 0 ]; do
  case "$1" in
    --prefix) prefix=$2; shift 2 ;;
    --only-program) system=0; shift ;;
    *) echo "不认识“$1”，用法见 install.sh 开头。" >&2; exit 2 ;;
  esac
done
python=${PYTHON:-python3}
wanted=$(basename "$PWD" | sed 's/.*-cp3\([0-9]*\)$/3.\1/')
name=$(basename "$PWD")

fail() { echo "$1" >&2; exit 1; }
command -v "$python" >/dev/null || fail "没有 $python：请先安装 Python $wanted。"
found=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[ "$found" = "$wanted" ] || fail "这个压缩包要 Python $wanted，$python 是 $found：可以用 PYTHON=python$wanted ./install.sh 指定。"
"$python" -c 'import ensurepip, venv' 2>/dev/null || fail "缺少 venv：Debian、Ubuntu 上请先安装 python3-venv。"
sha256sum --check --quiet --strict SHA256SUMS || fail "压缩包不完整或被改动过：请重新复制。"
[ "$system" = 0 ] || [ "$(id -u)" = 0 ] || fail "要建用户和服务，请用 root 运行；只装程序请加 --only-program。"

# 程序：一个版本一个目录，装完才换过去。
program=$prefix/$name
rm -rf "$program"
mkdir -p "$prefix"
"$python" -m venv "$program"
pip() { "$program/bin/python" -m pip --quiet --disable-pip-version-check --no-input "$@"; }
pip install --no-index --find-links wheels --require-hashes --no-deps -r requirements.txt
pip install --no-index --no-deps wheels/paitou-*.whl
pip check >/dev/null || fail "装上的库不齐。"
cp -R docs examples deploy LICENSE "$program/"
"$program/bin/paitou" compile examples/kunming-2023/plan.txt --format json >/dev/null || fail "装上了，但不能运行。"
ln -s "$name" "$prefix/.current" && mv -T "$prefix/.current" "$prefix/current"
echo "程序：$prefix/current/bin/paitou"
[ "$system" = 1 ] || exit 0

# 系统：用户、设置、服务；已有的设置不改。
getent passwd paitou >/dev/null || useradd --system --home-dir /var/lib/paitou --shell /usr/sbin/nologin paitou
runuser -u paitou -- "$prefix/current/bin/paitou" --version >/dev/null 2>&1 \
  || fail "用户 paitou 运行不了程序：$python 或 $prefix 在它打不开的目录里，请用系统自带的 Python $wanted。"
install -d -m 0700 -o paitou -g paitou /var/lib/paitou /var/log/paitou /var/backups/paitou
install -d -m 0750 -o root -g paitou /etc/paitou /srv/paitou
if [ ! -e /etc/paitou/paitou.env ]; then
  install -m 0640 -o root -g paitou deploy/paitou.env /etc/paitou/paitou.env
fi
install -m 0755 deploy/paitouctl.sh /usr/local/sbin/paitouctl
install -m 0644 deploy/systemd/*.service /etc/systemd/system/
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
cat <<TEXT
接下来（详见 docs/deploy.md）：
  1. 把方案文件夹放到 /srv/paitou，修改 /etc/paitou/paitou.env
  2. paitouctl admin                                建三员，口令只显示一次
  3. systemctl enable --now paitou paitou-tick      启动
  4. paitouctl doctor                               看还有哪里不安全
TEXT
