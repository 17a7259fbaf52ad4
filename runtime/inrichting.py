"""What a namespace needs before the first workflow: a long memory, and the search attributes by name."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, cast

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest, UpdateNamespaceRequest
from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.service import RPCError, RPCStatusCode

from runtime.herhaal import herhaal_tot
from runtime.programma import ServerFout

Zoekattributen = Mapping[str, IndexedValueType.ValueType]


def per_naam(sleutels: Iterable[SearchAttributeKey[Any]]) -> Zoekattributen:
    """The search attributes as the server wants to hear them: name and kind."""
    return {sleutel.name: cast(IndexedValueType.ValueType, int(sleutel.indexed_value_type)) for sleutel in sleutels}


async def richt_in(client: Client, bewaardagen: int, zoekattributen: Zoekattributen) -> None:
    """Give the namespace of this client its retention and search attributes; doing it twice changes nothing."""
    await stel_bewaartermijn_in(client, bewaardagen)
    await registreer_zoekattributen(client, zoekattributen)


async def stel_bewaartermijn_in(client: Client, dagen: int) -> None:
    """Set the retention: the development server's own default forgets a closed workflow after one day."""
    vorm = NamespaceConfig()
    vorm.workflow_execution_retention_ttl.FromTimedelta(timedelta(days=dagen))
    await client.workflow_service.update_namespace(UpdateNamespaceRequest(namespace=client.namespace, config=vorm))


async def bewaardagen(client: Client) -> int:
    """The retention that holds now, in days."""
    antwoord = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=client.namespace))
    return int(antwoord.config.workflow_execution_retention_ttl.ToTimedelta().days)


async def registreer_zoekattributen(client: Client, gewenst: Zoekattributen) -> None:
    """Register what is missing; an old database file ignores the attributes given at start.

    An unregistered attribute would fail every workflow task for ever, so we wait until the server knows them.
    """
    bestaand = await zoekattributen(client)
    _weiger_ander_soort(bestaand, gewenst)
    nieuw = {naam: soort for naam, soort in gewenst.items() if naam not in bestaand}
    if nieuw:
        await voeg_zoekattributen_toe(client, nieuw)
        await _wacht_op(client, nieuw)


async def zoekattributen(client: Client) -> dict[str, IndexedValueType.ValueType]:
    """The search attributes of our own that the server knows now."""
    verzoek = ListSearchAttributesRequest(namespace=client.namespace)
    antwoord = await client.operator_service.list_search_attributes(verzoek)
    return dict(antwoord.custom_attributes)


async def voeg_zoekattributen_toe(client: Client, nieuw: Zoekattributen) -> None:
    """Add without looking first (the time-skipping server has no list); being second is fine."""
    try:
        await client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(namespace=client.namespace, search_attributes=nieuw)
        )
    except RPCError as fout:
        if fout.status != RPCStatusCode.ALREADY_EXISTS:
            raise


def _weiger_ander_soort(bestaand: Zoekattributen, gewenst: Zoekattributen) -> None:
    for naam, soort in gewenst.items():
        if bestaand.get(naam, soort) != soort:
            raise ServerFout(f"Zoekattribuut {naam} bestaat al met een ander soort waarde.")


async def _wacht_op(client: Client, nieuw: Zoekattributen, geduld: float = 20.0) -> None:
    async def bekend() -> bool:
        return nieuw.keys() <= (await zoekattributen(client)).keys()

    try:
        await herhaal_tot(bekend, geduld)
    except TimeoutError:
        raise ServerFout(f"De server neemt de zoekattributen niet aan: {', '.join(sorted(nieuw))}.") from None
