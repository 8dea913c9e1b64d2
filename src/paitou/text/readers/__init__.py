"""A file → `Reading`: its text with everything that the format says about it."""

from paitou.text.readers.files import EXTENSIONS, MAX_BYTES, read_bytes, read_file
from paitou.text.readers.secrecy import refuse_secrets

__all__ = ["EXTENSIONS", "MAX_BYTES", "read_bytes", "read_file", "refuse_secrets"]
