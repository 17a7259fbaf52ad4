"""Decision steps: opened, put before the body, held over, decided with computed votes, made public."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import Verhaal, Zet, gegeven, griffier, jurist, manager, partner, secretariaat

from domain import zinnen
from domain.beeld import overzicht
from domain.gevolgen import gevolgen

FRACTIES = v.REGLEMENT.zetels[0].fracties
AGENDA = manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="op de regionale agenda")


def stemmen(voor: int, tegen: int) -> dict[str, list[int]]:
    """Votes per fractie that add up to so many for and against; the rest is absent."""
    tabel = {}
    for naam, zetels in FRACTIES:
        ja = min(voor, zetels)
        nee = min(tegen, zetels - ja)
        voor, tegen = voor - ja, tegen - nee
        tabel[naam] = [ja, nee, zetels - ja - nee, 0]
    assert voor == tegen == 0
    return tabel


def hoofdelijk(stap: str, voor: int, tegen: int, **meer: Any) -> Zet:
    stemming = {"wijze": "hoofdelijk", "per_fractie": stemmen(voor, tegen), "aanwezig": voor + tegen}
    return griffier("LegBesluitVast", stap=stap, stemming=stemming, **meer)


def voor_ps() -> Verhaal:
    return gegeven(*v.BEGONNEN, AGENDA, manager("LegVoor", stap="B1", vergadering_op="2025-04-02"))


def toestemming() -> Verhaal:
    """A6 lies before PS, its statutory term running."""
    return v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6").gegeven(manager("LegVoor", stap="VT1.A6.PS"))


VERLEEND, ONTHOUDEN = v.INSTRUMENTEN["verleend"], v.INSTRUMENTEN["onthouden"]


def test_een_besluit_gaat_van_open_via_voorgelegd_naar_besloten() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(AGENDA).dan("BesluitstapGeopend")
    verhaal.als(hoofdelijk("B1", 40, 1)).geweigerd("volgorde", "Leg B1 eerst voor")
    voor = verhaal.als(manager("LegVoor", stap="B1", stukken=[{"titel": "statenvoorstel", "referentie": "PS-1"}]))
    voor.dan("BesluitVoorgelegd")
    assert [g.soort for g in gevolgen(voor.laatste[0])] == ["voorleggen", "bericht"]
    klaar = voor.als(hoofdelijk("B1", 40, 1)).dan("BesluitGenomen")
    buiten = [g.soort for g in gevolgen(klaar.laatste[0]) if g.soort != "overbrengen"]
    assert buiten == ["bekendmaken", "bericht"]
    klaar.als(hoofdelijk("B1", 40, 1)).geweigerd("stap", "al besloten")
    klaar.als(griffier("MaakBekend", stap="B1", waar="besluitenlijst")).dan("BesluitBekendgemaakt")
    voor.als(griffier("MaakBekend", stap="B1", waar="besluitenlijst")).geweigerd("stap", "nog niet besloten")


@pytest.mark.parametrize(
    ("voor", "tegen", "uitkomst", "afloop"),
    [
        (33, 7, "aangenomen", "positief"),
        (21, 20, "aangenomen", "positief"),
        (20, 21, "verworpen", "negatief"),
        (20, 20, "uitgesteld_staking", "open"),
        (10, 10, "geen_quorum", "open"),
    ],
)
def test_de_uitkomst_van_ps_wordt_berekend_uit_de_stemmen_per_fractie(
    voor: int, tegen: int, uitkomst: str, afloop: str
) -> None:
    feit = (
        voor_ps().als(hoofdelijk("B1", voor, tegen, motivering="te duur")).dan("BesluitGenomen").het("BesluitGenomen")
    )
    assert (feit.uitkomst, feit.afloop) == (uitkomst, afloop)
    assert feit.grondslag
    assert feit.uitslag.uitleg
    assert {r.fractie: r.voor for r in feit.stemming.per_fractie} == {k: r[0] for k, r in stemmen(voor, tegen).items()}


def test_een_getypte_uitkomst_die_niet_uit_de_stemmen_volgt_wordt_geweigerd() -> None:
    voor_ps().als(hoofdelijk("B1", 20, 21, uitkomst="aangenomen")).geweigerd("uitkomst", "verworpen")
    voor_ps().als(griffier("LegBesluitVast", stap="B1", uitkomst="aangenomen")).geweigerd("stemming")


def test_stemmen_die_niet_kloppen_worden_geweigerd_met_het_veld() -> None:
    fout = stemmen(33, 7) | {"BBB": [11, 0, 0, 0]}
    zet = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "hoofdelijk", "per_fractie": fout})
    voor_ps().als(zet).geweigerd("stemming.per_fractie.BBB", "10 zetels")


@pytest.mark.parametrize("getal", [10**400, -(10**30), 1.5, "2", True])
def test_onzin_als_aantal_stemmen_wordt_bij_de_poort_geweigerd(getal: object) -> None:
    with pytest.raises(ValidationError):
        voor_ps().als(
            griffier("LegBesluitVast", stap="B1", stemming={"wijze": "hoofdelijk", "voor": getal, "tegen": 1})
        )


def test_aanhouden_kan_zolang_het_voorligt_en_daarna_wordt_er_alsnog_besloten() -> None:
    aan = voor_ps().als(griffier("HoudAan", stap="B1", tot="2025-05-07", reden="meer tijd")).dan("BesluitGenomen")
    assert aan.stand.stappen["B1"].aangehouden_tot is not None
    aan.als(griffier("HoudAan", stap="B1", reden="nog eens")).geweigerd("stap", "ligt niet voor")
    aan.als(hoofdelijk("B1", 33, 7)).dan("BesluitGenomen")
    voor_ps().als(griffier("HoudAan", stap="B1", tot="2020-01-01", reden="x")).geweigerd("tot")


def test_een_staking_komt_terug_in_de_volgende_vergadering_en_is_dan_beslist() -> None:
    staking = voor_ps().gegeven(hoofdelijk("B1", 20, 20)).later(days=28)
    assert staking.stand.stappen["B1"].status == "aangehouden"
    tweede = staking.als(hoofdelijk("B1", 20, 20, motivering="de stemmen staakten weer")).het("BesluitGenomen")
    assert (tweede.uitkomst, tweede.afloop) == ("niet_aangenomen_staking", "negatief")
    assert len(staking.als(hoofdelijk("B1", 22, 19)).stand.stappen["B1"].behandelingen) == 2


def test_een_aangenomen_amendement_maakt_het_besluit_gewijzigd() -> None:
    amendement = {"nr": "A1", "titel": "jaarlijks verslag", "stemming": {"wijze": "zonder_stemming"}}
    feit = voor_ps().als(hoofdelijk("B1", 33, 7, amendementen=[amendement])).het("BesluitGenomen")
    assert feit.uitkomst == "aangenomen_gewijzigd"


@pytest.mark.parametrize(("voor", "tegen"), [(20, 21), (20, 20)])
def test_een_voorstel_over_toestemming_dat_niet_wordt_aangenomen_laat_a6_open_en_de_termijn_lopen(
    voor: int, tegen: int
) -> None:
    na = toestemming().als(hoofdelijk("VT1.A6.PS", voor, tegen)).dan("BesluitGenomen")
    assert na.het("BesluitGenomen").afloop == "open"
    assert na.stand.termijnen["VT1.A6.PS/T02"].loopt
    na.als(manager("LegVoor", stap="VT1.A1.GS")).geweigerd("volgorde", ontbreekt="VT1.A6.PS")
    na.later(days=28).als(hoofdelijk("VT1.A6.PS", 22, 19, instrument=VERLEEND)).dan("BesluitGenomen", "TermijnGehaald")


def test_onthouden_is_een_eigen_aangenomen_besluit_met_reden_en_beantwoordt_de_termijn() -> None:
    verhaal = toestemming()
    verhaal.als(hoofdelijk("VT1.A6.PS", 30, 11, instrument=ONTHOUDEN)).geweigerd("Awb 10:30", ontbreekt="motivering")
    nee = verhaal.als(hoofdelijk("VT1.A6.PS", 30, 11, instrument=ONTHOUDEN, motivering="strijd met het recht"))
    nee.dan("BesluitGenomen", "TermijnGehaald")
    assert nee.het("BesluitGenomen").afloop == "negatief"


def test_wie_een_besluit_vastlegt_hoort_bij_het_orgaan() -> None:
    verhaal = voor_ps()
    zet = hoofdelijk("B1", 33, 7)
    verhaal.als(Zet(secretariaat.door, zet.inhoud)).geweigerd("bevoegdheid", ontbreekt="griffier")
    pad = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16")
    akkoord = {"stap": f"VT1.A16.{v.DRONTEN}", "uitkomst": "akkoord"}
    pad.als(partner(v.ZEEWOLDE)("LegBesluitVast", **akkoord)).geweigerd("bevoegdheid")
    pad.als(jurist("LegBesluitVast", **akkoord)).geweigerd("bevoegdheid")
    pad.als(partner(v.DRONTEN)("LegBesluitVast", **akkoord)).dan_ook("BesluitGenomen")


def test_een_nee_van_een_partner_is_ook_een_antwoord() -> None:
    """Else its reminders would go on, up to the bestuur, after it has answered."""
    stap = f"VT1.A16.{v.DRONTEN}"
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=stap))
    nee = verhaal.als(partner(v.DRONTEN)("LegBesluitVast", stap=stap, uitkomst="niet_akkoord", motivering="te duur"))
    nee.dan("BesluitGenomen", "TermijnGehaald")
    assert not [f for f in nee.later(days=120).feiten("HerinneringVerstuurd") if f.termijn == f"{stap}/T17"]


def test_een_besluit_ligt_niet_voor_het_voorleggen() -> None:
    verhaal = gegeven(*v.BEGONNEN).later(days=5).gegeven(AGENDA, manager("LegVoor", stap="B1"))
    zet = hoofdelijk("B1", 33, 7)
    verhaal.als(Zet(zet.door, zet.inhoud, v.EERSTE_DAG)).geweigerd("gebeurd_op", "voorleggen")


def test_de_termijn_van_een_laat_gemelde_stap_loopt_vanaf_de_dag_van_voorleggen() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A5").later(days=3)
    laat = verhaal.als(manager("LegVoor", op=v.EERSTE_DAG, stap="VT1.A5.PS"))
    assert laat.stand.termijnen["VT1.A5.PS/T01"].einde == v.EERSTE_DAG + timedelta(weeks=8)


@pytest.mark.parametrize(("code", "orgaan"), [("agenda", "jurist"), ("kader", "GS"), ("onzin", "PS")])
def test_een_orgaan_besluit_alleen_waar_het_over_gaat(code: str, orgaan: str) -> None:
    gegeven(*v.BEGONNEN).als(manager("OpenBesluit", code=code, orgaan=orgaan, onderwerp="x")).geweigerd()


def test_een_krediet_buiten_een_vormpad_is_een_besluit_van_ps() -> None:
    """Example 6.1: A8 in F5, long after the path was walked."""
    verhaal = v.in_f5().gegeven(manager("OpenBesluit", code="A8", orgaan="PS", onderwerp="opschalen"))
    voor = verhaal.gegeven(manager("LegVoor", stap="B2", kennisgeving_op=v.EERSTE_DAG - timedelta(days=20)))
    voor.als(hoofdelijk("B2", 34, 7)).dan("BesluitGenomen")


def test_terughalen_kan_voor_een_los_besluit_en_niet_voor_een_stap_van_een_pad() -> None:
    voor_ps().als(manager("TrekBesluitIn", stap="B1", reden="niet rijp")).dan("BesluitstapVervallen")
    v.gekozen("CONVENANT").als(manager("TrekBesluitIn", stap="VT1.A0", reden="x")).geweigerd("stap", "vormpad")


def test_een_voorwaardelijke_stap_wordt_eerst_bepaald_en_daarna_niet_meer_omgegooid() -> None:
    verhaal = v.gekozen("CONVENANT")
    verhaal.als(manager("LegVoor", stap="VT1.A13")).geweigerd("volgorde", ontbreekt="BepaalStap VT1.A13")
    verhaal.als(manager("BepaalStap", stap="VT1.A0", van_toepassing=False, reden="x")).geweigerd("stap", "geldt altijd")
    wel = verhaal.gegeven(manager("BepaalStap", stap="VT1.A13", van_toepassing=True, reden="er is geld bij"))
    wel.als(manager("LegVoor", stap="VT1.A0")).geweigerd("volgorde", ontbreekt="VT1.A13")
    wel.als(manager("LegVoor", stap="VT1.A13")).dan("BesluitVoorgelegd")
    niet = verhaal.gegeven(manager("BepaalStap", stap="VT1.A13", van_toepassing=False, reden="geen geld")).klaar(
        "VT1.A0"
    )
    niet.als(manager("LegVoor", stap="VT1.A13")).geweigerd("volgorde", "geldt hier niet")
    niet.als(manager("BepaalStap", stap="VT1.A13", van_toepassing=True, reden="toch")).geweigerd(
        "volgorde", ontbreekt="A0"
    )


def test_blijkt_een_voorgelegde_stap_niet_te_gelden_dan_wacht_er_niemand_meer_op() -> None:
    verhaal = (
        v.gekozen("COOPERATIE")
        .loop_pad("VT1", tot="A8")
        .gegeven(
            manager("BepaalStap", stap="VT1.A8", van_toepassing=True, reden="geld"), manager("LegVoor", stap="VT1.A8")
        )
    )
    niet = verhaal.als(manager("BepaalStap", stap="VT1.A8", van_toepassing=False, reden="toch niet")).dan("StapBepaald")
    assert "VT1.A8" in {p.id for p in overzicht.wachtposten(verhaal.stand)}
    assert "VT1.A8" not in {p.id for p in overzicht.wachtposten(niet.stand)}


def test_wat_is_voorgelegd_en_besloten_noemt_ook_de_soort_stap_bij_naam() -> None:
    verhaal = voor_ps().gegeven(hoofdelijk("B1", 33, 7))
    namen = (verhaal.het("BesluitVoorgelegd").naam, verhaal.het("BesluitGenomen").naam)
    assert namen == (verhaal.stand.stappen["B1"].naam,) * 2
    assert namen[0] in zinnen.vertel(verhaal.laatste[-1])
    pilot = v.pilot_loopt().gegeven(manager("StopPilotNu", pilot="P1", reden="brand"))
    assert pilot.het("BesluitVoorgelegd").naam == pilot.het("BesluitstapGeopend").stap.naam != ""


@pytest.mark.parametrize("uitkomst", ["aangehouden", "ingetrokken", "terugverwezen"])
@pytest.mark.parametrize(("wat", "stap"), [(voor_ps, "B1"), (toestemming, "VT1.A6.PS")])
def test_zonder_stemming_kunnen_ps_een_voorstel_aanhouden_terugsturen_of_zien_intrekken(
    wat: Callable[[], Verhaal], stap: str, uitkomst: str
) -> None:
    """The step stays open, its term runs on, and PS can still decide."""
    na = wat().als(griffier("LegBesluitVast", stap=stap, uitkomst=uitkomst)).dan("BesluitGenomen")
    assert (na.het("BesluitGenomen").uitkomst, na.het("BesluitGenomen").afloop) == (uitkomst, "open")
    erbij = {} if stap == "B1" else {"instrument": VERLEEND}
    na.als(hoofdelijk(stap, 33, 7, **erbij)).dan_ook("BesluitGenomen")


def test_zwijgen_ps_over_een_zienswijze_dan_is_a5_klaar_als_de_termijn_is_verstreken_en_niet_eerder() -> None:
    """Sending is a duty, reacting is not; A6 knows no such outcome, for silence decides nothing there."""
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A5")
    verhaal = verhaal.gegeven(manager("LegVoor", stap="VT1.A5.PS"))
    zet = griffier("LegBesluitVast", stap="VT1.A5.PS", uitkomst="termijn_verstreken")
    verhaal.als(zet).geweigerd("termijn", "nog niet verstreken")
    na = verhaal.later(weeks=9).als(zet).dan("BesluitGenomen", "TermijnGehaald")
    assert na.stand.stappen["VT1.A5.PS"].klaar
    a6 = griffier("LegBesluitVast", stap="VT1.A6.PS", uitkomst="termijn_verstreken")
    toestemming().later(weeks=30).als(a6).geweigerd("van rechtswege", ontbreekt="StelRechtswegeVast")
    voor_ps().als(griffier("LegBesluitVast", stap="B1", uitkomst="termijn_verstreken")).geweigerd("termijn")


def test_de_wachttijd_voor_een_begrotingswijziging_is_geen_termijn_waarop_iemand_te_laat_is() -> None:
    """T11 is the least time between publication and treatment (PW 194, 196): nothing to remind or to lapse."""
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot="A8")
    geldt = manager("BepaalStap", stap="VT1.A8", van_toepassing=True, reden="geld")
    voor = verhaal.gegeven(geldt).als(manager("LegVoor", stap="VT1.A8")).dan("BesluitVoorgelegd")
    assert not [t for t in voor.stand.termijnen.values() if t.code == "T11"]


def test_een_tweede_staking_telt_ook_als_er_een_vergadering_zonder_quorum_tussen_lag() -> None:
    staking = voor_ps().gegeven(hoofdelijk("B1", 20, 20)).later(days=28)
    staking = staking.gegeven(hoofdelijk("B1", 10, 10)).later(days=1)
    assert [b.uitkomst for b in staking.stand.stappen["B1"].behandelingen] == ["uitgesteld_staking", "geen_quorum"]
    tweede = staking.als(hoofdelijk("B1", 20, 20, motivering="de stemmen staakten weer")).het("BesluitGenomen")
    assert (tweede.uitkomst, tweede.afloop) == ("niet_aangenomen_staking", "negatief")


def test_na_intrekking_is_een_staking_over_het_nieuwe_voorstel_weer_de_eerste() -> None:
    weg = griffier("LegBesluitVast", stap="B1", uitkomst="ingetrokken")
    verhaal = voor_ps().gegeven(hoofdelijk("B1", 20, 20), weg).als(hoofdelijk("B1", 20, 20))
    assert verhaal.het("BesluitGenomen").uitkomst == "uitgesteld_staking"


def test_een_verworpen_kader_vraagt_geen_keuze_een_aangenomen_kader_wel() -> None:
    verhaal = gegeven(*v.BEGONNEN, v.manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"))
    verhaal = verhaal.gegeven(manager("LegVoor", stap="B1"))
    verhaal.als(hoofdelijk("B1", 20, 21, motivering="te vaag")).dan("BesluitGenomen")
    verhaal.als(hoofdelijk("B1", 20, 20)).dan("BesluitGenomen")
    verhaal.als(hoofdelijk("B1", 21, 20)).geweigerd("resultaat", ontbreekt="geen_kader_nodig")


def test_ook_het_zwijgen_van_een_raad_telt_pas_als_zijn_termijn_is_verstreken() -> None:
    """Wgr 51, 73, 83 lid 3: eight weeks from the day it was sent, whoever records it."""
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A5")
    stap = f"VT1.A5.{v.DRONTEN}"
    zwijgt = manager("LegBesluitVast", stap=stap, uitkomst="termijn_verstreken")
    verhaal.als(zwijgt).geweigerd("termijn", "nog niet verstreken")
    verzonden = verhaal.gegeven(manager("LegVoor", stap=stap))
    verzonden.als(zwijgt).geweigerd("termijn", "nog niet verstreken")
    verzonden.later(weeks=9).als(zwijgt).dan("BesluitGenomen", "TermijnGehaald")


@pytest.mark.parametrize("geamendeerd", [True, False])
@pytest.mark.parametrize("resultaat", ["vastgesteld", "gewijzigd", "verworpen"])
def test_wat_een_aangenomen_krediet_inhoudt_volgt_uit_de_stemmen(geamendeerd: bool, resultaat: str) -> None:
    """Never a no where PS said yes, and changed only by an adopted amendement."""
    verhaal = v.gekozen("PROGRAMMA").loop_pad("VT1", tot="A8")
    verhaal = verhaal.gegeven(manager("LegVoor", stap="VT1.A8", kennisgeving_op="2025-01-06"))
    stuk = {"nr": "A1", "titel": "een ton minder", "stemming": {"wijze": "zonder_stemming"}}
    meer = {"amendementen": [stuk]} if geamendeerd else {}
    na = verhaal.als(hoofdelijk("VT1.A8", 33, 7, resultaat=resultaat, motivering="x", **meer))
    if resultaat == ("gewijzigd" if geamendeerd else "vastgesteld"):
        assert na.het("BesluitGenomen").afloop == "positief"
    else:
        na.geweigerd("resultaat", "past daar niet bij")


def test_een_besluit_zonder_keuze_heeft_geen_vrij_getypt_resultaat() -> None:
    voor_ps().als(hoofdelijk("B1", 33, 7, resultaat="mits er geld is")).geweigerd("resultaat", "geen keuze")
