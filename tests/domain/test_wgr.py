"""Is this a gemeenschappelijke regeling? Asked of a jurist, never passed; and what changing one brings along."""

from typing import Any

import pytest
import verhaal as v
from verhaal import griffier, jurist, manager

from domain import kern
from domain.beeld.mogelijk import mogelijkheden
from domain.regels.wgr import GROND
from domain.stand import Begin

URK = "gemeente-urk"
WGR = [o.code for o in v.REGLEMENT.organiseervormen if o.wgr]
GETOETST = list(v.REGLEMENT.besluitvorming.wgr_toets)  # type: ignore[union-attr]
AANLEIDINGEN = ("wijziging", "toetreding", "uittreding")


def antwoord(is_wgr: bool, traject: str = "VT1") -> dict[str, Any]:
    blad = {"blad": "wgr_toets", "traject": traject, "is_wgr": is_wgr, "motivering": "er worden bevoegdheden belegd"}
    return {"inhoud": blad}


def verkend(code: str, ander: str = "GESPREKSTAFEL", reglement: str = "r2026_2") -> v.Verhaal:
    leven = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=reglement)))
    tot = leven.gegeven(*v.BEGONNEN, *v.NAAR_F2, *v.NAAR_F3, *v.VOOR_DE_KEUZE)
    return tot.gegeven(v.vorm(code, ander)[0])


def kies(code: str, **meer: Any) -> v.Zet:
    return manager("KiesOrganiseervorm", traject="VT1", code=code, motivering="past", **meer)


@pytest.mark.parametrize("code", GETOETST)
def test_een_vorm_die_op_een_regeling_lijkt_wordt_pas_gekozen_na_het_antwoord_van_een_jurist(code: str) -> None:
    verhaal = verkend(code)
    verhaal.als(kies(code)).geweigerd(GROND, "Een jurist zegt eerst", "wgr_toets")
    verhaal.gegeven(jurist("LegBladVast", **antwoord(False))).als(kies(code)).dan("OrganiseervormGekozen")


def test_wat_een_regeling_is_wordt_geen_convenant_maar_wel_een_regeling() -> None:
    verhaal = verkend("CONVENANT", "LICHTE_REGELING").gegeven(jurist("LegBladVast", **antwoord(True)))
    nee = verhaal.als(kies("CONVENANT")).geweigerd(GROND, "Kies LICHTE_REGELING", "OPENBAAR_LICHAAM")
    assert set(nee.neen.ontbreekt) == set(WGR)
    verhaal.als(kies("LICHTE_REGELING")).dan("OrganiseervormGekozen")


def test_de_wettelijke_poort_is_niet_te_passeren() -> None:
    verhaal = verkend("CONVENANT")
    alles = tuple(p.code for p in v.REGLEMENT.poorten)
    verhaal.als(kies("CONVENANT", passeer=[*alles, "wgr_toets"])).geweigerd(GROND)
    eigenaar = v.portefeuillehouder
    zet = eigenaar("KiesOrganiseervorm", traject="VT1", code="CONVENANT", motivering="x", passeer=list(alles))
    verhaal.gegeven(jurist("LegBladVast", **antwoord(True))).als(zet).geweigerd(GROND)


def test_het_antwoord_geldt_voor_een_traject_en_een_vorm_die_er_niet_op_lijkt_vraagt_het_niet() -> None:
    verhaal = verkend("CONVENANT").gegeven(v.vorm("CONVENANT", traject="VT2")[0])
    ander = verhaal.gegeven(jurist("LegBladVast", **antwoord(False, "VT2")))
    ander.als(kies("CONVENANT")).geweigerd(GROND, ontbreekt="VT1")
    verkend("LEERNETWERK").als(kies("LEERNETWERK")).dan("OrganiseervormGekozen")


def test_alleen_een_jurist_legt_het_antwoord_vast_en_over_een_traject_dat_er_is() -> None:
    verhaal = verkend("CONVENANT")
    for wie in (manager, griffier, v.controller, v.evaluator):
        verhaal.als(wie("LegBladVast", **antwoord(False))).geweigerd("bevoegdheid", "jurist")
    verhaal.als(jurist("LegBladVast", **antwoord(False, "VT9"))).geweigerd("vormtraject", "VT9")


def test_een_later_ja_houdt_de_werking_tegen() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(jurist("LegBladVast", **antwoord(True))).loop_pad("VT1")
    per = manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)
    verhaal.als(per).geweigerd(GROND, "Volgens de jurist")
    weer_nee = {"inhoud": {**antwoord(False)["inhoud"], "motivering": "bevoegdheden eruit"}}
    verhaal.gegeven(jurist("LegBladVast", **weer_nee)).als(per).dan("VormInWerking")


def test_het_eerste_reglement_kent_de_vraag_niet() -> None:
    verhaal = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1")))
    huis = [p.code for p in v.REGLEMENT.poorten if p.soort == "huis"]
    naar = (
        manager("GaNaarFase", naar="F2", passeer=huis, reden="snel"),
        *v.KADER,
        manager("GaNaarFase", naar="F3", passeer=huis, reden="snel"),
    )
    verhaal = verhaal.gegeven(*v.BEGONNEN, *naar, *v.VOOR_DE_KEUZE, v.vorm("CONVENANT")[0])
    verhaal.als(kies("CONVENANT")).dan("OrganiseervormGekozen")


def test_kan_stelt_de_vraag_aan_de_jurist_en_aan_niemand_anders() -> None:
    verhaal = verkend("CONVENANT")

    def vraag(wie: v.Spreker) -> list[Any]:
        return [m for m in mogelijkheden(verhaal.stand, wie.door, verhaal.nu) if m.opdracht == "LegBladVast"]

    (gevraagd,) = vraag(jurist)
    assert gevraagd.kan
    assert gevraagd.formulier["inhoud"]["is_wgr"] == "<ja|nee>"
    assert vraag(manager) == []
    verhaal = verhaal.gegeven(jurist("LegBladVast", **antwoord(False)))
    assert vraag(jurist) == []


def in_werking(code: str, allen: bool = False) -> v.Verhaal:
    """A gemeenschappelijke regeling that works, of all partners or of two of the three."""
    deelnemers = () if allen else (v.DRONTEN, v.ZEEWOLDE)
    verhaal = v.gekozen(code, deelnemers=deelnemers).loop_pad("VT1")
    return verhaal.gegeven(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag))


def wijzig(aanleiding: str | None, partner: str | None = None) -> v.Zet:
    return manager("WijzigVorm", traject="VT1", reden="besloten", aanleiding=aanleiding, partner=partner)


ERBIJ = manager("VoegPartnerToe", partner=URK, naam="gemeente Urk", type="gemeente")


def organen(verhaal: v.Verhaal, code: str) -> set[str]:
    ronde = verhaal.stand.trajecten["VT1"].ronde
    return {s.orgaan for s in verhaal.stand.stappen.values() if s.code == code and s.ronde == ronde}


@pytest.mark.parametrize("aanleiding", AANLEIDINGEN)
@pytest.mark.parametrize("code", WGR)
@pytest.mark.parametrize("allen", [True, False])
def test_elke_wijziging_van_een_regeling_vraagt_opnieuw_zienswijze_toestemming_en_bekendmaking(
    code: str, aanleiding: str, allen: bool
) -> None:
    """Wgr 51, 73, 83 lid 5: also for who joins, and for who leaves until that is decided."""
    verhaal = in_werking(code, allen).gegeven(ERBIJ)
    wie = {"toetreding": URK, "uittreding": v.ZEEWOLDE}.get(aanleiding)
    na = verhaal.als(wijzig(aanleiding, wie)).dan("VormWijzigingGestart")
    feit = na.het("VormWijzigingGestart")
    assert (feit.aanleiding, feit.partner, feit.reden) == (aanleiding, wie, "besloten")
    met_nieuw = {URK} if allen or aanleiding == "toetreding" else set()
    for stap in ("A5", "A6"):
        assert organen(na, stap) == {"PS", v.DRONTEN, v.ZEEWOLDE} | met_nieuw
    assert organen(na, "A7")
    open_ = manager("ZetInWerking", traject="VT1", per=na.vandaag)
    na.als(open_).geweigerd(reden="het pad is niet af")
    klaar = na.loop_pad("VT1").als(open_).dan("VormInWerking")
    deelnemers = klaar.stand.trajecten["VT1"].deelnemers
    assert (URK in deelnemers) == (aanleiding == "toetreding" or (allen and aanleiding == "uittreding"))
    assert (v.ZEEWOLDE in deelnemers) == (aanleiding != "uittreding")


def test_na_een_uittreding_doet_wie_uittrad_niet_meer_mee_in_een_volgende_ronde() -> None:
    verhaal = in_werking("LICHTE_REGELING").gegeven(wijzig("uittreding", v.ZEEWOLDE)).loop_pad("VT1")
    verhaal = verhaal.gegeven(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag), wijzig("wijziging"))
    assert organen(verhaal, "A6") == {"PS", v.DRONTEN}
    verhaal.als(wijzig("uittreding", v.ZEEWOLDE)).geweigerd("vormtraject")


def test_een_pad_dat_opnieuw_begint_vergeet_niet_wie_uittreedt() -> None:
    """`opnieuw_ontwerp` in the round of an uittreding starts a third round; the leaver still leaves."""
    verhaal = in_werking("LICHTE_REGELING").gegeven(wijzig("uittreding", v.ZEEWOLDE)).loop_pad("VT1", tot="A0b")
    stap = next(s for s in verhaal.stand.stappen.values() if s.code == "A0b" and s.ronde == 2)
    terug = verhaal.gegeven(
        manager("LegVoor", stap=stap.id),
        v.secretariaat("LegBesluitVast", stap=stap.id, uitkomst="opnieuw_ontwerp", motivering="andere tekst"),
    )
    assert terug.stand.trajecten["VT1"].ronde == 3
    klaar = terug.loop_pad("VT1").gegeven(manager("ZetInWerking", traject="VT1", per=terug.vandaag))
    assert klaar.stand.trajecten["VT1"].deelnemers == (v.DRONTEN,)


@pytest.mark.parametrize(
    ("aanleiding", "partner", "reden"),
    [
        ("toetreding", None, "Noem de partner"),
        ("uittreding", None, "Noem de partner"),
        ("wijziging", v.DRONTEN, "alleen bij toetreding"),
        (None, v.DRONTEN, "alleen bij toetreding"),
        ("toetreding", "onbekend", "niet bekend"),
        ("toetreding", v.DRONTEN, "doet al mee"),
        ("uittreding", v.NETBEHEER, "doet niet mee in deze vorm"),
    ],
)
def test_een_aanleiding_en_een_partner_horen_bij_elkaar(aanleiding: str, partner: str, reden: str) -> None:
    in_werking("LICHTE_REGELING").als(wijzig(aanleiding, partner)).geweigerd("partner", reden)


def test_wie_de_opgave_verliet_treedt_niet_toe() -> None:
    weg = in_werking("LICHTE_REGELING").gegeven(ERBIJ, manager("LaatPartnerUittreden", partner=URK, reden="geen tijd"))
    weg.als(wijzig("toetreding", URK)).geweigerd("partner", "doet niet mee aan de opgave")


def test_zonder_aanleiding_werkt_wijzigen_als_voorheen() -> None:
    na = in_werking("LICHTE_REGELING").als(wijzig(None)).dan("VormWijzigingGestart")
    assert na.het("VormWijzigingGestart").aanleiding is None
    assert organen(na, "A6") == {"PS", v.DRONTEN, v.ZEEWOLDE}


def test_een_andere_vorm_onderweg_rekent_het_pad_opnieuw_met_de_reden_en_bewaart_wat_gedaan_is() -> None:
    start = v.vorm("COOPERATIE", "LICHTE_REGELING")
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, *start).loop_pad("VT1", tot="A0b")
    gedaan = {s.id: s for s in verhaal.stand.stappen.values() if s.traject == "VT1" and s.behandelingen}
    na = verhaal.als(kies("LICHTE_REGELING")).dan_ook("BesluitstapVervallen", "OrganiseervormGekozen")
    gekozen = na.het("OrganiseervormGekozen")
    assert (gekozen.vorige, gekozen.ronde, gekozen.motivering) == ("COOPERATIE", 2, "past")
    vervallen = na.feiten("BesluitstapVervallen")
    assert {f.stap for f in vervallen} == {
        s.id for s in verhaal.stand.stappen.values() if s.traject == "VT1" and not s.klaar
    }
    assert all("De keuze is nu" in f.reden for f in vervallen)
    assert {id_: na.stand.stappen[id_] for id_ in gedaan} == gedaan, "what was decided stays as it was"
    assert {s.code for s in na.stand.stappen.values() if s.ronde == 2} >= {"A0", "A5", "A6", "A7"}
    assert not [t for t in na.stand.termijnen.values() if t.loopt and t.betreft in {f.stap for f in vervallen}]


def test_ook_een_nee_onder_de_oude_vorm_blijft_op_schrift() -> None:
    start = v.vorm("STICHTING", "LICHTE_REGELING")
    verhaal = (
        v.in_f3()
        .gegeven(*v.VOOR_DE_KEUZE, *start)
        .loop_pad("VT1", tot="A0")
        .gegeven(
            manager("LegVoor", stap="VT1.A0"),
            v.secretariaat("LegBesluitVast", stap="VT1.A0", uitkomst="afgewezen", motivering="te zwaar"),
        )
    )
    na = verhaal.gegeven(kies("LICHTE_REGELING"))
    (behandeling,) = na.stand.stappen["VT1.A0"].behandelingen
    assert (behandeling.uitkomst, behandeling.afloop) == ("afgewezen", "negatief")
    na.als(manager("LegVoor", stap="VT1.A0")).geweigerd("stap", "vervallen")


def test_een_private_deelnemer_in_een_regeling_vraagt_een_koninklijk_besluit() -> None:
    """Wgr 93 b, 96 b: A9 stands in no path, and is asked before the form comes into force."""
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN", deelnemers=(v.DRONTEN, v.NETBEHEER)).loop_pad("VT1")
    werkt = manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)
    verhaal.als(werkt).geweigerd("Wgr 93 b", ontbreekt="netbeheerder")
    open_ = manager("OpenBesluit", code="A9", orgaan="kroon", onderwerp="machtiging")
    wel = verhaal.gegeven(open_, v.griffier("LegBesluitVast", stap="B2", uitkomst="verleend"))
    wel.als(werkt).dan("VormInWerking")
