"""A regionale agenda: what is put on it, who adopts it, what a conference promises, and how it is looked at again."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v

from domain import kern
from domain.basis import Fase
from domain.beeld.agendabord import KLAAR, NIET_BEGONNEN, Opgavestand, beloften, bord, in_woorden
from domain.beeld.mogelijk import mogelijkheden
from domain.beeld.openbaar import openbaar
from domain.beeld.overzicht import poortstand, samenvatting, wachtposten
from domain.feit import Feit
from domain.geldend import geldend
from domain.gevolg import Bericht, Overbrengen
from domain.gevolgen import gevolgen
from domain.overbrengen import opdrachten
from domain.reglement.register import reglement
from domain.stand import Begin
from domain.zinnen import vertel
from workflows.staat import Zoekwaarden

NIET_BEVESTIGD = "per link gemeld, nog niet bevestigd"
ID = "AGENDA-FLEVOLAND"
WATER, WARMTE, WONEN = "FL-WATER", "FL-WARMTE", "FL-WONEN"
START = v.manager("StartAgenda", titel="Samen 2025", gebied="Flevoland", van="2025-01-01", tot="2026-12-31")
STUK = {"titel": "halfjaarrapport", "referentie": "R-1"}
BUREN = (v.manager("VoegPartnerToe", partner="waterschap", naam="Waterschap", type="waterschap"), *v.PARTNERS)


def leeg(reglement_: str = "r2026_4", id_: str = ID) -> v.Verhaal:
    return v.Verhaal(stand=kern.begin(Begin(opgave=id_, reglement=reglement_)))


def zet(opgave: str, **anders: Any) -> v.Zet:
    velden: dict[str, Any] = {
        "titel": opgave.lower(),
        "thema": "energie",
        "periode": "2025-1",
        "reden": "de regio vraagt erom",
    }
    return v.manager("ZetOpAgenda", opgave=opgave, **(velden | anders))


def begonnen(*zetten: v.Zet) -> v.Verhaal:
    return leeg().gegeven(START, *BUREN, *zetten)


def gevuld(*zetten: v.Zet) -> v.Verhaal:
    return begonnen(zet(WATER), zet(WARMTE, periode="2025-2", horizon="straks"), zet(WONEN), *zetten)


def document(versie: str = "1", naam: str = "koers", soort: str = "koersdocument") -> v.Zet:
    velden: dict[str, Any] = {
        "document": naam,
        "documentsoort": soort,
        "titel": "Koers",
        "versie": versie,
        "vaststeller": "PS",
    }
    return v.manager("StelDocumentVast", **velden)


def vraag(*overheden: str) -> v.Zet:
    return v.manager("VraagVaststelling", overheden=list(overheden), uiterlijk="2025-09-01")


def besluit(overheid: str, uitkomst: str = "vastgesteld", door: v.Spreker = v.manager, **meer: Any) -> v.Zet:
    orgaan = "PS" if overheid == "provincie" else "raad"
    hoe = {} if door.door.functie == "partner" else {"kanaal": "tafel"}
    velden = {"overheid": overheid, "orgaan": orgaan, "besluit": uitkomst}
    return door("LegVaststellingVast", **(velden | hoe | meer))


def zelf(overheid: str, uitkomst: str = "vastgesteld") -> v.Zet:
    return besluit(overheid, uitkomst, v.partner(overheid))


BEREID = v.manager("BereidHerijkingVoor", stuk=STUK, opgaven=3)
HERIJK = v.manager("Herijk", conclusie="wonen gaat voor")


def overgebracht(verhaal: v.Verhaal, soort: str) -> list[tuple[str, dict[str, Any]]]:
    """What the last fact of this kind makes the system carry, in full."""
    feit = _laatste(verhaal, soort)
    over = [g for g in gevolgen(feit) if isinstance(g, Overbrengen)]
    return [rij for g in over for rij in opdrachten(verhaal.stand, feit, g)]


def _laatste(verhaal: v.Verhaal, soort: str) -> Feit:
    return next(f for f in reversed(verhaal.alles) if f.inhoud.soort == soort)


def _agenda(verhaal: v.Verhaal) -> Any:
    assert verhaal.stand.agenda is not None
    return verhaal.stand.agenda


def test_een_agenda_begint_en_haar_herijking_loopt() -> None:
    verhaal = leeg().als(START).dan("AgendaGestart", "TermijnGestart")
    assert (verhaal.stand.leven.titel, verhaal.stand.leven.toestand) == ("Samen 2025", "lopend")
    termijn = verhaal.stand.termijnen["herijking.1/T20"]
    assert (termijn.einde - termijn.begin).days == 26 * 7
    assert termijn.geadresseerde == "opgavemanager"
    assert _agenda(verhaal).halfjaren == ("2025-1", "2025-2", "2026-1", "2026-2")
    regels = reglement("r2026_4")
    assert regels.samen.herijking == regels.termijn("T20").duur


@pytest.mark.parametrize(
    ("tot", "mag"), [("2037-01-01", True), ("2037-01-02", False), ("2036-12-31", True), ("2038-01-01", False)]
)
def test_een_agenda_duurt_hoogstens_twaalf_jaar(tot: str, mag: bool) -> None:
    anders = v.manager("StartAgenda", titel="x", gebied="y", van="2025-01-01", tot=tot)
    verhaal = leeg().als(anders)
    assert (verhaal.neen is None) == mag


def test_een_ouder_reglement_kent_geen_agenda() -> None:
    leeg("r2026_3").als(START).geweigerd("reglement", "kent dit nog niet", "StapOverOpReglement")


def test_een_agenda_is_geen_opgave_en_een_opgave_geen_agenda() -> None:
    leeg().als(v.START).geweigerd("agenda", "niet voor een agenda")
    leeg(id_="FL-1").als(START).geweigerd("agenda", "niet voor een opgave")
    begonnen().als(v.manager("GaNaarFase", naar="F2")).geweigerd("agenda")
    begonnen().als(START).geweigerd("id", "bestaat al")
    leeg().als(zet(WATER)).geweigerd("toestand", "Deze agenda is nog niet begonnen. Geef eerst StartAgenda")


def test_een_half_jaar_dat_niet_bestaat_wordt_geweigerd_met_de_halve_jaren_die_er_zijn() -> None:
    for opdracht in (
        zet("FL-NIEUW", periode="2027-1"),
        v.manager("VerplaatsOpAgenda", opgave=WATER, periode="2024-2", reden="later"),
    ):
        nee = gevuld().als(opdracht).geweigerd("periode", "bestaat niet op deze agenda").neen
        assert nee.ontbreekt == ("2025-1", "2025-2", "2026-1", "2026-2")


def test_een_opgave_komt_een_keer_op_de_agenda_en_een_agenda_nooit() -> None:
    gevuld().als(zet(WATER)).geweigerd("opgave", "staat al op deze agenda", "VerplaatsOpAgenda")
    weg = gevuld(v.manager("VoerAf", opgave=WATER, reden="klaar"))
    weg.als(zet(WATER)).geweigerd("opgave", "afgevoerd", "HaalTerug")
    gevuld().als(zet("AGENDA-ANDERS")).geweigerd("opgave", "Een agenda staat niet op een agenda")


def test_verplaatsen_verandert_iets_en_bewaart_wat_gelijk_bleef() -> None:
    gevuld().als(v.manager("VerplaatsOpAgenda", opgave=WATER, periode="2025-1", reden="x")).geweigerd("plek", "niets")
    gevuld().als(v.manager("VerplaatsOpAgenda", opgave=WATER, reden="x")).geweigerd("plek", "niets")
    gevuld().als(v.manager("VerplaatsOpAgenda", opgave="FL-X", reden="x")).geweigerd("opgave", f"Wel: {WATER}")
    zetten: dict[str, Any] = {"periode": "2026-1", "rijpheid": "verkenning", "horizon": "nu"}
    verhaal = gevuld(v.manager("VerplaatsOpAgenda", opgave=WATER, reden="meer tijd", **zetten))
    feit, punt = verhaal.het("OpAgendaVerplaatst"), _agenda(verhaal).punten[WATER]
    assert (feit.periode, feit.rijpheid, feit.horizon) == ("2026-1", "verkenning", None)
    assert (punt.periode, punt.rijpheid, punt.horizon, punt.verplaatst) == ("2026-1", "verkenning", "nu", 1)
    lager = verhaal.gegeven(v.manager("VerplaatsOpAgenda", opgave=WATER, rijpheid="signaal", reden="te vroeg"))
    assert _agenda(lager).punten[WATER].met(rijpheid="verkenning", reden=punt.reden) == punt


def test_parkeren_terughalen_en_afvoeren_volgen_elkaar_alleen_in_goede_orde() -> None:
    parkeer, voer_af = (v.manager(soort, opgave=WATER, reden="x") for soort in ("ParkeerOpgave", "VoerAf"))
    terug = v.manager("HaalTerug", opgave=WATER, periode="2025-2", reden="x")
    gevuld().als(terug).geweigerd("plek", "Dit kan alleen als zij geparkeerd of afgevoerd is")
    geparkeerd = gevuld(parkeer)
    geparkeerd.als(parkeer).geweigerd("plek")
    hier = geparkeerd.gegeven(terug)
    assert (_agenda(hier).punten[WATER].status, _agenda(hier).punten[WATER].periode) == ("op_agenda", "2025-2")
    af = geparkeerd.gegeven(voer_af)
    af.als(voer_af).geweigerd("plek")
    af.als(v.manager("VerplaatsOpAgenda", opgave=WATER, horizon="later", reden="x")).geweigerd("plek")
    assert _agenda(af.gegeven(terug)).punten[WATER].status == "op_agenda"


def test_wat_eerder_gebeurde_dan_de_plek_bestond_wordt_geweigerd() -> None:
    verhaal = begonnen().later(days=10).gegeven(zet(WATER))
    verhaal.als(v.manager("ParkeerOpgave", op=v.EERSTE_DAG, opgave=WATER, reden="x")).geweigerd("gebeurd_op")


def test_een_raakvlak_is_er_een_keer_in_alfabetische_volgorde_en_nooit_met_zichzelf() -> None:
    raak = v.manager("LegRaakvlakVast", opgave=WATER, andere=WARMTE, omschrijving="samen graven")
    verhaal = gevuld(raak)
    assert (verhaal.het("RaakvlakVastgelegd").opgave, verhaal.het("RaakvlakVastgelegd").andere) == (WARMTE, WATER)
    verhaal.als(v.manager("LegRaakvlakVast", opgave=WARMTE, andere=WATER, omschrijving="x")).geweigerd("raakvlak")
    gevuld().als(v.manager("LegRaakvlakVast", opgave=WATER, andere=WATER, omschrijving="x")).geweigerd("raakvlak")
    gevuld().als(v.manager("LegRaakvlakVast", opgave=WATER, andere="FL-X", omschrijving="x")).geweigerd("opgave", WATER)
    af = gevuld(v.manager("VoerAf", opgave=WARMTE, reden="klaar"))
    af.als(raak).geweigerd("plek")
    los = verhaal.gegeven(v.manager("VerbreekRaakvlak", opgave=WATER, andere=WARMTE, reden="klaar"))
    assert _agenda(los).raakvlakken == ()
    los.als(v.manager("VerbreekRaakvlak", opgave=WATER, andere=WARMTE, reden="x")).geweigerd("raakvlak")


def test_een_raakvlak_wordt_aan_beide_opgaven_gemeld() -> None:
    verhaal = gevuld(v.manager("LegRaakvlakVast", opgave=WATER, andere=WARMTE, omschrijving="samen graven"))
    bron = verhaal.stand.seq
    kern_ = {"soort": "MeldRaakvlak", "agenda": ID, "bron": bron, "omschrijving": "samen graven", "verbroken": False}
    assert overgebracht(verhaal, "RaakvlakVastgelegd") == [
        (WARMTE, kern_ | {"buur": WATER}),
        (WATER, kern_ | {"buur": WARMTE}),
    ]
    los = verhaal.gegeven(v.manager("VerbreekRaakvlak", opgave=WATER, andere=WARMTE, reden="klaar"))
    assert [(n, i["verbroken"]) for n, i in overgebracht(los, "RaakvlakVerbroken")] == [(WARMTE, True), (WATER, True)]


def test_een_nieuwe_versie_van_een_document_is_anders_dan_de_vorige() -> None:
    verhaal = begonnen(document())
    verhaal.als(document()).geweigerd("versie", "geldt al")
    verhaal.als(document("2", soort="kader")).geweigerd("document")
    tweede = verhaal.gegeven(document("2"), document("1", "kader-energie", "kader"))
    assert [(d.id, d.versie) for d in _agenda(tweede).documenten.values()] == [("koers", "2"), ("kader-energie", "1")]


def test_elke_opgave_op_de_agenda_hoort_van_een_nieuw_document_en_een_afgevoerde_niet() -> None:
    weg = (v.manager("VoerAf", opgave=WONEN, reden="klaar"), v.manager("ParkeerOpgave", opgave=WARMTE, reden="wacht"))
    verhaal = gevuld(*weg, document())
    rijen = overgebracht(verhaal, "DocumentVastgesteld")
    assert [naar for naar, _ in rijen] == [WATER, WARMTE]
    inhoud = rijen[0][1]
    assert (inhoud["agenda"], inhoud["bron"], inhoud["op_agenda"]) == (ID, verhaal.stand.seq, True)
    assert [d["id"] for d in inhoud["documenten"]] == ["koers"]


def test_een_opgave_hoort_dat_zij_op_de_agenda_kwam_en_eraf_ging() -> None:
    ((naar, inhoud),) = overgebracht(begonnen(document(), zet(WATER)), "OpAgendaGezet")
    assert (naar, inhoud["op_agenda"], inhoud["documenten"][0]["versie"]) == (WATER, True, "1")
    ((naar, inhoud),) = overgebracht(gevuld(v.manager("VoerAf", opgave=WATER, reden="klaar")), "OpgaveAfgevoerd")
    assert (naar, inhoud["op_agenda"]) == (WATER, False)


def test_alleen_overheden_die_meedoen_worden_gevraagd_en_een_keer_per_versie() -> None:
    verhaal = begonnen().als(vraag("waterschap", v.DRONTEN, "provincie"))
    verhaal.dan("VaststellingGevraagd", *("TermijnGestart",) * 3)
    assert verhaal.stand.termijnen["vaststelling.waterschap.1/H17"].einde == date(2025, 9, 1)
    begonnen().als(vraag(v.NETBEHEER)).geweigerd("overheid", "geen overheid die meedoet", v.DRONTEN)
    begonnen().als(vraag("onbekend")).geweigerd("overheid")
    verhaal.als(vraag("waterschap", v.ZEEWOLDE)).geweigerd("vaststelling", ontbreekt="waterschap")
    verhaal.gegeven(vraag(v.ZEEWOLDE))
    uit = begonnen(v.manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"))
    uit.als(vraag(v.DRONTEN)).geweigerd("overheid")


def test_elke_overheid_stelt_de_agenda_voor_zichzelf_vast() -> None:
    gevraagd = begonnen(vraag(v.DRONTEN, "waterschap"))
    gevraagd.als(besluit("waterschap", door=v.partner(v.DRONTEN))).geweigerd("bevoegdheid", "stelt de agenda zelf vast")
    gevraagd.als(besluit(v.ZEEWOLDE)).geweigerd("vaststelling", "niet gevraagd", v.DRONTEN)
    gevraagd.als(besluit(v.DRONTEN, ongevraagd=True)).geweigerd("ongevraagd", "wel gevraagd")
    gevraagd.als(besluit(v.DRONTEN, door=v.manager.met(zekerheid="opgegeven"))).geweigerd("zekerheid")
    klaar = gevraagd.als(besluit(v.DRONTEN, door=v.partner(v.DRONTEN))).dan("AgendaVastgesteld", "TermijnGehaald")
    klaar.als(besluit(v.DRONTEN)).geweigerd("vaststelling", "al vastgesteld")
    nee = gevraagd.gegeven(zelf("waterschap", "niet_vastgesteld"))
    assert _agenda(nee).vaststellingen["waterschap/1"].besluit == "niet_vastgesteld"
    alsnog = nee.gegeven(zelf("waterschap", "gewijzigd_vastgesteld"))
    assert _agenda(alsnog).vaststellingen["waterschap/1"].besluit == "gewijzigd_vastgesteld"


PER_LINK = v.partner(v.DRONTEN).met(zekerheid="link", subject="s-link")


def test_een_besluit_per_link_telt_pas_als_een_ander_het_bevestigt() -> None:
    """Until then its term runs, it waits for the manager, and other partners don't see it."""
    verhaal = begonnen(vraag(v.DRONTEN)).als(besluit(v.DRONTEN, door=PER_LINK)).dan("AgendaVastgesteld")
    rij = _agenda(verhaal).vaststellingen[f"{v.DRONTEN}/1"]
    assert (rij.telt, rij.gemeld, in_woorden(rij)) == (None, "vastgesteld", f"vastgesteld ({NIET_BEVESTIGD})")
    termijn = f"vaststelling.{v.DRONTEN}.1/H17"
    assert verhaal.stand.termijnen[termijn].loopt
    posten = {(p.soort, p.op_wie, p.organisatie) for p in wachtposten(verhaal.stand)}
    assert ("bevestigen", "opgavemanager", "provincie") in posten
    assert not {p for p in posten if p[2] == v.DRONTEN}
    (brief,) = (g for g in gevolgen(_laatste(verhaal, "AgendaVastgesteld")) if isinstance(g, Bericht))
    assert (brief.aan, "daarna telt het" in brief.vraag) == (("opgavemanager",), True)
    kan = [m for m in mogelijkheden(verhaal.stand, v.manager.door, verhaal.nu) if m.opdracht == "LegVaststellingVast"]
    assert [(m.kan, m.formulier["besluit"]) for m in kan] == [(True, "vastgesteld")]
    for wie, ziet in ((v.DRONTEN, True), ("waterschap", False)):
        zinnen = [g.zin for g in openbaar(verhaal.stand, verhaal.alles, wie).tijdlijn]
        assert any("meldde per link" in zin for zin in zinnen) == ziet

    verhaal = verhaal.later(days=20)
    klaar = verhaal.als(besluit(v.DRONTEN, door=v.griffier)).dan("AgendaVastgesteld", "TermijnGehaald")
    nu = _agenda(klaar).vaststellingen[f"{v.DRONTEN}/1"]
    assert (nu.telt, nu.gemeld, nu.op) == ("vastgesteld", None, rij.op)
    assert not {p for p in wachtposten(klaar.stand) if p.soort == "bevestigen"}
    klaar.als(besluit(v.DRONTEN)).geweigerd("vaststelling", "al vastgesteld")


def test_een_besluit_per_link_is_op_tijd_als_het_voor_de_laatste_dag_is_gemeld() -> None:
    gemeld = begonnen(vraag(v.DRONTEN)).gegeven(besluit(v.DRONTEN, door=PER_LINK))
    na_de_laatste_dag = replace(gemeld, nu=gemeld.nu.replace(year=gemeld.nu.year + 1))
    bevestigd = na_de_laatste_dag.als(besluit(v.DRONTEN))
    rij = _agenda(bevestigd).vaststellingen[f"{v.DRONTEN}/1"]
    assert (rij.telt, rij.op) == ("vastgesteld", gemeld.vandaag)


def test_wie_bevestigt_zegt_hetzelfde_en_alleen_de_overheid_zelf_verbetert() -> None:
    gemeld = begonnen(vraag(v.DRONTEN)).gegeven(besluit(v.DRONTEN, door=PER_LINK))
    gemeld.als(besluit(v.DRONTEN, "niet_vastgesteld")).geweigerd("vaststelling", "per link", "vastgesteld")
    gemeld.als(besluit(v.DRONTEN, door=PER_LINK)).geweigerd("vaststelling", "al gemeld (vastgesteld)")
    anders = gemeld.gegeven(besluit(v.DRONTEN, "niet_vastgesteld", door=PER_LINK))
    assert _agenda(anders).vaststellingen[f"{v.DRONTEN}/1"].gemeld == "niet_vastgesteld"
    anders.als(besluit(v.DRONTEN)).geweigerd("vaststelling", "niet vastgesteld")
    zelf = gemeld.als(besluit(v.DRONTEN, "gewijzigd_vastgesteld", door=v.partner(v.DRONTEN)))
    zelf.dan("AgendaVastgesteld", "TermijnGehaald")
    assert _agenda(zelf).vaststellingen[f"{v.DRONTEN}/1"].telt == "gewijzigd_vastgesteld"


def test_wat_per_link_is_gemeld_over_een_oude_versie_wacht_op_niemand() -> None:
    gemeld = gevuld(vraag(v.DRONTEN), besluit(v.DRONTEN, door=PER_LINK), BEREID)
    herijkt = gemeld.als(HERIJK).dan("AgendaHerijkt", "TermijnGehaald", "TermijnVervallen", "TermijnGestart")
    assert not {p for p in wachtposten(herijkt.stand) if p.soort == "bevestigen"}


def test_wie_ongevraagd_besluit_zegt_dat_erbij_en_er_staat_geen_verzonnen_dag() -> None:
    begonnen().als(besluit("provincie", door=v.griffier)).geweigerd("vaststelling", "niet gevraagd", "ongevraagd")
    verhaal = begonnen(besluit("provincie", door=v.griffier, ongevraagd=True))
    rij = _agenda(verhaal).vaststellingen["provincie/1"]
    assert (rij.gemeld, rij.telt, rij.gevraagd_op, rij.uiterlijk) == ("vastgesteld", None, None, None)
    assert "Niemand had erom gevraagd" in vertel(verhaal.laatste[-1])
    assert [(r.gevraagd_op, r.uiterlijk) for r in bord(verhaal.stand, {}).vaststellingen] == [(None, None)]
    begonnen().als(besluit(v.NETBEHEER, ongevraagd=True)).geweigerd("overheid", "geen overheid")


def test_een_besluit_van_ps_legt_de_griffier_vast_en_een_ander_bevestigt_het() -> None:
    """As any decision of PS: the bureau records it, and until a second person says the same it starts nothing."""
    gevraagd = begonnen(vraag("provincie"))
    gevraagd.als(besluit("provincie")).geweigerd("bevoegdheid", "griffier")
    gevraagd.als(besluit("provincie", door=v.griffier, orgaan="GS")).geweigerd("bevoegdheid", "bestuurssecretariaat")
    gevraagd.als(besluit("provincie", door=v.griffier, orgaan="de raad")).geweigerd("orgaan", "PS of GS", "PS")
    vast = gevraagd.als(besluit("provincie", door=v.griffier)).dan("AgendaVastgesteld")
    assert _agenda(vast).vaststellingen["provincie/1"].telt is None
    assert [p.op_wie for p in wachtposten(vast.stand) if p.soort == "bevestigen"] == ["bestuurssecretariaat"]
    assert "als een ander het bevestigt" in vertel(vast.laatste[0])
    vast.als(besluit("provincie", door=v.griffier)).geweigerd("vier ogen", "legde dit zelf vast")
    vast.als(besluit("provincie")).geweigerd("bevoegdheid")
    vast.als(besluit("provincie", "niet_vastgesteld", door=v.secretariaat)).geweigerd("bevoegdheid")
    klaar = vast.als(besluit("provincie", door=v.secretariaat)).dan("AgendaVastgesteld", "TermijnGehaald")
    assert _agenda(klaar).vaststellingen["provincie/1"].telt == "vastgesteld"


def test_wie_voor_een_andere_overheid_vastlegt_zegt_hoe_hij_het_weet() -> None:
    gevraagd = begonnen(vraag(v.DRONTEN))
    gevraagd.als(besluit(v.DRONTEN, kanaal=None)).geweigerd("kanaal", "Zeg hoe u weet")
    gevraagd.als(besluit(v.DRONTEN, kanaal="brief")).geweigerd("stuk", "hoort een stuk")
    vast = gevraagd.als(besluit(v.DRONTEN, kanaal="brief", stuk=STUK)).dan("AgendaVastgesteld")
    rij = _agenda(vast).vaststellingen[f"{v.DRONTEN}/1"]
    assert (rij.telt, in_woorden(rij)) == (None, "vastgesteld (per brief, nog niet bevestigd)")
    assert [p.op_wie for p in wachtposten(vast.stand) if p.soort == "bevestigen"] == ["griffier"]
    vast.als(besluit(v.DRONTEN, "niet_vastgesteld", door=v.griffier)).geweigerd("vaststelling", "iets anders")
    klaar = vast.als(besluit(v.DRONTEN, door=v.griffier, kanaal=None)).dan("AgendaVastgesteld", "TermijnGehaald")
    assert in_woorden(_agenda(klaar).vaststellingen[f"{v.DRONTEN}/1"]) == "vastgesteld (per brief)"
    eigen = vast.als(zelf(v.DRONTEN, "gewijzigd_vastgesteld")).dan("AgendaVastgesteld", "TermijnGehaald")
    assert _agenda(eigen).vaststellingen[f"{v.DRONTEN}/1"].telt == "gewijzigd_vastgesteld"


def test_een_vaststelling_wordt_met_een_reden_verbeterd_en_tot_dan_geldt_de_oude() -> None:
    klaar = begonnen(vraag(v.DRONTEN)).gegeven(zelf(v.DRONTEN))
    klaar.als(besluit(v.DRONTEN, "niet_vastgesteld")).geweigerd("vaststelling", "al vastgesteld", "verbetering")
    begonnen(vraag(v.DRONTEN)).als(besluit(v.DRONTEN, verbetering="x")).geweigerd("verbetering", "nog niets")
    beter = klaar.gegeven(besluit(v.DRONTEN, "niet_vastgesteld", verbetering="de raad stemde tegen"))
    rij = _agenda(beter).vaststellingen[f"{v.DRONTEN}/1"]
    assert (rij.telt, rij.gemeld) == ("vastgesteld", "niet_vastgesteld")
    assert "tot dan geldt: vastgesteld" in in_woorden(rij)
    assert "verbetert wat eerder" in vertel(beter.laatste[0])
    bevestigd = beter.gegeven(besluit(v.DRONTEN, "niet_vastgesteld", door=v.griffier))
    assert _agenda(bevestigd).vaststellingen[f"{v.DRONTEN}/1"].telt == "niet_vastgesteld"
    assert len([f for f in bevestigd.alles if f.inhoud.soort == "AgendaVastgesteld"]) == 3


def test_wat_voor_de_vraag_is_besloten_wordt_met_zijn_dag_vastgelegd() -> None:
    begin = replace(START, op=date(2025, 1, 1))
    verhaal = leeg().gegeven(begin, *BUREN, vraag(v.DRONTEN))
    assert verhaal.stand.termijnen["herijking.1/T20"].begin == verhaal.vandaag
    eerder = verhaal.gegeven(replace(zelf(v.DRONTEN), op=date(2025, 2, 20)))
    assert _agenda(eerder).vaststellingen[f"{v.DRONTEN}/1"].op == date(2025, 2, 20)
    te_vroeg = replace(zelf(v.DRONTEN), op=date(2024, 12, 30))
    verhaal.als(te_vroeg).geweigerd("gebeurd_op", "begon op 1 januari 2025. Kies die dag of een latere")


def test_een_periode_die_voorbij_is_begint_niet_en_een_half_jaar_dat_voorbij_is_evenmin() -> None:
    oud = v.manager("StartAgenda", titel="x", gebied="y", van="1990-01-01", tot="1991-12-31")
    leeg().als(oud).geweigerd("periode", "al voorbij")
    leeg().gegeven(replace(oud, op=date(1990, 1, 1)))
    verhaal = gevuld().later(date(2025, 9, 1))
    for te_laat in (
        zet("FL-NIEUW"),
        v.manager("VerplaatsOpAgenda", opgave=WARMTE, periode="2025-1", reden="terug"),
    ):
        nee = verhaal.als(te_laat).geweigerd("periode", "is voorbij. Kies 2025-2 of later").neen
        assert nee.ontbreekt == ("2025-2", "2026-1", "2026-2")


def test_wie_te_vroeg_sluit_leest_wat_nog_openstaat_en_zegt_toch() -> None:
    vroeg = v.manager("SluitAgenda", reden="te vroeg")
    open_ = gevuld(_conferentie(), vraag(v.DRONTEN))
    nee = open_.als(vroeg).geweigerd("periode", "31 december 2026. Sluiten kan niet terug").neen
    assert nee.ontbreekt[0] == f"opgaven op de agenda: {WATER}, {WARMTE}, {WONEN}"
    assert any("vaststelling van versie 1" in wat for wat in nee.ontbreekt)
    dicht = open_.gegeven(v.manager("SluitAgenda", reden="te vroeg", toch=True))
    assert (_agenda(dicht).gesloten_op, _agenda(dicht).gesloten_door) == (dicht.vandaag, "opgavemanager")
    assert "Nog open: opgaven op de agenda" in vertel(_laatste(dicht, "AgendaGesloten"))
    assert [(naar, plek["op_agenda"]) for naar, plek in overgebracht(dicht, "AgendaGesloten")] == [
        *((WATER, False), (WARMTE, False), (WONEN, False)),
    ]


def test_het_rapport_telt_zelf_en_een_tweede_herijking_in_een_half_jaar_heeft_een_reden() -> None:
    gevuld().als(v.manager("BereidHerijkingVoor", stuk=STUK, opgaven=999)).geweigerd("opgaven", "3 opgaven", "3")
    assert gevuld(v.manager("BereidHerijkingVoor", stuk=STUK)).het("HerijkingVoorbereid").opgaven == 3
    nog_een = gevuld(BEREID, HERIJK, v.manager("BereidHerijkingVoor", stuk=STUK | {"referentie": "R-2"}))
    nog_een.als(HERIJK).geweigerd("herijking", "al herijkt", "reden")
    toch = nog_een.gegeven(v.manager("Herijk", conclusie="anders", reden="de verkiezingen"))
    assert "de verkiezingen" in vertel(_laatste(toch, "AgendaHerijkt"))
    op_tijd = nog_een.later(date(2025, 8, 25))
    op_tijd.als(HERIJK).dan("AgendaHerijkt", "TermijnGehaald", "TermijnGestart")


def test_een_wijziging_van_de_werkwijze_gaat_terug_met_een_reden() -> None:
    terug = v.manager("WijzigWerkwijze", wijziging="W1", intrekken=True, reden="werkte niet")
    gevuld().als(terug).geweigerd("wijziging", "geldt hier niet")
    een = gevuld(wijzig(termijn="T18", duur="3wd"), wijzig(wijziging="W2", termijn="T18", duur="4wd"))
    twee = een.gegeven(v.manager("WijzigWerkwijze", wijziging="W2", intrekken=True, reden="te lang"))
    assert str(geldend(twee.stand).termijn("T18").duur) == "3wd"
    nul = twee.gegeven(terug)
    assert str(geldend(nul.stand).termijn("T18").duur) == "5wd"
    assert "wordt weer 5 werkdagen" in vertel(_laatste(nul, "WerkwijzeGewijzigd"))
    assert overgebracht(nul, "WerkwijzeGewijzigd")[0][1]["termijnen"] == []
    vraag_ = gevuld(wijzig(fase="F2", vraag="Is de buurt gehoord?")).gegeven(terug)
    assert overgebracht(vraag_, "WerkwijzeGewijzigd")[0][1]["checklist"] == []
    nul.als(terug).geweigerd("wijziging", "geldt hier niet")


def test_een_herijking_eindigt_op_een_werkdag() -> None:
    zondag = leeg().later(date(2025, 3, 9)).gegeven(START)
    termijn = zondag.stand.termijnen["herijking.1/T20"]
    assert (termijn.einde, termijn.einde.weekday()) == (date(2025, 9, 8), 0)
    assert "geen werkdag" in termijn.uitleg


def test_een_herijking_vraagt_een_voorbereiding_en_begint_de_volgende() -> None:
    gevuld().als(HERIJK).geweigerd("herijking", "nog niet voorbereid", "BereidHerijkingVoor")
    voorbereid = gevuld(BEREID)
    voorbereid.als(BEREID).geweigerd("herijking", "al vastgelegd")
    verhaal = voorbereid.als(HERIJK).dan("AgendaHerijkt", "TermijnGehaald", "TermijnGestart")
    agenda = _agenda(verhaal)
    assert (agenda.versie, agenda.herijkingen, agenda.voorbereid) == (2, 1, None)
    assert verhaal.stand.termijnen["herijking.2/T20"].loopt
    verhaal.als(HERIJK).geweigerd("herijking", "nog niet voorbereid")


def test_een_rapport_dat_laat_komt_telt_niet_voor_de_volgende_herijking() -> None:
    """What is carried names its herijking; without a number it is the one that runs."""

    def rapport(nummer: int) -> v.Zet:
        return v.manager("BereidHerijkingVoor", stuk={"titel": "laat", "referentie": "R-9"}, opgaven=3, nummer=nummer)

    gevuld().als(rapport(2)).geweigerd("herijking", "nu loopt herijking 1")
    herijkt = gevuld(BEREID, HERIJK)
    herijkt.als(rapport(1)).geweigerd("herijking", "is voor herijking 1; nu loopt herijking 2")
    assert herijkt.als(rapport(2)).het("HerijkingVoorbereid").nummer == 2
    assert herijkt.als(rapport(0)).het("HerijkingVoorbereid").nummer == 2


def test_wie_over_de_vorige_versie_nog_niet_besloot_hoeft_dat_na_een_herijking_niet_meer() -> None:
    verhaal = gevuld(vraag(v.DRONTEN, "waterschap"), zelf("waterschap"), BEREID).als(HERIJK)
    verhaal.dan("AgendaHerijkt", "TermijnGehaald", "TermijnVervallen", "TermijnGestart")
    assert verhaal.stand.termijnen[f"vaststelling.{v.DRONTEN}.1/H17"].status == "vervallen"
    verhaal.als(besluit(v.DRONTEN)).geweigerd("vaststelling", "versie 2")
    opnieuw = verhaal.gegeven(vraag(v.DRONTEN, "waterschap"), zelf(v.DRONTEN))
    assert set(_agenda(opnieuw).vaststellingen) == {
        *(f"{v.DRONTEN}/1", "waterschap/1", f"{v.DRONTEN}/2", "waterschap/2"),
    }


def test_na_de_periode_begint_geen_herijking_meer() -> None:
    verhaal = gevuld(BEREID).later(date(2027, 1, 4)).als(HERIJK)
    verhaal.dan("AgendaHerijkt", "TermijnGehaald")
    verhaal.als(BEREID).geweigerd("herijking", "de periode van de agenda is voorbij")


def _conferentie(**anders: Any) -> v.Zet:
    afspraken = [
        {"tekst": "Stuur de kaart", "wie": v.DRONTEN, "uiterlijk": "2025-05-01"},
        {"tekst": "Maak een begroting", "wie": "GS", "uiterlijk": "2025-06-02"},
    ]
    velden = {"conferentie": "C1", "titel": "Voorjaar", "deelnemers": ["GS", v.DRONTEN], "afspraken": afspraken}
    return v.manager("HoudConferentie", **(velden | {"onderschreven_door": [v.DRONTEN]} | anders))


def test_wat_op_een_conferentie_is_beloofd_wordt_gevolgd_tot_het_gedaan_is() -> None:
    verhaal = begonnen().als(_conferentie())
    verhaal.dan("ConferentieGehouden", *("AfspraakGemaakt", "TermijnGestart") * 2)
    assert {t.id: t.einde for t in verhaal.stand.termijnen.values() if t.betreft.startswith("C1")} == {
        "C1.A1/T17": date(2025, 5, 1),
        "C1.A2/H01": date(2025, 6, 2),
    }
    assert [a.id for a in beloften(verhaal.stand)] == ["C1.A1", "C1.A2"]
    assert {p.op_wie for p in wachtposten(verhaal.stand)} >= {"partner", "bestuurssecretariaat"}
    gedaan = verhaal.gegeven(v.partner(v.DRONTEN)("RondAfspraakAf", afspraak="C1.A1", resultaat="verstuurd"))
    assert [a.id for a in beloften(gedaan.stand)] == ["C1.A2"]


def test_wie_onderschrijft_nam_deel_en_deelnemers_zijn_bekend() -> None:
    begonnen().als(_conferentie(onderschreven_door=[v.ZEEWOLDE])).geweigerd("onderschreven_door", v.ZEEWOLDE)
    begonnen().als(_conferentie(deelnemers=["GS", "vreemd"])).geweigerd("deelnemers", "vreemd")
    mens = [{"tekst": "x", "wie": "piet", "uiterlijk": "2025-05-01"}]
    begonnen().als(_conferentie(afspraken=mens)).geweigerd("wie")
    begonnen(_conferentie()).als(_conferentie()).geweigerd("conferentie", "bestaat al")


def wijzig(**velden: Any) -> v.Zet:
    vast = {"les": "FL-2024-01/L1", "wijziging": "W1", "reden": "het ging te traag"}
    return v.manager("WijzigWerkwijze", **(vast | velden))


def test_een_les_verandert_een_huistermijn_en_elke_opgave_hoort_het() -> None:
    verhaal = gevuld(wijzig(termijn="T18", duur="3wd"))
    assert verhaal.het("WerkwijzeGewijzigd").was == str(reglement("r2026_4").termijn("T18").duur)
    assert str(geldend(verhaal.stand).termijn("T18").duur) == "3wd"
    rijen = overgebracht(verhaal, "WerkwijzeGewijzigd")
    assert [naar for naar, _ in rijen] == [WATER, WARMTE, WONEN]
    assert rijen[0][1]["termijnen"] == [{"termijn": "T18", "duur": "3wd", "les": "FL-2024-01/L1"}]
    weer = verhaal.gegeven(wijzig(wijziging="W2", termijn="T18", duur="4wd"))
    assert weer.het("WerkwijzeGewijzigd").was == "3wd"
    assert [t["duur"] for t in overgebracht(weer, "WerkwijzeGewijzigd")[0][1]["termijnen"]] == ["4wd"]


def test_een_les_zet_een_vraag_op_de_checklist() -> None:
    verhaal = gevuld(wijzig(fase="F2", vraag="Is de buurt gehoord?"))
    punt = {"punt": "W1", "vraag": "Is de buurt gehoord?", "les": "FL-2024-01/L1"}
    assert overgebracht(verhaal, "WerkwijzeGewijzigd")[0][1]["checklist"] == [["F2", punt]]


@pytest.mark.parametrize(
    ("velden", "regel", "reden"),
    [
        ({"termijn": "T01", "duur": "3wd"}, "termijn", "wettelijke termijn verandert niet door een les"),
        ({"termijn": "T18", "duur": "gauw"}, "duur", "gauw is geen duur"),
        ({"termijn": "T18", "duur": "0d"}, "duur", "is geen duur"),
        ({"termijn": "H17", "duur": "3wd"}, "termijn", "geen vaste duur"),
        ({"termijn": "T20", "duur": "26w"}, "duur", "duurt al 26 weken"),
        ({"termijn": "X99", "duur": "3wd"}, "", "X99"),
        ({"les": "L1", "fase": "F2", "vraag": "x"}, "les", "OPGAVE/LES"),
        ({"les": "klein/L1", "fase": "F2", "vraag": "x"}, "les", "OPGAVE/LES"),
    ],
)
def test_een_les_verandert_geen_wet_en_geen_onzin(velden: dict[str, Any], regel: str, reden: str) -> None:
    gevuld().als(wijzig(**velden)).geweigerd(regel, reden)


def test_een_wijziging_heeft_een_eigen_id() -> None:
    gevuld(wijzig(fase="F2", vraag="x")).als(wijzig(fase="F3", vraag="y")).geweigerd("wijziging", "bestaat al")


def test_een_gesloten_agenda_laat_los_wat_loopt_en_volgt_wat_is_beloofd() -> None:
    sluit = v.manager("SluitAgenda", reden="de periode is om", opvolger="AGENDA-2027", toch=True)
    verhaal = gevuld(_conferentie(), vraag(v.DRONTEN)).als(sluit)
    verhaal.dan("AgendaGesloten", "TermijnVervallen", "TermijnVervallen")
    assert (verhaal.stand.leven.toestand, verhaal.stand.leven.vervolg) == ("afgerond", "AGENDA-2027")
    assert {t.id for t in verhaal.stand.termijnen.values() if t.loopt} == {"C1.A1/T17", "C1.A2/H01"}
    assert not kern.is_afgerond(verhaal.stand)
    verhaal.als(zet("FL-NIEUW")).geweigerd("toestand", "De agenda is afgerond")
    assert kern.is_afgerond(verhaal.alles_nagekomen().stand)


def test_de_opvolger_van_een_agenda_is_een_andere_agenda() -> None:
    for opvolger in (WATER, ID):
        gevuld().als(v.manager("SluitAgenda", reden="x", opvolger=opvolger)).geweigerd("opvolger")


def test_een_agenda_kan_rusten_en_wat_overheden_besluiten_wacht_niet() -> None:
    rust = gevuld(vraag(v.DRONTEN), v.manager("Pauzeer", reden="formatie"))
    rust.als(zet("FL-NIEUW")).geweigerd("toestand", "De agenda is gepauzeerd")
    rust.gegeven(zelf(v.DRONTEN), v.manager("Hervat"), zet("FL-NIEUW"))


def alles() -> v.Verhaal:
    """An agenda in which every fact of an agenda happens."""
    return gevuld(
        document(),
        document("2"),
        v.manager("VerplaatsOpAgenda", opgave=WATER, periode="2025-2", rijpheid="verkenning", reden="rijper"),
        v.manager("ParkeerOpgave", opgave=WARMTE, reden="geen geld"),
        v.manager("HaalTerug", opgave=WARMTE, periode="2026-1", reden="wel geld"),
        v.manager("LegRaakvlakVast", opgave=WATER, andere=WARMTE, omschrijving="samen graven"),
        v.manager("VerbreekRaakvlak", opgave=WATER, andere=WARMTE, reden="klaar"),
        v.manager("VoerAf", opgave=WONEN, reden="gaat elders verder"),
        vraag(v.DRONTEN, "provincie"),
        zelf(v.DRONTEN),
        _conferentie(),
        wijzig(termijn="T18", duur="3wd"),
        wijzig(wijziging="W2", fase="F2", vraag="Is de buurt gehoord?"),
        BEREID,
        HERIJK,
        v.manager("SluitAgenda", reden="de periode is om", toch=True),
    )


def test_elk_feit_van_een_agenda_wordt_verteld_in_een_gewone_zin() -> None:
    verhaal = alles()
    for feit in verhaal.alles:
        zin = vertel(feit)
        assert zin.endswith((".", "?", "!")), zin
        assert feit.inhoud.soort not in zin
        assert "None" not in zin
        for gevolg in gevolgen(feit):
            assert not isinstance(gevolg, Bericht) or gevolg.aan
    zinnen = [vertel(f) for f in verhaal.alles]
    assert "De opgave FL-WATER is verplaatst op de agenda: naar het tweede half jaar van 2025, " in "\n".join(zinnen)


def test_het_bord_toont_elke_opgave_een_keer_per_indeling() -> None:
    verhaal = gevuld(
        zet("FL-KLAAR"),
        zet("FL-WACHT", horizon="later"),
        v.manager("ParkeerOpgave", opgave="FL-WACHT", reden="x"),
        v.manager("LegRaakvlakVast", opgave=WATER, andere=WARMTE, omschrijving="graven"),
        vraag(v.DRONTEN),
        _conferentie(),
    )
    ver = {
        WATER: Opgavestand.van(v.in_f3().stand),
        "FL-KLAAR": Opgavestand(titel="Klaar", fase=Fase.BORGING, toestand="afgerond"),
    }
    beeld = bord(verhaal.stand, ver)
    per_fase = {k.code: [kaart.opgave for kaart in k.kaarten] for k in beeld.fasen if k.kaarten}
    assert per_fase == {NIET_BEGONNEN: [WONEN, WARMTE], "F3": [WATER], KLAAR: ["FL-KLAAR"]}
    for indeling in (beeld.fasen, beeld.halfjaren, beeld.horizonten):
        assert sorted(kaart.opgave for k in indeling for kaart in k.kaarten) == sorted(
            (WATER, WARMTE, WONEN, "FL-KLAAR")
        )
    assert [k.code for k in beeld.halfjaren] == ["2025-1", "2025-2", "2026-1", "2026-2"]
    assert [k.opgave for k in beeld.geparkeerd] == ["FL-WACHT"]
    (water,) = next(k for k in beeld.fasen if k.code == "F3").kaarten
    assert (water.titel, water.raakt) == ("Warmte uit water", (WARMTE,))
    assert water.aan_zet
    assert [(r.overheid, r.versie, r.huidig, r.besluit) for r in beeld.vaststellingen] == [(v.DRONTEN, 1, True, None)]
    assert [a.id for a in beeld.beloften] == ["C1.A1", "C1.A2"]
    with pytest.raises(ValueError, match="no agenda"):
        bord(v.in_f3().stand, {})


def test_beelden_van_een_opgave_werken_ook_voor_een_agenda() -> None:
    verhaal = gevuld(vraag(v.DRONTEN))
    assert poortstand(verhaal.stand) == ()
    assert "versie 1; opgaven op de agenda: 3" in samenvatting(verhaal.stand)
    assert "fase" not in samenvatting(verhaal.stand)
    assert Zoekwaarden.van(verhaal.stand).fase == ""
    assert {(p.soort, p.organisatie) for p in wachtposten(verhaal.stand)} == {
        *(("termijn", "provincie"), ("termijn", v.DRONTEN)),
    }


def test_wie_kijkt_wat_er_kan_ziet_bij_een_agenda_alleen_wat_een_agenda_kan() -> None:
    verhaal = gevuld(vraag(v.DRONTEN), BEREID, v.manager("ParkeerOpgave", opgave=WONEN, reden="x"))
    kan = {m.opdracht for m in mogelijkheden(verhaal.stand, v.manager.door, verhaal.nu + timedelta(minutes=5)) if m.kan}
    assert kan >= {
        *("ZetOpAgenda", "VerplaatsOpAgenda", "ParkeerOpgave", "HaalTerug", "VoerAf", "LegRaakvlakVast"),
        *("StelDocumentVast", "VraagVaststelling", "LegVaststellingVast", "HoudConferentie", "Herijk", "SluitAgenda"),
    }
    assert "GaNaarFase" not in kan
    opgave = v.in_f2()
    assert not kan & {
        m.opdracht for m in mogelijkheden(opgave.stand, v.manager.door, opgave.nu) if m.opdracht.endswith("Agenda")
    }


def test_wat_een_agenda_met_een_opgave_deelt_wordt_van_de_agenda_gezegd() -> None:
    """A pause, going on and a new partner: in the sentence and above the letter."""
    rust = gevuld().gegeven(v.manager("Pauzeer", reden="formatie")).gegeven(v.manager("Hervat"))
    zinnen = [vertel(f) for f in rust.alles if f.inhoud.soort in ("OpgaveGepauzeerd", "OpgaveHervat")]
    assert zinnen == ["De agenda is gepauzeerd: formatie", "De agenda gaat verder."]
    post = [g.onderwerp for f in rust.alles for g in gevolgen(f) if isinstance(g, Bericht)]
    assert {"Agenda gepauzeerd", "Agenda gaat verder", "Welkom bij de regionale agenda"} <= set(post)
    (welkom,) = [vertel(f) for f in rust.alles if getattr(f.inhoud, "partner", "") == "waterschap"]
    assert welkom == "Waterschap doet mee aan de regionale agenda als waterschap."
