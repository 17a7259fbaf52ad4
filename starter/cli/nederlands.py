"""Typer in Dutch: help screens of our own, and sentences for its usage errors."""

import re
from difflib import get_close_matches
from typing import Any, get_args

from typer.core import TyperCommand, TyperGroup

from starter.cli import scherm

_HELP = "toon deze uitleg"
TOON = "toon"
"""The command that a Toongroep fills in."""


class Opdrachtregel(TyperCommand):
    """One command, with help in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, and its arguments and options."""
        _gebruik(self, ctx, "[OPTIES]")
        _parameters(self, ctx)

    def get_help(self, ctx: Any) -> str:
        """Print at once: the frame prints what this returns."""
        self.format_help(ctx, None)
        return ""


class Besluitregel(Opdrachtregel):
    """The same, and with `ID STAP --help` also the words this step can be decided with."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Remember the words that were typed: when help is asked, they are not parsed."""
        ctx.obj = [woord for woord in args[:2] if not woord.startswith("-")] if "--help" in args else []
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, and what the reglement allows for the step that was named."""
        super().format_help(ctx, formatter)
        if len(ctx.obj or ()) == 2:
            from starter.cli.uitkomstwoorden import hulp

            hulp(*ctx.obj)


class Groep(TyperGroup):
    """The group of commands, with help in Dutch and the commands by what they are for."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage and the commands, by panel."""
        _gebruik(self, ctx, "COMMANDO ...")
        panelen: dict[str, list[tuple[str, str]]] = {}
        for naam in self.list_commands(ctx):
            commando: Any = self.get_command(ctx, naam)
            paneel = str(getattr(commando, "rich_help_panel", None) or "Commando's")
            panelen.setdefault(paneel, []).append((naam, _eerste_zin(commando.help)))
        for paneel, rijen in panelen.items():
            scherm.kop(paneel)
            scherm.tabel(("Commando", "Wat het doet"), rijen)
        scherm.zeg("\nUitleg per commando: opgave COMMANDO --help", "dim")

    def get_help(self, ctx: Any) -> str:
        """Print at once: the frame prints what this returns."""
        self.format_help(ctx, None)
        return ""


class Toongroep(Groep):
    """A group whose command `toon` may be left out: what is no command of the group is what to show."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put in the command that was left out, also when nothing but options was typed."""
        return super().parse_args(ctx, args if args[:1] == ["--help"] else self._volledig(args))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command meant, and what is typed after it."""
        return super().resolve_command(ctx, self._volledig(args))

    def _volledig(self, args: list[str]) -> list[str]:
        return args if args and self._is_commando(args[0]) else [TOON, *args]

    def _is_commando(self, woord: str) -> bool:
        return woord in self.commands


def _gebruik(commando: Any, ctx: Any, rest: str) -> None:
    argumenten = [p.metavar or p.name.upper() for p in commando.get_params(ctx) if p.param_type_name == "argument"]
    scherm.zeg(" ".join(["Gebruik:", ctx.command_path, *argumenten, rest]), "bold")
    scherm.zeg_onder(commando.help or "")


def _eerste_zin(tekst: str | None) -> str:
    return (tekst or "").strip().split("\n")[0]


def _parameters(commando: Any, ctx: Any) -> None:
    argumenten, opties = [], []
    for p in commando.get_params(ctx):
        if p.param_type_name == "argument":
            argumenten.append((p.metavar or p.name.upper(), p.help or ""))
        else:
            opties.append((_optienaam(p), _optiehulp(p)))
    for titel, rijen in (("Verplicht of mogelijk", argumenten), ("Opties", opties)):
        if rijen:
            scherm.kop(titel)
            scherm.tabel(("Naam", "Wat"), rijen)


def _optienaam(p: Any) -> str:
    return f"{'/'.join(p.opts)} {p.metavar}" if p.metavar and not p.is_flag else "/".join(p.opts)


def _optiehulp(p: Any) -> str:
    if p.opts == ["--help"] and "uitleg" not in (p.help or ""):
        return _HELP
    omgeving = f" (of de omgevingsvariabele {p.envvar})" if p.envvar else ""
    standaard = f"; anders {p.default}" if p.default and isinstance(p.default, (str, int)) and not p.is_flag else ""
    return f"{p.help or ''}{omgeving}{standaard}"


def gebruiksfout(fout: Any) -> str:
    """What was wrong with the line that was typed, in Dutch; from the kind of error, for its text is English."""
    ctx = getattr(fout, "ctx", None)
    hulp = f"\nUitleg: {ctx.command_path} --help" if ctx is not None else ""
    return _zin(fout, ctx) + hulp


def _zin(fout: Any, ctx: Any) -> str:
    naam = _parameternaam(getattr(fout, "param", None))
    match type(fout).__name__:
        case "MissingParameter":
            return f"Er ontbreekt iets: {naam}."
        case "NoSuchOption":
            lijkt = f" Bedoelt u {', '.join(fout.possibilities)}?" if fout.possibilities else ""
            return f"De optie {fout.option_name[:60]} bestaat hier niet.{lijkt}"
        case "BadOptionUsage":
            return f"Bij de optie {fout.option_name[:60]} hoort iets anders: een waarde, of juist geen waarde."
        case "BadParameter":
            return f"De waarde van {naam} kan hier niet.{_wat_kan(getattr(fout, 'param', None))}"
        case "FileError":
            return "Dit bestand is niet te lezen."
        case _:
            return _los(str(fout.message), ctx)


def _parameternaam(p: Any) -> str:
    """What one types: an option by its own name, an argument as it stands in the help."""
    lang = [optie for optie in getattr(p, "opts", ()) if optie.startswith("--")]
    return str(lang[0] if lang else getattr(p, "metavar", None) or getattr(p, "name", ""))


def _wat_kan(p: Any) -> str:
    """The kind of value that is asked, and its help: ` Schrijf een heel getal van 1 tot en met 26: ...`."""
    laag, hoog = getattr(p, "min", None), getattr(p, "max", None)
    soort = getattr(getattr(p, "type_descriptor", None), "annotation", None)
    heel = int in (soort, *get_args(soort))
    grens = f" van {laag} tot en met {hoog}" if laag is not None and hoog is not None else ""
    delen = [deel for deel in (f"een heel getal{grens}" if heel else "", getattr(p, "help", "") or "") if deel]
    return f" Schrijf {': '.join(delen)}." if delen else ""


def _los(tekst: str, ctx: Any) -> str:
    if onbekend := re.match(r"No such command '(.*?)'", tekst, re.DOTALL):
        namen = list(getattr(ctx.command, "commands", {})) if ctx is not None else []
        lijkt = get_close_matches(onbekend[1], namen, n=2)
        hint = f" Bedoelt u {' of '.join(lijkt)}?" if lijkt else ""
        return f"Het commando '{onbekend[1][:60]}' bestaat niet.{hint}"
    if teveel := re.search(r"unexpected extra argument\S* \((.*)\)", tekst, re.DOTALL):
        return f"Dit hoort er niet bij: {teveel[1][:80]}"
    return "Er ontbreekt een commando." if "Missing command" in tekst else f"Deze regel is niet te lezen: {tekst[:120]}"
