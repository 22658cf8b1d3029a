"""JSONL: a record a document, a line at a time, so that a crawl of any length fits in memory."""

import hashlib
from collections.abc import Iterator
from typing import Protocol

import msgspec

from ..errors import SourceError
from ..records import Failure, Metadata, Source
from .limits import Limits

_SHAPE = 'Each line is one object with at least "text": {"id": …, "title": …, "text": …, "url": …, "published": …}.'
# A line this many times over the limit is no line: the rest of the file is not unpacked to look for its end.
_GIVE_UP = 10
_MOST_BLANK = 10_000  # lines in a row; a small packed file can hold them by the hundred million


class Lines(Protocol):
    """What is needed of a stream: a bounded `readline`."""

    def readline(self, size: int = ..., /) -> bytes:
        """Up to `size` bytes, to the end of the line."""


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One record as it comes; fields that are not named here are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None


_decoder = msgspec.json.Decoder(_Line)


def iter_records(stream: Lines, *, name: str, limits: Limits) -> Iterator[Source | Failure]:
    """Each line of `stream` as a source named `NAME#ID`; a bad line is a failure that names the line.

    Gives the file up where it begins with `limits.bad_lines` bad lines.
    """
    good = bad = 0
    for number, line in _iter_lines(stream, name=name, limit=limits.document_bytes):
        try:
            source = _to_source(line, name=name, number=number)
        except SourceError as error:
            bad += 1
            yield _failure(error, name=name, number=number)
            if not good and bad >= limits.bad_lines:
                yield _failure(
                    SourceError(f"{name} is given up: its first {bad} lines are not records", remedy=_SHAPE), name=name
                )
                return
        else:
            good += 1
            yield source
    if not good and not bad:
        yield _failure(
            SourceError(f"{name} is empty", remedy="Check that the file was saved with its text."), name=name
        )


def _iter_lines(stream: Lines, *, name: str, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line that is not blank; None for one over the limit.

    Raises SourceError where nothing but blank lines comes.
    """
    number = written = blank = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            yield number, None
            if not _skip_line(stream, limit=limit):
                return
        elif stripped := line.strip():
            yield number, stripped
        else:
            blank += len(line)
            if number - written > _MOST_BLANK or blank > limit:
                raise SourceError(
                    f"{name} is given up: nothing but blank lines from line {written + 1} to {number}",
                    remedy="Take the blank lines out of the file.",
                )
            continue
        written, blank = number, 0


def _skip_line(stream: Lines, *, limit: int) -> bool:
    """Read on to the end of the line; False where it does not come."""
    for _ in range(_GIVE_UP):
        piece = stream.readline(limit)
        if not piece or piece.endswith(b"\n"):
            return True
    return False


def _to_source(line: bytes | None, *, name: str, number: int) -> Source:
    place = f"{name}, line {number}"
    if line is None:
        raise SourceError(f"{place} is too large", remedy="Split the record into several documents.")
    try:
        record = _decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        raise SourceError(f"{place} has the wrong shape: {error}", remedy=_SHAPE) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"{place} is not JSON: {error}", remedy=_SHAPE) from error
    identity = str(record.id) if record.id not in (None, "") else str(number)
    if not record.text.strip():
        raise SourceError(f"{place} ({identity}) has an empty text", remedy=_SHAPE)
    return Source(
        name=f"{name}#{identity}",
        media="text",
        sha256=hashlib.sha256(line).hexdigest(),
        content=record.text,
        metadata=Metadata(
            id=identity,
            title=record.title or None,
            url=record.url or None,
            published=record.published or None,
            publisher=record.publisher or None,
            byline=record.byline or None,
            language=record.language or None,
        ),
    )


def _failure(error: SourceError, *, name: str, number: int | None = None) -> Failure:
    source = name if number is None else f"{name}#line-{number}"
    return Failure(source=source, stage="source", message=error.message, remedy=error.remedy)
