"""A register that was filled by an older version keeps what it held, and ends with the tables of the code."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from postgres import DATABASES, eigen_schema
from sqlalchemy import Connection, create_engine, inspect, text

from register import (
    contacten,
    lezen,
    migreren,
    postbus,
    tabellen_archief,
    tabellen_gebeurtenissen,
    tabellen_partners,
    tabellen_samen,
)
from register.rijen import Contact
from register.tabellen import METADATA
from register.verbinding import Register, _adres, _maak_motor, open_register

TABELMODULES = (tabellen_archief, tabellen_gebeurtenissen, tabellen_partners, tabellen_samen)  # these complete METADATA
NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
POST = {
    "sleutel": "FL-2026-01:3:1:partner",
    "opgave": "FL-2026-01",
    "functie": "partner",
    "organisatie": "gemeente-urk",
    "onderwerp": "Verzoek",
    "tekst": "Doet u mee?",
    "message_id": "<1@x>",
    "status": "klaar",
    "aangemaakt_op": NU,
}


def _naar(verbinding: Connection, versie: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migreren._MAP))
    config.attributes["connection"] = verbinding
    command.upgrade(config, versie)


def _vul(verbinding: Connection) -> None:
    """Contacts and post as version 0.2 wrote them."""
    for functie, organisatie, email, naam in (
        ("partner", "gemeente-urk", "post@urk.example", "Oude Naam"),
        ("griffier", "provincie", "griffie@provincie.example", None),
    ):
        verbinding.execute(
            text("INSERT INTO contact (functie, organisatie, email, naam) VALUES (:f, :o, :e, :n)"),
            {"f": functie, "o": organisatie, "e": email, "n": naam},
        )
    kolommen = {**POST, "seq": 3, "pogingen": 0, "fout": ""}
    velden = ", ".join(kolommen)
    waarden = ", ".join(f":{naam}" for naam in kolommen)
    verbinding.execute(text(f"INSERT INTO uitgaand ({velden}) VALUES ({waarden})"), kolommen)


@pytest.fixture
def oud_register(register_url: str) -> Iterator[Register]:
    """A filled database of version 0002, opened by this program."""
    motor = _maak_motor(_adres(register_url))
    with motor.begin() as verbinding:
        _naar(verbinding, "0002")
        _vul(verbinding)
    motor.dispose()
    register = open_register(register_url)
    yield register
    register.sluit()


def test_contacten_en_post_van_de_vorige_versie_blijven(oud_register: Register) -> None:
    """Nobody has to enter an address again, and what was ready to be sent still is."""
    assert contacten.zoek(oud_register) == (
        Contact("partner", "gemeente-urk", "post@urk.example", "Oude Naam"),
        Contact("griffier", "provincie", "griffie@provincie.example"),
    )
    (rij,) = lezen.post(oud_register)
    assert (rij.status, rij.soort, rij.inhoud, rij.wettelijk) == ("klaar", "bericht", "", False)
    assert (rij.niet_voor, rij.bundel, rij.zending) == (None, None, None)
    assert postbus.wachtend(oud_register, "FL-2026-01") == 1


def test_na_de_overgang_kan_een_functie_een_tweede_contact_krijgen(oud_register: Register) -> None:
    """The numbering of the rows goes on after those that came along."""
    assert contacten.zet(oud_register, Contact("partner", "gemeente-urk", "nieuw@urk.example")) == "nieuw"
    assert contacten.zet(oud_register, Contact("partner", "gemeente-urk", "post@urk.example")) == "gewijzigd"
    namen = [(c.email, c.naam) for c in contacten.zoek(oud_register, organisatie="gemeente-urk")]
    assert namen == [("post@urk.example", None), ("nieuw@urk.example", None)]


def test_een_oud_contact_is_na_de_overgang_helemaal_te_wissen(oud_register: Register, register_url: str) -> None:
    """Also the copy that the migration made and dropped."""
    assert contacten.wis(oud_register, "partner", "gemeente-urk")
    assert contacten.zoek(oud_register, organisatie="gemeente-urk") == ()
    with oud_register.lees() as verbinding:
        assert not inspect(verbinding).has_table("contact_oud")


def _beeld(verbinding: Connection) -> dict[str, Any]:
    """Every table as the database has it: columns, keys, names of constraints and indexes."""
    kijker = inspect(verbinding)
    beeld: dict[str, Any] = {}
    for tabel in sorted(set(kijker.get_table_names()) - {"alembic_version"}):
        beeld[tabel] = {
            "kolommen": {
                k["name"]: (str(k["type"]), k["nullable"], str(k["default"])) for k in kijker.get_columns(tabel)
            },
            "sleutel": kijker.get_pk_constraint(tabel),
            "uniek": sorted((u["name"], u["column_names"]) for u in kijker.get_unique_constraints(tabel)),
            "verwijzingen": sorted(
                (str(v["name"]), v["constrained_columns"], v["referred_table"]) for v in kijker.get_foreign_keys(tabel)
            ),
            "indexen": sorted((i["name"], i["column_names"], i["unique"]) for i in kijker.get_indexes(tabel)),
        }
    return beeld


@pytest.mark.parametrize("soort", DATABASES)
def test_de_migraties_en_de_code_maken_dezelfde_namen_en_soorten(soort: str, tmp_path: Any) -> None:
    """Types, defaults, and the names of keys and indexes: a later migration finds them by these names."""
    if soort == "sqlite":
        _vergelijk(f"sqlite:///{tmp_path / 'een.db'}", f"sqlite:///{tmp_path / 'twee.db'}")
    else:
        with eigen_schema() as een, eigen_schema() as twee:
            _vergelijk(een, twee)


def _vergelijk(gemigreerd: str, uit_code: str) -> None:
    register = open_register(gemigreerd)
    with register.lees() as verbinding:
        beeld = _beeld(verbinding)
    register.sluit()
    motor = create_engine(_adres(uit_code))
    with motor.begin() as verbinding:
        METADATA.create_all(verbinding)
        verwacht = _beeld(verbinding)
    motor.dispose()
    assert {t: _zonder_schema(b, gemigreerd) for t, b in beeld.items()} == {
        t: _zonder_schema(b, uit_code) for t, b in verwacht.items()
    }


def _zonder_schema(beeld: dict[str, Any], url: str) -> dict[str, Any]:
    """A default can name the schema of the test, which differs between the two."""
    schema = url.partition("search_path%3D")[2].partition("+")[0].partition("%20")[0]
    if schema:
        for naam, (type_, leeg, begin) in beeld["kolommen"].items():
            beeld["kolommen"][naam] = (type_, leeg, begin.replace(f"{schema}.", ""))
    return beeld
