"""The date of a document that states none: from its dateline, its captions, a day alone on a line, who is in office."""

from datetime import date, timedelta
from math import exp

from aide_memoire.documents.contradictions import EARLY, Witness, check, conflict_of
from aide_memoire.documents.evidence import WEEKDAYS, Evidence, said_weekdays
from aide_memoire.documents.terms import Term, find_new_terms
from aide_memoire.documents.weighing import least_price, price, weigh
from aide_memoire.records import Published

_YEAR_SHIFTS = (-1, 1)
_OTHER_WEEKDAY = 5.0  # nats against a year in which the day is not one of the weekdays that the text names first
_OLD_PICTURE = 5.0  # nats by which a caption's day may be less likely than the likeliest
_SURE = 0.95


def infer_date(witness: Witness) -> Published:
    """Give the date that the evidence settles, or an interval, or none, with what contradicts it."""
    return _from_dateline(witness) or _from_captions(witness) or _from_stamps(witness) or _from_votes(witness)


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
    """Choose the year of a day without one, by the votes and the weekday said; None where another is as likely."""
    said = {weekday.number for weekday in said_weekdays(witness.text)[:2]}
    prices = [price(day, witness.votes) + _OTHER_WEEKDAY * bool(said and day.weekday() not in said) for day in days]
    shares = [exp(min(prices) - cost) for cost in prices]
    best = max(range(len(days)), key=lambda i: shares[i])
    return days[best] if shares[best] >= _SURE * sum(shares) else None


def _from_captions(witness: Witness) -> Published | None:
    """Take a caption's day unless the text contradicts it; then the neighbouring year that the text agrees with."""
    if not witness.captions:
        return None
    evidence = max(witness.captions, key=lambda e: e.days[0])
    stated = evidence.days[0]
    against = _reasons_against(stated, evidence, witness)
    if not against:
        is_old = price(stated, witness.votes) > least_price(witness.votes) + _OLD_PICTURE
        return None if is_old else Published(edtf=stated.isoformat(), basis="inferred")
    others = [
        d for shift in _YEAR_SHIFTS if (d := _shifted(stated, shift)) and not _reasons_against(d, evidence, witness)
    ]
    others = [d for d in others if _reasons_for(d, evidence, witness)]
    why = f"{stated.day} {stated:%B} {stated.year} was a {WEEKDAYS[stated.weekday()]}; " + "; ".join(against)
    if len(others) == 1:
        why += "; " + "; ".join(_reasons_for(others[0], evidence, witness))
    conflict = conflict_of(evidence, stated, why)
    edtf = others[0].isoformat() if len(others) == 1 else _from_votes(witness).edtf
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


def _from_votes(witness: Witness) -> Published:
    """Give the stretch that all votes leave as likely: posts held, landmarks, dates past and to come."""
    stretch = weigh(witness.votes)
    edtf = f"{stretch.first.isoformat()}/{stretch.last.isoformat()}" if stretch else None
    return Published(edtf=edtf, basis="inferred")
