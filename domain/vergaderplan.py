"""The meeting planner: the first meeting of a body that a proposal can still make, and whether the term allows for it.

Reces stops no statutory term (domain.md 4.1 rule 9), so what will go wrong is said at the start, with the ways out.
What the calendar does not say is never guessed: without one, or past its last known day, the answer is a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.basis import Weigering
from domain.kalender import DAG, datum_voluit
from domain.orgaan import Orgaankalender, Reces, Uitweg, Vergaderadvies
from domain.vergaderkalender import recesnaam, stukken_op, tegenstrijdig, vergaderdagen

_LOKET = {"GS": "het bestuurssecretariaat"}


def extra_aanvragers(leden: int) -> int:
    """How many members of PS can ask for a meeting: one fifth, rounded up (PW 17 lid 2). 9 of 41."""
    return -(-leden // 5)


def adviseer(
    kalender: Orgaankalender | None,
    orgaan: str,
    vandaag: date,
    uiterlijk: date | None,
    *,
    verlenging: bool = False,
    leden: int | None = None,
) -> Vergaderadvies:
    """The first meeting that can still be made, with a warning and ways out when the term does not allow for it.

    Args:
        kalender: what is known of the meetings of the body; None when nothing is.
        orgaan: the body.
        vandaag: the day of asking.
        uiterlijk: the last day of a statutory term, if one runs.
        verlenging: whether the body may still extend the term.
        leden: the number of members the body consists of, to count who can ask for an extra meeting.

    Returns:
        The advice. `laatste_op_tijd` is the last known meeting from today on that is strictly before `uiterlijk`,
        because the decision must still be made known within the term (Awb 10:31 lid 1).

    Raises:
        Weigering: the calendar is that of another body.
    """
    if kalender is None:
        return _onbekend(orgaan, uiterlijk, f"Van {orgaan} is geen vergaderkalender bekend", "")
    if kalender.orgaan != orgaan:
        raise Weigering("kalender.orgaan", f"kalender.orgaan: dit is de kalender van {kalender.orgaan}, niet {orgaan}.")
    if vandaag > kalender.bekend_tot:
        tot = f"De vergaderkalender van {orgaan} is bekend tot en met {datum_voluit(kalender.bekend_tot)}"
        return _onbekend(orgaan, uiterlijk, tot, kalender.bron)
    return _Vraag(kalender, vandaag, uiterlijk, verlenging, leden).advies()


def _onbekend(orgaan: str, uiterlijk: date | None, begin: str, bron: str) -> Vergaderadvies:
    zin = f"Vraag de vergaderingen en het reces van {orgaan} na, en vul de vergaderkalender aan."
    return Vergaderadvies(
        orgaan=orgaan,
        uiterlijk=uiterlijk,
        waarschuwing=f"{begin}: reces onbekend.",
        uitwegen=(Uitweg(soort="kalender_aanvullen", zin=zin),),
        bron=bron,
    )


@dataclass(frozen=True)
class _Vraag:
    """One question to a calendar that covers today."""

    kalender: Orgaankalender
    vandaag: date
    uiterlijk: date | None
    verlenging: bool
    leden: int | None

    @cached_property
    def komende(self) -> tuple[date, ...]:
        return vergaderdagen(self.kalender, self.vandaag)

    @cached_property
    def eerste(self) -> date | None:
        """The first meeting whose papers can still be in time."""
        return next((dag for dag in self.komende if self._haalbaar(dag)), None)

    @property
    def orgaan(self) -> str:
        return self.kalender.orgaan

    def advies(self) -> Vergaderadvies:
        eerste, uiterlijk = self.eerste, self.uiterlijk
        probleem = self._probleem()
        return Vergaderadvies(
            orgaan=self.orgaan,
            eerste=eerste,
            stukken_op=eerste and stukken_op(self.kalender, eerste),
            uiterlijk=uiterlijk,
            laatste_op_tijd=max((dag for dag in self.komende if uiterlijk and dag < uiterlijk), default=None),
            waarschuwing=" ".join((*((probleem,) if probleem else ()), *self._tegenstrijdig())),
            uitwegen=tuple(self._uitwegen()) if probleem else (),
            bron=self.kalender.bron,
        )

    def _haalbaar(self, dag: date) -> bool:
        return self.vandaag <= stukken_op(self.kalender, dag)

    def _tegenstrijdig(self) -> tuple[str, ...]:
        """Only what touches this question: up to the meeting advised, or the end of the term when that is later."""
        dagen = [dag for dag in (self.eerste or self.kalender.bekend_tot, self.uiterlijk) if dag]
        return tegenstrijdig(self.kalender, self.vandaag, max(dagen))

    def _probleem(self) -> str:
        eerste, uiterlijk = self.eerste, self.uiterlijk
        if uiterlijk is None:
            return "" if eerste else self._geen_vergadering()
        if uiterlijk < self.vandaag:
            return f"De termijn is al voorbij: die liep tot en met {datum_voluit(uiterlijk)}."
        if eerste is None or eerste > uiterlijk:
            return self._te_laat(uiterlijk)
        if eerste == uiterlijk:
            dag = f"De eerste vergadering die u nog haalt, is op de laatste dag van de termijn: {datum_voluit(eerste)}."
            return (
                f"{dag} Het besluit moet ook binnen de termijn bekend zijn (Awb 10:31 lid 1), dus dat kan te laat zijn."
            )
        return ""

    def _te_laat(self, uiterlijk: date) -> str:
        reces = [r for r in self.kalender.reces if r.tot >= self.vandaag and r.van <= uiterlijk]
        namen = " en ".join(f"het {recesnaam(r)} ({_periode(r)})" for r in sorted(reces, key=lambda r: r.van))
        tijdens = f" tijdens {namen}" if namen else ""
        eind = f"De termijn loopt door{tijdens} en eindigt op {datum_voluit(uiterlijk)}."
        if self.eerste is None:
            return f"{eind} {self._geen_vergadering()}"
        return (
            f"{eind} De eerste vergadering van {self.orgaan} die u nog haalt, is daarna: {datum_voluit(self.eerste)}."
        )

    def _geen_vergadering(self) -> str:
        tot = datum_voluit(self.kalender.bekend_tot)
        geen = f"Er is geen vergadering van {self.orgaan} bekend die u nog haalt."
        return f"{geen} De kalender is bekend tot en met {tot}; daarna is reces onbekend."

    def _uitwegen(self) -> Iterator[Uitweg]:
        """The ways out that can still help, the lightest first."""
        if self.uiterlijk is None or self.uiterlijk >= self.vandaag:
            yield from self._eerdere()
            yield from self._extra()
            yield from self._verdagen()
        if self.eerste is None:
            tot = datum_voluit(self.kalender.bekend_tot)
            zin = f"Vul de vergaderkalender van {self.orgaan} aan; die is nu bekend tot en met {tot}."
            yield Uitweg(soort="kalender_aanvullen", zin=zin)

    def _eerdere(self) -> Iterator[Uitweg]:
        """The last meeting still ahead, and in time, whose papers are already due."""
        grens = self.uiterlijk or self.kalender.bekend_tot + DAG
        dagen = [d for d in self.komende if self.vandaag < d < grens and not self._haalbaar(d)]
        if not dagen:
            return
        loket, dag = _LOKET.get(self.orgaan, f"de griffie of het secretariaat van {self.orgaan}"), dagen[-1]
        sinds = f"de stukken moesten er op {datum_voluit(stukken_op(self.kalender, dag))} zijn"
        zin = f"Vraag {loket} of het voorstel nog mee kan met nazending naar {datum_voluit(dag)}; {sinds}."
        grond = "PW 19 en het reglement van orde" if self.orgaan == "PS" else ""
        yield Uitweg(soort="eerdere_vergadering", zin=zin, op=dag, grond=grond)

    def _extra(self) -> Iterator[Uitweg]:
        if self.uiterlijk is None or self.uiterlijk == self.vandaag:
            return
        voor = f"een extra vergadering voor {datum_voluit(self.uiterlijk)}"
        if self.orgaan != "PS":
            yield Uitweg(soort="extra_vergadering", zin=f"Vraag {self.orgaan} om {voor}.")
            return
        wie = f"{extra_aanvragers(self.leden)} van de {self.leden} leden" if self.leden else "een vijfde van de leden"
        zin = (
            f"PS houden {voor} als de commissaris van de Koning dat nodig vindt, "
            f"of op verzoek van minstens {wie}, schriftelijk en met redenen."
        )
        yield Uitweg(soort="extra_vergadering", zin=zin, grond="PW 17 lid 2")

    def _verdagen(self) -> Iterator[Uitweg]:
        if not self.verlenging or self.uiterlijk is None:
            return
        zin = (
            f"Laat {self.orgaan} het besluit verdagen, en dat uiterlijk op {datum_voluit(self.uiterlijk)} bekendmaken."
        )
        yield Uitweg(soort="verdagen", zin=zin, op=self.uiterlijk, grond="Awb 10:31")


def _periode(reces: Reces) -> str:
    return f"{datum_voluit(reces.van)} tot en met {datum_voluit(reces.tot)}"
