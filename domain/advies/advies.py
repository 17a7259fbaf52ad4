"""The adviser: from answers to candidates with reasons (domain.md 2.2). Total and deterministic; it never refuses.

First the content and the why, then C1 to C4, then what C5 to C10 and C16 leave, then the order. The same answers under
the same reglement always give the same advice.
"""

from domain.advies.criteria import Criteria
from domain.advies.naaste import te_weinig
from domain.advies.uitkomst import Advies, Afvaller, Kandidaat, Punt
from domain.advies.varianten import Proef
from domain.advies.wegen import Weegschaal, Weging
from domain.beeld.vormroute import vormroute
from domain.reglement.adviesregel import Adviesboek, Adviesregel, Effect
from domain.reglement.model import Reglement


def adviseer(criteria: Criteria, reglement: Reglement, boek: Adviesboek) -> Advies:
    """Advise on an organiseervorm.

    Args:
        criteria: the answers; whatever is not answered filters nothing.
        reglement: the catalogue of forms, steps and terms.
        boek: the rules of the adviser.
    """
    schaal = Weegschaal(reglement.organiseervormen, boek.regels)
    passend, afgevallen = schaal.weeg(criteria)
    proef = Proef(criteria, schaal)
    return Advies(
        reglement=reglement.code,
        eerst=tuple(_punt(r) for r in schaal.geldend(criteria) if r.effect == "eerst"),
        kandidaten=tuple(_kandidaat(w, reglement, boek) for w in passend),
        te_weinig=te_weinig(criteria, schaal),
        afgevallen=tuple(_afvaller(w, r, criteria) for w in afgevallen for r in w.met_effect("valt_af")),
        wat_verandert=proef.wat_verandert(),
        onbeantwoord=proef.onbeantwoord(),
    )


def _kandidaat(weging: Weging, reglement: Reglement, boek: Adviesboek) -> Kandidaat:
    vorm, vast = weging.vorm, boek.punten_van(weging.vorm.code)
    route = vormroute(reglement, vorm, boek.doorlooptijd(vorm.code))
    achteraan = weging.met_effect("achteraan")
    return Kandidaat(
        code=vorm.code,
        naam=vorm.naam,
        zwaarte=vorm.zwaarte,
        prive_rechtspersoon=vorm.prive_rechtspersoon,
        netwerksturing=next((r.sturing for r in achteraan if r.sturing), (vorm.netwerksturing,)),
        match=weging.match,
        achteraan=len(achteraan),
        plus=(*_vast(vast.plus if vast else ()), *_punten(weging, "plus")),
        min=(*_vast(vast.min if vast else ()), *_punten(weging, "achteraan"), *_punten(weging, "min")),
        aandachtspunten=_punten(weging, "let_op"),
        vooraf=route.vooraf,
        route=route.stappen,
        route_kort=route.samenvatting,
        doorlooptijd=route.doorlooptijd,
    )


def _vast(regels: tuple[str, ...]) -> tuple[Punt, ...]:
    return tuple(Punt(regel="", tekst=tekst) for tekst in regels)


def _punten(weging: Weging, effect: Effect) -> tuple[Punt, ...]:
    return tuple(_punt(r, weging.vorm.code) for r in weging.met_effect(effect))


def _punt(regel: Adviesregel, vorm: str = "") -> Punt:
    return Punt(regel=regel.criterium, tekst=regel.tekst_voor(vorm), grond=regel.grond)


def _afvaller(weging: Weging, regel: Adviesregel, criteria: Criteria) -> Afvaller:
    veld = regel.als[0].veld
    antwoord = criteria.antwoord(veld)
    return Afvaller(
        code=weging.vorm.code,
        naam=weging.vorm.naam,
        regel=regel.criterium,
        veld=veld,
        antwoord=antwoord if antwoord is not None else "",
        reden=regel.tekst_voor(weging.vorm.code),
        grond=regel.grond,
    )
