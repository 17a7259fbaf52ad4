"""`opgave kalender`: the days of a year that are no working day, and days added to every running opgave."""

import json
import re
from datetime import date
from typing import Any

import pytest
from test_cli_hulp import START, NepOmgeving, Uitkomst, Wereld, leeg_register, wereld

from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin
from runtime.temporal import Onbereikbaar
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]

A, B, C = "FL-2026-01", "FL-2026-02", "FL-2026-03"
BESLUIT = ("--bron", "Stcrt. 2026, 1", "--reden", "nieuw besluit")


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def test_de_kalender_toont_elke_vrije_dag_met_zijn_bron(wereld: Wereld) -> None:
    """The nine feestdagen and the gelijkgestelde dag of 2027, in order, and until when that is known."""
    data = json.loads(wereld("kalender", "2027", "--json").uit)
    gronden = {d["datum"]: d["grond"] for d in data["dagen"]}
    assert list(gronden) == sorted(gronden)
    assert len(gronden) == 10
    assert gronden["2027-03-26"] == "Atw 3 lid 2"
    assert gronden["2027-05-05"] == "Atw 3 lid 1"
    assert gronden["2027-05-07"] == "Atw 3 lid 3"
    assert "Besluit gelijkstelling" in next(d["bron"] for d in data["dagen"] if d["datum"] == "2027-05-07")
    assert (data["gelijkgesteld_bekend"], data["gelijkgesteld_tot"], data["toegevoegd"]) == (True, "2028-12-31", [])
    scherm = wereld("kalender", "2027")
    assert (scherm.code, scherm.fout) == (0, "")
    assert "vr 7 mei 2027" in scherm.uit
    assert "elke zaterdag en zondag" in scherm.uit
    assert not re.search(r"\bW[0-9]", scherm.uit)


def test_zonder_jaar_is_het_dit_jaar(wereld: Wereld) -> None:
    """Also when nothing but an option follows, and with the command written out."""
    dit_jaar = wereld("kalender", "2026")
    assert "Dagen in 2026" in dit_jaar.uit
    assert wereld("kalender").uit == wereld("kalender", "toon", "2026").uit == dit_jaar.uit
    assert json.loads(wereld("kalender", "--json").uit)["jaar"] == 2026


def test_een_onbekend_jaar_zegt_dat(wereld: Wereld) -> None:
    """The feestdagen are there by law; of the rest it says that it is not known."""
    uit = wereld("kalender", "2029")
    assert uit.code == 0
    assert "tweede paasdag" in uit.uit
    assert "2029 staan niet in de gegevens" in uit.fout
    assert json.loads(wereld("kalender", "2029", "--json").uit)["gelijkgesteld_bekend"] is False


@pytest.mark.parametrize("jaar", ["2013", "3000", "27", "tweeduizend", "٢٠٢٧", "vulaan"])
def test_een_jaar_dat_niet_kan_wordt_geweigerd(wereld: Wereld, jaar: str) -> None:
    uit = wereld("kalender", jaar)
    assert (uit.code, uit.uit) == (2, "")
    assert "JAAR: kies een jaar van 2014" in uit.fout
    assert ("vul-aan" in uit.fout) == (jaar == "vulaan")


def doe(wereld: Wereld, opgave: str, soort: str, **velden: Any) -> None:
    """One accepted command in one of the opgaven."""
    opdracht = maak_opdracht({"soort": soort, **velden}, afzender("opgavemanager", None, 1000))
    omgeving = NepOmgeving(wereld)
    begin = Begin(opgave=opgave, reglement=nieuwste().code)
    werk = wereld.start(begin, opdracht) if soort == "StartOpgave" else wereld.geef(opgave, opdracht)
    bewijs = omgeving.wacht_op(werk)
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs


@pytest.fixture
def drie(wereld: Wereld) -> Wereld:
    """A: a question to a partner, 20 working days from 10 March 2026. B: paused, without one. C: over."""
    for opgave in (A, B, C):
        doe(wereld, opgave, "StartOpgave", **START)
    doe(wereld, A, "VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    doe(wereld, A, "VraagPartner", aan=["gemeente-dronten"], vraag="Akkoord?", termijn="20wd")
    doe(wereld, B, "Pauzeer", reden="formatie")
    doe(wereld, C, "TrekIn", reden="geen geld")
    wereld.verstuurd.clear()
    return wereld


def regels(uitkomst: Uitkomst) -> dict[str, str]:
    return {r["opgave"]: r["uitkomst"] for r in json.loads(uitkomst.uit)["opgaven"]}


def eindes(wereld: Wereld, opgave: str) -> set[str]:
    return {t.einde.isoformat() for t in wereld.standen[opgave].termijnen.values() if t.code == "T17"}


def test_een_dag_erbij_verschuift_de_termijnen_van_elke_lopende_opgave(drie: Wereld) -> None:
    """Every running opgave knows the day; what moved is named with the old and the new day; what is over is left."""
    assert eindes(drie, A) == {"2026-04-09"}
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--json")
    assert (uit.code, regels(uit)) == (0, {A: "toegevoegd", B: "toegevoegd"})
    verschoven = {r["opgave"]: r["termijnen"] for r in json.loads(uit.uit)["opgaven"]}
    assert [(t["was"], t["wordt"]) for t in verschoven[A]] == [("2026-04-09", "2026-04-10")]
    assert eindes(drie, A) == {"2026-04-10"}
    assert [d.bron for d in drie.standen[B].kalender_erbij] == ["Stcrt. 2026, 1"]
    assert drie.standen[C].kalender_erbij == ()


def test_het_scherm_noemt_oude_en_nieuwe_dag(drie: Wereld) -> None:
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT)
    assert uit.code == 0
    for deel in ("vr 20 maart 2026", "do 9 april 2026", "vr 10 april 2026"):
        assert deel in plat(uit.uit)
    assert "geen termijn verschuift" in next(regel for regel in uit.uit.splitlines() if B in regel)
    assert "later begint" in plat(uit.uit)


def test_een_tweede_keer_verandert_niets(drie: Wereld) -> None:
    """Nothing is sent; with a day more only that one is sent."""
    drie("kalender", "vul-aan", "2026-03-20", *BESLUIT)
    drie.verstuurd.clear()
    weer = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--json")
    assert (weer.code, set(regels(weer).values()), drie.verstuurd) == (0, {"was_al_bekend"}, [])
    meer = drie("kalender", "vul-aan", "2026-03-20", "2026-03-27", *BESLUIT, "--json")
    assert set(regels(meer).values()) == {"toegevoegd"}
    assert [d.datum for d in drie.standen[A].kalender_erbij] == [date(2026, 3, 20), date(2026, 3, 27)]


def test_de_kalender_toont_wat_is_toegevoegd(drie: Wereld) -> None:
    """With the source and the opgaven that know the day; another year does not show it."""
    drie("kalender", "vul-aan", "2026-03-20", *BESLUIT)
    data = json.loads(drie("kalender", "2026", "--json").uit)
    assert data["toegevoegd"] == [{"datum": "2026-03-20", "bron": "Stcrt. 2026, 1", "opgaven": [A, B]}]
    assert "Stcrt. 2026, 1" in drie("kalender", "2026").uit
    assert json.loads(drie("kalender", "2027", "--json").uit)["toegevoegd"] == []


def test_droog_verandert_niets_en_zegt_wat_zou_verschuiven(drie: Wereld) -> None:
    voor = dict(drie.standen)
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--droog", "--json")
    assert set(regels(uit).values()) == {"zou_worden_toegevoegd"}
    assert [t["wordt"] for t in json.loads(uit.uit)["opgaven"][0]["termijnen"]] == ["2026-04-10"]
    assert (drie.standen, drie.verstuurd) == (voor, [])
    assert "niets vastgelegd" in drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--droog").uit


def test_wie_niet_antwoordt_houdt_de_rest_niet_op(drie: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """One silent opgave: exit 3, the other is done, and a later run finishes it."""
    echt = drie.geef

    async def stil(opgave: str, opdracht: Opdracht) -> Bewijs:
        if opgave == A:
            raise Onbereikbaar("Er kwam geen antwoord.")
        return await echt(opgave, opdracht)

    monkeypatch.setattr(drie, "geef", stil)
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--json")
    assert (uit.code, regels(uit)) == (3, {A: "onbereikbaar", B: "toegevoegd"})
    assert "gerust nog eens" in plat(drie("kalender", "vul-aan", "2026-03-20", *BESLUIT).fout)
    monkeypatch.setattr(drie, "geef", echt)
    weer = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--json")
    assert (weer.code, regels(weer)) == (0, {A: "toegevoegd", B: "was_al_bekend"})


def test_herhalen_na_stilte_draagt_hetzelfde_kenmerk(drie: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it was carried out or not: the same days in the same opgave are the same command, which counts once."""
    gestuurd: list[tuple[str, str]] = []

    async def stil(opgave: str, opdracht: Opdracht) -> Bewijs:
        gestuurd.append((opgave, opdracht.id))
        raise Onbereikbaar("Er kwam geen antwoord.")

    monkeypatch.setattr(drie, "geef", stil)
    for _ in range(2):
        drie("kalender", "vul-aan", "2026-03-20", *BESLUIT)
    drie("kalender", "vul-aan", "2026-03-27", *BESLUIT)
    assert gestuurd[:2] == gestuurd[2:4]
    assert len({id_ for _, id_ in gestuurd}) == 4


def test_een_weigering_kan_opnieuw(drie: Wereld) -> None:
    """A refused try does not stick: the next one is a command of its own, and the refusal is told with its reason."""
    drie.standen[B] = drie.standen[B].met(leven=drie.standen[B].leven.met(begonnen_op=date(2026, 4, 1)))
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--json")
    assert (uit.code, regels(uit)) == (1, {A: "toegevoegd", B: "geweigerd"})
    assert "voor het begin" in uit.uit
    drie.standen[B] = drie.standen[B].met(leven=drie.standen[B].leven.met(begonnen_op=date(2026, 3, 1)))
    assert drie("kalender", "vul-aan", "2026-03-20", *BESLUIT).code == 0
    assert drie.standen[B].kalender_erbij


@pytest.mark.parametrize(
    ("argumenten", "woord"),
    [
        (("2026-03-21", *BESLUIT), "zaterdag"),
        (("2026-05-05", *BESLUIT), "bevrijdingsdag"),
        (("2026-05-15", *BESLUIT), "gelijkgestelde dag"),
        (("2026-02-30", *BESLUIT), "DATUM"),
        (("1850-01-02", *BESLUIT), "DATUM"),
        (("2026-03-20", "--bron", " ", "--reden", "x"), "--bron"),
        (("2026-03-20", "--bron", "x" * 201, "--reden", "x"), "--bron"),
        (("2026-03-20", "--bron", "x", "--reden", " "), "--reden ontbreekt"),
        (("2026-03-20", "--bron", "x"), "--reden ontbreekt"),
        (("2026-03-20", "--bron", "x", "--reden", "x" * 10_001), "reden"),
        (("2026-03-20", "--reden", "x"), "--bron"),
        (BESLUIT, "DATUM"),
    ],
)
def test_wat_niet_kan_wordt_nergens_vastgelegd(drie: Wereld, argumenten: tuple[str, ...], woord: str) -> None:
    """Refused here, before anything is sent: a refusal would be recorded in every opgave."""
    uit = drie("kalender", "vul-aan", *argumenten)
    assert uit.code == 2
    assert woord in uit.fout
    assert drie.verstuurd == []


def test_wie_het_niet_mag_laat_nergens_een_weigering_achter(drie: Wereld) -> None:
    uit = drie("kalender", "vul-aan", "2026-03-20", *BESLUIT, "--als", "evaluator")
    assert uit.code == 1
    assert "--als griffier" in uit.fout
    assert drie.verstuurd == []


def test_zonder_lopende_opgave_gebeurt_er_niets(wereld: Wereld) -> None:
    uit = wereld("kalender", "vul-aan", "2026-03-20", *BESLUIT)
    assert uit.code == 0
    assert "Er is geen lopende opgave." in uit.uit


NIEUW = ("--titel", "Warmte", "--thema", "energie", "--van", "gemeente Urk", "--betekenis", "warme huizen")
NU_VRIJ = ("2026-03-09", "2026-03-20")


def test_een_opgave_die_later_begint_krijgt_de_toegevoegde_dagen_mee(drie: Wereld) -> None:
    """From its own begin on, also when every opgave that knew them is over; said once more it is the same command."""
    assert drie("kalender", "vul-aan", *NU_VRIJ, *BESLUIT).code == 0
    for opgave in (A, B):
        doe(drie, opgave, "TrekIn", reden="klaar")
    drie.verstuurd.clear()
    uit = drie("nieuw", *NIEUW)
    assert (uit.code, uit.fout) == (0, "")
    assert [d.model_dump(mode="json") for d in drie.standen["FL-2026-04"].kalender_erbij] == [
        {"datum": "2026-03-20", "bron": "Stcrt. 2026, 1"}
    ]
    assert "tellen ook in deze opgave" in plat(uit.uit)
    start, dagen = drie.verstuurd
    assert (start.inhoud.soort, dagen.inhoud.soort) == ("StartOpgave", "VulKalenderAan")
    weer = drie("nieuw", *NIEUW, "--id", "FL-2026-04", "--opdracht-id", start.id, "--json")
    assert (weer.code, json.loads(weer.uit)["bewijs"]["geweigerd"]) == (0, False)
    assert len(drie.standen["FL-2026-04"].kalender_erbij) == 1


def test_wie_de_kalender_niet_aanvult_begint_wel_en_hoort_wat_er_nog_moet(drie: Wereld) -> None:
    assert drie("kalender", "vul-aan", *NU_VRIJ, *BESLUIT).code == 0
    uit = drie("nieuw", *NIEUW, "--als", "provinciesecretaris")
    assert uit.code == 0
    assert "als provinciesecretaris" in plat(uit.fout)
    assert "opgave kalender vul-aan" in plat(uit.fout)
    assert drie.standen["FL-2026-04"].leven.geweigerd == 0
    assert drie.standen["FL-2026-04"].kalender_erbij == ()


def test_blijft_het_stil_na_het_begin_dan_begint_de_opgave_wel(drie: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drie("kalender", "vul-aan", *NU_VRIJ, *BESLUIT).code == 0
    echt = drie.geef

    async def stil(opgave: str, opdracht: Opdracht) -> Bewijs:
        if opdracht.inhoud.soort == "VulKalenderAan":
            raise Onbereikbaar("Er kwam geen antwoord.")
        return await echt(opgave, opdracht)

    monkeypatch.setattr(drie, "geef", stil)
    uit = drie("nieuw", *NIEUW, "--json")
    assert (uit.code, json.loads(uit.uit)["bewijs"]["geweigerd"]) == (0, False)
    assert "Er kwam geen antwoord" in plat(uit.fout)


def test_een_droog_begin_en_een_begin_zonder_toegevoegde_dagen_geven_niets_mee(drie: Wereld) -> None:
    assert drie("nieuw", *NIEUW).code == 0
    assert [o.inhoud.soort for o in drie.verstuurd] == ["StartOpgave"]
    assert drie("kalender", "vul-aan", *NU_VRIJ, *BESLUIT).code == 0
    drie.verstuurd.clear()
    assert drie("nieuw", *NIEUW, "--droog").code == 0
    assert drie.verstuurd == []
