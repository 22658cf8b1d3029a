"""What a clause is about: its stems without those that carry nothing, and how much each tells."""

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from aide_memoire.following.lexicon import load_families
from aide_memoire.following.stem import iter_words, stem
from aide_memoire.following.weights import load_weights

RARE = 4.5
"""The weight from which a stem is rare: fewer than one statement in ninety has it."""

_TELLING = 6
"""How many of its most telling stems a statement is found by."""


@lru_cache(maxsize=50_000)
def terms(text: str) -> frozenset[str]:
    """The stems of a text that carry something: of "the first Abrams tanks will be delivered", abram, tank, deliver."""
    stop = load_families().stop
    return frozenset(s for s in map(stem, iter_words(text)) if s not in stop and len(s) > 1)


@lru_cache(maxsize=50_000)
def names(text: str) -> frozenset[str]:
    """The stems of the words written as names: with a capital and not the first, or in capitals throughout."""
    stop = load_families().stop
    found = (
        stem(word)
        for place, word in enumerate(iter_words(text))
        if (place and word[0].isupper()) or (word.isupper() and len(word) > 1)
    )
    return frozenset(s for s in found if s not in stop)


@lru_cache(maxsize=100_000)
def weight_of(term: str) -> float:
    """How much a stem tells: the logarithm of how rare it is among the statements that the weights were counted on."""
    counted = load_weights()
    return math.log((counted.statements + 1) / (counted.common.get(term, 0) + 1))


def weight(found: Iterable[str]) -> float:
    """How much several stems tell together. They are summed in one order, so that the sum is always the same."""
    return sum(map(weight_of, sorted(found)))


def topics(text: str) -> frozenset[str]:
    """The keys to find a statement by what it is about: each two of its most telling stems."""
    telling = sorted(terms(text), key=lambda term: (-weight_of(term), term))[:_TELLING]
    return frozenset(f"{a} {b}" for a, b in combinations(sorted(telling), 2))
