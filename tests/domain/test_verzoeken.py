"""Requests: asked, answered, withdrawn, or gone on without. Silence decides nothing."""

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import gegeven, manager, partner

from domain.gevolgen import gevolgen

VRAAG = manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="wat vindt u?", bij_stilte="doorgaan_na_besluit")


def test_elke_gevraagde_partner_krijgt_een_eigen_verzoek_met_termijn_en_bericht() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(VRAAG)
    verhaal.dan("VerzoekGedaan", "TermijnGestart", "VerzoekGedaan", "TermijnGestart")
    for feit in verhaal.laatste[::2]:
        (bericht,) = gevolgen(feit)
        assert (bericht.vraag, bericht.uiterlijk) == ("wat vindt u?", feit.inhoud.uiterlijk)  # type: ignore[union-attr]


def test_een_antwoord_haalt_de_termijn_en_stopt_de_ladder() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG).als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="goed"))
    verhaal.dan("VerzoekBeantwoord", "TermijnGehaald")
    assert verhaal.het("TermijnGehaald").op_tijd
    later = verhaal.later(days=90)
    assert not [f for f in later.feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]
    later.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="toch niet")).geweigerd("verzoek")


def test_een_partner_antwoordt_niet_voor_een_ander() -> None:
    gegeven(*v.BEGONNEN, VRAAG).als(partner(v.ZEEWOLDE)("BeantwoordVerzoek", verzoek="V1", antwoord="goed")).geweigerd(
        "bevoegdheid", v.DRONTEN
    )


def test_zwijgen_is_nooit_toestemming() -> None:
    """The term lapses, reminders go on to higher functions, and the request stays open until a person decides."""
    stil = gegeven(*v.BEGONNEN, VRAAG).later(days=120)
    assert stil.stand.verzoeken["V1"].status == "open"
    assert stil.stand.termijnen["V1/T17"].status == "verstreken"
    assert not [f for f in stil.alles if f.inhoud.soort == "DoorgegaanZonderReactie"]
    door = stil.als(manager("GaDoorZonderReactie", verzoek="V1", reden="drie keer gevraagd"))
    door.dan("DoorgegaanZonderReactie", "TermijnVervallen")
    assert door.stand.verzoeken["V1"].status == "zonder_reactie"
    laat = door.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="alsnog"))
    laat.dan("VerzoekBeantwoord")


def test_doorgaan_zonder_reactie_kan_niet_voor_de_termijn_om_is_of_als_wachten_is_afgesproken() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, manager("VraagPartner", aan=[v.NETBEHEER], vraag="x"))
    verhaal.als(manager("GaDoorZonderReactie", verzoek="V1", reden="haast")).geweigerd("termijn", "loopt nog")
    verhaal.later(days=120).als(manager("GaDoorZonderReactie", verzoek="V3", reden="x")).geweigerd("bij_stilte")


def test_een_ingetrokken_verzoek_wacht_op_niemand() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG).als(manager("TrekVerzoekIn", verzoek="V1", reden="niet meer nodig"))
    verhaal.dan("VerzoekIngetrokken", "TermijnVervallen")
    verhaal.als(manager("TrekVerzoekIn", verzoek="V1", reden="nogmaals")).geweigerd("verzoek", "ingetrokken")


@pytest.mark.parametrize("termijn", ["0d", "00wd", "d", "20 wd", "٣d", "10000d", "-3d", "8u"])
def test_een_onleesbare_termijn_wordt_bij_de_poort_geweigerd(termijn: str) -> None:
    with pytest.raises(ValidationError, match="termijn"):
        gegeven(*v.BEGONNEN, manager("VraagPartner", aan=[v.DRONTEN], vraag="x", termijn=termijn))


@pytest.mark.parametrize("termijn", ["9999j", "9999d", "9999wd", "9999m", "7900j"])
def test_een_termijn_van_eeuwen_wordt_geweigerd_of_verwerkt_maar_breekt_niets(termijn: str) -> None:
    verhaal = gegeven(*v.BEGONNEN).als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x", termijn=termijn))
    if verhaal.neen is None:
        assert verhaal.later(days=400).stand.verzoeken["V1"].status == "open"
    else:
        verhaal.geweigerd("termijn", "te ver weg")
