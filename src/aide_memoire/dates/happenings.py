"""What names an event at a place of a text: a noun with its complements, a clause, or what somebody does.

By words and tables alone, and bounded: where the end of the words is not plain, there is no event.
"""

from collections.abc import Sequence

from aide_memoire.dates.anchor_words import Takes
from aide_memoire.dates.event_clauses import read_clause, read_gerund
from aide_memoire.dates.event_nouns import read_noun
from aide_memoire.dates.passage import Happening, Passage


def find_happening(passage: Passage, start: int, takes: Sequence[Takes]) -> Happening | None:
    """Find the event that the words from `start` on name, if they name one of the kinds that an operator takes."""
    if passage.is_end(start):
        return None
    found = read_clause(passage, start) if "clause" in takes else None
    found = found or (read_gerund(passage, start) if "gerund" in takes else None)
    return found or read_noun(passage, start, takes)
