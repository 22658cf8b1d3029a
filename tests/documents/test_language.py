"""Only a text that is surely in another language is turned away."""

import pytest

from aide_memoire.documents.language import find_language, find_other_language

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
        ("양국 장관이 만났다.", "Hangul script"),
        ("وقع الوزيران الاتفاق.", "Arabic script"),
        ("外交部长们会面。", "CJK script"),
        ("Ⅴ. Министры встретились.", "Cyrillic script"),
        ("The ministers signed the 9월 평양공동선언 pact in Oslo.", None),
        ("The angle θ and the mass μ.", None),
        ("2021", None),
        (ENGLISH * 10 + FRENCH * 10, None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert find_other_language(text) == language


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH * 10 + FRENCH * 10, None, "en"),
        ("Norway will withdraw its troops by 2022.", None, "en"),
        ("They met.", None, None),
        ("They met.", "en-GB", "en"),
        ("They met.", "EN_us", "en"),
        ("Le ministre a déclaré que la France signerait l'accord en mai.", None, None),
        (ENGLISH, "ko", "en"),
        (NAMES, "ko", None),
    ],
)
def test_a_language_is_stored_where_it_is_told_or_sure(text: str, told: str | None, language: str | None) -> None:
    assert find_language(text, told=told) == language
