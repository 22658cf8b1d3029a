"""Words that hold a country's name and do not mean it: "Oslo University", "Radio Oslo", "pro-Danish"."""

from functools import cached_property
from itertools import accumulate

from aide_memoire.actors.entries import FormClass
from aide_memoire.actors.persons import LONGEST_NAME, PersonFinder
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Words
from aide_memoire.actors.trie import Match

SHORTEST_COMMON = 4
"""How long a word in lower case is that no headline writes so."""


class Traps:
    """Tells of the names in one text which of them mean no actor where they stand."""

    def __init__(self, words: Words, register: Register, persons: PersonFinder) -> None:
        self._words = words
        self._register = register
        self._persons = persons

    def hold(self, match: Match, kind: FormClass) -> bool:
        """Whether the words only hold the name: outlets, venues, surnames, places, what is called after a country."""
        return (
            self._begins_name(match, kind)
            or self._is_called_after(match, kind)
            or self._is_compound(match)
            or self._is_surname(match)
        )

    def _begins_name(self, match: Match, kind: FormClass) -> bool:
        """Outlets, venues and proper nouns that begin with the name ("Oslo University", "Oslo Free University")."""
        closing = self._closing[kind in ("demonym", "people"), kind in ("capital", "seat")]
        if self._words.form(match.last) in closing:
            return True
        if kind == "seat" or any(f.kind == "demonym" for f in match.found):
            closing = self._closing[True, False]
        last = self._end_of_capitals(match.last) - 1
        return last > match.last and self.is_prose[last] and self._words.form(last) in closing

    @cached_property
    def _closing(self) -> dict[tuple[bool, bool], frozenset[str]]:
        """The words that make a proper noun of a name before them: by whether it is a demonym, whether a capital."""
        classes = self._register.classes
        always = classes["outlet"] | classes["carrier"] | classes["episode"]
        places = classes["venue"]
        treaties = classes["instrument"] | classes["instrument_common"]
        return {(True, False): always, (False, False): always | places, (False, True): always | places | treaties}

    def _is_called_after(self, match: Match, kind: FormClass) -> bool:
        """ "Oslo syndrome", "a Chad war veteran", "Radio Oslo", "Oslo, Minnesota": about no country."""
        classes = self._register.classes
        following, before = self._words.form(match.last), self._words.form(match.first - 1)
        if following in classes["called_after"] or (before in classes["leading_name"] and kind != "demonym"):
            return True
        if kind not in ("name", "capital"):
            return False
        state = following == "," and self._words.form(match.last + 1) in classes["us_state"]
        following = self._words.form(match.last + (following == "war"))
        return state or following in classes["fought_over"]

    def _end_of_capitals(self, i: int) -> int:
        """The token after the capitalised words that go on from one in the same line."""
        j = i
        while (
            j < min(i + LONGEST_NAME, len(self._words.tokens))
            and self._words.is_capital(j)
            and not self._words.is_gap(j)
        ):
            j += 1
        return j

    @cached_property
    def is_prose(self) -> list[bool]:
        """Of each token whether its line has common words in lower case: in a headline each word has a capital."""
        lines = accumulate(self._words.is_gap(i) for i in range(len(self._words.tokens)))
        placed = list(lines)
        common = self._register.classes["preposition"]
        prose = {
            line
            for line, token in zip(placed, self._words.tokens, strict=True)
            if len(token.form) >= SHORTEST_COMMON and token.form.islower() and token.form not in common
        }
        return [line in prose for line in placed]

    def _is_surname(self, match: Match) -> bool:
        """A country's name after a given name ("the lawyer Vernon Jordan"); from then on it is the person's."""
        before = self._words.form(match.first - 1)
        given = before.isalpha() and before[:1].isupper() and not before.isupper()
        if self._words.form(match.first) not in self._register.classes["also_personal_name"] or not given:
            return False
        if not self._persons.is_free_name(match.first - 1):
            return False
        self._persons.introduce(match.first - 1, match.last)
        return True

    def _is_compound(self, match: Match) -> bool:
        """ "pro-Danish", "Danish-backed", "Danish-born": about somebody else than Denmark."""
        classes = self._register.classes
        before = (
            self._words.form(match.first - 1) == "-" and self._words.form(match.first - 2).lower() in classes["leaning"]
        )
        return before or (
            self._words.form(match.last) == "-" and self._words.form(match.last + 1).lower() in classes["affected"]
        )
