"""Annotated documents as training examples: windows with the labels of their heads and the places of their cells."""

from typing import Any, NamedTuple

import numpy as np
from encoder import LABELS, ROLES
from tokenizers import Tokenizer

from aide_memoire.actors import DocumentActors
from aide_memoire.reading.draft import Extent
from aide_memoire.reading.windows import Window, iter_windows

Json = dict[str, Any]
IGNORE = -1


class Annotated(NamedTuple):
    """A document's text with its annotation."""

    name: str
    text: str
    title: str | None
    publisher: str | None
    published: str | None
    statements: list[Json]


class Head(NamedTuple):
    """A head in a window: the piece, and for each role its first and last piece (0 for none, IGNORE if not to be told)."""

    piece: int
    pointers: list[tuple[int, int]]
    counterparts: list[int] | None


class Example(NamedTuple):
    """A window with a label a piece (IGNORE outside the core) and its heads."""

    window: Window
    label: np.ndarray
    core: np.ndarray
    negative: np.ndarray
    heads: list[Head]
    document: str


def piece_at(window: Window, place: int) -> int | None:
    """The piece that holds a character, or None."""
    for i, extent in enumerate(window.extents):
        if extent.start <= place < extent.end:
            return i
    return None


def pointer(window: Window, span: Json | None) -> tuple[int, int]:
    """First and last piece of a span: (0, 0) for no span, IGNORE where it is not whole in the window."""
    if span is None:
        return 0, 0
    first, last = piece_at(window, span["start"]), piece_at(window, span["end"] - 1)
    return (IGNORE, IGNORE) if first is None or last is None else (first, last)


def holder_span(statement: Json, text: str) -> Json | None:
    """The holder's words: as annotated, or the occurrence of its first name nearest to the head, best inside the clause."""
    holder = statement["holder"]
    if "span" in holder:
        return holder["span"]  # type: ignore[no-any-return]
    words = holder["names"][0] if holder["names"] else ""
    head, places, at = statement["head"]["start"], [], -1
    while words and (at := text.find(words, at + 1)) >= 0:
        places.append(at)
    if not places:
        return None
    inside = [p for p in places if statement["start"] <= p < statement["end"]]
    before = [p for p in places if p < head and head - p < 600]
    best = min(inside or before or places, key=lambda p: abs(p - head))
    return {"start": best, "end": best + len(words)}


def cells(statement: Json, text: str) -> dict[str, Json | None]:
    """The span of each role."""
    attribution = statement.get("attribution") or {}
    return {
        "holder": holder_span(statement, text),
        "condition": statement.get("condition"),
        "due": statement.get("due"),
        "instrument": statement.get("instrument"),
        "source": attribution.get("source"),
        "cue": attribution.get("cue"),
        "clause": {"start": statement["start"], "end": statement["end"]},
    }


def counterpart_extents(statement: Json, actors: DocumentActors) -> list[Extent] | None:
    """Where the counterparts are named: as annotated, or the mentions of their codes nearest to the head; None if untold."""
    if "counterpart_spans" in statement:
        spans = statement["counterpart_spans"]
        return [Extent(s["start"], s["end"]) for s in spans if s]
    found = []
    for code in statement["counterparts"]:
        named = [m for m in actors.mentions if code in (m.country, m.id, m.name, *(m.members or ()))]
        near = [m for m in named if m.start is not None and statement["start"] <= m.start < statement["end"]]
        near = near or [m for m in named if m.start is not None and abs(m.start - statement["head"]["start"]) < 300]
        if not near:
            return None
        best = min(near, key=lambda m: abs((m.start or 0) - statement["head"]["start"]))
        found.append(Extent(best.start or 0, best.end or 0))
    return found


def examples(document: Annotated, tokenizer: Tokenizer) -> list[Example]:
    """The windows of a document with their labels."""
    actors = DocumentActors(
        document.text, title=document.title, publisher=document.publisher, published=document.published
    )
    told = [(s, cells(s, document.text), counterpart_extents(s, actors)) for s in document.statements]
    return [label_window(w, told, document.name) for w in iter_windows(document.text, document.title, tokenizer)]


def label_window(
    window: Window, told: list[tuple[Json, dict[str, Json | None], list[Extent] | None]], name: str
) -> Example:
    """One window's labels."""
    size = len(window.ids)
    label = np.full(size, IGNORE, np.int32)
    label[window.core.start : window.core.stop] = 0
    core, negative = np.zeros(size, np.float32), np.zeros(size, np.float32)
    heads: list[Head] = []
    for statement, _, _ in told:
        for other in statement["also_heads"]:
            at = piece_at(window, other["start"])
            if at is not None and at in window.core and label[at] == 0:
                label[at] = IGNORE
    for statement, spans, counterparts in told:
        at = piece_at(window, statement["head"]["start"])
        if at is None or at not in window.core or label[at] > 0:
            continue
        label[at] = LABELS.index(statement["act"] if statement["kind"] == "commitment" else "event")
        core[at], negative[at] = statement["core"], statement["polarity"] == "negative"
        pieces = None
        if counterparts is not None:
            pieces = [
                i
                for i, e in enumerate(window.extents)
                if any(c.start <= e.start and e.end <= c.end for c in counterparts)
            ]
        heads.append(Head(at, [pointer(window, spans[r]) for r in ROLES], pieces))
    return Example(window, label, core, negative, heads, name)
