"""What kind of source some bytes are, told from the file's suffix and its first bytes."""

import re
from typing import Literal

from ..errors import SourceError

Kind = Literal["text", "html", "jsonl", "feed", "gzip"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "gzip",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}
"""The suffixes that a folder is searched for; a file named by itself may have any."""

_GZIP = b"\x1f\x8b"
_BINARY = (
    (b"%PDF-", "a PDF", "Save its text as .txt and read that."),
    (b"PK\x03\x04", "a zip archive (or an office document)", "Unpack it, or save the document as .txt or .html."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as .txt or .html."),
    (b"\x89PNG", "a PNG picture", "Give a text, an HTML page, a JSONL file or a feed."),
    (b"\xff\xd8\xff", "a JPEG picture", "Give a text, an HTML page, a JSONL file or a feed."),
    (b"SQLite format 3\x00", "an SQLite data base", "Give the documents it was made from."),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|main|section|div|p|h1)[\s>/]", re.IGNORECASE)


def suffix_kind(name: str) -> Kind | None:
    """The kind that a file's name promises: "talks.HTML" is "html", "crawl.jsonl.gz" "gzip", "notes" None."""
    lower = name.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if lower.endswith(suffix)), None)


def sniff(head: bytes, *, name: str) -> Kind:
    """The kind of a source from its first bytes, which outrank the suffix where they are clear.

    Raises SourceError for a binary and says which.
    """
    if head.startswith(_GZIP):
        return "gzip"
    _refuse_binary(head, name=name)
    promised = suffix_kind(name)
    if promised == "jsonl":
        return "jsonl"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        if _FEED.search(start[:2048]) and not _HTML.match(start):
            return "feed"
        if _HTML.search(start[:2048]):
            return "html"
        if promised == "feed" or (start.startswith(b"<?xml") and promised != "html"):
            return "feed"  # that it is none is said where it is read
    if promised in ("text", "html"):
        return promised
    return "jsonl" if start.startswith((b"{", b"[")) else "text"


def _refuse_binary(head: bytes, *, name: str) -> None:
    for magic, what, remedy in _BINARY:
        if head.startswith(magic):
            raise SourceError(f"{name} is {what}", remedy=remedy)
    if b"\x00" in head and not head.startswith(_UTF16):
        raise SourceError(
            f"{name} is binary (it holds NUL bytes)", remedy="Give a text, an HTML page, a JSONL file or a feed."
        )
