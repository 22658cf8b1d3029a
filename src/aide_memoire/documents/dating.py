"""When a document was published: from all that says so, what speaks against it, and what else it might be.

What is given outranks metadata, an address that holds a day counts as metadata, then come the dateline and the text.
Only what contradicts is reported: an old picture or a paper of the day after is no conflict.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from aide_memoire.dates.edtf import bounds, to_edtf_day
from aide_memoire.documents.contradictions import Witness, check, unique
from aide_memoire.documents.evidence import (
    address_day,
    caption_days,
    dateline_days,
    is_filed_by_day,
    stamped_days,
    written,
)
from aide_memoire.documents.inference import infer_date
from aide_memoire.documents.terms import find_terms
from aide_memoire.documents.votes import Vote, find_votes
from aide_memoire.documents.weighing import weigh
from aide_memoire.errors import DateError
from aide_memoire.records import DateConflict, Published


class Alternative(msgspec.Struct, frozen=True):
    """A day or stretch that something in a document speaks for, and each reason: its words, and what they say."""

    edtf: str
    reasons: tuple[str, ...]


class Dating(msgspec.Struct, frozen=True):
    """When a document was published, all other days and stretches that something speaks for, and the votes of its text.

    `votes` are what the text says of its day, whether or not that was needed; `published` alone goes into the document.
    """

    published: Published
    alternatives: tuple[Alternative, ...] = ()
    votes: tuple[Vote, ...] = ()


def date_document(
    text: str,
    *,
    title: str | None,
    url: str | None,
    publisher: str | None,
    dateline: str | None,
    captions: tuple[str, ...],
    metadata_date: str | None,
    given_date: str | None,
) -> Dating:
    """Find when a document was published, what contradicts it, and the alternatives.

    `text` is the clean body; a dateline ("SEOUL, Jan. 21 (Yonhap) --") and captions are given apart. A caption
    "…, Jan. 21, 2022." beside a body that puts the same meeting on a Thursday gives 2021-01-21, a Thursday, and reports
    the caption. `edtf` is None where the evidence does not settle it, a stretch where it settles no day. DateError if
    `given_date` is no EDTF date.
    """
    witness = Witness(
        text=text,
        captions=tuple(e for caption in captions for e in caption_days(caption)),
        dateline=dateline_days(dateline) if dateline else (),
        stamps=stamped_days(text, title),
        terms=find_terms(text),
        votes=find_votes(text),
    )
    stated, conflicts = _metadata(metadata_date, url)
    if given_date is not None:
        published = check(_given(given_date), "given", witness, _other_metadata(metadata_date, url, given_date))
    elif stated is not None:
        published = check(stated, "metadata", witness, conflicts)
    else:
        inferred = infer_date(witness)
        published = msgspec.structs.replace(inferred, conflicts=unique((*conflicts, *inferred.conflicts)))
    return Dating(published, tuple(_alternatives(published.edtf, stated, witness)), witness.votes)


def _alternatives(chosen: str | None, stated: str | None, witness: Witness) -> Iterator[Alternative]:
    """What metadata, dateline, captions, lines and the votes of the text speak for, but for the date chosen."""
    reasons: dict[str, list[str]] = {}
    if stated:
        reasons.setdefault(stated, []).append("The metadata or the address says so")
    for kind, found in (("dateline", witness.dateline), ("caption", witness.captions), ("line", witness.stamps)):
        for evidence in found:
            if len(evidence.days) == 1:
                reasons.setdefault(evidence.days[0].isoformat(), []).append(f"The {kind} says “{evidence.text}”")
    stretch = weigh(witness.votes)
    if stretch:
        said = (f"“{vote.text}”: {vote.why}" for vote in witness.votes)
        reasons.setdefault(f"{stretch.first.isoformat()}/{stretch.last.isoformat()}", []).extend(said)
    yield from (Alternative(edtf, tuple(why)) for edtf, why in reasons.items() if edtf != chosen)


def _given(value: str) -> str:
    try:
        return to_edtf_day(value)
    except DateError as error:
        raise DateError(
            f"The date {value[:40]!r} that was given is no EDTF date",
            remedy="Write it as YYYY, YYYY-MM or YYYY-MM-DD, for example 2021-01-21",
        ) from error


def _other_metadata(metadata_date: str | None, url: str | None, given: str) -> tuple[DateConflict, ...]:
    stated, conflicts = _metadata(metadata_date, url)
    conflicts = tuple(c for c in conflicts if c.edtf is None or not _close(c.edtf, _given(given), days=3))
    if stated is None or _close(stated, _given(given), days=3):
        return conflicts
    quote = url if url and stated != written(metadata_date or "") else metadata_date or stated
    return (*conflicts, DateConflict(text=quote, edtf=stated, why=f"The metadata says {stated}, but {given} was given"))


def _metadata(metadata_date: str | None, url: str | None) -> tuple[str | None, tuple[DateConflict, ...]]:
    """The date of metadata and address, and where one is malformed or they disagree."""
    in_url = address_day(url) if url else None
    if metadata_date is None or not metadata_date.strip():
        return (in_url.isoformat() if in_url else None), ()
    stated = written(metadata_date)
    if stated is None:
        why = f"The metadata's date {metadata_date[:60]!r} is not understood, so that it is ignored"
        return (in_url.isoformat() if in_url else None), (DateConflict(text=metadata_date, edtf=None, why=why),)
    if in_url is None or url is None or _close(stated, in_url.isoformat(), days=3):
        return stated, ()
    why = f"The address holds the day {in_url.isoformat()}, but the metadata says {stated}"
    if is_filed_by_day(url) and _is_before(in_url, stated):
        # A page that moves keeps the day it was filed under; its metadata tell of the move.
        return in_url.isoformat(), (DateConflict(text=metadata_date, edtf=stated, why=why),)
    return stated, (DateConflict(text=url, edtf=in_url.isoformat(), why=why),)


def _is_before(day: date, edtf: str) -> bool:
    first = bounds(edtf)[0]
    return first is not None and day < first


def _close(one: str, other: str, *, days: int) -> bool:
    """Say whether two dates overlap when each may be some days off."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if None in (first, last, start, end):
        return True
    assert first and last and start and end
    slack = timedelta(days=days)
    return first - slack <= end and start - slack <= last
