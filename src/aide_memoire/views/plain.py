"""Text from a page made safe for one line of a terminal: it is data and moves no cursor."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain_line(text: str) -> str:
    """Text on one line: white space is one space, a control or direction-changing character a visible "\ufffd".

    "a\\x1b[31mb" becomes "a\ufffd[31mb". Right-to-left letters and marks stay as they are.
    """
    return "".join(_visible(character) for character in _SPACES.sub(" ", text)).strip()


def _visible(character: str) -> str:
    if character in _BIDI_CONTROLS or unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character
