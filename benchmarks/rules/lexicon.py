"""The reader's word lists: cues, modals and light verbs, reporting verbs, conditions, event verbs; loaded once."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Act, Record

HERE = Path(__file__).parent
Part = Literal["verb", "noun", "adjective"]
Frame = Literal["to", "object to", "that", "object", "gerund", "on", "upon", "at", "for", "of", "in"]


class Cue(Record, frozen=True, kw_only=True):
    """A word that binds, the speech act it performs, and where the act undertaken stands beside it."""

    lemma: str
    also: tuple[str, ...] = ()
    part: Part
    act: Act
    frames: tuple[Frame, ...]
    core: bool
    that: Act | None = None
    passive: bool = False
    present: bool = False
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Modal(Record, frozen=True, kw_only=True):
    """A modal verb; `reported` where it binds only inside reported speech ("said it would")."""

    form: str
    act: Act
    core: bool
    reported: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Light(Record, frozen=True, kw_only=True):
    """A verb that is passed over on the way to the act: "work to improve" is improving."""

    lemma: str
    frames: tuple[Frame, ...]


class Cues(Record, frozen=True, kw_only=True):
    """The whole of cues.toml."""

    cue: tuple[Cue, ...]
    modal: tuple[Modal, ...]
    light: tuple[Light, ...]
    states: frozenset[str]
    formulaic: frozenset[str]
    opinions: frozenset[str]
    joined: frozenset[str]
    nobody: frozenset[str]


class Speech(Record, frozen=True, kw_only=True):
    """The whole of speech.toml."""

    verbs: frozenset[str]
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Conditions(Record, frozen=True, kw_only=True):
    """The whole of conditions.toml."""

    marks: frozenset[str]
    phrases: tuple[str, ...]
    vague: tuple[str, ...]
    questions: frozenset[str]
    times: frozenset[str]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class Events(Record, frozen=True, kw_only=True):
    """The whole of events.toml: verbs and nouns of acts that a later report can be held against."""

    acts: frozenset[str]
    nouns: frozenset[str]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class ReaderLexicon(Record, frozen=True, kw_only=True):
    """All word lists of the reader, cues by part of speech and lemma."""

    cues: dict[tuple[Part, str], Cue]
    modals: dict[str, Modal]
    light: dict[str, Light]
    speech: Speech
    conditions: Conditions
    events: Events
    states: frozenset[str]
    formulaic: frozenset[str]
    opinions: frozenset[str]
    joined: frozenset[str]
    nobody: frozenset[str]


@lru_cache(maxsize=1)
def load_reader_lexicon() -> ReaderLexicon:
    """All word lists of the reader."""
    cues = read_lexicon(HERE / "cues.toml", Cues)
    return ReaderLexicon(
        cues={(cue.part, lemma): cue for cue in cues.cue for lemma in (cue.lemma, *cue.also)},
        modals={modal.form: modal for modal in cues.modal},
        light={light.lemma: light for light in cues.light},
        speech=read_lexicon(HERE / "speech.toml", Speech),
        conditions=read_lexicon(HERE / "conditions.toml", Conditions),
        events=read_lexicon(HERE / "events.toml", Events),
        states=cues.states,
        formulaic=cues.formulaic,
        opinions=cues.opinions,
        joined=cues.joined,
        nobody=cues.nobody,
    )
