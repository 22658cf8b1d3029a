"""Times that hang on an event and not on a day: "once the treaty is signed", "within 30 days of entry into force"."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from aide_memoire.dates.anchor_placing import place_anchor
from aide_memoire.dates.anchor_words import Operator, load_anchor_words, longest
from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.happenings import find_happening
from aide_memoire.dates.operators import Kind, operator_before
from aide_memoire.dates.passage import Happening, Passage
from aide_memoire.dates.timexes import Found, days_of, find
from aide_memoire.dates.tokens import Tokens, tokenise
from aide_memoire.records import Anchor, AnchorRelation, Due

_BACK = ("before", "prior to", "ahead of", "in advance of")
_FROM = ("of", "from", "after", "following", "since", "upon", *_BACK)
_LIMITS: dict[Kind, AnchorRelation] = {
    "by": "by", "until": "until", "from": "from", "after": "from", "within": "within", "on": "within",
}  # fmt: skip
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_AT_LEAST = ("at least", "no less than", "no fewer than", "not less than", "a minimum of")
_PASSED = (*_AT_LEAST, "about", "around", "shortly", "immediately")
_MOST = 4  # words of an operator


def find_anchors(
    text: str, dct: str | None = None, *, direction: Literal["past", "future"] | None = None
) -> tuple[Anchor, ...]:
    """Find the events that times of a text hang on.

    In "It pays within 30 days of entry into force." that is "entry into force", within, P30D; in "It reopens once the
    team is set up." it is "the team is set up", after. Where the words date the event, `edtf` says so, read as
    `find_periods` reads dates. Spans are code points, in order. DateError if `dct` is no EDTF date.
    """
    return tuple(due.anchor for due in find_anchored(text, dct, direction=direction) if due.anchor is not None)


def find_anchored(text: str, dct: str | None, *, direction: Literal["past", "future"] | None = None) -> tuple[Due, ...]:
    """Find the times that hang on events, each with its anchor, from the operator to the end of the event's words.

    `edtf` is the time where the words date the event ("before the summit in May 2022" is `/2022-05`), None elsewhere.
    """
    tokens = tokenise(text)
    readings = [list(_anchored(tokens, day, direction)) for day in days_of(dct)]
    return tuple(_agreed(same) for same in zip(*readings, strict=True))


def _agreed(readings: tuple[Due, ...]) -> Due:
    """What all possible days of writing agree on."""
    first = readings[0]
    if first.anchor is None or all(other == first for other in readings):
        return first
    return msgspec.structs.replace(first, edtf=None, anchor=msgspec.structs.replace(first.anchor, edtf=None))


def _anchored(tokens: Tokens, today: date | None, way: Literal["past", "future"] | None) -> Iterator[Due]:
    founds = list(find(tokens, today, way))
    passage = Passage(tokens, founds)
    lengths = {f.end: f for f in founds if f.meaning.type == "DURATION"}
    place = 0
    while place < len(tokens.words):
        found = _after_length(passage, lengths[place]) if place in lengths else None
        found = found or _after_operator(passage, place)
        if found is None:
            place += 1
            continue
        yield found[0]
        place = found[1]


def _after_operator(passage: Passage, place: int) -> tuple[Due, int] | None:
    """The time that an operator at a place makes of the event behind it, and the place behind that."""
    operator, width = longest(load_anchor_words().operators, passage.words, place, most=_MOST)
    if operator is None or not _leads(passage, operator, place):
        return None
    start = place + width
    start += start < len(passage.words) and passage.words[start] in _PASSED
    happening = find_happening(passage, start, operator.takes)
    return _due(passage, place, happening, operator.relation, None) if happening else None


def _leads(passage: Passage, operator: Operator, place: int) -> bool:
    """Whether an operator can stand here: "the following meetings", "looked at the talks" have none."""
    before = passage.words[place - 1] if place else ""
    if "occasion" in operator.takes and before in passage.known.file.looking:
        return False
    if "bare" in operator.takes:
        return before in ("", "due", "payable", "and", ",")
    return not (operator.adjective and before in passage.known.file.determiners)


def _after_length(passage: Passage, length: Found) -> tuple[Due, int] | None:
    """The time that a length makes of the event that it counts from: "within 30 days of entry into force"."""
    word, width = longest({tuple(word.split()): word for word in _FROM}, passage.words, length.end)
    offset = _offset(length)
    if word is None or offset is None:
        return None
    happening = find_happening(
        passage, length.end + width, ("noun", "clause", "gerund") if word not in ("of", "from") else ("noun",)
    )
    kind, start = operator_before(passage.tokens, length.start)
    relation = _LIMITS.get(kind, "at") if kind else _of_length(passage, length, word)
    if happening is None or (kind is None and word in ("of", "from")):
        return None
    if word in _BACK:
        offset = "-" + offset
    return _due(passage, start, happening, relation, offset)


def _of_length(passage: Passage, length: Found, word: str) -> AnchorRelation:
    """What a length without an operator says: "30 days before the vote" is then, "at least 30 days before" by then."""
    words = passage.words[max(length.start - 1, 0) : length.end]
    if any(word in words for word in _AT_LEAST):
        return "by" if word in _BACK else "from"
    return "at"


def _offset(length: Found) -> str | None:
    """A length as ISO 8601 has it: "six months" is P6M; None where it is no whole number of days or longer units."""
    count, unit = length.meaning.length or (None, "")
    if count is None or count != int(count) or unit not in _UNITS or not 0 < count < 10_000:
        return None
    return f"P{int(count)}{_UNITS[unit]}"


def _due(
    passage: Passage, start: int, happening: Happening, relation: AnchorRelation, offset: str | None
) -> tuple[Due, int]:
    tokens = passage.tokens
    first, begin, end = tokens.starts[start], tokens.starts[happening.start], tokens.ends[happening.end - 1]
    anchor = Anchor(
        text=tokens.text[begin:end],
        start=begin,
        end=end,
        relation=relation,
        offset=offset,
        edtf=_narrowest([found.meaning.edtf for found in happening.dated]),
    )
    edtf = place_anchor(anchor, anchor.edtf) if anchor.edtf else None
    return Due(text=tokens.text[first:end], start=first, end=end, edtf=edtf, anchor=anchor), happening.end


def _narrowest(edtfs: Sequence[str | None]) -> str | None:
    """Of the dates that an event's words give, the one within all others: "this year's summit on April 22nd"."""
    known = [(bounds(edtf), edtf) for edtf in edtfs if edtf is not None]
    closed = [((first, last), edtf) for (first, last), edtf in known if first is not None and last is not None]
    if not closed or len(closed) < len(edtfs):
        return None
    (first, last), narrowest = min(closed, key=lambda one: (one[0][1] - one[0][0], one[1]))
    return narrowest if all(early <= first and last <= late for (early, late), _ in closed) else None
