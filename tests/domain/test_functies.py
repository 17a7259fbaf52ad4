"""Who stood in for whom on which day, who may hand over what, and what a formation changes."""

from datetime import date, timedelta
from typing import Any

import pytest
from verhaal import (
    BEGONNEN,
    DRONTEN,
    START,
    Spreker,
    Verhaal,
    Zet,
    controller,
    evaluator,
    gegeven,
    gekozen,
    griffier,
    in_f2,
    jurist,
    manager,
    notaris,
    opdrachtgever,
    partner,
    portefeuillehouder,
    secretariaat,
    secretaris,
    spreker,
    tweede,
)

from domain import kern
from domain.basis import Functie
from domain.beeld.bevoegd_op import NIET_BIJGEHOUDEN, Bevoegde, bevoegd_op, bevoegden, functies
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin

OOST = "s-oost"
plv = Spreker(griffier.door.met(subject=OOST))
"""Someone known here only as a substitute of the griffier."""


def regel(van: date | str, tot: date | str | None = None, **meer: Any) -> Zet:
    velden = {"functie": "griffier", "vorm": "waarneming", "door": OOST, "grondslag": "PW 104d lid 2", **meer}
    return secretariaat("RegelVervanging", van=str(van), **({"tot": str(tot)} if tot else {}), **velden)


def wie(verhaal: Verhaal, functie: Functie, dag: date) -> list[tuple[str, str]]:
    return [(b.subject, b.hoedanigheid) for b in bevoegd_op(verhaal.stand, functie, dag)]


# Standing in


def test_een_vervanging_geldt_van_en_tot_en_met() -> None:
    verhaal = gegeven(*BEGONNEN)
    dag = verhaal.vandaag
    klaar = verhaal.als(regel(dag, dag + timedelta(days=9), beperkt_tot=["A1"])).dan("VervangingGeregeld")
    assert wie(klaar, "griffier", dag - timedelta(days=1)) == []
    assert wie(klaar, "griffier", dag) == wie(klaar, "griffier", dag + timedelta(days=9)) == [(OOST, "waarneming")]
    assert wie(klaar, "griffier", dag + timedelta(days=10)) == []
    assert bevoegd_op(klaar.stand, "griffier", dag) == (
        Bevoegde(
            functie="griffier",
            subject=OOST,
            hoedanigheid="waarneming",
            grondslag="PW 104d lid 2",
            van=dag,
            tot=dag + timedelta(days=9),
            beperkt_tot=("A1",),
        ),
    )


def test_overlap_van_dezelfde_persoon_in_dezelfde_functie_kan_niet() -> None:
    verhaal = gegeven(*BEGONNEN, regel("2025-03-10", "2025-03-20"))
    for van, tot in (("2025-03-20", None), ("2025-03-01", "2025-03-10"), ("2025-03-12", "2025-03-13")):
        verhaal.als(regel(van, tot)).geweigerd("periode", "VV1")
    verhaal.als(regel("2025-03-21")).dan("VervangingGeregeld")
    verhaal.als(regel("2025-03-01", "2025-03-09")).dan("VervangingGeregeld")
    verhaal.als(regel("2025-03-12", door="s-west")).dan("VervangingGeregeld")
    verhaal.als(regel("2025-03-12", functie="jurist")).dan("VervangingGeregeld")
    zonder_einde = gegeven(*BEGONNEN, regel("2025-03-10"))
    zonder_einde.als(regel("2031-01-01")).geweigerd("periode")


@pytest.mark.parametrize(
    ("velden", "regel_", "reden"),
    [
        ({"functie": "partner"}, "functie", "partner"),
        ({"functie": "beheerder"}, "functie", "beheerder"),
        ({"tot": "2025-03-01"}, "tot", "voor de eerste"),
        ({"beperkt_tot": ["A1", "A99"]}, "beperkt_tot", "bestaan niet"),
        ({"functie": "opgavemanager", "door": "s-opgavemanager"}, "door", "zelf al"),
    ],
)
def test_een_vervanging_die_niet_kan_wordt_geweigerd(velden: dict[str, Any], regel_: str, reden: str) -> None:
    zet = regel("2025-03-10")
    gegeven(*BEGONNEN).als(Zet(zet.door, {**zet.inhoud, **velden})).geweigerd(regel_, reden)


def test_alleen_een_bureau_of_de_provinciesecretaris_legt_een_vervanging_vast() -> None:
    verhaal = gegeven(*BEGONNEN)
    inhoud = regel("2025-03-10").inhoud
    for mag in (griffier, secretariaat, secretaris):
        verhaal.als(Zet(mag.door, inhoud)).dan("VervangingGeregeld")
    for mag_niet in (manager, jurist, portefeuillehouder, plv.met(functie="jurist")):
        verhaal.als(Zet(mag_niet.door, inhoud)).geweigerd("bevoegdheid")


def test_beeindigen_is_de_laatste_dag() -> None:
    verhaal = gegeven(*BEGONNEN, regel("2025-03-03")).later(date(2025, 3, 14))
    stop = secretariaat("BeeindigVervanging", vervanging="VV1", reden="de griffier is terug")
    klaar = verhaal.als(stop).dan("VervangingBeeindigd")
    assert klaar.het("VervangingBeeindigd").functie == "griffier"
    assert wie(klaar, "griffier", date(2025, 3, 14)) == [(OOST, "waarneming")]
    assert wie(klaar, "griffier", date(2025, 3, 15)) == []
    klaar.als(stop).geweigerd("vervanging", "houdt al op 2025-03-14 op")
    klaar.als(secretariaat("BeeindigVervanging", vervanging="VV9", reden="x")).geweigerd("vervanging", "niet bekend")
    assert klaar.als(regel("2025-03-15")).namen() == ("VervangingGeregeld",)


def test_een_vervanging_die_eindigt_voor_zij_begint_gold_nooit() -> None:
    verhaal = gegeven(*BEGONNEN, regel("2025-06-01"))
    weg = verhaal.gegeven(secretariaat("BeeindigVervanging", vervanging="VV1", reden="gaat niet door"))
    assert bevoegden(weg.stand, "griffier") == ()
    weg.als(regel("2025-03-01", "2025-07-01")).dan("VervangingGeregeld")
    weg.later(date(2025, 6, 2)).als(plv("Noteer", tekst="belde")).geweigerd("bevoegdheid")


# The rule with teeth


def test_een_waarnemer_handelt_alleen_in_zijn_periode() -> None:
    """Also when he reports today what he did on a day outside it."""
    verhaal = in_f2().gegeven(regel("2025-03-10", "2025-03-20"))
    noteer = {"soort": "Noteer", "tekst": "PS vroegen uitleg"}
    verhaal.als(Zet(plv.door, noteer)).geweigerd("bevoegdheid", "Op 2025-03-03", "van 2025-03-10 tot 2025-03-20")
    erin = verhaal.later(date(2025, 3, 20))
    erin.als(Zet(plv.door, noteer)).dan("Genoteerd")
    erin.als(Zet(plv.door, noteer, date(2025, 3, 9))).geweigerd("bevoegdheid", "Op 2025-03-09")
    eruit = verhaal.later(date(2025, 3, 21))
    eruit.als(Zet(plv.door, noteer)).geweigerd("bevoegdheid")
    eruit.als(Zet(plv.door, noteer, date(2025, 3, 20))).dan("Genoteerd")


def test_de_regel_geldt_ook_voor_een_bevestigde_notitie() -> None:
    verhaal = gegeven(*BEGONNEN, regel("2025-03-10"), manager("Noteer", tekst="een signaal"))
    signaal = {"soort": "MeldSignaal", "ernst": 1, "omschrijving": "onrust"}
    verhaal.als(plv("Bevestig", notitie="N1", opdracht=signaal)).geweigerd("bevoegdheid", "vervult u de functie")


def test_wie_geen_vervanger_is_of_de_functie_zelf_heeft_wordt_niet_beperkt() -> None:
    """Someone unknown here, the same person in another function, and who holds it after being a substitute."""
    verhaal = gegeven(*BEGONNEN, regel("2025-03-10", "2025-03-11"))
    verhaal.als(griffier("Noteer", tekst="belde")).dan("Genoteerd")
    verhaal.als(Spreker(jurist.door.met(subject=OOST))("Noteer", tekst="belde")).dan("Genoteerd")
    over = verhaal.gegeven(griffier("DraagOver", functie="griffier", naar=OOST))
    over.als(plv("Noteer", tekst="belde")).dan("Genoteerd")


def test_onder_het_eerste_reglement_beperkt_een_vervanging_niets() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01"))).gegeven(*BEGONNEN, regel("2025-03-10"))
    oud.als(plv("Noteer", tekst="belde")).dan("Genoteerd")


def test_een_beperkt_mandaat_geldt_alleen_voor_zijn_stappen() -> None:
    """A decision on another step is refused, held over or confirmed too; other work is not."""
    verhaal = gekozen("CONVENANT").gegeven(
        regel("2025-03-01", vorm="mandaat", beperkt_tot=["kader"]),
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="nieuwe kaders"),
        manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="regionale agenda"),
        manager("LegVoor", stap="B2"),
        manager("LegVoor", stap="B3"),
    )
    ps = {"stemming": {"wijze": "zonder_stemming"}}
    verhaal.alleen(plv("LegBesluitVast", stap="B2", resultaat="kader", **ps)).dan("BesluitVastgelegd")
    verhaal.alleen(plv("LegBesluitVast", stap="B3", **ps)).geweigerd("bevoegdheid", "over agenda", "kader")
    verhaal.alleen(plv("HoudAan", stap="B3", reden="meer tijd")).geweigerd("bevoegdheid", "over agenda")
    verhaal.als(plv("Noteer", tekst="belde")).dan("Genoteerd")
    half = verhaal.alleen(griffier("LegBesluitVast", stap="B3", **ps)).dan("BesluitVastgelegd")
    half.als(plv("BevestigBesluit", vastlegging="B3.v1")).geweigerd("bevoegdheid", "over agenda")
    half.als(tweede("BevestigBesluit", vastlegging="B3.v1")).dan_ook("BesluitGenomen")
    verhaal.alleen(plv("LegBesluitVast", stap="B9", **ps)).geweigerd("stap", "niet bekend")
    lijst = {"titel": "besluitenlijst PS", "referentie": "PS-2025-14"}
    besluit = {"soort": "LegBesluitVast", "stap": "B3", **ps}
    klaar = half.gegeven(tweede("BevestigBesluit", vastlegging="B3.v1"))
    herstel = plv("HerstelVastlegging", besluit=besluit, besluitenlijst=lijst, reden="een punt ontbrak")
    klaar.alleen(herstel).geweigerd("bevoegdheid", "over agenda")


def test_twee_mandaten_tellen_samen() -> None:
    """A full substitution beside a limited mandate lifts the limit on the days they share."""
    verhaal = gekozen("CONVENANT").gegeven(
        regel("2025-03-01", "2025-04-30", vorm="mandaat", beperkt_tot=["kader"]),
        regel("2025-05-01", beperkt_tot=["agenda"]),
        manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="regionale agenda"),
        manager("LegVoor", stap="B2"),
    )
    zet = plv("LegBesluitVast", stap="B2", stemming={"wijze": "zonder_stemming"})
    verhaal.alleen(zet).geweigerd("bevoegdheid")
    verhaal.later(date(2025, 5, 1)).alleen(zet).dan_ook("BesluitVastgelegd")


# Who holds a function


def test_wie_bevoegd_was_is_voor_elke_dag_te_vragen() -> None:
    """The starter from the first day, the successor from the day of the hand-over."""
    begin = gegeven(*BEGONNEN)
    dag = begin.vandaag
    over = begin.later(days=20).gegeven(manager("DraagOver", functie="opgavemanager", naar="s-nieuw"))
    wissel = over.vandaag
    assert wie(over, "opgavemanager", dag - timedelta(days=1)) == []
    assert wie(over, "opgavemanager", dag) == [("s-opgavemanager", "houder")]
    assert wie(over, "opgavemanager", wissel - timedelta(days=1)) == [("s-opgavemanager", "houder")]
    assert wie(over, "opgavemanager", wissel) == [("s-nieuw", "houder")]
    eerste, tweede_ = bevoegden(over.stand, "opgavemanager")
    assert (eerste.grondslag, eerste.tot) == ("mandaat", wissel - timedelta(days=1))
    assert (tweede_.grondslag, tweede_.tot) == ("overdracht", None)
    assert functies(over.stand) == ("opgavemanager",)


def test_een_overdracht_met_terugwerkende_kracht_gaat_voor_wat_eerder_was_vastgelegd() -> None:
    """B from the 20th was recorded first, then C from the 10th: from the 10th on it is C."""
    over = gegeven(*BEGONNEN).later(date(2025, 3, 20))
    over = over.gegeven(
        manager("DraagOver", functie="opgavemanager", naar="s-b"),
        manager("DraagOver", op=date(2025, 3, 10), functie="opgavemanager", naar="s-c"),
    )
    assert wie(over, "opgavemanager", date(2025, 3, 9)) == [("s-opgavemanager", "houder")]
    for dag in (date(2025, 3, 10), date(2025, 3, 20), date(2026, 1, 1)):
        assert wie(over, "opgavemanager", dag) == [("s-c", "houder")]


def test_houder_en_vervanger_staan_naast_elkaar_de_houder_eerst() -> None:
    verhaal = gegeven(*BEGONNEN, regel("2025-03-03", functie="opgavemanager", vorm="mandaat"))
    assert wie(verhaal, "opgavemanager", verhaal.vandaag) == [("s-opgavemanager", "houder"), (OOST, "mandaat")]


def test_onder_het_eerste_reglement_is_niet_bekend_sinds_wanneer() -> None:
    """Its state stays what it was; who moves to the second one is known from that day on."""
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01"))).gegeven(*BEGONNEN)
    assert oud.stand.bekleding == ()
    (houder,) = bevoegd_op(oud.stand, "opgavemanager", oud.vandaag)
    assert (houder.subject, houder.van, houder.grondslag) == ("s-opgavemanager", None, NIET_BIJGEHOUDEN)
    zet = jurist("StapOverOpReglement", reglement="r2026_2", reden="de nieuwe regels van besluitvorming")
    over = oud.later(days=9).gegeven(zet)
    (houder,) = bevoegd_op(over.stand, "opgavemanager", over.vandaag)
    assert houder.van == over.vandaag
    assert bevoegd_op(over.stand, "opgavemanager", over.vandaag - timedelta(days=1)) == ()


# Who may hand over

CHEFS: dict[str, tuple[Spreker, ...]] = {
    "opgavemanager": (manager, opdrachtgever, secretaris),
    "ambtelijk_opdrachtgever": (opdrachtgever, secretaris),
    "bestuurssecretariaat": (secretariaat, secretaris),
    "jurist": (jurist, secretaris),
    "controller": (controller, secretaris),
    "evaluator": (evaluator, secretaris),
    "provinciesecretaris": (secretaris,),
    "griffier": (griffier,),
    "portefeuillehouder": (portefeuillehouder,),
    "notaris": (notaris,),
    "partner": (),
    "inwoner": (),
    "auditor": (),
    "beheerder": (),
}
IEDEREEN = (
    *(manager, opdrachtgever, portefeuillehouder, secretaris, secretariaat),
    *(griffier, jurist, controller, evaluator, notaris, partner(DRONTEN), spreker("inwoner"), spreker("auditor")),
)


@pytest.mark.parametrize("functie", CHEFS)
def test_alleen_wie_de_functie_heeft_of_erboven_staat_draagt_over(functie: str) -> None:
    verhaal = gegeven(*BEGONNEN)
    for wie_ in IEDEREEN:
        gevraagd = verhaal.als(wie_("DraagOver", functie=functie, naar="s-nieuw"))
        if wie_ in CHEFS[functie]:
            gevraagd.dan("Overgedragen")
        else:
            gevraagd.geweigerd("bevoegdheid", functie)


def test_een_partner_die_trekt_draagt_het_opgavemanagerschap_over() -> None:
    verhaal = gegeven(*BEGONNEN, manager("WijsTrekkerAan", trekker=DRONTEN, reden="dichter bij de bewoners"))
    trekker = partner(DRONTEN)
    verhaal.als(trekker("DraagOver", functie="opgavemanager", naar="s-dr")).dan("Overgedragen")
    verhaal.als(trekker("DraagOver", functie="griffier", naar="s-dr")).geweigerd("bevoegdheid")


def test_onder_het_eerste_reglement_droeg_elke_bevoegde_alles_over() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01"))).gegeven(*BEGONNEN)
    oud.als(manager("DraagOver", functie="griffier", naar="s-nieuw")).dan("Overgedragen")
    oud.als(jurist("DraagOver", functie="jurist", naar="s-nieuw")).geweigerd("bevoegdheid")


# The portefeuille

ENERGIE = manager(**{**START.inhoud, "portefeuille": "Energie"})


def toegewezen(verhaal: Verhaal, portefeuille: str = "Water en energie", houder: str | None = "s-gs3") -> Verhaal:
    wie_ = {"houder": houder} if houder else {}
    zet = secretariaat("WijsPortefeuilleToe", portefeuille=portefeuille, grondslag="verdeling GS 2027", **wie_)
    return verhaal.als(zet)


def test_een_andere_portefeuille_noemt_de_oude_en_haar_houder() -> None:
    verhaal = gegeven(ENERGIE)
    eerst = toegewezen(verhaal, houder="s-gs2").dan("PortefeuilleToegewezen").later(days=5)
    assert (eerst.het("PortefeuilleToegewezen").vorige, eerst.het("PortefeuilleToegewezen").vorige_houder) == (
        "Energie",
        None,
    )
    daarna = toegewezen(eerst, "Klimaat", "s-gs3")
    feit = daarna.het("PortefeuilleToegewezen")
    assert (feit.vorige, feit.vorige_houder, feit.houder) == ("Water en energie", "s-gs2", "s-gs3")
    assert daarna.stand.leven.portefeuille == "Klimaat"
    assert daarna.stand.leven.functies["portefeuillehouder"] == "s-gs3"
    assert wie(daarna, "portefeuillehouder", daarna.vandaag) == [("s-gs3", "houder")]
    assert wie(daarna, "portefeuillehouder", verhaal.vandaag) == [("s-gs2", "houder")]
    assert bevoegden(daarna.stand, "portefeuillehouder")[-1].grondslag == "verdeling GS 2027"


def test_zonder_houder_blijft_de_houder() -> None:
    verhaal = toegewezen(toegewezen(gegeven(ENERGIE)), "Klimaat", None).dan("PortefeuilleToegewezen")
    assert verhaal.stand.leven.functies["portefeuillehouder"] == "s-gs3"


def test_wat_al_zo_is_wordt_niet_nog_eens_toegewezen() -> None:
    verhaal = toegewezen(gegeven(ENERGIE))
    toegewezen(verhaal).geweigerd("portefeuille", "al onder Water en energie")
    toegewezen(verhaal, houder=None).geweigerd("portefeuille")
    toegewezen(verhaal, houder="s-gs4").dan("PortefeuilleToegewezen")
    verhaal.als(manager("WijsPortefeuilleToe", portefeuille="Wonen", grondslag="x")).geweigerd("bevoegdheid")


def test_na_een_formatie_leven_moties_toezeggingen_en_termijnen_door() -> None:
    """Another portefeuille changes nothing in what was promised, asked or running."""
    verhaal = in_f2().gegeven(
        manager("MaakAfspraak", tekst="motie 12: onderzoek de kosten", wie="GS", bron="motie", uiterlijk="2025-09-01"),
        manager("MaakAfspraak", tekst="PS krijgen een brief", wie="portefeuillehouder", bron="toezegging"),
        manager("VraagPartner", aan=[DRONTEN], vraag="wat vindt u?"),
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"),
        manager("LegVoor", stap="B1"),
    )
    na = toegewezen(verhaal).dan("PortefeuilleToegewezen")
    for deel in ("afspraken", "verzoeken", "termijnen", "stappen", "partners"):
        assert getattr(na.stand, deel) == getattr(verhaal.stand, deel)
    assert na.later(date(2025, 9, 2)).feiten("TermijnVerstreken")


def test_ook_in_pauze_en_na_het_einde_wordt_vastgelegd_wie_bevoegd_is() -> None:
    stil = gegeven(*BEGONNEN, manager("Pauzeer", reden="verkiezingen"))
    toegewezen(stil).dan("PortefeuilleToegewezen")
    stil.als(regel("2025-03-10")).dan("VervangingGeregeld")


def test_wie_het_aangaat_hoort_het() -> None:
    verhaal = gegeven(ENERGIE)

    def aan(zet: Zet) -> set[str]:
        (bericht,) = gevolgen(verhaal.gegeven(regel("2025-03-10")).gegeven(zet).laatste[-1])
        assert isinstance(bericht, Bericht)
        return set(bericht.aan)

    assert aan(regel("2025-03-10", functie="jurist")) == {"jurist", "opgavemanager"}
    assert "griffier" in aan(secretariaat("BeeindigVervanging", vervanging="VV1", reden="terug"))
    nieuw = secretariaat("WijsPortefeuilleToe", portefeuille="Wonen", grondslag="verdeling GS 2027")
    assert {"opgavemanager", "portefeuillehouder"} <= aan(nieuw)
