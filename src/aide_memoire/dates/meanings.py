"""What each shape of the grammar means: one function a shape, by the shape's name.

A function gives None where the words turn out to be no time expression ("2000 troops"), and a Meaning without value
where they are one that cannot be understood (a weekday, say, when the day of the text is unknown).
"""

from aide_memoire.dates.context import Meaner
from aide_memoire.dates.days import DAYS
from aide_memoire.dates.impossible import IMPOSSIBLE
from aide_memoire.dates.lengths import LENGTHS
from aide_memoire.dates.months import MONTHS
from aide_memoire.dates.quarters import QUARTERS
from aide_memoire.dates.relations import RELATIONS
from aide_memoire.dates.years import YEARS

MEANINGS: dict[str, Meaner] = {**IMPOSSIBLE, **DAYS, **MONTHS, **QUARTERS, **YEARS, **RELATIONS, **LENGTHS}
