"""Settings and search attributes that the tests of the runtime share."""

from pathlib import Path

from temporalio.api.enums.v1 import IndexedValueType

from runtime.instellingen import Instellingen, Temporal

ZOEKATTRIBUTEN = {
    "ProefFase": IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
    "ProefTermijn": IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
}


def proefinstellingen(map_: Path) -> Instellingen:
    """An embedded server on a free port, without the web interface, in this folder."""
    return Instellingen(gegevensmap=map_, temporal=Temporal(adres="127.0.0.1:0", ui=False), stopseconden=10)
