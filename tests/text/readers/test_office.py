import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from paitou.model import UnreadableFile
from paitou.text.readers import office, read_file
from paitou.text.readers.office import read_doc, read_wps

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILTERS = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format"}
SOFFICE = shutil.which("soffice")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a soffice of our own on the path: a shell script."""

    def install(script):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return install


def test_the_conversion_is_read(program, tmp_path, make):
    (tmp_path / "done.docx").write_bytes(make.docx(make.paragraph("到2025年")))
    program(
        'while [ "$1" != "--outdir" ]; do shift; done\n'
        f'mkdir -p "$2" && cp "{tmp_path}/done.docx" "$2/plan.docx"'
    )
    reading = read_doc(OLE)
    assert (reading.text, reading.place_kind) == ("到2025年", "paragraph")
    assert read_wps(OLE).text == "到2025年"


def test_without_libreoffice_a_sentence_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match=r"LibreOffice，本机没有找到，.*另存为 \.docx"):
        read_doc(OLE)


def test_a_conversion_that_fails_is_told(program):
    program("exit 1")
    with pytest.raises(UnreadableFile, match="没能打开"):
        read_doc(OLE)


def test_a_conversion_without_end_is_ended(program, monkeypatch):
    monkeypatch.setattr(office, "SECONDS", 0.2)
    program("sleep 60")
    with pytest.raises(UnreadableFile, match="没有转换完"):
        read_doc(OLE)


def _convert(source, kind):
    """Let LibreOffice write the file beside the source as another kind."""
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", FILTERS[kind], "--outdir"]
    command += [str(source.parent), "--infilter=HTML (StarWriter)", str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return source.with_suffix(f".{kind}")


@pytest.fixture
def web():
    """Return the address of a server, and the list of what was asked of it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 — the library's own names

        def log_message(self, *args):
            pass

    asked = []
    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", FILTERS)
def test_libreoffice_reads_what_it_wrote(kind, tmp_path):
    source = tmp_path / "plan.html"
    text = "到2025年，全市经济总量达到1万亿元以上。"
    source.write_text(f'<meta charset="utf-8"><p>一、目标</p><p>{text}</p>', "utf-8")
    old = _convert(source, kind).rename(tmp_path / "old.doc")
    reading, _ = read_file(old)
    assert reading.text.splitlines() == ["一、目标", text]
    assert reading.place_at(reading.text.index("1万亿元")) == 2


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_no_picture_is_fetched_from_the_net(tmp_path, web):
    address, asked = web
    source = tmp_path / "plan.html"
    source.write_text(f'<p>plan 100</p><img src="{address}/p.png" width=9 height=9>')
    data = _convert(source, "doc").read_bytes()
    assert address.encode("utf-16-le") in data or address.encode() in data
    asked.clear()
    assert read_doc(data).text == "plan 100"
    assert asked == []
