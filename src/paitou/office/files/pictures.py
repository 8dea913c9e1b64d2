"""Bytes of a .jpg or .png → the same picture without anything that is not picture.

Nothing is compressed anew: pixels stay as they were; places, times, names of cameras and
people, previews and whatever was glued on behind are left out.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from paitou.model import UnreadableFile

MOST_PIXELS = 60_000_000  # A4 at 600 dpi has 35 million
_DAMAGED = "图片已损坏或不完整，请重新拍照、扫描或另存后再传"
_PNG = b"\x89PNG\r\n\x1a\n"
#: Chunks that make the picture; text, times, places and profiles are not among them.
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB"})
_PNG_BITS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type → samples a pixel
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_COMMENT, _APP0, _APP1, _APP2, _APP14, _APP15 = 0xFE, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
#: SOF0–SOF15 without DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION = 0x0112


def cleaned(data: bytes, suffix: str) -> bytes:
    """Return the picture without its metadata.

    Raises:
        UnreadableFile: damaged, of too many pixels, or no such picture; the words go on
            from the file's name.
    """
    try:
        made = _png(data) if suffix == ".png" else _jpeg(data)
    except (struct.error, IndexError, zlib.error, ValueError) as fault:
        raise UnreadableFile(_DAMAGED) from fault
    _decode(made, suffix)
    return made


def _check_size(width: int, height: int) -> None:
    if not (width and height):
        raise UnreadableFile(_DAMAGED)
    if width * height > MOST_PIXELS:
        told = f"图片有{width}×{height}点，超过{MOST_PIXELS // 10_000}万点"
        raise UnreadableFile(f"{told}，请缩小或降低扫描分辨率后再传")


def _decode(data: bytes, suffix: str) -> None:
    """Draw it once, so that what is kept can be opened."""
    from PIL import Image

    try:
        name = "PNG" if suffix == ".png" else "JPEG"
        with Image.open(BytesIO(data), formats=(name,)) as picture:
            _check_size(*picture.size)
            picture.load()
    except UnreadableFile:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise UnreadableFile(_DAMAGED) from fault


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG):
        raise UnreadableFile(_DAMAGED)
    chunks = list(_png_chunks(data))
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise UnreadableFile(_DAMAGED)
    _check_inside(chunks)
    kept = (whole for name, _, whole in chunks if name in _PNG_KEPT)
    return _PNG + b"".join(kept)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, content and the whole of each chunk; what follows the last is left."""
    place = len(_PNG)
    while True:
        size, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + size
        content = data[place + 8 : place + 8 + size]
        (told,) = struct.unpack_from(">I", data, place + 8 + size)
        if zlib.crc32(name + content) != told:
            raise UnreadableFile(_DAMAGED)
        if name[:1].isupper() and name not in _PNG_KEPT:
            raise UnreadableFile(_DAMAGED)
        yield name, content, data[place:end]
        if name == b"IEND":
            return
        place = end


def _check_inside(chunks: list[tuple[bytes, bytes, bytes]]) -> None:
    """Unpack no more than the size that the head gives: a small file may hold a sea."""
    width, height, depth, colour = struct.unpack_from(">IIBB", chunks[0][1])
    _check_size(width, height)
    if colour not in _PNG_BITS:
        raise UnreadableFile(_DAMAGED)
    line = 1 + (width * depth * _PNG_BITS[colour] + 7) // 8
    # Seven passes of an interlaced picture have a few more beginnings of lines.
    most, seen, unpack = line * height * 2 + 64, 0, zlib.decompressobj()
    for name, content, _ in chunks:
        rest = content if name == b"IDAT" else b""
        while rest:
            seen += len(unpack.decompress(rest, 1 << 20))
            rest = unpack.unconsumed_tail
            if seen > most:
                raise UnreadableFile("图片的内容比它的尺寸大得多，像是炸弹，没有保存")


def _jpeg(data: bytes) -> bytes:
    if data[:3] != b"\xff\xd8\xff":
        raise UnreadableFile(_DAMAGED)
    kept, turned, framed = [b"\xff\xd8"], b"", False
    for marker, whole in _jpeg_segments(data):
        if marker in _FRAMES and not framed:
            height, width = struct.unpack_from(">HH", whole, 5)
            _check_size(width, height)
            framed = True
        if marker == _APP1 and not turned:
            turned = _turned(whole)
        elif _is_picture(marker, whole):
            kept.append(whole)
    if not framed:
        raise UnreadableFile(_DAMAGED)
    return b"".join((kept[0], turned, *kept[1:]))


def _is_picture(marker: int, whole: bytes) -> bool:
    """Return whether a segment makes the picture: only Adobe's says how colours are."""
    if marker == _APP14:
        return whole[4:9] == b"Adobe" and len(whole) <= 18
    if marker == _APP0:
        return whole[4:9] == b"JFIF\x00" and len(whole) == 18
    return marker != _COMMENT and not _APP0 <= marker <= _APP15


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with its segment, a scan with its data; stop at the end mark."""
    place = 2
    while True:
        if data[place] != 0xFF:
            raise UnreadableFile(_DAMAGED)
        while data[place + 1] == 0xFF:
            place += 1
        marker = data[place + 1]
        if marker == _EOI:
            yield marker, b"\xff\xd9"
            return
        if marker in _ALONE:
            yield marker, data[place : place + 2]
            place += 2
            continue
        (size,) = struct.unpack_from(">H", data, place + 2)
        end = place + 2 + size
        if size < 2 or end > len(data):
            raise UnreadableFile(_DAMAGED)
        if marker == _SOS:
            end = _scan_end(data, end)
        yield marker, data[place:end]
        place = end


def _scan_end(data: bytes, place: int) -> int:
    """Return where the data of a scan ends: at a marker that is neither stuffed nor RST."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise UnreadableFile(_DAMAGED)
        following = data[place + 1]
        if following == 0xFF:
            place += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            place += 2
        else:
            return place


def _turned(segment: bytes) -> bytes:
    """Return an Exif segment that says which way is up and nothing else; else nothing."""
    if segment[4:10] != b"Exif\x00\x00":
        return b""
    body = segment[10:]
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(body[:4])
    if order is None:
        return b""
    try:
        (place,) = struct.unpack_from(f"{order}I", body, 4)
        (count,) = struct.unpack_from(f"{order}H", body, place)
        for number in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(
                f"{order}HHIH", body, place + 2 + 12 * number
            )
            if tag == _ORIENTATION and 2 <= value <= 8:
                return _orientation(value)
    except struct.error:
        return b""
    return b""


def _orientation(value: int) -> bytes:
    # One entry of one short: tag, SHORT, count, value; no next directory.
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, value, 0)
    body = b"Exif\x00\x00MM\x00*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
