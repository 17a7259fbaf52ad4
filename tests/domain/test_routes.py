"""The way of a proposal to its body: halts in order, sent back with a reason, seen on one line, held for an election."""

from datetime import timedelta

import pytest
import verhaal as v
from verhaal import griffier, manager

from domain import kern
from domain.beeld.mogelijk import mogelijkheden
from domain.beeld.overzicht import wachtposten
from domain.beeld.route import Routebeeld, route_van
from domain.gevolgen import gevolgen
from domain.regels import routes
from domain.reglement.register import reglement
from domain.stand import Begin
from domain.zinnen import vertel

REGELS = reglement("r2026_2")
OPEN = {"GS": "agenda", "PS": "kader"}


def begin(code: str = "r2026_2") -> v.Verhaal:
    return v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=code))).gegeven(*v.BEGONNEN)


def met_stap(orgaan: str = "PS", code: str = "", **meer: str) -> v.Verhaal:
    return begin().gegeven(
        griffier("OpenBesluit", code=code or OPEN[orgaan], orgaan=orgaan, onderwerp="kaders", **meer)
    )


def halte(code: str, uitkomst: str = "", stap: str = "B1", **meer: object) -> v.Zet:
    return griffier("MeldHalte", stap=stap, halte=code, uitkomst=uitkomst, **meer)


def besloten(verhaal: v.Verhaal, stap: str = "B1", **velden: object) -> v.Verhaal:
    """Given that this was decided, and confirmed by a second person."""
    wie = v.VASTLEGGER[verhaal.stand.stappen[stap].orgaan]
    return verhaal.gegeven(wie("LegBesluitVast", stap=stap, **velden))


def beeld(verhaal: v.Verhaal, stap: str = "B1") -> Routebeeld:
    gevonden = route_van(verhaal.stand, verhaal.stand.stappen[stap])
    assert gevonden is not None
    return gevonden


def status(verhaal: v.Verhaal, stap: str = "B1") -> dict[str, str]:
    return {plek.code: plek.status for plek in beeld(verhaal, stap).plekken}


ZONDER_STEMMING = {"stemming": {"wijze": "zonder_stemming"}, "resultaat": "kader"}
TOT_COMMISSIE = (
    halte("concept"),
    halte("toetsen", "akkoord"),
    halte("portefeuillehouder", "akkoord"),
    halte("gs"),
    manager("LegVoor", stap="B1"),
    halte("presidium"),
    halte("beeldvorming"),
)


def test_een_voorstel_gaat_langs_alle_haltes_naar_het_besluit() -> None:
    verhaal = met_stap().gegeven(*TOT_COMMISSIE)
    assert not any(f.overgeslagen for f in verhaal.feiten("HalteBereikt"))
    gezien = beeld(verhaal)
    assert gezien.nu is not None
    assert gezien.nu.code == "commissie"
    assert [p.code for p in gezien.straks] == ["besluit", "ondertekening", "bekendmaking"]
    klaar = besloten(verhaal.gegeven(halte("commissie", "hamerstuk")), **ZONDER_STEMMING)
    assert beeld(klaar).behandelwijze == "hamerstuk"
    besluit = next(p for p in beeld(klaar).plekken if p.code == "besluit")
    assert (besluit.status, besluit.op, besluit.uitkomst) == ("geweest", klaar.vandaag, "aangenomen")


@pytest.mark.parametrize("orgaan", ["GS", "PS"])
def test_elke_halte_van_elke_route_kan_worden_gemeld_in_volgorde(orgaan: str) -> None:
    route = REGELS.besluitvorming.route(orgaan)  # type: ignore[union-attr]
    verhaal = met_stap(orgaan)
    for deel in route.haltes:  # type: ignore[union-attr]
        verhaal = verhaal.als(halte(deel.code, (deel.uitkomsten or ("",))[0])).dan("HalteBereikt")
    assert [f.halte for f in verhaal.feiten("HalteBereikt")] == [h.code for h in route.haltes]  # type: ignore[union-attr]


def test_een_overgeslagen_halte_houdt_niets_tegen_maar_staat_erbij() -> None:
    verhaal = met_stap().gegeven(halte("toetsen", "akkoord")).als(halte("presidium"))
    assert verhaal.het("HalteBereikt").overgeslagen == ("concept", "portefeuillehouder", "gs")
    assert status(verhaal)["portefeuillehouder"] == "overgeslagen"
    assert "gemeld: concept, portefeuillehouder, gs" in vertel(verhaal.laatste[-1])


def test_een_halte_hoort_bij_de_route_van_de_stap() -> None:
    met_stap("GS").als(halte("commissie", "hamerstuk")).geweigerd("halte", ontbreekt="portefeuillehouder")
    met_stap().als(halte("kantine")).geweigerd("halte", ontbreekt="commissie")
    met_stap().als(halte("concept", stap="B9")).geweigerd("stap", "niet bekend")


def test_een_stap_van_een_partner_heeft_geen_route() -> None:
    verhaal = begin().gegeven(
        griffier("OpenBesluit", code="conferentie", orgaan="bestuurlijke_conferentie", onderwerp="x")
    )
    verhaal.als(halte("concept")).geweigerd("stap", "geen route")
    assert route_van(verhaal.stand, verhaal.stand.stappen["B1"]) is None


def test_het_eerste_reglement_kent_geen_routes() -> None:
    verhaal = begin("r2026_1").gegeven(griffier("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"))
    verhaal.als(halte("concept")).geweigerd("reglement", "r2026_1")
    assert route_van(verhaal.stand, verhaal.stand.stappen["B1"]) is None
    routes.toets_besluit(verhaal.stand, verhaal.stand.stappen["B1"], verhaal.context())


@pytest.mark.parametrize(("uitkomst", "reden"), [("", "Vul in"), ("hamerstuk", "bestaat hier niet")])
def test_een_uitkomst_past_bij_de_halte(uitkomst: str, reden: str) -> None:
    met_stap().als(halte("toetsen", uitkomst)).geweigerd("uitkomst", reden, "akkoord_met_opmerking")
    met_stap().als(halte("concept", "akkoord")).geweigerd("uitkomst", "hoort geen uitkomst")


def test_een_voorstel_dat_niet_verder_mag_vraagt_een_uitleg_en_gaat_terug() -> None:
    verhaal = met_stap().gegeven(halte("concept"))
    verhaal.als(halte("toetsen", "niet_akkoord")).geweigerd("toelichting", "niet akkoord")
    nee = verhaal.gegeven(halte("toetsen", "niet_akkoord", toelichting="staatssteun"))
    assert beeld(nee).nu.code == "concept"  # type: ignore[union-attr]
    assert any("Voorstel terug" in g.onderwerp for f in nee.laatste for g in gevolgen(f))
    assert not [g for f in verhaal.laatste for g in gevolgen(f)]


def test_de_commissie_kan_een_voorstel_terugsturen_naar_gs() -> None:
    verhaal = met_stap().gegeven(*TOT_COMMISSIE, halte("commissie", "terug_naar_gs", toelichting="te duur"))
    assert beeld(verhaal).nu.code == "gs"  # type: ignore[union-attr]
    weer = verhaal.gegeven(halte("gs", toelichting="nieuw bedrag"), halte("presidium"))
    assert status(weer)["beeldvorming"] == "nu"
    assert status(weer)["commissie"] == "straks"


def test_terug_op_de_route_kan_met_een_uitleg_en_verder_daarna_zonder() -> None:
    verhaal = met_stap().gegeven(halte("concept"), halte("portefeuillehouder", "akkoord"))
    verhaal.als(halte("toetsen", "akkoord")).geweigerd("toelichting", "teruggaat")
    verder = verhaal.gegeven(
        halte("toetsen", "akkoord", toelichting="alsnog getoetst"), halte("portefeuillehouder", "akkoord")
    )
    assert verder.stand.haltes["B1"][-1].halte == "portefeuillehouder"


def test_een_halte_die_later_wordt_vastgelegd_is_geen_terugweg() -> None:
    verhaal = met_stap().later(days=5)
    gisteren, eerder = verhaal.vandaag - timedelta(days=1), verhaal.vandaag - timedelta(days=3)
    na = verhaal.gegeven(
        griffier("MeldHalte", op=gisteren, stap="B1", halte="toetsen", uitkomst="akkoord"),
        griffier("MeldHalte", op=eerder, stap="B1", halte="concept"),
    )
    assert [x.halte for x in routes.bezocht(na.stand, na.stand.stappen["B1"])] == ["concept", "toetsen"]


def test_na_het_besluit_is_de_route_afgelegd_maar_na_een_nee_kan_zij_opnieuw() -> None:
    ja = besloten(met_stap().gegeven(*TOT_COMMISSIE), **ZONDER_STEMMING)
    ja.als(halte("commissie", "hamerstuk")).geweigerd("stap", "al besloten")
    voorgelegd = met_stap("GS").gegeven(manager("LegVoor", stap="B1"))
    nee = besloten(voorgelegd, uitkomst="afgewezen", motivering="te vroeg")
    opnieuw = nee.gegeven(halte("concept", toelichting="nieuw stuk"), manager("LegVoor", stap="B1"))
    assert beeld(opnieuw).nu.code == "besluit"  # type: ignore[union-attr]


def test_na_terugverwijzen_ligt_het_voorstel_weer_bij_de_commissie() -> None:
    verhaal = met_stap().gegeven(*TOT_COMMISSIE, halte("commissie", "bespreekstuk"))
    terug = besloten(verhaal, uitkomst="terugverwezen", motivering="nog een vraag")
    assert beeld(terug).nu.code == "commissie"  # type: ignore[union-attr]
    assert beeld(terug.gegeven(halte("commissie", "hamerstuk"))).nu.code == "besluit"  # type: ignore[union-attr]


def test_een_hamerstuk_mag_toch_hoofdelijk_in_stemming() -> None:
    """A member may always ask for a vote (PW 32 lid 1, 3)."""
    verhaal = met_stap().gegeven(*TOT_COMMISSIE, halte("commissie", "hamerstuk"))
    stemming = {"wijze": "hoofdelijk", "voor": 30, "tegen": 11, "aanwezig": 41}
    na = besloten(verhaal, stemming=stemming, resultaat="kader")
    assert na.het("BesluitGenomen").uitkomst == "aangenomen"


def test_over_een_initiatiefvoorstel_besluiten_ps_pas_nadat_gs_zijn_gehoord() -> None:
    verhaal = met_stap(code="initiatiefvoorstel", indieners=["SP"]).gegeven(manager("LegVoor", stap="B1"))
    zet = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"})
    verhaal.als(zet).geweigerd("PW 143a lid 4", ontbreekt="gs_gehoord")
    laat = {"stap": "B1", "uitkomst": "aangehouden"}  # holding it over decides nothing
    verhaal.als(griffier("LegBesluitVast", **laat)).dan("BesluitGenomen")
    gehoord = verhaal.gegeven(halte("gs_gehoord", "niet_gereageerd"))
    assert besloten(gehoord, stemming={"wijze": "zonder_stemming"}).het("BesluitGenomen").afloop == "positief"
    later = gehoord.later(days=3)
    dag = later.vandaag - timedelta(days=3)
    te_laat = met_stap(code="initiatiefvoorstel", indieners=["SP"]).gegeven(manager("LegVoor", stap="B1")).later(days=3)
    te_laat = te_laat.gegeven(halte("gs_gehoord", "geen"))
    te_laat.als(griffier("LegBesluitVast", op=dag, stap="B1", stemming={"wijze": "zonder_stemming"})).geweigerd(
        "PW 143a lid 4"
    )


def test_een_controversiele_stap_wacht_en_de_wettelijke_termijn_loopt_door() -> None:
    verhaal = met_stap().gegeven(griffier("VerklaarControversieel", stap="B1", reden="verkiezingen"))
    assert "termijn loopt door" in vertel(verhaal.laatste[-1])
    assert any("termijn loopt door" in a for f in verhaal.laatste for g in gevolgen(f) for a in g.alineas)
    verhaal.als(manager("LegVoor", stap="B1")).geweigerd("controversieel", ontbreekt="HefControversieelOp B1")
    (post,) = [p for p in wachtposten(verhaal.stand) if p.id == "B1"]
    assert (post.soort, post.op_wie) == ("controversieel", "griffier")
    assert beeld(verhaal).controversieel
    verhaal.als(griffier("VerklaarControversieel", stap="B1", reden="x")).geweigerd("stap", "al controversieel")
    vrij = verhaal.gegeven(griffier("HefControversieelOp", stap="B1", reden="nieuw bestuur"))
    vrij.als(manager("LegVoor", stap="B1")).dan_ook("BesluitVoorgelegd")
    vrij.als(griffier("HefControversieelOp", stap="B1", reden="x")).geweigerd("stap", "niet controversieel")


def test_het_bericht_over_een_controversiele_stap_noemt_de_laatste_dag_van_de_wet() -> None:
    start, kies = v.vorm("GEMEENSCHAPPELIJK_ORGAAN")
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, start, kies).loop_pad("VT1", tot="A6")
    verhaal = verhaal.gegeven(manager("LegVoor", stap="VT1.A6.PS"))
    termijn = next(t for t in verhaal.stand.termijnen.values() if t.betreft == "VT1.A6.PS")
    na = verhaal.gegeven(griffier("VerklaarControversieel", stap="VT1.A6.PS", reden="verkiezingen"))
    assert na.het("StapControversieel").wettelijk_tot == termijn.einde
    assert na.later(days=200).feiten("TermijnVerstreken")


def test_wat_besloten_of_vervallen_is_wordt_niet_meer_controversieel() -> None:
    verklaar = griffier("VerklaarControversieel", stap="B1", reden="verkiezingen")
    besloten(met_stap().gegeven(*TOT_COMMISSIE), **ZONDER_STEMMING).als(verklaar).geweigerd("stap", "al besloten")
    afgewezen = besloten(met_stap("GS").gegeven(manager("LegVoor", stap="B1")), uitkomst="afgewezen", motivering="nee")
    afgewezen.als(verklaar).geweigerd("stap", "al besloten")
    weg = met_stap().gegeven(manager("TrekBesluitIn", stap="B1", reden="niet nodig"))
    weg.als(verklaar).geweigerd("stap", "vervallen")
    weg.als(halte("concept")).geweigerd("stap", "vervallen")


def test_na_ondertekening_en_bekendmaking_is_de_route_klaar() -> None:
    kaal = besloten(met_stap().gegeven(*TOT_COMMISSIE), **ZONDER_STEMMING)
    assert beeld(kaal).nu.code == "ondertekening"  # type: ignore[union-attr]
    ondertekening = {"door": ["CdK", "griffier"], "op": str(v.EERSTE_DAG)}
    getekend = besloten(met_stap().gegeven(*TOT_COMMISSIE), ondertekening=ondertekening, **ZONDER_STEMMING)
    assert beeld(getekend).nu.code == "bekendmaking"  # type: ignore[union-attr]
    klaar = getekend.gegeven(griffier("MaakBekend", stap="B1", waar="provinciaal blad"))
    assert beeld(klaar).nu is None
    assert {p.code: p.op for p in beeld(klaar).plekken}["ondertekening"] == v.EERSTE_DAG


def test_kan_noemt_de_volgende_halte_met_haar_uitkomsten() -> None:
    verhaal = met_stap().gegeven(halte("concept"))
    (kan,) = [m for m in mogelijkheden(verhaal.stand, griffier.door, verhaal.nu) if m.opdracht == "MeldHalte"]
    assert kan.kan
    assert kan.formulier["uitkomst"] == "<akkoord|akkoord_met_opmerking|niet_akkoord>"
    terug = verhaal.gegeven(halte("toetsen", "niet_akkoord", toelichting="nee"))
    (kan,) = [m for m in mogelijkheden(terug.stand, griffier.door, terug.nu) if m.opdracht == "MeldHalte"]
    assert kan.kan
    assert kan.voorbeeld["halte"] == "concept"


def test_over_een_stap_die_controversieel_is_wordt_ook_niet_besloten() -> None:
    open_ = manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="x")
    verhaal = v.gegeven(*v.BEGONNEN, open_, manager("LegVoor", stap="B1"))
    verhaal = verhaal.gegeven(griffier("VerklaarControversieel", stap="B1", reden="verkiezingen"))
    zet = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"})
    verhaal.als(zet).geweigerd(reden="controversieel")
    verhaal.gegeven(griffier("HefControversieelOp", stap="B1", reden="nieuw college")).als(zet).dan("BesluitGenomen")
