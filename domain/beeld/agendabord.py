"""The agenda as a board: its opgaven by phase, by half year and by horizon; who adopted what; under what was judged.

A view. How far each opgave is, is not the agenda's to know: the caller gives it, from the states of the opgaven.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import get_args

from domain.basis import FASENAMEN, Fase, Kenmerk, Model
from domain.beeld.overzicht import aan_zet, uiterlijk
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.agenda import Agenda
from domain.taal.agenda_documenten import Agendadocument
from domain.taal.agenda_punten import Agendapunt, Halfjaar, Horizon, Plekstatus, Rijpheid
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.agenda_vaststelling import Vaststelling as Besluit
from domain.taal.leven import Toestand
from domain.taal.verzoeken import Kanaal
from domain.woorden import gewoon

NIET_BEGONNEN, KLAAR = "nog niet begonnen", "afgelopen"


class Opgavestand(Model):
    """How far an opgave is: what the board shows of its state. `aan_zet` are functions at organisations."""

    titel: str
    fase: Fase
    toestand: Toestand
    aan_zet: tuple[str, ...] = ()
    uiterlijk: date | None = None

    @classmethod
    def van(cls, stand: Stand) -> "Opgavestand":
        """As the state of the opgave says."""
        leven = stand.leven
        rest = {"aan_zet": aan_zet(stand), "uiterlijk": uiterlijk(stand)}
        return cls(titel=leven.titel, fase=leven.fase, toestand=leven.toestand, **rest)


class Bordkaart(Model):
    """An opgave on the board. `fase` is None while it has not begun; `raakt` are the opgaven it touches."""

    opgave: Kenmerk
    titel: str
    thema: str
    periode: Halfjaar
    horizon: Horizon
    rijpheid: Rijpheid
    status: Plekstatus
    sinds: date
    fase: Fase | None = None
    toestand: Toestand = "nog_niet_begonnen"
    aan_zet: tuple[str, ...] = ()
    uiterlijk: date | None = None
    raakt: tuple[Kenmerk, ...] = ()


class Bordkolom(Model):
    """A column or row of the board: its code, its name, and its cards."""

    code: str
    naam: str
    kaarten: tuple[Bordkaart, ...] = ()


class Vaststellingsregel(Model):
    """How the adoption by one overheid stands: `besluit` is None while it is waited for, or was never given.

    With `per_link` it was only reported over a link, with `wacht` only recorded by one person: it does not count yet,
    and what it replaces (`eerder`) still does. Without `gevraagd_op` nobody asked.
    """

    overheid: Kenmerk
    versie: int
    huidig: bool
    orgaan: str = ""
    besluit: Besluit | None = None
    op: date | None = None
    gevraagd_op: date | None = None
    uiterlijk: date | None = None
    per_link: bool | None = None
    wacht: bool | None = None
    kanaal: Kanaal | None = None
    eerder: Besluit | None = None


class Agendabord(Model):
    """The whole board. `fasen`, `halfjaren` and `horizonten` hold the same cards: what is on the agenda now."""

    agenda: Kenmerk
    titel: str
    versie: int
    fasen: tuple[Bordkolom, ...]
    halfjaren: tuple[Bordkolom, ...]
    horizonten: tuple[Bordkolom, ...]
    geparkeerd: tuple[Bordkaart, ...] = ()
    afgevoerd: tuple[Bordkaart, ...] = ()
    vaststellingen: tuple[Vaststellingsregel, ...] = ()
    beloften: tuple[Afspraak, ...] = ()


class Fasekader(Model):
    """A stay in a phase, and the documents the opgave was judged under when it left (or is judged under now)."""

    fase: Fase
    van: date
    tot: date | None
    agenda: Kenmerk | None = None
    documenten: tuple[Agendadocument, ...] = ()


def bord(stand: Stand, opgaven: Mapping[str, Opgavestand]) -> Agendabord:
    """The board of an agenda.

    Args:
        stand: the state of the agenda. Raises ValueError for that of an opgave.
        opgaven: how far each opgave is, by id; one that is missing has not begun.
    """
    agenda = stand.agenda
    if agenda is None:
        raise ValueError(f"{stand.opgave} is no agenda")
    kaarten = [_kaart(agenda, punt, opgaven.get(punt.opgave)) for punt in agenda.punten.values()]
    actief = sorted((k for k in kaarten if k.status in ("op_agenda", "afgerond")), key=_volgorde)
    return Agendabord(
        agenda=stand.opgave,
        titel=stand.leven.titel,
        versie=agenda.versie,
        fasen=_per_fase(actief),
        halfjaren=tuple(_kolom(h, h, (k for k in actief if k.periode == h)) for h in agenda.halfjaren),
        horizonten=tuple(_kolom(h, h, (k for k in actief if k.horizon == h)) for h in get_args(Horizon)),
        geparkeerd=tuple(k for k in kaarten if k.status == "geparkeerd"),
        afgevoerd=tuple(k for k in kaarten if k.status == "afgevoerd"),
        vaststellingen=vaststellingen(agenda),
        beloften=beloften(stand),
    )


def _kaart(agenda: Agenda, punt: Agendapunt, opgave: Opgavestand | None) -> Bordkaart:
    """The title is the opgave's own once it has begun."""
    kern = {naam: getattr(punt, naam) for naam in ("opgave", "thema", "periode", "horizon", "rijpheid", "status")}
    kaart = Bordkaart(**kern, titel=punt.titel, sinds=punt.sinds, raakt=buren(agenda, punt.opgave))
    if opgave is None or opgave.toestand == "nog_niet_begonnen":
        return kaart
    weet = {naam: getattr(opgave, naam) for naam in ("fase", "toestand", "aan_zet", "uiterlijk")}
    return kaart.met(titel=opgave.titel or punt.titel, **weet)


def _volgorde(kaart: Bordkaart) -> tuple[str, date, str]:
    return (kaart.periode, kaart.uiterlijk or date.max, kaart.opgave)


def _kolom(code: str, naam: str, kaarten: Iterable[Bordkaart]) -> Bordkolom:
    return Bordkolom(code=code, naam=naam, kaarten=tuple(kaarten))


def _per_fase(kaarten: Iterable[Bordkaart]) -> tuple[Bordkolom, ...]:
    """First what has not begun, then the six phases, then what has ended; empty columns are shown too."""
    kolommen = {NIET_BEGONNEN: NIET_BEGONNEN, **{f.value: FASENAMEN[f] for f in Fase}, KLAAR: KLAAR}
    al = tuple(kaarten)
    return tuple(_kolom(code, naam, (k for k in al if _plaats(k) == code)) for code, naam in kolommen.items())


def _plaats(kaart: Bordkaart) -> str:
    if kaart.toestand in ("afgerond", "ingetrokken"):
        return KLAAR
    return kaart.fase.value if kaart.fase else NIET_BEGONNEN


def buren(agenda: Agenda, opgave: str) -> tuple[str, ...]:
    """The opgaven that this one touches, in order of their ids."""
    paren = ((r.opgave, r.andere) for r in agenda.raakvlakken)
    return tuple(sorted(b if a == opgave else a for a, b in paren if opgave in (a, b)))


def vaststellingen(agenda: Agenda) -> tuple[Vaststellingsregel, ...]:
    """Who adopted which version, the newest version first."""
    regels = (
        Vaststellingsregel(**v.model_dump(exclude={"door", "functie"}), huidig=v.versie == agenda.versie)
        for v in agenda.vaststellingen.values()
    )
    return tuple(sorted(regels, key=lambda r: (-r.versie, r.overheid)))


def in_woorden(besluit: Overheidsbesluit | Vaststellingsregel) -> str:
    """What was decided, how it is known, and that it does not count yet when nobody confirmed it; empty without one."""
    hoe = "per link gemeld" if besluit.per_link else f"per {besluit.kanaal}" if besluit.kanaal else ""
    wacht = "nog niet bevestigd" if besluit.per_link or besluit.wacht else ""
    tot_dan = f"tot dan geldt: {gewoon(besluit.eerder)}" if besluit.eerder else ""
    bij = ", ".join(deel for deel in (hoe, wacht, tot_dan) if deel)
    wat = gewoon(besluit.besluit or "")
    return f"{wat} ({bij})" if wat and bij else wat


def beloften(stand: Stand) -> tuple[Afspraak, ...]:
    """What was promised at a conference and is not done, the earliest last day first."""
    ids = [a for c in stand.agenda.conferenties.values() for a in c.afspraken] if stand.agenda else []
    open_ = (stand.afspraken[id_] for id_ in ids if stand.afspraken[id_].afgerond_op is None)
    return tuple(sorted(open_, key=lambda a: (a.uiterlijk or date.max, a.id)))


def oordeelskader(stand: Stand) -> tuple[Fasekader, ...]:
    """Per stay in a phase of an opgave: the documents that held at its end, those that hold now for the present one.

    An opgave that came from one agenda to another within a stay has a row for each.
    """
    fasen = stand.leven.fasen
    grenzen = (*(f.na_feit for f in fasen[1:]), stand.seq)
    return tuple(kader for i, bij in enumerate(grenzen) for kader in _kaders(stand, i, bij)) if fasen else ()


def _kaders(stand: Stand, nr: int, bij_feit: int) -> tuple[Fasekader, ...]:
    """The last; before it, what held in the same stay under another agenda, for that was judged under too."""
    verblijf = stand.leven.fasen[nr]
    kern = {"fase": verblijf.fase, "van": verblijf.van, "tot": verblijf.tot}
    bekend = stand.agendaplek.kaders if stand.agendaplek else ()
    gold = [k for k in bekend if k.bij_feit <= bij_feit]
    if not gold:
        return (Fasekader(**kern),)
    vanaf = verblijf.na_feit if nr else 0
    eerder = {k.agenda: k for k, tot in pairwise(gold) if tot.bij_feit > vanaf and k.documenten}
    eerder.pop(gold[-1].agenda, None)
    return tuple(Fasekader(**kern, agenda=k.agenda, documenten=k.documenten) for k in (*eerder.values(), gold[-1]))
