"""From what the user names (files, folders, patterns, standard input) to a stream of sources and failures."""

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import SourceError
from ..records import Failure, Source
from .feed import count_entries, iter_entries
from .jsonl import iter_records
from .limits import DEFAULT_LIMITS, Limits
from .media import Kind, sniff, suffix_kind
from .paths import find_paths
from .texts import read_html, read_text

type Stream = io.BufferedReader[Any]

STDIN = "-"
_SNIFFED = 65_536
_UNPACKING = (gzip.BadGzipFile, EOFError, zlib.error)


def iter_sources(
    arguments: Iterable[str], *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Source | Failure]:
    """Every source that the arguments name, lazily and in order; what cannot be read is a Failure in its place.

    `["reports/", "crawl.jsonl.gz", "page.html", "2021-*.txt", "-"]`: folders are searched for the known suffixes,
    sorted, without hidden files and without links that lead out of them; "-" is `stdin`.
    """
    for argument in arguments:
        try:
            if argument == STDIN:
                yield from _iter_stdin(stdin, limits=limits)
                continue
            for path in find_paths(argument):
                yield from [path] if isinstance(path, Failure) else _iter_file(path, limits=limits)
        except SourceError as error:
            yield _failure(error, argument)


def count_sources(arguments: Iterable[str]) -> int | None:
    """How many sources lie ahead, for a progress bar: a line of JSONL and an entry of a feed count as one each.

    None where it cannot be known: standard input, or a file that cannot be read.
    """
    total = 0
    for argument in arguments:
        if argument == STDIN:
            return None
        try:
            total += sum(1 if isinstance(path, Failure) else _count_file(path) for path in find_paths(argument))
        except SourceError:
            total += 1  # it becomes one failure
        except (OSError, *_UNPACKING):
            return None
    return total


def _iter_file(path: Path, *, limits: Limits) -> Iterator[Source | Failure]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            yield from _iter_stream(stream, name=name, limits=limits)
    except SourceError as error:
        yield _failure(error, name)
    except OSError as error:
        problem = SourceError(
            f"{name} cannot be read: {error.strerror or error}", remedy="Check that it is a file and yours to read."
        )
        yield _failure(problem, name)


def _iter_stdin(stdin: BinaryIO | None, *, limits: Limits) -> Iterator[Source | Failure]:
    if stdin is None:
        raise SourceError("there is no standard input", remedy="Pipe a text into the command, or name a file.")
    stream: Stream = io.BufferedReader(stdin)
    try:
        yield from _iter_stream(stream, name=STDIN, limits=limits)
    finally:
        stream.detach()  # else standard input would be closed with the reader around it


def _iter_stream(stream: Stream, *, name: str, limits: Limits) -> Iterator[Source | Failure]:
    head = stream.peek(_SNIFFED)
    kind = sniff(head, name=name)
    if kind == "gzip":
        try:
            with gzip.GzipFile(fileobj=stream) as unpacked:
                inner: Stream = io.BufferedReader(unpacked)
                yield from _iter_kind(_inner_kind(inner, name=name), inner, name=name, limits=limits)
        except _UNPACKING as error:
            raise SourceError(f"{name} is a damaged gzip file: {error}", remedy="Fetch or pack it again.") from error
    else:
        yield from _iter_kind(kind, stream, name=name, limits=limits)


def _inner_kind(stream: Stream, *, name: str) -> Kind:
    kind = sniff(stream.peek(_SNIFFED), name=name.removesuffix(".gz"))
    if kind == "gzip":
        raise SourceError(f"{name} is packed twice", remedy="Unpack it once.")
    return kind


def _iter_kind(kind: Kind, stream: Stream, *, name: str, limits: Limits) -> Iterator[Source | Failure]:
    if kind == "jsonl":
        yield from iter_records(stream, name=name, limits=limits)
        return
    raw = stream.read(limits.document_bytes + 1)
    if len(raw) > limits.document_bytes:
        megabytes = limits.document_bytes / 1_000_000
        raise SourceError(
            f"{name} is larger than {megabytes:g} MB", remedy="Split it into documents, or make it a JSONL file."
        )
    sniff(raw, name=name)  # a NUL byte may lie beyond the first bytes
    if kind == "feed":
        yield from iter_entries(raw, name=name)
    else:
        yield read_html(raw, name=name) if kind == "html" else read_text(raw, name=name)


def _count_file(path: Path) -> int:
    kind = suffix_kind(path.name)
    if kind == "feed":
        return max(1, count_entries(path.read_bytes()))
    if kind not in ("jsonl", "gzip"):
        return 1
    with gzip.open(path) if kind == "gzip" else path.open("rb") as stream:
        lines, last = 0, b"\n"
        while block := stream.read(1_048_576):
            lines, last = lines + block.count(b"\n"), block[-1:]
        return max(1, lines + (last != b"\n"))


def _failure(error: SourceError, source: str) -> Failure:
    return Failure(source=source, stage="source", message=error.message, remedy=error.remedy)
