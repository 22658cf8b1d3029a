"""The day of the event that a deadline hangs on, out of what other documents report, and when it is due by that.

"Within 30 days of ratification of the Halden Treaty" and, later, "Oslo ratified the Halden Treaty on 9 May": the event
has to be the very one, by all of its words; likeness counts for nothing, and two days for one event leave it open.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from aide_memoire.dates import bounds, happening_at, is_empty_word, place_anchor
from aide_memoire.following.match import REPEAT_DAYS, is_named, party_of
from aide_memoire.following.stem import iter_words, stem
from aide_memoire.ledger import Ledger
from aide_memoire.records import Anchor, AnchorDay, Commitment, LinkedStatement, Occurrence, Statement

HELD = "occurrence"
"""The kind of "hold" and "take place", by which it is told that a summit was."""

TELLING = 2
"""How many words an event without a name needs, besides its verb or noun, to be told from others of its kind."""


class _Words(NamedTuple):
    """The words of an event: kinds of happening and stems, which of them are happenings, which written as names."""

    kinds: frozenset[str]
    happenings: frozenset[str]
    names: frozenset[str]
    held: bool
    repeats: bool


def iter_dated(ledger: Ledger, *, as_of: date | None = None, known_at: date | None = None) -> Iterator[Commitment]:
    """Iterate over the ledger's commitments as of a day, those whose deadline hangs on a known event with its day."""
    known: dict[str, list[Occurrence]] | None = None
    for commitment in ledger.iter_commitments(as_of=as_of, known_at=known_at):
        anchor = _open_anchor(commitment)
        if anchor is None:
            yield commitment
            continue
        if known is None:
            known = _by_head(ledger.iter_occurrences(as_of=as_of, known_at=known_at))
        told = [one for head in sorted({HELD, *_read(anchor.text).happenings}) for one in known.get(head, ())]
        yield replace(commitment, anchor_day=find_anchor_day(commitment.statements[0], told))


def date_due(
    ledger: Ledger, commitment: Commitment, *, as_of: date | None = None, known_at: date | None = None
) -> Commitment:
    """Give one commitment with the day of the event that its deadline hangs on, where that is known as of a day."""
    if _open_anchor(commitment) is None:
        return commitment
    known = ledger.iter_occurrences(as_of=as_of, known_at=known_at)
    return replace(commitment, anchor_day=find_anchor_day(commitment.statements[0], known))


def find_anchor_day(made: LinkedStatement, occurrences: Iterable[Occurrence]) -> AnchorDay | None:
    """Find when a deadline is due by the event that it hangs on; None where no report dates it, or two differ.

    Of several reports of one day that which was published first is given. Their order does not matter.
    """
    due = made.statement.due
    if due is None or due.edtf is not None or due.anchor is None:
        return None
    found = _agreed([one for one in occurrences if one.statement.when and is_the_event(due.anchor, made, one)])
    if found is None or found.statement.when is None:
        return None
    edtf = place_anchor(due.anchor, found.statement.when)
    return AnchorDay(edtf=edtf, occurrence=found) if edtf is not None else None


def is_the_event(anchor: Anchor, made: LinkedStatement, occurrence: Occurrence) -> bool:
    """Whether a report tells of the very event that a commitment's deadline hangs on.

    Its verb is the anchor's, all of the anchor's words are in it, and something names the event: a name, the same
    instrument on both sides, or two words besides, of the same party.
    """
    told = occurrence.statement
    sought, said = _read(anchor.text), _read(told.text)
    head = _kind_at_head(told)
    is_told = head in sought.happenings or (sought.held and head == HELD)
    if not is_told or not sought.kinds <= said.kinds:
        return False
    instrument = _same_instrument(made.statement, told)
    if instrument is False or not (instrument or sought.names or _is_of_a_party(sought, made.statement, told)):
        return False
    return _is_in_time(made, occurrence, named=bool(instrument), repeats=sought.repeats)


def _open_anchor(commitment: Commitment) -> Anchor | None:
    """The event that a deadline without a date hangs on."""
    due = commitment.making.due
    return due.anchor if due is not None and due.edtf is None else None


def _by_head(occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    index: dict[str, list[Occurrence]] = {}
    for one in occurrences:
        index.setdefault(_kind_at_head(one.statement), []).append(one)
    return index


@lru_cache(maxsize=50_000)
def _read(text: str) -> _Words:
    """The words of an event with the kinds of happenings that they name: "Oslo ratified it" is oslo, ratification."""
    words = list(iter_words(text))
    lower = [word.lower() for word in words]
    kinds: set[str] = set()
    happenings: set[str] = set()
    names: set[str] = set()
    held = repeats = False
    place = 0
    while place < len(words):
        event, width = happening_at(lower, place)
        kind = event.id if event and event.one else stem(lower[place + max(width, 1) - 1])
        if event is not None:
            happenings.add(kind)
            held, repeats = held or event.occasion, repeats or event.repeats
        if (event or not is_empty_word(lower[place])) and not (event and event.id in ("date", "day")):
            kinds.add(kind)
            names |= {kind} if event is None and words[place][0].isupper() else set()
        place += max(width, 1)
    return _Words(frozenset(kinds), frozenset(happenings), frozenset(names), held, repeats)


def _kind_at_head(told: Statement) -> str:
    """The kind of happening that a statement's head names, with the words behind it: "entered" into force."""
    behind = told.text[max(0, told.head.start - told.start) :]
    words = [word.lower() for word in iter_words(behind[:60])]
    event, width = happening_at(words, 0)
    if event is not None and event.one:
        return event.id
    return stem(words[max(width, 1) - 1]) if words else ""


def _same_instrument(made: Statement, told: Statement) -> bool | None:
    """Whether both rest on one named instrument; None where one of them names none."""
    if not is_named(made.instrument) or not is_named(told.instrument):
        return None
    return made.instrument.id == told.instrument.id


def _is_of_a_party(sought: _Words, made: Statement, told: Statement) -> bool:
    """Whether an event without a name is told by its words and is of a side of the commitment."""
    if len(sought.kinds - sought.happenings) < TELLING or told.holder is None:
        return False
    return party_of(told.holder) in {party_of(actor) for actor in (made.holder, *made.counterparts) if actor}


def _is_in_time(made: LinkedStatement, occurrence: Occurrence, *, named: bool, repeats: bool) -> bool:
    """Whether it happened after the commitment was made, soon after where there is one again and again.

    What happens to a named instrument ("entered into force") happens once, before or after.
    """
    if named and not repeats:
        return True
    if made.published is None or occurrence.statement.when is None:
        return False
    first, last = bounds(made.published)[0], bounds(occurrence.statement.when)[1]
    if first is None or last is None or last < first:
        return False
    return not repeats or (last - first).days <= REPEAT_DAYS


def _agreed(found: Sequence[Occurrence]) -> Occurrence | None:
    """Of reports of one day that with the most precise date, the first published; None where the days differ."""
    dated = [
        (first, last, one) for one in found for first, last in (_days(one),) if first is not None and last is not None
    ]
    if not dated or len(dated) < len(found):
        return None
    first, last, best = min(dated, key=lambda one: (one[1] - one[0], _order(one[2])))
    return best if all(early <= first and last <= late for early, late, _ in dated) else None


def _days(one: Occurrence) -> tuple[date | None, date | None]:
    return bounds(one.statement.when) if one.statement.when else (None, None)


def _order(one: Occurrence) -> tuple[date, str, int, str]:
    last = bounds(one.published)[1] if one.published else None
    return last or date.max, one.document, one.statement.start, one.statement.id
