"""What the reader marks in a text before anything is resolved: heads, and the spans of their cells.

A draft says *where* something is said; `resolve.py` says *what* it means. Whatever marks drafts can be replaced without
touching the rest.
"""

from typing import NamedTuple, Protocol

from aide_memoire.records import Act, Polarity, Record, StatementKind


class Placed(Protocol):
    """Whatever has a place in the text: an extent, an instrument, a dated phrase."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


class Extent(NamedTuple):
    """A half-open stretch of the text, in code points."""

    start: int
    end: int

    def holds(self, other: "Extent") -> bool:
        """Whether the other extent lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Placed) -> bool:
        """Whether the two share a character; the other may be whatever has a place in the text."""
        return self.start < other.end and other.start < self.end


class Draft(Record, frozen=True, kw_only=True):
    """One statement as marked: its clause and head, its act, and the extents of its cells where they are in the text.

    `source` and `cue` are of the attribution; `holder` is None where the clause names nobody (an agentless passive).
    """

    kind: StatementKind
    clause: Extent
    head: Extent
    act: Act | None = None
    core: bool = True
    polarity: Polarity = "positive"
    modality: str | None = None
    holder: Extent | None = None
    counterparts: tuple[Extent, ...] = ()
    condition: Extent | None = None
    due: Extent | None = None
    instrument: Extent | None = None
    source: Extent | None = None
    cue: Extent | None = None
    score: float
    why: tuple[str, ...] = ()
