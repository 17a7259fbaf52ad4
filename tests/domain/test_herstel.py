"""Three kinds of correction, never mixed: our record was wrong, a member erred, or a new besluit.

What was built on a corrected outcome is never undone by itself: jurist and griffier decide about each step.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import Verhaal, Zet, griffier, jurist, manager, secretariaat, tweede

from domain import kern
from domain.beeld import overzicht
from domain.beeld.mogelijk import mogelijkheden
from domain.gevolg import Bekendmaken, Bericht, Posthouding
from domain.gevolgen import gevolgen
from domain.reglement.register import reglement
from domain.stand import Begin
from domain.zinnen import vertel

LIJST = {"titel": "besluitenlijst PS 2 april 2025", "referentie": "BL-PS-2025-04"}
ZONDER_STEM = {"wijze": "zonder_stemming"}
AGENDA = (manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="warmte"), manager("LegVoor", stap="B1"))
A3, A0B, A1 = "VT1.A3", "VT1.A0b", "VT1.A1"
A5, A6 = "VT1.A5.PS", "VT1.A6.PS"
EIGEN_A1 = tuple(f"VT1.A1.{wie}" for wie in ("GS", v.DRONTEN, v.ZEEWOLDE))


def stemmen(voor: int, tegen: int) -> dict[str, list[int]]:
    """Votes per fractie that add up to so many for and against; the rest is absent."""
    tabel = {}
    for naam, zetels in v.REGLEMENT.zetels[0].fracties:
        ja = min(voor, zetels)
        nee = min(tegen, zetels - ja)
        voor, tegen = voor - ja, tegen - nee
        tabel[naam] = [ja, nee, zetels - ja - nee, 0]
    assert voor == tegen == 0
    return tabel


def hoofdelijk(voor: int, tegen: int, **meer: Any) -> dict[str, Any]:
    return {"stemming": {"wijze": "hoofdelijk", "per_fractie": stemmen(voor, tegen)}, **meer}


def met(resultaat: str, **meer: Any) -> dict[str, Any]:
    """PS adopt without a vote, with this result."""
    return {"stemming": ZONDER_STEM, "instrument": v.INSTRUMENTEN[resultaat], **meer}


def vastgelegd(stap: str, **besluit: Any) -> Zet:
    return griffier("LegBesluitVast", stap=stap, **besluit)


def herstel(stap: str, wie: v.Spreker = griffier, genomen_op: str | None = None, **besluit: Any) -> Zet:
    return wie(
        "HerstelVastlegging",
        besluit={"stap": stap, **besluit},
        besluitenlijst=LIJST,
        reden="de griffie nam de verkeerde uitslag over",
        genomen_op=genomen_op,
    )


def oordeel(wie: v.Spreker, stap: str, wat: str) -> Zet:
    return wie("BeoordeelGrondslag", stap=stap, oordeel=wat, motivering="gelet op het dossier")


def agenda(**besluit: Any) -> Verhaal:
    """PS decided on B1."""
    return v.gegeven(*v.BEGONNEN, *AGENDA, vastgelegd("B1", **(besluit or hoofdelijk(33, 7))))


def cooperatie(tot: str, resultaat: str = "geen") -> Verhaal:
    """A private legal person; PS gave wensen en bedenkingen and the path was walked further."""
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot="A3").klaar(A3, resultaat)
    return verhaal.loop_pad("VT1", tot=tot)


def regeling(tot: str) -> Verhaal:
    return v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot=tot)


def twijfels(verhaal: Verhaal) -> dict[str, str | None]:
    return {id_: t.beslist for id_, t in verhaal.stand.twijfels.items()}


# Our record was wrong: four eyes, the adopted besluitenlijst, and a correction of something.


def test_een_herstel_geldt_pas_als_een_tweede_het_bevestigt() -> None:
    verhaal = agenda()
    gevraagd = verhaal.alleen(herstel("B1", **hoofdelijk(30, 10))).dan("BesluitVastgelegd")
    assert gevraagd.het("BesluitVastgelegd").herstel.besluitenlijst.referentie == "BL-PS-2025-04"
    assert gevraagd.stand.stappen == verhaal.stand.stappen
    gevraagd.alleen(griffier("BevestigBesluit", vastlegging="B1.v2")).geweigerd("vier ogen")
    na = gevraagd.alleen(tweede("BevestigBesluit", vastlegging="B1.v2")).dan("BesluitHersteld")
    assert na.stand.stappen["B1"].behandelingen[-1].uitslag.voor == 30
    assert not na.stand.vastleggingen
    besluit = na.het("BesluitHersteld").besluit
    assert (besluit.vastgelegd_door, besluit.bevestigd_door) == ("griffier:s-griffier", "jurist:s-tweede")


def test_een_herstel_dat_wordt_teruggestuurd_verandert_niets() -> None:
    gevraagd = agenda().alleen(herstel("B1", **hoofdelijk(10, 30, motivering="te duur")))
    na = gevraagd.gegeven(tweede("KeurVastleggingAf", vastlegging="B1.v2", reden="de lijst zegt 33 tegen 7"))
    assert na.stand.stappen["B1"] == agenda().stand.stappen["B1"]
    assert not na.stand.vastleggingen


def test_zolang_een_herstel_wacht_kan_er_geen_tweede_bij() -> None:
    gevraagd = agenda().alleen(herstel("B1", **hoofdelijk(30, 10)))
    gevraagd.alleen(herstel("B1", **hoofdelijk(29, 11))).geweigerd("vier ogen", "wacht")


def test_wat_nog_niet_is_vastgelegd_valt_niet_te_herstellen() -> None:
    open_ = v.gegeven(*v.BEGONNEN, *AGENDA)
    open_.alleen(herstel("B1", **hoofdelijk(30, 10))).geweigerd("stap", "nog niets vastgelegd")
    open_.alleen(herstel("B7", **hoofdelijk(30, 10))).geweigerd("stap", "niet bekend")


@pytest.mark.parametrize("leeg", ["besluitenlijst", "reden"])
def test_een_herstel_noemt_de_vastgestelde_besluitenlijst_en_de_reden(leeg: str) -> None:
    zet = herstel("B1", **hoofdelijk(30, 10))
    with pytest.raises(ValidationError):
        agenda().alleen(Zet(zet.door, {**zet.inhoud, leeg: None}))


def test_een_herstel_dat_niets_verandert_wordt_geweigerd_en_een_klein_verschil_niet() -> None:
    agenda().alleen(herstel("B1", **hoofdelijk(33, 7))).geweigerd("herstel", "staat al zo vast")
    agenda().als(herstel("B1", **hoofdelijk(34, 7))).dan("BesluitHersteld")
    agenda().als(herstel("B1", **hoofdelijk(33, 7, beslispunten=["een jaarlijks verslag"]))).dan("BesluitHersteld")


def test_wie_het_besluit_vastlegt_herstelt_het_ook_en_niemand_anders() -> None:
    zet = hoofdelijk(30, 10)
    agenda().alleen(herstel("B1", secretariaat, **zet)).geweigerd("bevoegdheid", ontbreekt="griffier")
    agenda().alleen(herstel("B1", v.portefeuillehouder, **zet)).geweigerd("bevoegdheid")
    agenda().alleen(herstel("B1", griffier.met(zekerheid="opgegeven"), **zet)).geweigerd("zekerheid")


def test_wat_de_stemmen_niet_geven_kan_ook_een_herstel_niet_maken() -> None:
    agenda().alleen(herstel("B1", **hoofdelijk(10, 30, uitkomst="aangenomen"))).geweigerd("uitkomst", "verworpen")


def test_de_eerste_vastlegging_blijft_een_feit_en_de_stap_kent_alleen_de_herstelde() -> None:
    na = agenda().later(days=3).als(herstel("B1", **hoofdelijk(34, 7)))
    assert [f.uitslag.voor for f in na.feiten("BesluitGenomen")] == [33]
    (laatste,) = na.stand.stappen["B1"].behandelingen
    assert (laatste.uitslag.voor, laatste.op, laatste.hersteld_op) == (34, v.EERSTE_DAG, na.vandaag)
    assert na.het("BesluitHersteld").omgeslagen is None


def test_ook_de_dag_van_het_besluit_kan_worden_hersteld_maar_niet_tot_voor_het_voorleggen() -> None:
    verhaal = v.gegeven(*v.BEGONNEN).later(days=2).gegeven(*AGENDA).later(days=7)
    verhaal = verhaal.gegeven(vastgelegd("B1", **hoofdelijk(33, 7)))
    goed = verhaal.als(herstel("B1", genomen_op="2025-03-06", **hoofdelijk(33, 7))).dan("BesluitHersteld")
    assert goed.stand.stappen["B1"].behandelingen[-1].op.isoformat() == "2025-03-06"
    verhaal.alleen(herstel("B1", genomen_op="2025-03-04", **hoofdelijk(33, 7))).geweigerd("gebeurd_op", "voorleggen")
    verhaal.alleen(herstel("B1", genomen_op="2025-12-01", **hoofdelijk(33, 7))).geweigerd("genomen_op", "toekomst")


def test_een_herstel_telt_de_eerdere_stemmingen_mee_zoals_de_eerste_vastlegging() -> None:
    """The second tie decides: also when our record of it was wrong."""
    verhaal = agenda(**hoofdelijk(20, 20)).later(days=28).gegeven(vastgelegd("B1", **hoofdelijk(21, 20)))
    na = verhaal.als(herstel("B1", **hoofdelijk(20, 20, motivering="de stemmen staakten weer")))
    assert na.het("BesluitHersteld").besluit.uitkomst == "niet_aangenomen_staking"
    assert [b.afloop for b in na.stand.stappen["B1"].behandelingen] == ["open", "negatief"]


def test_onder_het_eerste_reglement_vraagt_een_herstel_ook_een_tweede() -> None:
    """There a first record does not wait for anyone; a correction always does."""
    verhaal = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1")))
    verhaal = verhaal.gegeven(*v.BEGONNEN, *AGENDA, vastgelegd("B1", **hoofdelijk(33, 7)))
    gevraagd = verhaal.alleen(herstel("B1", **hoofdelijk(10, 30, motivering="te duur"))).dan("BesluitVastgelegd")
    na = gevraagd.alleen(tweede("BevestigBesluit", vastlegging="B1.v1")).dan("BesluitHersteld")
    assert na.stand.stappen["B1"].afloop == "negatief"
    assert reglement("r2026_1").besluitvorming is None


# What an outcome that turns does to the terms.


def test_blijkt_de_toestemming_niet_verleend_dan_loopt_de_wettelijke_termijn_door_tot_haar_eigen_einde() -> None:
    verhaal = regeling("A1")
    oud = verhaal.stand.termijnen[f"{A6}/T02"]
    na = verhaal.later(days=3).als(herstel(A6, **hoofdelijk(20, 21)))
    na.dan("BesluitHersteld", "TermijnGestart")
    termijn = na.stand.termijnen[f"{A6}/T02"]
    assert (oud.status, termijn.status) == ("gehaald", "loopt")
    assert (termijn.begin, termijn.einde) == (oud.begin, oud.einde)
    assert [h.moment > na.nu for h in termijn.herinneringen] == [True] * 4
    assert na.stand.stappen[A6].status == "voorgelegd"
    einde = na.later(oud.einde + timedelta(days=2))
    assert einde.stand.termijnen[f"{A6}/T02"].status == "verstreken"


def test_is_die_termijn_intussen_voorbij_dan_is_zij_meteen_verstreken() -> None:
    na = regeling("A1").later(weeks=20).als(herstel(A6, **hoofdelijk(20, 21)))
    na.dan("BesluitHersteld", "TermijnGestart", "TermijnVerstreken", "RechtswegeMogelijk")
    assert na.stand.termijnen[f"{A6}/T02"].status == "verstreken"


def test_blijkt_een_zienswijze_niet_vastgesteld_dan_loopt_haar_termijn_door_en_die_van_de_raden_niet() -> None:
    na = regeling("A0b").als(herstel(A5, **hoofdelijk(20, 21))).dan("BesluitHersteld", "TermijnGestart")
    assert na.stand.termijnen[f"{A5}/T01"].loopt
    assert not na.stand.termijnen[f"VT1.A5.{v.DRONTEN}/T01"].loopt
    assert twijfels(na) == {}


def test_een_zienswijze_met_andere_punten_beantwoordt_de_termijn_nog_steeds() -> None:
    na = regeling("A6").als(herstel(A5, **met("geen_zienswijze"))).dan("BesluitHersteld")
    assert na.stand.termijnen[f"{A5}/T01"].status == "gehaald"
    assert twijfels(na) == {A0B: None}


def test_blijkt_de_toestemming_toch_verleend_dan_is_de_termijn_gehaald_op_de_dag_van_het_besluit() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6), vastgelegd(A6, **hoofdelijk(20, 21)))
    na = verhaal.later(weeks=20).als(herstel(A6, **hoofdelijk(21, 20, instrument=v.INSTRUMENTEN["verleend"])))
    na.dan("BesluitHersteld", "TermijnGehaald")
    assert na.het("TermijnGehaald").op_tijd
    assert na.stand.stappen[A6].klaar


def test_van_verleend_naar_onthouden_blijft_de_termijn_beantwoord() -> None:
    na = regeling("A1").als(herstel(A6, **met("onthouden", motivering="strijd met de wet"))).dan("BesluitHersteld")
    assert na.stand.stappen[A6].afloop == "negatief"
    assert na.stand.termijnen[f"{A6}/T02"].status == "gehaald"


def test_een_andere_dag_maakt_van_op_tijd_te_laat_en_terug() -> None:
    verhaal = regeling("A5").gegeven(manager("LegVoor", stap=A5)).later(weeks=9)
    laat = verhaal.gegeven(vastgelegd(A5, **met("zienswijze")))
    assert laat.stand.termijnen[f"{A5}/T01"].status == "te_laat"
    op_tijd = herstel(A5, genomen_op="2025-04-23", **met("zienswijze"))
    tijdig = laat.als(op_tijd).dan("BesluitHersteld", "TermijnGehaald")
    assert tijdig.stand.termijnen[f"{A5}/T01"].status == "gehaald"
    weer = tijdig.als(herstel(A5, genomen_op="2025-05-05", **met("zienswijze"))).dan(
        "BesluitHersteld", "TermijnGehaald"
    )
    assert weer.stand.termijnen[f"{A5}/T01"].status == "te_laat"


def test_een_te_late_zienswijze_die_er_niet_blijkt_te_zijn_laat_een_verstreken_termijn_achter() -> None:
    """Its end was told before, so it isn't told again; that PS stayed silent can then be recorded."""
    verhaal = regeling("A5").gegeven(manager("LegVoor", stap=A5)).later(weeks=9)
    laat = verhaal.gegeven(vastgelegd(A5, **met("zienswijze")))
    na = laat.als(herstel(A5, **hoofdelijk(20, 21))).dan("BesluitHersteld", "TermijnGestart")
    assert na.stand.termijnen[f"{A5}/T01"].status == "verstreken"
    na.als(vastgelegd(A5, uitkomst="termijn_verstreken")).dan("BesluitGenomen", "TermijnGehaald")
    stil = laat.als(herstel(A5, uitkomst="termijn_verstreken")).dan("BesluitHersteld")
    assert stil.stand.termijnen[f"{A5}/T01"].status == "te_laat"
    vroeg = herstel(A5, genomen_op="2025-04-23", uitkomst="termijn_verstreken")
    laat.alleen(vroeg).geweigerd("termijn", "nog niet verstreken")


def verdaagd() -> Verhaal:
    return regeling("A6").gegeven(
        manager("LegVoor", stap=A6), vastgelegd(A6, uitkomst="verdaagd", motivering="overleg met de raden loopt nog")
    )


def test_blijkt_er_niet_verdaagd_dan_eindigt_de_termijn_weer_op_haar_eerste_dag() -> None:
    verhaal = verdaagd()
    oud, lang = verhaal.het("TermijnVerlengd").was, verhaal.stand.termijnen[f"{A6}/T02"].einde
    assert oud < lang
    na = verhaal.als(herstel(A6, uitkomst="aangehouden")).dan("BesluitHersteld", "TermijnGestart")
    assert na.stand.termijnen[f"{A6}/T02"].einde == oud
    na.als(vastgelegd(A6, uitkomst="verdaagd", motivering="alsnog")).dan_ook("TermijnVerlengd")
    besloten = verhaal.als(herstel(A6, **met("verleend"))).dan("BesluitHersteld", "TermijnGehaald")
    assert besloten.het("TermijnGehaald").op_tijd


def test_blijkt_er_wel_verdaagd_dan_is_de_termijn_verlengd_vanaf_haar_eigen_begin() -> None:
    verhaal = regeling("A1")
    zet = herstel(A6, uitkomst="verdaagd", motivering="overleg met de raden loopt nog")
    na = verhaal.als(zet).dan("BesluitHersteld", "TermijnVerlengd")
    termijn = na.stand.termijnen[f"{A6}/T02"]
    assert (termijn.begin, termijn.einde) == (v.EERSTE_DAG, verdaagd().stand.termijnen[f"{A6}/T02"].einde)
    assert termijn.status == "loopt"


def test_een_besluit_over_go_of_no_go_dat_niet_viel_laat_de_dag_van_het_plan_weer_lopen() -> None:
    go = manager("OpenBesluit", code="go_no_go", orgaan="GS", onderwerp="go", pilot="P1")
    verhaal = v.pilot_loopt().gegeven(go, manager("LegVoor", stap="B2"))
    verhaal = verhaal.gegeven(secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat="go"))
    assert not verhaal.stand.termijnen["P1.go_no_go/H03"].loopt
    na = verhaal.als(herstel("B2", secretariaat, uitkomst="teruggenomen", resultaat="go"))
    na.dan("BesluitHersteld", "TermijnGestart")
    assert na.stand.termijnen["P1.go_no_go/H03"].einde == verhaal.stand.termijnen["P1.go_no_go/H03"].einde
    weg = verhaal.gegeven(manager("StopPilotNu", pilot="P1", reden="brand"))
    weg.als(herstel("B2", secretariaat, uitkomst="teruggenomen", resultaat="go")).dan("BesluitHersteld")


def test_beslist_een_andere_stap_over_go_dan_blijft_de_dag_van_het_plan_beantwoord() -> None:
    verhaal = v.pilot_loopt()
    for stap in ("B2", "B3"):
        go = manager("OpenBesluit", code="go_no_go", orgaan="GS", onderwerp="go", pilot="P1")
        besluit = secretariaat("LegBesluitVast", stap=stap, uitkomst="conform", resultaat="go")
        verhaal = verhaal.gegeven(go, manager("LegVoor", stap=stap), besluit)
    na = verhaal.als(herstel("B3", secretariaat, uitkomst="teruggenomen", resultaat="go")).dan("BesluitHersteld")
    assert not na.stand.termijnen["P1.go_no_go/H03"].loopt


def test_wat_een_eerder_nee_al_had_beantwoord_gaat_niet_weer_lopen() -> None:
    """A partner changed its mind without being asked again; that it did not, changes nothing in the term."""
    stap = f"VT1.A16.{v.DRONTEN}"
    zelf = v.partner(v.DRONTEN)
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=stap)).later(days=2)
    verhaal = verhaal.gegeven(zelf("LegBesluitVast", stap=stap, uitkomst="niet_akkoord", motivering="te duur"))
    verhaal = verhaal.later(days=2).gegeven(zelf("LegBesluitVast", stap=stap, uitkomst="akkoord"))
    na = verhaal.als(herstel(stap, manager, uitkomst="geen_reactie")).dan("BesluitHersteld")
    assert na.stand.termijnen[f"{stap}/T17"].status == "gehaald"


def test_ligt_het_weer_voor_dan_volgt_de_stap_het_herstel_van_wat_ervoor_was_niet() -> None:
    nee = met("onthouden", motivering="strijd met de wet")
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6), vastgelegd(A6, **nee))
    verhaal = verhaal.later(days=5).gegeven(manager("LegVoor", stap=A6))
    na = verhaal.als(herstel(A6, uitkomst="aangehouden")).dan("BesluitHersteld")
    assert na.stand.stappen[A6].status == "voorgelegd"
    assert na.stand.termijnen[f"{A6}/T02"].begin == verhaal.vandaag


def test_een_verdaging_na_het_einde_van_de_termijn_wordt_al_bij_het_vastleggen_geweigerd() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6), vastgelegd(A6, uitkomst="aangehouden"))
    laat = herstel(A6, genomen_op="2025-06-10", uitkomst="verdaagd", motivering="overleg")
    verhaal.later(weeks=16).alleen(laat).geweigerd("Awb 10:31", "kan niet meer")


# What was built on an outcome that turned.


@pytest.mark.parametrize(
    ("was", "wordt", "om"),
    [
        ("geen", met("bedenkingen"), True),
        ("bedenkingen", met("geen"), True),
        ("wensen", met("wensen", beslispunten=["GS lichten PS in"]), False),
        ("geen", hoofdelijk(20, 21), True),
    ],
)
def test_andere_wensen_en_bedenkingen_brengen_in_twijfel_wat_erop_is_gebouwd(
    was: str, wordt: dict[str, Any], om: bool
) -> None:
    """Both are in favour of going on; but what GS answered and decided rests on what PS said (PW 158 lid 2)."""
    verhaal = cooperatie("A17", was)
    na = verhaal.als(herstel(A3, **wordt))
    gebouwd = (A0B, *(f"VT1.A16.{p}" for p in (v.DRONTEN, v.ZEEWOLDE, v.NETBEHEER)), A1)
    assert twijfels(na) == dict.fromkeys(gebouwd if om else ())
    assert na.het("BesluitHersteld").gevolgd == (gebouwd if om else ())
    for stap in gebouwd:
        assert na.stand.stappen[stap] == verhaal.stand.stappen[stap], "nothing is undone"


def test_dezelfde_wensen_met_andere_woorden_zijn_een_andere_grondslag() -> None:
    anders = {"instrument": "wensen_en_bedenkingen", "wensen": ["een evaluatie na twee jaar"]}
    na = cooperatie("A8", "wensen").als(herstel(A3, stemming=ZONDER_STEM, instrument=anders))
    assert twijfels(na) == {A0B: None}


def test_alleen_wat_later_is_en_al_voorlag_komt_in_twijfel() -> None:
    verhaal = regeling("A1").gegeven(manager("LegVoor", stap=EIGEN_A1[0]))
    na = verhaal.als(herstel(A6, **hoofdelijk(20, 21)))
    assert twijfels(na) == {EIGEN_A1[0]: None}
    assert na.stand.stappen[EIGEN_A1[0]].status == "voorgelegd"


def test_een_toestemming_die_alsnog_blijkt_brengt_niets_in_twijfel_want_er_kon_niets_op_rusten() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6), vastgelegd(A6, **hoofdelijk(20, 21)))
    na = verhaal.als(herstel(A6, **met("verleend")))
    assert na.het("BesluitHersteld").omgeslagen
    assert twijfels(na) == {}


def test_twee_keer_niet_aangenomen_is_geen_omslag() -> None:
    na = agenda(**hoofdelijk(20, 20)).als(herstel("B1", uitkomst="terugverwezen"))
    assert na.het("BesluitHersteld").omgeslagen is None
    assert na.stand.stappen["B1"].behandelingen[-1].uitkomst == "terugverwezen"
    assert na.stand.stappen["B1"].status == "aangehouden"


def test_een_vorm_die_al_werkt_blijft_werken_en_het_feit_zegt_het() -> None:
    verhaal = v.in_werking("GEMEENSCHAPPELIJK_ORGAAN")
    na = verhaal.als(herstel(A6, **hoofdelijk(20, 21)))
    assert na.stand.trajecten["VT1"].status == "in_werking"
    feit = na.het("BesluitHersteld")
    assert feit.in_werking_per == verhaal.stand.trajecten["VT1"].in_werking_per
    assert set(feit.gevolgd) == {*EIGEN_A1, "VT1.A18", "VT1.A7", "VT1.A2"}
    assert "De vorm werkt al sinds" in vertel(na.laatste[0])
    assert regeling("A7").als(herstel(A6, **hoofdelijk(20, 21))).het("BesluitHersteld").in_werking_per is None


def test_een_intrekking_rust_op_het_besluit_waarover_zij_gaat() -> None:
    weg = manager("OpenBesluit", code="intrekking", orgaan="PS", onderwerp="toch niet", over="B1")
    verhaal = agenda().gegeven(weg)
    na = verhaal.als(herstel("B1", **hoofdelijk(10, 30, motivering="te duur")))
    assert twijfels(na) == {"B2": None}
    na.alleen(manager("LegVoor", stap="B2")).geweigerd("op onjuiste grondslag")


def test_blijkt_een_intrekking_niet_aangenomen_dan_geldt_het_eerdere_besluit_nog() -> None:
    weg = manager("OpenBesluit", code="intrekking", orgaan="PS", onderwerp="toch niet", over="B1")
    verhaal = agenda().gegeven(weg, manager("LegVoor", stap="B2"), vastgelegd("B2", **hoofdelijk(30, 10)))
    assert verhaal.stand.stappen["B1"].ingetrokken_door == "B2"
    na = verhaal.als(herstel("B2", **hoofdelijk(10, 30, motivering="geen reden")))
    assert na.stand.stappen["B1"].ingetrokken_door is None
    terug = na.als(herstel("B2", **hoofdelijk(30, 10)))
    assert terug.stand.stappen["B1"].ingetrokken_door == "B2"


def test_gaf_de_herstelde_uitslag_een_nieuwe_ronde_dan_begint_die_en_blijft_staan_wat_al_was_gedaan() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6))
    terug = {"uitkomst": "opnieuw_ontwerp", "motivering": "het ontwerp moet anders"}
    na = verhaal.als(herstel(A0B, secretariaat, **terug, reacties=v.antwoorden(verhaal.stand, v_stap(verhaal, A0B))))
    na.dan_ook("BesluitHersteld", "VormWijzigingGestart")
    assert na.stand.trajecten["VT1"].ronde == 2
    assert twijfels(na) == {A6: None}
    assert na.stand.stappen[A6].status == "voorgelegd"
    assert na.stand.termijnen[f"{A6}/T02"].loopt
    assert na.stand.stappen[EIGEN_A1[0]].status == "vervallen"
    beslist = na.gegeven(oordeel(jurist, A6, "opnieuw"), oordeel(griffier, A6, "opnieuw"))
    assert beslist.stand.stappen[A6].status == "vervallen", "the new round asks it anew"


def v_stap(verhaal: Verhaal, id_: str) -> Any:
    return verhaal.stand.stappen[id_]


def test_begon_een_nieuwe_ronde_ten_onrechte_dan_komt_in_twijfel_wat_erin_is_gedaan() -> None:
    verhaal = regeling("A0b")
    antwoorden = v.antwoorden(verhaal.stand, v_stap(verhaal, A0B))
    terug = secretariaat("LegBesluitVast", stap=A0B, uitkomst="opnieuw_ontwerp", motivering="x", reacties=antwoorden)
    verhaal = verhaal.gegeven(manager("LegVoor", stap=A0B), terug).klaar("VT1.r2.A0")
    na = verhaal.als(herstel(A0B, secretariaat, uitkomst="ongewijzigd", reacties=antwoorden))
    assert twijfels(na) == {"VT1.r2.A0": None}
    assert na.stand.trajecten["VT1"].ronde == 2


def test_na_herstel_worden_alleen_nieuwe_moties_en_toezeggingen_gevolgd() -> None:
    een = {"tekst": "GS komen terug op de kosten", "wie": "GS"}
    twee = {"tekst": "GS sturen het verslag", "wie": "GS"}
    verhaal = agenda(**hoofdelijk(33, 7, toezeggingen=[een]))
    na = verhaal.als(herstel("B1", **hoofdelijk(33, 7, toezeggingen=[een, twee]))).dan(
        "BesluitHersteld", "AfspraakGemaakt"
    )
    assert [a.tekst for a in na.stand.afspraken.values() if a.stap == "B1"] == [een["tekst"], twee["tekst"]]


def test_na_het_einde_gaat_een_stap_niet_weer_open() -> None:
    verhaal = agenda().gegeven(manager("TrekIn", reden="geen draagvlak"))
    na = verhaal.als(herstel("B1", **hoofdelijk(20, 20))).dan("BesluitHersteld", "BesluitstapVervallen")
    assert na.stand.stappen["B1"].status == "vervallen"
    dicht = verhaal.als(herstel("B1", **hoofdelijk(10, 30, motivering="te duur"))).dan("BesluitHersteld")
    assert dicht.stand.stappen["B1"].afloop == "negatief"
    keuze = regeling("A1").gegeven(manager("TrekIn", reden="geen draagvlak")).als(herstel(A6, **hoofdelijk(20, 21)))
    keuze.dan("BesluitHersteld", "BesluitstapVervallen")
    assert not keuze.stand.termijnen[f"{A6}/T02"].loopt


def test_een_stap_die_verviel_blijft_vervallen_ook_met_een_hersteld_besluit() -> None:
    nee = met("onthouden", motivering="strijd met de wet")
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6), vastgelegd(A6, **nee))
    verhaal = verhaal.gegeven(manager("BeeindigVormtraject", traject="VT1", reden="geen toestemming"))
    na = verhaal.als(herstel(A6, **met("verleend"))).dan("BesluitHersteld")
    assert na.stand.stappen[A6].status == "vervallen"
    assert na.stand.stappen[A6].behandelingen[-1].resultaat == "verleend"
    assert na.het("BesluitHersteld").omgeslagen is None


def test_een_motie_die_al_wordt_gevolgd_krijgt_bij_herstel_geen_tweede_actie() -> None:
    motie = {"nr": "M1", "titel": "meer bomen", "soort": "motie", "indieners": ["VVD"]}
    motie["stemming"] = {"wijze": "hoofdelijk", "per_fractie": stemmen(30, 10)}
    verhaal = agenda(**hoofdelijk(33, 7, amendementen=[motie]))
    assert [a.tekst for a in verhaal.stand.afspraken.values() if a.stap == "B1"] == ["meer bomen"]
    verhaal.als(herstel("B1", **hoofdelijk(34, 7, amendementen=[motie]))).dan("BesluitHersteld")


def test_wat_verviel_voordat_de_uitslag_omsloeg_komt_niet_in_twijfel() -> None:
    verhaal = regeling("A1").gegeven(*(manager("LegVoor", stap=s) for s in EIGEN_A1))
    verhaal = verhaal.gegeven(manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"))
    na = verhaal.als(herstel(A6, **hoofdelijk(20, 21)))
    assert twijfels(na) == {EIGEN_A1[0]: None, EIGEN_A1[2]: None}


def test_een_pad_dat_al_door_een_ander_is_vervangen_begint_niet_opnieuw() -> None:
    kandidaten = [{"code": c} for c in ("GEMEENSCHAPPELIJK_ORGAAN", "LICHTE_REGELING")]
    start = manager("StartVormtraject", traject="VT1", onderwerp="samenwerken", kandidaten=kandidaten)
    kies = [
        manager("KiesOrganiseervorm", traject="VT1", code=k["code"], motivering="past", publiek_belang="energie")
        for k in kandidaten
    ]
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, start, kies[0]).loop_pad("VT1", tot="A6").gegeven(kies[1])
    antwoorden = v.antwoorden(verhaal.stand, v_stap(verhaal, A0B))
    terug = {"uitkomst": "opnieuw_ontwerp", "motivering": "het ontwerp moet anders", "reacties": antwoorden}
    na = verhaal.als(herstel(A0B, secretariaat, **terug)).dan("BesluitHersteld")
    assert na.stand.trajecten["VT1"].ronde == 2


# While the doubt is open.


def in_twijfel() -> Verhaal:
    """A6 turned from verleend to not adopted; A1 of GS was decided, and A1 of the partners lie before them."""
    verhaal = regeling("A1").klaar(EIGEN_A1[0])
    verhaal = verhaal.gegeven(*(manager("LegVoor", stap=s) for s in EIGEN_A1[1:]))
    return verhaal.gegeven(herstel(A6, **hoofdelijk(20, 21)))


def test_zolang_er_twijfel_is_wordt_er_niets_voorgelegd_of_besloten_op_die_stap_of_erna() -> None:
    """Also when the step that turned is in order again."""
    verhaal = in_twijfel().gegeven(vastgelegd(A6, **met("verleend")))
    assert twijfels(verhaal) == dict.fromkeys(EIGEN_A1)
    besluit = manager("LegBesluitVast", stap=EIGEN_A1[1], uitkomst="conform")
    verhaal.alleen(besluit).geweigerd("op onjuiste grondslag", ontbreekt=f"BeoordeelGrondslag {EIGEN_A1[1]}")
    for stap in EIGEN_A1[1:]:
        verhaal = verhaal.gegeven(oordeel(jurist, stap, "blijft"), oordeel(griffier, stap, "blijft"))
    verhaal = verhaal.klaar(EIGEN_A1[1], "conform").klaar(EIGEN_A1[2], "conform")
    verhaal.alleen(manager("LegVoor", stap="VT1.A18")).geweigerd("op onjuiste grondslag", ontbreekt=EIGEN_A1[0])
    vrij = verhaal.gegeven(oordeel(jurist, EIGEN_A1[0], "blijft"), oordeel(griffier, EIGEN_A1[0], "blijft"))
    vrij.als(manager("LegVoor", stap="VT1.A18")).dan_ook("BesluitVoorgelegd")


def test_wat_op_de_twijfel_wacht_staat_bij_niemand_anders_op_de_lijst() -> None:
    verhaal = cooperatie("A17")
    assert [p.id for p in overzicht.wachtposten(verhaal.stand) if p.soort == "voorleggen"] == ["VT1.A17"]
    na = verhaal.als(herstel(A3, **met("bedenkingen")))
    assert [p.id for p in overzicht.wachtposten(na.stand) if p.soort in ("voorleggen", "besluit")] == []


def test_een_vorm_met_een_stap_in_twijfel_gaat_niet_in_werking() -> None:
    verhaal = cooperatie("").als(herstel(A3, **met("bedenkingen")))
    in_werking = manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)
    verhaal.alleen(in_werking).geweigerd("op onjuiste grondslag", ontbreekt=A0B)
    for stap in twijfels(verhaal):
        verhaal = verhaal.gegeven(oordeel(jurist, stap, "blijft"), oordeel(griffier, stap, "blijft"))
    verhaal.als(in_werking).dan("VormInWerking")


def test_de_wettelijke_termijn_van_een_stap_in_twijfel_loopt_door() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6)).als(herstel(A5, **met("geen_zienswijze")))
    assert A6 in twijfels(verhaal)
    later = verhaal
    for _ in range(14):
        later = later.later(weeks=1)
    assert later.stand.termijnen[f"{A6}/T02"].status == "verstreken"
    assert [f.termijn for f in later.feiten("HerinneringVerstuurd")].count(f"{A6}/T02") == 4


# Jurist and griffier decide together.


def test_jurist_en_griffier_moeten_het_eens_zijn_en_mogen_van_oordeel_veranderen() -> None:
    stap = EIGEN_A1[0]
    verhaal = in_twijfel().als(oordeel(jurist, stap, "opnieuw")).dan("GrondslagBeoordeeld")
    oneens = verhaal.als(oordeel(griffier, stap, "blijft")).dan("GrondslagBeoordeeld")
    assert oneens.stand.twijfels[stap].open
    eens = oneens.als(oordeel(jurist, stap, "blijft")).dan("GrondslagBeoordeeld", "GrondslagBeslist")
    assert eens.stand.twijfels[stap].beslist == "blijft"
    eens.alleen(oordeel(griffier, stap, "opnieuw")).geweigerd("stap", "hoeft niets")


@pytest.mark.parametrize("wat", ["blijft", "opnieuw"])
def test_een_mens_met_twee_functies_beslist_niet_alleen(wat: str) -> None:
    zelfde = griffier.met(subject="s-jurist")
    verhaal = in_twijfel().gegeven(oordeel(jurist, EIGEN_A1[0], "blijft"))
    verhaal.alleen(oordeel(zelfde, EIGEN_A1[0], wat)).geweigerd("vier ogen")
    verhaal.alleen(oordeel(griffier.met(subject="onbekend"), EIGEN_A1[0], wat)).geweigerd("vier ogen")


def test_alleen_jurist_en_griffier_oordelen_en_alleen_over_wat_in_twijfel_is() -> None:
    verhaal = in_twijfel()
    verhaal.alleen(oordeel(manager, EIGEN_A1[0], "blijft")).geweigerd("bevoegdheid")
    verhaal.alleen(oordeel(jurist.met(zekerheid="opgegeven"), EIGEN_A1[0], "blijft")).geweigerd("zekerheid")
    verhaal.alleen(oordeel(jurist, "VT1.A0", "blijft")).geweigerd("stap", "hoeft niets")
    verhaal.alleen(oordeel(jurist, "onzin", "blijft")).geweigerd("stap")


def beslis(verhaal: Verhaal, stap: str, wat: str) -> Verhaal:
    return verhaal.gegeven(oordeel(jurist, stap, wat)).als(oordeel(griffier, stap, wat))


def test_wat_blijft_blijft_zoals_het_is() -> None:
    verhaal = in_twijfel()
    na = beslis(verhaal, EIGEN_A1[0], "blijft").dan("GrondslagBeoordeeld", "GrondslagBeslist")
    assert na.stand.stappen == verhaal.stand.stappen
    assert na.stand.termijnen == verhaal.stand.termijnen


def test_wat_opnieuw_moet_gaat_weer_open_en_het_eerdere_besluit_blijft_op_papier() -> None:
    verhaal = in_twijfel()
    na = beslis(verhaal, EIGEN_A1[0], "opnieuw")
    stap = na.stand.stappen[EIGEN_A1[0]]
    assert (stap.status, stap.afloop, stap.klaar) == ("open", "open", False)
    assert [(b.uitkomst, b.vervallen_op) for b in stap.behandelingen] == [("conform", na.vandaag)]
    assert {k for k, t in na.stand.twijfels.items() if t.open} == set(EIGEN_A1[1:]), "each is judged by itself"
    na.alleen(manager("LegVoor", stap=stap.id)).geweigerd("volgorde", ontbreekt=A6)
    weer = na.gegeven(vastgelegd(A6, **met("verleend"))).klaar(stap.id)
    assert [b.uitkomst for b in weer.stand.stappen[stap.id].behandelingen] == ["conform", "conform"]
    assert weer.stand.stappen[stap.id].klaar


def test_lag_het_voor_dan_vervalt_de_termijn_en_begint_er_een_nieuwe_als_het_weer_wordt_voorgelegd() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6)).als(herstel(A5, **met("geen_zienswijze")))
    na = beslis(verhaal, A6, "opnieuw").dan("GrondslagBeoordeeld", "GrondslagBeslist", "TermijnVervallen")
    assert na.stand.stappen[A6].status == "open"
    na = beslis(na, A0B, "blijft").later(days=10).gegeven(manager("LegVoor", stap=A6))
    assert na.stand.termijnen[f"{A6}/T02"].begin == na.vandaag


def test_een_vastlegging_die_nog_wachtte_op_een_stap_die_opnieuw_moet_gaat_terug() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6)).alleen(vastgelegd(A6, **met("verleend")))
    verhaal = verhaal.gegeven(herstel(A5, **met("geen_zienswijze")))
    na = beslis(verhaal, A6, "opnieuw").dan_ook("GrondslagBeslist", "VastleggingAfgekeurd")
    assert not na.stand.vastleggingen


def test_een_herstel_van_een_besluit_dat_al_opnieuw_moet_zet_het_niet_terug() -> None:
    na = beslis(in_twijfel(), EIGEN_A1[0], "opnieuw")
    later = na.als(herstel(EIGEN_A1[0], secretariaat, uitkomst="afgewezen", motivering="nee")).dan("BesluitHersteld")
    assert later.stand.stappen[EIGEN_A1[0]].status == "open"
    assert later.stand.stappen[EIGEN_A1[0]].behandelingen[-1].uitkomst == "afgewezen"


def test_het_herstel_van_een_besluit_dat_opnieuw_is_voorgelegd_raakt_de_nieuwe_termijn_niet() -> None:
    verhaal = regeling("A1").als(herstel(A5, **met("geen_zienswijze")))
    for stap, wat in ((A0B, "blijft"), (A6, "opnieuw")):
        verhaal = beslis(verhaal, stap, wat)
    for raad in (v.DRONTEN, v.ZEEWOLDE):
        verhaal = beslis(verhaal, f"VT1.A6.{raad}", "blijft")
    verhaal = verhaal.gegeven(manager("LegVoor", stap=A6))
    na = verhaal.als(herstel(A6, **met("onthouden", motivering="strijd met de wet"))).dan("BesluitHersteld")
    assert na.stand.termijnen[f"{A6}/T02"] == verhaal.stand.termijnen[f"{A6}/T02"]
    assert na.stand.stappen[A6].status == "voorgelegd"


def test_een_bekendmaking_die_opnieuw_moet_geldt_niet_meer_als_bekend() -> None:
    verhaal = regeling("A2").gegeven(griffier("MaakBekend", stap="VT1.A7", waar="provinciaal blad"))
    verhaal = verhaal.als(herstel(A6, **hoofdelijk(20, 21)))
    assert verhaal.stand.stappen["VT1.A7"].bekendgemaakt_op
    stap = beslis(verhaal, "VT1.A7", "opnieuw").stand.stappen["VT1.A7"]
    assert (stap.status, stap.bekendgemaakt_op, stap.in_werking_op) == ("open", None, None)


def test_een_tweede_omslag_brengt_wat_al_was_beoordeeld_opnieuw_in_twijfel() -> None:
    verhaal = cooperatie("A8").als(herstel(A3, **met("bedenkingen")))
    verhaal = beslis(verhaal, A0B, "blijft")
    assert twijfels(verhaal) == {A0B: "blijft"}
    weer = verhaal.als(herstel(A3, **met("wensen")))
    assert weer.stand.twijfels[A0B].open
    assert weer.stand.twijfels[A0B].oordelen == {}


# A member erred, or should have stood aside: noted, and nothing more.


def test_een_vergissing_na_de_uitslag_is_een_aantekening_en_de_uitslag_blijft() -> None:
    verhaal = agenda(**hoofdelijk(21, 20))
    na = verhaal.als(griffier("MeldVergissing", stap="B1", fractie="VVD", melding="bedoelde tegen"))
    na.dan("VergissingGemeld")
    assert na.stand.stappen == verhaal.stand.stappen
    assert [(a.soort, a.fractie, a.tekst) for a in na.stand.aantekeningen] == [("vergissing", "VVD", "bedoelde tegen")]
    na.alleen(manager("MeldVergissing", stap="B1", fractie="VVD", melding="x")).geweigerd("bevoegdheid")
    na.alleen(griffier("MeldVergissing", stap="B1", fractie="Jansen", melding="x")).geweigerd("fractie", "Jansen")


def betrokken(stap: str = "B1", **velden: Any) -> Zet:
    basis = {"fractie": "VVD", "reden": "lid van de raad van toezicht", "beraadslaging": True, "stemming": True}
    return griffier("MeldBetrokkenheid", stap=stap, **{**basis, **velden})


@pytest.mark.parametrize(
    ("voor", "tegen", "aantal", "kantelt"),
    [(21, 20, 1, True), (33, 7, 1, False), (23, 18, 4, False), (23, 18, 5, True), (20, 21, 1, True)],
)
def test_betrokkenheid_achteraf_telt_niet_opnieuw_maar_zegt_of_het_had_kunnen_kantelen(
    voor: int, tegen: int, aantal: int, kantelt: bool
) -> None:
    verhaal = agenda(**hoofdelijk(voor, tegen, motivering="zo gestemd"))
    na = verhaal.als(betrokken(aantal=aantal)).dan("BetrokkenheidGemeld")
    assert na.het("BetrokkenheidGemeld").had_kunnen_kantelen is kantelt
    assert na.stand.stappen == verhaal.stand.stappen
    assert na.stand.aantekeningen[-1].had_kunnen_kantelen is kantelt
    zin = "had anders kunnen uitvallen" if kantelt else "had niet anders kunnen zijn"
    assert zin in vertel(na.laatste[0])


def test_zonder_stemming_kon_er_niets_kantelen() -> None:
    verhaal = agenda(stemming=ZONDER_STEM)
    verhaal.alleen(betrokken()).geweigerd("stemming", "niet gestemd")
    na = verhaal.als(betrokken(stemming=False)).dan("BetrokkenheidGemeld")
    assert na.het("BetrokkenheidGemeld").had_kunnen_kantelen is None
    assert "kunnen" not in vertel(na.laatste[0])


def test_wie_wel_debatteerde_maar_niet_stemde_telt_voor_de_geldigheid() -> None:
    """Not valid with 20 of 41; of 39 who may vote, 20 are more than the half (PW 29 lid 1)."""
    stil = {"stemming": False, "fractie": "50PLUS"}
    ruim = agenda(**hoofdelijk(33, 7)).als(betrokken(**stil)).dan("BetrokkenheidGemeld")
    assert ruim.het("BetrokkenheidGemeld").had_kunnen_kantelen is False
    stemming = {"wijze": "hoofdelijk", "voor": 15, "tegen": 5, "aanwezig": 22}
    krap = agenda(stemming=stemming)
    assert krap.stand.stappen["B1"].behandelingen[-1].uitkomst == "stemming_ongeldig"
    een, twee = (krap.als(betrokken(stemming=False, aantal=n)).het("BetrokkenheidGemeld") for n in (1, 2))
    assert (een.had_kunnen_kantelen, twee.had_kunnen_kantelen) == (False, True)
    agenda(**hoofdelijk(33, 7)).alleen(betrokken(aantal=2, **stil)).geweigerd("aantal", "1 leden afwezig")


def test_de_stemming_wordt_bezien_met_de_bezetting_waarmee_zij_is_geteld() -> None:
    zaal = {"orgaan": "PS", "vanaf": "2025-01-01", "leden": 41, "bron": "geloofsbrieven"}
    zaal["fracties"] = [{"naam": "Oost", "zetels": 21}, {"naam": "West", "zetels": 20}]
    stem = {"wijze": "hoofdelijk", "per_fractie": {"Oost": [21, 0, 0, 0], "West": [0, 20, 0, 0]}}
    verhaal = agenda(stemming=stem, bezetting=zaal)
    stap = verhaal.stand.stappen["B1"]
    bewaard = stap.behandelingen[-1].met(bezetting=verhaal.het("BesluitGenomen").bezetting)
    stand = verhaal.stand.met(stappen={**verhaal.stand.stappen, "B1": stap.met(behandelingen=(bewaard,))})
    na = replace(verhaal, stand=stand).als(betrokken(fractie="Oost")).dan("BetrokkenheidGemeld")
    assert na.het("BetrokkenheidGemeld").had_kunnen_kantelen


def test_wie_aan_niets_meedeed_heeft_zich_onthouden_en_wat_niet_is_behandeld_kent_geen_aantekening() -> None:
    agenda().alleen(betrokken(beraadslaging=False, stemming=False)).geweigerd("PW 28")
    agenda().alleen(betrokken(aantal=41)).geweigerd("stemming.aantal")
    open_ = v.gegeven(*v.BEGONNEN, *AGENDA)
    open_.alleen(betrokken()).geweigerd("stap", "nog niets besloten")
    open_.alleen(griffier("MeldVergissing", stap="B1", fractie="VVD", melding="x")).geweigerd("stap")


# What people see of it.


def berichten(verhaal: Verhaal) -> list[Bericht]:
    return [g for f in verhaal.laatste for g in gevolgen(f) if isinstance(g, Bericht)]


def test_wie_moet_beslissen_hoort_het_en_post_over_de_stappen_wacht() -> None:
    na = regeling("A1").klaar(EIGEN_A1[0]).als(herstel(A6, **hoofdelijk(20, 21)))
    eerst, bekend, *_ = (g for g in gevolgen(na.laatste[0]) if not isinstance(g, Bericht))
    assert eerst == Posthouding(betreft=(EIGEN_A1[0],), doe="aanhouden")
    assert isinstance(bekend, Bekendmaken)
    assert bekend.titel.startswith("Rectificatie: ")
    taak, nieuws = berichten(na)
    assert (taak.aan, taak.betreft) == (("jurist", "griffier"), None)
    assert EIGEN_A1[0] in taak.vraag
    assert nieuws.aan == ("betrokkenen",)
    wacht = {(p.id, p.op_wie) for p in overzicht.wachtposten(na.stand) if p.soort == "grondslag"}
    assert wacht == {(EIGEN_A1[0], "jurist"), (EIGEN_A1[0], "griffier")}


@pytest.mark.parametrize(("wat", "doe"), [("blijft", "vrijgeven"), ("opnieuw", "laten_vervallen")])
def test_na_de_beslissing_gaat_de_post_uit_of_niet_en_wacht_er_niets_meer(wat: str, doe: str) -> None:
    een = in_twijfel().gegeven(oordeel(jurist, EIGEN_A1[0], wat))
    wacht = [p.op_wie for p in overzicht.wachtposten(een.stand) if p.id == EIGEN_A1[0]]
    assert wacht == ["griffier"]
    assert berichten(een)[0].aan == ("griffier",)
    beslist = een.als(oordeel(griffier, EIGEN_A1[0], wat))
    houding = [g for f in beslist.laatste for g in gevolgen(f) if isinstance(g, Posthouding)]
    assert houding == [Posthouding(betreft=(EIGEN_A1[0],), doe=doe)]
    assert not [p for p in overzicht.wachtposten(beslist.stand) if (p.id, p.soort) == (EIGEN_A1[0], "grondslag")]


def test_kan_laat_jurist_en_griffier_zien_wat_zij_moeten_beoordelen_en_anderen_niet() -> None:
    verhaal = in_twijfel()
    for wie, ziet in ((jurist, True), (griffier, True), (manager, False)):
        kan = [m for m in mogelijkheden(verhaal.stand, wie.door, verhaal.nu) if m.opdracht == "BeoordeelGrondslag"]
        assert bool(kan) is ziet
        assert all(m.kan and m.formulier["oordeel"] == "<blijft|opnieuw>" for m in kan)


def test_berichten_over_een_stap_of_haar_termijn_noemen_die_stap() -> None:
    verhaal = regeling("A6").gegeven(manager("LegVoor", stap=A6))
    assert {b.betreft for b in berichten(verhaal)} == {A6}
    aan = verhaal.als(vastgelegd(A6, uitkomst="aangehouden"))
    assert {b.betreft for b in berichten(aan)} == {A6}
    herinnerd = verhaal.later(days=64)
    assert A6 in {b.betreft for b in berichten(herinnerd) if b.onderwerp.startswith("Herinnering, uiterlijk")}
    verstreken = verhaal.later(weeks=14)
    assert A6 in {b.betreft for b in berichten(verstreken) if b.onderwerp.startswith("Termijn verstreken")}
    verzoek = v.gegeven(*v.BEGONNEN).als(manager("VraagPartner", aan=[v.DRONTEN], vraag="wat vindt u?"))
    assert {b.betreft for b in berichten(verzoek)} == {"V1"}


def test_elk_woord_van_herstel_leest_als_gewoon_nederlands() -> None:
    verhaal = beslis(in_twijfel(), EIGEN_A1[0], "opnieuw")
    verhaal = verhaal.gegeven(griffier("MeldVergissing", stap=A6, fractie="VVD", melding="bedoelde voor."))
    verhaal = verhaal.gegeven(betrokken(A6))
    soorten = ("BesluitHersteld", "GrondslagBeoordeeld", "GrondslagBeslist", "VergissingGemeld", "BetrokkenheidGemeld")
    zinnen = {f.inhoud.soort: vertel(f) for f in verhaal.alles if f.inhoud.soort in soorten}
    assert set(zinnen) == set(soorten)
    for zin in zinnen.values():
        assert "None" not in zin
        assert ".." not in zin
        assert "_" not in zin


def test_op_een_geheime_stap_gaat_ook_bij_herstel_en_aantekening_geen_tekst_mee() -> None:
    """Only the neutral title, which everybody may read already."""
    geheim = griffier(
        "LegGeheimhoudingOp", stap="B1", orgaan="PS", grond="Woo 5.1 lid 2 f", neutrale_titel="zaak 7", referentie="D-7"
    )
    verhaal = agenda().gegeven(geheim)
    verhaal.alleen(herstel("B1", **hoofdelijk(30, 10))).geweigerd("PW 84, 86")
    verhaal.alleen(betrokken()).geweigerd("PW 84, 86")
    verhaal.alleen(griffier("MeldVergissing", stap="B1", fractie="VVD", melding="x")).geweigerd("PW 84, 86")
    zet = herstel("B1", **hoofdelijk(30, 10))
    verhaal.als(Zet(zet.door, {**zet.inhoud, "reden": "zaak 7"})).dan("BesluitHersteld")
    verhaal.als(betrokken(reden="zaak 7")).dan("BetrokkenheidGemeld")


def test_een_herstel_in_een_eerdere_ronde_houdt_ook_de_ronde_op_die_daarop_verdergaat() -> None:
    """The path was sent back to A0; the toets before it was not done again and still carries what comes now."""
    verhaal = v.gekozen("STICHTING").loop_pad("VT1", tot="A0b").gegeven(manager("LegVoor", stap=A0B))
    verhaal = verhaal.gegeven(secretariaat("LegBesluitVast", stap=A0B, uitkomst="opnieuw_ontwerp", motivering="x"))
    verhaal = verhaal.loop_pad("VT1", tot="A0b")
    om = verhaal.als(herstel("VT1.A13", jurist, uitkomst="niet_akkoord", motivering="staatssteun"))
    assert om.het("BesluitHersteld").gevolgd == ("VT1.A0", "VT1.A3", "VT1.r2.A0", "VT1.r2.A3")
    for stap in om.het("BesluitHersteld").gevolgd:
        om = beslis(om, stap, "blijft")
    om.als(manager("LegVoor", stap="VT1.r2.A0b")).geweigerd("volgorde", "niet meer geldt", "VT1.A13")
    weer = om.gegeven(jurist("LegBesluitVast", stap="VT1.A13", uitkomst="akkoord_met_melding"))
    weer.als(manager("LegVoor", stap="VT1.r2.A0b")).dan("BesluitVoorgelegd")


def test_slaat_een_los_besluit_om_waarop_verder_is_gegaan_dan_is_dat_zelf_in_twijfel() -> None:
    """What followed from it stays; no next phase and no end before jurist and griffier judged it."""
    verhaal = v.in_f6("opschalen")
    anders = {"stap": "B2", "uitkomst": "conform", "resultaat": "stoppen"}
    herstel = v.secretariaat("HerstelVastlegging", besluit=anders, besluitenlijst=LIJST, reden="verkeerd overgenomen")
    na = verhaal.als(herstel).dan_ook("BesluitHersteld")
    assert na.het("BesluitHersteld").gevolgd == ("B2",)
    dicht = v.manager("SluitAf", uitkomst="opschalen", reden="klaar")
    na.als(dicht).geweigerd("op onjuiste grondslag", ontbreekt="B2")
    oordeel = {"stap": "B2", "oordeel": "blijft", "motivering": "GS bevestigden opschalen later"}
    klaar = na.gegeven(v.jurist("BeoordeelGrondslag", **oordeel), v.griffier("BeoordeelGrondslag", **oordeel))
    klaar.alles_nagekomen().als(dicht).dan_ook("OpgaveAfgesloten")


def test_met_een_stap_in_twijfel_start_geen_pilot_en_wijzigt_geen_vorm() -> None:
    verhaal = v.in_f4("COOPERATIE")
    weg = {"stap": "VT1.A3", "stemming": {"wijze": "hoofdelijk", "voor": 10, "tegen": 31}, "motivering": "te duur"}
    na = verhaal.gegeven(
        v.griffier("HerstelVastlegging", besluit=weg, besluitenlijst=LIJST, reden="tellijst omgedraaid")
    )
    na.als(v.manager("StartPilot", pilot="P1")).geweigerd("op onjuiste grondslag")
    na.als(v.manager("WijzigVorm", traject="VT1", reden="x")).geweigerd("op onjuiste grondslag")
    verhaal.als(v.manager("StartPilot", pilot="P1")).dan_ook("PilotGestart")
