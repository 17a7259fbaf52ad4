"""How long the phases of opgaven took (S0-26)."""

from collections.abc import Iterable
from statistics import median

from domain.basis import Fase, Model
from domain.taal.leven import Faseperiode
from rapporten.leven import Gezeefd


class Fasetijd(Model):
    """How long one phase took: `dagen` of every stay that ended, `lopend` of those that go on."""

    fase: Fase
    dagen: tuple[int, ...] = ()
    lopend: tuple[int, ...] = ()

    @property
    def midden(self) -> float | None:
        """The median of the stays that ended."""
        return median(self.dagen) if self.dagen else None


def _gesloten(stay: Faseperiode, leven: Gezeefd) -> Faseperiode:
    """The last phase of an opgave that was completed ends with it; one that was withdrawn says nothing of its phase."""
    einde = next((dag for dag, _ in leven.inhoud("OpgaveAfgesloten")), None)
    return stay.met(tot=einde) if stay.tot is None and einde is not None else stay


def fasetijden(levens: Iterable[Gezeefd]) -> tuple[Fasetijd, ...]:
    """How long the phases took (S0-26), in days."""
    stays = [(_gesloten(p, leven), leven) for leven in levens for p in leven.stand.leven.fasen]
    return tuple(
        Fasetijd(
            fase=fase,
            dagen=tuple((p.tot - p.van).days for p, _ in stays if p.fase == fase and p.tot is not None),
            lopend=tuple(
                (leven.op - p.van).days
                for p, leven in stays
                if p.fase == fase and p.tot is None and not leven.stand.leven.voorbij
            ),
        )
        for fase in Fase
    )
