"""Noun phrases in common words that stand for an actor: "the ministry", "both sides", "Danish officials", "the rebels".

They name nobody by themselves, but a later "it" or "they" may mean whom they mean.
"""

from collections.abc import Iterator, Sequence

from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token

MOST_MODIFIERS = 4
PLURAL = frozenset(["police", "troops", "people", "forces", "men", "women"])


def iter_nominals(index: MentionIndex, register: Register, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of such phrases, in order: from the determiner or the demonym to the head noun."""
    for i, token in enumerate(tokens):
        if not token.form.islower() or not register.kind_of_head(token.form) or index.is_inside(token.start):
            continue
        if i + 1 < len(tokens) and register.kind_of_head(tokens[i + 1].form) and tokens[i + 1].form.islower():
            continue
        first = _first(index, register, tokens, i)
        if first is not None:
            yield first, token.end


def is_plural(text: str) -> bool:
    """Whether the head noun that ends a phrase is a plural ("Danish officials", "the police")."""
    head = text.rsplit(None, 1)[-1].lower()
    return head in PLURAL or (head.endswith("s") and not head.endswith("ss"))


def _first(index: MentionIndex, register: Register, tokens: Sequence[Token], head: int) -> int | None:
    """Where the phrase begins: at a determiner or a name at most some words before the head, or at a bare plural."""
    for j in range(head - 1, max(-1, head - 2 - MOST_MODIFIERS), -1):
        form = tokens[j].form
        inside = index.is_inside(tokens[j].start)
        if inside is not None:
            return inside.start
        if form.lower() in ("the", "both", "these", "those", "all", "its", "their"):
            return tokens[j].start
        if not form.islower() or form in register.classes["preposition"] or not form.isalpha():
            break
    begins = head == 0 or tokens[head - 1].form in (".", '"', ",") or "\n" in index.text[tokens[head - 1].end : tokens[head].start]
    return tokens[head].start if begins and is_plural(tokens[head].form) else None
