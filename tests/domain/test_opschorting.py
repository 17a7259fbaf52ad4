"""Terms that stand still, run on, get longer, or move with the calendar: only on a ground, and by exactly that much."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v
from hypothesis import given
from hypothesis import strategies as st
from verhaal import DRONTEN, Verhaal, gegeven, griffier, jurist, manager, partner

from domain import kern
from domain.basis import Weigering
from domain.beeld.mogelijk_partners import voorstellen
from domain.duur import Duur
from domain.kalender import DAG, Kalender, einde_dag, op
from domain.opdracht import Opdracht
from domain.regels import termijnen
from domain.regels.hulp import Context
from domain.stand import Begin, Stand
from domain.taal.termijnen import Termijn, TermijnenFeit
from domain.taal.verzoeken import Verzoek
from domain.zinnen import vertel

KALENDER = v.REGLEMENT.kalender
VRAAG = manager("VraagPartner", aan=[DRONTEN], vraag="cijfers")
T17 = "V1/T17"


def stil(termijn: str = T17, **meer: Any) -> v.Zet:
    return manager("SchortTermijnOp", termijn=termijn, reden="de gemeente wacht op onze cijfers", **meer)


def verder(termijn: str = T17, **meer: Any) -> v.Zet:
    return manager("HervatTermijn", termijn=termijn, reden="de cijfers zijn er", **meer)


def langer(termijn: str = T17, **meer: Any) -> v.Zet:
    return manager("VerlengTermijn", termijn=termijn, reden="er is meer tijd nodig", **meer)


def erbij(*dagen: date, bron: str = "Stcrt. 2025, 1", **meer: Any) -> v.Zet:
    return manager("VulKalenderAan", dagen=[{"datum": d, "bron": bron} for d in dagen], reden="nieuw besluit", **meer)


def gevraagd() -> Verhaal:
    """On Monday 3 March a partner is asked something; the 20th working day is Monday 31 March."""
    return gegeven(*v.BEGONNEN, VRAAG)


def met_termijn(code: str, duur: str = "") -> Verhaal:
    """A life with one term of this row of the table, as some command would start it."""
    verhaal = gegeven(*v.BEGONNEN)
    gestart = termijnen.start(verhaal.context(), code, "X1", "neem een besluit", "GS", duur).termijn
    return replace(verhaal, stand=verhaal.stand.met(termijnen={**verhaal.stand.termijnen, gestart.id: gestart}))


def termijn(verhaal: Verhaal, id_: str = T17) -> Termijn:
    return verhaal.stand.termijnen[id_]


# What a term keeps


def test_een_termijn_bewaart_hoe_hij_is_geteld() -> None:
    bewaard = termijn(gevraagd())
    assert (bewaard.duur, bewaard.nominaal, bewaard.einde) == ("20wd", date(2025, 3, 31), date(2025, 3, 31))
    wet = termijn(replace(met_termijn("T01")), "X1/T01")
    assert (wet.duur, wet.nominaal) == ("8w", date(2025, 4, 28))


def test_een_termijn_tot_een_afgesproken_dag_telt_geen_lengte() -> None:
    afspraak = manager("MaakAfspraak", tekst="lever de cijfers", wie=DRONTEN, uiterlijk=date(2025, 4, 12))
    bewaard = next(t for t in gegeven(*v.BEGONNEN, afspraak).stand.termijnen.values() if t.code == "T17")
    assert (bewaard.duur, bewaard.nominaal, bewaard.einde) == ("", date(2025, 4, 12), date(2025, 4, 12))


@pytest.mark.parametrize("editie", ["r2026_1", "r2026_2"])
def test_onder_een_ouder_reglement_staat_er_niets_nieuws_in_een_termijn(editie: str) -> None:
    verhaal = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=editie))).gegeven(*v.BEGONNEN, VRAAG)
    assert {(t.nominaal, t.duur, t.stil) for t in verhaal.stand.termijnen.values()} == {(None, "", ())}
    assert "nominaal" not in verhaal.het("TermijnGestart").model_dump(exclude_defaults=True)["termijn"]
    verhaal.als(stil()).geweigerd("convenant", "geen grond")
    verhaal.als(langer(tot=date(2025, 5, 1))).geweigerd("convenant", "geen grond")


# Standing still and running on


def test_een_stilstaande_termijn_wordt_niet_herinnerd_en_verstrijkt_niet() -> None:
    verhaal = gevraagd().gegeven(stil())
    assert verhaal.het("TermijnOpgeschort").grond == "afspraak met de partner"
    assert termijn(verhaal).status == "opgeschort"
    for _ in range(30):
        verhaal = verhaal.later(days=3)
    over = [f for f in verhaal.alles if getattr(f.inhoud, "termijn", "") == T17]
    assert [f.inhoud.soort for f in over] == ["TermijnOpgeschort"]
    assert verhaal.stand.verzoeken["V1"].status == "open"


def test_wat_stilstond_in_werkdagen_komt_er_in_werkdagen_bij() -> None:
    """Still from 6 through 11 March: four working days, so 20 working days end on 4 April instead of 31 March."""
    verhaal = gevraagd().later(date(2025, 3, 5)).gegeven(stil()).later(date(2025, 3, 12)).gegeven(verder())
    na = termijn(verhaal)
    assert (na.einde, na.nominaal, na.status) == (date(2025, 4, 4), date(2025, 4, 4), "loopt")
    assert na.verstrijkt_op == einde_dag(date(2025, 4, 4))
    (stond,) = na.opschortingen
    assert (stond.op, stond.tot, stond.grond) == (date(2025, 3, 5), date(2025, 3, 12), "afspraak met de partner")
    feit = verhaal.het("TermijnHervat")
    assert (feit.was, feit.dagen) == (date(2025, 3, 31), 6)
    assert "van donderdag 6 maart 2025 tot en met dinsdag 11 maart 2025: 4 werkdagen erbij" in na.uitleg
    assert "afspraak met de partner" in na.grondslag
    assert "4 april 2025, na 6 dagen stilstand" in vertel(verhaal.laatste[-1])


def test_de_dag_van_hervatten_telt_weer_mee() -> None:
    """Awb 4:15 lid 1: from the day after the invitation until the day of the answer. Two days on, one day stood still."""
    verhaal = gevraagd().gegeven(stil()).later(date(2025, 3, 5)).gegeven(verder())
    assert "Stond stil op dinsdag 4 maart 2025: 1 werkdag erbij" in termijn(verhaal).uitleg
    assert termijn(verhaal).einde == date(2025, 4, 1)
    assert "na 1 dag stilstand" in vertel(verhaal.laatste[-1])
    wet = met_termijn("T08").gegeven(stil("X1/T08")).later(date(2025, 3, 5)).gegeven(verder("X1/T08"))
    assert termijn(wet, "X1/T08").einde == date(2025, 4, 29)


def test_een_wettelijke_termijn_schuift_na_het_stilstaan_weer_op_naar_een_werkdag() -> None:
    """Eight weeks to Monday 28 April; 8 days still makes Tuesday 6 May, 7 days Bevrijdingsdag and so 6 May as well."""
    voor = met_termijn("T08")
    assert termijn(voor, "X1/T08").einde == date(2025, 4, 28)
    acht = voor.gegeven(stil("X1/T08")).later(date(2025, 3, 12)).gegeven(verder("X1/T08"))
    assert (termijn(acht, "X1/T08").nominaal, termijn(acht, "X1/T08").einde) == (date(2025, 5, 6), date(2025, 5, 6))
    zeven = voor.gegeven(stil("X1/T08")).later(date(2025, 3, 11)).gegeven(verder("X1/T08"))
    na = termijn(zeven, "X1/T08")
    assert (na.nominaal, na.einde) == (date(2025, 5, 5), date(2025, 5, 6))
    assert na.grondslag == ("Awb 4:13", "Atw 1 lid 1", "Atw 3", "Awb 4:15")
    assert "bevrijdingsdag" in na.uitleg


def test_wie_op_de_opgeschoven_laatste_dag_stilstaat_eindigt_niet_voor_het_hervatten() -> None:
    """The 75 days end on Saturday 17 May and so on Monday 19 May; resumed on 3 June leaves that very day."""
    verhaal = met_termijn("T08", "75d")
    voor = termijn(verhaal, "X1/T08")
    assert (voor.nominaal, voor.einde) == (date(2025, 5, 17), date(2025, 5, 19))
    na = verhaal.gegeven().later(voor.einde).gegeven(stil("X1/T08")).later(date(2025, 6, 3)).gegeven(verder("X1/T08"))
    assert termijn(na, "X1/T08").einde == date(2025, 6, 3)
    assert "geen dag meer over; daarom telt de dag van hervatten" in termijn(na, "X1/T08").uitleg


def test_wie_op_de_laatste_werkdag_stilstaat_houdt_de_dag_van_hervatten() -> None:
    """Still from Monday 31 March, the last day, and resumed on a Saturday: not over on the Friday before it."""
    verhaal = gevraagd().later(date(2025, 3, 31)).gegeven(stil()).later(date(2025, 4, 5)).gegeven(verder())
    assert termijn(verhaal).einde == date(2025, 4, 7)
    assert termijn(verhaal.gegeven(erbij(date(2025, 4, 7)))).einde == date(2025, 4, 8)
    een_dag = gevraagd().later(date(2025, 3, 31)).gegeven(stil()).later(date(2025, 4, 1)).gegeven(verder())
    assert termijn(een_dag).einde == date(2025, 4, 1)
    terug = gevraagd().later(date(2025, 3, 31)).gegeven(stil(), verder())
    assert termijn(terug).einde == date(2025, 3, 31)
    assert "geen dag meer over" not in termijn(terug).uitleg


def test_op_de_dag_van_hervatten_kan_een_termijn_weer_stilstaan() -> None:
    """Still on 4 and 5 March, counted on Thursday 6, still on Friday 7 and in the weekend: three working days."""
    verhaal = gevraagd().gegeven(stil()).later(date(2025, 3, 6)).gegeven(verder(), stil())
    verhaal = verhaal.later(date(2025, 3, 10)).gegeven(verder())
    assert [(o.op.day, o.tot and o.tot.day) for o in termijn(verhaal).opschortingen] == [(3, 6), (6, 10)]
    assert termijn(verhaal).einde == date(2025, 4, 3)


def test_na_het_hervatten_volgen_de_herinneringen_het_nieuwe_einde() -> None:
    verhaal = gevraagd().later(date(2025, 3, 24)).gegeven(stil()).later(date(2025, 5, 12)).gegeven(verder())
    na = termijn(verhaal)
    gepland = {h.trede: h.moment for h in na.herinneringen if h.aan == "geadresseerde"}
    assert gepland["T"] == op(na.einde, 9)
    assert all(h.moment > verhaal.nu for h in na.herinneringen)
    later = verhaal.later(na.einde).later(hours=3)
    assert [f.trede for f in later.feiten("HerinneringVerstuurd") if f.termijn == T17][-1] == "T"


def test_het_verzoek_loopt_mee_met_zijn_termijn() -> None:
    verhaal = gevraagd().gegeven(stil()).later(date(2025, 3, 10)).gegeven(verder())
    assert verhaal.stand.verzoeken["V1"].uiterlijk == termijn(verhaal).einde == date(2025, 4, 4)
    langer_ = verhaal.gegeven(langer(tot=date(2025, 4, 18)))
    assert langer_.stand.verzoeken["V1"].uiterlijk == date(2025, 4, 18)
    vrij = verhaal.gegeven(erbij(date(2025, 4, 4)))
    assert vrij.stand.verzoeken["V1"].uiterlijk == date(2025, 4, 7)


def test_een_afspraak_loopt_mee_met_haar_termijn() -> None:
    afspraak = manager("MaakAfspraak", tekst="lever de cijfers", wie=DRONTEN, uiterlijk=date(2025, 4, 11))
    verhaal = gegeven(*v.BEGONNEN, afspraak)
    id_ = verhaal.het("AfspraakGemaakt").afspraak
    na = verhaal.gegeven(langer(f"{id_}/T17", tot=date(2025, 5, 2)))
    assert na.stand.afspraken[id_].uiterlijk == date(2025, 5, 2)


@pytest.mark.parametrize("dagen", [0, 1, 2, 3])
def test_de_uitleg_noemt_de_dagen_stilstand_in_gewone_woorden(dagen: int) -> None:
    """Suspended on a Friday, so a weekend holds no working day."""
    verhaal = gevraagd().later(date(2025, 3, 7)).gegeven(stil()).later(days=dagen).gegeven(verder())
    verwacht = [
        "Stond geen hele dag stil.",
        "Stond geen hele dag stil.",
        "Stond stil op zaterdag 8 maart 2025: geen werkdag erbij.",
        "Stond stil van zaterdag 8 maart 2025 tot en met zondag 9 maart 2025: geen werkdag erbij.",
    ]
    assert verwacht[dagen] in termijn(verhaal).uitleg
    assert termijn(verhaal).einde == date(2025, 3, 31)


def test_een_antwoord_op_een_stilstaande_termijn_is_op_tijd_en_sluit_hem() -> None:
    verhaal = gevraagd().gegeven(stil()).later(date(2025, 7, 1))
    verhaal = verhaal.gegeven(partner(DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="hier"))
    assert verhaal.het("TermijnGehaald").op_tijd
    assert termijn(verhaal).status == "gehaald"
    verhaal.als(verder()).geweigerd("termijn", "loopt niet meer: gehaald")


def test_stilstaan_dat_later_wordt_vastgelegd_telt_vanaf_de_dag_zelf() -> None:
    """It lapsed on paper; as recorded on Wednesday 2 April it had stood still before that, with that one day left."""
    verhaal = gevraagd().later(date(2025, 4, 2))
    assert termijn(verhaal).status == "verstreken"
    verhaal = verhaal.gegeven(stil(op=date(2025, 3, 28)), verder())
    assert termijn(verhaal).einde == date(2025, 4, 2)
    assert termijn(verhaal).status == "loopt"


def test_stilstaan_kan_niet_zonder_grond_na_het_einde_dubbel_of_voor_het_begin() -> None:
    verhaal = gevraagd().later(days=1)
    verhaal.als(stil("V9/T17")).geweigerd("termijn", "niet bekend: V9/T17", T17)
    verhaal.gegeven(stil()).als(stil()).geweigerd("termijn", "staat stil sinds 2025-03-04")
    verhaal.als(verder()).geweigerd("termijn", "staat niet stil")
    later = verhaal.gegeven(stil()).later(days=4)
    later.als(verder(op=date(2025, 3, 3))).geweigerd("gebeurd_op", "pas stil sinds 2025-03-04")
    later.gegeven(verder()).als(stil(op=date(2025, 3, 5))).geweigerd("gebeurd_op", "al stil tot 2025-03-08")
    voorbij = verhaal.later(date(2025, 4, 2))
    voorbij.als(stil()).geweigerd("termijn", "liep tot en met 2025-03-31; stilzetten kan niet meer")
    tweede = verhaal.gegeven(manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="ook cijfers"))
    tweede.als(stil("V2/T17", op=v.EERSTE_DAG)).geweigerd("gebeurd_op", "begon pas op 2025-03-04")
    weg = verhaal.gegeven(manager("TrekVerzoekIn", verzoek="V1", reden="niet nodig"))
    weg.als(stil()).geweigerd("termijn", "loopt niet meer: vervallen")
    met_termijn("T01").als(stil("X1/T01")).geweigerd("Wgr 51, 73, 83 lid 3", "geen grond")


def test_zeggen_kan_ook_tijdens_een_pauze() -> None:
    verhaal = gevraagd().gegeven(manager("Pauzeer", reden="formatie")).later(days=1)
    verhaal.gegeven(stil(), verder(), langer(tot=date(2025, 5, 1)), erbij(date(2025, 4, 30)))


# Longer


def test_een_afgesproken_termijn_wordt_langer_tot_de_genoemde_dag() -> None:
    verhaal = gevraagd().gegeven(langer(tot=date(2025, 4, 12)))
    na, feit = termijn(verhaal), verhaal.het("TermijnVerlengd")
    assert (na.einde, na.duur, na.begin) == (date(2025, 4, 12), "", v.EERSTE_DAG)
    assert (feit.was, feit.reden) == (date(2025, 3, 31), "er is meer tijd nodig")
    assert "afspraak met de partner" in na.uitleg
    assert max(h.moment for h in na.herinneringen if h.trede == "T") == op(date(2025, 4, 11), 9)


def test_een_verstreken_termijn_die_langer_wordt_loopt_weer() -> None:
    verhaal = gevraagd().later(date(2025, 4, 2))
    assert termijn(verhaal).status == "verstreken"
    assert termijn(verhaal.gegeven(langer(tot=date(2025, 4, 12)))).status == "loopt"


def test_verlengen_naar_een_eerdere_of_voorbije_dag_kan_niet() -> None:
    verhaal = gevraagd()
    verhaal.als(langer(tot=date(2025, 3, 31))).geweigerd("tot", "kies een dag daarna")
    verhaal.als(langer()).geweigerd("tot", "Geef de nieuwe laatste dag", "tot")
    verhaal.later(date(2025, 4, 9)).als(langer(tot=date(2025, 4, 8))).geweigerd("tot", "al voorbij")
    verhaal.gegeven(stil()).als(langer(tot=date(2025, 4, 12))).geweigerd("termijn", "Hervat hem eerst")


def consent() -> Verhaal:
    """The consent of PS was asked; its thirteen weeks run (Awb 10:31)."""
    return v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", "A6").gegeven(manager("LegVoor", stap="VT1.A6.PS"))


def test_de_wet_verlengt_een_keer_en_niemand_spreekt_een_andere_dag_af() -> None:
    t09, verhaal = "X1/T09", met_termijn("T09")
    eerst = termijn(verhaal, t09).einde
    na = verhaal.gegeven(langer(t09))
    assert termijn(na, t09).einde == eerst + timedelta(weeks=2)
    assert termijn(na, t09).duur == "4w+2w"
    na.als(langer(t09)).geweigerd("Woo 4.4", "al een keer verlengd")
    verhaal.als(langer(t09, tot=date(2026, 1, 1))).geweigerd("Woo 4.4", "De wet bepaalt hoe lang")
    verhaal.gegeven().later(eerst + DAG).als(langer(t09)).geweigerd("Woo 4.4", "verlengen kan niet meer")
    met_termijn("T01").als(langer("X1/T01")).geweigerd("Wgr 51, 73, 83 lid 3", "geen grond")


@pytest.mark.parametrize("wie", [manager, griffier, jurist])
def test_een_orgaan_neemt_de_langere_termijn_zelf_met_een_besluit_van_twee_mensen(wie: v.Spreker) -> None:
    t02, wet, verhaal = "VT1.A6.PS/T02", "Awb 10:31, 10:32", consent()
    eerst = termijn(verhaal, t02).einde
    zelf = verhaal.als(wie("VerlengTermijn", termijn=t02, reden="PS vragen advies"))
    zelf.geweigerd(wet, "neemt Provinciale Staten zelf, met een besluit", "LegBesluitVast VT1.A6.PS verdaagd")
    verhaal.als(langer(t02, tot=date(2026, 1, 1))).geweigerd(wet, "De wet bepaalt hoe lang")
    assert "VerlengTermijn" not in {t["soort"] for t in voorstellen(verhaal.stand)}
    een = verhaal.alleen(griffier("LegBesluitVast", stap="VT1.A6.PS", uitkomst="verdaagd", motivering="advies"))
    assert termijn(een, t02).einde == eerst
    twee = een.gegeven(v.tweede("BevestigBesluit", vastlegging="VT1.A6.PS.v1"))
    assert (termijn(twee, t02).einde, termijn(twee, t02).duur) == (eerst + timedelta(weeks=13), "13w+13w")


A16 = f"VT1.A16.{DRONTEN}"


def besluit_van_partner() -> Verhaal:
    """A partner was asked to decide; the term it has was agreed with it."""
    return v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=A16))


def test_verlengen_wacht_op_wat_over_de_stap_is_vastgelegd() -> None:
    verhaal, zet = besluit_van_partner(), langer(f"{A16}/T17", tot=date(2026, 1, 1))
    verhaal.gegeven(zet)
    verhaal.alleen(manager("LegBesluitVast", stap=A16, uitkomst="akkoord")).als(zet).geweigerd("vier ogen")


def hersteld(verhaal: Verhaal, stap: str, wie: v.Spreker, uitkomst: str) -> Verhaal:
    """The record of this decision turned out to be wrong: there was none."""
    lijst = {"titel": "besluitenlijst", "referentie": "BL-1"}
    besluit = {"stap": stap, "uitkomst": uitkomst}
    return verhaal.gegeven(
        wie("HerstelVastlegging", besluit=besluit, besluitenlijst=lijst, reden="verkeerd overgenomen")
    )


def test_een_termijn_die_na_herstel_weer_loopt_weet_nog_hoe_hij_is_geteld_en_stilstond() -> None:
    t17, zelf = f"{A16}/T17", partner(DRONTEN)("LegBesluitVast", stap=A16, uitkomst="akkoord")
    voor = besluit_van_partner().gegeven(stil(t17)).later(days=9).gegeven(verder(t17))
    was = termijn(voor, t17)
    na = termijn(hersteld(voor.later(days=1).gegeven(zelf), A16, manager, "geen_reactie"), t17)
    assert (na.duur, na.nominaal, na.einde) == (was.duur, was.nominaal, was.einde)
    assert na.opschortingen == was.opschortingen
    assert na.status == "loopt"
    assert na.herinneringen


def test_een_termijn_die_stilstond_bij_het_antwoord_staat_na_herstel_weer_stil() -> None:
    t17, zelf = f"{A16}/T17", partner(DRONTEN)("LegBesluitVast", stap=A16, uitkomst="akkoord")
    verhaal = besluit_van_partner().gegeven(stil(t17)).later(days=9).gegeven(zelf)
    na = hersteld(verhaal, A16, manager, "geen_reactie")
    assert (termijn(na, t17).status, termijn(na, t17).herinneringen) == ("opgeschort", ())
    assert termijn(na.gegeven(verder(t17)), t17).status == "loopt"


def test_blijkt_er_niet_verdaagd_dan_telt_de_termijn_weer_zoals_eerst_en_kan_verdagen_nog() -> None:
    t02, verdaag = (
        "VT1.A6.PS/T02",
        griffier("LegBesluitVast", stap="VT1.A6.PS", uitkomst="verdaagd", motivering="advies"),
    )
    eerst = termijn(consent(), t02)
    na = hersteld(consent().gegeven(verdaag), "VT1.A6.PS", griffier, "aangehouden")
    terug = termijn(na, t02)
    assert (terug.duur, terug.nominaal, terug.einde) == ("13w", eerst.nominaal, eerst.einde)
    assert "De laatste dag is weer" in terug.uitleg
    assert termijn(na.gegeven(verdaag), t02).duur == "13w+13w"


def test_de_dagen_stilstand_blijven_staan_als_de_wet_de_termijn_verlengt() -> None:
    """Woo: four weeks, ten days still, and two weeks more; the second time is refused."""
    t09 = "X1/T09"
    verhaal = met_termijn("T09").gegeven(stil(t09)).later(date(2025, 3, 14)).gegeven(verder(t09))
    assert termijn(verhaal, t09).nominaal == date(2025, 4, 10)
    na = verhaal.gegeven(langer(t09))
    assert (termijn(na, t09).nominaal, termijn(na, t09).duur) == (date(2025, 4, 24), "4w+2w")
    assert len(termijn(na, t09).opschortingen) == 1
    assert "Stond stil" in termijn(na, t09).uitleg
    na.als(langer(t09)).geweigerd("Woo 4.4", "al een keer verlengd")


def test_verleng_tot_geldt_voor_wat_is_afgesproken_en_nooit_voor_de_wet() -> None:
    verhaal = gevraagd()
    (feit,) = termijnen.verleng_tot(verhaal.stand, "V1", date(2025, 4, 12), "uitstel", verhaal.context())
    assert feit.termijn.einde == date(2025, 4, 12)
    assert termijnen.verleng_tot(verhaal.stand, "niets", date(2025, 4, 12), "uitstel", verhaal.context()) == ()
    wet = met_termijn("T08")
    with pytest.raises(Weigering, match="De wet bepaalt"):
        termijnen.verleng_tot(wet.stand, "X1", date(2025, 6, 12), "uitstel", wet.context())


# The calendar


def test_een_nieuwe_vrije_dag_verzet_alleen_de_termijnen_die_erdoor_later_eindigen() -> None:
    """Thursday 27 March lies in the 20 working days of V1, not in the 5 of the receipt."""
    verhaal = gevraagd().later(date(2025, 3, 7)).als(erbij(date(2025, 3, 27)))
    verhaal.dan("KalenderAangevuld", "TermijnHerberekend")
    feit = verhaal.het("TermijnHerberekend")
    assert (feit.termijn.id, feit.was, feit.termijn.einde) == (T17, date(2025, 3, 31), date(2025, 4, 1))
    assert "gelijkgestelde dagen" in feit.termijn.uitleg
    assert "dinsdag 1 april 2025" in vertel(verhaal.laatste[-1])


def test_de_laatste_dag_van_een_wettelijke_termijn_wordt_vrij() -> None:
    na = termijn(met_termijn("T01").gegeven(erbij(date(2025, 4, 28))), "X1/T01")
    assert (na.nominaal, na.einde) == (date(2025, 4, 28), date(2025, 4, 29))
    assert na.grondslag == ("Wgr 51, 73, 83 lid 3", "Atw 1 lid 1", "Atw 3")
    assert "gelijkgestelde dag" in na.uitleg


def test_dertien_weken_schuiven_niet_op_ook_niet_voor_een_nieuwe_vrije_dag() -> None:
    verhaal = consent()
    einde = termijn(verhaal, "VT1.A6.PS/T02").einde
    assert "VT1.A6.PS/T02" not in {f.termijn.id for f in verhaal.als(erbij(einde)).feiten("TermijnHerberekend")}


def test_na_het_aanvullen_telt_de_dag_voor_alles_wat_nog_begint() -> None:
    verhaal = gegeven(*v.BEGONNEN, erbij(date(2025, 3, 27)), VRAAG)
    assert termijn(verhaal).einde == date(2025, 4, 1)
    assert gevraagd().stand.termijnen[T17].einde == date(2025, 3, 31)


def test_na_het_aanvullen_vouwt_het_verleden_tot_dezelfde_stand() -> None:
    verhaal = gevraagd().gegeven(erbij(date(2025, 3, 27)), VRAAG, stil()).later(days=3).gegeven(verder()).later(days=90)
    stand = kern.begin(Begin(opgave="FL-2025-01", reglement=v.REGLEMENT.code))
    for feit in verhaal.alles:
        assert kern.sluit_aan(stand, feit)
        stand = kern.evolve(stand, feit)
    assert stand == verhaal.stand
    assert Stand.model_validate_json(stand.model_dump_json()) == stand


def test_een_stilstaande_termijn_schuift_mee_en_blijft_stilstaan() -> None:
    verhaal = gevraagd().gegeven(stil(), erbij(date(2025, 3, 27)))
    na = termijn(verhaal)
    assert (na.status, na.einde, na.herinneringen) == ("opgeschort", date(2025, 4, 1), ())
    assert termijn(verhaal.later(days=2).gegeven(verder())).einde == date(2025, 4, 2)


def test_een_verschoven_herinnering_komt_een_keer() -> None:
    """T-10 went out on Monday 17 March; a day off later moves the end by a day, and T-10 does not come again."""
    verhaal = gevraagd().later(date(2025, 3, 17)).later(hours=2).gegeven(erbij(date(2025, 3, 27)))
    for _ in range(16):
        verhaal = verhaal.later(days=1)
    gestuurd = [f.trede for f in verhaal.feiten("HerinneringVerstuurd") if f.termijn == T17]
    assert gestuurd[:3] == ["T-10", "T-3", "T"]
    assert gestuurd.count("T-10") == 1


@pytest.mark.parametrize(
    ("bekend", "gaat"),
    [(date(2025, 3, 10), date(2025, 3, 21)), (date(2025, 3, 22), date(2025, 3, 24)), (date(2025, 3, 24), None)],
)
def test_wordt_de_laatste_dag_vrij_dan_komt_de_herinnering_van_die_dag_toch(bekend: date, gaat: date | None) -> None:
    """An agreed day stays: the reminder goes on the working day before, or on the day itself when that is past."""
    afspraak = manager("MaakAfspraak", tekst="lever de cijfers", wie=DRONTEN, uiterlijk=date(2025, 3, 24))
    verhaal = gegeven(*v.BEGONNEN, afspraak)
    id_ = f"{verhaal.het('AfspraakGemaakt').afspraak}/T17"
    verhaal = verhaal._stap(op(bekend, 8, 40), None).gegeven(erbij(date(2025, 3, 24)))
    while (moment := kern.volgend_moment(verhaal.stand, verhaal.nu)) and moment < op(date(2025, 3, 25), 20):
        verhaal = verhaal._stap(max(moment, verhaal.nu), None)
    gestuurd = [f for f in verhaal.alles if getattr(f.inhoud, "trede", "") == "T" and f.inhoud.termijn == id_]
    assert [f.vastgelegd_op for f in gestuurd] == [op(gaat or bekend, 9)]
    assert termijn(verhaal, id_).einde == date(2025, 3, 24)


def test_een_verstreken_termijn_die_door_de_nieuwe_dag_nog_liep_herleeft() -> None:
    verhaal = gevraagd().later(date(2025, 4, 1))
    assert termijn(verhaal).status == "verstreken"
    assert termijn(verhaal.gegeven(erbij(date(2025, 3, 31)))).status == "loopt"
    lang = verhaal.later(date(2025, 4, 8)).gegeven(erbij(date(2025, 3, 31)))
    assert (termijn(lang).status, termijn(lang).einde) == ("verstreken", date(2025, 4, 1))
    antwoord = partner(DRONTEN)("BeantwoordVerzoek", op=date(2025, 4, 1), verzoek="V1", antwoord="hier")
    assert lang.als(antwoord).het("TermijnGehaald").op_tijd


def test_een_dag_die_al_vrij_is_of_geen_bron_heeft_komt_er_niet_bij() -> None:
    verhaal = gevraagd()
    verhaal.als(erbij(date(2025, 3, 29))).geweigerd("Atw 3", "al geen werkdag: zaterdag")
    verhaal.als(erbij(date(2025, 5, 30))).geweigerd("Atw 3", "al geen werkdag: gelijkgestelde dag")
    verhaal.als(erbij(date(2025, 4, 18))).geweigerd("Atw 3", "al geen werkdag: Goede Vrijdag")
    verhaal.als(erbij(date(2025, 3, 27), date(2025, 3, 27))).geweigerd("dagen", "2025-03-27 staat er twee keer in")
    verhaal.als(erbij(date(2025, 3, 27), bron=" ")).geweigerd("bron", "2025-03-27")
    verhaal.gegeven(erbij(date(2025, 3, 27))).als(erbij(date(2025, 3, 27))).geweigerd("Atw 3")


def test_onder_een_ouder_reglement_telt_een_nieuwe_dag_ook_mee() -> None:
    """The first edition kept neither the length nor the day before Atw; both are found back in the table."""
    leven = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1")))
    verhaal = leven.gegeven(*v.BEGONNEN, VRAAG, erbij(date(2025, 3, 27)))
    assert termijn(verhaal).einde == date(2025, 4, 1)
    assert (termijn(verhaal).duur, termijn(verhaal).nominaal) == ("20wd", date(2025, 4, 1))


def test_over_wat_geheim_is_komt_er_geen_reden_bij() -> None:
    geheim = consent().gegeven(
        griffier(
            "LegGeheimhoudingOp",
            stap="VT1.A6.PS",
            orgaan="PS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel="zaak 7",
            referentie="DOC-7",
        )
    )
    geheim.als(griffier("VerlengTermijn", termijn="VT1.A6.PS/T02", reden="de prijs")).geweigerd("PW 84, 86")
    geheim.als(griffier("VerlengTermijn", termijn="VT1.A6.PS/T02", reden="DOC-7")).geweigerd("Awb 10:31, 10:32")


def test_over_een_verzoek_of_afspraak_bij_iets_geheims_komt_er_geen_reden_bij() -> None:
    dag = date(2025, 4, 11)
    verhaal = gegeven(
        *v.BEGONNEN,
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="aankoop"),
        manager("VraagPartner", aan=[DRONTEN], vraag="cijfers", betreft="B1"),
        manager("MaakAfspraak", tekst="lever de cijfers", wie=DRONTEN, uiterlijk=dag, stap="B1"),
        v.secretariaat(
            "LegGeheimhoudingOp",
            stap="B1",
            orgaan="GS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel="zaak 7",
            referentie="DOC-7",
        ),
    )
    for termijn_ in (T17, f"{verhaal.het('AfspraakGemaakt').afspraak}/T17"):
        verhaal.als(stil(termijn_)).geweigerd("PW 84, 86")
        verhaal.gegeven(manager("SchortTermijnOp", termijn=termijn_, reden="DOC-7"))


def test_een_kaal_getal_is_geen_dag() -> None:
    with pytest.raises(ValueError, match="schrijf een datum"):
        gevraagd().als(manager("VulKalenderAan", dagen=[{"datum": 20250327, "bron": "Stcrt."}], reden="x"))


def test_wie_niet_bevoegd_is_zet_geen_termijn_stil() -> None:
    zelf = partner(DRONTEN)("SchortTermijnOp", termijn=T17, reden="druk")
    gevraagd().als(zelf).geweigerd("bevoegdheid")
    jurist_ = jurist("SchortTermijnOp", termijn=T17, reden="de vraag wordt aangevuld")
    gevraagd().als(jurist_).dan("TermijnOpgeschort")


# For any term, any days


@dataclass(frozen=True)
class Proef:
    """One term of a request in an otherwise empty life, and the day it is there."""

    stand: Stand
    dag: date

    def zeg(self, soort: str, **inhoud: Any) -> "Proef":
        ruw = {"id": "o", "door": manager.door, "inhoud": {"soort": soort, "reden": "daarom", **inhoud}}
        ctx = _op(self.stand, self.dag)
        stand = self.stand
        for feit in termijnen.decide(stand, Opdracht.model_validate(ruw).inhoud, ctx):  # type: ignore[arg-type]
            assert isinstance(feit, TermijnenFeit)
            stand = termijnen.evolve(stand, feit, ctx)
        return replace(self, stand=stand)

    def na(self, dagen: int) -> "Proef":
        return replace(self, dag=self.dag + dagen * DAG)

    @property
    def termijn(self) -> Termijn:
        (enige,) = self.stand.termijnen.values()
        return enige

    @property
    def kalender(self) -> Kalender:
        return KALENDER.met_dagen(self.stand.kalender_erbij)


def _op(stand: Stand, dag: date) -> Context:
    kalender = KALENDER.met_dagen(stand.kalender_erbij)
    return Context(nu=op(dag, 12), op=dag, door=manager.door, reglement=v.REGLEMENT.met(kalender=kalender))


def proef(code: str, duur: str, dag: date) -> Proef:
    stand = kern.begin(Begin(opgave="FL-2025-01", reglement=v.REGLEMENT.code))
    gestart = termijnen.start(_op(stand, dag), code, "V1", "antwoord", DRONTEN, duur).termijn
    velden = {"verzoeksoort": "reactie", "vraag": "antwoord", "bij_stilte": "wachten", "gedaan_op": dag}
    verzoek = Verzoek.model_validate({"id": "V1", "aan": DRONTEN, "uiterlijk": gestart.einde, **velden})
    return Proef(stand.met(termijnen={gestart.id: gestart}, verzoeken={"V1": verzoek}), dag)


DAGEN = st.dates(date(2023, 1, 1), date(2030, 12, 31))
STIL = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=5)
SOORTEN = st.sampled_from(
    [("T08", "8w"), ("T08", "12w"), ("T08", "13w"), ("T09", "4w"), ("T08", "90d"), ("H04", "2m"), ("T17", "30d")]
)


def staat_stil(p: Proef, keren: list[tuple[int, int]], *, op_tijd: bool = False) -> tuple[Proef, set[date]]:
    """Suspended and resumed each time, after some days and for some days; and the days it stood still.

    At the latest on its last day; `op_tijd` each time while a day before Atw is left.
    """
    dagen: set[date] = set()
    for tussen, lang in keren:
        laatste = (p.termijn.nominaal or p.termijn.einde) - DAG if op_tijd else p.termijn.einde
        if laatste < p.dag:
            break
        p = p.na(min(tussen, (laatste - p.dag).days))
        dagen |= {p.dag + n * DAG for n in range(1, lang)}
        p = p.zeg("SchortTermijnOp", termijn=p.termijn.id).na(lang).zeg("HervatTermijn", termijn=p.termijn.id)
    return p, dagen


@given(dag=DAGEN, soort=SOORTEN, keren=STIL)
def test_stilstaan_schuift_het_einde_met_precies_die_dagen(
    dag: date, soort: tuple[str, str], keren: list[tuple[int, int]]
) -> None:
    voor = proef(*soort, dag)
    na, dagen = staat_stil(voor, keren, op_tijd=True)
    eerst, laatst = voor.termijn, na.termijn
    assert eerst.nominaal is not None
    assert laatst.nominaal == eerst.nominaal + len(dagen) * DAG
    assert laatst.einde >= laatst.nominaal
    assert na.stand.verzoeken["V1"].uiterlijk == laatst.einde
    assert laatst.verstrijkt_op == einde_dag(laatst.einde)


@given(dag=DAGEN, soort=SOORTEN, erna=st.integers(0, 3), lang=st.integers(1, 60))
def test_wie_geen_dag_meer_over_had_eindigt_op_de_dag_van_hervatten(
    dag: date, soort: tuple[str, str], erna: int, lang: int
) -> None:
    """Before Atw; when the law covers the term, that day rolls to a working day like any other."""
    p = proef(*soort, dag)
    assert p.termijn.nominaal is not None
    p = replace(p, dag=min(p.termijn.nominaal + erna * DAG, p.termijn.einde))
    p = p.zeg("SchortTermijnOp", termijn=p.termijn.id).na(lang).zeg("HervatTermijn", termijn=p.termijn.id)
    assert p.termijn.nominaal == p.dag
    assert p.termijn.einde in (p.dag, p.kalender.eerste_werkdag_vanaf(p.dag))


@given(dag=DAGEN, aantal=st.integers(1, 60), keren=STIL, vrij=st.lists(st.integers(1, 130), max_size=4, unique=True))
def test_een_termijn_in_werkdagen_houdt_precies_zijn_werkdagen(
    dag: date, aantal: int, keren: list[tuple[int, int]], vrij: list[int]
) -> None:
    """Counted day by day: so many working days on which it did not stand still, the last of them its end."""
    p = vul_aan(proef("T17", f"{aantal}wd", dag), [dag + n * DAG for n in vrij[:2]])
    p, dagen = staat_stil(p, keren, op_tijd=True)
    p = vul_aan(p, [dag + n * DAG for n in vrij[2:]])
    telt = [d for d in _dagen(dag + DAG, p.termijn.einde) if p.kalender.is_werkdag(d) and d not in dagen]
    assert len(telt) == aantal
    assert telt[-1] == p.termijn.einde


def _dagen(eerste: date, laatste: date) -> list[date]:
    return [eerste + n * DAG for n in range((laatste - eerste).days + 1)]


def vul_aan(p: Proef, dagen: list[date]) -> Proef:
    nieuw = [d for d in dagen if p.kalender.is_werkdag(d)]
    return p.zeg("VulKalenderAan", dagen=[{"datum": d, "bron": "Stcrt."} for d in nieuw]) if nieuw else p


@given(
    dag=DAGEN,
    soort=st.sampled_from([("T08", "8w"), ("T08", "5w"), ("T08", "40d"), ("T09", "4w")]),
    keren=STIL,
    erna=st.lists(st.integers(0, 12), max_size=6),
    verlengd=st.booleans(),
)
def test_een_wettelijke_termijn_eindigt_nooit_op_een_dag_die_geen_werkdag_is(
    dag: date, soort: tuple[str, str], keren: list[tuple[int, int]], erna: list[int], verlengd: bool
) -> None:
    """Whatever is done to it: stood still, extended, and days off that come exactly at its end."""
    p, _ = staat_stil(proef(*soort, dag), keren)
    if verlengd and soort[0] == "T09":
        p = replace(p, dag=min(p.dag, p.termijn.einde)).zeg("VerlengTermijn", termijn=p.termijn.id)
    for verder_ in erna:
        p = vul_aan(p, [p.termijn.einde + verder_ % 3 * DAG])
        assert p.kalender.is_werkdag(p.termijn.einde)
        assert p.termijn.nominaal is not None
        tussen = _dagen(p.termijn.nominaal, p.termijn.einde - DAG)
        assert not any(p.kalender.is_werkdag(d) for d in tussen)


@given(
    dag=DAGEN,
    soort=st.sampled_from([("T17", "20wd"), ("T08", "8w"), ("T08", "13w"), ("T17", "10d"), ("H04", "40wd")]),
    keren=STIL,
    vrij=st.lists(st.integers(-5, 130), min_size=1, max_size=4, unique=True),
)
def test_een_dag_erbij_laat_een_lopende_termijn_nooit_eerder_eindigen(
    dag: date, soort: tuple[str, str], keren: list[tuple[int, int]], vrij: list[int]
) -> None:
    voor, _ = staat_stil(proef(*soort, dag), keren)
    na = vul_aan(voor, [dag + n * DAG for n in vrij])
    assert na.termijn.einde >= voor.termijn.einde
    wd = Duur.lees(soort[1]).eenheid == "wd"
    assert na.termijn.einde <= voor.termijn.einde + (30 if wd else 20) * DAG
    if na.termijn.einde == voor.termijn.einde:
        assert na.termijn.met(herinneringen=()) == voor.termijn.met(herinneringen=())
        assert [h.trede for h in na.termijn.herinneringen] == [h.trede for h in voor.termijn.herinneringen]
        paren = zip(na.termijn.herinneringen, voor.termijn.herinneringen, strict=True)
        assert all(h.moment <= was.moment for h, was in paren)
    else:
        assert na.stand.verzoeken["V1"].uiterlijk == na.termijn.einde


@pytest.mark.parametrize(("soort", "meer"), [("SchortTermijnOp", {}), ("VerlengTermijn", {"tot": date(2026, 3, 2)})])
def test_een_partner_die_trekker_is_geeft_zichzelf_geen_tijd(soort: str, meer: dict[str, Any]) -> None:
    """Uitstel is asked once and decided by another; there is no way around it. Of another's term the trekker decides."""
    trekker = gevraagd().gegeven(manager("WijsTrekkerAan", trekker=DRONTEN, reden="zij doen het"))
    trekker = trekker.gegeven(manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="cijfers"))
    zelf = partner(DRONTEN)
    trekker.als(zelf(soort, termijn=T17, reden="druk", **meer)).geweigerd("bevoegdheid", "niet zelf")
    trekker.gegeven(zelf(soort, termijn="V2/T17", reden="zij wachten op ons", **meer))


def test_wat_als_mogelijk_wordt_getoond_is_ook_bij_een_heel_verre_termijn_een_geldige_opdracht() -> None:
    ver = gegeven(*v.BEGONNEN, manager("VraagPartner", aan=[DRONTEN], vraag="cijfers", termijn="7900j"))
    for inhoud in voorstellen(ver.stand):
        Opdracht.model_validate({"id": "w-1", "door": manager.door, "inhoud": inhoud})
    assert {"StuurHerinneringBij", "VerlengTermijn"} <= {i["soort"] for i in voorstellen(ver.stand)}
