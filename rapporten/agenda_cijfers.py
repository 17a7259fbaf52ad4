"""The numbers of the half-year report of an agenda: counted from facts, or read from the state at its last day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from domain.basis import Model
from domain.beeld.inbrengtelling import Telling, inbrengtelling
from domain.beeld.samen.structuur import dubbel, van_tafels
from domain.orgaan import Orgaankalender
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.agenda_raakvlakken import Raakvlak
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.vergaderkalender import vergaderdagen
from rapporten.agenda_wijzigingen import Wijziging, wijzigingen
from rapporten.fasetijden import Fasetijd, fasetijden
from rapporten.leven import Aanzet, Gezeefd, grenzen, telt_op

Afspraakstatus = Literal["klaar", "open", "te laat"]


class Punt(Model):
    """One opgave on the agenda. `fase` and `toestand` are empty while it has not begun; `aan_zet` says who is up."""

    opgave: str
    titel: str
    thema: str
    periode: str
    horizon: str
    rijpheid: str
    status: str
    toestand: str = ""
    fase: str = ""
    fase_sinds: date | None = None
    aan_zet: Aanzet | None = None


class Conferentieregel(Model):
    """A promise of a conference."""

    conferentie: str
    afspraak: str
    tekst: str
    wie: str
    uiterlijk: date | None
    status: Afspraakstatus


class Vergadering(Model):
    """A coming meeting; `gepland` proposals of this agenda are on their way to it, `capaciteit` fit in one meeting."""

    orgaan: str
    op: date
    gepland: int
    capaciteit: int | None = None


class Inbrengregel(Model):
    """What partners proposed in one opgave up to the last day of the report, and what became of it (S2-14)."""

    opgave: str
    telling: Telling


class Agendacijfers(Model):
    """Everything the report says. `minuten` are those of meetings in the half year: content, and structure (S4-04)."""

    agenda: str
    halfjaar: str
    van: date
    tot: date
    op: date
    versie: int
    punten: tuple[Punt, ...]
    wijzigingen: tuple[Wijziging, ...]
    gesloten: bool
    vaststellingen: tuple[Overheidsbesluit, ...]
    conferenties: tuple[tuple[str, str, date, int, int], ...]
    afspraken: tuple[Conferentieregel, ...]
    raakvlakken: tuple[Raakvlak, ...]
    vergaderingen: tuple[Vergadering, ...]
    minuten_inhoud: int
    minuten_structuur: int
    inbreng: tuple[Inbrengregel, ...]
    fasetijden: tuple[Fasetijd, ...]

    @property
    def deel_structuur(self) -> int | None:
        """The share of the time that went to structure, in whole per cent; None when no time was noted."""
        samen = self.minuten_inhoud + self.minuten_structuur
        return round(100 * self.minuten_structuur / samen) if samen else None


def cijfers(
    agenda: Gezeefd, levens: Mapping[str, Gezeefd], kalenders: Mapping[str, Orgaankalender], halfjaar: str
) -> Agendacijfers:
    """The numbers of one half year.

    Args:
        agenda: the agenda as it stood on the last day of the report.
        levens: the opgaven on it that have begun, as they stood on that day.
        kalenders: the calendars of the bodies, for the meetings ahead.
        halfjaar: such as `2027-1`.
    """
    a, (van, tot) = agenda.stand.agenda, grenzen(halfjaar)
    if a is None:
        raise ValueError(f"{agenda.id} is geen agenda")
    eigen = [levens[o] for o in a.punten if o in levens]
    tijd = [_minuten(leven, van, tot) for leven in (agenda, *eigen)]
    return Agendacijfers(
        halfjaar=halfjaar,
        van=van,
        tot=tot,
        punten=tuple(_punt(punt, levens.get(id_)) for id_, punt in a.punten.items()),
        wijzigingen=tuple(wijzigingen(agenda, van, tot)),
        vergaderingen=tuple(_vergaderingen(eigen, kalenders, agenda.op)),
        minuten_inhoud=sum(inhoud for inhoud, _ in tijd),
        minuten_structuur=sum(structuur for _, structuur in tijd),
        inbreng=tuple(Inbrengregel(opgave=leven.id, telling=van_partners(leven)) for leven in eigen),
        fasetijden=fasetijden(eigen),
        **_van_de_agenda(agenda, a),
    )


def _van_de_agenda(agenda: Gezeefd, a: Agenda) -> dict[str, Any]:
    """What the agenda says by itself, whatever its opgaven do."""
    conferenties = (
        (c.id, c.titel, c.op, len(c.deelnemers), len(c.onderschreven_door)) for c in a.conferenties.values()
    )
    return {
        "agenda": agenda.id,
        "op": agenda.op,
        "versie": a.versie,
        "gesloten": agenda.stand.leven.voorbij,
        "vaststellingen": tuple(a.vaststellingen.values()),
        "conferenties": tuple(conferenties),
        "afspraken": tuple(_afspraken(agenda.stand, agenda.op)),
        "raakvlakken": a.raakvlakken,
    }


def _punt(punt: Any, leven: Gezeefd | None) -> Punt:
    velden = {n: getattr(punt, n) for n in ("opgave", "thema", "periode", "horizon", "rijpheid", "status")}
    if leven is None:
        return Punt(titel=punt.titel, **velden)
    loop = leven.stand.leven
    nu = next((f for f in reversed(loop.fasen) if f.tot is None), None)
    fase = "" if loop.voorbij or not loop.fasen else loop.fase
    return Punt(
        titel=leven.titel,
        toestand=loop.toestand,
        fase=fase,
        fase_sinds=nu.van if nu and fase else None,
        aan_zet=next(iter(leven.aan_zet), None),
        **velden,
    )


def _afspraken(stand: Stand, op: date) -> Iterator[Conferentieregel]:
    """The promises of conferences, of every half year: they are tracked until done."""
    bekend = {} if stand.agenda is None else stand.agenda.conferenties
    for conferentie in bekend.values():
        for id_ in conferentie.afspraken:
            if a := stand.afspraken.get(id_):
                laat = a.uiterlijk is not None and a.uiterlijk < op
                status: Afspraakstatus = "klaar" if a.afgerond_op else "te laat" if laat else "open"
                velden = a.model_dump(include={"tekst", "wie", "uiterlijk"})
                yield Conferentieregel(conferentie=conferentie.id, afspraak=a.id, status=status, **velden)


def _vergaderingen(
    levens: Iterable[Gezeefd], kalenders: Mapping[str, Orgaankalender], op: date
) -> Iterator[Vergadering]:
    """The meetings from this day on that the calendar knows, the nearest first."""
    stappen = [s for leven in levens for s in leven.stand.stappen.values() if s.status == "voorgelegd"]
    dagen = sorted((dag, orgaan) for orgaan, k in kalenders.items() for dag in vergaderdagen(k, op))
    for dag, orgaan in dagen:
        gepland = sum(s.orgaan == orgaan and s.vergadering_op == dag for s in stappen)
        yield Vergadering(orgaan=orgaan, op=dag, gepland=gepland, capaciteit=kalenders[orgaan].capaciteit)


def _minuten(leven: Gezeefd, van: date, tot: date) -> tuple[int, int]:
    """Minutes of content and of structure: of tables that met in the period, and of sheets about other meetings in it.

    A sheet that came after the end of the period of its meeting counts when it came.
    """
    per_over = {"inhoud": 0, "structuur": 0}
    for _, bijeen in leven.inhoud("TafelBijeengekomen", van, tot):
        for onderwerp in bijeen.onderwerpen:
            per_over[onderwerp.over] += onderwerp.minuten
    eerst: dict[str, date] = {}
    for feit in leven.feiten:
        if feit.inhoud.soort == "BladVastgelegd" and feit.inhoud.inhoud.blad == "overlegtijd":
            eerst.setdefault(feit.inhoud.inhoud.nr, telt_op(feit))
    al = van_tafels(leven.stand, leven.feiten)
    for blad in leven.stand.bladen.values():
        if (
            blad.blad == "overlegtijd"
            and not dubbel(blad, al)
            and van <= max(blad.op, eerst.get(blad.nr, blad.op)) <= tot
        ):
            per_over["inhoud"] += blad.minuten_inhoud
            per_over["structuur"] += blad.minuten_structuur
    return per_over["inhoud"], per_over["structuur"]


def van_partners(leven: Gezeefd) -> Telling:
    """What partners brought in and what was done with it; what the province brought in itself does not count."""
    stand = leven.stand
    eigen = {k: i for k, i in stand.inbreng.items() if i.van in stand.partners}
    return inbrengtelling(stand.met(inbreng=eigen)).totaal
