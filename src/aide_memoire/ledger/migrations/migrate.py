"""Running the migrations that a ledger lacks, over a connection that is already open."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def configuration(connection: Connection) -> Config:
    """Alembic's configuration without a file: the scripts of this folder, and the connection to run them over."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(connection: Connection) -> None:
    """Bring the database behind the connection to the newest schema, inside the caller's transaction."""
    command.upgrade(configuration(connection), "head")
