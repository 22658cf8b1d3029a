"""The open data set of commitments: annotations as offsets, and the texts that they point into, put together.

`data/commitments/annotations.jsonl` holds no text. Whoever has the texts joins them: a text is known by the SHA-256 of
its characters without trailing white space, whatever its file is called.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from aide_memoire.errors import SourceError
from aide_memoire.records import Act, Polarity, Record, Source, Span, StatementKind

type Place = tuple[int, int]
"""First code point and the one behind the last."""

Level = Literal["state", "body", "person", "organisation", "group"]
Factuality = Literal["asserted", "denied", "alleged", "planned"]


class AnnotatedHolder(Record, frozen=True, kw_only=True):
    """Who is bound or has acted; `span` is where the text names it for this statement, None where it does not.

    `found` says how the span came about: "annotated", or "nearest" for the occurrence of the annotated words that is
    nearest to the head.
    """

    level: Level
    country: str | None
    name: str
    members: tuple[str, ...] | None
    span: Place | None
    found: Literal["annotated", "nearest"]


class AnnotatedCounterpart(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Toward whom: an ISO 3166 alpha-3 code or a usual name, and where the text names it (None: not annotated).

    `implied` says that a reader looked and no words near the statement name it.
    """

    code: str
    span: Place | None
    implied: bool = False


class AnnotatedDue(Record, frozen=True, kw_only=True):
    """The deadline's words and their EDTF, None where the words have no value."""

    span: Place
    edtf: str | None


class AnnotatedAttribution(Record, frozen=True, kw_only=True):
    """Who reports, and the word that says so."""

    source: Place | None
    cue: Place | None


class AnnotatedStatement(Record, frozen=True, kw_only=True):
    """One statement as a person entered it. `factuality` is None where it was not asked for."""

    id: str
    kind: StatementKind
    span: Place
    head: Place
    also_heads: tuple[Place, ...] = ()
    holder: AnnotatedHolder
    action: str
    counterparts: tuple[AnnotatedCounterpart, ...] = ()
    act: Act | None = None
    instrument: Place | None = None
    condition: Place | None = None
    due: AnnotatedDue | None = None
    attribution: AnnotatedAttribution | None = None
    when: str | None = None
    factuality: Factuality | None = None
    polarity: Polarity
    core: bool


class AnnotatedDocument(Record, frozen=True, kw_only=True):
    """The annotation of one document: which text, from where, in which part of the data, by whom."""

    id: str
    url: str | None
    published: str | None
    sha256: str
    part: Literal["train", "validation"]
    annotator: str
    statements: tuple[AnnotatedStatement, ...]


class JoinedDocument(Record, frozen=True, kw_only=True):
    """An annotation with its text and, for each statement in order, the words of clause and head."""

    annotation: AnnotatedDocument
    title: str | None
    publisher: str | None
    text: str
    quotes: tuple[Span, ...]
    heads: tuple[Span, ...]


def text_sha256(text: str) -> str:
    """The hash by which a text is known: of its UTF-8 without trailing white space."""
    return hashlib.sha256(text.rstrip().encode()).hexdigest()


def load_annotations(path: Path) -> tuple[AnnotatedDocument, ...]:
    """All annotations of a file, one JSON object a line; SourceError names the line that is not of that form."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}", remedy="Name the data set's annotations.jsonl") from error
    documents = []
    for number, line in enumerate(lines, 1):
        try:
            documents.append(msgspec.json.decode(line, type=AnnotatedDocument))
        except msgspec.MsgspecError as error:
            raise SourceError(
                f"{path}, line {number}: {error}", remedy="Take the file from the project again"
            ) from error
    return tuple(documents)


def join(annotations: Iterable[AnnotatedDocument], sources: Iterable[Source]) -> Iterator[JoinedDocument]:
    """Put annotations and texts together, in the order of the sources; a text that nobody annotated is passed over."""
    wanted = {document.sha256: document for document in annotations}
    for source in sources:
        found = wanted.pop(text_sha256(source.content), None)
        if found is not None:
            text = source.content
            yield JoinedDocument(
                annotation=found,
                title=source.metadata.title,
                publisher=source.metadata.publisher,
                text=text,
                quotes=tuple(quote(text, s.span) for s in found.statements),
                heads=tuple(quote(text, s.head) for s in found.statements),
            )


def quote(text: str, place: Place) -> Span:
    """The words at a place."""
    start, end = place
    return Span(text=text[start:end], start=start, end=end)
