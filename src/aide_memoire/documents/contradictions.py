"""What in a document cannot be true of the date that it is said to have.

Only what contradicts is reported: an old picture, a paper of the day after or a head of state of another time is none.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.evidence import (
    WEEKDAYS,
    Evidence,
    StatedFact,
    stated_facts,
    weekday_dates,
)
from aide_memoire.documents.terms import Term
from aide_memoire.documents.votes import Vote
from aide_memoire.documents.weighing import least_price, price
from aide_memoire.records import Basis, DateConflict, Published

EARLY = timedelta(days=120)  # a president-elect is called President before taking office
_LATE = timedelta(days=31)
_FAR = 4.0  # nats by which a date may be less likely than the likeliest before that is a conflict
_LOUD = 2.5  # nats from which on a single vote is named as a reason


class Witness(msgspec.Struct, frozen=True):
    """Everything that bears on the date of one document."""

    text: str
    captions: tuple[Evidence, ...]
    dateline: tuple[Evidence, ...]
    stamps: tuple[Evidence, ...]
    terms: tuple[Term, ...]
    votes: tuple[Vote, ...] = ()


def check(edtf: str, basis: Basis, witness: Witness, conflicts: tuple[DateConflict, ...]) -> Published:
    """Keep a stated date, and report what in the document cannot be true of it."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return Published(edtf=edtf, basis=basis, conflicts=conflicts)
    found = (*_in_head(witness, first, last), *_in_text(witness, first, last))
    return Published(edtf=edtf, basis=basis, conflicts=unique((*conflicts, *found)))


def _in_head(witness: Witness, first: date, last: date) -> Iterator[DateConflict]:
    """What dateline and captions say against a date."""
    for evidence in witness.dateline:
        nearest = min(evidence.days, key=lambda d: abs((d - first).days))
        if not first - timedelta(days=4) <= nearest <= last + timedelta(days=1):
            yield conflict_of(evidence, nearest, f"The dateline says {_named(nearest)}, but the document is of {first}")
    for evidence in witness.captions:
        why = _caption_wrong(evidence.days[0], first, last)
        if why:
            yield conflict_of(evidence, evidence.days[0], why)


def _in_text(witness: Witness, first: date, last: date) -> Iterator[DateConflict]:
    """What posts, stated dates and weekdays of the text say against a date."""
    facts = [fact for fact in stated_facts(witness.text) if _wrong_side(fact, first, last)]
    for fact in facts:
        why = f"The text puts that {_wrong_side(fact, first, last)}, seen from {first}"
        yield DateConflict(text=fact.text, edtf=_span(fact), why=why)
    votes = tuple(vote for vote in witness.votes if not any(vote.text in fact.text for fact in facts))
    yield from _by_votes(votes, first, last)
    for weekday, evidence in weekday_dates(witness.text) if first == last else ():
        nearest = min(evidence.days, key=lambda d: abs((d - first).days))
        if nearest.weekday() != weekday:
            why = f"The text calls it a {WEEKDAYS[weekday]}, but with a document of {first} it is {_named(nearest)}"
            yield DateConflict(text=evidence.text, edtf=None, why=why)


def _by_votes(votes: tuple[Vote, ...], first: date, last: date) -> Iterator[DateConflict]:
    """The votes that speak loudest against a date, where all together put it far from the likeliest."""
    day = min((first, last), key=lambda day: price(day, votes))
    if price(day, votes) - least_price(votes) < _FAR:
        return
    for vote in votes:
        if vote.price(day) >= _LOUD and vote.contradicts(day):
            start, end = vote.spells[0][0], vote.spells[-1][1]
            edtf = f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
            yield DateConflict(text=vote.text, edtf=edtf, why=f"{vote.why}, but the document is of {day}")


def _wrong_side(fact: StatedFact, first: date, last: date) -> str | None:
    """Where the text puts a date that, by the document's own, lies on the other side."""
    if fact.last - fact.first > _LATE:
        return None  # a year is too often part of a name ("the 2030 plan")
    if fact.way == "past" and fact.first > last + timedelta(days=2):
        return "in the past"
    if fact.way == "future" and fact.last < first - _LATE:
        return "in the future"
    return None


def _span(fact: StatedFact) -> str:
    first, last = fact.first.isoformat(), fact.last.isoformat()
    return first if first == last else first[:7]


def _caption_wrong(day: date, first: date, last: date) -> str | None:
    """Why a caption's day cannot be right: it lies ahead of the document, or is its very day in a neighbouring year."""
    if day > last + timedelta(days=1):
        return f"The caption's {_named(day)} lies after the document's own date, {last.isoformat()}"
    same_day = first == last and (day.month, day.day) == (first.month, first.day)
    if same_day and day.year == first.year - 1:
        return f"The caption's {_named(day)} is the document's own day, {first.isoformat()}, in another year"
    return None


def _named(day: date) -> str:
    return f"{day.isoformat()} ({WEEKDAYS[day.weekday()]})"


def conflict_of(evidence: Evidence, day: date, why: str) -> DateConflict:
    """Report a day that a piece of evidence names, and why it cannot be right."""
    return DateConflict(text=evidence.text, edtf=day.isoformat(), why=why)


def unique(conflicts: tuple[DateConflict, ...]) -> tuple[DateConflict, ...]:
    """Keep the first of each conflict."""
    return tuple(dict.fromkeys(conflicts))
