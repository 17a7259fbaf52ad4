"""Silence never decides, and what comes over a decision is seen by whoever builds on it."""

from datetime import date, timedelta
from typing import get_args

import pytest
import verhaal as v
from verhaal import (
    DRONTEN,
    REGLEMENT,
    ZEEWOLDE,
    Verhaal,
    geevalueerd,
    gekozen,
    griffier,
    in_f6,
    in_werking,
    instrument,
    jurist,
    manager,
    partner,
    pilot_loopt,
    secretariaat,
)

from domain import kern, rechtsstand
from domain.beeld import overzicht
from domain.beeld.mogelijk import Mogelijkheid, mogelijkheden
from domain.beeld.vlaggen import Vlag, vlaggen
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin
from domain.taal.rechtsgang import Rechtsmiddelsoort, Rechtsmiddeluitkomst

VORM = "GEMEENSCHAPPELIJK_ORGAAN"
HUISPOORTEN = [p.code for p in REGLEMENT.poorten if p.soort == "huis"]
PS, DR = "VT1.A6.PS", f"VT1.A6.{DRONTEN}"


def voorgelegd() -> Verhaal:
    """The consent of PS and of the council of Dronten was asked; its term runs."""
    return gekozen(VORM).loop_pad("VT1", "A6").gegeven(manager("LegVoor", stap=PS), manager("LegVoor", stap=DR))


def einde(verhaal: Verhaal, stap: str = PS) -> date:
    return next(t.einde for t in verhaal.stand.termijnen.values() if t.betreft == stap)


def zwijgt(verhaal: Verhaal | None = None, stap: str = PS) -> Verhaal:
    """The first morning after the term of PS."""
    verhaal = verhaal or voorgelegd()
    return verhaal.later(einde(verhaal, stap) + timedelta(days=1))


def verlening(verhaal: Verhaal, op: date | None = None) -> object:
    inhoud = instrument(verhaal.stand.stappen[PS], "verleend")
    return griffier("LegBesluitVast", op=op, stap=PS, stemming={"wijze": "zonder_stemming"}, **inhoud)


def oordeel(wat: str, stap: str = PS) -> object:
    return jurist("StelRechtswegeVast", stap=stap, oordeel=wat, motivering="zie het advies van 3 juli")


def kan(verhaal: Verhaal, soort: str) -> Mogelijkheid | None:
    wat = mogelijkheden(verhaal.stand, jurist.door, verhaal.nu)
    return next((m for m in wat if m.opdracht == soort and m.kan), None)


# Silence


def test_zwijgen_geeft_een_keer_een_melding_en_nooit_een_besluit() -> None:
    """On the last day nothing; the day after the mark, for each body that was asked; years later still no decision."""
    verhaal = voorgelegd()
    assert not verhaal.later(einde(verhaal)).feiten("RechtswegeMogelijk")
    stil = zwijgt(verhaal)
    assert {f.stap for f in stil.feiten("RechtswegeMogelijk")} == {PS, DR}
    assert stil.stand.rechtswege[PS].sinds == einde(verhaal) + timedelta(days=1)
    lang = stil.later(days=2000)
    assert len(lang.feiten("RechtswegeMogelijk")) == 2
    assert not lang.stand.stappen[PS].klaar
    assert not lang.stand.stappen[PS].behandelingen


def test_zwijgen_op_iets_anders_dan_toestemming_meldt_niets() -> None:
    """A zienswijze that doesn't come is only late."""
    verhaal = gekozen(VORM).loop_pad("VT1", "A5").gegeven(manager("LegVoor", stap="VT1.A5.PS"))
    stil = verhaal.later(days=400)
    assert stil.feiten("TermijnVerstreken")
    assert not stil.feiten("RechtswegeMogelijk")


def test_onder_het_eerste_reglement_blijft_zwijgen_alleen_een_verstreken_termijn() -> None:
    verhaal = voorgelegd()
    oud = Verhaal(stand=verhaal.stand.met(reglement="r2026_1"), nu=verhaal.nu, alles=verhaal.alles)
    stil = zwijgt(oud)
    assert stil.feiten("TermijnVerstreken")
    assert not stil.feiten("RechtswegeMogelijk")
    stil.als(oordeel("bevestigd")).geweigerd("van rechtswege", "niets vast te stellen")


def test_wie_besliste_op_tijd_zwijgt_niet() -> None:
    verhaal = voorgelegd()
    verhaal = verhaal.gegeven(verlening(verhaal))
    stil = zwijgt(verhaal, DR)
    assert [f.stap for f in stil.feiten("RechtswegeMogelijk")] == [DR]
    stil.als(oordeel("bevestigd", PS)).geweigerd("van rechtswege")


def test_een_verlengde_termijn_meldt_pas_na_het_nieuwe_einde() -> None:
    """Thirteen weeks more, taken in time: the first end passes in silence, the second doesn't."""
    verhaal = voorgelegd()
    eerste = einde(verhaal)
    verhaal = verhaal.gegeven(
        griffier("LegBesluitVast", stap=PS, uitkomst="verdaagd", motivering="PS vragen eerst advies")
    )
    assert einde(verhaal) == eerste + timedelta(weeks=13)
    assert PS not in zwijgt(verhaal, DR).stand.rechtswege
    assert PS in zwijgt(verhaal).stand.rechtswege


def test_tot_de_jurist_spreekt_kan_er_niets_worden_vastgelegd() -> None:
    """Neither a decision nor holding it over; the other councils go on."""
    stil = zwijgt()
    stil.als(verlening(stil)).geweigerd("van rechtswege", "jurist", f"StelRechtswegeVast {PS}")
    stil.als(griffier("HoudAan", stap=PS, reden="later")).geweigerd("van rechtswege")
    ander = f"VT1.A6.{ZEEWOLDE}"
    stil.gegeven(partner(ZEEWOLDE)("LegBesluitVast", stap=ander, uitkomst="verleend")).dan_ook("BesluitGenomen")


def test_ook_van_een_raad_die_zelf_vastlegt_wordt_niets_vastgelegd() -> None:
    zwijgt().als(partner(DRONTEN)("LegBesluitVast", stap=DR, uitkomst="verleend")).geweigerd("van rechtswege")


def test_bevestigd_is_toestemming_van_rechtswege() -> None:
    """The step ends well from the end of the term; its term lapses, for the body never answered."""
    stil = zwijgt()
    dag = einde(stil)
    vast = stil.als(oordeel("bevestigd")).dan("RechtswegeVastgesteld", "TermijnVervallen")
    stap = vast.stand.stappen[PS]
    assert stap.klaar
    laatste = stap.behandelingen[-1]
    assert (laatste.uitkomst, laatste.resultaat, laatste.afloop) == ("van_rechtswege", "verleend", "positief")
    assert laatste.op == dag + timedelta(days=1)
    vast.als(verlening(vast)).geweigerd("stap", "al besloten")
    vast.als(oordeel("niet")).geweigerd("van rechtswege")
    verder = vast.gegeven(oordeel("bevestigd", DR)).loop_pad("VT1")
    assert verder.als(manager("ZetInWerking", traject="VT1", per=verder.vandaag)).dan_ook("VormInWerking")


def test_niet_van_rechtswege_laat_de_stap_open() -> None:
    stil = zwijgt()
    open_ = stil.als(oordeel("niet")).dan("RechtswegeVastgesteld")
    assert not open_.stand.stappen[PS].klaar
    klaar = open_.gegeven(verlening(open_))
    assert klaar.stand.stappen[PS].klaar
    assert klaar.feiten("TermijnGehaald")[-1].op_tijd is False


def test_alsnog_besloten_legt_een_besluit_van_voor_het_einde_vast() -> None:
    """The body had decided in time; the term was met."""
    stil = zwijgt()
    dag = einde(stil)
    klaar = stil.gegeven(oordeel("alsnog_besloten"), verlening(stil, op=dag - timedelta(days=3)))
    assert klaar.stand.stappen[PS].afloop == "positief"
    assert next(f for f in klaar.feiten("TermijnGehaald") if f.termijn == f"{PS}/T02").op_tijd


def test_een_vastlegging_van_voor_het_einde_wordt_gewoon_bevestigd() -> None:
    """A recorded decision that waits for its second person is no silence, and needs no finding."""
    verhaal = voorgelegd().later(weeks=5)
    half = verhaal.alleen(verlening(verhaal)).dan("BesluitVastgelegd")
    stil = zwijgt(half)
    assert PS in stil.stand.rechtswege
    stil.als(oordeel("bevestigd")).geweigerd("vier ogen", "dan is er niet gezwegen")
    klaar = stil.gegeven(secretariaat.met(subject="s-ander")("BevestigBesluit", vastlegging=f"{PS}.v1"))
    assert klaar.stand.stappen[PS].klaar
    assert {r.stap for r in rechtsstand.open_rechtswege(klaar.stand)} == {DR}


def test_alleen_een_jurist_die_zeker_is_stelt_vast() -> None:
    stil = zwijgt()
    zet = {"stap": PS, "oordeel": "bevestigd", "motivering": "zo is het"}
    stil.als(griffier("StelRechtswegeVast", **zet)).geweigerd("bevoegdheid")
    stil.als(manager("StelRechtswegeVast", **zet)).geweigerd("bevoegdheid")
    stil.als(jurist.met(zekerheid="opgegeven")("StelRechtswegeVast", **zet)).geweigerd("zekerheid")


def test_een_oordeel_kan_worden_herzien_tot_er_is_besloten() -> None:
    stil = zwijgt().gegeven(oordeel("alsnog_besloten"))
    stil.als(oordeel("alsnog_besloten")).geweigerd("oordeel", "al vastgesteld")
    assert stil.gegeven(oordeel("bevestigd")).stand.stappen[PS].klaar


def test_na_afwijzing_en_opnieuw_voorleggen_kan_het_opnieuw() -> None:
    """Each silence is its own: the next term of the same step can lapse too."""
    stil = zwijgt().gegeven(oordeel("alsnog_besloten"))
    onthouden = instrument(stil.stand.stappen[PS], "onthouden")
    nee = {"stap": PS, "stemming": {"wijze": "zonder_stemming"}, "motivering": "strijd met het recht"}
    opnieuw = stil.gegeven(griffier("LegBesluitVast", **nee, **onthouden), manager("LegVoor", stap=PS))
    assert not rechtsstand.zwijgt(opnieuw.stand, PS)
    weer = zwijgt(opnieuw)
    assert [f.stap for f in weer.feiten("RechtswegeMogelijk")].count(PS) == 2
    assert rechtsstand.zwijgt(weer.stand, PS)


def test_jurist_griffier_en_opgavemanager_horen_het_en_het_wacht_op_de_jurist() -> None:
    stil = zwijgt()
    feit = next(f for f in stil.alles if f.inhoud.soort == "RechtswegeMogelijk")
    (bericht,) = (g for g in gevolgen(feit) if isinstance(g, Bericht))
    assert set(bericht.aan) == {"jurist", "griffier", "opgavemanager"}
    assert bericht.wettelijk
    post = next(p for p in overzicht.wachtposten(stil.stand) if (p.id, p.soort) == (PS, "rechtswege"))
    assert post.op_wie == "jurist"
    mogelijk = kan(stil, "StelRechtswegeVast")
    assert mogelijk is not None
    assert mogelijk.formulier["oordeel"] == "<bevestigd|niet|alsnog_besloten>"
    assert {v.betreft for v in vlaggen(stil.stand)} == {PS, DR}
    klaar = stil.gegeven(oordeel("niet"), oordeel("niet", DR))
    assert not vlaggen(klaar.stand)
    assert "rechtswege" not in {p.soort for p in overzicht.wachtposten(klaar.stand)}


def test_een_einde_van_de_opgave_verliest_het_zwijgen_niet() -> None:
    """Withdrawn, and the jurist still has to say what the silence was; only then the life is over."""
    weg = zwijgt().gegeven(manager("TrekIn", reden="geen geld"))
    assert not kern.is_afgerond(weg.stand)
    assert kan(weg, "StelRechtswegeVast")
    half = weg.gegeven(oordeel("bevestigd"))
    assert half.stand.stappen[PS].afloop == "positief"
    assert not kern.is_afgerond(half.stand)
    assert kern.is_afgerond(half.gegeven(oordeel("niet", DR)).stand)


# What comes over a decision


def gemeld(verhaal: Verhaal, stap: str, middel: str = "bezwaar", **meer: str) -> Verhaal:
    velden = {"door": "een ondernemersvereniging", "referentie": f"Z-{middel}", **meer}
    return verhaal.gegeven(jurist("MeldRechtsmiddel", stap=stap, middel=middel, **velden))


def afgedaan(uitkomst: str, middel: str = "RM1") -> object:
    return jurist("SluitRechtsmiddel", rechtsmiddel=middel, uitkomst=uitkomst, motivering="volgens de uitspraak")


def soorten(verhaal: Verhaal) -> set[str]:
    return {v.soort for v in vlaggen(verhaal.stand)}


def van(verhaal: Verhaal, id_: str) -> Vlag:
    return next(v for v in vlaggen(verhaal.stand) if v.betreft == id_)


PAST: list[tuple[str, str, str]] = [
    ("bezwaar", "gegrond", "nieuw_besluit"),
    ("bezwaar", "ongegrond", ""),
    ("bezwaar", "niet_ontvankelijk", ""),
    ("bezwaar", "ingetrokken", ""),
    ("beroep", "gegrond", "vernietiging"),
    ("beroep", "ongegrond", ""),
    ("beroep", "niet_ontvankelijk", ""),
    ("beroep", "ingetrokken", ""),
    ("voorlopige_voorziening", "toegewezen", "schorsing"),
    ("voorlopige_voorziening", "afgewezen", ""),
    ("voorlopige_voorziening", "niet_ontvankelijk", ""),
    ("voorlopige_voorziening", "ingetrokken", ""),
    ("schorsing", "opgeheven", ""),
    ("vernietiging", "onherroepelijk", "vernietiging"),
    ("vernietiging", "opgeheven", ""),
]


@pytest.mark.parametrize("middel", get_args(Rechtsmiddelsoort))
@pytest.mark.parametrize("uitkomst", get_args(Rechtsmiddeluitkomst))
def test_elk_middel_eindigt_zoals_het_kan_eindigen(middel: str, uitkomst: str) -> None:
    """Each middel with each outcome: it fits and leaves this flag, or it is refused with what would fit."""
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1", "A18"), "VT1.A1", middel)
    klaar = verhaal.als(afgedaan(uitkomst))
    gevonden = [vlag for m, u, vlag in PAST if (m, u) == (middel, uitkomst)]
    if not gevonden:
        klaar.geweigerd("uitkomst", "past hier niet", next(u for m, u, _ in PAST if m == middel))
    else:
        klaar.dan("RechtsmiddelAfgedaan")
        assert soorten(klaar) == ({gevonden[0]} if gevonden[0] else set())


def test_afgedaan_is_afgedaan() -> None:
    klaar = gemeld(gekozen("CONVENANT").loop_pad("VT1", "A18"), "VT1.A1").gegeven(afgedaan("ongegrond"))
    klaar.als(afgedaan("gegrond")).geweigerd("rechtsmiddel", "al afgedaan")
    klaar.als(afgedaan("gegrond", "RM9")).geweigerd("rechtsmiddel", "niet bekend")


def test_alleen_tegen_een_besluit_dat_is_genomen() -> None:
    verhaal = gekozen("CONVENANT")
    zet = {"middel": "bezwaar", "door": "een inwoner", "referentie": "Z-1"}
    verhaal.als(jurist("MeldRechtsmiddel", stap="VT1.A1", **zet)).geweigerd("stap", "niet besloten")
    verhaal.als(jurist("MeldRechtsmiddel", stap="B7", **zet)).geweigerd("stap", "niet bekend")
    later = verhaal.later(days=9).loop_pad("VT1", "A18")
    eerder = verhaal.vandaag
    later.als(jurist("MeldRechtsmiddel", op=eerder, stap="VT1.A1", **zet)).geweigerd("gebeurd_op", "pas op")
    een = later.gegeven(jurist("MeldRechtsmiddel", stap="VT1.A1", **zet))
    een.als(jurist("MeldRechtsmiddel", stap="VT1.A1", **zet)).geweigerd("rechtsmiddel", "al gemeld als RM1")
    een.als(manager("MeldRechtsmiddel", stap="VT1.A1", **{**zet, "referentie": "Z-2"})).geweigerd("bevoegdheid")
    te_vroeg = jurist(
        "SluitRechtsmiddel", op=eerder, rechtsmiddel="RM1", uitkomst="gegrond", motivering="volgens de uitspraak"
    )
    een.als(te_vroeg).geweigerd("gebeurd_op")


def test_een_eigen_id_is_in_de_hele_opgave_van_een_ding() -> None:
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1", "A18"), "VT1.A1", rechtsmiddel="AW-1")
    verhaal.als(manager("MaakAfspraak", afspraak="AW-1", tekst="bel", wie="jurist")).geweigerd("id")
    assert "RM2" in gemeld(verhaal, "VT1.A1", "beroep").stand.rechtsmiddelen


def test_wat_op_het_besluit_rust_staat_in_het_feit_en_in_de_vlaggen() -> None:
    """Later decisions, the form in force and its pilot; an earlier step does not rest on it."""
    verhaal = gemeld(pilot_loopt("CONVENANT"), "VT1.A1")
    erop = verhaal.het("RechtsmiddelGemeld").rust_erop
    assert any("VT1.A18" in wat for wat in erop)
    assert any("de vorm CONVENANT" in wat for wat in erop)
    assert any("pilot P1" in wat for wat in erop)
    assert not any("VT1.A0" in wat or "VT1.A16" in wat for wat in erop)
    vlag = van(verhaal, "P1")
    assert (vlag.soort, vlag.sinds) == ("rechtsmiddel", verhaal.vandaag)
    assert "rust op VT1.A1" in vlag.waarom
    assert "rust op" not in van(verhaal, "VT1.A1").waarom


def test_de_vlaggen_volgen_wat_er_later_bij_komt() -> None:
    """What is built on it after the report is flagged too; the fact keeps what stood there then."""
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1", "A18"), "VT1.A1")
    assert not verhaal.het("RechtsmiddelGemeld").rust_erop
    assert van(verhaal.loop_pad("VT1"), "VT1.A18").soort == "rechtsmiddel"


def test_een_vervolg_rust_op_zijn_besluit() -> None:
    verhaal = gemeld(geevalueerd(), "B2", "beroep")
    assert "het vervolg na evaluatie E1: opschalen" in verhaal.het("RechtsmiddelGemeld").rust_erop
    assert van(verhaal, "E1").soort == "rechtsmiddel"


def test_een_pilot_rust_op_zijn_go_no_go() -> None:
    verhaal = pilot_loopt().gegeven(
        manager("OpenBesluit", code="go_no_go", orgaan="GS", onderwerp="doorgaan", pilot="P1"),
        manager("LegVoor", stap="B2"),
        secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat="go"),
    )
    assert van(gemeld(verhaal, "B2"), "P1").waarom.endswith("Dit rust op B2.")


def test_een_gewijzigde_vorm_rust_tot_de_wijziging_op_de_oude_ronde() -> None:
    """While the path runs again the form in force rests on the old round; once in force again on the new one."""
    oud = in_werking("CONVENANT").gegeven(manager("WijzigVorm", traject="VT1", reden="een partner erbij"))
    assert "VT1" in {v.betreft for v in vlaggen(gemeld(oud, "VT1.A1").stand)}
    weer = oud.loop_pad("VT1")
    weer = weer.gegeven(manager("ZetInWerking", traject="VT1", per=weer.vandaag))
    assert "VT1" not in {v.betreft for v in vlaggen(gemeld(weer, "VT1.A1").stand)}
    assert "VT1" in {v.betreft for v in vlaggen(gemeld(weer, "VT1.r2.A1").stand)}


def test_een_teruggestuurde_ronde_rust_ook_op_wat_ervoor_was_besloten() -> None:
    """A path that began again halfway: the test of before is not done again, and still carries the form."""
    verhaal = gekozen("STICHTING").loop_pad("VT1", "A0b")
    terug = verhaal.gegeven(
        manager("LegVoor", stap="VT1.A0b"),
        secretariaat("LegBesluitVast", stap="VT1.A0b", uitkomst="opnieuw_ontwerp", motivering="te veel bezwaren"),
    )
    assert terug.stand.trajecten["VT1"].ronde == 2
    dragers = {s.id for s in rechtsstand.dragend(terug.stand, terug.stand.trajecten["VT1"])}
    assert "VT1.A13" in dragers
    assert "VT1.r2.A0" in dragers
    assert "VT1.A0" not in dragers
    klaar = gemeld(terug.loop_pad("VT1"), "VT1.A13", "schorsing")
    assert any("VT1.r2.A1 " in wat for wat in klaar.het("RechtsmiddelGemeld").rust_erop)
    klaar.als(manager("ZetInWerking", traject="VT1", per=klaar.vandaag)).geweigerd("rechtsgang")


@pytest.mark.parametrize(
    ("middel", "eerst", "weg"),
    [
        ("schorsing", (), "opgeheven"),
        ("vernietiging", (), "opgeheven"),
        ("voorlopige_voorziening", ("toegewezen",), "opgeheven"),
        ("beroep", ("gegrond",), "opgeheven"),
    ],
)
def test_een_geschorst_of_vernietigd_besluit_houdt_de_vorm_tegen(middel: str, eerst: tuple[str, ...], weg: str) -> None:
    """Not in force while it lasts; in force once it is lifted."""
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1"), "VT1.A1", middel)
    verhaal = verhaal.gegeven(*(afgedaan(u) for u in eerst))
    zet = manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)
    verhaal.als(zet).geweigerd("rechtsgang", "geldt", "VT1.A1")
    verhaal.gegeven(afgedaan(weg)).als(zet).dan("VormInWerking")


def test_een_lopend_bezwaar_houdt_de_vorm_niet_tegen() -> None:
    """An objection does not suspend (Awb 6:16); a dismissed request for suspension neither."""
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1"), "VT1.A1")
    verhaal = gemeld(verhaal, "VT1.A1", "voorlopige_voorziening").gegeven(afgedaan("afgewezen", "RM2"))
    verhaal.als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).dan("VormInWerking")


def test_een_onherroepelijke_vernietiging_blijft_tegenhouden() -> None:
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1"), "VT1.A1", "vernietiging").gegeven(afgedaan("onherroepelijk"))
    verhaal.als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).geweigerd("rechtsgang", "", "vernietigd")
    verhaal.als(afgedaan("opgeheven")).geweigerd("rechtsmiddel", "al afgedaan")


def test_onder_het_eerste_reglement_houdt_een_schorsing_niets_tegen() -> None:
    """What that reglement allowed it still allows; the flag is there all the same."""
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1"), "VT1.A1", "schorsing")
    oud = Verhaal(stand=verhaal.stand.met(reglement="r2026_1"), nu=verhaal.nu, alles=verhaal.alles)
    assert soorten(oud) == {"schorsing"}
    oud.als(manager("ZetInWerking", traject="VT1", per=oud.vandaag)).dan("VormInWerking")


def test_een_nieuw_besluit_haalt_de_vlag_van_een_gegrond_bezwaar_weg() -> None:
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1"), "VT1.A1").gegeven(afgedaan("gegrond"))
    assert soorten(verhaal) == {"nieuw_besluit"}
    nieuw = verhaal.gegeven(
        manager("OpenBesluit", code="wijziging", orgaan="GS", onderwerp="besluit op bezwaar", over="VT1.A1"),
        manager("LegVoor", stap="B2"),
        secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"),
    )
    assert not vlaggen(nieuw.stand)


def test_geen_vorm_in_werking_voor_de_bekendmaking() -> None:
    """Also when the bekendmaking names an earlier day (Wgr 26)."""
    verhaal = gekozen(VORM).loop_pad("VT1", "A7")
    per = verhaal.vandaag - timedelta(days=1)
    verhaal.als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).geweigerd("Wgr 26")
    a7 = griffier("LegBesluitVast", stap="VT1.A7", uitkomst="gepubliceerd", in_werking_op=per)
    klaar = verhaal.gegeven(a7).loop_pad("VT1")
    klaar.als(manager("ZetInWerking", traject="VT1", per=per)).geweigerd("Wgr 26")
    klaar.als(manager("ZetInWerking", traject="VT1", per=klaar.vandaag)).dan("VormInWerking")


def test_een_schorsing_horen_allen_een_bezwaar_wie_ermee_werkt() -> None:
    verhaal = gekozen("CONVENANT").loop_pad("VT1", "A18")

    def aan(middel: str) -> set[str]:
        (bericht,) = gevolgen(gemeld(verhaal, "VT1.A1", middel).laatste[-1])
        assert isinstance(bericht, Bericht)
        return set(bericht.aan)

    assert {"betrokkenen", "jurist"} == aan("schorsing")
    assert "partners" not in aan("bezwaar")
    assert {"jurist", "opgavemanager"} <= aan("bezwaar")


def test_een_open_middel_staat_op_de_lijst_van_de_jurist_en_in_het_dossier() -> None:
    verhaal = gemeld(gekozen("CONVENANT").loop_pad("VT1", "A18"), "VT1.A1")
    post = next(p for p in overzicht.wachtposten(verhaal.stand) if p.id == "RM1")
    assert (post.op_wie, post.soort) == ("jurist", "rechtsmiddel")
    mogelijk = kan(verhaal, "SluitRechtsmiddel")
    assert mogelijk is not None
    assert mogelijk.formulier["uitkomst"] == "<gegrond|ongegrond|niet_ontvankelijk|ingetrokken>"
    over = verhaal.gegeven(manager("DraagOver", functie="opgavemanager", naar="s-nieuw"))
    assert "RM1" in {p.betreft for p in over.het("Overgedragen").posten}
    klaar = verhaal.gegeven(afgedaan("ongegrond"))
    assert kan(klaar, "SluitRechtsmiddel") is None
    assert "RM1" not in {p.id for p in overzicht.wachtposten(klaar.stand)}


@pytest.mark.parametrize(
    ("middel", "uitkomsten"),
    [("bezwaar", ("ongegrond",)), ("voorlopige_voorziening", ("toegewezen", "opgeheven"))],
)
def test_een_open_middel_houdt_het_leven_open(middel: str, uitkomsten: tuple[str, ...]) -> None:
    """Also a granted provisional measure, until it is lifted; after closing it can still be ended."""
    verhaal = gemeld(in_f6("stoppen"), "VT1.A1", middel).gegeven(
        manager("SluitAf", uitkomst="stoppen", reden="zo besloten", passeer=HUISPOORTEN)
    )
    verhaal = verhaal.alles_nagekomen().later(days=400)
    for uitkomst in uitkomsten:
        assert not kern.is_afgerond(verhaal.stand)
        verhaal = verhaal.gegeven(afgedaan(uitkomst))
    assert not rechtsstand.niets_open(gemeld(in_f6("stoppen"), "VT1.A1", middel).stand)
    assert rechtsstand.niets_open(verhaal.stand)


def test_een_herstel_dat_op_bevestiging_wacht_houdt_het_leven_open() -> None:
    """Withdrawn while a correction waits for its second person: only when that spoke the life is over."""
    lijst = {"titel": "besluitenlijst PS", "referentie": "PS-2025-14"}
    besluit = {"soort": "LegBesluitVast", "stap": "B1", "stemming": {"wijze": "zonder_stemming"}, "resultaat": "kader"}
    besluit["beslispunten"] = ["de kaders vast te stellen"]
    herstel = griffier("HerstelVastlegging", besluit=besluit, besluitenlijst=lijst, reden="een punt ontbrak")
    half = gekozen("CONVENANT").alleen(herstel).dan("BesluitVastgelegd")
    weg = half.gegeven(manager("TrekIn", reden="geen geld"))
    assert not kern.is_afgerond(weg.stand)
    klaar = weg.gegeven(jurist("KeurVastleggingAf", vastlegging="B1.v2", reden="er ontbrak niets"))
    assert kern.is_afgerond(klaar.stand)


def test_een_leeg_leven_heeft_geen_vlaggen() -> None:
    assert vlaggen(kern.begin(Begin(opgave="FL-2025-01"))) == ()


def test_geheimhouding_geeft_geen_vlag_en_laat_geen_tekst_toe() -> None:
    verhaal = gekozen("CONVENANT").loop_pad("VT1", "A18")
    geheim = {"stap": "VT1.A1", "orgaan": "GS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "Besluit 4"}
    stil = verhaal.gegeven(secretariaat("LegGeheimhoudingOp", referentie="kluis 4", **geheim))
    assert not vlaggen(stil.stand)
    zet = {"stap": "VT1.A1", "middel": "bezwaar", "door": "een bedrijf", "referentie": "Z-1"}
    stil.als(jurist("MeldRechtsmiddel", **zet, toelichting="de prijs is te laag")).geweigerd("PW 84")
    open_ = stil.gegeven(jurist("MeldRechtsmiddel", **zet))
    open_.als(afgedaan("ongegrond")).geweigerd("PW 84")
    dicht = {"rechtsmiddel": "RM1", "uitkomst": "ongegrond", "motivering": "Besluit 4"}
    assert not vlaggen(open_.gegeven(jurist("SluitRechtsmiddel", **dicht)).stand)


def test_controversieel_is_een_vlag_tot_het_is_opgeheven() -> None:
    verhaal = gekozen("CONVENANT").gegeven(
        griffier("VerklaarControversieel", stap="VT1.A1", reden="de verkiezingen komen eraan")
    )
    vlag = van(verhaal, "VT1.A1")
    assert (vlag.soort, vlag.sinds) == ("controversieel", None)
    op = verhaal.gegeven(griffier("HefControversieelOp", stap="VT1.A1", reden="het nieuwe college is er"))
    assert not vlaggen(op.stand)
    assert not vlaggen(verhaal.gegeven(manager("TrekIn", reden="geen geld")).stand)


def test_wat_op_een_herstelde_uitslag_rust_is_een_vlag_tot_het_is_beoordeeld() -> None:
    lijst = {"titel": "besluitenlijst GS", "referentie": "GS-2025-14"}
    nee = {"soort": "LegBesluitVast", "stap": "VT1.A1", "uitkomst": "afgewezen", "motivering": "te duur"}
    verhaal = (
        gekozen("CONVENANT")
        .loop_pad("VT1", "A18")
        .gegeven(
            manager("LegVoor", stap="VT1.A18"),
            secretariaat("HerstelVastlegging", besluit=nee, besluitenlijst=lijst, reden="GS wezen het af"),
        )
    )
    vlag = van(verhaal, "VT1.A18")
    assert vlag.soort == "twijfel"
    assert "VT1.A1 bleek anders" in vlag.waarom
    assert not rechtsstand.niets_open(verhaal.stand)
    zet = {"stap": "VT1.A18", "oordeel": "opnieuw", "motivering": "GS wilden dit niet"}
    klaar = verhaal.gegeven(jurist("BeoordeelGrondslag", **zet), griffier("BeoordeelGrondslag", **zet))
    assert not vlaggen(klaar.stand)
    assert rechtsstand.niets_open(klaar.stand)


def test_een_toestemming_van_rechtswege_is_geen_vastlegging_die_kan_worden_hersteld() -> None:
    """It rests on a finding of the jurist, and once there it stays (Awb 10:29 lid 2)."""
    er = zwijgt().gegeven(oordeel("bevestigd"))
    nee = {"stap": PS, "stemming": {"wijze": "hoofdelijk", "voor": 10, "tegen": 31}, "motivering": "te duur"}
    lijst = {"titel": "besluitenlijst", "referentie": "BL-9"}
    na = er.alleen(griffier("HerstelVastlegging", besluit=nee, besluitenlijst=lijst, reden="anders besloten"))
    na.geweigerd("van rechtswege", "blijft")
    assert na.stand.stappen[PS].klaar


def test_op_een_ingetrokken_besluit_wordt_niet_verder_gebouwd() -> None:
    """A new besluit undoes nothing, but what it withdrew carries no next step and no form."""
    verhaal = gekozen("COOPERATIE").loop_pad("VT1", tot="A18")
    over = secretariaat("OpenBesluit", code="intrekking", orgaan="GS", over="VT1.A1", onderwerp="toch niet")
    intrekken = secretariaat("LegBesluitVast", stap="B2", uitkomst="conform")
    weg = verhaal.gegeven(over, manager("LegVoor", stap="B2"), intrekken)
    assert weg.stand.stappen["VT1.A1"].klaar
    weg.als(manager("LegBesluitVast", stap="VT1.A18", uitkomst="ondertekend")).geweigerd("volgorde", "niet meer geldt")
    af = verhaal.loop_pad("VT1").gegeven(over, manager("LegVoor", stap="B2"), intrekken)
    per = manager("ZetInWerking", traject="VT1", per=af.vandaag)
    af.als(per).geweigerd("rechtsgang", ontbreekt="VT1.A1")
    verhaal.loop_pad("VT1").als(per).dan("VormInWerking")


def test_ingetrokken_wensen_en_bedenkingen_houden_niets_tegen() -> None:
    """They were advice (PW 158 lid 2)."""
    verhaal = gekozen("COOPERATIE").loop_pad("VT1", tot="A1")
    over = griffier("OpenBesluit", code="intrekking", orgaan="PS", over="VT1.A3", onderwerp="toch geen bedenkingen")
    weg = verhaal.gegeven(over, manager("LegVoor", stap="B2"))
    weg = weg.gegeven(griffier("LegBesluitVast", stap="B2", stemming={"wijze": "zonder_stemming"}))
    assert weg.stand.stappen["VT1.A3"].ingetrokken_door == "B2"
    weg.als(manager("LegVoor", stap="VT1.A1")).dan("BesluitVoorgelegd")


@pytest.mark.parametrize("middel", ["schorsing", "vernietiging"])
def test_op_een_geschorst_of_vernietigd_besluit_wordt_niet_verder_gebouwd(middel: str) -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A1")
    zet = v.manager("LegVoor", stap="VT1.A1.GS")
    velden = {"stap": "VT1.A6.PS", "middel": middel, "door": "de Kroon", "referentie": "KB-1"}
    weg = verhaal.gegeven(v.jurist("MeldRechtsmiddel", **velden))
    weg.als(zet).geweigerd("volgorde", ontbreekt="VT1.A6.PS")
    verhaal.als(zet).dan_ook("BesluitVoorgelegd")
