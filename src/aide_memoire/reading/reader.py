"""Reading: a document in, its statements out. Everything the program knows of what is said goes through here."""

from collections.abc import Iterator, Sequence

from aide_memoire.dates import find_timexes
from aide_memoire.reading.decode import decode
from aide_memoire.reading.draft import Draft
from aide_memoire.reading.encoder import load_encoder
from aide_memoire.reading.known import Known
from aide_memoire.reading.resolve import Resolver
from aide_memoire.reading.windows import iter_windows
from aide_memoire.records import Document, Reading, Warn


def read(document: Document) -> Reading:
    """Find the commitment and event statements of a document, each cell on its exact characters.

    "The ministry said it would restore the line once talks resume." gives one commitment: holder the ministry, act
    pledge, head "restore", condition "once talks resume". A document without a date is read all the same; its
    relative dates then have no value.
    """
    known = know(document)
    return resolve(document, known, list(mark(document.text, document.title, known)))


def know(document: Document) -> Known:
    """Look up the actors, dates and instruments of a document."""
    return Known(
        document.text,
        title=document.title,
        publisher=document.publisher,
        published=document.published.edtf,
        dateline=next((f.text for f in document.furniture if f.reason == "dateline"), None),
    )


def mark(text: str, title: str | None, known: Known) -> Iterator[Draft]:
    """The drafts of a text in order: where heads and cells are, before anything is resolved."""
    encoder = load_encoder()
    for window in iter_windows(text, title, encoder.tokenizer, known.marks):
        yield from decode(window, encoder.score(window), text, encoder.thresholds)


def resolve(document: Document, known: Known, drafts: Sequence[Draft]) -> Reading:
    """The statements that drafts become once their dates, actors and instruments are told."""
    published = document.published.edtf
    return Reading(
        document=document,
        timexes=find_timexes(document.text, published),
        statements=Resolver(document, known).resolve(drafts),
        warnings=()
        if published
        else (Warn(code="undated", message="The document has no date: relative dates stay open."),),
    )
