"""A record a line; a bad line is a failure that names it, and the next is read."""

import gzip
import json
from pathlib import Path

import pytest

from aide_memoire.records import Failure, Metadata, Source
from aide_memoire.sources import Limits, iter_sources


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


def test_a_record_is_a_source_with_its_metadata(tmp_path: Path) -> None:
    record = {"id": "a/1", "title": "Talks", "text": "They met.", "url": "https://courier.example/1"}
    path = write(tmp_path / "crawl.jsonl", {**record, "published": "2021-01-21", "publisher": "Courier", "extra": [1]})
    (source,) = iter_sources([str(path)])
    assert isinstance(source, Source)
    assert (source.name, source.media, source.content) == (f"{path}#a/1", "text", "They met.")
    assert source.metadata == Metadata(
        id="a/1", title="Talks", url="https://courier.example/1", published="2021-01-21", publisher="Courier"
    )


def test_a_record_without_id_is_named_by_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.jsonl", {"text": "One."}, "", {"text": "Three.", "id": None, "title": ""})
    assert [source.name for source in iter_sources([str(path)]) if isinstance(source, Source)] == [
        f"{path}#1",
        f"{path}#3",
    ]


def test_the_hash_is_of_the_record_and_packing_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.jsonl", {"id": "a", "text": "One."}, {"id": "b", "text": "Two."})
    packed = tmp_path / "crawl.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    plain = [source.sha256 for source in iter_sources([str(path)]) if isinstance(source, Source)]
    assert plain == [source.sha256 for source in iter_sources([str(packed)]) if isinstance(source, Source)]
    assert len(set(plain)) == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2 is not JSON"),
        ("[1]", "line 2 has the wrong shape"),
        ('{"title": "Talks"}', "line 2 has the wrong shape"),
        ('{"text": 3}', "line 2 has the wrong shape"),
        ('{"text": "They met.", "published": 20210121}', "line 2 has the wrong shape"),
        ('{"id": "x", "text": "  "}', "line 2 (x) has an empty text"),
        ("[" * 100_000, "line 2"),
        ('{"text": "' + "a" * 2_000_000 + '"}', "line 2 is too large"),
    ],
)
def test_a_bad_line_is_a_failure_and_the_next_is_read(tmp_path: Path, line: str, message: str) -> None:
    path = write(tmp_path / "crawl.jsonl", {"text": "One."}, line, {"text": "Three."})
    first, failure, third = iter_sources([str(path)], limits=Limits(document_bytes=1_000_000))
    assert isinstance(failure, Failure)
    assert failure.source == f"{path}#line-2"
    assert message in failure.message
    assert isinstance(first, Source)
    assert isinstance(third, Source)


def test_a_file_that_is_no_jsonl_is_given_up(tmp_path: Path) -> None:
    path = write(tmp_path / "pretty.json", "{", *['  "text": "They met.",'] * 500, "}")
    failures = list(iter_sources([str(path)]))
    assert len(failures) == Limits().bad_lines + 1
    assert all(isinstance(failure, Failure) for failure in failures)
    assert "is given up" in failures[-1].message  # type: ignore[union-attr]


@pytest.mark.parametrize("blank", [b"\n" * 3_000_000, b" " * 900_000 + b"\n" + b" " * 900_000 + b"\n"])
def test_blank_lines_without_end_are_not_unpacked(tmp_path: Path, blank: bytes) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "One."}\n' + blank + b'{"text": "Two."}\n'))
    source, failure = iter_sources([str(path)], limits=Limits(document_bytes=1_000_000))
    assert isinstance(source, Source)
    assert isinstance(failure, Failure)
    assert f"{path} is given up: nothing but blank lines from line 2 to" in failure.message


def test_a_packed_line_without_end_is_not_unpacked_to_look_for_it(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b"a" * 30_000_000))
    (failure,) = iter_sources([str(path)], limits=Limits(document_bytes=100_000))
    assert isinstance(failure, Failure)
    assert "line 1 is too large" in failure.message
