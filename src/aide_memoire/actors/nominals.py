"""Noun phrases in common words that stand for an actor: "the ministry", "both sides", "Danish officials", "the rebels".

They name nobody by themselves, but a later "it" or "they" may mean whom they mean.
"""

from collections.abc import Iterator, Sequence

from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token

MOST_MODIFIERS = 4
LONGEST_TAIL = 160
BODIES = frozenset(["state", "ministry", "agency", "parliament", "armed_force"])
PLURAL = frozenset(["police", "troops", "people", "forces", "men", "women"])


def iter_nominals(index: MentionIndex, register: Register, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of such phrases, in order: from the determiner or the demonym to the head noun."""
    for i, token in enumerate(tokens):
        if not _is_common(register, tokens, i) or index.is_inside(token.start):
            continue
        if i + 1 < len(tokens) and register.kind_of_head(tokens[i + 1].form) and tokens[i + 1].form.islower():
            continue
        first = _first(index, register, tokens, i)
        if first is not None:
            yield first, _end(index, register, token.end)


def _is_common(register: Register, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is a head noun in lower case, or a body after "the" ("The Ministry")."""
    form = tokens[i].form
    if form.islower():
        return register.kind_of_head(form) is not None
    alone = i > 0 and tokens[i - 1].form in ("the", "The") and not tokens[min(i + 1, len(tokens) - 1)].form[0].isupper()
    return alone and form[1:].islower() and register.kind_of_head(form) in BODIES


def is_plural(text: str) -> bool:
    """Whether the head noun that ends a phrase is a plural ("Danish officials", "the police")."""
    head = text.partition(" of ")[0].partition(" from ")[0].rsplit(None, 1)[-1].lower()
    return head in PLURAL or (head.endswith("s") and not head.endswith("ss"))


def _end(index: MentionIndex, register: Register, head_end: int) -> int:
    """Where the phrase ends: with its head noun, or with the names after "of" ("the ministers of Peru and Chile")."""
    end = head_end
    for mention in index.between(head_end, head_end + LONGEST_TAIL):
        words = index.text[end : mention.start].lower().replace(",", " , ").split()
        begun = end > head_end
        fits = (words[:1] in (["of"], ["from"]) and len(words) <= 2) or (
            begun and set(words) <= register.classes["joining"]
        )
        if not words or not fits:
            break
        end = mention.end
    return end


def _first(index: MentionIndex, register: Register, tokens: Sequence[Token], head: int) -> int | None:
    """Where the phrase begins: at a determiner or a name at most some words before the head, or at a bare plural."""
    for j in range(head - 1, max(-1, head - 2 - MOST_MODIFIERS), -1):
        form = tokens[j].form
        inside = index.is_inside(tokens[j].start)
        if inside is not None:
            between = {t.form.lower() for t in tokens[j + 1 : head]} - {"'s"}
            return inside.start if between <= register.classes["title_modifier"] else None
        if form == "'s":
            continue
        if form.lower() in ("the", "both", "these", "those", "all", "its", "their"):
            return tokens[j].start
        if not form.islower() or form in register.classes["preposition"] or not form.isalpha():
            break
    begins = (
        head == 0
        or tokens[head - 1].form in (".", '"', ",")
        or "\n" in index.text[tokens[head - 1].end : tokens[head].start]
    )
    return tokens[head].start if begins and is_plural(tokens[head].form) else None
