"""When fewer than two candidates are left: which forms come nearest, and what would have to change for them (S3-07)."""

from domain.advies.criteria import VRAGEN, Criteria, Vraag
from domain.advies.uitkomst import Naaste, Nodig, TeWeinig
from domain.advies.wegen import Weegschaal, Weging, verwantschap
from domain.advies.zinnen import naastezin
from domain.reglement.adviesregel import Adviesregel, Waarde

MINSTENS = 2
"""So many forms are compared before one is chosen (S3-07)."""


def te_weinig(criteria: Criteria, schaal: Weegschaal) -> TeWeinig | None:
    """Why there are no two candidates, with the nearest others; None when there are two."""
    passend, afgevallen = schaal.weeg(criteria)
    if len(passend) >= MINSTENS:
        return None
    if passend:
        zin = f"Met deze antwoorden past alleen {passend[0].vorm.code}. Vergelijk minstens twee vormen (S3-07)."
    else:
        zin = "Met deze antwoorden past geen enkele vorm: zij sluiten elkaar uit. Kijk welk antwoord anders kan."
    gekozen = _dichtstbij(passend, afgevallen)
    return TeWeinig(zin=zin, naaste=tuple(_naaste(criteria, schaal, weging) for weging in gekozen))


def _dichtstbij(passend: tuple[Weging, ...], afgevallen: tuple[Weging, ...]) -> tuple[Weging, ...]:
    """Those that fell off on the fewest criteria, then most like the candidate; if it can, each for other reasons."""

    def afstand(weging: Weging) -> tuple[object, ...]:
        verwant = verwantschap(weging.vorm, passend[0].vorm) if passend else 0
        return (len(velden(weging)), -verwant, weging.volgorde)

    op_afstand = sorted(afgevallen, key=afstand)
    per_reden: dict[tuple[str, ...], Weging] = {}
    for weging in op_afstand:
        per_reden.setdefault(velden(weging), weging)
    anders = [w for w in op_afstand if w not in per_reden.values()]
    return (*per_reden.values(), *anders)[: MINSTENS - len(passend)]


def velden(weging: Weging) -> tuple[str, ...]:
    """The fields on which a form falls off, each once."""
    return tuple(dict.fromkeys(_veld(r) for r in weging.met_effect("valt_af")))


def _veld(regel: Adviesregel) -> str:
    """The field whose answer a rule turns on: the first it names."""
    return regel.als[0].veld


def _naaste(criteria: Criteria, schaal: Weegschaal, weging: Weging) -> Naaste:
    vorm = weging.vorm
    nodig = tuple(_nodig(criteria, schaal, weging, veld) for veld in velden(weging))
    return Naaste(code=vorm.code, naam=vorm.naam, nodig=nodig, zin=naastezin(vorm.code, vorm.naam, nodig))


def _nodig(criteria: Criteria, schaal: Weegschaal, weging: Weging, veld: str) -> Nodig:
    vraag = _vraag(veld)
    regel = next(r for r in weging.met_effect("valt_af") if _veld(r) == veld)

    def valt_af(waarde: Waarde) -> bool:
        _, af = schaal.weeg(criteria.met(**{veld: waarde}))
        return any(w.plaats == weging.plaats and veld in velden(w) for w in af)

    return Nodig(
        regel=regel.criterium,
        veld=veld,
        naam=vraag.naam,
        nu=vraag.noem(criteria.antwoord(veld)),
        kan=tuple(k.naam for k in vraag.keuzes if not valt_af(k.waarde)),
        reden=regel.tekst_voor(weging.vorm.code),
        grond=regel.grond,
    )


def _vraag(veld: str) -> Vraag:
    return next(v for v in VRAGEN if v.veld == veld)
