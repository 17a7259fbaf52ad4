"""The weekly letter: on the first working day of the week, once, to those on whom something waits."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from proefleven import Proefleven, leg_vast
from sqlalchemy import insert
from temporalio.testing import ActivityEnvironment

from activities.brief.inhoud import Briefinhoud
from activities.weekoverzicht import LANGSTE_LIJST, Weekoverzicht, eerste_werkdag, maak_brieven
from domain.beeld.mijnlijst import KOPPEN, Weekronde, per_tijd
from domain.kalender import op
from register import lezen
from register.rijen import Postrij
from register.tabellen import WACHTPOST
from register.verbinding import Register
from runtime.instellingen import Instellingen, Post

MAANDAG, DINSDAG = date(2024, 1, 15), date(2024, 1, 16)


@pytest.fixture
def gevuld(register: Register) -> Register:
    """A life in which things wait on the manager, on a partner and on the griffier."""
    leven = Proefleven().begonnen()
    for tekst, dag in (("Te laat gebeld", "2024-01-12"), ("Vandaag bellen", "2024-01-15"), ("Ooit bellen", None)):
        leven.geef("MaakAfspraak", tekst=tekst, wie="opgavemanager", uiterlijk=dag)
    leven.geef("MaakAfspraak", tekst="Stuur de stukken", wie="griffier", uiterlijk="2024-01-19")
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u ervan?")
    leg_vast(register, leven.alles())
    return register


async def _draai(register: Register, map_: Path, dag: date, **post: bool) -> int:
    instellingen = Instellingen(gegevensmap=map_, post=Post.model_validate(post))
    werk = Weekoverzicht(register, instellingen).maak_weekoverzicht
    uit: int = await ActivityEnvironment().run(werk, Weekronde(nu=op(dag, 8, 30)))
    return uit


def _brieven(register: Register) -> dict[str, Postrij]:
    return {rij.functie: rij for rij in lezen.post(register) if rij.soort == "weekoverzicht"}


async def test_wie_iets_te_doen_heeft_krijgt_een_brief(gevuld: Register, tmp_path: Path) -> None:
    """The manager and the griffier; not the partner, and nobody without work."""
    assert await _draai(gevuld, tmp_path, MAANDAG) == 2
    brieven = _brieven(gevuld)
    assert set(brieven) == {"opgavemanager", "griffier"}
    assert {rij.organisatie for rij in brieven.values()} == {"provincie"}
    griffier = Briefinhoud.model_validate_json(brieven["griffier"].inhoud)
    assert [(lijst.kop, len(lijst.regels)) for lijst in griffier.lijsten] == [("Deze week", 1)]
    assert griffier.lijsten[0].regels[0] == (
        "FL-2024-01 Warmte uit water: Stuur de stukken. Uiterlijk vrijdag 19 januari 2024."
    )
    assert brieven["griffier"].onderwerp == "Weekoverzicht week 3: 1 punt wacht op u"
    assert griffier.slot.endswith("opgave mijn --als griffier")


async def test_de_brief_is_de_lijst_van_opgave_mijn(gevuld: Register, tmp_path: Path) -> None:
    """The same rows under the same headings as on the screen."""
    await _draai(gevuld, tmp_path, MAANDAG)
    brief = Briefinhoud.model_validate_json(_brieven(gevuld)["opgavemanager"].inhoud)
    rijen = lezen.wachtposten(gevuld, "opgavemanager", "provincie")
    verwacht = {KOPPEN[naam]: [r.waarop for r in groep] for naam, groep in per_tijd(rijen, MAANDAG).items() if groep}
    assert list(verwacht)[:2] == ["Te laat", "Vandaag"]
    assert [lijst.kop for lijst in brief.lijsten] == list(verwacht)
    for lijst in brief.lijsten:
        for regel, waarop in zip(lijst.regels, verwacht[lijst.kop], strict=True):
            assert waarop in regel
    assert ", 1 te laat" in brief.titel


async def test_een_keer_per_week(gevuld: Register, tmp_path: Path) -> None:
    """Again on the same morning, or made by hand before, changes nothing; a week later there is a new one."""
    assert await _draai(gevuld, tmp_path, MAANDAG) == 2
    assert await _draai(gevuld, tmp_path, MAANDAG) == 0
    assert await _draai(gevuld, tmp_path, MAANDAG + timedelta(days=7)) == 2
    sleutels = {rij.sleutel for rij in lezen.post(gevuld) if rij.functie == "griffier" and rij.soort == "weekoverzicht"}
    assert sleutels == {f"weekoverzicht:2024-W0{week}:griffier@provincie" for week in (3, 4)}


async def test_op_een_andere_dag_of_uitgezet_gaat_er_niets(gevuld: Register, tmp_path: Path) -> None:
    assert await _draai(gevuld, tmp_path, DINSDAG) == 0
    assert await _draai(gevuld, tmp_path, MAANDAG, weekoverzicht=False) == 0
    assert _brieven(gevuld) == {}


async def test_zonder_werk_geen_brief(register: Register, tmp_path: Path) -> None:
    assert await _draai(register, tmp_path, MAANDAG) == 0


@pytest.mark.parametrize(
    ("dag", "is_het"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),
        (date(2026, 11, 21), False),
        (date(2026, 4, 6), False),  # tweede paasdag
        (date(2026, 4, 7), True),
        (date(2027, 5, 17), False),  # tweede pinksterdag
        (date(2027, 5, 18), True),
    ],
)
def test_de_eerste_werkdag_van_de_week(dag: date, is_het: bool) -> None:
    assert eerste_werkdag(dag) is is_het


def test_de_week_heet_naar_de_kalender_en_niet_naar_het_jaar(gevuld: Register) -> None:
    """30 December 2024 is in week 1 of 2025."""
    assert {b.sleutel.split(":")[1] for b in maak_brieven(gevuld, date(2024, 12, 30))} == {"2025-W01"}


def test_een_lange_lijst_wordt_geteld_en_een_lange_vraag_ingekort(register: Register) -> None:
    leven = Proefleven().begonnen()
    for nr in range(LANGSTE_LIJST + 5):
        leven.geef("MaakAfspraak", tekst=f"Bel {nr}\nvandaag nog", wie="griffier")
    leg_vast(register, leven.alles())
    (brief,) = (b for b in maak_brieven(register, MAANDAG) if b.brief.aan.functie == "griffier")
    (lijst,) = brief.inhoud.lijsten
    assert (len(lijst.regels), lijst.regels[-1]) == (LANGSTE_LIJST + 1, "en nog 5 andere")
    assert not any("\n" in regel for regel in lijst.regels)


def test_de_klok_van_de_ronde_is_utc_in_hele_seconden() -> None:
    """What travels in a history must read back as the same moment."""
    ronde = Weekronde(nu=datetime(2026, 11, 23, 7, 30, 0, 5, tzinfo=UTC))
    assert Weekronde.model_validate_json(ronde.model_dump_json()) == ronde


def test_een_functie_bij_een_partner_krijgt_geen_brief(gevuld: Register) -> None:
    """An ambtelijk opdrachtgever elsewhere has the same function as ours, and gets mail of a partner only."""
    elders = {"op_wie": "ambtelijk_opdrachtgever", "organisatie": "gemeente-dronten", "waarop": "Reageer", "nr": 99}
    rij = {"opgave": "FL-2024-01", "id": "V9", "soort": "verzoek", "sinds": MAANDAG, "uiterlijk": None}
    with gevuld.schrijf() as verbinding:
        verbinding.execute(insert(WACHTPOST), elders | rij)
    assert {b.brief.aan.functie for b in maak_brieven(gevuld, MAANDAG)} == {"opgavemanager", "griffier"}
