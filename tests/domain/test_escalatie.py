"""Bestuurders are reminded only when a person agreed; what waits for consent ends when there is nothing left to ask."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import verhaal as v
from test_herinneringen import ANTWOORD, TERMIJN, bij, feiten, gestuurd, gevraagd, tot, treden
from verhaal import Verhaal, gegeven, manager, opdrachtgever, partner

from domain import kern
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.kalender import lokaal
from domain.zinnen import vertel

T10, T15 = date(2025, 4, 14), date(2025, 4, 23)
BESTUURDER = f"{v.DRONTEN}:bestuurder"


def voorgelegd() -> Verhaal:
    """T+10: ESC1 waits on the opgavemanager."""
    return tot(gevraagd(), T10)


def beslis(akkoord: bool, escalatie: str = "ESC1", **meer: Any) -> v.Zet:
    return manager("BeslisEscalatie", escalatie=escalatie, akkoord=akkoord, **meer)


def naar_bestuurders(verhaal: Verhaal) -> list[tuple[str, str, str]]:
    bovenaan = ("portefeuillehouder", BESTUURDER, f"{v.ZEEWOLDE}:bestuurder")
    return [(f.trede, f.aan, f.escalatie) for f in gestuurd(verhaal) if f.aan in bovenaan]


def statussen(verhaal: Verhaal) -> dict[str, str]:
    return {e.id: e.status for e in verhaal.stand.escalaties.values()}


def test_na_tien_werkdagen_wordt_akkoord_gevraagd_en_een_signaal_gemeld() -> None:
    """One escalation for both bestuurders, a house term for the manager, a signal with its own term."""
    verhaal = voorgelegd()
    f = verhaal.het("EscalatieVoorgelegd")
    assert (f.escalatie, f.trede, f.aan) == ("ESC1", "T+10", (BESTUURDER, "portefeuillehouder"))
    akkoord = verhaal.stand.termijnen["ESC1/H06"]
    assert (akkoord.geadresseerde, akkoord.soort, akkoord.einde) == ("opgavemanager", "huis", date(2025, 4, 17))
    (signaal,) = verhaal.feiten("SignaalGemeld")
    assert (signaal.partner, signaal.ernst) == (v.DRONTEN, 2)
    assert f"{signaal.signaal}.intake/T21" in verhaal.stand.termijnen
    assert naar_bestuurders(verhaal) == []


def test_de_vraag_om_akkoord_noemt_wat_wie_en_wat_er_gebeurt_als_niemand_beslist() -> None:
    (feit,) = [f for f in voorgelegd().alles if f.inhoud.soort == "EscalatieVoorgelegd"]
    (bericht,) = gevolgen(feit)
    assert isinstance(bericht, Bericht)
    assert bericht.aan == ("opgavemanager",)
    for zin in ("ESC1", "T+10", "de bestuurder van gemeente-dronten", "cijfers"):
        assert zin in bericht.vraag
    assert "krijgen niets zolang niemand akkoord geeft" in " ".join(bericht.alineas)
    assert "gemeente-dronten reageerde niet" in vertel(feit)


def test_met_akkoord_gaat_het_bericht_naar_elke_bestuurder_een_keer() -> None:
    """At once in office hours; T+10 does not come again."""
    verhaal = voorgelegd().als(beslis(True))
    verhaal.dan("EscalatieBeslist", "TermijnGehaald", "HerinneringVerstuurd", "HerinneringVerstuurd")
    samen = [("T+10", BESTUURDER, "ESC1"), ("T+10", "portefeuillehouder", "ESC1")]
    assert naar_bestuurders(verhaal) == samen
    assert naar_bestuurders(tot(verhaal, date(2025, 4, 22))) == samen
    assert not verhaal.stand.termijnen["ESC1/H06"].loopt


def test_wat_voor_bestuurders_is_wordt_niet_omgeleid_met_de_rest() -> None:
    om = bij("omleiden", naar=f"{v.DRONTEN}:coordinator", tot=date(2025, 12, 31))
    verhaal = tot(gevraagd().gegeven(om), T10).gegeven(beslis(True))
    assert naar_bestuurders(verhaal) == [("T+10", BESTUURDER, "ESC1"), ("T+10", "portefeuillehouder", "ESC1")]


def test_akkoord_in_de_avond_gaat_de_volgende_ochtend_uit() -> None:
    avond = voorgelegd()._stap(datetime(2025, 4, 14, 19, tzinfo=UTC), None).als(beslis(True))
    avond.dan("EscalatieBeslist", "TermijnGehaald")
    ochtend = tot(avond, date(2025, 4, 15))
    momenten = [feit.vastgelegd_op for feit, f in feiten(ochtend) if f.escalatie == "ESC1"]
    assert lokaal(momenten[-1]).time() == time(8, 30)
    assert len(naar_bestuurders(ochtend)) == 2


def test_wat_akkoord_kreeg_gaat_altijd_uit_ook_als_de_volgende_trede_al_aan_de_beurt_is() -> None:
    """Agreed on the evening before T+15, and the worker was down until the day after."""
    avond = tot(voorgelegd(), date(2025, 4, 22))._stap(datetime(2025, 4, 22, 19, tzinfo=UTC), None)
    na = avond.gegeven(beslis(True)).later(date(2025, 4, 24))
    assert {t for t, _, _ in naar_bestuurders(na)} == {"T+10"}
    assert na.het("EscalatieVoorgelegd").trede == "T+15"


def test_weigeren_vraagt_een_reden_en_de_volgende_trede_wordt_opnieuw_voorgelegd() -> None:
    voorgelegd().als(beslis(False)).geweigerd("reden", "Geef de reden")
    nee = voorgelegd().als(beslis(False, reden="eerst bellen")).dan("EscalatieBeslist", "TermijnGehaald")
    later = tot(nee, T15)
    assert naar_bestuurders(later) == []
    assert statussen(later) == {"ESC1": "niet_akkoord", "ESC2": "wacht"}
    assert later.het("EscalatieVoorgelegd").trede == "T+15"
    assert len(later.feiten("SignaalGemeld")) == 1
    ja = later.als(beslis(True, "ESC2"))
    assert naar_bestuurders(ja) == [("T+15", BESTUURDER, "ESC2"), ("T+15", "portefeuillehouder", "ESC2")]


def test_een_besliste_escalatie_wordt_niet_nog_eens_beslist() -> None:
    klaar = voorgelegd().gegeven(beslis(True))
    klaar.als(beslis(False, reden="toch niet")).geweigerd("escalatie", "er is akkoord gegeven")
    klaar.als(beslis(True, "ESC9")).geweigerd("escalatie", "ESC9")
    eerder = manager("BeslisEscalatie", op=date(2025, 4, 11), escalatie="ESC1", akkoord=True)
    voorgelegd().als(eerder).geweigerd("gebeurd_op", "2025-04-14")


def test_wie_zwijgt_over_akkoord_beslist_niets_en_de_opdrachtgever_hoort_het() -> None:
    """The ladder of H06 goes up; T+15 overtakes T+10, so that one question is left."""
    stil = tot(voorgelegd(), T15)
    akkoord = [(f.trede, f.aan) for f in stil.feiten("HerinneringVerstuurd") if f.termijn == "ESC1/H06"]
    assert akkoord == [("T", "opgavemanager"), ("T+1", "ambtelijk_opdrachtgever")]
    assert statussen(stil) == {"ESC1": "vervallen", "ESC2": "wacht"}
    assert stil.stand.termijnen["ESC1/H06"].status == "vervallen"
    assert naar_bestuurders(tot(stil, date(2026, 4, 1))) == []
    assert naar_bestuurders(stil.als(opdrachtgever("BeslisEscalatie", escalatie="ESC2", akkoord=True))) != []


def test_een_verstreken_akkoordtermijn_gaat_niemand_buiten_de_provincie_aan() -> None:
    trekt = gevraagd().gegeven(manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="x"))
    verhaal = tot(trekt, date(2025, 4, 22))
    ((feit, _),) = feiten(verhaal, "TermijnVerstreken", "ESC1/H06")
    (bericht,) = gevolgen(feit)
    assert isinstance(bericht, Bericht)
    assert bericht.aan == ("opgavemanager", "ambtelijk_opdrachtgever")


def test_een_antwoord_intrekken_of_doorgaan_beeindigt_wat_op_akkoord_wacht() -> None:
    """In the same breath as the command, with the term for the consent."""
    slot = ("EscalatieVervallen", "TermijnVervallen")
    voorgelegd().als(ANTWOORD).dan("VerzoekBeantwoord", "TermijnGehaald", *slot)
    weg = voorgelegd().als(manager("TrekVerzoekIn", verzoek="V1", reden="niet nodig"))
    weg.dan("VerzoekIngetrokken", "TermijnVervallen", *slot)
    anders = opdrachtgever("BepaalStilte", verzoek="V1", bij_stilte="doorgaan_na_besluit", reden="spoed")
    door = voorgelegd().gegeven(anders).als(manager("GaDoorZonderReactie", verzoek="V1", reden="spoed"))
    door.dan_ook(*slot)
    for verhaal in (weg, door):
        assert statussen(verhaal) == {"ESC1": "vervallen"}
        assert not [t.id for t in verhaal.stand.termijnen.values() if t.code == "H06" and t.loopt]
        verhaal.als(beslis(True)).geweigerd("escalatie", "vervallen")


def test_een_antwoord_na_akkoord_in_de_avond_houdt_het_bericht_tegen() -> None:
    """Agreed at nine, answered at ten: nothing goes to the bestuurders in the morning."""
    avond = voorgelegd()._stap(datetime(2025, 4, 14, 19, tzinfo=UTC), None).gegeven(beslis(True))
    assert naar_bestuurders(tot(avond.gegeven(ANTWOORD), date(2025, 5, 1))) == []


def test_bij_stilte_escaleren_geeft_niet_alvast_akkoord() -> None:
    """Whoever set it wants the bestuurders to be asked; each time someone still agrees first."""
    vraag = opdrachtgever("VraagPartner", aan=[v.DRONTEN], vraag="cijfers", bij_stilte="escaleren")
    verhaal = tot(gegeven(*v.BEGONNEN, vraag), T10)
    assert statussen(verhaal) == {"ESC1": "wacht"}
    assert naar_bestuurders(verhaal) == []


def test_een_pauze_houdt_ook_een_escalatie_stil() -> None:
    """Neither asked nor sent while the opgave rests; what was agreed to leaves when it goes on."""
    rust = tot(gevraagd(), date(2025, 4, 11)).gegeven(manager("Pauzeer", reden="formatie"))
    assert statussen(tot(rust, date(2025, 6, 2))) == {}
    midden = voorgelegd().gegeven(manager("Pauzeer", reden="formatie"), beslis(True))
    assert naar_bestuurders(tot(midden, date(2025, 4, 16))) == []
    assert len(naar_bestuurders(tot(midden, date(2025, 4, 16)).als(manager("Hervat")))) == 2


def test_na_een_fusie_gaat_het_naar_de_bestuurder_van_de_nieuwe_organisatie() -> None:
    fusie = manager("VoegPartnersSamen", partner=v.DRONTEN, gaat_over_in=v.ZEEWOLDE, reden="herindeling")
    nieuw = f"{v.ZEEWOLDE}:bestuurder"
    for verhaal in (tot(gevraagd().gegeven(fusie), T10), voorgelegd().gegeven(fusie)):
        ja = verhaal.als(beslis(True))
        assert naar_bestuurders(ja) == [("T+10", nieuw, "ESC1"), ("T+10", "portefeuillehouder", "ESC1")]
        assert naar_bestuurders(tot(ja, date(2025, 4, 22))) == naar_bestuurders(ja)


def test_na_weken_stilstand_wordt_alleen_de_laatste_trede_voorgelegd_met_wat_niet_meer_gaat() -> None:
    """The manager sees what the partner never heard, before bestuurders are told that it was silent."""
    verhaal = gevraagd().later(date(2025, 5, 12))
    assert treden(verhaal) == []
    f = verhaal.het("EscalatieVoorgelegd")
    assert f.trede == "T+15"
    hoger = f"{v.DRONTEN}:ambtelijk_opdrachtgever"
    assert set(f.overgeslagen) == {
        *(f"T+2 {v.DRONTEN}", "T+2 opgavemanager", f"T+5 {v.DRONTEN}", f"T+5 {hoger}", "T+5 ambtelijk_opdrachtgever"),
        *(f"T+10 {BESTUURDER}", "T+10 portefeuillehouder"),
    }
    assert len(verhaal.feiten("SignaalGemeld")) == 1
    assert kern.volgend_moment(verhaal.stand, verhaal.nu) != verhaal.nu


def test_aanhouden_houdt_ook_de_vraag_om_akkoord_tegen() -> None:
    stil = tot(gevraagd().gegeven(bij("aanhouden", trede="T+10", tot=date(2025, 4, 16))), date(2025, 4, 16))
    assert statussen(stil) == {}
    assert statussen(tot(stil, date(2025, 4, 17))) == {"ESC1": "wacht"}


def test_een_termijn_die_weer_loopt_laat_de_escalatie_vervallen() -> None:
    langer = manager("VerlengTermijn", termijn=TERMIJN, tot=date(2025, 6, 30), reden="nieuwe afspraak")
    verhaal = voorgelegd().als(langer).dan("TermijnVerlengd", "EscalatieVervallen", "TermijnVervallen")
    assert statussen(verhaal) == {"ESC1": "vervallen"}
    opnieuw = tot(verhaal, date(2025, 7, 14))
    assert statussen(opnieuw) == {"ESC1": "vervallen", "ESC2": "wacht"}
    assert naar_bestuurders(opnieuw) == []


def test_wie_trekker_is_beslist_niet_over_een_escalatie_over_zichzelf() -> None:
    trekt = voorgelegd().gegeven(manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="x"))
    trekt.als(partner(v.DRONTEN)("BeslisEscalatie", escalatie="ESC1", akkoord=False, reden="x")).geweigerd(
        "bevoegdheid"
    )


def test_intrekken_van_de_opgave_laat_geen_escalatie_achter() -> None:
    """Also one about a promise, whose term ends with the opgave itself."""
    belofte = manager("MaakAfspraak", tekst="lever cijfers", wie=v.DRONTEN, uiterlijk=date(2025, 3, 31))
    verhaal = tot(gegeven(*v.BEGONNEN, belofte), T10)
    assert statussen(verhaal) == {"ESC1": "wacht"}
    weg = verhaal.als(manager("TrekIn", reden="gestopt"))
    assert statussen(weg) == {"ESC1": "vervallen"}
    assert kern.is_afgerond(weg.stand)


def test_over_een_belofte_die_na_het_einde_blijft_staan_wordt_ook_na_het_einde_beslist() -> None:
    """What waited when the opgave was closed, and what is put to the manager after that; then the life can end."""
    f6 = v.in_f6("stoppen")
    dag = lokaal(f6.nu).date()
    belofte = manager("MaakAfspraak", tekst="lever cijfers", wie=v.DRONTEN, uiterlijk=dag)
    sluit = manager("SluitAf", uitkomst="stoppen", reden="besloten")
    beloofd = f6.gegeven(belofte)
    wacht = tot(beloofd, dag + timedelta(days=16))
    assert statussen(wacht) == {"ESC1": "wacht"}
    for dicht in (wacht.gegeven(sluit), tot(beloofd.gegeven(sluit), dag + timedelta(days=16))):
        assert statussen(dicht) == {"ESC1": "wacht"}
        assert dicht.stand.termijnen["ESC1/H06"].loopt
        klaar = tot(dicht.gegeven(beslis(True)), dag + timedelta(days=17), uur=8)
        assert ("ESC1", BESTUURDER) in {(f.escalatie, f.aan) for f in klaar.feiten("HerinneringVerstuurd")}
        assert not klaar.stand.termijnen["ESC1/H06"].loopt


def test_een_heel_lange_vraag_past_in_de_escalatie() -> None:
    """A question may be ten thousand letters; time can't refuse, so it shortens."""
    lang = manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers en nog wat " * 500)
    verhaal = tot(gegeven(*v.BEGONNEN, lang), T10)
    assert len(verhaal.het("EscalatieVoorgelegd").wat) <= 200
    assert verhaal.feiten("SignaalGemeld")


def test_het_bericht_aan_bestuurders_is_formeel_en_belooft_geen_akkoord_door_zwijgen() -> None:
    """T+10 asks, T+15 proposes to talk and says what going on without a reaction is."""
    na = tot(voorgelegd().gegeven(beslis(True)), T15).gegeven(beslis(True, "ESC2"))
    tekst = {
        (f.trede, g.aan[0]): (g.onderwerp, " ".join(g.alineas), g.vraag)
        for feit, f in feiten(na)
        for g in gevolgen(feit)
        if f.escalatie and isinstance(g, Bericht)
    }
    eerst, laatst = tekst["T+10", BESTUURDER], tekst["T+15", BESTUURDER]
    assert eerst[0].startswith("Nog geen reactie")
    assert "maandag 31 maart 2025" in eerst[1]
    assert "bestuurlijk overleg" not in eerst[1]
    assert laatst[0].startswith("Voorstel voor bestuurlijk overleg")
    assert "We stellen een bestuurlijk overleg voor." in laatst[1]
    assert "een besluit met redenen; het betekent niet dat u akkoord bent" in laatst[1]
    assert tekst["T+10", "portefeuillehouder"][2] == ""
    assert "bestuurlijk overleg" in tekst["T+15", "portefeuillehouder"][2]
