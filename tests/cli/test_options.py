import pytest
from click.testing import CliRunner

from aide_memoire.cli import main
from aide_memoire.cli.options import get_stdin
from aide_memoire.records import Metadata, Reading


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read", "x", "--min-score", "nan"], "'--min-score': nan is no score"),
        (["read", "x", "--min-score", "NaN"], "'--min-score': nan is no score"),
        (["read", "x", "--url", "https://example.org/\udcff"], "'--url': 'https://example.org/\\udcff' holds a byte"),
        (["add", "x", "--publisher", "The D\udce9ly Sound"], "'--publisher': 'The D\\udce9ly Sound' holds a byte"),
        (["add", "x", "--url", "\udcff"], "'--url': '\\udcff' holds a byte that is no UTF-8"),
    ],
)
def test_what_an_option_cannot_mean_is_a_usage_error(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert f"Invalid value for {message}" in result.stderr


def test_words_of_any_language_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Metadata] = []

    def read_sources(*_: object, given: Metadata, **__: object) -> list[Reading]:
        taken.append(given)
        return []

    monkeypatch.setattr("aide_memoire.pipeline.read_sources", read_sources)
    result = CliRunner().invoke(main, ["read", "x", "--publisher", "聯合報", "--url", "https://example.org/é"])
    assert result.exit_code == 0
    assert [(given.publisher, given.url) for given in taken] == [("聯合報", "https://example.org/é")]


def test_standard_input_is_looked_at_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert get_stdin(["-"]) is None
    monkeypatch.setattr("sys.stdin", object())
    assert get_stdin(["a.txt"]) is None
    with pytest.raises(AttributeError):
        get_stdin(["a.txt", "-"])
