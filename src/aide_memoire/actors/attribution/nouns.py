"""Attribution without a verb of its own: "Oslo's claim that", "is confident that", "according to", a signature."""

from aide_memoire.actors.attribution.clause import BREAKS, COMMAS, DASHES, Clause, Range
from aide_memoire.actors.attribution.found import Found
from aide_memoire.actors.attribution.passages import QUOTATION
from aide_memoire.actors.attribution.said import left_of, rest_from
from aide_memoire.actors.attribution.verbs import group_start

LONGEST_OWNER = 9
"""Within how many units after "in" the noun of "in the ministry's view" stands."""


def of_noun(clause: Clause, i: int) -> Found | None:
    """ "Oslo's claim that", "his call for": whose it is; without that, only with "that"."""
    follows = clause.form(i + 1)
    if follows not in clause.cues.nouns[clause.form(i)]:
        return None
    owner = next((k for k in range(i - 1, max(-1, i - 5), -1) if clause.is_class(k, "possessive")), None)
    if owner is not None and any(
        clause.form(k) in BREAKS or (clause.is_auxiliary(k) and k != owner) for k in range(owner, i)
    ):
        owner = None
    held = None if owner is not None else _held(clause, i)
    if owner is None and held is None and follows != "that":
        return None
    source = held[0] if held else None
    if owner is not None:
        phrase = clause.phrase_before(owner) if clause.form(owner) == "'s" else None
        source = (phrase[0], owner + 1) if phrase else (owner, owner + 1)
    rest = rest_from(clause, i + 1 if follows in ("that", "to") else i + 2)
    relative = follows == "that" and (clause.is_verb(i + 2) or clause.is_adverb(i + 2))
    if rest is None or relative or (clause.is_capital(i) and not clause.is_title):
        return None
    if source and source[0] <= 1 and follows == "that":
        rest = _before_main_verb(clause, rest)
    return Found(source, (held[1] if held else i, i + 1 if follows in ("that", "to") else i + 2), [rest], True)


def _held(clause: Clause, i: int) -> tuple[Range, int] | None:
    """Who has or gives what a noun says, and where that verb begins ("Oslo | has no doubt that")."""
    verb = next((k for k in range(i - 1, max(-1, i - 6), -1) if clause.is_class(k, "light")), None)
    if verb is None or any(clause.form(k) in BREAKS or clause.is_class(k, "preposition") for k in range(verb, i)):
        return None
    if clause.is_class(verb, "having") and clause.form(verb + 1).endswith("ed"):
        return None
    first = group_start(clause, verb)
    source = clause.subject_before(first) if clause.form(first - 1) != "to" and clause.form(i + 1) != "in" else None
    return (source, first) if source else None


def _before_main_verb(clause: Clause, rest: Range) -> Range:
    """What a claim that is itself the subject says: "Oslo's claim | that the road is open | was wrong"."""
    verbs = [k for k in range(*rest) if clause.is_verb(k) and not clause.is_verb(k - 1)]
    return (rest[0], verbs[1]) if len(verbs) == 2 and verbs[1] > rest[0] else rest


def of_adjective(clause: Clause, i: int) -> Found | None:
    """ "The envoy is confident that the road will open"."""
    first = group_start(clause, i)
    if not any(clause.is_class(k, "being") or clause.form(k) == "'s" for k in range(first, i)):
        return None
    if clause.form(i + 1) not in clause.cues.adjectives[clause.form(i)] and not clause.is_class(i + 1, "pronoun"):
        return None
    source = clause.subject_before(first)
    rest = rest_from(clause, i + 1 if clause.form(i + 1) in ("that", "to") else i + 2)
    if source is None or rest is None or clause.form(source[0]) in ("it", "there"):
        return None
    return Found(source, (first, i + 1 if clause.form(i + 1) in ("that", "to") else i + 2), [rest], True)


def of_preposition(clause: Clause, i: int) -> Found | None:
    """ "According to the ministry, the road will open", "The road will open, according to the ministry"."""
    standpoint = _standpoint(clause, i)
    if standpoint:
        return standpoint
    words = next((w for w in clause.cues.prepositions if all(clause.form(i + k) == x for k, x in enumerate(w))), None)
    if words is None:
        return None
    end = i + len(words)
    source = clause.phrase_after(end)
    if source is None:
        return None
    if left_of(clause, i, 0) is None and clause.form(source[1]) != ",":
        source = clause.phrase_after(end, apposition=False) or source
    if left_of(clause, i, 0) is None:
        rest = rest_from(clause, source[1] + 1)
        return Found(source, (i, end), [rest]) if rest else None
    left = left_of(clause, i, 0)
    return Found(source, (i, end), [left]) if left else None


def _standpoint(clause: Clause, i: int) -> Found | None:
    """ "In Oslo's view, the road is open", "by his own account the road is open"."""
    if not clause.is_class(i, "standing"):
        return None
    noun = next((k for k in range(i + 2, i + LONGEST_OWNER) if clause.is_class(k, "standpoint")), None)
    owner = next((k for k in range(i + 1, noun or 0) if clause.is_class(k, "possessive")), None)
    if noun is None or owner is None or any(clause.form(k) in BREAKS for k in range(i, noun)):
        return None
    source = (owner, owner + 1) if owner == i + 1 else (i + 1, owner + 1)
    left = left_of(clause, i, 0)
    rest = rest_from(clause, noun + 1 + (clause.form(noun + 1) in COMMAS)) if left is None else left
    return Found(source, (i, noun + 1), [rest]) if rest else None


def signature(clause: Clause) -> Found | None:
    """A quotation and who is signed below it: '"We wait." - Ada Berg'."""
    dash = next((k for k in range(1, len(clause.units)) if clause.form(k) in DASHES), None)
    if dash is None or clause.form(dash - 1) != QUOTATION or dash != 1 or not clause.is_capital(dash + 1):
        return None
    end = dash + 1
    while clause.is_capital(end) or clause.form(end) == ".":
        end += 1
    return Found((dash + 1, end), (dash, dash + 1), [(0, dash)]) if end - dash > 2 else None
