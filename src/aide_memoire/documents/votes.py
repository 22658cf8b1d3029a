"""What each thing in a text says of the day on which it was written: an interval, with a price for each day beyond it.

"President Biden" speaks for the days from 20 January 2021 to 20 January 2025: a text of 2019 hardly calls him so, one
of 2026 may. Nothing forbids a day, since all evidence can mislead; the prices are in lexicons/time_dating.toml.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from aide_memoire.documents.evidence import WEEKDAYS, BareDate, Grain, NamedDate, bare_dates, named_dates, weekday_dates
from aide_memoire.documents.landmarks import find_landmarks
from aide_memoire.documents.numbers import Numbered, find_numbers
from aide_memoire.documents.terms import Spell, Term, find_people
from aide_memoire.lexicons import read_lexicon

type Kind = Literal[
    "holds", "beside", "named", "left", "elect", "new", "landmark", "topic", "past_day", "open_day", "future_day",
    "past_year", "open_year", "future_year", "weekday", "series", "register", "anniversary", "season",
    "fiscal_year",
]  # fmt: skip
_KINDS: dict[Grain, tuple[Kind, Kind, Kind]] = {
    "day": ("past_day", "future_day", "open_day"),
    "year": ("past_year", "future_year", "open_year"),
}
_FIRM = ("holds", "beside", "left", "landmark")
_YEAR = 365.25
_MONTH = 30  # days
_TO_COME = timedelta(days=90)
_NEW_FOR = timedelta(days=270)
_ALREADY, _STILL = timedelta(days=120), timedelta(days=60)
_ABOUT = timedelta(days=31)
_YEARS = range(1985, 2036)


class Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a day beyond an interval costs, by how far: nothing for `free` years, then `step` and `slope` a year."""

    free: float
    step: float
    slope: float
    most: float

    def at(self, days: int) -> float:
        """The price so many days beyond."""
        years = days / _YEAR - self.free
        return min(self.most, self.step + self.slope * years) if years > 0 else 0.0


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The prices of one kind of evidence before and after its interval."""

    evidence: Kind
    early: Price
    late: Price
    examples: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    weight: tuple[Weight, ...]


@cache
def load_weights() -> dict[Kind, Weight]:
    """Read the prices of lexicons/time_dating.toml, by kind. LexiconError where they are malformed."""
    return {weight.evidence: weight for weight in read_lexicon("time_dating.toml", _File).weight}


class Vote(NamedTuple):
    """Words of a text, the kind of evidence that they are, the spells of days they speak for, and why."""

    text: str
    kind: Kind
    spells: tuple[Spell, ...]
    why: str
    unknown: tuple[Spell, ...] = ()

    def price(self, day: date) -> float:
        """What a day costs by this vote: 0 within one of its spells, the nearest spell's price elsewhere."""
        weight = load_weights()[self.kind]
        price = min(_price(day, spell, weight) for spell in self.spells)
        if price and any((not first or first <= day) and (not last or day <= last) for first, last in self.unknown):
            return price / 2
        return price

    def contradicts(self, day: date) -> bool:
        """Say whether a day cannot be, by this vote alone: offices and landmarks say so, but not dates of long ago."""
        return self.kind in _FIRM and not any(_reaches(spell, day) for spell in (*self.spells, *self.unknown))

    def by_month(self, first_year: int, count: int) -> list[float]:
        """What each of so many months costs, from January of a year on; a month within reach of a spell is in it."""
        if self.kind == "season":
            a_year = self.spells[: len(self.spells) // len(_YEARS)]
            return _season_prices(frozenset(first.month for first, _ in a_year if first), count)
        spells = [_month_prices(self.kind, *_places(spell, first_year, count), count) for spell in self.spells]
        prices = spells[0] if len(spells) == 1 else list(map(min, *spells))
        for spell in self.unknown:
            first, last = _places(spell, first_year, count)
            prices = [p / 2 if first <= place <= last else p for place, p in enumerate(prices)]
        return prices


def _reaches(spell: Spell, day: date) -> bool:
    """Say whether a day is within a spell, or so near that the title is used already or still."""
    first, last = spell
    return (not first or day >= first - _ALREADY) and (not last or day <= last + _STILL)


def _places(spell: Spell, first_year: int, count: int) -> tuple[int, int]:
    """The months of a spell, counted from January of a year; those of an open one reach to the ends."""
    first, last = spell
    start = (first.year - first_year) * 12 + first.month - 1 if first else 0
    end = (last.year - first_year) * 12 + last.month - 1 if last else count - 1
    return start, end


@lru_cache(maxsize=4096)
def _month_prices(kind: Kind, start: int, end: int, count: int) -> list[float]:
    weight = load_weights()[kind]
    early = [weight.early.at((start - place) * _MONTH) for place in range(min(max(start, 0), count))]
    late = [weight.late.at((place - end) * _MONTH) for place in range(max(end + 1, 0), count)]
    return early + [0.0] * (count - len(early) - len(late)) + late


@lru_cache(maxsize=256)
def _season_prices(months: frozenset[int], count: int) -> list[float]:
    """The prices of the twelve months, again and again: by how far each is from the nearest of some months."""
    weight = load_weights()["season"]
    early = [min(weight.early.at((month - m) % 12 * _MONTH) for month in months) for m in range(1, 13)]
    late = [min(weight.late.at((m - month) % 12 * _MONTH) for month in months) for m in range(1, 13)]
    return (list(map(min, early, late)) * (count // 12 + 1))[:count]


def _price(day: date, spell: Spell, weight: Weight) -> float:
    first, last = spell
    if first and day < first:
        return weight.early.at((first - day).days)
    return weight.late.at((day - last).days) if last and day > last else 0.0


def find_votes(text: str) -> tuple[Vote, ...]:
    """Find all that a text says of its day: people and their posts, landmarks, dates in full, weekdays with a day.

    "President Biden will meet them in May 2022." has two votes: 2021-01-20 to 2025-01-20, and up to May 2022.
    """
    return (
        *_of_people(find_people(text)),
        *_of_landmarks(text),
        *_of_dates(named_dates(text)),
        *_of_weekdays(text),
        *_of_numbers(find_numbers(text)),
        *_of_bare_dates(bare_dates(text)),
    )


def _of_people(terms: tuple[Term, ...]) -> Iterator[Vote]:
    """One vote a person, but one for all who are named as holders of the same post: one of them holds it."""
    rivals: dict[frozenset[str], list[Term]] = {}
    for term in terms:
        if term.state in ("holds", "beside") and len(term.posts) == 1:
            rivals.setdefault(term.posts, []).append(term)
        elif vote := _of_term(term):
            yield vote
    for held in rivals.values():
        is_one = len({term.person for term in held}) == 1
        yield from (vote for term in held if is_one and (vote := _of_term(term)))
        if not is_one:
            yield _of_rivals(held)


def _of_rivals(terms: list[Term]) -> Vote:
    """The last of several holders of one post is in office, or one who came back: the others are history."""
    since = max(term.first or date.min for term in terms)
    spells = [(max(start or since, since), end) for term in terms for start, end in term.spells]
    later = tuple(sorted({(start, end) for start, end in spells if end is None or end > start}, key=lambda s: s[0]))
    names = ", ".join(dict.fromkeys(term.text for term in terms))
    return Vote(names, "holds", later or terms[-1].spells, f"the last of them took office on {since}", terms[0].unknown)


def _of_term(term: Term) -> Vote | None:
    match term.state:
        case "holds" | "beside":
            why = f"{term.person} held that post {_told(term.spells)}"
            return Vote(term.text, term.state, term.spells, why, term.unknown)
        case "left":
            ends = [end for _, end in term.spells if end]
            why = f"{term.person} left that post on {min(ends, default=None)}"
            return Vote(term.text, "left", ((min(ends), None),), why, term.unknown) if ends else None
        case "elect":
            spells = tuple((start - _TO_COME, start) for start, _ in term.spells if start)
            return Vote(term.text, "elect", spells, f"{term.person} took office on {term.first}")
        case "new":
            spells = tuple((start, start + _NEW_FOR) for start, _ in term.spells if start)
            return Vote(term.text, "new", spells, f"{term.person} took office on {term.first}", term.unknown)
        case "named":
            why = f"{term.person} held office {_told(term.spells)}"
            return Vote(term.text, "named", ((term.first, term.last),), why, term.unknown)


def _told(spells: Iterable[Spell]) -> str:
    return " and ".join(f"from {start} to {end or 'now'}" for start, end in spells)


def _of_landmarks(text: str) -> Iterator[Vote]:
    for landmark in find_landmarks(text):
        why = f"there from {landmark.first}" + (f" to {landmark.last}" if landmark.last else "")
        yield Vote(landmark.text, "landmark", ((landmark.first, landmark.last),), why)
        if landmark.fades:
            yield Vote(landmark.text, "topic", ((None, landmark.fades),), f"much spoken of until {landmark.fades}")


def _of_dates(dates: tuple[NamedDate, ...]) -> Iterator[Vote]:
    """The last date that is past, the first that is to come, and those of which the text says neither, all together."""
    for grain, kinds in _KINDS.items():
        found = [d for d in dates if d.grain == grain]
        past = [d for d in found if d.way == "past"]
        ahead = [d for d in found if d.way == "future"]
        neither = [d for d in found if d.way is None]
        if past:
            last = max(past, key=lambda d: d.first)
            yield Vote(last.text, kinds[0], ((last.first, last.last),), "the text puts that before it")
        if ahead:
            first = min(ahead, key=lambda d: d.first)
            yield Vote(first.text, kinds[1], ((first.first, first.last),), "the text puts that ahead of it")
        if neither:
            spells = tuple(dict.fromkeys((d.first, d.last) for d in neither))
            yield Vote(", ".join(dict.fromkeys(d.text for d in neither)), kinds[2], spells, "the text names that")


def _of_weekdays(text: str) -> Iterator[Vote]:
    for weekday, evidence in weekday_dates(text):
        days = [day for day in evidence.days if day.weekday() == weekday]
        spells = tuple((day - _ABOUT, day + _ABOUT) for day in days)
        if spells:
            why = f"that day was a {WEEKDAYS[weekday]} in {', '.join(str(day.year) for day in days)}"
            yield Vote(evidence.text, "weekday", spells, why)


def _of_numbers(found: tuple[Numbered, ...]) -> Iterator[Vote]:
    """Near one of the sessions, or anniversaries, that are named; after the youngest of numbered papers."""
    by_name: dict[tuple[Kind, str], list[Numbered]] = {}
    for numbered in found:
        by_name.setdefault((numbered.way, numbered.name), []).append(numbered)
    for (kind, _), named in by_name.items():
        youngest = max(named, key=lambda n: n.first)
        told = [youngest] if kind == "register" else named
        words = ", ".join(dict.fromkeys(n.text for n in told))
        why = f"that was in {', '.join(str(year) for year in sorted({n.first.year for n in told}))}"
        yield Vote(words, kind, tuple(dict.fromkeys((n.first, n.last) for n in told)), why)


@lru_cache(maxsize=256)
def _season_spells(months: tuple[int, ...]) -> tuple[Spell, ...]:
    return tuple((date(year, month, 1), date(year, month, _MONTH - 2)) for year in _YEARS for month in months)


def _of_bare_dates(dates: tuple[BareDate, ...]) -> Iterator[Vote]:
    """Near the season of a day without its year, which is seldom far off; about a fiscal year."""
    months = tuple(sorted({d.month for d in dates if d.month}))
    if months:
        words = ", ".join(dict.fromkeys(d.text for d in dates if d.month))
        yield Vote(words, "season", _season_spells(months), "the text names that day without its year")
    years = tuple(dict.fromkeys(d.fiscal_year for d in dates if d.fiscal_year and d.fiscal_year in _YEARS))
    if years:
        words = ", ".join(dict.fromkeys(d.text for d in dates if d.fiscal_year))
        spells = tuple((date(year - 1, 1, 1), date(year, 12, 31)) for year in years)
        yield Vote(words, "fiscal_year", spells, "the text names that fiscal year")
