"""Tests of pictures: the pixels stay, everything else goes, bombs are refused."""

import zlib
from io import BytesIO

import pytest
from PIL import Image

from paitou.model import UnreadableFile
from paitou.office.files.pictures import MOST_PIXELS, cleaned
from upload_samples import chunk, photo, picture, png_of


def pixels(data):
    with Image.open(BytesIO(data)) as made:
        return made.mode, made.size, made.tobytes()


@pytest.mark.parametrize(
    "data",
    [
        picture("JPEG"),
        picture("JPEG", progressive=True, quality=60),
        picture("JPEG", subsampling=2, optimize=True),
        picture("JPEG", (333, 201), restart_marker_blocks=2),
        photo(),
    ],
)
def test_a_jpeg_keeps_its_pixels_and_nothing_else(data):
    made = cleaned(data, ".jpg")
    assert pixels(made) == pixels(data)
    for word in (b"SecretPhone", b"Zhang", b"GPS", b"Exif\x00\x00II"):
        assert word not in made
    assert cleaned(made, ".jpg") == made


@pytest.mark.parametrize("orientation", range(1, 9))
def test_which_way_is_up_is_kept(orientation):
    with Image.open(BytesIO(cleaned(photo(orientation), ".jpg"))) as made:
        exif = dict(made.getexif())
    assert exif == ({0x0112: orientation} if orientation > 1 else {})


def test_a_png_keeps_its_pixels_and_nothing_else():
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Zhang San")
    info.add_itxt("Comment", "x" * 50, zip=True)
    data = picture("PNG", pnginfo=info, dpi=(300, 300))
    made = cleaned(data + b"PK\x03\x04 glued on", ".png")
    assert pixels(made) == pixels(data)
    assert b"Zhang" not in made
    assert b"PK" not in made
    assert b"tEXt" not in made


def test_what_is_glued_behind_a_jpeg_goes():
    made = cleaned(picture("JPEG") + b"<script>PK\x03\x04", ".jpg")
    assert b"script" not in made
    assert made.endswith(b"\xff\xd9")


def test_bombs_are_refused_before_they_burst():
    with pytest.raises(UnreadableFile, match="万点"):
        cleaned(png_of(60_000, 60_000, zlib.compress(b"\x00" * 1000)), ".png")
    with pytest.raises(UnreadableFile, match="炸弹"):
        cleaned(png_of(10, 10, zlib.compress(b"\x00" * 40_000_000)), ".png")
    wide = bytearray(picture("JPEG"))
    at = wide.index(b"\xff\xc0") + 5
    wide[at : at + 4] = b"\xff\xff\xff\xff"
    assert MOST_PIXELS < 65_535**2
    with pytest.raises(UnreadableFile, match="万点"):
        cleaned(bytes(wide), ".jpg")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"\xff\xd8\xff", ".jpg"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", ".jpg"),
        (picture("JPEG")[:-40], ".jpg"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (picture("PNG")[:-20], ".png"),
        (picture("PNG").replace(b"IDAT", b"IDAX", 1), ".png"),
        (png_of(0, 5, b""), ".png"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), ".png"),
        (png_of(4, 4, b"no zlib"), ".png"),
        (b"GIF89a" + b"\x00" * 60, ".jpg"),
    ],
)
def test_broken_pictures_are_told(data, suffix):
    with pytest.raises(UnreadableFile, match="图片"):
        cleaned(data, suffix)
