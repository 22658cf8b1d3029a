import re
import sys
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from lxml import etree
from msgspec.structs import replace
from rich.cells import cell_len

from aide_memoire.errors import AideMemoireError, LedgerError
from aide_memoire.records import Commitment, Effect
from aide_memoire.views.timeline import Timeline, lay_over_time, list_notes, word_count
from aide_memoire.views.timeline_axis import WIDTH, lay_axis, milliseconds, put_in_lanes
from aide_memoire.views.timeline_html import write_timeline_page
from aide_memoire.views.timeline_looks import LOOKS, find_look
from aide_memoire.views.timeline_picture import write_png, write_svg
from aide_memoire.views.timeline_places import Bar, cut, place
from aide_memoire.views.timeline_selection import select
from aide_memoire.views.timeline_text import show_timeline
from tests.views import builders
from tests.views.pages import Page
from tests.views.test_hostile import EVIL, poison
from tests.views.test_terminal import lay_out

EFFECTS = get_args(Effect)
SVG = "{http://www.w3.org/2000/svg}"


def lay(*commitments: Commitment, as_of: date = builders.DAY, most: int | None = None) -> Timeline:
    return lay_over_time(commitments, builders.find_document, as_of=as_of, most=most)


def copies(number: int) -> list[Commitment]:
    return [replace(builders.ferry_history(), id=f"{each:08d}") for each in range(number)]


def bar_of(edtf: str) -> Bar:
    timeline = lay(builders.ferry_history(due=builders.due(edtf)))
    (bar,) = place(timeline, lay_axis(timeline)).bars
    return bar


# --- rows -------------------------------------------------------------------------------------------------------


def test_a_row_says_what_who_and_what_became_of_it() -> None:
    (row,) = lay(builders.ferry_history(builders.told("fulfils", "2022-05-03"))).rows
    assert (row.headline, row.short, row.holder) == (
        "pledge: reopen the ferry line",
        "eeee3333",
        "Ministry of Transport (DNK)",
    )
    assert (row.instrument, row.assessment, row.state) == ("Skagerrak Accord", "fulfilled", "fulfilled")
    assert [(point.done, point.when) for point in row.points] == [("made", "1 March 2021"), ("fulfilled", "3 May 2022")]
    assert row.points[1].quote == f"“… {builders.TOLD} …”"
    assert row.points[1].report == "Wire: “Ferry line to reopen”"


@pytest.mark.parametrize(
    ("edtf", "first", "last", "when"),
    [
        ("/2022-05", date(2022, 5, 1), date(2022, 5, 31), "May 2022"),
        ("2022-05", date(2022, 5, 1), date(2022, 5, 31), "May 2022"),
        ("2021-06-09/2021-06-16", date(2021, 6, 9), date(2021, 6, 16), "16 June 2021"),
        ("2022-06-01", date(2022, 6, 1), date(2022, 6, 1), "1 June 2022"),
        ("2018-11-01/..", date(2018, 11, 1), None, "1 November 2018"),
        (None, None, None, "date unknown"),
    ],
)
def test_when_it_is_due_is_a_span(edtf: str | None, first: date | None, last: date | None, when: str) -> None:
    (row,) = lay(builders.ferry_history(due=builders.due(edtf))).rows
    assert row.due is not None
    assert (row.due.first, row.due.last, row.due.when) == (first, last, when)


def test_without_a_deadline_there_is_no_span() -> None:
    (row,) = lay(builders.ferry_history(due=None)).rows
    assert row.due is None


def test_a_report_of_inexact_date_stands_at_its_last_day() -> None:
    (row,) = lay(builders.ferry_history(builders.told("restates", "2021-06"))).rows
    assert (row.points[1].first, row.points[1].last) == (date(2021, 6, 1), date(2021, 6, 30))


def test_rows_are_by_date_of_making_and_the_latest_reports_are_kept() -> None:
    old, told, new = (replace(builders.ferry_history(), id=id) for id in ("old00000", "told0000", "new00000"))
    told = replace(told, statements=(*told.statements, builders.told("advances", "2022-01-01")))
    (made,) = new.statements
    new = replace(new, statements=(replace(made, published="2021-12-01"),))
    timeline = lay(new, told, old)
    assert [row.id for row in timeline.rows] == ["old00000", "told0000", "new00000"]
    assert word_count(timeline) == "3 commitments"
    timeline = lay(new, told, old, most=2)
    assert [row.id for row in timeline.rows] == ["told0000", "new00000"]
    assert word_count(timeline) == "2 of 3 commitments, those with the latest reports; 1 is left out"


# --- text -------------------------------------------------------------------------------------------------------


def test_the_text_is_a_dated_list_in_order_of_time() -> None:
    history = builders.ferry_history(builders.told("restates", "2021-06"), builders.told("fulfils", "2022-05-03"))
    shown = lay_out(show_timeline(lay(history)))
    assert shown.splitlines()[4:] == [
        "pledge: reopen the ferry line [eeee3333]",
        "  holder        Ministry of Transport (DNK)",
        "  instrument    Skagerrak Accord",
        "  1 March 2021  made       “… it would reopen the ferry line to Norway by May next year once the",
        "                           harbour is dredged”",
        "                           The Daily Sound: “Ferry line to reopen”",
        "  June 2021     restated   “… the ferry line to Norway is open again …”",
        "                           Wire: “Ferry line to reopen”",
        "  3 May 2022    fulfilled  “… the ferry line to Norway is open again …”",
        "                           Wire: “Ferry line to reopen”",
        "  May 2022      due        by May 2022 (“by May next year”); overdue since 1 June 2022",
        "  2 June 2022   as of      fulfilled",
    ]


def test_a_deadline_to_come_stands_after_the_day() -> None:
    shown = lay_out(show_timeline(lay(builders.ferry_history(), as_of=date(2021, 12, 1)))).splitlines()
    assert shown[-2].split()[:5] == ["1", "December", "2021", "as", "of"]
    assert shown[-1].endswith("by May 2022 (“by May next year”); upcoming")


def test_an_empty_timeline_says_so() -> None:
    assert "No commitments were known on this day." in lay_out(show_timeline(lay()))
    page = Page(write_timeline_page(lay()))
    assert "svg" not in page.tags and page.open == []


# --- looks ------------------------------------------------------------------------------------------------------


def test_every_effect_has_one_look_and_no_two_looks_share_a_shape() -> None:
    assert sorted(effect for look in LOOKS for effect in look.effects) == sorted(EFFECTS)
    assert len({look.shape for look in LOOKS}) == len(LOOKS)
    assert len({look.words for look in LOOKS}) == len(LOOKS)


def test_steps_forward_are_told_apart_and_from_steps_back() -> None:
    apart: tuple[Effect, ...] = ("makes", "restates", "advances", "partly_fulfils", "fulfils", "breaks", "disputes")
    assert len({find_look(effect).shape for effect in apart}) == len(apart)


def drawn(svg: str, key: str) -> str:
    """The outline of the point or bar whose title begins with a word."""
    root = etree.fromstring(svg.encode())
    (found,) = [
        path.get("d") for path in root.iter(f"{SVG}path") if (path.findtext(f"{SVG}title") or "").startswith(key)
    ]
    return str(found)


def test_the_shapes_are_drawn_with_a_legend_in_words() -> None:
    told = [builders.told(effect, f"2021-{number:02d}-09") for number, effect in enumerate(EFFECTS[1:], 1)]
    svg = write_svg(lay(builders.ferry_history(*told)))
    done = ("made", "restated", "advanced", "partly fulfilled", "fulfilled", "delayed", "superseded")
    assert len({drawn(svg, word) for word in done}) == len(done)
    assert drawn(svg, "broken") == drawn(svg, "delayed")
    root = etree.fromstring(svg.encode())
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert [text for text in texts if text in {look.words for look in LOOKS}] == [look.words for look in LOOKS]
    assert "as of 2 June 2022" in texts
    assert {"2021", "Jan 2021", "Mar 2021"} & set(texts), "the axis has no dates"


# --- places -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "days"), [("2022-05-03", 1), ("/2022-05", 31), ("2022-05", 31), ("2022", 365), ("2021-06/2021-07", 61)]
)
def test_a_bar_is_as_long_as_its_date_is_uncertain(edtf: str, days: int) -> None:
    bar = bar_of(edtf)
    assert (bar.x2 - bar.x) / 86_400_000 == days
    assert not bar.is_open


@pytest.mark.parametrize("edtf", ["2021-11-01/..", "2021-11-01/"])
def test_a_bar_without_an_end_reaches_that_of_the_chart(edtf: str) -> None:
    timeline = lay(builders.ferry_history(due=builders.due(edtf)))
    axis = lay_axis(timeline)
    (bar,) = place(timeline, axis).bars
    assert bar.is_open and bar.x2 == milliseconds(axis.last) > bar.x
    assert "Arrow: no end is named." in list_notes(timeline)[0]


@pytest.mark.parametrize("day", [date(2022, 6, 2), date(9999, 12, 31), date(1, 1, 1)])
@pytest.mark.parametrize("edtf", ["9999", "0001", "19XX/..", "/2060", None])
def test_no_date_is_too_far(edtf: str | None, day: date) -> None:
    timeline = lay(builders.ferry_history(due=builders.due(edtf)), as_of=day)
    axis = lay_axis(timeline)
    places = place(timeline, axis)
    ends = [end for bar in places.bars for end in (bar.x, bar.x2)]
    for x in [*ends, *(dot.x for dot in places.dots), places.day.x]:
        assert milliseconds(axis.first) <= x <= milliseconds(axis.last, part=1)
    assert 2 <= len(axis.ticks) <= 15


@pytest.mark.parametrize(
    ("last", "ticks"),
    [("2021-03-20", "%-d %b %Y"), ("2021-12-01", "%b %Y"), ("2024-12-01", "%b %Y"), ("2035-12-01", "%Y")],
)
def test_the_marks_of_the_axis_are_as_close_as_there_is_room(last: str, ticks: str) -> None:
    axis = lay_axis(lay(builders.ferry_history(due=builders.due(last)), as_of=date(2021, 3, 5)))
    assert axis.format == ticks
    apart = WIDTH / (axis.last - axis.first).days
    gaps = [(later - tick).days * apart for tick, later in pairwise(axis.ticks)]
    assert min(gaps) > (40 if ticks == "%Y" else 62), "the labels would touch"


def test_points_that_meet_stand_in_lanes() -> None:
    axis = lay_axis(lay(builders.ferry_history()))
    day = date(2021, 5, 5)
    assert put_in_lanes([day, day, date(2022, 1, 1)], axis) == (0, 1, 0)
    assert max(put_in_lanes([day] * 9, axis)) == 4
    told = [builders.told(effect, "2021-05-05") for effect in ("restates", "advances", "fulfils")]
    timeline = lay(builders.ferry_history(*told), builders.ferry_commitment())
    places = place(timeline, lay_axis(timeline))
    met = [dot for dot in places.dots if dot.key in ("c1-2", "c1-3", "c1-4", "c2-2", "c2-3", "c2-4")]
    same_day = {dot.y for dot in met if dot.look != "restated" or dot.x == met[0].x}
    assert len(same_day) >= 3
    assert all(later.y == band.y2 for band, later in pairwise(places.bands))


def test_the_names_of_the_rows_do_not_touch() -> None:
    long = builders.ferry_history(
        action="reopen the ferry line and every other line that there ever was to Norway " * 3
    )
    timeline = lay(long, *copies(60))
    places = place(timeline, lay_axis(timeline))
    lines = sorted(label.y for label in places.labels)
    assert min(later - line for line, later in pairwise(lines)) >= 15
    assert max(cell_len(label.words) for label in places.labels) <= 64


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("pledge: reopen", "pledge: reopen"),
        ("pledge: reopen the ferry", "pledge: reopen the…"),
        ("x" * 30, "x" * 19 + "…"),
        ("統" * 30, "統" * 9 + "…"),
    ],
)
def test_a_name_is_cut_at_a_word(text: str, short: str) -> None:
    assert cut(text, 20) == short


# --- pictures ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rows", "least", "most"), [(1, 200, 700), (60, 4400, 5200)])
def test_the_picture_is_as_high_as_its_rows(rows: int, least: int, most: int) -> None:
    picture = write_png(lay(*copies(rows)))
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[start : start + 4]) for start in (16, 20))
    assert 2200 <= width <= 2500
    assert least <= height <= most


def test_a_point_shows_quote_and_report_and_a_bar_when_it_is_due() -> None:
    root = etree.fromstring(write_svg(lay(builders.ferry_commitment())).encode())
    assert [title.text for title in root.iter(f"{SVG}title")] == [
        "due by May 2022 (“by May next year”); overdue since 1 June 2022",
        "made, 1 March 2021\n"
        "“… it would reopen the ferry line to Norway by May next year once the harbour is dredged”\n"
        "The Daily Sound: “Ferry line to reopen”",
        "restated, 9 June 2021\n“… it would reopen the ferry line to Norway”\nNorth Wire: “Ministry repeats pledge”",
    ]


def test_on_the_page_each_point_leads_to_its_quote() -> None:
    html = write_timeline_page(lay(builders.ferry_commitment(), builders.fees_commitment()))
    page = Page(html)
    assert page.open == [] and len(page.ids) == len(set(page.ids))
    inside = [str(given["href"]).removeprefix("#") for given, _ in page.links if str(given["href"]).startswith("#")]
    assert {one for one in inside if "-" in one} == {"c1-1", "c1-2", "c2-1"} <= set(page.ids)
    assert "“… it would reopen the ferry line to Norway”" in page.under["c1-2"]
    assert "North Wire: “Ministry repeats pledge”" in page.under["c1-2"]


def test_the_page_stands_alone() -> None:
    html = write_timeline_page(lay(builders.ferry_commitment()))
    page = Page(html)
    assert not {"script", "img", "link", "iframe", "image", "use", "foreignObject"} & set(page.tags)
    assert not {"src", "style", "onclick", "xlink:href"} & page.attributes
    addresses = set(re.findall(r"\w+://[^\s\"'<)]+", html))
    assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "https://example.org/ferry"}
    assert "default-src 'none'; style-src 'sha256-" in html


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_without_the_packages_an_error_names_the_extra(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(AideMemoireError) as caught:
        write_svg(lay(builders.ferry_commitment()))
    assert 'pip install "aide-memoire[charts]"' in caught.value.remedy
    assert "reopen" in lay_out(show_timeline(lay(builders.ferry_commitment())))


# --- words of a page --------------------------------------------------------------------------------------------

HOSTILE = (*EVIL, "\ufffe and \uffff", "]]><script>alert(1)</script>", "a\nb\\n{datum.x}", "c1-1")


def lay_poison(evil: str) -> Timeline:
    commitment, where = poison(evil)
    return lay_over_time([commitment], {where.id: where}.get, as_of=builders.DAY)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_are_words_in_every_form(evil: str) -> None:
    harmless = Page(write_timeline_page(lay_poison("harmless")))
    page = Page(write_timeline_page(lay_poison(evil)))
    assert page.tags == harmless.tags
    assert page.ids == harmless.ids
    assert page.attributes <= harmless.attributes
    assert page.open == []
    assert [given["href"] for given, _ in page.links] == [given["href"] for given, _ in harmless.links]
    root = etree.fromstring(write_svg(lay_poison(evil)).encode())
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert len(titles) == len(list(etree.fromstring(write_svg(lay_poison("harmless")).encode()).iter(f"{SVG}title")))
    if "<script>" in evil:
        assert all("<script>alert(1)</script>" in title for title in titles)
    shown = lay_out(show_timeline(lay_poison(evil)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert max(map(cell_len, shown.splitlines())) <= 100


# --- selection --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("holder", ["DNK", "dnk", "denmark", " Denmark ", "MINISTRY OF TRANSPORT"])
def test_a_holder_is_found_by_name_or_code(holder: str) -> None:
    others = builders.fees_commitment(holder=builders.actor(builders.FERRY, "Norway", id="NOR", country="NOR"))
    assert select([others, builders.ferry_commitment()], holder=holder) == [builders.ferry_commitment()]


@pytest.mark.parametrize("holder", ["KOR", "north korea", "the two koreas", "North Korea and South Korea"])
def test_a_group_is_found_by_its_members(holder: str) -> None:
    both = builders.actor(
        builders.FERRY, None, id="KOR+PRK", name="the two Koreas", kind="group", members=("KOR", "PRK")
    )
    one = builders.ferry_commitment(holder=both)
    assert select([one, builders.fees_commitment()], holder=holder) == [one]


@pytest.mark.parametrize("instrument", ["skagerrak", "Skagerrak accord", "SKAGERRAK ACCORD"])
def test_an_instrument_is_found_by_name_or_id(instrument: str) -> None:
    every = [builders.ferry_commitment(), builders.fees_commitment()]
    assert select(every, instrument=instrument) == every[:1]
    assert select(every, instrument=instrument, holder="Denmark") == every[:1]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"holder": "Denmrak"}, "no commitment known on this day has the holder 'Denmrak'. The nearest names: Denmark"),
        ({"holder": "transport"}, "The nearest names: Ministry of Transport"),
        (
            {"instrument": "accord"},
            "no commitment known on this day has the instrument 'accord'. The nearest names: Sk",
        ),
        ({"instrument": "x" * 999}, "…'. The nearest names: skagerrak; Skagerrak Accord"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(given: dict[str, str], message: str) -> None:
    with pytest.raises(LedgerError) as caught:
        select([builders.ferry_commitment(), builders.fees_commitment()], **given)
    assert message in str(caught.value)


def test_what_names_no_instrument_at_all_is_said_to() -> None:
    with pytest.raises(LedgerError, match="None names any"):
        select([builders.fees_commitment()], instrument="accord")


def test_what_is_not_core_is_not_shown() -> None:
    assert select([builders.fees_commitment(core=False)]) == []


def test_the_span_of_a_deadline_that_hangs_on_an_event_is_that_of_its_day() -> None:
    (row,) = lay(builders.anchored_history()).rows
    assert row.due is not None
    assert (row.due.first, row.due.last, row.due.when) == (date(2022, 4, 8), date(2022, 4, 8), "8 April 2022")
    assert "; “the harbour is dredged” on 9 March 2022 (" in row.due.words
