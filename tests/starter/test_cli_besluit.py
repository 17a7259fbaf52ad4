"""Recording what a body decided with `opgave besluit`, and the second person who confirms it."""

import io
import json
import shlex
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from test_cli_doen import vul_in
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain.reglement.register import nieuwste
from domain.taal.instrumenten import Reactie
from starter.cli import besluitopties, vierogen
from starter.cli.wie import afzender
from starter.demo import VOORBEELDEN
from starter.invoer import maak_opdracht
from starter.scenariobestand import lees_scenario
from starter.scenariodroog import speel
from starter.scenarioregels import Scenario

__all__ = ["leeg_register", "wereld"]
KADER = ["besluit", ID, "B1", "--wijze", "zonder_stemming", "--resultaat", "kader", "--als", "griffier"]
BEVESTIG = ["bevestig-besluit", ID, "B1.v1", "--als", "griffier"]


def vastgelegd(wereld: Wereld) -> Wereld:
    """A decision of PS that one griffier recorded and nobody confirmed; another sits at the keyboard."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders voor de energiehub")
    wereld.tik("LegVoor", als="griffier", stap="B1")
    extra = ["--amendement", "A1: elk jaar een brief = 30-11", "--toezegging", "portefeuillehouder: stuurt cijfers"]
    assert wereld(*KADER, *extra).code == 0
    wereld.uid = 1001
    return wereld


def test_wie_vastlegde_bevestigt_niet(wereld: Wereld) -> None:
    """Refused, whatever function the same person names; nor may a name that nobody vouches for."""
    vastgelegd(wereld).uid = 1000
    for als in ("griffier", "jurist"):
        uit = wereld("bevestig-besluit", ID, "B1.v1", "--als", als, "--ja")
        assert (uit.code, "Regel: vier ogen" in uit.fout) == (1, True)
    uit = wereld("bevestig-besluit", ID, "B1.v1", "--als", "griffier:s-9", "--ja")
    assert (uit.code, "Regel: zekerheid" in uit.fout, "opgave persoon maak" in uit.fout) == (1, True, True)
    assert "BevestigBesluit B1.v1: Wie vastlegde" in wereld("kan", ID, "--als", "griffier").uit


def test_tweede_ziet_eerst_wat_er_ligt(wereld: Wereld) -> None:
    """Everything recorded is on the screen before anything happens; where nothing can be asked, --ja is needed."""
    vastgelegd(wereld)
    verstuurd = len(wereld.verstuurd)
    uit = wereld(*BEVESTIG)
    assert (uit.code, len(wereld.verstuurd)) == (2, verstuurd)
    for deel in ("griffier (os-1000)\n", "gewijzigd aangenomen: kader", "A1 elk jaar een brief", "stuurt cijfers"):
        assert deel in uit.uit
    assert "--ja" in uit.fout
    assert wereld(*BEVESTIG, "--json").code == 2
    assert len(wereld.verstuurd) == verstuurd
    assert json.loads(wereld(*BEVESTIG, "--ja", "--json").uit)["bewijs"]["feiten"][0] == "BesluitGenomen"
    weg = wereld(*BEVESTIG, "--ja")
    assert (weg.code, "Er wacht niets op bevestiging" in weg.fout) == (2, True)


def test_tweede_ziet_aantekening_en_reactie(wereld: Wereld, capsys: pytest.CaptureFixture[str]) -> None:
    """Who wants it on record to be against a hamerstuk, and why GS don't follow a wish, are on that screen too."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="x")
    wereld.tik("LegVoor", als="griffier", stap="B1")
    hamer = ["besluit", ID, "B1", "--wijze", "zonder_stemming", "--resultaat", "kader", "--als", "griffier"]
    assert wereld(*hamer, "--aanwezig", "40", "--aantekening-tegen", "PVV").code == 0
    stand = wereld.standen[ID]
    wacht = stand.vastleggingen["B1"]
    reactie = Reactie(op="een stem", reactie="niet", motivering="er is een borg")
    vierogen.toon(stand, wacht.met(besluit=wacht.besluit.met(reacties=(reactie,))))
    uit = capsys.readouterr().out
    assert "geacht tegen te zijn: PVV" in uit
    assert "reactie op een stem: niet: er is een borg" in uit


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("antwoord", "code", "afloop"), [("j\n", 0, "positief"), ("\n", 2, "open"), ("n\n", 2, "open")]
)
def test_klopt_dit(wereld: Wereld, monkeypatch: pytest.MonkeyPatch, antwoord: str, code: int, afloop: str) -> None:
    """At a terminal it is asked; only a yes confirms."""
    vastgelegd(wereld)
    monkeypatch.setattr("sys.stdin", Terminal(antwoord))
    uit = wereld(*BEVESTIG)
    assert (uit.code, wereld.standen[ID].stappen["B1"].afloop) == (code, afloop), uit.alles


def test_afkeuren_met_reden(wereld: Wereld) -> None:
    """What is wrong goes back, with the reason; then it can be recorded anew, with the next number."""
    vastgelegd(wereld)
    assert wereld(*BEVESTIG, "--afkeuren", "BBB stemde anders").code == 0
    assert not wereld.standen[ID].vastleggingen
    assert "B1.v2" in wereld(*KADER).uit


def test_kan_geeft_de_regel_voor_de_tweede(wereld: Wereld) -> None:
    """The line that `kan` gives to a second person confirms when it is pasted."""
    vastgelegd(wereld)
    regel = next(r for r in wereld("kan", ID, "--als", "griffier").uit.splitlines() if "bevestig-besluit" in r)
    assert wereld(*shlex.split(regel)[1:], "--ja").code == 0


def test_wat_een_notitie_werd_wacht_ook(wereld: Wereld) -> None:
    """Also a decision that a note became is only recorded."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    wereld.tik("LegVoor", als="bestuurssecretariaat", stap="B1")
    wereld.tik("Noteer", tekst="GS zijn akkoord", betreft="B1")
    uit = wereld(*["bevestig", "FL-2026-01", "N1", "LegBesluitVast", "--stap", "B1", "--uitkomst", "conform"], "--als", "bestuurssecretariaat")  # fmt: skip
    assert (uit.code, "B1.v1 --als bestuurssecretariaat" in uit.uit) == (0, True), uit.alles


OPTIES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"uitkomst": "gewijzigd", "wijziging": "korter"}, {"uitkomst": "gewijzigd", "wijziging": "korter"}),
    ({"uitkomst": "aangehouden", "tot": "morgen"}, {"uitkomst": "aangehouden", "tot": date(2026, 3, 11)}),
    (
        {"wijze": "hoofdelijk", "stemmen": "22-19", "aanwezig": 41},
        {"stemming": {"wijze": "hoofdelijk", "voor": 22, "tegen": 19, "aanwezig": 41}},
    ),
    (
        {"wijze": "zonder_stemming", "aanwezig": 40, "aantekening_tegen": ["PVV"]},
        {"stemming": {"wijze": "zonder_stemming", "aanwezig": 40, "aantekening_tegen": ["PVV"]}},
    ),
    (
        {"wens": ["uittreden"], "bedenking": ["risico", "tempo"]},
        {
            "instrument": {
                "instrument": "wensen_en_bedenkingen",
                "wensen": ["uittreden"],
                "bedenkingen": ["risico", "tempo"],
            }
        },
    ),
    ({"punt": ["a: b"]}, {"instrument": {"instrument": "zienswijze", "punten": ["a: b"]}}),
    (
        {"resultaat": "geen_zienswijze"},
        {"resultaat": "geen_zienswijze", "instrument": {"instrument": "zienswijze"}},
    ),
    ({"toestemming": "verleend"}, {"instrument": {"instrument": "toestemming", "besluit": "verleend"}}),
    (
        {"toestemming": "onthouden", "strijd_met": "recht", "overleg_op": "gisteren", "overleg_met": "GS"},
        {
            "instrument": {
                "instrument": "toestemming",
                "besluit": "onthouden",
                "strijd_met": "recht",
                "overleg": {"op": date(2026, 3, 9), "partij": "GS"},
            }
        },
    ),
    ({"instemming": "geweigerd"}, {"instrument": {"instrument": "instemming", "besluit": "geweigerd"}}),
    (
        {"reactie": ["uittreden: overgenomen", "geld: risico: deels, tot 2 miljoen: niet meer"]},
        {
            "reacties": [
                {"op": "uittreden", "reactie": "overgenomen"},
                {"op": "geld: risico", "reactie": "deels", "motivering": "tot 2 miljoen: niet meer"},
            ]
        },
    ),
    (
        {"toezegging": ["ambtelijk opdrachtgever: stuurt een brief"]},
        {"toezeggingen": [{"wie": "ambtelijk_opdrachtgever", "tekst": "stuurt een brief"}]},
    ),
    (
        {"betrokken": ["VVD: bestuurder"]},
        {"betrokken": [{"fractie": "VVD", "reden": "bestuurder", "beraadslaging": False, "stemming": False}]},
    ),
    (
        {
            "amendement": ["A1: x = y = 30-11", "A2: z = ingetrokken"],
            "motie": ["M1: m = zonder_stemming"],
            "wijze": "hoofdelijk",
        },
        {
            "stemming": {"wijze": "hoofdelijk"},
            "amendementen": [
                {"nr": "A1", "titel": "x = y", "stemming": {"wijze": "hoofdelijk", "voor": 30, "tegen": 11}},
                {"nr": "A2", "titel": "z", "uitkomst": "ingetrokken"},
                {"nr": "M1", "titel": "m", "stemming": {"wijze": "zonder_stemming"}, "soort": "motie"},
            ],
        },
    ),
]


@pytest.mark.parametrize(("opties", "velden"), OPTIES, ids=lambda o: "+".join(o))
def test_opties_van_besluit(opties: dict[str, Any], velden: dict[str, Any]) -> None:
    """What people type becomes the fields of the command, and those fit the model."""
    inhoud = besluitopties.inhoud("B1", opties, date(2026, 3, 10))
    assert inhoud == {"soort": "LegBesluitVast", "stap": "B1", **velden}
    assert maak_opdracht(inhoud, afzender("griffier", None, 1000)).inhoud.soort == "LegBesluitVast"


def test_besluit_uit_een_bestand(wereld: Wereld, tmp_path: Path) -> None:
    """All fields in a file, as in a scenario; an option goes before it, and it must be about the same step."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="x")
    wereld.tik("LegVoor", als="griffier", stap="B1")
    pad = tmp_path / "besluit.yaml"
    stemmen = {f: [z, 0, 0, 0] for f, z in nieuwste().zetels_op(date(2026, 3, 10)).fracties}
    stuk = {"nr": "A1", "titel": "t", "rang": 1, "stemming": {"wijze": "hoofdelijk", "stemmen": stemmen}}
    velden = {
        "resultaat": "geen_kader",
        "stemming": {"wijze": "hoofdelijk", "stemmen": stemmen},
        "amendementen": [stuk],
    }
    pad.write_text(json.dumps(velden))
    regel = ["besluit", ID, "B1", "--bestand", str(pad), "--als", "griffier"]
    assert wereld(*regel, "--resultaat", "kader").code == 0
    besluit = wereld.standen[ID].vastleggingen["B1"].besluit
    assert (besluit.uitkomst, besluit.resultaat) == ("aangenomen_gewijzigd", "kader")
    pad.write_text("stap: B7")
    fout = wereld(*regel)
    assert (fout.code, "hierin staat stap B7, niet B1" in fout.fout) == (2, True)


def test_herstel_uit_een_bestand(wereld: Wereld, tmp_path: Path) -> None:
    """A correction is read as a decision is: the votes may be called `stemmen` there too."""
    vastgelegd(wereld)
    assert wereld(*BEVESTIG, "--ja").code == 0
    stemmen = {f: [0, z, 0, 0] for f, z in nieuwste().zetels_op(date(2026, 3, 10)).fracties}
    besluit = {"stap": "B1", "motivering": "x", "stemming": {"wijze": "hoofdelijk", "stemmen": stemmen}}
    pad = tmp_path / "herstel.yaml"
    lijst = {"titel": "Besluitenlijst", "referentie": "PS-1"}
    pad.write_text(json.dumps({"besluit": besluit, "besluitenlijst": lijst, "reden": "voor en tegen verwisseld"}))
    uit = wereld("geef", ID, "HerstelVastlegging", "--bestand", str(pad), "--als", "griffier")
    assert (uit.code, "bevestig-besluit FL-2026-01 B1.v2 --als griffier" in uit.uit) == (0, True), uit.alles


def test_instrument_op_het_scherm(wereld: Wereld) -> None:
    """Help about a step names the options of its instrument, and those options decide it."""
    hub = "FL-2024-01"
    wereld.standen[hub] = speel(ingekort(VOORBEELDEN / "energiehub-oostrand.yaml", tot="cooperatie.A3"))[0]
    wereld.nu = datetime(2025, 2, 26, 12, tzinfo=UTC)
    hulp = " ".join(wereld("besluit", hub, "cooperatie.A3", "--help").uit.split())
    assert "--wens en --bedenking, of --resultaat geen" in hulp
    assert "aangehouden, ingetrokken of terugverwezen;" in hulp
    regel = ["besluit", hub, "cooperatie.A3", "--wijze", "zonder_stemming", "--als", "griffier", "--droog"]
    assert "hoort wensen en bedenkingen, niet zienswijze" in wereld(*regel, "--punt", "x").fout
    assert "ontbreekt nog: wensen en bedenkingen" in wereld(*regel).fout
    uit = wereld(*regel, "--wens", "uittreden", "--bedenking", "geld")
    assert (uit.code, "aangenomen (beide)" in uit.uit) == (0, True), uit.alles


def ingekort(bestand: Path, tot: str) -> Scenario:
    """A life up to the first record about this step."""
    scenario = lees_scenario(bestand)
    namen = [(r.opdracht.inhoud.soort, getattr(r.opdracht.inhoud, "stap", "")) for r in scenario.regels]
    regels = scenario.regels[: namen.index(("LegBesluitVast", tot))]
    return scenario.model_copy(update={"regels": regels, "tot": regels[-1].moment.date()})


@pytest.mark.parametrize(
    ("bestand", "stap", "als", "deel"),
    [
        ("energiehub-oostrand", "cooperatie.A3", "griffier", "--instrument.wensen"),
        ("energiehub-oostrand", "cooperatie.A0b", "bestuurssecretariaat", "financieel risico"),
        ("adviesloket-polderrand", "loket.A5.PS", "griffier", "--instrument.punten"),
        ("adviesloket-polderrand", "loket.A6.PS", "griffier", "--instrument.besluit verleend"),
    ],
)
def test_kan_regel_van_een_instrument_is_te_plakken(
    wereld: Wereld, bestand: str, stap: str, als: str, deel: str
) -> None:
    """The line for recording names the instrument, or every point to answer, and is accepted once filled in."""
    stand = speel(ingekort(VOORBEELDEN / f"{bestand}.yaml", tot=stap))[0]
    wereld.standen[stand.opgave], wereld.nu = stand, stand.laatste_op or wereld.nu
    data = json.loads(wereld("kan", stand.opgave, "--als", als, "--json").uit)
    regels = [m["regel"] for m in data["mogelijkheden"] if m["opdracht"] == "LegBesluitVast" and stap in m["regel"]]
    assert [deel in regel for regel in regels] == [True]
    woorden = [vul_in(woord) for woord in shlex.split(regels[0])]
    uit = wereld(*woorden[1:], "--droog")
    assert uit.code == 0, (woorden, uit.alles)
