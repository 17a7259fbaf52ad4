"""One thing that is asked of a partner: its form, the command it becomes, and whether it was filled in before."""

from dataclasses import dataclass

from domain.stand import Stand
from starter.portaal.formulier import Formulier
from starter.portaal.partner.bezoek import Bezoek


@dataclass(frozen=True)
class Vraag:
    """A card on the page, under the heading `groep`."""

    groep: str
    opdracht: str
    formulier: Formulier
    ingevuld: bool = False


@dataclass(frozen=True)
class Blik:
    """A visit with what it may see: `open` went through the sieve, `bezoek.stand` did not."""

    bezoek: Bezoek
    open: Stand

    @property
    def wie(self) -> str:
        """The partner that speaks, as its link says; no form can say another."""
        return self.bezoek.link.organisatie

    @property
    def gegevens(self) -> tuple[tuple[str, str], ...]:
        """What stands above each form."""
        return self.bezoek.over, ("Namens", self.bezoek.partner)


def adres(soort: str, id_: str) -> str:
    """The name of a form about one thing, as it stands in the address."""
    return f"{soort}-{id_}".replace("/", "~")
