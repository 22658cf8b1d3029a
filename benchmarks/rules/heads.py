"""Where a commitment is made: cue words, modals and "is to", and the word that carries the act.

Of two cues that lead to the same head the outer one decides: in "will seek to improve" the head is "improve" and
"will" makes it a pledge; "reaffirmed that it will improve" is a reaffirmation.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from aide_memoire.records import Act
from benchmarks.rules.lexicon import Cue, Frame, Part, ReaderLexicon
from benchmarks.rules.syntax import (
    agent,
    child,
    depth,
    has_to,
    is_passive,
    iter_conjuncts,
    path_up,
    possessor,
    subject,
)

PARTS: dict[str, Part] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
DIRECTIVE = frozenset({"request", "demand", "proposal"})


class Head(NamedTuple):
    """A head with the cue that binds: `bearer` is the word whose subject or possessor is the holder."""

    token: Token
    cue: Token
    bearer: Token
    act: Act
    core: bool
    addressee: Token | None
    why: str


def find_heads(doc: Doc, lexicon: ReaderLexicon) -> list[Head]:
    """All heads of commitment statements, in order of the text, one a head word."""
    found: dict[int, Head] = {}
    taken: set[int] = set()
    for token in doc:
        for head in (*modal_heads(token, lexicon), *scheduled_heads(token)):
            found.setdefault(head.token.i, head)
            taken |= passed(head)
    for token in sorted(doc, key=depth):
        for head in cue_heads(token, lexicon, taken):
            if head.token.i not in found or is_outer(head, found[head.token.i]):
                found[head.token.i] = head
            taken |= passed(head)
    return [found[i] for i in sorted(found)]


def is_outer(head: Head, other: Head) -> bool:
    """Whether a cue's that-clause decides over the modal inside it: "reaffirmed that it will" is a reaffirmation."""
    return head.why.endswith("/that") and other.why.startswith("modal")


def passed(head: Head) -> set[int]:
    """The head, and the light verbs up to its cue, which are no cues of their own any more."""
    return {head.token.i, *(token.i for token in path_up(head.token, head.cue) or ())}


def modal_heads(token: Token, lexicon: ReaderLexicon) -> Iterator[Head]:
    """Heads bound by a modal verb: "will restore", "said it would restore", "must leave"."""
    modal = lexicon.modals.get(token.lower_)
    if modal is None or token.dep_ not in {"aux", "auxpass"} or token.head.pos_ not in {"VERB", "AUX"}:
        return
    verb = token.head
    if modal.reported and not is_reported(verb, lexicon):
        return
    for each in iter_conjuncts(verb):
        if each != verb and (any(c.tag_ == "MD" for c in each.children) or each.tag_ not in {"VB", verb.tag_}):
            continue
        head = pass_light(each, lexicon)
        yield Head(head, verb, verb, modal.act, modal.core, None, f"modal:{modal.form}")


def is_reported(verb: Token, lexicon: ReaderLexicon) -> bool:
    """Whether the verb stands in reported speech: below a reporting verb or a verb of binding."""
    for above in verb.ancestors:
        if above.lemma_ in lexicon.speech.verbs or ("verb", above.lemma_) in lexicon.cues:
            return True
    return any(c.dep_ in {"ccomp", "parataxis"} and c.lemma_ in lexicon.speech.verbs for c in verb.children)


def scheduled_heads(token: Token) -> Iterator[Head]:
    """Heads of "is to", as in "the minister is to visit Rome"."""
    if token.lemma_ == "be" and token.tag_ in {"VBZ", "VBP", "VBD"}:
        verb = child(token, "xcomp")
        if verb is not None and has_to(verb) and verb.i == token.i + 2:
            for each in iter_conjuncts(verb):
                yield Head(each, verb, token, "plan", True, None, "is to")


def cue_heads(token: Token, lexicon: ReaderLexicon, taken: set[int]) -> Iterator[Head]:
    """Heads bound by a word of the cue lexicon."""
    cue = find_cue(token, lexicon)
    if cue is None or token.i in taken:
        return
    if (cue.passive and not is_passive(token)) or (cue.present and token.tag_ not in {"VBZ", "VBP"}):
        return
    met = False
    for frame in cue.frames:
        if frame == "object" and met:
            return  # "urged Iran to release": the object is who is urged
        for complement, addressee in complements(token, frame):
            met = True
            for each in iter_conjuncts(complement):
                head = pass_light(each, lexicon)
                if cue.present and find_cue(head, lexicon) is not None:
                    continue  # "continues to urge them to pay" is the request
                own = frame == "that" and cue.act not in DIRECTIVE  # "pledged that Amman will host": Amman is bound
                bearer, told = (complement, None) if own else (token, addressee)
                act = cue.that if frame == "that" and cue.that else cue.act
                yield Head(head, token, bearer, act, cue.core, told, f"cue:{cue.lemma}/{cue.part}/{frame}")
    yield from noun_heads(token, cue)


def find_cue(token: Token, lexicon: ReaderLexicon) -> Cue | None:
    """The entry that the token is an instance of, its particle or preposition included: "rule out", "call on"."""
    part = PARTS.get(token.pos_)
    if part is None:
        return None
    if part == "verb":
        for c in token.children:
            if c.dep_ in {"prt", "prep"}:
                cue = lexicon.cues.get((part, f"{token.lemma_.lower()} {c.lower_}"))
                if cue is not None:
                    return cue
    cue = lexicon.cues.get((part, token.lemma_.lower()))
    if cue is None and part == "verb" and token.tag_ == "VBN":
        cue = lexicon.cues.get(("adjective", token.lower_))
    return cue


def noun_heads(token: Token, cue: Cue) -> Iterator[Head]:
    """Nouns that a cue binds by themselves ("announced a new package"), and "remains committed to …"."""
    if cue.nouns:
        target = child(token, "dobj")
        if target is not None and target.lemma_.lower() in cue.nouns:
            yield Head(target, token, token, cue.act, cue.core, None, f"cue:{cue.lemma}/object")
    if cue.adjectives:
        state = child(token, "acomp", "oprd", "xcomp")
        if state is not None and state.lower_ in cue.adjectives:
            frames: tuple[Frame, ...] = ("to", "on")
            for frame in frames:
                for complement, _ in complements(state, frame):
                    for each in iter_conjuncts(complement):
                        yield Head(each, token, token, cue.act, cue.core, None, f"cue:{cue.lemma} {state.lower_}")


def complements(token: Token, frame: Frame) -> Iterator[tuple[Token, Token | None]]:
    """The words that stand in a frame of the cue, each with its addressee where the frame has one."""
    if frame == "to":
        yield from ((c, None) for c in infinitives(token))
        gerund_alone = (
            token.pos_ == "NOUN" and token.lemma_ != "commitment"
        )  # "its plan to the council" undertakes nothing
        yield from ((c, None) for c in prepositional(token, "to") if c.pos_ == "VERB" or not gerund_alone)
    elif frame == "object to":
        yield from addressed(token)
    elif frame == "that":
        yield from ((c, child(c, "nsubj", "nsubjpass")) for c in token.children if is_that_clause(c))
    elif frame == "object":
        yield from (
            (c, None) for c in token.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ in {"NOUN", "PROPN"}
        )
    elif frame == "gerund":
        yield from (
            (c, None) for c in token.children if c.dep_ in {"xcomp", "pcomp", "ccomp", "dobj"} and c.tag_ == "VBG"
        )
    else:
        yield from ((c, None) for c in prepositional(token, frame))


def infinitives(token: Token) -> Iterator[Token]:
    """ "to" + verb below the cue, that is not the purpose of another verb."""
    for c in token.children:
        if (
            c.dep_ in {"xcomp", "acl", "advcl", "ccomp", "relcl"}
            and has_to(c)
            and c.i > token.i
            and child(c, "nsubj") is None
        ):
            yield c


def is_that_clause(verb: Token) -> bool:
    """Whether a verb's clause tells what is bound or asked: "that it will leave", "that it leave"."""
    future = verb.tag_ in {"VB", "VBP"} or any(c.tag_ == "MD" for c in verb.children)
    return verb.dep_ == "ccomp" and verb.i > verb.head.i and future and not has_to(verb)


def addressed(token: Token) -> Iterator[tuple[Token, Token | None]]:
    """The acts asked for and of whom: "urged Tehran to suspend", "called on both sides to stop"."""
    for c in token.children:
        if c.dep_ in {"xcomp", "ccomp", "advcl"} and has_to(c) and c.i > token.i:
            told = child(c, "nsubj", "nsubjpass") or addressee(token)
            if told is not None or not is_passive(c):  # "asked not to be named" asks nothing of anybody
                yield c, told
        elif c.dep_ in {"dobj", "prep"}:
            for inner in c.subtree:
                if inner.dep_ in {"acl", "relcl"} and has_to(inner) and inner.i > token.i:
                    yield inner, addressee(token)


def addressee(token: Token) -> Token | None:
    """Who is asked: the object, or that of "on" and "upon"; the subject of a passive."""
    own = child(token, "dobj", "dative", "nsubjpass")
    if own is not None:
        return own
    for c in token.children:
        if c.dep_ == "prep" and c.lower_ in {"on", "upon", "to"}:
            return child(c, "pobj")
    return None


def prepositional(token: Token, preposition: str) -> Iterator[Token]:
    """What stands behind a preposition of the cue: a gerund or a noun."""
    for c in token.children:
        if c.dep_ in {"prep", "prt"} and c.lower_ == preposition:
            yield from (
                x for x in c.children if x.dep_ in {"pcomp", "pobj"} and x.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}
            )


def pass_light(verb: Token, lexicon: ReaderLexicon) -> Token:
    """The act behind light verbs: "work to improve" is "improve", "be able to send" is "send"."""
    for _ in range(4):  # nobody tries to begin to help to seek to act
        word = child(verb, "acomp", "dobj", "attr") if verb.lemma_ in {"be", "make", "take"} else verb
        light = lexicon.light.get(word.lemma_.lower()) if word is not None else None
        below = (
            next((c for frame in light.frames for c, _ in complements(word, frame) if c.pos_ == "VERB"), None)
            if light and word is not None
            else None
        )
        if below is None or (word == verb and any(c.dep_ == "prep" and verb.i < c.i < below.i for c in verb.children)):
            return verb
        verb = below
    return verb


def holder_token(head: Head) -> Token | None:
    """The word that names who is bound, or None where the clause names nobody."""
    bearer = head.bearer
    if bearer.pos_ == "NOUN":
        own = possessor(bearer)
        return (
            own
            if own is not None
            else subject(bearer.head)
            if bearer.dep_ in {"dobj", "pobj", "attr", "acl", "conj"}
            else None
        )
    if not is_passive(bearer):
        return subject(bearer)
    binding = bearer == head.cue and head.cue != head.token and head.act not in DIRECTIVE
    return subject(bearer) if binding else agent(bearer)  # who "is committed to act" is bound, not acted upon
