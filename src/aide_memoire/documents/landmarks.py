"""What a text names that came to be, or ceased to be, on a day on record: "AUKUS" is after September 2021."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.actors.tokens import fold
from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.names import Names, folded
from aide_memoire.lexicons import read_lexicon

_LONGEST = 30_000
_TALKS = timedelta(days=1100)  # an agreement is named while it is being negotiated
_SHORT_NAME = 2  # words: "Additional Protocol" may be another


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A thing by its names, from when to when it was there (EDTF months or days), and where that is on record.

    `fades`: until when it was much spoken of.
    """

    names: tuple[str, ...]
    first: str
    last: str | None = None
    fades: str | None = None
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    landmark: tuple[Entry, ...]


class Landmark(NamedTuple):
    """A name in a text, the first and last day on which the thing was there, and until when it was much spoken of."""

    text: str
    first: date
    last: date | None
    fades: date | None = None


type _Times = tuple[date, date | None, date | None]


class _Known(NamedTuple):
    names: Names
    times: dict[str, _Times]


@lru_cache(maxsize=4)
def find_landmarks(text: str) -> tuple[Landmark, ...]:
    """Find the landmarks that a text names, the first mention of each.

    "The African Union sent troops." gives the African Union, there since July 2002.
    """
    text = text[:_LONGEST]
    found: dict[_Times, Landmark] = {}
    for name, start, end in _known().names.scan(*folded(text)):
        times = _known().times[name]
        found.setdefault(times, Landmark(text[start:end], *times))
    return tuple(found.values())


@cache
def load_landmarks() -> tuple[Entry, ...]:
    """Read lexicons/time_landmarks.toml. LexiconError where it is malformed."""
    return read_lexicon("time_landmarks.toml", _File).landmark


@cache
def _known() -> _Known:
    instruments, entries = dict(_instruments()), dict(_entries())
    times = {fold(name).lower(): found for known in (instruments, entries) for name, found in known.items()}
    return _Known(Names((*instruments, *entries)), times)


def _entries() -> Iterator[tuple[str, _Times]]:
    for entry in load_landmarks():
        first = bounds(entry.first)[0]
        if first:
            times = (first, _end(entry.last), _end(entry.fades))
            yield from ((name, times) for name in entry.names)


def _end(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf else None


def _instruments() -> Iterator[tuple[str, _Times]]:
    for instrument in (i for lexicon in load_lexicons() for i in lexicon.instrument):
        first = bounds(instrument.adopted)[0] if instrument.adopted else None
        if first:
            names = (n for n in (instrument.name, *instrument.aliases) if len(n.split()) >= _SHORT_NAME)
            yield from ((name, (first - _TALKS, None, None)) for name in names)
