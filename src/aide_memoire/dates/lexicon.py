"""The words that dates are made of, out of lexicons/time.toml and time_holidays.toml."""

from functools import cache

import msgspec

from aide_memoire.errors import LexiconError
from aide_memoire.lexicons import read_lexicon

_FILES = ("time.toml", "time_holidays.toml")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word, or several that count as one: its part in the grammar, what it counts for, and sentences that show it.

    Each of `examples` holds a time expression with one of the forms; none of `non_examples` does.
    """

    class_: str = msgspec.field(name="class")
    forms: tuple[str, ...]
    value: str = ""
    capital: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: tuple[Entry, ...]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All entries, by their single word, and by the first two words where they have several (longest first)."""

    entries: tuple[Entry, ...]
    words: dict[str, Entry]
    phrases: dict[tuple[str, str], tuple[tuple[tuple[str, ...], Entry], ...]]
    openers: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon once. LexiconError where a file is malformed or a form stands in two entries."""
    entries = tuple(entry for name in _FILES for entry in read_lexicon(name, _File).entry)
    words: dict[str, Entry] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Entry]]] = {}
    seen: set[str] = set()
    for form, entry in ((form, each) for each in entries for form in each.forms):
        if form in seen:
            raise LexiconError(f"The time word {form!r} stands in two entries", remedy="Remove one of the two")
        seen.add(form)
        parts = tuple(form.split())
        if len(parts) == 1:
            words[form] = entry
        else:
            phrases.setdefault((parts[0], parts[1]), []).append((parts, entry))
    ordered = {first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in phrases.items()}
    openers = frozenset(first for first, _ in ordered)
    return Lexicon(entries=entries, words=words, phrases=ordered, openers=openers)
