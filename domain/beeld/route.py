"""Where a proposal lies on its way: halts passed, the body, the signature, the publication. A view; decides nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from domain.basis import Model
from domain.regels.routes import STUURT_TERUG, bezocht
from domain.reglement.model import Route
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap

Plekstatus = Literal["geweest", "overgeslagen", "nu", "straks"]
VOORGELEGD, BESLUIT, ONDERTEKENING, BEKENDMAKING = "voorgelegd", "besluit", "ondertekening", "bekendmaking"

# The halt that follows on the day a proposal reaches its body's bureau; where none is named it comes last.
_NA_ONTVANGST = {"PS": "presidium", "initiatiefvoorstel": "gs_gehoord"}
_ONTVANGST = {"GS": "GS-agenda", "PS": "griffie: ingekomen"}
# Where a proposal lies after an outcome that does not send it on.
_TERUG = {"terug_naar_gs": "gs", "terugverwezen": "commissie", "ingetrokken": "gs", "teruggenomen": "concept"}


class Plek(Model):
    """A place on the route. `op` is the last day the proposal was there; for the body `uitkomst` is what it decided."""

    code: str
    naam: str
    status: Plekstatus
    op: date | None = None
    uitkomst: str = ""


class Routebeeld(Model):
    """The whole route of one step, in order. `nu` is where it lies, None when everything is done."""

    stap: str
    orgaan: str
    naam: str
    plekken: tuple[Plek, ...]
    vergadering_op: date | None = None
    behandelwijze: Literal["", "hamerstuk", "bespreekstuk"] = ""
    controversieel: bool = False

    @property
    def nu(self) -> Plek | None:
        return next((plek for plek in self.plekken if plek.status == "nu"), None)

    @property
    def straks(self) -> tuple[Plek, ...]:
        return tuple(plek for plek in self.plekken if plek.status == "straks")


class _Bezoek(Model):
    """The proposal was at a place. Visits are ordered by `na` (treatments before it), then by `deel`, then by day.

    `deel`: 0 before it was put before its body, 1 that moment itself, 2 after it, 3 the decision.
    """

    code: str
    na: int
    deel: int
    op: date
    uitkomst: str = ""


def route_van(stand: Stand, stap: Besluitstap) -> Routebeeld | None:
    """The route of a step as it went so far; None for a body or a reglement without routes."""
    regels = reglement(stand.reglement).besluitvorming
    route = regels.route(stap.code, stap.orgaan) if regels else None
    if route is None:
        return None
    namen = _namen(route, stap)
    bezoeken = _bezoeken(stand, stap, tuple(namen))
    return Routebeeld(
        stap=stap.id,
        orgaan=stap.orgaan,
        naam=route.naam,
        plekken=_plekken(stap, namen, bezoeken),
        vergadering_op=stap.vergadering_op,
        behandelwijze=_behandelwijze(bezoeken),
        controversieel=stap.id in stand.controversieel,
    )


def _namen(route: Route, stap: Besluitstap) -> dict[str, str]:
    """Every place in order, with its name."""
    namen: dict[str, str] = {}
    ontvangst = _ONTVANGST.get(stap.orgaan, "voorgelegd")
    for halte in route.haltes:
        if halte.code == _NA_ONTVANGST.get(route.code):
            namen[VOORGELEGD] = ontvangst
        namen[halte.code] = halte.naam
    namen.setdefault(VOORGELEGD, ontvangst)
    einde = {ONDERTEKENING: "ondertekening", BEKENDMAKING: "besluitenlijst en bekendmaking"}
    return {**namen, BESLUIT: f"besluit van {stap.orgaan}", **einde}


def _bezoeken(stand: Stand, stap: Besluitstap, plaatsen: tuple[str, ...]) -> tuple[_Bezoek, ...]:
    """Every visit up to and including the decision, in order of time."""
    gemeld = (
        _Bezoek(code=v.halte, na=v.behandelingen, deel=2 if v.voorgelegd else 0, op=v.op, uitkomst=v.uitkomst)
        for v in bezocht(stand, stap)
        if v.halte in plaatsen
    )
    besloten = (
        _Bezoek(code=BESLUIT, na=nr, deel=3, op=b.op, uitkomst=b.uitkomst) for nr, b in enumerate(stap.behandelingen)
    )
    return tuple(sorted((*gemeld, *_voorgelegd(stap), *besloten), key=lambda b: (b.na, b.deel, b.op)))


def _voorgelegd(stap: Besluitstap) -> Iterable[_Bezoek]:
    """The last time it was put before its body: what was rejected, or must be decided anew, can be so again."""
    if stap.voorgelegd_op is not None:
        laatste = stap.behandelingen[-1] if stap.behandelingen else None
        opnieuw = laatste is not None and laatste.afloop != "open" and stap.status in ("voorgelegd", "aangehouden")
        na = len(stap.behandelingen) if opnieuw else 0
        yield _Bezoek(code=VOORGELEGD, na=na, deel=1, op=stap.voorgelegd_op)


def _nu(stap: Besluitstap, volgorde: tuple[str, ...], bezoeken: tuple[_Bezoek, ...]) -> str | None:
    """The place where the proposal lies now."""
    if stap.status == "vervallen":
        return None
    if stap.status == "besloten":
        klaar = _afgerond(stap)
        return next((plek for plek in (ONDERTEKENING, BEKENDMAKING) if plek not in klaar), None)
    if not bezoeken:
        return volgorde[0]
    laatste = bezoeken[-1]
    if laatste.uitkomst in STUURT_TERUG or laatste.uitkomst in _TERUG:
        terug = _TERUG.get(laatste.uitkomst, volgorde[0])
        return terug if terug in volgorde else volgorde[0]
    if laatste.code == BESLUIT:
        return VOORGELEGD if stap.status == "open" else BESLUIT
    return volgorde[volgorde.index(laatste.code) + 1]


def _afgerond(stap: Besluitstap) -> dict[str, date | None]:
    """What was done after the decision, and when."""
    laatste: Behandeling | None = stap.behandelingen[-1] if stap.behandelingen else None
    getekend = laatste.ondertekening if laatste else None
    klaar = {ONDERTEKENING: getekend.op if getekend else None, BEKENDMAKING: stap.bekendgemaakt_op}
    return {plek: op for plek, op in klaar.items() if op is not None}


def _plekken(stap: Besluitstap, namen: dict[str, str], bezoeken: tuple[_Bezoek, ...]) -> tuple[Plek, ...]:
    """Every place with how it stands; of a step that lapsed only those up to where it came."""
    volgorde = tuple(namen)
    nu, klaar = _nu(stap, volgorde, bezoeken), _afgerond(stap)
    laatst = {b.code: b for b in bezoeken}
    if stap.status == "besloten":
        tot = len(volgorde)
    else:
        tot = volgorde.index(nu) if nu else max((volgorde.index(code) + 1 for code in laatst), default=0)
    plekken = []
    for nr, (code, naam) in enumerate(namen.items()):
        bezoek = laatst.get(code) if nr < tot else None
        op = klaar.get(code) or (bezoek.op if bezoek else None)
        status = _status(code == nu, op is not None, nr < tot)
        plekken.append(Plek(code=code, naam=naam, status=status, op=op, uitkomst=bezoek.uitkomst if bezoek else ""))
    return tuple(plekken[:tot] if stap.status == "vervallen" else plekken)


def _status(nu: bool, geweest: bool, voorbij: bool) -> Plekstatus:
    if nu:
        return "nu"
    if geweest:
        return "geweest"
    return "overgeslagen" if voorbij else "straks"


def _behandelwijze(bezoeken: tuple[_Bezoek, ...]) -> Literal["", "hamerstuk", "bespreekstuk"]:
    for bezoek in reversed(bezoeken):
        if bezoek.uitkomst == "hamerstuk":
            return "hamerstuk"
        if bezoek.uitkomst == "bespreekstuk":
            return "bespreekstuk"
    return ""
