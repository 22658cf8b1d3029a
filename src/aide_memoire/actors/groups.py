"""Several actors together: coordinations in the text, and the group that a set of actors makes."""

from collections.abc import Iterator, Sequence

from aide_memoire.actors.mention import Mention
from aide_memoire.actors.register import COUNTED_AS_MEMBER, Register
from aide_memoire.actors.tokens import slug
from aide_memoire.records import Actor, ActorKind, Via


def group_of(register: Register, actors: Sequence[Actor], via: Via) -> Actor | None:
    """Several actors as one: members in order of naming; where they come to one party, that actor; else None."""
    members = list(dict.fromkeys(code for actor in actors for code in members_of(actor)))
    if not members:
        return None
    parties = list(dict.fromkeys(name for actor in actors for name in _party_names(register, actor)))
    if len(members) == 1 and len(parties) == 1:
        return next(a for a in actors if members_of(a))
    movements = (slug(a.name) for a in actors if a.kind in APART)
    return Actor(
        id="+".join([*sorted(members), *dict.fromkeys(movements)]),
        name=f"{', '.join(parties[:-1])} and {parties[-1]}",
        country=None,
        members=tuple(members),
        kind="group",
        via=via,
    )


APART: tuple[ActorKind, ...] = ("armed_group",)
"""Kinds of actors that are a party of their own beside their country ("the government and the rebels")."""


def _party_names(register: Register, actor: Actor) -> list[str]:
    """By what names an actor stands in a group's name: a movement by its own, all others by their states'."""
    if actor.kind in APART:
        return [actor.name]
    return [register.state_name(code) for code in members_of(actor)]


def members_of(actor: Actor) -> tuple[str, ...]:
    """What an actor adds to a group: its members, its country, or nothing."""
    if actor.members and actor.kind == "group":
        return actor.members
    if actor.country:
        return (actor.country,)
    whole = actor.id.partition(".")[0]
    return (whole,) if whole in COUNTED_AS_MEMBER else ()


def iter_runs(text: str, mentions: Sequence[Mention], joining: frozenset[str]) -> Iterator[list[Mention]]:
    """Runs of two or more mentions with nothing between them but commas and joining words ("China and Russia")."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not is_joined(text, run[-1], mention, joining):
            if _is_list(text, run):
                yield run
            run = []
        run.append(mention)
    if _is_list(text, run):
        yield run


def _is_list(text: str, run: Sequence[Mention]) -> bool:
    """Two with more than a comma between them ("Li Bin, Chinese envoy" is one person), or three and more."""
    return len(run) > 2 or (len(run) == 2 and text[run[0].end : run[1].start].strip() != ",")


def is_joined(text: str, left: Mention, right: Mention, joining: frozenset[str]) -> bool:
    """Whether only joining words and commas stand between two mentions, and at least one of them."""
    between = text[left.end : right.start].lower().replace("’", "'")
    words = between.replace(",", " , ").replace(";", " , ").replace("-", " - ").split()
    return bool(words) and len(words) <= 6 and set(words) <= joining and "\n" not in between
