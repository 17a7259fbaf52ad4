"""The forecast: the earliest and the likely day of every coming step, played with the core of the engine itself."""

from datetime import date, timedelta

import pytest
from verhaal import (
    BEGONNEN,
    DRONTEN,
    NETBEHEER,
    START,
    ZEEWOLDE,
    Verhaal,
    gegeven,
    gekozen,
    griffier,
    in_f2,
    in_f3,
    in_f4,
    in_f5,
    in_f6,
    in_werking,
    jurist,
    manager,
    pilot_loopt,
    secretariaat,
)

from domain import kern
from domain.orgaan import Orgaankalender, Reces
from domain.stand import Begin
from domain.verwachting.doorlooptijden import Maatsoort, gemeten, uit_maten
from domain.verwachting.model import Rij, Verwachting, Vraag
from domain.verwachting.speel import speel
from domain.verwachting.vergaderen import eerste
from domain.verwachting.verwacht import per_kandidaat, verwacht

VORMEN = [v.code for v in in_f2().context().reglement.organiseervormen]
PS = Orgaankalender(
    orgaan="PS",
    vergaderingen=tuple(date(2025, 3, 12) + timedelta(weeks=4 * nr) for nr in range(60)),
    reces=(Reces(naam="zomerreces 2025", van=date(2025, 6, 28), tot=date(2025, 9, 1)),),
    bekend_tot=date(2029, 12, 31),
    bron="vergaderschema",
)


def van(verhaal: Verhaal, **vraag: object) -> Verwachting:
    return verwacht(verhaal.stand, Vraag(vandaag=verhaal.vandaag, **vraag))


def maten(wie: str, dagen: int, aantal: int) -> list[tuple[Maatsoort, str, str, int]]:
    """So many own decisions of this partner, that took so long."""
    return [("stap", "A16", wie, dagen)] * aantal


def rij(verwachting: Verwachting, sleutel: str) -> Rij:
    return next(r for r in verwachting.rijen if r.sleutel == sleutel)


@pytest.mark.parametrize(
    "verhaal",
    [gegeven(START), gegeven(*BEGONNEN), in_f2(), in_f3(), in_werking(), in_f4(), pilot_loopt(), in_f5(), in_f6()],
    ids=["begin", "F1", "F2", "F3", "werkt", "F4", "pilot", "F5", "F6"],
)
def test_vanuit_elke_fase_komt_het_einde_in_zicht(verhaal: Verhaal) -> None:
    """Every life reaches its end; no day lies in the past, and likely is never before earliest."""
    beeld = van(verhaal)
    assert beeld.af, beeld.waarschuwingen
    assert {r.soort for r in beeld.rijen} >= {"afsluiting", "lescontrole"}
    assert all(verhaal.vandaag <= r.vroegst <= r.waarschijnlijk for r in beeld.rijen)
    assert len({r.sleutel for r in beeld.rijen}) == len(beeld.rijen)
    volgorde = [rij(beeld, f"fase:F{n}").waarschijnlijk for n in range(2, 7) if f"fase:F{n}" in sleutels(beeld)]
    assert volgorde == sorted(volgorde)


def sleutels(beeld: Verwachting) -> set[str]:
    return {r.sleutel for r in beeld.rijen}


@pytest.mark.parametrize("code", VORMEN)
def test_elke_organiseervorm_kan_worden_uitgespeeld(code: str) -> None:
    """The path of every form in the catalogue is walked by the core, without a refusal that stops it."""
    beeld = van(in_f3(), vorm=code)
    assert beeld.af, beeld.waarschuwingen
    assert not [w for w in beeld.waarschuwingen if w.startswith("Hier stopt het")]
    assert "in_werking:VT1.r1" in sleutels(beeld)


def test_de_verwachting_verandert_niets_en_is_telkens_gelijk() -> None:
    verhaal = gekozen("STICHTING")
    voor = verhaal.stand.model_dump_json()
    assert van(verhaal) == van(verhaal)
    assert verhaal.stand.model_dump_json() == voor


def test_wat_over_papier_gaat_en_wat_mensen_kiezen_staat_bij_de_aannames() -> None:
    """Sheets on time, the form that was counted with, the conditional steps, the pilot that is held."""
    aannames = "\n".join(van(gegeven(*BEGONNEN)).aannames)
    for woord in ("Bladen", "CONVENANT", "A8", "pilot", "kaders", "les"):
        assert woord in aannames


def test_zonder_vergaderkalender_is_reces_onbekend() -> None:
    """The house rhythm is used, and said; with a calendar there is no such warning and the day is a meeting."""
    assert any("PS: reces onbekend" in w for w in van(in_f2()).waarschuwingen)
    beeld = van(in_f2(), kalenders={"PS": PS})
    assert not any("PS: reces onbekend" in w for w in beeld.waarschuwingen)
    kader = rij(van(gegeven(*BEGONNEN), kalenders={"PS": PS}), "stap:kader.1")
    assert {kader.vroegst, kader.waarschijnlijk} <= set(PS.vergaderingen)
    assert not PS.reces[0].van <= kader.waarschijnlijk <= PS.reces[0].tot
    assert "vergadering van PS" in kader.rust_op


def test_na_de_bekende_kalender_geldt_weer_het_huisritme() -> None:
    kort = PS.met(bekend_tot=date(2025, 4, 1))
    assert eerste(kort, "PS", date(2025, 3, 3), date(2025, 3, 5)) == (date(2025, 4, 23), False)
    ruim = eerste(PS, "PS", date(2025, 4, 1), date(2025, 4, 1))
    assert ruim == (date(2025, 5, 7), True)  # the papers came too late for the ninth of April
    assert any("na dinsdag 1 april 2025" in w for w in van(gegeven(*BEGONNEN), kalenders={"PS": kort}).waarschuwingen)


def test_de_huisvergadering_valt_niet_in_de_zomer_of_met_kerst() -> None:
    for dag in (date(2025, 7, 10), date(2025, 8, 1), date(2025, 12, 20), date(2026, 1, 2)):
        op = eerste(None, "PS", date.min, dag)
        assert op is not None
        assert not date(op.op.year, 7, 12) <= op.op <= date(op.op.year, 8, 25)
        assert date(op.op.year, 1, 4) < op.op < date(op.op.year, 12, 22)
    assert eerste(None, DRONTEN, date.min, date(2025, 3, 3)) is None


def test_gemeten_doorlooptijden_gaan_voor_schattingen() -> None:
    """From three measurements on; of this partner before those of all."""
    verhaal = gekozen("CONVENANT")
    snel = uit_maten(maten(DRONTEN, 20, 3) + maten("gemeente-elders", 90, 5))
    beeld = van(verhaal, gezien=snel)
    dronten, netbeheer = (rij(beeld, f"stap:VT1.A16.{p}") for p in (DRONTEN, NETBEHEER))
    assert "gemeten van gemeente-dronten (n=3, mediaan 20 dagen)" in dronten.rust_op
    assert "gemeten (n=8, mediaan 90 dagen)" in netbeheer.rust_op
    assert netbeheer.waarschijnlijk > dronten.waarschijnlijk
    te_weinig = van(verhaal, gezien=uit_maten(maten(DRONTEN, 20, 2)))
    assert "termijn" in rij(te_weinig, f"stap:VT1.A16.{DRONTEN}").rust_op


def test_de_traagste_partner_is_kritiek_en_wordt_genoemd() -> None:
    traag = uit_maten(maten(DRONTEN, 200, 3) + maten("x", 10, 3))
    beeld = van(gekozen("CONVENANT"), gezien=traag)
    assert [r.wie for r in beeld.kritieke_partners] == [DRONTEN]
    assert rij(beeld, "afsluiting").kritiek
    assert not rij(beeld, f"stap:VT1.A16.{NETBEHEER}").kritiek
    gelijk = {r.wie for r in van(gekozen("CONVENANT")).kritieke_partners}
    assert gelijk == {DRONTEN, ZEEWOLDE, NETBEHEER}  # all of them on the last day of one term


def test_de_wettelijke_termijn_telt_bij_een_zienswijze() -> None:
    """Eight weeks for the raad after it was put before it (Wgr 51)."""
    raad = rij(van(gekozen("OPENBAAR_LICHAAM")), f"stap:VT1.A5.{DRONTEN}")
    assert (raad.waarschijnlijk - raad.begint).days >= 56
    assert "termijn tot en met" in raad.rust_op


def test_een_geplande_vergadering_staat_vast() -> None:
    verhaal = in_f2().gegeven(
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"),
        manager("LegVoor", stap="B1", vergadering_op="2025-05-21"),
    )
    kader = rij(van(verhaal, kalenders={"PS": PS}), "stap:kader.1")
    assert kader.id == "B1"
    assert kader.waarschijnlijk == date(2025, 5, 21)


def test_een_pauze_schuift_alles_op_tot_het_hervatten() -> None:
    tot = date(2025, 9, 1)
    beeld = van(in_f3().gegeven(manager("Pauzeer", reden="eerst de verkiezing", tot=tot)))
    assert rij(beeld, "hervatting").waarschijnlijk == tot
    assert all(r.vroegst >= tot for r in beeld.rijen if r.soort not in ("afspraak", "hervatting"))
    assert any("gepauzeerd" in w for w in beeld.waarschuwingen)
    lang = van(in_f3().gegeven(manager("Pauzeer", reden="ooit", tot=date(2080, 1, 1))))
    assert not lang.af
    assert any("tien jaar" in w for w in lang.waarschuwingen)
    zonder = van(in_f3().gegeven(manager("Pauzeer", reden="geen geld")))
    assert any("zonder datum" in a for a in zonder.aannames)
    assert zonder.af


def test_een_open_verzoek_komt_met_de_termijn() -> None:
    verhaal = in_f2().gegeven(manager("VraagPartner", aan=[DRONTEN], vraag="cijfers?", termijn="6w"))
    beeld = van(verhaal)
    antwoord = next(r for r in beeld.rijen if r.soort == "verzoek")
    assert antwoord.partner
    assert antwoord.waarschijnlijk == next(iter(verhaal.stand.verzoeken.values())).uiterlijk
    assert antwoord.vroegst < antwoord.waarschijnlijk


def test_een_schorsing_staat_erbij_met_wat_is_aangenomen() -> None:
    verhaal = in_werking().gegeven(
        jurist("MeldRechtsmiddel", stap="VT1.A1", middel="schorsing", referentie="KB 12", door="de Kroon")
    )
    beeld = van(verhaal)
    assert any("loopt een schorsing tegen VT1.A1" in w for w in beeld.waarschuwingen)
    assert [r for r in beeld.rijen if r.soort == "recht"]
    assert beeld.af, beeld.waarschuwingen


def test_een_controversiele_stap_wacht_op_het_nieuwe_bestuur() -> None:
    voor = in_f2().gegeven(
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"), manager("LegVoor", stap="B1")
    )
    na = voor.gegeven(griffier("VerklaarControversieel", stap="B1", reden="verkiezingen"))
    assert rij(van(na), "stap:kader.1").waarschijnlijk > rij(van(voor), "stap:kader.1").waarschijnlijk
    assert any("controversieel" in a for a in van(na).aannames)


def test_een_nee_wordt_opnieuw_voorgelegd() -> None:
    verhaal = (
        gekozen("CONVENANT")
        .loop_pad("VT1", "A1")
        .gegeven(
            manager("LegVoor", stap="VT1.A1"),
            secretariaat("LegBesluitVast", stap="VT1.A1", uitkomst="afgewezen", motivering="te duur"),
        )
    )
    beeld = van(verhaal)
    assert any("opnieuw voorgelegd" in a for a in beeld.aannames)
    assert "stap:VT1.A1" in sleutels(beeld)


def test_onder_geheimhouding_staat_alleen_de_neutrale_titel() -> None:
    verhaal = in_f2().gegeven(manager("OpenBesluit", code="A8", orgaan="PS", onderwerp="aankoop fabriek"))
    geheim = {
        "grond": "Woo 5.1 lid 2 f",
        "orgaan": "GS",
        "neutrale_titel": "voorstel in beslotenheid",
        "referentie": "G-1",
    }
    gesloten = verhaal.gegeven(secretariaat("LegGeheimhoudingOp", None, stap="B1", **geheim))
    tekst = van(gesloten).model_dump_json()
    assert "aankoop fabriek" not in tekst
    assert "voorstel in beslotenheid" in tekst


def test_onder_het_oudste_reglement_staan_er_geen_haltes() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-09", reglement="r2026_1"))).gegeven(*BEGONNEN)
    beeld = van(oud)
    assert beeld.af, beeld.waarschuwingen
    assert not [r for r in beeld.rijen if r.soort == "halte"]
    assert any("geen routes" in w for w in beeld.waarschuwingen)


def test_per_kandidaat_een_eigen_einde() -> None:
    open_ = in_f3().gegeven(
        manager(
            "StartVormtraject", onderwerp="net", kandidaten=[{"code": "LICHT_NETWERK"}, {"code": "OPENBAAR_LICHAAM"}]
        )
    )
    uit = per_kandidaat(open_.stand, Vraag(vandaag=open_.vandaag))
    licht, zwaar = uit["LICHT_NETWERK"], uit["OPENBAAR_LICHAAM"]
    assert licht.einde_waarschijnlijk
    assert zwaar.einde_waarschijnlijk
    assert licht.einde_waarschijnlijk < zwaar.einde_waarschijnlijk
    assert per_kandidaat(in_f2().stand, Vraag(vandaag=open_.vandaag)) == {}


def test_wat_nog_niet_begon_of_voorbij_is_heeft_niets_te_verwachten() -> None:
    assert verwacht(Verhaal().stand, Vraag(vandaag=date(2025, 3, 3))).rijen == ()
    agenda = kern.begin(Begin(opgave="AGENDA-FLEVOLAND", reglement="r2026_4"))
    assert verwacht(agenda, Vraag(vandaag=date(2025, 3, 3))).rijen == ()
    weg = van(gegeven(*BEGONNEN, manager("TrekIn", reden="van tafel")))
    assert (weg.rijen, weg.af) == ((), True)


def test_een_pilot_met_einddatum_eindigt_dan_en_een_zonder_wordt_geschat() -> None:
    loopt = van(pilot_loopt())
    eind = rij(loopt, "pilot_eind:P1")
    assert (eind.vroegst, eind.waarschijnlijk) == (date(2026, 5, 29), date(2026, 5, 29))
    assert eind.rust_op == "einde volgens het pilotplan"
    te_laat = van(in_f4().later(date(2026, 5, 1)))
    laat = [rij(te_laat, f"pilot_{wat}:P1").waarschijnlijk for wat in ("start", "eind")]
    assert (laat[1] - laat[0]).days > 300  # it begins too late for its last day, and keeps its length
    assert "Pilot P1 begint later en duurt even lang als in het plan." in te_laat.aannames
    geschat = rij(van(in_werking()), "pilot_eind:P1")
    assert (geschat.waarschijnlijk - geschat.vroegst).days > 180


def test_gelijkwaardige_partners_stemmen_eerst_in() -> None:
    start = manager("StartOpgave", titel="samen", thema="water", initiatief={"door": "waterschap"}, gelijkwaardig=True)
    beeld = van(gegeven(start, *BEGONNEN[1:]))
    assert beeld.af, beeld.waarschuwingen
    assert len([r for r in beeld.rijen if r.soort == "verzoek" and r.fase.value == "F6"]) == 3


def test_het_spel_speelt_met_de_kern_zelf() -> None:
    """What is played ends in a state that the core calls finished, with its own evaluations, forms and lessons."""
    verhaal = gekozen("CONVENANT")
    uit = speel(verhaal.stand, Vraag(vandaag=verhaal.vandaag), "waarschijnlijk")
    assert uit.stand.leven.toestand == "afgerond"
    assert kern.is_afgerond(uit.stand)
    assert uit.stand.trajecten["VT1"].status == "in_werking"
    assert uit.stand.lessen["L1"].in_praktijk_gebracht == "ja"


def test_doorlooptijden_komen_uit_de_stand() -> None:
    maten = {(m.soort, m.code, m.wie) for m in gemeten(in_f5().stand)}
    assert {("stap", "kader", "PS"), ("fase", "F1", ""), ("fase", "F4", "")} <= maten
    assert all(m.dagen >= 0 for m in gemeten(in_f5().stand))
    gezien = uit_maten([("fase", "F1", "", 10), ("fase", "F1", "", 20), ("fase", "F1", "", 60)])
    spreiding = gezien.van("fase", "F1", "wie dan ook")
    assert spreiding
    assert (spreiding.n, spreiding.kortste, spreiding.mediaan) == (3, 10, 20)
    assert gezien.van("fase", "F2") is None
