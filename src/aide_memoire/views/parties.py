"""Who stands together under one heading: a state with its bodies and speakers, a group by whatever name."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from aide_memoire.actors.entries import Lexicon
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Actor, ActorKind
from aide_memoire.views.names import name_actor

_OF_A_STATE: frozenset[ActorKind] = frozenset(
    ["state", "government", "ministry", "agency", "parliament", "armed_force", "person"]
)
_MOST_LISTED = 4  # members; a larger group ("the G7") is called as the texts call it


def party_of(actor: Actor) -> str:
    """Give the key of the party that an actor is, or is of: "KOR" for its president, its ministry and itself.

    "the two Koreas" and "South Korea and North Korea" are both "KOR+PRK"; the UN Security Council is of "UN";
    whoever is of no known state or organisation is a party alone.
    """
    if actor.kind == "group" and actor.members:
        apart = [part for part in actor.id.split("+") if part not in actor.members] if "+" in actor.id else []
        return "+".join([*sorted(set(actor.members)), *sorted(apart)])
    whole = actor.id.partition(".")[0]
    if whole in _load_names("organisations.toml", "armed_groups.toml"):
        return whole
    return actor.country if actor.country and actor.kind in _OF_A_STATE else actor.id


def name_parties(actors: Iterable[Actor]) -> dict[str, str]:
    """One name for each party, the same whoever of it is there: "Japan, South Korea and United States".

    States and organisations have the name of the register, the members of a group stand in alphabetical order; any
    other party has the commonest of its names.
    """
    uses = Counter((party_of(actor), name_actor(actor)) for actor in actors)
    ranked = sorted(uses.items(), key=lambda use: (use[0][0], -use[1], use[0][1]))
    commonest = {party: name for (party, name), _ in reversed(ranked)}
    return {party: _register_name(party, name) or name for party, name in commonest.items()}


def _register_name(party: str, said: str) -> str | None:
    """The name by the register of a party all of whose members it knows and that are few enough to list."""
    names = _load_names("states.toml", "organisations.toml", "armed_groups.toml")
    members = party.split("+")
    if len(members) > _MOST_LISTED or not all(member in names for member in members):
        return None
    if any(member in _load_names("armed_groups.toml") for member in members):
        # The country of a movement is among the members too, and need not be meant: "Israel and Hamas".
        members = [member for member in members if names[member] in said] or members
    *others, last = sorted((names[member] for member in members), key=str.casefold)
    return f"{', '.join(others)} and {last}" if others else last


@cache
def _load_names(*files: str) -> dict[str, str]:
    """The names by id of these files alone, since the whole register takes half a second to load."""
    return {actor.id: actor.name for file in files for actor in read_lexicon(file, Lexicon).actor}
