"""The date of a document that states none: from its dateline, its captions, a day alone on a line, who is in office."""

from datetime import date, timedelta

from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.timexes import find_timexes
from aide_memoire.documents.contradictions import EARLY, Witness, check, conflict_of
from aide_memoire.documents.evidence import WEEKDAYS, Evidence, said_weekdays, stated_facts
from aide_memoire.documents.terms import Term, find_new_terms
from aide_memoire.records import Published

_FAREWELL = timedelta(days=60)  # those who fall from office are spoken of by their title for a while
_YEAR_SHIFTS = (-1, 1)


def infer_date(witness: Witness) -> Published:
    """Give the date that the evidence settles, or an interval, or none, with what contradicts it."""
    return _from_dateline(witness) or _from_captions(witness) or _from_stamps(witness) or _from_terms(witness)


def _from_dateline(witness: Witness) -> Published | None:
    """Take the dateline's day; where it names no year, the one year that weekday and posts leave."""
    if not witness.dateline:
        return None
    evidence = witness.dateline[0]
    if len(evidence.days) == 1:
        return check(evidence.days[0].isoformat(), "dateline", witness, ())
    day = _only_year(evidence.days, witness)
    return check(day.isoformat(), "dateline", witness, ()) if day else None


def _only_year(days: tuple[date, ...], witness: Witness) -> date | None:
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


def _from_captions(witness: Witness) -> Published | None:
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
    conflict = conflict_of(evidence, stated, why)
    edtf = others[0].isoformat() if len(others) == 1 else None
    return Published(edtf=edtf, basis="inferred", conflicts=(conflict,))


def _shifted(day: date, years: int) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year + years)


def _reasons_against(day: date, evidence: Evidence, witness: Witness) -> list[str]:
    """What the text says that is not so on a day: each a clause."""
    reasons = []
    same = [w for w in said_weekdays(witness.text) if evidence.shares(w.sentence)]
    if same and all(w.number != day.weekday() for w in same):
        reasons.append(f"the text puts the same event on a {WEEKDAYS[same[0].number]} (“{same[0].text}”)")
    for term in witness.terms:
        if term.first and day < term.first - EARLY:
            reasons.append(f"“{term.text}”: {term.person} held that post only from {term.first.isoformat()}")
        elif term.last and day > term.last + EARLY:
            reasons.append(f"“{term.text}”: {term.person} held that post until {term.last.isoformat()}")
    reasons += [
        f"“{new.text}”: that is said when an office begins, and {new.term.person}'s began on {_begins(new.term)}"
        for new in find_new_terms(witness.text)
        if not new.fits(day)
    ]
    return reasons


def _begins(term: Term) -> str:
    return " and ".join(start.isoformat() for start, _ in term.spells if start)


def _reasons_for(day: date, evidence: Evidence, witness: Witness) -> list[str]:
    """What makes a day the likely one: the weekday of the event, an office that has just begun."""
    reasons = []
    same = [w for w in said_weekdays(witness.text) if evidence.shares(w.sentence)]
    if any(w.number == day.weekday() for w in same):
        reasons.append(f"{day.isoformat()} was a {WEEKDAYS[day.weekday()]}")
    fitting = [new for new in find_new_terms(witness.text) if new.fits(day)]
    reasons += [f"{day.isoformat()} is near the day on which {new.term.person} took office" for new in fitting]
    return reasons


def _from_stamps(witness: Witness) -> Published | None:
    """Take the day that stands alone on a line ("Published: 21 January 2021"), or that the report says it is."""
    if not witness.stamps:
        return None
    days = {evidence.days[0] for evidence in witness.stamps}
    best = witness.stamps[0]
    if len(days) > 1 and max(days) - min(days) > timedelta(days=2):
        conflicts = tuple(
            conflict_of(e, e.days[0], "The text holds several days that could be its own, far apart")
            for e in witness.stamps
        )
        return Published(edtf=f"{min(days).isoformat()}/{max(days).isoformat()}", basis="inferred", conflicts=conflicts)
    return check(best.days[0].isoformat(), "inferred", witness, ())


def _from_terms(witness: Witness) -> Published:
    """Give the interval in which all who are named in office held it, after the last past date that the text names."""
    first, last = _terms_window(witness.terms)
    past = [fact.first for fact in stated_facts(witness.text) if fact.way == "past"]
    first = max([*past, first] if first else past, default=None)
    if first and last and first <= last:
        return Published(edtf=f"{first.isoformat()}/{last.isoformat()}", basis="inferred")
    return Published(edtf=None, basis="inferred")


def _terms_window(terms: tuple[Term, ...]) -> tuple[date | None, date | None]:
    """The one spell in which all who are named held their posts or had just left; open ends where there is none."""
    common = [(date.min, date.max)]
    while_in_office = [(date.min, date.max)]
    for term in terms:
        spells = [(start or date.min, end or date.max) for start, end in term.spells]
        while_in_office = _common(while_in_office, spells)
        common = _common(common, [(start, _a_while_after(end)) for start, end in spells])
    if len(common) != 1 or (not while_in_office and _is_brief(*common[0])):
        return None, None
    first, last = common[0]
    return (None if first == date.min else first), (None if last == date.max else last)


def _common(one: list[tuple[date, date]], other: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The days of two lists of spells that are in both; a day on which one follows the other is in neither."""
    spells = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return [(first, last) for first, last in spells if (last - first).days > 1]


def _a_while_after(end: date) -> date:
    return date.max if end >= date.max - _FAREWELL else end + _FAREWELL


def _is_brief(first: date, last: date) -> bool:
    return last - first <= _FAREWELL
