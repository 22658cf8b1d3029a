"""When a document was published: from all that says so, and what speaks against it.

What is given outranks metadata, an address that holds a day counts as metadata, then come the dateline and the text.
Only what contradicts is reported: an old picture or a paper of the day after is no conflict.
"""

from datetime import date, timedelta

import msgspec

from aide_memoire.dates.edtf import bounds, to_edtf_day
from aide_memoire.dates.timexes import find_timexes
from aide_memoire.documents.evidence import (
    WEEKDAYS,
    Evidence,
    address_day,
    caption_days,
    dateline_days,
    said_weekdays,
    stamped_days,
    written,
)
from aide_memoire.documents.terms import Term, find_new_terms, find_terms
from aide_memoire.errors import DateError
from aide_memoire.records import Basis, DateConflict, Published

_EARLY = timedelta(days=120)  # a president-elect is called President before taking office
_YEAR_SHIFTS = (-1, 1)


class _Witness(msgspec.Struct, frozen=True):
    """Everything that bears on the date of one document."""

    text: str
    captions: tuple[Evidence, ...]
    dateline: tuple[Evidence, ...]
    stamps: tuple[Evidence, ...]
    terms: tuple[Term, ...]


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
) -> Published:
    """Find when a document was published, and what contradicts it.

    `text` is the clean body; a dateline ("SEOUL, Jan. 21 (Yonhap) --") and captions are given apart. A caption
    "…, Jan. 21, 2022." beside a body that puts the same meeting on a Thursday gives 2021-01-21, a Thursday, and reports
    the caption. `edtf` is None where the evidence does not settle it. DateError if `given_date` is no EDTF date.
    """
    witness = _Witness(
        text=text,
        captions=tuple(e for caption in captions for e in caption_days(caption)),
        dateline=dateline_days(dateline) if dateline else (),
        stamps=stamped_days(text, title),
        terms=find_terms(text),
    )
    if given_date is not None:
        return _checked(_given(given_date), "given", witness, _other_metadata(metadata_date, url, given_date))
    stated, conflicts = _metadata(metadata_date, url)
    if stated is not None:
        return _checked(stated, "metadata", witness, conflicts)
    inferred = _from_dateline(witness) or _from_captions(witness) or _from_stamps(witness) or _from_terms(witness)
    return msgspec.structs.replace(inferred, conflicts=_unique((*conflicts, *inferred.conflicts)))


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
    if stated is None or _close(stated, _given(given), days=3):
        return conflicts
    quote = metadata_date or url or stated
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
    if in_url and not _close(stated, in_url.isoformat(), days=3):
        why = f"The address holds the day {in_url.isoformat()}, but the metadata says {stated}"
        return stated, (DateConflict(text=url or "", edtf=in_url.isoformat(), why=why),)
    return stated, ()


def _close(one: str, other: str, *, days: int) -> bool:
    """Say whether two dates overlap when each may be some days off."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if None in (first, last, start, end):
        return True
    assert first and last and start and end
    slack = timedelta(days=days)
    return first - slack <= end and start - slack <= last


def _checked(edtf: str, basis: Basis, witness: _Witness, conflicts: tuple[DateConflict, ...]) -> Published:
    """Keep a stated date, and report what in the text cannot be true of it."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return Published(edtf=edtf, basis=basis, conflicts=conflicts)
    found = [*conflicts]
    for evidence in witness.dateline:
        nearest = min(evidence.days, key=lambda d: abs((d - first).days))
        if not first - timedelta(days=4) <= nearest <= last + timedelta(days=1):
            found.append(
                _conflict(evidence, nearest, f"The dateline says {nearest.isoformat()}, but the document is of {edtf}")
            )
    for evidence in witness.captions:
        why = _caption_wrong(evidence.days[0], first, last)
        if why:
            found.append(_conflict(evidence, evidence.days[0], why))
    for term in witness.terms:
        start = term.first
        if start and last < start - _EARLY:
            why = f"{term.person} held that post only from {start.isoformat()}, but the document is of {edtf}"
            found.append(DateConflict(text=term.text, edtf=f"{start.isoformat()}/..", why=why))
    return Published(edtf=edtf, basis=basis, conflicts=_unique(tuple(found)))


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


def _conflict(evidence: Evidence, day: date, why: str) -> DateConflict:
    return DateConflict(text=evidence.text, edtf=day.isoformat(), why=why)


def _unique(conflicts: tuple[DateConflict, ...]) -> tuple[DateConflict, ...]:
    return tuple(dict.fromkeys(conflicts))


def _from_dateline(witness: _Witness) -> Published | None:
    """Take the dateline's day; where it names no year, the one year that weekday and posts leave."""
    if not witness.dateline:
        return None
    evidence = witness.dateline[0]
    if len(evidence.days) == 1:
        return _checked(evidence.days[0].isoformat(), "dateline", witness, ())
    day = _only_year(evidence.days, witness)
    return _checked(day.isoformat(), "dateline", witness, ()) if day else None


def _only_year(days: tuple[date, ...], witness: _Witness) -> date | None:
    """Choose the year of a day without one: the weekday said, the posts held, the years that the text speaks of."""
    weekdays = said_weekdays(witness.text)
    first, last = _terms_window(witness.terms)
    years = _years(witness.text)
    fitting = [d for d in days if (not first or d >= first) and (not last or d <= last)]
    fitting = [d for d in fitting if not years or max(years) - 1 <= d.year <= max(years) + 5]
    if weekdays:
        said = {weekday.number for weekday in weekdays[:2]}
        fitting = [d for d in fitting if d.weekday() in said]
    return fitting[0] if len(fitting) == 1 and (weekdays or (first and last)) else None


def _years(text: str) -> list[int]:
    found = (t.edtf for t in find_timexes(text[:20_000], None) if t.edtf and t.type == "DATE")
    return sorted({bounds(edtf)[0].year for edtf in found if bounds(edtf)[0]})  # type: ignore[union-attr]


def _from_captions(witness: _Witness) -> Published | None:
    """Take a caption's day unless the text contradicts it; then the neighbouring year that the text agrees with."""
    if not witness.captions:
        return None
    evidence = max(witness.captions, key=lambda e: e.days[0])
    stated = evidence.days[0]
    against = _reasons_against(stated, evidence, witness)
    if not against:
        return Published(edtf=stated.isoformat(), basis="inferred")
    others = [
        d for shift in _YEAR_SHIFTS if (d := _shifted(stated, shift)) and not _reasons_against(d, evidence, witness)
    ]
    others = [d for d in others if _reasons_for(d, evidence, witness)]
    why = f"{stated.day} {stated:%B} {stated.year} was a {WEEKDAYS[stated.weekday()]}; " + "; ".join(against)
    if len(others) == 1:
        why += "; " + "; ".join(_reasons_for(others[0], evidence, witness))
    conflict = _conflict(evidence, stated, why)
    edtf = others[0].isoformat() if len(others) == 1 else None
    return Published(edtf=edtf, basis="inferred", conflicts=(conflict,))


def _shifted(day: date, years: int) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year + years)


def _reasons_against(day: date, evidence: Evidence, witness: _Witness) -> list[str]:
    """What the text says that is not so on a day: each a clause."""
    reasons = []
    same = [w for w in said_weekdays(witness.text) if evidence.shares(w.sentence)]
    if same and all(w.number != day.weekday() for w in same):
        reasons.append(f"the text puts the same event on a {WEEKDAYS[same[0].number]} (“{same[0].text}”)")
    for term in witness.terms:
        if term.first and day < term.first - _EARLY:
            reasons.append(f"“{term.text}”: {term.person} held that post only from {term.first.isoformat()}")
        elif term.last and day > term.last + _EARLY:
            reasons.append(f"“{term.text}”: {term.person} held that post until {term.last.isoformat()}")
    reasons += [
        f"“{new.text}”: that is said when an office begins, and {new.term.person}'s began on {_begins(new.term)}"
        for new in find_new_terms(witness.text)
        if not new.fits(day)
    ]
    return reasons


def _begins(term: Term) -> str:
    return " and ".join(start.isoformat() for start, _ in term.spells if start)


def _reasons_for(day: date, evidence: Evidence, witness: _Witness) -> list[str]:
    """What makes a day the likely one: the weekday of the event, an office that has just begun."""
    reasons = []
    same = [w for w in said_weekdays(witness.text) if evidence.shares(w.sentence)]
    if any(w.number == day.weekday() for w in same):
        reasons.append(f"{day.isoformat()} was a {WEEKDAYS[day.weekday()]}")
    fitting = [new for new in find_new_terms(witness.text) if new.fits(day)]
    reasons += [f"{day.isoformat()} is near the day on which {new.term.person} took office" for new in fitting]
    return reasons


def _from_stamps(witness: _Witness) -> Published | None:
    """Take the day that stands alone on a line ("Published: 21 January 2021"), or that the report says it is."""
    if not witness.stamps:
        return None
    days = {evidence.days[0] for evidence in witness.stamps}
    best = witness.stamps[0]
    if len(days) > 1 and max(days) - min(days) > timedelta(days=2):
        conflicts = tuple(
            _conflict(e, e.days[0], "The text holds several days that could be its own, far apart")
            for e in witness.stamps
        )
        return Published(edtf=f"{min(days).isoformat()}/{max(days).isoformat()}", basis="inferred", conflicts=conflicts)
    return _checked(best.days[0].isoformat(), "inferred", witness, ())


def _from_terms(witness: _Witness) -> Published:
    """Give the interval in which all who are named in office held it; no date where that settles nothing."""
    first, last = _terms_window(witness.terms)
    if first and last and first <= last:
        return Published(edtf=f"{first.isoformat()}/{last.isoformat()}", basis="inferred")
    return Published(edtf=None, basis="inferred")


def _terms_window(terms: tuple[Term, ...]) -> tuple[date | None, date | None]:
    starts = [term.first for term in terms if term.first]
    ends = [term.last for term in terms if term.last]
    first, last = max(starts, default=None), min(ends, default=None)
    return (None, None) if first and last and first > last else (first, last)
