"""Geheimhouding: a neutral title everywhere from its start, no text on such a step, lifted only by who may."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import griffier, jurist, manager, secretariaat, secretaris

from domain.beeld import overzicht
from domain.beeld.besluitdossier import besluitdossier
from domain.beeld.mogelijk import mogelijkheden
from domain.beeld.route import route_van
from domain.beeld.vlaggen import vlaggen
from domain.gevolg import Bekendmaken, Bericht, Voorleggen
from domain.gevolgen import gevolgen
from domain.overdracht import dossier
from domain.regels import geheim
from domain.stand import Stand
from domain.taal.besluiten import LegBesluitVast, LegVoor
from domain.taal.leven import DraagOver
from domain.woorden import met_namen
from domain.zinnen import vertel

GEHEIM = "aankoop van het perceel aan de Kust"
TEKST = "voor ten hoogste 3,2 miljoen euro"
NEUTRAAL = "grondzaak 2025-7"
GROND = "Woo 5.1 lid 2 b"


def leg_op(stap: str = "B1", **anders: Any) -> v.Zet:
    velden = {"orgaan": "GS", "grond": GROND, "neutrale_titel": NEUTRAAL, "referentie": "DOC-7", **anders}
    wie = griffier if velden["orgaan"] in ("PS", "statencommissie") else secretariaat
    return wie("LegGeheimhoudingOp", stap=stap, **velden)


def hef_op(orgaan: str = "GS", **meer: Any) -> v.Zet:
    wie = griffier if orgaan in ("PS", "statencommissie") else secretariaat
    return wie("HefGeheimhoudingOp", stap="B1", orgaan=orgaan, reden="de koop is rond", **meer)


def stap(orgaan: str = "PS", onderwerp: str = GEHEIM) -> v.Verhaal:
    code = "A8" if orgaan == "PS" else "agenda"
    return v.gegeven(*v.BEGONNEN).gegeven(manager("OpenBesluit", code=code, orgaan=orgaan, onderwerp=onderwerp))


def opgelegd(orgaan: str = "PS", onderwerp: str = GEHEIM, **anders: Any) -> v.Verhaal:
    return stap(orgaan, onderwerp).gegeven(leg_op(**anders))


VOORLEGGEN = manager("LegVoor", stap="B1", kennisgeving_op="2025-01-06")
BESLUIT = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"})


def test_vanaf_het_begin_staat_overal_de_neutrale_titel() -> None:
    verhaal = opgelegd().gegeven(VOORLEGGEN, BESLUIT)
    assert verhaal.stand.stappen["B1"].onderwerp == NEUTRAAL
    assert verhaal.het("BesluitVoorgelegd").onderwerp == NEUTRAAL
    assert verhaal.het("BesluitGenomen").onderwerp == NEUTRAAL
    bekend = [g for f in verhaal.alles for g in gevolgen(f) if isinstance(g, Bekendmaken)]
    assert [b.titel for b in bekend] == [NEUTRAAL]


def test_een_stap_met_een_neutrale_titel_was_niet_eerder_zichtbaar() -> None:
    assert opgelegd(onderwerp=NEUTRAAL).het("GeheimhoudingOpgelegd").eerder_zichtbaar is None


@pytest.mark.parametrize(
    ("onderwerp", "eerst"),
    [
        (GEHEIM, ()),
        (NEUTRAAL, (VOORLEGGEN,)),
        (NEUTRAAL, (griffier("MeldHalte", stap="B1", halte="concept", toelichting=GEHEIM),)),
    ],
)
def test_wat_al_in_de_geschiedenis_staat_wordt_gezegd(onderwerp: str, eerst: tuple[v.Zet, ...]) -> None:
    verhaal = stap(onderwerp=onderwerp).gegeven(*eerst, leg_op())
    assert verhaal.het("GeheimhoudingOpgelegd").eerder_zichtbaar is True
    assert "blijft in de geschiedenis staan" in vertel(verhaal.laatste[-1])
    (bericht,) = gevolgen(verhaal.laatste[-1])
    assert isinstance(bericht, Bericht)
    assert "betrokkenen" in bericht.aan, "who may have seen it is bound by it"


def test_alleen_wie_haar_oplegde_heft_haar_op() -> None:
    verhaal = opgelegd("GS")
    verhaal.als(hef_op("PS")).geweigerd("PW 86 lid 3-4", ontbreekt="GS")
    verhaal.als(hef_op("CdK")).geweigerd("PW 86 lid 3-4")
    op = verhaal.gegeven(hef_op("GS"))
    assert op.stand.stappen["B1"].onderwerp == NEUTRAAL, "no secret title is kept anywhere"
    assert op.stand.geheim["B1"].opgeheven_op == op.vandaag
    op.als(hef_op("GS")).geweigerd("geheim", "geen geheimhouding")
    op.als(leg_op()).dan("GeheimhoudingOpgelegd")
    op.als(VOORLEGGEN).dan_ook("BesluitVoorgelegd")


def test_bij_het_opheffen_kan_een_nieuwe_titel_komen() -> None:
    verhaal = opgelegd("GS").gegeven(hef_op("GS", titel="aankoop van grond"))
    assert verhaal.stand.stappen["B1"].onderwerp == "aankoop van grond"
    assert "aankoop van grond" in vertel(verhaal.laatste[-1])


def test_eenmaal_aan_ps_gegeven_heffen_alleen_ps_haar_op() -> None:
    verhaal = opgelegd("PS")
    verhaal.als(hef_op("PS")).geweigerd("PW 86 lid 3-4", ontbreekt="GS")
    bij_ps = verhaal.gegeven(VOORLEGGEN)
    bij_ps.als(hef_op("GS")).geweigerd("PW 86 lid 3-4", "alleen PS", "PS")
    bij_ps.als(hef_op("PS")).dan("GeheimhoudingOpgeheven")


def test_een_stuk_dat_bij_een_andere_stap_aan_ps_is_gegeven_telt_ook() -> None:
    verhaal = opgelegd("GS").gegeven(
        manager("OpenBesluit", code="A8", orgaan="PS", onderwerp=NEUTRAAL),
        leg_op("B2"),
        manager("LegVoor", stap="B2", kennisgeving_op="2025-01-06"),
    )
    verhaal.als(hef_op("GS")).geweigerd("PW 86 lid 3-4", "alleen PS")
    assert geheim.wie_heft_op(verhaal.stand, verhaal.stand.stappen["B1"]) == "PS"


def test_wie_de_geheimhouding_van_een_orgaan_vastlegt() -> None:
    verhaal = stap()
    velden = {k: w for k, w in leg_op().inhoud.items() if k != "soort"}
    verhaal.als(griffier("LegGeheimhoudingOp", **velden)).geweigerd("bevoegdheid", "van GS")
    verhaal.als(secretariaat("LegGeheimhoudingOp", **{**velden, "orgaan": "PS"})).geweigerd("bevoegdheid", "van PS")
    verhaal.als(manager("LegGeheimhoudingOp", **velden)).geweigerd("bevoegdheid")
    for wie in (secretaris, jurist):
        verhaal.als(wie("LegGeheimhoudingOp", **velden)).dan("GeheimhoudingOpgelegd")
    onzeker = secretaris.met(zekerheid="opgegeven")
    verhaal.als(onzeker("LegGeheimhoudingOp", **velden)).geweigerd("zekerheid")
    opgelegd("GS").als(onzeker("HefGeheimhoudingOp", stap="B1", orgaan="GS", reden="x")).geweigerd("zekerheid")


@pytest.mark.parametrize("grond", ["Woo 5.1 lid 1 a", "Woo 5.1 lid 1 e", "Woo 5.1 lid 2 onder f", "Woo 5.1 lid 2 i"])
def test_een_grond_uit_de_woo(grond: str) -> None:
    stap().als(leg_op(grond=grond)).dan("GeheimhoudingOpgelegd")


@pytest.mark.parametrize(
    "grond", ["Woo 5.1", "Woo 5.1 lid 2", "Woo 5.1 lid 1 f", "Woo 5.1 lid 2 j", "Woo 5.2 lid 1 a", "PW 25"]
)
def test_een_andere_grond_wordt_geweigerd(grond: str) -> None:
    stap().als(leg_op(grond=grond)).geweigerd("PW 84", "Woo 5.1 lid 1 of 2")


def test_op_een_geheime_stap_kan_geen_tekst() -> None:
    verhaal = opgelegd()
    verhaal.als(manager("LegVoor", stap="B1", toelichting=GEHEIM)).geweigerd("PW 84, 86", ontbreekt="DOC-7")
    voor = verhaal.gegeven(VOORLEGGEN)
    ruim = {"motivering": GEHEIM}, {"beslispunten": [GEHEIM]}, {"amendementen": [{"nr": "A1", "titel": GEHEIM}]}
    for tekst in ruim:
        zet = griffier("LegBesluitVast", stap="B1", **{"stemming": {"wijze": "zonder_stemming"}, **tekst})
        voor.als(zet).geweigerd("PW 84, 86")
    concept = {"stap": "B1", "halte": "concept"}
    voor.als(griffier("MeldHalte", **concept, toelichting=GEHEIM)).geweigerd("PW 84, 86")
    stuk = {"titel": GEHEIM, "referentie": "DOC-8"}
    voor.als(griffier("MeldHalte", **concept, stukken=[stuk])).geweigerd("PW 84, 86")
    voor.als(griffier("MeldHalte", **concept, stukken=[{**stuk, "titel": NEUTRAAL}])).dan("HalteBereikt")


def test_op_een_geheime_stap_is_de_verwijzing_de_reden() -> None:
    akkoord = griffier("MeldHalte", stap="B1", halte="portefeuillehouder", uitkomst="akkoord")
    verhaal = opgelegd().gegeven(akkoord, VOORLEGGEN)
    terug = {"stap": "B1", "halte": "concept"}
    verhaal.als(griffier("MeldHalte", **terug)).geweigerd("toelichting")
    verhaal.als(griffier("MeldHalte", **terug, toelichting="DOC-7")).dan("HalteBereikt")
    verklaar = {"soort": "VerklaarControversieel", "stap": "B1"}
    verhaal.als(v.Zet(griffier.door, {**verklaar, "reden": GEHEIM})).geweigerd("PW 84, 86")
    held = verhaal.gegeven(v.Zet(griffier.door, {**verklaar, "reden": "DOC-7"}))
    held.als(griffier("HefControversieelOp", stap="B1", reden=GEHEIM)).geweigerd("PW 84, 86")
    for wie in (griffier, secretariaat):
        for m in mogelijkheden(held.stand, wie.door, held.nu):
            assert m.kan or m.opdracht in ("LegVoor", "GaNaarFase"), (m.opdracht, m.reden)


def test_geen_vrije_tekst_in_een_opdracht_blijft_ongezien() -> None:
    """Every place in the commands about a step where people can write, however deep."""
    stuk = {"titel": "t1", "referentie": "R1"}
    besluit = LegBesluitVast.model_validate(
        {
            "stap": "B1",
            "motivering": "t2",
            "wijziging": "t3",
            "beslispunten": ["t4"],
            "stemverklaringen": ["t5"],
            "geld": "t6",
            "bron": stuk,
            "amendementen": [{"nr": "A1", "titel": "t7", "indieners": ["SP"], "op": "A2"}],
            "toezeggingen": [{"tekst": "t8", "wie": "GS"}],
            "betrokken": [{"fractie": "SP", "reden": "t9", "beraadslaging": False, "stemming": True}],
            "instrument": {"instrument": "wensen_en_bedenkingen", "wensen": ["t10"], "bedenkingen": ["t11"]},
            "reacties": [{"op": "een punt", "reactie": "niet", "motivering": "t12"}],
        }
    )
    assert sorted(geheim.teksten(besluit)) == sorted(f"t{n}" for n in range(1, 13))
    voor = LegVoor.model_validate({"stap": "B1", "toelichting": "t2", "dringende_spoed": "t3", "stukken": [stuk]})
    assert sorted(geheim.teksten(voor)) == ["t1", "t2", "t3"]


def test_een_gewone_stap_mag_tekst_hebben() -> None:
    verhaal = stap()
    geheim.toets(verhaal.stand, verhaal.stand.stappen["B1"], GEHEIM)
    verhaal.als(manager("LegVoor", stap="B1", kennisgeving_op="2025-01-06", toelichting=GEHEIM)).dan_ook(
        "BesluitVoorgelegd"
    )


def test_een_vastlegging_met_tekst_gaat_eerst_terug() -> None:
    """Else its confirmation would make the old text public."""
    wacht = stap().gegeven(VOORLEGGEN).alleen(BESLUIT)
    wacht.als(leg_op()).geweigerd("geheim", "wacht een vastlegging", "KeurVastleggingAf B1.v1")
    terug = wacht.gegeven(v.tweede("KeurVastleggingAf", vastlegging="B1.v1", reden="eerst geheimhouding"))
    terug.gegeven(leg_op(), BESLUIT)


def test_een_onbekende_of_vervallen_stap() -> None:
    stap().als(leg_op("B9")).geweigerd("stap", "niet bekend")
    weg = stap().gegeven(manager("TrekBesluitIn", stap="B1", reden="niet nodig"))
    weg.als(leg_op()).geweigerd("stap", "vervallen")
    weg.als(hef_op()).geweigerd("geheim")
    opgelegd().als(leg_op()).geweigerd("geheim", "rust al")


def test_kan_biedt_het_opheffen_aan_wie_dat_vastlegt() -> None:
    verhaal = opgelegd().gegeven(VOORLEGGEN)

    def kan(wie: v.Spreker) -> list[Any]:
        return [m for m in mogelijkheden(verhaal.stand, wie.door, verhaal.nu) if m.opdracht == "HefGeheimhoudingOp"]

    (mogelijk,) = kan(griffier)
    assert mogelijk.kan
    assert mogelijk.voorbeeld["orgaan"] == "PS"
    assert kan(secretariaat) == []


def zichtbaar(stand: Stand, feiten: Iterable[Any], vorige: int) -> Iterable[str]:
    """Every word that anybody is shown of a state, and of the facts after the imposing."""
    alle = tuple(feiten)
    yield overzicht.samenvatting(stand)
    yield from (vlag.model_dump_json() for vlag in vlaggen(stand))
    yield from (p.model_dump_json() for p in overzicht.wachtposten(stand))
    yield from (p.model_dump_json() for p in dossier(stand, DraagOver(functie="griffier", naar="s-nieuw")).posten)
    for s in stand.stappen.values():
        beeld = route_van(stand, s)
        yield beeld.model_dump_json() if beeld else ""
        yield besluitdossier(stand, alle, s).model_dump_json()
    for spreker in (manager, griffier, secretariaat, jurist):
        for m in mogelijkheden(stand, spreker.door, alle[-1].vastgelegd_op):
            yield m.model_dump_json()
    for feit in (f for f in alle if f.seq > vorige):
        yield met_namen(vertel(feit), stand)
        yield feit.model_dump_json()
        yield from (g.model_dump_json() for g in gevolgen(feit) if isinstance(g, Bericht | Voorleggen | Bekendmaken))


def zetten(orgaan: str, tekst: str, reden: str) -> tuple[v.Zet, ...]:
    """The life of a step; with texts, or with a reference where one is needed."""
    wie = secretariaat if orgaan == "GS" else griffier
    besluit: dict[str, Any] = {"uitkomst": "conform"}
    if orgaan == "PS":
        besluit = {"stemming": {"wijze": "zonder_stemming"}}
        motie = {"nr": "M1", "soort": "motie", "indieners": ["SP"], "uitkomst": "overgenomen"}
        besluit |= {"amendementen": [{**motie, "titel": tekst}]} if tekst else {}
    if tekst:
        belofte = {"tekst": tekst, "wie": "portefeuillehouder", "uiterlijk": "2025-04-01"}
        besluit |= {"motivering": tekst, "beslispunten": [tekst], "toezeggingen": [belofte]}
        besluit |= {"bron": {"titel": tekst, "referentie": "DOC-9"}, "stemverklaringen": [tekst], "geld": tekst}
    stukken = [{"titel": tekst, "referentie": "DOC-8"}] if tekst else []
    kennisgeving = {"kennisgeving_op": "2025-01-06"}
    return (
        wie("MeldHalte", stap="B1", halte="concept", toelichting=tekst, stukken=stukken),
        manager("LegVoor", stap="B1", toelichting=tekst, stukken=stukken, **kennisgeving),
        griffier("VerklaarControversieel", stap="B1", reden=reden),
        griffier("HefControversieelOp", stap="B1", reden=reden),
        wie("HoudAan", stap="B1", reden=reden),
        wie("LegBesluitVast", stap="B1", **besluit),
        griffier("MaakBekend", stap="B1", waar="provinciaal blad"),
    )


@pytest.mark.parametrize("orgaan", ["GS", "PS"])
@pytest.mark.parametrize("plek", range(8))
def test_wat_geheim_is_komt_daarna_in_geen_enkel_overzicht_of_bericht(orgaan: str, plek: int) -> None:
    """Whenever it is imposed in the life of a step, and whatever was said before it."""
    voor, na = zetten(orgaan, TEKST, TEKST)[:plek], zetten(orgaan, "", "DOC-7")[plek:]
    verhaal = stap(orgaan).gegeven(*voor)
    eerst = "\n".join(zichtbaar(verhaal.stand, verhaal.alles, 0))
    assert GEHEIM in eerst, "before it, it is there to be seen"
    assert (TEKST in eerst) == (plek > 0)
    direct = verhaal.gegeven(leg_op(orgaan=orgaan))
    verder = direct.gegeven(*na).later(days=60)
    for moment in (direct, verder):
        getoond = "\n".join(zichtbaar(moment.stand, moment.alles, verhaal.stand.seq))
        assert GEHEIM not in getoond
        assert TEKST not in getoond
        assert NEUTRAAL in getoond
        assert GEHEIM not in moment.stand.model_dump_json()


def test_een_aangenomen_motie_wordt_afgedaan_onder_de_neutrale_titel() -> None:
    verhaal = v.gegeven(*v.BEGONNEN).gegeven(
        griffier("OpenBesluit", code="motie", orgaan="PS", onderwerp=GEHEIM, indieners=["SP"]),
        manager("LegVoor", stap="B1"),
        griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"}),
    )
    assert any(a.tekst == GEHEIM for a in verhaal.stand.afspraken.values())
    na = verhaal.gegeven(leg_op(orgaan="PS"))
    assert [a.tekst for a in na.stand.afspraken.values() if a.stap == "B1"] == [NEUTRAAL]


def test_een_herinnering_aan_een_termijn_noemt_de_neutrale_titel() -> None:
    start, kies = v.vorm("GEMEENSCHAPPELIJK_ORGAAN")
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, start, kies).loop_pad("VT1", tot="A5")
    verhaal = verhaal.gegeven(manager("LegVoor", stap="VT1.A5.PS")).gegeven(leg_op("VT1.A5.PS", orgaan="PS"))
    later = verhaal.later(days=100)
    gezegd = [f for f in later.laatste if getattr(f.inhoud, "termijn", "") == "VT1.A5.PS/T01"]
    assert gezegd
    assert all(f.inhoud.wat.endswith(NEUTRAAL) for f in gezegd)


@pytest.mark.parametrize(
    "velden",
    [
        {"toezeggingen": [{"tekst": TEKST, "wie": "GS"}]},
        {"geld": TEKST},
        {"bron": {"titel": TEKST, "referentie": "PS-1"}},
        {"betrokken": [{"fractie": "VVD", "reden": TEKST, "beraadslaging": False, "stemming": False}]},
        {"amendementen": [{"nr": "A1", "titel": TEKST, "stemming": {"wijze": "zonder_stemming"}}]},
    ],
)
def test_nergens_in_een_vastlegging_kan_de_geheime_tekst_mee(velden: dict[str, Any]) -> None:
    zet = v.Zet(BESLUIT.door, {**BESLUIT.inhoud, **velden})
    opgelegd().gegeven(VOORLEGGEN).alleen(zet).geweigerd(reden="geheimhouding")


def test_bij_voorleggen_gaat_de_kalender_mee_en_een_titel_van_een_stuk_niet() -> None:
    reces = [{"naam": "zomerreces", "van": "2025-07-05", "tot": "2025-08-31"}]
    kalender = {"orgaan": "PS", "reces": reces, "bekend_tot": "2025-12-31", "bron": "vergaderschema"}
    voorleggen = {"stap": "B1", "kennisgeving_op": "2025-01-06"}
    opgelegd().als(manager("LegVoor", **voorleggen, kalender=kalender)).dan("BesluitVoorgelegd")
    stukken = [{"titel": GEHEIM, "referentie": "DOC-7"}]
    opgelegd().als(manager("LegVoor", **voorleggen, stukken=stukken)).geweigerd(reden="geheimhouding")
    opgelegd().als(manager("LegVoor", **voorleggen, dringende_spoed=TEKST)).geweigerd(reden="geheimhouding")


def test_ook_in_wat_om_het_besluit_heen_wordt_gezegd_gaat_geen_tekst_mee() -> None:
    """Withdrawn, sent back, promised, noted, about it, corrected: nowhere a way in for what the step is about."""
    voor = opgelegd().gegeven(VOORLEGGEN)
    voor.als(manager("TrekBesluitIn", stap="B1", reden=TEKST)).geweigerd("PW 84, 86")
    voor.als(manager("Noteer", tekst=TEKST, betreft="B1")).geweigerd("PW 84, 86")
    voor.als(manager("MaakAfspraak", tekst=TEKST, wie="GS", stap="B1")).geweigerd("PW 84, 86")
    wacht = voor.alleen(BESLUIT)
    wacht.alleen(v.tweede("KeurVastleggingAf", vastlegging="B1.v1", reden=TEKST)).geweigerd("PW 84, 86")
    na = voor.gegeven(BESLUIT, manager("MaakAfspraak", tekst=NEUTRAAL, wie="GS", stap="B1"))
    na.als(griffier("OpenBesluit", code="intrekking", orgaan="PS", over="B1", onderwerp=TEKST)).geweigerd("PW 84, 86")
    belofte = list(na.stand.afspraken)[-1]
    na.als(manager("RondAfspraakAf", afspraak=belofte, resultaat=TEKST)).geweigerd("PW 84, 86")
    lijst = {"titel": NEUTRAAL, "referentie": "BL-7"}
    for veld in ({"geld": TEKST}, {"bron": {"titel": TEKST, "referentie": "X"}}):
        besluit = {"stap": "B1", "stemming": {"wijze": "zonder_stemming"}, **veld}
        zet = griffier("HerstelVastlegging", besluit=besluit, besluitenlijst=lijst, reden=NEUTRAAL)
        na.alleen(zet).geweigerd("PW 84, 86")


def test_waarom_een_geheime_stap_niet_geldt_staat_er_niet_bij() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(leg_op("VT1.A13"))
    verhaal.als(manager("BepaalStap", stap="VT1.A13", van_toepassing=False, reden=TEKST)).geweigerd("PW 84, 86")
    verhaal.als(manager("BepaalStap", stap="VT1.A13", van_toepassing=False, reden=NEUTRAAL)).dan("StapBepaald")


def test_ook_wat_over_een_stap_is_gevraagd_en_wat_daarvan_naar_boven_gaat_wordt_neutraal() -> None:
    """The request, its reminders, a sentence of the manager, the escalation and the term for deciding it."""
    vraag = manager("VraagPartner", aan=[v.DRONTEN], vraag=GEHEIM, betreft="B1", termijn="10wd")
    gevraagd = stap().gegeven(vraag)
    while not gevraagd.stand.escalaties:
        gevraagd = gevraagd.later(days=1)
    zin = {"doe": "zin", "zin": TEKST, "tot": gevraagd.vandaag + timedelta(days=60), "reden": GEHEIM}
    stil = gevraagd.gegeven(manager("StuurHerinneringBij", termijn="V1/T17", **zin), leg_op())
    for dag in range(30):
        stil = stil.later(days=1).als(manager("BeslisEscalatie", escalatie=f"ESC{dag + 1}", akkoord=True))
    later = [f for f in stil.alles if f.seq > gevraagd.stand.seq + 2]
    assert {"HerinneringVerstuurd", "EscalatieVoorgelegd"} <= {f.inhoud.soort for f in later}
    tekst = " ".join(f.model_dump_json() for f in later)
    assert GEHEIM not in tekst
    assert TEKST not in tekst
    assert (stil.stand.verzoeken["V1"].vraag, stil.stand.termijnen["V1/T17"].wat) == (NEUTRAAL, NEUTRAAL)
    assert GEHEIM not in str(stil.stand.escalaties) + str(stil.stand.termijnen)
