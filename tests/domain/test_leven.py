"""The life as a whole: phases, pausing, ending, handing over, time of events, who said it, repeats."""

from datetime import date, timedelta

import pytest
import verhaal as v
from verhaal import (
    Verhaal,
    evaluator,
    gegeven,
    griffier,
    jurist,
    manager,
    partner,
    portefeuillehouder,
    secretariaat,
    secretaris,
    spreker,
)

from domain import kern
from domain.gevolgen import adressen, gevolgen

SLUIT = {"opschalen": {}, "stoppen": {}, "overdragen": {"overdracht_aan": "gemeente Dronten"}}


def test_een_opgave_begint_in_f1_met_een_ontvangstbevestiging_en_een_reflectiemoment() -> None:
    verhaal = gegeven(v.START).dan("OpgaveGestart", "AfspraakGemaakt", "TermijnGestart", "TermijnGestart")
    assert verhaal.stand.leven.fase == "F1"
    assert {t.code for t in verhaal.stand.termijnen.values()} == {"T18", "T19"}
    verhaal.als(v.START).geweigerd("id", "bestaat al")


def test_voor_de_start_kan_er_niets() -> None:
    Verhaal().als(v.PARTNERS[0]).geweigerd("toestand", "nog niet begonnen")


def test_de_zes_fasen_worden_een_voor_een_doorlopen_en_elk_verblijf_heeft_begin_en_eind() -> None:
    leven = v.in_f6().stand.leven
    assert [p.fase for p in leven.fasen] == ["F1", "F2", "F3", "F4", "F5", "F6"]
    assert all(p.tot is not None for p in leven.fasen[:-1])
    assert leven.fasen[-1].tot is None


def test_f4_overslaan_vraagt_een_reden_en_geen_pilotplan() -> None:
    verhaal = v.in_werking("LEERNETWERK").gegeven(v.rolkeuze("F3"))
    verhaal.als(manager("GaNaarFase", naar="F5")).geweigerd("reden")
    over = verhaal.als(manager("GaNaarFase", naar="F5", reden="er is niets te proberen")).dan("FaseBegonnen")
    assert over.het("FaseBegonnen").richting == "overgeslagen"
    assert over.het("FaseBegonnen").reden == "er is niets te proberen"


@pytest.mark.parametrize("naar", ["F3", "F4", "F5", "F6"])
def test_alleen_f4_kan_worden_overgeslagen(naar: str) -> None:
    gegeven(*v.BEGONNEN, v.BETEKENIS, v.flevo("F1")).als(manager("GaNaarFase", naar=naar, reden="haast")).geweigerd(
        "fase", "F4"
    )


def test_terug_naar_een_eerdere_fase_kan_met_reden_en_zonder_poort() -> None:
    verhaal = v.in_f5()
    verhaal.als(manager("GaNaarFase", naar="F4")).geweigerd("reden")
    terug = verhaal.als(manager("GaNaarFase", naar="F2", reden="de kaders schoven")).dan("FaseBegonnen")
    assert terug.het("FaseBegonnen").richting == "terug"
    assert [p.fase for p in terug.stand.leven.fasen][-2:] == ["F5", "F2"]
    verhaal.als(manager("GaNaarFase", naar="F5", reden="nogmaals")).geweigerd("fase", "al in fase")


@pytest.mark.parametrize("wanneer", [lambda: gegeven(*v.BEGONNEN), v.in_f2, v.in_f3, v.in_f4, v.in_f5, v.in_f6])
def test_pauzeren_hervatten_en_intrekken_kan_in_elke_fase(wanneer: object) -> None:
    verhaal: Verhaal = wanneer()  # type: ignore[operator]
    stil = verhaal.als(manager("Pauzeer", reden="formatie")).dan("OpgaveGepauzeerd")
    stil.als(manager("GaNaarFase", naar="F3", reden="x")).geweigerd("toestand", "gepauzeerd")
    stil.als(manager("Hervat")).dan("OpgaveHervat")
    weg = stil.als(manager("TrekIn", reden="geen draagvlak")).dan_ook("OpgaveIngetrokken")
    assert kern.is_afgerond(weg.stand)
    assert not [t for t in weg.stand.termijnen.values() if t.loopt]


def test_wie_intrekt_laat_geen_verzoek_stap_of_termijn_achter() -> None:
    verhaal = v.gekozen("COOPERATIE").gegeven(
        manager("LegVoor", stap="VT1.A13"), manager("VraagPartner", aan=[v.DRONTEN], vraag="wat vindt u?")
    )
    weg = verhaal.als(manager("TrekIn", reden="stop")).dan_ook("VerzoekIngetrokken", "BesluitstapVervallen")
    assert weg.stand.verzoeken["V1"].status == "ingetrokken"
    assert all(s.klaar for s in weg.stand.stappen.values())
    assert [f.termijn for f in weg.feiten("TermijnVervallen")].count("V1/T17") == 1
    weg.als(manager("VraagPartner", aan=[v.DRONTEN], vraag="nog iets?")).geweigerd("toestand", "ingetrokken")


@pytest.mark.parametrize("uitkomst", SLUIT)
def test_opschalen_overdragen_en_stoppen_zijn_alle_drie_een_voltooid_leven(uitkomst: str) -> None:
    klaar = v.in_f6(uitkomst).als(manager("SluitAf", uitkomst=uitkomst, reden="besloten", **SLUIT[uitkomst]))
    klaar.dan_ook("OpgaveAfgesloten")
    assert (klaar.stand.leven.toestand, klaar.stand.leven.uitkomst) == ("afgerond", uitkomst)
    assert kern.is_afgerond(klaar.alles_nagekomen().stand)


def test_een_opgave_eindigt_zoals_na_de_laatste_evaluatie_is_besloten() -> None:
    verhaal = v.in_f6("opschalen")
    verhaal.als(manager("SluitAf", uitkomst="stoppen", reden="toch maar")).geweigerd("S0-25", "opschalen, niet stoppen")
    door = v.in_f6("aanpassen_en_verlengen")
    door.als(manager("SluitAf", uitkomst="opschalen", reden="klaar")).geweigerd("S0-25", "aanpassen en verlengen")
    nogmaals = verhaal.gegeven(
        manager("StartEvaluatie", pilots=["P1"], evaluator="bureau"),
        evaluator("LegEvaluatieVast", evaluatie="E2", advies="stoppen"),
        manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"),
        manager("LegVoor", stap="B3"),
        secretariaat("LegBesluitVast", stap="B3", uitkomst="conform", resultaat="stoppen"),
        manager("BepaalVervolg", evaluatie="E2", uitkomst="stoppen", stap="B3", reden="volgens besluit"),
    )
    nogmaals.als(manager("SluitAf", uitkomst="stoppen", reden="besloten")).dan_ook("OpgaveAfgesloten")


GESTOPT = manager("StopPilotNu", pilot="P1", reden="brand")


def test_een_gevraagde_bekrachtiging_houdt_het_leven_open_tot_gs_haar_geven() -> None:
    """What was done at once is ratified also when the life ends first; nothing else is decided after the end."""
    weg = v.pilot_loopt().gegeven(GESTOPT, manager("TrekIn", reden="te gevaarlijk"))
    assert weg.stand.stappen["B2"].status == "voorgelegd"
    assert not kern.is_afgerond(weg.later(days=900).stand)
    aan = weg.gegeven(secretariaat("HoudAan", stap="B2", reden="volgende week"))
    assert not kern.is_afgerond(aan.stand)
    ja = aan.als(secretariaat("LegBesluitVast", stap="B2", uitkomst="conform")).dan("BesluitGenomen")
    assert kern.is_afgerond(ja.stand)


def test_na_het_einde_besluit_een_partner_niet_alsnog() -> None:
    stap = f"VT1.A16.{v.DRONTEN}"
    nee = partner(v.DRONTEN)("LegBesluitVast", stap=stap, uitkomst="niet_akkoord", motivering="te duur")
    weg = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(nee, manager("TrekIn", reden="geen draagvlak"))
    weg.als(partner(v.DRONTEN)("LegBesluitVast", stap=stap, uitkomst="akkoord")).geweigerd("toestand", "Na het einde")


def test_overdragen_noemt_aan_wie_en_afronden_kan_alleen_in_f6() -> None:
    v.in_f6().als(manager("SluitAf", uitkomst="overdragen", reden="besloten")).geweigerd("overdracht_aan")
    v.in_f5().als(manager("SluitAf", uitkomst="stoppen", reden="klaar")).geweigerd("fase")


def test_een_vervolg_verwijst_naar_de_opgave_die_erop_volgt_en_die_naar_haar_herkomst() -> None:
    klaar = v.in_f6().gegeven(manager("SluitAf", uitkomst="opschalen", reden="ja", vervolg="FL-2027-02"))
    assert klaar.stand.leven.vervolg == "FL-2027-02"
    zet = {**v.START.inhoud, "herkomst": [{"opgave": "FL-2025-01", "soort": "vervolg"}]}
    nieuw = gegeven(v.Zet(manager.door, zet))
    assert nieuw.stand.leven.herkomst[0].opgave == "FL-2025-01"


# Time of events


def test_laat_vastleggen_is_gewoon_en_wordt_gemerkt() -> None:
    verhaal = gegeven(*v.BEGONNEN).later(days=4)
    laat = verhaal.als(manager("Pauzeer", op=v.EERSTE_DAG + timedelta(days=1), reden="reces")).dan("OpgaveGepauzeerd")
    feit = laat.laatste[0]
    assert (feit.gebeurd_op, feit.laat_vastgelegd) == (v.EERSTE_DAG + timedelta(days=1), True)
    assert feit.vastgelegd_op.date() == v.EERSTE_DAG + timedelta(days=4)
    assert not verhaal.als(manager("Pauzeer", reden="reces")).laatste[0].laat_vastgelegd


def test_de_toekomst_en_de_tijd_voor_de_opgave_worden_geweigerd() -> None:
    verhaal = gegeven(*v.BEGONNEN).later(days=2)
    morgen, ervoor = verhaal.vandaag + timedelta(days=1), v.EERSTE_DAG - timedelta(days=1)
    verhaal.als(manager("Noteer", op=morgen, tekst="x")).geweigerd("gebeurd_op", "toekomst")
    verhaal.als(manager("Noteer", op=ervoor, tekst="x")).geweigerd("gebeurd_op", "voor het begin")
    assert verhaal.als(manager("Noteer", op=morgen, tekst="x")).laatste[0].gebeurd_op == verhaal.vandaag


def test_een_fase_eindigt_niet_voor_ze_begon() -> None:
    verhaal = v.in_f2().later(days=3).gegeven(*v.NAAR_F3)
    verhaal.als(manager("GaNaarFase", op=v.EERSTE_DAG, naar="F2", reden="terug")).geweigerd("gebeurd_op")


# Who may, and what every fact carries


def test_elk_feit_draagt_wie_namens_wie_op_welke_grond_en_hoe_zeker() -> None:
    verhaal = v.in_f2().gegeven(*v.KADER[:2]).alleen(v.KADER[2])
    door = verhaal.laatste[0].door
    assert (door.functie, door.subject, door.namens) == ("griffier", "s-griffier", "PS")
    assert (door.grondslag, door.zekerheid) == ("mandaat", "oidc")
    tijd = verhaal.later(days=100).laatste[0].door
    assert (tijd.functie, tijd.subject) == ("systeem", "tijd")


@pytest.mark.parametrize("zekerheid", ["opgegeven", "os-gebruiker", "link", "sleutel", "oidc"])
def test_een_besluit_vraagt_meer_dan_een_opgegeven_naam(zekerheid: str) -> None:
    open_, voor, besluit = v.KADER
    verhaal = v.in_f2().gegeven(open_, voor)
    na = verhaal.als(v.Zet(griffier.met(zekerheid=zekerheid).door, besluit.inhoud))
    if zekerheid == "opgegeven":
        na.geweigerd("zekerheid")
    else:
        na.dan("BesluitGenomen")


def test_wie_niet_mag_krijgt_te_horen_wie_wel_mag() -> None:
    gegeven(*v.BEGONNEN).als(griffier("Pauzeer", reden="x")).geweigerd("bevoegdheid", ontbreekt="opgavemanager")
    gegeven(*v.BEGONNEN).als(spreker("auditor")("Noteer", tekst="x")).geweigerd("bevoegdheid")


def test_de_partner_die_trekt_geeft_de_opdrachten_van_de_trekker() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    partner_ = partner(v.DRONTEN)
    verhaal.als(partner_("Pauzeer", reden="x")).geweigerd("bevoegdheid")
    trekt = verhaal.gegeven(manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="afgesproken"))
    trekt.als(partner_("Pauzeer", reden="x")).dan("OpgaveGepauzeerd")
    trekt.als(partner(v.ZEEWOLDE)("Pauzeer", reden="x")).geweigerd("bevoegdheid")
    assert adressen(trekt.stand, "trekker")[0].organisatie == v.DRONTEN


def test_een_opgave_kan_vanaf_de_start_een_partner_als_trekker_hebben() -> None:
    start = v.Zet(manager.door, {**v.START.inhoud, "trekker": v.DRONTEN})
    verhaal = gegeven(start, *v.PARTNERS)
    verhaal.als(partner(v.DRONTEN)("Pauzeer", reden="x")).dan("OpgaveGepauzeerd")


def test_de_trekker_doet_mee() -> None:
    gegeven(*v.BEGONNEN).als(manager("WijsTrekkerAan", trekker="gemeente-urk", reden="x")).geweigerd("trekker")


@pytest.mark.parametrize("trekker", ["trekker", "partners", "betrokkenen", "onbekend"])
def test_post_voor_een_trekker_die_niemand_kent_komt_bij_de_opgavemanager(trekker: str) -> None:
    verhaal = gegeven(v.Zet(manager.door, {**v.START.inhoud, "trekker": trekker}))
    assert [str(a) for a in adressen(verhaal.stand, "trekker")] == ["opgavemanager@provincie"]


# Handing over


def test_het_overdrachtsdossier_noemt_alle_taken_termijnen_en_toezeggingen() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(
        manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="cijfers"),
        manager("BepaalStap", stap="VT1.A13", van_toepassing=False, reden="geen geld"),
        manager("LegVoor", stap="VT1.A0"),
        manager("MaakAfspraak", tekst="bel de pers", wie="opgavemanager", uiterlijk="2025-06-02"),
        manager("MeldSignaal", ernst=2, omschrijving="stroef"),
        manager("Noteer", tekst="wethouder belde"),
    )
    over = verhaal.als(manager("DraagOver", functie="opgavemanager", naar="s-nieuw")).dan("Overgedragen")
    feit = over.het("Overgedragen")
    assert (feit.van, feit.naar) == ("s-opgavemanager", "s-nieuw")
    assert over.stand.leven.functies["opgavemanager"] == "s-nieuw"
    per_soort = {s: {p.betreft for p in feit.posten if p.soort == s} for s in ("taak", "termijn", "toezegging")}
    assert {"V1", "VT1.A0", "S1", "N1"} <= per_soort["taak"]
    assert per_soort["termijn"] == {t.betreft for t in over.stand.termijnen.values() if t.loopt}
    assert {"AF2"} <= per_soort["toezegging"] | {"AF2"}
    assert per_soort["toezegging"] == {a.id for a in over.stand.afspraken.values() if a.afgerond_op is None}
    (bericht,) = gevolgen(over.laatste[0])
    assert len(bericht.alineas) == 1 + len(feit.posten)  # type: ignore[union-attr]
    over.als(manager("DraagOver", functie="opgavemanager", naar="s-nieuw")).geweigerd("naar")


# Reglement, repeats, receipts


def test_naar_een_ander_reglement_is_een_besluit_en_alleen_naar_een_nieuwer() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    verhaal.als(jurist("StapOverOpReglement", reglement="r2031_1", reden="x")).geweigerd("reglement", "bestaat niet")
    verhaal.als(jurist("StapOverOpReglement", reglement="r2026_1", reden="x")).geweigerd("reglement", "niet nieuwer")
    verhaal.als(manager("StapOverOpReglement", reglement="r2026_1", reden="x")).geweigerd("bevoegdheid")


def test_een_herhaalde_opdracht_geeft_het_eerste_bewijs_en_geen_feit() -> None:
    eerst = gegeven(*v.BEGONNEN).als(manager("Noteer", tekst="gebeld"), id_="mijn-id")
    nog_eens = eerst.gegeven(manager("Pauzeer", reden="x")).als(manager("Noteer", tekst="gebeld"), id_="mijn-id")
    assert nog_eens.laatste == ()
    assert kern.bewijs(nog_eens.stand, "mijn-id") == kern.bewijs(eerst.stand, "mijn-id")


def test_ook_een_weigering_is_een_bewijs_met_regel_en_reden() -> None:
    nee = gegeven(*v.BEGONNEN).als(manager("Hervat"))
    assert nee.bewijs.geweigerd
    assert nee.bewijs.seq == nee.stand.seq
    assert nee.bewijs.hash == nee.stand.kop
    assert nee.bewijs.reden
    assert nee.stand.leven.geweigerd == 1


def test_ps_horen_van_elke_poort_als_het_thema_majeur_is() -> None:
    """S1-11."""
    for majeur in (True, False):
        start = v.Zet(manager.door, {**v.START.inhoud, "majeur_thema": majeur})
        verhaal = gegeven(start, *v.NAAR_F2)
        bericht, _aan_de_buren = gevolgen(verhaal.laatste[-1])
        wie = {str(a) for rol in bericht.aan for a in adressen(verhaal.stand, rol)}  # type: ignore[union-attr]
        assert ("griffier@provincie" in wie) is majeur


def test_de_secretaris_en_de_portefeuillehouder_kunnen_ook_pauzeren() -> None:
    for wie in (secretaris, portefeuillehouder):
        gegeven(*v.BEGONNEN).als(wie("Pauzeer", reden="formatie", tot=date(2025, 9, 1))).dan("OpgaveGepauzeerd")
