"""Take a noun phrase apart: its determiner, its head noun, and where what follows the head begins."""

from typing import NamedTuple

from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token, tokenize


class Phrase(NamedTuple):
    """A noun phrase by its words: `core` are the tokens up to and with the head noun, `rest` those after it."""

    tokens: list[Token]
    core: list[Token]
    rest: list[Token]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.tokens[-1].end

    @property
    def head(self) -> str:
        """The head noun in lower case ("A senior ministry official of Peru" -> "official")."""
        return self.core[-1].form.lower()

    @property
    def words(self) -> str:
        """The whole phrase in lower case."""
        return " ".join(t.form.lower() for t in self.tokens)


def parse_phrase(index: MentionIndex, register: Register, start: int, end: int) -> Phrase | None:
    """The phrase at a stretch of text; its core ends before the first preposition, comma or clause word.

    None where the stretch holds no word. A preposition inside a mention ("Secretary of State") ends nothing.
    """
    tokens = [Token(t.form, t.start + start, t.end + start) for t in tokenize(index.text[start:end])]
    while tokens and not tokens[0].form[0].isalnum():
        tokens = tokens[1:]
    if not tokens:
        return None
    stop = register.classes["clause"] | register.classes["of"] | {",", "(", ";", "-", ":", '"'}
    cuts = (i for i, t in enumerate(tokens) if i and t.form in stop)
    cut = next((i for i in cuts if not _is_inner(tokens, i) and not index.covers(tokens[i].start)), len(tokens))
    core = tokens[:cut]
    while len(core) > 1 and core[-1].form in ("'s", "'", ".", '"'):
        core = core[:-1]
    return Phrase(tokens, core, tokens[cut:])


def _is_inner(tokens: list[Token], i: int) -> bool:
    """A hyphen without spaces stands inside a word ("non-aligned states"), and so does what follows it ("U.S.-led")."""
    if tokens[i - 1].form == "-" and tokens[i - 1].end == tokens[i].start:
        return True
    if tokens[i].form != "-" or i + 1 >= len(tokens):
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
