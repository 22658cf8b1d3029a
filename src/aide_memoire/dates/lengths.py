"""What the shapes of durations, sets and references mean: "18 months", "twice a year", "currently"."""

import msgspec

from aide_memoire.dates.context import Context, Meaner, duration
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.tokens import FILLER, code

_NUMBERS = tuple(map(code, ("N_12", "N_31", "N_99", "N_999", "N_BIG", "NUMBER", "TENS", "HUNDRED", "DOZEN")))
_REACH = 4  # words before a rate in which its number stands


def _length(match: Match, context: Context) -> Meaning | None:
    unit, count = match.value("unit"), match.number("count")
    if count is not None and match.words()[-1] == "half":
        count += 0.5
    if count is None and not match.word("unit").endswith("s") and "-" not in match.words():
        return None  # "thousands of day labourers"
    if unit == "quarter" and (count is None or count == 1 or count > 20 or "-" in match.words()):
        return None  # "a quarter", "three-quarters": a share
    if match.words()[0] in ("a", "an") and len(match.words()) == 2 and _is_rate(match):
        return None
    if unit in ("minute", "second", "hour") and match.tokens.text[match.tokens.starts[match.at("unit")]].isupper():
        return None  # "60 Minutes": the name of a programme
    if count is not None and 1900 <= count <= 2100 and not match.word("unit").endswith("s"):
        return None  # "the 1988 period": a year
    return Meaning(type="DURATION", value=duration(count, unit), length=(count, unit))


def _is_rate(match: Match) -> bool:
    """Say whether a unit only says how often something is counted: "four flights a week"."""
    start, tokens = match.start, match.tokens
    counted = start > 1 and tokens.classes[start - 1] == FILLER and tokens.words[start - 1].isalpha()
    if not counted or not tokens.words[start - 1].endswith("s"):
        return False
    return any(tokens.classes[place] in _NUMBERS for place in range(max(0, start - _REACH), start - 1))


def _unit_long(match: Match, context: Context) -> Meaning | None:
    plural = match.word("unit").endswith("s")
    count, unit = (None if plural else 1.0), match.value("unit")
    return Meaning(type="DURATION", value=duration(count, unit), length=(count, unit))


def _vague_lengths(match: Match, context: Context) -> Meaning | None:
    unit = match.value("unit")
    return Meaning(type="DURATION", value=duration(None, unit), length=(None, unit))


def _recent_lengths(match: Match, context: Context) -> Meaning | None:
    meaning = _length(match, context)
    relation = match.tokens.value(match.at("rel"))
    kind = match.tokens.classes[match.at("rel")]
    near = int(relation) if kind in (code("LAST"), code("NEXT"), code("FOLLOWING")) else None
    return msgspec.structs.replace(meaning, relation=near) if meaning else None


def _recent_units(match: Match, context: Context) -> Meaning | None:
    meaning = _vague_lengths(match, context)
    return msgspec.structs.replace(meaning, relation=match.relation("rel")) if meaning else None


def _to_come(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value="FUTURE_REF")


def _rate(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=duration(1, match.value("unit")))


def _every(match: Match, context: Context) -> Meaning | None:
    count = match.number("count") if match.has("count") else match.ordinal("ordinal") if match.has("ordinal") else 1
    return Meaning(type="SET", value=duration(count or 2, match.value("unit")))


def _every_day(match: Match, context: Context) -> Meaning | None:
    part = "T" + match.value("part") if match.has("part") else ""
    return Meaning(type="SET", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}{part}")


def _every_month(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=f"XXXX-{int(match.value('month')):02}")


def _weekdays(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}")


def _weekday_parts(match: Match, context: Context) -> Meaning | None:
    """Read "Tuesday nights"."""
    part = match.tokens.entries[match.at("part")].value
    return Meaning(type="SET", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}T{part}")


def _the_past(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value="PAST_REF") if match.word("past") == "past" else None


def _reference(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value=match.value("reference"))


def _recent(match: Match, context: Context) -> Meaning | None:
    return _reference(match, context)


def _current(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value="PRESENT_REF")


def _set_adverb(match: Match, context: Context) -> Meaning | None:
    follows = match.tokens.starts[match.end : match.end + 1]
    if (
        match.tokens.text[match.tokens.starts[match.start]].isupper()
        and follows
        and match.tokens.text[follows[0]].isupper()
    ):
        return None  # "the Daily Star"
    if match.value("set") == "P1Q" and match.tokens.classes[match.end : match.end + 1] == FILLER:
        return None  # "a quarterly dividend": a kind of dividend
    return Meaning(type="SET", value=match.value("set"))


LENGTHS: dict[str, Meaner] = {
    "length": _length,
    "unit_long": _unit_long,
    "vague_lengths": _vague_lengths,
    "recent_lengths": _recent_lengths,
    "recent_units": _recent_units,
    "to_come": _to_come,
    "rate": _rate,
    "every": _every,
    "every_day": _every_day,
    "every_month": _every_month,
    "weekdays": _weekdays,
    "weekday_parts": _weekday_parts,
    "the_past": _the_past,
    "reference": _reference,
    "recent": _recent,
    "current": _current,
    "set_adverb": _set_adverb,
}
