"""Words of splitting and merging: of everything that is open someone says where it goes, and both sides keep the link.

`Splits` and `VoegSamen` are given to the opgave that gives; the system carries what moves to the one that receives
(`OntvangDelen`) and brings back that it arrived (`BevestigAankomst`).
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Bedrag, Dag, EigenId, Kenmerk, Model, Naam, OpgaveId, Tekst
from domain.duur import Duur
from domain.taal.afspraken import Afspraakbron
from domain.taal.bladen_kaders import Kaderpunt
from domain.taal.lessen import Les
from domain.taal.partners import Partnertype
from domain.taal.verzoeken import Verzoeksoort

Deelsoort = Literal["kader", "besluit", "partner", "verzoek", "afspraak", "termijn", "geld", "les"]
Waarheen = Literal["blijft", "gaat_mee", "beide"]


class Toedeling(Model):
    """Where one thing goes. `id` is that of the kader, step, partner, request, promise, term, lesson, or the source of
    money.
    """

    soort: Deelsoort
    id: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="id van het onderdeel, zoals in het formulier"
    )
    waarheen: Waarheen
    bedrag: Bedrag | None = Field(default=None, description="bij geld dat deels meegaat: hoeveel, in eurocenten")
    reden: str = Field(default="", max_length=2_000, description="waarom; verplicht als er over is besloten")


MEESTE_DELEN = 4_000
Verdeling = Annotated[tuple[Toedeling, ...], Field(max_length=MEESTE_DELEN)]


class Kaderdeel(Model):
    """A line of the frame that goes along; under whose decision it came stays with the giver.

    `id` is what it is called there, `punt` the whole sheet when it was one of its own.
    """

    id: str
    tekst: Naam
    soort: Literal["inhoud", "proces"]
    punt: Kaderpunt | None = None


class Besluitverwijzing(Model):
    """A decision that stays where it was taken; the receiver may point at it, never count it as its own.

    `onderwerp` is the kind of decision. What it was about stands where it was taken, and may become secret there.
    """

    stap: Kenmerk
    orgaan: Kenmerk
    onderwerp: str
    uitkomst: str
    genomen_op: date | None = None
    reden: str = ""


class Partnerdeel(Model):
    partner: EigenId
    naam: Naam
    type: Partnertype
    rol: str = ""


class Verzoekdeel(Model):
    """An open request without a term of the law: it is withdrawn here and asked there, for the days that were left."""

    verzoek: Kenmerk
    aan: Kenmerk
    vraag: str
    verzoeksoort: Verzoeksoort
    uiterlijk: Dag


class Gelddeel(Model):
    """Money that goes along, by its kind and source; here it is booked as `overgeheveld`."""

    geldsoort: Literal["krediet", "toegezegd"]
    bron: Kenmerk
    bedrag: Bedrag


class Afspraakdeel(Model):
    """An open promise: it ends here and is made there. `les` is the lesson here of which it is the action."""

    afspraak: Kenmerk
    tekst: str
    wie: Kenmerk
    uiterlijk: Dag | None = None
    bron: Afspraakbron
    les: str = ""


class Meegave(Model):
    """Everything that goes along."""

    kaders: tuple[Kaderdeel, ...] = ()
    besluiten: tuple[Besluitverwijzing, ...] = ()
    partners: tuple[Partnerdeel, ...] = ()
    verzoeken: tuple[Verzoekdeel, ...] = ()
    geld: tuple[Gelddeel, ...] = ()
    lessen: tuple[Les, ...] = ()
    afspraken: tuple[Afspraakdeel, ...] = ()


class SplitsingOpdracht(Model):
    """Commands about splitting and merging."""


class Splits(SplitsingOpdracht):
    uitleg: ClassVar[str] = "Splits een nieuwe opgave af; zeg van elk onderdeel waar het heen gaat."
    soort: Literal["Splits"] = "Splits"
    nieuw: OpgaveId = Field(description="id van de nieuwe opgave, bijvoorbeeld FL-2026-07")
    titel: Naam = Field(description="hoe de nieuwe opgave heet")
    thema: str = Field(default="", max_length=200, description="leeg: hetzelfde thema")
    betekenis_voor_flevolander: str = Field(
        default="", max_length=10_000, description="wat inwoners aan de nieuwe opgave hebben"
    )
    verdeling: Verdeling = Field(
        default=(), description="waar elk onderdeel heen gaat; maak de lijst met opgave splits ID --formulier"
    )
    reden: Tekst


class VoegSamen(SplitsingOpdracht):
    uitleg: ClassVar[str] = "Laat deze opgave opgaan in een andere; zeg van elk onderdeel waar het heen gaat."
    soort: Literal["VoegSamen"] = "VoegSamen"
    gaat_op_in: OpgaveId = Field(description="id van de opgave waar deze in opgaat")
    verdeling: Verdeling = Field(
        default=(), description="waar elk onderdeel heen gaat; maak de lijst met opgave voeg-samen ID --formulier"
    )
    reden: Tekst


class OntvangDelen(SplitsingOpdracht):
    uitleg: ClassVar[str] = "Breng over wat een andere opgave bij splitsing of samenvoeging meegaf."
    soort: Literal["OntvangDelen"] = "OntvangDelen"
    van: OpgaveId
    bron: int = Field(ge=1)
    hoe: Literal["splitsing", "samenvoeging"]
    delen: Meegave
    reden: Tekst


class BevestigAankomst(SplitsingOpdracht):
    uitleg: ClassVar[str] = "Breng over of wat meegegeven is, aankwam."
    soort: Literal["BevestigAankomst"] = "BevestigAankomst"
    in_opgave: OpgaveId
    bron: int = Field(ge=1, description="feit van de gever")
    feit: int = Field(default=0, ge=0, description="feit van de ontvanger; 0 als het niet aankwam")
    mislukt: str = Field(default="", max_length=2_000, description="waarom het niet aankwam")
    delen: Meegave = Field(default=Meegave(), description="wat terugkomt als het niet aankwam")


class SplitsingFeit(Model):
    """Facts about splitting and merging."""


class OpgaveGesplitst(SplitsingFeit):
    """A new opgave begins with a part of this one, under the same reglement and on the same clock."""

    soort: Literal["OpgaveGesplitst"] = "OpgaveGesplitst"
    nieuw: OpgaveId
    titel: str
    thema: str
    betekenis_voor_flevolander: str = ""
    gebied: str = ""
    portefeuille: str = ""
    majeur_thema: bool = False
    gelijkwaardig: bool | None = None
    verdeling: tuple[Toedeling, ...]
    delen: Meegave
    reden: str
    reglement: Kenmerk
    verschuiving_s: int = 0


class OpgaveSamengevoegd(SplitsingFeit):
    """This life ended in another one; what runs by law stays here until it is answered."""

    soort: Literal["OpgaveSamengevoegd"] = "OpgaveSamengevoegd"
    gaat_op_in: OpgaveId
    verdeling: tuple[Toedeling, ...]
    delen: Meegave
    blijft_lopen: tuple[Kenmerk, ...] = ()
    reden: str


class DelenOntvangen(SplitsingFeit):
    soort: Literal["DelenOntvangen"] = "DelenOntvangen"
    van: OpgaveId
    bron: int
    hoe: Literal["splitsing", "samenvoeging"]
    delen: Meegave
    reden: str


class AankomstBevestigd(SplitsingFeit):
    """What was given along arrived as fact `feit` of the other, or never will: then `mislukt` says why."""

    soort: Literal["AankomstBevestigd"] = "AankomstBevestigd"
    in_opgave: OpgaveId
    bron: int
    feit: int
    mislukt: str = ""


class Afstamming(Model):
    """A link with another opgave; `bron` is the fact of the giver.

    `aangekomen` is the fact of the other that says what was given arrived, `mislukt` why it never will. `blijft_lopen`
    are the requests and steps that stayed with the giver because the law lets them run, `verwijst` the decisions of
    the giver pointed at here.
    `weg` is what left the giver with a merger, such as money and requests: gone here, whether or not it arrived.
    """

    opgave: OpgaveId
    hoe: Literal["splitsing", "samenvoeging"]
    richting: Literal["naar", "van"]
    bron: int
    op: date
    aangekomen: int | None = None
    mislukt: str = ""
    blijft_lopen: tuple[Kenmerk, ...] = ()
    verwijst: tuple[Besluitverwijzing, ...] = ()
    weg: Meegave = Meegave()


MINSTE_RESTTERMIJN = Duur.lees("5wd")
"""An open request that moves gets at least so long to be answered anew."""
