"""Where what one cue attributes ends and the next one's begins."""

from aide_memoire.actors.attribution.clause import COMMAS, DASHES, Clause, Range
from aide_memoire.actors.attribution.found import Found


def trim(clause: Clause, found: list[Found]) -> list[Found]:
    """The attributions of a sentence, each without what the next one beside it says."""
    trimmed = []
    for n, one in enumerate(found):
        content = list(one.content)
        if content and content[-1][0] >= one.cue[1]:
            start, end = content[-1]
            end = min(
                [end, *(c for c in (_cut(clause, one, later, start) for later in found[n + 1 :]) if c is not None)]
            )
            if one.source and _is_relative(clause, one.source) and one.source[0] <= 1:
                end = _end_of_relative(clause, start, end)
            if one.source and one.source[0] > start:
                end = min(end, one.source[0])
            if _is_opening(clause, one):
                end = _end_of_opening(clause, start, end)
            if one.loose:
                end = min(end, _end_of_phrase(clause, start, end))
            while end > start and clause.form(end - 1) in COMMAS | {"and", "but"}:
                end -= 1
            content[-1] = (start, end)
            if end <= start:
                continue
        trimmed.append(one._replace(content=content))
    return trimmed


def _cut(clause: Clause, one: Found, later: Found, start: int) -> int | None:
    """Where a later attribution begins that stands beside the one before, not inside it."""
    if _is_main_verb(clause, one, later):
        return later.cue[0]
    begin = later.cue[0] if later.inherits or not later.source else min(later.source[0], later.cue[0])
    before = [part for part in later.content if part[0] < later.cue[0]]
    if before and not later.loose:
        return next((part[1] for part in before if part[0] <= start <= part[1]), None)
    k = begin
    while k - 1 > start and (clause.is_class(k - 1, "joining") or clause.form(k - 1) in ("while", "as", "when")):
        k -= 1
    mark = clause.form(k - 1)
    if k <= start:
        return None
    if mark == ";" or (mark in DASHES and (later.speaks or one.loose)):
        return k
    if mark in COMMAS and (_is_opening(clause, one) or (one.loose and not later.inherits and k == begin)):
        return k
    if later.inherits:
        return k if mark in COMMAS or (k < begin and (later.speaks or one.loose)) else None
    return k if mark in COMMAS and k < begin else None


def _is_relative(clause: Clause, source: Range) -> bool:
    """Whether a cue stands in a clause on "who" ("a man who | asked")."""
    return clause.is_class(source[1] - 1, "relative")


def _is_main_verb(clause: Clause, one: Found, later: Found) -> bool:
    """Whether a cue stands in a clause on "who" and a later one after it ("a man who asked not to be named | said")."""
    if one.source is None or later.source is None or not _is_relative(clause, one.source):
        return False
    return later.source[0] == one.source[0] and later.source[1] > one.cue[1]


def _is_opening(clause: Clause, one: Found) -> bool:
    """Whether an attribution stands in what opens a sentence ("When Oslo said that it would wait, Lima …")."""
    first = 0
    while clause.is_class(first, "joining") or clause.is_adverb(first):
        first += 1
    opens = clause.is_class(first, "subordinator") or clause.is_class(first, "preposition")
    opens = opens or clause.form(first).endswith(("ing", "ed"))
    return opens and not any(clause.form(k) == "," for k in range(first, one.cue[0]))


def _end_of_opening(clause: Clause, start: int, end: int) -> int:
    """Where the sentence's own subject begins after what opens it ("While he denied the plan, | the minister left")."""
    for k in range(start, end - 1):
        if clause.form(k) == "," and (clause.is_class(k + 1, "pronoun") or clause.is_class(k + 1, "determiner")):
            return k
    return end


def _end_of_relative(clause: Clause, start: int, end: int) -> int:
    """Where the sentence goes on after a relative clause ("Ms. Berg, who said the road was shut, | left")."""
    commas = [k for k in range(start, end) if clause.form(k) == ","]
    main = next((k for k in commas if clause.is_verb(k + 1) or clause.form(k + 1).endswith("ed")), None)
    return main or (commas[-1] if commas else end)


def _end_of_phrase(clause: Clause, start: int, end: int) -> int:
    """Where what is less than a clause ends: at a dash, a circumstance, or a comma before another clause."""
    for k in range(start + 1, end):
        if clause.form(k) == "in" and any(clause.is_class(j, "setting") for j in (k + 1, k + 2, k + 3)):
            return k
        if clause.form(k) in DASHES or clause.is_class(k, "circumstance"):
            return k
        if clause.form(k) == "but" and clause.is_class(k + 1, "pronoun"):
            return k
        if clause.form(k) in COMMAS and (
            clause.is_class(k + 1, "relative")
            or clause.is_class(k + 1, "subordinator")
            or clause.is_class(k + 1, "joining")
            or clause.form(k + 1).endswith("ing")
        ):
            return k
    return end
