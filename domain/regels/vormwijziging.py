"""A form that is in force changes: its path runs again, and a partner joins or leaves."""

from domain import pad, twijfel
from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.vormen import Vormtraject, VormWijzigingGestart, WijzigVorm


def wijzig(stand: Stand, traject: Vormtraject, opdracht: WijzigVorm, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A change, joining or leaving runs the whole path again (Wgr 51, 73, 83 lid 5 for a GR)."""
    twijfel.toets_ronde(stand, traject)
    _toets_aanleiding(stand, traject, opdracht)
    gestart = VormWijzigingGestart(
        traject=traject.id,
        ronde=traject.ronde + 1,
        reden=opdracht.reden,
        stappen=(),
        aanleiding=opdracht.aanleiding,
        partner=opdracht.partner,
    )
    nieuw = pad.stappen(stand, ctx.reglement, met_aanleiding(traject, gestart), ctx.reglement.vorm(traject.code or ""))
    return (gestart.met(stappen=nieuw),)


def _toets_aanleiding(stand: Stand, traject: Vormtraject, opdracht: WijzigVorm) -> None:
    """Joining and leaving are of one partner: a joiner takes part in the opgave, a leaver in the form."""
    if opdracht.aanleiding not in ("toetreding", "uittreding"):
        eis(opdracht.partner is None, "partner", "Noem een partner alleen bij toetreding of uittreding.")
        return
    eis(opdracht.partner is not None, "partner", f"Noem de partner bij: {opdracht.aanleiding}.", "veld partner")
    partner = zoek("partner", stand.partners, opdracht.partner or "")
    erin = partner.id in _deelnemers(stand, traject)
    if opdracht.aanleiding == "uittreding":
        eis(erin or traject.allen, "partner", f"{partner.naam} doet niet mee in deze vorm.")
        return
    eerder = traject.allen and any(s.orgaan == partner.id and s.traject == traject.id for s in stand.stappen.values())
    eis(partner.doet_mee, "partner", f"{partner.naam} doet niet mee aan de opgave.", "VoegPartnerToe")
    eis(not (erin or eerder), "partner", f"{partner.naam} doet al mee in deze vorm.")


def _deelnemers(stand: Stand, traject: Vormtraject) -> tuple[str, ...]:
    """Who began in the form or joined it, with the heirs of a merger in their place."""
    return tuple(dict.fromkeys(pad.opvolger(stand, stand.partners[id_]).id for id_ in traject.deelnemers))


def met_aanleiding(traject: Vormtraject, feit: VormWijzigingGestart) -> Vormtraject:
    """The traject with who joins it; who leaves takes part in the decisions until the change is in force."""
    match feit.aanleiding:
        case "toetreding":
            return traject.met(deelnemers=tuple(dict.fromkeys((*traject.deelnemers, feit.partner))))
        case "uittreding":
            return traject.met(uittreder=feit.partner)
        case _:
            return traject


def zonder_uittreder(stand: Stand, traject: Vormtraject) -> Vormtraject:
    """The traject once the change is in force; a form that someone left is no longer one of all partners."""
    if traject.uittreder is None:
        return traject
    nu = tuple(p.id for p in stand.partners.values() if p.doet_mee) if traject.allen else _deelnemers(stand, traject)
    blijft = tuple(id_ for id_ in nu if id_ != traject.uittreder)
    return traject.met(deelnemers=blijft, allen=False, uittreder=None)
