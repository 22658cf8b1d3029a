from aide_memoire.records import Commitment
from aide_memoire.views.disagreements import iter_conflicts
from aide_memoire.views.disagreements_text import show_conflicts
from aide_memoire.views.lines import iter_lines
from tests.views import builders
from tests.views.test_terminal import lay_out


def show(*commitments: Commitment) -> list[str]:
    conflicts = list(iter_conflicts(iter_lines(commitments, as_of=builders.DAY)))
    return lay_out(show_conflicts(conflicts, builders.find_document, as_of=builders.DAY), width=200).splitlines()


def test_each_side_stands_with_its_quote_and_report() -> None:
    later = [
        builders.told("restates", "2021-04-01", due=builders.due("/2024")),
        builders.told("restates", "2021-05-01", due=builders.due("/2024")),
        builders.told("fulfils", "2021-06-01"),
        builders.told("breaks", "2021-06-02"),
    ]
    shown = show(builders.ferry_history(*later), builders.fees_commitment())
    rows = [
        "Conflicts as of 2 June 2022",
        "1 commitment with statements that disagree. Which of them is right is for you to judge.",
        "pledge: reopen the ferry line [eeee3333]",
        "  assessment    broken (“the ferry line to Norway is open again”, 2 June 2021)",
        "  By when",
        "  side 1        by May 2022 (made)",
        "  report        The Daily Sound: “Ferry line to reopen”, 1 March 2021",
        "  side 2        by 2024 (restated)",
        "  quote         “… the ferry line to Norway is open again …”",
        "  report        Wire: “Ferry line to reopen”, 1 April 2021",
        "  also          1 more statement of it",
        "  What came of it",
        "  side 1        fulfilled",
        "  report        Wire: “Ferry line to reopen”, 1 June 2021",
        "  side 2        broken",
        "  report        Wire: “Ferry line to reopen”, 2 June 2021",
    ]
    kept = iter(shown)
    assert all(row in kept for row in rows)
    assert "lower port fees" not in "\n".join(shown)


def test_a_holder_is_said_by_name() -> None:
    norway = builders.actor(builders.FERRY, "Norway", country="NOR", kind="state")
    shown = show(builders.ferry_history(builders.told("restates", "2021-04-01", holder=norway)))
    assert {"  Who is to do it", "  side 1        Ministry of Transport (DNK) (made)"} <= set(shown)
    assert "  side 2        Norway (restated)" in shown


def test_that_there_is_none_is_said() -> None:
    assert show(builders.ferry_commitment())[1].startswith("The statements of no commitment disagree")
