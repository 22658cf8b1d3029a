"""Names of several: which of them a text leaves open."""

from collections.abc import Iterable, Iterator

from aide_memoire.actors.entries import AmbiguousName
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.register import Register
from aide_memoire.records import Actor


def left_open(text: str, mentions: Iterable[Mention], register: Register) -> list[Mention]:
    """The mentions, those of an ambiguous name with its candidates where nothing in the text decides.

    "Korea" is South Korea unless the text speaks of the North and not of the South: then either may be meant.
    """
    told: dict[str, tuple[str, ...]] = {}
    found = []
    for mention in mentions:
        form = text[mention.start : mention.end]
        name = register.ambiguous.get(form)
        if name and mention.actor.id in {c.id for c in name.candidates}:
            if form not in told:
                told[form] = tuple(candidates_in(text, name))
            if told[form]:
                mention = mention._replace(actor=_either(mention.actor, form, told[form]))
        found.append(mention)
    return found


def candidates_in(text: str, name: AmbiguousName) -> Iterator[str]:
    """Whom a name may mean in a text, those that it speaks of first; nobody where it can be told."""
    spoken_of = [any(cue in text for cue in c.cues) for c in name.candidates]
    if any(spoken_of[1:]) and (name.both_open or not spoken_of[0]):
        ranked = sorted(zip(spoken_of, name.candidates, strict=True), key=lambda pair: not pair[0])
        yield from (c.id for said, c in ranked if said or c is name.candidates[0])


def _either(actor: Actor, form: str, candidates: tuple[str, ...]) -> Actor:
    return Actor(
        id="|".join(sorted(candidates)), name=form, country=None, kind=actor.kind, via=actor.via, candidates=candidates
    )
