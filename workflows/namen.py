"""Names that live for years in histories: workflow, messages, activities, search attributes. Add, never rename."""

from temporalio.common import SearchAttributeKey

from domain.basis import is_agenda

OPGAVE_WORKFLOW = "Opgave"
AGENDA_WORKFLOW = "RegionaleAgenda"
VOER_UIT = "voer_uit"
STAND = "stand"

VERWERK = "verwerk_feiten"
BEZORG = "bezorg_post"

BEZORGING = "Bezorging"
BEZORGING_ID = "bezorging"
BEZORG_RONDEN = "bezorg_ronden"

WEEKOVERZICHT = "Weekoverzicht"
MAAK_WEEKOVERZICHT = "maak_weekoverzicht"

ONDERHOUD = "Onderhoud"
MAAK_CONTROLEPUNT = "maak_controlepunt"
VEEG_ARCHIEF = "veeg_archief"

ZA_FASE = SearchAttributeKey.for_keyword("OpgaveFase")
ZA_TOESTAND = SearchAttributeKey.for_keyword("OpgaveToestand")
ZA_THEMA = SearchAttributeKey.for_keyword("OpgaveThema")
ZA_AAN_ZET = SearchAttributeKey.for_keyword_list("OpgaveAanZet")
ZA_UITERLIJK = SearchAttributeKey.for_datetime("OpgaveUiterlijk")
ZOEKATTRIBUTEN = (ZA_FASE, ZA_TOESTAND, ZA_THEMA, ZA_AAN_ZET, ZA_UITERLIJK)


def workflow_id(opgave: str) -> str:
    """The id of the one workflow that carries this opgave or this agenda."""
    return f"{'agenda' if is_agenda(opgave) else 'opgave'}:{opgave}"


def soort_van(opgave: str) -> str:
    """The name of the workflow that carries this opgave or this agenda."""
    return AGENDA_WORKFLOW if is_agenda(opgave) else OPGAVE_WORKFLOW


def opgave_van(workflow: str) -> str | None:
    """The opgave or agenda that a workflow carries, by the id of the workflow; None for any other workflow."""
    _, dubbelepunt, id_ = workflow.partition(":")
    return id_ if dubbelepunt and workflow == workflow_id(id_) else None
