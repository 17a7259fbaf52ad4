"""Seats and calendars of the bodies: entered once, corrected by a new entry, readable as of any day."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url, text

from domain.basis import Afzender
from domain.orgaan import Bezetting, Fractie, Orgaankalender, Reces
from register import lezen, migreren, organen
from register.tabellen import ORGAAN
from register.verbinding import Register, open_register

NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
GRIFFIER = Afzender(functie="griffier", subject="s-17")


def seats(vanaf: date, bron: str = "verkiezing", **fracties: int) -> Bezetting:
    """PS with these fracties."""
    tabel = tuple(Fractie(naam=naam, zetels=zetels) for naam, zetels in fracties.items())
    return Bezetting(orgaan="PS", vanaf=vanaf, leden=41, fracties=tabel, bron=bron)


VERKIEZING = seats(date(2023, 3, 29), BBB=10, PvdA=3, GroenLinks=3)
SPLITSING = seats(date(2025, 2, 1), "brief aan PS", BBB=8, Nieuw=2, PvdA=3, GroenLinks=3)
KALENDER = Orgaankalender(
    orgaan="PS",
    vergaderingen=(date(2026, 6, 24),),
    reces=(Reces(naam="zomerreces", van=date(2026, 7, 6), tot=date(2026, 8, 28)),),
    bekend_tot=date(2026, 12, 31),
    bron="vergaderschema",
)
DAGEN = ("2023-03-28", "2023-03-29", "2025-01-31", "2025-02-01", "2030-01-01")


def test_de_bezetting_op_een_dag_is_de_laatste_die_toen_gold(register: Register) -> None:
    """Before the first there is none; the order of entering does not matter for different days."""
    assert organen.zet(register, [SPLITSING, VERKIEZING], GRIFFIER, NU) == (SPLITSING, VERKIEZING)
    op = {dag: organen.bezetting_op(register, "PS", date.fromisoformat(dag)) for dag in DAGEN}
    assert op == dict(zip(DAGEN, (None, VERKIEZING, VERKIEZING, SPLITSING, SPLITSING), strict=True))
    assert organen.bezetting_op(register, "GS", date(2026, 1, 1)) is None


def test_een_verbetering_is_een_nieuwe_rij_en_de_oude_blijft_leesbaar(register: Register) -> None:
    """The last entered for the same day counts, and nothing is overwritten; who, when and where from stand with it."""
    beter = seats(SPLITSING.vanaf, "verbeterde brief", BBB=7, Nieuw=3, PvdA=3, GroenLinks=3)
    later = NU + timedelta(days=1)
    organen.zet(register, [VERKIEZING, SPLITSING], GRIFFIER, NU)
    organen.zet(register, [beter], Afzender(functie="beheerder", subject="s-2"), later)
    assert organen.bezetting_op(register, "PS", date(2025, 6, 1)) == beter
    assert organen.bezetting_op(register, "PS", date(2025, 1, 1)) == VERKIEZING
    rijen = organen.alles(register)
    assert [rij.inhoud for rij in rijen] == [VERKIEZING, SPLITSING, beter]
    laatste = rijen[-1]
    assert (laatste.orgaan, laatste.soort, laatste.vanaf) == ("PS", "bezetting", SPLITSING.vanaf)
    assert (laatste.bron, laatste.door_functie, laatste.door_subject) == ("verbeterde brief", "beheerder", "s-2")
    assert [rij.ingevoerd_op for rij in rijen] == [NU, NU, later]


def test_terug_naar_een_eerdere_bezetting_is_ook_een_nieuwe_rij(register: Register) -> None:
    """Only what counts now is not entered twice; a correction of a correction is entered."""
    fout = seats(VERKIEZING.vanaf, BBB=9, PvdA=3, GroenLinks=3)
    for gegeven in (VERKIEZING, fout, VERKIEZING):
        assert organen.nieuw(register, [gegeven]) == (gegeven,)
        assert organen.zet(register, [gegeven], GRIFFIER, NU) == (gegeven,)
    assert organen.bezetting_op(register, "PS", date(2024, 1, 1)) == VERKIEZING
    assert organen.nieuw(register, [VERKIEZING]) == organen.zet(register, [VERKIEZING], GRIFFIER, NU) == ()
    assert len(organen.alles(register)) == 3


def test_de_laatst_ingevoerde_kalender_vervangt_de_vorige(register: Register) -> None:
    """As a whole; each body has its own, and the older one remains readable."""
    nieuw = KALENDER.met(vergaderingen=(date(2027, 1, 20),), bekend_tot=date(2027, 12, 31))
    rnd = KALENDER.met(orgaan="RND")
    assert organen.kalender(register, "PS") is None
    organen.zet(register, [KALENDER, nieuw, rnd], GRIFFIER, NU)
    assert organen.kalender(register, "PS") == nieuw
    assert organen.kalender(register, "RND") == rnd
    assert organen.alles(register)[0].inhoud == KALENDER
    assert organen.bekend(register) == ("PS", "RND")


def test_van_een_reeks_die_halverwege_mislukt_blijft_niets_staan(register: Register) -> None:
    """All or nothing."""
    kapot = KALENDER.met(bron=None)
    with pytest.raises(Exception, match=r"(?i)null"):
        organen.zet(register, [VERKIEZING, kapot], GRIFFIER, NU)
    assert organen.alles(register) == ()


def test_een_rij_heeft_de_velden_van_haar_tabel() -> None:
    """What is read is what is stored."""
    assert {veld.name for veld in fields(organen.Orgaanrij)} == {kolom.name for kolom in ORGAAN.c}


def test_een_register_van_voor_de_organen_wordt_bijgewerkt_en_houdt_zijn_rijen(register_url: str) -> None:
    """A message of the previous version is still there, and says nothing about what it is about."""
    _maak_versie_1(register_url)
    register = open_register(register_url)
    organen.zet(register, [VERKIEZING], GRIFFIER, NU)
    assert [(rij.sleutel, rij.betreft) for rij in lezen.post(register)] == [("FL-1:1:a", None)]
    assert organen.bekend(register) == ("PS",)
    register.sluit()


def _maak_versie_1(url: str) -> None:
    """A database as the first version of this program made it, with one message in it."""
    motor = create_engine(make_url(url))
    with motor.begin() as verbinding:
        config = Config()
        config.set_main_option("script_location", str(migreren._MAP))
        config.attributes["connection"] = verbinding
        command.upgrade(config, "0001")
        velden = ("opgave", "functie", "organisatie", "onderwerp", "tekst", "message_id", "status", "fout")
        kolommen = ", ".join(("sleutel", *velden, "seq", "pogingen", "aangemaakt_op"))
        waarden = ", ".join(["'FL-1:1:a'", *("'x'" for _ in velden), "1", "0", "'2026-01-01 00:00:00+00:00'"])
        verbinding.execute(text(f"INSERT INTO uitgaand ({kolommen}) VALUES ({waarden})"))
    motor.dispose()
