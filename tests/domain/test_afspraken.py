"""Promises are tracked until kept; signals until someone took them up and said what was done."""

from datetime import timedelta

import verhaal as v
from verhaal import gegeven, manager, partner

from domain.gevolgen import gevolgen


def test_een_afspraak_met_een_dag_wordt_herinnerd_en_afgedaan() -> None:
    dag = v.EERSTE_DAG + timedelta(days=60)
    verhaal = gegeven(*v.BEGONNEN).als(manager("MaakAfspraak", tekst="lever data", wie=v.DRONTEN, uiterlijk=dag))
    verhaal.dan("AfspraakGemaakt", "TermijnGestart")
    verhaal.als(partner(v.ZEEWOLDE)("RondAfspraakAf", afspraak="AF2", resultaat="x")).geweigerd("bevoegdheid")
    klaar = verhaal.als(partner(v.DRONTEN)("RondAfspraakAf", afspraak="AF2", resultaat="geleverd"))
    klaar.dan("AfspraakAfgerond", "TermijnGehaald")
    klaar.als(manager("RondAfspraakAf", afspraak="AF2", resultaat="x")).geweigerd("afspraak", "al afgedaan")


def test_een_afspraak_eindigt_niet_voor_hij_begint() -> None:
    ervoor = v.EERSTE_DAG - timedelta(days=1)
    gegeven(*v.BEGONNEN).als(manager("MaakAfspraak", tekst="x", wie=v.DRONTEN, uiterlijk=ervoor)).geweigerd("uiterlijk")


def test_een_id_wordt_in_een_opgave_maar_een_keer_gebruikt() -> None:
    """Terms point at things by id alone: a promise called V1 would end the term of request V1."""
    verhaal = gegeven(*v.BEGONNEN, manager("VraagPartner", aan=[v.DRONTEN], vraag="x"))
    zet = manager("MaakAfspraak", afspraak="V1", tekst="x", wie=v.DRONTEN, uiterlijk="2025-06-02")
    verhaal.als(zet).geweigerd("id", "V1")
    eerst = gegeven(*v.BEGONNEN, zet).als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x"))
    assert "V1" not in eerst.stand.verzoeken
    assert len(eerst.stand.verzoeken) == 1


def test_een_signaal_loopt_van_melding_via_opvang_naar_ingreep_elk_met_een_termijn() -> None:
    gemeld = (
        gegeven(*v.BEGONNEN)
        .als(partner(v.DRONTEN)("MeldSignaal", partner=v.NETBEHEER, ernst=2, omschrijving="data komen te laat"))
        .dan("SignaalGemeld", "TermijnGestart")
    )
    assert gemeld.stand.termijnen["S1.intake/T21"].einde == v.EERSTE_DAG + timedelta(days=7)
    opgevangen = gemeld.als(manager("VangSignaalOp", signaal="S1", opgevangen_door="opdrachtgever"))
    opgevangen.dan("SignaalOpgevangen", "TermijnGehaald", "TermijnGestart")
    opgevangen.als(manager("VangSignaalOp", signaal="S1", opgevangen_door="x")).geweigerd("signaal")
    dicht = opgevangen.als(manager("SluitSignaal", signaal="S1", ingreep="gesprek", ingreep_door="gedeputeerde"))
    dicht.dan("SignaalGesloten", "TermijnGehaald")
    dicht.als(manager("SluitSignaal", signaal="S1", ingreep="x", ingreep_door="y")).geweigerd("signaal", "al gesloten")


def test_een_ernstig_signaal_horen_ook_gs_controller_en_griffie() -> None:
    for ernst, ook in ((2, False), (3, True)):
        verhaal = gegeven(*v.BEGONNEN).als(manager("MeldSignaal", ernst=ernst, omschrijving="x"))
        (bericht,) = gevolgen(verhaal.laatste[0])
        assert ({"bestuurssecretariaat", "controller", "griffier"} <= set(bericht.aan)) is ook  # type: ignore[union-attr]


def test_een_afspraak_van_de_provincie_zelf_loopt_langs_de_ladder_van_het_huis() -> None:
    dag = v.EERSTE_DAG + timedelta(days=60)
    for wie, termijn in ((v.DRONTEN, "AF2/T17"), ("jurist", "AF2/H01")):
        verhaal = gegeven(*v.BEGONNEN, manager("MaakAfspraak", tekst="lever data", wie=wie, uiterlijk=dag))
        assert verhaal.stand.termijnen[termijn].einde == dag


def test_iets_gebeurt_niet_voor_wat_eraan_voorafging() -> None:
    """Settling a promise, answering a request, and handling a signal: each refused on a day before its cause."""
    verhaal = (
        gegeven(*v.BEGONNEN)
        .later(days=5)
        .gegeven(
            manager("MaakAfspraak", tekst="lever data", wie=v.DRONTEN),
            manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers"),
            manager("MeldSignaal", ernst=2, omschrijving="stroef"),
        )
    )
    dagen = (v.EERSTE_DAG + timedelta(days=4), v.EERSTE_DAG + timedelta(days=5))
    voor, zelfde = (
        (
            manager("RondAfspraakAf", op=dag, afspraak="AF2", resultaat="gedaan"),
            manager("BeantwoordVerzoek", op=dag, verzoek="V1", antwoord="hier"),
            manager("VangSignaalOp", op=dag, signaal="S1", opgevangen_door="opdrachtgever"),
            manager("SluitSignaal", op=dag, signaal="S1", ingreep="gesprek", ingreep_door="gedeputeerde"),
        )
        for dag in dagen
    )
    for zet in voor:
        verhaal.als(zet).geweigerd("gebeurd_op", "pas")
    verhaal.gegeven(*zelfde)


def test_een_toezegging_is_van_een_functie_orgaan_of_partner_en_niet_van_een_naam() -> None:
    verhaal = v.gegeven(*v.BEGONNEN)
    for wie in ("portefeuillehouder", "GS", v.DRONTEN):
        verhaal.als(v.manager("MaakAfspraak", tekst="een brief", wie=wie)).dan("AfspraakGemaakt")
    verhaal.als(v.manager("MaakAfspraak", tekst="een brief", wie="JanJansen")).geweigerd("wie")
