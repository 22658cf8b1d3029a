"""Attribution by a verb: whether a word is one here, whose act it is, and what it attributes."""

from collections.abc import Sequence

from aide_memoire.actors.attribution.clause import BREAKS, COMMAS, Clause, Range
from aide_memoire.actors.attribution.cues import Verb
from aide_memoire.actors.attribution.found import Found
from aide_memoire.actors.attribution.passages import QUOTATION
from aide_memoire.actors.attribution.said import left_of, quotations_after, rest_from, said_after, said_around


def of_verb(clause: Clause, i: int, last: Found | None) -> Found | None:
    """The attribution of a verb, or None where the word is no verb or nothing is said.

    `last` is the last verb of the sentence that has a subject of its own, which this one may share.
    """
    verb = next((v for v in clause.cues.verbs[clause.form(i)] if _has_particles(clause, i, v)), None)
    if verb is None:
        return None
    end = i + 1 + len(verb.particles)
    first = group_start(clause, i)
    auxiliaries = [clause.form(k) for k in range(first, i) if not clause.is_adverb(k)]
    if _is_passive(clause, verb, auxiliaries, i, end):
        return _of_passive(clause, verb, first, end)
    opening = _opening(clause, end) if i == 0 and verb.speaks and "past" in verb.tenses else None
    if opening:
        return opening
    plural = bool(auxiliaries) and verb.tenses == {"present"}
    if plural or _is_name_part(clause, verb, i) or not (auxiliaries or _is_verb_here(clause, verb, i, first)):
        return None
    return (_inverted(clause, verb, first, end) if first == i else None) or _of_active(
        clause, verb, first, end, last, auxiliaries
    )


def _of_active(
    clause: Clause, verb: Verb, first: int, end: int, last: Found | None, auxiliaries: Sequence[str]
) -> Found | None:
    """ "Oslo said that", "The road, Oslo said, will open", ", adding that", "and promised to"."""
    participle = "ing" in verb.tenses
    source, inherits = _source(clause, verb, first, last, auxiliaries)
    if source is None:
        return None
    if (verb.speaks or "clause" in verb.takes) and not inherits and not participle:
        around = said_around(clause, verb, source, first, end, last)
        if around:
            return Found(source, (first, end), around, speaks=True)
    content, loose = said_after(clause, verb, end)
    ends = clause.form(end) in BREAKS | {""} and not _is_noun_too(clause, verb)
    if content is None and source and not inherits and ends:
        content = _gap(clause, source)
    return None if content is None else Found(source, (first, end), content, loose, inherits, verb.speaks)


def _gap(clause: Clause, source: Range) -> list[Range] | None:
    """What is said where it stands before the subject ("the road, | which Oslo has proposed")."""
    k = source[0] - 1
    return [(k, k + 1)] if clause.form(k) in ("what", "which", "whatever") else None


def _is_name_part(clause: Clause, verb: Verb, i: int) -> bool:
    """Whether a capital says that the word is none of the sentence's verbs ("the United States")."""
    return clause.is_capital(i) and not clause.is_title and (i > 0 or "ing" not in verb.tenses)


def is_inside(clause: Clause, found: Found, last: Found | None) -> bool:
    """Whether one stands in what the one before says ("said | he hoped"), or is no act of its own ("adding")."""
    if found.source is None or found.source[0] > found.cue[0] or clause.form(found.cue[1] - 1).endswith("ing"):
        return last is not None
    return last is not None and (found.source[0] == last.cue[1] or clause.form(found.source[0] - 1) == "that")


def group_start(clause: Clause, i: int) -> int:
    """Where the verb begins with its auxiliaries and adverbs ("has not yet | said", "went on to say")."""
    first = i
    while first > 0:
        before = clause.form(first - 1)
        if clause.is_auxiliary(first - 1) or clause.is_adverb(first - 1):
            first -= 1
        elif before == "to" and (clause.is_class(first - 2, "aspect") or clause.form(first - 2) == "on"):
            first -= 2 + (clause.form(first - 2) == "on")
        elif clause.is_class(first - 1, "aspect") and clause.form(first).endswith("ing"):
            first -= 1
        else:
            break
    while first < i and clause.is_adverb(first) and (first == 0 or clause.form(first - 1) in BREAKS):
        first += 1
    return first


def _has_particles(clause: Clause, i: int, verb: Verb) -> bool:
    return all(clause.form(i + 1 + k) == p for k, p in enumerate(verb.particles))


def _is_verb_here(clause: Clause, verb: Verb, i: int, first: int) -> bool:
    """Whether a form without auxiliary is a verb: no determiner before it, and a subject that fits its form."""
    before, left = clause.form(i - 1), clause.form(first - 1)
    if before == "to":
        return "base" in verb.tenses
    determined = left in clause.classes["determiner"] and left not in clause.classes["pronoun"] and left != "that"
    if determined or left in clause.classes["possessive"]:
        return False
    if "ing" in verb.tenses:
        return left != "that"
    if i == 0 or clause.is_class(i - 1, "preposition"):
        return False
    if "past" in verb.tenses:
        return True
    if "participle" in verb.tenses or (before in BREAKS and before not in COMMAS | {")", QUOTATION}):
        return False
    if "base" in verb.tenses:
        return _fits_plural(clause, verb, i, first)
    return _fits_singular(clause, verb, i, first)


def _fits_plural(clause: Clause, verb: Verb, i: int, first: int) -> bool:
    """Whether a subject of a base form stands before it ("they say", "advisers to the king say")."""
    if clause.is_title and _is_noun_too(clause, verb):
        return False
    if clause.is_class(i - 1, "pronoun") or clause.is_class(i - 1, "relative") or clause.is_adverb(i - 1):
        return clause.form(i - 1) not in ("he", "she", "it", "one", "this")
    return clause.form(i - 1) in ("and", "or") or clause.is_plural_before(first)


def _fits_singular(clause: Clause, verb: Verb, i: int, first: int) -> bool:
    """Whether a form in "-s" is a verb; if it may be a plural noun, what follows or its subject must say so."""
    if clause.is_class(i - 1, "pronoun") or clause.is_class(i - 1, "relative") or clause.is_adverb(i - 1):
        return not (clause.is_title and _is_noun_too(clause, verb))
    if not _is_noun_too(clause, verb):
        return True
    follows = clause.form(i + 1)
    if clause.is_title or clause.is_verb(i + 1):
        return False
    if clause.form(i - 1) in COMMAS | {")"}:
        return follows in ("that", "to")
    if follows in ("", "."):
        return clause.subject_before(first) is not None
    opens = follows in ("that", "to") or clause.is_class(i + 1, "determiner") or clause.is_class(i + 1, "pronoun")
    return opens or (clause.is_capital(i - 1) and not clause.is_class(i + 1, "preposition"))


def _is_noun_too(clause: Clause, verb: Verb) -> bool:
    return verb.base in clause.classes["noun_too"] and not verb.particles


def _is_passive(clause: Clause, verb: Verb, auxiliaries: Sequence[str], i: int, end: int) -> bool:
    """Whether a participle follows a form of "to be", or "by" follows it ("the plan condemned by Oslo")."""
    if "participle" not in verb.tenses:
        return False
    verbal = [a for a in auxiliaries if a in clause.classes["auxiliary"] and a not in ("not", "n't")]
    if verbal:
        return verbal[-1] in clause.classes["being"]
    agent = clause.form(end) == "by" and "object" in verb.takes
    return agent and not auxiliaries and not clause.is_class(i - 1, "pronoun")


def _of_passive(clause: Clause, verb: Verb, first: int, end: int) -> Found | None:
    """ "The plan was condemned by Oslo", "the road is expected to open"."""
    if verb.takes == {"that"}:
        return None
    subject = clause.subject_before(first)
    if clause.form(end) == "by":
        source = clause.phrase_after(end + 1)
        return Found(source, (first, end + 1), [subject], True) if source and subject else None
    if clause.form(end) == "to" and subject:
        rest = rest_from(clause, end)
        return Found(None, (first, end), [subject, rest], True) if rest else None
    if clause.form(end) == "that":
        rest = rest_from(clause, end)
        heard = verb.addressee or clause.form(first - 1) == "it"
        return Found(None if heard else subject, (first, end), [rest]) if rest else None
    if subject is None:
        return None
    if clause.form(end) == "for":
        rest = rest_from(clause, end + 1)
        return Found(None, (first, end + 1), [subject, rest], True) if rest else None
    if _has_complement(clause, verb, end):
        rest = rest_from(clause, end)
        return _by_whom(clause, Found(None, (first, end), [subject, rest], True)) if rest else None
    stops = clause.form(end) in BREAKS or (clause.is_class(end, "preposition") and clause.form(end) != "to")
    bare = stops and "object" in verb.takes and not verb.addressee
    return Found(None, (first, end), [subject], True) if bare else None


def _has_complement(clause: Clause, verb: Verb, end: int) -> bool:
    """Whether a passive says what something is held to be ("is seen as a danger", "was called a danger")."""
    if clause.form(end) == "as":
        return bool(verb.takes & {"as", "object"})
    closed = ("preposition", "time", "joining", "subordinator", "introducing", "adverb")
    return verb.base in clause.classes["holding"] and (
        clause.form(end) == QUOTATION
        or (clause.form(end).isalpha() and not any(clause.is_class(end, c) for c in closed))
    )


def _by_whom(clause: Clause, one: Found) -> Found:
    """With the source that stands behind what it says ("is seen as a danger | by Oslo")."""
    start, end = one.content[-1]
    by = next((k for k in range(start, end) if clause.form(k) == "by"), None)
    source = clause.phrase_after(by + 1) if by else None
    if by is None or source is None or by <= start:
        return one
    return one._replace(source=source, content=[*one.content[:-1], (start, by)])


def _source(
    clause: Clause, verb: Verb, first: int, last: Found | None, auxiliaries: Sequence[str]
) -> tuple[Range | None, bool]:
    """Whose act a verb is, and whether that was told by a verb before ("said … and promised", ", adding")."""
    while first > 0 and clause.is_adverb(first - 1):
        first -= 1
    before = clause.form(first - 1)
    participle = "ing" in verb.tenses and not any(a in clause.classes["being"] for a in auxiliaries)
    if participle or before == "to":
        attached = (
            before not in BREAKS
            and not clause.is_class(first - 1, "preposition")
            and not clause.is_class(first - 1, "joining")
            and not clause.is_class(first - 1, "subordinator")
            and before != "to"
        )
        if attached and first > 0:
            fits = verb.speaks or "infinitive" not in verb.takes
            return (clause.phrase_before(first) if fits else None), False
        if last is None and participle and _opens_sentence(clause, first):
            comma = next((k for k in range(first, len(clause.units)) if clause.form(k) in (",", QUOTATION)), None)
            return (clause.phrase_after(comma + 1, apposition=False) if comma else None), True
    else:
        subject = clause.subject_before(first)
        if subject:
            return subject, False
        if not clause.is_class(first - 1, "joining") and before not in COMMAS | {QUOTATION}:
            return None, False
    if last and last.source and last.source[1] <= first:
        return last.source, True
    return clause.opening_subject(first), True


def _opens_sentence(clause: Clause, i: int) -> bool:
    """Whether only a preposition or a subordinator stands before a participle ("After saying so, Ms. Berg left")."""
    return i == 0 or (i == 1 and (clause.is_class(0, "preposition") or clause.is_class(0, "subordinator")))


def _inverted(clause: Clause, verb: Verb, first: int, end: int) -> Found | None:
    """'"It will open," said the envoy': the source stands after the cue, and what is said before both."""
    quoted = clause.form(first - 1) == QUOTATION
    if not verb.speaks or not verb.tenses & {"past", "present"} or not (quoted or clause.form(first - 1) in COMMAS):
        return None
    source = clause.phrase_after(end) if _opens_source(clause, end, quoted) else None
    left = left_of(clause, first, 0)
    if source is None or left is None or not (quoted or _may_invert(clause, first, source)):
        return None
    return Found(source, (first, end), [left, *quotations_after(clause, source[1])], speaks=True)


def _opening(clause: Clause, end: int) -> Found | None:
    """'Said Ada Berg: "It is open."'"""
    source = clause.phrase_after(end) if clause.is_capital(end) else None
    rest = rest_from(clause, source[1] + 1) if source and clause.form(source[1]) == ":" else None
    return Found(source, (0, end), [rest], speaks=True) if rest else None


def _opens_source(clause: Clause, i: int, quoted: bool) -> bool:
    """Whether the phrase after a cue can be who speaks: a name, "the envoy"; after a quotation, other nouns as well."""
    if clause.is_capital(i) or (clause.is_class(i, "determiner") and clause.form(i) != "that"):
        return True
    closed = ("preposition", "time", "introducing")
    return quoted and clause.form(i) not in BREAKS | {""} and not any(clause.is_class(i, c) for c in closed)


def _may_invert(clause: Clause, first: int, source: Range) -> bool:
    """Whether a cue after a comma has its source behind it: no name before it, and there a name and a stop."""
    before = clause.subject_before(first)
    named = before is not None and any(clause.is_capital(k) for k in range(*before))
    stops = any(clause.form(k) in BREAKS for k in range(source[0], len(clause.units)))
    return not named and stops and clause.is_name(source)
