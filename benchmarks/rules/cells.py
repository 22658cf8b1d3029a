"""The extents of a statement's cells, found in the parse around its head.

A condition or a deadline belongs to the innermost head whose clause holds it: in "it will ensure a takeover of the
command Seoul intends to reclaim by May", the deadline is Seoul's.
"""

import re
from functools import lru_cache

from spacy.tokens import Token

from aide_memoire.reading.draft import Extent
from benchmarks.rules.lexicon import Conditions, ReaderLexicon, load_reader_lexicon
from benchmarks.rules.syntax import SUBJECTS, child, doer, path_up, phrase, span_of

ARGUMENTS = frozenset(
    {"dobj", "dative", "pobj", "prep", "advmod", "prt", "agent", "attr", "npadvmod", "amod", "compound", "poss"}
)


def clause_of(head: Token, cue: Token, holder: Token | None, lexicon: ReaderLexicon) -> Extent:
    """The shortest clause that carries holder, cue and act: from the holder (or the cue) to the end of the act."""
    tokens = [t for t in head.subtree if not is_cut(t, head, lexicon) and not (t.head == head and t.dep_ == "mark")]
    if cue.sent == head.sent:
        tokens += [cue, *(c for c in cue.children if c.dep_ in {"aux", "auxpass", "neg", "prt"})]
        tokens += [
            c for c in cue.children if c.dep_ == "advcl" and is_condition(c, lexicon.conditions) for c in c.subtree
        ]
    tokens += [c for c in head.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if holder is not None and holder.sent == head.sent and holder.i < max(head.i, cue.i):
        extent = phrase(holder)
        tokens += [t for t in holder.sent if extent.start <= t.idx < extent.end]
    ordered = sorted(set(tokens), key=lambda t: t.i)
    return span_of(ordered)


def is_cut(token: Token, head: Token, lexicon: ReaderLexicon) -> bool:
    """Whether a token below the head lies in another clause: a conjunct with its own verb, a report, an aside."""
    while token != head:
        if token.dep_ in {"parataxis"} or (token.dep_ == "ccomp" and token.i < head.i and token.head == head):
            return True
        if token.dep_ == "conj" and token.head == head:
            return True
        if (
            token.dep_ == "advcl"
            and token.head == head
            and (child(token, *SUBJECTS) is not None)
            and not is_condition(token, lexicon.conditions)
        ):
            return True
        token = token.head
    return False


def is_condition(clause: Token, conditions: Conditions) -> bool:
    """Whether an adverbial clause is a condition: "once the team is set up"."""
    return (
        any(c.dep_ in {"mark", "advmod", "aux"} and c.lower_ in conditions.marks for c in clause.children)
        and clause.dep_ == "advcl"
    )


@lru_cache(maxsize=1)
def condition_pattern() -> re.Pattern[str]:
    """The fixed phrases that open a condition, as one pattern."""
    phrases = sorted(load_reader_lexicon().conditions.phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in phrases) + r")\b", re.IGNORECASE)


def condition_of(head: Token, cue: Token, clause: Extent, lexicon: ReaderLexicon) -> Extent | None:
    """The condition of an act: an adverbial clause of the head or of its cue, or a fixed phrase inside the clause."""
    path = path_up(head, cue)
    for verb in (head, *([cue] if path is None else path)):
        for c in verb.children:
            if is_condition(c, lexicon.conditions):
                return span_of(list(c.subtree))
    text = head.doc.text[clause.start : clause.end]
    for found in condition_pattern().finditer(text):
        words = re.match(r"[^.;:,\n]*", text[found.start() :])
        if words is not None and not words.group().lower().startswith(lexicon.conditions.vague):
            return Extent(clause.start + found.start(), clause.start + found.start() + len(words.group()))
    return None


def counterpart_tokens(head: Token, addressee: Token | None) -> list[Extent]:
    """Where a counterpart may stand: the addressee, the head's arguments, of a passive those of its subject."""
    extents = [phrase(addressee)] if addressee is not None else []
    undergone = child(head, "nsubjpass")
    for c in (*(undergone.children if undergone is not None else ()), *head.children):
        if c.dep_ in ARGUMENTS:
            extents.append(span_of(list(c.subtree)))
    return extents


def attribution_of(head: Token, lexicon: ReaderLexicon) -> tuple[Token | None, Token] | None:
    """The reporting verb above a clause and the word that names who reports; None where the document speaks."""
    token = head
    while token.head != token:
        above = token.head
        if (
            above.lemma_.lower() in lexicon.speech.verbs
            and above.pos_ == "VERB"
            and token.dep_ in {"ccomp", "parataxis", "xcomp", "advcl", "dep", "dobj", "conj", "prep"}
        ):
            return doer(above), above
        token = above
    for c in token.children:
        if (
            c.dep_ in {"parataxis", "ccomp"}
            and c.lemma_.lower() in lexicon.speech.verbs
            and child(c, "nsubj") is not None
        ):
            return doer(c), c
    return according_to(head)


def according_to(head: Token) -> tuple[Token | None, Token] | None:
    """ "according to the ministry", anywhere in the sentence."""
    for t in head.sent:
        if t.lower_ == "according" and t.i + 1 < len(head.doc) and t.nbor().lower_ == "to":
            return child(t.nbor(), "pobj"), t
    return None
