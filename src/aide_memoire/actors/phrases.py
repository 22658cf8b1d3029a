"""Take a noun phrase apart: its determiner, its head noun, and where what follows the head begins."""

import re
from typing import NamedTuple

from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token, tokenize

_AGE = re.compile(r"\d")


class Phrase(NamedTuple):
    """A noun phrase by its words: `core` are the tokens up to and with the head noun, `rest` those after it."""

    tokens: list[Token]
    core: list[Token]
    rest: list[Token]

    @property
    def head(self) -> str:
        """The head noun in lower case ("A senior ministry official of Peru" -> "official"); "" for no words."""
        return self.core[-1].form.lower() if self.core else ""

    @property
    def words(self) -> str:
        """The whole phrase in lower case, without its marks at either end."""
        return " ".join(t.form.lower() for t in self.tokens)


def parse_phrase(text: str, start: int, end: int, register: Register) -> Phrase:
    """The phrase at text[start:end]; its core ends before the first preposition, comma or clause word."""
    tokens = [Token(t.form, t.start + start, t.end + start) for t in tokenize(text[start:end])]
    while tokens and not tokens[0].form[0].isalnum():
        tokens = tokens[1:]
    stop = register.classes["clause"] | register.classes["of"] | {",", "(", ";", "-", ":", '"'}
    cut = next((i for i, t in enumerate(tokens) if i and t.form in stop and not _inside(tokens, i)), len(tokens))
    core = tokens[:cut]
    while len(core) > 1 and core[-1].form in ("'s", "'", ".", '"'):
        core = core[:-1]
    return Phrase(tokens, core, tokens[cut:])


def _inside(tokens: list[Token], i: int) -> bool:
    """A hyphen without spaces stands inside a word ("non-aligned states")."""
    return tokens[i].form == "-" and i + 1 < len(tokens) and tokens[i - 1].end == tokens[i].start == tokens[i + 1].start - 1
