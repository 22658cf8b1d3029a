"""Reading: a document in, its statements out. Everything the program knows of what is said goes through here."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from aide_memoire.actors import DocumentActors, find_instruments
from aide_memoire.dates import find_periods, find_timexes
from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.lexicon import load_reader_lexicon
from aide_memoire.reading.mark import Marker
from aide_memoire.reading.parsing import iter_slices, parse
from aide_memoire.reading.resolve import Resolver
from aide_memoire.records import Document, Due, Instrument, Reading, Warn


def read(document: Document) -> Reading:
    """Find the commitment and event statements of a document, each cell on its exact characters.

    "The ministry said it would restore the line once talks resume." gives one commitment: holder the ministry, act
    pledge, head "restore", condition "once talks resume". A document without a date is read all the same; its
    relative dates then have no value.
    """
    text, published = document.text, document.published.edtf
    instruments = find_instruments(text)
    planned = outside(instruments, find_periods(text, published, direction="future"))
    past = outside(instruments, find_periods(text, published, direction="past"))
    drafts = list(mark(text, planned=planned, past=past))
    dateline = next((f.text for f in document.furniture if f.reason == "dateline"), None)
    actors = DocumentActors(
        text, title=document.title, publisher=document.publisher, published=published, dateline=dateline
    )
    dated = {
        "commitment": {Extent(p.start, p.end): p for p in planned},
        "event": {Extent(p.start, p.end): p for p in past},
    }
    statements = Resolver(document, actors, instruments, dated).resolve(drafts)
    return Reading(
        document=document,
        timexes=find_timexes(text, published),
        statements=statements,
        warnings=()
        if published
        else (Warn(code="undated", message="The document has no date: relative dates stay open."),),
    )


def mark(text: str, *, planned: Sequence[Due], past: Sequence[Due]) -> Iterator[Draft]:
    """The drafts of a text in order, marked slice by slice."""
    lexicon = load_reader_lexicon()
    for offset, piece in iter_slices(text):
        near = (list(inside(periods, offset, len(piece))) for periods in (planned, past))
        for draft in Marker(parse(piece), lexicon, planned=next(near), past=next(near)).mark():
            yield draft.moved(offset)


def inside(periods: Sequence[Due], offset: int, length: int) -> Iterator[Due]:
    """The dated phrases of a slice, with their offsets in it."""
    for period in periods:
        if offset <= period.start and period.end <= offset + length:
            yield replace(period, start=period.start - offset, end=period.end - offset)


def outside(instruments: Sequence[Instrument], periods: Sequence[Due]) -> list[Due]:
    """The dated phrases that are no part of an agreement's name, as "the 19 September military agreement" holds one."""
    return [p for p in periods if not any(p.start < i.end and i.start < p.end for i in instruments)]
