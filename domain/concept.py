"""Which concept a command or a fact belongs to, in whichever file of `domain/taal/` its words stand."""

from domain.basis import Model

_SOORTEN = ("Opdracht", "Feit")


def concept(model: type[Model]) -> str:
    """The concept in lower case, such as `besluiten`: the name of its base class without Opdracht or Feit.

    A command that only wraps another (`Bevestig`) has no concept of its own: "".
    """
    namen = (basis.__name__ for basis in model.__mro__[1:])
    return next((n.removesuffix(s).lower() for n in namen for s in _SOORTEN if n.endswith(s)), "")
