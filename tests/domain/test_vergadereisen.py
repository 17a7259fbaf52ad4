"""What the law asks of the sitting: notice before money, roll-call, who stood aside, seats on the day; GS that vote."""

from datetime import timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import Verhaal, Zet, gegeven, griffier, manager, secretariaat

from domain.gevolgen import gevolgen

PS, GS = "PS", "GS"


def voor(orgaan: str, code: str = "agenda", **leg_voor: Any) -> Verhaal:
    open_ = manager("OpenBesluit", code=code, orgaan=orgaan, onderwerp="x")
    return gegeven(*v.BEGONNEN, open_, manager("LegVoor", stap="B1", **leg_voor))


def ps(**meer: Any) -> Zet:
    return griffier("LegBesluitVast", stap="B1", **{"stemming": {"wijze": "zonder_stemming"}, **meer})


def gs(**meer: Any) -> Zet:
    return secretariaat("LegBesluitVast", stap="B1", **meer)


@pytest.mark.parametrize(("dagen", "mag"), [(13, False), (14, True)])
def test_geld_wordt_niet_eerder_behandeld_dan_twee_weken_na_de_kennisgeving(dagen: int, mag: bool) -> None:
    """PW 194 lid 3, 196 lid 2."""
    verhaal = voor(PS, "A8", kennisgeving_op=v.EERSTE_DAG - timedelta(days=dagen))
    na = verhaal.als(ps())
    na.dan("BesluitGenomen") if mag else na.geweigerd("PW 194 lid 3")


def test_zonder_kennisgeving_kan_geld_alleen_bij_dringende_spoed() -> None:
    voor(PS, "A8").als(ps()).geweigerd("PW 194 lid 3", ontbreekt="kennisgeving_op")
    voor(PS, "A8", dringende_spoed="dijkdoorbraak").als(ps()).dan("BesluitGenomen")


def test_over_een_uitgave_vooruit_op_de_begroting_wordt_hoofdelijk_gestemd() -> None:
    """PW 213 lid 2."""
    vooruit = {"vooruit_op_begroting": True}
    voor(PS).als(ps(**vooruit)).geweigerd("PW 213 lid 2")
    stemmen = {"wijze": "hoofdelijk", "voor": 30, "tegen": 11}
    voor(PS).als(ps(stemming=stemmen, **vooruit)).dan("BesluitGenomen")


def test_wie_zich_onthield_staat_erbij_met_beide_momenten() -> None:
    """PW 28: beraadslaging and stemming."""
    stemmen = {"wijze": "hoofdelijk", "voor": 30, "tegen": 10, "art28": 1}
    lid = {"fractie": "VVD", "reden": "bestuurder van aspirant-lid", "beraadslaging": True, "stemming": False}
    voor(PS).als(ps(stemming=stemmen)).geweigerd("PW 28", ontbreekt="betrokken")
    na = voor(PS).als(ps(stemming=stemmen, betrokken=[lid])).dan("BesluitGenomen")
    assert na.het("BesluitGenomen").betrokken[0].beraadslaging is True
    voor(PS).als(ps(stemming=stemmen, betrokken=[lid, lid])).geweigerd("PW 28")


def test_per_fractie_klopt_wie_zich_onthield() -> None:
    per_fractie = {naam: [zetels, 0, 0, 0] for naam, zetels in v.REGLEMENT.zetels[0].fracties} | {"VVD": [3, 0, 0, 1]}
    lid = {"reden": "bestuurder", "beraadslaging": False, "stemming": False}
    stemming = {"wijze": "hoofdelijk", "per_fractie": per_fractie}
    voor(PS).als(ps(stemming=stemming, betrokken=[{**lid, "fractie": "VVD"}])).dan("BesluitGenomen")
    voor(PS).als(ps(stemming=stemming, betrokken=[{**lid, "fractie": "BBB"}])).geweigerd("PW 28")


BEZETTING = {"orgaan": "PS", "vanaf": "2025-01-01", "leden": 41, "bron": "besluit centraal stembureau"}


def test_de_zetels_gelden_van_de_dag_van_de_stemming() -> None:
    """After a split, the fracties of that day vote; the table that was used stands in the fact."""
    tabel = dict(v.REGLEMENT.zetels[0].fracties) | {"BBB": 7}
    fracties = [{"naam": n, "zetels": z} for n, z in {**tabel, "Groep Polder": 3}.items()]
    bezetting = {**BEZETTING, "fracties": fracties}
    stemming = {"wijze": "handopsteken_per_fractie"}
    stemming["per_fractie"] = {f["naam"]: [f["zetels"], 0, 0, 0] for f in fracties}
    na = voor(PS).als(ps(stemming=stemming, bezetting=bezetting)).dan("BesluitGenomen")
    assert na.het("BesluitGenomen").bezetting.bron == "besluit centraal stembureau"
    voor(PS).als(ps(stemming=stemming)).geweigerd("stemming.per_fractie")
    voor(PS).als(ps(stemming=stemming, bezetting={**bezetting, "vanaf": "2025-06-01"})).geweigerd("bezetting.vanaf")
    voor(PS).als(ps(stemming=stemming, bezetting={**bezetting, "orgaan": "GS"})).geweigerd("bezetting.orgaan")


def test_een_staking_voor_de_verkiezing_telt_ook_als_de_tweede_behandeling_andere_zetels_heeft() -> None:
    """Seats by the date of the vote, also for a second treatment (PW 32 lid 5)."""
    gelijk = {"wijze": "hoofdelijk", "voor": 20, "tegen": 20}
    verhaal = voor(PS).gegeven(ps(stemming=gelijk)).later(days=28)
    nieuw = {**BEZETTING, "leden": 43, "fracties": [{"naam": "Een", "zetels": 22}, {"naam": "Twee", "zetels": 21}]}
    tweede = {"wijze": "hoofdelijk", "per_fractie": {"Een": [21, 0, 1, 0], "Twee": [0, 21, 0, 0]}}
    na = verhaal.als(ps(stemming=tweede, bezetting=nieuw, motivering="de stemmen staakten")).het("BesluitGenomen")
    assert (na.uitkomst, na.afloop) == ("niet_aangenomen_staking", "negatief")


TAFEL = {"orgaan": "GS", "vanaf": "2025-01-01", "leden": 7, "bron": "formatie"}


def gs_stem(voor_: int, tegen: int, **meer: Any) -> dict[str, Any]:
    return {"stemming": {"wijze": "hoofdelijk", "voor": voor_, "tegen": tegen, **meer}, "bezetting": TAFEL}


def test_ook_gs_kunnen_stemmen_en_dan_volgt_de_uitkomst_daaruit() -> None:
    voor(GS).als(gs(uitkomst="conform", **gs_stem(4, 3))).dan("BesluitGenomen")
    voor(GS).als(gs(**gs_stem(4, 3))).geweigerd("uitkomst", ontbreekt="conform")
    voor(GS).als(gs(uitkomst="conform", **gs_stem(3, 4))).geweigerd("uitkomst", "afgewezen")
    nee = voor(GS).als(gs(motivering="te duur", **gs_stem(3, 4))).dan("BesluitGenomen")
    assert nee.het("BesluitGenomen").uitkomst == "afgewezen"


def test_staakt_het_in_gs_twee_keer_dan_beslist_de_voorzitter() -> None:
    """PW 59: 3-3 of 7, twice."""
    eerst = voor(GS).als(gs(**gs_stem(3, 3))).dan("BesluitGenomen")
    assert (eerst.het("BesluitGenomen").uitkomst, eerst.het("BesluitGenomen").afloop) == ("herstemmen", "open")
    eerst.als(gs(uitkomst="conform", **gs_stem(3, 3))).geweigerd("stemming.voorzitter_stem")
    ja = eerst.als(gs(uitkomst="conform", **gs_stem(3, 3, voorzitter_stem="voor"))).dan("BesluitGenomen")
    assert ja.het("BesluitGenomen").afloop == "positief"
    nee = eerst.als(gs(motivering="x", **gs_stem(3, 3, voorzitter_stem="tegen")))
    assert nee.het("BesluitGenomen").uitkomst == "afgewezen"


@pytest.mark.parametrize(("aanwezig", "uitkomst"), [(3, "geen_quorum"), (4, "conform")])
def test_gs_besluiten_met_minstens_de_helft_van_de_zittende_leden(aanwezig: int, uitkomst: str) -> None:
    """PW 56: 4 of 7."""
    na = voor(GS).als(gs(uitkomst=uitkomst, **gs_stem(aanwezig, 0, aanwezig=aanwezig))).dan("BesluitGenomen")
    assert na.het("BesluitGenomen").uitkomst == uitkomst


def test_weinig_stemmen_bewijzen_nog_geen_lege_zaal() -> None:
    """The quorum is judged once, at opening (PW 20); later fewer may vote, and then the vote can be invalid (PW 29)."""
    weinig = {"wijze": "hoofdelijk", "voor": 10, "tegen": 10}
    voor(PS).als(ps(stemming=weinig)).geweigerd("stemming.aanwezig")
    for aanwezig, uitkomst in ((20, "geen_quorum"), (21, "stemming_ongeldig")):
        na = voor(PS).als(ps(stemming={**weinig, "aanwezig": aanwezig})).dan("BesluitGenomen")
        assert na.het("BesluitGenomen").uitkomst == uitkomst


def test_gewijzigd_besluiten_zegt_wat_er_anders_is() -> None:
    voor(GS).als(gs(uitkomst="gewijzigd")).geweigerd("wijziging")
    voor(GS).als(gs(uitkomst="gewijzigd", wijziging="participatieparagraaf erbij")).dan("BesluitGenomen")


def test_bij_het_voorleggen_klinkt_meteen_een_waarschuwing_als_de_termijn_voor_de_vergadering_verstrijkt() -> None:
    """Reces does not stop a statutory term (domain.md 4.1)."""
    kalender = {
        "orgaan": "PS",
        "vergaderingen": ["2025-06-11"],
        "reces": [{"naam": "voorjaarsreces", "van": "2025-03-08", "tot": "2025-06-08"}],
        "bekend_tot": "2025-12-31",
        "bron": "vergaderschema",
    }
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6")
    na = verhaal.als(manager("LegVoor", stap="VT1.A6.PS", kalender=kalender)).dan("BesluitVoorgelegd", "TermijnGestart")
    advies = na.het("BesluitVoorgelegd").advies
    assert str(advies.eerste) == "2025-06-11"
    assert "voorjaarsreces" in advies.waarschuwing
    assert {"extra_vergadering", "verdagen"} <= {u.soort for u in advies.uitwegen}
    berichten = [g for g in gevolgen(na.laatste[0]) if g.soort == "bericht"]
    assert any("voorjaarsreces" in alinea for b in berichten for alinea in b.alineas)
    onbekend = verhaal.als(manager("LegVoor", stap="VT1.A6.PS")).het("BesluitVoorgelegd").advies
    assert "kalender" in onbekend.waarschuwing


def test_een_nieuw_besluit_trekt_een_eerder_in_of_wijzigt_het_maar_nooit_een_toestemming() -> None:
    """The third kind of correction; Awb 10:29 lid 2."""
    verhaal = voor(PS).gegeven(ps())
    open_ = {"orgaan": "PS", "onderwerp": "terug"}
    verhaal.als(manager("OpenBesluit", code="intrekking", **open_)).geweigerd("over")
    verhaal.als(manager("OpenBesluit", code="agenda", over="B1", **open_)).geweigerd("over")
    verhaal.als(manager("OpenBesluit", code="intrekking", over="B1", **{**open_, "orgaan": "GS"})).geweigerd("over")
    terug = verhaal.gegeven(
        manager("OpenBesluit", code="intrekking", over="B1", **open_), manager("LegVoor", stap="B2")
    )
    na = terug.als(griffier("LegBesluitVast", stap="B2", stemming={"wijze": "zonder_stemming"})).dan("BesluitGenomen")
    assert na.stand.stappen["B1"].ingetrokken_door == "B2"
    assert na.stand.stappen["B1"].afloop == "positief"
    toestemming = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A1")
    nee = manager("OpenBesluit", code="intrekking", over="VT1.A6.PS", **open_)
    toestemming.als(nee).geweigerd("Awb 10:29 lid 2")


@pytest.mark.parametrize(
    ("eerste", "regel"),
    [
        ({"voor": 20, "tegen": 20}, "PW 32 lid 4"),
        ({"voor": 12, "tegen": 3, "aanwezig": 25}, "PW 29 lid 2"),
        ({"voor": 8, "tegen": 4, "aanwezig": 12}, "PW 20 lid 2"),
    ],
)
def test_ps_stemmen_opnieuw_in_een_volgende_vergadering_nooit_op_dezelfde_dag(
    eerste: dict[str, Any], regel: str
) -> None:
    verhaal = voor(PS).gegeven(ps(stemming={"wijze": "hoofdelijk", **eerste}))
    tweede = ps(stemming={"wijze": "hoofdelijk", "voor": 24, "tegen": 17})
    verhaal.als(tweede).geweigerd(regel, "volgende vergadering")
    verhaal.later(days=1).als(tweede).dan("BesluitGenomen")
    verhaal.als(ps(stemming=None, uitkomst="ingetrokken")).dan("BesluitGenomen")


@pytest.mark.parametrize("orgaan", [PS, GS])
def test_een_behandeling_ligt_niet_voor_de_vorige(orgaan: str) -> None:
    """What counts as the second vote follows from the order of the meetings."""
    verhaal = voor(orgaan).later(days=21)
    wie = ps if orgaan == PS else gs
    na = verhaal.gegeven(wie(**{"stemming": None, "uitkomst": "aangehouden"}))
    zet = wie(**{"stemming": None, "uitkomst": "aangehouden"})
    vroeger = Zet(zet.door, zet.inhoud, (na.nu - timedelta(days=7)).date())
    na.als(vroeger).geweigerd("gebeurd_op", "al vergaderd")


def test_de_zetels_van_ps_komen_met_hun_fracties_en_zijn_niet_van_voor_de_laatste_verkiezing() -> None:
    """Seats by the date of the vote: neither a table without fracties nor one of an earlier period is counted by."""
    stemming = {"wijze": "hoofdelijk", "voor": 24, "tegen": 17}
    leeg = {"orgaan": "PS", "vanaf": "2025-01-01", "leden": 41, "zittend": 41, "bron": "griffie"}
    voor(PS).als(ps(stemming=stemming, bezetting=leeg)).geweigerd("bezetting.fracties")
    oud = {**leeg, "vanaf": "2019-03-28", "fracties": [{"naam": "Een", "zetels": 41}]}
    voor(PS).als(ps(stemming=stemming, bezetting=oud)).geweigerd("bezetting.vanaf", "ouder")
    voor(PS).als(ps(stemming=stemming, bezetting={**oud, "vanaf": "2025-01-01"})).dan("BesluitGenomen")


def test_een_dag_waarop_het_orgaan_niet_vergadert_wordt_gezegd() -> None:
    kalender = {"orgaan": "PS", "vergaderingen": ["2025-04-02"], "bekend_tot": "2025-12-31", "bron": "schema"}
    wel = voor(PS, kalender=kalender, vergadering_op="2025-04-02").het("BesluitVoorgelegd").advies
    niet = voor(PS, kalender=kalender, vergadering_op="2025-04-03").het("BesluitVoorgelegd").advies
    assert wel.waarschuwing == ""
    assert "2025-04-03" in niet.waarschuwing


def test_wat_ps_wegstemmen_vraagt_geen_motivering_wat_gs_afwijzen_wel() -> None:
    voor(PS).als(ps(stemming={"wijze": "hoofdelijk", "voor": 20, "tegen": 21})).dan("BesluitGenomen")
    voor(GS).als(gs(uitkomst="afgewezen")).geweigerd("motivering")
