"""The project as a stranger finds it: the README tells the truth, and nothing depends on one machine."""

import doctest
import re
import shutil
import subprocess
import tomllib
from itertools import takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner

import aide_memoire
from aide_memoire.cli import main as command
from benchmarks.telling import Figure, load_baseline, load_figures, table, tell, undercut

MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|work|opt|tmp|home|Users)/\w[^\s'\"]*")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PINNED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)
NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


def kept_files(root: Path) -> list[Path]:
    """List the files that are, or are about to be, part of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := root / name).is_file()]


def transcript(block: str) -> list[tuple[str, list[str]]]:
    """Split a console block into its commands and what each prints; a line "…" stands for lines that are left out."""
    lines = block.splitlines()
    return [
        (line.removeprefix("$ "), list(takewhile(lambda output: not output.startswith("$ "), lines[place + 1 :])))
        for place, line in enumerate(lines)
        if line.startswith("$ ")
    ]


def absent(expected: list[str], printed: str) -> list[str]:
    """Return the expected lines that are not printed in their order."""
    rest = iter([line.rstrip() for line in printed.splitlines()])
    return [line for line in expected if line.strip() not in ("", "…") and line.rstrip() not in rest]


def test_the_transcript_of_the_readme_is_what_is_printed(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(root / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    commands = [
        each for block in CONSOLE.findall((root / "README.md").read_text("utf-8")) for each in transcript(block)
    ]
    assert [line.split()[1] for line, _ in commands] == ["add", "brief", "show"]
    for line, expected in commands:
        result = CliRunner().invoke(command, line.split()[1:], env={"COLUMNS": "100", "NO_COLOR": "1"})
        assert (line, absent(expected, result.output)) == (line, [])
        assert expected != []


def test_the_python_of_the_readme_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    result = doctest.testfile(str(root / "README.md"), module_relative=False, encoding="utf-8")
    assert result.failed == 0
    assert result.attempted > 0


def test_the_lock_pins_every_dependency_by_hash(root: Path) -> None:
    pinned = {name for name, *_ in PINNED.findall((root / "requirements.lock").read_text("utf-8"))}
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.sub(r"[-_.]+", "-", match[0]).lower() for line in wanted if (match := NAME.match(line))}
    assert names - pinned == set()


def test_the_lock_holds_nothing_but_pins_and_their_reasons(root: Path) -> None:
    lock = (root / "requirements.lock").read_text("utf-8")
    others = [line for line in PINNED.sub("", lock).splitlines() if not line.lstrip().startswith("#")]
    assert others == []
    assert re.findall(r"\S*://\S*|\S*file:\S*|(?<=\s)[/~]\S*", lock) == []


def test_nothing_that_needs_a_trainer_is_installed(root: Path) -> None:
    pinned = {name for name, *_ in PINNED.findall((root / "requirements.lock").read_text("utf-8"))}
    assert pinned & {"torch", "jax", "jaxlib", "tensorflow"} == set()


def test_no_file_names_a_folder_of_a_machine(root: Path) -> None:
    named = []
    for path in kept_files(root):
        text = path.read_bytes().decode("utf-8", errors="replace")
        named += [f"{path.relative_to(root)}: {match}" for match in MACHINE.findall(text)]
    assert named == []


def test_the_changelog_knows_the_version(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == aide_memoire.__version__
    assert f"\n## [{aide_memoire.__version__}] - " in (root / "CHANGELOG.md").read_text("utf-8")


def test_every_benchmark_is_told(root: Path) -> None:
    scripts = {path for path in (root / "benchmarks").glob("*.py") if '"--json"' in path.read_text("utf-8")}
    assert {path.stem for path in scripts} - {"run"} == set(load_figures())


def test_the_evaluation_shows_the_baseline(root: Path) -> None:
    assert table(load_figures(), load_baseline()) in (root / "docs" / "evaluation.md").read_text("utf-8")


DUE = Figure(label="Due dates", measure="F1", better="higher", floor=True)
BROKEN = Figure(label="Broken spans", measure="count", better="lower", floor=True)


@pytest.mark.parametrize(
    ("figure", "now", "before", "sentence", "undercuts"),
    [
        (DUE, 0.58, 0.55, "Due dates: F1 0.58, up 0.03 from 0.55.", False),
        (DUE, 0.55, 0.55, "Due dates: F1 0.55, as before.", False),
        (DUE, 0.545, 0.55, "Due dates: F1 0.545, down 0.005 from 0.55 (worse).", False),
        (DUE, 0.53, 0.55, "Due dates: F1 0.53, down 0.02 from 0.55 (worse).", True),
        (DUE, 0.55, None, "Due dates: F1 0.55, not measured before.", False),
        (DUE, None, 0.55, "Due dates: F1 is not known now; it was 0.55.", True),
        (BROKEN, 0, 0, "Broken spans: count 0, as before.", False),
        (BROKEN, 1, 0, "Broken spans: count 1, up 1 from 0 (worse).", True),
        (BROKEN, 10, 12, "Broken spans: count 10, down 2 from 12.", False),
    ],
)
def test_a_figure_is_told_against_what_it_was(
    figure: Figure, now: float | None, before: float | None, sentence: str, undercuts: bool
) -> None:
    assert tell(figure, now, before) == sentence
    assert undercut(figure, now, before) is undercuts
