"""Learning: conversations and stories as they were, tasks to learn from, and lessons that come back elsewhere."""

from domain.feit import FeitInhoud
from domain.regels import afspraken, lesaanbod, namens, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.leren import (
    BronverhaalVastgelegd,
    Gesprek,
    GesprekVastgelegd,
    InterviewGevraagd,
    Leeractie,
    LeeractieGestart,
    LegBronverhaalVast,
    LegGesprekVast,
    LerenFeit,
    LerenOpdracht,
    LesGevalideerd,
    StartLeeractie,
    ValideerLes,
    Verhaal,
    VraagInterview,
)
from domain.taal.lesaanbod import (
    BeantwoordLesaanbod,
    BiedLessenAan,
    LesaanbodBeantwoord,
    LesHergebruikt,
    LessenAangeboden,
    MeldHergebruik,
)
from domain.taal.lessen import Les, LesstatusGewijzigd

BRIGADE = "brigadelid"
"""Who does the interviews (S1-30)."""
_LANG = 200
"""A promise is told in one line."""


def decide(stand: Stand, opdracht: LerenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case LegGesprekVast():
            return (GesprekVastgelegd(**opdracht.model_dump(exclude={"soort"})),)
        case LegBronverhaalVast():
            id_ = nieuw_id(stand, opdracht.verhaal, "BV", stand.verhalen, "bronverhaal")
            return (BronverhaalVastgelegd(verhaal=id_, inhoud=opdracht.inhoud),)
        case VraagInterview():
            return _vraag_interview(stand, opdracht, ctx)
        case StartLeeractie():
            return _start_leeractie(stand, opdracht, ctx)
        case ValideerLes():
            return _valideer(stand, opdracht, ctx)
        case BiedLessenAan():
            return lesaanbod.bied_aan(stand, opdracht, ctx)
        case BeantwoordLesaanbod():
            return lesaanbod.beantwoord(stand, opdracht, ctx)
        case MeldHergebruik():
            return lesaanbod.meld_hergebruik(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _vraag_interview(stand: Stand, opdracht: VraagInterview, ctx: Context) -> tuple[FeitInhoud, ...]:
    id_ = nieuw_id(stand, opdracht.interview, "I", stand.afspraken, "interview")
    velden = opdracht.model_dump(exclude={"soort", "interview"})
    tekst = f"Interview met {opdracht.met_wie} over {opdracht.over}"[:_LANG]
    reden = "De datum van het interview ligt in het verleden."
    eis(opdracht.uiterlijk >= ctx.op, "uiterlijk", reden)
    return (
        InterviewGevraagd(interview=id_, **velden),
        AfspraakGemaakt(afspraak=id_, tekst=tekst, wie=BRIGADE, uiterlijk=opdracht.uiterlijk, bron="overig"),
        termijnen.start_tot(ctx, "H01", id_, tekst, BRIGADE, opdracht.uiterlijk),
    )


def _start_leeractie(stand: Stand, opdracht: StartLeeractie, ctx: Context) -> tuple[FeitInhoud, ...]:
    """An action of the own organisation, kept track of as any promise; the lesson it comes from may be elsewhere."""
    id_ = nieuw_id(stand, opdracht.leeractie, "LA", stand.afspraken, "leeractie")
    _toets_eigen_les(stand, opdracht.les)
    velden = opdracht.model_dump(exclude={"soort", "leeractie"}) | {"les": opdracht.les or ""}
    belofte = AfspraakGemaakt(
        afspraak=id_, tekst=opdracht.tekst, wie=opdracht.eigenaar, uiterlijk=opdracht.uiterlijk, bron="les"
    )
    return (LeeractieGestart(leeractie=id_, **velden), *afspraken.beloof(stand, belofte, ctx))


def _toets_eigen_les(stand: Stand, verwijzing: str | None) -> None:
    """A lesson of this opgave must exist; whether one of another does can't be seen from here."""
    opgave, _, les = (verwijzing or "").partition("/")
    if opgave == stand.opgave:
        zoek("les", stand.lessen, les)


def _valideer(stand: Stand, opdracht: ValideerLes, ctx: Context) -> tuple[FeitInhoud, ...]:
    les = zoek("les", stand.lessen, opdracht.les)
    partner = zoek("partner", stand.partners, opdracht.partner)
    ander = ctx.door.functie == "partner" and ctx.door.namens != partner.id
    eis(not ander, "bevoegdheid", f"U spreekt niet voor {partner.naam}: een partner valideert alleen voor zichzelf.")
    eis(partner.doet_mee, "partner", f"{partner.naam} doet niet meer mee.")
    eis(les.status != "vervallen", "status", f"Les {les.id} is vervallen.")
    zelf = ctx.spreekt_voor(partner.id)
    namens.toets(opdracht, partner.naam, zelf=zelf)
    al = opdracht.klopt and partner.id in les.gevalideerd_door and not (zelf and partner.id in les.namens)
    eis(not al, "les", f"{partner.naam} heeft les {les.id} al gevalideerd.")
    eis(opdracht.klopt or bool(opdracht.toelichting), "toelichting", "Zeg wat er niet klopt aan de les.")
    gezegd = LesGevalideerd(**opdracht.model_dump(exclude={"soort"}))
    return (gezegd, *_na_oordeel(stand, _met_oordeel(les, gezegd, ctx)))


def _met_oordeel(les: Les, gezegd: LesGevalideerd, ctx: Context) -> Les:
    anderen = tuple(p for p in les.gevalideerd_door if p != gezegd.partner)
    voor_hen = {p: n for p, n in les.namens.items() if p != gezegd.partner}
    gehoord = namens.uit(gezegd, ctx)
    if not gezegd.klopt:
        return les.met(gevalideerd_door=anderen, namens=voor_hen)
    nu = voor_hen if gehoord is None else {**voor_hen, gezegd.partner: gehoord}
    return les.met(gevalideerd_door=(*anderen, gezegd.partner), namens=nu)


def _na_oordeel(stand: Stand, les: Les) -> tuple[FeitInhoud, ...]:
    """Validated means that every partner that takes part agrees; one that no longer does, makes it a draft again."""
    nodig = {p.id for p in stand.partners.values() if p.doet_mee}
    eens = nodig <= set(les.gevalideerd_door)
    if les.status == "concept" and eens:
        waarom = "Alle partners die meedoen, zeggen dat de les klopt."
        return (LesstatusGewijzigd(les=les.id, status="gevalideerd", toelichting=waarom),)
    if les.status == "gevalideerd" and not eens:
        waarom = "Niet alle partners die meedoen, zeggen dat de les klopt."
        return (LesstatusGewijzigd(les=les.id, status="concept", toelichting=waarom),)
    return ()


def evolve(stand: Stand, feit: LerenFeit, ctx: Context) -> Stand:
    match feit:
        case GesprekVastgelegd():
            gesprek = Gesprek(**feit.model_dump(exclude={"soort"}), op=ctx.op)
            return stand.met(gesprekken=(*stand.gesprekken, gesprek))
        case BronverhaalVastgelegd():
            verhaal = Verhaal(id=feit.verhaal, inhoud=feit.inhoud, op=ctx.op)
            return stand.met(verhalen={**stand.verhalen, verhaal.id: verhaal})
        case InterviewGevraagd():
            return stand  # the promise that comes with it is what is kept
        case LeeractieGestart():
            velden = feit.model_dump(exclude={"soort", "leeractie", "uiterlijk"})
            actie = Leeractie(id=feit.leeractie, **velden)
            return stand.met(leeracties={**stand.leeracties, actie.id: actie})
        case LesGevalideerd():
            les = _met_oordeel(stand.lessen[feit.les], feit, ctx)
            return stand.met(lessen={**stand.lessen, les.id: les})
        case LessenAangeboden() | LesaanbodBeantwoord() | LesHergebruikt():
            return lesaanbod.evolve(stand, feit, ctx)
        case _:
            raise TypeError(feit)
