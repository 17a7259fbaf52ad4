"""What moves if something is held over or comes later: two runs of the same core, one with and one without."""

from collections.abc import Iterable
from datetime import date

from domain.basis import Weigering
from domain.kalender import datum_voluit
from domain.stand import Stand
from domain.verwachting.gedaan import Gespeeld
from domain.verwachting.model import Aanhouding, Ingreep, Verschoven, Verstreken, Vertraging, Vraag, Watals
from domain.verwachting.speel import STOPT, speel
from domain.verwachting.verwacht import benoemd

_VOLGORDE = ("wettelijk", "afgesproken", "huis")


class OnbekendeStap(Weigering):
    """Nothing of this name is still to come; `ontbreekt` has what is."""


def houd_aan(stand: Stand, vraag: Vraag, stap: str, keer: int = 1, tot: date | None = None) -> Watals:
    """What moves if the body of a step holds it over: so many meetings, or until a day.

    Raises:
        OnbekendeStap: no such step comes any more.
        Weigering: it comes, and its body can't hold it over.
    """
    hoe = f"tot {datum_voluit(tot)}" if tot else f"{keer} vergadering{'en' if keer > 1 else ''}"
    ingreep = Ingreep(aanhouding=Aanhouding(stap=stap, keer=keer, tot=tot))
    return _vergelijk(stand, vraag, ingreep, f"{stap} wordt aangehouden: {hoe}", stap)


def later(stand: Stand, vraag: Vraag, wie: str, dagen: int) -> Watals:
    """What moves if a step, or what a partner or body does first, comes so many days later.

    Raises:
        OnbekendeStap: nothing of this name is still to come.
    """
    return _vergelijk(
        stand, vraag, Ingreep(vertraging=Vertraging(wie=wie, dagen=dagen)), f"{wie}: {dagen} dagen later", wie
    )


def _vergelijk(stand: Stand, vraag: Vraag, ingreep: Ingreep, zin: str, wie: str) -> Watals:
    gewoon = speel(stand, vraag, "waarschijnlijk")
    anders = speel(stand, vraag, "waarschijnlijk", ingreep)
    if not anders.gekomen:
        nee = [z for z in anders.waarschuwingen if z.startswith(STOPT) and z not in gewoon.waarschuwingen]
        if ingreep.aanhouding and nee:
            raise Weigering("stap", f"{wie} kan hier niet worden aangehouden. {nee[0]}", (f"--later {wie}=4w",))
        raise OnbekendeStap(
            "stap", f"{wie} komt in deze verwachting niet meer voor. Dit komt nog:", tuple(_komt(gewoon))
        )
    return Watals(
        opgave=stand.opgave,
        ingreep=zin,
        rijen=tuple(_verschoven(gewoon, anders)),
        verstrijkt=_alleen_in(anders, gewoon),
        waarschuwingen=anders.waarschuwingen,
    )


def _komt(gewoon: Gespeeld) -> Iterable[str]:
    """The steps that can be named, each with what it is and of whom."""
    for sleutel, g in benoemd(gewoon.gedaan):
        if g.taak.soort == "stap":
            yield f"{sleutel.removeprefix('stap:')} ({g.taak.wat}, {g.taak.wie})"


def _verschoven(gewoon: Gespeeld, anders: Gespeeld) -> Iterable[Verschoven]:
    was, wordt = dict(benoemd(gewoon.gedaan)), dict(benoemd(anders.gedaan))
    for sleutel in dict.fromkeys((*was, *wordt)):
        oud, nieuw = was.get(sleutel), wordt.get(sleutel)
        een = nieuw or oud
        assert een is not None
        yield Verschoven(
            sleutel=sleutel,
            wat=een.taak.wat,
            wie=een.taak.wie,
            was=oud.plan.op if oud else None,
            wordt=nieuw.plan.op if nieuw else None,
        )


def _alleen_in(anders: Gespeeld, gewoon: Gespeeld) -> tuple[Verstreken, ...]:
    """Terms that lapse now and would not have, those of the law first."""
    al = {(v.wat, v.wie) for v in gewoon.verstreken}
    nieuw = (v for v in anders.verstreken if (v.wat, v.wie) not in al)
    return tuple(sorted(nieuw, key=lambda v: (_VOLGORDE.index(v.soort), v.einde)))
