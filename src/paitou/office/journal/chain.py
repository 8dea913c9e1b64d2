"""Entries of a journal → a chain of hashes, and every place where it is broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

#: What a hash is made of: words, numbers as text, lists and maps of them.
Plain: TypeAlias = (
    str | int | bool | list["Plain"] | tuple["Plain", ...] | Mapping[str, "Plain"] | None
)
#: What the first entry follows.
ORIGIN = "0" * 64


class Algorithm(StrEnum):
    """How an entry is hashed; it is named in each, so that a journal may change over."""

    SHA256 = "sha256"
    SM3 = "sm3"  # GB/T 32905—2016

    @property
    def is_there(self) -> bool:
        """Return whether this machine can compute it."""
        return self.value in hashlib.algorithms_available


@frozen(kw_only=True)
class Link:
    """An entry as it is hashed.

    Attributes:
        number: from 1, without gaps.
        content: everything that it says, personal data apart.
        previous: the hash of the entry before.
    """

    number: int
    content: Mapping[str, Plain]
    algorithm: Algorithm = field(converter=Algorithm)
    previous: str
    digest: str

    @property
    def true_digest(self) -> str:
        """Return the hash that its content and the entry before give."""
        return digest(self.number, self.content, self.algorithm, self.previous)


@frozen(kw_only=True)
class Break:
    """A place where the chain does not hold: the entry's number, and what is wrong."""

    number: int
    words: str


def digest(
    number: int, content: Mapping[str, Plain], algorithm: Algorithm, previous: str
) -> str:
    """Return the hash of an entry in hexadecimal, 64 characters."""
    whole = {
        "algorithm": algorithm.value,
        "content": content,
        "number": number,
        "previous": previous,
    }
    # One spelling only: sorted keys, no blanks, characters as they are.
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.new(algorithm.value, text.encode("utf-8")).hexdigest()


def breaks(links: Iterable[Link], head: tuple[int, str] | None = None) -> Iterator[Break]:
    """Yield every place where a chain is broken, in its order.

    Args:
        links: in the order of their numbers.
        head: number and hash that the last entry must have, where they were deposited.
    """
    number, previous = 0, ORIGIN
    for link in links:
        if link.number <= number:
            yield Break(number=link.number, words=f"第{link.number}条重复或次序颠倒")
        elif link.number > number + 1:
            gone = _numbered(number + 1, link.number - 1)
            yield Break(number=number + 1, words=f"{gone}不见了")
        if link.number == number + 1 and link.previous != previous:
            words = f"第{link.number}条与前一条接不上，前一条可能被换过"
            yield Break(number=link.number, words=words)
        if link.true_digest != link.digest:
            words = f"第{link.number}条的内容与它的校验值不符，被改过"
            yield Break(number=link.number, words=words)
        number, previous = link.number, link.digest
    if head and head[0] > number:
        words = f"{_numbered(number + 1, head[0])}不见了（末尾被删去）"
        yield Break(number=number + 1, words=words)
    elif head and head[0] == number and head[1] != previous:
        yield Break(number=number, words=f"第{number}条与留存的校验值不符，被换过")


def _numbered(first: int, last: int) -> str:
    return f"第{first}条" if first == last else f"第{first}—{last}条"
