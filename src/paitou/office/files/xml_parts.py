"""Bytes of an XML part → its text, or why it is not to be trusted; the standard library."""

from __future__ import annotations

from xml.parsers import expat

from attrs import define, field

from paitou.model import UnreadableFile

_LINE_WORDS = (
    "p si is c row title subject keywords category description contentStatus comment "
    "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter"
)
_LINES = frozenset(_LINE_WORDS.split())
_DEEPEST = 300


@define(kw_only=True)
class Part:
    """What is in a part: its text line by line, and its elements' attributes by name.

    Attributes:
        links: attributes of every Relationship.
        types: content types that it declares.
        elements: local names of elements that occur.
        instructions: text of the fields of a Word document.
    """

    pieces: list[str] = field(factory=list)
    links: list[dict[str, str]] = field(factory=list)
    types: list[str] = field(factory=list)
    elements: set[str] = field(factory=set)
    instructions: list[str] = field(factory=list)
    _open: list[str] = field(factory=list)

    @property
    def text(self) -> str:
        """Return its text."""
        return "".join(self.pieces)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        local = name.rpartition(":")[2]
        self._open.append(local)
        if len(self._open) > _DEEPEST:
            raise UnreadableFile("内部的 XML 嵌套过深，可能有害")
        self.elements.add(local)
        if local == "Relationship":
            self.links.append(attributes)
        elif local in ("Override", "Default"):
            self.types.append(attributes.get("ContentType", ""))
        elif local == "fldSimple":
            told = [v for k, v in attributes.items() if k.rpartition(":")[2] == "instr"]
            self.instructions += told
        elif local in ("br", "cr", "tab"):
            self.pieces.append("\n")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._open.pop()
        if name.rpartition(":")[2] in _LINES:
            self.pieces.append("\n")

    def say(self, text: str) -> None:
        """Take characters."""
        if self._open and self._open[-1] == "instrText":
            self.instructions.append(text)
        self.pieces.append(text)


def read_part(data: bytes) -> Part:
    """Return what is in an XML part; a document type, and so any entity, is refused.

    Raises:
        UnreadableFile: it is damaged or hostile; the words go on from the file's name.
    """
    part = Part()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = part.begin
    parser.EndElementHandler = part.end
    parser.CharacterDataHandler = part.say
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise UnreadableFile("内部的 XML 已损坏，请打开后另存一份再传") from fault
    return part


def _refuse(*_: object) -> None:
    raise UnreadableFile("内部的 XML 带有文档类型或实体声明，可能有害，没有保存")
