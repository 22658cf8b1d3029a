"""Which way a bare month or weekday points: the words around say whether the text looks forward or back.

"will meet on Friday" is the Friday to come, "met on Friday" the one past. The nearest cue before the expression in its
sentence decides, then the nearest after it; where none stands nothing is said, and the caller has its own default.
"""

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from aide_memoire.dates.tokens import STOP, Tokens
from aide_memoire.errors import LexiconError

type Direction = Literal["past", "future"]
_BACK, _AHEAD = 18, 12


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that point one way. `weak` ones count only where no other stands (by, until)."""

    direction: Direction
    forms: tuple[str, ...]
    weak: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: tuple[Cue, ...]


@cache
def load_cues() -> dict[str, Cue]:
    """Read lexicons/time_direction.toml once, by word. LexiconError where it is malformed."""
    path = resources.files("aide_memoire") / "lexicons" / "time_direction.toml"
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except msgspec.MsgspecError as error:
        raise LexiconError(f"{path.name} is malformed: {error}", remedy="Correct the entry that it names") from error
    return {form: cue for cue in file.cue for form in cue.forms}


def direction(tokens: Tokens, start: int, end: int) -> Direction | None:
    """Say which way the words around tokens[start:end] point, or None where they do not say."""
    weak = _weak(tokens, start)
    before = range(start - 1, max(-1, start - 1 - _BACK), -1)
    after = range(end, min(len(tokens.words), end + _AHEAD))
    for places in (before, after):
        for place in places:
            if _ends_sentence(tokens, place):
                break
            found = _points(tokens, place)
            if found:
                return found
    return weak


def _weak(tokens: Tokens, start: int) -> Direction | None:
    cue = load_cues().get(tokens.words[start - 1]) if start else None
    return cue.direction if cue and cue.weak else None


def _points(tokens: Tokens, place: int) -> Direction | None:
    word = tokens.words[place]
    cue = load_cues().get(word)
    if cue is not None and not cue.weak:
        if cue.direction == "past" and place and tokens.words[place - 1] == "be":
            return "future"
        return cue.direction
    if len(word) > 4 and word.endswith("ed") and cue is None:
        return "future" if place and tokens.words[place - 1] == "be" else "past"
    return None


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    if tokens.classes[place] == STOP:
        return True
    if tokens.words[place] != ".":
        return False
    follows = tokens.text[tokens.ends[place] : tokens.ends[place] + 3].strip(" \"'”’")
    short = place and len(tokens.words[place - 1]) <= 3 and tokens.text[tokens.starts[place - 1]].isupper()
    return not short and (not follows or follows[0].isupper() or follows[0] == "\n")
