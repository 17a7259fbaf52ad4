"""How much room a step has, held against the simulation; and that a forecast plays by the rules of the core itself."""

from datetime import date, timedelta

import pytest
from test_verwachting import PS, rij, van
from verhaal import BEGONNEN, DRONTEN, NETBEHEER, Verhaal, gegeven, gekozen, in_f2, in_f3, in_f4, in_f5, in_f6, manager

from domain import kern
from domain.kalender import op
from domain.opdracht import Opdracht
from domain.stand import Stand
from domain.verwachting import proefloop
from domain.verwachting.doorlooptijden import Maatsoort, gemeten, uit_maten
from domain.verwachting.huisnormen import VERGADERRITME
from domain.verwachting.model import Rij, Verwachting, Vraag
from domain.verwachting.speel import speel
from domain.verwachting.watals import later
from domain.verwachting.werk import werk

ONGELIJK = uit_maten(
    [("stap", "A16", wie, dagen) for wie, dagen in ((DRONTEN, 90), (NETBEHEER, 30), ("gemeente-zeewolde", 60)) * 3]
)
"""Partners that take 90, 30 and 60 days over their own decision."""
LEVENS = {
    "F1": gegeven(*BEGONNEN),
    "F2 met een vraag": in_f2().gegeven(manager("VraagPartner", aan=[DRONTEN], vraag="cijfers?")),
    "F3": in_f3(),
    "pad": gekozen("CONVENANT"),
    "zwaar pad": gekozen("OPENBAAR_LICHAAM"),
    "F5": in_f5(),
    "F6": in_f6(),
}


def einde(beeld: Verwachting) -> date:
    return rij(beeld, "afsluiting").waarschijnlijk


def schuift(verhaal: Verhaal, vraag: Vraag, stap: Rij, dagen: int) -> tuple[int, int]:
    """By how many days this step and the end move when the simulation delays it."""
    verschil = {r.sleutel: r.dagen for r in later(verhaal.stand, vraag, stap.sleutel, dagen).rijen}
    return verschil[stap.sleutel], verschil["afsluiting"]


@pytest.mark.parametrize("naam", LEVENS)
def test_wie_binnen_zijn_speling_later_is_schuift_het_einde_niet(naam: str) -> None:
    """Every step with room, delayed by it in the simulation, leaves the end where it was; so does what is loose."""
    verhaal = LEVENS[naam]
    vraag = Vraag(vandaag=verhaal.vandaag, kalenders={"PS": PS}, gezien=ONGELIJK)
    ruim = [r for r in van(verhaal, kalenders={"PS": PS}, gezien=ONGELIJK).rijen if not r.kritiek]
    assert ruim
    for stap in ruim:
        zelf, eind = schuift(verhaal, vraag, stap, 200 if stap.speling is None else stap.speling)
        assert eind == 0 or (stap.speling is not None and zelf > stap.speling), (stap.sleutel, stap.speling, zelf)


def test_zonder_speling_is_een_dag_later_een_dag_later_aan_het_einde() -> None:
    """On the chain that ends the life, where no meeting takes the day up."""
    verhaal = in_f6()
    beeld = van(verhaal)
    assert rij(beeld, "afsluiting").speling == 0
    assert schuift(verhaal, Vraag(vandaag=verhaal.vandaag), rij(beeld, "afsluiting"), 28) == (28, 28)
    assert all(r.kritiek == (r.speling == 0) for naam in LEVENS for r in van(LEVENS[naam]).rijen)


def test_de_speling_van_een_partner_is_tot_de_traagste() -> None:
    beeld = van(gekozen("CONVENANT"), gezien=ONGELIJK)
    stappen = {wie: rij(beeld, f"stap:VT1.A16.{wie}") for wie in (DRONTEN, NETBEHEER)}
    traag, vlug = stappen[DRONTEN], stappen[NETBEHEER]
    assert traag.speling == 0
    assert vlug.speling == (traag.waarschijnlijk - vlug.waarschijnlijk).days > 50
    assert [r.wie for r in beeld.kritieke_partners] == [DRONTEN]


def test_waar_het_einde_niet_op_wacht_heeft_geen_speling() -> None:
    """The check of a lesson comes after the end; an answer to a question that no phase asks for is loose."""
    beeld = van(LEVENS["F2 met een vraag"])
    los = [rij(beeld, "lescontrole:L1"), *(r for r in beeld.rijen if r.soort == "verzoek")]
    assert len(los) == 2
    assert [(r.speling, r.kritiek) for r in los] == [(None, False)] * 2


def kaal(stand: Stand) -> Stand:
    return stand.met(kop="", bewijzen={})


@pytest.mark.parametrize("naam", LEVENS)
def test_de_proefloop_komt_waar_de_kern_komt(naam: str) -> None:
    """Command after command the same state, refusals and lapsed terms included, but for the chain and the receipts."""
    verhaal = LEVENS[naam]
    echt = proef = verhaal.stand
    vraag, dag, regels = Vraag(vandaag=verhaal.vandaag), verhaal.vandaag, proefloop.regels_van(echt, stil=False)
    for nr in range(60):
        dag += timedelta(days=9)
        zetten = [z for taak in werk(proef, vraag, "waarschijnlijk") for z in taak.zetten]
        if not zetten:
            break
        gekozen_ = zetten[nr % len(zetten)]
        ruw = {"id": f"proef-{nr}", "door": gekozen_.door, "inhoud": gekozen_.inhoud}
        echt, _ = kern.stap(echt, op(dag, 12), Opdracht.model_validate(ruw))
        proef, _ = proefloop.verstrijk(proef, op(dag, 12), regels)
        proef, _ = proefloop.doe(proef, op(dag, 12), gekozen_, regels)
        assert kaal(proef) == kaal(echt), gekozen_.inhoud
    assert echt.seq > verhaal.stand.seq + 3


@pytest.mark.parametrize("naam", LEVENS)
def test_zonder_herinneringen_vallen_de_stappen_op_dezelfde_dagen(naam: str) -> None:
    verhaal = LEVENS[naam]
    vraag = Vraag(vandaag=verhaal.vandaag)
    met, zonder = (speel(verhaal.stand, vraag, "waarschijnlijk", stil=stil) for stil in (False, True))
    assert [(g.taak, g.plan) for g in met.gedaan] == [(g.taak, g.plan) for g in zonder.gedaan]


def maten(soort: Maatsoort, code: str, dagen: int, wie: str = "") -> list[tuple[Maatsoort, str, str, int]]:
    return [(soort, code, wie, dagen)] * 3


def test_ook_haltes_komen_niet_later_dan_hun_fase_gewoonlijk_eindigt() -> None:
    """Estimates of the way to a body give way to how long the whole phase took, here 30 days."""
    beeld = van(in_f2(), gezien=uit_maten(maten("fase", "F2", 30)))
    grens = LEVENS["F2 met een vraag"].stand.leven.fasen[-1].van + timedelta(days=33)
    haltes = [r for r in beeld.rijen if r.sleutel.startswith("stap:kader.1:")]
    assert haltes
    wacht = timedelta(days=sum(VERGADERRITME[orgaan][0] for orgaan in ("GS", "statencommissie")))
    assert all(r.waarschijnlijk <= grens + wacht for r in haltes)  # who meets does so on the first day it can
    assert any(r.waarschijnlijk > grens for r in van(in_f2()).rijen if r.sleutel.startswith("stap:kader.1:"))


def test_wat_gemeten_is_valt_op_de_vergadering_die_het_dichtst_bij_is() -> None:
    """The wait for a meeting is in the measurement already: after 61 days is the meeting of day 56."""
    verhaal = in_f2().gegeven(
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"), manager("LegVoor", stap="B1")
    )
    voorgelegd = verhaal.vandaag
    schema = PS.met(vergaderingen=tuple(voorgelegd + timedelta(days=28 * n) for n in range(1, 30)), reces=())
    for dagen, verwacht in ((61, 56), (75, 84)):
        gezien = uit_maten(maten("stap", "kader", dagen, "PS") + maten("fase", "F2", 200))
        kader = rij(van(verhaal, kalenders={"PS": schema}, gezien=gezien), "stap:kader.1")
        assert (kader.waarschijnlijk - voorgelegd).days == verwacht


def test_zonder_kandidaten_telt_de_vorm_die_dit_huis_het_vaakst_kiest() -> None:
    gezien = uit_maten(maten("vorm", "LEERNETWERK", 40))
    beeld = van(in_f3(), gezien=gezien)
    assert any("LEERNETWERK, hier het vaakst gekozen (n=3)" in a for a in beeld.aannames)
    assert any("gerekend met CONVENANT." in a for a in van(in_f3(), gezien=gezien, vorm="CONVENANT").aannames)
    assert any("gerekend met CONVENANT." in a for a in van(in_f3()).aannames)


def test_de_tijd_van_andere_vormen_zegt_niets_over_een_zwaar_pad() -> None:
    """Light forms that work after 40 days don't make an openbaar lichaam quick; its own measurement does."""
    verhaal = gekozen("OPENBAAR_LICHAAM")
    werkt = "in_werking:VT1.r1"
    licht = maten("vorm", "LEERNETWERK", 40) + maten("fase", "F3", 40)
    kaal_, met_licht, met_eigen = (
        rij(van(verhaal, gezien=uit_maten(m)), werkt).waarschijnlijk
        for m in ([], licht, licht + maten("vorm", "OPENBAAR_LICHAAM", 100))
    )
    assert met_licht == kaal_
    assert met_eigen < kaal_


def test_een_begin_uit_het_pilotplan_gaat_voor_een_schatting() -> None:
    """The plan says 1 June, a Sunday, so it is the day after; the weeks that a start usually takes don't count beside an agreed day."""
    start = rij(van(in_f4()), "pilot_start:P1")
    assert (start.waarschijnlijk, start.rust_op) == (date(2025, 6, 2), "begin volgens het pilotplan")
    te_laat = rij(van(in_f4().later(date(2025, 6, 3))), "pilot_start:P1")
    assert te_laat.waarschijnlijk > date(2025, 6, 3)  # the day has passed, so it is an estimate again


def test_de_laatste_fase_is_te_leren_als_de_dag_van_afsluiten_bekend_is() -> None:
    """A life that was withdrawn teaches nothing about its last phase, and one that still runs has not ended it."""
    verhaal = in_f6()
    dag = verhaal.vandaag + timedelta(days=30)
    dicht = verhaal.stand.met(leven=verhaal.stand.leven.met(toestand="afgerond"))
    weg = verhaal.stand.met(leven=verhaal.stand.leven.met(toestand="ingetrokken"))
    f6 = [[m.dagen for m in gemeten(s, dag) if m.code == "F6"] for s in (dicht, weg, verhaal.stand)]
    assert f6 == [[30], [], []]


def test_van_een_vorm_is_gemeten_tot_hij_werkt() -> None:
    vormen = [m for m in gemeten(in_f4().stand) if m.soort == "vorm"]
    fase = next(f for f in in_f4().stand.leven.fasen if f.fase.value == "F3")
    assert [(m.id, m.van, m.tot) for m in vormen] == [("VT1", fase.van, in_f4().stand.trajecten["VT1"].in_werking_per)]
