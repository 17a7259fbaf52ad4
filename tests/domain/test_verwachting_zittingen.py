"""The forecast never says what can't be: bodies decide when they meet, people act on working days, each as themselves."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from test_verwachting import rij, van
from verhaal import BEGONNEN, DRONTEN, Verhaal, gegeven, griffier, in_f2, in_f3, in_f6, manager

from domain.orgaan import Orgaankalender, Reces
from domain.vergaderkalender import in_reces
from domain.verwachting import vergaderen
from domain.verwachting.model import Rij, Verwachting, Vraag
from domain.verwachting.taak import REDEN, zet
from domain.verwachting.verwacht import verwacht
from domain.verwachting.werkdagen import is_werkdag
from starter.organen import lees

VOORBEELD = {
    gegeven_.orgaan: gegeven_
    for gegeven_ in lees(Path(__file__).parents[2] / "examples" / "organen-flevoland.yaml")
    if isinstance(gegeven_, Orgaankalender)
}
WEEKDAG = {"GS": 1, "PS": 2, "statencommissie": 2}
VORMEN = ("CONVENANT", "OPENBAAR_LICHAAM", "STICHTING")


def dagen(beeld: Verwachting) -> list[tuple[Rij, date]]:
    return [(r, dag) for r in beeld.rijen for dag in (r.vroegst, r.waarschijnlijk)]


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("kalenders", [VOORBEELD, {}], ids=["met", "zonder"])
def test_een_orgaan_besluit_alleen_op_een_dag_waarop_het_zit(vorm: str, kalenders: dict[str, Orgaankalender]) -> None:
    """Steps and halts, within the calendar and beyond it; never in a reces that is known, and GS on Tuesday."""
    vraag = Vraag(vandaag=date(2026, 11, 22), kalenders=kalenders, vorm=vorm)
    beeld = verwacht(gegeven(*BEGONNEN).stand, vraag)
    zittingen = [(r, dag) for r, dag in dagen(beeld) if r.wie in WEEKDAG]
    assert {r.wie for r, _ in zittingen} == set(WEEKDAG)
    for r, dag in zittingen:
        kalender = vraag.kalender(r.wie)
        assert dag.weekday() == WEEKDAG[r.wie], (r.sleutel, dag)
        assert kalender is None or not in_reces(kalender, dag), (r.sleutel, dag)
        assert kalender is None or dag > kalender.bekend_tot or dag in kalender.vergaderingen


def test_na_de_kalender_geldt_de_eigen_weekdag_en_het_reces_dat_al_bekend_is() -> None:
    """A body that meets on Thursdays, with a reces that goes on after the last day of its calendar."""
    gs = Orgaankalender(
        orgaan="GS",
        vergaderingen=tuple(date(2025, 3, 6) + timedelta(weeks=nr) for nr in range(8)),
        reces=(Reces(naam="meireces", van=date(2025, 4, 26), tot=date(2025, 5, 11)),),
        bekend_tot=date(2025, 4, 30),
        bron="schema",
    )
    zitting = vergaderen.eerste(gs, "GS", date.min, date(2025, 5, 1))
    assert zitting == (date(2025, 5, 15), False)
    assert vergaderen.eerste(None, "GS", date.min, date(2025, 5, 1)) == (date(2025, 5, 6), False)


def test_een_commissie_is_wat_er_aan_commissies_bekend_is() -> None:
    """The first of all of them; its own calendar goes before, and partners and other bodies are no commissie."""
    samen = vergaderen.commissies(VOORBEELD)
    assert samen is not None
    assert {date(2026, 1, 7), date(2026, 1, 14)} <= set(samen.vergaderingen)
    assert not any(in_reces(VOORBEELD["RND"], dag) for dag in samen.vergaderingen)
    eigen = VOORBEELD["RND"].met(orgaan="statencommissie")
    assert vergaderen.commissies({**VOORBEELD, "statencommissie": eigen}) is eigen
    assert vergaderen.commissies(dict.fromkeys(("PS", "GS", DRONTEN), VOORBEELD["PS"])) is None


def test_een_halte_is_van_wie_daar_iets_doet() -> None:
    wie = {r.sleutel.rpartition(":")[2]: r.wie for r in van(in_f2()).rijen if r.sleutel.startswith("stap:kader.1:")}
    assert (wie["concept"], wie["portefeuillehouder"], wie["gs"]) == ("steller", "portefeuillehouder", "GS")
    assert wie["commissie"] == "statencommissie"


def test_na_een_overgeslagen_halte_gaat_het_verder_bij_de_volgende() -> None:
    """The commissie was reported before the proposal was scheduled: nobody goes back, and PS still decide."""
    verhaal = in_f2().gegeven(manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"))
    commissie = griffier("MeldHalte", stap="B1", halte="commissie", uitkomst="bespreekstuk")
    for overgeslagen in (
        verhaal.gegeven(commissie),
        verhaal.gegeven(commissie, manager("LegVoor", stap="B1")),
    ):
        beeld = van(overgeslagen)
        assert "stap:kader.1" in {r.sleutel for r in beeld.rijen}
        assert not [r for r in beeld.rijen if r.sleutel.startswith("stap:kader.1:")]
        assert beeld.af, beeld.waarschuwingen


def test_een_orgaan_besluit_na_de_dag_van_de_commissie() -> None:
    kader = {r.sleutel: r.waarschijnlijk for r in van(in_f2()).rijen if r.sleutel.startswith("stap:kader.1")}
    assert kader["stap:kader.1:commissie"] < kader["stap:kader.1"]


def test_elke_functie_is_een_ander_mens() -> None:
    """Who judged as jurist may not judge again as griffier, also in a forecast."""
    jurist, griffier_ = (zet(functie, "BeoordeelGrondslag").door.subject for functie in ("jurist", "griffier"))
    assert jurist != griffier_


@pytest.mark.parametrize("verhaal", [gegeven(*BEGONNEN), in_f3(), in_f6()], ids=["F1", "F3", "F6"])
def test_niemand_doet_iets_in_een_weekend_of_op_een_feestdag(verhaal: Verhaal) -> None:
    """Asked on each day of a week, also long after things were due."""
    for nr in range(7):
        beeld = verwacht(verhaal.stand, Vraag(vandaag=verhaal.vandaag + timedelta(days=60 + nr)))
        assert [(r.sleutel, dag) for r, dag in dagen(beeld) if not is_werkdag(dag)] == []


def test_een_pauze_tot_een_zaterdag_houdt_op_als_iemand_hervat() -> None:
    """On the Monday after it, and the forecast says that it does not go by itself."""
    beeld = van(in_f3().gegeven(manager("Pauzeer", reden="eerst de verkiezing", tot=date(2027, 3, 20))))
    assert rij(beeld, "hervatting").waarschijnlijk == date(2027, 3, 22)
    assert any("gaat niet vanzelf; gerekend met maandag 22 maart 2027" in a for a in beeld.aannames)


def test_wat_nog_niemand_schreef_heet_ook_zo() -> None:
    """No row with a word that only stands in for a text; and without partners that is said."""
    beeld = van(gegeven(*BEGONNEN))
    assert not [r.wat for r in beeld.rijen if REDEN in r.wat]
    assert [r.wat for r in beeld.rijen if r.soort == "les"][-1] == "les vastgesteld: een les die nog komt"
    assert not any("geen partner" in w for w in beeld.waarschuwingen)
    assert any("Er doet nog geen partner mee" in w for w in van(gegeven(BEGONNEN[0])).waarschuwingen)
