"""The weekly letter: what waits on each function of the province, on the first working day of the week.

One letter a week and function, however often it is asked for: its key names the week.
"""

import asyncio
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from temporalio import activity

from activities.brief.inhoud import Briefinhoud, Lijst
from activities.fouten import zonder_inhoud
from activities.namen import MAAK_WEEKOVERZICHT
from domain.beeld.mijnlijst import KOPPEN, Weekronde, per_tijd
from domain.gevolg import Adres
from domain.kalender import datum_voluit, lokale_datum
from domain.reglement.register import nieuwste
from domain.woorden import gewoon
from register import lezen
from register.rijen import Wachtrij
from register.schrijver import Brief, zet_los
from register.verbinding import Register, vergrendel
from runtime.instellingen import Instellingen

SOORT = "weekoverzicht"
ONTVANGERS = ("opgavemanager", "bestuurssecretariaat", "griffier", "portefeuillehouder", "ambtelijk_opdrachtgever")
"""The manager, the bureaus of the bodies, and who stands behind the manager. Partners get no weekly letter."""
LANGSTE_LIJST = 40
"""Lines under one heading; the rest is counted."""
_REGEL = 300
_WAT = (
    "Dit wacht op u, over alle opgaven en regionale agenda's.",
    "Dit overzicht komt een keer per week, op de eerste werkdag.",
)


@dataclass(frozen=True)
class Weekbrief:
    """A letter and its key in the outbox."""

    sleutel: str
    brief: Brief
    inhoud: Briefinhoud


class Weekoverzicht:
    """Makes the weekly letters."""

    def __init__(self, register: Register, instellingen: Instellingen) -> None:
        """Work on this register, with these settings."""
        self._register = register
        self._instellingen = instellingen

    @activity.defn(name=MAAK_WEEKOVERZICHT)
    async def maak_weekoverzicht(self, ronde: Weekronde) -> int:
        """Put the letters of this week in the outbox, when it is the first working day. Gives how many were new."""
        dag = lokale_datum(ronde.nu)
        if not self._instellingen.post.weekoverzicht or not eerste_werkdag(dag):
            return 0
        with zonder_inhoud():
            return await asyncio.to_thread(leg_klaar, self._register, dag)


def eerste_werkdag(dag: date) -> bool:
    """Whether this is the first working day of its week, by the calendar of the newest reglement."""
    maandag = dag - timedelta(days=dag.weekday())
    return dag == nieuwste().kalender.eerste_werkdag_vanaf(maandag)


def leg_klaar(register: Register, dag: date) -> int:
    """Put the letters of this week in the outbox; gives how many were not there yet."""
    brieven = maak_brieven(register, dag)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, SOORT)
        return sum(zet_los(verbinding, b.sleutel, b.brief) for b in brieven)


def maak_brieven(register: Register, dag: date) -> tuple[Weekbrief, ...]:
    """The letters as they would be sent on this day; nobody gets one on whom nothing waits."""
    titels = {rij.id: rij.titel for rij in lezen.levens(register)}
    rijen = lezen.wachtposten(register, organisatie="provincie")
    per_functie = ((functie, [rij for rij in rijen if rij.op_wie == functie]) for functie in ONTVANGERS)
    return tuple(_brief(functie, eigen, titels, dag) for functie, eigen in per_functie if eigen)


def _brief(functie: str, rijen: Sequence[Wachtrij], titels: dict[str, str], dag: date) -> Weekbrief:
    jaar, week, _ = dag.isocalendar()
    groepen = per_tijd(rijen, dag)
    aan = Adres(functie=functie)
    inhoud = Briefinhoud(
        aanhef=gewoon(functie),
        titel=_titel(week, len(rijen), len(groepen["te_laat"])),
        alineas=_WAT,
        lijsten=tuple(_lijst(KOPPEN[naam], groep, titels) for naam, groep in groepen.items() if groep),
        slot=f"Dezelfde lijst, zoals zij dan is: opgave mijn{_als(functie)}",
    )
    brief = Brief(aan=aan, onderwerp=inhoud.titel, inhoud=inhoud.als_json(), soort=SOORT)
    return Weekbrief(f"{SOORT}:{jaar}-W{week:02d}:{aan}", brief, inhoud)


def _titel(week: int, aantal: int, te_laat: int) -> str:
    wacht = "1 punt wacht op u" if aantal == 1 else f"{aantal} punten wachten op u"
    return f"Weekoverzicht week {week}: {wacht}" + (f", {te_laat} te laat" if te_laat else "")


def _als(functie: str) -> str:
    return "" if functie == "opgavemanager" else f" --als {functie}"


def _lijst(kop: str, rijen: Sequence[Wachtrij], titels: dict[str, str]) -> Lijst:
    regels = [_regel(rij, titels.get(rij.opgave, "")) for rij in rijen[:LANGSTE_LIJST]]
    meer = len(rijen) - len(regels)
    return Lijst(kop=kop, regels=(*regels, *((f"en nog {meer} andere",) if meer else ())))


def _regel(rij: Wachtrij, titel: str) -> str:
    """One line, whatever people wrote in the question."""
    wat = textwrap.shorten(" ".join(rij.waarop.split()), _REGEL, placeholder=" ...")
    wanneer = f" Uiterlijk {datum_voluit(rij.uiterlijk)}." if rij.uiterlijk else ""
    punt = "" if wat.endswith((".", "?", "!")) else "."
    return f"{rij.opgave} {titel}: {wat}{punt}{wanneer}"
