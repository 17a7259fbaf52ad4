"""How good a forecast was: for each step the days between the likely day and what then happened."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from statistics import median, quantiles

from domain.basis import Model
from domain.feit import Feit, FeitInhoud
from domain.taal.afspraken import AfspraakAfgerond
from domain.taal.besluiten import BesluitGenomen, BesluitstapGeopend
from domain.taal.evaluaties import EvaluatieOpgesteld, VervolgBepaald
from domain.taal.lessen import LesGecontroleerd
from domain.taal.leven import FaseBegonnen, OpgaveAfgesloten
from domain.taal.pilots import PilotAfgerond, PilotGestart, PilotGestopt
from domain.taal.routes import HalteBereikt
from domain.taal.verzoeken import VerzoekBeantwoord
from domain.taal.vormen import OrganiseervormGekozen, VormInWerking, VormWijzigingGestart
from domain.verwachting.model import Verwachting


class Misser(Model):
    """One step: expected and happened. `dagen` is positive when it came later than expected."""

    sleutel: str
    soort: str
    verwacht: date
    gebeurd: date

    @property
    def dagen(self) -> int:
        return (self.gebeurd - self.verwacht).days


class Trefzekerheid(Model):
    """Over all steps that happened: the median error in days, half of the steps between `onder` and `boven`.

    `niet_gebeurd` are keys that were expected and did not happen (yet).
    """

    missers: tuple[Misser, ...]
    niet_gebeurd: tuple[str, ...]
    mediaan: float = 0
    onder: float = 0
    boven: float = 0
    absoluut: float = 0


def vergelijk(verwachting: Verwachting, feiten: Iterable[Feit]) -> Trefzekerheid:
    """Compare a forecast with the whole history of the same life, from its first fact."""
    gebeurd = wanneer(feiten, verwachting.op)
    missers = tuple(
        Misser(sleutel=r.sleutel, soort=r.soort, verwacht=r.waarschijnlijk, gebeurd=gebeurd[r.sleutel])
        for r in verwachting.rijen
        if r.sleutel in gebeurd
    )
    niet = tuple(r.sleutel for r in verwachting.rijen if r.sleutel not in gebeurd)
    return trefzekerheid(missers, niet)


def trefzekerheid(missers: tuple[Misser, ...], niet_gebeurd: tuple[str, ...] = ()) -> Trefzekerheid:
    """Median and spread of errors, also of several forecasts together."""
    if not missers:
        return Trefzekerheid(missers=(), niet_gebeurd=niet_gebeurd)
    dagen = [m.dagen for m in missers]
    onder, _, boven = quantiles(dagen, n=4, method="inclusive") if len(dagen) > 1 else (dagen[0],) * 3
    return Trefzekerheid(
        missers=missers,
        niet_gebeurd=niet_gebeurd,
        mediaan=median(dagen),
        onder=onder,
        boven=boven,
        absoluut=median(abs(d) for d in dagen),
    )


def wanneer(feiten: Iterable[Feit], vanaf: date) -> dict[str, date]:
    """On which day each step of a forecast happened, by the key of its row; what was before `vanaf` is left out."""
    losse: dict[str, str] = {}
    geopend = Counter[str]()
    dagen: dict[str, date] = {}
    for feit in feiten:
        if isinstance(feit.inhoud, BesluitstapGeopend):
            stap = feit.inhoud.stap
            geopend[stap.code] += 1
            losse[stap.id] = f"stap:{stap.code}.{geopend[stap.code]}"
        if isinstance(feit.inhoud, (OrganiseervormGekozen, VormWijzigingGestart)):
            losse[feit.inhoud.traject] = f"in_werking:{feit.inhoud.traject}.r{feit.inhoud.ronde}"
        sleutel = _sleutel(feit.inhoud, losse)
        op = _op(feit)
        if sleutel and op >= vanaf:
            dagen.setdefault(sleutel, op)
    return dagen


def _op(feit: Feit) -> date:
    genomen = feit.inhoud.genomen_op if isinstance(feit.inhoud, BesluitGenomen) else None
    return genomen or feit.gebeurd_op


def _sleutel(inhoud: FeitInhoud, losse: dict[str, str]) -> str:
    match inhoud:
        case BesluitGenomen() if inhoud.afloop == "positief":
            return losse.get(inhoud.stap, f"stap:{inhoud.stap}")
        case HalteBereikt():
            return f"{losse.get(inhoud.stap, f'stap:{inhoud.stap}')}:{inhoud.halte}"
        case FaseBegonnen():
            return f"fase:{inhoud.fase.value}"
        case VerzoekBeantwoord():
            return f"verzoek:{inhoud.verzoek}"
        case OrganiseervormGekozen():
            return f"kiezen:{inhoud.traject}"
        case VormInWerking():
            return losse.get(inhoud.traject, "")
        case _:
            return _sleutel_na(inhoud)


def _sleutel_na(inhoud: FeitInhoud) -> str:
    match inhoud:
        case PilotGestart():
            return f"pilot_start:{inhoud.pilot}"
        case PilotAfgerond() | PilotGestopt():
            return f"pilot_eind:{inhoud.pilot}"
        case EvaluatieOpgesteld():
            return f"evaluatie:{inhoud.evaluatie}"
        case VervolgBepaald():
            return f"vervolg:{inhoud.evaluatie}"
        case LesGecontroleerd():
            return f"lescontrole:{inhoud.les}"
        case AfspraakAfgerond():
            return f"afspraak:{inhoud.afspraak}"
        case OpgaveAfgesloten():
            return "afsluiting"
        case _:
            return ""
