"""Vormtrajecten: several at once, each with its own path; walked in order, started again, changed, ended."""

from datetime import timedelta

import pytest
import verhaal as v
from verhaal import manager, notaris, partner, secretariaat

VORMEN = [o.code for o in v.REGLEMENT.organiseervormen]


def test_een_opgave_heeft_meer_vormtrajecten_elk_met_eigen_pad_en_einde() -> None:
    verhaal = v.in_werking("CONVENANT").gegeven(*v.vorm("SUBSIDIE", traject="loket"), *v.vorm("BVO", traject="VT3"))
    trajecten = verhaal.stand.trajecten
    assert [t.status for t in trajecten.values()] == ["in_werking", "gekozen", "gekozen"]
    assert {s.traject for s in verhaal.stand.stappen.values()} == {"VT1", "loket", "VT3", None}
    weg = verhaal.als(manager("BeeindigVormtraject", traject="loket", reden="geen geld")).dan_ook(
        "VormtrajectBeeindigd"
    )
    assert weg.stand.trajecten["loket"].status == "beeindigd"
    assert weg.stand.trajecten["VT3"].status == "gekozen"
    assert all(s.klaar for s in weg.stand.stappen.values() if s.traject == "loket")


@pytest.mark.parametrize("code", VORMEN)
def test_elk_pad_van_de_catalogus_is_tot_het_einde_te_lopen_en_wordt_voor_elke_stap_geweigerd(code: str) -> None:
    verhaal = v.gekozen(code)
    zet = manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)
    while (verder := verhaal.als(zet)).neen is not None:
        verder.geweigerd(reden="het pad is niet af")
        volgende = verder.neen.ontbreekt[0].split()[0]
        stap = verhaal.stand.stappen[volgende]
        if stap.voorwaardelijk and stap.van_toepassing is None:
            verhaal = verhaal.gegeven(manager("BepaalStap", stap=stap.id, van_toepassing=True, reden="ja"))
        verhaal = verhaal.klaar(volgende)
    verhaal.als(zet).dan("VormInWerking")


@pytest.mark.parametrize("code", VORMEN)
def test_geen_stap_gaat_voor_zijn_beurt(code: str) -> None:
    verhaal = v.gekozen(code)
    stappen = [s for s in verhaal.stand.stappen.values() if s.traject == "VT1"]
    for stap in (s for s in stappen if s.volgorde > 1):
        verhaal.als(manager("LegVoor", stap=stap.id)).geweigerd("volgorde", ontbreekt=stappen[0].id)


def test_a1_wordt_geweigerd_voor_a3_en_het_antwoord_van_gs_daarop() -> None:
    """Example 6.1, PW 158 lid 2."""
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot="A3")
    zet = secretariaat("LegBesluitVast", stap="VT1.A1", uitkomst="conform")
    verhaal.als(zet).geweigerd("volgorde", ontbreekt="VT1.A3")
    zonder_antwoord = verhaal.klaar("VT1.A3", "beide")
    zonder_antwoord.als(zet).geweigerd("volgorde", ontbreekt="VT1.A0b")
    assert not any("VT1.A3 " in regel for regel in zonder_antwoord.als(zet).neen.ontbreekt)


def test_partners_besluiten_naast_elkaar_in_elke_volgorde() -> None:
    stappen = [f"VT1.A16.{p}" for p in (v.DRONTEN, v.ZEEWOLDE, v.NETBEHEER)]
    for volgorde in (stappen, stappen[::-1]):
        verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16")
        for stap in volgorde:
            verhaal = verhaal.klaar(stap)
        assert verhaal.stand.stappen["VT1.A8"].voorwaardelijk
        verhaal.loop_pad("VT1")


def test_een_bedrijf_krijgt_geen_zienswijze_of_toestemming_van_de_wgr() -> None:
    stappen = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").stand.stappen.values()
    assert {s.orgaan for s in stappen if s.code == "A6"} == {"PS", v.DRONTEN, v.ZEEWOLDE}


def test_opnieuw_ontwerp_begint_het_pad_weer_bij_a0_en_bewaart_wat_gedaan_is() -> None:
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot="A0b").gegeven(manager("LegVoor", stap="VT1.A0b"))
    terug = verhaal.als(
        secretariaat("LegBesluitVast", stap="VT1.A0b", uitkomst="opnieuw_ontwerp", motivering="te veel bezwaren")
    ).dan_ook("BesluitGenomen", "VormWijzigingGestart")
    assert terug.stand.trajecten["VT1"].ronde == 2
    nieuw = [s.code for s in terug.stand.stappen.values() if s.ronde == 2]
    assert nieuw[:3] == ["A0", "A3", "A0b"]
    assert terug.stand.stappen["VT1.A3"].afloop == "positief"
    terug.als(manager("LegVoor", stap="VT1.A1")).geweigerd("stap", "vervallen")
    terug.als(manager("LegVoor", stap="VT1.r2.A3")).geweigerd("volgorde", ontbreekt="VT1.r2.A0")
    terug.loop_pad("VT1").als(manager("ZetInWerking", traject="VT1", per=terug.vandaag)).dan("VormInWerking")


def test_een_werkende_vorm_wijzigen_loopt_het_hele_pad_opnieuw() -> None:
    verhaal = v.in_werking("GEMEENSCHAPPELIJK_ORGAAN")
    opnieuw = verhaal.als(manager("WijzigVorm", traject="VT1", reden="verlengen")).dan("VormWijzigingGestart")
    assert opnieuw.stand.trajecten["VT1"].status == "wordt_gewijzigd"
    codes = {s.code for s in opnieuw.stand.stappen.values() if s.ronde == 2}
    assert {"A5", "A6", "A7"} <= codes
    per = manager("ZetInWerking", traject="VT1", per=opnieuw.vandaag)
    opnieuw.als(per).geweigerd(reden="het pad is niet af")
    opnieuw.loop_pad("VT1").als(per).dan("VormInWerking")
    v.gekozen("CONVENANT").als(manager("WijzigVorm", traject="VT1", reden="x")).geweigerd("vormtraject")


def test_een_vorm_werkt_niet_voor_de_bekendmaking() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A7")
    gisteren = verhaal.vandaag
    klaar = verhaal.later(days=7).loop_pad("VT1")
    klaar.als(manager("ZetInWerking", traject="VT1", per=gisteren)).geweigerd("Wgr 26")
    klaar.als(manager("ZetInWerking", traject="VT1", per=klaar.vandaag)).dan("VormInWerking")
    later = klaar.vandaag + timedelta(days=40)
    blad = [
        v.griffier("LegBesluitVast", stap="VT1.A7", uitkomst=u, in_werking_op=later)
        for u in ("gepubliceerd", "geregistreerd")
    ]
    verhaal.gegeven(*blad).loop_pad("VT1").als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).geweigerd(
        "Wgr 26"
    )


def test_een_andere_keuze_onderweg_laat_de_open_stappen_vervallen_en_bewaart_de_rest() -> None:
    *eerst, kies = v.vorm("CONVENANT", ander="COOPERATIE")
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, *eerst, kies).loop_pad("VT1", tot="A16")
    anders = manager(
        "KiesOrganiseervorm", traject="VT1", code="COOPERATIE", motivering="toch", publiek_belang="energie"
    )
    na = verhaal.als(anders).dan_ook("BesluitstapVervallen", "OrganiseervormGekozen")
    assert na.het("OrganiseervormGekozen").vorige == "CONVENANT"
    assert na.stand.stappen["VT1.A0"].afloop == "positief"
    assert na.stand.stappen["VT1.A1"].status == "vervallen"
    verhaal.als(kies).geweigerd("code", "al gekozen")


def test_alleen_een_vergeleken_vorm_kan_worden_gekozen() -> None:
    start, *_ = v.vorm("CONVENANT")
    kies = manager("KiesOrganiseervorm", traject="VT1", code="BVO", motivering="x")
    v.in_f3().gegeven(*v.VOOR_DE_KEUZE, start).als(kies).geweigerd("S3-07", ontbreekt="CONVENANT")


def test_een_vormtraject_met_een_pilot_onderweg_eindigt_niet_ook_niet_als_die_is_opgeschort() -> None:
    einde = manager("BeeindigVormtraject", traject="VT1", reden="x")
    loopt = v.pilot_loopt()
    loopt.als(einde).geweigerd("pilots")
    loopt.gegeven(manager("SchortPilotOp", pilot="P1", reden="onveilig")).als(einde).geweigerd("pilots")


def test_een_notariele_akte_is_pas_klaar_als_ook_is_ingeschreven() -> None:
    verhaal = v.gekozen("STICHTING").loop_pad("VT1", tot="A17").gegeven(manager("LegVoor", stap="VT1.A17"))
    half = verhaal.gegeven(notaris("LegBesluitVast", stap="VT1.A17", uitkomst="gepasseerd"))
    half.als(manager("LegVoor", stap="VT1.A18")).geweigerd("volgorde", ontbreekt="VT1.A17")
    heel = half.gegeven(notaris("LegBesluitVast", stap="VT1.A17", uitkomst="ingeschreven"))
    heel.als(manager("LegVoor", stap="VT1.A18")).dan("BesluitVoorgelegd")


def test_een_partner_besluit_alleen_voor_zichzelf_over_a1() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A1")
    besluit = partner(v.DRONTEN)("LegBesluitVast", stap=f"VT1.A1.{v.DRONTEN}", uitkomst="conform")
    verhaal.als(besluit).dan("BesluitGenomen")
    verhaal.als(partner(v.DRONTEN)("LegBesluitVast", stap="VT1.A1.GS", uitkomst="conform")).geweigerd("bevoegdheid")
