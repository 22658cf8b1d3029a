"""Whose act a verb is, without a parser: the noun phrase to its left, to its right, or that of the verb before."""

from collections.abc import Sequence
from functools import cached_property

from aide_memoire.actors.attribution.cues import Cues
from aide_memoire.actors.attribution.passages import QUOTATION, Unit

type Range = tuple[int, int]
"""A stretch of the units of one sentence, half-open."""

BREAKS = frozenset([QUOTATION, ",", ";", ":", "--", "-", "–", "—", "―", "(", ")", "[", "]", ".", "?", "!", "..."])
DASHES = frozenset(["--", "-", "–", "—", "―"])
COMMAS = DASHES | {","}
MOST_APPOSITIONS = 4
LONGEST_RELATIVE = 15
RELATIVE_STOPS = BREAKS | {"who", "and", "but", "that", "which", "whom"}
LONGEST_APPOSITION = 30
"""How many units may stand between a noun phrase and its verb."""


class Clause:
    """The units of one sentence, asked for the noun phrases around its verbs."""

    def __init__(self, units: Sequence[Unit], cues: Cues) -> None:
        self.units = units
        self.classes = cues.classes
        self.cues = cues

    @cached_property
    def is_title(self) -> bool:
        """Whether it is written with capitals throughout ("Ministry Says Road Will Open")."""
        long = [u for u in self.units if len(u.form) > 3 and u.form != QUOTATION]
        return 3 * sum(u.capital for u in long) > 2 * len(long)

    def form(self, i: int) -> str:
        """The form of a unit; "" beyond the ends."""
        return self.units[i].form if 0 <= i < len(self.units) else ""

    def is_class(self, i: int, name: str) -> bool:
        """Whether a unit is a word of a class."""
        return self.form(i) in self.classes[name]

    def is_capital(self, i: int) -> bool:
        """Whether a unit is a word with a capital."""
        return 0 <= i < len(self.units) and self.units[i].capital and self.units[i].form != QUOTATION

    def is_whole_quotation(self, i: int) -> bool:
        """Whether a unit is a quotation that begins like a sentence."""
        return self.form(i) == QUOTATION and self.units[i].capital

    def is_auxiliary(self, i: int) -> bool:
        """Whether a unit belongs to a verb: "has"; "'s" only before an adverb or a form of a verb in "-ing"."""
        if self.form(i) == "'s":
            after = self.form(i + 1)
            participles = ("ing", "ed") if self.is_class(i - 1, "pronoun") or self.form(i - 1) == "who" else ("ing",)
            return after in ("not", "been", "also") or (after.endswith(participles) and after in self.cues.verbs)
        return self.is_class(i, "auxiliary")

    def is_adverb(self, i: int) -> bool:
        """Whether a unit is an adverb that may stand inside a verb ("also", "flatly")."""
        form = self.form(i)
        if form.endswith("ly") and len(form) > 4:
            plain = not self.is_capital(i) or (i == 0 and self.form(1) == ",")
            return plain and not self.is_class(i - 1, "determiner") and form != "family"
        return form in self.classes["adverb"]

    def is_subject_pronoun(self, i: int) -> bool:
        """Whether a pronoun begins a clause ("told them | he would")."""
        return self.form(i) in ("he", "she", "they", "it", "i", "we", "there")

    def is_verb(self, i: int) -> bool:
        """Whether a unit is surely a finite verb: an auxiliary, or a cue in the past or third person."""
        if self.is_auxiliary(i):
            return self.form(i) not in ("being", "be", "been", "having")
        verbs = self.cues.verbs.get(self.form(i), ())
        past = any("past" in v.tenses and not v.particles for v in verbs)
        says = any(v.speaks and "present" in v.tenses and v.base not in self.classes["noun_too"] for v in verbs)
        return (past or says) and not self.is_class(i - 1, "determiner")

    # --- left --------------------------------------------------------------------------------------------------

    def subject_before(self, i: int) -> Range | None:
        """The noun phrase that ends right before a verb, with its apposition ("Ms. Berg, the envoy, | said")."""
        j = i - 1
        if j < 0:
            return None
        if self.form(j) in COMMAS or self.form(j) == ")":
            return self._over_apposition(j)
        if self.is_class(j, "relative"):
            return self._relative(j)
        if self.form(j) in BREAKS or self.is_class(j, "joining"):
            return None
        return self._over_relative(i) or self.phrase_before(i)

    def _over_relative(self, i: int) -> Range | None:
        """The phrase with the clause on "who" that belongs to it ("a man who was in the town | said")."""
        who = next((k for k in range(i - 2, max(0, i - LONGEST_RELATIVE), -1) if self.form(k) in RELATIVE_STOPS), None)
        if (
            self.is_subject_pronoun(i - 1)
            or who is None
            or self.form(who) != "who"
            or not any(self.is_verb(k) for k in range(who + 1, i))
        ):
            return None
        phrase = self.phrase_before(who)
        return (phrase[0], i) if phrase else None

    def _relative(self, j: int) -> Range | None:
        """The phrase that a relative pronoun belongs to, with the pronoun."""
        before = j if self.form(j - 1) not in COMMAS else j - 1
        phrase = self.phrase_before(before) if before > 0 else None
        return (phrase[0], j + 1) if phrase else (j, j + 1)

    def _over_apposition(self, j: int) -> Range | None:
        opening = "(" if self.form(j) == ")" else self.form(j)
        for k in range(j - 1, max(-1, j - LONGEST_APPOSITION), -1):
            if self.form(k) == opening or (opening == "," and self.form(k) in COMMAS):
                if k == j - 1:
                    return None
                if any(self.is_verb(m) for m in range(k + 1, j)) and not self.is_class(k + 1, "relative"):
                    return None
                before = self.subject_before(k)
                return (self._over_commas(before[0]), j + (opening == "(")) if before else None
            if self.form(k) in (QUOTATION, ";", ":"):
                return None
        return None

    def _over_commas(self, first: int) -> int:
        """Where a name begins that has more appositions ("Ms. Berg, 59, | of Oslo, who waited, said")."""
        begin = first
        for _ in range(MOST_APPOSITIONS):
            if self.is_class(begin - 1, "preposition"):
                begin -= 1
            if begin < 2 or self.form(begin - 1) != ",":
                break
            phrase = self.phrase_before(begin - 1)
            if phrase is None:
                break
            begin = phrase[0]
            if (begin == 0 or self.form(begin - 1) == QUOTATION) and self.is_capital(begin):
                return begin
        return first

    def is_name(self, phrase: Range) -> bool:
        """Whether a phrase is short or holds a name, as whoever speaks does."""
        return phrase[1] - phrase[0] <= MOST_APPOSITIONS or any(self.is_capital(k) for k in range(*phrase))

    def is_plural_before(self, i: int) -> bool:
        """Whether the phrase that ends right before a place is of several ("advisers to the king")."""
        if self.form(i - 1) in COMMAS:
            return True
        phrase = self.phrase_before(i)
        if phrase is None:
            return False
        first, end = phrase
        inner = next((k for k in range(first + 1, end) if self.is_class(k, "preposition")), end)
        head = self.form(inner - 1)
        joined = any(self.form(k) == "and" for k in range(first, end))
        return (
            joined
            or head in self.classes["plural"]
            or (head.endswith("s") and not head.endswith("ss") and head != "'s")
        )

    def phrase_before(self, i: int) -> Range | None:
        """The noun phrase that ends right before a place."""
        first = i
        while first > 0 and not self._bounds(first - 1, i):
            first -= 1
        first = self._without_adjunct(first, i)
        while first < i and (self.is_adverb(first) or self.is_class(first, "joining")):
            first += 1
        return (first, i) if first < i else None

    def _bounds(self, k: int, end: int) -> bool:
        """Whether a unit stands outside the noun phrase that goes on to `end`."""
        form = self.form(k)
        if form in BREAKS:
            return not (form == ")" and k > 0)
        if form in ("and", "or", "&"):
            return not self._joins_names(k, end)
        if form in ("that", "which", "whom") or form in self.classes["subordinator"]:
            return True
        if form in self.classes["pronoun"] and k + 1 < end and not self.is_class(k, "determiner"):
            return self.form(k + 1) not in ("of", "in", "on", "who")
        if (
            k + 1 < end
            and form.endswith(("ed", "ing"))
            and self.is_class(k + 1, "determiner")
            and k
            and not self.is_verb(k - 1)
        ):
            return True
        return self.is_verb(k)

    def _joins_names(self, k: int, end: int) -> bool:
        """Whether an "and" joins two noun phrases rather than two clauses."""
        left, right = self.is_capital(k - 1), self.is_capital(k + 1)
        plural = self.form(k - 1).endswith("s") and self.form(end - 1).endswith("s") and not right
        return (left and right) or (plural and not self.is_class(k - 1, "pronoun") and end - k <= 6)

    def _without_adjunct(self, first: int, end: int) -> int:
        """Where the subject begins in a stretch that a preposition opens ("In a speech on Friday Ms. Berg")."""
        if not self.is_class(first, "preposition"):
            return first
        k = end - 1
        if self.is_capital(k) or self.form(k) == "'s":
            while k > first and (self.is_capital(k - 1) or self.form(k - 1) in (".", "the", "'s", "of")):
                k -= 1
            return k + (self.form(k) == "of")
        while k > first + 1 and not (self.is_class(k, "determiner") or self.is_class(k, "pronoun")):
            k -= 1
        return k if k > first + 1 else end - 1

    # --- right -------------------------------------------------------------------------------------------------

    def phrase_after(self, i: int, *, apposition: bool = True) -> Range | None:
        """The noun phrase that begins at a place, with its apposition ("said | Ms. Berg, the envoy to Oslo")."""
        if i >= len(self.units) or self.form(i) in BREAKS:
            return None
        if self.is_class(i, "pronoun") and self.form(i + 1) != "of":
            return i, i + 1
        k = i
        while k < len(self.units) and not self._closes(k):
            k += 1
        if k == i:
            return None
        if self.form(k) == "(":
            closing = next((m for m in range(k, min(k + 8, len(self.units))) if self.form(m) == ")"), None)
            if closing is not None:
                k = closing + 1
        if apposition and self.form(k) in COMMAS and self._is_apposition(k + 1):
            k += 1
            while k < len(self.units) and (not self._closes(k) or self.form(k) in ("and", "who")):
                k += 1
        return i, k

    def _closes(self, k: int) -> bool:
        form = self.form(k)
        if form in BREAKS or form in self.classes["relative"]:
            return True
        if form in ("and", "but") and not (self.is_capital(k - 1) and self.is_capital(k + 1)):
            return True
        return (
            self.is_verb(k)
            or form in ("during", "when", "while", "after", "as", "before", "because", "whose", "in", "on")
            or form in self.classes["time"]
        )

    def _is_apposition(self, i: int) -> bool:
        if self.is_class(i, "determiner"):
            return True
        plain = self.form(i).isalpha() and not self.form(i).endswith("ing") and not self.is_verb(i)
        classes = ("preposition", "joining", "subordinator", "relative", "pronoun", "time")
        return plain and not any(self.is_class(i, c) for c in classes) and not self.is_adverb(i)

    def opening_subject(self, end: int) -> Range | None:
        """The subject of the sentence's first verb before a place: whose acts participles and joined verbs are."""
        i = 0
        while i < end and (self.is_class(i, "joining") or self.is_adverb(i) or self.form(i) in (QUOTATION, ",")):
            i += 1
        if self.is_class(i, "preposition") or self.is_class(i, "subordinator") or self.form(i).endswith("ing"):
            comma = next((k for k in range(i, min(end, i + 25)) if self.form(k) == ","), None)
            if comma is None:
                return None
            i = comma + 1
        k = i
        if self.is_class(i, "pronoun") or self.is_class(i, "relative"):
            return i, i + 1
        while k < end and not self._closes(k) and not self._ends_subject(i, k):
            k += 1
        return (i, k) if k > i else None

    def _ends_subject(self, first: int, k: int) -> bool:
        """Whether a word in lower case after a name, or one in "-ed", begins what the subject does."""
        form = self.form(k)
        if self.is_capital(k) or form in ("'s", ".", "of"):
            return False
        if (
            k > first
            and self.is_capital(k - 1)
            and k - first > 0
            and not self.is_class(k, "determiner")
            and self.is_capital(first)
        ):
            return self.form(k - 1) not in self.classes["determiner"]
        return k > first and form.endswith("ed")
