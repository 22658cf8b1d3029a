"""Read a title before a name: "Pakistani Federal Minister for Water and Power", "Deputy Foreign Minister", "Col."."""

from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Words

LONGEST_TITLE = 8


class Titles:
    """Finds where a title that begins at a word ends, and which posts and country it says."""

    def __init__(self, words: Words, register: Register, taken: set[int]) -> None:
        self._words = words
        self._register = register
        self._taken = taken

    def read(self, i: int) -> tuple[int, set[str], str | None]:
        """The word after the whole title, the posts that it may be, and the country that it names after "of"."""
        after, posts = self.at(i)
        if after == i:
            return i, posts, None
        after, country = self._of_country(self._portfolio(after))
        return after if self._words.is_gap(after) else max(after, self.at(after)[0]), posts, country

    def at(self, i: int) -> tuple[int, set[str]]:
        """The token after a title that begins at one, and the posts that it may be; the same token if there is none."""
        posts: set[str] = set()
        end, j, person = i, i, False
        if self._words.form(i) in ("and", "&"):
            return i, posts
        single = self._words.form(i - 1).lower() not in self._register.classes["determiner"]
        while j < min(i + LONGEST_TITLE, len(self._words.tokens)) and not (j > i and self._words.is_gap(j)):
            match = self._register.names.longest(self._words.tokens, j)
            if match and self._words.is_split(match.first, match.last):
                match = None
            if match and any(f.kind == "title" for f in match.found):
                posts = {f.entry for f in match.found if f.kind == "title"}
                j = end = match.last
                person = True
                continue
            word = self._words.tokens[j].form.rstrip(".").lower()
            if self._register.heads.get(word) in ("leader", "person"):
                end, person = j + 1, True
            elif self._words.tokens[j].form in self._register.classes["honorific"]:
                end, person = j + 1 + (self._words.form(j + 1) == "."), True
                j = end - 1
            elif word not in self._register.classes["title_modifier"] or (
                person and word in ("and", "&") and not single
            ):
                break
            j += 1
        return (end, posts) if person else (i, set())

    def _portfolio(self, i: int) -> int:
        """The token after "for Water and Power" behind a title; the same token if there is none."""
        j = i + 1
        if self._words.form(i) not in ("for", "of"):
            return i
        while self._words.form(j).lower() in self._register.classes["portfolio"] or (
            j > i + 1 and self._words.form(j) in ("and", ",")
        ):
            j += 1
        return j if j > i + 1 and self._words.form(j)[:1].isupper() else i

    def _of_country(self, i: int) -> tuple[int, str | None]:
        """ "to South Korea" after a title and before a name: the token after it and nothing of the country."""
        if self._words.form(i) in ("to", "of", "for", "in") and i + 1 in self._taken:
            j = i + 1
            while j in self._taken:
                j += 1
            if self._words.form(j)[:1].isupper() and not self._words.is_gap(j):
                match = self._register.names.longest(self._words.tokens, i + 1)
                found = match.found[0].entry if match and self._words.form(i) == "of" else None
                return j, found
        return i, None
