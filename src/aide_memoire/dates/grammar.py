"""The table of shapes, compiled to one regular expression over the classes of a text's words."""

import re
from functools import cache

import msgspec

from aide_memoire.dates.shapes import GROUPS, MACROS, SHAPES
from aide_memoire.dates.tokens import FILLER, STOP, atom

# Words with which no shape begins, and words with which one never is at its end: most places are passed over by these.
_NEVER_FIRST = (
    *(
        "COMMA",
        "DOT",
        "HYPHEN",
        "DASH",
        "SLASH",
        "OF",
        "AND",
        "OR",
        "TO",
        "IN",
        "ON",
        "AT",
        "FOR",
        "BY",
        "BEFORE",
        "AFTER",
    ),
    *(
        "UNTIL",
        "FROM",
        "BETWEEN",
        "WITHIN",
        "SINCE",
        "THROUGH",
        "DURING",
        "BEYOND",
        "LONG",
        "OLD",
        "SO",
        "THEN",
        "SPELL",
    ),
    *("AGO", "AHEAD", "AM", "AMPM", "ZONE", "TIMES_WORD", "ORSO", "SIDE", "TOCOME", "COME", "LORD", "ERA"),
)
_NEVER_ALONE = (
    *(
        "THE",
        "A",
        "THIS",
        "THAT",
        "SAME",
        "NEXT",
        "FOLLOWING",
        "LATEST",
        "MOD",
        "ENDWORD",
        "EVERY",
        "TIMES",
        "APPROX",
        "MORE",
    ),
    *("VAGUE", "VAGUE_A", "COUPLE", "DOZEN", "HUNDRED", "NUMBER", "TENS", "N_12", "N_31", "N_99", "N_999", "N_BIG"),
    *("ORDINAL", "SECOND", "HALF", "FISCAL", "PART", "ALIKE", "REIGN", "OVER"),
)


_MARKS = {"FILLER": FILLER, "STOP": STOP}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Turn a pattern of class names into a regular expression over `Tokens.classes`."""
    while True:
        expanded = re.sub(r"\b[A-Z_0-9]+\b", lambda name: MACROS.get(name[0], name[0]), pattern)
        if expanded == pattern:
            break
        pattern = expanded
    return re.compile(re.sub(r"(?<![?])[A-Z][A-Z_0-9]*|\s", _class, pattern))


def _class(name: re.Match[str]) -> str:
    if name[0] in _MARKS:
        return _MARKS[name[0]]
    return "" if name[0].isspace() else atom(*GROUPS.get(name[0], (name[0],)))


class Grammar(msgspec.Struct, frozen=True):
    """The compiled table: one scanner over all shapes, and each shape's own pattern, which names its parts."""

    scanner: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]


@cache
def load_grammar() -> Grammar:
    """Compile the table once."""
    patterns = tuple(compile_pattern(shape.pattern) for shape in SHAPES)
    alternatives = (f"(?P<s{i}>{re.sub(r'[?]P<[a-z]+>', '?:', p.pattern)})" for i, p in enumerate(patterns))
    passed = f"(?![ \n]|{atom(*_NEVER_FIRST)}|{atom(*_NEVER_ALONE)}(?:[ \n]|{atom('COMMA', 'DOT')}|$))"
    return Grammar(re.compile(f"{passed}(?:{'|'.join(alternatives)})"), patterns)
