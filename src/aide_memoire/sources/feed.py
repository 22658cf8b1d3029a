"""RSS and Atom files: each entry a source. The bytes alone are read, never an address that they name."""

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser.api
import msgspec

from ..errors import SourceError
from ..records import Failure, Metadata, Source

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:item|entry)[\s>]")


def iter_entries(raw: bytes, *, name: str) -> Iterator[Source | Failure]:
    """Each entry of a feed as a source named `NAME#ID`, with what the feed says of it; one without text is a failure.

    Raises SourceError where the bytes hold no entry at all.
    """
    # A stream, since a string would be tried as an address or a path first.
    feed = feedparser.api.parse(io.BytesIO(raw))  # type: ignore[no-untyped-call] # it has no types
    if not feed.entries:
        raise SourceError(
            f"{name} is XML but no feed with entries", remedy="Give an RSS or Atom file, or an HTML page."
        )
    for number, entry in enumerate(feed.entries, start=1):
        identity = str(entry.get("id") or entry.get("link") or number)
        content = _content(entry)
        if not content.strip():
            yield Failure(
                source=f"{name}#{identity}",
                stage="source",
                message=f"{name}, entry {number} ({identity}) has no text",
                remedy="Save the page that it links to and read that.",
            )
            continue
        metadata = _metadata(entry, identity=identity, publisher=feed.feed.get("title") or None)
        yield Source(
            name=f"{name}#{identity}",
            media="html" if _TAG.search(content) else "text",
            sha256=hashlib.sha256(msgspec.json.encode([metadata, content])).hexdigest(),
            content=content,
            metadata=metadata,
        )


def count_entries(raw: bytes) -> int:
    """How many entries a feed holds, without parsing it."""
    return len(_ENTRY.findall(raw))


def _content(entry: Any) -> str:
    """The longest text that the entry carries: its content, or its summary."""
    texts = [str(part.get("value", "")) for part in entry.get("content", [])]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _metadata(entry: Any, *, identity: str, publisher: str | None) -> Metadata:
    origin = entry.get("source", {}).get("title")
    return Metadata(
        id=identity,
        title=entry.get("title") or None,
        url=_address(entry.get("link")),
        published=_day(entry.get("published") or entry.get("updated") or ""),
        publisher=origin or publisher,
        byline=entry.get("author") or None,
    )


def _address(link: object) -> str | None:
    """The link of an entry where it is one of the web: a parser puts the entry's mere id there if it has no link."""
    link = str(link or "").strip()
    return link if _WEB.match(link) else None


def _day(stated: str) -> str | None:
    """The day as the feed states it, in its own time zone: "Thu, 21 Jan 2021 08:00:00 +0900" is 2021-01-21.

    What is no date is handed on as it stands, for the dating to report.
    """
    stated = stated.strip()
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(stated).date().isoformat()
        except (ValueError, TypeError):
            continue
    return stated or None
