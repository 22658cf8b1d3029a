"""Who says, thinks or wants what: the attributions of a text, by its cues and what they are built with."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aide_memoire.actors.attribution.bounds import trim
from aide_memoire.actors.attribution.clause import Clause, Range
from aide_memoire.actors.attribution.cues import load_cues
from aide_memoire.actors.attribution.found import Found
from aide_memoire.actors.attribution.nouns import of_adjective, of_noun, of_preposition, signature
from aide_memoire.actors.attribution.passages import QUOTATION, iter_sentences
from aide_memoire.actors.attribution.uncued import of_marks
from aide_memoire.actors.attribution.verbs import is_inside, of_verb
from aide_memoire.actors.register import load_register


class Place(NamedTuple):
    """A stretch of a text, in code points, half-open."""

    start: int
    end: int


class Attributed(NamedTuple):
    """What is said, thought or wanted (in parts, where its cue or a speaker stands between), by whom, by which cue."""

    source: Place | None
    cue: Place
    content: tuple[Place, ...]


def find_attributions(text: str) -> tuple[Attributed, ...]:
    """Every attribution of a text, in the order of its cues; one may lie inside what another one says.

    "Oslo denied that talks had failed, an envoy said." has two: the envoy's, and inside what he said, Oslo's. `source`
    is None where nobody is named ("it is expected that …"); a pronoun is a source like any other words.
    """
    cues = load_cues()
    found: list[Attributed] = []
    speaking: int | None = None
    paragraph = -1
    for sentence in iter_sentences(text, load_register().classes["abbreviation"], cues.speaking):
        if sentence.paragraph != paragraph:
            if not _goes_on(text, found, speaking, paragraph):
                speaking = None
            paragraph = sentence.paragraph
        clause = Clause(sentence.units, cues)
        here = trim(clause, list(_iter_found(clause)))
        if not here and speaking is not None and clause.form(0) == QUOTATION:
            quote = Place(clause.units[0].start, clause.units[0].end)
            found[speaking] = found[speaking]._replace(content=(*found[speaking].content, quote))
        for one in here:
            found.append(_place(clause, one))
            if any(clause.form(k) == QUOTATION for part in one.content for k in range(*part)) or (not one.content):
                speaking = len(found) - 1
    return tuple(f for f in found if f.content)


def _goes_on(text: str, found: Sequence[Attributed], speaking: int | None, paragraph: int) -> bool:
    """Whether who spoke last still speaks in the next paragraph: a quotation was left open, or a colon ended it."""
    if speaking is None:
        return False
    content = found[speaking].content
    if not content:
        return True
    last = text[content[-1].start : content[-1].end]
    return last[:1] in ('"', "“", "”") and last[-1:] not in ('"', "“", "”")


def _iter_found(clause: Clause) -> Iterator[Found]:
    """The attributions of one sentence, each with all that may be said; what belongs to the next is cut off later."""
    signed = signature(clause)
    if signed:
        yield signed
        return
    last: Found | None = None
    any_found = False
    i = 0
    while i < len(clause.units):
        found = None
        form = clause.form(i)
        if form in clause.cues.verbs:
            found = of_verb(clause, i, last)
        if found is None and form in clause.cues.nouns:
            found = of_noun(clause, i)
        if found is None and form in clause.cues.adjectives:
            found = of_adjective(clause, i)
        if found is None and form in clause.cues.opening:
            found = of_preposition(clause, i)
        if found:
            yield found
            any_found = True
            acts = form in clause.cues.verbs and found.source and not found.inherits
            if acts and not is_inside(clause, found, last):
                last = found
            i = max(i + 1, found.cue[1])
        else:
            i += 1
    marked = None if any_found else of_marks(clause)
    if marked:
        yield marked


def _place(clause: Clause, one: Found) -> Attributed:
    def of(r: Range) -> Place:
        return Place(clause.units[r[0]].start, clause.units[r[1] - 1].end)

    return Attributed(of(one.source) if one.source else None, of(one.cue), tuple(of(r) for r in one.content))
