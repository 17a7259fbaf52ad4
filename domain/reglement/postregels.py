"""How the province writes to people: within office hours, never harder than agreed, never silence as consent."""

from typing import Annotated

from pydantic import Field

from domain.basis import Functie, Model
from domain.duur import Duur

Kloktijd = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Postregels(Model):
    """The rules of reminding in one edition (domain.md 4.3).

    `kantoor` are the hours on working days, Europe/Amsterdam, within which reminders leave. `stilte` names who may set
    a meaning of silence that is not `wachten`. `link_na_einde` is how long a link works that was sent after the term,
    `uitstel_hoogstens` the longest delay a partner can be given, counted from the end of the term.
    """

    kantoor: tuple[Kloktijd, Kloktijd]
    stilte: tuple[tuple[str, tuple[Functie, ...]], ...]
    link_na_einde: Duur
    uitstel_hoogstens: Duur
