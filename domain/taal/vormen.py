"""Words of the vormtrajecten: candidates, choice of organiseervorm, its path, in force, changed, ended."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, EigenId, Kenmerk, Model, Naam, Tekst
from domain.taal.besluiten import Besluitstap

Aanleiding = Literal["wijziging", "toetreding", "uittreding"]
"""Why a working form changes; for a gemeenschappelijke regeling each runs its instruments again (Wgr 51, 73, 83)."""


class Kandidaat(Model):
    """A candidate form with its pros and cons (S3-07)."""

    code: Kenmerk
    plus: str = Field(default="", max_length=2_000)
    min: str = Field(default="", max_length=2_000)


class VormenOpdracht(Model):
    """Commands about vormtrajecten."""


class StartVormtraject(VormenOpdracht):
    uitleg: ClassVar[str] = "Begin een traject om een organiseervorm te kiezen."
    soort: Literal["StartVormtraject"] = "StartVormtraject"
    traject: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    onderwerp: Naam
    deelnemers: tuple[Kenmerk, ...] = Field(default=(), description="partners die in de vorm meedoen; leeg is allen")
    kandidaten: tuple[Kandidaat, ...] = Field(min_length=1)
    reden_een_kandidaat: str = Field(default="", max_length=2_000, description="waarom maar een kandidaat")


class KiesOrganiseervorm(VormenOpdracht):
    uitleg: ClassVar[str] = "Kies de organiseervorm; het pad van besluiten volgt uit de keuze."
    soort: Literal["KiesOrganiseervorm"] = "KiesOrganiseervorm"
    traject: Kenmerk
    code: Kenmerk = Field(description="code uit de catalogus, bijvoorbeeld CONVENANT")
    motivering: Tekst
    publiek_belang: str = Field(default="", max_length=10_000, description="verplicht bij een private rechtspersoon")
    passeer: tuple[Kenmerk, ...] = Field(default=(), description="codes van huispoorten die u met reden passeert")


class ZetInWerking(VormenOpdracht):
    uitleg: ClassVar[str] = "Laat de gekozen vorm beginnen; alle stappen van het pad moeten klaar zijn."
    soort: Literal["ZetInWerking"] = "ZetInWerking"
    traject: Kenmerk
    per: Dag


class WijzigVorm(VormenOpdracht):
    uitleg: ClassVar[str] = "Wijzig een vorm die werkt; het pad van besluiten begint opnieuw."
    soort: Literal["WijzigVorm"] = "WijzigVorm"
    traject: Kenmerk
    reden: Tekst
    aanleiding: Aanleiding | None = Field(default=None, description="wijziging, toetreding of uittreding")
    partner: Kenmerk | None = Field(default=None, description="wie toetreedt of uittreedt")


class BeeindigVormtraject(VormenOpdracht):
    uitleg: ClassVar[str] = "Beeindig een vormtraject; wat gedaan is, blijft bewaard."
    soort: Literal["BeeindigVormtraject"] = "BeeindigVormtraject"
    traject: Kenmerk
    reden: Tekst


class VormenFeit(Model):
    """Facts about vormtrajecten."""


class VormtrajectGestart(VormenFeit):
    soort: Literal["VormtrajectGestart"] = "VormtrajectGestart"
    traject: Kenmerk
    onderwerp: str
    deelnemers: tuple[Kenmerk, ...]
    allen: bool = False
    kandidaten: tuple[Kandidaat, ...]
    reden_een_kandidaat: str = ""


class OrganiseervormGekozen(VormenFeit):
    """The form is chosen; `stappen` is its whole path under the reglement of that moment."""

    soort: Literal["OrganiseervormGekozen"] = "OrganiseervormGekozen"
    traject: Kenmerk
    code: Kenmerk
    naam: str
    zwaarte: int
    vorige: Kenmerk | None = None
    ronde: int
    motivering: str
    publiek_belang: str = ""
    stappen: tuple[Besluitstap, ...]


class VormInWerking(VormenFeit):
    soort: Literal["VormInWerking"] = "VormInWerking"
    traject: Kenmerk
    code: Kenmerk
    per: date


class VormWijzigingGestart(VormenFeit):
    soort: Literal["VormWijzigingGestart"] = "VormWijzigingGestart"
    traject: Kenmerk
    ronde: int
    reden: str
    stappen: tuple[Besluitstap, ...]
    aanleiding: Aanleiding | None = None
    partner: Kenmerk | None = None


class VormtrajectBeeindigd(VormenFeit):
    soort: Literal["VormtrajectBeeindigd"] = "VormtrajectBeeindigd"
    traject: Kenmerk
    reden: str


class Vormtraject(Model):
    """One choice of form, with its own path and end. An opgave can have several at once.

    `uittreder` is the partner that leaves the form once the change under way is in force.
    """

    id: Kenmerk
    onderwerp: str
    deelnemers: tuple[Kenmerk, ...] = ()
    allen: bool = False
    kandidaten: tuple[Kandidaat, ...] = ()
    reden_een_kandidaat: str = ""
    code: Kenmerk | None = None
    zwaarte: int = 1
    publiek_belang: str = ""
    ronde: int = 0
    status: Literal["verkend", "gekozen", "in_werking", "wordt_gewijzigd", "beeindigd"] = "verkend"
    in_werking_per: date | None = None
    uittreder: Kenmerk | None = None
