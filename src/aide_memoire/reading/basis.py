"""What told whom a cell means, as `why` says it: the way, and for what refers back the mention that decided."""

from bisect import bisect_left
from collections.abc import Sequence

from aide_memoire.records import Actor, Instrument

MOST_BEFORE = 400
"""How many mentions are looked back over, so that the time does not grow with the square of a text."""
LONGEST = 60


def basis_of(actor: Actor | None, mentions: Sequence[Actor]) -> str:
    """How an actor was told, by the mentions of its document in order: "name", "reference to “Peru” at 12", "open".

    For a reference the mention is the last one before it of the same actor, else of one of its country or members.
    """
    if actor is None:
        return "open"
    if actor.candidates:
        return f"{actor.via}, one of {', '.join(actor.candidates)}"
    if actor.via not in ("reference", "inferred") or actor.start is None:
        return actor.via
    last = bisect_left(mentions, actor.start, key=lambda m: m.start if m.start is not None else 0)
    earlier = mentions[max(0, last - MOST_BEFORE) : last]
    kin = {actor.country} if actor.country else {*(actor.members or ())}
    same = next((m for m in reversed(earlier) if m.id == actor.id), None)
    named = same or next((m for m in reversed(earlier) if m.country in kin), None)
    return f"{actor.via} to {_quoted(named.text, named.start)}" if named else actor.via


def basis_of_instrument(instrument: Instrument, instruments: Sequence[Instrument]) -> str | None:
    """The earlier mention that common words refer to ("the pact"); None for an instrument that is named."""
    if any(character.isupper() for character in instrument.text[4:]):
        return None
    last = bisect_left(instruments, instrument.start, key=lambda i: i.start)
    earlier = reversed(instruments[max(0, last - MOST_BEFORE) : last])
    named = next((i for i in earlier if i.id == instrument.id), None)
    return f"reference to {_quoted(named.text, named.start)}" if named else None


def _quoted(text: str | None, start: int | None) -> str:
    """Words of the text on one line, cut, with their place."""
    words = "".join(c for c in " ".join((text or "").split()) if c.isprintable())
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}” at {start}"
