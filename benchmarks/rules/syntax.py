"""Questions that the rules ask of spaCy's parse: who is the subject, which clause, which complement."""

from collections.abc import Iterator

from spacy.tokens import Token

from aide_memoire.reading.draft import Extent

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
HYPHENS = frozenset({"-", "‑", "–"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies, or None."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: "will be arranged"."""
    return child(verb, "auxpass", "nsubjpass") is not None


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether the word is negated: "will not attack", "won’t", "never met", "no longer", "no plan to"."""
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children) or any(
        c.lower_ == "longer" and any(x.lower_ == "no" for x in c.children) for c in verb.children
    )


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with what governs it.

    In "agreed to meet and talk", the subject of "talk" is that of "agreed"; in "the command Seoul intends to
    reclaim", that of "reclaim" is "Seoul"; a relative "which calls for …" has its antecedent.
    """
    for _ in range(8):  # a parse can be cyclic in no case, but a chain this long says nothing about who acts
        own = child(verb, *SUBJECTS)
        if own is not None:
            return verb.head if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else own
        if (
            verb.dep_ in {"xcomp", "conj", "advcl", "ccomp", "pcomp", "prep", "aux", "oprd", "acomp"}
            and verb.head != verb
        ):
            verb = verb.head
        elif verb.dep_ in {"acl", "relcl"}:
            return verb.head
        else:
            return None
    return None


def agent(verb: Token) -> Token | None:
    """The agent of a passive: "ratified by the Assembly"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def doer(verb: Token) -> Token | None:
    """Who does it: the agent of a passive, else the subject."""
    return agent(verb) if is_passive(verb) else subject(verb)


def path_up(token: Token, above: Token) -> list[Token] | None:
    """The words from a token up to one that governs it, the token left out; None where it does not."""
    path = []
    while token != above:
        if token.head == token:
            return None
        token = token.head
        path.append(token)
    return path


def possessor(noun: Token) -> Token | None:
    """Whose it is: "its commitment", "Tokyo's plan", "a pledge by Tokyo"."""
    own = child(noun, "poss")
    if own is not None:
        return own
    for prep in noun.children:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in {"by", "from"}:
            return child(prep, "pobj")
    return None


def iter_conjuncts(token: Token) -> Iterator[Token]:
    """The token and those coordinated with it, without those that have a subject of their own."""
    yield token
    for c in token.children:
        if c.dep_ == "conj" and child(c, *SUBJECTS) is None and c.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}:
            yield from iter_conjuncts(c)


def phrase(noun: Token) -> Extent:
    """The noun phrase of a token without its relative clauses and appositions: "The ministry", "a senior official"."""
    tokens = [noun]
    for c in noun.children:
        if c.dep_ in {"relcl", "acl", "appos", "advcl", "punct", "parataxis", "dep"} or (
            c.dep_ == "prep" and c.i > noun.i and c.lower_ not in {"of", "for"}
        ):
            continue
        if c.dep_ == "cc" or c.dep_ == "conj" or c.i < noun.i or c.dep_ in {"prep", "amod", "compound", "nummod"}:
            tokens.extend(c.subtree)
    return span_of(contiguous(sorted(set(tokens), key=lambda t: t.i), noun))


def contiguous(tokens: list[Token], around: Token) -> list[Token]:
    """The unbroken run of tokens around one of them; a comma of a list and a hyphen inside a word break nothing."""
    have = {t.i for t in tokens}
    doc = around.doc
    within = doc[min(have) : max(have) + 1]
    have |= {t.i for t in within if t.text == "," or (t.text in HYPHENS and not t.whitespace_)}
    first = last = around.i
    while first - 1 in have:
        first -= 1
    while last + 1 in have:
        last += 1
    return list(doc[first : last + 1])


def word_of(token: Token) -> Extent:
    """The whole word of a token: "co-operate" is one, though the parser makes three of it."""
    first = last = token.i
    doc = token.doc
    while (
        first > 1
        and doc[first - 1].text in HYPHENS
        and not doc[first - 1].whitespace_
        and not doc[first - 2].whitespace_
    ):
        first -= 2
    while (
        last + 2 < len(doc)
        and not doc[last].whitespace_
        and doc[last + 1].text in HYPHENS
        and not doc[last + 1].whitespace_
    ):
        last += 2
    return span_of(list(doc[first : last + 1]))


def span_of(tokens: list[Token]) -> Extent:
    """The stretch from the first token to the last, without surrounding quotation marks, commas and conjunctions."""
    kept = list(tokens)
    while len(kept) > 1 and is_edge(kept[-1]):
        kept.pop()
    while len(kept) > 1 and is_edge(kept[0]):
        kept.pop(0)
    return Extent(kept[0].idx, kept[-1].idx + len(kept[-1]))


def is_edge(token: Token) -> bool:
    """Whether a token at the edge of a stretch belongs to what is beside it: a comma, a quotation mark, "and"."""
    return token.is_punct or token.is_space or token.is_quote or token.dep_ == "cc"


def depth(token: Token) -> int:
    """How many governors stand above the token."""
    return sum(1 for _ in token.ancestors)
