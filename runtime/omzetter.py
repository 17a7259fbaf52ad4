"""How values travel: pydantic JSON, and nothing but the encodings we write ourselves.

A lenient converter would accept whatever someone puts on the wire with the bare `temporal` client (raw bytes, a
format of a later version) and hand it to the workflow as something it is not.
"""

from collections.abc import Sequence
from typing import Any

from temporalio.api.common.v1 import Payload
from temporalio.contrib.pydantic import PydanticJSONPlainPayloadConverter
from temporalio.converter import (
    BinaryNullPayloadConverter,
    CompositePayloadConverter,
    DataConverter,
    DefaultFailureConverterWithEncodedAttributes,
    JSONProtoPayloadConverter,
)


class OnbekendeCodering(RuntimeError):
    """A payload arrived in an encoding that we never write."""


class StrengeOmzetter(CompositePayloadConverter):
    """Nothing, protobuf JSON (Temporal's own metadata query needs it) and pydantic JSON; all else is refused."""

    def __init__(self) -> None:
        """Temporal makes this without arguments, once per workflow."""
        super().__init__(BinaryNullPayloadConverter(), JSONProtoPayloadConverter(), PydanticJSONPlainPayloadConverter())

    def from_payloads(self, payloads: Sequence[Payload], type_hints: list[type] | None = None) -> list[Any]:
        """Refuse first, so that a raw-value hint is no way round."""
        for payload in payloads:
            if payload.metadata.get("encoding", b"") not in self.converters:
                raise OnbekendeCodering("Deze gegevens staan in een vorm die de opgavenmotor niet gebruikt.")
        return super().from_payloads(payloads, type_hints)


def maak_omzetter() -> DataConverter:
    """The one data converter of client, worker and Replayer. Failure texts go where a codec can reach them."""
    return DataConverter(
        payload_converter_class=StrengeOmzetter,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )
