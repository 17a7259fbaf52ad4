"""The record an auditor expects of each decision: eighteen elements, filled from the facts, and what is missing said."""

from typing import Any

import pytest
import verhaal as v
from verhaal import griffier, manager, secretariaat

from domain import kern
from domain.beeld.besluitdossier import Besluitdossier, Element, besluitdossier
from domain.stand import Begin

SHA = "a" * 64
VOORSTEL = {"titel": "Statenvoorstel krediet", "referentie": "DMS-1", "sha256": SHA}
LIJST = {"titel": "Besluitenlijst PS", "referentie": "DMS-2", "sha256": "b" * 64}
STEMMEN = {
    naam: [zetels, 0, 0, 0] if nr < 7 else [0, zetels, 0, 0]
    for nr, (naam, zetels) in enumerate(v.REGLEMENT.zetels[0].fracties)
}


def maak(verhaal: v.Verhaal, stap: str = "B1") -> Besluitdossier:
    return besluitdossier(verhaal.stand, verhaal.alles, verhaal.stand.stappen[stap])


def element(verhaal: v.Verhaal, nr: int, stap: str = "B1") -> Element:
    gevonden = maak(verhaal, stap).elementen[nr - 1]
    assert gevonden.nr == nr
    return gevonden


def waarde(verhaal: v.Verhaal, nr: int, naam: str, stap: str = "B1") -> str:
    (gevonden,) = [w.waarde for w in element(verhaal, nr, stap).waarden if w.naam == naam]
    return gevonden


def tekst(verhaal: v.Verhaal, nr: int, stap: str = "B1") -> str:
    return "\n".join(f"{w.naam}: {w.waarde}" for w in element(verhaal, nr, stap).waarden)


def krediet(**begin: Any) -> v.Verhaal:
    start = v.START.inhoud | {"portefeuille": "Energie", **begin}
    return v.gegeven(v.Zet(manager.door, start), *v.PARTNERS).gegeven(
        manager("OpenBesluit", code="A8", orgaan="PS", onderwerp="krediet warmtenet")
    )


HALTES = tuple(
    griffier("MeldHalte", stap="B1", halte=code, uitkomst=uitkomst)
    for code, uitkomst in (
        ("concept", ""),
        ("toetsen", "akkoord"),
        ("portefeuillehouder", "akkoord"),
        ("gs", ""),
    )
)
NA_ONTVANGST = tuple(
    griffier("MeldHalte", stap="B1", halte=code, uitkomst=uitkomst)
    for code, uitkomst in (("presidium", ""), ("beeldvorming", ""), ("commissie", "bespreekstuk"))
)
VOORLEGGEN = manager(
    "LegVoor",
    stap="B1",
    kennisgeving_op="2025-01-06",
    stukken=[VOORSTEL],
    steller="beleidsadviseur energie",
    toelichting="er is geld nodig",
)
BESLUIT: dict[str, Any] = {
    "stap": "B1",
    "stemming": {"wijze": "handopsteken_per_fractie", "aanwezig": 41, "per_fractie": STEMMEN},
    "motivering": "het net is vol",
    "beslispunten": ["stel 3 miljoen beschikbaar", "rapporteer elk jaar"],
    "bron": LIJST,
    "vergadering": {
        "kenmerk": "PS-2025-03",
        "oproep_op": "2025-02-21",
        "agenda_op": "2025-02-21",
        "stukken_op": "2025-02-21",
        "besloten": False,
    },
    "ondertekening": {"door": ["CdK", "griffier"], "op": "2025-03-03"},
    "toezeggingen": [{"tekst": "een brief over de kosten", "wie": "portefeuillehouder", "uiterlijk": "2025-06-02"}],
    "stemverklaringen": ["SP: met tegenzin"],
    "geld": "begrotingswijziging 2025-3",
}


def volledig() -> v.Verhaal:
    """A decision of PS of which everything was recorded."""
    return krediet().gegeven(
        *(*HALTES, VOORLEGGEN, *NA_ONTVANGST),
        griffier("LegBesluitVast", **BESLUIT),
        griffier("MaakBekend", stap="B1", waar="provinciaal blad", referentie="2025-77"),
    )


def test_een_volledig_vastgelegd_besluit_mist_niets() -> None:
    dossier = maak(volledig())
    assert dossier.ontbreekt == ()
    assert [e.nr for e in dossier.elementen] == list(range(1, 19))
    assert dossier.besloten
    assert all(e.waarden or e.leeg for e in dossier.elementen)


@pytest.mark.parametrize(
    ("nr", "staat_er"),
    [
        (1, "FL-2025-01 Warmte uit water"),
        (1, "fase: F1 initiatief"),
        (1, "PW vanaf 2026-07-01"),
        (1, "reglement: r2026_4"),
        (2, "Provinciale Staten"),
        (2, "PW 193"),
        (3, "krediet warmtenet"),
        (3, SHA),
        (3, "b" * 64),
        (4, "portefeuillehouder Energie"),
        (4, "beleidsadviseur energie"),
        (5, "toets: maandag 3 maart 2025: akkoord"),
        (5, "het net is vol"),
        (6, "PS-2025-03"),
        (6, "vrijdag 21 februari 2025"),
        (6, "openbaar of besloten: openbaar"),
        (7, "op de presentielijst: 41"),
        (7, "41 van 41"),
        (7, "21 nodig, gehaald"),
        (9, "handopsteken per fractie"),
        (9, "BBB: 10 voor, 0 tegen, 0 afwezig, 0 onthouden"),
        (9, "uitgebrachte stemmen"),
        (9, "SP: met tegenzin"),
        (10, "uitkomst: aangenomen (positief)"),
        (10, "beslispunt 2: rapporteer elk jaar"),
        (11, "een brief over de kosten, uiterlijk maandag 2 juni 2025"),
        (12, "CdK en griffier, maandag 3 maart 2025"),
        (13, "provinciaal blad (2025-77)"),
        (13, "besluitenlijst: van PS"),
        (15, "begrotingswijziging 2025-3"),
        (15, "openbare kennisgeving: maandag 6 januari 2025"),
        (16, "een brief over de kosten: portefeuillehouder, uiterlijk maandag 2 juni 2025; open"),
        (17, "vastgelegd door: griffier (s-griffier)"),
        (17, "bevestigd door: jurist (s-tweede)"),
        (17, "DMS-2"),
    ],
)
def test_elk_onderdeel_zegt_wat_er_is_vastgelegd(nr: int, staat_er: str) -> None:
    assert staat_er in tekst(volledig(), nr)


# What is left out of the record, and what the dossier then misses, in which element.
WEG = [
    ("motivering", "", 5, None),
    ("bron", None, 3, "het stuk zoals besloten"),
    ("bron", None, 17, "bron"),
    ("vergadering", None, 6, "oproep"),
    ("vergadering", None, 6, "agenda openbaar"),
    ("vergadering", None, 6, "stukken ter inzage"),
    ("vergadering", None, 6, "openbaar of besloten"),
    ("vergadering", None, 6, "kenmerk van de vergadering"),
    ("ondertekening", None, 12, "ondertekend door CdK en griffier (PW 32a)"),
    ("beslispunten", [], 10, "beslispunten"),
    ("geld", "", 15, "krediet of begrotingswijziging"),
    ("bron", {**LIJST, "sha256": None}, 3, "vingerafdruk van DMS-2"),
]


@pytest.mark.parametrize(("veld", "leeg", "nr", "mist"), WEG)
def test_wat_niet_is_vastgelegd_staat_er_als_ontbrekend(veld: str, leeg: Any, nr: int, mist: str | None) -> None:
    besluit = griffier("LegBesluitVast", **{**BESLUIT, veld: leeg})
    verhaal = krediet().gegeven(*HALTES, VOORLEGGEN, *NA_ONTVANGST, besluit)
    if mist is None:
        assert "er is geld nodig" in tekst(verhaal, nr), "the explanation of the proposal stands in for it"
    else:
        assert mist in element(verhaal, nr).ontbreekt


def test_een_kaal_besluit_mist_veel_en_zegt_wat() -> None:
    verhaal = krediet(portefeuille="").gegeven(
        manager("LegVoor", stap="B1", kennisgeving_op="2025-01-06"),
        griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"}),
    )
    mist = {f"{e.nr}": set(e.ontbreekt) for e in maak(verhaal).elementen if e.ontbreekt}
    assert mist["3"] >= {"het stuk zoals voorgesteld", "het stuk zoals besloten"}
    assert mist["4"] == {"portefeuillehouder", "steller"}
    assert {"participatie", "motivering en afgewogen belangen"} <= mist["5"]
    assert "griffie: ingekomen" not in mist["5"]
    assert "oordeelsvorming in de commissie" in mist["5"]
    assert mist["7"] == {"op de presentielijst"}
    assert mist["13"] == {"bekendmaking"}
    assert set(mist) == {"3", "4", "5", "6", "7", "10", "12", "13", "15", "17"}


EEN_ONTHOUDT = {**BESLUIT["stemming"], "per_fractie": {**STEMMEN, "BBB": [9, 0, 0, 1]}}


def test_wie_zich_onthield_staat_er_met_beide_momenten() -> None:
    betrokken = {"fractie": "BBB", "reden": "bestuurslid van de aanvrager", "beraadslaging": True, "stemming": False}
    besluit = griffier("LegBesluitVast", **{**BESLUIT, "stemming": EEN_ONTHOUDT, "betrokken": [betrokken]})
    verhaal = krediet().gegeven(*HALTES, VOORLEGGEN, *NA_ONTVANGST, besluit)
    zin = "bestuurslid van de aanvrager; deed mee aan beraadslaging ja, stemming nee"
    assert waarde(verhaal, 7, "betrokken: BBB (1)") == zin


def test_een_telling_alleen_zegt_niet_wie_zich_onthield() -> None:
    """Under the first reglement only the number was kept: the record then lacks both moments of PW 28."""
    eerst = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1"))).gegeven(*v.BEGONNEN)
    verhaal = eerst.gegeven(
        manager("OpenBesluit", code="A8", orgaan="PS", onderwerp="krediet"),
        manager("LegVoor", stap="B1"),
        griffier("LegBesluitVast", stap="B1", stemming=EEN_ONTHOUDT),
    )
    assert any("PW 28" in wat for wat in element(verhaal, 7).ontbreekt)


def test_een_niet_besloten_stap_heeft_een_dossier_dat_nog_veel_mist() -> None:
    dossier = maak(krediet())
    assert not dossier.besloten
    assert len(dossier.elementen) == 18
    assert "uitkomst" in dossier.elementen[9].ontbreekt
    assert "vastgelegd door" in dossier.elementen[16].ontbreekt


def test_moties_en_amendementen_staan_erin_met_indieners_en_uitkomst() -> None:
    motie = {"nr": "M1", "soort": "motie", "titel": "meer bomen", "indieners": ["SP", "D66"]}
    stemming = {"wijze": "handopsteken_per_fractie", "per_fractie": STEMMEN}
    stukken = [
        {**motie, "stemming": stemming, "wie": "GS"},
        {"nr": "A1", "titel": "minder geld", "indieners": [], "uitkomst": "ingetrokken"},
    ]
    verhaal = krediet().gegeven(VOORLEGGEN, griffier("LegBesluitVast", **{**BESLUIT, "amendementen": stukken}))
    assert "meer bomen: aangenomen" in waarde(verhaal, 8, "motie M1")
    assert waarde(verhaal, 8, "indieners van M1") == "SP, D66"
    assert element(verhaal, 8).ontbreekt == ("indieners van A1",)


def test_een_termijn_staat_er_met_hoe_zij_is_berekend_en_of_zij_is_gehaald() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6")
    gezegd = tekst(verhaal, 14, "VT1.A5.PS")
    assert "T01 (wettelijk)" in gezegd
    assert "gehaald" in gezegd
    assert "(kalender van reglement r2026_4, 2023-2028)" in gezegd
    assert "Wgr" in gezegd
    assert element(krediet(), 14).leeg == "geen termijn op deze stap"
    dag = {"datum": "2025-04-28", "bron": "Stcrt. 2025, 1"}
    langer = verhaal.gegeven(v.manager("VulKalenderAan", dagen=[dag], reden="nieuw besluit"))
    assert "2023-2028, aangevuld met maandag 28 april 2025 (Stcrt. 2025, 1))" in tekst(langer, 14, "VT1.A5.PS")


def test_het_dossier_verwijst_naar_het_vorige_en_volgende_besluit_van_het_pad() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A1")
    assert waarde(verhaal, 18, "volgend besluit", "VT1.A0").startswith("VT1.A5")
    assert waarde(verhaal, 18, "vorig besluit", "VT1.A0b").startswith("VT1.A5")
    assert "vorig besluit" not in {w.naam for w in element(verhaal, 18, "VT1.A0").waarden}
    assert "zienswijze" in tekst(verhaal, 5, "VT1.A6.PS")


def test_wensen_en_de_antwoorden_van_gs_staan_bij_de_uitkomst() -> None:
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot="A3").klaar("VT1.A3", "beide").loop_pad("VT1", tot="A8")
    assert "wens: uittreden kan binnen drie jaar" in tekst(verhaal, 10, "VT1.A3")
    assert "bedenking: het financiele risico" in tekst(verhaal, 10, "VT1.A3")
    assert "uittreden kan binnen drie jaar: overgenomen" in tekst(verhaal, 10, "VT1.A0b")


def test_een_eerdere_behandeling_blijft_zichtbaar() -> None:
    verhaal = krediet().gegeven(
        VOORLEGGEN, griffier("LegBesluitVast", stap="B1", uitkomst="terugverwezen", motivering="nog een vraag")
    )
    later = verhaal.later(days=20).gegeven(griffier("LegBesluitVast", **BESLUIT))
    assert "eerder behandeld op maandag 3 maart 2025: terugverwezen" in tekst(later, 10)


def test_een_teruggestuurde_en_een_herstelde_vastlegging_blijven_in_het_dossier() -> None:
    eerst = krediet().gegeven(VOORLEGGEN).alleen(griffier("LegBesluitVast", **BESLUIT))
    terug = eerst.gegeven(v.tweede("KeurVastleggingAf", vastlegging="B1.v1", reden="twee stemmen te veel"))
    besloten = terug.gegeven(griffier("LegBesluitVast", **BESLUIT))
    assert "twee stemmen te veel" in tekst(besloten, 17)
    nieuw = {**BESLUIT, "beslispunten": ["stel 2 miljoen beschikbaar"]}
    hersteld = besloten.gegeven(
        griffier(
            "HerstelVastlegging", besluit={"soort": "LegBesluitVast", **nieuw}, besluitenlijst=LIJST, reden="tikfout"
        )
    )
    assert "stel 2 miljoen beschikbaar" in tekst(hersteld, 10)
    assert "3 miljoen" not in tekst(hersteld, 10)
    assert "tikfout" in tekst(hersteld, 17)


def test_aantekeningen_en_rechtsmiddelen_staan_erin() -> None:
    verhaal = volledig().gegeven(
        griffier("MeldVergissing", stap="B1", fractie="SP", melding="wilde voor stemmen"),
        griffier("MeldRechtsmiddel", stap="B1", middel="bezwaar", door="belangenvereniging", referentie="BZW-1"),
    )
    assert "wilde voor stemmen" in tekst(verhaal, 17)
    assert "BZW-1, door belangenvereniging" in tekst(verhaal, 18)


def test_een_besluit_van_gs_kent_andere_vragen_dan_een_van_ps() -> None:
    verhaal = v.gegeven(*v.BEGONNEN).gegeven(
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="op de agenda"),
        manager("LegVoor", stap="B1"),
        secretariaat("LegBesluitVast", stap="B1", uitkomst="conform", motivering="past in de kaders"),
    )
    assert waarde(verhaal, 6, "openbaar of besloten") == "besloten (PW 54)"
    assert "als college" in waarde(verhaal, 9, "wijze van stemmen")
    assert element(verhaal, 12).ontbreekt == ("ondertekend door CdK en secretaris (PW 59a)",)
    assert "oproep" not in element(verhaal, 6).ontbreekt


def test_een_besluit_van_een_partner_mist_geen_presentielijst_of_handtekening_van_de_provincie() -> None:
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A8")
    stap = f"VT1.A16.{v.DRONTEN}"
    assert element(verhaal, 7, stap).leeg == "niet van toepassing op dit orgaan"
    assert element(verhaal, 7, stap).ontbreekt == ()
    assert "bevestigd door" not in element(verhaal, 17, f"VT1.A16.{v.DRONTEN}").ontbreekt
    assert waarde(verhaal, 2, "orgaan", stap) == "gemeente Dronten"


def test_reglement_en_fase_zijn_die_van_het_moment_van_besluiten() -> None:
    start = kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1"))
    besloten = v.Verhaal(stand=start).gegeven(
        *v.BEGONNEN,
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x"),
        manager("LegVoor", stap="B1"),
        secretariaat("LegBesluitVast", stap="B1", uitkomst="conform"),
    )
    later = besloten.gegeven(v.jurist("StapOverOpReglement", reglement="r2026_2", reden="nieuwe regels"), *v.NAAR_F2)
    assert waarde(later, 1, "reglement") == "r2026_1"
    assert waarde(later, 1, "fase") == "F1 initiatief"
    assert "bevestigd door" not in element(later, 17).ontbreekt


def test_trekker_en_portefeuille_zijn_die_van_het_moment_van_besluiten() -> None:
    later = volledig().gegeven(
        manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="dichter bij de inwoners"),
        griffier("WijsPortefeuilleToe", portefeuille="Wonen", grondslag="nieuwe formatie"),
    )
    assert waarde(later, 4, "portefeuillehouder") == "portefeuillehouder Energie"
    assert waarde(later, 4, "eigenaar").endswith("trekker: provincie")


def test_wat_geheim_is_staat_er_neutraal_en_mist_geen_tekst() -> None:
    verhaal = volledig().gegeven(
        griffier(
            "LegGeheimhoudingOp",
            stap="B1",
            orgaan="PS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel="grondzaak",
            referentie="DOC-7",
        )
    )
    dossier = maak(verhaal)
    assert dossier.geheim
    assert dossier.onderwerp == "grondzaak"
    alles = dossier.model_dump_json()
    for woorden in ("warmtenet", "het net is vol", "3 miljoen", "tegenzin", "brief over", "begrotingswijziging 2025"):
        assert woorden not in alles
    assert "grond Woo 5.1 lid 2 b; stuk DOC-7" in tekst(verhaal, 13)
    assert "onder geheimhouding (stuk DOC-7)" in tekst(verhaal, 5)
    assert maak(verhaal).ontbreekt == ()


@pytest.mark.parametrize("code", [o.code for o in v.REGLEMENT.organiseervormen])
def test_van_elke_stap_van_elk_pad_is_een_dossier_te_maken(code: str) -> None:
    """Total: whatever the step and wherever it stands, there are eighteen elements."""
    for verhaal in (v.gekozen(code), v.gekozen(code).loop_pad("VT1")):
        for stap in verhaal.stand.stappen:
            dossier = maak(verhaal, stap)
            assert [e.nr for e in dossier.elementen] == list(range(1, 19))
            assert dossier.besloten or dossier.elementen[9].ontbreekt == ("uitkomst",)
