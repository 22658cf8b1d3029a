"""What the rules of one sentence hand on."""

from typing import NamedTuple

from aide_memoire.actors.attribution.clause import Range


class Found(NamedTuple):
    """An attribution in the units of its sentence.

    `loose`: what is said may be less than a clause, so it ends at the first circumstance. `inherits`: its source was
    told by a verb before ("and promised"). `speaks`: its cue is one of saying.
    """

    source: Range | None
    cue: Range
    content: list[Range]
    loose: bool = False
    inherits: bool = False
    speaks: bool = False
