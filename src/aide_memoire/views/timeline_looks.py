"""How the points of a timeline look: a shape for each class of effects, a colour only on top of that."""

from typing import Final

from aide_memoire.records import Effect, Record


class Look(Record, frozen=True, kw_only=True):
    """How the points of some effects look: the words of the legend, a Vega symbol or an SVG path, a colour."""

    words: str
    shape: str
    colour: str
    effects: tuple[Effect, ...]


_RING = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0ZM-0.45,0A0.45,0.45,0,1,0,0.45,0A0.45,0.45,0,1,0,-0.45,0Z"
_AHEAD = "M-0.85,-1L1.05,0L-0.85,1Z"
_HALF_FULL = "M-0.9,-0.9L0.9,-0.9L0.9,0.9L-0.9,0.9ZM0,-0.55L0,0.55L0.55,0.55L0.55,-0.55Z"
_BACK = "M0.85,-1L-1.05,0L0.85,1Z"

LOOKS: Final[tuple[Look, ...]] = (
    Look(words="made", shape="circle", colour="#1c1b19", effects=("makes",)),
    Look(words="restated", shape=_RING, colour="#5c584f", effects=("restates",)),
    Look(words="advanced", shape=_AHEAD, colour="#0072b2", effects=("advances",)),
    Look(words="partly fulfilled", shape=_HALF_FULL, colour="#00735c", effects=("partly_fulfils",)),
    Look(words="fulfilled", shape="square", colour="#00735c", effects=("fulfils",)),
    Look(
        words="delayed, suspended, set back, broken or withdrawn",
        shape=_BACK,
        colour="#b34700",
        effects=("delays", "suspends", "sets_back", "breaks", "withdraws"),
    ),
    Look(words="superseded or disputed", shape="diamond", colour="#8a3a78", effects=("supersedes", "disputes")),
)
"""The look of every effect; no two share a shape."""


def find_look(effect: Effect) -> Look:
    """The look of an effect."""
    return next(look for look in LOOKS if effect in look.effects)
