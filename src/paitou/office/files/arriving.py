"""An upload as it comes in → bytes in memory, never a file on a disk, never too many."""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


def most_bytes() -> int:
    """Return how many bytes a file may have."""
    return int(settings.UPLOAD_MB) * 1_000_000


class InMemory(FileUploadHandler):
    """Holds what a request brings, all its files together one byte more than is allowed.

    What comes after is let go, so that whoever reads the file sees that it is too big.
    What has not been looked at for secrecy marks must not stand on a disk.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type] # the request, as Django gives it
        self._left = most_bytes() + 1
        self._pieces = BytesIO()

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Begin another file."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type] # as Django calls it
        self._pieces = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        """Take a part of it, as far as there is room."""
        taken = raw_data[: self._left]
        self._left -= len(taken)
        self._pieces.write(taken)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:  # noqa: ARG002
        """Return the file."""
        size = self._pieces.tell()
        self._pieces.seek(0)
        return InMemoryUploadedFile(
            self._pieces,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            size,
            self.charset,
            self.content_type_extra,
        )
