"""Partners join, leave and merge; nothing they promised, signed or paid is forgotten."""

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import gegeven, manager, partner

from domain.basis import GERESERVEERD
from domain.gevolgen import adressen, gevolgen

WEG = manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="andere keuzes")


def test_een_partner_treedt_toe_en_krijgt_bericht() -> None:
    verhaal = gegeven(v.START).als(v.PARTNERS[0]).dan("PartnerToegetreden")
    assert gevolgen(verhaal.laatste[0])[0].aan == (v.DRONTEN,)  # type: ignore[union-attr]
    verhaal.als(v.PARTNERS[0]).geweigerd("partner", "doet al mee")


@pytest.mark.parametrize("id_", sorted(GERESERVEERD))
def test_een_partner_heet_niet_naar_een_functie_of_orgaan(id_: str) -> None:
    """Else the manager could record what the jurist or notaris decides, by making a partner of that name."""
    gegeven(v.START).als(manager("VoegPartnerToe", partner=id_, naam="x", type="bedrijf")).geweigerd("partner")


def test_een_onbekende_partner_wordt_bij_naam_geweigerd() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    verhaal.als(manager("VraagPartner", aan=["gemeente-urk"], vraag="x")).geweigerd(
        "partner", "gemeente-urk", v.DRONTEN
    )
    verhaal.als(partner("gemeente-urk")("Noteer", tekst="x")).geweigerd("bevoegdheid", "geen partner")


def test_wie_later_toetreedt_krijgt_zijn_stap_in_elk_pad_dat_nog_loopt() -> None:
    verhaal = v.gekozen("CONVENANT").als(manager("VoegPartnerToe", partner="gemeente-urk", naam="Urk", type="gemeente"))
    verhaal.dan("PartnerToegetreden", "BesluitstapGeopend")
    nieuw = verhaal.stand.stappen["VT1.A16.gemeente-urk"]
    assert nieuw.volgorde == verhaal.stand.stappen[f"VT1.A16.{v.DRONTEN}"].volgorde
    alleen = v.gekozen("CONVENANT", deelnemers=(v.DRONTEN,))
    alleen.als(manager("VoegPartnerToe", partner="gemeente-urk", naam="Urk", type="gemeente")).dan("PartnerToegetreden")


def test_wie_uittreedt_verliest_verzoeken_en_stappen_maar_niet_wat_is_toegezegd_en_betaald() -> None:
    verhaal = (
        v.gekozen("CONVENANT")
        .loop_pad("VT1", tot="A16")
        .gegeven(
            manager("LegVoor", stap=f"VT1.A16.{v.DRONTEN}"),
            manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="cijfers"),
            manager("MaakAfspraak", tekst="levert data", wie=v.DRONTEN, bron="partner"),
            manager("BoekGeld", geldsoort="toegezegd", bedrag=500_00, bron=v.DRONTEN, referentie="T-1"),
            manager("BoekGeld", geldsoort="besteed", bedrag=200_00, bron=v.DRONTEN, referentie="T-1"),
        )
    )
    weg = verhaal.als(WEG).dan_ook(
        "PartnerUitgetreden", "VerzoekIngetrokken", "BesluitstapVervallen", "TermijnVervallen"
    )
    feit = weg.het("PartnerUitgetreden")
    assert (feit.toezeggingen, feit.toegezegd, feit.besteed) == (("AF2",), 500_00, 200_00)
    assert weg.stand.verzoeken["V1"].status == "ingetrokken"
    assert weg.stand.verzoeken["V2"].status == "open"
    assert weg.stand.stappen[f"VT1.A16.{v.DRONTEN}"].klaar
    assert not [t for t in weg.stand.termijnen.values() if t.loopt and t.geadresseerde == v.DRONTEN]
    assert weg.stand.afspraken["AF2"].afgerond_op is None
    assert {str(a) for a in adressen(weg.stand, "partners")} == {f"partner@{p}" for p in (v.ZEEWOLDE, v.NETBEHEER)}


def test_alleen_wat_een_partner_echt_besloot_heet_ondertekend() -> None:
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").klaar(f"VT1.A16.{v.DRONTEN}")
    assert verhaal.als(WEG).het("PartnerUitgetreden").ondertekende_stappen == (f"VT1.A16.{v.DRONTEN}",)
    terug = v.gekozen("CONVENANT")
    assert terug.als(WEG).het("PartnerUitgetreden").ondertekende_stappen == ()


def test_het_pad_gaat_verder_zonder_wie_uittrad() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(WEG).loop_pad("VT1")
    verhaal.als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).dan("VormInWerking")


@pytest.mark.parametrize("deelnemers", [(), (v.DRONTEN, v.ZEEWOLDE)])
def test_een_nieuwe_ronde_vraagt_niets_van_wie_uittrad(deelnemers: tuple[str, ...]) -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN", deelnemers=deelnemers).gegeven(WEG).loop_pad("VT1")
    opnieuw = verhaal.gegeven(
        manager("ZetInWerking", traject="VT1", per=verhaal.vandaag),
        manager("WijzigVorm", traject="VT1", reden="uittreding"),
    )
    nieuw = [s for s in opnieuw.stand.stappen.values() if s.ronde == 2]
    assert {s.orgaan for s in nieuw if s.code == "A6"} == {"PS", v.ZEEWOLDE}


def test_een_nieuwe_ronde_vraagt_ook_wie_later_toetrad() -> None:
    erbij = manager("VoegPartnerToe", partner="gemeente-urk", naam="Urk", type="gemeente")
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").gegeven(erbij).loop_pad("VT1")
    opnieuw = verhaal.gegeven(
        manager("ZetInWerking", traject="VT1", per=verhaal.vandaag),
        manager("WijzigVorm", traject="VT1", reden="toetreding"),
    )
    assert "VT1.r2.A6.gemeente-urk" in opnieuw.stand.stappen


def test_treedt_de_trekker_uit_dan_neemt_de_provincie_waar_en_wordt_om_een_nieuwe_gevraagd() -> None:
    trekt = gegeven(*v.BEGONNEN, manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="afspraak"))
    weg = trekt.als(WEG).dan_ook("TrekkerAangewezen", "AfspraakGemaakt")
    assert weg.het("PartnerUitgetreden").trekker_nodig
    assert weg.stand.leven.trekker == "provincie"
    vraag = weg.het("AfspraakGemaakt")
    assert (vraag.tekst, vraag.wie) == ("Wijs een nieuwe trekker aan", "portefeuillehouder")
    nieuw = weg.als(manager("WijsTrekkerAan", trekker=v.ZEEWOLDE, reden="neemt over"))
    nieuw.dan("TrekkerAangewezen", "AfspraakAfgerond")


def test_wie_uittrad_geeft_geen_opdrachten_meer_maar_komt_zijn_afspraken_na() -> None:
    afspraak = manager("MaakAfspraak", afspraak="data", tekst="levert data", wie=v.DRONTEN)
    verhaal = v.gekozen("CONVENANT").gegeven(afspraak, WEG)
    verhaal.als(partner(v.DRONTEN)("MeldSignaal", ernst=1, omschrijving="x")).geweigerd("bevoegdheid", "niet meer mee")
    verhaal.als(partner(v.DRONTEN)("RondAfspraakAf", afspraak="data", resultaat="geleverd")).dan("AfspraakAfgerond")
    verhaal.als(WEG).geweigerd("partner", "al uitgetreden")


def test_na_een_fusie_staat_alles_wat_open_is_op_naam_van_de_nieuwe_organisatie() -> None:
    verhaal = (
        v.gekozen("CONVENANT")
        .loop_pad("VT1", tot="A16")
        .gegeven(
            manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="afspraak"),
            manager("LegVoor", stap=f"VT1.A16.{v.DRONTEN}"),
            manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers"),
            manager("MaakAfspraak", afspraak="data", tekst="levert data", wie=v.DRONTEN),
        )
    )
    fusie = verhaal.als(
        manager("VoegPartnersSamen", partner=v.DRONTEN, gaat_over_in=v.ZEEWOLDE, reden="herindeling")
    ).dan("BesluitstapVervallen", "TermijnVervallen", "PartnerGegaanIn")
    stand = fusie.stand
    assert stand.partners[v.DRONTEN].gaat_over_in == v.ZEEWOLDE
    assert not stand.partners[v.DRONTEN].doet_mee
    assert stand.verzoeken["V1"].aan == v.ZEEWOLDE
    assert stand.afspraken["data"].wie == v.ZEEWOLDE
    assert stand.termijnen["V1/T17"].geadresseerde == v.ZEEWOLDE
    assert stand.leven.trekker == v.ZEEWOLDE
    fusie.als(partner(v.ZEEWOLDE)("BeantwoordVerzoek", verzoek="V1", antwoord="hier")).dan_ook("VerzoekBeantwoord")


FUSIE = manager("VoegPartnersSamen", partner=v.DRONTEN, gaat_over_in=v.ZEEWOLDE, reden="herindeling")


def test_een_stap_die_beide_organisaties_hadden_is_na_de_fusie_een_keer_nodig() -> None:
    """The one left over lapses with its term: else its reminders go on, and nothing could ever answer them."""
    stap = f"VT1.A16.{v.DRONTEN}"
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=stap), FUSIE)
    assert verhaal.stand.stappen[stap].status == "vervallen"
    assert not verhaal.stand.termijnen[f"{stap}/T17"].loopt
    assert not [f for f in verhaal.later(days=60).feiten("HerinneringVerstuurd") if f.termijn == f"{stap}/T17"]
    verhaal.loop_pad("VT1").als(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag)).dan("VormInWerking")


def test_een_stap_die_alleen_de_oude_organisatie_had_gaat_over_op_de_nieuwe() -> None:
    verhaal = v.gekozen("CONVENANT", deelnemers=(v.DRONTEN, v.NETBEHEER)).loop_pad("VT1", tot="A16").als(FUSIE)
    assert verhaal.dan("PartnerGegaanIn").stand.stappen[f"VT1.A16.{v.DRONTEN}"].orgaan == v.ZEEWOLDE


def test_geld_van_wie_is_samengegaan_telt_samen() -> None:
    geld = {"geldsoort": "toegezegd", "referentie": "T-1"}
    verhaal = gegeven(
        *v.BEGONNEN,
        manager("BoekGeld", **geld, bedrag=500_00, bron=v.DRONTEN),
        manager("BoekGeld", **geld, bedrag=300_00, bron=v.ZEEWOLDE),
        FUSIE,
    )
    weg = verhaal.als(manager("LaatPartnerUittreden", partner=v.ZEEWOLDE, reden="andere keuzes"))
    assert weg.het("PartnerUitgetreden").toegezegd == 800_00


def test_het_rijk_geeft_geen_zienswijze_of_toestemming() -> None:
    rijk = manager("VoegPartnerToe", partner="ministerie", naam="ministerie", type="rijk")
    verhaal = v.in_f3().gegeven(rijk, *v.VOOR_DE_KEUZE, *v.vorm("GEMEENSCHAPPELIJK_ORGAAN"))
    assert not [s for s in verhaal.stand.stappen.values() if s.code in ("A5", "A6") and s.orgaan == "ministerie"]
    assert f"VT1.A5.{v.DRONTEN}" in verhaal.stand.stappen


def test_een_partner_gaat_niet_op_in_zichzelf_of_in_wie_er_niet_is() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    for in_, regel in ((v.DRONTEN, "gaat_over_in"), ("gemeente-urk", "partner")):
        verhaal.als(manager("VoegPartnersSamen", partner=v.DRONTEN, gaat_over_in=in_, reden="x")).geweigerd(regel)


def test_ook_met_de_langste_ids_passen_de_afgeleide_ids() -> None:
    """Ids of steps, terms and promises are made of others; none may outgrow the field it stands in."""
    lang = "p" * 32
    lid = manager("VoegPartnerToe", partner=lang, naam="x", type="gemeente")
    verhaal = (
        v.in_f3().gegeven(lid, *v.VOOR_DE_KEUZE, *v.vorm("CONVENANT", traject="t" * 32)).loop_pad("t" * 32, tot="A16")
    )
    verhaal.als(manager("LegVoor", stap=f"{'t' * 32}.A16.{lang}")).dan("BesluitVoorgelegd", "TermijnGestart")
    with pytest.raises(ValidationError):
        gegeven(v.START, manager("VoegPartnerToe", partner="p" * 33, naam="x", type="gemeente"))


def test_wat_een_partner_besloot_voor_hij_wegging_blijft_staan_als_hij_terugkomt() -> None:
    """Its new steps get an id of their own, so a correction that still waits finds the record it is about."""
    stap = f"VT1.A5.{v.DRONTEN}"
    verhaal = v.gekozen("CENTRUMREGELING").loop_pad("VT1", tot="A6")
    herstel = manager(
        "HerstelVastlegging",
        besluit={"stap": stap, "uitkomst": "geen_zienswijze"},
        besluitenlijst={"titel": "besluitenlijst", "referentie": "BL-1"},
        reden="de raad zag ervan af",
    )
    weg = verhaal.alleen(herstel).gegeven(manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="geen geld"))
    terug = weg.gegeven(manager("VoegPartnerToe", partner=v.DRONTEN, naam="gemeente Dronten", type="gemeente"))
    assert terug.stand.stappen[stap] == verhaal.stand.stappen[stap]
    assert terug.stand.stappen[f"{stap}.2"].status == "open"
    wacht = terug.stand.vastleggingen[stap].id
    terug.alleen(v.tweede("BevestigBesluit", vastlegging=wacht)).dan_ook("BesluitHersteld")
