"""Words without their endings, just enough that "negotiations" meets "negotiation" and "reopening" meets "reopen"."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’.][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_PREFIX = re.compile(r"\b(re|co|non|anti)-(?=\w)", re.IGNORECASE)
_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("programme", "program"), ("defence", "defense"))


def iter_words(text: str) -> Iterator[str]:
    """Iterate over the words of a text as written; a hyphen parts them, except behind re-, co-, non- and anti-."""
    return (match[0] for match in _WORD.finditer(_PREFIX.sub(r"\1", text)))


def iter_stems(text: str) -> Iterator[str]:
    """Iterate over the stems of the words of a text: "Reopening the hot-lines" gives reopen, the, hot, line."""
    return map(stem, iter_words(text))


def stem(word: str) -> str:
    """Give a word without inflection, in lower case and one spelling: "normalised", "normalizing" are normaliz."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _without_ed(_without_ing(_without_s(word)))
    for british, american in _SPELLINGS:
        if len(word) > len(british) + 2 or word == british:
            word = word.removesuffix(british) + american if word.endswith(british) else word
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ing(word: str) -> str:
    return _undoubled(word[:-3], word) if word.endswith("ing") else word


def _without_ed(word: str) -> str:
    return _undoubled(word[:-2], word) if word.endswith("ed") and not word.endswith("eed") else word


def _undoubled(rest: str, word: str) -> str:
    """The rest of a word ("stopp"), as its base form has it ("stop"); the word itself where too little is left."""
    if len(rest) < 3 or not _VOWEL.search(rest):
        return word
    rest += "e" if rest.endswith(("is", "our")) else ""
    return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsze" else rest
