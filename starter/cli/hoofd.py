"""The `opgave` command: one line in, one clear outcome out, never a traceback."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from typer import Abort, Exit, Typer, TyperException

from starter.cli import (
    app_agenda,
    app_audit_anker,
    app_audit_controle,
    app_audit_dossier,
    app_audit_lezen,
    app_audit_pak,
    app_audit_reken,
    app_audit_rol,
    app_doen,
    app_kijken,
    app_lessen,
    app_organen,
    app_organiseervorm,
    app_overbrengen,
    app_partners,
    app_portaal,
    app_post,
    app_rapport,
    app_samen,
    app_splitsing,
    app_systeem,
    app_termijnen,
    app_verwachting,
    app_webhook,
    scherm,
)
from starter.cli.fouten import GEDAAN, INVOER, ONVERWACHT, onverwacht, verwacht
from starter.cli.nederlands import Groep, gebruiksfout
from starter.cli.omgeving import sluit_omgeving

AFGEBROKEN = 130


def maak_app() -> Typer:
    """The commands, without loading what they do."""
    app = Typer(
        cls=Groep,
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        invoke_without_command=False,
        help="De Opgavenmotor: volg een opgave van initiatief tot en met de laatste les.",
    )
    contact, orgaan, persoon = (
        Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False) for _ in range(3)
    )
    app_kijken.meld_aan(app)
    app_post.meld_aan(app)
    app_organiseervorm.meld_aan(app)
    app_termijnen.meld_aan(app)
    app_doen.meld_aan(app)
    app_webhook.meld_aan(app)
    app_overbrengen.meld_aan(app)
    app_systeem.meld_aan(app, contact, persoon)
    app_portaal.meld_aan(app)
    app_organen.meld_aan(app, orgaan)
    app_partners.meld_aan(app)
    app_splitsing.meld_aan(app)
    app_verwachting.meld_aan(app)
    _meld_groepen_aan(app)
    _meld_audit_aan(app)
    return app


def _meld_groepen_aan(app: Typer) -> None:
    """What people of the region do together, each kind in a group of its own."""
    groepen = (
        (app_agenda, "agenda", "Agenda", "De regionale agenda: wat erop staat, wie haar vaststelde, wat eraan komt."),
        (app_samen, "samen", "Agenda", "Beelden, belangen, verwachtingen, spelniveaus en tafels naast elkaar."),
        (app_lessen, "lessen", "Agenda", "Lessen zoeken, aanbieden en hergebruiken."),
        (app_rapport, "rapport", "Verantwoorden", "Verslagen over opgaven en agenda, als HTML en PDF."),
    )
    for deel, naam, paneel, hulp in groepen:
        groep = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
        deel.meld_aan(groep)
        app.add_typer(groep, name=naam, rich_help_panel=paneel, help=hulp)


def _meld_audit_aan(app: Typer) -> None:
    """What auditors do, in one group: first judging a pack, then reading it, then making and keeping packs."""
    audit = Typer(cls=Groep, add_completion=False, pretty_exceptions_enable=False)
    for deel in (
        app_audit_controle,
        app_audit_lezen,
        app_audit_dossier,
        app_audit_reken,
        app_audit_pak,
        app_audit_anker,
        app_audit_rol,
    ):
        deel.meld_aan(audit)
    app.add_typer(
        audit, name="audit", rich_help_panel="Verantwoorden", help="Een opgave nalezen, naspelen, controleren."
    )


def hoofd() -> None:
    """Run what was typed and leave with its exit code."""
    code = draai(sys.argv[1:])
    for stroom in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stroom.flush()
    # Not sys.exit: threads of temporalio that still run while the interpreter shuts down make it abort (code 134).
    # `draai` has let go of everything, and what was printed is flushed.
    os._exit(code)


def draai(argumenten: Sequence[str]) -> int:
    """Run one command line. Gives 0 done, 1 refused, 2 wrong input, 3 unreachable, 70 something unexpected."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")
    try:
        return _draai(list(argumenten) or ["--help"])
    except TyperException as fout:
        return _meld(INVOER, gebruiksfout(fout), argumenten)
    except (Abort, EOFError):
        return _meld(INVOER, "Afgebroken; er is niets gedaan.", argumenten)
    except KeyboardInterrupt:
        return AFGEBROKEN
    except Exception as fout:
        code, tekst = verwacht(fout) or (ONVERWACHT, onverwacht(fout))
        return _meld(code, tekst, argumenten)
    finally:
        sluit_omgeving()


def _draai(argumenten: list[str]) -> int:
    try:
        uitkomst = maak_app()(args=argumenten, prog_name="opgave", standalone_mode=False)
    except Exit as einde:
        return einde.exit_code
    except SystemExit as einde:
        return einde.code if isinstance(einde.code, int) else GEDAAN
    return uitkomst if isinstance(uitkomst, int) else GEDAAN


def _meld(code: int, tekst: str, argumenten: Sequence[str]) -> int:
    """On standard error for people; with `--json` also on standard output for programs."""
    if "--json" in argumenten:
        scherm.json_uit({"fout": {"code": code, "melding": tekst}})
    scherm.meld_fout(tekst)
    return code
