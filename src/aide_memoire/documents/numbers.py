"""Numbers and places that tell the year of a text: the 60th session, resolution 1701, the summit in Hiroshima."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from aide_memoire.actors.tokens import fold
from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.names import folded
from aide_memoire.lexicons import read_lexicon

type Way = Literal["series", "register", "anniversary"]

_LONGEST = 30_000
_TO_PLACE = 60  # characters between a meeting and where it is held
_BETWEEN = 60  # characters between "anniversary" and what it is of
_SENSIBLE_YEARS = range(1500, 2100)


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is held again and again: number `first` in `year`, the others each `every` years, or as `years` has it.

    Each goes on for `lasts` years.
    """

    names: tuple[str, ...]
    first: int
    year: int | None = None
    every: int = 1
    years: tuple[int, ...] = ()
    lasts: int = 1
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()

    def year_of(self, number: int) -> int | None:
        """The year of one; None where it is not on record."""
        place = number - self.first
        if place < 0 or (self.years and place >= len(self.years)):
            return None
        return self.years[place] if self.years else (self.year or 0) + place * self.every


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is numbered as it is made, and the number with which each time (EDTF) begins."""

    names: tuple[str, ...]
    starts: tuple[tuple[int, str], ...]
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()

    def start_of(self, number: int) -> date | None:
        """The first day of the time in which a number was given; None where it is not on record."""
        if number >= self.starts[-1][0] + 1000:
            return None
        begun = [edtf for least, edtf in self.starts if least <= number]
        return bounds(begun[-1])[0] if begun else None


class Anniversary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An event whose anniversaries are kept, and when it was (EDTF)."""

    names: tuple[str, ...]
    date: str
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Venue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A meeting that is held each time elsewhere, and the years of each place."""

    names: tuple[str, ...]
    places: dict[str, tuple[int, ...]]
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of lexicons/time_numbers.toml."""

    series: tuple[Series, ...]
    register: tuple[Register, ...]
    venue: tuple[Venue, ...]
    anniversary: tuple[Anniversary, ...]


class Numbered(NamedTuple):
    """Words with a number or a place, which kind they are, what they name, and the days that they are of."""

    text: str
    way: Way
    name: str
    first: date
    last: date


@cache
def load_numbers() -> Numbers:
    """Read lexicons/time_numbers.toml. LexiconError where it is malformed."""
    return read_lexicon("time_numbers.toml", Numbers)


@lru_cache(maxsize=4)
def find_numbers(text: str) -> tuple[Numbered, ...]:
    """Find the numbers, and places of meetings, that tell a year.

    "The 60th session of the General Assembly opened." gives 2005, "the 50th anniversary of the 1953 truce" 2003.
    """
    text = text[:_LONGEST]
    return (*_series(text), *_registers(text), *_venues(text), *_anniversaries(text))


def _series(text: str) -> Iterator[Numbered]:
    for match in _patterns().series.finditer(text):
        series = _patterns().by_name[fold(match["name"]).lower()]
        year = series.year_of(int(match["number"]))
        if year:
            last = date(year + series.lasts - 1, 12, 31)
            yield Numbered(match[0], "series", series.names[0], date(year, 1, 1), last)


def _registers(text: str) -> Iterator[Numbered]:
    for register, pattern in _patterns().registers:
        for match in pattern.finditer(text) if _names_any(register.names, text) else ():
            starts = [start for number in re.findall(r"\d+", match[1]) if (start := register.start_of(int(number)))]
            if starts:
                yield Numbered(
                    match[0].rstrip(", "), "register", register.names[0], max(starts), date(max(starts).year, 12, 31)
                )


def _venues(text: str) -> Iterator[Numbered]:
    for venue, pattern, years in _patterns().venues:
        for match in pattern.finditer(text) if _names_any(venue.names, text) else ():
            for year in years[fold(match["after"] or match["before"]).lower()]:
                yield Numbered(match[0], "series", venue.names[0], date(year, 1, 1), date(year, 12, 31))


def _anniversaries(text: str) -> Iterator[Numbered]:
    """Of an event of the table, or of what has its year beside it."""
    for match in _ANNIVERSARY.finditer(text):
        rest = text[match.end() : match.end() + _BETWEEN].split("\n")[0]
        found = _patterns().anniversary.search(rest)
        year = _YEAR.search(rest)
        if found and not (year and year.start() < found.start()):
            first, last = bounds(_patterns().dates[fold(found[0]).lower()])
            end = found.end()
        elif year:
            first, last, end = date(int(year[0]), 1, 1), date(int(year[0]), 12, 31), year.end()
        else:
            continue
        if first and last and (first.year + int(match[1])) in _SENSIBLE_YEARS:
            years = int(match[1])
            quote = text[match.start() : match.end() + end]
            yield Numbered(
                quote, "anniversary", "anniversary", date(first.year + years, 1, 1), date(last.year + years, 12, 31)
            )


def _names_any(names: tuple[str, ...], text: str) -> bool:
    """Whether one of some names is there at all, in any case: far quicker than a pattern of them."""
    lower = folded(text)[1]
    return any(name in lower for name in _in_small_letters(names))


@cache
def _in_small_letters(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names folded, without those that hold another, which is found where they are."""
    small = {fold(name).lower() for name in names}
    return tuple(name for name in small if not any(other in name for other in small - {name}))


_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[ -][Aa]nniversary of\b")
_YEAR = re.compile(r"(?<![\d,.-])(?:1[5-9]|20)\d\d(?![\d,.-])")


class _Patterns(NamedTuple):
    series: re.Pattern[str]
    by_name: dict[str, Series]
    registers: tuple[tuple[Register, re.Pattern[str]], ...]
    venues: tuple[tuple[Venue, re.Pattern[str], dict[str, tuple[int, ...]]], ...]
    anniversary: re.Pattern[str]
    dates: dict[str, str]


@cache
def _patterns() -> _Patterns:
    numbers = load_numbers()
    by_name = {fold(name).lower(): series for series in numbers.series for name in series.names}
    dates = {fold(name).lower(): row.date for row in numbers.anniversary for name in row.names}
    names = _any(name for series in numbers.series for name in series.names)
    return _Patterns(
        re.compile(
            r"\b(?P<number>\d{1,3})(?:st|nd|rd|th) (?:(?:annual |regular )?[Ss]ession of )?(?:the )?"
            rf"(?:(?:annual|U\.?S\.?|UN|U\.N\.|United Nations) )?(?P<name>(?i:{names}))\b"
        ),
        by_name,
        tuple(
            (r, re.compile(rf"\b(?i:{_any(r.names)}) ((?:\d{{3,5}}(?:, | and |, and )?){{1,9}})"))
            for r in numbers.register
        ),
        tuple(
            (v, _at_place(v), {fold(place).lower(): years for place, years in v.places.items()}) for v in numbers.venue
        ),
        re.compile(rf"(?i:\b(?:{_any(dates)})\b)"),
        dates,
    )


def _at_place(venue: Venue) -> re.Pattern[str]:
    """A meeting and its place, either first: "the G7 summit in Hiroshima", "the Hiroshima G7 summit"."""
    names, places = _any(venue.names), _any(venue.places)
    return re.compile(
        rf"\b(?:(?i:{names})\b[^.;\n]{{0,{_TO_PLACE}}}?\b(?:in|at) (?:[A-Z]\w+, )?(?P<after>{places})"
        rf"|(?P<before>{places}),? (?i:{names}))\b"
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
