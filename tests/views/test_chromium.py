"""The page in a real browser: what it shows is what was written, and every quote is found."""

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from aide_memoire.views.briefing import brief
from aide_memoire.views.html import write_html
from tests.views import builders
from tests.views.pages import Page
from tests.views.test_hostile import EVIL, poison

pytestmark = pytest.mark.chromium


def render(html: str, folder: Path) -> str:
    """The page as the browser understood it."""
    browser = shutil.which("chromium")
    assert browser is not None
    page = folder / "briefing.html"
    page.write_text(html, encoding="utf-8", newline="")
    done = subprocess.run(
        [
            browser,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode("utf-8")


def test_every_quote_is_found_where_its_link_leads(tmp_path: Path) -> None:
    poisoned = [poison(evil) for evil in EVIL[:3]]
    commitments = [builders.ferry_commitment(), builders.fees_commitment()]
    documents = dict(builders.DOCUMENTS)
    for number, (commitment, document) in enumerate(poisoned):
        name = f"evil{number}"
        (first, second) = commitment.statements
        moved = tuple(replace(one, document=name) for one in (first, second))
        commitments.append(replace(commitment, id=f"{name}-0000", statements=moved))
        documents[name] = replace(document, id=name)
    html = write_html(brief(commitments, documents.get, by="holder", as_of=builders.DAY))
    page = Page(render(html, tmp_path))
    assert len(page.quotes()) == 3 + 2 * len(poisoned)
    for address, words in page.quotes():
        assert page.under[address] == words
    assert page.ids == Page(html).ids
    assert "script" not in page.tags
