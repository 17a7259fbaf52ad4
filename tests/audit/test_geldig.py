"""As it truly was: late reports and corrections count on their day, and what can't be placed is named, never forced."""

from datetime import date, timedelta

import pytest
from boeken import Leven, agenda, boek, herstel, hoofdelijk, v

from audit.tijd.geldig import Verloop, leg, verloop, zoals_het_was
from audit.tijd.geldigdag import EIGEN, VERBETERT, WIJZEN, geldige_dagen
from audit.tijd.moment import MomentFout, op_dag
from audit.tijd.stand import zoals_bekend
from domain.feit import FEITEN
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.taal.rechtsgang import RechtswegeMogelijk, RechtswegeVastgesteld
from domain.taal.vormen import VormInWerking

DAG = timedelta(days=1)
WEEK = timedelta(days=7)


def _verloop(verhaal: v.Verhaal) -> Verloop:
    return verloop(boek(verhaal.stand.begin, verhaal.alles))


def _kaal(stand: Stand) -> Stand:
    """A state without what only says which facts are in it."""
    return stand.met(seq=0, kop="", laatste_op=None, bewijzen={})


def test_van_elk_soort_feit_staat_vast_op_welke_dag_het_geldt() -> None:
    """A new kind of fact has no day until someone chooses one, also when that is simply its own."""
    assert set(WIJZEN) == set(FEITEN)
    assert len(EIGEN) == len(set(EIGEN))
    assert {soort for soort, wijze in WIJZEN.items() if wijze == "eigen dag"} == set(EIGEN)
    assert set(VERBETERT) <= set(FEITEN) - set(EIGEN)


def test_een_laat_vastgelegd_antwoord_telt_op_zijn_eigen_dag() -> None:
    leven = v.gegeven(*v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?", termijn="10wd"))
    gegeven_op = v.EERSTE_DAG + 3 * DAG
    leven = leven.later(v.EERSTE_DAG + 8 * DAG).gegeven(
        v.manager("LegAntwoordVast", op=gegeven_op, verzoek="V1", antwoord="Ja", kanaal="telefoon")
    )
    verloop_ = _verloop(leven)
    assert leg(verloop_, gegeven_op - DAG).stand.verzoeken["V1"].status == "open"
    waar = leg(verloop_, gegeven_op)
    assert waar.stand.verzoeken["V1"].status == "beantwoord"
    assert {f.inhoud.soort for f in waar.later_bekend} == {"VerzoekBeantwoord", "TermijnGehaald"}
    bekend = zoals_bekend(
        boek(leven.stand.begin, leven.alles), op_dag(boek(leven.stand.begin, leven.alles), gegeven_op)
    )
    assert bekend.verzoeken["V1"].status == "open"


def test_een_verbeterd_antwoord_telt_op_de_dag_van_het_eerste() -> None:
    leven = v.gegeven(*v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?", termijn="20wd"))
    dronten = v.partner(v.DRONTEN)
    leven = leven.gegeven(dronten("BeantwoordVerzoek", verzoek="V1", oordeel="akkoord", antwoord="Ja"))
    leven = leven.later(v.EERSTE_DAG + WEEK).gegeven(
        dronten("VerbeterAntwoord", verzoek="V1", oordeel="niet_akkoord", antwoord="Toch niet")
    )
    assert leg(_verloop(leven), v.EERSTE_DAG).stand.verzoeken["V1"].oordeel == "niet_akkoord"
    assert geldige_dagen(leven.alles)[len(leven.alles)] == v.EERSTE_DAG


def test_een_hersteld_besluit_was_al_zo_op_de_dag_van_het_besluit() -> None:
    """The wrong record never counts, what was noted at it comes along, and the correction of its day moves both."""
    leven = agenda(**hoofdelijk(33, 7)).later(v.EERSTE_DAG + WEEK)
    leven = leven.gegeven(
        v.griffier("MeldVergissing", stap="B1", fractie=v.REGLEMENT.zetels[0].fracties[0][0], melding="Fout")
    )
    eerder = leven.alles
    leven = leven.later(v.EERSTE_DAG + 2 * WEEK).gegeven(herstel("B1", **hoofdelijk(7, 33)))
    waar = leg(_verloop(leven), v.EERSTE_DAG)
    assert waar.stand.stappen["B1"].behandelingen[-1].uitkomst == "verworpen"
    assert len(waar.stand.aantekeningen) == 1
    assert not waar.niet_geplaatst
    toen = leg(verloop(boek(leven.stand.begin, eerder)), v.EERSTE_DAG)
    assert toen.stand.stappen["B1"].behandelingen[-1].uitkomst == "aangenomen", "the correction was not known yet"


def test_een_herstel_van_de_dag_verschuift_ook_het_eerste_feit() -> None:
    leven = agenda(**hoofdelijk(33, 7)).later(v.EERSTE_DAG + WEEK)
    echt = v.EERSTE_DAG + 4 * DAG
    leven = leven.gegeven(herstel("B1", genomen_op=str(echt), **hoofdelijk(33, 7)))
    verloop_ = _verloop(leven)
    assert leg(verloop_, echt - DAG).stand.stappen["B1"].status != "besloten"
    assert leg(verloop_, echt).stand.stappen["B1"].behandelingen[-1].op == echt
    assert len(leg(verloop_, echt).stand.stappen["B1"].behandelingen) == 1


def test_een_besluit_dat_later_is_bevestigd_geldt_vanaf_de_vergadering() -> None:
    vergadering = v.EERSTE_DAG + 2 * DAG
    leven = v.gegeven(*v.BEGONNEN, v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="warmte"))
    leven = leven.gegeven(v.manager("LegVoor", stap="B1")).later(v.EERSTE_DAG + WEEK)
    leven = leven.alleen(v.secretariaat("LegBesluitVast", op=vergadering, stap="B1", uitkomst="conform"))
    leven = leven.later(v.EERSTE_DAG + 2 * WEEK).gegeven(v.tweede("BevestigBesluit", vastlegging="B1.v1"))
    verloop_ = _verloop(leven)
    assert leg(verloop_, vergadering - DAG).stand.stappen["B1"].status == "voorgelegd"
    assert leg(verloop_, vergadering).stand.stappen["B1"].status == "besloten"


def test_een_termijn_verstrijkt_op_de_dag_na_haar_einde_ook_als_dat_later_is_gezien() -> None:
    leven = v.gegeven(*v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?", termijn="5d"))
    leven = leven.later(v.EERSTE_DAG + 30 * DAG)
    feit = next(f for f in leven.alles if f.inhoud.soort == "TermijnVerstreken" and f.inhoud.termijn.startswith("V1"))
    einde = feit.inhoud.einde
    assert feit.gebeurd_op > einde + DAG
    verloop_ = _verloop(leven)
    status = [leg(verloop_, dag).stand.termijnen[feit.inhoud.termijn].status for dag in (einde, einde + DAG)]
    assert status == ["loopt", "verstreken"]
    mogelijk = feit.met(inhoud=RechtswegeMogelijk(stap="B1", orgaan="PS", einde=einde))
    assert geldige_dagen((*leven.alles[: feit.seq - 1], mogelijk))[feit.seq] == einde + DAG


def test_wat_de_wet_al_gaf_geldt_vanaf_de_stilte_en_een_vorm_vanaf_haar_eerste_dag() -> None:
    """The jurist only states what silence meant; a form in force since last week is of last week, never of next week."""
    kaal = (
        v.gegeven(*v.BEGONNEN)
        .later(v.EERSTE_DAG + 20 * DAG)
        .gegeven(*[v.manager("Noteer", tekst="x", bron="mail")] * 4)
    )
    *ervoor, stil, oordeel, vroeg, straks = kaal.alles
    einde = v.EERSTE_DAG + 3 * DAG
    feiten = (
        *ervoor,
        stil.met(inhoud=RechtswegeMogelijk(stap="B1", orgaan="PS", einde=einde)),
        oordeel.met(inhoud=RechtswegeVastgesteld(stap="B1", oordeel="bevestigd", motivering="gezwegen")),
        vroeg.met(inhoud=VormInWerking(traject="VT1", code="BVO", per=vroeg.gebeurd_op - WEEK)),
        straks.met(inhoud=VormInWerking(traject="VT1", code="BVO", per=straks.gebeurd_op + WEEK)),
    )
    dagen = geldige_dagen(feiten)
    assert [dagen[f.seq] for f in feiten[-4:]] == [einde + DAG, einde + DAG, vroeg.gebeurd_op - WEEK, straks.gebeurd_op]


def test_wat_nergens_aan_vast_zit_wordt_genoemd_en_niet_geplaatst() -> None:
    """The promise was made in a decision whose day turned out later than the day on which it was kept."""
    toezegging = {"tekst": "bericht aan PS", "wie": "portefeuillehouder"}
    leven = agenda(**hoofdelijk(33, 7), toezeggingen=[toezegging])
    *_, afspraak = leven.stand.afspraken
    leven = leven.later(v.EERSTE_DAG + DAG).gegeven(v.manager("RondAfspraakAf", afspraak=afspraak, resultaat="gedaan"))
    leven = leven.later(v.EERSTE_DAG + WEEK)
    echt = v.EERSTE_DAG + 4 * DAG
    leven = leven.gegeven(herstel("B1", genomen_op=str(echt), **hoofdelijk(33, 7), toezeggingen=[toezegging]))
    tussen = leg(_verloop(leven), echt - DAG)
    assert [n.soort for n in tussen.niet_geplaatst][:1] == ["AfspraakAfgerond"]
    assert afspraak in tussen.niet_geplaatst[0].mist
    assert not leg(_verloop(leven), echt).niet_geplaatst


def test_een_dag_buiten_het_leven_wordt_geweigerd() -> None:
    leven = v.gegeven(*v.BEGONNEN)
    b = boek(leven.stand.begin, leven.alles)
    for dag in (date(2025, 3, 2), date(2025, 3, 4)):
        with pytest.raises(MomentFout):
            zoals_het_was(b, dag)


@pytest.mark.parametrize("zaad", range(11))
def test_in_elk_leven_is_van_elke_dag_te_zeggen_hoe_het_was(zaad: int) -> None:
    """Never an error; on the last day all that is known; without late and correcting facts the same as was known."""
    leven = Leven(zaad)
    for _ in range(45):
        leven.beurt()
    b = boek(leven.stand.begin, leven.feiten)
    verloop_ = verloop(b)
    for dag in sorted({*verloop_.dagen.values(), *(lokale_datum(f.vastgelegd_op) for f in b.feiten)}):
        waar = leg(verloop_, dag)
        geteld = sum(d <= dag for d in verloop_.dagen.values())
        assert len(waar.feiten) + len(waar.niet_geplaatst) == geteld
    laatste = leg(verloop_, max(verloop_.dagen.values()))
    assert laatste.stand == zoals_bekend(b, len(b.feiten))
    assert not laatste.niet_geplaatst


@pytest.mark.parametrize("verhaal", [v.in_f3, v.in_f6, lambda: v.gekozen("COOPERATIE").loop_pad("VT1")])
def test_zonder_late_feiten_en_verbeteringen_is_waar_wat_bekend_was(verhaal: object) -> None:
    leven = verhaal() if callable(verhaal) else v.Verhaal()
    for n in (3, 5, 40):
        leven = leven.later(days=1).gegeven(v.manager("Noteer", tekst=f"dag {n}", bron="gesprek"))
    moment = leven.nu
    while leven.nu.date() < moment.date() + 200 * DAG:
        leven = leven.later(days=1)
    b = boek(leven.stand.begin, leven.alles)
    assert not [f for f in leven.alles if f.laat_vastgelegd or f.inhoud.soort in VERBETERT]
    for dag in sorted({lokale_datum(f.vastgelegd_op) for f in leven.alles}):
        waar, bekend = zoals_het_was(b, dag), zoals_bekend(b, op_dag(b, dag))
        assert _kaal(waar.stand) == _kaal(bekend)
        assert not waar.later_bekend
