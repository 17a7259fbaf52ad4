"""Seals about who held a function: there for ever, opened by the slip alone, and silent once it is gone."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from archief.formaat import Bekledingsregel
from audit.bekleding import geopend, op_dag, zetels
from domain.briefje import Briefje
from domain.kalender import lokale_datum
from register import bekleding, contacten
from register.rijen import Contact
from register.tabellen import CONTACT
from register.verbinding import Register, open_register

URK = Contact("partner", "gemeente-urk", "post@urk.example", "Koen Zeldzaam")
VANDAAG = lokale_datum(datetime.now(UTC))
GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)


def regels(register: Register) -> tuple[Bekledingsregel, ...]:
    return tuple(
        Bekledingsregel.model_validate(
            {**rij, **{naam: rij[naam].isoformat() if rij[naam] else "" for naam in ("van", "tot")}}
        )
        for rij in bekleding.lijst(register)
    )


def wie(register: Register, dag: date, briefjes: tuple[Briefje, ...]) -> list[str]:
    gevonden = op_dag(regels(register), "partner", "gemeente-urk", dag)
    return [briefje.email for _, briefje in geopend(gevonden, briefjes)]


def test_wie_een_contact_zet_krijgt_een_zegel_dat_zijn_briefje_opent(register: Register) -> None:
    """Capitals in the address make no difference; any other difference does."""
    contacten.zet(register, URK)
    (briefje,) = contacten.briefjes(register, "partner", "gemeente-urk")
    (regel,) = regels(register)
    assert (regel.soort, regel.zegel) == ("begin", briefje.zegel)
    assert briefje.met(email="POST@urk.example").zegel == briefje.zegel
    for anders in ({"naam": "Koen"}, {"email": "p@urk.example"}, {"zout": "0" * 64}, {"functie": "bestuurder"}):
        assert briefje.met(**anders).zegel != briefje.zegel


def test_nog_eens_hetzelfde_zetten_maakt_geen_nieuw_zegel(register: Register) -> None:
    contacten.zet(register, URK)
    contacten.zet(register, URK)
    contacten.briefjes(register, "partner", "gemeente-urk")
    assert [r.soort for r in regels(register)] == ["begin"]


def test_een_ander_op_hetzelfde_adres_beeindigt_het_oude_zegel(register: Register) -> None:
    """A box that stays while the person changes: two seals with two salts."""
    contacten.zet(register, URK)
    oud = contacten.briefjes(register, "partner", "gemeente-urk")
    contacten.zet(register, replace(URK, naam="Iemand Anders"))
    nieuw = contacten.briefjes(register, "partner", "gemeente-urk")
    assert [r.soort for r in regels(register)] == ["begin", "einde", "begin"]
    assert oud[0].zout != nieuw[0].zout
    assert wie(register, VANDAAG, (*oud, *nieuw)) == ["post@urk.example"] * 2, "that day both held it"
    assert wie(register, MORGEN, (*oud, *nieuw)) == ["post@urk.example"]
    assert wie(register, MORGEN, oud) == []


def test_van_en_tot_van_het_contact_gelden(register: Register) -> None:
    """A period that was filled in counts; without one it begins on the day it was recorded."""
    contacten.zet(register, replace(URK, van=date(2026, 1, 1), tot=date(2026, 2, 1)))
    (zetel,) = zetels(regels(register), "partner", "gemeente-urk")
    assert [zetel.geldt(date(2026, *md)) for md in ((1, 1), (2, 1), (2, 2))] == [True, True, False]
    assert zetel.naderhand is True
    contacten.zet(register, replace(URK, email="twee@urk.example"))
    (_, ander) = zetels(regels(register), "partner", "gemeente-urk")
    assert [ander.geldt(GISTEREN), ander.geldt(VANDAAG), ander.naderhand] == [False, True, False]


def test_na_wissen_blijft_het_zegel_en_opent_alleen_het_bewaarde_briefje(tmp_path: Path) -> None:
    """No byte of the person, nor the salt, is left in the file; the slip kept elsewhere still proves it."""
    bestand = tmp_path / "register.db"
    register = open_register(f"sqlite:///{bestand}")
    contacten.zet(register, URK)
    briefjes = contacten.briefjes(register, "partner", "gemeente-urk")
    contacten.wis(register, "partner", "gemeente-urk")
    assert register.wis_sporen()
    assert [r.soort for r in regels(register)] == ["begin", "einde"]
    assert wie(register, VANDAAG, briefjes) == ["post@urk.example"]
    assert wie(register, MORGEN, briefjes) == []
    register.sluit()
    inhoud = b"".join(pad.read_bytes() for pad in tmp_path.iterdir())
    assert [w for w in ("urk.example", "Zeldzaam", briefjes[0].zout) if w.encode() in inhoud] == []
    assert briefjes[0].zegel.encode() in inhoud
    sqlite3.connect(bestand).close()


def test_een_contact_van_voor_de_zegels_krijgt_het_bij_de_eerste_aanraking(register: Register) -> None:
    """Also when that is its erasure: then begin and end are of the same moment."""
    with register.schrijf() as verbinding:
        verbinding.execute(insert(CONTACT).values(functie="partner", organisatie="gemeente-urk", email="o@urk.example"))
    assert regels(register) == ()
    contacten.wis(register, "partner", "gemeente-urk")
    begin, einde = regels(register)
    assert (begin.soort, einde.soort, begin.zegel) == ("begin", "einde", einde.zegel)
    with register.lees() as verbinding:
        assert verbinding.execute(select(CONTACT)).all() == []


def test_een_regel_met_een_kapotte_dag_breekt_niets() -> None:
    """Packs may come from anybody."""
    regel = Bekledingsregel(
        nr=1,
        functie="griffier",
        organisatie="provincie",
        soort="begin",
        zegel="0" * 64,
        van="31-31-31",
        tot="x",
        vastgelegd_op=datetime(2026, 3, 10, tzinfo=UTC),
    )
    (zetel,) = zetels([regel], "griffier", "provincie")
    assert (zetel.van, zetel.tot) == (date(2026, 3, 10), None)
