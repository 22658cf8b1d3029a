"""Several actors together: coordinations in the text, and the group that a set of actors makes."""

from collections.abc import Iterator, Sequence

from aide_memoire.actors.mentions import Mention
from aide_memoire.actors.register import COUNTED_AS_MEMBER, Register
from aide_memoire.records import Actor, Via


def group_of(register: Register, actors: Sequence[Actor], via: Via) -> Actor | None:
    """Several actors as one: members in order of naming; of one country only, that country's; else None."""
    members: list[str] = []
    for actor in actors:
        for code in members_of(actor):
            if code not in members:
                members.append(code)
    if not members:
        return None
    if len(members) == 1:
        return next(a for a in actors if members_of(a))
    names = [register.state_name(code) for code in members]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    return Actor(id="+".join(sorted(members)), name=name, country=None, members=tuple(members), kind="group", via=via)


def members_of(actor: Actor) -> tuple[str, ...]:
    """What an actor adds to a group: its members, its country, or nothing."""
    if actor.members and actor.kind == "group":
        return actor.members
    if actor.country:
        return (actor.country,)
    return actor.members or ((actor.id,) if actor.id in COUNTED_AS_MEMBER else ())


def iter_runs(text: str, mentions: Sequence[Mention], joining: frozenset[str]) -> Iterator[list[Mention]]:
    """Runs of two or more mentions with nothing between them but commas and joining words ("China and Russia")."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not is_joined(text, run[-1], mention, joining):
            if len(run) > 1:
                yield run
            run = []
        run.append(mention)
    if len(run) > 1:
        yield run


def is_joined(text: str, left: Mention, right: Mention, joining: frozenset[str]) -> bool:
    """Whether only joining words and commas stand between two mentions, and at least one of them."""
    between = text[left.end : right.start].lower().replace("’", "'")
    words = between.replace(",", " , ").replace(";", " , ").replace("-", " - ").split()
    return bool(words) and len(words) <= 6 and set(words) <= joining and "\n" not in between
