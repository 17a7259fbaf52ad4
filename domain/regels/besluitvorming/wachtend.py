"""Records of a decision that wait for a second person: at most one per step, numbered."""

from domain.basis import Afzender
from domain.regels.hulp import eis
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap


def toets_vrij(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering while a record of this step waits for its second person."""
    wacht = stand.vastleggingen.get(stap.id)
    reden = f"Over {stap.id} is al iets vastgelegd dat op bevestiging wacht."
    eis(wacht is None, "vier ogen", reden, *((f"BevestigBesluit {wacht.id}",) if wacht else ()))


def toets_bekend(door: Afzender) -> None:
    """Raise Weigering when it is not known who records: then nobody can be told to be someone else."""
    reden = "Wie een besluit vastlegt, is bekend: een ander mens bevestigt het. Meld u aan."
    eis(door.subject != "onbekend", "vier ogen", reden)


def nieuw_id(stand: Stand, stap: Besluitstap) -> str:
    """The id of a new record of this step: `B2.v1`, then `B2.v2`."""
    return f"{stap.id}.v{stand.vastgelegd.get(stap.id, 0) + 1}"


def klaar(stand: Stand, stap: str) -> Stand:
    """The state in which nothing about this step waits for a second person any more."""
    if stap not in stand.vastleggingen:
        return stand
    return stand.met(vastleggingen={k: v for k, v in stand.vastleggingen.items() if k != stap})
