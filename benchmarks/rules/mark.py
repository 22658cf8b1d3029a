"""Marking: from a parsed text to drafts, by rules over the parse and the word lists.

It finds the constructions that somebody wrote down, and no others.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.records import Due, Polarity
from benchmarks.rules.cells import attribution_of, clause_of, condition_of, counterpart_tokens
from benchmarks.rules.events import Occurrence, find_events
from benchmarks.rules.heads import Head, find_heads, holder_token
from benchmarks.rules.lexicon import ReaderLexicon
from benchmarks.rules.syntax import is_negated, phrase, span_of, subject, word_of


class Marker:
    """Marks the drafts of one parsed text; `planned` and `past` are its dated phrases, read forward and backward."""

    def __init__(self, doc: Doc, lexicon: ReaderLexicon, *, planned: Sequence[Due], past: Sequence[Due]) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.planned, self.past = planned, past
        self.heads = [head for head in find_heads(doc, lexicon) if self.is_act(head)]
        bound = {i for head in self.heads for i in (head.token.i, head.cue.i)}
        self.events = find_events(doc, lexicon, bound)
        self.inner = bound | {event.token.i for event in self.events}

    def mark(self) -> list[Draft]:
        """All drafts in order of their heads."""
        drafts = [self.commitment(head) for head in self.heads] + [self.event(event) for event in self.events]
        return sorted(drafts, key=lambda draft: (draft.head, draft.kind))

    def is_act(self, head: Head) -> bool:
        """Whether a head carries an act that somebody undertakes.

        Not a state ("will be"), nor the day in "agreed on Thursday", nor what stands in a condition ("until it shows
        that it will"), a question ("asked whether it would") or an opinion ("believes it will"), or is told to "you".
        """
        token, lexicon = head.token, self.lexicon
        if token.lemma_.lower() in lexicon.states or any(
            p.start <= token.idx < p.end for p in (*self.planned, *self.past)
        ):
            return False
        own = subject(head.bearer) if head.bearer.pos_ != "NOUN" else None
        if own is not None and own.lower_ in lexicon.nobody:
            return False
        chain = [token, *(t for t in token.ancestors if t.sent == token.sent)]
        opinion = any(t.lemma_.lower() in lexicon.opinions and t.pos_ == "VERB" for t in chain[1:])
        return not opinion and not any(is_open(t, lexicon) for t in chain)

    def commitment(self, head: Head) -> Draft:
        """The draft of a commitment head."""
        token, lexicon = head.token, self.lexicon
        holder = holder_token(head)
        clause = clause_of(token, head.cue, holder, lexicon)
        condition = condition_of(token, head.cue, clause, lexicon)
        if condition is not None:
            clause = widen(clause, condition)
        due = self.dated(token, head.cue, clause, condition, self.planned)
        source, cue = self.reported(head.cue)
        negated = is_negated(token) or is_negated(head.cue)
        polarity: Polarity = "negative" if negated else "positive"
        return Draft(
            kind="commitment",
            clause=clause,
            head=word_of(token),
            act=head.act,
            core=head.core and token.lemma_.lower() not in lexicon.formulaic,
            polarity=polarity,
            holder=phrase(holder) if holder is not None else None,
            counterparts=tuple(counterpart_tokens(token, head.addressee)),
            condition=condition,
            due=due,
            score=1.0,
            why=(head.why,),
            source=source,
            cue=cue,
        )

    def event(self, event: Occurrence) -> Draft:
        """The draft of an event."""
        token = event.token
        clause = clause_of(token, token, event.actor, self.lexicon)
        when = self.dated(token, token, clause, None, self.past)
        source, cue = self.reported(token)
        return Draft(
            kind="event",
            clause=clause,
            head=word_of(token),
            polarity=event.polarity,
            holder=phrase(event.actor) if event.actor is not None else None,
            counterparts=tuple(counterpart_tokens(token, None)),
            due=when,
            score=1.0,
            why=(event.why,),
            source=source,
            cue=cue,
        )

    def reported(self, cue: Token) -> tuple[Extent | None, Extent | None]:
        """The attribution's extents: who reports, and the word that says so."""
        found = attribution_of(cue, self.lexicon)
        if found is None:
            return None, None
        speaker, verb = found
        return phrase(speaker) if speaker is not None else None, span_of([verb])

    def dated(
        self, head: Token, cue: Token, clause: Extent, condition: Extent | None, periods: Sequence[Due]
    ) -> Extent | None:
        """The dated phrase that belongs to this head and to no head further in."""
        owners = {head.i} if cue != head and is_told(cue) else {head.i, cue.i}
        for period in sorted(self.inside(clause, periods), key=lambda p: p.edtf is None):
            extent = Extent(period.start, period.end)
            if (condition is None or not condition.holds(extent)) and self.owner(extent) in owners:
                return extent
        return None

    def inside(self, clause: Extent, periods: Sequence[Due]) -> Iterator[Due]:
        """The dated phrases within a clause."""
        yield from (p for p in periods if clause.holds(Extent(p.start, p.end)))

    def owner(self, extent: Extent) -> int | None:
        """The innermost head or cue above a stretch of text, unless it dates something else on the way there.

        "Tomorrow" in "the workplace of tomorrow", "today's progress" or "prisoners taken on 7 October" dates no act.
        """
        span = self.doc.char_span(extent.start, extent.end, alignment_mode="expand")
        if span is None or any(t.dep_ == "poss" and t.pos_ != "PRON" for t in span):
            return None
        for token in (span.root, *span.root.ancestors):
            if token.i in self.inner:
                return token.i
            if token.dep_ in {"relcl", "acl", "poss", "appos"} or (token.dep_ == "prep" and token.lower_ == "of"):
                return None
        return None


def is_open(token: Token, lexicon: ReaderLexicon) -> bool:
    """Whether a clause leaves open that it comes about: a condition, a question, a time before another act."""
    openers = lexicon.conditions.marks | lexicon.conditions.questions | lexicon.conditions.times
    if token.dep_ in {"advcl", "ccomp", "pcomp"}:
        return any(c.dep_ in {"mark", "advmod"} and c.lower_ in openers and c.i < token.i for c in token.children)
    return False


def is_told(cue: Token) -> bool:
    """Whether the cue lies in the past, so that a date beside it tells when it was said: "ruled out on Monday"."""
    return cue.tag_ == "VBD" or any(c.lower_ in {"has", "have", "had"} for c in cue.children)


def widen(clause: Extent, part: Extent) -> Extent:
    """The clause with a part of it that stands apart, before or behind."""
    return Extent(min(clause.start, part.start), max(clause.end, part.end))
