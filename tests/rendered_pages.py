"""A document → the pages LibreOffice makes of it, with open fonts for the standard's."""

import os
import shutil
import subprocess
from collections import defaultdict

import pytest

SOFFICE = shutil.which("soffice")
_OPEN = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}
_MATCH = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)
MM = 25.4 / 72


class Line:
    """The letters of one line, in mm from the left and the top of the page."""

    def __init__(self, letters):
        self.text = "".join(letter for *_, letter in sorted(letters))
        self.left = min(left for left, *_ in letters)
        self.right = max(right for _, right, *_ in letters)
        self.bottom = max(bottom for *_, bottom, _ in letters)


class Pages:
    """A rendered document."""

    def __init__(self, pdf):
        self.pdf = pdf

    def __len__(self):
        return len(self.pdf)

    def size(self, number):
        return tuple(round(side * MM) for side in self.pdf[number - 1].get_size())

    def text(self, number):
        return self.pdf[number - 1].get_textpage().get_text_range()

    def letters(self, number):
        page = self.pdf[number - 1]
        words, height = page.get_textpage(), page.get_height()
        for at in range(words.count_chars()):
            letter = words.get_text_range(at, 1)
            if letter.strip():
                left, bottom, right, _ = words.get_charbox(at, loose=True)
                yield left * MM, right * MM, (height - bottom) * MM, letter

    def lines(self, number):
        """The lines of a page from the top; letters a millimetre apart stand on one."""
        rows = defaultdict(list)
        for letter in sorted(self.letters(number), key=lambda one: one[2]):
            at = next((key for key in rows if abs(key - letter[2]) < 1.5), letter[2])
            rows[at].append(letter)
        return [Line(rows[at]) for at in sorted(rows)]


@pytest.fixture(scope="session")
def render(tmp_path_factory):
    """Return a function: a .docx → its pages; each session has a profile of its own."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    if not shutil.which("fc-list") or "Noto Serif CJK" not in _fonts():
        pytest.skip("fonts-noto-cjk is not installed")
    import pypdfium2

    home = tmp_path_factory.mktemp("soffice")
    rules = "".join(_MATCH.format(name, open_font) for name, open_font in _OPEN.items())
    (home / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>"
        f"{rules}</fontconfig>",
        "utf-8",
    )

    def made(file):
        subprocess.run(
            [
                SOFFICE, f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--headless", "--convert-to", "pdf", "--outdir", str(file.parent),
                str(file),
            ],
            env={**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")},
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return Pages(pypdfium2.PdfDocument(file.with_suffix(".pdf")))

    return made


def _fonts():
    listed = subprocess.run(["fc-list"], capture_output=True, text=True, check=True)
    return listed.stdout
