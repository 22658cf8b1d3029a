import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
import pytest
from click.testing import CliRunner

from aide_memoire.cli import main
from aide_memoire.records import Failure, Metadata, Reading
from tests.views import builders

READING = Reading(
    document=builders.FERRY_DOCUMENT, statements=(builders.ferry_statement(score=0.4), builders.fees_statement())
)
FAILURE = Failure(source="gone.txt", stage="source", message="There is no gone.txt", remedy="Check the path")


class Pipeline:
    """Stands in for the pipeline: remembers what it was asked, gives what it is told to."""

    def __init__(self, *outcomes: Reading | Failure) -> None:
        self.outcomes = outcomes
        self.asked: tuple[tuple[str, ...], Metadata] | None = None
        self.stdin = b""

    def read_sources(
        self, arguments: tuple[str, ...], *, given: Metadata, stdin: BinaryIO
    ) -> Iterator[Reading | Failure]:
        self.asked = (arguments, given)
        self.stdin = stdin.read() if "-" in arguments else b""
        yield from self.outcomes


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    fake = Pipeline(READING)
    monkeypatch.setattr("aide_memoire.pipeline.read_sources", fake.read_sources)
    return fake


def test_options_reach_the_pipeline_and_are_said_to_be_given(pipeline: Pipeline) -> None:
    options = ["--date", "2021-03-01", "--url", "https://example.org/a", "--publisher", "The Daily Sound"]
    result = CliRunner().invoke(main, ["read", "a.txt", "b.txt", *options])
    assert result.exit_code == 0, result.output
    given = Metadata(published="2021-03-01", url="https://example.org/a", publisher="The Daily Sound")
    assert pipeline.asked == (("a.txt", "b.txt"), given)
    assert "publisher     The Daily Sound (given by you)" in result.stdout
    assert "pledge: lower port fees [score 0.80]" in result.stdout


def test_json_is_the_exchange_format_one_object_a_line(pipeline: Pipeline) -> None:
    pipeline.outcomes = (READING, FAILURE, READING)
    result = CliRunner().invoke(main, ["read", "a", "--json"])
    lines = result.stdout_bytes.splitlines()
    assert [msgspec.json.decode(line, type=Reading) for line in lines] == [READING, READING]
    assert result.stderr == "gone.txt: There is no gone.txt. Check the path\n"
    assert result.exit_code == 1


def test_min_score_leaves_out_and_counts(pipeline: Pipeline) -> None:
    result = CliRunner().invoke(main, ["read", "a", "--min-score", "0.5"])
    assert "reopen the ferry" not in result.stdout.split("Commitments")[1]
    assert "1 statement below the lowest score asked for, not shown." in result.stdout
    (line,) = CliRunner().invoke(main, ["read", "a", "--min-score", "0.5", "--json"]).stdout_bytes.splitlines()
    assert [one.id for one in msgspec.json.decode(line, type=Reading).statements] == ["fees"]


def test_standard_input_reaches_the_pipeline(pipeline: Pipeline) -> None:
    assert CliRunner().invoke(main, ["read", "-"], input=io.BytesIO(b"text").getvalue()).exit_code == 0
    assert pipeline.stdin == b"text"


@pytest.mark.parametrize("word", ["core", "not core", "score", "not stated"])
def test_the_help_explains_the_words_in_a_line_each(word: str) -> None:
    shown = CliRunner().invoke(main, ["read", "--help"]).stdout
    assert [line for line in shown.splitlines() if line.strip().startswith(f"{word}  ") and len(line.split()) > 5]


def test_explain_says_why_beside_each_statement(pipeline: Pipeline) -> None:
    pipeline.outcomes = (
        Reading(
            document=builders.FERRY_DOCUMENT,
            statements=(builders.ferry_statement(why=("head:0.91", "due:0.72", "holder:metonym")),),
        ),
    )
    plain, explained = (CliRunner().invoke(main, ["read", "a", *options]).stdout for options in ([], ["--explain"]))
    assert "head 0.91 · due 0.72 · holder metonym" in explained
    assert "head 0.91" not in plain
