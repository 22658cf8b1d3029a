"""Where something is said to have happened: an act in the past or the perfect, done by somebody."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from aide_memoire.records import Polarity
from benchmarks.rules.lexicon import ReaderLexicon
from benchmarks.rules.syntax import agent, child, doer, has_to, is_negated, possessor

FAILING = frozenset({"fail", "refuse", "decline"})


class Occurrence(NamedTuple):
    """An event's head, the word that names who acted (None in an agentless passive), and whether it happened."""

    token: Token
    actor: Token | None
    polarity: Polarity
    why: str


def find_events(doc: Doc, lexicon: ReaderLexicon, taken: set[int]) -> list[Occurrence]:
    """All events of a text in order; `taken` are the heads and cues of commitments, which are no events."""
    return [event for token in doc if token.i not in taken for event in events_at(token, lexicon)]


def events_at(token: Token, lexicon: ReaderLexicon) -> Iterator[Occurrence]:
    """The event that a token is the head of, if it is one: a verb in the past, or a noun with its doer beside it."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in lexicon.events.nouns:
        named = doer_beside(token)
        if named is not None and not any(is_hypothetical(above) for above in token.ancestors):
            yield Occurrence(token, named, "positive", f"event:{lemma}/noun")
    elif lemma in lexicon.events.acts and not is_hypothetical(token):
        if is_past(token):
            yield Occurrence(token, doer(token), polarity_of(token), f"event:{lemma}")
        elif token.tag_ == "VBN" and token.dep_ == "acl" and agent(token) is not None:
            yield Occurrence(token, agent(token), "positive", f"event:{lemma}/by")


def doer_beside(noun: Token) -> Token | None:
    """Whose act a noun is: "Russia's invasion", "a visit by Wang", "Houthi attacks"."""
    own = possessor(noun)
    if own is not None:
        return own
    return next((c for c in noun.children if c.dep_ in {"amod", "compound"} and c.text[0].isupper()), None)


def is_past(token: Token) -> bool:
    """Whether the verb tells of the past: "met", "has signed", "was suspended", "after suspending"."""
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if token.tag_ == "VBD":
        return True
    if token.tag_ == "VBN":
        return bool(auxiliaries & {"was", "were", "has", "have", "had", "been", "’ve", "'ve", "'s", "’s"}) or (
            token.dep_ == "conj" and token.head.pos_ == "VERB" and token.head.dep_ != "conj" and is_past(token.head)
        )
    return token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in {"after", "since", "following"}


def is_hypothetical(token: Token) -> bool:
    """Whether the verb stands under a modal, in a condition, or as an aim: "if it withdrew", "would have met"."""
    if any(
        c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ in {"if", "unless", "once", "until", "whether"})
        for c in token.children
    ):
        return True
    return has_to(token) and not any(c.lower_ == "have" for c in token.children)


def polarity_of(token: Token) -> Polarity:
    """Negative where the text says that it expressly did not happen: "have not met", "failed to meet"."""
    failed = token.dep_ == "xcomp" and token.head.lemma_ in FAILING
    return "negative" if is_negated(token) or failed or child(token, "neg") is not None else "positive"
