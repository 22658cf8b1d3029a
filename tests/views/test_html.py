import base64
import hashlib
import re
from datetime import date

import pytest

from aide_memoire.records import Briefing, Commitment
from aide_memoire.views.briefing import brief
from aide_memoire.views.html import write_html
from tests.views import builders
from tests.views.pages import Page


def make(*commitments: Commitment) -> Briefing:
    return brief(commitments, builders.DOCUMENTS.get, by="holder", as_of=builders.DAY)


@pytest.fixture(scope="module")
def html() -> str:
    return write_html(make(builders.ferry_commitment(), builders.fees_commitment()))


def test_every_quote_opens_on_itself(html: str) -> None:
    page = Page(html)
    assert len(page.quotes()) == 3
    for address, words in page.quotes():
        assert page.under[address] == words


@pytest.mark.parametrize(
    ("words", "characters"),
    [
        ("pledge: reopen the ferry line", "reopen"),
        ("Ministry of Transport (DNK)", "The Ministry of Transport"),
        ("Norway", "Norway"),
        ("Skagerrak Accord", "the Skagerrak Accord"),
        ("“once the harbour is dredged”", "once the harbour is dredged"),
        ("by May 2022 (“by May next year”)", "by May next year"),
        ("said by a senior ministry official (“added”)", "A senior ministry official"),
    ],
)
def test_every_cell_opens_on_its_characters(html: str, words: str, characters: str) -> None:
    page = Page(html)
    addresses = [given["href"] for given, shown in page.links if shown.strip() == words]
    in_text = [str(one).removeprefix("#") for one in addresses if re.fullmatch(r"#d\d+-\d+-\d+", str(one))]
    assert [page.under[one] for one in in_text] == [characters]


def test_every_link_in_the_page_has_one_target(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    inside = [str(given["href"]) for given, _ in page.links if str(given["href"]).startswith("#")]
    assert {one.removeprefix("#") for one in inside} <= set(page.ids)


def test_nothing_comes_from_outside_but_by_a_link_to_the_source(html: str) -> None:
    page = Page(html)
    outside = [given for given, _ in page.links if not str(given["href"]).startswith("#")]
    assert [given["href"] for given in outside] == ["https://example.org/ferry"]
    assert all("noreferrer" in str(given["rel"]) for given in outside)
    assert not {"script", "img", "link", "iframe", "form", "object"} & set(page.tags)
    assert not {"src", "style", "onclick", "action"} & page.attributes
    assert "url(" not in html and "@import" not in html


def test_the_policy_allows_the_one_style_by_its_hash(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html


def test_the_page_has_its_language_headings_and_labels(html: str) -> None:
    page = Page(html)
    assert html.lstrip().startswith('<!doctype html>\n<html lang="en">')
    assert [tag for tag in page.tags if tag in ("h1", "h2")] == ["h1", "h2", "h2"]
    assert page.tags.count("dt") == page.tags.count("dd") > 0
    assert 'lang="en" ' not in html.split("<body>")[0]


def test_crossing_cells_light_up_whole() -> None:
    text = "Norway and Denmark agreed to dredge the harbour by June."
    where = builders.document(text)
    one = builders.statement(text, "Norway and Denmark agreed to dredge the harbour", "agreed", id="1")
    two = builders.statement(text, "Denmark agreed to dredge the harbour by June", "dredge", id="2")
    commitments = [Commitment(id=f"{n}" * 8, statements=(builders.linked(s, where),)) for n, s in ((1, one), (2, two))]
    html = write_html(brief(commitments, {where.id: where}.get, by="holder", as_of=builders.DAY))
    page = Page(html)
    assert sorted(words for _, words in page.quotes()) == sorted([one.text, two.text])
    assert all(page.under[address] == words for address, words in page.quotes())
    assert f":root:has(#d1-{two.start}-{two.end}:target) .rest-d1-{two.start}-{two.end} " in html


def test_a_quote_that_is_not_in_its_document_is_no_link() -> None:
    moved = builders.document("Other words. " + builders.FERRY)
    briefing = brief([builders.fees_commitment()], {moved.id: moved}.get, by="holder", as_of=builders.DAY)
    html = write_html(briefing)
    assert Page(html).quotes() == []
    assert "(not found in a document of this briefing)" in html


def test_a_line_under_two_headings_has_two_addresses() -> None:
    both = tuple(builders.actor(builders.FERRY, name, country=None, kind="state") for name in ("Norway", "Denmark"))
    commitment = builders.ferry_commitment(counterparts=both)
    page = Page(write_html(brief([commitment], builders.DOCUMENTS.get, by="counterpart", as_of=builders.DAY)))
    assert {"c1", "c1-2"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_an_empty_briefing_says_so() -> None:
    html = write_html(brief([], lambda _: None, by="due", as_of=date(2022, 1, 1)))
    assert "No commitments were known on this day" in html
    assert Page(html).open == []


def test_what_marks_a_fragment_stands_outside_the_link() -> None:
    text = "Then Denmark agreed to dredge the harbour by June."
    where = builders.document(text)
    made = builders.linked(builders.statement(text, "Denmark agreed to dredge", "agreed"), where)
    commitment = Commitment(id="one", statements=(made, builders.linked(made.statement, where, "restates")))
    html = write_html(brief([commitment], {where.id: where}.get, by="holder", as_of=builders.DAY))
    assert [words for _, words in Page(html).quotes()] == ["Denmark agreed to dredge"] * 2
    assert html.count("“… <a") == html.count("</a> …”") == 2


def test_the_assessment_is_said_in_words_and_opens_on_what_decided_it() -> None:
    history = builders.ferry_history(builders.told("fulfils", "2021-06-01"), builders.told("restates", "2021-07-01"))
    for commitment, words, clause in (
        (
            history,
            f"fulfilled (“{builders.TOLD}”, 1 June 2021); nothing seen since 1 July 2021",
            builders.TOLD,
        ),
        (
            builders.ferry_commitment(),
            "announced; nothing seen since 9 June 2021",
            builders.ferry_statement().text,
        ),
    ):
        page = Page(write_html(brief([commitment], builders.find_document, by="holder", as_of=builders.DAY)))
        (address,) = [given["href"] for given, shown in page.links if shown.strip() == words]
        assert page.under[str(address).removeprefix("#")] == clause
