"""Attribution by marks: who speaks in a quotation or a headline whose verb no table knows, or that has none."""

from aide_memoire.actors.attribution.clause import BREAKS, Clause
from aide_memoire.actors.attribution.found import Found
from aide_memoire.actors.attribution.said import quotations_after, rest_from

LONGEST_NAME = 5
"""How many units whoever speaks after a quotation may have."""

SHORTEST_HEADLINE = 4
"""How many units a headline has after whoever says it ("Source: a paper" is none)."""


def of_marks(clause: Clause) -> Found | None:
    """The attribution of a sentence in which no cue was found."""
    return _before_colon(clause) or _after_quotation(clause) or _headline(clause)


def _before_colon(clause: Clause) -> Found | None:
    """'Ms. Berg put it this way: "Roads matter."'"""
    colons = (k for k in range(1, len(clause.units)) if clause.form(k) == ":")
    colon = next((k for k in colons if clause.is_whole_quotation(k + 1) or k + 1 == len(clause.units)), None)
    if colon is None:
        return None
    source = clause.opening_subject(colon)
    if source is None:
        return None
    cue = (min(source[1], colon), colon) if source[1] < colon else (colon, colon + 1)
    return Found(source, cue, [*quotations_after(clause, colon + 1)], speaks=True)


def _after_quotation(clause: Clause) -> Found | None:
    """'"Roads matter," he crooned.': a pronoun or a name, and a verb."""
    quotation = next((k for k in range(len(clause.units)) if clause.is_whole_quotation(k)), None)
    if quotation is None:
        return None
    first = quotation + 1
    if not (clause.is_subject_pronoun(first) or clause.is_capital(first) or clause.is_class(first, "determiner")):
        return None
    verb = next((k for k in range(first + 1, first + LONGEST_NAME + 1) if _is_last_verb(clause, k)), None)
    if verb is None or any(clause.form(k) in BREAKS or clause.is_verb(k) for k in range(first, verb)):
        return None
    end = verb
    while clause.is_adverb(end - 1):
        end -= 1
    content = [(quotation, quotation + 1), *quotations_after(clause, verb + 1)]
    return Found((first, end), (end, verb + 1), content, speaks=True)


def _is_last_verb(clause: Clause, k: int) -> bool:
    """Whether a unit looks like a verb after which nothing but a circumstance comes ("he crooned.")."""
    stops = clause.form(k + 1) in BREAKS or clause.is_class(k + 1, "preposition")
    return stops and clause.form(k).endswith(("ed", "s")) and not clause.is_capital(k) and not clause.is_auxiliary(k)


def _headline(clause: Clause) -> Found | None:
    """ "Berg: Road Will Open Soon"."""
    colon = next((k for k in range(1, LONGEST_NAME + 1) if clause.form(k) == ":"), None)
    if colon is None or not clause.is_title or not all(clause.is_capital(k) for k in range(colon)):
        return None
    rest = rest_from(clause, colon + 1)
    return Found((0, colon), (colon, colon + 1), [rest]) if rest and rest[1] - rest[0] >= SHORTEST_HEADLINE else None
