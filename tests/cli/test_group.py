"""Streams that are closed or full: one plain message, no traceback, and a status that says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aide_memoire.ledger import open_ledger

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")

PROGRAM = f"{sys.executable} -c 'from aide_memoire.cli import main; main()'"
FULL = "aide-memoire: the output cannot be written: No space left on device. Send it to where there is room for it\n"
CLOSED = "aide-memoire: standard output is closed. Send it to a file, or to /dev/null\n"


def run(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        f"{PROGRAM} {words}", shell=True, capture_output=True, text=True, timeout=60, cwd=folder, env=os.environ
    )


@pytest.mark.parametrize(
    ("words", "status", "stderr"),
    [
        ("brief --ledger l.db >/dev/full", 1, FULL),
        ("brief --ledger l.db --format json >/dev/full", 1, FULL),
        ("--help >/dev/full", 1, FULL),
        ("brief --ledger l.db >&-", 1, CLOSED),
        ("brief --ledger gone.db 2>/dev/full", 1, ""),
        ("brief --ledger l.db 2>&- <&-", 0, ""),
        ("read gone.txt <&-", 1, "gone.txt: gone.txt does not exist. Check the spelling and the folder you are in.\n"),
        ("read - <&-", 1, "-: there is no standard input. Pipe a text into the command, or name a file.\n"),
        ("add gone.txt --ledger l.db 2>&- <&-", 1, ""),
    ],
)
def test_a_stream_that_is_closed_or_full(words: str, status: int, stderr: str, tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "l.db")).close()
    done = run(words, tmp_path)
    assert (done.returncode, done.stderr) == (status, stderr)


def test_ctrl_c_before_there_is_a_command_is_130() -> None:
    code = (
        "import sys\n"
        "class Interrupt:\n"
        "  def find_spec(self, name, *_):\n"
        "    if name == 'aide_memoire.cli.brief': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "import aide_memoire.cli"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (130, b"")
