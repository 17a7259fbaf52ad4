"""The commands that look: what a griffier or manager sees, and that it reads without colour."""

import json
from datetime import timedelta
from typing import Any

import pytest
from test_cli_hulp import ID, Wereld, begonnen, halverwege, leeg_register, wereld

from domain.bevoegdheidstabel import TABEL
from domain.feit import Feit
from domain.opdracht import OPDRACHTEN
from domain.taal.leven import OpdrachtGeweigerd
from domain.toestanden import NA_AFLOOP
from domain.zinnen import vertel
from starter.cli import scherm

__all__ = ["leeg_register", "wereld"]
NAMEN = (
    *("mijn", "kan", "toon", "wacht", "lijst", "voorstellen", "besluitenlijst", "post", "feiten", "opdrachten"),
    *("nieuw", "start", "besluit", "draag-over", "noteer", "geef", "bevestig"),
    *("serve", "worker", "simuleer", "demo", "contact"),
)
LEZERS = [
    ["mijn"],
    ["mijn", "--als", "griffier"],
    ["kan", ID],
    ["toon", ID],
    ["wacht"],
    ["wacht", ID],
    ["lijst"],
    ["lijst", "--fase", "f3", "--thema", "energietransitie", "--toestand", "lopend"],
    ["voorstellen", "gs"],
    ["besluitenlijst", "PS", "--van", "1-1-2026", "--tot", "vandaag"],
    ["post"],
    ["post", ID],
    ["feiten", ID],
    ["opdrachten"],
    ["opdrachten", "--als", "griffier"],
    ["contact", "lijst"],
]


@pytest.mark.parametrize("regel", LEZERS, ids=" ".join)
def test_kijken_en_json(wereld: Wereld, regel: list[str]) -> None:
    """Every command that looks works for people and for programs, and fits in 100 columns."""
    halverwege(wereld)
    mens = wereld(*regel)
    assert (mens.code, mens.fout) == (0, "")
    plakbaar = [r for r in mens.uit.splitlines() if not r.startswith("    opgave ")]
    assert max(map(len, plakbaar)) <= 100
    assert "\x1b" not in mens.uit
    programma = wereld(*regel, "--json")
    assert programma.code == 0
    assert json.loads(programma.uit) is not None


def test_toon_zegt_waar_het_staat(wereld: Wereld) -> None:
    """The head of the screen: where it is, who must act, what the gate asks; then every part of the opgave."""
    halverwege(wereld)
    uit = wereld("toon", ID).uit
    assert "Nu       lopend in F3 organiseervorm" in uit
    assert "[F3 organiseervorm]" in uit
    assert "poorten zijn nog dicht, waarvan 1 wettelijk" in uit
    for deel in ("V1.A16.gemeente-dronten", "piekbelasting", "12,4", "€ 250.000,00", "Leg datalevering vroeg vast"):
        assert deel in uit


def test_te_laat_staat_er_in_woorden(wereld: Wereld) -> None:
    """Lateness is said in words, for who sees no colour."""
    halverwege(wereld)
    wereld.nu += timedelta(days=6)
    for regel in (["toon", ID], ["mijn"], ["wacht"]):
        assert "TE LAAT (" in wereld(*regel).uit
    assert "Te laat" in wereld("mijn").uit


def test_wat_op_een_partner_wacht_staat_onder_haar_naam(wereld: Wereld) -> None:
    """People read names; an id with a colon in it is for machines."""
    halverwege(wereld)
    wereld.tik("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt gemeente-dronten van het plan?")
    for regel in (["wacht"], ["mijn", "--als", "partner", "--namens", "gemeente-dronten"]):
        uit = " ".join(wereld(*regel).uit.split())
        assert "gemeente Dronten" in uit
        assert "gemeente-dronten:" not in uit
        assert "vindt gemeente-dronten" not in uit


def test_tijdlijn_heeft_alle_feiten(wereld: Wereld) -> None:
    """The timeline tells everything from the first day."""
    halverwege(wereld)
    assert "De opgave 'Energiehub Oostrand' begint" in wereld("toon", ID, "--tijdlijn").uit


def test_json_sleutels_blijven(wereld: Wereld) -> None:
    """Programs can count on these keys."""
    halverwege(wereld)
    assert set(json.loads(wereld("toon", ID, "--json").uit)) == {"opgave", "stand", "wacht", "poorten"}
    assert set(json.loads(wereld("kan", ID, "--json").uit)) == {"opgave", "als", "mogelijkheden", "poorten"}
    mijn = json.loads(wereld("mijn", "--json").uit)
    assert set(mijn) == {"als", "vandaag", "te_laat", "deze_week", "later", "zonder_datum"}
    feit = json.loads(wereld("feiten", ID, "--json").uit)[0]
    assert {"seq", "hash", "inhoud", "door"} <= set(feit)


def test_niets_te_zien(wereld: Wereld) -> None:
    """An empty system says what to do first."""
    assert "opgave nieuw" in wereld("lijst").uit
    assert "Er wacht niets op u." in wereld("mijn").uit


def test_partner_ziet_eigen_werk(wereld: Wereld) -> None:
    """What waits on a partner is in that partner's list only."""
    halverwege(wereld)
    assert "convenant" in wereld("mijn", "--als", "partner:gemeente-dronten").uit
    assert "Er wacht niets op u." in wereld("mijn", "--als", "partner:netbeheerder").uit


@pytest.mark.parametrize("soort", sorted(OPDRACHTEN))
def test_hulp_per_opdracht(wereld: Wereld, soort: str) -> None:
    """Each command has its own help, made from its model: what it does, who may, every required field."""
    uit = wereld("geef", "X", soort, "--help")
    assert uit.code == 0
    assert OPDRACHTEN[soort].uitleg in " ".join(uit.uit.split())  # type: ignore[attr-defined]
    for naam, veld in OPDRACHTEN[soort].model_fields.items():
        if naam != "soort" and veld.is_required():
            assert f"--{naam.replace('_', '-')}" in uit.uit


def test_hulp_van_een_opdracht_is_alleen_die(wereld: Wereld) -> None:
    """Help about one opdracht is not preceded by that of `geef`; without an opdracht it is that of `geef`."""
    assert wereld("geef", "X", "StartPilot", "--help").uit.startswith("opgave geef ID StartPilot")
    assert wereld("geef", "--help").uit.startswith("Gebruik: opgave geef")


def test_hulp_bij_een_stap_noemt_de_uitkomsten(wereld: Wereld) -> None:
    """The words of the reglement, in the help about a step and on the screen of the opgave."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    wereld.tik("LegVoor", stap="B1")
    assert "--uitkomst conform, gewijzigd" in wereld("besluit", ID, "B1", "--help").uit
    assert "Besluit over B1: --uitkomst conform, gewijzigd" in wereld("toon", ID).uit
    assert "Stap B9 is er niet. Open stappen: B1." in wereld("besluit", ID, "B9", "--help").uit


def test_opdrachten_van_een_functie(wereld: Wereld) -> None:
    """Of one function only what it may give; a partner need not be named for that."""
    namen = [o["opdracht"] for o in json.loads(wereld("opdrachten", "--als", "griffier", "--json").uit)]
    assert sorted(namen) == sorted(n for n in OPDRACHTEN if n in namen)
    assert set(namen) == {naam for naam, wie in TABEL.items() if "griffier" in wie}
    assert "BeantwoordVerzoek" in wereld("opdrachten", "--als", "partner").uit
    assert "BrengIn" in wereld("opdrachten", "--als", "inwoner").uit
    assert "geen opdrachten" in wereld("opdrachten", "--als", "auditor").uit


def test_open_notities_staan_er(wereld: Wereld) -> None:
    """A note nobody confirmed stays in sight, with how to confirm it."""
    halverwege(wereld)
    for commando in ("toon", "kan"):
        uit = wereld(commando, ID).uit
        assert "Notities die nog niets veranderden" in uit
        assert f"opgave bevestig {ID} N1 OPDRACHT" in uit


def test_kan_toont_niet_het_werk_van_een_ander(wereld: Wereld) -> None:
    """A step before PS: the griffier records and may hold over; the manager is pointed to where it lies."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders")
    wereld.tik("LegVoor", stap="B1")
    wereld.tik("GaNaarFase", naar="F2", reden="haast", passeer=["F1/S1-04", "F1/S1-31"])
    manager, griffier = wereld("kan", ID).uit, wereld("kan", ID, "--als", "griffier").uit
    assert "ligt voor aan Provinciale Staten." in manager
    assert "LegBesluitVast: dat doet de griffier" in manager
    assert "B1" not in manager.partition("Dit kan nog niet")[2]
    assert "LegBesluitVast --stap B1" in griffier
    assert "HoudAan --stap B1" in griffier
    assert "VoegPartnerToe --partner '<korte-id>'" in manager
    assert "VraagPartner --aan gemeente-dronten --aan netbeheerder" in manager


def test_na_afloop_alleen_wat_nog_mag(wereld: Wereld) -> None:
    """After the end nothing is offered that can't be any more."""
    halverwege(wereld)
    wereld.tik("TrekIn", reden="Het hoeft niet meer.")
    data = json.loads(wereld("kan", ID, "--json").uit)
    assert {m["opdracht"] for m in data["mogelijkheden"]} <= NA_AFLOOP
    assert "WijzigLesstatus" in {m["opdracht"] for m in data["mogelijkheden"]}


def test_hulp_van_elk_commando(wereld: Wereld) -> None:
    """`--help` works everywhere and is Dutch; without anything the commands are listed."""
    alles = wereld().uit
    assert alles == wereld("--help").uit
    for naam in NAMEN:
        hulp = wereld(naam, "--help")
        assert hulp.code == 0
        assert f"\n  {naam} " in alles
        assert "Gebruik: opgave " + naam in hulp.uit
        assert "Usage" not in hulp.uit


def test_titel_met_stuurtekens(wereld: Wereld) -> None:
    """Text from elsewhere can't take over the terminal, and brackets in it stay brackets."""
    begonnen(wereld)
    leven = wereld.standen[ID].leven.met(titel="[bold]x\x1b[2J[/bold]")
    wereld.standen[ID] = wereld.standen[ID].met(leven=leven)
    uit = wereld("toon", ID).uit
    assert "[bold]x" in uit
    assert "\x1b" not in uit


def test_lange_eerste_kolom_laat_ruimte(capsys: pytest.CaptureFixture[str]) -> None:
    """A long first column wraps, so that what stands beside it stays readable."""
    scherm.tabel(("Wat", "Sinds"), [("toestemming voor treffen of wijzigen van de regeling " * 2, "13 augustus 2026")])
    assert "13 augustus 2026" in capsys.readouterr().out


def test_weigering_leest_als_een_zin() -> None:
    """The rule of a refusal stands in the sentence without a word twice."""
    inhoud = OpdrachtGeweigerd(opdracht_soort="LegBesluitVast", regel="van rechtswege", reden="Nog niet.")
    velden: dict[str, Any] = {"inhoud": inhoud}
    assert (
        vertel(Feit.model_construct(**velden))
        == "De opdracht LegBesluitVast is geweigerd op grond van rechtswege: Nog niet."
    )
