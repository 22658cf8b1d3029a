"""Find agreements, treaties, declarations, resolutions and orders in a text, known and unknown, and later "the pact".

Known names come from the register in the pass of the trie. Unknown ones are found by their head noun: a capitalised
phrase around one ("the Sendai Framework on Disaster Risk"), numbered acts ("Resolution 1718", "Executive Order 13959",
"section 202(a) of the NEA"), and described ones in lower case ("the 2018 inter-Korean military pact").
"""

import re
from collections.abc import Iterator, Sequence

from aide_memoire.actors.register import Register, load_register
from aide_memoire.actors.tokens import forms, slug, tokenize
from aide_memoire.records import Instrument

_NUMBERED = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations) )?(?:Security Council |UNSC |General Assembly )?[Rr]esolutions? \d{1,4}\b"
    r"|\bUNSCR \d{3,4}\b"
    r"|\b(?:Executive Order|E\.O\.|Proclamation|Presidential Determination)(?: No\.)? \d{4,5}(?:-\d+)?\b"
    r"|\b[Ss]ections? \d{1,4}[A-Za-z]?(?:\([A-Za-z0-9]{1,3}\)){0,4} of the [A-Z][\w-]*"
    r"(?: (?:[A-Z][\w-]*|(?:and|of|for|on|to) (?:the )?[A-Z][\w-]*)){0,8}(?: of \d{4})?"
    r"|\bArticle (?:\d{1,3}|[IVX]{1,5}|Five)(?: of the [A-Z][\w-]*(?: [A-Z][\w-]*){0,6})?\b"
    r"|\bChapter (?:\d{1,2}|VII|VI)(?: of the (?:UN|U\.N\.|United Nations) [Cc]harter)?\b"
)
_ABBREVIATION = re.compile(r"\s?\([“\"]?([A-Z][A-Za-z-]{1,9})[”\"]?\)")
_DETERMINER = re.compile(r"^(?:the|this|that|these|those|an?|its|their|our)\s+", re.IGNORECASE)
LONGEST = 18
"""How many words an unknown instrument's name may have on either side of its head noun."""

type Place = tuple[int, int]


def find_instruments(text: str, register: Register | None = None) -> tuple[Instrument, ...]:
    """Every instrument that the text names or refers to, in order, none overlapping another.

    In "The two sides signed the Sendai Pact. The pact bans mines." the second one has the id of the first. A
    reference to nothing named before ("a deal" at the beginning) has an id of its own head noun.
    """
    return InstrumentFinder(text, register or load_register()).find()


def unnamed_instrument(start: int, end: int, text: str) -> Instrument:
    """The instrument of which nothing is known but the words text[start:end]: "this pact" is `unnamed-pact`."""
    words = text[start:end]
    name = _DETERMINER.sub("", " ".join(words.split()))
    return Instrument(id=f"unnamed-{slug(name)}", name=name, text=words, start=start, end=end)


class InstrumentFinder:
    """Finds the instruments of one text."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self._register = register
        self._tokens = tokenize(text)
        self._classes = register.classes

    def find(self) -> tuple[Instrument, ...]:
        """All, the register's first, then numbered, capitalised, described, and references to them."""
        found: dict[Place, Instrument] = {}
        for finder in (self._known, self._numbered, self._capitalised, self._described):
            for instrument in finder():
                _add(found, instrument)
        named = sorted(found.values(), key=lambda i: i.start)
        for instrument in self._references(named):
            _add(found, instrument)
        return tuple(sorted(found.values(), key=lambda i: i.start))

    def _known(self) -> Iterator[Instrument]:
        for match in self._register.instrument_names.scan(self._tokens):
            entry = self._register.instruments[match.found[0].entry]
            first = self._widen(match.first)
            yield self._instrument(entry.id, entry.name, self._tokens[first].start, self._tokens[match.last - 1].end)

    def _widen(self, first: int) -> int:
        """Take in the year before a name ("the 1993 Oslo accords")."""
        return first - 1 if _is_year(self._form(first - 1)) else first

    def _numbered(self) -> Iterator[Instrument]:
        for match in _NUMBERED.finditer(self._text):
            yield self._instrument(slug(match.group()), match.group(), match.start(), match.end())

    def _capitalised(self) -> Iterator[Instrument]:
        i = 0
        while i < len(self._tokens):
            if self._tokens[i].form in self._classes["instrument_proper"]:
                first, last = self._left(i), self._right(i)
                if self._form(first).lower() in self._classes["determiner"]:
                    first += 1
                if last - first > 1 and self._is_named(first, i, last):
                    yield self._of_tokens(first, last)
                    i = last
                    continue
            i += 1

    def _left(self, head: int) -> int:
        """The first token of the capitalised phrase that ends in the head noun ("1994 Sendai Rice and Tea Treaty")."""
        first = head
        for i in range(head - 1, max(-1, head - LONGEST), -1):
            form = self._form(i)
            if self._breaks(i + 1):
                break
            if form[0].isupper() or _is_year(form):
                first = i
            elif form not in self._classes["instrument_joint_before"]:
                break
        return first

    def _right(self, head: int) -> int:
        """The token after "of/on/for …" and the capitalised words that follow the head noun."""
        last = head + 1
        for i in range(head + 1, min(len(self._tokens), head + LONGEST)):
            form = self._form(i)
            if self._breaks(i):
                break
            if form[0].isupper() or (form.isdigit() and i > head + 1):
                last = i + 1
            elif not self._joins(i, form, begun=last > head + 1):
                break
        return last

    def _joins(self, i: int, form: str, *, begun: bool) -> bool:
        """Whether a small word or mark can stand inside a name; some only once the part after the head has begun."""
        if form == ",":
            return begun and self._list_goes_on(i)
        joints = self._classes["instrument_joint_begun"] if begun else frozenset[str]()
        return form in self._classes["instrument_joint"] or form in joints

    def _list_goes_on(self, comma: int) -> bool:
        """A comma inside a name ("on Reciprocal, Fair, and Balanced Trade") is followed by capitals and an "and"."""
        ahead = [t.form for t in self._tokens[comma + 1 : comma + 8]]
        return bool(ahead) and ahead[0][0].isupper() and "and" in ahead and "." not in ahead

    def _is_named(self, first: int, head: int, last: int) -> bool:
        """Whether more than head nouns is capitalised, and the phrase does not go on to a body ("Treaty Committee")."""
        following = self._form(head + 1)
        if following[:1].isupper() and self._register.kind_of_head(following):
            return False
        words = [t.form for t in self._tokens[first:last] if t.form[0].isupper()]
        return any(w not in self._classes["instrument_proper"] for w in words)

    def _described(self) -> Iterator[Instrument]:
        for i, token in enumerate(self._tokens):
            if token.form in self._classes["instrument_common"]:
                first = self._modifiers(i)
                if first < i:
                    yield self._of_tokens(first, i + 1)

    def _modifiers(self, head: int) -> int:
        """The first of the words before a common noun that say which one: years, names, kinds."""
        i = head
        while i > 0 and head - i < 8 and not self._breaks(i):
            form = self._tokens[i - 1].form
            year = _is_year(form)
            capital = form[0].isupper() and form.lower() not in self._classes["determiner"]
            hyphen = form == "-" and i - 2 >= 0
            if not (year or capital or hyphen or form.lower() in self._classes["instrument_modifier"]):
                break
            i -= 1
        while i < head and self._tokens[i].form == "-":
            i += 1
        return i

    def _references(self, named: Sequence[Instrument]) -> Iterator[Instrument]:
        """ "the pact", "this Declaration", "the proposed Agreement": the last one named before with that head noun."""
        short = self._short_forms(named)
        for i, token in enumerate(self._tokens):
            word = token.form.lower()
            if token.form in short and short[token.form].end < token.start:
                yield self._instrument(short[token.form].id, short[token.form].name, token.start, token.end)
            if i and word in self._classes["instrument_reference"]:
                first = self._determined(i)
                if first is not None:
                    yield from self._reference(first, i, named)

    def _reference(self, first: int, i: int, named: Sequence[Instrument]) -> Iterator[Instrument]:
        token = self._tokens[i]
        word = token.form.lower()
        start = self._tokens[first].start if self._form(first) != "'s" else token.start
        earlier = [n for n in named if n.end <= start and word in forms(f"{n.name} {n.text}".lower())]
        common = word in self._classes["instrument_common"] or token.form[0].isupper()
        if earlier and self._form(first).lower() not in ("a", "an"):
            yield self._instrument(earlier[-1].id, earlier[-1].name, start, token.end)
        elif common:
            yield self._instrument(f"unnamed-{word}", word, start, token.end)

    def _determined(self, i: int) -> int | None:
        """The determiner of a reference, at most one adjective before its noun."""
        for first in (i - 1, i - 2):
            between = [self._form(j).lower() for j in range(first + 1, i)]
            if self._form(first).lower() in self._classes["instrument_determiner"]:
                return first if all(w in self._classes["instrument_adjective"] for w in between) else None
        return None

    def _short_forms(self, named: Sequence[Instrument]) -> dict[str, Instrument]:
        """Abbreviations in brackets after a name: "the Visiting Forces Agreement (VFA)"."""
        found = {}
        for instrument in named:
            match = _ABBREVIATION.match(self._text, instrument.end)
            if match:
                found[match[1]] = instrument
        return found

    def _of_tokens(self, first: int, last: int) -> Instrument:
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        name = self._text[start:end]
        return self._instrument(slug(name), " ".join(name.split()), start, end)

    def _instrument(self, own: str, name: str, start: int, end: int) -> Instrument:
        return Instrument(id=own, name=name, text=self._text[start:end], start=start, end=end)

    def _form(self, i: int) -> str:
        return self._tokens[i].form if 0 <= i < len(self._tokens) else ""

    def _breaks(self, i: int) -> bool:
        return "\n" in self._text[self._tokens[i - 1].end : self._tokens[i].start]


def _is_year(form: str) -> bool:
    return form.isdigit() and len(form) == 4


def _add(found: dict[Place, Instrument], instrument: Instrument) -> None:
    if instrument.start < instrument.end and not any(a < instrument.end and instrument.start < b for a, b in found):
        found[instrument.start, instrument.end] = instrument
