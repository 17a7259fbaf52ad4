"""Partners on an equal footing (S2-05): nobody ends such an opgave alone."""

from dataclasses import replace

import pytest
import verhaal as v
from verhaal import Verhaal, gegeven, manager, opdrachtgever, partner

from domain.feit import Feit
from domain.keten import canoniek

GELIJK = manager(
    "StartOpgave",
    titel="Warmte uit water",
    thema="energie",
    initiatief={"door": "ondernemersvereniging Oostrand"},
    gelijkwaardig=True,
)
TREK_IN = manager("TrekIn", reden="het initiatief stopt")
AFRONDEN = manager("SluitAf", uitkomst="opschalen", reden="het werkt")


def vraag(*aan: str) -> v.Zet:
    return manager("VraagPartner", aan=aan, vraag="ronden we af?", verzoeksoort="akkoord", betreft="afsluiting")


def zegt(wie: str, verzoek: str, oordeel: str = "akkoord") -> v.Zet:
    return partner(wie)("BeantwoordVerzoek", verzoek=verzoek, oordeel=oordeel, antwoord="zo vinden wij het")


def samen() -> Verhaal:
    return gegeven(GELIJK, *v.PARTNERS[:2])


def test_intrekken_kan_pas_als_elke_partner_akkoord_gaf() -> None:
    verhaal = samen()
    nee = verhaal.als(TREK_IN).geweigerd("S2-05", "gelijkwaardig", "gemeente Dronten: is nog niet gevraagd").neen
    assert len(nee.ontbreekt) == 2
    verhaal = verhaal.gegeven(vraag(v.DRONTEN, v.ZEEWOLDE), zegt(v.DRONTEN, "V1"))
    nee = verhaal.als(TREK_IN).geweigerd("S2-05", ontbreekt="gemeente Zeewolde: antwoordde nog niet").neen
    assert len(nee.ontbreekt) == 1
    verhaal.gegeven(zegt(v.ZEEWOLDE, "V2")).als(TREK_IN).dan_ook("OpgaveIngetrokken")


def test_ook_afronden_noemt_welke_partners_nog_akkoord_moeten_geven() -> None:
    verhaal = v.in_f6()
    gelijk = replace(verhaal, stand=verhaal.stand.met(leven=verhaal.stand.leven.met(gelijkwaardig=True)))
    gelijk = gelijk.gegeven(vraag(v.DRONTEN, v.ZEEWOLDE, v.NETBEHEER), zegt(v.DRONTEN, "V1"), zegt(v.NETBEHEER, "V3"))
    nee = gelijk.als(AFRONDEN).geweigerd("S2-05").neen
    assert [regel.split(":")[0] for regel in nee.ontbreekt] == ["gemeente Zeewolde"]
    gelijk.gegeven(zegt(v.ZEEWOLDE, "V2")).als(AFRONDEN).dan_ook("OpgaveAfgesloten")


@pytest.mark.parametrize("oordeel", ["akkoord_met_voorbehoud", "niet_akkoord", "inbreng"])
def test_alleen_akkoord_zonder_voorbehoud_is_akkoord(oordeel: str) -> None:
    verhaal = samen().gegeven(vraag(v.DRONTEN, v.ZEEWOLDE), zegt(v.DRONTEN, "V1"), zegt(v.ZEEWOLDE, "V2", oordeel))
    verhaal.als(TREK_IN).geweigerd("S2-05", ontbreekt=oordeel.replace("_", " "))


def test_zwijgen_en_doorgaan_zonder_reactie_is_geen_akkoord() -> None:
    verhaal = gegeven(GELIJK, v.PARTNERS[0], vraag(v.DRONTEN))
    stilte = opdrachtgever("BepaalStilte", verzoek="V1", bij_stilte="doorgaan_na_besluit", reden="haast")
    verhaal = verhaal.gegeven(stilte).later(days=90)
    verhaal = verhaal.gegeven(manager("GaDoorZonderReactie", verzoek="V1", reden="drie keer gevraagd"))
    verhaal.als(TREK_IN).geweigerd("S2-05", ontbreekt="zwijgen is geen akkoord")


def test_het_laatste_antwoord_telt_en_een_ingetrokken_vraag_niet() -> None:
    verhaal = gegeven(GELIJK, v.PARTNERS[0], vraag(v.DRONTEN), zegt(v.DRONTEN, "V1"), vraag(v.DRONTEN))
    verhaal.als(TREK_IN).geweigerd("S2-05", ontbreekt="V2")
    verhaal.gegeven(zegt(v.DRONTEN, "V2", "niet_akkoord")).als(TREK_IN).geweigerd("S2-05", ontbreekt="niet akkoord")
    terug = verhaal.gegeven(manager("TrekVerzoekIn", verzoek="V2", reden="dubbel gevraagd"))
    terug.als(TREK_IN).dan_ook("OpgaveIngetrokken")


def test_een_ander_verzoek_met_akkoord_telt_niet_en_wie_uittrad_hoeft_niet() -> None:
    ander = manager("VraagPartner", aan=[v.DRONTEN], vraag="akkoord met het verslag?")
    verhaal = gegeven(GELIJK, *v.PARTNERS[:2], ander, zegt(v.DRONTEN, "V1"))
    verhaal.als(TREK_IN).geweigerd("S2-05", ontbreekt="gemeente Dronten")
    uit = verhaal.gegeven(manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"))
    nee = uit.als(TREK_IN).geweigerd("S2-05").neen
    assert len(nee.ontbreekt) == 1


def test_zonder_gelijkwaardigheid_beslist_de_provincie_zelf() -> None:
    """The fact says nothing of it when it was not chosen, so older lives read as they were."""
    gewoon = gegeven(*v.BEGONNEN)
    assert "gelijkwaardig" not in _canoniek(gewoon.alles[0])
    assert '"gelijkwaardig":true' in _canoniek(samen().alles[0])
    gewoon.als(TREK_IN).dan_ook("OpgaveIngetrokken")


def _canoniek(feit: Feit) -> str:
    return canoniek(feit).decode()
