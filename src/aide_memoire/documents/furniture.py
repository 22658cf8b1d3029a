"""Which lines of a page are furniture: the patterns of `lexicons/furniture.toml`, read once."""

import re
from functools import cache
from typing import Literal, NamedTuple

from ..errors import LexiconError
from ..lexicons import read_lexicon
from ..records import Record

_WORD = r"[A-Z][A-Za-zÀ-ž’'.]{0,20}(?:-[A-Za-zÀ-ž]{1,20}){0,2}"
_CALENDAR = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Prime\b|President\b|Christmas\b|Easter\b"
)
_NAME = rf"(?!{_CALENDAR}){_WORD}(?: (?:(?:de|van|der|von|bin|al|el|da|la) )?{_WORD}){{1,3}}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}})"
)
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.? ?m\.?)?(?: ?\(?(?:[a-z]{2,5}|gmt ?[+-]\d{1,2})\)?)?"
_PLACEHOLDERS = {
    "{names}": rf"{_NAME}(?:(?:,| and| &) {_NAME}){{0,4}}",
    "{name}": _NAME,
    "{date}": _DATE,
    "{time}": _TIME,
}

_LONGEST_LINE = 320
_FOLD = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " ", "\N{ZERO WIDTH SPACE}": None, "\t": " "}
)


class Entry(Record, frozen=True, kw_only=True):
    """One entry of the lexicon: a pattern for a whole line, its reason, and lines that it must and must not match."""

    id: str
    reason: str
    pattern: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]
    case: bool = False
    where: Literal["anywhere", "edge"] = "anywhere"
    opens: bool = False
    certain: bool = False
    head: bool = False


class _File(Record, frozen=True, kw_only=True):
    agencies: tuple[str, ...]
    entry: tuple[Entry, ...]
    caption: tuple[Entry, ...]
    credit: tuple[Entry, ...]


type Compiled = tuple[tuple[Entry, re.Pattern[str]], ...]


class Lexicon(NamedTuple):
    """The three tables of `furniture.toml`, compiled, and a pattern for the name of a news agency."""

    lines: Compiled
    captions: Compiled
    credits: Compiled
    agency: str


@cache
def load_furniture() -> Lexicon:
    """Every entry with its compiled pattern, in the order of the file: the first that matches a line decides."""
    file = read_lexicon("furniture.toml", _File)
    agency = "|".join(re.escape(name) for name in file.agencies)
    tables = (
        [(entry, _compile(entry, agency)) for entry in table] for table in (file.entry, file.caption, file.credit)
    )
    lines, captions, credits = map(tuple, tables)
    return Lexicon(lines, captions, credits, agency)


def _compile(entry: Entry, agency: str) -> re.Pattern[str]:
    """The pattern with its placeholders filled in. Raises LexiconError where it is malformed."""
    pattern = entry.pattern.replace("{agency}", agency)
    for placeholder, meaning in _PLACEHOLDERS.items():
        pattern = pattern.replace(placeholder, f"(?:{meaning})")
    try:
        return re.compile(pattern, 0 if entry.case else re.IGNORECASE)
    except re.error as error:
        raise LexiconError(
            f"the pattern of furniture entry {entry.id} is malformed: {error}", remedy="Correct furniture.toml."
        ) from error


def fold(line: str) -> str:
    """A line as the patterns see it, quotes straight and white space single: `Editor’s  Picks ` is `Editor's Picks`."""
    return " ".join(line.translate(_FOLD).split())


def find_entry(line: str, *, edge: bool) -> Entry | None:
    """The entry that a line of furniture matches, or None for a line of the text.

    `edge` says that the line stands before the first or after the last sentence of the text, where bylines and date
    lines are looked for too.
    """
    if len(line) > _LONGEST_LINE:
        return None
    folded = fold(line)
    for entry, pattern in load_furniture().lines:
        if (edge or entry.where == "anywhere") and pattern.fullmatch(folded):
            return entry
    return None


def find_closing(mark: str) -> str | None:
    """The reason for which a mark that follows the last sentence is taken off: "(END)", "###", "(Yonhap)"."""
    folded = fold(mark)
    entry = find_entry(folded, edge=False)
    if entry and entry.id == "credit.end":
        return entry.reason
    inner = folded.strip("()[] ")
    named = any(
        pattern.fullmatch(inner) for entry, pattern in load_furniture().credits if not (entry.certain or entry.head)
    )
    return "credit" if named and inner != folded else None
