"""What goes along at splitting and merging, with what the other opgave must know of it."""

from domain.regels import splitsing_afspraken, splitsing_geld
from domain.regels.splitsing_verdeling import Gezegd, kaderdelen, weg
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.splitsing import Besluitverwijzing, Meegave, Partnerdeel, Verzoekdeel
from domain.taal.verzoeken import Verzoek


def meegave(stand: Stand, gezegd: Gezegd) -> Meegave:
    """Everything that goes along, with what the other opgave must know of it."""
    kaders, lessen = weg(gezegd, "kader"), weg(gezegd, "les")
    return Meegave(
        kaders=tuple(k for k in kaderdelen(stand) if k.id in kaders),
        besluiten=tuple(
            _verwijzing(stand.stappen[id_], gezegd[("besluit", id_)].reden) for id_ in weg(gezegd, "besluit")
        ),
        partners=tuple(
            Partnerdeel(partner=p.id, naam=p.naam, type=p.type, rol=p.rol)
            for p in (stand.partners[id_] for id_ in weg(gezegd, "partner"))
        ),
        verzoeken=tuple(_verzoekdeel(stand.verzoeken[id_]) for id_ in weg(gezegd, "verzoek")),
        geld=tuple(
            deel for id_ in weg(gezegd, "geld") for deel in splitsing_geld.gelddelen(stand, gezegd[("geld", id_)])
        ),
        lessen=tuple(stand.lessen[id_] for id_ in lessen),
        afspraken=(
            *splitsing_afspraken.acties(stand, lessen),
            *(splitsing_afspraken.deel(stand, stand.afspraken[id_]) for id_ in weg(gezegd, "afspraak")),
        ),
    )


def _verwijzing(stap: Besluitstap, reden: str) -> Besluitverwijzing:
    """Which decision, by the name of its kind: its subject may become secret, and can't be called back from there."""
    laatste = stap.behandelingen[-1]
    return Besluitverwijzing(
        stap=stap.id,
        orgaan=stap.orgaan,
        onderwerp=stap.naam,
        uitkomst=laatste.uitkomst,
        genomen_op=laatste.op,
        reden=reden,
    )


def _verzoekdeel(v: Verzoek) -> Verzoekdeel:
    return Verzoekdeel(verzoek=v.id, aan=v.aan, vraag=v.vraag, verzoeksoort=v.verzoeksoort, uiterlijk=v.uiterlijk)
