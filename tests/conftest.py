"""What a test may ask for, and why it is skipped where that is missing."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def _missing(marker: str) -> str | None:
    """Return why a test with this marker cannot run here, or None where it can."""
    match marker:
        case "shared" if not (SHARED / "gold").is_dir():
            return "the texts that are kept beside the project, in ../shared, are not there"
        case "chromium" if shutil.which("chromium") is None:
            return "no chromium on PATH"
        case "postgres" if shutil.which("psql") is None:
            return "no PostgreSQL on PATH"
    return None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose marker names something that is not here."""
    for marker in item.iter_markers():
        reason = _missing(marker.name)
        if reason is not None:
            pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of texts beside the repository; the test that asks for it is marked `shared`."""
    return SHARED
