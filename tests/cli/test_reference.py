"""docs/cli.md is what the commands say, and the commands say something about each option."""

import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest


@pytest.fixture(scope="module")
def reference(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("cli_reference", root / "scripts" / "cli_reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date(reference: ModuleType, root: Path) -> None:
    written = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference.write_reference(), "run: python scripts/cli_reference.py"


def test_every_command_and_option_is_documented(reference: ModuleType) -> None:
    page = reference.write_reference()
    for words, command in reference.iter_commands():
        assert command.help, words
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{words} {parameter.name}"
                assert all(option in page for option in parameter.opts)
