"""What a page says in its text and of itself."""

import json

import pytest

from aide_memoire.documents.pages import read_page
from aide_memoire.errors import DocumentError

PARAGRAPHS = [
    f"The foreign ministry said on Thursday that it would reopen crossing number {number} once the talks resume."
    for number in range(6)
]


def page(head: str = "", body: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav><article>{body}{text}</article></body></html>"
    )


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_the_text_is_a_paragraph_a_line_without_navigation() -> None:
    assert read_page(page(), name="page").text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (json_ld(headline="Talks “to resume”") + "<title>Talks | Courier</title>", "Talks “to resume”"),
        ('<meta property="og:title" content="Talks to resume">', "Talks to resume"),
        ("<title>Talks to resume | The Daily Courier</title>", "Talks to resume"),
        ("", None),
    ],
)
def test_the_title(head: str, title: str | None) -> None:
    assert read_page(page(head), name="page").metadata.title == title


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (json_ld(datePublished="2021-01-21T00:30:00+09:00"), "2021-01-21"),
        ('<meta property="article:published_time" content="2021-01-21T23:30:00-05:00">', "2021-01-21"),
        ('<meta name="date" content="2021-01-21">', "2021-01-21"),
        ('<meta name="date" content="21 January 2021">', "2021-01-21"),
        ('<meta name="date" content="2021-06">', "2021-06"),
        ('<meta name="date" content="2021-02-31">', "2021-02-31"),
        ('<meta name="last-modified" content="2021-06">', None),
        ('<meta name="citation_date" content="21 January 2021">', "2021-01-21"),
        (json_ld(datePublished="32 March 2021"), "32 March 2021"),
        (json_ld(datePublished="soon") + '<meta name="pubdate" content="Jan. 21, 2021">', "2021-01-21"),
        ("", None),
    ],
)
def test_the_date_is_the_day_that_the_page_states(head: str, published: str | None) -> None:
    assert read_page(page(head), name="page").metadata.published == published


def test_the_rest_of_the_head() -> None:
    head = (
        '<link rel="canonical" href="https://courier.example/talks">'
        '<meta property="og:site_name" content="The Courier">'
        + json_ld(author=[{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}])
    )
    metadata = read_page(page(head), name="page").metadata
    assert (metadata.url, metadata.publisher, metadata.byline) == (
        "https://courier.example/talks",
        "The Courier",
        "Jane Doe, John Roe",
    )


@pytest.mark.parametrize(
    ("title", "body", "publisher"),
    [
        ("Talks resume :: Sound Wire", "<h2>Talks resume</h2>", "Sound Wire"),
        ("Talks resume | World | Sound Wire", "<h1>Talks resume</h1>", "Sound Wire"),
        ("Talks resume - Sound Wire", "<div><a href='/'>SOUND WIRE</a></div>", "Sound Wire"),
        ("Talks resume - Sound Wire", "<div>Copyright 2021 The Sound Wire</div>", "Sound Wire"),
        ("Talks resume - Analysis", "<h1>Talks resume</h1>", None),
        ("Talks resume | World", "<h1>Talks resume</h1><a href='/world'>World</a>", None),
        ("Talks resume | Sound Wire", "<h1>Talks resume</h1><div>© North Press</div>", None),
        ("Talks resume | Sound Wire", "", None),
        ("Talks resume", "<h1>Talks resume</h1>", None),
    ],
)
def test_the_publisher_by_the_title_is_one_that_the_page_bears_out(
    title: str, body: str, publisher: str | None
) -> None:
    assert read_page(page(f"<title>{title}</title>", body), name="page").metadata.publisher == publisher


@pytest.mark.parametrize(
    "script", ["{", "[1, null]", '{"@graph": 3}', '{"@type": "NewsArticle", "author": 3}', "[" * 9999]
)
def test_json_ld_of_any_shape_is_survived(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert read_page(page(head), name="page").metadata.title is None


def test_captions_and_paragraphs_that_are_links_are_marked() -> None:
    body = "<figure><figcaption>Ministers in Oslo</figcaption></figure><p><a href='/2'>A cat in Oslo</a></p>"
    read = read_page(page(body=body), name="page")
    assert read.captions == ("Ministers in Oslo",)
    assert read.links == ("A cat in Oslo",)


def test_a_fragment_is_read_by_its_blocks() -> None:
    read = read_page("<p>The ministry said it would sign.</p><script>x</script><ul><li>In May.</li></ul>", name="entry")
    assert read.text == "The ministry said it would sign.\nIn May."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>They met.</p>" + "<div>" * 2_000 + "<p>The talks resume.</p>", "They met.\nThe talks resume."),
        ("<p><a href='/'>Oslo</a></p>" * 40_000, "\n".join(["Oslo"] * 40_000)),
    ],
    ids=["deep", "wide"],
)
def test_a_page_without_measure_is_survived(markup: str, text: str) -> None:
    assert read_page(markup, name="page").text == text


def test_a_report_below_tags_that_nobody_closed_is_read_to_its_end() -> None:
    markup = page().replace("</p>", "</p>" + "<font><b>" * 50)
    assert read_page(markup, name="page").text == "\n".join(PARAGRAPHS)


def test_a_page_nested_without_measure_is_refused() -> None:
    with pytest.raises(DocumentError, match="page is nested too deeply"):
        read_page("<div>" * 100_000 + "<p>The talks resume.</p>", name="page")


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<time datetime='2021-01-21T08:00:00Z'>Thursday</time>", "2021-01-21"),
        ("<time datetime='2021-06'>June 2021</time>", None),
        ("<p class='date'>January 21, 2021</p>", "2021-01-21"),
    ],
)
def test_a_day_found_in_the_body_is_one_that_stands_there(body: str, published: str | None) -> None:
    assert read_page(page(body=body), name="page").metadata.published == published
