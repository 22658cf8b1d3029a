from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from aide_memoire.records import Assessment, Briefing
from aide_memoire.views.briefing import brief
from aide_memoire.views.html import write_html
from aide_memoire.views.markdown import write_markdown
from aide_memoire.views.news import Narrowed, find_news, list_news_rows
from aide_memoire.views.summary import word_title
from aide_memoire.views.terminal import show_briefing
from tests.views import builders
from tests.views.test_terminal import lay_out

HISTORY = builders.ferry_history(
    builders.told("restates", "2021-05-01"),
    builders.told("advances", "2021-06-01"),
    builders.told("fulfils", "2021-07-01"),
)


def make(since: date | None = None, known_at: date | None = None) -> Briefing:
    commitments = [HISTORY, replace(builders.fees_commitment(), id="old")]
    return brief(commitments, builders.find_document, by="holder", as_of=builders.DAY, since=since, known_at=known_at)


@pytest.mark.parametrize(
    ("since", "numbers", "before"),
    [
        (date(2021, 2, 28), (0, 1, 2, 3), None),
        (date(2021, 3, 1), (1, 2, 3), "announced"),
        (date(2021, 5, 31), (2, 3), "announced"),
        (date(2021, 6, 1), (3,), "in_progress"),
    ],
)
def test_what_was_published_after_the_day_is_new(
    since: date, numbers: tuple[int, ...], before: Assessment | None
) -> None:
    briefing = make(since)
    assert isinstance(briefing, Narrowed)
    news = {one.commitment: one for one in briefing.news}[HISTORY.id]
    assert (news.statements, news.before) == (numbers, before)


def test_lines_without_anything_new_are_left_out_with_their_documents() -> None:
    briefing = make(date(2021, 5, 31))
    assert [line.commitment.id for section in briefing.sections for line in section.lines] == [HISTORY.id]
    assert make(date(2021, 7, 1)).sections == ()
    assert make(date(2021, 7, 1)).documents == ()


def test_a_report_of_a_month_is_new_until_the_month_is_over() -> None:
    made = replace(builders.fees_commitment().statements[0], published="2021-03")
    commitment = replace(builders.fees_commitment(), statements=(made,))
    lines = brief([commitment], lambda _: None, by="due", as_of=builders.DAY).sections[0].lines
    assert find_news(lines, date(2021, 3, 30)) != ()
    assert find_news(lines, date(2021, 3, 31)) == ()


def test_it_is_the_same_that_a_briefing_of_that_day_says() -> None:
    day = date(2021, 6, 1)
    then = [linked for linked in HISTORY.statements if str(linked.published) <= day.isoformat()]
    (section,) = brief([replace(HISTORY, statements=tuple(then))], lambda _: None, by="due", as_of=day).sections
    (news,) = find_news(make(day).sections[0].lines, day)
    assert news.before == section.lines[0].assessed.assessment == "in_progress"


def test_what_is_new_is_said_in_words() -> None:
    assert list_news_rows(make(date(2021, 5, 31)))[HISTORY.id] == (
        ("new", "advanced once, last 1 June 2021, Wire; fulfilled once, last 1 July 2021, Wire"),
        ("before", "announced on 31 May 2021"),
    )
    assert dict(list_news_rows(make(date(2021, 1, 1)))["old"]) == {
        "new": "made 1 March 2021",
        "before": "not yet known on 1 January 2021",
    }
    assert list_news_rows(make()) == {} == list_news_rows(make(known_at=builders.DAY))


def test_every_format_says_it() -> None:
    briefing = make(date(2021, 6, 30))
    shown = lay_out(show_briefing(briefing), width=200)
    assert "  new           fulfilled once, last 1 July 2021, Wire" in shown.splitlines()
    assert "  before        in progress on 30 June 2021" in shown.splitlines()
    written = write_markdown(briefing)
    assert "    - new: fulfilled once, last 1 July 2021, Wire\n    - before: in progress on 30 June 2021\n" in written
    assert "<dt>before</dt>\n<dd><bdi>in progress on 30 June 2021</bdi></dd>" in write_html(briefing)
    encoded = msgspec.json.decode(msgspec.json.encode(briefing))
    assert (encoded["since"], encoded["news"]) == (
        "2021-06-30",
        [{"commitment": HISTORY.id, "statements": [3], "before": "in_progress"}],
    )
    assert msgspec.json.decode(msgspec.json.encode(briefing), type=Narrowed) == briefing


def test_a_briefing_of_everything_has_no_news() -> None:
    assert type(make()) is Briefing
    assert set(msgspec.json.decode(msgspec.json.encode(make()))) == {"as_of", "by", "sections", "documents"}


def test_the_title_says_what_it_is_narrowed_to() -> None:
    assert word_title(make(date(2021, 6, 1))) == (
        "Commitments as of 2 June 2022, by holder, with news since 1 June 2021"
    )
    assert word_title(make(known_at=date(2022, 7, 1))) == (
        "Commitments as of 2 June 2022, by holder, from what the ledger had read by the end of 1 July 2022 (UTC)"
    )


def test_that_there_is_nothing_is_said_with_what_to_do() -> None:
    nothing = make(date(2022, 1, 1))
    for written in (write_markdown(nothing), write_html(nothing), lay_out(show_briefing(nothing))):
        assert "Nothing was published of any commitment after 1 January 2022. Name an earlier day." in written
    unread = brief([], lambda _: None, by="due", as_of=builders.DAY, known_at=builders.DAY)
    assert "The ledger had read of no commitments by then." in lay_out(show_briefing(unread))
