"""Recording what another organisation said: only with the channel by which it came, so nobody decides for another."""

from typing import Protocol, get_args

from domain.regels.hulp import Context, eis
from domain.taal.namens import Namens
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal


class Gehoord(Protocol):
    """A command or a fact that says how something came."""

    @property
    def kanaal(self) -> Kanaal | None: ...

    @property
    def stuk(self) -> Stuk | None: ...


def toets(opdracht: Gehoord, wie: str, *, zelf: bool) -> None:
    """Raise Weigering when it isn't said how the words of `wie` came, or when it is said of one's own words."""
    if zelf:
        eigen = "U spreekt hier voor uzelf. Dan hoort er geen kanaal of stuk bij."
        eis(opdracht.kanaal is None and opdracht.stuk is None, "kanaal", eigen)
        return
    ander = f"U legt vast wat {wie} zei. Zeg bij kanaal hoe u dat hoorde, of laat {wie} het zelf doen."
    eis(opdracht.kanaal is not None, "kanaal", ander, *get_args(Kanaal))


def uit(feit: Gehoord, ctx: Context) -> Namens | None:
    """Who recorded this fact for another, None when they said it themselves."""
    return Namens(door=ctx.door.functie, kanaal=feit.kanaal, stuk=feit.stuk) if feit.kanaal else None
