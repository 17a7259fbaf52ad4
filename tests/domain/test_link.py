"""What comes over a link in a mail: whoever has the mail has the link, so a decision always takes a second person."""

import verhaal as v
from verhaal import Spreker, Verhaal, manager, partner

from domain import kern
from domain.beeld.overzicht import wachtposten
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin

STAP = "VT1.A16.gemeente-dronten"


def link(nummer: int = 1) -> Spreker:
    return partner(v.DRONTEN).met(zekerheid="link", subject=f"link.L{nummer}", grondslag="link per e-mail")


def voorgelegd() -> Verhaal:
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16")
    return verhaal.gegeven(manager("LegVoor", stap=STAP))


def besluit(wie: Spreker) -> v.Zet:
    return wie("LegBesluitVast", stap=STAP, uitkomst="akkoord")


def test_een_besluit_per_link_wacht_op_een_tweede_en_het_eigen_woord_van_de_partner_niet() -> None:
    voorgelegd().alleen(besluit(partner(v.DRONTEN))).dan_ook("BesluitGenomen")
    wacht = voorgelegd().alleen(besluit(link())).dan("BesluitVastgelegd")
    (post,) = [p for p in wachtposten(wacht.stand) if p.id == STAP]
    assert (post.soort, post.op_wie) == ("bevestigen", "opgavemanager")
    wacht.alleen(v.griffier("BevestigBesluit", vastlegging=f"{STAP}.v1")).dan_ook("BesluitGenomen")


def test_een_tweede_link_is_geen_tweede_mens() -> None:
    wacht = voorgelegd().alleen(besluit(link()))
    wacht.alleen(link(2)("BevestigBesluit", vastlegging=f"{STAP}.v1")).geweigerd("vier ogen", "link")


def test_onder_een_ouder_reglement_volstaat_het_woord_van_de_partner() -> None:
    oud = kern.begin(Begin(opgave="FL-2024-09", reglement="r2026_2"))
    gestart = Verhaal(stand=oud).gegeven(*v.BEGONNEN, *v.NAAR_F2, *v.NAAR_F3, *v.VOOR_DE_KEUZE, *v.vorm("CONVENANT"))
    klaar = gestart.loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=STAP))
    klaar.alleen(besluit(link())).dan_ook("BesluitGenomen")


def test_een_partner_hoort_welk_besluit_een_ander_voor_hem_vastlegde() -> None:
    for zet, hoort in ((besluit(link()), True), (besluit(manager), True), (besluit(partner(v.DRONTEN)), False)):
        genomen = next(f for f in voorgelegd().als(zet).laatste if f.inhoud.soort == "BesluitGenomen")
        berichten = [g for g in gevolgen(genomen) if isinstance(g, Bericht) and g.aan == (v.DRONTEN,)]
        assert bool(berichten) is hoort
        assert all("opgavemanager" in b.vraag for b in berichten)


def test_een_stap_die_bij_een_raad_ligt_staat_voor_iedereen_op_de_lijst_als_wachtend_op_die_partner() -> None:
    (post,) = [p for p in wachtposten(voorgelegd().stand) if p.id == STAP]
    assert (post.soort, post.op_wie, post.organisatie) == ("besluit", "partner", v.DRONTEN)
