"""The act as a short verb phrase in base form: "restore communications with Pyongyang"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lemminflect import getLemma

from aide_memoire.lexicons import read_lexicon
from aide_memoire.reading.draft import Extent
from aide_memoire.records import Record

MOST = 12
LEAST = 4
MOST_UNDERGONE = 60  # characters of what is acted on, in the passive
WORD = re.compile(r"[\w$€£][\w$€£%’'./-]*")
END = re.compile(r"[;:()\n]|,[”\"]?\s|\s[–—-]\s|(?<=[a-z]{2})\.[”\"]?\s")


class Phrases(Record, frozen=True, kw_only=True):
    """The whole of phrases.toml: words that a phrase does not end on, those before a noun, and the passive."""

    unfinished: frozenset[str]
    before_noun: frozenset[str]
    passive: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]


@lru_cache(maxsize=1)
def load_phrases() -> Phrases:
    """The words that shape a short phrase."""
    return read_lexicon("phrases.toml", Phrases)


def action_of(text: str, head: Extent, clause: Extent, without: Sequence[Extent | None]) -> str:
    """The head in its base form and the words that follow it in its clause, at most twelve, without the given extents.

    "said it would be reopening the office in Kaesong, once …" gives "reopen the office in Kaesong"; "talks will be
    arranged" gives "arrange talks". The phrase ends at the first mark that closes one and never on a word such as "of".
    """
    unfinished = load_phrases().unfinished
    stop = END.search(text, head.end, clause.end)
    end = min([stop.start() if stop else clause.end, *(w.start for w in without if w and w.start >= head.end)])
    words = [
        m.group() if "." in m.group()[:-1] else m.group().rstrip(".")
        for m in WORD.finditer(text, head.end, max(end, head.end))
    ]
    kept = words[: MOST - 1]
    if len(words) >= MOST:  # back to where a part of the phrase begins
        kept = kept[: max((n for n, w in enumerate(kept) if n >= LEAST and w.lower() in unfinished), default=len(kept))]
    while kept and kept[-1].lower() in unfinished:
        kept.pop()
    return " ".join([*base(text, head, clause), *kept])


def base(text: str, head: Extent, clause: Extent) -> list[str]:
    """The head's base form, with what it is done to where that stands before it; a noun stays as it is."""
    word, before = text[slice(*head)], text[clause.start : head.start]
    previous = WORD.findall(before)[-1:]
    if previous and previous[0].lower() in load_phrases().before_noun:
        return [word]
    lemmas: tuple[str, ...] = getLemma(word.lower(), "VERB", lemmatize_oov=False)  # type: ignore[no-untyped-call]
    undergone = re.search(load_phrases().passive, before)
    if undergone and lemmas and is_participle(word, lemmas[0]) and len(undergone.group("what")) <= MOST_UNDERGONE:
        what = undergone.group("what").strip()
        return [lemmas[0], what]
    return [lemmas[0] if lemmas else word]


def is_participle(word: str, lemma: str) -> bool:
    """Whether a verb form can stand in the passive: "arranged", and neither "arranging" nor "arrange"."""
    return word.lower() != lemma and not word.endswith("ing")
