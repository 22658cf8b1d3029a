"""An actor at a place of the text."""

from typing import NamedTuple

from aide_memoire.actors.entries import FormClass
from aide_memoire.records import Actor


class Mention(NamedTuple):
    """An actor at a place of the text; `place` where the words only say where ("in Seoul")."""

    start: int
    end: int
    actor: Actor
    form: FormClass
    place: bool = False


def covered_by(mentions: list[Mention]) -> set[int]:
    """The code points that some mentions take up."""
    return {i for m in mentions for i in range(m.start, m.end)}
