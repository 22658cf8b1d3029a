"""A clause as a quote: its words as they stand, with "…" where its sentence goes on before or after them."""

import re
from functools import cache

from aide_memoire.actors.entries import Lexicon
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Document, Record, Statement

_REACH = 40  # characters to either side that are looked at
_OPENING = "“\"'‘([«—–-• "
_ENDED = re.compile(r"[.!?…][”\"'’)\]»]*\s*$")
_ENDS = re.compile(r"[”\"'’)\]»]*[.!?…]")
_LAST_WORD = re.compile(r"(?:^|[^\w.])([\w.]+)\.\s*$")


class Quote(Record, frozen=True, kw_only=True):
    """The words of a clause, verbatim, and what says that they are not the whole sentence: "… ", or nothing."""

    before: str
    words: str
    after: str


def quote(statement: Statement, document: Document | None) -> Quote:
    """Set a statement's clause in its sentence: `… would send envoys …` of "Seoul would send envoys in May."

    Where the document is not there, or does not hold the clause at its place, the words stand alone.
    """
    start, end = statement.start, statement.end
    if document is None or document.text[start:end] != statement.text:
        return Quote(before="", words=statement.text, after="")
    text = document.text
    return Quote(
        before="" if _begins_sentence(text, start) else "… " if _is_apart(text, start) else "…",
        words=statement.text,
        after="" if _ends_sentence(text, end) else " …" if _is_apart(text, end) else "…",
    )


def word_quote(statement: Statement, document: Document | None) -> str:
    """The quote in quotation marks: "“… would send envoys …”"."""
    one = quote(statement, document)
    return f"“{one.before}{one.words}{one.after}”"


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    if not before.rstrip(_OPENING):
        return start <= _REACH or "\n" in text[start - _REACH : start]
    if text[start].islower() or not _ENDED.search(before.rstrip(_OPENING)) or before[-1:] not in _OPENING:
        return False
    word = _LAST_WORD.search(before.rstrip(_OPENING))
    return word is None or not _is_abbreviation(word[1])


def _ends_sentence(text: str, end: int) -> bool:
    after = text[end : end + _REACH]
    is_over = not after or after[0] == "\n" or _ENDS.match(after) is not None
    return is_over or _ENDED.search(text[max(end - _REACH, 0) : end]) is not None


def _is_abbreviation(word: str) -> bool:
    """Whether a full stop after a word need not end a sentence: "Mr", an initial, "U.S"."""
    return word in _load_abbreviations() or (word[-1].isupper() and (len(word) == 1 or word[-2] == "."))


def _is_apart(text: str, place: int) -> bool:
    """Whether a place is between two words and not within one ("Yo-jong")."""
    return any(side.isspace() or side in '“”"(),;:—–' for side in text[place - 1 : place + 1])


@cache
def _load_abbreviations() -> frozenset[str]:
    lexicon = read_lexicon("mentions.toml", Lexicon)
    return frozenset(word for one in lexicon.word_class if one.id == "abbreviation" for word in one.words)
