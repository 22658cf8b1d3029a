"""The shape of a line: a sentence, a short line of a menu, or a piece of a sentence that was broken over lines."""

import re

_TERMINAL = re.compile(r"""[.!?…][\s"'”’)\]»*]{0,6}$""")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|Jr|Sr|vs|No|St)\.$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪►]|\(?[0-9a-zA-Z]{1,3}[.)])\s")
_CONTINUES = re.compile(r"\s*[a-z,.;:)\]/&’'%]")
_SENTENCE_WORDS = 6
_PIECE_WORDS = 4
_LONG_WORDS = 20
SHORT_WORDS = 16


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: `They met.”` does, `They met.” (Reuters)` and `by J. Doe Jr.` do not."""
    return bool(_TERMINAL.search(line)) and not _ABBREVIATED.search(line.rstrip())


def is_prose(line: str) -> bool:
    """Whether a line is running text: a whole sentence, or too long for a heading or a link."""
    words = len(line.split())
    return words >= _LONG_WORDS or (words >= _SENTENCE_WORDS and ends_sentence(line))


def is_short(line: str) -> bool:
    """Whether a line may be a link, a label or a heading: short, no full stop, no list bullet, no speaker's colon."""
    bare = line.strip()
    if not bare or _BULLET.match(line) or bare.endswith((":", ",", ";")):
        return False
    return len(bare.split()) <= SHORT_WORDS and not (ends_sentence(bare) and not bare.endswith("?"))


def is_fragment(before: str, line: str, after: str) -> bool:
    """Whether a line is a piece of a sentence that a page broke at its links: "arrived in / Lima / , the capital".

    `before` and `after` are the lines that touch it, empty where a blank line or the end of the text does.
    """
    opened = len(before.split()) >= _SENTENCE_WORDS and not _TERMINAL.search(before)
    continued = bool(_CONTINUES.match(after)) and not _TERMINAL.search(line)
    return (opened and bool(_CONTINUES.match(line))) or (continued and (opened or len(line.split()) >= _PIECE_WORDS))
