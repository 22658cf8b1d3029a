"""What an action is, apart from who does it: a family of acts, and the things that it is done to."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from aide_memoire.following.lexicon import Families, Phrase, load_families
from aide_memoire.following.stem import iter_words, stem
from aide_memoire.records import Actor, Record, Statement


class Deed(Record, frozen=True, kw_only=True):
    """An action in comparable words: "reopen three hotlines with the North" is restore, {hotline, three}.

    `family` is a family of actions.toml or, where the verb is in none, its stem; None where the action has no words.
    `names` are the objects that are proper names, `broad` those that say little on their own.
    """

    family: str | None
    objects: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    repeats: bool
    broad: frozenset[str]


def deed_of(statement: Statement) -> Deed:
    """Give what a statement's action is, without the words that only name its holder and counterparts."""
    actors = (statement.holder, *statement.counterparts)
    return read_deed(statement.action, frozenset(name for actor in actors if actor for name in _names(actor)))


@lru_cache(maxsize=20_000)
def read_deed(action: str, names: frozenset[str] = frozenset()) -> Deed:
    """Read an action phrase; words that are among `names` (stems of its actors' names), or like them, are left out."""
    families = load_families()
    words = _uncut(list(iter_words(action)), families)
    stems = [stem(word) for word in words]
    place = _lead(stems, families, names)
    family, width = _longest(stems[place:], families.action_of) if place is not None else (None, 1)
    things: frozenset[str] = frozenset()
    if place is not None:
        before = [word for word in stems[:place] if word not in families.light]
        things = frozenset(_iter_things(before + stems[place + width :], families, names))
    numbers = frozenset(thing for thing in things if thing[0].isdigit())
    leading = family or (stems[place] if place is not None else None)
    return Deed(
        family=leading,
        objects=things - numbers,
        numbers=numbers,
        names=frozenset(stem(word) for word in words[1:] if word[0].isupper()) & (things - numbers),
        repeats=leading in families.repeating,
        broad=things & families.broad,
    )


def _uncut(words: list[str], families: Families) -> list[str]:
    """The words before a proviso or an enumeration."""
    for place in range(1, len(words)):
        ahead = [stem(word) for word in words[place : place + 2]]
        if tuple(ahead) in families.cut or tuple(ahead[:1]) in families.cut:
            return words[:place]
    return words


def _lead(stems: list[str], families: Families, names: frozenset[str]) -> int | None:
    """The place of the word that carries the act: the first, or the first known act behind a light verb."""
    if stems and stems[0] in families.light:
        for place, (here, following) in enumerate(pairwise(stems)):
            if here == "to" and (following,) in families.action_of:
                return place + 1
        phrase = _longest(stems, families.action_of)[1] > 1
        acts = (
            place
            for place, word in enumerate(stems)
            if word not in families.light and _longest(stems[place:], families.action_of)[0]
        )
        return 0 if phrase else next(acts, 0)
    for place, word in enumerate(stems):
        if not _is_empty(word, families, names):
            return place
    return 0 if stems else None


def _iter_things(stems: list[str], families: Families, names: frozenset[str]) -> Iterator[str]:
    place = 0
    while place < len(stems):
        family, width = _longest(stems[place:], families.object_of)
        if family is None:
            family, width = _longest(stems[place:], families.action_of)
        if family is not None:
            yield family
        elif not _is_empty(stems[place], families, names):
            yield stems[place]
        place += width


def _longest(stems: list[str], index: dict[Phrase, str]) -> tuple[str | None, int]:
    """The family of the longest phrase at the beginning, and how many words it has; None and 1 where there is none."""
    for width in range(min(load_families().longest, len(stems)), 0, -1):
        if found := index.get(tuple(stems[:width])):
            return found, width
    return None, 1


def _is_empty(word: str, families: Families, names: frozenset[str]) -> bool:
    return word in families.stop or word in names or (len(word) > 4 and any(is_adjective(word, name) for name in names))


def is_adjective(word: str, name: str) -> bool:
    """Whether a word looks like the adjective of a name, as "japanes" of "japan": it goes on as the name begins."""
    return len(name) >= 4 and len(word) > 4 and word[:4] == name[:4] and abs(len(word) - len(name)) <= 4


def _names(actor: Actor) -> Iterator[str]:
    for name in (actor.name, actor.text or ""):
        yield from (stem(word) for word in iter_words(name) if word[:1].isupper())
