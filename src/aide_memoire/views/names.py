"""How actors, publishers and ids are written for a reader."""

from collections.abc import Iterable
from functools import cache

import pycountry

from aide_memoire.records import Actor

_SHORTEST_ID = 8


def name_actor(actor: Actor) -> str:
    """The actor's name, with what tells it apart: "Ministry of Unification (KOR)", "the two allies (KOR, USA)".

    A state needs no code, nor does a name that already says its countries ("South Korean Navy", "Japan and China").
    Where it is open who of several is meant, all are told: "Foreign Ministry (CHL or PER)".
    """
    if actor.candidates:
        return f"{actor.name} ({' or '.join(dict.fromkeys(c.partition('.')[0] for c in actor.candidates))})"
    if actor.members and actor.kind == "group":
        is_said = all(_says_country(actor.name, member) for member in actor.members)
        return actor.name if is_said else f"{actor.name} ({', '.join(actor.members)})"
    if actor.country is None or actor.kind == "state" or _says_country(actor.name, actor.country):
        return actor.name
    return f"{actor.name} ({actor.country})"


def shorten_ids(ids: Iterable[str]) -> dict[str, str]:
    """Cut ids to the shortest common length, eight characters or more, at which they still differ."""
    every = sorted(set(ids))
    length = _SHORTEST_ID
    while len({one[:length] for one in every}) < len(every):
        length += 1
    return {one: one[:length] for one in every}


def _says_country(name: str, country: str) -> bool:
    """Whether each word of the country's usual name begins a word of the actor's: "South Korea" in "South Korean"."""
    needed = _country_words(country)
    words = name.casefold().split()
    return bool(needed) and all(any(word.startswith(part) for word in words) for part in needed)


@cache
def _country_words(country: str) -> tuple[str, ...]:
    known = pycountry.countries.get(alpha_3=country)
    if known is None:
        return ()
    return tuple(getattr(known, "common_name", known.name).casefold().split(",")[0].split())
