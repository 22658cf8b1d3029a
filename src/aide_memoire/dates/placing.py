"""A date with the operator before it, as EDTF: "by May" ends with May, "from May" begins with it."""

from datetime import date

import msgspec

from aide_memoire.dates.matches import Meaning
from aide_memoire.dates.operators import Kind, operator_before
from aide_memoire.dates.stretches import Stretch, later
from aide_memoire.dates.timexes import Found
from aide_memoire.dates.tokens import FILLER, Tokens, code

_LIMITS = (["at", "the", "latest"], ["as", "the", "deadline"], ["as", "a", "deadline"])
_LATER = ("or later", "beyond")
_UNITS = tuple(map(code, ("UNIT", "UNITS")))
_EVENT = 4  # words that an event has at most
_EVENT_WORDS = (FILLER, *map(code, ("THE", "A")))
_SPANNING = tuple(map(code, ("OVER", "WITHIN", "THROUGH", "DURING")))


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in a text, the operator before it, where that begins, and the day of writing."""

    tokens: Tokens
    found: Found
    kind: Kind | None
    start: int
    today: date | None

    @property
    def meaning(self) -> Meaning:
        """What the expression means."""
        return self.found.meaning

    def before(self) -> str:
        """The class of the word before the expression; "" at a text's begin."""
        return self.tokens.classes[self.found.start - 1] if self.found.start else ""

    def words(self) -> list[str]:
        """The words of the expression."""
        return self.tokens.words[self.found.start : self.found.end]

    def after(self, count: int) -> list[str]:
        """The words that follow it."""
        return self.tokens.words[self.found.end : self.found.end + count]


class Period(msgspec.Struct, frozen=True):
    """A period at the words `start` to `end` of a text."""

    start: int
    end: int
    edtf: str | None


def begin_of(stretch: Stretch) -> str:
    """The first day, month or year of a stretch, as precise as it is."""
    return _whole(stretch).split("/")[0]


def end_of(stretch: Stretch) -> str:
    """The last day, month or year of a stretch, as precise as it is."""
    return _whole(stretch).split("/")[-1]


def _whole(stretch: Stretch) -> str:
    if stretch.grain == "season":
        return f"{stretch.first.isoformat()[:7]}/{stretch.last.isoformat()[:7]}"
    if stretch.grain in ("decade", "century"):
        return f"{stretch.first.year:04}/{stretch.last.year:04}"
    return stretch.edtf


def interval(first: date, count: float, unit: str, *, whole: bool = False) -> str | None:
    """The interval of so many units from a day; `whole` where the day itself is the first of them."""
    if count != int(count):
        return None
    try:
        other = later(later(first, int(count), unit), -int(whole), "day")
    except OverflowError:
        return None
    early, late = sorted((first, other))
    return f"{early.isoformat()}/{late.isoformat()}"


def place_date(place: Place) -> Period:
    """Place a date with its operator: "by the end of 2022 at the latest" is `/2022-12`."""
    stretch, edtf, end = place.meaning.stretch, place.meaning.edtf, place.found.end
    if stretch is None or edtf is None:
        return Period(place.start, end, None)
    if "/" in edtf and stretch.grain == "day":
        return Period(place.start, end, "/" + edtf.partition("/")[2] if place.kind in ("by", "until") else edtf)
    end += 3 if place.after(3) == _LIMITS[0] else 0
    try:
        return Period(place.start, end, _placed(place, stretch))
    except OverflowError:
        return Period(place.start, end, None)


def _placed(place: Place, stretch: Stretch) -> str | None:
    part, relation, today = place.meaning.part, place.meaning.relation, place.today
    if relation in (-1, 1) and today and _spans(place):
        return interval(today, relation, stretch.grain)
    match _kind(place):
        case "by" | "until":
            return "/" + _last(stretch, part)
        case "before":
            return "/" + (_last(stretch, part) if part else end_of(stretch.shift(-1)))
        case "through":
            return (
                f"{today.isoformat()}/{end_of(stretch)}" if today and stretch.last >= today else "/" + end_of(stretch)
            )
        case "at" if stretch.grain != "day" and not (today and stretch.last < today):
            return f"{begin_of(stretch)}/.."
        case "from" | "after":
            return f"{_last(stretch, part) if part == 'END' else begin_of(stretch)}/.."
        case _ if place.words()[-1] in _LATER:
            return f"{begin_of(stretch)}/.."
        case _:
            return _itself(place, stretch)


def _kind(place: Place) -> Kind | None:
    """The operator, corrected by what follows: "a May 1 deadline" is a limit, "before April's vote" is by April."""
    possessive = place.tokens.text.startswith(("'s", "’s"), place.tokens.ends[place.found.end - 1])
    if possessive and place.kind in ("before", "after", "from"):
        return "by" if place.kind == "before" else None
    if place.kind in (None, "on") and _before_event(place):
        return "by"
    if place.kind in (None, "on") and (place.after(3) in _LIMITS or place.after(1) == ["deadline"]):
        return "by"
    return place.kind


def _before_event(place: Place) -> bool:
    """Say whether a date is that of an event before which something is due: "ahead of the elections next year"."""
    end = place.start
    for start in range(end - 1, max(0, end - _EVENT) - 1, -1):
        if place.tokens.classes[start] not in _EVENT_WORDS:
            return False
        kind, begin = operator_before(place.tokens, start)
        if kind == "before" and begin < start:
            counted = place.tokens.classes[begin - 1 : begin] in _UNITS  # "ten days before the vote"
            return not counted and not place.tokens.words[start].endswith("ing")
    return False


def _spans(place: Place) -> bool:
    """Say whether "next year" is a length from today on, as after "over the", rather than a calendar year."""
    return place.kind in ("on", "within") and place.before() in _SPANNING and place.words()[0] == "the"


def _itself(place: Place, stretch: Stretch) -> str:
    """A date as itself; "later this month" is what is left of it, "the end of the year" its last month."""
    if "later" in place.words() and place.today and stretch.first <= place.today <= stretch.last:
        return _rest(stretch, place.today)
    if "end" in place.words() and stretch.grain in ("year", "quarter", "half"):
        return stretch.last.isoformat()[:7]
    return _whole(stretch) if stretch.grain == "decade" else stretch.edtf


def _rest(stretch: Stretch, today: date) -> str:
    if stretch.grain == "season":
        return _whole(stretch)
    if stretch.grain not in ("week", "month"):
        return stretch.edtf
    first = later(today, 1, "day") if stretch.grain == "week" and today < stretch.last else today
    return f"{first.isoformat()}/{stretch.last.isoformat()}"


def _last(stretch: Stretch, part: str | None) -> str:
    """The last day, month or year of the part of a stretch that is meant."""
    if part == "END" and stretch.grain in ("year", "fiscal year", "quarter", "half", "decade"):
        return stretch.last.isoformat()[:7]
    if part == "MID" and stretch.grain == "year":
        return f"{stretch.first.year:04}-06"
    if part == "MID" and stretch.grain == "decade":
        return f"{stretch.first.year + 5:04}"
    return end_of(stretch)
