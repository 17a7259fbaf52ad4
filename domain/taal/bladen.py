"""Words of filling in a sheet (blad), and which sheets there are, by the file they are in.

Filling one in again is a new fact; the old one stays.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Model
from domain.taal import (
    bladen_inhoud,
    bladen_kaders,
    bladen_leren,
    bladen_participatie,
    bladen_partner,
    bladen_rollen,
    bladen_samenwerken,
    bladen_structuur,
    bladen_toets,
    bladen_waarden,
    wgr,
)
from domain.taal.bladen_partner import EigenPartnerblad
from domain.taal.namens import KANAAL, STUK
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal

Blad = Annotated[
    bladen_inhoud.Betekenis
    | bladen_inhoud.Inhoud
    | bladen_toets.ToetsFlevo
    | bladen_rollen.Rolkeuze
    | bladen_samenwerken.WaaromSamenwerken
    | bladen_waarden.Kernwaarden
    | bladen_kaders.Kaders
    | bladen_samenwerken.GezamenlijkeAmbitie
    | bladen_partner.GedeeldBeeld
    | bladen_partner.Spelniveau
    | bladen_rollen.DubbeleRol
    | bladen_rollen.RolNaAfloop
    | bladen_structuur.Randvoorwaarden
    | bladen_samenwerken.Conferentie
    | bladen_leren.Reflectie
    | wgr.WgrToets
    | bladen_inhoud.JaMits
    | bladen_rollen.StijlPassend
    | bladen_kaders.VoorafEnLosgelaten
    | bladen_waarden.Procesafspraken
    | bladen_waarden.BeschermdeWaarde
    | bladen_waarden.Dilemma
    | bladen_waarden.Resultaatafspraak
    | bladen_inhoud.EnergieEnZorg
    | bladen_samenwerken.EenOverheid
    | bladen_toets.StukCheck
    | bladen_inhoud.Integraal
    | bladen_participatie.Participatie
    | bladen_samenwerken.Relatie
    | bladen_kaders.Instrumentmix
    | bladen_kaders.WettelijkeKerntaken
    | bladen_kaders.Kaderpunt
    | bladen_kaders.Uitnodiging
    | bladen_inhoud.Voorbeelden
    | bladen_kaders.GezamenlijkeLijn
    | bladen_samenwerken.Werkwijze
    | bladen_structuur.Regieafspraken
    | bladen_rollen.RolOverTijd
    | bladen_structuur.NotaVerbondenPartijen
    | bladen_participatie.Aanhaken
    | bladen_structuur.Overlegtijd
    | bladen_leren.Leervraag
    | bladen_leren.Checklistantwoord
    | bladen_partner.Beeld
    | bladen_partner.Belangen
    | bladen_partner.Verwachting
    | bladen_partner.Draagvlak
    | bladen_partner.Doelstellingen
    | bladen_partner.ComplementaireRol
    | bladen_partner.Ondersteuning
    | bladen_partner.Afhankelijkheid,
    Field(discriminator="blad"),
]
"""Every sheet; the order is that of the help."""


class BladenOpdracht(Model):
    """Commands about sheets."""


class LegBladVast(BladenOpdracht):
    uitleg: ClassVar[str] = "Leg een blad vast: betekenis, inhoud, rolkeuze, kaders, reflectie en meer."
    soort: Literal["LegBladVast"] = "LegBladVast"
    inhoud: Blad = Field(description="het blad, met zijn naam in het veld blad")
    reden: str = Field(default="", max_length=10_000, description="waarom u een eerder blad vervangt")
    kanaal: Kanaal | None = Field(default=None, description=KANAAL)
    stuk: Stuk | None = Field(default=None, description=STUK)


class LegPartnerbladVast(BladenOpdracht):
    uitleg: ClassVar[str] = "Een partner legt zijn eigen blad vast: beeld, belangen, verwachting, draagvlak en meer."
    soort: Literal["LegPartnerbladVast"] = "LegPartnerbladVast"
    inhoud: Annotated[EigenPartnerblad, Field(discriminator="blad")] = Field(description="het blad van de partner zelf")
    reden: str = Field(default="", max_length=10_000, description="waarom u een eerder blad vervangt")
    kanaal: Kanaal | None = Field(default=None, description=KANAAL)
    stuk: Stuk | None = Field(default=None, description=STUK)


class BladenFeit(Model):
    """Facts about sheets."""


class BladVastgelegd(BladenFeit):
    soort: Literal["BladVastgelegd"] = "BladVastgelegd"
    sleutel: str
    inhoud: Blad
    vervangt: bool = False
    reden: str = ""
    kanaal: Kanaal | None = None
    stuk: Stuk | None = None
