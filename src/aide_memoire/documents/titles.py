"""The title: repeated at the head of the text, or standing there alone."""

import re
from collections.abc import Container

from .furniture import fold
from .lines import is_prose, is_short

_SENTENCE_INSIDE = re.compile(r"[a-z]{3}[.!?][\"'”’]? [A-Z(\[]")
_FEWEST_WORDS = 3
_SEARCHED = 12
_WRAPPED = 120  # characters: a text whose lines are longer was not wrapped by hand


def find_title(lines: list[str], *, title: str | None, taken: Container[int]) -> int | None:
    """The number of the line that is the title, among the first lines of the text, or None.

    With a known `title` it is the line that repeats it. Without, it is the first line that is not furniture, if it is
    short, does not end as a sentence and stands apart from a text that follows.
    """
    head = [number for number, line in enumerate(lines) if line.strip()][:_SEARCHED]
    if title:
        wanted = _key(title)
        return next((number for number in head if _key(lines[number]) == wanted), None)
    for number in head:
        if number not in taken and is_prose(lines[number]):
            return None
        if number not in taken and _is_title(lines, number, taken):
            return number
    return None


def _is_title(lines: list[str], number: int, taken: Container[int]) -> bool:
    line = lines[number]
    if not is_short(line) or len(line.split()) < _FEWEST_WORDS or _SENTENCE_INSIDE.search(line):
        return False
    following = [index for index in range(number + 1, len(lines)) if lines[index].strip()]
    has_text = any(is_prose(lines[index]) for index in following if index not in taken)
    return has_text and _stands_apart(lines, number, taken)


def _stands_apart(lines: list[str], number: int, taken: Container[int]) -> bool:
    """Whether the next line is blank, furniture, or a paragraph too long to be the same line wrapped."""
    after = lines[number + 1]
    return not after.strip() or number + 1 in taken or len(after) > _WRAPPED


def _key(line: str) -> str:
    return fold(line).casefold().rstrip(".")
