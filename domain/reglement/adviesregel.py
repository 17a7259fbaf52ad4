"""Rules for the adviser on organiseervormen: which answer makes which form fall off, lighter, or worth a remark.

Dated data like the rest of a reglement (domain.md 2.2): a rule has its article or the source it rests on, and the
computing in `domain.advies` knows none of them by name.
"""

from collections import Counter
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Model
from domain.reglement.vorm import Netwerksturing, Organiseervorm, ProvincieRol, Stijl, TredeNaam

# What a rule does to the forms it is about. `achteraan`: still possible, but behind those without such a remark.
# `eerst` is about no form: something to do before any form is chosen.
Effect = Literal["valt_af", "achteraan", "plus", "min", "let_op", "eerst"]
Kenmerk = Literal["rechtspersoon", "prive_rechtspersoon", "wgr", "verbonden_partij"]
Waarde = bool | int | str


class Voorwaarde(Model):
    """What an answer must be: one of `waarden`, at most `hoogstens`, or more than `meer_dan`. No answer never fits."""

    veld: str
    waarden: tuple[Waarde, ...] = ()
    hoogstens: int | None = None
    meer_dan: int | None = None

    def past(self, antwoord: Waarde | None) -> bool:
        """Whether this answer fits."""
        if antwoord is None:
            return False
        if self.hoogstens is not None or self.meer_dan is not None:
            return isinstance(antwoord, int) and self._in_bereik(antwoord)
        return antwoord in self.waarden

    def _in_bereik(self, getal: int) -> bool:
        onder = self.hoogstens is None or getal <= self.hoogstens
        return onder and (self.meer_dan is None or getal > self.meer_dan)


class Selectie(Model):
    """Which forms a rule is about: those that fit everything that is filled in, or with `niet` all others.

    `stappen` and `vaste_stappen`: the path has one of these steps; a fixed step is not conditional.
    """

    codes: tuple[str, ...] = ()
    kenmerk: Kenmerk | None = None
    netwerksturing: tuple[Netwerksturing, ...] = ()
    stijl: tuple[Stijl, ...] = ()
    trede: tuple[TredeNaam, ...] = ()
    rol: tuple[ProvincieRol, ...] = ()
    stappen: tuple[str, ...] = ()
    vaste_stappen: tuple[str, ...] = ()
    zwaarte: tuple[int, ...] = ()
    niet: bool = False

    def raakt(self, vorm: Organiseervorm) -> bool:
        """Whether the rule is about this form."""
        return self._past(vorm) is not self.niet

    def _past(self, vorm: Organiseervorm) -> bool:
        vast = {stap.code for stap in vorm.pad if not stap.voorwaardelijk}
        eisen = (
            not self.codes or vorm.code in self.codes,
            self.kenmerk is None or _heeft(vorm, self.kenmerk),
            not self.netwerksturing or vorm.netwerksturing in self.netwerksturing,
            not self.stijl or any(s in vorm.stijl for s in self.stijl),
            not self.trede or any(t in vorm.trede for t in self.trede),
            not self.rol or vorm.rol in self.rol,
            not self.stappen or any(vorm.heeft_stap(code) for code in self.stappen),
            not self.vaste_stappen or any(code in vast for code in self.vaste_stappen),
            not self.zwaarte or vorm.zwaarte in self.zwaarte,
        )
        return all(eisen)


def _heeft(vorm: Organiseervorm, kenmerk: Kenmerk) -> bool:
    match kenmerk:
        case "rechtspersoon":
            return vorm.rechtspersoon
        case "prive_rechtspersoon":
            return vorm.prive_rechtspersoon
        case "wgr":
            return vorm.wgr
        case "verbonden_partij":
            return vorm.vp == "ja"


class Adviesregel(Model):
    """One rule of the adviser.

    `als`: all of these must hold; empty means always. `gewicht` counts in the order of forms of equal weight.
    `sturing`: the governance of the network that the rule advises instead of the form's own. `bijzonder`: forms for
    which the reason reads otherwise.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z0-9]+(-[a-z0-9_]+)+$")]
    criterium: str
    als: tuple[Voorwaarde, ...] = ()
    vormen: Selectie = Selectie()
    effect: Effect
    tekst: str
    grond: str
    gewicht: int = 0
    sturing: tuple[Netwerksturing, ...] = ()
    bijzonder: tuple[tuple[str, str], ...] = ()

    def tekst_voor(self, code: str) -> str:
        """The reason as it reads for this form."""
        return dict(self.bijzonder).get(code, self.tekst)


class Vormpunten(Model):
    """What speaks for and against a form whatever the answers are, one line each."""

    code: str
    plus: Annotated[tuple[str, ...], Field(min_length=1)]
    min: Annotated[tuple[str, ...], Field(min_length=1)]


class Doorlooptijd(Model):
    """Calendar estimate from the draft of GS to the start, in weeks, for the forms in `vormen` (domain.md 2.5).

    An estimate, to be replaced by measured data: no term follows from it. `opbouw` says what it is made of.
    """

    code: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    naam: str
    vormen: Annotated[tuple[str, ...], Field(min_length=1)]
    weken_min: Annotated[int, Field(ge=1)]
    weken_max: Annotated[int, Field(ge=1)]
    opbouw: str
    grond: str

    @property
    def voluit(self) -> str:
        """In words: "8 tot 16 weken (schatting)"."""
        return f"{self.weken_min} tot {self.weken_max} weken (schatting)"

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if self.weken_min > self.weken_max:
            raise ValueError(f"de doorlooptijd {self.code} is korter dan zijn eigen minimum")
        return self


class Adviesboek(Model):
    """All that the adviser needs beside the catalogue of forms: rules, points for and against, lead times."""

    regels: tuple[Adviesregel, ...]
    punten: tuple[Vormpunten, ...]
    doorlooptijden: tuple[Doorlooptijd, ...]

    def punten_van(self, vorm: str) -> Vormpunten | None:
        """The points for and against a form, None when nobody wrote them."""
        return next((p for p in self.punten if p.code == vorm), None)

    def doorlooptijd(self, vorm: str) -> Doorlooptijd | None:
        """The lead time of a form, None when nobody estimated it."""
        return next((d for d in self.doorlooptijden if vorm in d.vormen), None)

    @property
    def genoemd(self) -> tuple[str, ...]:
        """Every form that is named anywhere in the book, each once."""
        codes = (
            *(code for regel in self.regels for code in regel.vormen.codes),
            *(code for regel in self.regels for code, _ in regel.bijzonder),
            *(p.code for p in self.punten),
            *(code for d in self.doorlooptijden for code in d.vormen),
        )
        return tuple(dict.fromkeys(codes))

    @model_validator(mode="after")
    def _geen_dubbel(self) -> Self:
        tellingen = (
            Counter(regel.id for regel in self.regels),
            Counter(p.code for p in self.punten),
            Counter(code for d in self.doorlooptijden for code in d.vormen),
        )
        dubbel = [naam for telling in tellingen for naam, keer in telling.items() if keer > 1]
        if dubbel:
            raise ValueError(f"staat er dubbel in: {', '.join(dubbel)}")
        return self


ALLE_VORMEN = Selectie()


def als(veld: str, *waarden: Waarde) -> tuple[Voorwaarde, ...]:
    """The condition that this answer is one of these."""
    return (Voorwaarde(veld=veld, waarden=waarden),)


def laag(veld: str) -> tuple[Voorwaarde, ...]:
    """The condition that this score is low: 0 or 1."""
    return (Voorwaarde(veld=veld, hoogstens=1),)


def codes(*vormen: str) -> Selectie:
    """These forms."""
    return Selectie(codes=vormen)


def behalve(*vormen: str) -> Selectie:
    """All forms but these."""
    return Selectie(codes=vormen, niet=True)


def regel(
    id_: str,
    effect: Effect,
    wanneer: tuple[Voorwaarde, ...],
    vormen: Selectie,
    tekst: str,
    grond: str,
    *bijzonder: tuple[str, str],
) -> Adviesregel:
    """A rule; its criterium is the part of its id before the hyphen."""
    return Adviesregel(
        id=id_,
        criterium=id_.split("-")[0],
        als=wanneer,
        vormen=vormen,
        effect=effect,
        tekst=tekst,
        grond=grond,
        bijzonder=bijzonder,
    )


def weegt(
    id_: str, gewicht: int, wanneer: tuple[Voorwaarde, ...], vormen: Selectie, tekst: str, grond: str
) -> Adviesregel:
    """A match (above 0) or mismatch (below 0) that counts in the order."""
    return regel(id_, "plus" if gewicht > 0 else "min", wanneer, vormen, tekst, grond).met(gewicht=gewicht)
