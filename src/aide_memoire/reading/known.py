"""What the tables tell of a document before it is read: which actors, dates and instruments stand in it, and where."""

from collections.abc import Sequence
from functools import cached_property

from aide_memoire.actors import DocumentActors
from aide_memoire.dates import find_anchored, find_periods
from aide_memoire.reading.draft import Extent
from aide_memoire.records import Actor, Due, Instrument, StatementKind

NOTHING, STATE, ACTOR, DATE, INSTRUMENT = range(5)
"""What `Known.marks` tells of a character: nothing, or that it is in an actor of states, in another actor and so on."""


class Known:
    """The actors, dated phrases and instruments of one text as of its date.

    A bare month of a commitment lies ahead, that of an event behind, so there are dated phrases of each `kind`.
    """

    def __init__(
        self,
        text: str,
        *,
        title: str | None,
        publisher: str | None,
        published: str | None,
        dateline: str | None = None,
    ) -> None:
        self.actors = DocumentActors(text, title=title, publisher=publisher, published=published, dateline=dateline)
        self._text, self._published = text, published
        instruments = self.actors.instruments
        self.dated: dict[StatementKind, list[Due]] = {
            "commitment": outside(instruments, find_periods(text, published, direction="future")),
            "event": outside(instruments, find_periods(text, published, direction="past")),
        }
        self.marks = bytearray(len(text))
        for actor in self.actors.mentions:
            self._mark(actor, STATE if actor.country or actor.members else ACTOR)
        for due in self.dated["commitment"]:
            self._mark(due, DATE)
        for instrument in instruments:
            self._mark(instrument, INSTRUMENT)

    @cached_property
    def anchored(self) -> tuple[Due, ...]:
        """The times that hang on events ("after the summit"); looked for when a commitment has a due phrase."""
        return find_anchored(self._text, self._published, direction="future")

    def _mark(self, place: Actor | Due | Instrument, what: int) -> None:
        if place.start is not None and place.end is not None:
            self.marks[place.start : place.end] = bytes([what]) * (place.end - place.start)


def outside(instruments: Sequence[Instrument], periods: Sequence[Due]) -> list[Due]:
    """The dated phrases that are no part of an agreement's name, as "the 19 September military agreement" holds one."""
    return [p for p in periods if not any(Extent(p.start, p.end).meets(i) for i in instruments)]
