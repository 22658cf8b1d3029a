"""What is new of a commitment since a day, and a briefing that keeps to it."""

from collections.abc import Iterable
from datetime import date

from aide_memoire.following.assess import assess
from aide_memoire.records import Assessment, Briefing, Line, Record
from aide_memoire.views.cells import word_day, word_later, word_state
from aide_memoire.views.lines import report_day
from aide_memoire.views.rows import Row
from aide_memoire.views.wording import word_date


class News(Record, frozen=True, kw_only=True):
    """What was published of a commitment after a day: the numbers of its statements, 0 if it was made only then.

    `before` is the assessment on that day, None if the commitment was not known yet.
    """

    commitment: str
    statements: tuple[int, ...]
    before: Assessment | None


class Narrowed(Briefing, frozen=True, kw_only=True):
    """A briefing of a part: of what is new `since` a day, or of what the ledger had read at the end of `known_at`."""

    since: str | None
    known_at: str | None
    news: tuple[News, ...]


def find_news(lines: Iterable[Line], since: date) -> tuple[News, ...]:
    """Find what was published after a day, a row for each commitment that has something.

    As in every answer as of a day, a report counts from the last day that its date can mean; one without a date is new.
    """
    found = (_find_news(line, since) for line in lines)
    return tuple(news for news in found if news.statements)


def list_news_rows(briefing: Briefing) -> dict[str, tuple[Row, ...]]:
    """The rows on what is new, by the id of the commitment; none in a briefing that does not ask for it."""
    if not isinstance(briefing, Narrowed) or briefing.since is None:
        return {}
    day = word_date(briefing.since)
    lines = {line.commitment.id: line for section in briefing.sections for line in section.lines}
    return {
        news.commitment: (("new", _word_new(lines[news.commitment], news)), ("before", _word_before(news, day)))
        for news in briefing.news
    }


def _find_news(line: Line, since: date) -> News:
    statements = line.commitment.statements
    days = [report_day(linked) for linked in statements]
    new = tuple(number for number, day in enumerate(days) if day is None or day > since)
    known = [linked for number, linked in enumerate(statements) if number not in new]
    before = None if 0 in new else assess(known).assessment
    return News(commitment=line.commitment.id, statements=new, before=before)


def _word_new(line: Line, news: News) -> str:
    """What came: "made 9 June 2021; restated once, last 10 June 2021, North Wire"."""
    first, *_ = statements = line.commitment.statements
    made = f"made {word_day(first)}" if 0 in news.statements else None
    later = word_later((first, *(statements[number] for number in news.statements if number)))
    return "; ".join(words for words in (made, later) if words)


def _word_before(news: News, day: str) -> str:
    return f"{word_state(news.before)} on {day}" if news.before else f"not yet known on {day}"
