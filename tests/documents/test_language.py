"""Only a text that is surely in another language is turned away."""

import pytest

from aide_memoire.documents.language import find_other_language

FRENCH = "Le ministre des Affaires étrangères a déclaré que la France signerait l'accord sur la frontière en mai. " * 4
ENGLISH = "The foreign minister said that the two states would sign the agreement on the border in May. " * 4
NAMES = "President Widodo, Prime Minister Suga, Chairman Kim, Bayu Pratama and Nguyen Phu Trong met in Jakarta. " * 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "French"),
        ("외교부는 올해 안에 두 나라의 국경에 관한 협정에 서명하겠다고 밝혔다. " * 12, "Korean"),
        (ENGLISH, None),
        (NAMES, None),
        ("Le ministre a déclaré.", None),
        (ENGLISH * 10 + FRENCH * 10, None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert find_other_language(text) == language
