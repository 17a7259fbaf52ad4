"""The tables come by migration, also when several processes start at once."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from register import lezen, migreren
from register.tabellen import METADATA
from register.verbinding import Register, open_register

OPEN = "import sys; from register.verbinding import open_register; open_register(sys.argv[1]).sluit()"


def test_vier_processen_die_tegelijk_beginnen_maken_samen_een_register(register_url: str) -> None:
    """Each waits for the migrations of the first, and none fails."""
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, register_url], stderr=subprocess.PIPE, cwd=migreren._MAP.parents[1]
        )
        for _ in range(4)
    ]
    fouten = [proces.communicate(timeout=60)[1].decode() for proces in processen]
    assert [proces.returncode for proces in processen] == [0, 0, 0, 0], fouten
    register = open_register(register_url)
    assert lezen.lijst(register) == ()
    register.sluit()


def test_de_migraties_maken_precies_de_tabellen_van_de_code(register: Register) -> None:
    """A column that is only in the code, or only in a migration, is found here."""
    with register.lees() as verbinding:
        context = MigrationContext.configure(verbinding, opts={"compare_type": False})
        assert compare_metadata(context, METADATA) == []


def test_de_hoofdversie_in_de_code_is_die_van_de_laatste_migratie() -> None:
    """The number that spares each start the loading of Alembic is the right one."""
    config = Config()
    config.set_main_option("script_location", str(migreren._MAP))
    assert ScriptDirectory.from_config(config).get_heads() == [migreren.HOOFDVERSIE]


def test_een_register_van_een_nieuwer_programma_wordt_niet_aangeraakt(register_url: str) -> None:
    """An old program says so in Dutch instead of writing into what it does not know."""
    register = open_register(register_url)
    with register.schrijf() as verbinding:
        verbinding.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    register.sluit()
    with pytest.raises(migreren.RegisterTeNieuw, match="9999"):
        open_register(register_url)


def test_een_url_zonder_bestand_wordt_geweigerd() -> None:
    """A register in memory would be gone at the next start."""
    with pytest.raises(ValueError, match="bestand"):
        open_register("sqlite://")
