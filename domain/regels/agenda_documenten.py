"""The documents of the agenda: a koersdocument or kader gets a version, and another one later."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda import Agenda
from domain.taal.agenda_documenten import Agendadocument, DocumentVastgesteld, StelDocumentVast


def stel_vast(agenda: Agenda, opdracht: StelDocumentVast, ctx: Context) -> tuple[FeitInhoud, ...]:
    al = agenda.documenten.get(opdracht.document)
    if al is not None:
        zelfde = f"{opdracht.document} is een {al.documentsoort}; dat verandert niet met een nieuwe versie."
        eis(al.documentsoort == opdracht.documentsoort, "document", zelfde)
        eis(al.versie != opdracht.versie, "versie", f"Versie {al.versie} van {opdracht.document} geldt al.")
    return (DocumentVastgesteld(**opdracht.model_dump(exclude={"soort"})),)


def evolve(stand: Stand, agenda: Agenda, feit: DocumentVastgesteld, ctx: Context) -> Stand:
    """The new version takes the place of the former one, in the order in which documents first came."""
    document = Agendadocument(
        id=feit.document,
        documentsoort=feit.documentsoort,
        titel=feit.titel,
        versie=feit.versie,
        vaststeller=feit.vaststeller,
        vanaf=ctx.op,
    )
    return stand.met(agenda=agenda.met(documenten={**agenda.documenten, document.id: document}))
