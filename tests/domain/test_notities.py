"""A note takes seconds and changes nothing; whoever has the authority makes it a command that cites it."""

import verhaal as v
from verhaal import gegeven, manager, partner

NOTITIE = partner(v.DRONTEN)("Noteer", tekst="wethouder zegt akkoord", betreft="V1")
VRAAG = manager("VraagPartner", aan=[v.DRONTEN], vraag="akkoord?")
ANTWOORD = {"soort": "BeantwoordVerzoek", "verzoek": "V1", "oordeel": "akkoord", "antwoord": "telefonisch akkoord"}


def test_noteren_verandert_verder_niets() -> None:
    voor = gegeven(*v.BEGONNEN, VRAAG)
    na = voor.als(NOTITIE).dan("Genoteerd")
    eigen = {"notities", "bewijzen", "seq", "kop", "laatste_op"}
    assert na.stand.model_dump(exclude=eigen) == voor.stand.model_dump(exclude=eigen)


def test_bevestigen_doet_de_opdracht_en_elk_feit_verwijst_naar_de_notitie() -> None:
    na = gegeven(*v.BEGONNEN, VRAAG, NOTITIE).als(manager("Bevestig", notitie="N1", opdracht=ANTWOORD))
    na.dan("NotitieBevestigd", "VerzoekBeantwoord", "TermijnGehaald")
    assert {f.citeert for f in na.laatste} == {"N1"}
    assert na.stand.verzoeken["V1"].status == "beantwoord"
    na.als(manager("Bevestig", notitie="N1", opdracht=ANTWOORD)).geweigerd("notitie", "al bevestigd")


def test_bevestigen_vraagt_de_bevoegdheid_van_de_opdracht_zelf() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, NOTITIE)
    stop = {"soort": "TrekIn", "reden": "gehoord"}
    verhaal.als(partner(v.DRONTEN)("Bevestig", notitie="N1", opdracht=stop)).geweigerd("bevoegdheid", "TrekIn")
    verhaal.als(partner(v.ZEEWOLDE)("Bevestig", notitie="N1", opdracht=ANTWOORD)).geweigerd("bevoegdheid")


def test_een_onbevoegde_bevestiging_laat_de_notitie_open() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, NOTITIE)
    nee = verhaal.als(v.griffier("Bevestig", notitie="N1", opdracht=ANTWOORD)).geweigerd("bevoegdheid")
    assert not nee.stand.notities["N1"].bevestigd


def test_wat_tijdens_een_pauze_niet_mag_mag_ook_niet_door_te_bevestigen() -> None:
    verhaal = gegeven(*v.BEGONNEN, NOTITIE, manager("Pauzeer", reden="formatie"))
    fase = {"soort": "GaNaarFase", "naar": "F2"}
    verhaal.als(manager("Bevestig", notitie="N1", opdracht=fase)).geweigerd("toestand", "gepauzeerd")
