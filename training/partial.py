"""Partly annotated texts as training examples: some heads and cells are told, the rest counts neither way.

Two sources: `data/links` tells where documents that nobody annotated whole speak of a commitment, and the sentences of
PLOVER's training set tell who acts upon whom. What they do not tell is asked of a reader that stands already: a piece
that it is sure about is no head, and the head of a PLOVER sentence is its surest statement with that source.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from dataset import IGNORE, Example, Head, piece_at, pointer
from encoder import FLAGS, LABELS

from aide_memoire.annotations import Place
from aide_memoire.reading.decode import EVENT, ROLES, decode, softmax
from aide_memoire.reading.draft import Extent
from aide_memoire.reading.encoder import Encoder
from aide_memoire.reading.known import Known
from aide_memoire.reading.windows import Window, iter_windows
from aide_memoire.records import Source

LINKS = Path(__file__).parents[1] / "data" / "links" / "links.jsonl"
SURE = 0.9
"""From which probability on the standing reader is believed that a piece is no head."""


class Told(NamedTuple):
    """What a row of links tells of a head: its act, effect, or "negative" (of something else), and its clause."""

    as_what: str
    clause: Place


def heads_of_links() -> dict[str, dict[Place, Told]]:
    """The heads that data/links tells, by document."""
    found: dict[str, dict[Place, Told]] = defaultdict(dict)
    for line in LINKS.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        made = row["commitment"]
        found[made["document"]][tuple(made["head"])] = Told(made["act"], tuple(made["span"]))
        for other in (*row["links"], *row["negatives"]):
            told = Told(other.get("effect", "negative"), tuple(other["span"]))
            found[other["document"]].setdefault(tuple(other["head"]), told)
    return found


def from_links(sources: Iterable[Source], annotated: set[str], reader: Encoder) -> Iterator[Example]:
    """The windows in which links tell a head, of documents that are not annotated whole."""
    heads = heads_of_links()
    for source in sources:
        told = heads.get(source.metadata.id or "", {})
        if not told or source.metadata.id in annotated:
            continue
        about = source.metadata
        known = Known(source.content, title=about.title, publisher=about.publisher, published=about.published)
        for window in iter_windows(source.content, about.title, reader.tokenizer, known.marks):
            placed = [(piece_at(window, place[0]), one) for place, one in told.items()]
            inside = [(at, one) for at, one in placed if at is not None and at in window.core]
            if any(one.as_what != "negative" for _, one in inside):
                yield linked(window, inside, softmax(reader.score(window).labels[:, : EVENT + 1]))


def linked(window: Window, inside: list[tuple[int, Told]], chances: np.ndarray) -> Example:
    """A window with the heads of links; a negative one stays as the standing reader has it."""
    labels, flags = blank(window)
    for at in window.core:
        if chances[at, 0] > SURE:
            labels[at] = 0
    heads = []
    for at, one in inside:
        if one.as_what == "negative":
            labels[at] = IGNORE if chances[at, 0] > 1 / 2 else int(chances[at].argmax())
            continue
        labels[at], flags[at, 0] = label_of(one.as_what, chances[at]), 1
        cells = [(IGNORE, IGNORE)] * (len(ROLES) - 1)  # all but the clause, which is the last role
        heads.append(Head(at, [*cells, pointer(window, one.clause)], None))
    return Example(window, labels, flags, heads)


def label_of(as_what: str, chances: np.ndarray) -> int:
    """The label of a head that is an act, restates one, or tells what became of one."""
    if as_what in LABELS:
        return LABELS.index(as_what)
    likeliest = 1 + int(chances[1:EVENT].argmax())
    is_event = as_what != "restates" and chances[EVENT] >= chances[1:EVENT].sum()
    return EVENT if is_event else likeliest


def from_plover(path: Path, reader: Encoder) -> Iterator[Example]:
    """Sentences with a source and a target in them, as the holder and the counterpart of their surest statement."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text = row["sentence"]
            source, target = (Extent(text.find(w), text.find(w) + len(w)) for w in (row["source"], row["target"]))
            if source.start >= 0 and target.start >= 0:
                yield from acting(text, source, target, reader)


def acting(text: str, source: Extent, target: Extent, reader: Encoder) -> Iterator[Example]:
    """One sentence of PLOVER, if the standing reader finds a statement of that source in it."""
    known = Known(text, title=None, publisher=None, published=None)
    for window in iter_windows(text, None, reader.tokenizer, known.marks):
        drafts = decode(window, reader.score(window), text, reader.thresholds)
        mine = [draft for draft in drafts if draft.holder and draft.holder.meets(source)]
        surest = max(mine, key=lambda draft: draft.score, default=None)
        at = piece_at(window, surest.head.start) if surest else None
        if at is not None:
            upon = [i for i, extent in enumerate(window.extents) if target.holds(extent)]
            cells = [(IGNORE, IGNORE)] * (len(ROLES) - 1)
            yield Example(window, *blank(window), [Head(at, [pointer(window, tuple(source)), *cells], upon)])


def blank(window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Labels and flags that tell nothing."""
    size = len(window.ids)
    return np.full(size, IGNORE, np.int32), np.full((size, FLAGS), IGNORE, np.float32)
