"""What all commands share: help, errors, encodings, a reader that stops reading."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from aide_memoire import __version__
from aide_memoire.cli import main
from aide_memoire.errors import AideMemoireError, LedgerError

HEAVY = ("onnxruntime", "tokenizers", "lemminflect", "trafilatura", "sqlalchemy", "rich", "jinja2", "msgspec")


def raise_(error: BaseException) -> Callable[..., None]:
    def raiser(*_: object, **__: object) -> None:
        raise error

    return raiser


def run_python(code: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "PYTHONUTF8")}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment | env, timeout=60)


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_has_examples(command: list[str], flag: str) -> None:
    result = CliRunner().invoke(main, [*command, flag])
    assert result.exit_code == 0
    assert "Examples:\n  " in result.output


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom aide_memoire.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = run_python(code)
    assert done.stdout.decode().splitlines()[-1] == "[]", done.stderr


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"aide-memoire, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["read"],
        ["add"],
        ["show"],
        ["brief", "--by", "colour"],
        ["brief", "--as-of", "May"],
        ["read", "-x"],
    ],
)
def test_what_is_not_understood_is_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


@pytest.mark.parametrize("date", ["yesterday", "2021-13", "21.1.2021"])
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_date_that_is_none_is_a_usage_error(command: str, date: str) -> None:
    result = CliRunner().invoke(main, [command, "x.txt", "--date", date])
    assert result.exit_code == 2
    assert f"'{date}' is no date" in result.stderr


def test_an_expected_error_is_one_message_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    error: AideMemoireError = LedgerError("no ledger at \x1b[31mx", remedy="Add a source")
    monkeypatch.setattr("aide_memoire.ledger.open_ledger", raise_(error))
    result = CliRunner().invoke(main, ["brief"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "aide-memoire: no ledger at \ufffd[31mx. Add a source\n"


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aide_memoire.ledger.open_ledger", raise_(KeyboardInterrupt()))
    result = CliRunner().invoke(main, ["brief"])
    assert result.exit_code == 130
    assert "Traceback" not in result.output


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_output_is_utf8_in_any_locale(locale: dict[str, str]) -> None:
    words = "aide-mémoire “—” 統一"
    code = (
        "import click\nfrom aide_memoire.cli import main\n"
        f"@main.command()\ndef say(): click.echo({words!a})\n"
        "main(['say'])"
    )
    done = run_python(code, **locale)
    assert done.stdout.decode("utf-8") == f"{words}\n"


def test_a_broken_pipe_is_quiet() -> None:
    code = (
        "import click\nfrom aide_memoire.cli import main\n"
        "@main.command()\ndef say():\n  for _ in range(100000): click.echo('a line')\n"
        "main(['say'])"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == b"a line\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 1
