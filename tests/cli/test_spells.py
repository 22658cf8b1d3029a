from datetime import date

import pytest
from click.testing import CliRunner

from aide_memoire.cli import main
from aide_memoire.cli.spells import Spell


@pytest.mark.parametrize(
    ("text", "day", "after", "before"),
    [
        ("0d", "2022-03-15", "2022-03-15", "2022-03-15"),
        ("90d", "2022-03-15", "2022-06-13", "2021-12-15"),
        ("2w", "2022-12-25", "2023-01-08", "2022-12-11"),
        ("1m", "2022-01-31", "2022-02-28", "2021-12-31"),
        ("1m", "2024-03-31", "2024-04-30", "2024-02-29"),
        ("6m", "2022-08-15", "2023-02-15", "2022-02-15"),
        ("12m", "2022-12-01", "2023-12-01", "2021-12-01"),
        ("1y", "2024-02-29", "2025-02-28", "2023-02-28"),
        ("9999y", "2022-03-15", "9999-12-31", "0001-01-01"),
        ("9999d", "9999-12-01", "9999-12-31", "9972-07-16"),
        ("9999d", "0001-12-01", "0029-04-17", "0001-01-01"),
    ],
)
def test_a_spell_is_counted_on_the_calendar(text: str, day: str, after: str, before: str) -> None:
    spell = Spell.of(text)
    assert spell is not None
    one = date.fromisoformat(day)
    assert (spell.after(one).isoformat(), spell.before(one).isoformat()) == (after, before)


@pytest.mark.parametrize("text", ["", "90", "d", "-1d", "1.5y", "3 months", "90D", "1y6m", "99999d", "٣d", "90d\n"])
@pytest.mark.parametrize("option", ["--within", "--silent"])
def test_what_is_no_spell_is_a_usage_error(text: str, option: str) -> None:
    assert Spell.of(text) is None
    result = CliRunner().invoke(main, ["watch", option, text])
    assert result.exit_code == 2
    assert "is no spell of time. Write days, weeks, months or years: 90d, 12w, 6m, 1y." in result.stderr
