"""The answer to "what has been undertaken?": commitments in order, with their time state and their documents."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Literal

from msgspec.structs import asdict

from aide_memoire.records import Actor, Briefing, Commitment, Document, Line, Section, Statement
from aide_memoire.views.lines import iter_lines
from aide_memoire.views.news import Narrowed, find_news
from aide_memoire.views.parties import name_parties, party_of
from aide_memoire.views.wording import word_date

By = Literal["holder", "counterpart", "instrument", "due"]
_LATEST = "9999"
_Placed = tuple[tuple[bool, str], str, Line]


def brief(
    commitments: Iterable[Commitment],
    documents: Callable[[str], Document | None],
    *,
    by: By,
    as_of: date,
    min_score: float = 0.0,
    since: date | None = None,
    known_at: date | None = None,
) -> Briefing:
    """Order the core commitments under headings, as of a day; a commitment toward two counterparts stands under both.

    Actors stand under the state, organisation or group that they are, or are of, whatever each place calls them.

    `commitments` are those known on that day, `documents` finds the document that a quote stands in. Headings are
    alphabetical (by due: years in order), what has none is last; lines are by date of making, then id. A document
    that is not found is left out of `Briefing.documents`; its quotes then stand without their context. What was made
    by a statement with a score below `min_score` is left out.

    `since` keeps the lines alone of which something was published after that day; `known_at` is the day, if one was
    asked for, at whose end the ledger had the `commitments` like this. With either the briefing is a `Narrowed` one.
    """
    lines = list(iter_lines(commitments, as_of=as_of, min_score=min_score))
    news = find_news(lines, since) if since is not None else ()
    if since is not None:
        new = {one.commitment for one in news}
        lines = [line for line in lines if line.commitment.id in new]
    names = name_parties(actor for line in lines for actor in _list_actors(line.commitment.making, by))
    placed = sorted((place for line in lines for place in _iter_places(line, by, names)), key=_order)
    sections = tuple(
        Section(heading=heading, lines=tuple(line for _, _, line in group))
        for heading, group in groupby(placed, key=lambda place: place[1])
    )
    whole = Briefing(as_of=as_of.isoformat(), by=by, sections=sections, documents=_collect_documents(lines, documents))
    if since is None and known_at is None:
        return whole
    return Narrowed(
        **asdict(whole),
        since=since.isoformat() if since else None,
        known_at=known_at.isoformat() if known_at else None,
        news=news,
    )


def _iter_places(line: Line, by: By, names: dict[str, str]) -> Iterator[_Placed]:
    """Where a line stands: a key that orders the sections, their heading, and the line."""
    for is_last, key, heading in dict.fromkeys(_iter_headings(line.commitment, by, names)):
        yield (is_last, key), heading, line


def _iter_headings(commitment: Commitment, by: By, names: dict[str, str]) -> Iterator[tuple[bool, str, str]]:
    making = commitment.making
    if by == "instrument":
        instruments = [making.instrument.name] if making.instrument else []
        yield from _headings(instruments, without="no instrument named")
    elif by == "due":
        yield _due_heading(commitment.due_edtf, has_words=making.due is not None)
    else:
        without = "holder unknown" if by == "holder" else "no counterpart named"
        yield from _headings([names[party_of(actor)] for actor in _list_actors(making, by)], without=without)


def _list_actors(making: Statement, by: By) -> tuple[Actor, ...]:
    if by == "holder":
        return () if making.holder is None else (making.holder,)
    return making.counterparts if by == "counterpart" else ()


def _headings(names: list[str], *, without: str) -> Iterator[tuple[bool, str, str]]:
    yield from ((False, name.casefold(), name) for name in names)
    if not names:
        yield True, "", without


def _due_heading(edtf: str | None, *, has_words: bool) -> tuple[bool, str, str]:
    """The year in which it is due; a deadline without a date and no deadline at all come last, in this order."""
    if edtf is None:
        return (True, "1", "deadline without a known date") if has_words else (True, "2", "no deadline")
    start, _, end = edtf.rpartition("/")
    bound = end if end not in ("", "..") else start
    year = bound[:4]
    return False, year.replace("X", "9"), word_date(year)


def _order(placed: _Placed) -> tuple[tuple[bool, str], str, str, str]:
    key, heading, line = placed
    return key, heading, line.commitment.statements[0].published or _LATEST, line.commitment.id


def _collect_documents(lines: list[Line], documents: Callable[[str], Document | None]) -> tuple[Document, ...]:
    ids = dict.fromkeys(linked.document for line in lines for linked in line.commitment.statements)
    found = [document for document in map(documents, ids) if document is not None]
    return tuple(sorted(found, key=lambda document: (document.published.edtf or _LATEST, document.id)))
