"""Families of words for the same act and the same thing, out of lexicons/actions.toml."""

from functools import cache

import msgspec

from aide_memoire.errors import LexiconError
from aide_memoire.following.stem import iter_stems, stem
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Effect, Record

type Phrase = tuple[str, ...]


class Action(Record, frozen=True, kw_only=True):
    """A family of acts: each of `examples` is an action phrase that it leads, none of `non_examples` is."""

    id: str
    words: tuple[str, ...]
    repeats: bool = False
    once: bool = False
    undone_by: dict[str, Effect] = msgspec.field(default_factory=dict)
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Object(Record, frozen=True, kw_only=True):
    """A family of things: each of `examples` is an action phrase that speaks of it, none of `non_examples` does."""

    id: str
    words: tuple[str, ...]
    broad: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(Record, frozen=True, kw_only=True):
    light: tuple[str, ...]
    speech: tuple[str, ...]
    stop: tuple[str, ...]
    cut: tuple[str, ...]
    broad: tuple[str, ...]
    action: tuple[Action, ...]
    object: tuple[Object, ...]


class Families(Record, frozen=True, kw_only=True):
    """The whole lexicon, its phrases as tuples of stems."""

    actions: tuple[Action, ...]
    objects: tuple[Object, ...]
    action_of: dict[Phrase, str]
    object_of: dict[Phrase, str]
    longest: int
    repeating: frozenset[str]
    once: frozenset[str]
    undone: dict[tuple[str, str], Effect]
    broad: frozenset[str]
    light: frozenset[str]
    speech: frozenset[str]
    stop: frozenset[str]
    cut: frozenset[Phrase]


@cache
def load_families() -> Families:
    """Read the lexicon once. LexiconError where it is malformed or a word stands in two families of a kind."""
    file = read_lexicon("actions.toml", _File)
    action_of, object_of = _index(file.action), _index(file.object)
    broad = {entry.id for entry in file.object if entry.broad}
    for phrase in (tuple(iter_stems(word)) for word in file.broad):
        broad.add(object_of.get(phrase) or action_of.get(phrase) or " ".join(phrase))
    return Families(
        actions=file.action,
        objects=file.object,
        action_of=action_of,
        object_of=object_of,
        longest=max(map(len, [*action_of, *object_of])),
        repeating=frozenset(entry.id for entry in file.action if entry.repeats),
        once=frozenset(entry.id for entry in file.action if entry.once),
        undone={(entry.id, other): effect for entry in file.action for other, effect in entry.undone_by.items()},
        broad=frozenset(broad),
        light=frozenset(stem(word) for word in file.light),
        speech=frozenset(stem(word) for word in file.speech),
        stop=frozenset(file.stop) | {stem(word) for word in file.stop},
        cut=frozenset(tuple(iter_stems(words)) for words in file.cut),
    )


def _index(entries: tuple[Action, ...] | tuple[Object, ...]) -> dict[Phrase, str]:
    index: dict[Phrase, str] = {}
    for entry in entries:
        for word in entry.words:
            phrase = tuple(iter_stems(word))
            if index.setdefault(phrase, entry.id) != entry.id:
                raise LexiconError(
                    f"{word!r} stands in the families {index[phrase]!r} and {entry.id!r} of actions.toml",
                    remedy="Keep it in one of them",
                )
    return index
