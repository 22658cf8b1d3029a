"""The shapes of time expressions: a table of patterns over the classes of words.

A pattern is a regular expression in which each upper-case name stands for one word of that class, so that
`(?P<rel>LAST) (?P<unit>UNIT)` is "last month". Names of MACROS stand for a piece of pattern. The table is ordered: of
two shapes that begin at the same word the earlier wins, so that longer shapes stand first.
"""

import re
from functools import cache

import msgspec

from aide_memoire.dates.tokens import atom

# Words of several classes that can stand in the same place.
_GROUPS: dict[str, tuple[str, ...]] = {
    "ONES": ("NUMBER", "TEEN_CENTURY"),
    "NTH": ("ORDINAL", "SECOND"),
    "SHORT": ("N_12", "N_31"),
    "DIGITS": ("N_12", "N_31", "N_99", "N_999", "N_YEAR", "N_BIG"),
    "UNIT1": ("UNIT", "QUARTER", "WEEKEND"),
    "UNITN": ("UNITS", "WEEKENDS"),
    "ANYUNIT": ("UNIT", "QUARTER", "WEEKEND", "UNITS", "WEEKENDS"),
    "REL": ("LAST", "NEXT", "THIS", "FOLLOWING", "LATEST", "CURRENT"),
    "BACK": ("THAT", "SAME"),
    "MERIDIEM": ("AM", "AMPM"),
    "SOME": ("VAGUE", "VAGUE_A"),
    "JOIN": ("AND", "OR", "TO", "HYPHEN"),
    "LEAD": ("FOR", "IN", "WITHIN", "OVER", "OF", "AFTER", "BEFORE", "DURING", "THROUGH"),
    "WHEN": ("IN", "BY", "UNTIL", "SINCE", "FROM", "DURING", "OVER", "THROUGH"),
    "NEAR": ("APPROX",),
}
_MACROS: dict[str, str] = {
    "ORD": "(?:NTH|TENS HYPHEN? NTH)",
    "DAYNUM": "(?:SHORT|ORD)",
    "YEAR": "(?:N_YEAR|TEEN_CENTURY TENS (?:HYPHEN? NUMBER)?)",
    "MON": "(?:MONTH|MONTH_SHORT DOT?)",
    "WD": "(?:WEEKDAY|WEEKDAY_SHORT DOT?)",
    "CARDINAL": "(?:(?:A|ONES)? DOZEN|(?:DIGITS|TENS (?:HYPHEN? ONES)?|ONES|A(?=HUNDRED)) HUNDRED?|A? COUPLE)"
    "(?:FRACTION|AND A HALF)?",
    "COUNT": "(?:CARDINAL (?:JOIN CARDINAL)?|SOME|A)",
    "TIMEOFDAY": "(?:(?:CLOCK|DOTTED) MERIDIEM? ZONE?|N_12 MERIDIEM ZONE?|NOON)",
    "CALENDAR_DAY": "(?:(?:WD COMMA?)?(?:MON THE? DAYNUM (?:COMMA? YEAR)?|THE? DAYNUM OF? MON (?:COMMA? YEAR)?))",
    "DAYREF": "(?:CALENDAR_DAY|(?:REL REL?)? WD|DEICTIC)",
    "YEARREF": "(?:FISCAL? YEAR|THE? REL REL? UNIT1|THE UNIT1|FISCAL)",
    "PERIOD": "(?:THE? (?:REL REL?|BACK) UNIT1|MON OF? REL UNIT1|MON COMMA? YEAR|MON|THE? DECADES"
    "|THE? ORD HYPHEN? UNIT|THE? ORD HYPHEN? QUARTER(?: OF? YEARREF)?|(?:THE|REL)? SEASON(?: OF? YEAR)?"
    "|FISCAL YEAR|YEAR|THE UNIT1)",
}


# Words with which no shape begins, and words with which one never is at its end: most places are passed over by these.
_NEVER_FIRST = (
    *(
        "COMMA",
        "DOT",
        "HYPHEN",
        "DASH",
        "SLASH",
        "OF",
        "AND",
        "OR",
        "TO",
        "IN",
        "ON",
        "AT",
        "FOR",
        "BY",
        "BEFORE",
        "AFTER",
    ),
    *(
        "UNTIL",
        "FROM",
        "BETWEEN",
        "WITHIN",
        "SINCE",
        "THROUGH",
        "DURING",
        "BEYOND",
        "LONG",
        "OLD",
        "SO",
        "THEN",
        "SPELL",
    ),
    *("AGO", "AHEAD", "AM", "AMPM", "ZONE", "TIMES_WORD"),
)
_NEVER_ALONE = (
    *(
        "THE",
        "A",
        "THIS",
        "THAT",
        "SAME",
        "NEXT",
        "FOLLOWING",
        "LATEST",
        "MOD",
        "ENDWORD",
        "EVERY",
        "TIMES",
        "APPROX",
        "MORE",
    ),
    *("VAGUE", "VAGUE_A", "COUPLE", "DOZEN", "HUNDRED", "NUMBER", "TENS", "N_12", "N_31", "N_99", "N_999", "N_BIG"),
    *("ORDINAL", "SECOND", "HALF", "FISCAL", "PART"),
)


class Shape(msgspec.Struct, frozen=True):
    """One row of the grammar: its name, which is that of the function that says what it means, and its pattern."""

    name: str
    pattern: str


SHAPES = tuple(
    Shape(name, pattern)
    for name, pattern in (
        ("iso", "ISO"),
        ("slashed", "SLASHED"),
        ("clock_on_day", "NEAR? (?P<clock>TIMEOFDAY) (?:COMMA|ON)? (?P<date>DAYREF)"),
        ("part_of_day", "(?:MOD HYPHEN?)? (?P<part>PART) (?P<date>DAYREF)"),
        ("part_of_day", "THE? (?:MOD HYPHEN?)? (?P<part>PART) OF (?P<date>DAYREF)"),
        ("part_of_day", "MOD? (?P<date>DAYREF) (?P<part>PART)"),
        ("part_nearby", "MOD? THE? (?P<rel>REL|BACK) (?P<part>PART)"),
        ("tonight", "(?:TONIGHT|OVERNIGHT)"),
        ("clock", "NEAR? (?P<clock>TIMEOFDAY)"),
        (
            "calendar_day",
            "(?:(?P<weekday>WD) COMMA?|(?P<near>LAST|NEXT|THIS))? (?P<month>MON) THE? (?P<day>DAYNUM) (?:HYPHEN (?P<until>DAYNUM)(?!MON))?"
            "(?:COMMA? OF? (?P<year>YEAR)(?!UNITN)|COMMA? OF? (?P<rel>REL) (?P<unit>UNIT))?",
        ),
        (
            "calendar_day",
            "(?:(?P<weekday>WD) COMMA?)? THE? (?P<day>DAYNUM) (?:HYPHEN (?P<until>DAYNUM))? OF? (?P<month>MON)"
            "(?:COMMA? (?P<year>YEAR)(?!UNITN)|COMMA? OF? (?P<rel>REL) (?P<unit>UNIT))?",
        ),
        ("week_of", "THE? (?P<unit>UNIT) OF (?P<date>CALENDAR_DAY)"),
        ("end_of", "(?:NEAR|THE)? (?P<mod>ENDWORD) (?:OF|HYPHEN)? (?P<date>PERIOD)"),
        ("year_end", "(?:NEAR|THE|REL)? (?P<unit>UNIT) HYPHEN? (?P<mod>ENDWORD)"),
        ("month_of", "(?:MOD HYPHEN?)? (?P<month>MON) COMMA? OF? THE? (?P<rel>REL) REL? (?P<unit>UNIT)"),
        ("month", "(?:MOD HYPHEN?)? (?P<month>MON) (?:OF|COMMA)? (?P<year>YEAR)"),
        ("month_nearby", "(?:MOD HYPHEN?)? (?P<rel>REL) (?:NEXT)? (?P<month>MON)"),
        ("month", "(?:MOD HYPHEN?)? (?P<month>MON)(?!HYPHEN? UNIT1)"),
        ("season", "THE? (?:MOD HYPHEN?)? (?P<season>SEASON) (?:OF? (?P<year>YEAR)|OF? (?P<rel>REL) UNIT)"),
        ("season", "(?:MOD HYPHEN?)? (?P<near>REL REL?) (?P<season>SEASON)"),
        (
            "season",
            "(?<=WHEN) THE? (?:MOD HYPHEN?)? (?P<season>SEASON)",
        ),
        ("season", "(?:THE (?:MOD HYPHEN?)?|MOD HYPHEN?) (?P<season>SEASON)(?!FILLER)"),
        (
            "quarter",
            "(?:MOD|THE)? (?:(?P<near>REL)|(?P<year>YEAR))? FISCAL? (?P<nth>ORD) (?:HYPHEN|FISCAL)? QUARTER"
            "(?:COMMA? OF? (?P<later_year>(?:THE? FISCAL)? YEAR)| OF (?P<rel>REL) FISCAL? UNIT?)?",
        ),
        ("label", "(?P<label>LABEL) (?:OF? (?P<year>YEAR))?"),
        ("half", "(?:MOD|THE)? (?P<nth>ORD|REL) HYPHEN? (?P<half>HALF) (?:OF (?P<date>YEARREF))"),
        ("fiscal", "THE? FISCAL HYPHEN? (?P<year>YEAR)"),
        ("fiscal_nearby", "THE? (?P<rel>REL|BACK) FISCAL"),
        ("later_in", "THE? (?P<mod>MOD) HYPHEN? (?:IN|OF)? (?P<date>PERIOD)"),
        ("decade", "THE? (?P<decade>DECADES)"),
        ("decade_nearby", "THE? (?P<rel>LAST|NEXT|THIS) (?P<unit>UNIT) (?P<half>HALF)?"),
        ("century", "THE? (?P<nth>ORD) HYPHEN? (?P<unit>UNIT)"),
        ("year_ago", "THE? (?P<unit>UNIT) HYPHEN (?P<way>AGO|MOD) (?:QUARTER|SPELL)?"),
        ("latest", "THE? (?P<rel>LATEST) SPELL"),
        (
            "ago",
            "NEAR? (?P<count>COUNT) MORE? HYPHEN? (?P<unit>ANYUNIT) (?:JOIN CARDINAL ANYUNIT|OR SO)? (?P<way>AGO|AHEAD)",
        ),
        ("ago", "(?P<unit>UNITN) (?:OR ANYUNIT)? (?P<way>AGO)"),
        (
            "earlier",
            "NEAR? (?P<count>COUNT) MORE? HYPHEN? (?P<unit>ANYUNIT) (?P<way>MOD|AFTERWARDS)(?! HYPHEN? (?:PERIOD))",
        ),
        ("rate", "(?P<times>TIMES|CARDINAL TIMES_WORD) (?:A|EVERY) (?P<unit>UNIT1)"),
        ("every", "EVERY (?P<ordinal>ORD|OTHER)? (?P<count>CARDINAL)? (?P<unit>ANYUNIT)"),
        ("every_day", "EVERY (?P<weekday>WD) (?P<part>PART)?"),
        ("every_month", "EVERY (?P<month>MON)"),
        (
            "recent_lengths",
            "THE? (?P<rel>LAST|NEXT|FOLLOWING|LATEST|ORD) (?P<count>CARDINAL (?:JOIN CARDINAL)?|SOME)"
            "MORE? (?P<unit>ANYUNIT) (?:OR SO)?",
        ),
        ("nearby", "THE? (?P<rel>REL REL?|BACK) MORE? (?P<unit>UNIT1)"),
        ("weekday_parts", "(?P<weekday>WD) (?P<part>PARTS)"),
        ("weekday", "(?:MOD HYPHEN?)? (?P<rel>REL REL?|BACK)? (?P<weekday>WD)"),
        ("weekdays", "(?P<weekday>WEEKDAYS)"),
        ("day_word", "(?:MOD HYPHEN?)? (?P<day>DEICTIC)"),
        ("holiday", "(?P<rel>REL)? (?P<holiday>HOLIDAY) (?:OF? (?P<year>YEAR)|OF? (?P<near>REL) UNIT)?"),
        (
            "length",
            "NEAR? (?:THE|THIS)? (?P<count>CARDINAL (?:JOIN CARDINAL)?|SOME|A) (?:MORE|SAME)? HYPHEN? (?P<unit>ANYUNIT)"
            "(?:(?:OR|HYPHEN)? HYPHEN? (?:LONG|SPELL|SO)|OR SO|AND A HALF)?(?!HYPHEN? OLD)",
        ),
        ("unit_long", "(?P<unit>ANYUNIT) HYPHEN LONG"),
        ("vague_lengths", "(?<=LEAD)(?:MORE)? (?P<unit>UNITN) (?:(?:OR|AND) (?P<second>UNITN))?(?!OF|AGO|LONG)"),
        ("recent_units", "THE? (?P<rel>LAST|NEXT) (?P<unit>UNITN)"),
        ("the_past", "THE (?P<past>LAST)(?!NUMBER)"),
        ("the_unit", "THE (?P<unit>UNIT1)(?!HYPHEN|OF|AGO|BEFORE|AFTER|MOD)"),
        ("reference", "(?P<reference>REF)"),
        ("current", "(?P<current>CURRENT)"),
        ("recent", "(?P<reference>RECENT)"),
        ("set_adverb", "(?P<set>SETADV)"),
        ("year", "(?P<year>YEAR)"),
    )
)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Turn a pattern of class names into a regular expression over `Tokens.classes`."""
    while True:
        expanded = re.sub(r"\b[A-Z_0-9]+\b", lambda name: _MACROS.get(name[0], name[0]), pattern)
        if expanded == pattern:
            break
        pattern = expanded
    return re.compile(re.sub(r"(?<![?])[A-Z][A-Z_0-9]*|\s", _class, pattern))


def _class(name: re.Match[str]) -> str:
    return "" if name[0].isspace() else " " if name[0] == "FILLER" else atom(*_GROUPS.get(name[0], (name[0],)))


class Grammar(msgspec.Struct, frozen=True):
    """The compiled table: one scanner over all shapes, and each shape's own pattern, which names its parts."""

    scanner: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]


@cache
def load_grammar() -> Grammar:
    """Compile the table once."""
    patterns = tuple(compile_pattern(shape.pattern) for shape in SHAPES)
    alternatives = (f"(?P<s{i}>{re.sub(r'[?]P<[a-z]+>', '?:', p.pattern)})" for i, p in enumerate(patterns))
    passed = f"(?![ \n]|{atom(*_NEVER_FIRST)}|{atom(*_NEVER_ALONE)}(?:[ \n]|{atom('COMMA', 'DOT')}|$))"
    return Grammar(re.compile(f"{passed}(?:{'|'.join(alternatives)})"), patterns)
