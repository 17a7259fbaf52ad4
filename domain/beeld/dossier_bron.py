"""What is known of one decision: its facts in order, the record that counts, and which text may be shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.basis import Fase
from domain.feit import Feit
from domain.regels import geheim
from domain.reglement.model import Reglement
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen, Besluitstap, BesluitVoorgelegd
from domain.taal.functies import PortefeuilleToegewezen
from domain.taal.herstel import BesluitHersteld
from domain.taal.leven import FaseBegonnen, ReglementGewijzigd, TrekkerAangewezen
from domain.taal.stukken import Stuk
from domain.woorden import datum

BESTUUR = ("GS", "PS")


class Regel(NamedTuple):
    """One line of an element. `nodig` with an empty value is what the record lacks."""

    naam: str
    waarde: str
    nodig: bool = False


class Behandeld(NamedTuple):
    """A treatment: the fact that recorded it, the fact that counts now, and what was decided."""

    eerst: Feit
    feit: Feit
    besluit: BesluitGenomen

    @property
    def op(self) -> date:
        return self.besluit.genomen_op or self.eerst.gebeurd_op


@dataclass(frozen=True)
class Bron:
    """One step, its facts, and the treatments of it with their corrections in place.

    `tot` is the fact of its decision, or the last one while there is none: later facts say nothing of that moment.
    """

    stand: Stand
    stap: Besluitstap
    feiten: tuple[Feit, ...]
    behandeld: tuple[Behandeld, ...]
    voorgelegd: tuple[tuple[Feit, BesluitVoorgelegd], ...]
    tot: int
    reglement: Reglement
    fase: Fase

    @property
    def laatste(self) -> Behandeld | None:
        return self.behandeld[-1] if self.behandeld else None

    @property
    def besluit(self) -> BesluitGenomen | None:
        return self.laatste.besluit if self.laatste else None

    @property
    def bestuur(self) -> bool:
        """Whether GS or PS decide on it."""
        return self.stap.orgaan in BESTUUR

    @property
    def geheim(self) -> bool:
        return geheim.rust_op(self.stand, self.stap)

    def tekst(self, tekst: str) -> str:
        """The text, or where it can be found when it is secret."""
        open_ = not tekst or not self.geheim or tekst == self.stap.onderwerp
        return tekst if open_ else self.elders

    @property
    def elders(self) -> str:
        """Where the text of a secret step is."""
        return f"onder geheimhouding (stuk {self.stand.geheim[self.stap.id].referentie})"

    def stuk(self, stuk: Stuk) -> str:
        """A document by title, reference and fingerprint."""
        return f"{self.tekst(stuk.titel)} ({stuk.referentie}){f', sha256 {stuk.sha256[:16]}' if stuk.sha256 else ''}"

    def over_stap(self, *soorten: type) -> Iterable[Feit]:
        """The facts of these kinds about this step, in order."""
        return (f for f in self.feiten if isinstance(f.inhoud, soorten) and _stap(f) == self.stap.id)

    @property
    def portefeuille(self) -> str:
        """The portefeuille it fell under when it was decided."""
        later = (f.inhoud.vorige for f in self._later if isinstance(f.inhoud, PortefeuilleToegewezen))
        return next(later, self.stand.leven.portefeuille)

    @property
    def trekker(self) -> str:
        """Who had the lead when it was decided."""
        later = (f.inhoud.vorige for f in self._later if isinstance(f.inhoud, TrekkerAangewezen))
        return next(later, self.stand.leven.trekker)

    @property
    def _later(self) -> Iterable[Feit]:
        return (f for f in self.feiten if f.seq > self.tot)


def lees(stand: Stand, feiten: Sequence[Feit], stap: Besluitstap) -> Bron:
    """Gather what the facts say of this step; the reglement and the phase are those of the moment of decision."""
    behandeld: list[Behandeld] = []
    for feit in feiten:
        match feit.inhoud:
            case BesluitGenomen() as besluit if besluit.stap == stap.id:
                behandeld.append(Behandeld(feit, feit, besluit))
            case BesluitHersteld() as hersteld if hersteld.stap == stap.id and behandeld:
                behandeld[-1] = Behandeld(behandeld[-1].eerst, feit, hersteld.besluit)
    tot = behandeld[-1].eerst.seq if behandeld else stand.seq
    toen = [f.inhoud for f in feiten if f.seq <= tot]
    codes = [i.reglement for i in toen if isinstance(i, ReglementGewijzigd)]
    fasen = [i.fase for i in toen if isinstance(i, FaseBegonnen)]
    return Bron(
        stand=stand,
        stap=stap,
        feiten=tuple(feiten),
        behandeld=tuple(behandeld),
        voorgelegd=tuple(
            (f, f.inhoud) for f in feiten if isinstance(f.inhoud, BesluitVoorgelegd) and f.inhoud.stap == stap.id
        ),
        tot=tot,
        reglement=reglement(codes[-1] if codes else stand.begin.reglement),
        fase=fasen[-1] if fasen else Fase.INITIATIEF,
    )


def _stap(feit: Feit) -> str | None:
    return getattr(feit.inhoud, "stap", None)


def dag(op: date | None) -> str:
    """A day in full, empty when it is not known."""
    return datum(op) if op else ""


def wie(ruw: str) -> str:
    """A function and subject as recorded (`griffier:u-12`), for people."""
    functie, _, subject = ruw.partition(":")
    return f"{functie.replace('_', ' ')} ({subject})" if subject else functie


def ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"
