"""Killed without warning while it adds, and begun again: the same ledger in the end."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
COMMAND = [sys.executable, "-c", "from aide_memoire.cli import main; main()"]
KILLS = 20


def add(ledger: Path) -> subprocess.Popen[bytes]:
    """Begin to add the sample reports to a ledger."""
    given = [*COMMAND, "add", str(EXAMPLES), "--ledger", str(ledger)]
    return subprocess.Popen(given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def exported(ledger: Path) -> bytes:
    """All that a ledger holds as of the end."""
    given = [*COMMAND, "export", "--ledger", str(ledger), "--format", "jsonl", "--as-of", "2026-12-31"]
    return subprocess.run(given, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_a_ledger_survives_twenty_kills(tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole.db", tmp_path / "torn.db"
    began = time.monotonic()
    assert add(whole).wait() == 0
    took = time.monotonic() - began
    moments = random.Random(7)
    killed = 0
    while killed < KILLS:
        running = add(torn)
        try:
            running.wait(timeout=moments.uniform(0.1, 0.6) * took)
        except subprocess.TimeoutExpired:
            running.kill()
            killed += running.wait() < 0
        else:
            torn.unlink()  # done before it was killed: begin anew
    assert add(torn).wait() == 0
    assert exported(whole) == exported(torn) != b""
