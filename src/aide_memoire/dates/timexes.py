"""Time expressions of a text, with their TIMEX3 value and EDTF."""

from collections.abc import Iterator
from datetime import date

import msgspec

from aide_memoire.dates.context import Context
from aide_memoire.dates.direction import Direction
from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.grammar import load_grammar
from aide_memoire.dates.histories import is_history, is_long_ago
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.meanings import MEANINGS
from aide_memoire.dates.modifiers import modifier
from aide_memoire.dates.shapes import SHAPES
from aide_memoire.dates.stretches import Stretch
from aide_memoire.dates.tokens import Tokens, code, tokenise
from aide_memoire.records import Timex


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An expression at the words `start` to `end` of a text, and its meaning."""

    start: int
    end: int
    meaning: Meaning


def find_timexes(text: str, dct: str | None) -> tuple[Timex, ...]:
    """Find the time expressions of a text, given the day on which it was written (EDTF, or None where unknown).

    In "The leaders, who met last June, meet again on Friday." written on 2021-01-21 they are "last June" (value and
    EDTF 2020-06, anchor 2021-01-21) and "Friday" (2021-01-22). Spans are code points into the text, in order, and do
    not overlap. `value` and `edtf` are None where the expression is not understood, or where the day of the text is
    not precise enough to say. DateError if `dct` is no EDTF date.
    """
    tokens = tokenise(text)
    days = days_of(dct)
    readings = [list(find(tokens, day)) for day in days]
    return tuple(_timex(tokens, _agreed(same)) for same in zip(*readings, strict=True))


def days_of(dct: str | None) -> tuple[date | None, ...]:
    """Give the day of writing, or the first and last possible one: what both agree on is known."""
    if dct is None:
        return (None,)
    first, last = bounds(dct)
    return (None,) if first is None or last is None else (first,) if first == last else (first, last)


def find(tokens: Tokens, today: date | None, way: Direction | None = None) -> Iterator[Found]:
    """Find the expressions of a text as places among its words, with their full meaning.

    Whether an expression is found does not depend on `today`, only what it means.
    """
    grammar = load_grammar()
    history = is_history(tokens, today)
    mentioned: Stretch | None = None
    quarter: Stretch | None = None
    position = 0
    while found := grammar.scanner.search(tokens.classes, position):
        told = mentioned if history and is_long_ago(mentioned, today) else None
        context = _context(
            Context(tokens=tokens, today=today, mentioned=mentioned, quarter=quarter, told=told, way=way)
        )
        meaning, end = _read(context, found.start(), int((found.lastgroup or "s0")[1:]))
        if meaning is None:
            position = found.start() + 1
            continue
        yield Found(start=found.start(), end=_trimmed(tokens, end), meaning=meaning)
        if meaning.stretch is not None and not _compares(meaning.stretch, quarter):
            mentioned = meaning.stretch
            quarter = mentioned if mentioned.grain == "quarter" else quarter
        position = max(end, position + 1)


def _compares(stretch: Stretch, quarter: Stretch | None) -> bool:
    """Say whether a quarter is only what the one spoken of is compared with ("up from a year ago")."""
    if quarter is None or stretch.grain != "quarter":
        return False
    return stretch.first.month == quarter.first.month and stretch.first.year + 1 == quarter.first.year


def _read(context: Context, start: int, shape: int) -> tuple[Meaning | None, int]:
    """Read the first shape from the table's row `shape` on that fits at a place and means something there."""
    grammar = load_grammar()
    for index in range(shape, len(SHAPES)):
        found = grammar.patterns[index].match(context.tokens.classes, start)
        if found is None or found.end() == start:
            continue
        try:
            meaning = MEANINGS[SHAPES[index].name](Match(tokens=context.tokens, found=found), context)
        except (OverflowError, ValueError):
            meaning = Meaning(type="DATE", value=None)
        if meaning is not None:
            return meaning, found.end()
    return None, start


def _context(context: Context) -> Context:
    """Give a context the means to read an expression inside another one: the year in "the end of next year"."""

    def resolve(span: tuple[int, int], leading: int) -> Meaning | None:
        inner = _context(msgspec.structs.replace(context, outer=leading))
        for pattern, shape in zip(load_grammar().patterns, SHAPES, strict=True):
            found = pattern.fullmatch(context.tokens.classes, *span)
            meaning = MEANINGS[shape.name](Match(tokens=context.tokens, found=found), inner) if found else None
            if meaning is not None:
                return meaning
        return None

    return msgspec.structs.replace(context, resolve=resolve)


def _trimmed(tokens: Tokens, end: int) -> int:
    return end - 1 if tokens.classes[end - 1] == code("DOT") else end


def _agreed(readings: tuple[Found, ...]) -> Found:
    """Keep what all possible days of writing agree on."""
    first = readings[0]
    if all(other.meaning == first.meaning for other in readings):
        return first
    same_value = len({r.meaning.value for r in readings}) == 1
    same_edtf = len({r.meaning.edtf for r in readings}) == 1
    meaning = msgspec.structs.replace(
        first.meaning,
        value=first.meaning.value if same_value else None,
        edtf=first.meaning.edtf if same_edtf else None,
        anchor=None,
    )
    return Found(start=first.start, end=first.end, meaning=meaning)


def _timex(tokens: Tokens, found: Found) -> Timex:
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    meaning = found.meaning
    return Timex(
        start=start, end=end, text=tokens.text[start:end],
        type=meaning.type, value=meaning.value, edtf=meaning.edtf, anchor=meaning.anchor,
        mod=modifier(tokens, found.start, found.end),
    )  # fmt: skip
