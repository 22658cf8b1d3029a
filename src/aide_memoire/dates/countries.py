"""Which state a text means at a place, for what hangs on a state: its holidays and its working days."""

import re
from functools import cache

import msgspec

from aide_memoire.dates.fiscal import load_fiscal_years
from aide_memoire.lexicons import read_lexicon

_BEFORE, _AFTER = 400, 80  # characters around a place in which the state is named


class _State(msgspec.Struct, frozen=True):
    kind: str
    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.demonyms)


class _File(msgspec.Struct, frozen=True):
    actor: tuple[_State, ...]


class _Names(msgspec.Struct, frozen=True):
    countries: dict[str, str]
    pattern: re.Pattern[str]


def country_meant(text: str, place: int) -> str | None:
    """Give the ISO 3166 alpha-3 code of the one state that is named around a place; None if none or several are.

    In "Seoul answers within 10 working days." that is KOR.
    """
    known = _load_names()
    named = known.pattern.findall(text, max(0, place - _BEFORE), place + _AFTER)
    found = {known.countries[name] for name in named}
    return found.pop() if len(found) == 1 else None


@cache
def _load_names() -> _Names:
    """Read the names of states once, with the words of lexicons/time_fiscal.toml that mean one ("Seoul")."""
    states = (state for state in read_lexicon("states.toml", _File).actor if state.kind == "state")
    countries = {name: state.country for state in states if state.country for name in state.names()}
    countries |= {name: year.country for name, year in load_fiscal_years().years.items()}
    names = "|".join(re.escape(name) for name in sorted(countries, key=len, reverse=True))
    return _Names(countries, re.compile(rf"(?<!\w)(?:{names})(?!\w)"))
