"""The instruments of PS, raden and algemene vergaderingen: types of their own, so that none passes for another.

Wensen en bedenkingen advise and bind nobody (PW 158 lid 2, 167 lid 4, 163 lid 3); a zienswijze advises within eight
weeks (Wgr 51, 73, 83 lid 3); a toestemming is needed, and can only be withheld for conflict with the law or the general
interest (Wgr 51, 73, 83 lid 4-5; Awb 10:29-10:32); an instemming is needed for a transfer of powers (PW 107 lid 3).
"""

from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Dag, Model, Naam
from domain.taal.stukken import Stuk

Punten = Annotated[tuple[Naam, ...], Field(max_length=100)]


class Overleg(Model):
    """The consultation that must come before a toestemming is withheld (Awb 10:30)."""

    op: Dag
    partij: Naam = Field(description="met welk orgaan")
    verslag: Stuk | None = None


class WensenEnBedenkingen(Model):
    """What PS wish and what they object to; neither is a veto."""

    instrument: Literal["wensen_en_bedenkingen"] = "wensen_en_bedenkingen"
    wensen: Punten = ()
    bedenkingen: Punten = ()

    @property
    def resultaat(self) -> str:
        if self.wensen and self.bedenkingen:
            return "beide"
        return "wensen" if self.wensen else "bedenkingen" if self.bedenkingen else "geen"


class Zienswijze(Model):
    """A view on the draft of a gemeenschappelijke regeling; without points it says that there is none."""

    instrument: Literal["zienswijze"] = "zienswijze"
    punten: Punten = ()

    @property
    def resultaat(self) -> str:
        return "zienswijze" if self.punten else "geen_zienswijze"


class Toestemming(Model):
    """Consent, whole, partly or withheld. It knows no condition and no end (Awb 10:29 lid 2)."""

    instrument: Literal["toestemming"] = "toestemming"
    besluit: Literal["verleend", "onthouden", "gedeeltelijk"]
    strijd_met: Literal["recht", "algemeen_belang"] | None = Field(
        default=None, description="waarom niet of niet helemaal: strijd met het recht of met het algemeen belang"
    )
    deel: str = Field(default="", max_length=2_000, description="bij gedeeltelijk: voor welk deel wel")
    overleg: Overleg | None = Field(default=None, description="het overleg dat eraan voorafging")

    @property
    def resultaat(self) -> str:
        return self.besluit


class Instemming(Model):
    """Agreement with the transfer of powers."""

    instrument: Literal["instemming"] = "instemming"
    besluit: Literal["ingestemd", "geweigerd"]

    @property
    def resultaat(self) -> str:
        return self.besluit


Instrumentbesluit = Annotated[
    WensenEnBedenkingen | Zienswijze | Toestemming | Instemming, Field(discriminator="instrument")
]


class Reactie(Model):
    """What GS do with one wish, objection or point of view; why not, where they don't follow it (Awb 3:46)."""

    op: Naam
    reactie: Literal["overgenomen", "deels", "niet"]
    motivering: str = Field(default="", max_length=10_000)
