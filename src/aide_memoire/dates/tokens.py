"""A text as the grammar of dates sees it: one character a word, which says what part the word can play.

"by May next year" becomes four characters: BY, MONTH, NEXT, UNIT. Words that play no part are all the same character,
so that one regular expression over this string finds every time expression, and most of a text is passed over quickly.
"""

import re
from functools import cache, lru_cache

import msgspec

from aide_memoire.dates.lexicon import Entry, load_lexicon

_TOKEN = re.compile(
    r"""
      (?P<ampm>[AaPp]\.\s?[Mm]\b\.?)
    | (?P<label>(?:Q[1-4]|H[12]|FY[ ]?(?:19|20)?\d\d)(?!\w))
    | (?P<nolabel>[QH]\d(?!\w))
    | (?P<word>[^\W\d_]+)
    | (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\w:]))
    | (?P<dotted>\d{1,2}\.\d\d(?=[ ]?[ap]\.?m\b))
    | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/]))
    | (?P<decades>['’]?\d0['’]?s\b|[12]\d\d0['’]?s\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<fraction>[13]/[24](?![\w/]))
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<gap>\n\s*\n)
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_CURRENCIES = frozenset("$€£¥#@&_%")
FILLER = " "
STOP = "\n"
_MARKS = {",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", "‑": "HYPHEN", ".": "DOT"}
_SENTENCE_ENDS = frozenset("!?")


class _Codes:
    """Gives each class of words its character, from the private use area so that none means anything to `re`."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        known = self._codes.get(name)
        return known if known else self._codes.setdefault(name, chr(0xE000 + len(self._codes)))


code = _Codes()


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a text: where each starts and ends, its lower-case form, its entry if it has one, its class."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    entries: dict[int, Entry]
    classes: str

    def value(self, index: int) -> str:
        """What the word at a place counts for, by its entry; its own letters where it has none."""
        entry = self.entries.get(index)
        return entry.value if entry else self.words[index]


@lru_cache(maxsize=2)  # one text is asked for its times, its periods either way and its anchors
def tokenise(text: str) -> Tokens:
    """Split a text into words with their classes; offsets are into the text as given."""
    known = load_lexicon()
    lookup, openers, codes = known.words, known.openers, _codes_of_words()
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    entries: dict[int, Entry] = {}
    openings: list[int] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        word = match.group()
        start, end = match.span()
        if kind == "word":
            word = word.lower()
            entry = lookup.get(word)
            if entry is None or (entry.capital and text[start].islower()):
                char = FILLER
            else:
                entries[len(starts)] = entry
                char = codes[word]
            if word in openers:
                openings.append(len(starts))
        elif kind == "mark":
            char = _mark(text, start, word)
        elif kind == "gap":
            char = STOP
        else:
            char = _number(text, start, end, kind or "", word)
        starts.append(start)
        ends.append(end)
        words.append(word)
        classes.append(char)
    tokens = Tokens(text=text, starts=starts, ends=ends, words=words, entries=entries, classes="".join(classes))
    return _join_phrases(tokens, openings) if openings else tokens


def _mark(text: str, start: int, mark: str) -> str:
    if mark in "-–‑" and text[max(0, start - 1) : start].isspace() and text[start + 1 : start + 2].isspace():
        return code("DASH")
    return STOP if mark in _SENTENCE_ENDS else code(_MARKS[mark]) if mark in _MARKS else FILLER


def _number(text: str, start: int, end: int, kind: str, word: str) -> str:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if kind != "ampm" and (before.isalnum() or before in _CURRENCIES or _continues(text, start)):
        return FILLER
    if after == "%" or (after == "/" and text[end + 1 : end + 2].isdigit()):
        return FILLER
    if kind != "number":
        return code(kind.upper())
    if after.isalpha() and text[end : end + 2].lower() not in ("am", "pm"):
        return FILLER
    if "," in word or "." in word:
        return code("N_BIG")
    return code(_number_class(word))


def _continues(text: str, start: int) -> bool:
    """Say whether a number only goes on with one that stands before it, as the 21 of "3.21" and "2/21"."""
    return start > 1 and text[start - 1] in "/.,:" and text[start - 2].isdigit()


def _number_class(word: str) -> str:
    value = int(word) if len(word) <= 6 else 10**6
    if len(word) <= 2:
        return "N_12" if 1 <= value <= 12 else "N_31" if 13 <= value <= 31 else "N_99"
    if len(word) == 4:
        return "N_YEAR" if 1000 <= value <= 2199 else "N_BIG"
    return "N_999" if len(word) == 3 else "N_BIG"


def _join_phrases(tokens: Tokens, openings: list[int]) -> Tokens:
    phrases = load_lexicon().phrases
    classes = list(tokens.classes)
    dropped: set[int] = set()
    joined: dict[int, str] = {}
    for index in openings:
        if index in dropped or index + 1 == len(tokens.words):
            continue
        for parts, entry in phrases.get((tokens.words[index], tokens.words[index + 1]), ()):
            if _stands(tokens, index, parts) and not (entry.capital and tokens.text[tokens.starts[index]].islower()):
                classes[index] = code(entry.class_)
                tokens.entries[index] = entry
                tokens.ends[index] = tokens.ends[index + len(parts) - 1]
                joined[index] = " ".join(parts)
                dropped.update(range(index + 1, index + len(parts)))
                break
    for index, phrase in joined.items():
        tokens.words[index] = phrase
    return _without(tokens, classes, dropped) if dropped else tokens


def _stands(tokens: Tokens, index: int, parts: tuple[str, ...]) -> bool:
    return tuple(tokens.words[index : index + len(parts)]) == parts


def _without(tokens: Tokens, classes: list[str], dropped: set[int]) -> Tokens:
    kept = [index for index in range(len(classes)) if index not in dropped]
    entries = {new: tokens.entries[old] for new, old in enumerate(kept) if old in tokens.entries}
    return Tokens(
        text=tokens.text,
        starts=[tokens.starts[i] for i in kept],
        ends=[tokens.ends[i] for i in kept],
        words=[tokens.words[i] for i in kept],
        entries=entries,
        classes="".join(classes[i] for i in kept),
    )


@cache
def _codes_of_words() -> dict[str, str]:
    return {word: code(entry.class_) for word, entry in load_lexicon().words.items()}


@cache
def atom(*classes: str) -> str:
    """Give the regular expression that matches one word of any of the classes."""
    return "[" + "".join(code(name) for name in classes) + "]"
