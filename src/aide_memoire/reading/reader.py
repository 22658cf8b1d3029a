"""Reading: a document in, its statements out. Everything the program knows of what is said goes through here."""

from collections.abc import Iterator, Sequence

from aide_memoire.actors import DocumentActors
from aide_memoire.dates import find_periods, find_timexes
from aide_memoire.reading.decode import decode
from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.encoder import load_encoder
from aide_memoire.reading.resolve import Resolver
from aide_memoire.reading.windows import iter_windows
from aide_memoire.records import Document, Due, Instrument, Reading, Warn


def read(document: Document) -> Reading:
    """Find the commitment and event statements of a document, each cell on its exact characters.

    "The ministry said it would restore the line once talks resume." gives one commitment: holder the ministry, act
    pledge, head "restore", condition "once talks resume". A document without a date is read all the same; its
    relative dates then have no value.
    """
    return resolve(document, list(mark(document.text, document.title)))


def mark(text: str, title: str | None) -> Iterator[Draft]:
    """The drafts of a text in order: where heads and cells are, before anything is resolved."""
    encoder = load_encoder()
    for window in iter_windows(text, title, encoder.tokenizer):
        yield from decode(window, encoder.score(window), text, encoder.thresholds)


def resolve(document: Document, drafts: Sequence[Draft]) -> Reading:
    """The statements that drafts become once their dates, actors and instruments are told."""
    text, published = document.text, document.published.edtf
    dateline = next((f.text for f in document.furniture if f.reason == "dateline"), None)
    actors = DocumentActors(
        text, title=document.title, publisher=document.publisher, published=published, dateline=dateline
    )
    dated = {
        "commitment": outside(actors.instruments, find_periods(text, published, direction="future")),
        "event": outside(actors.instruments, find_periods(text, published, direction="past")),
    }
    return Reading(
        document=document,
        timexes=find_timexes(text, published),
        statements=Resolver(document, actors, dated).resolve(drafts),
        warnings=()
        if published
        else (Warn(code="undated", message="The document has no date: relative dates stay open."),),
    )


def outside(instruments: Sequence[Instrument], periods: Sequence[Due]) -> list[Due]:
    """The dated phrases that are no part of an agreement's name, as "the 19 September military agreement" holds one."""
    return [p for p in periods if not any(Extent(p.start, p.end).meets(i) for i in instruments)]
