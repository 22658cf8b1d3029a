"""What the user names becomes a stream of sources and failures that goes on."""

import errno
import gzip
import hashlib
import io
import os
from pathlib import Path

import pytest

from aide_memoire.records import Failure, Metadata, Source
from aide_memoire.sources import Limits, count_sources, iter_sources

SENTENCE = "The two ministers agreed to reopen the border crossing in May.\n"


def read(*arguments: str | Path, **options: object) -> list[Source | Failure]:
    return list(iter_sources(map(str, arguments), **options))  # type: ignore[arg-type]


def only(*arguments: str | Path, **options: object) -> Source | Failure:
    (item,) = read(*arguments, **options)
    return item


def test_a_text_keeps_its_content_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(SENTENCE)
    source = only(path)
    assert isinstance(source, Source)
    assert (source.name, source.media, source.content, source.metadata) == (str(path), "text", SENTENCE, Metadata())
    assert source.sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert only(path) == source


def test_the_head_of_a_text_is_metadata_and_the_content_begins_after_it(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"# publisher: The Courier\n# licence: free\n# published: 2021-01-21\n\n{SENTENCE}")
    source = only(path)
    assert isinstance(source, Source)
    assert source.content == SENTENCE
    assert source.metadata == Metadata(publisher="The Courier", published="2021-01-21")


@pytest.mark.parametrize("key", ["sha256", "dc.creator", "retrieved_at", "x-2"])
def test_a_key_that_is_not_known_does_not_end_the_head(tmp_path: Path, key: str) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"# publisher: The Courier\n# {key}: 1\n# published: 2021-01-21\n\n{SENTENCE}")
    source = only(path)
    assert isinstance(source, Source)
    assert source.content == SENTENCE
    assert source.metadata == Metadata(publisher="The Courier", published="2021-01-21")


@pytest.mark.parametrize(
    "text",
    [
        "# Talks: the next step\n\nThe ministers met.",
        "# title: Talks resume\nThe ministers met.",
        "# publisher: The Courier",
    ],
)
def test_what_is_no_head_stays_in_the_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(text)
    source = only(path)
    assert isinstance(source, Source)
    assert (source.content, source.metadata) == (text, Metadata())


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("page.html", "<p>They met.</p>", "html"),
        ("page", "<!DOCTYPE html><html><body>They met.</body></html>", "html"),
        ("page.txt", "\n  <html><body>They met.</body></html>", "html"),
        ("page.xml", '<?xml version="1.0"?><html><body>They met.</body></html>', "html"),
        ("page.txt", "They met < and parted >.", "text"),
    ],
)
def test_a_page_is_told_by_its_suffix_or_by_looking(tmp_path: Path, name: str, content: str, media: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    source = only(path)
    assert isinstance(source, Source)
    assert source.media == media


BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\n", "is empty"),
    ("empty.jsonl", b"\n\n", "is empty"),
    ("paper.pdf", b"%PDF-1.7 ...", "is a PDF"),
    ("paper.docx", b"PK\x03\x04...", "is a zip archive"),
    ("picture.txt", b"\x89PNG\r\n", "is a PNG picture"),
    ("binary.txt", b"They met\x00\x01\x02", "NUL bytes"),
    ("late.txt", b"They met. " * 20_000 + b"\x00", "NUL bytes"),
    ("korean.txt", "양국 장관은 5월에 국경을 다시 열기로 합의했다.".encode("euc-kr"), "mostly undecodable"),
    ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "no feed with entries"),
    ("no.xml", b"<a/>", "is XML but no feed"),
    ("no.rss", b"<!-- nothing --><items>They met.</items>", "is XML but no feed"),
    ("no.txt", b"<?xml version='1.0'?><note>They met.</note>", "is XML but no feed"),
    ("bad.jsonl.gz", gzip.compress(b'{"text": "They met."}\n')[:-6], "damaged gzip"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_a_failure_that_names_file_and_remedy(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path, good = tmp_path / name, tmp_path / "good.txt"
    path.write_bytes(content)
    good.write_text(SENTENCE)
    *_, failure, after = read(path, good)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.stage) == (str(path), "source")
    assert str(path) in failure.message
    assert message in failure.message
    assert failure.remedy.endswith(".")
    assert isinstance(after, Source)


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("nowhere.txt", "does not exist"),
        ("no-*.txt", "nothing matches"),
        ("https://courier.example/talks", "nothing is fetched"),
        ("a\x00b", "does not exist"),
        ("x" * 5000, "is not a path"),
    ],
)
def test_what_names_no_file_is_a_failure(argument: str, message: str) -> None:
    failure = only(argument)
    assert isinstance(failure, Failure)
    assert message in failure.message


def test_a_text_of_fifty_megabytes_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(SENTENCE.encode() * (50_000_000 // len(SENTENCE)))
    failure = only(path)
    assert isinstance(failure, Failure)
    assert failure.message == f"{path} is larger than 20 MB"


def test_latin_1_is_read_with_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The Élysée said the café talks would go on – soon.".encode("cp1252"))
    source = only(path)
    assert isinstance(source, Source)
    assert source.content == "The Élysée said the café talks would go on – soon."
    assert "read as cp1252" in caplog.text


def test_a_page_is_read_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes('<html><meta charset="iso-8859-2"><p>Kraków, Łódź</p></html>'.encode("iso-8859-2"))
    source = only(path)
    assert isinstance(source, Source)
    assert "Kraków, Łódź" in source.content


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_obeyed_and_removed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(SENTENCE.encode(encoding))
    source = only(path)
    assert isinstance(source, Source)
    assert source.content == SENTENCE


def test_a_folder_is_read_sorted_without_hidden_files_and_links_that_lead_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "reports", tmp_path / "outside.txt"
    (folder / "2021").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    outside.write_text("Secret.")
    for name in ("b.txt", "2021/a.txt", ".c.txt", ".hidden/d.txt", "notes.docx"):
        (folder / name).write_text(SENTENCE)
    (folder / "link.txt").symlink_to(outside)
    (folder / "inner.txt").symlink_to(folder / "b.txt")
    (folder / "loop").symlink_to(folder)
    names = [item.name for item in read(folder) if isinstance(item, Source)]
    assert names == [str(folder / name) for name in ("2021/a.txt", "b.txt", "inner.txt")]


def test_a_folder_without_readable_files_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("x")
    failure = only(tmp_path)
    assert isinstance(failure, Failure)
    assert "holds no readable file" in failure.message
    assert ".jsonl" in failure.remedy


def test_a_pattern_names_its_files_sorted(tmp_path: Path) -> None:
    for name in ("2021-02.txt", "2021-01.txt", "2022-01.txt"):
        (tmp_path / name).write_text(SENTENCE)
    names = [Path(item.name).name for item in read(tmp_path / "2021-*.txt") if isinstance(item, Source)]
    assert names == ["2021-01.txt", "2021-02.txt"]


def test_a_pattern_finds_each_file_once_and_no_link_that_leads_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "reports", tmp_path / "outside"
    (folder / "2021").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    outside.mkdir()
    for path in (folder / "z.txt", folder / "2021" / "a.txt", folder / ".hidden" / "d.txt", outside / "secret.txt"):
        path.write_text(SENTENCE)
    (folder / "again.txt").symlink_to(folder / "2021" / "a.txt")
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    for name in ("loop", "loop2"):
        (folder / name).symlink_to(folder)
    for pattern, names in [("**/*.txt", ["again.txt", "z.txt"]), ("*/*.txt", ["2021/a.txt", "loop/z.txt"]), ("**", [])]:
        found = [item.name for item in read(folder / pattern) if isinstance(item, Source)]
        assert found == [str(folder / name) for name in names or ["again.txt", "z.txt"]]


def _deny(monkeypatch: pytest.MonkeyPatch, denied: Path) -> None:
    """Refuse to list one folder, as its mode does for all but the superuser."""
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == denied:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(Path, "_scandir", lambda path: refuse(path), raising=False)


def test_a_folder_inside_that_may_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "a.txt").write_text(SENTENCE)
    _deny(monkeypatch, tmp_path / "secret")
    for argument in (tmp_path, f"{tmp_path.parent}/{tmp_path.name[:-1]}?", tmp_path / "**" / "*.txt"):
        source, failure = read(argument)
        assert isinstance(source, Source)
        assert isinstance(failure, Failure)
        assert failure.source == str(tmp_path / "secret")
        assert failure.message == f"the folder {tmp_path / 'secret'} cannot be read: permission denied"
        assert count_sources([str(argument)]) == 2


def test_a_folder_that_may_not_be_read_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _deny(monkeypatch, tmp_path)
    failure = only(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.message == f"the folder {tmp_path} cannot be read: permission denied"


def test_files_that_may_not_be_looked_at_are_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(SENTENCE)

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    failure = only(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.message == f"{path} cannot be read: Permission denied"
    monkeypatch.setattr(Path, "is_dir", refuse)
    failure = only(path)
    assert isinstance(failure, Failure)
    assert failure.message == f"{path} cannot be read: permission denied"


@pytest.mark.parametrize(
    ("content", "media", "name"),
    [
        (SENTENCE.encode(), "text", "-"),
        (b"<html><body>They met.</body></html>", "html", "-"),
        (b'{"id": "a", "text": "They met."}\n', "text", "-#a"),
    ],
)
def test_standard_input_is_told_by_looking(content: bytes, media: str, name: str) -> None:
    stdin = io.BytesIO(content)
    source = only("-", stdin=stdin)
    assert isinstance(source, Source)
    assert (source.media, source.name) == (media, name)
    assert not stdin.closed


def test_without_standard_input_there_is_a_failure() -> None:
    failure = only("-")
    assert isinstance(failure, Failure)
    assert "no standard input" in failure.message


def test_sources_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two."}')
    with gzip.open(tmp_path / "c.jsonl.gz", "wb") as stream:
        stream.write(b'{"text": "One."}\n' * 3)
    assert count_sources([str(tmp_path)]) == 6
    assert count_sources([str(tmp_path), "nowhere.txt"]) == 7
    assert count_sources(["-"]) is None


def test_a_limit_can_be_lowered(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(SENTENCE)
    assert isinstance(only(path, limits=Limits(document_bytes=10)), Failure)
