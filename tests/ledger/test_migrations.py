"""The migrations lead to the tables that the program works with."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from aide_memoire.ledger import open_ledger
from aide_memoire.ledger.migrations.migrate import configuration
from aide_memoire.ledger.schema import REVISION, metadata

INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"


def test_a_migrated_ledger_has_the_tables_of_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(str(path)).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_migrated_ledger_has_the_indexes_of_the_schema(tmp_path: Path) -> None:
    migrated, created = (create_engine(f"sqlite:///{tmp_path / name}") for name in ("migrated.db", "created.db"))
    open_ledger(str(tmp_path / "migrated.db")).close()
    metadata.create_all(created)
    found = []
    for engine in (migrated, created):
        with engine.connect() as connection:
            found.append(connection.exec_driver_sql(INDEXES).all())
        engine.dispose()
    assert found[0] == found[1]
    assert len(found[0]) > 5


def test_the_newest_revision_is_the_one_that_the_program_names(tmp_path: Path) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        assert scripts.get_current_head() == REVISION
        numbers = [script.revision for script in scripts.walk_revisions()]
    assert numbers == sorted(numbers, reverse=True)
    engine.dispose()
