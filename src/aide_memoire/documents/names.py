"""Find many known names in a text in one pass over its capitalised words, so that the time does not grow with them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from aide_memoire.actors.tokens import fold

_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")


class Place(NamedTuple):
    """A known name, folded and in small letters, and where it stands: `text[start:end]`."""

    name: str
    start: int
    end: int


class Names:
    """Known names; "al-Maliki" is found as "AL-MALIKI" too, "Abbas" not inside "Abbasid", "may" not for "May"."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        self._small: list[str] = []
        for name in sorted({fold(name) for name in names}, key=len, reverse=True):
            word = _CAPITALISED.search(name)
            if word:
                self._by_word.setdefault(word[0].lower(), []).append((name.lower(), word.start()))
            else:
                self._small.append(name.lower())

    def scan(self, folded: str, lower: str) -> Iterator[Place]:
        """Find the longest names from left to right, none inside another; those without a capital come last."""
        done = 0
        for word in _CAPITALISED.finditer(folded):
            for name, before in self._by_word.get(word[0].lower(), ()):
                start = word.start() - before
                if start >= done and lower.startswith(name, start) and _is_whole(lower, start, start + len(name)):
                    done = start + len(name)
                    yield Place(name, start, done)
                    break
        for name in self._small:
            start = lower.find(name)
            if start >= 0 and _is_whole(lower, start, start + len(name)):
                yield Place(name, start, start + len(name))


@lru_cache(maxsize=2)
def folded(text: str) -> tuple[str, str]:
    """A text folded, and that in small letters, both character for character."""
    plain = fold(text)
    lower = plain.lower()
    return plain, lower if len(lower) == len(plain) else plain


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())
