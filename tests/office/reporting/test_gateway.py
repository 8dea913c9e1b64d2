"""Tests of the gateway, against a server of our own: signed, in time, never led astray."""

import hashlib
import hmac
import ipaddress
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from paitou.office.reporting import gateway
from paitou.office.reporting.gateway import GatewayFault, is_off_limits, post_message

MESSAGE = {"texts": [{"org": "YZ01", "text": "【催办】东溪区"}]}


class Answers(BaseHTTPRequestHandler):
    """Takes down what comes and answers as it is told."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.seen.append((self.path, dict(self.headers), body))
        status, headers, answer = self.server.answer
        if status == "slow":
            for _ in range(40):
                time.sleep(0.05)
                self.wfile.write(b"H")
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.seen, made.answer = [], (200, {}, b"ok")
    threading.Thread(target=made.serve_forever, daemon=True).start()
    made.url = f"http://127.0.0.1:{made.server_port}/hook?key=1"
    yield made
    made.shutdown()
    made.server_close()


def test_a_message_arrives_signed(server):
    post_message(server.url, "s" * 50, MESSAGE)
    ((path, headers, body),) = server.seen
    assert path == "/hook?key=1"
    assert json.loads(body) == MESSAGE
    signed = headers["X-Paitou-Timestamp"].encode() + b"." + body
    digest = hmac.new(b"s" * 50, signed, hashlib.sha256).hexdigest()
    assert headers["X-Paitou-Signature"] == f"sha256={digest}"


def test_without_a_secret_nothing_is_signed(server):
    post_message(server.url, "", MESSAGE)
    assert "X-Paitou-Signature" not in server.seen[0][1]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((302, {"Location": "http://169.254.169.254/"}, b""), "没有跟过去"),
        ((307, {"Location": "/elsewhere"}, b""), "没有跟过去"),
        ((500, {}, b"x"), "状态码 500"),
        ((404, {}, b""), "状态码 404"),
        ((200, {}, b'{"errcode": 93000, "errmsg": "invalid webhook url"}'), "invalid"),
    ],
)
def test_a_gateway_that_refuses_is_told(server, answer, words):
    server.answer = answer
    with pytest.raises(GatewayFault, match=words):
        post_message(server.url, "", MESSAGE)
    assert len(server.seen) == 1


@pytest.mark.parametrize("answer", [b'{"errcode": 0}', b"[1]", b"\xff", b""])
def test_other_answers_are_taken_as_yes(server, answer):
    server.answer = (200, {}, answer)
    post_message(server.url, "", MESSAGE)


def test_a_gateway_that_drips_is_cut(server, monkeypatch):
    monkeypatch.setattr(gateway, "SECONDS", 0.3)
    server.answer = ("slow", {}, b"")
    with pytest.raises(GatewayFault, match="没有回应"):
        post_message(server.url, "", MESSAGE)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "gopher://x/",
        "http://",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/\r\nX: y",
    ],
)
def test_only_web_addresses_are_asked(url):
    with pytest.raises(GatewayFault, match="PAITOU_WEBHOOK_URL"):
        post_message(url, "", MESSAGE)


def test_nobody_there_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(GatewayFault, match="连不上"):
        post_message(f"http://127.0.0.1:{port}/", "", MESSAGE)


@pytest.mark.parametrize(
    ("address", "is_off"),
    [
        ("169.254.169.254", True),
        ("169.254.1.1", True),
        ("fe80::1", True),
        ("100.100.100.200", True),
        ("fd00:ec2::254", True),
        ("::ffff:169.254.169.254", True),
        ("::", True),
        ("224.0.0.1", True),
        ("10.1.2.3", False),
        ("127.0.0.1", False),
        ("8.8.8.8", False),
    ],
)
def test_where_nobody_is_led(address, is_off):
    assert is_off_limits(ipaddress.ip_address(address)) == is_off


def test_a_name_that_leads_to_metadata_is_refused_and_the_address_itself_is_not(
    monkeypatch,
):
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("169.254.169.254", 80))]
    )
    with pytest.raises(GatewayFault, match="没有发送"):
        post_message("http://gateway.example/", "", MESSAGE)
    asked = []

    def connect(address, timeout):
        asked.append(address)
        raise OSError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(GatewayFault, match="连不上"):
        post_message("http://169.254.169.254/hook", "", MESSAGE)
    assert asked == [("169.254.169.254", 80)]
