"""What a partner may see of the dossier: what is public and what is its own, and never what is secret."""

from typing import Any

import pytest
import verhaal as v
from verhaal import gegeven, griffier, manager, partner, secretariaat

from domain.basis import Weigering
from domain.beeld.openbaar import openbaar
from domain.beeld.openbaar_beeld import Openbaar

GEHEIM = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "stuk 12", "referentie": "K-GEHEIM"}
VERBORGEN = "geheime-koopsom"


def beeld(verhaal: v.Verhaal, wie: str = v.DRONTEN) -> Openbaar:
    return openbaar(verhaal.stand, verhaal.alles, wie)


def zinnen(verhaal: v.Verhaal, wie: str = v.DRONTEN) -> str:
    return "\n".join(g.zin for g in beeld(verhaal, wie).tijdlijn)


def test_een_partner_ziet_waar_de_opgave_staat_wie_meedoet_en_wat_is_besloten() -> None:
    gezien = beeld(v.in_f3())
    assert (gezien.titel, gezien.fase, gezien.sinds) == ("Warmte uit water", "F3", v.EERSTE_DAG)
    assert [p.naam for p in gezien.partners] == ["gemeente Dronten", "gemeente Zeewolde", "regionale netbeheerder"]
    (besluit,) = gezien.besluiten
    assert (besluit.stap, besluit.orgaan, besluit.resultaat) == ("B1", "Provinciale Staten", "kader")
    tekst = zinnen(v.in_f3())
    for deel in ("De opgave 'Warmte uit water' begint", "Gemeente Zeewolde doet mee", "F3 organiseervorm", "kaders"):
        assert deel in tekst


def test_alleen_eigen_verzoeken_en_inbreng_zijn_te_zien_en_van_de_rest_de_aantallen() -> None:
    zeewolde = partner(v.ZEEWOLDE)
    verhaal = gegeven(
        *v.BEGONNEN,
        manager("VraagPartner", aan=[v.DRONTEN], vraag="vraag-aan-dronten"),
        manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="vraag-aan-zeewolde"),
        zeewolde("BeantwoordVerzoek", verzoek="V2", antwoord="antwoord-van-zeewolde"),
        zeewolde("BrengIn", inbrengsoort="wijziging", onderwerp="wens-van-zeewolde", tekst="anders"),
    )
    gezien = beeld(verhaal)
    assert [q.id for q in gezien.verzoeken] == ["V1"]
    assert gezien.inbreng == ()
    assert gezien.telling.totaal.open == 1
    alles = gezien.model_dump_json()
    assert "vraag-aan-dronten" in zinnen(verhaal)
    assert "zeewolde-" not in alles
    assert "van-zeewolde" not in alles
    assert [i.onderwerp for i in beeld(verhaal, v.ZEEWOLDE).inbreng] == ["wens-van-zeewolde"]


INTERN: tuple[v.Zet, ...] = (
    manager("Noteer", tekst="intern-1"),
    partner(v.ZEEWOLDE)("MeldSignaal", ernst=2, omschrijving="intern-2"),
    manager("BoekGeld", geldsoort="toegezegd", bedrag=123456, bron=v.ZEEWOLDE, referentie="intern-3"),
    manager("MaakAfspraak", tekst="intern-4", wie="portefeuillehouder"),
    manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="intern-5"),
    manager(
        "LegBladVast", inhoud={"blad": "gedeeld_beeld", "partner": v.ZEEWOLDE, "status": "nee", "tekst": "intern-6"}
    ),
    manager("Pauzeer", reden="rust"),
    manager("Hervat"),
)


def test_notities_signalen_en_geld_van_anderen_en_weigeringen_staan_er_niet_in() -> None:
    verhaal = gegeven(*v.BEGONNEN, *INTERN)
    verhaal = verhaal.als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x", betreft="intern-7"))
    verhaal = verhaal.gegeven(manager("LaatPartnerUittreden", partner=v.ZEEWOLDE, reden="intern-8"))
    alles = beeld(verhaal).model_dump_json()
    assert "intern-" not in alles
    assert "1.234,56" not in alles
    assert "Gemeente Zeewolde doet niet langer mee." in zinnen(verhaal)
    assert "gaat verder" in zinnen(verhaal)


def test_een_eigen_signaal_en_een_eigen_afspraak_zijn_wel_te_zien() -> None:
    verhaal = gegeven(
        *v.BEGONNEN,
        partner(v.DRONTEN)("MeldSignaal", ernst=2, omschrijving="het loopt stroef"),
        manager("MaakAfspraak", tekst="lever de cijfers", wie=v.DRONTEN),
        manager("MaakAfspraak", tekst="kom naar de tafel", wie="partners"),
    )
    assert "het loopt stroef" in zinnen(verhaal)
    assert [a.tekst for a in beeld(verhaal).afspraken] == ["lever de cijfers", "kom naar de tafel"]
    assert [a.tekst for a in beeld(verhaal, v.ZEEWOLDE).afspraken] == ["kom naar de tafel"]


def _stap(onderwerp: str) -> v.Zet:
    return manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp=onderwerp)


STEMT = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"})
LEG_OP = secretariaat("LegGeheimhoudingOp", stap="B1", **GEHEIM)


@pytest.mark.parametrize(
    "zetten",
    [
        (_stap("stuk 12"), LEG_OP, manager("LegVoor", stap="B1"), STEMT),
        (_stap(VERBORGEN), LEG_OP, manager("LegVoor", stap="B1"), STEMT),
        (_stap(VERBORGEN), manager("LegVoor", stap="B1"), STEMT, LEG_OP),
    ],
)
def test_van_een_stap_onder_geheimhouding_is_niets_te_zien_ook_niet_wat_er_eerder_over_stond(zetten: Any) -> None:
    vraag = manager("VraagPartner", aan=[v.DRONTEN], vraag="stuk 12", betreft="B1")
    verhaal = gegeven(*v.BEGONNEN, *zetten)
    gezien = beeld(verhaal.gegeven(vraag))
    assert gezien.besluiten == ()
    tijdlijn = "\n".join(g.zin for g in gezien.tijdlijn)
    assert VERBORGEN not in gezien.model_dump_json()
    assert "stuk 12" not in tijdlijn
    assert "K-GEHEIM" not in tijdlijn


def test_na_opheffen_is_het_besluit_te_zien_met_zijn_titel() -> None:
    op = (_stap("stuk 12"), LEG_OP, manager("LegVoor", stap="B1"), STEMT)
    af = griffier("HefGeheimhoudingOp", stap="B1", orgaan="PS", reden="niet meer nodig", titel="de agenda")
    (besluit,) = beeld(gegeven(*v.BEGONNEN, *op, af)).besluiten
    assert besluit.titel.endswith("de agenda")


def test_besluiten_van_andere_partners_blijven_bij_hen() -> None:
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1")
    eigen = {b.stap for b in beeld(verhaal).besluiten}
    ander = {s.id for s in verhaal.stand.stappen.values() if s.orgaan == v.ZEEWOLDE}
    zelf = {s.id for s in verhaal.stand.stappen.values() if s.orgaan == v.DRONTEN}
    assert ander
    assert not ander & eigen
    assert zelf <= eigen


def test_wie_uittrad_ziet_het_dossier_zoals_het_toen_was() -> None:
    weg = gegeven(*v.BEGONNEN, manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt")).later(days=5)
    later = weg.gegeven(v.BETEKENIS, v.flevo("F1"), manager("GaNaarFase", naar="F2"))
    assert "F2" not in zinnen(later)
    assert "F2" in zinnen(later, v.ZEEWOLDE)
    assert (beeld(later).fase, beeld(later, v.ZEEWOLDE).fase) == ("F1", "F2")


def test_wie_uittrad_ziet_niet_wie_er_later_bij_kwam_of_wat_toen_is_afgesproken() -> None:
    weg = gegeven(
        *v.BEGONNEN,
        manager("MaakAfspraak", tekst="van toen", wie="partners"),
        manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"),
    ).later(days=5)
    later = weg.gegeven(
        manager("VoegPartnerToe", partner="nieuwkomer", naam="Nieuwkomer BV", type="bedrijf"),
        manager("MaakAfspraak", tekst="van later", wie="partners"),
        manager("LaatPartnerUittreden", partner=v.ZEEWOLDE, reden="stopt ook"),
    )
    zag = beeld(later)
    assert [a.tekst for a in zag.afspraken] == ["van toen"]
    assert v.ZEEWOLDE in {p.id for p in zag.partners}
    assert "nieuwkomer" not in zag.model_dump_json().lower()
    assert "Nieuwkomer BV" in {p.naam for p in beeld(later, "nieuwkomer").partners}


def test_na_een_fusie_hoort_bij_het_eigene_ook_wat_van_de_oude_organisatie_was() -> None:
    verhaal = gegeven(
        *v.BEGONNEN,
        manager("VraagPartner", aan=[v.DRONTEN], vraag="x"),
        partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="goed"),
        manager("VoegPartnersSamen", partner=v.DRONTEN, gaat_over_in=v.ZEEWOLDE, reden="herindeling"),
    )
    assert [q.id for q in beeld(verhaal, v.ZEEWOLDE).verzoeken] == ["V1"]
    assert beeld(verhaal, v.NETBEHEER).verzoeken == ()


def test_wie_geen_partner_is_ziet_niets() -> None:
    with pytest.raises(Weigering, match="gemeente-urk"):
        beeld(gegeven(*v.BEGONNEN), "gemeente-urk")
