"""Options that several commands share, declared once: a dataclass, and a command with one parameter of that type."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import Any, TypeVar, get_args

from typer.models import ParameterInfo

T = TypeVar("T")


def met_opties(functie: Callable[..., T]) -> Callable[..., T]:
    """A command with the options of each dataclass parameter in its place; the function gets the dataclass, filled in.

    It is called by name, as Typer does. Such a parameter stands after a `*`: what comes before it may have a default.
    Raises ValueError when two options have the same name.
    """
    vorm = signature(functie)
    groepen: dict[str, Any] = {p.name: p.annotation for p in vorm.parameters.values() if is_dataclass(p.annotation)}
    velden = {naam: tuple(_opties(groep)) for naam, groep in groepen.items()}

    @wraps(functie)
    def commando(**gegeven: Any) -> T:
        for naam, groep in groepen.items():
            gegeven[naam] = groep(**{optie.name: gegeven.pop(optie.name) for optie in velden[naam]})
        return functie(**gegeven)

    alle = [optie for p in vorm.parameters.values() for optie in velden.get(p.name, (p,))]
    commando.__annotations__ = {p.name: p.annotation for p in alle}
    # Typer reads the signature; there is no way to declare a computed one to a type checker.
    commando.__signature__ = vorm.replace(parameters=alle)  # type: ignore[attr-defined]
    return commando


def _opties(groep: Any) -> Iterator[Parameter]:
    """One parameter for each field that says how it is typed; another field keeps its default."""
    for veld in fields(groep):
        if any(isinstance(deel, ParameterInfo) for deel in get_args(veld.type)[1:]):
            standaard = Parameter.empty if veld.default is MISSING else veld.default
            yield Parameter(veld.name, Parameter.KEYWORD_ONLY, default=standaard, annotation=veld.type)
