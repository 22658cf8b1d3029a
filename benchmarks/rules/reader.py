"""The rule reader: drafts by rules over a parse, resolved as the package resolves its own."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.reader import know, resolve
from aide_memoire.records import Document, Due, Instrument, Reading
from benchmarks.rules.lexicon import load_reader_lexicon
from benchmarks.rules.mark import Marker
from benchmarks.rules.parsing import iter_slices, parse


def read_by_rules(document: Document) -> Reading:
    """The statements of a document as the rules find them."""
    known = know(document)
    instruments = known.actors.instruments
    drafts = list(mark(document.text, planned=known.dated["commitment"], past=known.dated["event"]))
    return resolve(document, known, [with_instrument(draft, drafts, instruments) for draft in drafts])


def mark(text: str, *, planned: Sequence[Due], past: Sequence[Due]) -> Iterator[Draft]:
    """The drafts of a text in order, marked slice by slice."""
    lexicon = load_reader_lexicon()
    for offset, piece in iter_slices(text):
        near = (list(inside(periods, offset, len(piece))) for periods in (planned, past))
        for draft in Marker(parse(piece), lexicon, planned=next(near), past=next(near)).mark():
            yield moved(draft, offset)


def moved(draft: Draft, by: int) -> Draft:
    """The draft with all its extents moved, from a slice of a text into the whole."""
    if not by:
        return draft
    places = {name: place for name, place in structs.asdict(draft).items() if isinstance(place, Extent)}
    extents = {name: Extent(start + by, end + by) for name, (start, end) in places.items()}
    counterparts = tuple(Extent(start + by, end + by) for start, end in draft.counterparts)
    return structs.replace(draft, **extents, counterparts=counterparts)


def inside(periods: Sequence[Due], offset: int, length: int) -> Iterator[Due]:
    """The dated phrases of a slice, with their offsets in it."""
    for period in periods:
        if offset <= period.start and period.end <= offset + length:
            yield structs.replace(period, start=period.start - offset, end=period.end - offset)


def with_instrument(draft: Draft, drafts: Sequence[Draft], instruments: Sequence[Instrument]) -> Draft:
    """The draft with the instrument that is named in its clause and in no clause further in."""
    inner = [d.clause for d in drafts if d is not draft and draft.clause.holds(d.clause) and d.clause != draft.clause]
    extents = (Extent(i.start, i.end) for i in instruments)
    own = (e for e in extents if draft.clause.holds(e) and not any(clause.holds(e) for clause in inner))
    return structs.replace(draft, instrument=next(own, None))
