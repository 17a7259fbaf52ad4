"""Steps that are `op_onjuiste_grondslag`: which they are, what they hold up, and what was built on a step."""

from domain import pad, rechtsstand
from domain.basis import Fase, Weigering
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.vormen import Vormtraject

REGEL = "op onjuiste grondslag"
OORDELEN = ("jurist", "griffier")
"""The functions that judge such a step, and decide when they agree."""


def staat_open(stand: Stand, stap: str | None) -> bool:
    """Whether jurist and griffier still have to judge this step."""
    twijfel = stand.twijfels.get(stap) if stap else None
    return twijfel is not None and twijfel.open


def houdt_op(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """The steps in doubt for which this one waits: itself, and those before it in its round."""
    if not stand.twijfels:
        return ()
    ervoor = () if stap.traject is None else pad.ronde(stand, stap.traject, stap.ronde)
    namen = (*(s.id for s in ervoor if s.volgorde < stap.volgorde), stap.id)
    return tuple(id_ for id_ in namen if staat_open(stand, id_))


def toets(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering while this step, or one before it in its round, still has to be judged."""
    _weiger(stap.id, houdt_op(stand, stap))


def toets_ronde(stand: Stand, traject: Vormtraject) -> None:
    """Raise Weigering while a step of the present round of this vormtraject still has to be judged."""
    ronde = pad.ronde(stand, traject.id, traject.ronde)
    _weiger(traject.id, tuple(s.id for s in ronde if staat_open(stand, s.id)))


def _weiger(wat: str, stappen: tuple[str, ...]) -> None:
    if stappen:
        reden = f"{wat} wacht: wat rust op een herstelde uitslag, beoordelen jurist en griffier eerst."
        raise Weigering(REGEL, reden, tuple(f"BeoordeelGrondslag {id_}" for id_ in stappen))


def gebouwd_op(stand: Stand, stap: Besluitstap, *, ook_later: bool = False) -> tuple[str, ...]:
    """The steps that were built on this one: later in its round and put forward or treated, or about it.

    What was done in the rounds after it counts too when such a round goes on from this step.

    Args:
        ook_later: its outcome started a next round, which then rests on it as well.
    """
    ook_later = ook_later or _draagt(stand, stap)
    if stap.traject is None and _verder_gegaan(stand, stap):
        return (stap.id, *(s.id for s in stand.stappen.values() if _gaat_over(s, stap)))
    return tuple(s.id for s in stand.stappen.values() if _rust_op(s, stap, ook_later) or _gaat_over(s, stap))


def _verder_gegaan(stand: Stand, stap: Besluitstap) -> bool:
    """Whether the opgave went on from this single decision: left F2 on its kader, ran a pilot, chose what follows.

    The decision itself is then what jurist and griffier judge.
    """
    if stap.code == "kader":
        return stand.leven.fase > Fase.VERKENNING
    return bool(rechtsstand.rust_op(stand, stap))


def toets_alles(stand: Stand) -> None:
    """Raise Weigering while anything at all still has to be judged: no next phase and no end before that."""
    open_ = tuple(id_ for id_ in stand.twijfels if staat_open(stand, id_))
    _weiger(stand.opgave, open_)


def _draagt(stand: Stand, stap: Besluitstap) -> bool:
    """Whether the present round of its vormtraject goes on from this step."""
    traject = stand.trajecten.get(stap.traject or "")
    return traject is not None and any(s.id == stap.id for s in rechtsstand.dragend(stand, traject))


def _rust_op(s: Besluitstap, stap: Besluitstap, ook_later: bool) -> bool:
    if stap.traject is None or s.traject != stap.traject:
        return False
    na = (s.ronde == stap.ronde and s.volgorde > stap.volgorde) or (ook_later and s.ronde > stap.ronde)
    gedaan = s.voorgelegd_op is not None or bool(s.behandelingen)
    return na and gedaan and s.van_toepassing is not False and s.status != "vervallen"


def _gaat_over(s: Besluitstap, stap: Besluitstap) -> bool:
    return s.over == stap.id and s.status != "vervallen"
