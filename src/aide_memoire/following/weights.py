"""What was learned from the hand-made links: how much a stem tells, how much each agreement weighs, where to stop."""

from functools import cache
from importlib import resources

import msgspec

from aide_memoire.records import Effect, Record


class Linear(Record, frozen=True, kw_only=True):
    """A logistic regression: what each feature adds to the log odds, by its name, and the log odds of nothing."""

    weights: dict[str, float]
    offset: float

    def score(self, features: dict[str, float]) -> float:
        """The log odds; features that have no weight count for nothing."""
        return self.offset + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())


class Tree(Record, frozen=True, kw_only=True):
    """A decision tree, its nodes in order, the root first: go left where the feature is at most the threshold.

    A leaf has the feature -1; its value is added to the log odds.
    """

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]

    def leaf(self, values: list[float]) -> float:
        """The value of the leaf that the features lead to."""
        node = 0
        while (feature := self.feature[node]) >= 0:
            node = self.left[node] if values[feature] <= self.threshold[node] else self.right[node]
        return self.value[node]


class Forest(Record, frozen=True, kw_only=True):
    """Gradient-boosted trees (Friedman 2001) over features, in the order of their `names`."""

    names: tuple[str, ...]
    trees: tuple[Tree, ...]
    offset: float

    def score(self, features: dict[str, float]) -> float:
        """The log odds."""
        values = [features[name] for name in self.names]
        return self.offset + sum(tree.leaf(values) for tree in self.trees)


class Weights(Record, frozen=True, kw_only=True):
    """The contents of model/following.json.

    `common` tells in how many of `statements` each of the more common stems was. `bearing` says whether a statement
    speaks of a commitment, from the chance `threshold` on; `effects` what it then reports of it.
    """

    statements: int
    common: dict[str, int]
    bearing: Forest
    threshold: float
    effects: dict[Effect, Linear]


@cache
def load_weights() -> Weights:
    """Read them once."""
    found = resources.files("aide_memoire") / "model" / "following.json"
    return msgspec.json.decode(found.read_bytes(), type=Weights)
