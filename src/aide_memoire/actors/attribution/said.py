"""What is said: before a cue, around it, or after it, over a time, a place and whoever it is said to."""

from collections.abc import Iterator

from aide_memoire.actors.attribution.clause import BREAKS, COMMAS, Clause, Range
from aide_memoire.actors.attribution.cues import Verb
from aide_memoire.actors.attribution.found import Found
from aide_memoire.actors.attribution.passages import QUOTATION

LONGEST_PLACE = 6
FAR = 14
"""Within how many units after a cue what is said begins."""


def said_around(
    clause: Clause, verb: Verb, source: Range | None, first: int, end: int, last: Found | None
) -> list[Range] | None:
    """What is said where it stands before the cue, or around it ("The road, the envoy said, will open")."""
    if source and clause.is_class(source[1] - 1, "relative"):
        return None
    begin = source[0] if source and first - 1 <= source[1] <= first else first
    if clause.form(begin - 1) == "as":
        begin -= 1
        if begin == 0 and clause.form(end) == ",":
            return [rest] if (rest := rest_from(clause, end + 1)) else None
    before = clause.form(begin - 1)
    if before != QUOTATION and before not in COMMAS:
        return None
    if clause.form(end) == "that":
        return None
    quoted = before == QUOTATION
    aside = end if quoted else _end_of_aside(clause, end, told=verb.addressee)
    if aside is None:
        return None
    if quoted and clause.form(end) in (":",):
        return None
    if not quoted and clause.form(aside) in COMMAS and clause.is_whole_quotation(aside + 1):
        return None
    left = left_of(clause, begin, last.cue[1] if last and not last.loose and last.cue[1] < begin else 0)
    if left is None:
        return None
    if quoted:
        return [left, *quotations_after(clause, end)]
    comma = clause.form(aside) in COMMAS
    goes_on = comma and (not _begins_aside(clause, aside + 1) or clause.form(aside + 2) == QUOTATION)
    rest = rest_from(clause, aside + 1) if goes_on else None
    if rest is None and _is_place(clause, left):
        return None
    return [left, rest] if rest else [left]


def said_after(clause: Clause, verb: Verb, end: int) -> tuple[list[Range] | None, bool]:
    """What is said after its cue, to the end of the sentence, and whether it may be less than a clause.

    None: nothing is. An empty list: it is what follows the sentence ("The envoy said:").
    """
    begin = _begin(clause, verb, end)
    if clause.form(begin) == ":" and begin + 1 >= len(clause.units):
        return [], False
    if clause.form(begin) == ":" or (clause.form(begin) in COMMAS and clause.form(begin + 1) == QUOTATION):
        begin += 1
    elif clause.form(begin) in BREAKS - {QUOTATION, "(", "["} or not clause.form(begin):
        return None, False
    introduced = (
        clause.is_class(begin, "introducing") or clause.form(begin) == QUOTATION or clause.form(begin - 1) == ":"
    )
    rest = rest_from(clause, begin)
    if rest is None or not (introduced or _fits(clause, verb, begin, end)):
        return None, False
    clausal = "clause" in verb.takes and any(clause.is_verb(j) for j in range(*rest))
    return [rest], not (introduced or clause.form(begin) == "to" or clausal)


def _begin(clause: Clause, verb: Verb, end: int) -> int:
    """Where what is said may begin, over whoever it is said to, or when and where."""
    if verb.addressee:
        return _after_addressee(clause, verb, end)
    prepositional = clause.is_class(end, "preposition") and clause.form(end) != "to"
    adjunct = prepositional and (verb.speaks or "object" not in verb.takes)
    if adjunct or clause.is_class(end, "time") or clause.form(end) in COMMAS:
        return _over_adjunct(clause, end, infinitive="infinitive" in verb.takes)
    return end


def _fits(clause: Clause, verb: Verb, begin: int, end: int) -> bool:
    """Whether what no "that" introduces is what the verb takes: a clause, a noun phrase or an infinitive."""
    infinitive = clause.form(begin) == "to"
    if verb.takes <= {"infinitive", "that"}:
        return infinitive and "infinitive" in verb.takes
    if infinitive and "infinitive" not in verb.takes and not verb.particles and not verb.addressee:
        return False
    if not verb.takes & {"object", "as"}:
        return infinitive or _opens_clause(clause, begin, end)
    if "as" in verb.takes:
        stop = next((j for j in range(begin + 1, begin + FAR) if clause.form(j) in BREAKS | {"as", ""}), begin)
        return clause.form(stop) == "as"
    bound = verb.addressee or verb.particles or infinitive
    return not clause.is_class(begin, "joining") and (bool(bound) or not clause.is_class(begin, "preposition"))


def _end_of_aside(clause: Clause, end: int, *, told: bool) -> int | None:
    """Where a cue's aside ends, with its time or place ("said in Oslo on Friday |,"); None where it says more."""
    for k in range(end, min(end + FAR, len(clause.units))):
        form = clause.form(k)
        if form in COMMAS | {".", "?", "!", ";", ")"}:
            return k
        if k == end and not told and not (clause.is_class(k, "time") or clause.is_class(k, "preposition")):
            return None
        if form in ("that", QUOTATION, ":") or clause.is_verb(k) or (k > end + 1 and clause.is_subject_pronoun(k)):
            return None
    return len(clause.units) if end + FAR >= len(clause.units) else None


def _is_place(clause: Clause, left: Range) -> bool:
    """Whether nothing but a time or a place is said before a cue ("In Oslo, the envoy added")."""
    opens = clause.is_class(left[0], "preposition") or clause.is_class(left[0], "time")
    return opens and left[1] - left[0] <= LONGEST_PLACE and not any(clause.is_verb(k) for k in range(*left))


def _begins_aside(clause: Clause, i: int) -> bool:
    """Whether another clause begins: "adding that", "and left", "as well as", "according to"."""
    form = clause.form(i)
    return (
        (form.endswith("ing") and form in clause.cues.verbs)
        or clause.is_class(i, "joining")
        or form in ("according", "who", "which", "while", "as", "")
    )


def _opens_clause(clause: Clause, k: int, end: int) -> bool:
    """Whether a clause without "that" may begin: with a noun phrase, or a verb after "which he said"."""
    form = clause.form(k)
    if k == end and clause.is_class(k, "auxiliary"):
        return any(clause.is_class(j, "relative") for j in range(k - 4, k))
    if (
        clause.is_class(k, "determiner")
        or clause.is_class(k, "pronoun")
        or clause.is_capital(k)
        or form in ("there", "yes", "no")
    ):
        return True
    classes = ("preposition", "joining", "subordinator", "relative", "time", "auxiliary")
    return form.isalnum() and not any(clause.is_class(k, c) for c in classes)


def _begins_subject(clause: Clause, j: int) -> bool:
    """Whether the subject of what is said begins after a circumstance ("said in recent days | the road")."""
    if clause.is_subject_pronoun(j):
        return True
    opens = clause.form(j) in ("the", "a", "an", "his", "her", "its", "their", "these", "those")
    attached = clause.is_class(j - 1, "preposition") or clause.is_class(j - 1, "determiner")
    return opens and not attached and not clause.is_class(j - 1, "joining")


def _over_adjunct(clause: Clause, k: int, *, infinitive: bool) -> int:
    """Where what is said begins after "in a statement": at "that", "to", a quotation or a subject; else at once."""
    prepositional = clause.is_class(k, "preposition")
    for j in range(k, min(k + FAR, len(clause.units))):
        if clause.form(j) in ("that", QUOTATION, ":"):
            return j
        if prepositional and infinitive and clause.form(j) == "to" and clause.form(j + 1).isalpha():
            return j
        if clause.form(j) in COMMAS and j > k and clause.form(j + 1) not in ("that", QUOTATION):
            break
    if prepositional:
        subject = next((j for j in range(k + 2, min(k + FAR, len(clause.units))) if _begins_subject(clause, j)), None)
        if subject is not None:
            return subject
    while clause.is_class(k, "time"):
        k += 1
    if clause.form(k) == "on" and clause.is_class(k + 1, "time"):
        k += 2
    return k


def _after_addressee(clause: Clause, verb: Verb, k: int) -> int:
    """Where what is said begins after whom it is said to ("told them | that", "urged Oslo | to", "accused it of |")."""
    starts = {"that", QUOTATION, ":", "to", "whether", "if", "how", "what", "why", *verb.after}
    if verb.after:
        return next(
            (j + 1 for j in range(k, min(k + FAR, len(clause.units))) if clause.form(j) in verb.after),
            len(clause.units),
        )
    for j in range(k, min(k + FAR, len(clause.units))):
        if clause.form(j) in starts:
            return j
        if j > k and (
            clause.is_subject_pronoun(j)
            or (
                clause.is_class(j, "determiner")
                and not clause.is_class(j, "time")
                and not clause.is_class(j - 1, "determiner")
                and not clause.is_class(j - 1, "preposition")
                and clause.form(j) != "'s"
            )
        ):
            return j
        if clause.form(j) in COMMAS:
            break
    return k


def quotations_after(clause: Clause, start: int) -> Iterator[Range]:
    """The quotations after a cue that belong to it: up to the next verb of saying."""
    for k in range(start, len(clause.units)):
        if clause.form(k) == QUOTATION and (clause.form(k - 1) in BREAKS or clause.is_class(k - 1, "joining")):
            yield k, k + 1
        elif clause.form(k).endswith("ing") and clause.form(k) in clause.cues.verbs:
            return


def left_of(clause: Clause, end: int, start: int) -> Range | None:
    """What stands before a place, without the commas and conjunctions at its ends."""
    while end > start and clause.form(end - 1) in COMMAS:
        end -= 1
    while start < end and (
        clause.form(start) in COMMAS or clause.is_class(start, "joining") or clause.form(start) in (".", ":", ";")
    ):
        start += 1
    return (start, end) if start < end else None


def rest_from(clause: Clause, start: int) -> Range | None:
    """From a place to the end of the sentence, without the stop."""
    end = len(clause.units)
    while end > start and clause.form(end - 1) in (".", "?", "!", ",", ";", ")", "]"):
        end -= 1
    return (start, end) if end > start else None
