"""Which commitments a timeline shows: those of a holder or under an instrument, by name or by code."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from aide_memoire.errors import LedgerError
from aide_memoire.records import Actor, Commitment
from aide_memoire.views.names import name_actor
from aide_memoire.views.parties import name_parties, party_of

_LISTED = 5
_LIKE = 0.5  # of difflib; "Denmrak" is 0.86 like "Denmark"
_LONGEST = 64  # characters of what was asked for that a message repeats


def select(
    commitments: Iterable[Commitment], *, holder: str | None = None, instrument: str | None = None
) -> list[Commitment]:
    """The core commitments of that holder and under that instrument, whatever the case of the letters.

    A holder is called by its own name, or by the name or code of the state or organisation that it is, or is of:
    "DNK" and "denmark" find what the Danish ministry undertook, and what Denmark undertook with others.
    Raises `LedgerError` with the nearest names where no commitment has such a holder, or such an instrument.
    """
    kept = [one for one in commitments if one.making.core]
    held = kept if holder is None else _match(kept, holder, "holder", _list_holder_names)
    under = kept if instrument is None else _match(kept, instrument, "instrument", _list_instrument_names)
    chosen = {one.id for one in under}
    return [one for one in held if one.id in chosen]


def _match(
    commitments: list[Commitment], asked: str, label: str, names: Callable[[Commitment], tuple[str, ...]]
) -> list[Commitment]:
    wanted = _fold(asked)
    found = [one for one in commitments if any(_fold(name) == wanted for name in names(one))]
    if found:
        return found
    near = _list_nearest(wanted, {name for one in commitments for name in names(one)})
    shown = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]}…"
    raise LedgerError(
        f"no commitment known on this day has the {label} {shown!r}",
        remedy=f"The nearest names: {'; '.join(near)}" if near else "None names any",
    )


def _list_nearest(wanted: str, names: Iterable[str]) -> list[str]:
    """Names that hold what was asked for, then those that are spelt like it, then any."""
    folded = {_fold(name): name for name in sorted(names, reverse=True)}
    ordered = sorted(folded)
    holding = [name for name in ordered if wanted and wanted in name]
    alike = get_close_matches(wanted, ordered, n=_LISTED, cutoff=_LIKE)
    return [folded[name] for name in list(dict.fromkeys([*holding, *alike]))[:_LISTED] or ordered[:_LISTED]]


def _list_holder_names(commitment: Commitment) -> tuple[str, ...]:
    holder = commitment.making.holder
    return () if holder is None else tuple(dict.fromkeys(_iter_actor_names(holder)))


def _list_instrument_names(commitment: Commitment) -> tuple[str, ...]:
    instrument = commitment.making.instrument
    return () if instrument is None else (instrument.name, instrument.id)


def _iter_actor_names(actor: Actor) -> Iterator[str]:
    """What an actor may be called: its names and id, then the name and code of each party that it is, or is of."""
    yield from (actor.name, name_actor(actor), actor.id)
    party = party_of(actor)
    yield from name_parties([actor]).values()
    for code in party.split("+"):
        yield from (_name_party(code), code)


@cache
def _name_party(code: str) -> str:
    """The register's name of a state or organisation; the code itself where the register has none."""
    state = Actor(id=code, name=code, country=code, kind="state", via="name")
    return name_parties([state])[party_of(state)]


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
