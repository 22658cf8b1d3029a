"""A source becomes a document; what is given outranks what is stated, and bad sources are said to be bad."""

from pathlib import Path

import pytest

from aide_memoire.documents import document as stage
from aide_memoire.documents import to_document
from aide_memoire.documents.dating import Dating
from aide_memoire.errors import DateError, DocumentError
from aide_memoire.records import Document, Failure, Metadata, Published, Source
from aide_memoire.sources import iter_sources

BODY = (
    "The foreign ministry said on Thursday that it would reopen the border crossing once the talks resume.\n\n"
    "Officials of both sides will meet again in Oslo next month, it added."
)


def source(content: str, *, media: str = "text", **metadata: str) -> Source:
    return Source(
        name="talks.txt",
        media="html" if media == "html" else "text",
        sha256="0" * 64,
        content=content,
        metadata=Metadata(**metadata),
    )


def test_the_same_source_twice_is_the_same_document() -> None:
    once = to_document(source(BODY, title="Talks to resume", published="2021-01-21"))
    assert once == to_document(source(BODY, title="Talks to resume", published="2021-01-21"))
    assert len(once.id) == 16
    assert int(once.id, 16) >= 0


@pytest.mark.parametrize("change", [{"title": "Other"}, {"url": "https://x.example"}, {"publisher": "Other"}])
def test_another_head_is_another_document(change: dict[str, str]) -> None:
    metadata = {"title": "Talks to resume", "published": "2021-01-21"}
    assert to_document(source(BODY, **metadata)).id != to_document(source(BODY, **(metadata | change))).id


def test_the_name_of_the_file_does_not_change_the_id() -> None:
    other = Source(name="elsewhere.txt", media="text", sha256="1" * 64, content=BODY)
    assert to_document(other).id == to_document(source(BODY)).id


def test_what_is_given_outranks_metadata_and_metadata_the_page() -> None:
    head = "<title>Page title of the talks</title><meta property='og:site_name' content='Page'><link rel='canonical' href='https://p.example'>"
    page = f"<html><head>{head}</head><body><article><p>{BODY}</p></article></body></html>"
    document = to_document(source(page, media="html", publisher="Feed"), given=Metadata(title="Given title"))
    assert (document.title, document.publisher, document.url) == ("Given title", "Feed", "https://p.example")


def test_dating_is_told_all_that_bears_on_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, object] = {}

    def date_document(text: str, **evidence: object) -> Dating:
        told.update(evidence, text=text)
        return Dating(Published(edtf="2021-01-21", basis="given"))

    monkeypatch.setattr(stage, "date_document", date_document)
    caption = "The ministers in Oslo, Jan. 21, 2022. (AP)"
    document = to_document(
        source(f"{caption}\n{caption}\nOSLO, Jan. 21 (AP) -- {BODY}", published="2021-01-20", publisher="Courier"),
        given=Metadata(published="2021-01-21"),
    )
    assert document.published == Published(edtf="2021-01-21", basis="given")
    assert told == {
        "text": BODY,
        "title": None,
        "url": None,
        "publisher": "Courier",
        "dateline": "OSLO, Jan. 21 (AP) --",
        "captions": (caption, caption),
        "metadata_date": "2021-01-20",
        "given_date": "2021-01-21",
    }


def test_a_given_date_that_is_none_is_an_error_and_a_stated_one_a_conflict() -> None:
    with pytest.raises(DateError):
        to_document(source(BODY), given=Metadata(published="last week"))
    assert to_document(source(BODY, published="32 Smarch")).published.edtf != "32 Smarch"


@pytest.mark.parametrize(
    ("content", "media", "message"),
    [
        ("Back To Top\n\nAdvertisement\n", "text", "talks.txt holds no text"),
        ("...\n---\n", "text", "talks.txt holds no text"),
        ("<html><body></body></html>", "html", "talks.txt holds no text"),
        ("<html><body><script>let x = 1;</script><img src='a.png'></body></html>", "html", "talks.txt holds no text"),
        ("<!-- -->", "html", "talks.txt"),
        (
            "Le ministre a déclaré que la France signerait l'accord sur la frontière en mai. " * 5,
            "text",
            "is in French",
        ),
        ("양국 장관이 만났다.", "text", "is in Hangul script, and only English is read"),
    ],
)
def test_a_source_without_english_text_is_an_error_that_names_file_and_remedy(
    content: str, media: str, message: str
) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        to_document(source(content, media=media))
    assert caught.value.remedy.endswith(".")


def test_a_long_text_is_cleaned_in_seconds() -> None:
    document = to_document(source(f"Back To Top\n{BODY}\n" * 5_000, published="2021-01-21"))
    assert "Back To Top" not in document.text


@pytest.mark.shared
def test_the_article(shared: Path) -> None:
    (item,) = iter_sources([str(shared / "article" / "korea-herald-2021-01-21.txt")])
    assert isinstance(item, Source)
    document = to_document(item)
    reasons = [piece.reason for piece in document.furniture]
    assert reasons == ["navigation", "title", "caption", "caption", "byline"]
    assert document.title is not None
    assert document.title.startswith("Moon reaffirms")
    assert document.byline == "Choi Si-young"
    assert document.text.startswith("President Moon")
    assert document.text.endswith("alliance.")
    assert "Yonhap" not in document.text


@pytest.mark.shared
def test_pages_become_documents(shared: Path) -> None:
    documents = [
        to_document(item) for item in iter_sources([str(shared / "news" / "html")]) if isinstance(item, Source)
    ]
    assert len(documents) >= 10
    assert all(document.title and document.published.edtf for document in documents)


@pytest.mark.shared
def test_reports_become_documents(shared: Path) -> None:
    items = list(iter_sources([str(shared / "news" / "reports")]))
    assert not any(isinstance(item, Failure) for item in items)
    documents: list[Document] = [to_document(item) for item in items[::12] if isinstance(item, Source)]
    assert all(len(document.text) > 200 for document in documents)
