"""What in a document speaks of its date: its address, dateline, captions, and the days that its text names."""

import re
from calendar import day_name, month_abbr
from datetime import date
from functools import cache, lru_cache
from typing import Literal

import msgspec

from aide_memoire.dates.direction import Direction, direction, verb_direction
from aide_memoire.dates.edtf import day_of, to_edtf_day
from aide_memoire.dates.timexes import Found, find, find_timexes
from aide_memoire.dates.tokens import Tokens, code, tokenise
from aide_memoire.errors import DateError
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Timex

WEEKDAYS = tuple(day_name)
_ADDRESS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,9})?(?!\d)"),
)
_FILED = re.compile(
    r"[/=](?:19|20)\d\d(?P<mark>[/_-]?)(?:\d{1,2}|[a-z]{3})(?P=mark)\d{1,2}(?:(?<=\d{8})\d{4,9})?(?=[/?&#.]|$)"
)
_NAMED_MONTH = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/")
_MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if number}
_PARTIAL = re.compile(r"XXXX-(\d\d)-(\d\d)")
_FIRST, _LAST = 1985, 2100
_LATEST = 2050  # years that a text names beyond it are plans ("by 2060")
_LEAD = 3000
_LONGEST_STATED = 80
_FACTS = 20_000
_NEAR_WORDS = 4
_ADJACENT = 2  # the verb and the preposition: "an updated plan in May 2022" says nothing of when
_HEAD, _TAIL = 1200, 300
_KEPT = 4  # texts whose time expressions are remembered, for the several questions that are asked of each


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that speak of a document's date, by class."""

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    words: tuple[Words, ...]


@cache
def load_words(name: str) -> tuple[str, ...]:
    """Read the words of one class of lexicons/time_dating.toml. LexiconError where the file is malformed."""
    file = read_lexicon("time_dating.toml", _File)
    return tuple(form for words in file.words if words.class_ == name for form in words.forms)


@cache
def _stamp() -> re.Pattern[str]:
    openers = "|".join(re.escape(word) for word in load_words("stamp"))
    return re.compile(rf"(?im)^[^\S\n]{{0,8}}(?:(?:{openers})\b[^\n\d]{{0,24}}?)?([^\n]{{6,40}})$")


class Evidence(msgspec.Struct, frozen=True):
    """Words that name a day, the days that they can mean (several where they name no year), and where they stood."""

    text: str
    days: tuple[date, ...]
    context: str

    def shares(self, sentence: str) -> bool:
        """Say whether a sentence speaks of the same event: it shares names, and a noun, with these words' context."""
        names, nouns = _names(self.context), _nouns(self.context)
        return len(names & _names(sentence)) >= 2 and len(nouns & _nouns(sentence)) >= 1


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> tuple[Tokens, tuple[Found, ...]]:
    """The words and the time expressions of a text's beginning."""
    tokens = tokenise(text[:_FACTS])
    return tokens, tuple(find(tokens, None))


class SaidWeekday(msgspec.Struct, frozen=True):
    """A weekday that a text names of something past: its number (Monday is 0), its words, its sentence."""

    number: int
    text: str
    sentence: str


def address_day(url: str) -> date | None:
    """Find the day in an address: ".../2021/01/21/...", "ud=20210121000953", "2021-01-21"; None if there is none."""
    url = url[:2000]
    found = [
        day for pattern in _ADDRESS for m in pattern.finditer(url) if (day := _day(int(m[1]), int(m[2]), int(m[3])))
    ]
    named = _NAMED_MONTH.search(url.lower())
    if named and named[2] in _MONTHS:
        found += [day] if (day := _day(int(named[1]), _MONTHS[named[2]], int(named[3]))) else []
    return found[0] if len(set(found)) == 1 else None


def is_filed_by_day(url: str) -> bool:
    """Say whether the day of an address is a folder or a key of it, as an archive gives it, not a part of a title.

    ".../2021/01/21/talks" and "ud=20210121000953" are, ".../since-the-flood-of-2021-01-21" is not.
    """
    return _FILED.search(url[:2000].lower()) is not None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def written(value: str) -> str | None:
    """Read a date as pages state it: ISO ("2021-01-21T10:00:00Z"), EDTF, or words ("January 21, 2021 at 3:10 pm").

    None where any of it is left over: "32 March 2021" is no March, nor "Thu, 99 Foo 2021" a year.
    """
    try:
        return to_edtf_day(value)
    except DateError:
        pass
    if len(value) > _LONGEST_STATED:
        return None
    timexes = [t for t in find_timexes(value, None) if t.type == "DATE" or t.edtf]
    days = {t.edtf for t in timexes}
    return days.pop() if len(days) == 1 and not _left_over(value, timexes) else None


def _left_over(value: str, timexes: list[Timex]) -> bool:
    """Say whether a stated date holds more than the day, the time, its zone and the words that open such a line."""
    for timex in timexes:
        value = value.replace(timex.text, " ")
    return re.search(r"\w", _beside_day().sub(" ", value)) is not None


@cache
def _beside_day() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in (*load_words("stamp"), *load_words("joint")))
    zone = r"(?:[A-Z]{2,5}\b|[+-]\d\d:?\d\d(?!\d))"
    clock = r"\b\d{1,2}(?:[:.]\d\d){1,2}(?!\d)|\b\d{1,2}(?=\s?[ap]\.?m\b)"
    return re.compile(rf"(?:{clock})(?:\s?(?i:[ap]\.?m\b\.?))?(?:\s?\(?(?:{zone})\)?)*|\b(?i:{words})\b")


def dateline_days(dateline: str) -> tuple[Evidence, ...]:
    """Find the day of a dateline; where it names no year, that day in every year."""
    return tuple(e for t in find_timexes(dateline[:200], None) if (e := _evidence(t, dateline)))


def caption_days(caption: str) -> tuple[Evidence, ...]:
    """Find the days that a caption names with their year."""
    return tuple(e for t in find_timexes(caption[:2000], None) if t.edtf and (e := _evidence(t, caption)))


def _evidence(timex: Timex, context: str) -> Evidence | None:
    day = day_of(timex.edtf) if timex.edtf else None
    if day is not None:
        return Evidence(timex.text, (day,), context) if _FIRST <= day.year <= _LAST else None
    partial = _PARTIAL.fullmatch(timex.value or "")
    if partial is None:
        return None
    days = (_day(year, int(partial[1]), int(partial[2])) for year in range(_FIRST, 2036))
    return Evidence(timex.text, tuple(d for d in days if d), context)


def stamped_days(text: str, title: str | None) -> tuple[Evidence, ...]:
    """Find the days that stand on a line of their own near a text's begin or end, as pages print their date."""
    parts = (text[:_HEAD], text[-_TAIL:] if len(text) > _HEAD else "")
    found: dict[date, Evidence] = {}
    for match in (m for part in parts for m in _stamp().finditer(part)):
        for timex in find_timexes(match[1], None):
            rest = re.sub(r"(?i)[\s\d:|,.–-]|am|pm|gmt|utc|kst|edt|est|at|on|by", "", match[1].replace(timex.text, ""))
            evidence = _evidence(timex, match[0].strip())
            if evidence and len(evidence.days) == 1 and len(rest) <= 4 + 10 * (match[1] != match[0].strip()):
                found.setdefault(evidence.days[0], evidence)
    return tuple(found.values())


@lru_cache(maxsize=_KEPT)
def said_weekdays(text: str) -> tuple[SaidWeekday, ...]:
    """Find the weekdays on which, by a text's first paragraphs, something happened."""
    tokens, places = _read(text)
    found = []
    for place in places:
        if tokens.starts[place.start] > _LEAD:
            break
        entry = tokens.entries.get(place.end - 1)
        if entry is None or entry.class_ != "WEEKDAY" or place.end - place.start > 1:
            continue
        if direction(tokens, place.start, place.end) != "future":
            start, end = _sentence(tokens, place.start)
            first = next(i for i in range(max(0, place.start - 3), place.end) if tokens.starts[i] >= start)
            quote = text[tokens.starts[first] : tokens.ends[place.end - 1]]
            found.append(SaidWeekday(int(entry.value), quote, text[start:end]))
    return tuple(found)


type Grain = Literal["day", "year"]


class NamedDate(msgspec.Struct, frozen=True):
    """A date that a text names with its year, to the day or month ("day") or to the year, and where it is put."""

    text: str
    first: date
    last: date
    grain: Grain
    way: Direction | None


@lru_cache(maxsize=_KEPT)
def named_dates(text: str) -> tuple[NamedDate, ...]:
    """Find the dates that a text names with their year, with the way that the words around point.

    "was signed on 3 March 2018" is past, "will open in 2022" to come, "the 2018 accord" neither.
    """
    tokens, places = _read(text)
    found = []
    for place in places:
        stretch = place.meaning.stretch
        if stretch is None or place.meaning.type != "DATE" or stretch.grain not in ("day", "month", "year"):
            continue
        if not _FIRST <= stretch.first.year <= _LATEST:
            continue
        is_year = stretch.grain == "year"
        bare = is_year and tokens.classes[place.start - 1 : place.start] != code("IN")
        way = None if bare else direction(tokens, place.start, place.end)
        quote = text[tokens.starts[place.start] : tokens.ends[place.end - 1]]
        found.append(NamedDate(quote, stretch.first, stretch.last, "year" if is_year else "day", way))
    return tuple(found)


class BareDate(msgspec.Struct, frozen=True):
    """A day of the month that a text names without its year ("March 4"), or a fiscal year ("fiscal 2012"): numbers."""

    text: str
    month: int | None
    day: int | None
    fiscal_year: int | None


@lru_cache(maxsize=_KEPT)
def bare_dates(text: str) -> tuple[BareDate, ...]:
    """Find the days that a text names without their year, and the fiscal years.

    "They met on March 4 over the budget for fiscal 2012." has both.
    """
    tokens, places = _read(text)
    found = []
    for place in places:
        value = place.meaning.value or ""
        quote = text[tokens.starts[place.start] : tokens.ends[place.end - 1]]
        if partial := _PARTIAL.fullmatch(value):
            found.append(BareDate(quote, int(partial[1]), int(partial[2]), None))
        elif place.meaning.stretch is None and re.fullmatch(r"\d{4}", value):
            found.append(BareDate(quote, None, None, int(value)))
    return tuple(found)


class StatedFact(msgspec.Struct, frozen=True):
    """A date that a text names in full, and on which side of the text's own day its verb puts it."""

    text: str
    first: date
    last: date
    way: Direction


@lru_cache(maxsize=_KEPT)
def stated_facts(text: str) -> tuple[StatedFact, ...]:
    """Find the dates that a text names with their year, where the words just before say past or to come.

    "was signed on 3 March 2018" is past, "will open in May 2022" to come.
    """
    tokens, places = _read(text)
    found = []
    for place in places:
        stretch = place.meaning.stretch
        if stretch is None or stretch.grain not in ("day", "month", "year") or place.meaning.type != "DATE":
            continue
        if stretch.grain == "year" and tokens.classes[place.start - 1 : place.start] != code("IN"):
            continue
        before = tokens.words[place.start - 1] if place.start else ""
        way = verb_direction(tokens, place.start, reach=_NEAR_WORDS) if before not in load_words("bounding") else None
        if way == "future" or (way == "past" and verb_direction(tokens, place.start, reach=_ADJACENT) == "past"):
            start, end = tokens.starts[place.start], tokens.ends[place.end - 1]
            first = tokens.starts[max(0, place.start - _NEAR_WORDS)]
            found.append(StatedFact(" ".join(text[min(first, start) : end].split()), stretch.first, stretch.last, way))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def weekday_dates(text: str) -> tuple[tuple[int, Evidence], ...]:
    """Find the days that a text names by weekday and day of the month, without the year: "Wednesday (Aug 28)".

    Gives the weekday (Monday is 0) and the day of the month in every year.
    """
    tokens, places = _read(text)
    found = []
    for place in places:
        weekday = _weekday_before(tokens, place.start)
        partial = _PARTIAL.fullmatch(place.meaning.value or "")
        if weekday is None or partial is None:
            continue
        at, days = weekday, (_day(year, int(partial[1]), int(partial[2])) for year in range(_FIRST, 2036))
        quote = text[tokens.starts[at] : tokens.ends[place.end - 1]]
        found.append((int(tokens.value(at)), Evidence(quote, tuple(d for d in days if d), quote)))
    return tuple(found)


def _weekday_before(tokens: Tokens, start: int) -> int | None:
    """The place of the weekday that an expression opens with, or that stands before it and its bracket."""
    for place in (start, start - 2):
        is_bracket = place == start or tokens.words[start - 1 : start] == ["("]
        if place >= 0 and tokens.classes[place] == code("WEEKDAY") and is_bracket:
            return place
    return None


def _sentence(tokens: Tokens, place: int) -> tuple[int, int]:
    """Where the sentence of a word begins and ends in the text, by full stops and line ends."""
    text, at = tokens.text, tokens.starts[place]
    start = max(text.rfind(". ", 0, at) + 1, text.rfind("\n", 0, at) + 1)
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    return start, min(ends, default=len(text))


def _names(text: str) -> set[str]:
    return set(re.findall(r"\b[A-Z][\w’'-]{2,}", text))


def _nouns(text: str) -> set[str]:
    return {
        w
        for w in re.findall(r"\b[a-z]{5,}\b", text)
        if w not in {"their", "which", "where", "there", "during", "after"}
    }
