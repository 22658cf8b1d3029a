"""Furniture goes, with a reason; every other line stays as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.documents.clean import Cleaned, clean, settle

LEAD = "The foreign ministry said on Thursday that it would reopen the border crossing once the talks resume."
MORE = "Officials of both sides will meet again in Oslo next month, it added."


def reasons(cleaned: Cleaned) -> list[tuple[str, str]]:
    return [(piece.text, piece.reason) for piece in cleaned.furniture]


ABOVE = [
    ("Back To Top", "navigation"),
    ("Home > World > Asia", "navigation"),
    ("Advertisement", "advertisement"),
    ("Share this article", "share bar"),
    ("Facebook Twitter WhatsApp Email", "share bar"),
    ("By Jane Doe (", "byline"),
    ("By Jane Doe and John Roe", "byline"),
    ("By JANE DOE, Staff Writer", "byline"),
    ("Jane Doe (jdoe@courier.example)", "byline"),
    ("Published: January 21, 2021", "date line"),
    ("PUBLISHED : 28 Oct 2023 at 06:22", "date line"),
    ("FOR IMMEDIATE RELEASE", "letterhead"),
    ("The ministers shake hands in Oslo on Thursday. (Yonhap)", "caption"),
    ("The ministers shake hands in Oslo on Thursday. (AFP/Jane Doe)", "caption"),
    ("The ministers’ handshake in Oslo on Thursday. [Photo/Xinhua]", "caption"),
    ("The ministers meet in Oslo, May 3, 2019. REUTERS/Jane Doe/File Photo", "caption"),
    ("FILE - The ministers arrive for talks in Oslo, May 3, 2019.", "caption"),
    ("File photo", "caption"),
    ("The president speaks at a ceremony in Oslo on Friday. (Joint Press Corps)", "caption"),
    ("Our Oslo correspondent • 23 November 2023", "date line"),
]
BELOW = [
    ("Related Articles", "related articles"),
    ("Read more: Ministers meet over the border", "related articles"),
    ("Sign up for our daily newsletter", "newsletter"),
    ("© 2021 The Daily Courier. All rights reserved.", "copyright"),
    ("jdoe@courier.example", "e-mail"),
    ("(END)", "end mark"),
    ("###", "end mark"),
    ("Reporting by Jane Doe in Oslo; Editing by John Roe", "credit"),
    ("(Courier News Wire)", "credit"),
    ("Enquiries: Office of the Spokesperson", "letterhead"),
    ("By Jane Doe (", "byline"),
    ("Jane Doe is a correspondent for the Courier. Follow her on Twitter @janedoe.", "byline"),
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("line", "reason"), ABOVE)
def test_furniture_above_the_text_goes(line: str, reason: str, gap: str) -> None:
    cleaned = clean(gap.join([line, LEAD, MORE]))
    assert cleaned.text == gap.join([LEAD, MORE])
    assert reasons(cleaned) == [(line, reason)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("line", "reason"), BELOW)
def test_furniture_below_the_text_goes(line: str, reason: str, gap: str) -> None:
    cleaned = clean(gap.join([LEAD, MORE, line]))
    assert cleaned.text == gap.join([LEAD, MORE])
    assert reasons(cleaned) == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday both sides had left the table.",
        "“We will not share this burden alone,” the minister said.",
        "He spoke to the Korean Central News Agency (KCNA).",
        "The pact was first reported by a news agency (Xinhua).",
        "The share of the “related articles” in the treaty is small.",
        "Read more widely, the pact binds both sides.",
        "PRESIDENT DOE: Thank you all for coming to these talks.",
        "Washington’s advertisement of the pact angered Moscow.",
        "THE PRESIDENT: It is good to be here. (Applause.)",
        "THE PRESIDENT: It is good to be here today. (Laughter)",
        "May 3 - the deadline that both had set - passed without a deal.",
        "NATO – the alliance that both had joined – agreed.",
    ],
)
def test_a_sentence_stays_wherever_it_stands(line: str) -> None:
    for lines in ([line, LEAD, MORE], [LEAD, line, MORE], [LEAD, MORE, line]):
        cleaned = clean("\n\n".join(lines))
        assert cleaned.text == "\n\n".join(lines)
        assert cleaned.furniture == ()


def test_a_caption_printed_twice_goes_twice() -> None:
    caption = "The ministers shake hands in Oslo, Jan. 21, 2021. (Yonhap)"
    cleaned = clean(f"{caption}\n{caption}\n{LEAD}\n\n{MORE}")
    assert cleaned.text == f"{LEAD}\n\n{MORE}"
    assert cleaned.captions == (caption, caption)


def test_the_agency_that_ends_a_report_is_a_credit_and_the_sentence_stays() -> None:
    cleaned = clean(f"{LEAD}\n\n{MORE} (Yonhap)")
    assert cleaned.text == f"{LEAD}\n\n{MORE}"
    assert reasons(cleaned) == [("(Yonhap)", "credit")]


def test_a_digest_whose_items_all_end_with_an_agency_has_no_captions() -> None:
    items = [f"The envoy of country number {number} said it would sign the pact. (AP)" for number in range(4)]
    assert clean("\n\n".join(items)).captions == ()


def test_a_menu_goes_with_the_links_between_its_furniture() -> None:
    head = ["World", "Talks on the border to resume", "WRITER:", "Jane Doe", "Facebook", "6", "24", "Bookmark"]
    tail = ["Related Articles", "Ministers meet over fisheries", "What the treaty says", "Most read", "A cat in Oslo"]
    cleaned = clean("\n".join([*head, LEAD, "Advertisement", MORE, *tail]), title="Talks on the border to resume")
    assert cleaned.text == f"{LEAD}\n{MORE}"
    assert [text for text, _ in reasons(cleaned)] == [*head, "Advertisement", *tail]


def test_a_sentence_that_the_page_broke_at_its_links_stays() -> None:
    broken = [
        "The minister will fly to",
        "Oslo",
        ", the capital of",
        "Norway",
        "for talks with her counterpart next week.",
    ]
    text = "\n".join([LEAD, "Advertisement", *broken, MORE])
    assert clean(text).text == "\n".join([LEAD, *broken, MORE])


def test_headings_and_lists_inside_the_text_stay() -> None:
    text = f"{LEAD}\n\nNext steps\n\n- open the crossing\n- set up a committee\n\n{MORE}"
    assert clean(text).text == text


def test_the_place_and_hour_of_a_speech_go() -> None:
    cleaned = clean(
        f"Oak Room\n\n(May 3, 2022)\n\n4:18 P.M. CEST\n\nTHE MINISTER: {LEAD}\n\n{MORE}\n\n4:51 P.M. CEST", title="R"
    )
    assert cleaned.text == f"THE MINISTER: {LEAD}\n\n{MORE}"
    assert [reason for _, reason in reasons(cleaned)] == ["venue", "date line", "date line", "date line"]


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL, Jan. 21 (Yonhap) -- ",
        "ISLAMABAD, March 4 (Reuters) - ",
        "March 4 (Reuters) - ",
        "MAR DEL PLATA, Argentina, Nov. 5 (Xinhua) -- ",
        "Oslo, 3 May 2019 – ",
        "BEIJING, Nov. 21, 2024 (GLOBE NEWSWIRE) -- ",
        "LIMA\n,\nNov. 16, 2024\n/PRNewswire/ -- ",
        "WASHINGTON (AP) — ",
        "Geneva (AFP) - ",
        "NEW DELHI - ",
        "OSLO: ",
    ],
)
def test_the_dateline_is_taken_off(dateline: str) -> None:
    cleaned = clean(f"{dateline}{LEAD}\n\n{MORE}")
    assert cleaned.text == f"{LEAD}\n\n{MORE}"
    assert cleaned.dateline == " ".join(dateline.split())
    assert reasons(cleaned) == [(" ".join(dateline.split()), "dateline")]


@pytest.mark.parametrize("label", ["THE MINISTER: ", "SUBJECT: ", "MODERATOR: ", "Q — ", "Hamas (Holy War) - "])
def test_a_label_is_no_dateline(label: str) -> None:
    assert clean(f"{label}{LEAD}\n\n{MORE}").dateline is None


def test_a_date_line_stands_in_for_a_dateline_without_a_day() -> None:
    cleaned = clean(f"PUBLISHED : 9 Sep 2023 at 12:45\nNEW DELHI - {LEAD}\n{MORE}")
    assert cleaned.dateline == "PUBLISHED : 9 Sep 2023 at 12:45"
    assert cleaned.text == f"{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Talks on the border to resume\n\n{LEAD}\n\n{MORE}", "Talks on the border to resume"),
        (f"Back To Top\n\nWill the talks resume?\n\nBy Jane Doe (\n\n{LEAD}\n{MORE}", "Will the talks resume?"),
        (f"Ministers’ talks “to resume”\nThe ministers in Oslo. (AP)\n{LEAD}\n{MORE}", "Ministers’ talks “to resume”"),
        (f"{LEAD}\n\n{MORE}", None),
        ("The ministers of both sides, who met in Oslo,\nagreed on Thursday to reopen the crossing.\n", None),
        (f"Dear Mr. President,\n\n{LEAD}\n\n{MORE}", None),
    ],
)
def test_the_title_is_the_short_line_that_stands_alone(text: str, title: str | None) -> None:
    assert clean(text).title == title


def test_a_known_title_is_taken_off_where_the_text_repeats_it() -> None:
    cleaned = clean(f"WORLD NEWS\nMinisters’ talks to resume\n{LEAD}\n{MORE}", title="Ministers' talks to resume")
    assert cleaned.text == f"{LEAD}\n{MORE}"
    assert cleaned.title == "Ministers' talks to resume"
    assert reasons(cleaned) == [("WORLD NEWS", "navigation"), ("Ministers’ talks to resume", "title")]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Choi Min-ji (", "Choi Min-ji"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("by Li Wei", "Li Wei"),
    ],
)
def test_the_byline_gives_the_names(line: str, byline: str) -> None:
    assert clean(f"{line}\n\n{LEAD}\n\n{MORE}").byline == byline


def test_white_space_and_invisible_characters_are_settled_and_letters_are_not() -> None:
    assert settle("21\u00a0January\u2009–\u200b“Zoë”\r\ne\u0301\u202e\ufeff\x1b[0m") == "21 January –“Zoë”\ne\u0301[0m"


LINE = st.one_of(
    st.sampled_from([text for text, _ in (*ABOVE, *BELOW)]),
    st.sampled_from([LEAD, MORE, "Next steps", "", "OSLO, May 3 (AP) -- The talks were held as planned.", "- one"]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n"), max_size=60),
)


@given(st.lists(LINE, max_size=20), st.none() | st.just("Next steps"))
def test_every_kept_line_is_verbatim_and_in_order(lines: list[str], title: str | None) -> None:
    settled = settle("\n".join(lines))
    cleaned = clean(settled, title=title)
    position = 0
    for line in filter(None, cleaned.text.split("\n")):
        position = settled.index(line, position) + len(line)
    for piece in cleaned.furniture:
        assert "".join(piece.text.split()) in "".join(settled.split())
        assert piece.reason


@given(st.lists(LINE, max_size=20))
def test_cleaning_loses_nothing(lines: list[str]) -> None:
    settled = settle("\n".join(lines))
    cleaned = clean(settled)
    kept = sorted("".join([cleaned.text, *(piece.text for piece in cleaned.furniture)]).replace(" ", ""))
    assert [c for c in kept if not c.isspace()] == [c for c in sorted(settled) if not c.isspace()]
