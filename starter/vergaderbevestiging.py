"""The second person of a whole meeting: what waits for one, and each confirmation tried before it is sent."""

from dataclasses import dataclass

from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.vastlegging import Vastlegging
from register import agenda
from starter.invoer import maak_opdracht
from starter.vergadering import Nagekeken, Punt, Vergadering, probeer


@dataclass(frozen=True)
class Wachtend:
    """A record of this body and day that waits for its second person, in the state of its opgave."""

    stand: Stand
    vastlegging: Vastlegging

    @property
    def stap(self) -> Besluitstap:
        """The step it is about."""
        return self.stand.stappen[self.vastlegging.besluit.stap]


async def wachtend(v: Vergadering) -> list[Wachtend]:
    """The records of this meeting that wait for a second person, as they stand now."""
    gevonden = []
    for bekend in agenda.standen(v.register, v.orgaan, v.dag):
        if bekend.vastleggingen or any(s.orgaan == v.orgaan and not s.klaar for s in bekend.stappen.values()):
            stand = await v.opgaven.stand(bekend.opgave)
            van_nu = (w for w in stand.vastleggingen.values() if _van_deze(v, w))
            gevonden += [Wachtend(stand, w) for w in van_nu]
    return gevonden


def _van_deze(v: Vergadering, wacht: Vastlegging) -> bool:
    return wacht.besluit.orgaan == v.orgaan and (wacht.besluit.genomen_op or wacht.op) == v.dag


def bevestigbaar(v: Vergadering, nr: int, wacht: Wachtend) -> Nagekeken:
    """The confirmation by this person, tried with the real rules; nothing is sent."""
    plek, id_ = f"{wacht.stand.opgave} {wacht.vastlegging.id}", wacht.vastlegging.id
    punt = Punt(nr=nr, plek=plek, opgave=wacht.stand.opgave, stap=wacht.stap.id, status="kan", vastlegging=id_)
    inhoud = {"soort": "BevestigBesluit", "vastlegging": id_}
    opdracht = maak_opdracht(inhoud, v.door)
    return probeer(v, punt.met(onderwerp=wacht.stap.onderwerp), wacht.stand, opdracht)[0]
