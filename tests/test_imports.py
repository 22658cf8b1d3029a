"""The one direction: imports follow the arrows of the design, and nothing points back.

    sources -> documents -> reading -> ledger -> following -> views -> cli, web

`records`, `errors` and `settings` are below all; `dates` and `actors` are libraries of knowledge that stages use;
`pipeline` joins the stages, and only what a person touches imports it; `annotations` is the data set that the reader is
measured on.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "aide_memoire"
SOURCES = Path(__file__).parents[1] / "src" / PACKAGE

BOTTOM = {"records", "errors", "settings"}
KNOWLEDGE = {"lexicons", "dates", "actors"}
STAGES = ("sources", "documents", "reading", "ledger", "following", "views")
FACES = ("cli", "web")

ALLOWED: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "settings": {"records", "errors"},
    "lexicons": BOTTOM,
    "dates": BOTTOM | {"lexicons"},
    "actors": BOTTOM | {"lexicons", "dates"},
    **{stage: BOTTOM | KNOWLEDGE | set(STAGES[:place]) for place, stage in enumerate(STAGES)},
    "annotations": BOTTOM | {"sources"},
    "pipeline": BOTTOM | KNOWLEDGE | set(STAGES) - {"views"},
    **{face: BOTTOM | KNOWLEDGE | set(STAGES) | {"annotations", "pipeline"} for face in FACES},
    "__init__": BOTTOM | {"pipeline"},
}
# A library, and the only part of the package that knows it.
HOMES = {
    "onnxruntime": {"reading"},
    "tokenizers": {"reading"},
    "lemminflect": {"reading"},
    "sqlalchemy": {"ledger"},
    "alembic": {"ledger"},
    "click": {"cli"},
}
CLOCK = {"now", "today", "utcnow"}
CLOCK_OF_TIME = {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"}
PLACES_OF_A_MACHINE = ("/home/", "/root/", "/tmp/", "/Users/", "/work/", "/opt/", "/usr/", "/var/")


def parts(module: Path) -> str:
    """Name the part of the package that a module belongs to: "reading" for `reading/syntax.py`."""
    inside = module.relative_to(SOURCES)
    return inside.parts[0].removesuffix(".py")


def imported(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Yield the dotted names that a module imports; relative imports are resolved against its `package`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *filter(None, [node.module])))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def wrong_imports(part: str, tree: ast.AST, package: tuple[str, ...]) -> list[str]:
    """List the imports of a module that its part of the package may not have."""
    wrong = []
    for name in imported(tree, package):
        top, *rest = name.split(".")
        if top == PACKAGE:
            target = rest[0] if rest else PACKAGE
            if target in ALLOWED and target != part and target not in ALLOWED[part]:
                wrong.append(f"{part} imports {target}")
        elif part not in HOMES.get(top, {part}):
            wrong.append(f"{part} imports {top}")
    return wrong


def clock_reads(tree: ast.AST) -> list[str]:
    """List the calls that read the clock; measuring how long something takes is none."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if isinstance(call, ast.Attribute)
        and (call.attr in CLOCK or (call.attr in CLOCK_OF_TIME and ast.unparse(call.value) == "time"))
    ]


def prints(tree: ast.AST) -> list[str]:
    """List the calls of print."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def machine_places(tree: ast.AST) -> list[str]:
    """List the strings that name a folder of one machine."""
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in strings if text.startswith(PLACES_OF_A_MACHINE)]


def modules() -> list[tuple[str, Path, ast.Module]]:
    """Return every module of the package with its part and its tree."""
    paths = sorted(SOURCES.rglob("*.py"))
    return [(parts(path), path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))) for path in paths]


def test_every_part_of_the_package_has_its_place_in_the_direction() -> None:
    assert {part for part, _, _ in modules()} - set(ALLOWED) == set()


def test_imports_follow_the_arrows() -> None:
    wrong = [
        f"{path.relative_to(SOURCES)}: {fault}"
        for part, path, tree in modules()
        for fault in wrong_imports(part, tree, (PACKAGE, *path.relative_to(SOURCES).parent.parts))
    ]
    assert wrong == []


def test_only_what_a_person_touches_reads_the_clock() -> None:
    reads = [
        f"{path.name}: {call}" for part, path, tree in modules() if part not in FACES for call in clock_reads(tree)
    ]
    assert reads == []


def test_the_library_never_prints() -> None:
    printed = [f"{path.name}: {call}" for part, path, tree in modules() if part not in FACES for call in prints(tree)]
    assert printed == []


def test_no_module_names_a_folder_of_a_machine() -> None:
    named = [f"{path.name}: {text}" for _, path, tree in modules() for text in machine_places(tree)]
    assert named == []


@pytest.mark.parametrize(
    ("part", "line", "wrong"),
    [
        ("reading", "from aide_memoire.records import Span", []),
        ("reading", "from aide_memoire.documents import to_document", []),
        ("reading", "from aide_memoire.ledger import Ledger", ["reading imports ledger"]),
        ("reading", "from aide_memoire import ledger", ["reading imports ledger"]),
        ("reading", "from ..ledger import Ledger", ["reading imports ledger"]),
        ("reading", "from .syntax import clause", []),
        ("ledger", "import aide_memoire.following.match", ["ledger imports following"]),
        ("records", "from aide_memoire.errors import DateError", ["records imports errors"]),
        ("dates", "import aide_memoire.actors", ["dates imports actors"]),
        ("views", "from aide_memoire.pipeline import read_sources", ["views imports pipeline"]),
        ("cli", "from aide_memoire.pipeline import read_sources", []),
        ("documents", "import onnxruntime.capi", ["documents imports onnxruntime"]),
        ("views", "from sqlalchemy import select", ["views imports sqlalchemy"]),
        ("cli", "from aide_memoire import __version__", []),
    ],
)
def test_a_wrong_import_is_seen(part: str, line: str, wrong: list[str]) -> None:
    assert wrong_imports(part, ast.parse(line), (PACKAGE, part)) == wrong


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("datetime.now(UTC)", ["datetime.now"]),
        ("dt.datetime.utcnow()", ["dt.datetime.utcnow"]),
        ("date.today()", ["date.today"]),
        ("time.time()", ["time.time"]),
        ("time.perf_counter()", []),
        ("moment.time()", []),
    ],
)
def test_a_look_at_the_clock_is_seen(line: str, read: list[str]) -> None:
    assert clock_reads(ast.parse(line)) == read
