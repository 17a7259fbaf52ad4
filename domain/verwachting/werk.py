"""Everything that can be done next in a life, by whom; the same rules decide as in real life, only the hand differs."""

from collections.abc import Iterable

from domain.stand import Stand
from domain.verwachting import werk_besluiten, werk_fasen, werk_pilots, werk_rond
from domain.verwachting.model import Modus, Vraag
from domain.verwachting.onthouden import Onthouden
from domain.verwachting.taak import Taak


def werk(stand: Stand, vraag: Vraag, modus: Modus, onthouden: Onthouden | None = None) -> Iterable[Taak]:
    """The tasks of this moment; none for what has not begun. `onthouden` is what was seen earlier in the same play."""
    onthouden = onthouden or Onthouden()
    match stand.leven.toestand:
        case "nog_niet_begonnen":
            return
        case "ingetrokken":
            yield from werk_besluiten.lopend(stand, onthouden)
        case "gepauzeerd":
            yield from werk_rond.hervatten(stand)
            yield from werk_besluiten.lopend(stand, onthouden)
        case "lopend":
            yield from werk_besluiten.lopend(stand, onthouden)
            yield from werk_besluiten.voor_te_leggen(stand, onthouden)
            yield from werk_fasen.taken(stand, vraag)
            yield from werk_pilots.taken(stand, vraag, modus)
        case "afgerond":
            yield from werk_besluiten.lopend(stand, onthouden)
    yield from werk_rond.taken(stand)
