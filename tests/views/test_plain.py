import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.views.plain import plain_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\nlines\t here ", "two lines here"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\x00b\x9bc\x7f", "a\ufffdb\ufffdc\ufffd"),
        ("abc\u202edef", "abc\ufffddef"),
        ("سلام\u200f", "سلام\u200f"),
        ("[red]kept[/red]", "[red]kept[/red]"),
    ],
)
def test_plain_line(text: str, line: str) -> None:
    assert plain_line(text) == line


@given(st.text())
def test_a_plain_line_is_one_line_without_controls(text: str) -> None:
    line = plain_line(text)
    assert len(line.splitlines()) <= 1
    assert all(ord(character) >= 32 and not 127 <= ord(character) < 160 for character in line)
