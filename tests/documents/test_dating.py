"""When a document was published: one row a situation, and what is reported as a conflict."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.dates import is_edtf
from aide_memoire.documents.dating import date_document
from aide_memoire.documents.evidence import address_day, load_words, said_weekdays
from aide_memoire.documents.terms import find_new_terms, find_terms
from aide_memoire.errors import DateError
from aide_memoire.records import Published

BODY = "The foreign ministers of Norway and Chile met in Oslo on Thursday and agreed on a fisheries pact."


def publish(
    text: str = BODY,
    *,
    url: str | None = None,
    dateline: str | None = None,
    captions: tuple[str, ...] = (),
    metadata_date: str | None = None,
    given_date: str | None = None,
) -> Published:
    return date_document(
        text,
        title=None,
        url=url,
        publisher=None,
        dateline=dateline,
        captions=captions,
        metadata_date=metadata_date,
        given_date=given_date,
    ).published


def test_what_is_given_outranks_all() -> None:
    published = publish(given_date="2021-01-21", metadata_date="2019-05-05")
    assert (published.edtf, published.basis) == ("2021-01-21", "given")
    assert [(c.text, c.edtf) for c in published.conflicts] == [("2019-05-05", "2019-05-05")]


def test_a_given_date_that_is_none_is_refused_with_the_form_to_write() -> None:
    with pytest.raises(DateError, match=r"21 Jan 2021.*YYYY-MM-DD"):
        publish(given_date="21 Jan 2021")


@pytest.mark.parametrize(
    ("metadata_date", "edtf"),
    [
        ("2021-01-21", "2021-01-21"),
        ("2021-01-21T10:00:00Z", "2021-01-21"),
        ("January 21, 2021 at 3:10 pm", "2021-01-21"),
        ("2021-01", "2021-01"),
        ("Thu, 21 Jan 2021 08:00:00 +0900", "2021-01-21"),
        ("Published: Jan. 21, 2021 | 3:10 p.m. ET (20:10 GMT)", "2021-01-21"),
        ("the 21st of January 2021 at noon", "2021-01-21"),
        ("March 2021", "2021-03"),
    ],
)
def test_metadata_is_read_as_pages_write_it(metadata_date: str, edtf: str) -> None:
    assert publish(metadata_date=metadata_date) == Published(edtf=edtf, basis="metadata")


@pytest.mark.parametrize(
    "metadata_date",
    [
        "soonish",
        "32 March 2021",
        "31 June 2021",
        "Thu, 99 Foo 2021",
        "21 MAI 2021",
        "21 January 2021, 23 January 2021",
        "January 2021 99",
        "2021 " * 40,
    ],
)
def test_metadata_that_is_no_date_is_reported_and_ignored(metadata_date: str) -> None:
    published = publish(metadata_date=metadata_date)
    assert (published.edtf, published.basis) == (None, "inferred")
    assert [c.text for c in published.conflicts] == [metadata_date]


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://news.example/2021/01/21/pact", "2021-01-21"),
        ("https://news.example/view.php?ud=20210121000953", "2021-01-21"),
        ("https://news.example/pact-2021-01-21.html", "2021-01-21"),
        ("https://news.example/2021/jan/21/pact", "2021-01-21"),
        ("https://news.example/2021/13/45/pact", None),
        ("https://news.example/article/1202101210", None),
        ("https://news.example/99991231", None),
        ("https://news.example/2021/01/21/on-2019-05-05", None),
    ],
)
def test_an_address_that_holds_one_day(url: str, edtf: str | None) -> None:
    day = address_day(url)
    assert (day.isoformat() if day else None) == edtf


def test_an_address_counts_as_metadata() -> None:
    assert publish(url="https://news.example/2021/01/21/pact") == Published(edtf="2021-01-21", basis="metadata")


@pytest.mark.parametrize(
    ("url", "edtf", "against"),
    [
        ("https://news.example/2020/01/21/pact", "2020-01-21", "2021-03-04"),
        ("https://news.example/2020/jan/21/pact", "2020-01-21", "2021-03-04"),
        ("https://news.example/view?ud=20200121000953&lang=en", "2020-01-21", "2021-03-04"),
        ("https://news.example/2020-01-21", "2020-01-21", "2021-03-04"),
        ("https://news.example/2022/01/21/pact", "2021-03-04", "2022-01-21"),
        ("https://news.example/since-the-flood-of-2020-01-21", "2021-03-04", "2020-01-21"),
        ("https://news.example/2020-01-21-flood", "2021-03-04", "2020-01-21"),
    ],
)
def test_the_day_that_an_archive_filed_it_under_outranks_later_metadata(url: str, edtf: str, against: str) -> None:
    published = publish(url=url, metadata_date="2021-03-04")
    assert (published.edtf, published.basis) == (edtf, "metadata")
    assert [c.edtf for c in published.conflicts] == [against]


def test_what_agrees_with_the_given_date_is_no_conflict() -> None:
    url = "https://news.example/2020/01/21/pact"
    given = publish(url=url, metadata_date="2021-03-04", given_date="2021-03-04")
    assert [(c.text, c.edtf) for c in given.conflicts] == [(url, "2020-01-21")]
    given = publish(url=url, metadata_date="2021-03-04", given_date="2020-01-21")
    assert [(c.text, c.edtf) for c in given.conflicts] == [("2021-03-04", "2021-03-04")]


def test_a_dateline_with_its_year() -> None:
    assert publish(dateline="OSLO, Jan. 21, 2021 (AP) --") == Published(edtf="2021-01-21", basis="dateline")


def test_a_dateline_without_year_takes_it_from_weekday_and_posts() -> None:
    text = "President Joe Biden met the visitors on Thursday and spoke of the accord of 2020."
    assert publish(text, dateline="WASHINGTON, March 4 (AP) --") == Published(edtf="2021-03-04", basis="dateline")
    assert publish(BODY, dateline="OSLO, March 4 (AP) --").edtf is None


def test_a_dateline_without_year_takes_it_from_the_weekday_within_a_long_stretch() -> None:
    text = "President Moon Jae-in said on Thursday that the visit would be welcome."
    assert publish(text, dateline="SEOUL, Nov. 26 (AP) --") == Published(edtf="2020-11-26", basis="dateline")


def test_a_caption_that_nothing_contradicts_is_taken() -> None:
    published = publish(captions=("The two foreign ministers shake hands in Oslo, Jan. 21, 2021. (AFP)",))
    assert published == Published(edtf="2021-01-21", basis="inferred")


CAPTION = "Foreign ministers of Norway and Chile sign the fisheries pact in Oslo, March 4, {year}. (AFP)"


def test_a_caption_of_the_wrong_year_is_corrected_by_the_weekday_of_its_event() -> None:
    published = publish(captions=(CAPTION.format(year=2022),))
    assert (published.edtf, published.basis) == ("2021-03-04", "inferred")
    (conflict,) = published.conflicts
    assert (conflict.text, conflict.edtf) == ("March 4, 2022", "2022-03-04")
    assert "4 March 2022 was a Friday" in conflict.why
    assert "on Thursday" in conflict.why


def test_a_caption_whose_weekday_fits_no_year_nearby_leaves_the_date_open() -> None:
    published = publish(captions=(CAPTION.format(year=2024),))
    assert published.edtf is None
    assert [c.edtf for c in published.conflicts] == ["2024-03-04"]


def test_a_caption_ahead_of_the_document_is_a_conflict() -> None:
    published = publish(captions=(CAPTION.format(year=2022),), metadata_date="2021-03-04")
    assert published.edtf == "2021-03-04"
    assert [c.edtf for c in published.conflicts] == ["2022-03-04"]


def test_an_old_picture_is_no_conflict() -> None:
    assert publish(captions=("The bridge in Oslo, Aug. 9, 2017. (AFP)",), metadata_date="2021-03-04").conflicts == ()


def test_a_dateline_of_the_day_before_is_no_conflict() -> None:
    assert publish(dateline="OSLO, March 3 (AP) --", metadata_date="2021-03-04").conflicts == ()


def test_a_dateline_of_another_month_is_a_conflict() -> None:
    conflicts = publish(dateline="OSLO, May 3 (AP) --", metadata_date="2021-03-04").conflicts
    assert [c.edtf for c in conflicts] == ["2021-05-03"]


def test_a_president_not_yet_in_office_is_a_conflict() -> None:
    conflicts = publish("President Joe Biden met the visitors.", metadata_date="2016-03-04").conflicts
    assert [c.text for c in conflicts] == ["President Joe Biden"]


def test_a_weekday_with_its_date_says_the_year() -> None:
    text = "The ministers met on Thursday (March 4)."
    assert publish(text, metadata_date="2021-03-05").conflicts == ()
    assert [c.text for c in publish(text, metadata_date="2022-03-05").conflicts] == ["Thursday (March 4"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The pact was signed on 3 May 2023.", "was signed on 3 May 2023"),
        ("The bridge will open in May 2019.", "bridge will open in May 2019"),
    ],
)
def test_a_dated_act_on_the_wrong_side_of_the_document_is_a_conflict(text: str, quote: str) -> None:
    assert [quote in c.text for c in publish(text, metadata_date="2021-03-05").conflicts] == [True]


def test_who_is_in_office_gives_an_interval() -> None:
    published = publish("President Joe Biden met President Moon Jae-in for talks.")
    assert published == Published(edtf="2021-01-20/2022-05-10", basis="inferred")


def test_what_else_it_might_be_is_told_with_its_reasons() -> None:
    dating = date_document(
        "President Joe Biden met President Moon Jae-in for talks.",
        title=None,
        url=None,
        publisher=None,
        dateline="SEOUL, May 21, 2021 (AP) --",
        captions=("The two presidents in Seoul, May 21, 2022. (AFP)",),
        metadata_date="2021-05-22",
        given_date=None,
    )
    assert dating.published.edtf == "2021-05-22"
    reasons = {alternative.edtf: alternative.reasons for alternative in dating.alternatives}
    assert reasons["2021-05-21"] == ("The dateline says “May 21, 2021”",)
    assert reasons["2022-05-21"] == ("The caption says “May 21, 2022”",)
    assert any("Moon Jae-in held that post" in why for why in reasons["2021-01-20/2022-05-10"])


def test_a_day_long_after_all_who_are_in_office_is_a_conflict() -> None:
    text = "President Joe Biden met President Moon Jae-in for talks."
    assert [c.text for c in publish(text, metadata_date="2024-05-21").conflicts] == ["President Moon Jae-in"]
    assert publish(text, metadata_date="2022-05-21").conflicts == ()


def test_an_old_picture_is_not_the_day_of_the_document() -> None:
    published = publish(
        "President Joe Biden met President Moon Jae-in for talks.",
        captions=("The bridge in Oslo, Aug. 9, 2017. (AFP)",),
    )
    assert published.edtf == "2021-01-20/2022-05-10"


def test_bonds_issued_after_a_day_to_come_are_no_conflict() -> None:
    assert publish("It bars bonds that are issued after 14 June 2021.", metadata_date="2021-04-15").conflicts == ()


def test_nothing_to_go_by_is_no_date() -> None:
    assert publish("The two sides met.") == Published(edtf=None, basis="inferred")


def test_a_day_alone_on_a_line_is_the_documents_own() -> None:
    text = f"Published: 4 March 2021\n\n{BODY}"
    assert publish(text) == Published(edtf="2021-03-04", basis="inferred")


def test_former_holders_say_nothing() -> None:
    found = [
        t.text for t in find_terms("Former President Bill Clinton met President Joe Biden, as the late President Moon.")
    ]
    assert found == ["President Joe Biden"]


def test_an_office_that_only_begins() -> None:
    (new,) = find_new_terms("Talks resume once President Biden’s cabinet is sworn in.")
    assert new.term.person == "Joe Biden"


def test_weekdays_of_what_is_to_come_are_no_evidence() -> None:
    assert [w.number for w in said_weekdays("They met on Thursday. They will meet on Monday.")] == [3]


@pytest.mark.parametrize(
    "name", ["left", "not_now", "elect", "incoming", "newly", "office", "begins", "bounding", "stamp", "joint"]
)
def test_each_class_of_dating_words_has_forms(name: str) -> None:
    assert load_words(name)


@given(st.text(max_size=200), st.text(max_size=60), st.none() | st.text(max_size=20))
def test_no_text_raises(text: str, caption: str, metadata: str | None) -> None:
    published = publish(text, captions=(caption,), dateline=caption, url=caption, metadata_date=metadata)
    assert published.edtf is None or is_edtf(published.edtf)


@pytest.mark.shared
def test_the_first_article_is_of_21_january_2021(shared: Path) -> None:
    lines = (shared / "article" / "korea-herald-2021-01-21.txt").read_text(encoding="utf-8").splitlines()
    captions = tuple(line for line in lines if line.endswith(")") and "2022" in line)
    body = "\n".join(line for line in lines[3:] if line not in captions)
    published = publish(body, captions=captions)
    assert (published.edtf, published.basis) == ("2021-01-21", "inferred")
    (conflict,) = published.conflicts
    assert conflict.edtf == "2022-01-21"
    assert "21 January 2022 was a Friday" in conflict.why
    assert "Thursday" in conflict.why
