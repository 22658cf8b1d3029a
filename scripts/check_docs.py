"""Check that the documentation does not lie: links lead somewhere, and nothing that a person can use goes unsaid.

- Every link inside README.md, CHANGELOG.md, docs/, examples/ and data/ leads to a file, and to a heading that is there.
- Every page of docs/ is reached from docs/index.md; every stage of the package has its page.
- Every command and option of `aide-memoire`, every environment variable and every setting is described in docs/.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from aide_memoire.cli import main as command

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "aide_memoire"
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
VARIABLE = re.compile(r"\bAIDE_MEMOIRE_[A-Z_]+\b")
# What a person meets; `lexicons` and `models` are data, and the rest is said in the page of the stage that uses it.
STAGES = ("sources", "documents", "reading", "dates", "actors", "ledger", "following", "views", "cli", "web")


def main() -> int:
    """Print every fault; return 1 where there is one."""
    faults = [
        *broken_links(),
        *missing_pages(),
        *undocumented_commands(command, "aide-memoire"),
        *undocumented_settings(),
    ]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def written() -> list[Path]:
    """List the pages that are checked."""
    folders = [ROOT / name for name in ("docs", "examples", "data", "training", "benchmarks")]
    return [*sorted(ROOT.glob("*.md")), *sorted(page for folder in folders for page in folder.rglob("*.md"))]


def broken_links() -> Iterator[str]:
    """Yield the links that lead nowhere."""
    for page in written():
        for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            goal = (page.parent / path).resolve() if path else page
            if not goal.exists():
                yield f"{page.relative_to(ROOT)}: the link to {target} leads nowhere"
            elif anchor and goal.suffix == ".md" and anchor not in anchors(goal):
                yield f"{page.relative_to(ROOT)}: {target} names a heading that is not there"


def anchors(page: Path) -> set[str]:
    """Return the names that links to a page's headings have."""
    titles = HEADING.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def missing_pages() -> Iterator[str]:
    """Yield the stages without a page, and the pages that the index does not list."""
    index = LINK.findall((DOCS / "index.md").read_text(encoding="utf-8"))
    for stage in STAGES:
        if (PACKAGE / stage).is_dir() and not (DOCS / f"{stage}.md").is_file():
            yield f"docs/{stage}.md: the stage {stage} has no page"
    for page in sorted(DOCS.glob("*.md")):
        if page.name != "index.md" and page.name not in index:
            yield f"docs/index.md: does not list {page.name}"


def undocumented_commands(node: click.Command, name: str) -> Iterator[str]:
    """Yield the commands and options that no page of docs/ names."""
    text = documentation()
    if name not in text:
        yield f"docs/: the command `{name}` is not described"
    for parameter in node.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            if option.startswith("--") and option not in text:
                yield f"docs/: the option {option} of `{name}` is not described"
    if isinstance(node, click.Group):
        for child, inner in node.commands.items():
            yield from undocumented_commands(inner, f"{name} {child}")


def undocumented_settings() -> Iterator[str]:
    """Yield the environment variables of the package that no page of docs/ names."""
    text = documentation()
    for module in sorted(PACKAGE.rglob("*.py")):
        for variable in sorted(set(VARIABLE.findall(module.read_text(encoding="utf-8")))):
            if variable not in text:
                yield f"docs/: {variable}, of {module.relative_to(ROOT)}, is not described"


def documentation() -> str:
    """Return all pages of docs/ as one text."""
    return "\n".join(page.read_text(encoding="utf-8") for page in sorted(DOCS.glob("*.md")))


if __name__ == "__main__":
    sys.exit(main())
