"""The state of one opgave: everything that `evolve` built from its facts, carried whole across runs."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from domain.basis import Kenmerk, Model, OpgaveId, Vingerafdruk
from domain.feit import Bewijs
from domain.kalender import GelijkgesteldeDag
from domain.taal.afspraken import Afspraak, Signaal
from domain.taal.agenda import Agenda
from domain.taal.agendaplek import Agendaplek
from domain.taal.besluiten import Besluitstap
from domain.taal.bladen import Blad
from domain.taal.evaluaties import Evaluatie
from domain.taal.functies import Bekleding, Vervanging
from domain.taal.geheim import Geheimhouding
from domain.taal.geld import Geldpost
from domain.taal.herinneringen import Bijsturing, Escalatie
from domain.taal.herstel import Aantekening, Grondslagtwijfel
from domain.taal.inbreng import Inbreng
from domain.taal.intakes import Intake
from domain.taal.leren import Gesprek, Leeractie, Verhaal
from domain.taal.lesaanbod import Aanbod, Hergebruik
from domain.taal.lessen import Les
from domain.taal.leven import Levensloop
from domain.taal.namens import Namens
from domain.taal.notities import Notitie
from domain.taal.omgeving import Review, Verandering
from domain.taal.partners import Deelnemer
from domain.taal.pilots import Pilot
from domain.taal.rechtsgang import Rechtsmiddel, Rechtswege
from domain.taal.routes import Halteverslag
from domain.taal.spelniveaus import Speldoel, Spelscore
from domain.taal.splitsing import Afstamming
from domain.taal.tafels import Tafelstand
from domain.taal.termijnen import Termijn
from domain.taal.vastlegging import Vastlegging
from domain.taal.verbonden import Verbinding
from domain.taal.verzoeken import Verzoek
from domain.taal.vormen import Vormtraject


class Begin(Model):
    """What a life starts from; the genesis hash covers it whole.

    `verschuiving_s` is 0 in real life. A played scenario sets it (seconds, usually negative) so that workflow time
    reads as the date being played; being part of the genesis it can never pass for real.
    """

    opgave: OpgaveId
    reglement: Kenmerk = "r2026_1"
    verschuiving_s: Annotated[int, Field(ge=-(10**10), le=10**10)] = 0


class Stand(Model):
    """The whole state. Dictionaries are keyed by id and replaced, never mutated.

    `blad_bij` says at which fact each sheet was last filled in, `blad_namens` which of them someone else recorded
    for the partner they are of. `vastleggingen`, `vastgelegd` (how often), `twijfels`,
    `rechtswege`, `haltes`, `controversieel` (with the reason) and `geheim` are keyed by the step they are about.
    `kalender_erbij` are days that were made equal to a feestdag after the reglement landed. `agenda` is filled for a
    regionale agenda only. `buren` holds per neighbouring opgave how they touch; `gehoord` per subject of another life
    the number of the latest fact that was told here; `lesaanbod` is keyed by `moment:OPGAVE/LES`.
    """

    begin: Begin
    reglement: Kenmerk
    seq: int = 0
    kop: Vingerafdruk
    laatste_op: AwareDatetime | None = None
    leven: Levensloop = Levensloop()
    bladen: dict[str, Blad] = {}
    blad_bij: dict[str, int] = {}
    blad_namens: dict[str, Namens] = {}
    partners: dict[str, Deelnemer] = {}
    verzoeken: dict[str, Verzoek] = {}
    termijnen: dict[str, Termijn] = {}
    kalender_erbij: tuple[GelijkgesteldeDag, ...] = ()
    bijsturingen: dict[str, Bijsturing] = {}
    escalaties: dict[str, Escalatie] = {}
    inbreng: dict[str, Inbreng] = {}
    stappen: dict[str, Besluitstap] = {}
    trajecten: dict[str, Vormtraject] = {}
    pilots: dict[str, Pilot] = {}
    evaluaties: dict[str, Evaluatie] = {}
    lessen: dict[str, Les] = {}
    afspraken: dict[str, Afspraak] = {}
    signalen: dict[str, Signaal] = {}
    geld: tuple[Geldpost, ...] = ()
    notities: dict[str, Notitie] = {}
    vastleggingen: dict[str, Vastlegging] = {}
    vastgelegd: dict[str, int] = {}
    twijfels: dict[str, Grondslagtwijfel] = {}
    aantekeningen: tuple[Aantekening, ...] = ()
    rechtswege: dict[str, Rechtswege] = {}
    rechtsmiddelen: dict[str, Rechtsmiddel] = {}
    haltes: dict[str, tuple[Halteverslag, ...]] = {}
    controversieel: dict[str, str] = {}
    geheim: dict[str, Geheimhouding] = {}
    vervangingen: dict[str, Vervanging] = {}
    agenda: Agenda | None = None
    agendaplek: Agendaplek | None = None
    buren: dict[str, str] = {}
    gehoord: dict[str, int] = {}
    afstamming: tuple[Afstamming, ...] = ()
    tafels: dict[str, Tafelstand] = {}
    intakes: dict[str, Intake] = {}
    veranderingen: dict[str, Verandering] = {}
    reviews: dict[str, Review] = {}
    verbonden: dict[str, Verbinding] = {}
    spelscores: tuple[Spelscore, ...] = ()
    speldoelen: tuple[Speldoel, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    verhalen: dict[str, Verhaal] = {}
    leeracties: dict[str, Leeractie] = {}
    lesaanbod: dict[str, Aanbod] = {}
    hergebruik: tuple[Hergebruik, ...] = ()
    bekleding: tuple[Bekleding, ...] = ()
    bewijzen: dict[str, Bewijs] = {}

    @property
    def opgave(self) -> OpgaveId:
        return self.begin.opgave
