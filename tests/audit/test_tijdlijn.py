"""The timeline: one entry per command and passing of time, with who, why, on which ground, and who was waited for."""

from datetime import timedelta

import pytest
from boeken import GOUDEN, boek, v

from archief.pak import open_pak
from audit.tijd.moment import open_boek
from audit.tijd.tijdlijn import Regel, kies, sprekers, tijdlijn

DAG = timedelta(days=1)
GEVRAAGD = v.gegeven(
    *v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="Doet u mee?", termijn="10d")
)


def _regels(leven: v.Verhaal) -> tuple[Regel, ...]:
    return tuple(tijdlijn(boek(leven.stand.begin, leven.alles)))


def _laatste(leven: v.Verhaal) -> Regel:
    return _regels(leven)[-1]


@pytest.mark.parametrize("pad", GOUDEN, ids=lambda pad: pad.stem)
def test_elk_feit_staat_precies_een_keer_in_de_tijdlijn(pad: object) -> None:
    """In order, none twice, none left out, and everything in an entry is of one command or of one moment."""
    leven = open_boek(open_pak(pad))
    regels = tuple(tijdlijn(leven))
    assert [f.seq for r in regels for f in r.feiten] == [f.seq for f in leven.feiten]
    for r in regels:
        delen = leven.feiten[r.van_seq - 1 : r.tot_seq]
        assert {f.opdracht for f in delen} == {r.opdracht}
        assert {f.vastgelegd_op for f in delen} == {r.vastgelegd_op}
        assert r.zinnen
        assert all(z[0] == z[0].upper() for z in r.zinnen)
    opdrachten = [r.opdracht for r in regels if r.opdracht]
    assert len(opdrachten) == len(set(opdrachten)), "a command is one entry"


def test_wie_hetzelfde_wordt_gevraagd_staat_in_een_zin_zonder_de_termijn_nog_eens() -> None:
    (zin,) = _laatste(GEVRAAGD).zinnen
    assert zin.startswith("Gemeente Dronten (V1) en gemeente Zeewolde (V2) krijgen een verzoek: Doet u mee?")
    assert len(_laatste(GEVRAAGD).feiten) == 4


def test_een_antwoord_zegt_hoe_lang_er_is_gewacht_en_hoeveel_dagen_te_laat() -> None:
    leven = GEVRAAGD.later(v.EERSTE_DAG + 13 * DAG)
    leven = leven.gegeven(v.partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", oordeel="akkoord", antwoord="Ja"))
    (gewacht,) = _laatste(leven).gewacht
    assert gewacht.zin == "gemeente Dronten: 13 dagen, 3 te laat (verzoek V1)"
    op_tijd = GEVRAAGD.later(v.EERSTE_DAG + 4 * DAG).gegeven(
        v.partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="Ja")
    )
    assert _laatste(op_tijd).gewacht[0].zin == "gemeente Dronten: 4 dagen (verzoek V1)"


def test_op_voorleggen_wordt_pas_gewacht_vanaf_dat_het_kan() -> None:
    """Not since the phase began: the step was not there yet."""
    leven = v.in_f2().later(v.EERSTE_DAG + 20 * DAG)
    leven = leven.gegeven(v.manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"))
    leven = leven.later(v.EERSTE_DAG + 25 * DAG).gegeven(v.manager("LegVoor", stap="B1"))
    assert [(g.soort, g.dagen) for g in _laatste(leven).gewacht] == [("voorleggen", 5)]


def test_op_een_orgaan_wordt_onder_zijn_eigen_naam_gewacht() -> None:
    leven = v.in_f2().gegeven(v.KADER[0], v.KADER[1]).later(v.EERSTE_DAG + 3 * DAG).alleen(v.KADER[2])
    assert _laatste(leven).gewacht[0].zin == "Provinciale Staten: 3 dagen (besluit B1)"


def test_op_bevestigen_wordt_pas_gewacht_vanaf_de_dag_van_vastleggen() -> None:
    """Recorded five days after the sitting and confirmed a day later: the second person waited one day, not six."""
    leven = v.in_f2().gegeven(v.KADER[0], v.KADER[1]).later(v.EERSTE_DAG + 7 * DAG)
    zet = v.KADER[2]
    leven = leven.alleen(v.Zet(zet.door, zet.inhoud, v.EERSTE_DAG + 2 * DAG))
    assert [(g.soort, g.dagen) for g in _laatste(leven).gewacht] == [("besluit", 2)]
    leven = leven.later(v.EERSTE_DAG + 8 * DAG).alleen(v.tweede("BevestigBesluit", vastlegging="B1.v1"))
    assert [(g.soort, g.dagen) for g in _laatste(leven).gewacht] == [("bevestigen", 1)]


def test_wat_later_is_vastgelegd_zegt_hoeveel_dagen_later() -> None:
    leven = GEVRAAGD.later(v.EERSTE_DAG + 8 * DAG).gegeven(
        v.manager("LegAntwoordVast", op=v.EERSTE_DAG + 2 * DAG, verzoek="V1", antwoord="Ja", kanaal="telefoon")
    )
    regel = _laatste(leven)
    assert (regel.dagen_later, regel.gebeurd_op) == (6, v.EERSTE_DAG + 2 * DAG)
    assert regel.gewacht[0].dagen == 2, "waiting ended when the answer came, not when it was recorded"
    assert not any("later vastgelegd" in zin for zin in regel.zinnen)


def test_een_weigering_staat_erin_met_haar_regel_en_zonder_muur_van_wat_ontbreekt() -> None:
    geweigerd = v.gekozen("COOPERATIE").als(v.manager("GaNaarFase", naar="F4"))
    regel = _laatste(geweigerd)
    assert regel.geweigerd
    assert geweigerd.neen.regel in regel.gronden
    assert len(geweigerd.neen.ontbreekt) > 2
    assert f"en nog {len(geweigerd.neen.ontbreekt) - 2}" in regel.zinnen[0]
    assert geweigerd.neen.ontbreekt[-1] in regel.feiten[0].zin, "the fact itself is told whole"


def test_een_regel_zegt_wie_namens_wie_hoe_zeker_en_met_welk_mandaat() -> None:
    leven = GEVRAAGD.gegeven(
        v.partner(v.DRONTEN).met(zekerheid="link")("BeantwoordVerzoek", verzoek="V1", antwoord="Ja")
    )
    regel = _laatste(leven)
    assert regel.wie == "partner s-partner namens gemeente Dronten"
    assert regel.zekerheid == "via een persoonlijke link in de mail"
    assert regel.gronden == ("mandaat",)


def test_een_reden_die_niet_in_de_zin_staat_staat_erbij_en_anders_niet() -> None:
    gekozen = v.gekozen("CONVENANT")
    assert _laatste(gekozen).redenen == ("past het best",)
    ingetrokken = GEVRAAGD.gegeven(v.manager("TrekVerzoekIn", verzoek="V1", reden="al besproken"))
    assert _laatste(ingetrokken).redenen == ()
    assert _laatste(ingetrokken).zinnen[-1] == "Niet meer nodig: Doet u mee?", "the reason is said once"


def test_tijd_die_verstrijkt_heeft_geen_afzender() -> None:
    leven = GEVRAAGD
    while "TermijnVerstreken" not in leven.namen():
        leven = leven.later(days=1)
    regel = _laatste(leven)
    assert (regel.door, regel.opdracht, regel.wie) == (None, None, "de tijd verstrijkt")
    assert sprekers(regel) == ("systeem",)


def test_kiezen_kan_op_dag_spreker_en_soort() -> None:
    leven = GEVRAAGD.later(v.EERSTE_DAG + 8 * DAG).gegeven(
        v.manager("LegAntwoordVast", op=v.EERSTE_DAG + 2 * DAG, verzoek="V1", antwoord="Ja", kanaal="telefoon"),
        v.partner(v.ZEEWOLDE)("BeantwoordVerzoek", verzoek="V2", antwoord="Nee"),
    )
    regels = _regels(leven)
    laat, partner = regels[-2:]
    assert kies(regels) == regels
    assert laat in kies(regels, v.EERSTE_DAG + 2 * DAG, v.EERSTE_DAG + 2 * DAG), "on the day it happened"
    assert laat in kies(regels, v.EERSTE_DAG + 8 * DAG), "and on the day it was recorded"
    assert kies(regels, wie=v.ZEEWOLDE) == kies(regels, wie="partner") == (partner,)
    assert kies(regels, soorten=frozenset({"VerzoekBeantwoord"})) == (laat, partner)
    assert kies(regels, soorten=frozenset({"weigeringen"})) == ()
    assert regels[0] in kies(regels, soorten=frozenset({"leven"}))


def test_een_weigering_zegt_apart_wat_er_bij_genoemd_werd() -> None:
    """What the core names may be what can be chosen, or who may: that is no part of the sentence before it."""
    open_ = GEVRAAGD.gegeven(v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x"))
    stap = next(iter(open_.stand.stappen))
    onbekend = _laatste(open_.als(v.manager("MeldHalte", stap="B9", halte="toetsen")))
    assert f"Deze stap is niet bekend: B9. Wel bekend: {stap}." in onbekend.zinnen[0]
    mag_niet = _laatste(open_.als(v.partner(v.DRONTEN)("LegVoor", stap=stap)))
    assert ". Daarbij genoemd: " in mag_niet.zinnen[0]
    poort = _laatste(v.gekozen("COOPERATIE").als(v.manager("GaNaarFase", naar="F4")))
    assert "Dit ontbreekt nog: " in poort.zinnen[0]
    assert "genoemd" not in poort.zinnen[0]
