import pytest

from aide_memoire.views.quotes import word_quote
from tests.views import builders


@pytest.mark.parametrize(
    ("text", "clause", "shown"),
    [
        ("Seoul would send envoys in May.", "would send envoys", "“… would send envoys …”"),
        ("Seoul would send envoys.", "Seoul would send envoys", "“Seoul would send envoys”"),
        ("Seoul would send envoys.", "Seoul would send envoys.", "“Seoul would send envoys.”"),
        ("SEOUL\n\nIt will open the road\n\nOslo", "It will open the road", "“It will open the road”"),
        ("Talks ended. “We will return,” he said.", "We will return", "“We will return …”"),
        ("Talks ended. “We will return.”", "We will return", "“We will return”"),
        ("It was late. He left, and will return!", "will return", "“… will return”"),
        ("Kim Yo-jong had threatened to leave.", "jong had threatened", "“…jong had threatened …”"),
        ("The U.S. Navy will sail and", "Navy will sail and", "“… Navy will sail and”"),
        ("Then Mr. Hansen will go.", "Hansen will go", "“… Hansen will go”"),
        ("(Oslo will pay.) More.", "Oslo will pay", "“Oslo will pay”"),
        ("It will pay.”", "It will pay", "“It will pay”"),
    ],
)
def test_a_fragment_shows_that_its_sentence_goes_on(text: str, clause: str, shown: str) -> None:
    one = builders.statement(text, clause, clause.split()[0])
    assert word_quote(one, builders.document(text)) == shown
    assert clause in shown


def test_without_its_document_the_clause_stands_alone() -> None:
    one = builders.statement("Seoul would send envoys.", "would send", "send")
    assert word_quote(one, None) == "“would send”"
    assert word_quote(one, builders.document("Other words.")) == "“would send”"
