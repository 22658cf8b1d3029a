"""Which way a bare month or weekday points: the words around say whether the text looks forward or back.

"will meet on Friday" is the Friday to come, "met on Friday" the one past. The nearest cue before the expression in its
sentence decides, then the nearest after it; where none stands nothing is said, and the caller has its own default.
"""

from functools import cache
from typing import Literal

import msgspec

from aide_memoire.dates.tokens import STOP, Tokens, code
from aide_memoire.lexicons import read_lexicon

type Direction = Literal["past", "future"]
_BACK, _AHEAD = 18, 12
_TIME_WORDS = tuple(map(code, ("MONTH", "BY", "FOR", "THROUGH", "UNTIL")))  # "May", and what only leads to a date
_BE = frozenset({"is", "are", "be", "been"})


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that point one way: `leading` ones only directly before it, `weak` ones also only where no other stands,
    `with_to` ones only before "to".
    """

    direction: Direction
    forms: tuple[str, ...]
    weak: bool = False
    leading: bool = False
    with_to: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: tuple[Cue, ...]


@cache
def load_cues() -> dict[str, Cue]:
    """Read lexicons/time_direction.toml once, by word. LexiconError where it is malformed."""
    file = read_lexicon("time_direction.toml", _File)
    return {form: cue for cue in file.cue for form in cue.forms}


def direction(tokens: Tokens, start: int, end: int, *, reach: int | None = None) -> Direction | None:
    """Say which way the words around tokens[start:end] point, or None where they do not say.

    `reach` narrows the look to so many words before the expression and none after it.
    """
    leading = _leading(tokens, start)
    if leading is not None and not leading.weak:
        return leading.direction
    said = verb_direction(tokens, start, reach=reach or _BACK)
    if said is None and reach is None:
        said = _nearest(tokens, range(end, min(len(tokens.words), end + _AHEAD)))
    if said is not None:
        return said
    return leading.direction if leading is not None and reach is None else None


def verb_direction(tokens: Tokens, start: int, *, reach: int) -> Direction | None:
    """Say which way the nearest verb among `reach` words before a place points, in its sentence."""
    return _nearest(tokens, range(start - 1, max(-1, start - 1 - reach), -1))


def _nearest(tokens: Tokens, places: range) -> Direction | None:
    for place in places:
        if _ends_sentence(tokens, place):
            return None
        found = _points(tokens, place)
        if found:
            return found
    return None


def _leading(tokens: Tokens, start: int) -> Cue | None:
    """The cue that counts only directly before an expression, unless it opens the sentence ("Until Friday, …")."""
    for count in (3, 1):
        cue = load_cues().get(" ".join(tokens.words[max(0, start - count) : start])) if start >= count else None
        if cue and (cue.weak or cue.leading) and tokens.text[tokens.starts[start - count]].islower():
            return cue
    return None


def _points(tokens: Tokens, place: int) -> Direction | None:
    word, before = tokens.words[place], tokens.words[place - 1] if place else ""
    cue = load_cues().get(word) if tokens.classes[place] not in _TIME_WORDS else None
    if cue is None:
        regular = (
            len(word) > 4
            and word.endswith("ed")
            and not _is_joined(tokens, place)
            and tokens.text[tokens.starts[place]].islower()
        )
        way: Direction | None = "past" if regular else None
    else:
        way = None if cue.weak or cue.leading or _is_noun(tokens, place) else _to(tokens, place, cue)
    return _of_passive(tokens, place, way) if way and before in _BE else way


def _of_passive(tokens: Tokens, place: int, way: Direction) -> Direction | None:
    """The direction of a participle: "will be held" but "could not be reached", "is held", "had been expected"."""
    before = tokens.words[place - 1]
    if before == "be" and way == "past":
        return "past" if tokens.words[max(0, place - 3) : place - 1] == ["could", "not"] else "future"
    if before == "been" and way == "future":
        return "past" if "had" in tokens.words[max(0, place - 3) : place - 1] else "future"
    return None if before in ("is", "are") and way == "past" else way


def _is_noun(tokens: Tokens, place: int) -> bool:
    return tokens.classes[place - 1 : place] in (code("THE"), code("A")) or _is_joined(tokens, place)


def _is_joined(tokens: Tokens, place: int) -> bool:
    """Say whether a word is only a part of one: the last of "smaller-than-expected"."""
    start = tokens.starts[place]
    return start > 1 and tokens.text[start - 1] == "-" and tokens.text[start - 2].isalnum()


def _to(tokens: Tokens, place: int, cue: Cue) -> Direction | None:
    """The direction of a cue; one that needs "to" has none without it ("is to resume", but not "is resumed")."""
    return None if cue.with_to and tokens.words[place + 1 : place + 2] != ["to"] else cue.direction


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    if tokens.classes[place] == STOP:
        return True
    if tokens.words[place] != ".":
        return False
    follows = tokens.text[tokens.ends[place] : tokens.ends[place] + 3].strip(" \"'”’")
    short = place and len(tokens.words[place - 1]) <= 3 and tokens.text[tokens.starts[place - 1]].isupper()
    return not short and (not follows or follows[0].isupper() or follows[0] == "\n")
