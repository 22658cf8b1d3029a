"""Annotated documents as training examples: windows with the labels of their heads and the places of their cells."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from encoder import FLAGS, LABELS
from tokenizers import Tokenizer

from aide_memoire.annotations import AnnotatedStatement, JoinedDocument, Place
from aide_memoire.reading.decode import ROLES
from aide_memoire.reading.draft import Extent
from aide_memoire.reading.known import Known
from aide_memoire.reading.windows import Window, iter_windows
from aide_memoire.records import Actor, Due

IGNORE = -1
NEAR = 200  # characters between a head and the words of its day
UNTOLD: Place = (-1, -1)  # of a cell whose words nobody knows; no piece lies there


class Told(NamedTuple):
    """An annotated statement with the places of its cells; its counterparts' are None where nothing tells them."""

    statement: AnnotatedStatement
    cells: dict[str, Place | None]
    counterparts: list[Extent] | None


class Lesson(NamedTuple):
    """An annotated document to learn from: what it is told of its statements, and what the tables tell of its text."""

    document: JoinedDocument
    told: list[Told]
    marks: bytearray


class Head(NamedTuple):
    """A head in a window: its piece, and for each role the first and last piece (0 for none, IGNORE if untold)."""

    piece: int
    pointers: list[tuple[int, int]]
    counterparts: list[int] | None


class Example(NamedTuple):
    """A window, a label a piece (IGNORE outside the core), the flags of its heads (IGNORE where untold), its heads."""

    window: Window
    label: np.ndarray
    flags: np.ndarray
    heads: list[Head]


def piece_at(window: Window, place: int) -> int | None:
    """The piece that holds a character, or None."""
    return next((i for i, extent in enumerate(window.extents) if extent.start <= place < extent.end), None)


def pointer(window: Window, span: Place | None) -> tuple[int, int]:
    """First and last piece of a span: (0, 0) for no span, IGNORE where it is not whole in the window."""
    if span is None:
        return 0, 0
    first, last = piece_at(window, span[0]), piece_at(window, span[1] - 1)
    return (IGNORE, IGNORE) if first is None or last is None else (first, last)


def cells(statement: AnnotatedStatement, dated: Sequence[Due]) -> dict[str, Place | None]:
    """The place of each role; an event's day is annotated without its words, which are the nearest with that value."""
    due = statement.due.span if statement.due else None
    if statement.when is not None:
        said = [(p.start, p.end) for p in dated if p.edtf == statement.when]
        near = [place for place in said if abs(place[0] - statement.head[0]) < NEAR]
        due = min(near, key=lambda place: abs(place[0] - statement.head[0]), default=UNTOLD)
    attribution = statement.attribution
    return {
        "holder": statement.holder.span,
        "condition": statement.condition,
        "due": due,
        "instrument": statement.instrument,
        "source": attribution.source if attribution else None,
        "cue": attribution.cue if attribution else None,
        "clause": statement.span,
    }


def counterparts(statement: AnnotatedStatement, actors: Sequence[Actor]) -> list[Extent] | None:
    """Where the counterparts are named: as annotated, or where their codes are mentioned nearest; None if untold."""
    found = []
    for counterpart in statement.counterparts:
        if counterpart.span is not None:
            found.append(Extent(*counterpart.span))
        if counterpart.span is not None or counterpart.implied:
            continue
        named = [m for m in actors if counterpart.code in (m.country, m.id, m.name, *(m.members or ()))]
        places = [Extent(m.start, m.end) for m in named if m.start is not None and m.end is not None]
        near = [p for p in places if statement.span[0] <= p.start < statement.span[1]]
        near = near or [p for p in places if abs(p.start - statement.head[0]) < 300]
        if not near:
            return None
        found.append(min(near, key=lambda p: abs(p.start - statement.head[0])))
    return found


def lesson_of(document: JoinedDocument) -> Lesson:
    """An annotated document with the places of its cells and what the tables tell of its text."""
    known = Known(
        document.text,
        title=document.title,
        publisher=document.publisher,
        published=document.annotation.published,
    )
    actors, dated = known.actors.mentions, known.dated["event"]
    told = [Told(s, cells(s, dated), counterparts(s, actors)) for s in document.annotation.statements]
    return Lesson(document, told, known.marks)


def examples(lesson: Lesson, tokenizer: Tokenizer, *, core: int) -> list[Example]:
    """The windows of a document with their labels."""
    document = lesson.document
    windows = iter_windows(document.text, document.title, tokenizer, lesson.marks, core=core)
    return [label(window, lesson.told) for window in windows]


def label(window: Window, told: list[Told]) -> Example:
    """One window's labels; another word that would serve as head counts neither way."""
    size = len(window.ids)
    labels = np.full(size, IGNORE, np.int32)
    labels[window.core.start : window.core.stop] = 0
    flags = np.full((size, FLAGS), IGNORE, np.float32)
    for statement, _, _ in told:
        for other in statement.also_heads:
            at = piece_at(window, other[0])
            if at is not None and at in window.core:
                labels[at] = IGNORE
    heads: list[Head] = []
    for statement, spans, where in told:
        at = piece_at(window, statement.head[0])
        if at is None or at not in window.core or labels[at] > 0:
            continue
        labels[at] = LABELS.index(statement.act or "event")
        alleged = IGNORE if statement.factuality is None else statement.factuality != "asserted"
        flags[at] = statement.core, statement.polarity == "negative", alleged
        inside = None
        if where is not None:
            inside = [i for i, e in enumerate(window.extents) if any(w.holds(e) for w in where)]
        heads.append(Head(at, [pointer(window, spans[role]) for role in ROLES], inside))
    return Example(window, labels, flags, heads)
