"""The guides promise nothing that doesn't exist: every `opgave` line in them parses, and fits the rules it names."""

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from typer import Exit, TyperException
from typer.main import get_command

from audit.bevinding import Code
from domain.basis import Functie
from domain.gebeurtenissen import DEELT, korte_naam
from domain.opdracht import OPDRACHTEN
from domain.reglement.register import nieuwste
from domain.stemmen import zaken
from domain.stemmen.gegevens import Stemming
from domain.taal.besluiten import LegBesluitVast
from starter import organen, portefeuilles
from starter.cli import besluitopties
from starter.cli.doen import inhoud_van
from starter.cli.hoe import Hoe
from starter.cli.hoofd import maak_app
from starter.cli.omgeving import sluit_omgeving
from starter.cli.stemmen import lees_stemmen
from starter.invoer import Invoerfout, lees_bestand
from starter.stemmingbestand import lees_stemming

WORTEL = Path(__file__).parent.parent
HANDLEIDING = WORTEL / "docs" / "handleiding.md"
BESLUITEN = WORTEL / "docs" / "besluiten.md"
POST = WORTEL / "docs" / "post.md"
PARTNERS = WORTEL / "docs" / "partners.md"
AUDITOR = WORTEL / "docs" / "auditor.md"
AGENDA = WORTEL / "docs" / "agenda.md"
VOOR_GEBRUIKERS = (HANDLEIDING, BESLUITEN, POST, PARTNERS, AUDITOR, AGENDA)
GIDSEN = (*VOOR_GEBRUIKERS, *(WORTEL / naam for naam in ("README.md", "docs/scenario.md", "docs/events.md")))
_BLOK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_GEGEVENS = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_IN_DE_TEKST = re.compile(
    r"`opgave ([a-z-]+)(?: (zet|wis|lijst|maak|lees|toon|vergaderingen|route|advies|vooruit|mislukt|opnieuw|retour)\b)?[^`]*`"
)
_AUDIT_IN_DE_TEKST = re.compile(r"`opgave audit ([a-z-]+)(?: (maak|lijst|publiek|wissel)\b)?")
_IN_TE_VULLEN = re.compile(r"<[^>]+>|…|\.\.\.")
REGLEMENT = nieuwste()


@pytest.fixture(autouse=True)
def _opgeruimd(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("OPGAVE_ALS", raising=False)
    monkeypatch.delenv("OPGAVE_NAMENS", raising=False)
    yield
    sluit_omgeving()


def regels(gids: Path) -> list[str]:
    """The lines of a guide that a reader can paste, with those that are broken by a backslash made whole."""
    blokken = _BLOK.findall(gids.read_text(encoding="utf-8"))
    alle = "\n".join(blokken).replace("\\\n", " ").splitlines()
    return [regel for regel in alle if regel.startswith("opgave ")]


REGELS = [pytest.param(r, id=f"{gids.stem}-{nr}") for gids in GIDSEN for nr, r in enumerate(regels(gids), start=1)]


def woorden(regel: str) -> list[str]:
    """What the program gets of a line, without what the shell does with its output. Help about a step asks the server."""
    delen = shlex.split(regel.split(" > ")[0], comments=True)[1:]
    return [deel for deel in delen if not (delen[0] == "besluit" and deel == "--help")]


def ontleed(delen: list[str]) -> tuple[str, Any]:
    """The name of the command and its parsed context; None for a line that only asks for help. Nothing is run."""
    commando: Any = get_command(maak_app())
    naam, ouder = "opgave", None
    while hasattr(commando, "commands"):
        ouder = commando.context_class(commando, info_name=naam, parent=ouder)
        naam, commando, delen = commando.resolve_command(ouder, delen)
    try:
        return naam, commando.make_context(naam, list(delen), parent=ouder)
    except Exit:
        return naam, None


def opdracht_van(naam: str, context: Any) -> Any:
    """Build what a `geef` or `bevestig` line would send, by the CLI's own readers."""
    gegeven = context.params
    inhoud = inhoud_van(gegeven["opdracht"], context.args)
    if naam == "bevestig":
        inhoud = {"soort": "Bevestig", "notitie": gegeven["notitie"], "opdracht": inhoud}
    return Hoe(als=gegeven["als"], namens=gegeven["namens"], op=gegeven["op"]).opdracht(inhoud)


def gegevens(gids: Path) -> list[str]:
    """The files that a guide shows."""
    return _GEGEVENS.findall(gids.read_text(encoding="utf-8"))


@pytest.mark.parametrize("gids", VOOR_GEBRUIKERS, ids=lambda gids: gids.stem)
def test_er_zijn_regels(gids: Path) -> None:
    """The guide is full of lines to paste; if none is found, the other tests here test nothing."""
    assert len(regels(gids)) > 25


@pytest.mark.parametrize("regel", REGELS)
def test_regel_klopt(regel: str) -> None:
    """A line that a reader pastes names a command, options and fields that exist, with values that can be read."""
    naam, context = ontleed(woorden(regel))
    if naam not in ("geef", "bevestig") or context is None:
        return
    if context.params.get("hulp"):
        assert context.params["opdracht"] in OPDRACHTEN
    elif not _IN_TE_VULLEN.search(regel) and not context.params.get("bestand"):
        assert opdracht_van(naam, context).inhoud


@pytest.mark.parametrize("gids", GIDSEN, ids=lambda gids: gids.stem)
def test_commando_in_de_tekst_bestaat(gids: Path) -> None:
    """A command that is mentioned in a sentence exists."""
    app: Any = get_command(maak_app())
    for naam, onderdeel in _IN_DE_TEKST.findall(gids.read_text(encoding="utf-8")):
        assert naam in app.commands, naam
        assert not onderdeel or onderdeel in app.commands[naam].commands


@pytest.mark.parametrize("gids", GIDSEN, ids=lambda gids: gids.stem)
def test_auditcommando_in_de_tekst_bestaat(gids: Path) -> None:
    """The same for the commands of the auditor, which form a group."""
    app: Any = get_command(maak_app())
    groep = app.commands["audit"].commands
    for naam, onderdeel in _AUDIT_IN_DE_TEKST.findall(gids.read_text(encoding="utf-8")):
        assert naam in groep, naam
        assert not onderdeel or onderdeel in groep[naam].commands


def test_gids_laat_elk_auditcommando_zien() -> None:
    """Whoever reads the guide for auditors has seen every command of the group at work, also those in a group of it."""

    def bladen(groep: Any, voor: str) -> Iterator[str]:
        for naam, commando in groep.commands.items():
            yield from bladen(commando, f"{voor} {naam}") if hasattr(commando, "commands") else (f"{voor} {naam}",)

    app: Any = get_command(maak_app())
    getoond = regels(AUDITOR)
    alle = list(bladen(app.commands["audit"], "opgave audit"))
    assert len(alle) > 20
    assert not [wat for wat in alle if not any(f"{regel} ".startswith(f"{wat} ") for regel in getoond)]


def test_gids_voor_auditors_legt_elke_bevinding_uit() -> None:
    """An auditor finds every code once in the table, with what it means and what to do."""
    tekst = AUDITOR.read_text(encoding="utf-8")
    genoemd = re.findall(r"^\| `(\w+)` \| [^|]{8,} \| [^|]{4,} \|$", tekst, re.MULTILINE)
    assert sorted(genoemd) == sorted(get_args(Code))


@pytest.mark.parametrize(
    "regel", [r for gids in VOOR_GEBRUIKERS for r in regels(gids) if r.startswith("opgave besluit")]
)
def test_besluit_is_te_lezen(regel: str) -> None:
    """The options of a decision fit together, and make a command; a file is read by a test of its own."""
    naam, context = ontleed(woorden(regel))
    if naam == "besluit" and context is not None and not context.params["bestand"]:
        velden = besluitopties.inhoud(context.params["stap"], context.params, date(2026, 12, 3))
        assert LegBesluitVast.model_validate(velden, extra="forbid").stap


@pytest.mark.parametrize("regel", [r for gids in VOOR_GEBRUIKERS for r in regels(gids) if " --stemmen '" in r])
def test_stemmen_tellen_op(regel: str) -> None:
    """The votes in the guide are of this Provinciale Staten: every fractie is there, with as many votes as seats."""
    _, context = ontleed(woorden(regel))
    gegeven = context.params
    stem = Stemming.model_validate({"wijze": gegeven["wijze"], "per_fractie": lees_stemmen(gegeven["stemmen"])})
    assert zaken.bereken(stem, REGLEMENT.zetels_op(date(2026, 6, 1))).geldig


@pytest.mark.parametrize("tekst", gegevens(BESLUITEN), ids=lambda tekst: tekst.split(":")[0].strip("{"))
def test_bestand_in_de_gids_is_te_lezen(tekst: str, tmp_path: Path) -> None:
    """A file that the guide shows is read by the command it is for; the votes in it count."""
    pad = tmp_path / "voorbeeld.yaml"
    pad.write_text(tekst, encoding="utf-8")
    match next(iter(lees_bestand(pad))):
        case "orgaan":
            assert lees_stemming(pad).orgaan == "GS"
        case "bezetting":
            assert len(organen.lees(pad)) == 1
        case "grondslag":
            assert len(portefeuilles.lees(pad)[0].portefeuilles) == 2
        case "besluit":
            assert inhoud_van("HerstelVastlegging", (), pad)["besluit"]["stap"] == "B1"
        case _:
            besluit = LegBesluitVast.model_validate(besluitopties.inhoud("B1", {"bestand": pad}, date(2026, 12, 3)))
            assert besluit.stemming is not None
            assert zaken.bereken(besluit.stemming, REGLEMENT.zetels_op(date(2026, 6, 1))).geldig


def test_namen_compleet() -> None:
    """The guide names every organiseervorm and every function that a reader can choose."""
    tekst = HANDLEIDING.read_text(encoding="utf-8")
    assert not [vorm.code for vorm in REGLEMENT.organiseervormen if not re.search(rf"\b{vorm.code}\b", tekst)]
    assert not [f for f in get_args(Functie) if f != "systeem" and f.replace("_", " ") not in tekst]


@pytest.mark.parametrize("gids", VOOR_GEBRUIKERS, ids=lambda gids: gids.stem)
def test_genoemde_bestanden_bestaan(gids: Path) -> None:
    """The examples and pages that the guide points to are there."""
    tekst = gids.read_text(encoding="utf-8")
    for pad in set(re.findall(r"\b(?:docs|examples)/[a-z-]+\.(?:md|yaml)\b", tekst)):
        assert (WORTEL / pad).exists(), pad
        assert not pad.endswith(".yaml") or lees_bestand(WORTEL / pad)


def test_gids_voor_ontvangers_noemt_elke_gebeurtenis_met_haar_velden() -> None:
    """Who builds a receiver finds every kind of event, and the fields it can have, by the names they have in JSON."""
    tekst = (WORTEL / "docs" / "events.md").read_text(encoding="utf-8")
    genoemd = dict(re.findall(r"^\| `([a-z-]+)` \| (.*?) ?\|$", tekst, re.MULTILINE))
    namen = {feit: (re.split(r"[.=]", veld)[-1] for veld in velden) for feit, velden in DEELT.items()}
    bestaat = {korte_naam(feit): ", ".join(map(_kameel, velden)) for feit, velden in namen.items()}
    assert genoemd == bestaat


def _kameel(naam: str) -> str:
    return re.sub(r"_(\w)", lambda gevonden: gevonden[1].upper(), naam)


@pytest.mark.parametrize(
    "regel",
    ["opgave kann FL-2026-01", "opgave toon FL-2026-01 --alles", "opgave contact zoek griffier", "opgave besluit X"],
)
def test_verzonnen_regel_valt_op(regel: str) -> None:
    """A line with a command or option that doesn't exist would be found."""
    with pytest.raises(TyperException):
        ontleed(woorden(regel))


@pytest.mark.parametrize(
    "regel",
    ["opgave geef FL-2026-01 Pauzeren --reden x", "opgave geef FL-2026-01 Pauzeer --rede x", "opgave geef F Pauzeer"],
)
def test_verzonnen_opdracht_valt_op(regel: str) -> None:
    """A line with an opdracht or field that doesn't exist, or without a field it needs, would be found."""
    with pytest.raises(Invoerfout):
        opdracht_van(*ontleed(woorden(regel)))
