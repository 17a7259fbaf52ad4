"""What a body finds on its agenda: which day it is for, in which order, and what the chair must know."""

from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import Verhaal, Zet, griffier, manager

from domain.beeld import agenda
from domain.beeld.agendapunt import Agendapunt
from domain.orgaan import Orgaankalender, Reces

DAG = date(2025, 6, 11)
ZETELS = {"BBB": 10, "VVD": 4, "PVV": 3, "PvdA": 3, "GL": 3, "CU": 2, "D66": 2, "CDA": 2, "JA21": 2, "PvdD": 2}
ZETELS |= {"FvD": 2, "SP": 2, "SGP": 2, "SLF": 1, "50PLUS": 1}
STAKING = {
    "wijze": "handopsteken_per_fractie",
    "per_fractie": {
        naam: [0, 0, 1, 0]
        if naam == "50PLUS"
        else [z, 0, 0, 0]
        if naam in ("BBB", "VVD", "PVV", "PvdA")
        else [0, z, 0, 0]
        for naam, z in ZETELS.items()
    },
}
"""20 voor, 20 tegen, one absent."""


def kalender(*dagen: date, tot: date = date(2025, 12, 31), reces: tuple[Reces, ...] = ()) -> Orgaankalender:
    return Orgaankalender(orgaan="PS", vergaderingen=dagen, bekend_tot=tot, reces=reces, bron="schema")


def kader(onderwerp: str = "kaders", op: date | None = DAG) -> tuple[Zet, ...]:
    """A proposal before PS for a meeting."""
    wanneer = {} if op is None else {"vergadering_op": op}
    return (
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp=onderwerp),
        manager("LegVoor", stap="B1", **wanneer),
    )


def voor(*zetten: Zet) -> Verhaal:
    return v.gegeven(*v.BEGONNEN, *(zetten or kader()))


def punt(verhaal: Verhaal, dag: date = DAG, wanneer: Orgaankalender | None = None) -> Agendapunt:
    """The only point for PS of this opgave in a meeting."""
    (enig,) = agenda.punten(verhaal.stand, "PS", dag, wanneer)
    return enig


def niets(verhaal: Verhaal, dag: date = DAG) -> bool:
    return agenda.punten(verhaal.stand, "PS", dag, None) == ()


def besluit(**velden: Any) -> Zet:
    return griffier("LegBesluitVast", stap="B1", **velden)


def test_een_voorstel_staat_op_de_agenda_van_zijn_vergadering_en_daarna_onder_de_rest() -> None:
    """Not before that day; afterwards it still lies there, for no day."""
    verhaal = voor()
    assert niets(verhaal, DAG - timedelta(days=1))
    op_de_dag, later = punt(verhaal), punt(verhaal, DAG + timedelta(days=7))
    assert op_de_dag.op == DAG
    assert later.op == DAG  # of an earlier day, so not of that later one


def test_zonder_datum_ligt_het_er_ook() -> None:
    gevonden = punt(voor(*kader(op=None)))
    assert gevonden.op is None
    assert niets(voor(*kader(op=None)), v.EERSTE_DAG - timedelta(days=1))


def test_een_ander_orgaan_ziet_het_niet() -> None:
    assert agenda.punten(voor().stand, "GS", DAG, None) == ()


def test_aangehouden_staat_op_de_dag_waarop_het_terugkomt() -> None:
    terug = DAG + timedelta(days=14)
    verhaal = voor().later(DAG).gegeven(besluit(uitkomst="aangehouden", tot=terug, motivering="meer tijd"))
    assert niets(verhaal)
    opnieuw = punt(verhaal, terug)
    assert (opnieuw.op, opnieuw.eerder) == (terug, "aangehouden op woensdag 11 juni 2025")


def test_na_staking_staat_het_bovenaan_in_de_volgende_vergadering() -> None:
    """Above the bespreekstukken of that day, below the hamerstukken."""
    verhaal = voor().later(DAG).gegeven(besluit(stemming=STAKING, resultaat="kader"))
    assert niets(verhaal)
    volgende = DAG + timedelta(days=14)
    nog = punt(verhaal, volgende)
    assert (nog.op, nog.groep) == (volgende, "herstemming")
    andere = [nog.met(opgave=naam, groep=groep) for naam, groep in (("A", "bespreekstuk"), ("Z", "hamerstuk"))]
    assert [p.groep for p in agenda.orden([*andere, nog])] == ["hamerstuk", "herstemming", "bespreekstuk"]
    tweede = verhaal.later(volgende).gegeven(besluit(stemming=STAKING, resultaat="kader", motivering="gestaakt"))
    assert [a.uitkomst for a in agenda.afgedaan(tweede.stand, "PS", volgende)] == ["niet_aangenomen_staking"]
    assert niets(tweede, volgende + timedelta(days=1))


def test_een_herstemming_na_aanhouden_is_niet_voor_de_oude_dag() -> None:
    """The day until which it was held over has gone by when the vote was tied on it."""
    terug = DAG + timedelta(days=7)
    verhaal = voor().later(DAG).gegeven(besluit(uitkomst="aangehouden", tot=terug, motivering="meer tijd"))
    gestaakt = verhaal.later(terug).gegeven(besluit(stemming=STAKING, resultaat="kader"))
    nog = punt(gestaakt, terug + timedelta(days=7))
    assert nog.op == terug + timedelta(days=7)


def test_wat_terugverwezen_is_ligt_er_zonder_datum() -> None:
    verhaal = voor().later(DAG).gegeven(besluit(uitkomst="terugverwezen"))
    nog = punt(verhaal, DAG + timedelta(days=7))
    assert (nog.op, nog.eerder.split()[0]) == (None, "terugverwezen")


@pytest.mark.parametrize(("uitkomst", "groep"), [("hamerstuk", "hamerstuk"), ("bespreekstuk", "bespreekstuk")])
def test_de_commissie_bepaalt_of_het_een_hamerstuk_is(uitkomst: str, groep: str) -> None:
    halte = griffier("MeldHalte", stap="B1", halte="commissie", uitkomst=uitkomst)
    gevonden = punt(voor(*kader(), halte))
    assert gevonden.groep == groep


def test_bij_gs_zijn_er_geen_hamerstukken() -> None:
    zetten = (
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x"),
        manager("LegVoor", stap="B1", vergadering_op=DAG),
    )
    assert [p.groep for p in agenda.punten(voor(*zetten).stand, "GS", DAG, None)] == ["punt"]


def test_wat_is_vastgelegd_en_wacht_staat_erbij() -> None:
    """Also when it was dealt with on another day than it was put forward for."""
    eerder = DAG - timedelta(days=7)
    verhaal = voor().later(eerder).alleen(besluit(stemming={"wijze": "zonder_stemming"}, resultaat="kader"))
    gevonden = punt(verhaal, eerder)
    assert gevonden.op == eerder
    assert gevonden.vastgelegd is not None
    assert (gevonden.vastgelegd.id, gevonden.vastgelegd.uitkomst) == ("B1.v1", "aangenomen")
    assert agenda.afgedaan(verhaal.stand, "PS", eerder) == ()


MEI = date(2025, 5, 14)


def voor_a6() -> tuple[Verhaal, date]:
    """A toestemming before PS with its statutory term of thirteen weeks, and the last day of that."""
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6")
    verhaal = verhaal.gegeven(manager("LegVoor", stap="VT1.A6.PS", vergadering_op=MEI))
    einde = next(t.einde for t in verhaal.stand.termijnen.values() if t.betreft == "VT1.A6.PS" and t.loopt)
    return verhaal, einde


def let_op(wanneer: Orgaankalender | None, dag: date = MEI) -> str:
    verhaal, _ = voor_a6()
    gevonden = punt(verhaal, dag, wanneer)
    return " ".join(gevonden.let_op)


def test_de_laatste_vergadering_voor_het_einde_van_de_termijn_krijgt_een_waarschuwing() -> None:
    verhaal, einde = voor_a6()
    gevonden = punt(verhaal, MEI)
    assert (gevonden.termijn, gevonden.instrument) == (einde, "toestemming")
    net_op_tijd, te_laat = einde - timedelta(days=1), einde
    assert "laatste vergadering voor het einde" not in let_op(kalender(MEI, net_op_tijd))
    # On the last day itself the decision can't be made known in time any more.
    assert "Dit is de laatste vergadering voor het einde" in let_op(kalender(MEI, te_laat))
    assert "laatste vergadering die bekend is" in let_op(kalender(MEI, tot=MEI))
    assert "is niet bekend: er is geen vergaderkalender" in let_op(None)


def test_een_latere_vergadering_in_het_reces_telt_niet() -> None:
    _, einde = voor_a6()
    reces = Reces(naam="meireces", van=MEI + timedelta(days=1), tot=einde)
    assert "Dit is de laatste vergadering" in let_op(kalender(MEI, einde - timedelta(days=2), reces=(reces,)))


def test_op_en_na_de_laatste_dag_staat_dat_er() -> None:
    _, einde = voor_a6()
    assert "Dit is de laatste dag van de wettelijke termijn." in let_op(kalender(MEI), einde)
    assert "De wettelijke termijn is al voorbij." in let_op(kalender(MEI), einde + timedelta(days=1))


def test_controversieel_en_een_verplichte_halte_die_mist_staan_erbij() -> None:
    zetten = (
        manager("OpenBesluit", code="initiatiefvoorstel", orgaan="PS", onderwerp="x", indieners=["SP"]),
        manager("LegVoor", stap="B1", vergadering_op=DAG),
        griffier("VerklaarControversieel", stap="B1", reden="verkiezingen"),
    )
    gevonden = punt(voor(*zetten))
    assert any(zin.startswith("Controversieel: ") and "verkiezingen" in zin for zin in gevonden.let_op)
    assert "Nog niet vastgelegd: GS konden wensen en bedenkingen geven (PW 143a lid 4)." in gevonden.let_op


AANGEHOUDEN = {"nr": "A1", "titel": "hoger bedrag", "indieners": ["SP"], "uitkomst": "aangehouden"}
MOTIE = {"nr": "M1", "titel": "meld dit elk jaar", "soort": "motie", "stemming": {"wijze": "zonder_stemming"}}


def test_een_aangehouden_amendement_komt_bij_de_volgende_behandeling_terug() -> None:
    verhaal = voor().later(DAG).gegeven(besluit(amendementen=[AANGEHOUDEN], tot=DAG + timedelta(days=7)))
    nog = punt(verhaal, DAG + timedelta(days=7))
    assert [(o.nr, o.titel) for o in nog.open] == [("A1", "hoger bedrag")]


def test_onder_geheimhouding_is_alleen_de_neutrale_titel_te_lezen() -> None:
    """Not the subject, nor what was tabled before, promised, or given as a reason."""
    geheim = griffier(
        "LegGeheimhoudingOp",
        stap="B1",
        orgaan="PS",
        grond="Woo 5.1 lid 2 f",
        neutrale_titel="vertrouwelijk stuk",
        referentie="R-1",
    )
    toezegging = {"tekst": "de havengeld komt terug", "wie": "GS"}
    verhaal = (
        voor(*kader("havengeld"))
        .later(DAG)
        .gegeven(
            besluit(
                amendementen=[{**AANGEHOUDEN, "titel": "havengeld omlaag"}],
                tot=DAG + timedelta(days=7),
                toezeggingen=[toezegging],
            ),
            griffier("VerklaarControversieel", stap="B1", reden="havengeld"),
            geheim,
        )
    )
    gevonden = punt(verhaal, DAG + timedelta(days=7))
    beloofd = agenda.beloften(verhaal.stand, "PS")
    assert (gevonden.geheim, gevonden.onderwerp) == (True, "vertrouwelijk stuk")
    assert [o.nr for o in gevonden.open] == ["A1"]
    assert [b.tekst for b in beloofd] == ["vertrouwelijk stuk"]
    alles = [gevonden, *beloofd, *agenda.afgedaan(verhaal.stand, "PS", DAG)]
    assert "havengeld" not in " ".join(deel.model_dump_json() for deel in alles)


def test_open_moties_en_toezeggingen_zijn_van_wie_ze_kregen_en_van_wie_ze_uitvoert() -> None:
    toezegging = {"tekst": "GS komen terug", "wie": "GS", "uiterlijk": "2025-12-01"}
    gewoon = {"stemming": {"wijze": "zonder_stemming"}, "resultaat": "kader"}
    verhaal = voor().later(DAG).gegeven(besluit(**gewoon, amendementen=[MOTIE], toezeggingen=[toezegging]))
    verhaal = verhaal.gegeven(manager("MaakAfspraak", tekst="los", wie="opgavemanager"))
    for orgaan in ("PS", "GS"):
        assert [b.bron for b in agenda.beloften(verhaal.stand, orgaan)] == ["motie", "toezegging"]
    assert agenda.beloften(verhaal.stand, "statencommissie") == ()
    motie, belofte = (b.id for b in agenda.beloften(verhaal.stand, "PS"))
    klaar = verhaal.gegeven(manager("RondAfspraakAf", afspraak=belofte, resultaat="brief gestuurd"))
    assert [b.id for b in agenda.beloften(klaar.stand, "PS")] == [motie]
    assert agenda.beloften(klaar.gegeven(manager("TrekIn", reden="x")).stand, "PS") == ()


ZOMER = Reces(naam="zomerreces", van=date(2025, 7, 5), tot=date(2025, 8, 31))


@pytest.mark.parametrize(
    ("wanneer", "dag", "zin"),
    [
        (None, DAG, "geen vergaderkalender bekend: reces onbekend"),
        (kalender(DAG), DAG, ""),
        (kalender(DAG, DAG + timedelta(days=7)), DAG + timedelta(days=1), "De eerstvolgende is woensdag 18 juni 2025."),
        (kalender(DAG), DAG + timedelta(days=1), "kent op deze dag geen vergadering van PS."),
        (kalender(DAG, tot=DAG), DAG + timedelta(days=1), "bekend tot en met woensdag 11 juni 2025: reces onbekend"),
        (kalender(date(2025, 7, 9), reces=(ZOMER,)), date(2025, 7, 9), "is het reces: zomerreces, van zaterdag 5 juli"),
    ],
)
def test_wat_de_kalender_van_de_vergadering_weet(wanneer: Orgaankalender | None, dag: date, zin: str) -> None:
    gezegd = agenda.zitting(wanneer, "PS", dag)
    assert zin in gezegd
    assert bool(gezegd) == bool(zin)
