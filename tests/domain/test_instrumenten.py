"""The instruments of PS can't be confused, and GS answer what was brought forward."""

from typing import Any

import pytest
import verhaal as v
from verhaal import Verhaal, Zet, griffier, manager, secretariaat

from domain.zinnen import vertel

ZONDER = {"wijze": "zonder_stemming"}
AMENDEMENT = {"nr": "A1", "titel": "alleen als het gratis is", "stemming": ZONDER}


def voor(code: str, vorm: str) -> Verhaal:
    """This step lies before PS."""
    verhaal = v.gekozen(vorm).loop_pad("VT1", tot=code)
    return verhaal.gegeven(manager("LegVoor", stap=_id(verhaal, code)))


def _id(verhaal: Verhaal, code: str) -> str:
    return next(s.id for s in verhaal.stand.stappen.values() if s.code == code and s.orgaan == "PS")


def ps(verhaal: Verhaal, code: str, **meer: Any) -> Zet:
    return griffier("LegBesluitVast", stap=_id(verhaal, code), stemming=ZONDER, **meer)


STAPPEN = {
    "A3": ("COOPERATIE", "wensen"),
    "A5": ("GEMEENSCHAPPELIJK_ORGAAN", "zienswijze"),
    "A6": ("GEMEENSCHAPPELIJK_ORGAAN", "verleend"),
    "A15": ("OVERDRACHT", "ingestemd"),
}


@pytest.mark.parametrize("code", STAPPEN)
@pytest.mark.parametrize("ander", [r for _, r in STAPPEN.values()])
def test_bij_elke_stap_past_precies_een_instrument(code: str, ander: str) -> None:
    vorm, eigen = STAPPEN[code]
    verhaal = voor(code, vorm)
    na = verhaal.als(ps(verhaal, code, instrument=v.INSTRUMENTEN[ander]))
    if ander == eigen:
        na.dan_ook("BesluitGenomen")
        assert na.het("BesluitGenomen").resultaat == eigen
    else:
        na.geweigerd(reden="instrument")


@pytest.mark.parametrize(
    ("wensen", "bedenkingen", "resultaat"),
    [((), (), "geen"), (("w",), (), "wensen"), ((), ("b",), "bedenkingen"), (("w",), ("b",), "beide")],
)
def test_wat_ps_wensen_en_bezwaarlijk_vinden_volgt_uit_de_punten(wensen: Any, bedenkingen: Any, resultaat: str) -> None:
    verhaal = voor("A3", "COOPERATIE")
    instrument = {"instrument": "wensen_en_bedenkingen", "wensen": wensen, "bedenkingen": bedenkingen}
    assert verhaal.als(ps(verhaal, "A3", instrument=instrument)).het("BesluitGenomen").resultaat == resultaat
    verhaal.als(ps(verhaal, "A3", instrument=instrument, resultaat="onzin")).geweigerd("resultaat", resultaat)


def test_bij_toestemming_kan_geen_amendement_en_geen_voorwaarde() -> None:
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    ja = v.INSTRUMENTEN["verleend"]
    verhaal.als(ps(verhaal, "A6", instrument=ja, amendementen=[AMENDEMENT])).geweigerd(
        "Awb 10:29 lid 2", ontbreekt="A1"
    )
    motie = {**AMENDEMENT, "soort": "motie"}
    verhaal.als(ps(verhaal, "A6", instrument=ja, amendementen=[motie])).dan_ook("BesluitGenomen", "AfspraakGemaakt")
    for veld in ({"strijd_met": "recht"}, {"deel": "alleen artikel 2"}):
        verhaal.als(ps(verhaal, "A6", instrument={**ja, **veld})).geweigerd("Awb 10:29 lid 2")


@pytest.mark.parametrize(("code", "vorm", "soort"), [("A3", "COOPERATIE", "wensen"), ("A5", "BVO", "zienswijze")])
def test_een_amendement_wijzigt_bij_wensen_en_zienswijze_de_eigen_tekst_van_ps(
    code: str, vorm: str, soort: str
) -> None:
    verhaal = voor(code, vorm)
    na = verhaal.als(ps(verhaal, code, instrument=v.INSTRUMENTEN[soort], amendementen=[AMENDEMENT]))
    assert na.het("BesluitGenomen").uitkomst == "aangenomen_gewijzigd"
    assert "eigen tekst van PS" in vertel(next(f for f in na.laatste if f.inhoud.soort == "BesluitGenomen"))


@pytest.mark.parametrize("besluit", ["onthouden", "gedeeltelijk"])
def test_onthouden_vraagt_een_grond_overleg_en_een_motivering(besluit: str) -> None:
    """Wgr 51, 73, 83 lid 4-5; Awb 10:29, 10:30."""
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    vol = {**v.INSTRUMENTEN["onthouden"], "besluit": besluit, "deel": "artikel 2"}
    goed = {"instrument": vol, "motivering": "het overleg gaf geen oplossing"}
    verhaal.als(ps(verhaal, "A6", **goed)).dan_ook("BesluitGenomen")
    zonder = {"strijd_met": "Wgr 51", "overleg": "Awb 10:30"} | (
        {"deel": "Awb 10:29"} if besluit == "gedeeltelijk" else {}
    )
    for veld, regel in zonder.items():
        half = {naam: w for naam, w in vol.items() if naam != veld}
        verhaal.als(ps(verhaal, "A6", **{**goed, "instrument": half})).geweigerd(regel)
    verhaal.als(ps(verhaal, "A6", instrument=vol)).geweigerd("Awb 10:30", ontbreekt="motivering")
    later = {**vol, "overleg": {"op": "2999-01-01", "partij": "GS"}}
    verhaal.als(ps(verhaal, "A6", **{**goed, "instrument": later})).geweigerd("Awb 10:30")


def test_een_voorstel_dat_niet_is_aangenomen_heeft_geen_instrument() -> None:
    """Rejected or tied says nothing about the toestemming: the step stays open and its term runs."""
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    nee = {"wijze": "hoofdelijk", "voor": 20, "tegen": 21}
    zet = griffier("LegBesluitVast", stap=_id(verhaal, "A6"), stemming=nee, motivering="x")
    na = verhaal.als(zet).dan("BesluitGenomen")
    assert (na.het("BesluitGenomen").uitkomst, na.het("BesluitGenomen").afloop) == ("verworpen", "open")
    met = Zet(zet.door, {**zet.inhoud, "instrument": v.INSTRUMENTEN["onthouden"]})
    verhaal.als(met).geweigerd("instrument")


def test_gs_antwoorden_op_elke_wens_en_bedenking_en_zeggen_waarom_niet() -> None:
    verhaal = voor("A3", "COOPERATIE")
    punten = {"instrument": "wensen_en_bedenkingen", "wensen": ["uittreding"], "bedenkingen": ["financieel risico"]}
    verhaal = verhaal.gegeven(ps(verhaal, "A3", instrument=punten), manager("LegVoor", stap="VT1.A0b"))

    def a0b(*reacties: dict[str, str]) -> Verhaal:
        return verhaal.als(secretariaat("LegBesluitVast", stap="VT1.A0b", uitkomst="aangepast", reacties=reacties))

    over = {"op": "uittreding", "reactie": "overgenomen"}
    deels = {"op": "financieel risico", "reactie": "deels", "motivering": "inleg begrensd"}
    a0b(over, deels).dan_ook("BesluitGenomen")
    a0b(over).geweigerd("Awb 3:46", ontbreekt="financieel risico")
    a0b(over, {**deels, "motivering": ""}).geweigerd("Awb 3:46", ontbreekt="financieel risico")
    a0b(over, deels, {"op": "iets anders", "reactie": "overgenomen"}).geweigerd("reacties", ontbreekt="iets anders")


def test_verdagen_geeft_toestemming_een_keer_dertien_weken_erbij_en_besluit_niets() -> None:
    """Awb 10:31 lid 2, T02."""
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    stap = _id(verhaal, "A6")
    verdaag = griffier("LegBesluitVast", stap=stap, uitkomst="verdaagd", motivering="het reces valt erin")
    eerst = verhaal.stand.termijnen[f"{stap}/T02"].einde
    na = verhaal.als(verdaag).dan("BesluitGenomen", "TermijnVerlengd")
    termijn = na.stand.termijnen[f"{stap}/T02"]
    assert (termijn.einde - eerst).days == 13 * 7
    assert termijn.begin == verhaal.stand.termijnen[f"{stap}/T02"].begin
    assert not na.stand.stappen[stap].klaar
    na.als(verdaag).geweigerd("Awb 10:31", "al een keer verlengd")
    verhaal.als(griffier("LegBesluitVast", stap=stap, uitkomst="verdaagd")).geweigerd("motivering")
    zienswijze = voor("A5", "GEMEENSCHAPPELIJK_ORGAAN")
    zienswijze.als(griffier("LegBesluitVast", stap=_id(zienswijze, "A5"), uitkomst="verdaagd")).geweigerd("stemming")


@pytest.mark.parametrize("veld", [{"wijziging": "mits gratis"}, {"in_werking_op": "2026-01-01"}, {"tot": "2026-01-01"}])
def test_een_toestemming_kent_ook_in_een_ander_veld_geen_voorwaarde_en_geen_tijd(veld: dict[str, str]) -> None:
    """Awb 10:29 lid 2."""
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    ja = {"instrument": v.INSTRUMENTEN["verleend"]}
    verhaal.als(ps(verhaal, "A6", **ja, **veld)).geweigerd()
    verhaal.als(ps(verhaal, "A6", **ja)).dan("BesluitGenomen", "TermijnGehaald")


def test_een_gedeeltelijke_toestemming_is_een_antwoord_en_geen_zwijgen() -> None:
    """The term is met; the path still waits for the rest, and a new question starts a new term."""
    verhaal = voor("A6", "GEMEENSCHAPPELIJK_ORGAAN")
    deel = {**v.INSTRUMENTEN["onthouden"], "besluit": "gedeeltelijk", "deel": "artikel 2"}
    na = verhaal.als(ps(verhaal, "A6", instrument=deel, motivering="het overleg gaf geen oplossing"))
    na.dan("BesluitGenomen", "TermijnGehaald")
    later = na.later(weeks=30)
    assert _id(verhaal, "A6") not in later.stand.rechtswege
    later.als(manager("LegVoor", stap="VT1.A1.GS")).geweigerd("volgorde", ontbreekt="VT1.A6.PS")
    later.als(manager("LegVoor", stap="VT1.A6.PS")).dan("BesluitVoorgelegd", "TermijnGestart")


def test_ook_een_raad_die_toestemming_onthoudt_zegt_waarom_en_na_welk_overleg() -> None:
    """Awb 10:29, 10:30 hold for every body that is asked."""
    stap = f"VT1.A6.{v.DRONTEN}"
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6").gegeven(manager("LegVoor", stap=stap))
    nee = {"stap": stap, "uitkomst": "onthouden", "motivering": "het overleg gaf niets"}
    verhaal.als(v.partner(v.DRONTEN)("LegBesluitVast", **nee)).geweigerd("Awb 10:29", ontbreekt="instrument")
    onthouden = v.INSTRUMENTEN["onthouden"]
    na = verhaal.als(v.partner(v.DRONTEN)("LegBesluitVast", **nee, instrument=onthouden)).dan_ook("BesluitGenomen")
    assert na.het("BesluitGenomen").afloop == "negatief"
