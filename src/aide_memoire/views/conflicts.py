"""What speaks against a document's date, in sentences a reader can follow."""

import re
from collections.abc import Iterator

from aide_memoire.records import DateConflict
from aide_memoire.views.wording import count, word_date

_DAY = re.compile(r"\b(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)\b(?![-/\d])(?: \(([A-Z][a-z]+day)\))?")
_QUOTED = re.compile(r"(“[^“”]*”)")
_LONGEST_QUOTE = 80
_LONGEST_REASON = 120


def word_conflict(conflict: DateConflict) -> str:
    """One conflict with a sentence a reason: "“Jan. 21, 2022” would give 21 January 2022. The caption's …"."""
    if conflict.edtf is None:
        would_be = "gives no date"
    else:
        would_be = f"would give {'a day ' if '/' in conflict.edtf else ''}{word_date(conflict.edtf)}"
    sentences = [f"{reason[:1].upper()}{reason[1:]}." for reason in _list_reasons(conflict.why)]
    return " ".join([f"“{_shorten(conflict.text, _LONGEST_QUOTE)}” {would_be}.", *sentences])


def word_dispute(conflicts: tuple[DateConflict, ...]) -> str:
    """All of them in a few words, for the line of a report: the reasons of the first, as far as they are short."""
    first, *others = conflicts
    reasons = _list_reasons(first.why)
    words = reasons[0] if reasons else ""
    for reason in reasons[1:]:
        if len(words) + len(reason) > _LONGEST_REASON:
            break
        words = f"{words}, {reason}"
    more = f", and {count(len(others), 'more reason')}" if others else ""
    # A reason that names the day says enough; of a post, say, the words that name it are needed too.
    is_named = first.edtf is not None and word_date(first.edtf) in words
    evidence = "" if is_named else f"“{_shorten(first.text, _LONGEST_QUOTE)}”: "
    words = f"the {words[4:]}" if is_named and words.startswith("The ") else words
    return f"date disputed: {evidence}{_shorten(words, 2 * _LONGEST_REASON)}{more}"


def _list_reasons(why: str) -> list[str]:
    """The reasons, which semicolons part, each once and with its days in plain English."""
    reasons = (reason.strip().rstrip(".") for reason in "".join(_iter_plain(why)).split("\0"))
    return [reason for reason in dict.fromkeys(reasons) if reason]


def _iter_plain(why: str) -> Iterator[str]:
    """The text in pieces; quotations stay as they are, elsewhere days are worded and a semicolon becomes a NUL."""
    for number, piece in enumerate(_QUOTED.split(why.replace("\0", " "))):
        yield piece if number % 2 else _DAY.sub(_word_day, piece).replace("; ", "\0")


def _word_day(found: re.Match[str]) -> str:
    edtf, weekday = found.groups()
    return f"{weekday} {word_date(edtf)}" if weekday else word_date(edtf)


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
