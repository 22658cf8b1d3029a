"""What the reader marks in a text before anything is resolved: heads, and the spans of their cells.

A draft says *where* something is said; `resolve.py` says *what* it means. Whatever marks drafts (rules over a
parse here) can be replaced without touching the rest.
"""

from typing import NamedTuple

from msgspec import structs

from aide_memoire.records import Act, Polarity, Record, StatementKind


class Extent(NamedTuple):
    """A half-open stretch of the text, in code points."""

    start: int
    end: int

    def holds(self, other: "Extent") -> bool:
        """Whether the other extent lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> "Extent":
        """The same stretch of a text that begins earlier by so many characters."""
        return Extent(self.start + by, self.end + by)


class Draft(Record, frozen=True, kw_only=True):
    """One statement as marked: its clause and head, its act, and the extents of its cells where they are in the text.

    `source` and `cue` are of the attribution; `holder` is None where the clause names nobody (an agentless passive).
    """

    kind: StatementKind
    clause: Extent
    head: Extent
    action: str
    act: Act | None = None
    core: bool = True
    polarity: Polarity = "positive"
    holder: Extent | None = None
    counterparts: tuple[Extent, ...] = ()
    condition: Extent | None = None

    due: Extent | None = None
    source: Extent | None = None
    cue: Extent | None = None
    score: float
    why: tuple[str, ...] = ()

    def moved(self, by: int) -> "Draft":
        """The draft with all its extents moved, from a slice of a text into the whole."""
        if not by:
            return self
        moved = {name: value.moved(by) for name, value in structs.asdict(self).items() if isinstance(value, Extent)}
        return structs.replace(self, **moved, counterparts=tuple(c.moved(by) for c in self.counterparts))
