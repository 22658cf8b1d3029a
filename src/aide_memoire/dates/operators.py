"""The words that make a period of a date ("by", "no later than", "from"), out of lexicons/time_operators.toml."""

from functools import cache
from typing import Literal

import msgspec

from aide_memoire.dates.tokens import Tokens, code
from aide_memoire.lexicons import read_lexicon

type Kind = Literal["by", "before", "until", "through", "from", "after", "at", "between", "within", "on"]
_PASSED = tuple(map(code, ("THE", "APPROX", "MOD", "THEN")))
_LONGEST = 5  # words


class Operator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that stand before a date and make a period of it."""

    kind: Kind
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    operator: tuple[Operator, ...]


@cache
def load_operators() -> dict[str, Kind]:
    """Read the kind of each operator once, by its words. LexiconError where the file is malformed."""
    file = read_lexicon("time_operators.toml", _File)
    return {form: operator.kind for operator in file.operator for form in operator.forms}


def operator_before(tokens: Tokens, place: int) -> tuple[Kind | None, int]:
    """Give the operator that stands directly before a word, and where it begins; (None, place) if there is none."""
    operators = load_operators()
    for skipped in range(3):
        if skipped and (place < skipped or tokens.classes[place - skipped] not in _PASSED):
            break
        end = place - skipped
        for start in range(max(0, end - _LONGEST), end):
            kind = operators.get(" ".join(tokens.words[start:end]))
            if kind is not None:
                return kind, start
    return None, place
