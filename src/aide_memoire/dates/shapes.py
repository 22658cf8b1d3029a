"""The table of shapes: what time expressions look like, as patterns over the classes of words.

A pattern is a regular expression in which each upper-case name stands for one word of that class, so that
`(?P<rel>LAST) (?P<unit>UNIT)` is "last month". Names of GROUPS stand for a word of any of several classes, names of
MACROS for a piece of pattern. The table is ordered: of two shapes that begin at the same word the earlier wins, so that
longer shapes stand first.
"""

import msgspec

# Words of several classes that can stand in the same place.
GROUPS: dict[str, tuple[str, ...]] = {
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
MACROS: dict[str, str] = {
    "ORD": "(?:NTH|TENS HYPHEN? NTH)",
    "DAYNUM": "(?:SHORT|ORD)",
    "YEAR": "(?:N_YEAR|TEEN_CENTURY TENS (?:HYPHEN? NUMBER)?)",
    "MON": "(?:MONTH|MONTH_SHORT DOT?)",
    "WD": "(?:WEEKDAY|WEEKDAY_SHORT DOT?)",
    "CARDINAL": "(?:(?:A|ONES)? DOZEN|(?:DIGITS|TENS (?:HYPHEN? ONES)?|ONES|A(?=HUNDRED)) HUNDRED?|A? COUPLE)"
    "(?:FRACTION|AND A HALF)?",
    "COUNT": "(?:CARDINAL (?:JOIN CARDINAL)?|SOME|HALF A|A HALF|A)",
    "TIMEOFDAY": "(?:(?:CLOCK|DOTTED) MERIDIEM? ZONE?|N_12 MERIDIEM ZONE?|NOON)",
    "CALENDAR_DAY": "(?:(?:WD COMMA?)?(?:MON THE? DAYNUM (?:COMMA? YEAR)?|THE? DAYNUM OF? MON (?:COMMA? YEAR)?))",
    "SIDES": "(?:SIDE|AND BEYOND)",
    "SPOKEN": "ONES HUNDRED (?:AND? (?:ONES|TENS (?:HYPHEN? ONES)?))?",
    "YEARLATER": "(?=(?:COMMA|JOIN|DASH|THROUGH|UNTIL)+(?:THE? DAYNUM)? OF? (?P<other>MON) THE? DAYNUM? COMMA?"
    "(?P<year>YEAR))",
    "DAYREF": "(?:CALENDAR_DAY|(?:REL REL?)? WD|DEICTIC)",
    "YEARREF": "(?:FISCAL? YEAR|THE? REL REL? UNIT1|THE UNIT1|FISCAL)",
    "PERIOD": "(?:THE? (?:REL REL?|BACK) UNIT1|MON OF? REL UNIT1|MON COMMA? YEAR|MON|THE? DECADES"
    "|THE? ORD HYPHEN? UNIT|THE? ORD HYPHEN? QUARTER(?: OF? YEARREF)?|(?:THE|REL)? SEASON(?: OF? YEAR)?"
    "|FISCAL YEAR|YEAR|THE UNIT1)",
}


class Shape(msgspec.Struct, frozen=True):
    """One row of the grammar: its name, which is that of the function that says what it means, and its pattern."""

    name: str
    pattern: str


SHAPES = tuple(
    Shape(name, pattern)
    for name, pattern in (
        (
            "impossible_day",
            "(?:WD COMMA?)? (?:MON THE? DAYNUM|THE? DAYNUM OF? MON) (?P<number>N_99|N_999|N_BIG)",
        ),
        ("impossible_day", "(?:WD COMMA?)? MON THE? (?P<number>N_99|N_999|N_BIG) (?:COMMA? OF? YEAR)?"),
        ("impossible_day", "(?:WD COMMA?)? THE? N_99 OF? MON (?!DAYNUM) (?:COMMA? YEAR)?"),
        ("impossible_day", "(?:N_999|N_BIG) OF? MON COMMA? YEAR"),
        ("impossible_period", "NOLABEL OF? YEAR"),
        ("impossible_period", "YEAR NOLABEL"),
        ("impossible_period", "DIGITS ERA DOT?"),
        ("reign", "(?P<reign>REIGN) (?P<count>DIGITS)"),
        ("iso", "ISO"),
        ("slashed", "SLASHED"),
        ("clock_on_day", "NEAR? (?P<clock>TIMEOFDAY) (?:COMMA|ON)? (?P<date>DAYREF)"),
        ("clock_on_day", "NEAR? (?P<clock>TIMEOFDAY) (?P<date>THIS PART|TONIGHT)"),
        ("part_of_day", "(?:MOD HYPHEN?)? (?P<part>PART) (?P<date>DAYREF)"),
        ("part_of_day", "THE? (?:MOD HYPHEN?)? (?P<part>PART) OF (?P<date>DAYREF)"),
        ("part_of_day", "MOD? (?P<date>DAYREF) (?P<part>PART)"),
        ("part_nearby", "MOD? THE? (?P<rel>REL|BACK) (?P<part>PART)"),
        ("part_alone", "(?<=IN) THE (?P<part>PART)(?!OF|FILLER)"),
        ("part_alone", "(?P<mod>MOD) HYPHEN? (?P<part>PART)(?!FILLER)"),
        ("tonight", "(?:TONIGHT|OVERNIGHT)"),
        ("clock", "NEAR? (?P<clock>TIMEOFDAY)"),
        ("calendar_day", "(?:(?P<weekday>WD) COMMA?)? (?P<month>MON) THE? (?P<day>DAYNUM) YEARLATER"),
        ("calendar_day", "(?:(?P<weekday>WD) COMMA?)? THE? (?P<day>DAYNUM) OF? (?P<month>MON) YEARLATER"),
        (
            "calendar_day",
            "(?:(?P<weekday>WD) COMMA?|(?P<near>LAST|NEXT|THIS))? (?P<month>MON) THE? (?P<day>DAYNUM)"
            "(?:HYPHEN (?P<until>DAYNUM)(?!MON))?"
            "(?:COMMA? OF? (?P<year>YEAR)(?!UNITN)|COMMA? OF? (?P<rel>REL) (?P<unit>UNIT))?",
        ),
        (
            "calendar_day",
            "(?:(?P<weekday>WD) COMMA?)? THE? (?P<day>DAYNUM) (?:HYPHEN (?P<until>DAYNUM))? OF? (?P<month>MON)"
            "(?:COMMA? (?P<year>YEAR)(?!UNITN)|COMMA? OF? (?P<rel>REL) (?P<unit>UNIT))?",
        ),
        (
            "calendar_day",
            "THE? (?P<day>ORD) UNIT OF (?P<month>MON) COMMA? IN THE UNIT OF LORD (?P<spoken>SPOKEN)",
        ),
        ("week_of", "THE? (?P<unit>UNIT) OF (?P<date>CALENDAR_DAY)"),
        ("nth_of", "THE? (?P<nth>ORD|LAST) (?P<unit>UNIT1) OF (?P<date>PERIOD)"),
        ("nth_weekday", "THE? (?P<nth>ORD|LAST) (?P<weekday>WD) (?:OF|IN) (?P<date>PERIOD)"),
        ("beside", "THE (?P<unit>UNIT) (?P<way>BEFORE|AFTER) (?P<date>DAYREF|HOLIDAY YEAR?)"),
        ("next_but_one", "THE (?P<unit>UNIT1) (?:BEFORE (?P<rel>LAST)|AFTER (?P<rel_next>NEXT))(?!WD|UNIT1|MON)"),
        ("years_end", "(?P<rel>REL)? YEAREND"),
        ("end_of", "(?:NEAR|THE)? (?P<mod>ENDWORD) (?:OF|HYPHEN)? (?P<date>PERIOD)"),
        ("year_end", "(?:NEAR|THE|REL)? (?P<unit>UNIT) HYPHEN? (?P<mod>ENDWORD)"),
        ("month_of", "(?:MOD HYPHEN?)? (?P<month>MON) COMMA? OF? THE? (?P<rel>REL) REL? (?P<unit>UNIT)"),
        ("month", "(?:MOD HYPHEN?)? (?P<month>MON) (?:OF|COMMA)? (?P<year>YEAR) SIDES?"),
        ("month", "(?:MOD HYPHEN?)? (?P<month>MON) YEARLATER"),
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
        ("year_quarter", "THE (?P<year>YEAR) QUARTER"),
        ("label", "(?P<label>LABEL) (?:OF? (?P<year>YEAR))?"),
        (
            "of_last_year",
            "THE? (?P<rel>REL) UNIT (?P<poss>FILLER FILLER) (?:(?P<nth>ORD) HYPHEN?)? (?P<part>QUARTER|HALF)",
        ),
        ("of_last_year", "THE? (?P<rel>REL) UNIT (?P<poss>FILLER FILLER) (?P<season>SEASON)"),
        ("half", "(?:MOD|THE)? (?P<nth>ORD|REL) HYPHEN? (?P<half>HALF) (?:OF (?P<date>YEARREF))"),
        ("fiscal", "THE? FISCAL HYPHEN? (?P<year>YEAR)"),
        ("fiscal", "THE? (?P<year>YEAR) FISCAL"),
        ("fiscal_nearby", "THE? (?P<rel>REL|BACK) FISCAL"),
        ("later_in", "THE? (?P<mod>MOD) HYPHEN? (?:IN|OF)? (?P<date>PERIOD)"),
        ("decade", "THE? (?P<decade>DECADES)"),
        ("decade_nearby", "THE? (?P<rel>LAST|NEXT|THIS) (?P<unit>UNIT) (?P<half>HALF)?"),
        ("century", "THE? (?P<nth>ORD) HYPHEN? (?P<unit>UNIT)"),
        (
            "year_ago",
            "(?:THE|A)? ALIKE? (?P<unit>UNIT) HYPHEN (?P<way>AGO|MOD) (?:(?P<nth>ORD)? (?P<quarter>QUARTER)|SPELL)?",
        ),
        ("alike", "THE? (?:ALIKE|SAME) (?P<unit>UNIT|QUARTER|SPELL) (?:OF|IN)? THE? (?P<rel>LAST|THIS) (?P<year>UNIT)"),
        (
            "alike",
            "(?:THE (?:ALIKE|SAME)?|ALIKE|SAME) (?P<unit>UNIT|QUARTER|SPELL) (?:OF|IN)? A (?P<year>UNIT) (?:AGO|MOD)",
        ),
        ("latest", "THE? (?P<rel>LATEST) SPELL"),
        (
            "ago",
            "(?:NEAR|OVER)? (?P<count>COUNT) MORE? HYPHEN? (?P<unit>ANYUNIT) (?:JOIN CARDINAL ANYUNIT|ORSO)?"
            "(?P<way>AGO|AHEAD)",
        ),
        ("from_day", "(?<!FOR)(?P<count>COUNT) (?P<unit>ANYUNIT) FROM (?P<date>DAYREF)(?!TO|UNTIL|THROUGH|HYPHEN)"),
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
            "NEAR? THE? (?P<rel>LAST|NEXT|FOLLOWING|LATEST|ORD) (?P<count>CARDINAL (?:JOIN CARDINAL)?|SOME)"
            "MORE? (?P<unit>ANYUNIT) ORSO?",
        ),
        ("nearby", "THE? (?P<rel>REL REL?|BACK) MORE? (?P<unit>UNIT1) (?:ORSO|SIDES)?"),
        ("weekday_parts", "(?P<weekday>WD) (?P<part>PARTS)"),
        ("weekday", "(?:MOD HYPHEN?)? (?:THE? (?P<rel>REL REL?|BACK))? (?P<weekday>WD)"),
        ("weekdays", "(?P<weekday>WEEKDAYS)"),
        ("day_word", "(?:MOD HYPHEN?)? (?P<day>DEICTIC)"),
        ("holiday", "(?P<rel>REL)? (?P<holiday>HOLIDAY) (?:OF? (?P<year>YEAR)|OF? (?P<near>REL) UNIT)?(?!OF)"),
        ("one_day", "(?P<count>NUMBER) (?P<unit>UNIT)"),
        (
            "length",
            "NEAR? (?:THE|THIS)? (?P<count>COUNT) (?:MORE|SAME)? HYPHEN? (?P<unit>ANYUNIT)"
            "(?:(?:OR|HYPHEN)? HYPHEN? (?:LONG|SPELL|SO)|ORSO|AND A HALF)?(?!HYPHEN? OLD)",
        ),
        ("unit_long", "(?P<unit>ANYUNIT) HYPHEN LONG"),
        ("unit_long", "(?P<unit>UNITLONG)"),
        ("vague_lengths", "(?<=LEAD)(?:MORE)? (?P<unit>UNITN) (?:(?:OR|AND) (?P<second>UNITN))?(?!OF|AGO|LONG)"),
        ("recent_units", "THE? (?P<rel>LAST|NEXT) (?P<unit>UNITN)"),
        ("the_past", "THE (?P<past>LAST)(?!NUMBER)"),
        ("year", "THE UNIT (?P<year>YEAR)"),
        ("spoken_year", "THE UNIT (?P<year>SPOKEN)(?!ANYUNIT)"),
        ("fiscal_alone", "THE FISCAL(?!HYPHEN|YEAR|ORD)"),
        ("to_come", "THE UNITN (?:AND UNITN)? (?:TOCOME|TO COME)"),
        ("day_before", "THE (?:(?P<unit>UNIT1)|(?P<part>PART)) (?P<way>BEFORE|AFTER)(?=COMMA|DOT|STOP|$)"),
        ("the_unit", "THE (?P<unit>WEEKEND)(?!HYPHEN|OF|BEFORE|MOD)"),
        ("the_unit", "THE MORE? (?P<unit>UNIT1)(?!HYPHEN|OF|AGO|BEFORE|AFTER|MOD)"),
        ("reference", "(?P<reference>REF)"),
        ("current", "(?P<current>CURRENT)"),
        ("recent", "(?P<reference>RECENT)"),
        ("set_adverb", "(?P<set>SETADV)"),
        ("year", "(?P<year>YEAR) SIDES?"),
    )
)
