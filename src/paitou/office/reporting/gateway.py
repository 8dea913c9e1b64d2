"""Texts → a message handed to the gateway that PAITOU_WEBHOOK_URL names, or why not.

The body is signed with HMAC-SHA256 over 时间戳.正文; nothing but that one address is asked.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from urllib.parse import SplitResult, urlsplit

SECONDS = 5.0
TIMESTAMP, SIGNATURE = "X-Paitou-Timestamp", "X-Paitou-Signature"
_MOST_ANSWER = 64_000
_OK = range(200, 300)
_MOVED = range(300, 400)
#: Where clouds tell machines their secrets; the others are link-local.
_METADATA = frozenset(
    map(ipaddress.ip_address, ("100.100.100.200", "192.0.0.192", "fd00:ec2::254"))
)
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class GatewayFault(Exception):
    """The gateway did not take the message; the words say why, without a full stop."""


def post_message(url: str, secret: str, message: Mapping[str, object]) -> None:
    """Hand a message to the gateway, within a few seconds and without being led elsewhere.

    Raises:
        GatewayFault: it was not taken.
    """
    parts = _checked(url)
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    stamp = str(int(time.time()))
    headers = {"Content-Type": "application/json; charset=utf-8", TIMESTAMP: stamp}
    if secret:
        headers[SIGNATURE] = f"sha256={signature(secret, stamp, body)}"
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    status, answer = _asked(parts, path, body, headers)
    if status in _MOVED:
        raise GatewayFault(f"网关要转到别的地址（{status}），没有跟过去")
    if status not in _OK:
        raise GatewayFault(f"网关没有接收（状态码 {status}）")
    _refuse_error(answer)


def signature(secret: str, stamp: str, body: bytes) -> str:
    """Return the signature of a body in hexadecimal."""
    signed = stamp.encode() + b"." + body
    return hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError as fault:
        raise GatewayFault("PAITOU_WEBHOOK_URL 的写法不对") from fault
    if not is_good:
        raise GatewayFault("PAITOU_WEBHOOK_URL 只能是 http 或 https 的地址")
    if any(not 0x20 < ord(char) < 0x7F for char in url):
        raise GatewayFault("PAITOU_WEBHOOK_URL 里有空格或不能用的字符")
    return parts


def _vetted(parts: SplitResult) -> str:
    """Return the address to connect to: found once, looked at, and used as it is.

    Link-local and metadata addresses are asked only where the setting itself names them:
    a name that leads there was bent.
    """
    host, port = parts.hostname or "", parts.port or _usual_port(parts)
    with suppress(ValueError):
        return str(ipaddress.ip_address(host))
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise GatewayFault(f"找不到网关“{host}”，请检查网络和域名") from fault
    address = str(found[0][4][0])
    if is_off_limits(ipaddress.ip_address(address.partition("%")[0])):
        raise GatewayFault(f"网关“{host}”指向本机链路或云平台内部的地址，没有发送")
    return address


def is_off_limits(address: Address) -> bool:
    """Return whether nobody is to be led there: link-local, metadata, or no host at all."""
    mapped = getattr(address, "ipv4_mapped", None)
    plain = mapped or address
    special = plain.is_link_local or plain.is_multicast or plain.is_unspecified
    return special or plain in _METADATA


def _asked(
    parts: SplitResult, path: str, body: bytes, headers: Mapping[str, str]
) -> tuple[int, bytes]:
    address = _vetted(parts)
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port or _usual_port(parts), timeout=SECONDS
    )
    began = time.monotonic()
    watch = Timer(SECONDS, _cut, (connection,))
    watch.daemon = True
    watch.start()
    try:
        connection.sock = _connected(parts, address)
        connection.request("POST", path, body, dict(headers))
        response = connection.getresponse()
        return response.status, response.read(_MOST_ANSWER)
    except (OSError, http.client.HTTPException) as fault:
        is_slow = time.monotonic() - began >= SECONDS
        words = f"{SECONDS:g}秒内没有回应" if is_slow else "连不上或中途断开"
        raise GatewayFault(f"网关{words}") from fault
    finally:
        watch.cancel()
        connection.close()


def _connected(parts: SplitResult, address: str) -> socket.socket:
    port = parts.port or _usual_port(parts)
    plain = socket.create_connection((address, port), timeout=SECONDS)
    if parts.scheme == "http":
        return plain
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=parts.hostname)


def _cut(connection: http.client.HTTPConnection) -> None:
    """End a connection that drips: each piece in time, the whole never."""
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _refuse_error(answer: bytes) -> None:
    """企业微信 and 政务微信 answer 200 with an `errcode` other than 0 where they refuse."""
    try:
        told = json.loads(answer)
    except ValueError:
        return
    if isinstance(told, dict) and told.get("errcode") not in (None, 0):
        words = str(told.get("errmsg", ""))[:80]
        raise GatewayFault(f"网关退回：{words or told['errcode']}")


def _usual_port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80
