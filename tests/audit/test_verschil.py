"""What is different between two states, in the words of the glossary and part by part."""

from datetime import timedelta

from boeken import agenda, boek, herstel, hoofdelijk, v

from audit.tijd.geldig import zoals_het_was
from audit.tijd.moment import op_dag
from audit.tijd.stand import zoals_bekend
from audit.tijd.standdelen import DELEN, TECHNISCH
from audit.tijd.verschil import Verandering, verschil
from domain.stand import Stand

BEGONNEN = v.gegeven(*v.BEGONNEN)
DAG = timedelta(days=1)


def _een(veranderingen: tuple[Verandering, ...], deel: str, id_: str) -> Verandering:
    return next(x for x in veranderingen if (x.deel, x.id) == (deel, id_))


def test_elk_deel_van_de_stand_heeft_een_naam_of_is_alleen_techniek() -> None:
    """A new part of the state is compared, or someone says why not."""
    assert {*DELEN, *TECHNISCH} == set(Stand.model_fields)
    assert not set(DELEN) & set(TECHNISCH)


def test_tussen_twee_dezelfde_standen_is_geen_verschil() -> None:
    leven = v.in_f6()
    assert verschil(leven.stand, leven.stand) == ()
    geprobeerd = leven.als(v.partner(v.DRONTEN)("TrekIn", reden="nee")).geweigerd()
    (enige,) = verschil(leven.stand, geprobeerd.stand)
    assert [f.pad for f in enige.velden] == ["geweigerd"], "a refusal is counted and changes nothing else"


def test_een_verzoek_komt_erbij_en_wordt_beantwoord() -> None:
    gevraagd = BEGONNEN.gegeven(v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?"))
    beantwoord = gevraagd.gegeven(
        v.partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", oordeel="akkoord", antwoord="Ja")
    )
    erbij = _een(verschil(BEGONNEN.stand, gevraagd.stand), "verzoeken", "V1")
    assert (erbij.soort, erbij.wat) == ("nieuw", "Doet u mee?, open")
    anders = _een(verschil(gevraagd.stand, beantwoord.stand), "verzoeken", "V1")
    assert anders.soort == "gewijzigd"
    assert {f.pad: (f.was, f.wordt) for f in anders.velden} == {
        "status": ("open", "beantwoord"),
        "oordeel": ("leeg", "akkoord"),
        "antwoord": ("leeg", "Ja"),
        "beantwoord_op": ("leeg", "3 maart 2025"),
    }
    terug = _een(verschil(gevraagd.stand, BEGONNEN.stand), "verzoeken", "V1")
    assert terug.soort == "weg"


def test_een_fase_en_een_bedrag_staan_er_in_woorden() -> None:
    in_f2 = v.in_f2()
    fase = next(f for f in _een(verschil(BEGONNEN.stand, in_f2.stand), "leven", "leven").velden if f.pad == "fase")
    assert (fase.was, fase.wordt) == ("F1 initiatief", "F2 verkenning en kaderstelling")
    geboekt = in_f2.gegeven(
        v.controller("BoekGeld", geldsoort="krediet", bedrag=25_000_000, bron="provincie", referentie="BW-1")
    )
    (geld,) = [x for x in verschil(in_f2.stand, geboekt.stand) if x.deel == "geld"]
    assert (geld.soort, "€ 250.000,00" in geld.wat) == ("nieuw", True)


def test_een_herinnering_die_vertrekt_is_geen_verschil_in_de_stand() -> None:
    """What is still planned follows from the term; the fact itself stands among the facts."""
    gevraagd = BEGONNEN.gegeven(v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?", termijn="20wd"))
    later = gevraagd
    while "HerinneringVerstuurd" not in later.namen():
        later = later.later(days=1)
    assert [x for x in verschil(gevraagd.stand, later.stand) if x.id.startswith("V1")] == []


def test_wat_wij_toen_niet_wisten_is_het_verschil_tussen_bekend_en_waar() -> None:
    """The record said adopted; that it was rejected came out two weeks later."""
    leven = agenda(**hoofdelijk(33, 7)).later(v.EERSTE_DAG + 14 * DAG).gegeven(herstel("B1", **hoofdelijk(7, 33)))
    b = boek(leven.stand.begin, leven.alles)
    bekend, waar = zoals_bekend(b, op_dag(b, v.EERSTE_DAG)), zoals_het_was(b, v.EERSTE_DAG)
    stap = _een(verschil(bekend, waar.stand), "stappen", "B1")
    assert ("behandelingen.0.uitkomst", "aangenomen", "verworpen") in [(f.pad, f.was, f.wordt) for f in stap.velden]
    na = zoals_bekend(b, op_dag(b, v.EERSTE_DAG + 14 * DAG))
    assert verschil(na, zoals_het_was(b, v.EERSTE_DAG + 14 * DAG).stand) == ()


def test_wat_een_tafel_of_een_blad_kaders_inhoudt_wordt_vergeleken() -> None:
    """A field with the name of something that is left out elsewhere is not lost."""
    vast = {"naam": "Energietafel", "tafelsoort": "omgevingstafel", "trekker": v.DRONTEN, "deelnemers": [v.DRONTEN]}
    tafel = {**vast, "doel": "de juiste partijen", "frequentie": "elk kwartaal"}
    open_ = BEGONNEN.gegeven(v.manager("OpenTafel", tafel="T1", inhoud=tafel), v.blad("kaders", inhoud=["schoon"]))
    anders = open_.gegeven(
        v.manager("WijzigTafel", tafel="T1", inhoud={**tafel, "doel": "een planning"}, reden="verder"),
        v.blad("kaders", inhoud=["schoon", "stil"]),
    )
    kwam = verschil(open_.stand, anders.stand)
    assert [f.pad for f in _een(kwam, "tafels", "T1").velden] == ["inhoud.doel"]
    assert [(f.pad, f.wordt) for f in _een(kwam, "bladen", "kaders").velden] == [("inhoud", "stil")]
