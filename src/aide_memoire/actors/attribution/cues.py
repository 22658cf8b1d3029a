"""The words that attribute: one typed, cached table of their forms (`lexicons/attribution.toml`)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Record

type Takes = Literal["clause", "that", "object", "infinitive", "as"]
type Tense = Literal["base", "present", "past", "participle", "ing"]

VOWELS = "aeiou"


class CueEntry(Record, frozen=True, kw_only=True):
    """Verbs that are built alike."""

    id: str
    words: tuple[str, ...]
    takes: tuple[Takes, ...]
    speaks: bool = False
    addressee: bool = False
    after: tuple[str, ...] = ()
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]


class FollowedEntry(Record, frozen=True, kw_only=True):
    """Adjectives, nouns or prepositions of attribution, and the words that may follow them."""

    id: str
    words: tuple[str, ...]
    follows: tuple[str, ...] = ()
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]


class Words(Record, frozen=True, kw_only=True):
    """Words of one class."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


class Irregular(Record, frozen=True, kw_only=True):
    """A verb whose forms no rule gives: third person, past, participle, "-ing"."""

    base: str
    principal_parts: tuple[str, str, str, str]


class AttributionLexicon(Record, frozen=True, kw_only=True):
    """The whole file."""

    cue: tuple[CueEntry, ...]
    adjective: tuple[FollowedEntry, ...]
    noun: tuple[FollowedEntry, ...]
    preposition: tuple[FollowedEntry, ...]
    syntax: tuple[Words, ...]
    irregular: tuple[Irregular, ...]


class Verb(NamedTuple):
    """A form of a verb of attribution: what may follow, and the words after its first ("for" in "call for")."""

    base: str
    tenses: frozenset[Tense]
    takes: frozenset[Takes]
    speaks: bool
    addressee: bool
    after: frozenset[str]
    particles: tuple[str, ...]


class Cues:
    """Look-ups over the table."""

    def __init__(self, lexicon: AttributionLexicon) -> None:
        self.classes: Mapping[str, frozenset[str]] = {w.id: frozenset(w.words) for w in lexicon.syntax}
        self.adjectives = {word: frozenset(e.follows) for e in lexicon.adjective for word in e.words}
        self.nouns = {word: frozenset(e.follows) for e in lexicon.noun for word in e.words}
        self.prepositions = [tuple(word.split()) for e in lexicon.preposition for word in e.words]
        self.opening = frozenset(words[0] for words in self.prepositions) | self.classes["standing"]
        self._irregular = {i.base: i.principal_parts for i in lexicon.irregular}
        self.verbs: dict[str, list[Verb]] = {}
        for verb, form in self._iter_forms(lexicon):
            self.verbs.setdefault(form, []).append(verb)
        for verbs in self.verbs.values():
            verbs.sort(key=lambda v: -len(v.particles))
        self.speaking = frozenset(f for f, verbs in self.verbs.items() if any(v.speaks for v in verbs))

    def _iter_forms(self, lexicon: AttributionLexicon) -> Iterator[tuple[Verb, str]]:
        """Every verb of the table in every form; what several entries say of one verb is put together."""
        entries: dict[str, list[CueEntry]] = {}
        for entry in lexicon.cue:
            for word in entry.words:
                entries.setdefault(word, []).append(entry)
        for word, those in entries.items():
            base, *particles = word.split()
            for form, tenses in inflect(
                base, self._irregular.get(base), doubles=base in self.classes["doubled"]
            ).items():
                yield (
                    Verb(
                        base,
                        frozenset(tenses),
                        frozenset(t for e in those for t in e.takes),
                        any(e.speaks for e in those),
                        any(e.addressee for e in those),
                        frozenset(w for e in those for w in e.after),
                        tuple(particles),
                    ),
                    form,
                )


def inflect(
    base: str, irregular: tuple[str, str, str, str] | None = None, *, doubles: bool = False
) -> dict[str, list[Tense]]:
    """The forms of a verb with what each may be.

    >>> inflect("deny")
    {'deny': ['base'], 'denies': ['present'], 'denied': ['past', 'participle'], 'denying': ['ing']}
    """
    present, past, participle, ing = irregular or _regular(base, doubles)
    forms: dict[str, list[Tense]] = {}
    kinds: tuple[tuple[str, Tense], ...] = (
        (base, "base"),
        (present, "present"),
        (past, "past"),
        (participle, "participle"),
        (ing, "ing"),
    )
    for form, tense in kinds:
        forms.setdefault(form, []).append(tense)
    return forms


def _regular(base: str, doubles: bool) -> tuple[str, str, str, str]:
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    stem = base + base[-1] if doubles else base.removesuffix("e")
    past = stem + "ed"
    present = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o", "z")) else "s")
    ing = (base if base.endswith("ee") else stem) + "ing"
    return present, past, past, ing


@cache
def load_cues() -> Cues:
    """The table of attribution; raises LexiconError where it is malformed."""
    return Cues(read_lexicon("attribution.toml", AttributionLexicon))
