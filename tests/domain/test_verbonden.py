"""Verbonden partijen: why we work together, asked every year, and who keeps the account."""

from datetime import timedelta
from typing import Any

import verhaal as v
from verhaal import Verhaal, gegeven, manager

from domain.gevolg import Bericht
from domain.gevolgen import gevolgen

PARTIJ: dict[str, Any] = {
    "naam": "Omgevingsdienst",
    "rechtsvorm": "openbaar lichaam",
    "partijsoort": "gemeenschappelijke_regeling",
    "vestigingsplaats": "Lelystad",
    "openbaar_belang": "toezicht",
    "bestuurlijk_belang": "zetel in het bestuur",
    "financieel_belang": "jaarlijkse bijdrage",
}
LEG = manager("LegVerbondenPartijVast", partij="OD", inhoud=PARTIJ)
WAAROM = manager(
    "BeantwoordWaarom",
    partij="OD",
    nodig="ja",
    bijdrage_publieke_taak="toezicht",
    bijdrage_opgave="kennis",
    alternatief_zelf="duurder",
)


def accounthouder(naar: str, **meer: Any) -> Any:
    return manager("WijsAccounthouderAan", partij="OD", naar=naar, **meer)


def verbonden() -> Verhaal:
    return gegeven(*v.BEGONNEN, LEG)


def berichten(verhaal: Verhaal) -> list[Bericht]:
    return [g for f in verhaal.laatste for g in gevolgen(f) if isinstance(g, Bericht)]


def status(verhaal: Verhaal, termijn: str) -> str:
    return verhaal.stand.termijnen[termijn].status


def test_een_nieuwe_verbonden_partij_vraagt_waarom_en_wie_het_contact_houdt() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(LEG).dan("VerbondenPartijVastgelegd", "TermijnGestart", "TermijnGestart")
    assert verhaal.stand.termijnen["OD.waarom.1/H14"].einde == v.EERSTE_DAG + timedelta(weeks=52)
    assert verhaal.stand.termijnen["OD.account/H15"].geadresseerde == "bestuurssecretariaat"


def test_nieuwe_gegevens_vervangen_de_oude_en_vragen_niets_opnieuw() -> None:
    nieuw = {**PARTIJ, "jaar": 2024, "resultaat": -120_000_00}
    verhaal = verbonden().als(manager("LegVerbondenPartijVast", partij="OD", inhoud=nieuw))
    verhaal.dan("VerbondenPartijVastgelegd")
    assert verhaal.stand.verbonden["OD"].inhoud.resultaat == -12_000_000
    verhaal.als(manager("LegVerbondenPartijVast", partij="OD", inhoud=nieuw)).geweigerd("S3-01", "al zo vast")


def test_een_verbonden_partij_die_partner_heet_is_een_partner() -> None:
    vreemd = manager("LegVerbondenPartijVast", partij="OD", inhoud={**PARTIJ, "partner": "urk"})
    gegeven(*v.BEGONNEN).als(vreemd).geweigerd("partner", "urk")


def test_waarom_samenwerken_wordt_elk_jaar_opnieuw_gevraagd() -> None:
    verhaal = verbonden().later(weeks=20).als(WAAROM).dan("WaaromBeantwoord", "TermijnGehaald", "TermijnGestart")
    assert verhaal.stand.verbonden["OD"].antwoorden == 1
    assert verhaal.stand.verbonden["OD"].waarom_op == verhaal.vandaag
    ouder = manager(**WAAROM.inhoud, op=v.EERSTE_DAG + timedelta(weeks=2))
    verhaal.als(ouder).geweigerd("S3-06", "ouder antwoord")
    stil = verhaal.later(weeks=53)
    assert status(stil, "OD.waarom.2/H14") == "overgeslagen"
    assert status(stil, "OD.waarom.3/H14") == "loopt"


def test_een_accounthouder_die_wisselt_zonder_overdracht_wordt_aan_gs_gemeld() -> None:
    verhaal = verbonden().als(accounthouder("s-101")).dan("AccounthouderAangewezen", "TermijnGehaald")
    assert not berichten(verhaal)
    zonder = verhaal.als(accounthouder("s-102")).dan("AccounthouderAangewezen")
    assert (zonder.het("AccounthouderAangewezen").van, zonder.stand.verbonden["OD"].accounthouder) == ("s-101", "s-102")
    assert zonder.het("AccounthouderAangewezen").zonder_overdracht
    assert [b.aan for b in berichten(zonder)] == [("bestuurssecretariaat",)]
    met = verhaal.als(accounthouder("s-102", overdracht="dossier en afspraken besproken"))
    assert not met.het("AccounthouderAangewezen").zonder_overdracht
    assert not berichten(met)
    verhaal.als(accounthouder("s-101")).geweigerd("S3-27", "al accounthouder")


def test_een_lege_accounthouder_wordt_aan_gs_herinnerd() -> None:
    herinnerd = verbonden().later(weeks=4).feiten("HerinneringVerstuurd")
    assert any(f.termijn == "OD.account/H15" and f.aan == "bestuurssecretariaat" for f in herinnerd)


def test_een_beeindigde_verbondenheid_vraagt_niets_meer() -> None:
    weg = manager("BeeindigVerbondenheid", partij="OD", reden="uitgetreden")
    verhaal = verbonden().als(weg).dan("VerbondenheidBeeindigd", "TermijnVervallen", "TermijnVervallen")
    verhaal.als(WAAROM).geweigerd("S3-01", "geen verbonden partij meer")
    verhaal.als(LEG).geweigerd("S3-01")
    verhaal.als(accounthouder("s-101")).geweigerd("S3-01")
