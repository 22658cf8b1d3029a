"""Text from a page made safe for one line of a terminal: it is data and moves no cursor."""

import re

_SPACES = re.compile(r"\s+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, embeddings and overrides of direction, and halves of surrogate pairs."""


def plain_line(text: str) -> str:
    """Text on one line: white space is one space, a control or direction-changing character a visible "\ufffd".

    "a\\x1b[31mb" becomes "a\ufffd[31mb". Right-to-left letters and marks stay as they are.
    """
    return _CONTROLS.sub("\ufffd", _SPACES.sub(" ", text)).strip()
