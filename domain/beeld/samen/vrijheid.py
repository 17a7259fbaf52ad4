"""How much partners changed (S2-14): flexibility is influence."""

from collections import Counter
from collections.abc import Sequence

from domain.beeld.inbrengtelling import Telling, inbrengtelling
from domain.beeld.samen.lezen import naam
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.pilots import PilotafspraakGewijzigd


def vrijheid(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Changes proposed and accepted, per party; and changed agreements of pilots, by who changed them."""
    telling = inbrengtelling(stand)
    rijen = [(naam(stand, wie), *_cellen(t)) for wie, t in telling.per_partij.items()]
    if rijen:
        rijen.append(("samen", *_cellen(telling.totaal)))
    inbreng = Rooster(
        titel="Voorgestelde wijzigingen en initiatieven",
        kolommen=("Van", "Voorgesteld", "Overgenomen", "Deels", "Niet", "Nog open"),
        rijen=tuple(rijen),
        leeg="Er is nog niets ingebracht.",
    )
    gewijzigd = Counter(f.door.namens for f in feiten if isinstance(f.inhoud, PilotafspraakGewijzigd))
    pilots = Rooster(
        titel="Gewijzigde pilotafspraken",
        kolommen=("Door", "Aantal"),
        rijen=tuple((naam(stand, wie), str(aantal)) for wie, aantal in gewijzigd.items()),
        leeg="Er is geen pilotafspraak gewijzigd.",
    )
    t = telling.totaal
    klaar = t.voorgesteld - t.open
    let_op = (
        (f"Van {klaar} behandelde voorstellen is er geen overgenomen.",)
        if klaar and t.overgenomen + t.deels == 0
        else ()
    )
    return Vel(naam="vrijheid", titel="Invloed van partners", roosters=(inbreng, pilots), let_op=let_op)


def _cellen(t: Telling) -> tuple[str, ...]:
    return tuple(map(str, (t.voorgesteld, t.overgenomen, t.deels, t.niet, t.open)))
