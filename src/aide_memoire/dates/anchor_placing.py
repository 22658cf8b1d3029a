"""The time that hangs on an event, once the event has a date: 30 days after 9 May 2021 is 8 June 2021."""

import re

from aide_memoire.dates.edtf import bounds, day_of
from aide_memoire.dates.stretches import later
from aide_memoire.records import Anchor

_OFFSET = re.compile(r"(?P<sign>-?)P(?P<count>\d{1,4})(?P<unit>[DWMY])", re.ASCII)
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_FINEST = {len("2021"): "Y", len("2021-05"): "MY"}


def place_anchor(anchor: Anchor, edtf: str) -> str | None:
    """Give the EDTF of a time whose event is at `edtf`; None where the two do not give one.

    "Within 30 days of entry into force" (2021-05-09) is `2021-05-09/2021-06-08`, "before the summit" (2022-05) is
    `/2022-05`. A date keeps the precision of the event's: days after what is known by the month only have no date.
    """
    first, last = _ends(edtf)
    if first is None or last is None:
        return None
    if anchor.offset is not None:
        moved = _moved(anchor.offset, edtf)
        if moved is None:
            return None
        if anchor.relation == "within":
            early, late = sorted((edtf, moved))
            return f"{early}/{late}"
        first = last = moved
    match anchor.relation:
        case "before" | "by" | "until":
            return f"/{last}"
        case "after" | "from":
            return f"{first}/.."
        case _:
            return first if anchor.offset is not None else edtf


def _ends(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last date of an interval; of a date itself. None where an end is open."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return None, None
    head, _, tail = edtf.partition("/")
    return head, tail or head


def _moved(offset: str, edtf: str) -> str | None:
    """The date an offset later, as precise as it was: P6M from 2021-05 on is 2021-11; None where days are not known."""
    found = _OFFSET.fullmatch(offset)
    precise = found is not None and found["unit"] in _FINEST.get(len(edtf), "")
    first = bounds(edtf)[0]
    if found is None or first is None or not (precise or day_of(edtf)):
        return None
    try:
        moved = later(first, int(found["sign"] + found["count"]), _UNITS[found["unit"]])
    except (OverflowError, ValueError):
        return None
    return moved.isoformat()[: len(edtf)]
