import pytest

from aide_memoire.views.briefing import brief
from aide_memoire.views.markdown import escape, write_markdown
from tests.views import builders


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("see http://a.b and www.a.b", r"see http\://a.b and www\.a.b"),
        ("a@b.c | d", r"a\@b.c \| d"),
        ("two\n# lines", r"two \# lines"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_briefing_in_markdown() -> None:
    lines = write_markdown(
        brief([builders.ferry_commitment()], builders.DOCUMENTS.get, by="due", as_of=builders.DAY)
    ).splitlines()
    assert lines[0] == "# Commitments as of 2 June 2022, by due date"
    assert "## 2022" in lines
    assert "- **pledge: reopen the ferry line** (aaaa1111)" in lines
    assert "    - due: by May 2022 (“by May next year”); overdue since 1 June 2022" in lines
    assert "    - url: <https://example.org/ferry>" in lines


def test_the_assessment_is_said_in_words() -> None:
    history = builders.ferry_history(builders.told("sets_back", "2021-06-01"))
    written = write_markdown(brief([history], builders.find_document, by="due", as_of=builders.DAY))
    assert f"    - assessment: set back (“{builders.TOLD}”, 1 June 2021)\n" in written
