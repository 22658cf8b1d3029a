from aide_memoire.dates.anchor_placing import place_anchor
from aide_memoire.dates.anchor_words import happening_at, is_empty_word
from aide_memoire.dates.anchors import find_anchored, find_anchors
from aide_memoire.dates.edtf import bounds, day_of, is_edtf, to_edtf_day
from aide_memoire.dates.periods import find_periods
from aide_memoire.dates.timexes import find_timexes

__all__ = [
    "bounds",
    "day_of",
    "find_anchored",
    "find_anchors",
    "find_periods",
    "find_timexes",
    "happening_at",
    "is_edtf",
    "is_empty_word",
    "place_anchor",
    "to_edtf_day",
]
