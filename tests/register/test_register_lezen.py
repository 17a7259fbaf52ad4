"""What people and machines ask the register."""

from dataclasses import fields
from datetime import date

import pytest
from proefleven import DRONTEN, START, Proefleven, leg_vast

from register import contacten, documenten, lezen, rijen, tabellen
from register.keuring import controleer_keten
from register.verbinding import Register

URK = {"partner": "gemeente-urk", "naam": "gemeente Urk", "type": "gemeente"}


def test_de_lijst_is_te_beperken_tot_fase_thema_en_toestand(register: Register) -> None:
    """Three opgaven, one of which is another theme and one is paused."""
    for nummer, thema in ((1, "water"), (2, "wonen"), (3, "water")):
        leven = Proefleven(f"FL-2024-0{nummer}")
        leg_vast(register, leven.geef("StartOpgave", **(START | {"thema": thema})))
    leg_vast(register, leven.geef("Pauzeer", reden="wachten op het Rijk"))
    assert [rij.id for rij in lezen.lijst(register)] == ["FL-2024-01", "FL-2024-02", "FL-2024-03"]
    assert [rij.id for rij in lezen.lijst(register, thema="water")] == ["FL-2024-01", "FL-2024-03"]
    assert [rij.id for rij in lezen.lijst(register, toestand="gepauzeerd")] == ["FL-2024-03"]
    assert [rij.id for rij in lezen.lijst(register, fase="F2")] == []


def test_wat_wacht_staat_op_volgorde_van_uiterste_dag_en_per_functie(register: Register) -> None:
    """The most urgent first; a partner sees only its own."""
    leven = Proefleven().begonnen()
    leven.geef("VoegPartnerToe", **URK)
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u?", termijn="20wd")
    leven.geef("VraagPartner", aan=["gemeente-urk"], vraag="En u?", termijn="5wd")
    leg_vast(register, leven.alles())
    gevraagd = [rij for rij in lezen.wachtposten(register) if rij.soort == "verzoek"]
    assert [rij.organisatie for rij in gevraagd] == ["gemeente-urk", "gemeente-dronten"]
    assert gevraagd[0].te_laat(date(2024, 3, 1))
    assert not gevraagd[0].te_laat(date(2024, 1, 9))
    eigen = lezen.wachtposten(register, functie="partner", organisatie="gemeente-dronten")
    assert [rij.waarop for rij in eigen] == ["Wat vindt u?"]


def test_een_beantwoord_verzoek_wacht_niet_meer(register: Register) -> None:
    """The list follows the state at every batch."""
    leven = Proefleven().begonnen()
    leg_vast(register, leven.alles())
    leg_vast(register, leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u?"))
    assert lezen.wachtposten(register, organisatie="gemeente-dronten")
    verzoek = next(iter(leven.stand.verzoeken))
    leg_vast(register, leven.geef("BeantwoordVerzoek", verzoek=verzoek, oordeel="akkoord", antwoord="Goed plan"))
    assert lezen.wachtposten(register, organisatie="gemeente-dronten") == ()


def _kader_voorgelegd(leven: Proefleven) -> str:
    leven.geef("OpenBesluit", code="agenda", orgaan="GS", onderwerp="Op de agenda")
    stap = next(iter(leven.stand.stappen))
    leven.geef("LegVoor", stap=stap, vergadering_op="2024-01-16", stukken=[{"titel": "Nota", "referentie": "D-1"}])
    return stap


def test_een_voorstel_ligt_in_het_vak_van_het_orgaan_tot_het_besloten_is(register: Register) -> None:
    """The inbox of GS follows the step, and the secretariaat hears of it once."""
    leven = Proefleven().begonnen()
    stap = _kader_voorgelegd(leven)
    leg_vast(register, leven.alles())
    (voorstel,) = lezen.voorstellen(register, "GS", "voorgelegd")
    assert (voorstel.stap, voorstel.vergadering_op, voorstel.bijlagen[0]["titel"]) == (stap, date(2024, 1, 16), "Nota")
    post = [rij for rij in lezen.post(register, "FL-2024-01") if rij.seq == voorstel.seq]
    assert [(rij.functie, rij.organisatie) for rij in post] == [("bestuurssecretariaat", "provincie")]
    leg_vast(register, leven.geef("HoudAan", functie="bestuurssecretariaat", stap=stap, reden="meer tijd"))
    assert [rij.status for rij in lezen.voorstellen(register, "GS")] == ["aangehouden"]
    leg_vast(register, leven.geef("LegVoor", stap=stap))
    assert sorted(rij.status for rij in lezen.voorstellen(register, "GS")) == ["teruggenomen", "voorgelegd"]
    besluit = {"stap": stap, "uitkomst": "conform", "beslispunten": ["De opgave komt op de agenda"]}
    leg_vast(register, leven.geef("LegBesluitVast", functie="bestuurssecretariaat", **besluit))
    (klaar,) = lezen.voorstellen(register, "GS", "besloten")
    assert klaar.uitkomst == "conform"
    assert lezen.voorstellen(register, "PS") == ()


def test_een_ingetrokken_opgave_haalt_haar_voorstellen_uit_het_vak(register: Register) -> None:
    """A body must not treat what no longer exists."""
    leven = Proefleven().begonnen()
    _kader_voorgelegd(leven)
    leven.geef("TrekIn", functie="portefeuillehouder", reden="geen draagvlak")
    leg_vast(register, leven.alles())
    assert [rij.status for rij in lezen.voorstellen(register, "GS")] == ["teruggenomen"]


def test_onder_geheimhouding_toont_het_vak_alleen_de_neutrale_titel(register: Register) -> None:
    """Also of what was put before the body with its own words, before the geheimhouding."""
    leven = Proefleven().begonnen()
    leven.geef("OpenBesluit", code="agenda", orgaan="GS", onderwerp="aankoop van het perceel")
    leven.geef("LegVoor", stap="B1", toelichting="voor drie miljoen", stukken=[{"titel": "bod", "referentie": "K1"}])
    velden = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak 7", "referentie": "K1"}
    leven.geef("LegGeheimhoudingOp", functie="bestuurssecretariaat", stap="B1", **velden)
    leg_vast(register, leven.alles())
    (rij,) = lezen.voorstellen(register, "GS")
    assert (rij.onderwerp, rij.toelichting, rij.bijlagen) == ("grondzaak 7", "", [])
    assert documenten.documenten(register, "FL-2024-01", "B1") == ()
    leg_vast(register, leven.geef("LegVoor", stap="B1"))
    titels = [d.titel for d in documenten.documenten(register, "FL-2024-01", "B1")]
    assert len(titels) == 2
    assert all(titel.endswith(": grondzaak 7") for titel in titels)


def test_de_besluitenlijst_telt_per_orgaan_en_dag(register: Register) -> None:
    """Two decisions of GS on one day are numbers 1 and 2, with their points and the portefeuille."""
    for opgave in ("FL-2024-01", "FL-2024-02"):
        leven = Proefleven(opgave).begonnen()
        stap = _kader_voorgelegd(leven)
        besluit = {"stap": stap, "uitkomst": "conform", "beslispunten": ["Op de agenda", "PS inlichten"]}
        leven.geef("LegBesluitVast", functie="bestuurssecretariaat", **besluit)
        leg_vast(register, leven.alles())
    lijst = lezen.besluitenlijst(register, "GS", date(2024, 1, 1), date(2024, 1, 31))
    assert [(rij.nummer, rij.opgave) for rij in lijst] == [(1, "FL-2024-01"), (2, "FL-2024-02")]
    assert (lijst[0].beslispunten, lijst[0].portefeuille) == ("Op de agenda\nPS inlichten", "Energie")
    assert lezen.besluitenlijst(register, "PS") == lezen.besluitenlijst(register, "GS", date(2024, 2, 1)) == ()


def test_een_gewist_contact_laat_de_keten_heel(register: Register) -> None:
    """A person can be forgotten; what functions did stays proven."""
    contacten.zet(register, rijen.Contact("opgavemanager", "provincie", "jan@voorbeeld.example", "Jan"))
    leven = Proefleven().begonnen()
    leg_vast(register, leven.alles())
    assert contacten.wis(register, "opgavemanager", "provincie")
    assert not contacten.wis(register, "opgavemanager", "provincie")
    assert contacten.zoek(register) == ()
    assert controleer_keten(leven.begin, lezen.feiten(register, "FL-2024-01")) == ()
    assert {rij.status for rij in lezen.post(register) if rij.functie == "opgavemanager"} == {"geen_adres"}
    assert "jan@" not in repr(lezen.post(register))


def test_de_tellingen_tellen_wat_er_is(register: Register) -> None:
    """The numbers of the demo."""
    leven = Proefleven().begonnen()
    contacten.zet(register, rijen.Contact("partner", str(DRONTEN["partner"]), "post@dronten.example"))
    leg_vast(register, leven.alles())
    aantal = lezen.tellingen(register)
    assert (aantal.opgaven, aantal.feiten, aantal.besluiten) == (1, leven.stand.seq, 0)
    assert aantal.klaar >= 1
    assert aantal.klaar + aantal.geen_adres == aantal.berichten
    assert (lezen.tot_seq(register, "FL-2024-01"), lezen.tot_seq(register, "FL-9999-99")) == (leven.stand.seq, 0)
    assert lezen.stand(register, "FL-9999-99") is None


@pytest.mark.parametrize(
    ("rij", "tabel", "zonder"),
    [
        (rijen.Opgaverij, tabellen.OPGAVE, {"stand"}),
        (rijen.Feitrij, tabellen.FEIT, set()),
        (rijen.Postrij, tabellen.UITGAAND, {"bezet_tot", "controlepunt"}),
        (rijen.Voorstelrij, tabellen.VOORSTEL, set()),
        (rijen.Besluitrij, tabellen.BESLUITENLIJST, set()),
        (rijen.Wachtrij, tabellen.WACHTPOST, {"nr"}),
        (rijen.Contact, tabellen.CONTACT, {"nr", "zout"}),
    ],
)
def test_een_rij_heeft_de_velden_van_haar_tabel(rij: type, tabel: object, zonder: set[str]) -> None:
    """What is read is what is stored."""
    kolommen = {kolom.name for kolom in tabel.c}  # type: ignore[attr-defined]
    assert {veld.name for veld in fields(rij)} == kolommen - zonder
