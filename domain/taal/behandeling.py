"""What belongs to one treatment of a proposal: the sitting, who stood aside, what was tabled, what was promised."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam, Vingerafdruk
from domain.orgaan import Bezetting
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.instrumenten import Instrumentbesluit, Reactie

Afloop = Literal["positief", "negatief", "open"]
Bijuitkomst = Literal[
    "",
    "aangenomen",
    "verworpen",
    "ingetrokken",
    "aangehouden",
    "overgenomen",
    "overgenomen_door_GS",
    "uitgesteld_staking",
    "niet_aangenomen_staking",
    "stemming_ongeldig",
]
"""How it went with an amendement or motie."""


class Amendement(Model):
    """A subamendement, amendement or motie tabled with a proposal.

    `op` is the nr it changes (subamendement), `rang` its place among amendementen: 1 reaches furthest. `uitslag` is
    computed from `stemming`; `uitkomst` is only given for what was not voted on. An adopted motie becomes an action of
    `wie`, due on `uiterlijk`.
    """

    nr: Kenmerk
    titel: Naam
    soort: Literal["subamendement", "amendement", "motie"] = "amendement"
    indieners: tuple[Naam, ...] = ()
    uitkomst: Bijuitkomst = ""
    op: Kenmerk | None = None
    rang: Annotated[int, Field(ge=1, le=999)] | None = None
    stemming: Stemming | None = None
    uitslag: Stemuitslag | None = None
    motiesoort: Literal["bij_agendapunt", "vreemd", "treurnis", "afkeuring", "wantrouwen"] | None = None
    wie: Kenmerk | None = None
    uiterlijk: Dag | None = None


class Toezegging(Model):
    """A promise made in the sitting, by a function or body, to be settled later."""

    tekst: Naam
    wie: Kenmerk
    uiterlijk: Dag | None = None


class Betrokkene(Model):
    """Members of a fractie (or one who holds a function) who had to stand aside (PW 28), at both moments.

    `beraadslaging` and `stemming` say whether they took part all the same.
    """

    fractie: Naam
    reden: Naam
    aantal: Annotated[int, Field(ge=1, le=100)] = 1
    beraadslaging: bool
    stemming: bool


class Zitting(Model):
    """The sitting: convened when, papers open when, behind closed doors or not (PW 19, 23, 54)."""

    kenmerk: Kenmerk | None = None
    oproep_op: Dag | None = None
    agenda_op: Dag | None = None
    stukken_op: Dag | None = None
    besloten: bool | None = None


class Ondertekening(Model):
    """Who signed, as functions: CdK and griffier for PS (PW 32a), CdK and secretaris for GS (PW 59a)."""

    door: tuple[Naam, ...]
    op: Dag


class Behandeling(Model):
    """One treatment of a step by its body.

    `inhoud` is a fingerprint of all that was recorded of it. `hersteld_op`: the record was corrected; `vervallen_op`:
    it stood on a ground that turned out otherwise, and the decision is taken anew.
    """

    op: date
    uitkomst: str
    resultaat: str = ""
    afloop: Afloop
    uitslag: Stemuitslag | None = None
    amendementen: tuple[Amendement, ...] = ()
    stemming: Stemming | None = None
    instrument: Instrumentbesluit | None = None
    reacties: tuple[Reactie, ...] = ()
    ondertekening: Ondertekening | None = None
    bezetting: Bezetting | None = None
    inhoud: Vingerafdruk | None = None
    hersteld_op: date | None = None
    vervallen_op: date | None = None
