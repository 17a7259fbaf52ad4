"""Options that are declared once: what Typer sees of a group, and what the command gets of it."""

from dataclasses import dataclass
from typing import Annotated

import pytest
from typer import Argument, Option, Typer
from typer.testing import CliRunner

from starter.cli.optiegroep import met_opties


@dataclass(frozen=True)
class Reis:
    """An option with a default, a flag, and a field that nobody types."""

    naar: Annotated[str | None, Option("--naar", envvar="REIS_NAAR", help="waarheen")] = None
    retour: Annotated[bool, Option("--retour")] = False
    klasse: int = 2


@dataclass(frozen=True)
class Dagreis(Reis):
    """The same without choosing: the field of the base stays, the option goes."""

    retour: bool = True


@dataclass(frozen=True)
class Groep:
    """An option one has to give."""

    leider: Annotated[str, Option("--leider")]


def _uit(app: Typer, *woorden: str, **omgeving: str) -> tuple[int, str]:
    uit = CliRunner().invoke(app, woorden, env=omgeving)
    return uit.exit_code, uit.output


def _app() -> Typer:
    app = Typer()

    @app.command()
    @met_opties
    def ga(
        wie: Annotated[str, Argument()],
        vroeg: Annotated[bool, Option("--vroeg")] = False,
        *,
        reis: Reis,
        groep: Groep,
        laat: Annotated[bool, Option("--laat")] = False,
    ) -> None:
        """Ga op reis."""
        print(wie, vroeg, reis, groep, laat)

    return app


def test_het_commando_krijgt_zijn_groepen_gevuld() -> None:
    """What is typed, what is in the environment and what is left out arrive in the dataclass; the rest beside it."""
    code, tekst = _uit(_app(), "ik", "--retour", "--leider", "jij", "--laat", REIS_NAAR="Urk")
    assert (code, tekst) == (0, "ik False Reis(naar='Urk', retour=True, klasse=2) Groep(leider='jij') True\n")


def test_wat_verplicht_is_in_een_groep_blijft_verplicht() -> None:
    assert _uit(_app(), "ik")[0] == 2


def test_de_opties_staan_waar_de_groep_stond() -> None:
    """Typer shows the options in the order of the function, each group in its place; what nobody types isn't there."""
    hulp = _uit(_app(), "--help")[1]
    plekken = [hulp.index(optie) for optie in ("--vroeg", "--naar", "--retour", "--leider", "--laat")]
    assert plekken == sorted(plekken)
    assert "klasse" not in hulp
    assert "Ga op reis." in hulp


def test_een_deel_van_een_groep_laat_opties_weg() -> None:
    """A field that is declared again without its option can't be typed, and keeps its default."""
    app = Typer()

    @app.command()
    @met_opties
    def ga(*, reis: Dagreis) -> None:
        print(reis)

    assert _uit(app, "--naar", "Urk") == (0, "Dagreis(naar='Urk', retour=True, klasse=2)\n")
    assert _uit(app, "--retour")[0] == 2


def test_twee_keer_dezelfde_optie_kan_niet() -> None:
    """It is refused where the command is declared, not when somebody types it."""

    def ga(naar: str, *, reis: Reis) -> None: ...

    with pytest.raises(ValueError, match="naar"):
        met_opties(ga)
