"""The numbers of the accountability report: decisions, money and results of one opgave."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Any

from domain.basis import Model
from domain.beeld.geldsaldo import saldo
from domain.beeld.inbrengtelling import Telling
from domain.beeld.openbaar import OPENBARE_ORGANEN
from domain.stand import Stand
from domain.taal.evaluaties import Resultaat
from domain.woorden import gewoon
from rapporten.leven import Gezeefd


class Besluit(Model):
    """A decision of GS or PS as it stands now."""

    stap: str
    titel: str
    orgaan: str
    op: date
    uitkomst: str
    resultaat: str = ""


class Geldsom(Model):
    """Sums in eurocents: of the province, and of all partners together, because what each gives is its own affair."""

    provincie: int = 0
    partners: int = 0


class Verantwoording(Model):
    """Everything the report counts. `reflecties` were held since the start; `geld` is what was booked by kind.

    `geld_over` is what is left of krediet and toegezegd after what went along to another opgave. `gesprekken` is by
    group; of conversations, external changes and reviews it is only told how many there were.
    """

    opgave: str
    op: date
    gedaan: int
    besluiten: tuple[Besluit, ...]
    lessen: int
    reflecties: int
    geld: dict[str, Geldsom]
    geld_over: dict[str, Geldsom]
    resultaten: tuple[Resultaat, ...]
    inbreng: Telling
    bereik_rechtstreeks: int
    bereik_via_partners: int
    intakes: int
    intakes_beantwoord: int
    verhalen: int
    verbonden: int
    gesprekken: dict[str, int]
    veranderingen: int
    reviews: int
    reviews_klaar: int


def besluiten(stand: Stand, zonder: Collection[str] = ()) -> tuple[Besluit, ...]:
    """What GS and PS decided, in order of day; not the steps named in `zonder`."""
    genomen = (
        Besluit(
            stap=s.id,
            titel=", ".join(dict.fromkeys(deel for deel in (s.naam, s.onderwerp) if deel)),
            orgaan=s.orgaan,
            op=s.behandelingen[-1].op,
            uitkomst=gewoon(s.behandelingen[-1].uitkomst) + (" (later ingetrokken)" if s.ingetrokken_door else ""),
            resultaat=gewoon(s.behandelingen[-1].resultaat),
        )
        for s in stand.stappen.values()
        if s.afloop != "open" and s.orgaan in OPENBARE_ORGANEN and s.id not in zonder
    )
    return tuple(sorted(genomen, key=lambda b: (b.op, b.stap)))


def geld(stand: Stand) -> dict[str, Geldsom]:
    """The sums by kind of money, in order of first appearance."""
    sommen: dict[str, Geldsom] = {}
    for post in stand.geld:
        som = sommen.get(post.geldsoort, Geldsom())
        eigen = "provincie" if post.bron == "provincie" else "partners"
        sommen[post.geldsoort] = som.met(**{eigen: getattr(som, eigen) + post.bedrag})
    return sommen


def geld_over(stand: Stand) -> dict[str, Geldsom]:
    """What is left by kind, after what went along to another opgave."""
    sommen: dict[str, Geldsom] = {}
    for (soort, bron), bedrag in saldo(stand).items():
        som, eigen = sommen.get(soort, Geldsom()), "provincie" if bron == "provincie" else "partners"
        sommen[soort] = som.met(**{eigen: getattr(som, eigen) + bedrag})
    return sommen


def gebeurd(leven: Gezeefd) -> dict[str, Any]:
    """How often what others asked, told and found was recorded."""
    keer = Counter(feit.inhoud.soort for feit in leven.feiten)
    gesprekken = Counter(f.doelgroep for _, f in leven.inhoud("GesprekVastgelegd"))
    return {
        "intakes": keer["IntakeGestart"],
        "intakes_beantwoord": sum(i.beantwoord_op is not None for i in leven.stand.intakes.values()),
        "verhalen": len(leven.stand.verhalen),
        "verbonden": sum(p.beeindigd_op is None for p in leven.stand.verbonden.values()),
        "gesprekken": dict(sorted(gesprekken.items())),
        "veranderingen": keer["VeranderingGemeld"],
        "reviews": keer["ReviewGestart"],
        "reviews_klaar": keer["ReviewAfgerond"],
    }


def resultaten(stand: Stand) -> tuple[Resultaat, ...]:
    """Every indicator of every pilot that began, with its last measurement; whether it was met says the evaluation."""
    oordeel = {(r.pilot, r.indicator): r.gehaald for e in stand.evaluaties.values() for r in e.resultaten}
    return tuple(
        Resultaat(
            pilot=p.id,
            gemeten=next((m.waarde for m in reversed(p.metingen) if m.indicator == i.naam), None),
            gehaald=oordeel.get((p.id, i.naam)),
            indicator=i.naam,
            **i.model_dump(include={"eenheid", "nulmeting", "streefwaarde"}),
        )
        for p in stand.pilots.values()
        if p.status != "gepland"
        for i in p.plan.indicatoren
    )
