"""Each entry of an RSS or Atom file is a source."""

from pathlib import Path

from aide_memoire.records import Failure, Metadata, Source
from aide_memoire.sources import count_sources, iter_sources

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Courier</title>
<item><title>Talks to resume</title><link>https://courier.example/1</link><guid>c-1</guid>
<pubDate>Thu, 21 Jan 2021 08:00:00 +0900</pubDate>
<description>&lt;p&gt;The ministry said it would resume the talks.&lt;/p&gt;</description></item>
<item><title>Nothing yet</title><link>https://courier.example/2</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>f</id>
<entry><title>Talks to resume</title><id>tag:1</id><link href="https://courier.example/1"/>
<author><name>Jane Doe</name></author><published>2021-01-21T23:30:00+09:00</published>
<content type="text">The ministry said it would resume the talks.</content></entry></feed>"""


def test_an_entry_of_rss_keeps_the_day_of_its_own_time_zone(tmp_path: Path) -> None:
    path = tmp_path / "news.rss"
    path.write_text(RSS)
    source, failure = iter_sources([str(path)])
    assert isinstance(source, Source)
    assert (source.name, source.media) == (f"{path}#c-1", "html")
    assert source.metadata == Metadata(
        id="c-1",
        title="Talks to resume",
        url="https://courier.example/1",
        published="2021-01-21",
        publisher="The Courier",
    )
    assert isinstance(failure, Failure)
    assert "entry 2 (https://courier.example/2) has no text" in failure.message
    assert count_sources([str(path)]) == 2


def test_an_entry_of_atom_is_text_where_it_holds_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(ATOM)
    (source,) = iter_sources([str(path)])
    assert isinstance(source, Source)
    assert (source.media, source.content) == ("text", "The ministry said it would resume the talks.")
    assert (source.metadata.published, source.metadata.byline) == ("2021-01-21", "Jane Doe")


def test_the_id_of_an_entry_is_no_address(tmp_path: Path) -> None:
    path = tmp_path / "news.rss"
    path.write_text(RSS.replace("<link>https://courier.example/1</link>", "", 1))
    source, _ = iter_sources([str(path)])
    assert isinstance(source, Source)
    assert (source.metadata.id, source.metadata.url) == ("c-1", None)


def test_an_address_inside_a_feed_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    path.write_text(RSS.replace("<rss", f"{entity}<rss", 1).replace("Talks to resume", "&x;", 1))
    assert "TOP SECRET" not in str(list(iter_sources([str(path)])))
