"""The approval path of a chosen organiseervorm: which steps, in which order, before which bodies."""

from collections.abc import Iterable

from domain.basis import Weigering
from domain.reglement.model import Organiseervorm, Padstap, Reglement, Staptype
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap, Laag
from domain.taal.partners import OVERHEDEN, Deelnemer
from domain.taal.vormen import Vormtraject

# Bodies that put more than one door on a step: each partner, or PS with each raad and algemene vergadering.
_MEERVOUD = ("partner", "vertegenwoordigend")


def stappen(
    stand: Stand, reglement: Reglement, traject: Vormtraject, vorm: Organiseervorm, vanaf: str | None = None
) -> tuple[Besluitstap, ...]:
    """All steps of the next round of a vormtraject, in order.

    Args:
        traject: its `ronde` is the round before this one.
        vorm: the chosen form, whose path is followed.
        vanaf: code of the step at which the path starts again; None starts at the beginning.
    """
    pad = vorm.pad if vanaf is None else vorm.pad[next(i for i, p in enumerate(vorm.pad) if p.code == vanaf) :]
    return tuple(
        stap
        for volgorde, padstap in enumerate(pad, start=1)
        for stap in _per_orgaan(stand, reglement.staptype(padstap.code), padstap, traject, volgorde)
    )


def stappen_voor_nieuwkomer(stand: Stand, reglement: Reglement, nieuw: Deelnemer) -> tuple[Besluitstap, ...]:
    """The parallel steps that a partner who joins adds to each path for all partners that is still being walked."""
    return tuple(
        stap.met(volgorde=_volgorde(stand, traject, stap.code))
        for traject in stand.trajecten.values()
        if traject.allen and traject.code and traject.status in ("gekozen", "wordt_gewijzigd")
        for padstap in reglement.vorm(traject.code).pad
        if padstap.parallel and _volgorde(stand, traject, padstap.code)
        for stap in _voor_partner(
            reglement.staptype(padstap.code), padstap, traject.met(ronde=traject.ronde - 1), nieuw
        )
    )


def _volgorde(stand: Stand, traject: Vormtraject, code: str) -> int:
    """The place of a code in the present round, 0 when it isn't there."""
    return max((s.volgorde for s in ronde(stand, traject.id, traject.ronde) if s.code == code), default=0)


def ronde(stand: Stand, traject: str, nummer: int) -> Iterable[Besluitstap]:
    """The steps of one round of a vormtraject."""
    return (s for s in stand.stappen.values() if s.traject == traject and s.ronde == nummer)


def toets_beurt(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering unless every earlier step of this round is done and a conditional step is known to apply."""
    eerder = tuple(_noem(s) for s in _eerder_open(stand, stap))
    if eerder:
        raise Weigering("volgorde", f"{_noem(stap)} is nog niet aan de beurt. Eerst moet klaar zijn:", eerder)
    if stap.voorwaardelijk and stap.van_toepassing is None:
        raise Weigering("volgorde", f"Bepaal eerst of {_noem(stap)} geldt.", (f"BepaalStap {stap.id}",))
    if stap.van_toepassing is False:
        raise Weigering("volgorde", f"{_noem(stap)} geldt hier niet.")


def aan_de_beurt(stand: Stand, stap: Besluitstap) -> bool:
    """Whether this step is open and nothing before it is."""
    return not stap.klaar and not any(_eerder_open(stand, stap))


def _eerder_open(stand: Stand, stap: Besluitstap) -> list[Besluitstap]:
    if stap.traject is None:
        return []
    return [s for s in ronde(stand, stap.traject, stap.ronde) if s.volgorde < stap.volgorde and not s.klaar]


def later_besloten(stand: Stand, stap: Besluitstap) -> tuple[str, ...]:
    """The later steps of this round that were decided already, one line each."""
    if stap.traject is None:
        return ()
    later = (s for s in ronde(stand, stap.traject, stap.ronde) if s.volgorde > stap.volgorde)
    return tuple(_noem(s) for s in later if s.behandelingen)


def onaf(stand: Stand, traject: Vormtraject) -> tuple[str, ...]:
    """What still has to be done on the present round of a vormtraject, one line each."""
    return tuple(_noem(s) for s in ronde(stand, traject.id, traject.ronde) if not s.klaar)


def _noem(stap: Besluitstap) -> str:
    return f"{stap.id} {stap.naam} ({stap.orgaan})"


def _per_orgaan(
    stand: Stand, staptype: Staptype, padstap: Padstap, traject: Vormtraject, volgorde: int
) -> Iterable[Besluitstap]:
    meer = padstap.parallel or staptype.wie in _MEERVOUD
    if not meer or staptype.wie != "partner":
        eerste = {"vertegenwoordigend": "PS", "GS_of_PS": "PS", "partner": "GS"}.get(staptype.wie, staptype.wie)
        yield _stap(staptype, padstap, traject, eerste, "bestuur").met(volgorde=volgorde)
    if meer:
        for partner in _deelnemers(stand, traject):
            for stap in _voor_partner(staptype, padstap, traject, partner):
                yield stap.met(volgorde=volgorde)


def _deelnemers(stand: Stand, traject: Vormtraject) -> tuple[Deelnemer, ...]:
    """Who takes part now: without those who left, with who joined (if all do) and with the heirs of a merger."""
    ids = stand.partners if traject.allen else traject.deelnemers
    nu = dict.fromkeys(opvolger(stand, stand.partners[id_]).id for id_ in ids)
    return tuple(p for id_ in nu if (p := stand.partners[id_]).doet_mee)


def opvolger(stand: Stand, partner: Deelnemer) -> Deelnemer:
    """The organisation a partner is now part of, itself when it never merged."""
    while partner.gaat_over_in is not None:
        partner = stand.partners[partner.gaat_over_in]
    return partner


def _voor_partner(
    staptype: Staptype, padstap: Padstap, traject: Vormtraject, partner: Deelnemer
) -> Iterable[Besluitstap]:
    """A partner's own decision is for every partner; an instrument of the Wgr only for governments."""
    laag: Laag = "vertegenwoordigend" if staptype.wie == "vertegenwoordigend" else "bestuur"
    if staptype.wie == "partner" or partner.type in OVERHEDEN:
        yield _stap(staptype, padstap, traject, partner.id, laag)


def _stap(staptype: Staptype, padstap: Padstap, traject: Vormtraject, orgaan: str, laag: Laag) -> Besluitstap:
    ronde_ = traject.ronde + 1
    voor = traject.id if ronde_ == 1 else f"{traject.id}.r{ronde_}"
    meervoud = padstap.parallel or staptype.wie in _MEERVOUD
    return Besluitstap(
        id=f"{voor}.{staptype.code}.{orgaan}" if meervoud else f"{voor}.{staptype.code}",
        code=staptype.code,
        naam=staptype.naam,
        orgaan=orgaan,
        laag=laag,
        onderwerp=traject.onderwerp,
        grond=staptype.grond,
        traject=traject.id,
        ronde=ronde_,
        voorwaardelijk=padstap.voorwaardelijk,
    )
