"""What the adviser says: candidates in order, what fell off and why, and what would change the advice."""

from domain.basis import Model
from domain.beeld.vormroute import Routestap, Schatting
from domain.reglement.adviesregel import Waarde
from domain.reglement.vorm import Netwerksturing


class Punt(Model):
    """One reason: the criterion it comes from (empty when it holds always), in words, with its ground."""

    regel: str
    tekst: str
    grond: str = ""


class Kandidaat(Model):
    """A form that fits, with all that speaks for and against it.

    `netwerksturing`: the governance that is advised with it. `match`: how many answers to C11 to C15 fit, less those
    that don't. `achteraan`: remarks that put it behind the others.
    """

    code: str
    naam: str
    zwaarte: int
    prive_rechtspersoon: bool
    netwerksturing: tuple[Netwerksturing, ...]
    match: int
    achteraan: int
    plus: tuple[Punt, ...]
    min: tuple[Punt, ...]
    aandachtspunten: tuple[Punt, ...]
    vooraf: tuple[str, ...]
    route: tuple[Routestap, ...]
    route_kort: str
    doorlooptijd: Schatting | None


class Afvaller(Model):
    """One reason why a form falls off: the rule, its ground, and the answer that caused it."""

    code: str
    naam: str
    regel: str
    veld: str
    antwoord: Waarde
    reden: str
    grond: str


class Variant(Model):
    """What another answer to one criterion would do, found by advising again.

    `waarden`: the answers that all do the same; `wordt` says them in words. `erbij` and `eraf`: candidates that come
    and go. `bovenaan`: the first candidate then, when that is another one. `volgorde`: the candidates stay but change
    places. `vooraf` and `niet_vooraf`: what must be done first then, and what no longer need be.
    """

    criterium: str
    veld: str
    naam: str
    nu: str
    wordt: str
    waarden: tuple[Waarde, ...]
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    bovenaan: str | None
    volgorde: bool
    vooraf: tuple[str, ...]
    niet_vooraf: tuple[str, ...]
    zin: str

    @property
    def telt(self) -> bool:
        """Whether people should hear of it: more than a few candidates changing places."""
        return bool(self.erbij or self.eraf or self.bovenaan or self.vooraf or self.niet_vooraf)


class Open(Model):
    """A criterion nobody answered: it filters nothing. `kan` says what each answer that matters would do."""

    criterium: str
    veld: str
    naam: str
    vraag: str
    antwoorden: tuple[str, ...]
    kan: tuple[Variant, ...]
    zin: str


class Nodig(Model):
    """What would have to change for a form that fell off; `kan` is empty when no other answer to it would do."""

    regel: str
    veld: str
    naam: str
    nu: str
    kan: tuple[str, ...]
    reden: str
    grond: str


class Naaste(Model):
    """The nearest form that fell off, offered when fewer than two candidates are left (S3-07)."""

    code: str
    naam: str
    nodig: tuple[Nodig, ...]
    zin: str


class TeWeinig(Model):
    """Why there are no two candidates, and which forms come nearest."""

    zin: str
    naaste: tuple[Naaste, ...]


class Advies(Model):
    """The whole advice. It decides nothing: the owner proposes, GS decide, and PS where the route says so."""

    reglement: str
    eerst: tuple[Punt, ...]
    kandidaten: tuple[Kandidaat, ...]
    te_weinig: TeWeinig | None
    afgevallen: tuple[Afvaller, ...]
    wat_verandert: tuple[Variant, ...]
    onbeantwoord: tuple[Open, ...]
