from aide_memoire.dates.edtf import bounds, day_of, is_edtf, to_edtf_day
from aide_memoire.dates.periods import find_periods
from aide_memoire.dates.timexes import find_timexes

__all__ = ["bounds", "day_of", "find_periods", "find_timexes", "is_edtf", "to_edtf_day"]
