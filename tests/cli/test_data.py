"""`aide-memoire data join`: annotations find their texts by content, and what is missing is said."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from aide_memoire.annotations import (
    AnnotatedDocument,
    AnnotatedHolder,
    AnnotatedStatement,
    JoinedDocument,
    load_annotations,
    text_sha256,
)
from aide_memoire.cli import main
from aide_memoire.errors import SourceError

TEXT = "Norway will send observers to Cyprus.\n"


def annotated(identity: str, text: str) -> AnnotatedDocument:
    holder = AnnotatedHolder(level="state", country="NOR", name="Norway", members=None, span=(0, 6), found="annotated")
    statement = AnnotatedStatement(
        id="1",
        kind="commitment",
        span=(0, 36),
        head=(12, 16),
        holder=holder,
        action="send observers",
        act="pledge",
        polarity="positive",
        core=True,
    )
    return AnnotatedDocument(
        id=identity,
        url=f"https://example.org/{identity}",
        published="2021-01-21",
        sha256=text_sha256(text),
        part="train",
        annotator="seed",
        statements=(statement,),
    )


def write(path: Path, *documents: AnnotatedDocument) -> Path:
    path.write_bytes(b"".join(msgspec.json.encode(d) + b"\n" for d in documents))
    return path


def test_a_text_is_found_by_its_content_and_the_missing_are_named(tmp_path: Path) -> None:
    annotations = write(tmp_path / "a.jsonl", annotated("here", TEXT), annotated("gone", "Another text."))
    text = tmp_path / "any-name.txt"
    text.write_text(f"# title: Observers\n\n{TEXT}", encoding="utf-8")
    out = tmp_path / "joined.jsonl"
    result = CliRunner().invoke(
        main, ["data", "join", str(text), "--annotations", str(annotations), "--output", str(out)]
    )
    assert result.exit_code == 1
    assert "missing: gone https://example.org/gone" in result.stderr
    (joined,) = msgspec.json.decode(b"[" + out.read_bytes().strip() + b"]", type=list[JoinedDocument])
    assert joined.title == "Observers"
    assert [q.text for q in joined.heads] == ["send"]
    assert joined.quotes[0].text == TEXT[:36]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", annotated("here", TEXT))
    path.write_bytes(path.read_bytes() + b'{"id": 1}\n')
    with pytest.raises(SourceError, match="line 2"):
        load_annotations(path)


def test_a_missing_file_is_named() -> None:
    result = CliRunner().invoke(main, ["data", "join", "x.txt", "--annotations", "nowhere.jsonl"])
    assert result.exit_code == 1
    assert "nowhere.jsonl" in result.stderr
    assert "Traceback" not in result.output
