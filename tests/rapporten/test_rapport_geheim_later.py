"""What becomes secret after it was said stays out of everything that leaves an opgave: lessons, calendars, forecasts."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import rapportwereld as w
import verhaal as v
from proefleven import leg_vast

from documenten.boek import maak_boek_html
from documenten.verwachting import van_opgave
from domain.bundel import Bundel
from domain.verwachting.model import Vraag
from domain.verwachting.verwacht import verwacht
from domain.verwachting.watals import later
from register.lesaanbod import vul
from register.lessen import niet_meer_openbaar, zoek
from register.verbinding import Register, open_register
from starter.agendakalender import als_ics, punten

GEHEIM = "perceel aan de Noorderkade voor twee miljoen"
VANDAAG = date(2025, 9, 4)
LES = {"actie": "bel eerst", "thema": "energie"}


def _leg_op(stap: str) -> v.Zet:
    velden = {"grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak", "referentie": "DOC-7"}
    return v.secretariaat("LegGeheimhoudingOp", stap=stap, orgaan="GS", **velden)


@pytest.fixture
def verhaal() -> v.Verhaal:
    """An opgave that says something in two places before it is made secret, in a step and in a pilot of a form."""
    kandidaten = [{"code": "LEERNETWERK"}, {"code": "GESPREKSTAFEL"}]
    return w.water().gegeven(
        v.INHOUD,
        v.WAAROM,
        v.manager("StartVormtraject", traject="VT1", onderwerp="vorm", kandidaten=kandidaten),
        v.manager("KiesOrganiseervorm", traject="VT1", code="LEERNETWERK", motivering="leren van elkaar"),
        v.manager("StelPilotplanOp", pilot="PG", titel=GEHEIM, plan=v.PLAN, traject="VT1"),
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="grond"),
        v.manager("LegVoor", stap="B2", toelichting=GEHEIM, vergadering_op="2025-09-09"),
        v.manager("LegLesVast", les="L9", titel="wacht", aanbeveling=f"Let op bij  {GEHEIM.upper()}.", **LES),
        v.manager("WijzigLesstatus", les="L9", status="gevalideerd", toelichting="aan tafel besproken"),
        v.manager("LegLesVast", les="LB", titel="besloten titel van een les", openbaar=False, **LES),
    )


@pytest.fixture
def gesloten(verhaal: v.Verhaal) -> v.Verhaal:
    """The same, after geheimhouding."""
    vormstap = next(s.id for s in verhaal.stand.stappen.values() if s.traject == "VT1")
    return verhaal.later(VANDAAG).gegeven(_leg_op("B2"), _leg_op(vormstap))


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(f"sqlite:///{tmp_path / 'r.db'}")


def _schrijf(register: Register, verhaal: v.Verhaal, vanaf: int = 0) -> None:
    feiten = tuple(f for f in verhaal.alles if f.seq > vanaf)
    leg_vast(register, Bundel(begin=verhaal.stand.begin, feiten=feiten))


def test_een_les_die_herhaalt_wat_later_geheim_werd_wordt_nergens_meer_gevonden_of_aangeboden(
    register: Register, verhaal: v.Verhaal, gesloten: v.Verhaal
) -> None:
    """Typed again with other capitals and spaces; it was public until the step became secret."""
    ander = w.leeg("FL-ANDER").gegeven(*v.BEGONNEN)
    _schrijf(register, ander)
    _schrijf(register, verhaal)
    naam = f"{w.WATER}/L9"
    assert [les.verwijzing for les in zoek(register, "Noorderkade")] == [naam]
    assert naam in {les["les"] for les in vul(register, "FL-ANDER", "F1")}
    _schrijf(register, gesloten, verhaal.stand.seq)
    assert zoek(register, "Noorderkade") == ()
    assert [les.verwijzing for les in zoek(register, "Noorderkade", voor=w.WATER)] == [naam]
    aangeboden = vul(register, "FL-ANDER", "F1")
    assert {les["les"] for les in aangeboden} == {f"{w.WATER}/L1"}
    assert niet_meer_openbaar(register, (naam, f"{w.WATER}/L1", "FL-NIETS/L1")) == {naam}


def test_de_kalender_zwijgt_over_een_pilot_van_een_vorm_onder_geheimhouding(
    verhaal: v.Verhaal, gesloten: v.Verhaal
) -> None:
    def ics(leven: v.Verhaal) -> str:
        alle = punten(w.agenda().stand, [leven.stand], [], VANDAAG)
        return als_ics("agenda", alle, datetime(2025, 9, 4, tzinfo=UTC)).decode().replace("\r\n ", "")

    assert GEHEIM in ics(verhaal)
    assert GEHEIM not in ics(gesloten)


def test_de_kalender_zwijgt_over_wat_intern_is_gemeld() -> None:
    """A term about a change from outside is there; what was typed about it stays inside."""
    leven = w.water().gegeven(v.manager("MeldVerandering", veranderingsoort="wet", omschrijving="een lek bij de buren"))
    titels = [p.titel for p in punten(w.agenda().stand, [leven.stand], [], VANDAAG)]
    assert not [t for t in titels if "een lek bij de buren" in t]
    assert [t for t in titels if "verandering" in t]


def test_een_verwachting_zwijgt_over_geheime_pilots_en_besloten_lessen(verhaal: v.Verhaal, gesloten: v.Verhaal) -> None:
    """Not in the rows, the page, the drawing or what moves; the steps themselves stay, by their id."""
    vraag = Vraag(vandaag=VANDAAG)
    beeld, kaal = verwacht(verhaal.stand, vraag), verwacht(gesloten.stand, vraag)
    assert GEHEIM in beeld.model_dump_json()
    blad = maak_boek_html(van_opgave(kaal, {}, datetime(2025, 9, 4, tzinfo=UTC), "k")).decode()
    schuift = later(gesloten.stand, vraag, "GS", 30).model_dump_json()
    for tekst in (kaal.model_dump_json(), blad, schuift):
        assert "Noorderkade" not in tekst
        assert "besloten titel" not in tekst
    assert {r.id for r in kaal.rijen} >= {"PG"}
    assert any("LB" in r.wat for r in kaal.rijen)
